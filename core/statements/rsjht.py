"""A yearly statement (RSJHT) from its lines: every card's figures, each with its proofs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from core import money
from core.models import Evidence
from core.portal.figures.words import Words as FigureWords
from core.portal.figures.words import find, load_words, words_of
from core.statements import proofs
from core.statements.closing import with_closing
from core.statements.limits import Limits, TooMuch
from core.statements.lines import Line
from core.statements.masking import evidence_of
from core.statements.roles import Role
from core.statements.section import Section, roles_of
from core.statements.sections import Divider
from core.statements.statement import FileRead, FileStatus, Kind, Proof, ProofName, Statement
from core.statements.summary import Pair, Unclear, pairs_of, terms_of
from core.statements.table import read_table
from core.statements.tokens import May, Token, date_of, tokens_of
from core.statements.words import StatementWords, families, load_statement_words

_TOP_LINES = 3
_TERMS = 3
_PROVING = (ProofName.CLOSING,)


def read_lines(lines: Sequence[Line], today: dt.date, limits: Limits) -> FileRead | None:
    """The statement these lines hold, or None where they do not look like one. Raises TooMuch."""
    words = load_statement_words()
    sections = Divider(words, limits.months).read(lines)
    if _is_unreal(lines, words):
        return _refused("only_estimates")
    jht = _names_the_program(lines, words)
    kept = [section for section in sections if _is_statement(section, jht, words)]
    if not kept:
        return None
    if any(_is_another(section, kept) for section in sections if section not in kept):
        return _refused("cards_unclear")
    if says_no_balance(lines, load_words()) and not any(
        section.rows or pairs_of(section.summary, words.summary) for section in kept
    ):
        return FileRead(FileStatus.NO_BALANCE, Kind.RSJHT, reason="no_balance")
    try:
        style = _style(lines, limits)
    except money.AmbiguousMoney:
        return _refused("number_style_unclear")
    read: list[Statement] = []
    for section in kept:
        try:
            statement = _statement(section, style, words, today)
        except Unclear as unclear:
            return _refused(unclear.reason)
        if statement not in read:  # the same statement twice in one file says nothing new
            read.append(statement)
    twins = [(statement.kpj, statement.year) for statement in read]
    if len(set(twins)) != len(twins):
        return _refused("figures_disagree", read)
    unproved = [statement for statement in read if not is_proved(statement)]
    if unproved:
        return _refused(_reason(unproved[0]), read)
    return FileRead(FileStatus.OK, Kind.RSJHT, statements=tuple(read))


def looks_like_one(lines: Sequence[Line], limits: Limits) -> bool:
    """Whether a text holds a table of months, or several terms of a summary: more than a message says. Raises TooMuch."""
    words = load_statement_words()
    sections = Divider(words, limits.months).read(lines)
    return any(section.rows or section.strange or len(roles_of(section, words)) >= _TERMS for section in sections)


def is_proved(statement: Statement) -> bool:
    """Whether its closing identity holds and no other proof that refuses has failed."""
    held = {proof.name for proof in statement.proofs if proof.holds}
    return statement.closing is not None and statement.proved and held.issuperset(_PROVING)


def says_no_balance(lines: Sequence[Line], words: FigureWords) -> bool:
    """Whether a line says that there is no balance."""
    return any(find(words.no_balance, words_of(line.text)) for line in lines)


def _refused(reason: str, doubted: Sequence[Statement] = ()) -> FileRead:
    return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, Kind.RSJHT, doubted=tuple(doubted), reason=reason)


def _reason(statement: Statement) -> str:
    failed = {proof.name for proof in statement.proofs if proof.holds is False and proof.refuses}
    if statement.closing is None:
        return "closing_missing"
    if ProofName.CLOSING in failed:
        return "parts_mismatch"
    if failed & {ProofName.SUM_DUES, ProofName.SUM_PENSION}:
        return "sums_mismatch"
    if ProofName.YEAR in failed:
        return "year_unclear"
    return "not_proved"


def _is_unreal(lines: Sequence[Line], words: StatementWords) -> bool:
    """Whether a title (above all amounts, or at the top of a page) says that the figures are estimated, or any line that they are
    not real."""
    begun = False
    for line in lines:
        found = set(families(words.title, line.text))
        title = not begun or line.number <= _TOP_LINES
        if "pretence" in found or ("unreal" in found and title and ":" not in line.text):
            return True
        begun = begun or any(May.AMOUNT in token.may and not token.plain for token in tokens_of(line))
    return False


def _names_the_program(lines: Sequence[Line], words: StatementWords) -> bool:
    """Whether the file names JHT anywhere, and not another fund as its own."""
    named = [families(words.title, line.text) for line in lines]
    return any({"program", "title", "summary"} & set(found) for found in named) and not any("foreign" in found for found in named)


def _is_another(section: Section, kept: Sequence[Section]) -> bool:
    """Whether what is no statement by itself is a part of another card's, which would be left out in silence."""
    kpj = section.head.kpj
    return bool(section.rows) or (kpj is not None and all(kpj != other.head.kpj for other in kept))


