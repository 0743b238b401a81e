"""A simulator on a fixed day, and browsers for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from core.simulator import Simulator
from tests.core.simulator.visitor import Visitor

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator(today=lambda: TODAY, hang_s=30, slow_s=0.2) as running:
        yield running


@pytest.fixture
def visit(simulator: Simulator) -> Iterator[Callable[[str], Visitor]]:
    """A new browser at an era."""
    with ExitStack() as browsers:
        yield lambda era: browsers.enter_context(Visitor(simulator, era))
