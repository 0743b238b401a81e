"""A file to be read, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.statements.statement import FileStatus
from tests.statements.truth import Truth

Make = Callable[[Path], Path]  # makes the file in a folder and returns it


@dataclass(frozen=True, slots=True)
class Case:
    """`expect`: the statuses of which one must come; with OK among them, every figure must be one of `truths`.

    `needs`: figures that must have been read where the status is OK; None: every figure that is printed.
    """

    name: str
    family: str
    make: Make = field(repr=False)
    expect: frozenset[FileStatus]
    truths: tuple[Truth, ...] = ()
    password: str | None = None
    needs: frozenset[str] | None = None
    label: str = ""  # what is special about it, for a list of findings


def one(*status: FileStatus) -> frozenset[FileStatus]:
    """The statuses of which one must come."""
    return frozenset(status)
