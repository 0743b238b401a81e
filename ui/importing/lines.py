"""The lines of `main.py import ... --json`, read strictly: exactly what docs/import.md says, or ValueError. A child that writes anything else
is not believed: a wrong figure is worse than none."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from core.blth import Blth
from core.money import from_wire
from core.statements.statement import FileStatus, Kind, Month, Proof, ProofName
from ui.importing.model import (
    Column,
    Counts,
    Difference,
    Earlier,
    Figures,
    FileLine,
    Gap,
    Mapping,
    Needs,
    Planned,
    Standing,
    Terms,
)

T = TypeVar("T")
Object = dict[str, object]
MOST_MONTHS = 5_000
MOST_STATEMENTS = 500
TERMS = ("opening", "growth", "dues", "growth_on_dues", "taken", "closing")


@dataclass(frozen=True, slots=True)
class ReadingFile:
    """The child begins with a file: the `n`th of `of`."""

    path: str | None
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Storing:
    """Everything is planned; now it is stored."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The command failed as a whole; nothing is stored."""

    reason: str | None
    message: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One file's line. `imported` is the number of the import it was stored with."""

    line: FileLine
    imported: int | None


Said = ReadingFile | Storing | Broken | Told


def read_line(text: str, number: int) -> Said:
    """One line of the child; `number` becomes the file's number on the page. ValueError for anything of another form."""
    data = loads(text)
    if "step" in data:
        return _step(data)
    if data.get("status") == "internal_error":
        return Broken(optional(data.get("reason"), text_of), optional(data.get("message"), text_of))
    return _told(data, number)


def earlier(text: str) -> Earlier:
    """One line of `import --list --json`: one call of the command."""
    data = loads(text)
    return Earlier(
        number=whole(data["import"]),
        at=moment(data["at"]),
        files=whole(data["files"]),
        kinds=tuple(Kind(text_of(kind)) for kind in list_of(data["kinds"], MOST_STATEMENTS)),
        statements=whole(data["statements"]),
        months=whole(data["months"]),
        undone=truth(data["undone"]),
    )


def loads(text: str) -> Object:
    """A JSON object, each key once. ValueError for anything else."""
    try:
        found = json.loads(text, parse_constant=_refuse, object_pairs_hook=_object)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return object_of(found)


def _step(data: Object) -> Said:
    if data["step"] == "storing":
        return Storing()
    if data["step"] != "reading":
        raise ValueError("unknown step")
    n, of = whole(data["n"]), whole(data["of"])
    if not 1 <= n <= of:
        raise ValueError("a file beyond the last")
    return ReadingFile(optional(data["file"], text_of), n, of)


def _told(data: Object, number: int) -> Told:
    status = FileStatus(text_of(data["status"]))
    plan = optional(data["plan"], object_of) or {}
    statements = tuple(_planned(object_of(item)) for item in list_of(plan.get("statements", []), MOST_STATEMENTS))
    needs = optional(plan.get("needs"), text_of)
    mapping = optional(plan.get("map"), object_of)
    if status is not FileStatus.OK and any(planned.standing is not Standing.DOUBTED for planned in statements):
        raise ValueError("a figure without a success")
    line = FileLine(
        number=number,
        path=optional(data["file"], text_of),
        status=status,
        kind=optional(data["kind"], lambda value: Kind(text_of(value))),
        reason=optional(data["reason"], text_of),
        message=optional(data["message"], text_of),
        sha256=optional(plan.get("sha256"), text_of),
        needs=None if needs is None else Needs(needs),
        statements=statements,
        mapping=None if mapping is None else _mapping(mapping),
        already=truth(plan.get("already", False)),
        unread=tuple(text_of(name) for name in list_of(plan.get("unread", []), MOST_STATEMENTS)),
    )
    return Told(line, optional(plan.get("import"), whole))


