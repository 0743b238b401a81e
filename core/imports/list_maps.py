"""How lists of one's own were read before, by their headers' fingerprints: a small private file. It holds no figure and no name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.imports.csv_map import BadMap, CsvMap
from core.whole_file import read_small, write_whole

FILE_NAME = "list_maps.json"
MOST_BYTES = 65_536
MOST_MAPS = 200


@dataclass(frozen=True, slots=True)
class ListMaps:
    """The mappings to use: `everywhere` for any list, else by fingerprint."""

    by_fingerprint: Mapping[str, CsvMap] = field(default_factory=dict)
    everywhere: CsvMap | None = None

    def for_list(self, fingerprint: str | None) -> CsvMap:
        """What is settled about lists with that header; nothing, if nothing is."""
        return self.everywhere or self.by_fingerprint.get(fingerprint or "", CsvMap())

    def over(self, older: ListMaps) -> ListMaps:
        """These, and what the older ones know beyond them."""
        return ListMaps({**older.by_fingerprint, **self.by_fingerprint}, self.everywhere or older.everywhere)

    @classmethod
    def from_text(cls, text: str) -> ListMaps:
        """What `--map` takes: one mapping for all lists, or several of the form FINGERPRINT:MAPPING with "/" between. Raises BadMap."""
        by_fingerprint: dict[str, CsvMap] = {}
        everywhere: CsvMap | None = None
        for part in text.split("/"):
            mark, colon, rest = part.partition(":")
            if not colon:
                if everywhere is not None:
                    raise BadMap
                everywhere = CsvMap.from_text(part)
            elif mark in by_fingerprint or not mark.isalnum():
                raise BadMap
            else:
                by_fingerprint[mark] = CsvMap.from_text(rest)
        return cls(by_fingerprint, everywhere)


def load(folder: Path) -> ListMaps:
    """What is remembered; nothing if there is no such file, or it is none of ours (the person is asked again, no more)."""
    text = read_small(folder / FILE_NAME, MOST_BYTES)
    try:
        data = json.loads(text or "{}")
        return ListMaps({str(mark): CsvMap.from_text(str(kept)) for mark, kept in data.items()})
    except (ValueError, AttributeError, RecursionError):
        return ListMaps()


def remember(folder: Path, fingerprint: str, settled: CsvMap) -> None:
    """Keep how a list was read, newest last; the oldest go when there are too many. Raises OSError."""
    kept = {mark: known for mark, known in load(folder).by_fingerprint.items() if mark != fingerprint}
    kept[fingerprint] = settled
    newest = list(kept.items())[-MOST_MAPS:]
    write_whole(folder / FILE_NAME, json.dumps({mark: known.to_text() for mark, known in newest}, indent=1) + "\n")
