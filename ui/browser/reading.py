"""What the pages that were opened say: each goes to `main.py read-page`, a process that may take its time and be killed.

The pages that count are kept, the newest last, until the window is closed; what is stored is proved again from them by that command.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import EXIT_CODES, Status
from core.outcome import Outcome, Refusal, read_line
from ui.children.child import Child

LIMIT_MS = 30_000
MOST_KEPT = 12
MOST_AT_ONCE = 16  # as `read-page` takes
MOST_OF_ONE_ADDRESS = 4  # a page that is built by its scripts shows one card after the other under one address


@dataclass(frozen=True, slots=True)
class Visited:
    """One page as it stood; no repr: it holds what the portal says of a person. unseen: a part of it can be seen by nobody but the person
    (a closed shadow tree). counted: the digits of amounts that stand where other amounts stood before, without the person's doing.
    filled: amounts stand where zeros stood. busy: it says that it is still being loaded."""

    url: str
    html: str
    unseen: bool = False
    counted: frozenset[str] = field(default=frozenset(), compare=False)
    filled: bool = field(default=False, compare=False)
    busy: bool = field(default=False, compare=False)

    def __repr__(self) -> str:
        return "Visited()"


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says. kind: a value of core.portal.visited.Kind ("" if it could not be read); need, status: of what it asks or
    refuses; words: the portal's own. outcome: the balance of all pages so far, or why there is none. new, other: the cards were
    never seen in this account; they are known as another's, of that name. mark: changes with the figures of the page itself.
    keep: whether the page counts for the balance. fresh, pages: what stood on the screen at `taken_s`, the look of that number, and
    all that was proved from. teachable: it shows figures whose words nobody knows."""

    kind: str
    status: str | None
    need: str | None
    words: str | None
    outcome: Outcome
    new: bool = False
    other: str | None = None
    mark: str = ""
    keep: bool = False
    fresh: tuple[Visited, ...] = ()
    pages: tuple[Visited, ...] = ()
    taken_s: float = 0.0
    look: int = 0
    teachable: bool = False

    @property
    def moved(self) -> bool:
        """Whether a figure of it is one of those on the screen that were counted up there, and may not have come to their end; or a zero
        among others that were filled."""
        return self._among(self.fresh)

    @property
    def ever_moved(self) -> bool:
        """The same for all the pages that it was proved from."""
        return self._among(self.pages)

    def _among(self, pages: tuple[Visited, ...]) -> bool:
        sen = (self.outcome.total, *(card.balance for card in self.outcome.cards))
        digits = {text for amount in sen if amount for text in (str(amount), str(amount // 100), str(amount // 10))}
        waits = 0 in sen[1:] and self.outcome.total
        return any(page.counted & digits or (waits and page.filled) for page in pages)


class Reading(QObject):
    """told: a Said, for each page that was given (unless a newer one was). stored: an Outcome."""

    told = Signal(object)
    stored = Signal(object)

    def __init__(self, program: list[str], where: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._where = where
        self._kept: list[Visited] = []
        self._run: Run | None = None
        self._waiting: tuple[list[Visited], int] | None = None

    @property
    def busy(self) -> bool:
        return self._run is not None

    def read(self, pages: list[Visited], look: int) -> None:
        """Read what stands on the screen (its frames, the main one last); while another is being read, only the newest waits."""
        if self._run is not None:
            self._waiting = pages, look
            return
        self._start(pages, look=look)

    def keep(self, said: Said) -> None:
        """What this page says counts from now on, together with what comes."""
        pages = list(said.fresh)
        kept = [page for page in self._kept if page not in pages]
        for page in pages:
            same = [one for one in kept if one.url == page.url]
            for old in same[: len(same) - MOST_OF_ONE_ADDRESS + 1]:
                kept.remove(old)
        self._kept = [*kept, *pages][-MOST_KEPT:]

    def drop(self, said: Said) -> None:
        """These pages contradicted themselves: what they said before counts no more."""
        places = {page.url for page in said.fresh}
        self._kept = [page for page in self._kept if page.url not in places]

    def store(self, said: Said, *options: str) -> None:
        """Prove the balance again from the very pages it was proved from, and store it."""
        if self._run is None and said.pages:
            self._start(list(said.pages), fresh=len(said.fresh), store=True, options=options)

    def _start(
        self, pages: list[Visited], *, look: int = 0, fresh: int = 0, store: bool = False, options: tuple[str, ...] = ()
    ) -> None:
        room = MOST_AT_ONCE - len(pages)
        before = [] if store or room <= 0 else [page for page in self._kept if page not in pages][-room:]
        taken = {"fresh": tuple(pages), "pages": (*before, *pages), "taken_s": time.monotonic(), "look": look}
        run = Run(self._program, self)
        run.ended.connect(lambda said: self._ended(run, replace(said, **taken), store))
        self._run = run
        deed = ["--store", *options] if store else []
        run.start([*self._where, *deed], [*before, *pages], fresh=fresh or max(1, len(pages)))

    def _ended(self, run: Run, said: Said, store: bool) -> None:
        run.deleteLater()
        self._run = None
        if store:
            self.stored.emit(said.outcome)
        elif self._waiting is None:
            self.told.emit(said)
        if self._waiting is not None:
            (pages, look), self._waiting = self._waiting, None
            self._start(pages, look=look)


class Run(QObject):
    """One run of `main.py read-page`. ended: a Said, whatever happened."""

    ended = Signal(object)

    def __init__(self, program: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._page: dict[str, Any] = {}
        self._owner: dict[str, Any] = {}
        self._outcome: Outcome | None = None
        self._refusal = Refusal(None, None)
        self._child = Child(program, self)
        self._child.line.connect(self._line)
        self._child.ended.connect(self._over)

    def start(self, options: list[str], pages: list[Visited], *, fresh: int) -> None:
        """Hand the pages over, through standard input alone; the last `fresh` of them are on the screen."""
        told = {"pages": [{"url": page.url, "html": page.html, "unseen": page.unseen} for page in pages], "fresh": fresh}
        body = json.dumps(told).encode("utf-8", "replace")
        self._child.start(["read-page", *options, "--json"], LIMIT_MS, body)

    @Slot(str)
    def _line(self, text: str) -> None:
        try:
            data = json.loads(text)
            step = data.get("step") if isinstance(data, dict) else None
            if step == "page":
                self._page = data
            elif step == "owner":
                self._owner = data
            else:
                found = read_line(text)
                if isinstance(found, Outcome):
                    self._outcome = found
                elif isinstance(found, Refusal):
                    self._refusal = found
        except (ValueError, KeyError, RecursionError):
            self._outcome = None

    @Slot(object)
    def _over(self, code: int | None) -> None:
        outcome, page = self._outcome, self._page
        fine = outcome is not None and code == EXIT_CODES[outcome.status]
        if outcome is None or not fine:
            outcome = Outcome(Status.INTERNAL_ERROR, reason="worker_crashed")
        reason = self._refusal.reason
        outcome = Outcome(
            outcome.status,
            outcome.portal,
            outcome.checked_at,
            outcome.as_of,
            outcome.total,
            outcome.cards,
            outcome.need,
            outcome.message,
            reason,
            self._refusal.portal_words,
        )
        self.ended.emit(
            Said(
                _text(page.get("kind")) or "",
                _text(page.get("status")),
                _text(page.get("need")),
                _text(page.get("words")),
                outcome,
                self._owner.get("new") is True,
                _text(self._owner.get("other")),
                _text(page.get("mark")) or "",
                fine and page.get("keep") is True,
                teachable=fine and page.get("teachable") is True,
            )
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
