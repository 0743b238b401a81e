"""The picture as a file or on paper: PNG, SVG, PDF, a printer. Masked where the screen is masked; always in the light scheme."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from core.whole_file import replace_whole
from ui.history.drawing import draw
from ui.history.picture import Picture
from ui.look import theme
from ui.words import formats

SIZE = QSize(1600, 900)
FORMATS = ("png", "svg", "pdf")
SCREEN_DPI = 96

translate = QCoreApplication.translate


def picture_bytes(picture: Picture, title: str, form: str, today: dt.date) -> bytes:
    """The picture with its title and its day, in one of FORMATS. ValueError for another format."""
    if form == "png":
        return _png(picture, title, today)
    if form == "svg":
        return _svg(picture, title, today)
    if form == "pdf":
        return _pdf(picture, title, today)
    raise ValueError("not a format for pictures")


def save(path: Path, picture: Picture, title: str, today: dt.date) -> None:
    """Write the picture whole or not at all, in the format its name ends with (PNG if that is none). Raises OSError."""
    form = path.suffix.lower().lstrip(".")
    body = picture_bytes(picture, title, form if form in FORMATS else "png", today)
    replace_whole(path, body)


def paint_page(device: QPagedPaintDevice, picture: Picture, title: str, today: dt.date) -> None:
    """Put the picture on one page of a printer or a PDF."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / SCREEN_DPI
    painter.scale(scale, scale)
    _paint(painter, picture, title, today, QRectF(0, 0, device.width() / scale, device.height() / scale))
    painter.end()


def _paint(painter: QPainter, picture: Picture, title: str, today: dt.date, box: QRectF) -> None:
    colours = theme.LIGHT
    font = QFont(QGuiApplication.font())
    font.setPixelSize(18)
    heading = QFont(font)
    heading.setPixelSize(28)
    heading.setBold(True)
    painter.setFont(heading)
    painter.setPen(QColor(colours.text))
    top = QRectF(box.left(), box.top(), box.width(), 40)
    painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    painter.setFont(font)
    painter.setPen(QColor(colours.muted))
    if picture.compare:  # where the kind of line tells the year
        foot = translate(
            "HistorySaving", "Saldo JHT (program tidak resmi), {day}. Setiap garis satu tahun, sejak awal tahun itu."
        )
    else:
        foot = translate("HistorySaving", "Saldo JHT (program tidak resmi), {day}. Garis putus-putus: lama tanpa pembacaan.")
    low = QRectF(box.left(), box.bottom() - 28, box.width(), 28)
    painter.drawText(low, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, foot.format(day=formats.long_date(today)))
    draw(painter, picture, box.adjusted(0, 52, 0, -40), font, colours)


def _png(picture: Picture, title: str, today: dt.date) -> bytes:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.LIGHT.card))
    painter = QPainter(image)
    _paint(painter, picture, title, today, QRectF(image.rect()).adjusted(40, 30, -40, -30))
    painter.end()
    kept, buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())


def _svg(picture: Picture, title: str, today: dt.date) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    kept, buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRectF(0, 0, SIZE.width(), SIZE.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(0, 0, SIZE.width(), SIZE.height(), QColor(theme.LIGHT.card))
    _paint(painter, picture, title, today, QRectF(40, 30, SIZE.width() - 80, SIZE.height() - 60))
    painter.end()
    return bytes(kept.data())


def _pdf(picture: Picture, title: str, today: dt.date) -> bytes:
    kept, buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    paint_page(writer, picture, title, today)
    del writer  # it writes its end when it goes
    return bytes(kept.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return kept, buffer
