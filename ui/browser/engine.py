"""QtWebEngine, held short: one profile that lives in memory alone, one gate through which every request goes, one page that asks nobody
for anything. Whatever is not allowed here does not happen."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from ui.browser.rules import Rules

SCRIPTS = Path(__file__).resolve().parents[2] / "resources" / "browser"
WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld  # the page's own scripts live in another one
MOST_QUESTIONS = (
    3  # so often a page's script may ask "OK or cancel?" in a minute, however often it loads itself anew; then the answer is no
)
QUESTIONS_S = 60.0
of_qt = QCoreApplication.translate  # for texts of Qt's own, which are none of this program
LEAVING = "Are you sure you want to leave this page? Changes that you made may not be saved."  # the engine's own, to be asked in our words
Resource = QWebEngineUrlRequestInfo.ResourceType
PAGES = (Resource.ResourceTypeMainFrame, Resource.ResourceTypeNavigationPreloadMainFrame)

OFF = (
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.JavascriptCanPaste,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.AllowRunningInsecureContent,
    QWebEngineSettings.WebAttribute.AllowGeolocationOnInsecureOrigins,
    QWebEngineSettings.WebAttribute.AllowWindowActivationFromJavaScript,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.FullScreenSupportEnabled,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.NavigateOnDropEnabled,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,  # so that a PDF comes as a download, which is imported
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.ScreenCaptureEnabled,
    QWebEngineSettings.WebAttribute.WebGLEnabled,
    QWebEngineSettings.WebAttribute.ErrorPageEnabled,  # the window says itself what went wrong
    QWebEngineSettings.WebAttribute.WebRTCPublicInterfacesOnly,  # it would take the place of the stricter flag below
)
ON = (QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture,)


def flags(rules: Rules) -> list[str]:
    """What the engine gets on its command line: no other host has an address. That holds for what no request of the gate's stands for,
    too: looks ahead, calls between browsers (whose datagrams are off), raw transports."""
    return [
        f"--host-resolver-rules={rules.resolver()}",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-background-networking",
        "--disable-breakpad",
        "--no-pings",
        "--disable-domain-reliability",
        "--disable-gpu-shader-disk-cache",
    ]


def make_profile(parent: QObject) -> QWebEngineProfile:
    """A profile without a name: cookies, cache, storage and history are in memory, and gone with it."""
    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
    profile.setPushServiceEnabled(False)
    profile.setSpellCheckEnabled(False)
    profile.setHttpAcceptLanguage("id-ID,id,en")
    pulse = QWebEngineScript()
    pulse.setName("pulse")
    pulse.setSourceCode(watcher())
    pulse.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    pulse.setWorldId(WORLD)
    pulse.setRunsOnSubFrames(True)
    profile.scripts().insert(pulse)
    return profile


def watcher() -> str:
    """What runs beside every page, in a world of its own."""
    return "".join((SCRIPTS / name).read_text("utf-8") for name in ("pulse.js", "fields.js"))


class Record(Protocol):
    """Keeps which hosts were contacted (`core.hosts.Recorder`)."""

    def contacting(self, host: str, sent: int) -> None: ...


class Gate(QWebEngineUrlRequestInterceptor):
    """Every request, also after a redirect, of every frame and worker. refused: the host of one that was not let through."""

    refused = Signal(str)

    def __init__(self, rules: Rules, record: Record, parent: QObject) -> None:
        super().__init__(parent)
        self._rules, self._record = rules, record
        self.asked = Counter[str]()  # since the last page: requests of its scripts for data ("portal"), those that sent something
        # ("sent"), and lines that stay open, on which the portal may say something at any time ("lines")

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        allowed = False
        try:
            url = info.requestUrl().toString(QUrl.ComponentFormattingOption.FullyEncoded)
            kind = info.resourceType()
            allowed = self._rules.page(url) if kind in PAGES else self._rules.part(url)
            if kind in PAGES:
                self.asked.clear()
            elif kind == Resource.ResourceTypeServiceWorker:
                allowed = False  # it would answer in the portal's place, from what it kept
                return
            elif allowed:
                self._count(kind, info)
            host = info.requestUrl().host()
            if not allowed:
                self.refused.emit(host)
            elif host:
                self._record.contacting(host, len(url))
        finally:
            if not allowed:
                info.block(True)

    def _count(self, kind: Resource, info: QWebEngineUrlRequestInfo) -> None:
        """What the page's scripts asked of the portal."""
        if kind == Resource.ResourceTypeWebSocket:
            self.asked["lines"] += 1
        elif kind == Resource.ResourceTypeXhr and self._rules.page(
            info.requestUrl().toString(QUrl.ComponentFormattingOption.FullyEncoded)
        ):
            if any(b"event-stream" in value.data() for value in info.httpHeaders().values()):
                self.asked["lines"] += 1
                return
            self.asked["portal"] += 1
            self.asked["sent"] += info.requestMethod().data() not in (b"GET", b"HEAD")


