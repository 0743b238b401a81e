"""The words a worker goes by at a portal (`resources/portals/general.toml`), normalised once for matching."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import NamedTuple

from core.portal.profile import PORTALS


class Words(NamedTuple):
    """Word lists by name. doors: links before the sign-in; links: after it; fields: labels and names of fields;
    outcomes: families of phrases, in the order in which they decide."""

    doors: dict[str, tuple[str, ...]]
    links: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]
    outcomes: dict[str, tuple[str, ...]]
    order: tuple[str, ...]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The general words, read once a process."""
    data = tomllib.loads((PORTALS / "general.toml").read_text("utf-8"))

    def lists(section: str) -> dict[str, tuple[str, ...]]:
        return {key: _phrases(text) for key, text in data[section].items() if key != "order"}

    return Words(lists("doors"), lists("links"), lists("fields"), lists("outcomes"), _phrases(data["outcomes"]["order"]))


def _phrases(text: str) -> tuple[str, ...]:
    """ "lihat saldo, cek saldo" as ("lihat saldo", "cek saldo"); a phrase never runs over a line's end unfinished."""
    return tuple(" ".join(text.split()).split(", "))
