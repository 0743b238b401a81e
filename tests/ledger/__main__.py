"""`python -m tests.ledger tamper`: every row of a 1,000-entry ledger changed in every column, removed, exchanged with another.

`python -m tests.ledger crash --moments 1000`: real processes killed while they write, back up, bring up to date and change the key.
`python -m tests.ledger damage --places 1000 [--encrypted]`: bytes flipped and files cut short at seeded places.
`python -m tests.ledger two --rounds 30`: one process writes while another changes the key over and over.
`python -m tests.ledger full --sizes 100`: no room for files beyond each of so many sizes, in every scene.
`python -m tests.ledger confidential`: a year's use of the demo with a real keyring; nothing known of the person is on the disk (needs a
display, dbus-daemon, gnome-keyring-daemon).
Prints what was tried and what went unnoticed; 1 if anything did.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from core.ledger.key import Key
from tests.ledger import sample
from tests.ledger.tamper import Tampered


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ledger")
    parser.add_argument("what", choices=("tamper", "crash", "damage", "full", "two", "confidential"))
    parser.add_argument("--moments", type=int, default=1_000)
    parser.add_argument("--places", type=int, default=1_000)
    parser.add_argument("--scene", help="only this one (crash)")
    parser.add_argument("--encrypted", action="store_true", help="damage an encrypted ledger")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--sizes", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        if options.what == "tamper":
            tried, unnoticed = tamper_with_everything(Path(folder), options.seed)
        elif options.what == "crash":
            from tests.ledger.crash import kill_at_moments

            tried, unnoticed = kill_at_moments(Path(folder), options.moments, options.seed, options.scene)
        elif options.what == "full":
            from tests.ledger.full import full_at_every_size

            tried, unnoticed = full_at_every_size(Path(folder), options.sizes)
        elif options.what == "confidential":
            tried, unnoticed = a_year(Path(folder))
        elif options.what == "two":
            from tests.ledger.two import write_while_keys_change

            tried, unnoticed = write_while_keys_change(Path(folder), options.rounds)
        else:
            from tests.ledger.damage import damage_places

            tried, unnoticed = damage_places(
                Path(folder), options.places, options.seed, Key(bytes(range(32))) if options.encrypted else None
            )
    for line in unnoticed[:20]:
        print("NOT RIGHT:", line)
    print(f"{tried} tried, {len(unnoticed)} not right, {time.monotonic() - began:.0f} s")
    return 1 if unnoticed else 0


def a_year(folder: Path) -> tuple[int, list[str]]:
    """How many known values were searched for, and where one was found."""
    from tests.ledger.confidential import Person, search
    from tests.ledger.private_keyring import private_keyring

    for name in ("person", "elsewhere"):
        (folder / name).mkdir()
    with private_keyring(folder / "person") as environment:
        display = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY") if name in os.environ}
        person = Person({**environment, **display}, folder / "elsewhere")
        person.uses_it_for_a_year()
        if display:
            person.opens_the_window()
        found = search(person, folder / "person")
    print(f"{found.files} files, {found.size} bytes searched; the exports hold {found.in_exports} of the values")
    return found.values, list(found.leaks)


def tamper_with_everything(folder: Path, seed: int) -> tuple[int, list[str]]:
    """How many single-row changes were made, and those that verify did not find."""
    path = folder / "ledger.sqlite3"
    sample.make(path)
    ledger, dice = Tampered(path), random.Random(seed)
    tried, unnoticed = 0, []
    for table in ledger.tables:
        columns, (_, keys) = ledger.columns(table), ledger.keys(table)
        deeds: list[tuple[str, tuple[int, ...], object]] = [("change", key, column) for key in keys for column in columns]
        deeds += [("remove", key, None) for key in keys]
        if table != "account":
            deeds += [("swap", key, dice.choice([other for other in keys if other != key])) for key in keys]
        for deed, key, more in deeds:
            with ledger.undone():
                if deed == "remove":
                    ledger.remove(table, key)
                elif not (ledger.change(table, key, str(more), dice) if deed == "change" else ledger.swap(table, key, more)):  # type: ignore[arg-type]
                    continue
                tried += 1
                if not ledger.findings():
                    unnoticed.append(f"{deed} {table} {key} {more}")
        print(table, tried, flush=True)
    ledger.close()
    return tried, unnoticed


if __name__ == "__main__":
    sys.exit(main())
