"""A browser that prints: chromium, headless."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.statements.producers.markup import page_of
from tests.statements.sheet import Sheet

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_END_S = 60


def found() -> str | None:
    """The browser of this machine; None where there is none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def printed(sheets: Sequence[Sheet], path: Path, rng: Random) -> None:
    """The page, printed to PDF by the browser. OSError where there is no browser."""
    program = found()
    if program is None:
        raise FileNotFoundError("no chromium here")
    size, font = rng.choice(("A4", "A4 landscape", "legal landscape")), rng.choice(("sans-serif", "serif", "DejaVu Sans"))
    css = f"@page {{ size: {size}; margin: 12mm; }} body {{ font-family: {font}; font-size: 6.5pt; }}"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(page_of(list(sheets), css=css), "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]
        command = [program, *options, f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_END_S)
