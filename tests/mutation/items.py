"""What is run against a mutant, one small thing after another: pages of the corpus, and tests with one set of their parameters."""

from __future__ import annotations

import importlib
import inspect
import tomllib
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Items = dict[str, Callable[[], object]]


def parsed_corpus() -> list[tuple[str, Any]]:
    """The pages of the corpus by name, parsed once for all: what reads them is loaded by each process for itself."""
    from core.portal import document

    pages = sorted((ROOT / "tests" / "corpus" / "pages").glob("*.html"))
    Random(0).shuffle(pages)  # unlike pages soon
    out = []
    for path in pages:
        truth = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
        try:
            page = document.parse(path.read_bytes(), "https://portal.example.test/jht/saldo", truth["content_type"])
        except document.PageNotUnderstood:
            continue
        assert page.text is not None and page.printed is not page
        out.append((path.stem, page))
    return out


def items(tests: Sequence[str], corpus: Sequence[tuple[str, Any]]) -> Items:
    """Everything that is run, by name, as the modules of this moment do it."""
    out: Items = {}
    if corpus:
        answers = importlib.import_module("tests.corpus.answers")
        recorded = answers.recorded()
        for stem, page in corpus:
            out[f"corpus {stem}"] = partial(_as_recorded, answers, page, recorded[stem])
    for path in tests:
        module = importlib.import_module(".".join(Path(path).with_suffix("").parts))
        for name, call in _calls(module):
            out[f"{Path(path).stem} {name}"] = call
    return out


def _as_recorded(answers: ModuleType, page: Any, recorded: str) -> None:
    assert answers.answer_to(page) == recorded


def _calls(module: ModuleType) -> Iterator[tuple[str, Callable[[], object]]]:
    """The tests of a file with all their parameters. Run so, without pytest around them, they take a tenth of its time; those that
    need fixtures are left out, so that a mutant may survive, but none is noticed amiss."""
    for name, test in vars(module).items():
        if not name.startswith("test_") or not callable(test):
            continue
        marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
        sets = [list(map(partial(_named, mark.args[0]), mark.args[1])) for mark in marks]
        for number, chosen in enumerate(product(*sets)):
            values = {key: value for one in chosen for key, value in one.items()}
            if hasattr(test, "hypothesis") or set(inspect.signature(test).parameters) == values.keys():
                yield f"{name} {number}", partial(_strictly, test, values)


def _strictly(test: Callable[..., None], values: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        test(**values)


def _named(names: str | Sequence[str], value: Any) -> dict[str, Any]:
    """One set of a parametrized test's values, by their names."""
    split = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    values = getattr(value, "values", None) if type(value).__name__ == "ParameterSet" else None
    if values is None:
        values = (value,) if len(split) == 1 else value
    return dict(zip(split, values, strict=True))
