"""Mutants that are the same program: nothing a page could hold, and nothing a test could ask, tells them from the original.

Each stands in `equivalents.toml` with its reason, found by the text of its line, so that it follows the line. One whose line has changed
counts as a mutant again until somebody has looked. A line that only saves time (a memo, a shortcut before the long way) says so itself, in
a comment that begins with `cost:`; a mutant of it that no test notices is dearer or cheaper, but says the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from tests.mutation.mutants import Mutant

_LIST = Path(__file__).resolve().with_suffix(".toml")


def equivalents(path: Path = _LIST) -> Callable[[Mutant], str | None]:
    """Tells of a mutant why it is the same program; None for any other."""
    data = tomllib.loads(path.read_text("utf-8"))
    known = {(one["file"], one["line"], what): one["why"] for one in data["same"] for what in one["what"]}
    lines: dict[Path, list[str]] = {}

    def reason(mutant: Mutant) -> str | None:
        if mutant.path not in lines:
            lines[mutant.path] = mutant.path.read_text("utf-8").splitlines()
        line = lines[mutant.path][mutant.line - 1].strip()
        _, mark, why = line.partition("# cost: ")
        return f"only its cost: {why}" if mark else known.get((mutant.path.name, line, mutant.what))

    return reason
