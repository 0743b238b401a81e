"""One file's bytes to what they say. Runs in the helper process (`core.statements.confined`), which may be ended at any moment."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance, Evidence
from core.statements.limits import Limits, PasswordNeeded, TooMuch, Unreadable
from core.statements.message import LONGEST, cards_in, has_split_figure, lines_of_text, may_be_cut, plain, sentences
from core.statements.shape import Shape, shape_of, text_of
from core.statements.statement import FileRead, FileStatus, Kind, Proof, ProofName, Statement

if TYPE_CHECKING:
    from core.portal.document import Document
    from core.portal.taught import Rule

MESSAGE = ".message"  # the name of a pasted text
_TRY_AS_ONE = ("no_statement", "figure_not_found", "program_unclear", "only_running_amounts")


def open_file(
    data: bytes, name: str, password: str | None, today: dt.date, limits: Limits, rules: tuple[Rule, ...] = ()
) -> FileRead:
    """What a file says. `name` is its file name ("" for a pasted text); it counts only where nothing else explains a refusal.
    rules: what was taught for pages (`core.portal.taught`)."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        read = open_text(text_of(data) or "", today, limits) if name == MESSAGE else _open(data, password, today, limits, rules)
    except PasswordNeeded:
        read = FileRead(FileStatus.PASSWORD_NEEDED, reason="wrong_password" if password is not None else "password_needed")
    except Unreadable as problem:
        read = FileRead(FileStatus.UNREADABLE_FILE, reason=problem.reason)
    except TooMuch as problem:
        read = FileRead(FileStatus.UNREADABLE_FILE, reason=problem.reason)
    except (MemoryError, RecursionError):
        read = FileRead(FileStatus.UNREADABLE_FILE, reason="too_large")
    promised = name.lower().endswith(".pdf") and shape_of(data) not in (Shape.PDF, Shape.EMPTY)
    if promised and read.status is FileStatus.PAGE_NOT_UNDERSTOOD and not read.doubted:
        read = FileRead(FileStatus.UNREADABLE_FILE, reason="not_a_statement_file")
    return replace(read, file_sha256=digest)


def _open(data: bytes, password: str | None, today: dt.date, limits: Limits, rules: tuple[Rule, ...]) -> FileRead:
    if len(data) > limits.file_bytes:
        raise TooMuch
    shape = shape_of(data)
    if shape is Shape.EMPTY:
        raise Unreadable("empty")
    if shape is Shape.PDF:
        return _pdf(data, password, today, limits)
    if shape is Shape.PACKAGE:
        from core.statements.web import page_in_package

        return _page(*page_in_package(data), today, limits, rules)
    if shape is Shape.PAGE:
        return _page(data, None, today, limits, rules)
    if shape is Shape.CSV:
        return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, Kind.CSV, reason="csv_columns_unknown")
    if shape is Shape.TEXT:
        return open_text(text_of(data) or "", today, limits)
    raise Unreadable("only_a_picture" if shape is Shape.PICTURE else "not_a_statement_file")


def _pdf(data: bytes, password: str | None, today: dt.date, limits: Limits) -> FileRead:
    from core.statements.pdf import read_pdf
    from core.statements.rsjht import read_lines

    read = read_lines(read_pdf(data, password, limits), today, limits)
    return read or FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, reason="no_statement")


def _page(body: bytes, content_type: str | None, today: dt.date, limits: Limits, rules: tuple[Rule, ...]) -> FileRead:
    from core.portal.document import parse
    from core.statements.page_months import months_of
    from core.statements.rsjht import read_lines
    from core.statements.web import lines_of_page

    try:
        document = parse(body, "", content_type)
        lines = lines_of_page(document)
        read = read_lines(lines, today, limits)
        if read is not None and not document.whole:
            return FileRead(FileStatus.UNREADABLE_FILE, Kind.RSJHT, reason="cut_off")
        if read is not None:
            return read
    except PageNotUnderstood as refusal:
        return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, Kind.SAVED_PAGE, reason=refusal.reason)
    read = _figures(body, content_type, today, Kind.SAVED_PAGE, rules)
    one = read.statements[0] if len(read.statements) == 1 else None
    if one is not None and one.kpj is not None and (months := months_of(lines, today, limits)):
        read = replace(read, statements=(replace(one, months=months),))
    return read


