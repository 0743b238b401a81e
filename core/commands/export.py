"""`main.py export`: the person's record as a file for another program."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from core.commands.check import now
from core.commands.opened import key_of
from core.commands.options import Options, Usage, parse
from core.commands.output import put
from core.commands.proved import must_be_as_written
from core.commands.record import read_records
from core.errors import EXIT_CODES, InternalError
from core.export import bookkeeping
from core.export.csv_files import Separators, csv_text
from core.export.record import Record
from core.export.tables import tables
from core.export.words import FileWords
from core.ledger import Ledger
from core.whole_file import replace_whole
from core.words import Words, language

SEPARATORS = {"id": Separators.INDONESIAN, "intl": Separators.INTERNATIONAL}
LANGUAGES = ("id", "en")
BYTE_ORDER_MARK = "\ufeff"  # spreadsheets take a CSV without it for another encoding
Made = dict[str, bytes]  # the content of each file by its ending: "" for a format of one file, "-saldo" and so on for several


class NotWritten(InternalError):
    """The file could not be written; `reason` is a code."""


def run(argv: list[str]) -> int:
    """Write the record in the format asked for and tell where it is: with --json one object {"files": [paths]}.

    --out names the file ("-": standard output), for CSV also a folder for its tables; by default a dated name in the folder one is in.
    A file that is there already is only replaced with --force. Raises Usage.
    """
    options = parse(
        argv, texts=("--format", "--account", "--out", "--separators", "--language"), switches=("--demo", "--json", "--force")
    )
    words = Words.load()
    try:
        make, ending = _format(options)
        written = _write(make(), ending, options)
    except InternalError as problem:
        put(sys.stderr, words.explain(problem))
        return EXIT_CODES[problem.status]
    if "--json" in options:
        put(sys.stdout, json.dumps({"files": [str(path) for path in written]}))
    else:
        for path in written:
            put(sys.stdout, words.say("exported", path=str(path)))
    return 0


def _format(options: Options) -> tuple[Callable[[], Made], str]:
    """How the wanted format is made, and the ending of its files. Raises Usage."""
    spoken = options["--language"] or language(os.environ)
    separators = SEPARATORS.get(options["--separators"] or spoken.replace("en", "intl"))
    if spoken not in LANGUAGES:
        raise Usage("usage_bad_value", what="--language")
    if separators is None:
        raise Usage("usage_bad_value", what="--separators")
    words = FileWords.load(spoken)

    def text(write: Callable[[Sequence[Record], FileWords], str]) -> Callable[[], Made]:
        return lambda: {"": write(read_records(options), words).encode()}

    def csv() -> Made:
        made = tables(read_records(options))
        return {f"-{words.title(t.name).lower()}": (BYTE_ORDER_MARK + csv_text(t, words, separators)).encode() for t in made}

    def xlsx() -> Made:
        from core.export.xlsx_file import TooManyRows, xlsx_bytes

        try:
            return {"": xlsx_bytes(tables(read_records(options)), words, now())}
        except TooManyRows:
            raise NotWritten("export_too_long") from None

    def pdf() -> Made:
        from core.export.pdf_report import pdf_bytes

        return {"": pdf_bytes(read_records(options), words, now())}

    def record() -> Made:
        from core.ledger.record_file import dump
        from core.paths import Folders

        if options["--account"] is not None:
            raise Usage("usage_excludes", what="--account", other="--format json")
        folders = Folders.for_person("--demo" in options)
        if not folders.ledger.exists():
            raise Usage("not_yet")
        key = key_of(folders.ledger, "--demo" in options)
        must_be_as_written(folders.ledger, key)
        Ledger.to_read(folders.ledger, key).close()  # brings an older file up to date first
        return {"": "".join(dump(folders.ledger, key)).encode()}

    formats: dict[str, tuple[Callable[[], Made], str]] = {
        "csv": (csv, "csv"),
        "xlsx": (xlsx, "xlsx"),
        "pdf": (pdf, "pdf"),
        "json": (record, "json"),
        "beancount": (text(bookkeeping.beancount), "beancount"),
        "ledger": (text(bookkeeping.ledger), "ledger"),
        "qif": (text(bookkeeping.qif), "qif"),
    }
    wanted = options["--format"]
    if wanted is None:
        raise Usage("usage_value_missing", what="--format")
    if wanted not in formats:
        raise Usage("usage_bad_value", what="--format")
    return formats[wanted]


def _write(made: Made, ending: str, options: Options) -> list[Path]:
    """Write the files, each whole or not at all; none if one of them is there already. Raises NotWritten, Usage."""
    out = options["--out"]
    if out == "-":
        if len(made) != 1:
            raise Usage("usage_one_file", what="--out -")
        sys.stdout.buffer.write(next(iter(made.values())))
        sys.stdout.buffer.flush()
        return []
    paths = _paths(made, ending, out)
    if "--force" not in options and any(path.exists() for path in paths):
        raise NotWritten("export_exists")
    try:
        for path, body in zip(paths, made.values(), strict=True):
            replace_whole(path, body)
    except OSError:
        raise NotWritten("export_not_written") from None
    return paths


def _paths(made: Made, ending: str, out: str | None) -> list[Path]:
    """One path a file. A folder (or no --out) gets dated names; several files share the stem of the name that was given."""
    given = Path(out) if out else Path()
    today = now().astimezone().date().isoformat()
    stem, folder = (
        (f"saldo-jht-{today}", given) if given.is_dir() else (given.stem if len(made) > 1 else given.name, given.parent)
    )
    if given.is_dir() or len(made) > 1:
        return [folder / f"{stem}{part}.{ending}" for part in made]
    return [folder / stem]
