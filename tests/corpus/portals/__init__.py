"""The corpus of walkable portals: what a program that has never seen a portal must be able to read, and what it must refuse."""

from tests.corpus.portals import bootstrap, cards, dotnet, forms, gates, human, java, old_tables, outcomes, php_old, roads, traps
from tests.corpus.portals.registry import PORTALS, Portal

FAMILIES = (php_old, old_tables, roads, java, dotnet, bootstrap, forms, gates, cards, traps, human, outcomes)

__all__ = ["FAMILIES", "PORTALS", "Portal"]
