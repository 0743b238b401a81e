"""The closing of a statement and its dues, where no label names them and a total does."""

from __future__ import annotations

from typing import Final

from core.statements.proofs import jht_dues
from core.statements.roles import Role
from core.statements.summary import Terms, Unclear
from core.statements.totals import Table

_PLUS: Final = (Role.OPENING, Role.GROWTH, Role.DUES, Role.GROWTH_ON_DUES)


def _dues(terms: Terms) -> int | None:
    dues = terms.get(Role.DUES)
    employer, worker = terms.get(Role.EMPLOYER_DUES), terms.get(Role.WORKER_DUES)
    if employer is None or worker is None:
        return dues
    if dues is not None and dues != employer + worker:
        raise Unclear("figures_disagree")
    return employer + worker


def _total_as_dues(terms: Terms, table_dues: int | None) -> int | None:
    """ "Total Iuran" where no other line names the dues: it is they, if the months say so, or the identity holds only then."""
    total = terms.get(Role.TOTAL_DUES)
    if total is None or total == table_dues:
        return total
    if table_dues is not None:
        return None  # dues with what they grew by; the table tells the dues
    rest = sum(terms.get(role) or 0 for role in (Role.OPENING, Role.GROWTH)) - (terms.get(Role.TAKEN) or 0)
    grown = terms.get(Role.GROWTH_ON_DUES) or 0
    return total if rest + total + grown == terms.get(Role.CLOSING) else None


def with_closing(terms: Terms, table: Table) -> Terms:
    """Where no label says "saldo akhir", a total that is all of it says so; the identity must then hold for it."""
    values, pairs = dict(terms.values), dict(terms.pairs)
    dues = _dues(terms)
    if dues is None:
        dues = _total_as_dues(terms, jht_dues(table))
    if dues is not None:
        values[Role.DUES] = dues
    if Role.CLOSING not in values:
        for role in (Role.TOTAL_ALL, Role.TOTAL_BALANCE):
            if role not in values or (role is Role.TOTAL_ALL and terms.get(Role.TAKEN) and not _is_net(values)):
                continue
            if role is Role.TOTAL_BALANCE and Role.TOTAL_DUES in values:
                continue
            values[Role.CLOSING], pairs[Role.CLOSING] = values[role], pairs[role]
            break
    if Role.TAX in values:
        values[Role.TAKEN] = _with_tax(values)
    return Terms(values, pairs, terms.printed)


def _with_tax(values: dict[Role, int]) -> int:
    """What was taken, where its tax is printed, too: with the tax if only then it adds up, else as it is printed."""
    taken, tax = values.get(Role.TAKEN), values[Role.TAX]
    if taken is None:
        return tax
    together = sum(values.get(role, 0) for role in (*_PLUS, Role.EXTRA_DUES)) - values.get(Role.CLOSING, 0)
    return taken + tax if together == taken + tax else taken


def _is_net(values: dict[Role, int]) -> bool:
    """Whether a total of all has what was taken out of it already: every term is printed, and only then it adds up."""
    if any(role not in values for role in _PLUS):
        return False
    return sum(values[role] for role in _PLUS) + values.get(Role.EXTRA_DUES, 0) - values[Role.TAKEN] == values[Role.TOTAL_ALL]
