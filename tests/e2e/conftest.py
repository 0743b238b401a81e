"""What every journey gets: an empty home, and a portal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.simulator import Simulator


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty HOME for the processes of one test."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return home


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running
