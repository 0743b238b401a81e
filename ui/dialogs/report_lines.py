"""What `main.py report` answers, read strictly: each place of the page beside what the report says there, and the report, packed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

MOST_PAIRS = 4_000
MOST_LINES = 100
KINDS = ("text", "tag", "attribute", "style", "dropped")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the page: `before` as it stands there, `after` as the report says it. kind: one of KINDS."""

    kind: str
    before: str = field(repr=False)
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """All that one run said. `packed` is the report itself, as the command takes it back; `left_out` places are not shown here."""

    places: tuple[Place, ...]
    packed: str = field(repr=False)
    cut: bool
    left_out: int


def read_preview(lines: list[str]) -> Preview:
    """The preview of whole lines. Raises ValueError for anything that is not in its form."""
    if not 0 < len(lines) <= MOST_LINES:
        raise ValueError("too many lines, or none")
    *parts, last = [_object(line) for line in lines]
    places = [_place(one) for part in parts for one in _list(part.get("pairs"))]
    packed, cut, left_out = last.get("report"), last.get("cut"), last.get("left_out")
    if not isinstance(packed, str) or type(cut) is not bool or type(left_out) is not int or len(places) > MOST_PAIRS:
        raise ValueError("not a preview")
    return Preview(tuple(places), packed, cut, left_out)


def written_path(lines: list[str]) -> str | None:
    """Where the report was written; None if it was not."""
    try:
        found = _object(lines[-1]).get("written") if lines else None
    except ValueError:
        return None
    return found if isinstance(found, str) else None


def _object(line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise ValueError("not a list")
    return found


def _place(found: object) -> Place:
    match found:
        case [str(kind), str(before), str(after)] if kind in KINDS:
            return Place(kind, before, after)
    raise ValueError("not a place")
