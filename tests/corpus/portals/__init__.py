"""The corpus of walkable portals: what a program that has never seen a portal must be able to read, and what it must refuse."""

from tests.corpus.portals import (
    bootstrap,
    cards,
    dialects,
    dotnet,
    everyday,
    everyday_no,
    faults,
    forms,
    gates,
    hostile,
    human,
    java,
    nothing_there,
    old_tables,
    outcomes,
    php_old,
    plain_menus,
    roads,
    traps,
)
from tests.corpus.portals.registry import PORTALS, Portal

READ = (php_old, old_tables, roads, java, dotnet, bootstrap, forms, gates, cards, traps, dialects, everyday, plain_menus)
REFUSED = (human, outcomes, hostile, faults, nothing_there, everyday_no)

__all__ = ["PORTALS", "READ", "REFUSED", "Portal"]
