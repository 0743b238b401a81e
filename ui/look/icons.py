"""Icons: Lucide outlines (resources/icons, ISC licence) drawn in whatever colour the palette gives, sharp at any scale.

Qt's own SVG image plugin does the drawing, so nothing of QtSvg is imported: about 3 ms for the first icon, 0.2 ms for each further one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPainter, QPixmap

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZE_PX = 18  # the size of an icon beside text, in logical pixels


@cache
def _drawing(name: str) -> bytes:
    return (FOLDER / f"{name}.svg").read_bytes()


GAP_PX = 4  # more room between a button's icon and its text than the style leaves


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    """The icon `name` in `colour` ("#rrggbb"), `size_px` logical pixels wide, for a screen with `ratio` device pixels to one."""
    buffer = QBuffer()
    buffer.setData(_drawing(name).replace(b"currentColor", colour.encode("ascii")))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    side = max(1, round(size_px * ratio))
    reader.setScaledSize(QSize(side, side))
    made = QPixmap.fromImage(reader.read())
    made.setDevicePixelRatio(ratio)
    return made


def icon(
    name: str, colour: str, *, on: str | None = None, disabled: str | None = None, size_px: int = SIZE_PX, gap_px: int = 0
) -> QIcon:
    """The same as a QIcon for every screen there is: `on` is the colour while checked, `disabled` while it cannot be used, `gap_px`
    the empty room at its right side."""
    made = QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0}):
        made.addPixmap(_spaced(name, colour, size_px, ratio, gap_px))
        if on:
            made.addPixmap(_spaced(name, on, size_px, ratio, gap_px), QIcon.Mode.Normal, QIcon.State.On)
        if disabled:
            made.addPixmap(_spaced(name, disabled, size_px, ratio, gap_px), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _spaced(name: str, colour: str, size_px: int, ratio: float, gap_px: int) -> QPixmap:
    """The icon with nothing at its right side for `gap_px`."""
    drawn = pixmap(name, colour, size_px, ratio)
    if not gap_px:
        return drawn
    made = QPixmap(drawn.width() + round(gap_px * ratio), drawn.height())
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(0, 0, 0, 0))
    painter = QPainter(made)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return made


def badge(tile: str, glyph: str, mark: str | None, mark_colour: str, sizes_px: tuple[int, ...]) -> QIcon:
    """The program's own sign: a rounded tile with the savings jar on it, and in a corner a mark (an icon's name) on a disc.

    A tile carries its own ground, so it is seen on light and on dark panels alike.
    """
    made = QIcon()
    for side in sizes_px:
        made.addPixmap(_badge(tile, glyph, mark, mark_colour, side))
    return made


def _badge(tile: str, glyph: str, mark: str | None, mark_colour: str, side: int) -> QPixmap:
    canvas = QPixmap(side, side)
    canvas.fill(QColor(0, 0, 0, 0))
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(tile))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.24, side * 0.24)
    inset = round(side * 0.14)
    painter.drawPixmap(inset, inset, pixmap("piggy-bank", glyph, side - 2 * inset, 1.0))
    if mark:
        disc = side * 0.56
        corner = side - disc
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.drawEllipse(QPointF(corner + disc / 2, corner + disc / 2), disc * 0.6, disc * 0.6)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(QColor(mark_colour))
        painter.drawEllipse(QRectF(corner, corner, disc, disc))
        inner = max(6, round(disc * 0.72))
        start = round(corner + (disc - inner) / 2)
        painter.drawPixmap(start, start, pixmap(mark, glyph, inner, 1.0))
    painter.end()
    return canvas
