"""Qt: a QTextDocument with tables, and a QPainter that draws cell by cell; onto PDF, or onto a picture (a "scan")."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication

from tests.statements.producers.board import Look, draw
from tests.statements.producers.markup import body_of
from tests.statements.sheet import Sheet

FONTS = ("DejaVu Sans", "DejaVu Serif", "Nimbus Sans", "DejaVu Sans Mono")
_app: list[QApplication] = []


def ready() -> None:
    """Qt draws text only where there is an application."""
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _app.append(QApplication([]))


def _writer(path: Path, rng: Random) -> tuple[QPdfWriter, tuple[float, float]]:
    """A PDF whose painter counts in points, and its page's size in points."""
    ready()
    writer = QPdfWriter(str(path))
    writer.setCreator("CONTOH")
    across = rng.choice((QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait))
    size = QPageSize(rng.choice((QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Legal, QPageSize.PageSizeId.Letter)))
    writer.setPageLayout(QPageLayout(size, across, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(72 * 8)
    points = writer.pageLayout().fullRectPoints()
    return writer, (points.width(), points.height())


class Painted:
    """A canvas of Qt's."""

    def __init__(self, painter: QPainter, size: tuple[float, float], family: str, writer: QPdfWriter | None) -> None:
        self.size, self._painter, self._family, self._writer = size, painter, family, writer

    def _font(self, size: float) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(100)
        font.setPixelSize(max(1, round(size)))
        return font

    def text(self, x: float, y: float, text: str, size: float) -> None:
        """Draws a text: at a hundred times its size, scaled down, for its width to be the one measured."""
        self._painter.save()
        self._painter.translate(QPointF(x, y))
        self._painter.scale(size / 100, size / 100)
        self._painter.setFont(self._font(100))
        self._painter.drawText(QPointF(0, 0), text)
        self._painter.restore()

    def width(self, text: str, size: float) -> float:
        """How wide a text is."""
        return QFontMetricsF(self._font(100)).horizontalAdvance(text) * size / 100

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draws a line."""
        self._painter.setPen(QPen(QColor("black"), 0.4))
        self._painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def stamp(self, text: str, where: str) -> None:
        """Stamps the page."""
        stamp(self._painter, self.size, text, where)

    def new_page(self) -> None:
        """Ends the page."""
        if self._writer is not None:
            self._writer.newPage()


def stamp(painter: QPainter, size: tuple[float, float], text: str, where: str) -> None:
    """CONTOH, in the corner or across the page; the painter counts in points."""
    painter.save()
    font = QFont("DejaVu Sans")
    if where == "corner":
        font.setPixelSize(11)
        painter.setPen(QColor("red"))
        painter.setFont(font)
        painter.drawText(QPointF(size[0] - 80, 18), text)
    else:
        font.setPixelSize(90)
        painter.setFont(font)
        painter.setPen(QColor(200, 200, 200, 120))
        painter.translate(size[0] / 2, size[1] / 2)
        painter.rotate(-38)
        painter.drawText(QPointF(-QFontMetricsF(font).horizontalAdvance(text) / 2, 0), text)
    painter.restore()


def cells(sheets: Sequence[Sheet], path: Path, rng: Random) -> None:
    """QPainter, cell by cell."""
    writer, size = _writer(path, rng)
    painter = QPainter(writer)
    painter.scale(8, 8)
    draw(
        Painted(painter, size, rng.choice(FONTS), writer), sheets, Look(font=rng.choice((7.0, 8.0)), margin=rng.choice((24, 36)))
    )
    painter.end()


def document(sheets: Sequence[Sheet], path: Path, rng: Random) -> None:
    """A QTextDocument with tables; the pages are laid out by Qt, header rows repeated."""
    writer, size = _writer(path, rng)
    painter = QPainter(writer)
    painter.scale(8, 8)
    font = QFont(rng.choice(FONTS))
    page = 0
    for number, sheet in enumerate(sheets):
        text = QTextDocument()
        text.setDefaultFont(font)
        font.setPixelSize(7)
        text.setDefaultFont(font)
        text.setDocumentMargin(28)
        text.setPageSize(QSizeF(*size))
        text.setHtml(f"<body>{body_of(sheet, old=True)}</body>")
        for at in range(text.pageCount()):
            if number or at:
                writer.newPage()
            page += 1
            if sheet.stamped != "over":
                stamp(painter, size, sheet.stamp, sheet.stamped)
            painter.save()
            painter.translate(0, -at * size[1])
            text.drawContents(painter, QRectF(0, at * size[1], *size))
            painter.restore()
            painter.setFont(font)
            if sheet.footer:
                painter.drawText(QPointF(28, size[1] - 10), sheet.footer.format(page=page, pages="-"))
            if sheet.stamped == "over":
                stamp(painter, size, sheet.stamp, "over")
    painter.end()


def picture(sheets: Sequence[Sheet]) -> QImage:
    """The first sheet as a picture of 150 dots an inch: what a scanner or a phone would make of it."""
    ready()
    size = (842.0, 595.0)
    image = QImage(1754, 1240, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(1754 / size[0], 1240 / size[1])
    draw(Painted(painter, size, FONTS[0], None), sheets[:1], Look(font=7.0))
    painter.end()
    return image
