"""Which of a page's figures may be the JHT balance: the program they are of, and what speaks against them."""

from __future__ import annotations

import re
from typing import Final

from core.portal.figures.facts import Figure, Page, Scope
from core.portal.figures.labels import Kind, Label, Program
from core.portal.figures.parts import parts
from core.portal.figures.values import State

# "atas nama BUDI SANTOSO", "PT MAJU JAYA": names in capitals, or each word with one.
_NAMES: Final = re.compile(
    r"\b(?:(?i:atas nama|a\.?n\.?|milik|sdri?\.?|bapak|ibu|halo|hai|yth\.?)|PT|CV|UD)[ .:]+[A-Z][A-Za-z.']*(?: [A-Z][A-Za-z.']*){0,5}"
)


def candidates(page: Page) -> list[Figure]:
    """The figures that may be the JHT balance, or its total. Why others were dropped is noted on the page."""
    out: list[Figure] = []
    foreign = False
    said = programs_said(page)
    for figure in page.figures:
        if figure.label.kind not in (Kind.BALANCE, Kind.TOTAL):
            continue
        program = program_of(figure, said)
        if program is Program.FOREIGN:
            foreign = foreign or (figure.label.kind is Kind.BALANCE and figure.state is State.AMOUNT)
        elif program is Program.BOTH or (program is None and not _of_jht(page)):
            page.dropped.add("program_unclear")
        elif figure.label.kind is Kind.TOTAL and not figure.context.balance:
            continue
        elif figure.label.strange and (figure.label.program is not Program.JHT or _names_something_else(page, figure.label)):
            page.dropped.add("label_unclear")
        else:
            out.append(figure)
    if foreign:  # "Total Saldo" beside a pension's balance adds both
        out = [figure for figure in out if not (figure.label.total and program_of(figure, said) is None)]
    if page.other_money and not page.orphans and any(figure.label.kind is Kind.TOTAL for figure in out):
        page.dropped.add("label_unclear")
        out = [figure for figure in out if figure.label.kind is not Kind.TOTAL]  # "Total", beside contributions: of what?
    part = parts(page)
    closed = {part[id(figure)] for figure in out if figure.label.closing and not figure.label.total}
    opened = {part[id(figure)] for figure in page.figures if figure.label.kind is Kind.OPENING}
    out = [one for one in out if not (one.label.total and not one.label.closing and part[id(one)] in closed & opened)]
    if any(figure.label.sums for figure in out):
        out = [figure for figure in out if figure.label.sums or not figure.label.total or figure.label.program is not None]
    return out


def _names_something_else(page: Page, label: Label) -> bool:
    """Whether words that nobody knows are left in a label without its greeting, its person and its company."""
    text = _NAMES.sub(" ", label.text)
    return page.labels.of(text.rpartition(", ")[2].strip()).strange > 0


def programs_said(page: Page) -> dict[Scope, set[Program]]:
    """What is said of programs (`Program: JP`), by the part of the page it is said of: the smallest one around it that holds a figure."""
    out: dict[Scope, set[Program]] = {}
    holding = {scope for figure in page.figures for scope in figure.scope.chain()}
    for scope, one in page.attributes:
        if isinstance(one.value, Program):
            out.setdefault(next((around for around in scope.chain() if around in holding), scope), set()).add(one.value)
    return out


def program_of(figure: Figure, said: dict[Scope, set[Program]]) -> Program | None:
    """The program of a figure: by its own label, by what is said in its own box, by the headings above. What is said in another box of
    its part may take the figure away from JHT, but does not make it JHT's. A label that is the heading's may be of several boxes, one of
    which says that it is another program's."""
    own = figure.label.program
    if own is not None and figure.label.text != figure.context.heading:
        return own
    around = _program_around(figure, said)
    return own if own is not None and around is not Program.FOREIGN else around


def _program_around(figure: Figure, said: dict[Scope, set[Program]]) -> Program | None:
    for scope in figure.scope.chain():
        own = {one.value for one in scope.attributes if isinstance(one.value, Program)}
        if len(own) == 1:
            return own.pop()
    around = next((said[scope] for scope in figure.scope.chain() if scope in said), set())
    if not around <= {Program.JHT}:
        return Program.FOREIGN if around == {Program.FOREIGN} else Program.BOTH
    return figure.context.program


def _of_jht(page: Page) -> bool:
    """Whether the page speaks of JHT outside its menus; or it speaks of a card (KPJ), and even its menus know no other program."""
    if page.says_jht:
        return True
    return page.links_jht and not page.links_foreign and any(one.kind is Kind.KPJ and not one.weak for _, one in page.attributes)
