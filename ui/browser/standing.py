"""A figure counts when it has stood: a page that its script fills, or whose figures are counted up before one's eyes, is not believed at once.

What a page says counts when the page has not changed for a while since, or when it says the same again after that while, and when its
scripts wait for no answer that may change it. An amount that took the place of another before one's eyes needs a long while, since what
counts up may rest; and then the person is asked.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from ui.browser.pulse import Pulse
from ui.browser.reading import Said

STANDS_MS = 1_000  # besides the time for which the page was quiet before it was read
ZERO_MS = 6_000  # pages that scripts fill begin with zeros
COUNTED_MS = 10_000  # an amount that took another's place
LOADING_MS = 8_000  # beside words that say that the page is still being loaded
BUSY_MS = 6_000  # scripts that ask the portal without end are not waited for longer than this
AGAIN_MS = 200
MOST_LATE_MS = 50


class Standing(QObject):
    """stood: the Said that counts now, once for each."""

    stood = Signal(object)

    def __init__(self, pulse: Pulse, parent: QObject) -> None:
        super().__init__(parent)
        self.counted_ms = COUNTED_MS
        self._pulse = pulse
        self._said: Said | None = None
        self._figures: object = None
        self._since_s = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @property
    def waits(self) -> bool:
        """Whether something was said that does not count yet."""
        return self._said is not None

    def take(self, said: Said) -> None:
        """What a page says now; nothing, if it is being looked at anew."""
        if said.look != self._pulse.looks:
            return
        figures = (said.mark, said.kind, said.outcome.total, said.outcome.cards)
        if figures != self._figures:
            self._figures, self._since_s = figures, said.taken_s
        self._said = said
        left_ms = self._needs_ms(said) - (time.monotonic() - self._since_s) * 1_000
        if left_ms <= 0 and said.taken_s - self._since_s >= self._needs_ms(said) / 1_000 and self._is_still():
            self._count()
        else:
            self._timer.start(max(0, round(left_ms)) + MOST_LATE_MS)

    def drop(self) -> None:
        """Another page: what was said before is over."""
        self._timer.stop()
        self._said = self._figures = None

    def _needs_ms(self, said: Said) -> int:
        if said.moved:
            return self.counted_ms
        if any(page.busy for page in said.fresh):
            return LOADING_MS
        return ZERO_MS if 0 in (said.outcome.total, *(card.balance for card in said.outcome.cards)) else STANDS_MS

    def _is_still(self) -> bool:
        return self._pulse.still or (time.monotonic() - self._since_s) * 1_000 > BUSY_MS

    def _look(self) -> None:
        if self._said is None or self._said.look != self._pulse.looks:
            return  # another look at the page goes on; what it finds comes here, too
        if not self._pulse.unchanged:
            self._pulse.read_again()
        elif self._is_still():
            self._count()
        else:
            self._timer.start(AGAIN_MS)

    def _count(self) -> None:
        said, self._said = self._said, None
        self._timer.stop()
        if said is not None:
            self.stood.emit(said)
