"""Downloads: a statement (PDF) that the portal offers goes into a private folder, is imported, and removed. Everything else is refused."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEngineProfile

from ui.browser.rules import Rules
from ui.children.child import Child

PDF = "application/pdf"
MOST_BYTES = 20_000_000  # a statement has some tens of kilobytes
LIMIT_MS = 60_000
State = QWebEngineDownloadRequest.DownloadState
ENDS = (State.DownloadCompleted, State.DownloadCancelled, State.DownloadInterrupted)


class Downloads(QObject):
    """taken: how the import of a statement went: its status ("ok", "password_needed", ...) and the message of the command.
    refused: the name of a file that was not taken."""

    began = Signal()
    taken = Signal(str, str)
    refused = Signal(str)

    def __init__(self, profile: QWebEngineProfile, rules: Rules, program: list[str], where: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._rules = rules
        self._program, self._where = program, where
        self._folder: Path | None = None
        self._count = 0
        self._lines: list[dict[str, Any]] = []
        self._child: Child | None = None
        self._loading: QWebEngineDownloadRequest | None = None
        profile.downloadRequested.connect(self._asked)

    def end(self) -> None:
        """Stop, and leave nothing behind."""
        if self._loading is not None:
            self._loading.cancel()
        if self._child is not None:
            self._child.blockSignals(True)
            self._child.kill()
            self._child.gone(500)
        self._remove()

    def _asked(self, request: QWebEngineDownloadRequest) -> None:
        address = request.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
        own = self._rules.page(address) or self._rules.page(address.removeprefix("blob:"))
        fits = request.mimeType().lower() == PDF and request.totalBytes() <= MOST_BYTES and not request.isSavePageDownload()
        if not own or not fits or self._loading is not None or self._child is not None:
            request.cancel()
            self.refused.emit(request.suggestedFileName()[:80])
            return
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="saldo-jht-"))  # 0700
        self._count += 1
        request.setDownloadDirectory(str(self._folder))
        request.setDownloadFileName(f"{self._count}.pdf")
        request.receivedBytesChanged.connect(partial(self._grew, request))
        request.stateChanged.connect(partial(self._changed, request))
        self._loading = request
        request.accept()
        self.began.emit()

    def _grew(self, request: QWebEngineDownloadRequest) -> None:
        if request.receivedBytes() > MOST_BYTES:
            request.cancel()

    def _changed(self, request: QWebEngineDownloadRequest, state: State) -> None:
        if state not in ENDS or self._loading is None:
            return
        self._loading = None
        if state != State.DownloadCompleted or self._folder is None:
            self.refused.emit(request.suggestedFileName()[:80])
            return
        self._import(self._folder / f"{self._count}.pdf")

    def _import(self, path: Path) -> None:
        self._lines.clear()
        self._child = Child(self._program, self)
        self._child.line.connect(self._line)
        self._child.ended.connect(partial(self._imported, path))
        self._child.start(["import", str(path), *self._where, "--json"], LIMIT_MS)

    def _line(self, text: str) -> None:
        with suppress(ValueError, RecursionError):
            data = json.loads(text)
            if isinstance(data, dict) and isinstance(data.get("status"), str):
                self._lines.append(data)

    def _imported(self, path: Path, _code: int | None) -> None:
        if self._child is not None:
            self._child.deleteLater()
        self._child = None
        with suppress(OSError):
            path.unlink()
        last = self._lines[-1] if self._lines else {}
        message = last.get("message")
        self.taken.emit(last.get("status", "internal_error"), message if isinstance(message, str) else "")

    def _remove(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
