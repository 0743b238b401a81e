"""The corpus of walkable portals: what a program that has never seen a portal must be able to read, and what it must refuse."""

from tests.corpus.portals import dotnet, java, old_tables, php_old, roads
from tests.corpus.portals.registry import PORTALS, Portal

__all__ = ["PORTALS", "Portal", "old_tables", "php_old", "roads"]
