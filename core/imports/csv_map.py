"""How a list of one's own is to be read: which column is what, and in which style. Detected, typed with `--map`, or remembered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MOST_COLUMNS = 60


class Form(StrEnum):
    """What a list holds."""

    BALANCES = "balances"
    MONTHS = "months"


class Role(StrEnum):
    """What a column holds."""

    DATE = "date"
    AMOUNT = "amount"
    KPJ = "kpj"
    BLTH = "blth"
    EMPLOYER = "employer"
    WORKER = "worker"
    WAGE = "wage"
    RAPEL = "rapel"
    PAID = "paid"
    POSTED = "posted"


class DateOrder(StrEnum):
    """In which order a date of digits is written."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Numbers(StrEnum):
    """How amounts are written: 1.250,50 or 1,250.50."""

    INDONESIAN = "id"
    ENGLISH = "en"


NEEDED: dict[Form, tuple[Role, ...]] = {Form.BALANCES: (Role.DATE, Role.AMOUNT), Form.MONTHS: (Role.BLTH,)}
FIGURES = (Role.EMPLOYER, Role.WORKER, Role.WAGE)  # a list of months holds at least one of these
ALLOWED: dict[Form, frozenset[Role]] = {
    Form.BALANCES: frozenset({Role.DATE, Role.AMOUNT, Role.KPJ}),
    Form.MONTHS: frozenset(set(Role) - {Role.DATE, Role.AMOUNT}),
}
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
_SEPARATOR_NAMES = {letter: name for name, letter in SEPARATORS.items()}


class BadMap(ValueError):
    """A mapping that says nothing usable. Carries no text of the person's."""


@dataclass(frozen=True, slots=True)
class CsvMap:
    """Everything that is settled about a list; None (or a missing role) is what is still open."""

    form: Form | None = None
    columns: tuple[tuple[Role, int], ...] = ()  # by role, in the order of Role
    separator: str | None = None
    numbers: Numbers | None = None
    dates: DateOrder | None = None
    header: bool | None = None

    def column(self, role: Role) -> int | None:
        """The index of the column with that role."""
        return dict(self.columns).get(role)

    def role(self, index: int) -> Role | None:
        """The role of that column."""
        return next((role for role, column in self.columns if column == index), None)

    def to_text(self) -> str:
        """As `--map` takes it: "form=balances,date=0,amount=1,separator=semicolon,numbers=id,dates=dmy,header=yes"."""
        parts = [f"form={self.form}"] if self.form else []
        parts += [f"{role}={column}" for role, column in self.columns]
        parts += [f"separator={_SEPARATOR_NAMES[self.separator]}"] if self.separator else []
        parts += [f"numbers={self.numbers}"] if self.numbers else []
        parts += [f"dates={self.dates}"] if self.dates else []
        parts += [f"header={'yes' if self.header else 'no'}"] if self.header is not None else []
        return ",".join(parts)

    @classmethod
    def from_text(cls, text: str) -> CsvMap:
        """What `to_text` writes, in any order. Raises BadMap for anything else, and for two roles in one column."""
        given: dict[str, str] = {}
        for part in text.split(","):
            name, equals, value = (piece.strip() for piece in part.partition("="))
            if not equals or name in given:
                raise BadMap
            given[name] = value
        try:
            return cls._from(given)
        except (ValueError, KeyError):
            raise BadMap from None

    @classmethod
    def _from(cls, given: Mapping[str, str]) -> CsvMap:
        columns = tuple((role, _index(given[role])) for role in Role if role in given)
        numbers = [column for _, column in columns]
        if len(set(numbers)) != len(numbers) or not set(given) <= {*Role, "form", "separator", "numbers", "dates", "header"}:
            raise BadMap
        form = Form(given["form"]) if "form" in given else None
        if form is not None and not {role for role, _ in columns} <= ALLOWED[form]:
            raise BadMap
        return cls(
            form=form,
            columns=columns,
            separator=SEPARATORS[given["separator"]] if "separator" in given else None,
            numbers=Numbers(given["numbers"]) if "numbers" in given else None,
            dates=DateOrder(given["dates"]) if "dates" in given else None,
            header={"yes": True, "no": False}[given["header"]] if "header" in given else None,
        )


def _index(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", text, re.ASCII) or int(text) >= MOST_COLUMNS:
        raise BadMap
    return int(text)


def fingerprint(first_row: tuple[str, ...]) -> str:
    """What stands for lists with the same header: a digest of its cells, so that no name is kept in clear."""
    shown = "\x1f".join(" ".join(cell.casefold().split()) for cell in first_row)
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()[:16]
