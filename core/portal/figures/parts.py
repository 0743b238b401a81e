"""Which figures stand in one part of the page: a table, a list, or neighbours each in a box of its own."""

from __future__ import annotations

from collections import Counter

from core.portal.figures.facts import Page, Scope


def parts(page: Page) -> dict[int, Scope]:
    """The part of each of the page's figures, by the figure's `id`: of one that stands alone in its box (`<li>`, `<p>`, `<dd>`) the
    smallest box that holds another one, too."""
    holding = Counter(scope for figure in page.figures for scope in figure.scope.chain())
    out: dict[int, Scope] = {}
    for figure in page.figures:
        scope = figure.scope
        while scope.parent is not None and (scope.column or holding[scope] == 1):
            scope = scope.parent
        out[id(figure)] = scope
    return out


def strange_parts(page: Page) -> set[Scope]:
    """The parts in which an amount stands whose sign nobody knows."""
    return {around for scope in page.strange for around in scope.chain()}
