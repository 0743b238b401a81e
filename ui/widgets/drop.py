"""A widget that takes files dropped anywhere on it; while some are held over it, a cover says so (made when first needed)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from ui.widgets.drop_cover import DropCover


class DropTarget(QWidget):
    """`files_dropped` carries the paths of files and folders."""

    files_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cover: DropCover | None = None
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._cover is None:
            from ui.widgets.drop_cover import DropCover

            self._cover = DropCover(self)
            self._cover.dropped.connect(self.files_dropped)
        self._cover.offered(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self._cover is not None:
            self._cover.gone()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._cover is not None:
            self._cover.dropEvent(event)
