"""The corpus of walkable portals: what a program that has never seen a portal must be able to read, and what it must refuse."""

from tests.corpus.portals import bootstrap, cards, dotnet, forms, gates, java, old_tables, php_old, roads, traps
from tests.corpus.portals.registry import PORTALS, Portal

FAMILIES = (php_old, old_tables, roads, java, dotnet, bootstrap, forms, gates, cards, traps)

__all__ = ["FAMILIES", "PORTALS", "Portal"]
