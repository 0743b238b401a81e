"""The cookies of one portal, as the engine has them: followed as they come and go, taken out for keeping, put back at the next visit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QNetworkCookie
from PySide6.QtWebEngineCore import QWebEngineCookieStore

from ui.browser.rules import Rules

PUT_BACK_MS = 3_000  # the engine takes a cookie in a few milliseconds; one that it refuses is not waited for
Mark = tuple[bytes, str, str]


class Jar(QObject):
    """Only cookies of the portal's own hosts are in it. ready: those that were put back are there, or refused."""

    ready = Signal()

    def __init__(self, store: QWebEngineCookieStore, rules: Rules, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._rules = store, rules
        self._cookies: dict[Mark, QNetworkCookie] = {}
        self._awaited: set[Mark] = set()
        self._limit = QTimer(self, singleShot=True, interval=PUT_BACK_MS)
        self._limit.timeout.connect(self._end_waiting)
        self._waits = False
        store.cookieAdded.connect(self._added)
        store.cookieRemoved.connect(self._removed)

    def texts(self) -> tuple[str, ...]:
        """Each as a server would set it; what ends with the browser comes first, as sessions do."""
        cookies = sorted(self._cookies.values(), key=lambda cookie: not cookie.isSessionCookie())
        return tuple(bytes(cookie.toRawForm(QNetworkCookie.RawForm.Full).data()).decode("latin-1") for cookie in cookies)

    def put_back(self, texts: tuple[str, ...]) -> None:
        """Give them to the engine; `ready` follows. One that is not the portal's is left out."""
        cookies = [cookie for text in texts for cookie in QNetworkCookie.parseCookies(text.encode("latin-1", "replace"))]
        own = [cookie for cookie in cookies if self._rules.host(cookie.domain())]
        self._awaited = {_mark(cookie) for cookie in own}
        self._waits = True
        self._limit.start()
        for cookie in own:
            host = cookie.domain()
            origin = QUrl(f"{self._rules.scheme}://{host.lstrip('.')}{cookie.path() or '/'}")
            if not host.startswith("."):
                cookie.setDomain("")  # for that host alone; with a domain it would be for those below it, too
            self._store.setCookie(cookie, origin)
        if not own:
            QTimer.singleShot(0, self, self._end_waiting)

    @Slot(QNetworkCookie)
    def _added(self, cookie: QNetworkCookie) -> None:
        if not self._rules.host(cookie.domain()):
            return
        self._cookies[_mark(cookie)] = QNetworkCookie(cookie)
        self._awaited.discard(_mark(cookie))
        if self._waits and not self._awaited:
            self._end_waiting()

    @Slot(QNetworkCookie)
    def _removed(self, cookie: QNetworkCookie) -> None:
        self._cookies.pop(_mark(cookie), None)

    def _end_waiting(self) -> None:
        if self._waits:
            self._waits = False
            self._limit.stop()
            self.ready.emit()


def _mark(cookie: QNetworkCookie) -> Mark:
    return bytes(cookie.name().data()), cookie.domain().lower(), cookie.path() or "/"