def _is_statement(section: Section, jht: bool, words: StatementWords) -> bool:
    """A title with a head, or a table of months with a summary in a file that names the program."""
    roles = roles_of(section, words)
    if section.titled:
        return bool(section.entries or section.rows or roles)
    if not jht:
        return False
    return bool(section.rows and len(roles) >= 2) or (len(roles) >= 4 and Role.CLOSING in roles and section.head.kpj is not None)


def _style(lines: Sequence[Line], limits: Limits) -> money.NumberStyle:
    """How the file as a whole writes its amounts. Raises AmbiguousMoney, TooMuch."""
    amounts = [token.text for line in lines for token in tokens_of(line) if May.AMOUNT in token.may and not token.plain]
    if len(amounts) > limits.amounts:
        raise TooMuch
    return money.page_style(amounts)


def _statement(section: Section, style: money.NumberStyle, words: StatementWords, today: dt.date) -> Statement:
    """One card's statement with its proofs. Raises Unclear."""
    if section.unreal:
        raise Unclear("only_estimates")
    if section.strange:
        raise Unclear("row_unclear")
    head = section.head
    if head.doubtful & {"kpj", "npp"}:
        raise Unclear("cards_unclear")
    pairs = pairs_of(section.summary, words.summary)
    terms = with_closing(terms_of(pairs, style), table := read_table(section.parts, style, words))
    if section.headed and not table.months and terms.get(Role.DUES):
        raise Unclear("row_unclear")  # a table whose lines were not recognised
    months = proofs.marked(table.months)
    year, years_differ = _year(section, head.years, pairs)
    dues, extra = terms.get(Role.DUES), terms.get(Role.EXTRA_DUES)
    closing_pair = terms.pairs.get(Role.CLOSING)
    all_proofs: list[Proof] = [
        proofs.closing(terms, proofs.jht_dues(table)),
        *proofs.table_sums(table, dues, extra),
        proofs.rate(months),
        proofs.year(months, year, years_differ, today),
    ]
    return Statement(
        kind=Kind.RSJHT,
        year=year,
        kpj=head.kpj,
        nik=head.nik,
        npp=head.npp,
        company=head.company,
        person=head.person,
        birth=head.birth,
        first_month=head.first_month,
        first_pension_month=head.first_pension_month,
        pension_months=head.pension_months,
        opening=terms.get(Role.OPENING),
        growth=terms.get(Role.GROWTH),
        dues=dues if extra is None or dues is None else dues + extra,
        growth_on_dues=terms.get(Role.GROWTH_ON_DUES),
        taken=terms.get(Role.TAKEN),
        closing=terms.get(Role.CLOSING),
        closing_on=closing_pair.dates[0] if closing_pair is not None and len(closing_pair.dates) == 1 else None,
        months=months,
        proofs=tuple(all_proofs),
        evidence=_evidence(closing_pair),
    )


def _year(section: Section, period: set[int], pairs: Sequence[Pair]) -> tuple[int | None, bool]:
    """The statement's year, and whether the file contradicts itself about it."""
    said = section.years | period
    for pair in pairs:
        if len(pair.dates) != 1:
            continue
        date = pair.dates[0]
        if pair.role is Role.OPENING:
            said.add(date.year + 1 if (date.month, date.day) == (12, 31) else date.year)
        elif pair.role in (Role.CLOSING, Role.TOTAL_ALL):
            said.add(date.year - 1 if (date.month, date.day) == (1, 1) else date.year)
    if len(said) > 1:
        return None, True
    if said:
        return said.pop(), False
    paid = {month.year for part in section.parts for _, tokens in part.rows for month in _payments(tokens)}
    return (paid.pop() if len(paid) == 1 else None), False


def _payments(tokens: Sequence[Token]) -> list[dt.date]:
    found = [date_of(token.text) for token in tokens if May.DATE in token.may]
    return [date for date in found if date is not None]


def _evidence(pair: Pair | None) -> Evidence | None:
    return None if pair is None or pair.amount is None else evidence_of(pair.label, pair.line, pair.amount)
