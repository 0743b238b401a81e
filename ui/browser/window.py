"""The portal's window: the address, what to do next, the page, and beside it the figure as soon as it is proved."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

import shiboken6
from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from core.errors import Status
from core.hosts import Recorder
from core.models import Account
from core.outcome import Outcome
from core.portal.profile import Profile
from ui.browser import engine
from ui.browser.address import Address
from ui.browser.downloads import Downloads
from ui.browser.filling import Filling, What
from ui.browser.guide import Guide
from ui.browser.jar import Jar
from ui.browser.lines import tell
from ui.browser.panel import Panel
from ui.browser.pointing import Pointing
from ui.browser.pointing_desk import PointingDesk
from ui.browser.pulse import SIGNS, Pulse
from ui.browser.reading import Reading, Said
from ui.browser.rules import Rules
from ui.browser.standing import Standing
from ui.browser.stay import Stay, StayDesk
from ui.browser.stay_bar import StayBar
from ui.browser.staying import Staying
from ui.browser.words import Words
from ui.dialogs.dialog import Question
from ui.look import theme
from ui.widgets.text import Label

OPENS_AT_PX = (1080, 780)
SMALLEST_PX = (480, 400)
NARROW_LINES = 40  # of text; in a narrower window the figure stands below the page
Loading = QWebEngineLoadingInfo.LoadStatus
NO_FAILURE = (0, -3, -20)  # the engine's codes for a page that gave way to another or to a download, and for one that we refused
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
MOST_NAMED = 6  # hosts that were refused, in the line at the foot


class BrowserWindow(QWidget):
    """One account's portal. closed: the person is done."""

    closed = Signal()

    def __init__(
        self,
        account: Account,
        profile: Profile,
        program: list[str],
        *,
        demo: bool,
        masked: bool,
        remembered: bool,
        stay: Stay,
        record: Recorder,
    ) -> None:
        super().__init__()
        self.words = Words()
        self.profile = profile
        self.rules = Rules.of(profile)
        self._demo = demo
        self._refused: dict[str, None] = {}
        self._found: Said | None = None
        self._trouble = self._hangs = self._again = self._closing = False
        self._sign = self._hint = ""  # which log-in the page shows; what was said when it was filled in
        where = ["--account", f"#{account.id}", *(["--demo"] if demo else [])]
        self.memory: QWebEngineProfile = engine.make_profile(self)
        self.record = record
        self.gate = engine.Gate(self.rules, record, self)
        self.memory.setUrlRequestInterceptor(self.gate)
        self.view = QWebEngineView(self)
        self.page = engine.PortalPage(self.memory, self.rules, self.view)
        self.page.ask, self.page.ask_leave = self._ask, self._ask_leave
        self.view.setPage(self.page)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setAcceptDrops(False)
        self.address = Address(demo=demo)
        self.guide = Guide(secret=remembered, pin=remembered and profile.asks_pin)
        self.panel = Panel(account.name, masked=masked)
        self.foot = Label(self.words.foot(profile.also, stays=stay.wished), tone="muted", wrap=True)
        self.pulse = Pulse(self.page, self.gate, self.rules, self)
        self.reading = Reading(program, where, self)
        self.filling = Filling(self.page, self.rules, account.user, program, where, self)
        self.standing = Standing(self.pulse, self)
        self.stay_bar = StayBar(wished=stay.wished)
        self.jar = Jar(self.memory.cookieStore(), self.rules, self)
        self.staying = Staying(self.jar, program, where, self)
        self.stay = StayDesk(stay, self.staying, self.stay_bar, self.memory.cookieStore(), self)
        self.pointing = Pointing(self.page, self.pulse, profile.id, [account.name, account.user], program, where, self)
        self.pointing_desk = PointingDesk(self.pointing, self.guide, self, masked=masked)
        self.downloads = Downloads(self.memory, self.rules, program, where, self)
        self._build()
        self._join()
        self.guide.say(*self.words.loading())

    def begin(self) -> None:
        """Open the portal, with the session that was kept, if one was."""
        self.stay.begin(lambda pages: self.page.load(QUrl(next(filter(self.rules.page, pages), self.profile.start))))

    def start_over(self) -> None:
        """The portal's beginning."""
        self.page.load(QUrl(self.profile.start))

    def end(self) -> None:
        """Let the engine go, page before profile, and leave nothing behind."""
        self.pulse.stop()
        self.standing.drop()
        self.pointing.stop()
        self.staying.stop()
        self.downloads.end()
        for part in (self.page, self.view, self.memory):
            shiboken6.delete(part)
        self.record.close()

    def _build(self) -> None:
        self.setWindowTitle(self.words.title())
        self.setWindowIcon(theme.app_icon())
        self.setStyleSheet(theme.sheet())
        self.setMinimumSize(*SMALLEST_PX)
        self.resize(*OPENS_AT_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.address)
        self.guide.column.addWidget(self.stay_bar)
        column.addWidget(self.guide)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(theme.M)
        self._body.addWidget(self.view, 1)
        self._body.addWidget(self.panel)
        column.addLayout(self._body, 1)
        column.addWidget(self.foot)
        QShortcut(QKeySequence("Ctrl+W"), self).activated.connect(self.close)
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self.load_again)

    def _join(self) -> None:
        page = self.page
        page.urlChanged.connect(self.address.show_address)
        page.loadProgress.connect(self.address.show_progress)
        page.loadStarted.connect(self._load_started)
        page.loadingChanged.connect(self._load_changed)
        page.said.connect(lambda text: self.guide.remark(self.words.page_says(text)))
        page.stopped.connect(self._stopped)
        page.insecure.connect(lambda host: self._trouble_with(self.words.insecure(host), "again"))
        page.broken.connect(self._broke)
        self.gate.refused.connect(self._refuse)
        self.address.back.connect(lambda: page.triggerAction(page.WebAction.Back))
        self.address.again.connect(self.load_again)
        self.guide.fill.connect(self.filling.fill)
        self.guide.deed.connect(self._do)
        self.filling.done.connect(self._filled)
        self.pulse.settled.connect(self.reading.read)
        self.pulse.large.connect(lambda: self.guide.say(*self.words.large()))
        self.pulse.kind.connect(self._hear_kind)
        self.pulse.hanging.connect(self._hang)
        self.reading.told.connect(self._told)
        self.standing.stood.connect(self._stood)
        self.pointing.began.connect(lambda _count: self.view.setFocus())  # Tab goes through the amounts
        page.loadStarted.connect(self.standing.drop)
        self.stay.cleared.connect(self.start_over)
        self.stay.ended.connect(self.closed)
        self.stay_bar.box.toggled.connect(self._say_foot)
        self.stay_bar.turned.connect(self._say_foot)
        self.reading.stored.connect(self._stored)
        self.panel.save.connect(self._save)
        self.panel.leave.connect(self.close)
        self.downloads.began.connect(lambda: self.guide.remark(self.words.importing()))
        self.downloads.refused.connect(lambda name: self.guide.remark(self.words.download_refused(name)))
        self.downloads.taken.connect(self._imported)

    # the page

    def load_again(self) -> None:
        """Load the page anew; one whose scripts hang, or whose process died, from the portal's beginning."""
        self.guide.remark("")
        if self._hangs and self.page.renderProcessPid():
            self._hangs, self._again = False, True
            with suppress(OSError):  # it may have ended by itself meanwhile
                os.kill(self.page.renderProcessPid(), KILL)  # nothing less stops a script without end; `_broke` goes on
        elif self._trouble:
            self._trouble = False
            self.start_over()
        else:
            self.page.load(self.page.url())  # not "reload": that would send again what was sent to get this page

    def _load_started(self) -> None:
        self._trouble = False
        self.guide.remark("")

    def _load_changed(self, info: QWebEngineLoadingInfo) -> None:
        if info.status() == Loading.LoadStartedStatus:
            return
        self.address.show_progress(100)
        if info.status() == Loading.LoadSucceededStatus:
            self.stay.page_is_there()
            tell("loaded")
        elif info.status() == Loading.LoadFailedStatus and info.errorCode() not in NO_FAILURE and not self._trouble:
            self._trouble_with(self.words.failed(), "again")

    def _trouble_with(self, said: tuple[str, str, str], *deeds: str) -> None:
        self._trouble = True
        self.guide.say(*said, deeds=deeds)

    def _hang(self, hangs: bool) -> None:
        self._hangs = hangs
        if hangs:
            self._trouble_with(self.words.hanging(), "again")

    def _broke(self) -> None:
        if self._again:  # the person wanted it: on to the portal's beginning
            self._again = self._trouble = False
            QTimer.singleShot(0, self, self.start_over)
            return
        self.guide.show_kind("")
        self._trouble_with(self.words.broken(), "again", *(() if self._demo else ("outside",)))
        tell("page_broke")

    def _stopped(self, host: str) -> None:
        self.guide.remark(self.words.stopped(host))
        self._refuse(host)

    def _refuse(self, host: str) -> None:
        if host and host not in self._refused and len(self._refused) < MOST_NAMED:
            self._refused[host] = None
            self._say_foot()

    def _say_foot(self) -> None:
        said = [self.words.foot(self.profile.also, stays=self.stay_bar.keeps)]
        if self._refused:
            said.append(self.words.blocked(tuple(self._refused)))
        self.foot.say(" ".join(said))

    def _ask(self, text: str) -> bool:
        """A question of the page's script. The script waits; the window does not."""
        question = Question(self, self.words.page_asks(), text, "OK")
        return bool(question.exec())

    def _ask_leave(self) -> bool:
        """The page wishes to be asked about before it is left: something was typed into it."""
        return bool(Question(self, *self.words.leaving()).exec())

    # help, reading, keeping

    def _hear_kind(self, kind: str) -> None:
        self.guide.show_kind(kind)
        if self._sign != kind and kind not in SIGNS and self._hint and self.guide.note.text() == self._hint:
            self.guide.remark("")  # a page that its scripts change is not loaded anew when one has signed in
        if kind in ("login", "user") and self.guide.title.text() == self.words.loading()[1]:
            self.guide.say(*self.words.sign_in())  # the portal's first page: it is there, though it was not read yet
        self._sign = kind

    def _filled(self, what: What, answer: str) -> None:
        self._hint = self.words.filled(what, answer)
        self.guide.remark(self._hint)
        if answer == "filled":
            self.view.setFocus()
        tell("filled" if answer == "filled" else "not_filled")

    def _told(self, said: Said) -> None:
        """What a page says: at once, if it is no figure; else when it has stood."""
        if said.keep:
            self.standing.take(said)
            if said.moved and self.standing.waits and not self._trouble:
                self.guide.say(*self.words.moving())
        else:
            self.standing.drop()
            self._stood(said)

    def _stood(self, said: Said) -> None:
        if said.keep:
            self.reading.keep(said)
        self.stay.hear(said, said.fresh[-1].url if said.fresh else "")
        if said.outcome.total is not None:
            self._found = said
            self.panel.show_figure(said)
        elif said.kind == "balance" and said.outcome.status is Status.PAGE_NOT_UNDERSTOOD:  # against what was read before
            if not said.keep:
                self.reading.drop(said)
            self._found = None
            self.panel.withdraw()
        if not self._trouble:
            self.guide.say(*self._next_step(said))
            self.pointing_desk.hear(said)
        tell("read", kind=said.kind, status=said.outcome.status.value, reason=said.outcome.reason)

    def _next_step(self, said: Said) -> tuple[str, str, str, str | None]:
        """What to do next, and the portal's own words. Fields without a form are a log-in, too."""
        if self._sign in ("login", "user") and (said.kind == "other" or said.need == "captcha") and said.kind != "login":
            return *self.words.sign_in(), None
        return *self.words.next_step(said, found=self._found is not None), said.words

    def _save(self) -> None:
        if self._found is not None:
            self.panel.wait()
            self.reading.store(self._found)

    def _stored(self, outcome: Outcome) -> None:
        self.panel.show_stored(outcome)
        if outcome.status.value == "ok":
            self.guide.say(*self.words.stored(stays=self.stay_bar.on))
        tell("stored" if outcome.status.value == "ok" else "not_stored", status=outcome.status.value)

    def _imported(self, status: str, message: str) -> None:
        self.guide.remark(self.words.imported(status, message))
        tell("imported" if status == "ok" else "not_imported", status=status)

    def _do(self, deed: str) -> None:
        if deed == "again":
            self.load_again()
        elif deed == "point":
            self.pointing_desk.begin()
        elif deed == "outside":
            QDesktopServices.openUrl(QUrl(self.profile.start))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_LINES * self.fontMetrics().height()
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._body.direction() != wanted:
            self._body.setDirection(wanted)
            self.panel.lie(narrow)
            self.guide.turn(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._closing:
            self._closing = True
            self.pulse.stop()
            if self.stay.close():
                self.closed.emit()
