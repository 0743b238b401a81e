"""`main.py history-view points|reading|why|career`: what the window's history page asks for, as JSON lines. Amounts are sen (int)
here, days are ordinals (`datetime.date.toordinal`): up to a million points go over the pipe."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator

from core.commands.options import Options, Usage, parse
from core.commands.output import put
from core.commands.record import read_records
from core.errors import EXIT_CODES, InternalError
from core.export.record import Record
from core.insight.career import career
from core.insight.changes import Change, Told, changes
from core.insight.explain import Explanation, explain
from core.insight.series import totals
from core.insight.timeline import Line, Mark, MarkKind, timeline
from core.ledger.entries import Provenance
from core.models import Evidence, Reading, Source

CHUNK = 2_000
CHANGES_A_LINE = 500  # a line may be no longer than the window reads (ui.children.child)
WEST_INDONESIA = dt.timezone(dt.timedelta(hours=7))
SOURCES = tuple(Source)
ASKED = ("points", "reading", "why", "career")


def run(argv: list[str]) -> int:
    """Print the answer, then {"end": true}; {"problem": reason} if the ledger cannot be read. Raises Usage.

    points: {"line": n, "kpj", "company"}, {"points": [[reading, day, sen, source, added up]]}, {"bars"}, {"growth"}, {"marks"},
    {"changes": [{"kind", "kpj", "when", "day", "sen", "earlier": [sen, source, day it was known], "later"}]}.
    reading: one reading with its evidence and cards. why: the explanation between --from and --to (numbers of readings).
    """
    if not argv or argv[0] not in ASKED:
        raise Usage("usage_bad_value", what="history-view")
    asked, *rest = argv
    options = parse(rest, texts=("--account", "--id", "--from", "--to"), switches=("--demo",))
    if "--account" not in options:
        raise Usage("usage_value_missing", what="--account")
    try:
        (record,) = read_records(options)
        for data in _answer(asked, record, options):
            put(sys.stdout, json.dumps(data, separators=(",", ":")))
    except InternalError as problem:
        put(sys.stdout, json.dumps({"problem": problem.reason}))
        return EXIT_CODES[problem.status]
    put(sys.stdout, json.dumps({"end": True}))
    return 0


def _answer(asked: str, record: Record, options: Options) -> Iterable[dict[str, object]]:
    match asked:
        case "points":
            return _points(record)
        case "reading":
            return [_reading(_numbered(record, options, "--id"))]
        case "why":
            return [_why(record, _numbered(record, options, "--from"), _numbered(record, options, "--to"))]
    return [_career(record)]


def _numbered(record: Record, options: Options, name: str) -> Reading:
    """The reading of that number. Raises Usage."""
    number = options[name] or ""
    found = [reading for reading in (*totals(record.readings), *record.readings) if str(reading.id) == number]
    if not found:
        raise Usage("usage_bad_value", what=name)
    return found[0]


def _points(record: Record) -> Iterator[dict[str, object]]:
    found = timeline(record.readings, record.months, record.statements)
    for line in found.lines:
        yield {"line": line.kpj, "company": line.company}
        yield from _chunks(line)
    yield {"bars": [[bar.blth.year * 12 + bar.blth.month - 1, bar.amount, bar.kpj] for bar in found.bars]}
    yield {"growth": [[growth.year, growth.amount, growth.kpj] for growth in found.growth]}
    afterwards = changes(record.readings, record.statements)
    corrected = {change.day for change in afterwards if not change.is_fall}
    marks = [*found.marks, *(Mark(day, MarkKind.CORRECTED, 0) for day in sorted(corrected))]
    for start in range(0, len(marks), CHUNK):
        yield {"marks": [[mark.day.toordinal(), mark.kind.value, mark.amount] for mark in marks[start : start + CHUNK]]}
    for start in range(0, len(afterwards), CHANGES_A_LINE):
        yield {"changes": [_change(change) for change in afterwards[start : start + CHANGES_A_LINE]]}


def _change(change: Change) -> dict[str, object]:
    """One thing that was told differently later."""
    return {
        "kind": change.kind.value,
        "kpj": change.kpj,
        "when": str(change.when),
        "day": change.day.toordinal(),
        "sen": change.sen,
        "earlier": _told(change.earlier),
        "later": _told(change.later),
    }


def _told(told: Told) -> list[object]:
    known = told.where.known_at.astimezone(WEST_INDONESIA).date()
    return [told.sen, told.where.source.value, known.toordinal()]


def _chunks(line: Line) -> Iterator[dict[str, object]]:
    for start in range(0, len(line.points), CHUNK):
        yield {
            "points": [
                [
                    point.readings[-1].id,
                    point.day.toordinal(),
                    point.amount,
                    SOURCES.index(point.readings[-1].source),
                    int(point.added_up),
                ]
                for point in line.points[start : start + CHUNK]
            ]
        }


def _reading(reading: Reading) -> dict[str, object]:
    balance = reading.balance
    return {
        "id": reading.id,
        "day": reading.day.toordinal(),
        "checked_at": reading.checked_at.isoformat(),
        "source": reading.source.value,
        "portal": reading.portal,
        "total": balance.total,
        "evidence": _evidence(balance.evidence),
        "cards": [
            {"kpj": card.kpj, "company": card.company, "balance": card.balance, "evidence": _evidence(card.evidence)}
            for card in balance.cards
        ],
    }


def _evidence(evidence: Evidence | None) -> dict[str, str] | None:
    return None if evidence is None else {"label": evidence.label, "path": evidence.path, "excerpt": evidence.excerpt}


def _why(record: Record, before: Reading, after: Reading) -> dict[str, object]:
    if after.day < before.day:
        before, after = after, before
    found = explain(before, after, record.months, record.statements)
    return {
        "from": {"day": before.day.toordinal(), "total": before.balance.total},
        "to": {"day": after.day.toordinal(), "total": after.balance.total},
        "change": found.change,
        "parts": [
            {"what": p.what.value, "amount": p.amount, "estimate": p.estimate, "told_by": [_teller(one) for one in p.told_by]}
            for p in found.parts
        ],
        "lines": _lines(found),
        "missing": [str(blth) for blth in found.missing],
        "rate_bp": found.rate_bp,
        "rate_is_estimate": found.rate_is_estimate,
    }


def _lines(found: Explanation) -> list[dict[str, object]]:
    return [
        {
            "blth": str(line.month.blth),
            "paid": line.month.paid.isoformat() if line.month.paid else None,
            "employer": line.month.employer,
            "worker": line.month.worker,
            "company": line.company,
        }
        for line in found.lines
    ]


def _teller(told: Provenance) -> dict[str, object]:
    return {"source": told.source.value, "known_at": told.known_at.isoformat(), "import": told.import_id}


def _career(record: Record) -> dict[str, object]:
    found = career(record.readings, record.statements, record.months)
    return {
        "jobs": [
            {
                "kpj": job.kpj,
                "company": job.company,
                "npp": job.npp,
                "first": str(job.first) if job.first else None,
                "last": str(job.last) if job.last else None,
                "active": job.active,
                "balance": job.balance,
                "day": job.day.toordinal() if job.day else None,
                "gone": job.gone,
                "first_is_told": job.first_is_told,
            }
            for job in found.jobs
        ],
        "gaps": [[str(gap.first), str(gap.last), gap.told] for gap in found.gaps],
        "overlaps": [[*overlap.kpjs, str(overlap.first), str(overlap.last)] for overlap in found.overlaps],
        "total": found.total,
        "to_merge": list(found.to_merge),
    }
