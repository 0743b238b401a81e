"""Which of the items runs which line, measured once without a fault: of a mutant only the items that come by its statement are asked."""

from __future__ import annotations

import pickle
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutation.items import Items
from tests.mutation.mutants import Mutant


@dataclass
class Touched:
    """The items by file and line, and how long each takes (seconds)."""

    by_line: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def of(self, mutant: Mutant) -> list[str]:
        """The items that can notice a mutant, the quickest first."""
        if mutant.within is None:
            return list(self.seconds)
        at = {item for line in mutant.lines for item in self.by_line.get((str(mutant.path), line), ())}
        return [item for item in self.seconds if item in at]


def measure(every: Items, paths: Sequence[Path], to: Path) -> None:
    """Runs the items one by one and writes down what they touch. Raises whatever an item raises."""
    import coverage

    cover = coverage.Coverage(data_file=None, include=[str(path) for path in paths], config_file=False, messages=False)
    out = Touched()
    cover.start()
    for name, call in every.items():
        forget()
        cover.switch_context(name)
        began = time.process_time()
        call()
        out.seconds[name] = time.process_time() - began
    cover.stop()
    for path in paths:
        for line, names in cover.get_data().contexts_by_lineno(str(path)).items():
            out.by_line[str(path), line] = [name for name in names if name in every]
    out.seconds = dict(sorted(out.seconds.items(), key=lambda item: item[1]))
    to.write_bytes(pickle.dumps(out))


def forget() -> None:
    """Empties the reader's memos, or the second item of a word would not come by where the first one learnt it."""
    from core.portal.figures import labels, words

    labels._kept = None
    words._known_words.cache_clear()
