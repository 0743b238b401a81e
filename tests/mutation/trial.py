"""Trying mutants: each in a process of its own, in which the tests find the mutated module instead of the real one."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import os
import signal
import sys
import time
import tomllib
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

from tests.mutation.mutants import Mutant

ROOT = Path(__file__).resolve().parents[2]
_LIMIT_S = 60  # a mutant that loops for ever is noticed, too


_corpus: list[tuple[str, Any]] = []


def _name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a mutant."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._name = _name_of(mutant.path)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(
            fullname,
            self._mutant.path,
            loader=self,  # type: ignore[arg-type]
            submodule_search_locations=[str(self._mutant.path.parent)] if self._mutant.path.name == "__init__.py" else None,
        )

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._mutant.tree(), str(self._mutant.path), "exec"), vars(module))


def outcomes(mutants: Sequence[Mutant], tests: Sequence[str], processes: int, *, corpus: bool) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant with whether the tests noticed it, as they come in."""
    assert not any(_name_of(mutant.path) in sys.modules for mutant in mutants), "a mutant could not take its place"
    waiting = list(mutants)[::-1]
    running: dict[int, Mutant] = {}
    while waiting or running:
        while waiting and len(running) < processes:
            mutant = waiting.pop()
            running[_start([mutant], tests, corpus)] = mutant
        process, status = os.wait()
        if process in running:
            yield running.pop(process), os.waitstatus_to_exitcode(status) != 0


def baseline(paths: Sequence[Path], tests: Sequence[str], *, corpus: bool) -> float:
    """How long the tests take, in seconds, with all of these files loaded as a mutant is, but without a fault.

    Raises SystemExit if they fail: every mutant would seem to be noticed then.
    """
    _load_once()
    if corpus:
        _corpus.extend(_parsed_corpus())
    began = time.monotonic()
    faultless = [Mutant(path, 0, "no fault", partial(ast.parse, path.read_text("utf-8"))) for path in paths]
    if os.waitstatus_to_exitcode(os.waitpid(_start(faultless, tests, corpus), 0)[1]):
        raise SystemExit("the tests fail without a fault")
    return time.monotonic() - began


def _load_once() -> None:
    """Loads what every process needs and no mutant can be part of."""
    import hypothesis
    import lxml.etree  # noqa: F401
    import pytest  # noqa: F401

    hypothesis.settings.register_profile("mutants", max_examples=30, derandomize=True, database=None, deadline=None)
    hypothesis.settings.load_profile("mutants")


def _start(mutants: Sequence[Mutant], tests: Sequence[str], corpus: bool) -> int:
    process = os.fork()
    if not process:
        signal.alarm(_LIMIT_S)
        sys.meta_path[:0] = map(_Finder, mutants)
        _run(tests, corpus)
    return process


def _parsed_corpus() -> list[tuple[str, Any]]:
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


def _corpus_notices() -> bool:
    """Whether a page of the corpus is answered otherwise than is written down: the tests that bite most."""
    from tests.corpus import answers

    recorded = answers.recorded()
    return any(answers.answer_to(page) != recorded[stem] for stem, page in _corpus)


def _run(tests: Sequence[str], corpus: bool) -> None:
    """Runs the tests in this process, and ends it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(ROOT)
    warnings.simplefilter("error")
    try:
        noticed = corpus and _corpus_notices()
        for test, values in () if noticed else _calls(tests):
            test(**values)
    except BaseException:
        noticed = True
    os._exit(noticed)


def _calls(tests: Sequence[str]) -> Iterator[tuple[Callable[..., None], dict[str, Any]]]:
    """The tests of these files with all their parameters, those that make up their own examples last. Run so, without pytest around
    them, they take a tenth of its time; tests that need fixtures are left out, so that a mutant may survive, but none is noticed amiss."""
    found = []
    for path in tests:
        module = importlib.import_module(".".join(Path(path).with_suffix("").parts))
        found += [test for name, test in vars(module).items() if name.startswith("test_") and callable(test)]
    for test in sorted(found, key=lambda one: hasattr(one, "hypothesis")):
        marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
        sets = [list(map(partial(_named, mark.args[0]), mark.args[1])) for mark in marks]
        for chosen in product(*sets):
            values = {name: value for one in chosen for name, value in one.items()}
            if hasattr(test, "hypothesis") or set(inspect.signature(test).parameters) == values.keys():
                yield test, values


def _named(names: str | Sequence[str], value: Any) -> dict[str, Any]:
    """One set of a parametrized test's values, by their names."""
    split = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    values = getattr(value, "values", None) if type(value).__name__ == "ParameterSet" else None
    if values is None:
        values = (value,) if len(split) == 1 else value
    return dict(zip(split, values, strict=True))
