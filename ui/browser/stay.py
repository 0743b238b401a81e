"""What becomes of the session in the portal's window: brought back when it opens, kept when it closes if that is wished, forgotten when the
portal has ended it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineCore import QWebEngineCookieStore

from ui.browser.reading import Said
from ui.browser.stay_bar import StayBar
from ui.browser.staying import Staying


class Stay(NamedTuple):
    """possible: it makes sense here at all. wished: the person ticked the box at an earlier visit. kept: a session is there."""

    possible: bool = False
    wished: bool = False
    kept: bool = False


class StayDesk(QObject):
    """cleared: everything was forgotten, the portal's beginning is next. ended: the window may go."""

    cleared = Signal()
    ended = Signal()

    def __init__(self, stay: Stay, staying: Staying, bar: StayBar, store: QWebEngineCookieStore, parent: QObject) -> None:
        super().__init__(parent)
        self._stay, self._staying, self._bar, self._store = stay, staying, bar, store
        self._load: Callable[[Sequence[str]], None] | None = None
        self._asked = self._over = self._forgotten = False
        self._pages: dict[str, None] = {}  # where the balance stood since the last log-in
        staying.offered.connect(bar.offer)
        staying.restored.connect(self._restored)
        staying.wished.connect(self._stands)
        staying.done.connect(self.ended)
        bar.wish.connect(staying.wish)
        bar.forget.connect(self._forget)

    def begin(self, load: Callable[[Sequence[str]], None]) -> None:
        """Load the portal: the pages of the session that was kept, or none."""
        if self._stay.kept:
            self._load = load
            self._staying.restore()
        else:
            load(())

    def page_is_there(self) -> None:
        """The first page stands: now is the time to ask whether staying can be offered."""
        if self._stay.possible and not self._asked:
            self._asked = True
            self._staying.ask()

    def hear(self, said: Said, address: str) -> None:
        """What a page said that counts."""
        if said.kind == "login" or said.status == "session_expired":
            self._pages.clear()
            self._over = True
        elif said.kind in ("balance", "list"):
            self._pages[address] = None
            self._over = False

    def close(self) -> bool:
        """The window closes: whether that is all; else `ended` follows."""
        if not self._bar.on:
            return True
        if self._pages:
            self._staying.keep(list(self._pages))
        elif self._over and self._stay.kept:
            self._staying.end()
        else:
            return True
        return False

    def _restored(self, pages: Sequence[str]) -> None:
        load, self._load = self._load, None
        if load is not None:
            load(pages)

    def _forget(self) -> None:
        """Here and now: on the disk, and in the engine."""
        self._pages.clear()
        self._forgotten = True
        self._staying.wish(False)
        self._store.deleteAllCookies()
        self.cleared.emit()

    def _stands(self, on: bool, reason: str) -> None:
        self._bar.stand(on, reason)
        if self._forgotten and not on and not reason:
            self._bar.about.say(self._bar.words.forgotten())
        self._forgotten = False
