"""The command line of `main.py import`: file names and options, looked at before anything is opened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from core.commands.options import Options, Usage, parse
from core.imports.csv_map import BadMap
from core.imports.list_maps import ListMaps

TEXTS = ("--account", "--accept", "--choose", "--expect-sha256", "--map", "--kpj")
MODES = ("--text-stdin", "--typed", "--wage", "--list", "--undo", "--redo")
SWITCHES = (
    "--password-stdin",
    "--passwords-stdin",
    "--dry-run",
    "--json",
    "--demo",
    "--progress",
    "--remember-map",
    "--plain",
    *MODES,
)
MOST_FILES = 1_000
NEW = "new"
_DIGEST = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)
_NUMBER = re.compile(r"#?[1-9][0-9]{0,17}", re.ASCII)
_ONLY_FILES = ("--password-stdin", "--passwords-stdin", "--expect-sha256", "--map", "--progress", "--remember-map")


class Mode(StrEnum):
    """What is asked for."""

    FILES = "files"
    TEXT = "--text-stdin"  # a message, pasted
    TYPED = "--typed"
    WAGE = "--wage"
    LIST = "--list"
    UNDO = "--undo"
    REDO = "--redo"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says. `words`: the file names, or the figures typed; no repr, a secret might be typed there by mistake."""

    mode: Mode
    options: Options
    words: tuple[str, ...] = field(default=(), repr=False)
    accepted: frozenset[tuple[str, int]] = frozenset()
    chosen: dict[str, int | None] = field(default_factory=dict)  # digest -> account number, None: a new one
    expected: tuple[str | None, ...] = ()
    maps: ListMaps = field(default_factory=ListMaps)


def read(argv: Sequence[str]) -> Wanted:
    """All of it, or Usage; a value is never repeated in it."""
    words, rest = _apart(argv)
    options = parse(rest, texts=TEXTS, switches=SWITCHES)
    mode = _mode(options)
    _must_fit(mode, options, words)
    return Wanted(
        mode,
        options,
        tuple(words),
        accepted=frozenset(_accepted(options["--accept"])),
        chosen=dict(_chosen(options["--choose"])),
        expected=tuple(_expected(options["--expect-sha256"], len(words))),
        maps=_maps(options["--map"]),
    )


def number_of(text: str) -> int:
    """An import's or account's number: 7 or #7. Raises ValueError."""
    if not _NUMBER.fullmatch(text):
        raise ValueError
    return int(text.removeprefix("#"))


def _apart(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """The plain words, and the options with their values. After "--" everything is a word."""
    words: list[str] = []
    options: list[str] = []
    rest = iter(argv)
    for argument in rest:
        if argument == "--":
            words += rest
        elif not argument.startswith("-"):
            words.append(argument)
        else:
            options.append(argument)
            if argument in TEXTS and (value := next(rest, None)) is not None:
                options.append(value)
    return words, options


def _mode(options: Options) -> Mode:
    pressed = [name for name in MODES if name in options]
    if len(pressed) > 1:
        raise Usage("usage_excludes", what=pressed[0], other=pressed[1])
    return Mode(pressed[0]) if pressed else Mode.FILES


def _must_fit(mode: Mode, options: Options, words: list[str]) -> None:
    if mode is not Mode.FILES:
        for name in _ONLY_FILES:
            if name in options:
                raise Usage("usage_excludes", what=name, other=mode)
    if "--password-stdin" in options and "--passwords-stdin" in options:
        raise Usage("usage_excludes", what="--password-stdin", other="--passwords-stdin")
    if "--kpj" in options and mode not in (Mode.TYPED, Mode.WAGE):
        raise Usage("usage_needs", what="--kpj", other="--typed")
    if mode in (Mode.LIST, Mode.UNDO, Mode.REDO):
        for name in ("--dry-run", "--account", "--accept", "--choose"):
            if name in options and (mode, name) != (Mode.LIST, "--account"):
                raise Usage("usage_excludes", what=name, other=mode)
    if "--remember-map" in options and "--map" not in options:
        raise Usage("usage_needs", what="--remember-map", other="--map")
    _must_count(mode, len(words))


def _must_count(mode: Mode, count: int) -> None:
    if mode is Mode.FILES:
        if not count:
            raise Usage("import_no_files")
        if count > MOST_FILES:
            raise Usage("import_too_many_files")
    elif mode in (Mode.TYPED, Mode.WAGE):
        if count != 2:
            raise Usage("import_typed_needs_two", what=mode)
    elif mode is Mode.REDO and count != 1:
        raise Usage("usage_value_missing", what=mode)
    elif count > (1 if mode in (Mode.UNDO, Mode.REDO) else 0):
        raise Usage("usage_bad_value", what=mode)


def _accepted(text: str | None) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for part in text.split(",") if text else ():
        digest, _, index = part.partition(":")
        if not _DIGEST.fullmatch(digest) or not re.fullmatch(r"[0-9]{1,4}", index, re.ASCII):
            raise Usage("usage_bad_value", what="--accept")
        found.append((digest.lower(), int(index)))
    return found


def _chosen(text: str | None) -> list[tuple[str, int | None]]:
    found: list[tuple[str, int | None]] = []
    for part in text.split(",") if text else ():
        digest, _, account = part.partition("=")
        if not _DIGEST.fullmatch(digest) or not (account == NEW or _NUMBER.fullmatch(account)):
            raise Usage("usage_bad_value", what="--choose")
        found.append((digest.lower(), None if account == NEW else number_of(account)))
    return found


def _expected(text: str | None, files: int) -> list[str | None]:
    parts = text.split(",") if text is not None else []
    if (parts and len(parts) != files) or not all(part == "-" or _DIGEST.fullmatch(part) for part in parts):
        raise Usage("usage_bad_value", what="--expect-sha256")
    return [None if part == "-" else part.lower() for part in parts]


def _maps(text: str | None) -> ListMaps:
    try:
        return ListMaps() if text is None else ListMaps.from_text(text)
    except BadMap:
        raise Usage("usage_bad_value", what="--map") from None
