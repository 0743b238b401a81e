"""The mutation tester's own promises: where a fault is, which function runs it, and what is left alone."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.mutation.equivalents import equivalents
from tests.mutation.mutants import Mutant, mutants

SOURCE = '''"""A module."""
LIMIT = 3  # cost: a memo


@made(slots=True)
class Kept:
    """A class."""

    size: int = 7

    def has(self, text: str, least: int = 5) -> bool:
        """A method."""
        if (
            len(text) > least
            and text != "x"
        ):
            return True
        return False


def outer() -> int:
    def inner() -> int:
        return 11

    return inner()
'''


def _of(tmp_path: Path) -> list[Mutant]:
    path = tmp_path / "module.py"
    path.write_text(SOURCE, "utf-8")
    return mutants(path)


def test_a_fault_knows_the_function_that_runs_it_and_the_lines_of_its_statement(tmp_path: Path) -> None:
    found = {mutant.what: (mutant.within, mutant.lines) for mutant in _of(tmp_path)}
    assert found["3 -> 4"] == (None, range(2, 3))
    assert found["7 -> 8"] == (None, range(9, 10))
    assert found["5 -> 6"][0] is None  # a default is made when the class is
    assert found["Gt -> GtE"] == ("Kept.has", range(13, 17))
    assert found["False -> True"] == ("Kept.has", range(18, 19))
    assert found["11 -> 12"] == ("outer", range(23, 24))


def test_docstrings_annotations_and_how_a_class_is_kept_are_left_alone(tmp_path: Path) -> None:
    lines = [mutant.line for mutant in _of(tmp_path)]
    assert not {1, 5, 7, 12} & set(lines)
    assert lines == sorted(lines)


def test_each_mutant_differs_from_the_source_and_can_be_compiled(tmp_path: Path) -> None:
    plain = ast.unparse(ast.parse(SOURCE))
    for mutant in _of(tmp_path):
        tree = mutant.tree()
        assert ast.unparse(tree) != plain, mutant.what
        compile(tree, "module.py", "exec")


def test_a_line_that_says_that_it_only_saves_time_is_counted_apart(tmp_path: Path) -> None:
    why = equivalents()
    reasons = {mutant.what: why(mutant) for mutant in _of(tmp_path)}
    assert reasons["3 -> 4"] == "only its cost: a memo"
    assert reasons["11 -> 12"] is None
