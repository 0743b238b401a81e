"""A part of the program is not there (half an installation, half an update): that is said, once a part."""

from __future__ import annotations

import sys
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.preflight import incomplete, missing_part

EXIT = 1
TITLE = "Saldo JHT"
_told: set[str] = set()


def tell(window: QWidget, error: ImportError | SyntaxError, *, ends: bool) -> None:
    """Say it on stderr, and over the window if there is one to be seen. ends: nothing works without that part, so the program ends with
    it: exit code 1."""
    name = missing_part(error)
    if name in _told:
        return
    _told.add(name)
    said = incomplete(error)
    with suppress(OSError, AttributeError):  # nobody listens there
        sys.stderr.write(f"{said}\n")
    if not window.isVisible():
        if ends:
            _end()
        return
    box = QMessageBox(QMessageBox.Icon.Critical, TITLE, said, QMessageBox.StandardButton.Close, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if ends:
        box.finished.connect(_end)
    box.open()


def _end() -> None:
    QTimer.singleShot(0, lambda: QCoreApplication.exit(EXIT))
