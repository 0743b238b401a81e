"""The words of the command line, Indonesian and English: data in `resources/i18n/cli.toml`, chosen by the person's locale."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import CheckError, Status

FILE = Path(__file__).resolve().parents[1] / "resources" / "i18n" / "cli.toml"
LONGEST_QUOTE = 300


def language(environment: Mapping[str, str]) -> str:
    """ "en" if the person's locale is an English one, else "id", the language of the portal and its people."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "en" if value.lower().startswith("en") else "id"
    return "id"


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. The file is read at the first use: most successful checks need none."""

    language: str
    table: dict[str, Any]

    @classmethod
    def load(cls, chosen: str | None = None) -> Words:
        """The words of that language, by default of this process's locale."""
        import tomllib

        chosen = chosen or language(os.environ)
        return cls(chosen, tomllib.loads(FILE.read_text("utf-8"))[chosen])

    def say(self, key: str, **values: str) -> str:
        """A text by its key, the named places filled. KeyError for a key that is not in the file."""
        return str(self.table[key]).format(**values)

    def explain(self, error: CheckError) -> str:
        """One sentence for people: what happened and what to do, with the portal's own words in quotation marks.

        By the reason where it has words of its own, else by what the portal wants, else by the status.
        """
        said = self.table["reason"].get(error.reason)
        if said is None and error.need is not None:
            said = self.table["need"][error.need.value]
        if said is None:
            said = self.table["status"][error.status.value]
        if error.status is Status.VAULT_UNAVAILABLE or not error.portal_words:
            return f"{said}."
        return f"{said}; {self.say('portal_says')}: “{quoted(error.portal_words)}”."


def quoted(text: str) -> str:
    """The portal's sentence fit for a line: printable, spaces single, not endless."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"
