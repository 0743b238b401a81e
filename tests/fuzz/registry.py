"""The mutations by name. Each takes a page and a source of chance, and answers a case; or None where it cannot be done to that page."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from tests.fuzz.base import Base
from tests.fuzz.oracle import Case

Mutation = Callable[[Base, Random], Case | None]
MUTATIONS: Final[dict[str, Mutation]] = {}


def mutation(make: Mutation) -> Mutation:
    """Registers a mutation under its function's name."""
    MUTATIONS[make.__name__] = make
    return make
