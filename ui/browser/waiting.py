"""Whether a page's scripts wait for an answer of the portal, told from how many they asked for and how many came."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

ANSWERED_S = 0.8  # what an answer brings stands on the page by then


class Waiting:
    """One page's. `now` says it as of the last `hear`.

    The engine tells of no answer whose content nobody looked at, as a log-in's often is: where the log-in is gone, it was answered."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Another page."""
        self.now = self._signs = False
        self._answered = self._unheard = self._sent = 0
        self._answered_s = float("-inf")

    @property
    def over(self) -> bool:
        """Whether nothing is waited for, and what the last answer brought stands there."""
        return not self.now and self._clock() - self._answered_s > ANSWERED_S

    def hear(self, asked: Mapping[str, int], answered: int, *, signs: bool) -> None:
        """How it is now. asked: the gate's count, how many in all ("portal"), and how many of them sent something ("sent"). signs: the page
        shows a log-in."""
        if answered != self._answered:
            self._answered, self._answered_s = answered, self._clock()
        waiting = max(0, asked["portal"] - answered)
        if signs:
            self._sent = asked["sent"]
        elif self._signs and asked["sent"]:
            self._unheard = max(1, self._sent)
        self._signs = signs
        self._unheard = min(self._unheard, waiting)
        self.now = waiting > self._unheard
