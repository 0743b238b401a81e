"""The command lines of an import: which arguments of `main.py import` read for the preview, and which store what it shows (docs/import.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.money import to_wire
from ui.importing.model import FileLine
from ui.importing.wishes import AddFiles, AddText, AddTyped, AddWage


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to import: a file, a typed figure or a wage; what is told of it becomes the line with that number.

    `password`, `text` and `mapping` live only as long as the preview.
    """

    number: int
    path: str | None = None
    text: str | None = field(default=None, repr=False)
    typed: tuple[str, ...] = field(default=(), repr=False)
    mapping: str | None = None  # "FINGERPRINT:form=…", as --map takes it
    remember_mapping: bool = False
    password: str | None = field(default=None, repr=False)

    @property
    def label(self) -> str | None:
        return self.path


@dataclass(frozen=True, slots=True)
class Call:
    """One run of the command: its arguments, what goes over stdin, and the numbers its lines belong to."""

    arguments: list[str]
    numbers: tuple[int, ...]
    stdin: bytes = field(default=b"", repr=False)


def items_of(wish: AddFiles | AddText | AddTyped | AddWage, first: int) -> list[Item]:
    """What a wish adds, numbered from `first`."""
    match wish:
        case AddFiles(paths):
            return [Item(first + place, path=path) for place, path in enumerate(paths)]
        case AddText(text):
            return [Item(first, text=text)]
        case AddTyped(on, amount, kpj):
            return [Item(first, typed=("--typed", on.isoformat(), to_wire(amount), *(["--kpj", kpj] if kpj else [])))]
        case AddWage(since, amount, kpj):
            return [Item(first, typed=("--wage", str(since), to_wire(amount), *(["--kpj", kpj] if kpj else [])))]


def groups(items: Sequence[Item]) -> list[list[Item]]:
    """The items that one run can take together, all or none: every file, whatever opens it; everything else by itself."""
    together: dict[object, list[Item]] = {}
    for item in items:
        together.setdefault(item.number if item.path is None else "files", []).append(item)
    return list(together.values())


def preview(items: Sequence[Item], where: Sequence[str]) -> Call:
    """Read these for the preview; nothing is stored."""
    return _call(items, ["--dry-run", *where])


def store(items: Sequence[Item], lines: Sequence[FileLine], where: Sequence[str]) -> Call:
    """Store these as the preview shows them: only those very bytes, with what the person accepted and chose."""
    options = list(where)
    if items[0].path is not None:
        options += ["--expect-sha256", ",".join(line.sha256 or "-" for line in lines)]
    accepted = [f"{line.sha256}:{planned.index}" for line in lines for planned in line.doubted if planned.kept]
    if accepted:
        options += ["--accept", ",".join(accepted)]
    chosen = [f"{line.sha256}={line.chosen}" for line in lines if line.chosen]
    if chosen:
        options += ["--choose", ",".join(chosen)]
    if any(item.remember_mapping for item in items):
        options.append("--remember-map")
    return _call(items, options)


def _call(items: Sequence[Item], options: list[str]) -> Call:
    first = items[0]
    arguments = ["import", "--json", *(["--progress"] if first.path is not None else []), *options]
    stdin = b""
    mappings = [item.mapping for item in items if item.mapping]
    if mappings:
        arguments += ["--map", "/".join(dict.fromkeys(mappings))]
    passwords = {item.password for item in items} - {None}
    if len(passwords) == 1:
        arguments.append("--password-stdin")
        stdin = f"{passwords.pop()}\n".encode()
    elif passwords:
        arguments.append("--passwords-stdin")
        stdin = "".join(f"{item.password or ''}\n" for item in items).encode()
    if first.text is not None:
        arguments.append("--text-stdin")
        stdin = first.text.encode("utf-8")
    arguments += first.typed
    paths = [item.path for item in items if item.path is not None]
    return Call([*arguments, *(["--", *paths] if paths else [])], tuple(item.number for item in items), stdin)
