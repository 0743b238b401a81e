"""Every way to a PDF by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from tests.statements.producers import browser, fpdf_ways, qt_ways, reportlab_ways
from tests.statements.sheet import Sheet

Way = Callable[[Sequence[Sheet], Path, Random], None]
WAYS: dict[str, Way] = {
    "qt_document": qt_ways.document,
    "qt_cells": qt_ways.cells,
    "reportlab_pieces": reportlab_ways.pieces,
    "reportlab_letters": reportlab_ways.letters,
    "reportlab_platypus": reportlab_ways.platypus,
    "fpdf_cells": fpdf_ways.cells,
    "browser_printed": browser.printed,
}


def here() -> dict[str, Way]:
    """The ways that this machine has."""
    return {name: way for name, way in WAYS.items() if name != "browser_printed" or browser.found()}