class QuietGate(Gate):
    """For a look without a window: pages are asked for, and nothing is ever sent. challenged: a page wanted to show a part of another
    host in a frame, as "Saya bukan robot" is shown."""

    challenged = Signal()

    def __init__(self, rules: Rules, record: Record, parent: QObject) -> None:
        super().__init__(rules, record, parent)
        self._shut = False

    def shut(self) -> None:
        """Let nothing more through."""
        self._shut = True

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if self._shut or info.requestMethod().data() not in (b"GET", b"HEAD"):
            info.block(True)
            return
        url = info.requestUrl().toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if info.resourceType() == Resource.ResourceTypeSubFrame and url.startswith("https:") and not self._rules.page(url):
            info.block(True)
            self.challenged.emit()
            return
        super().interceptRequest(info)


class PortalPage(QWebEnginePage):
    """The page. said: what its script wanted to tell the person. stopped: a host it wanted to lead to. insecure: a certificate that is
    not valid. broken: its process ended."""

    said = Signal(str)
    stopped = Signal(str)
    insecure = Signal(str)
    broken = Signal()

    def __init__(self, profile: QWebEngineProfile, rules: Rules, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._rules = rules
        self._questions: list[float] = []
        self.ask: Callable[[str], bool] = _no
        self.ask_leave: Callable[[], bool] = _yes
        for attribute in OFF:
            self.settings().setAttribute(attribute, False)
        for attribute in ON:
            self.settings().setAttribute(attribute, True)
        self.newWindowRequested.connect(self._new_window)
        self.permissionRequested.connect(_deny)
        self.certificateError.connect(self._refuse_certificate)
        self.fullScreenRequested.connect(lambda request: request.reject())
        self.registerProtocolHandlerRequested.connect(lambda request: request.reject())
        self.fileSystemAccessRequested.connect(lambda request: request.reject())
        self.desktopMediaRequested.connect(lambda request: request.cancel())
        self.webAuthUxRequested.connect(lambda request: request.cancel())
        self.renderProcessTerminated.connect(lambda *_: self.broken.emit())

    def acceptNavigationRequest(self, url: QUrl | str, kind: QWebEnginePage.NavigationType, main: bool) -> bool:
        address = QUrl(url).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        allowed = self._rules.page(address) or address == "about:blank" or (not main and self._rules.part(address))
        if not allowed:
            self.stopped.emit(QUrl(url).host())
        return allowed

    def chooseFiles(self, *_: object) -> list[str]:
        """No file of this computer goes to the portal from here."""
        return []

    def javaScriptAlert(self, _origin: QUrl | str, text: str) -> None:
        """Said beside the page; the page's script goes on at once, and cannot hold up the window."""
        self.said.emit(text[:1_000])

    def javaScriptConfirm(self, _origin: QUrl | str, text: str) -> bool:
        """Also asked when a page wishes to be asked about before it is left: nobody can be held there for long."""
        leaves = text in (LEAVING, of_qt("QWebEnginePage", LEAVING))
        now = time.monotonic()
        self._questions = [asked for asked in self._questions if now - asked < QUESTIONS_S]
        if len(self._questions) >= MOST_QUESTIONS:
            return leaves
        self._questions.append(now)
        return self.ask_leave() if leaves else self.ask(text[:1_000])

    def javaScriptPrompt(self, *_: object) -> tuple[bool, str]:
        return False, ""

    def javaScriptConsoleMessage(self, *_: object) -> None:
        """What a page writes for its makers goes nowhere."""

    def _new_window(self, request: QWebEngineNewWindowRequest) -> None:
        """What the person opened in a new window opens in this one; what a script opens does not open."""
        url = request.requestedUrl()
        if not request.isUserInitiated():
            return
        if self._rules.page(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self.setUrl(url)
        else:
            self.stopped.emit(url.host())

    def _refuse_certificate(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        if error.isMainFrame():
            self.insecure.emit(error.url().host())


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _no(_text: str) -> bool:
    return False


def _yes() -> bool:
    return True
