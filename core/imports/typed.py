"""Figures a person typed: a balance seen on a screen with its day, a wage from a payslip. Refused rather than bent into shape."""

from __future__ import annotations

import datetime as dt
import hashlib

from core.blth import Blth
from core.imports.csv_cells import FIRST_YEAR, NotThat, kpj_of
from core.money import AmbiguousMoney, NotMoney, page_style, parse_amount
from core.statements.statement import FileRead, FileStatus, Kind, Month, Statement


class NotTyped(ValueError):
    """What was typed is no such figure; `what` says which part: "date", "month", "amount", "kpj", "future". Carries no text."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def typed_balance(day: str, amount: str, kpj: str | None, *, today: dt.date) -> FileRead:
    """A balance on a day (2026-01-31), of a card or of all together. Raises NotTyped. Zero is an amount."""
    when = _day(day)
    if when > today:
        raise NotTyped("future")
    sen, card = _amount(amount), _card(kpj)
    statement = Statement(Kind.TYPED, kpj=card, closing=sen, closing_on=when)
    return _read(statement, f"balance {when.isoformat()} {card or '-'} {sen}")


def typed_wage(month: str, amount: str, kpj: str | None, *, today: dt.date) -> FileRead:
    """The wage of the payslips from a month (2026-01) on, until a later one changes it. Raises NotTyped."""
    try:
        blth = Blth.from_iso(month)
    except ValueError:
        raise NotTyped("month") from None
    if blth.year < FIRST_YEAR:
        raise NotTyped("month")
    if blth > Blth(today.year, today.month):
        raise NotTyped("future")
    sen, card = _amount(amount), _card(kpj)
    statement = Statement(Kind.PAYSLIPS, kpj=card, months=(Month(blth, wage=sen),))
    return _read(statement, f"wage {blth} {card or '-'} {sen}")


def _read(statement: Statement, said: str) -> FileRead:
    """As a file would be: what was typed has a digest, too, so that the same figure typed twice is one."""
    digest = hashlib.sha256(f"typed {said}".encode()).hexdigest()
    return FileRead(FileStatus.OK, statement.kind, (statement,), file_sha256=digest)


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise NotTyped("date") from None
    if day.isoformat() != text or day.year < FIRST_YEAR:  # 20260131 and 2026-W05-6 are dates of that form, too
        raise NotTyped("date")
    return day


def _amount(text: str) -> int:
    """One amount in a style it proves itself: 48731902, "Rp 48.731.902", 48,731,902.50; `1.250` could be two, so it is none."""
    try:
        sen = parse_amount(text, page_style([text]))
    except (NotMoney, AmbiguousMoney):
        raise NotTyped("amount") from None
    if sen < 0:
        raise NotTyped("amount")
    return sen


def _card(text: str | None) -> str | None:
    try:
        return None if text is None else kpj_of(text)
    except NotThat:
        raise NotTyped("kpj") from None
