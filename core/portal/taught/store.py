"""The file of taught rules: plain, small, private, written whole. One that is damaged is set aside under a dated name, never deleted."""

from __future__ import annotations

import json
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.portal.taught.rules import MOST_RULES, Means, Place, Proof, Rule
from core.whole_file import read_small, write_whole

FILE_NAME: Final = "taught.json"
VERSION: Final = 1
MOST_BYTES: Final = 200_000
ABOUT: Final = (
    "Kata-kata di samping saldo yang Anda tunjukkan kepada Saldo JHT, tanpa angka dan tanpa nama. / "
    "The words beside the balance that you pointed out to Saldo JHT, without figures and without names."
)
log = logging.getLogger("saldo.taught")
_KEYS: Final = {"portal", "label", "means", "place", "beside", "proof"}


class NotKept(Exception):
    """The rules could not be written; `reason`: `taught_newer` (the file is of a newer version) or `taught_not_written`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Taught:
    """What was taught. `aside`: where a damaged file was put; `newer`: the file is of a version that this program cannot read."""

    rules: tuple[Rule, ...] = ()
    aside: Path | None = None
    newer: bool = False

    def of(self, portal: str) -> tuple[Rule, ...]:
        """The rules of one portal."""
        return tuple(rule for rule in self.rules if rule.portal == portal)


def load(folder: Path) -> Taught:
    """What was taught, from the data folder. A file that is none of ours is set aside; then nothing is known."""
    path = folder / FILE_NAME
    text = read_small(path, MOST_BYTES)
    if text is None and not path.exists():
        return Taught()
    try:
        data = json.loads(text or "")
        if isinstance(data, dict) and type(data.get("version")) is int and data["version"] > VERSION:
            return Taught(newer=True)
        return Taught(_rules(data))
    except (ValueError, TypeError, KeyError, RecursionError):
        log.warning("the taught rules are damaged and were set aside")
        return Taught(aside=_set_aside(path))


def last_aside(folder: Path) -> Path | None:
    """The newest file that was set aside, whoever read it then: the person is told as long as it is there."""
    try:
        found = [path for path in folder.iterdir() if path.name.startswith(f"{FILE_NAME}.broken-")]
    except OSError:
        return None
    return max(found, default=None, key=lambda path: path.name)


def keep(folder: Path, rule: Rule) -> None:
    """Add a rule, in place of one of the same portal with the same words. Raises NotKept."""
    taught = load(folder)
    rest = [one for one in taught.rules if (one.portal, one.label) != (rule.portal, rule.label)]
    _write(folder, taught, (*rest, rule)[-MOST_RULES:])


def forget(folder: Path, portal: str, label: tuple[str, ...] | None = None) -> int:
    """Forget one rule of a portal, or all of them; how many there were. Raises NotKept."""
    taught = load(folder)
    rest = tuple(one for one in taught.rules if one.portal != portal or (label is not None and one.label != label))
    gone = len(taught.rules) - len(rest)
    if gone:
        _write(folder, taught, rest)
    return gone


def wire(rule: Rule) -> dict[str, object]:
    """A rule as it stands in the file, and in the lines of the command."""
    return {
        "portal": rule.portal,
        "label": rule.words,
        "means": rule.means.value,
        "place": rule.place.value,
        "beside": list(rule.beside),
        "proof": rule.proof.value,
    }


def from_wire(data: object) -> Rule:
    """A rule of the file. Raises ValueError, TypeError or KeyError for anything else."""
    if not isinstance(data, dict) or data.keys() != _KEYS or not isinstance(data["beside"], list):
        raise ValueError("no rule")
    if not all(isinstance(data[key], str) for key in _KEYS - {"beside"}) or not all(
        isinstance(one, str) for one in data["beside"]
    ):
        raise ValueError("no rule")
    return Rule(
        portal=data["portal"],
        label=tuple(data["label"].split(" ")),
        means=Means(data["means"]),
        place=Place(data["place"]),
        proof=Proof(data["proof"]),
        beside=tuple(data["beside"]),
    )


def _rules(data: object) -> tuple[Rule, ...]:
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("rules"), list):
        raise ValueError("not ours")
    if len(data["rules"]) > MOST_RULES:
        raise ValueError("too many")
    return tuple(dict.fromkeys(from_wire(one) for one in data["rules"]))


def _write(folder: Path, taught: Taught, rules: tuple[Rule, ...]) -> None:
    if taught.newer:
        raise NotKept("taught_newer")
    text = json.dumps({"about": ABOUT, "version": VERSION, "rules": [wire(rule) for rule in rules]}, indent=1, ensure_ascii=False)
    try:
        write_whole(folder / FILE_NAME, text + "\n")
    except OSError:
        raise NotKept("taught_not_written") from None


def _set_aside(path: Path) -> Path | None:
    """Rename a damaged file to a dated name that is free; None if even that fails."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    for number in range(100):
        kept = path.with_name(f"{path.name}.broken-{stamp}" + (f"-{number}" if number else ""))
        if not kept.exists():
            with suppress(OSError):
                return path.rename(kept)
            return None
    return None
