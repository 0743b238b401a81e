"""Trying mutants: each in a process of its own, in which the tests find the mutated module instead of the real one."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from types import ModuleType

from tests.mutation.mutants import Mutant

ROOT = Path(__file__).resolve().parents[2]
_LIMIT_S = 60  # a mutant that loops for ever is noticed, too


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a mutant."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        parts = mutant.path.relative_to(ROOT).with_suffix("").parts
        self._name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

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
    import lxml.etree  # noqa: F401  loaded once for all; hypothesis may not be, pytest wants to rewrite it
    import pytest  # noqa: F401

    assert not any(name == "core" or name.startswith("core.") for name in sys.modules), "a mutant could not take its place"
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
    began = time.monotonic()
    faultless = [Mutant(path, 0, "no fault", partial(ast.parse, path.read_text("utf-8"))) for path in paths]
    if os.waitstatus_to_exitcode(os.waitpid(_start(faultless, tests, corpus), 0)[1]):
        raise SystemExit("the tests fail without a fault")
    return time.monotonic() - began


def _start(mutants: Sequence[Mutant], tests: Sequence[str], corpus: bool) -> int:
    process = os.fork()
    if not process:
        signal.alarm(_LIMIT_S)
        sys.meta_path[:0] = map(_Finder, mutants)
        _run(tests, corpus)
    return process


def _corpus_notices() -> bool:
    """Whether a page of the corpus is read otherwise than its truth says: much the fastest of the tests, without pytest around it."""
    from tests.core.portal import test_corpus_pages as corpus

    stems = list(corpus.STEMS)
    Random(0).shuffle(stems)  # unlike pages soon
    for stem in stems:
        truth = corpus.truth_of(stem)
        outcome, balance = corpus.outcome_of(stem, truth)
        if outcome not in corpus.accepted(truth) or (balance is not None and corpus.differences(truth, balance)):
            return True
    return False


def _run(tests: Sequence[str], corpus: bool) -> None:
    """Runs the tests in this process, and ends it."""
    import pytest

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(ROOT)
    try:
        if corpus and _corpus_notices():
            os._exit(1)
        code = int(pytest.main(["-x", "-q", "--no-header", "-p", "no:randomly", "--hypothesis-seed=0", *tests]))
    except BaseException:
        code = 1
    os._exit(code)
