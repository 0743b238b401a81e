"""What a person has chosen: one frozen value, a small JSON file, written whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from core.whole_file import write_whole

Language = Literal["system", "id", "en"]
Theme = Literal["system", "light", "dark"]
Interval = Literal["monthly", "weekly", "daily", "never"]

LANGUAGES: tuple[Language, ...] = ("system", "id", "en")
THEMES: tuple[Theme, ...] = ("system", "light", "dark")
INTERVALS: tuple[Interval, ...] = ("monthly", "weekly", "daily", "never")
LOCK_AFTER_MINUTES = (0, 1, 5, 15, 30, 60)
CHOICES: dict[str, tuple[object, ...]] = {
    "masked": (False, True),
    "language": LANGUAGES,
    "theme": THEMES,
    "interval": INTERVALS,
    "hint_tray_shown": (False, True),
    "ledger_plain": (False, True),
    "lock_after_minutes": LOCK_AFTER_MINUTES,
    "lock_with_screen": (False, True),
    "recovery_kept": (False, True),
    "quiet_from": tuple(range(24)),
    "quiet_until": tuple(range(24)),
    **dict.fromkeys(
        (
            *("notify_balance", "notify_contribution", "notify_overdue", "notify_needs_you", "notify_silent"),
            *("notify_refused", "notify_reminder", "notify_amount"),
        ),
        (False, True),
    ),
}
MOST_ACCOUNTS = 1_000
MOST_BYTES = 65_536  # a settings file is a few hundred bytes; more is not ours


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices. masked: amounts are hidden. hint_tray_shown: the person was told once that closing leaves a tray icon.

    notify_...: which kinds of notices may be sent (`ui.notices.notifier.Kind`), and whether they may name an amount. order: the numbers of
    the accounts in the order the person gave them; an account that is not among them comes after those that are. archived: those
    that the person removed and whose history they kept.
    quiet_from, quiet_until: the hours of the day between which nothing happens by itself (none if they are the same).
    ledger_plain: the person chose to have the record in the clear (there was no keyring, and they wanted no passphrase).
    lock_after_minutes: how long nobody may touch the window before it locks; 0: never.
    lock_with_screen: the record is locked when the computer's screen is. recovery_kept: the person has the recovery sheet, they said.
    intervals: account numbers whose interval is another than the one of all.
    """

    masked: bool = False
    language: Language = "system"
    theme: Theme = "system"
    interval: Interval = "monthly"
    hint_tray_shown: bool = False
    notify_balance: bool = True
    notify_contribution: bool = True
    notify_overdue: bool = True
    notify_needs_you: bool = True
    notify_silent: bool = True
    notify_refused: bool = True
    notify_reminder: bool = True
    notify_amount: bool = False
    order: tuple[int, ...] = ()
    archived: tuple[int, ...] = ()
    ledger_plain: bool = False
    lock_after_minutes: int = 0
    lock_with_screen: bool = False
    recovery_kept: bool = False
    quiet_from: int = 22
    quiet_until: int = 6
    intervals: tuple[tuple[int, Interval], ...] = ()

    def interval_of(self, account_id: int) -> Interval:
        """How often this account is checked."""
        return dict(self.intervals).get(account_id, self.interval)

    def with_interval(self, account_id: int, interval: Interval | None) -> Settings:
        """The same with another interval for one account; None: what holds for all."""
        others = tuple(pair for pair in self.intervals if pair[0] != account_id)
        return replace(self, intervals=others if interval is None else (*others, (account_id, interval)))


def load(path: Path, on_broken: Callable[[Path], None] | None = None) -> Settings:
    """The settings in that file; the defaults if there is none.

    A broken file is kept beside it under a new name and `on_broken` is told that name; one value that is not among the
    choices falls back to its default alone. Never raises: settings must not keep a person from their balance.
    """
    try:
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Settings()
    except OSError:
        if on_broken is not None:
            on_broken(path)
        return Settings()
    import json  # 2 ms that a start without a settings file need not spend

    try:
        if len(body) > MOST_BYTES:
            raise ValueError("too long to be settings")
        data = json.loads(body)
        if not isinstance(data, dict):
            raise ValueError("not a JSON object")
    except (ValueError, RecursionError):
        kept = _set_aside(path)
        if on_broken is not None:
            on_broken(kept)
        return Settings()
    chosen: dict[str, Any] = {name: data[name] for name, allowed in CHOICES.items() if _is_choice(data.get(name), allowed)}
    return Settings(
        **chosen,
        order=_numbers(data.get("order")),
        archived=_numbers(data.get("archived")),
        intervals=_intervals(data.get("intervals")),
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings so that a reader finds the old file or the new one, whole (mode 0600). Raises OSError."""
    import json

    write_whole(path, json.dumps(asdict(settings), indent=1) + "\n")


def _numbers(value: object) -> tuple[int, ...]:
    """Account numbers, each once; nothing if it is anything else."""
    if not isinstance(value, list) or len(value) > MOST_ACCOUNTS or not all(type(number) is int for number in value):
        return ()
    return tuple(dict.fromkeys(value))


def _intervals(value: object) -> tuple[tuple[int, Interval], ...]:
    """Pairs of an account number and an interval, each account once; what is none is left out."""
    if not isinstance(value, list) or len(value) > MOST_ACCOUNTS:
        return ()
    found: dict[int, Interval] = {}
    for pair in value:
        if isinstance(pair, list) and len(pair) == 2 and type(pair[0]) is int and pair[1] in INTERVALS:
            found[pair[0]] = pair[1]
    return tuple(found.items())


def _is_choice(value: object, allowed: tuple[object, ...]) -> bool:
    return any(value == choice and type(value) is type(choice) for choice in allowed)


def _set_aside(path: Path) -> Path:
    """Rename a broken file to a dated name that is still free; its own path if even that fails."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    for number in range(100):
        kept = path.with_name(f"{path.name}.broken-{stamp}" + (f"-{number}" if number else ""))
        if kept.exists():
            continue
        try:
            return path.rename(kept)
        except OSError:
            break
    return path
