"""Does the schedule of a million installations ever press on the portal? `uv run python -m bench.stampede --installations 1000000`

Every installation lives a year of 2027 on `core.schedule.next_check` itself, from one event to the next: it asks for its plan, is
carried to that time, tries, writes the attempt down, asks again. (A sample of them asks at that time once more whether it is due.)
Counted are all tries that reach for the portal, minute by minute. The figures are in docs/schedule.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import os
import time
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from pathlib import Path

from core.errors import Status
from core.models import Account, Attempt, Step, Trigger
from core.schedule import UNKNOWN, Facts, Machine, Rules, next_check, seed_of

WIB = dt.timezone(dt.timedelta(hours=7))
START = dt.datetime(2027, 1, 1, tzinfo=WIB).astimezone(dt.UTC)
END = dt.datetime(2028, 1, 1, tzinfo=WIB).astimezone(dt.UTC)
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
MINUTES = (END - START) // MINUTE
ACCOUNT = Account(1, "", "", "bpjstk-es", remember=True)
KEPT = 8  # attempts handed over: more than any rule looks back on here
CHUNK = 5_000
SAMPLE = 50  # one in so many installations proves at each time that it is due then
ENDS = ((0, 0), (6, 30), (8, 0), (12, 0), (19, 0), (19, 30), (20, 0), (20, 30), (20, 45), (21, 0), (21, 30), (22, 0))
OUTAGES = tuple(
    dt.datetime(2027, month, 25, *end, tzinfo=WIB).astimezone(dt.UTC) for month, end in enumerate(ENDS, 1)
)  # of a day each, one a month
EVENING_MINUTES = 12 * 8 * 120  # the minutes of a year in which a monthly check may be due
ALLOWED_MINUTES = {"monthly": EVENING_MINUTES, "weekly": 365 * 960, "daily": 365 * 960}
PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "stampede.svg"


@dataclass(frozen=True)
class World:
    """interval: of everybody. outages: whether the portal is away for the day before each of OUTAGES. habit: when machines are on."""

    name: str
    interval: str = "monthly"
    outages: bool = False
    habit: str = "always"


WORLDS = {
    world.name: world
    for world in (
        World("year"),
        World("outages", outages=True),
        World("offices", habit="offices"),
        World("weekly", "weekly", outages=True),
        World("daily", "daily", outages=True),
    )
}


def sessions(habit: str) -> list[tuple[dt.datetime, dt.datetime]]:
    """When a machine is on. "offices": every machine of the country from 8.00 to 17.00 on weekdays, to the minute, and not at all
    from 15 to 31 March: everybody's check is missed every month, and one month's by everybody at once."""
    if habit == "always":
        return [(START - DAY, END + DAY)]
    days = [START + HOUR * 8 + number * DAY for number in range(366)]
    there = [(on, on.astimezone(WIB)) for on in days]
    return [(on, on + 9 * HOUR) for on, at in there if at.weekday() < 5 and not (at.month == 3 and at.day >= 15)]


def live(number: int, world: World, on: list[tuple[dt.datetime, dt.datetime]], tries: array[int]) -> int:
    """One installation's year; returns how often it asked."""
    seed = seed_of(f"installation {number}")
    rules = Rules(world.interval)  # type: ignore[arg-type]
    attempts = [attempt(START - 3 * DAY, Status.OK, Trigger.PERSON)]
    asked, now, proves = 0, START, number % SAMPLE == 0
    before: dt.datetime | None = None
    (woke, sleeps), session = on[0], 0
    while True:
        machine = UNKNOWN if world.habit == "always" else Machine(woke, before)
        plan = next_check(ACCOUNT, Facts(attempts, seed=seed), rules, machine, now)
        asked += 1
        assert plan.at is not None
        at = max(plan.at, now)
        if at >= END:
            break
        if at >= sleeps:
            session = bisect_right(
                on, at, key=itemgetter(1)
            )  # before it nothing is due: a plan is never moved to an earlier time
            if session == len(on):
                break
            before, (woke, sleeps) = on[session - 1][1], on[session]
            now = max(woke, now)
            continue
        if proves:
            assert next_check(ACCOUNT, Facts(attempts, seed=seed), rules, machine, at).due(at)
        tries[(at - START) // MINUTE] += 1
        away = world.outages and any(end - DAY <= at < end for end in OUTAGES)
        attempts.insert(0, attempt(at, Status.NETWORK if away else Status.OK))
        del attempts[KEPT:]
        now = at + MINUTE
    return asked


def attempt(at: dt.datetime, status: Status, trigger: Trigger = Trigger.SCHEDULE) -> Attempt:
    return Attempt(1, 1, trigger, at, at, status, step=Step.STORING if status is Status.OK else Step.CONTACTING)


def many(world: World, first: int, count: int) -> tuple[int, bytes]:
    """A part of the installations: how often they asked, and their tries, minute by minute."""
    tries = array("H", bytes(2 * MINUTES))
    on = sessions(world.habit)
    asked = sum(live(number, world, on, tries) for number in range(first, first + count))
    return asked, tries.tobytes()


def simulate(world: World, installations: int, processes: int) -> tuple[int, list[int]]:
    """All of them. Returns how often they asked, and the tries of each minute of the year."""
    total = array("L", bytes(array("L").itemsize * MINUTES))
    asked = 0
    parts = [(first, min(CHUNK, installations - first)) for first in range(0, installations, CHUNK)]
    with multiprocessing.Pool(processes, initializer=partial(os.nice, 10)) as pool:
        for number, found in enumerate(pool.imap_unordered(partial(_part, world), parts), 1):
            asked += found[0]
            part = array("H")
            part.frombytes(found[1])
            for minute, tries in enumerate(part):
                if tries:
                    total[minute] += tries
            print(f"\r{world.name}: {number * 100 // len(parts)} %", end="", flush=True)
    print("\r", end="")
    return asked, list(total)


def _part(world: World, part: tuple[int, int]) -> tuple[int, bytes]:
    return many(world, *part)


def minute_of(moment: dt.datetime) -> int:
    return (moment - START) // MINUTE


def report(world: World, installations: int, tries: list[int]) -> list[str]:
    """The figures, as lines of a table."""
    mean = expected(world, installations)
    busiest = max(range(MINUTES), key=tries.__getitem__)
    when = (START + busiest * MINUTE).astimezone(WIB)
    lines = [
        f"| {world.name} | all year | {sum(tries):,} | {mean:,.1f} | {tries[busiest]:,} | {tries[busiest] / mean:.2f} | {when:%d %b %H:%M} |"
    ]
    for end in OUTAGES if world.outages else ():
        first = minute_of(end)
        hour, day = tries[first : first + 60], tries[first : first + 1440]
        lines.append(
            f"| {world.name} | the portal back at {end.astimezone(WIB):%H:%M} | {sum(hour):,} in the hour after | {mean:,.1f} "
            f"| {max(hour):,} | {max(hour) / mean:.2f} | the day after: {max(day) / mean:.2f} |"
        )
    return lines


def expected(world: World, installations: int) -> float:
    """The mean of the allowed hours: one try for each regular time, over the minutes in which a regular time may lie."""
    runs = {"monthly": 12, "weekly": 365 / 7, "daily": 365}[world.interval]
    return installations * runs / ALLOWED_MINUTES[world.interval]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--installations", type=int, default=1_000_000)
    parser.add_argument("--worlds", default="outages,offices", help=f"which of: {', '.join(WORLDS)}")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="write the tries of each minute into this file (JSON)")
    parser.add_argument("--picture", type=Path, help=f"draw {PICTURE.name} from such a file, and do nothing else")
    wanted = parser.parse_args()
    if wanted.picture:
        from bench.stampede_picture import draw

        kept = json.loads(wanted.picture.read_text("utf-8"))
        PICTURE.write_text(draw(kept["installations"], kept["worlds"]["outages"]), "utf-8")
        return
    found: dict[str, list[int]] = {}
    print("| world | when | tries | mean a minute | busiest minute | times the mean | |")
    print("|---|---|---|---|---|---|---|")
    for name in wanted.worlds.split(","):
        began = time.perf_counter()
        world = WORLDS[name]
        asked, found[name] = simulate(world, wanted.installations, wanted.processes)
        print("\n".join(report(world, wanted.installations, found[name])))
        print(
            f"({name}: {wanted.installations:,} installations asked {asked:,} times in {time.perf_counter() - began:.0f} s)",
            flush=True,
        )
        if wanted.keep:
            wanted.keep.write_text(json.dumps({"installations": wanted.installations, "worlds": found}), "utf-8")


if __name__ == "__main__":
    main()