def _planned(data: Object) -> Planned:
    figures = _figures(object_of(data["figures"]))
    standing = Standing(text_of(data["state"]))
    if standing is not Standing.DOUBTED and any(proof.name is ProofName.CLOSING for proof in figures.broken):
        raise ValueError("a failed proof that was not doubted")
    return Planned(
        index=whole(data["index"]),
        figures=figures,
        standing=standing,
        on=optional(data["closing_on"], day),
        account=optional(data["account"], text_of),
        account_name=optional(data["account_name"], text_of),
        choices=tuple(text_of(choice) for choice in list_of(data["choices"], MOST_STATEMENTS)),
        counts=Counts(whole(data["months_new"]), whole(data["months_known"]), whole(data["months_different"])),
        differences=tuple(_difference(object_of(item)) for item in list_of(data["differs"], MOST_MONTHS)),
        gaps=tuple(_gap(object_of(item)) for item in list_of(data["gaps"], MOST_MONTHS)),
        kept=truth(data["accepted"]),
    )


def _figures(data: Object) -> Figures:
    return Figures(
        kind=optional(data["kind"], lambda value: Kind(text_of(value))),
        year=optional(data["year"], whole),
        kpj=optional(data["kpj"], text_of),
        npp=optional(data["npp"], text_of),
        company=optional(data["company"], text_of),
        terms=Terms(**{name: optional(data[name], sen) for name in TERMS}),
        months=tuple(_month(object_of(item)) for item in list_of(data["months"], MOST_MONTHS)),
        proofs=tuple(_proof(object_of(item)) for item in list_of(data["proofs"], MOST_STATEMENTS)),
    )


def _month(data: Object) -> Month:
    return Month(
        blth=Blth.from_iso(text_of(data["blth"])),
        paid=optional(data["paid"], day),
        posted=optional(data["posted"], day),
        wage=optional(data["wage"], sen),
        rapel=optional(data["rapel"], sen),
        employer=optional(data["employer"], sen),
        worker=optional(data["worker"], sen),
    )


def _proof(data: Object) -> Proof:
    return Proof(ProofName(text_of(data["name"])), optional(data["holds"], truth), text_of(data["detail"]))


def _difference(data: Object) -> Difference:
    return Difference(
        text_of(data["what"]),
        text_of(data["field"]),
        *(optional(data[name], text_of) for name in ("here", "known", "source")),
    )


def _gap(data: Object) -> Gap:
    return Gap(whole(data["year"]), sen(data["opening"]), sen(data["closing"]))


def _mapping(data: Object) -> Mapping:
    columns = tuple(_column(object_of(item)) for item in list_of(data["columns"], MOST_STATEMENTS))
    return Mapping(
        fingerprint=optional(data["fingerprint"], text_of),
        form=optional(data["form"], text_of),
        header=optional(data["header"], truth),
        columns=columns,
        separator=optional(data["separator"], text_of),
        numbers=optional(data["numbers"], text_of),
        dates=optional(data["dates"], text_of),
        missing=tuple(text_of(item) for item in list_of(data["missing"], MOST_STATEMENTS)),
    )


def _column(data: Object) -> Column:
    samples = tuple(text_of(item) for item in list_of(data["samples"], MOST_STATEMENTS))
    return Column(whole(data["index"]), text_of(data["name"]), samples, optional(data["role"], text_of))


# The values themselves


def optional(value: object, read: Callable[[object], T]) -> T | None:
    """None stays None; anything else is read."""
    return None if value is None else read(value)


def text_of(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def object_of(value: object) -> Object:
    """A JSON object, in which a key that lacks is a ValueError."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return _Strict(value)


def list_of(value: object, most: int) -> list[object]:
    """A list of not more than that."""
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("not a list, or too long")
    return value


def truth(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def whole(value: object) -> int:
    """A whole number of zero or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("not a whole number")
    return value


def sen(value: object) -> int:
    """An amount of the wire, in sen."""
    return from_wire(text_of(value))


def day(value: object) -> dt.date:
    """A day of the wire."""
    found = dt.date.fromisoformat(text_of(value))
    if found.isoformat() != value:
        raise ValueError("not a day")
    return found


def moment(value: object) -> dt.datetime:
    """A moment of the wire, in UTC."""
    found = dt.datetime.fromisoformat(text_of(value))
    if found.utcoffset() != dt.timedelta():
        raise ValueError("not a moment in UTC")
    return found


class _Strict(Object):
    """A dict whose missing keys are a ValueError."""

    def __missing__(self, key: str) -> object:
        raise ValueError("a key lacks")


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


def _object(pairs: list[tuple[str, object]]) -> Object:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
