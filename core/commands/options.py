"""The command line's own reader: exactly the options a command knows, in words when one is wrong. (argparse costs 10 ms.)"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


class Usage(Exception):
    """The command line (or what was to come over stdin) is not usable. `key` and `values` are for the words file.

    `values` hold options only, never what was given to one: that might be a secret typed in the wrong place.
    """

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Options:
    """What was given: texts by option name, and switches."""

    texts: dict[str, str] = field(default_factory=dict, repr=False)
    switches: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> str | None:
        return self.texts.get(name)

    def __contains__(self, name: str) -> bool:
        return name in self.switches or name in self.texts


def parse(argv: Sequence[str], *, texts: Sequence[str] = (), switches: Sequence[str] = ()) -> Options:
    """Read `--name value`, `--name=value` and `--switch`. Raises Usage for anything else."""
    found: dict[str, str] = {}
    pressed: set[str] = set()
    rest = iter(argv)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name not in texts and name not in switches:
            raise (
                Usage("usage_unknown_option", what=name) if name.startswith("-") else Usage("usage_unexpected", what=_short(name))
            )
        if name in found or name in pressed:
            raise Usage("usage_twice", what=name)
        if name in switches:
            if equals:
                raise Usage("usage_no_value", what=name)
            pressed.add(name)
            continue
        given = value if equals else next(rest, None)
        if given is None or (not equals and given.startswith("--")):
            raise Usage("usage_value_missing", what=name)
        found[name] = given
    return Options(found, frozenset(pressed))


def _short(word: str) -> str:
    """The beginning of a stray word: enough to recognise it, not enough to give a secret away."""
    return word[:2] + "…" if len(word) > 2 else word