def open_text(text: str, today: dt.date, limits: Limits) -> FileRead:
    """What a text says: a statement's, with all its proofs, or a message's."""
    if len(text) > LONGEST:
        raise TooMuch
    return _statement_in(text, today, limits) or _message(text, today)


def _statement_in(text: str, today: dt.date, limits: Limits) -> FileRead | None:
    """The statement whose text was copied, or None for what has no table of months and no summary of several terms."""
    from core.statements.rsjht import looks_like_one, read_lines

    lines = lines_of_text(text)
    return read_lines(lines, today, limits) if looks_like_one(lines, limits) else None


def _message(text: str, today: dt.date) -> FileRead:
    """What a message says: every line is one sentence of a page; where sentences run over lines, the whole is one."""
    message = plain(text)
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    if not lines:
        raise Unreadable("empty")
    if has_split_figure(message):
        return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, Kind.SMS, reason="figure_unreadable")
    read = _figures(sentences(lines), "text/html; charset=utf-8", today, Kind.SMS)
    if read.status is FileStatus.PAGE_NOT_UNDERSTOOD and read.reason in _TRY_AS_ONE:
        read = _figures(sentences([" ".join(lines)]), "text/html; charset=utf-8", today, Kind.SMS)
    read = replace(read, statements=tuple(_with_card(statement, text) for statement in read.statements))
    if any(may_be_cut(statement.closing or 0, lines[-1]) for statement in read.statements):
        return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, Kind.SMS, doubted=read.statements, reason="message_cut_off")
    return read


def _with_card(statement: Statement, text: str) -> Statement:
    """The statement with the number of its card, where a message labels exactly one and has exactly one balance."""
    numbers, balance = cards_in(text), statement.balance
    if statement.kpj is not None or len(numbers) != 1 or (balance is not None and len(balance.cards) > 1):
        return statement
    kpj = numbers.pop()
    if balance is not None:
        balance = replace(balance, cards=tuple(replace(card, kpj=kpj) for card in balance.cards))
    return replace(statement, kpj=kpj, balance=balance)


def _figures(body: bytes, content_type: str | None, today: dt.date, kind: Kind, rules: tuple[Rule, ...] = ()) -> FileRead:
    """The balance of a page or a message, by the reader of the portal's pages."""
    from core.portal import figures
    from core.portal.document import parse

    try:
        balance = _balance(parse(body, "", content_type), body, today, rules)
    except figures.NotABalancePage:
        return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, kind, reason="no_statement")
    except NoBalance:
        return FileRead(FileStatus.NO_BALANCE, kind, reason="no_balance")
    except PageNotUnderstood as refusal:
        if refusal.reason in ("page_cut_off", "page_empty"):
            return FileRead(FileStatus.UNREADABLE_FILE, kind, reason="cut_off" if refusal.reason == "page_cut_off" else "empty")
        return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, kind, reason=refusal.reason)
    return FileRead(FileStatus.OK, kind, statements=(_of_balance(balance, kind),))


def _balance(document: Document, body: bytes, today: dt.date, rules: tuple[Rule, ...]) -> Balance:
    """The balance of a page, with what was taught for it. Raises as `figures.read` does."""
    from core.portal import figures

    if not rules:
        return figures.read(document, figures.load_words(), today=today)
    from core.portal.taught import read_with
    from core.portal.taught.saved import rules_of_saved

    return read_with(document, rules_of_saved(body, rules), figures.load_words(), today=today)


def _of_balance(balance: Balance, kind: Kind) -> Statement:
    """One statement for the whole page; the card's own fields where there is exactly one."""
    card = balance.cards[0] if len(balance.cards) == 1 else None
    cards = len(balance.cards)
    detail = f"Satu angka, {cards} kartu." if not balance.total_is_portals else f"{cards} kartu sama dengan total yang tercetak."
    evidence: Evidence | None = balance.evidence or (card.evidence if card else None)
    return Statement(
        kind=kind,
        kpj=card.kpj if card else None,
        npp=card.npp if card else None,
        company=card.company if card else None,
        closing=balance.total,
        closing_on=balance.as_of,
        proofs=(Proof(ProofName.BALANCE, True, detail),),
        balance=balance,
        evidence=evidence,
    )
