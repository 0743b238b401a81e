"""The words in the files: titles of tables and columns, Indonesian and English, from resources/i18n/export.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "export.toml"


@dataclass(frozen=True, slots=True)
class FileWords:
    """One language's words."""

    table: dict[str, Any]

    @classmethod
    def load(cls, language: str) -> FileWords:
        """The words of "id" or "en". KeyError for another language."""
        return cls(tomllib.loads(FILE.read_text("utf-8"))[language])

    def title(self, table: str) -> str:
        """A table's title."""
        return str(self.table["tables"][table])

    def column(self, key: str) -> str:
        """A column's title."""
        return str(self.table["columns"][key])

    def code(self, text: str) -> str:
        """A source, trigger or status in words; the code itself where there are none (a status of a later version)."""
        return str(self.table["codes"].get(text, text))

    def say(self, key: str, **values: str) -> str:
        """A text by its key, the named places filled."""
        return str(self.table[key]).format(**values)
