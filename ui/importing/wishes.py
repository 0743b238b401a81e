"""What a person can ask for on the page "Impor": values that travel from the window to `ui.importing.imports`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from core.blth import Blth


@dataclass(frozen=True, slots=True)
class AddFiles:
    """Read these files (and the files of these folders) for the preview."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Read this file once more: something was taught from it."""

    number: int


@dataclass(frozen=True, slots=True)
class AddText:
    """Read this text, a message that was pasted."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AddTyped:
    """A figure seen on a screen: what the balance was on a day, in sen."""

    on: dt.date
    sen: int = field(repr=False)
    kpj: str | None = None


@dataclass(frozen=True, slots=True)
class AddWage:
    """The wage of the payslips from that month on, in sen."""

    since: Blth
    sen: int = field(repr=False)
    kpj: str | None = None


@dataclass(frozen=True, slots=True)
class GivePassword:
    """Try this password on a file (and on all others that ask for one)."""

    number: int
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class GiveMapping:
    """Read a list of one's own so; `remember` keeps it for lists with the same header."""

    number: int
    mapping: str
    remember: bool


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave a file out, or take it in again."""

    number: int
    skipped: bool


@dataclass(frozen=True, slots=True)
class Keep:
    """Store a doubted statement all the same, with a mark, or do not."""

    number: int
    index: int
    kept: bool


@dataclass(frozen=True, slots=True)
class ChooseAccount:
    """All of this file belongs to that account ("#3" or "new")."""

    number: int
    account: str


@dataclass(frozen=True, slots=True)
class Store:
    """Store what the preview shows."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """End the child that reads or stores; nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Put the preview, or the result, away."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take imports back as a whole."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Redo:
    """Bring imports back that were taken back."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LookBack:
    """Ask for the list of earlier imports."""
