"""Trying mutants: each in a process of its own, forked from one in which all is loaded.

A fault inside a function is put into that function; one that shows when a module is loaded (a pattern, a list of words, a function that
runs then) makes the child load the module, and all that uses it, again. Only the items that come by the faulty statement are run, those
that noticed a neighbour first, until one fails.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import mmap
import os
import pickle
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from tests.mutation.items import ROOT, items, parsed_corpus
from tests.mutation.mutants import Mutant
from tests.mutation.touched import Touched, measure

_NO_PROGRAM = 3
_LIMIT_S = 0.5  # of the processor's time for one item, and thirty times its own: a mutant that loops for ever is noticed, too


class Trial:
    """The process the others are forked from. Raises SystemExit if an item fails without a fault: every mutant would seem noticed."""

    def __init__(self, paths: Sequence[Path], tests: Sequence[str], *, corpus: bool) -> None:
        _load_what_no_mutant_is_part_of()
        self._tests = tests
        self._corpus = parsed_corpus() if corpus else []
        self._first = set(sys.modules)
        ran: set[tuple[str, str]] = set()
        files = {str(path) for path in paths}

        def note(frame: Any, event: str, _: object) -> None:
            if event == "call" and frame.f_code.co_filename in files:
                ran.add((frame.f_code.co_filename, frame.f_code.co_qualname))

        sys.setprofile(note)
        try:
            self._items = items(tests, self._corpus)
        finally:
            sys.setprofile(None)
        self._ran_when_loaded = ran
        self._names = list(self._items)
        self.touched = self._measured(paths)
        self._hits: Counter[tuple[Path, str | None, str]] = Counter()

    def _measured(self, paths: Sequence[Path]) -> Touched:
        with tempfile.TemporaryDirectory() as folder:
            to = Path(folder, "touched")
            process = os.fork()
            if not process:
                _end(lambda: measure(self._items, paths, to), silent=False)
            if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]):
                raise SystemExit("the tests fail without a fault")
            touched = pickle.loads(to.read_bytes())
        assert isinstance(touched, Touched)
        return touched

    def outcomes(self, mutants: Sequence[Mutant], processes: int) -> Iterator[tuple[Mutant, str | None]]:
        """Each mutant with the item that noticed it, or None, as they come in."""
        told = mmap.mmap(-1, 4 * len(mutants) + 4)
        waiting = list(range(len(mutants)))[::-1]
        running: dict[int, int] = {}
        while waiting or running:
            while waiting and len(running) < processes:
                number = waiting.pop()
                running[self._start(mutants[number], told, 4 * number)] = number
            process, status = os.wait()
            if process not in running:
                continue
            number = running.pop(process)
            mutant, by = mutants[number], int.from_bytes(told[4 * number : 4 * number + 4], "big")
            noticed = os.waitstatus_to_exitcode(status) != 0
            if os.waitstatus_to_exitcode(status) == _NO_PROGRAM:
                raise SystemExit(f"no program: {mutant.path.name}:{mutant.line}: {mutant.what}")
            name = self._names[by - 1] if by else "when it is loaded"
            if noticed and by:
                self._hits[mutant.path, mutant.within, name] += 1
                self._hits[mutant.path, None, name] += 1
            yield mutant, name if noticed else None

    def asked(self, mutant: Mutant) -> list[str]:
        """The items that may notice a mutant, the likeliest first."""
        hits = self._hits
        when_loaded = (str(mutant.path), mutant.within) in self._ran_when_loaded
        return sorted(
            self.touched.seconds if when_loaded else self.touched.of(mutant),
            key=lambda item: (-hits[mutant.path, mutant.within, item], -hits[mutant.path, None, item]),
        )

    def _start(self, mutant: Mutant, told: mmap.mmap, at: int) -> int:
        process = os.fork()
        if not process:
            _end(lambda: self._run(mutant, told, at))
        return process

    def _run(self, mutant: Mutant, told: mmap.mmap, at: int) -> None:
        try:
            compile(mutant.tree(), str(mutant.path), "exec")
        except (SyntaxError, ValueError, TypeError):
            os._exit(_NO_PROGRAM)  # it would seem to be noticed
        asked = self.asked(mutant)
        every = self._items
        if not asked:
            return
        if (str(mutant.path), mutant.within) in self._ran_when_loaded or not _put(mutant):
            signal.setitimer(signal.ITIMER_VIRTUAL, 40 * _LIMIT_S)
            every = self._loaded_again(mutant)
        number = {name: place for place, name in enumerate(self._names, 1)}
        for name in asked:
            told[at : at + 4] = number[name].to_bytes(4, "big")
            signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT_S + 30 * self.touched.seconds[name])
            every[name]()

    def _loaded_again(self, mutant: Mutant) -> Any:
        for name in [name for name in sys.modules if name not in self._first and name.partition(".")[0] in ("core", "tests")]:
            parent, _, last = name.rpartition(".")
            del sys.modules[name]
            if parent in sys.modules:
                vars(sys.modules[parent]).pop(last, None)
        assert _name_of(mutant.path) not in sys.modules, "a mutant could not take its place"
        sys.meta_path.insert(0, _Finder(mutant))
        return items(self._tests, self._corpus)


def _load_what_no_mutant_is_part_of() -> None:
    import hypothesis
    import lxml.etree  # noqa: F401
    import pytest  # noqa: F401

    hypothesis.settings.register_profile("mutants", max_examples=30, derandomize=True, database=None, deadline=None)
    hypothesis.settings.load_profile("mutants")


def _end(what: Any, *, silent: bool = True) -> None:
    """Does something in this process, and ends it: 1 where it raised anything."""
    if silent:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    os.chdir(ROOT)
    try:
        what()
    except BaseException as error:
        if not silent:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def _name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _put(mutant: Mutant) -> bool:
    """Gives the function of a loaded module the mutant's code; False where that cannot be done."""
    if mutant.within is None:
        return False
    found: Any = sys.modules[_name_of(mutant.path)]
    code: CodeType = compile(mutant.tree(), str(mutant.path), "exec")
    for name in mutant.within.split("."):
        found = inspect.getattr_static(found, name)
        code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == name)
    while not isinstance(found, FunctionType):
        inner = next(
            (one for at in ("__wrapped__", "__func__", "fget", "func") if (one := getattr(found, at, None)) is not None), None
        )
        if inner is None:
            return False
        found = inner
    if found.__code__.co_freevars != code.co_freevars:
        return False
    found.__code__ = code
    return True


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
