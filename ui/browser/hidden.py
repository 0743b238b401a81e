"""A look at the balance without a window, while the portal's session lives: opens the pages where the balance stood, reads, and goes.

It signs in nowhere: it sends no form (nothing but plain requests for pages leaves this process), and ends at the first sign of a log-in, a
PIN, a code, or "Saya bukan robot". Then the session is forgotten, and the person is reminded. It is no disguise: the engine is the same
as in the window, with its own name. The page is drawn, on a screen that nobody has: what its scripts animate comes to its end there, too.
"""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo
from PySide6.QtWebEngineWidgets import QWebEngineView

from core.errors import Blocked, CheckError, HumanNeeded, Maintenance, Need, NetworkFailure, PageNotUnderstood
from core.hosts import Recorder
from core.models import Step
from core.outcome import Outcome
from core.portal.profile import Profile
from ui.browser import engine
from ui.browser.jar import Jar
from ui.browser.pulse import SIGNS, Pulse
from ui.browser.reading import Reading, Said
from ui.browser.rules import Rules
from ui.browser.standing import Standing
from ui.browser.staying import Staying

OVER = "kept_session_over"
OTHERS = "kept_session_other"  # the cards of the page are not known as this account's
WHOLE_MS = 90_000
COUNTED = "figure_counted"  # an amount took another's place on the page: only the person can say that it has come to its end
DRAWN_PX = (1080, 780)
PAGE_MS = 20_000  # from the moment a page is asked for; what it has not shown by then it does not show
PERSON_KINDS = ("login", "gate", "demand")
Loading = QWebEngineLoadingInfo.LoadStatus
NO_FAILURE = (0, -3, -20)  # as in the window


class HiddenVisit(QObject):
    """step: a Step as it begins. ended: a stored Outcome, or the CheckError that says why there is no figure."""

    step = Signal(object)
    ended = Signal(object)

    def __init__(
        self, profile: Profile, program: list[str], where: list[str], attempt: int, record: Recorder, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._attempt = attempt
        self._rules = Rules.of(profile)
        self.memory = engine.make_profile(self)
        self.record = record
        self.gate = engine.QuietGate(self._rules, record, self)
        self.memory.setUrlRequestInterceptor(self.gate)
        self.page = engine.PortalPage(self.memory, self._rules, self)
        self.view = QWebEngineView()
        self.view.setPage(self.page)
        self.view.resize(*DRAWN_PX)
        self.pulse = Pulse(self.page, self.gate, self._rules, self)
        self.standing = Standing(self.pulse, self)
        self.reading = Reading(program, where, self)
        self.staying = Staying(Jar(self.memory.cookieStore(), self._rules, self), program, where, self)
        self._left: list[str] = []
        self._said: Said | None = None
        self._result: CheckError | Outcome | None = None
        self._whole = QTimer(self, singleShot=True, interval=WHOLE_MS)
        self._patience = QTimer(self, singleShot=True, interval=PAGE_MS)
        self._join()

    def begin(self) -> None:
        """Go; `ended` follows in any case."""
        self._whole.start()
        self.staying.restore()

    def let_go(self) -> None:
        """Leave nothing behind, page before profile."""
        self.pulse.stop()
        self.standing.drop()
        self.staying.stop()
        for part in (self.page, self.view, self.memory):
            shiboken6.delete(part)
        self.record.close()

    def _join(self) -> None:
        page = self.page
        self._whole.timeout.connect(lambda: self._end(NetworkFailure("timeout")))
        self._patience.timeout.connect(self._go_on)
        self.staying.restored.connect(self._restored)
        self.staying.done.connect(self._finish)
        page.loadingChanged.connect(self._load_changed)
        page.loadStarted.connect(self.standing.drop)
        page.insecure.connect(lambda _host: self._end(NetworkFailure("certificate")))
        page.stopped.connect(lambda _host: self._end(Blocked("foreign_host")))
        page.broken.connect(lambda: self._end(PageNotUnderstood("page_broke")))
        self.gate.challenged.connect(self._person)
        self.pulse.kind.connect(lambda kind: self._person() if kind in SIGNS else None)
        self.pulse.settled.connect(self.reading.read)
        self.reading.told.connect(self._told)
        self.standing.stood.connect(self._stood)
        self.reading.stored.connect(self._end)

    def _restored(self, pages: Sequence[str]) -> None:
        self._left = [page for page in pages if self._rules.page(page)]
        if not self._left:
            self._person()
            return
        self.step.emit(Step.CONTACTING)
        self.view.show()  # else what its scripts animate would stand still, at a zero
        self._open_next()

    def _open_next(self) -> None:
        self._patience.start()
        self.page.load(QUrl(self._left.pop(0)))

    def _load_changed(self, info: QWebEngineLoadingInfo) -> None:
        if info.status() == Loading.LoadSucceededStatus:
            self.step.emit(Step.OPENING_BALANCE)
        elif info.status() == Loading.LoadFailedStatus and info.errorCode() not in NO_FAILURE:
            self._end(NetworkFailure("connection"))

    def _told(self, said: Said) -> None:
        if self._result is not None:
            return
        if said.kind in PERSON_KINDS or said.status == "session_expired":
            self._person(said.words)
        elif said.kind == "standstill":
            self._end(Maintenance(portal_words=said.words))
        elif said.keep:
            self.standing.take(said)

    def _stood(self, said: Said) -> None:
        if self._result is not None:
            return
        self.reading.keep(said)
        self._said = said
        if not said.outcome.total:  # nor is a zero believed that nobody sees
            self._go_on()
        elif said.other is not None or said.new:
            self._end(HumanNeeded(Need.UNKNOWN, OTHERS))
        elif said.ever_moved:
            self._end(HumanNeeded(Need.UNKNOWN, COUNTED))
        else:
            self._patience.stop()
            self.step.emit(Step.STORING)
            self.reading.store(said, "--attempt", str(self._attempt))

    def _go_on(self) -> None:
        """This page brought no figure: on to the next one where the balance stood."""
        if self._left:
            self._open_next()
        else:
            reason = self._said.outcome.reason if self._said is not None else None
            self._end(PageNotUnderstood(reason or "no_balance_page"))

    def _person(self, words: str | None = None) -> None:
        self._end(HumanNeeded(Need.UNKNOWN, OVER, portal_words=words))

    def _end(self, result: CheckError | Outcome) -> None:
        """At once: nothing more is asked of the portal. What is kept goes on, or is forgotten."""
        if self._result is not None:
            return
        self._result = result
        self._whole.stop()
        self._patience.stop()
        self.pulse.stop()
        self.standing.drop()
        self.gate.shut()
        self.page.triggerAction(self.page.WebAction.Stop)
        if isinstance(result, HumanNeeded) and result.reason != COUNTED:
            self.staying.end()
        else:
            self.staying.keep([])

    def _finish(self) -> None:
        self.ended.emit(self._result)
