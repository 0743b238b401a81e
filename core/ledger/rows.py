"""Values to rows and back: money in sen, times as UTC text. A row that makes no sense is a broken ledger, never a guess."""

from __future__ import annotations

import datetime as dt
import sqlite3

from core.blth import Blth
from core.errors import Need, Status
from core.models import Account, Attempt, Balance, Card, Evidence, Reading, Segment, Source, Step, Trigger

Value = str | int | bytes | None
_EVIDENCE = "evidence_label, evidence_path, evidence_excerpt"
_NEWEST = """
    SELECT id FROM reading WHERE account_id = ? AND (import_id IS NULL OR import_id NOT IN (SELECT id FROM hidden_import))
    ORDER BY day DESC, checked_at DESC, id DESC LIMIT ?"""
_ACCOUNTS = "SELECT id, name, user, portal, remember, paused FROM account"

ACCOUNTS = _ACCOUNTS + " ORDER BY id"
ACCOUNT_BY_NAME = _ACCOUNTS + " WHERE name = ?"
ACCOUNT_BY_NUMBER = _ACCOUNTS + " WHERE id = ?"
EMPTY_IMPORTS = """
    SELECT id FROM import WHERE id NOT IN (SELECT import_id FROM statement) AND id NOT IN (SELECT import_id FROM wage)"""
ATTEMPTS = """
    SELECT attempt.id, account_id, asked_by, started_at, finished_at, status, need, reason, portal_words, step
    FROM attempt LEFT JOIN attempt_end ON attempt_end.attempt_id = attempt.id
    WHERE account_id = ? ORDER BY attempt.id DESC LIMIT ?"""
READINGS = f"""
    SELECT id, account_id, import_id, portal, source, checked_at, as_of, total, total_is_portals, {_EVIDENCE}
    FROM reading WHERE id IN ({_NEWEST}) ORDER BY day, checked_at, id"""  # noqa: S608 - constants of this file
CARDS = f"""
    SELECT reading_id, balance, kpj, company, npp, segment, active, last_contribution, {_EVIDENCE}
    FROM card WHERE reading_id IN ({_NEWEST}) ORDER BY reading_id, position"""  # noqa: S608 - constants of this file


def number_of(row: sqlite3.Row) -> int:
    """The first column of a row, a number."""
    return int(row[0])


def time_text(moment: dt.datetime) -> str:
    """An aware time as "2026-11-22T01:12:33Z". ValueError for a naive one: it would silently be taken for local time."""
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def time_of(text: str) -> dt.datetime:
    """The aware UTC time of exactly such a text; ValueError for any other."""
    moment = dt.datetime.fromisoformat(text)  # a twentieth of what strptime takes: a look at the ledger reads hundreds
    if moment.isoformat() != text.removesuffix("Z") + "+00:00":
        raise ValueError("not a time as the ledger writes it")
    return moment


def account_of(row: sqlite3.Row) -> Account:
    """One row of ACCOUNTS."""
    return Account(row["id"], row["name"], row["user"], row["portal"], bool(row["remember"]), bool(row["paused"]))


def attempt_of(row: sqlite3.Row) -> Attempt:
    """One row of ATTEMPTS; what has no end yet has None there."""
    return Attempt(
        id=row["id"],
        account_id=row["account_id"],
        trigger=Trigger(row["asked_by"]),
        started_at=time_of(row["started_at"]),
        finished_at=time_of(row["finished_at"]) if row["finished_at"] else None,
        status=Status(row["status"]) if row["status"] else None,
        need=Need(row["need"]) if row["need"] else None,
        reason=row["reason"],
        portal_words=row["portal_words"],
        step=Step(row["step"]) if row["step"] else None,
    )


def card_of(row: sqlite3.Row) -> tuple[int, Card]:
    """One row of CARDS: the reading's number and the card."""
    return row["reading_id"], Card(
        balance=row["balance"],
        kpj=row["kpj"],
        company=row["company"],
        npp=row["npp"],
        segment=Segment(row["segment"]) if row["segment"] else None,
        active=None if row["active"] is None else bool(row["active"]),
        last_contribution=Blth.from_iso(row["last_contribution"]) if row["last_contribution"] else None,
        evidence=evidence_of(row),
    )


def reading_of(row: sqlite3.Row, cards: tuple[Card, ...]) -> Reading:
    """One row of READINGS with its cards."""
    return Reading(
        id=row["id"],
        account_id=row["account_id"],
        portal=row["portal"],
        source=Source(row["source"]),
        checked_at=time_of(row["checked_at"]),
        balance=Balance(
            total=row["total"],
            cards=cards,
            as_of=dt.date.fromisoformat(row["as_of"]) if row["as_of"] else None,
            total_is_portals=bool(row["total_is_portals"]),
            evidence=evidence_of(row),
        ),
        import_id=row["import_id"],
    )


def reading_entry(balance: Balance) -> dict[str, Value]:
    """The columns of a reading that tell its balance."""
    return {
        "as_of": balance.as_of.isoformat() if balance.as_of else None,
        "total": balance.total,
        "total_is_portals": int(balance.total_is_portals),
        **evidence_entry(balance.evidence),
    }


def card_entry(card: Card) -> dict[str, Value]:
    """The columns of a card, but for the reading it belongs to."""
    return {
        "balance": card.balance,
        "kpj": card.kpj,
        "company": card.company,
        "npp": card.npp,
        "segment": card.segment.value if card.segment else None,
        "active": None if card.active is None else int(card.active),
        "last_contribution": str(card.last_contribution) if card.last_contribution else None,
        **evidence_entry(card.evidence),
    }


def evidence_of(row: sqlite3.Row) -> Evidence | None:
    """The evidence a row holds, if any."""
    if row["evidence_label"] is None:
        return None
    return Evidence(row["evidence_label"], row["evidence_path"], row["evidence_excerpt"])


def evidence_entry(evidence: Evidence | None) -> dict[str, Value]:
    """The columns of an evidence."""
    if evidence is None:
        return {}
    return {"evidence_label": evidence.label, "evidence_path": evidence.path, "evidence_excerpt": evidence.excerpt}
