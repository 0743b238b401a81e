"""How everything looks: the only place with colours. A palette, a short stylesheet made from it, the fonts and the icons.

Light and dark follow the system while the program runs, unless the settings force one. Where the system asks for high contrast, lines
and secondary text take the colour of the text itself.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:  # fonts and icons are not needed for the first frame; PySide makes such a class when it is first named (2 ms)
    from PySide6.QtGui import QFont, QIcon

Choice = Literal["system", "light", "dark"]
TrayState = Literal["resting", "checking", "needs_you", "stale"]
TRAY_STATES: tuple[TrayState, ...] = ("resting", "checking", "needs_you", "stale")
TRAY_SIZES_PX = (16, 22, 24, 32, 48, 64)
TRAY_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons" / "tray"

# Spacing and radius, in logical pixels.
XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
RADIUS, RADIUS_CARD = 8, 12
USUAL_LINE_PX = 18  # the height of a line of text of ten points


class Colours(NamedTuple):
    """One scheme. Every pair of text and ground that is used has a contrast of at least 4.5 (tests/ui/test_theme.py)."""

    window: str
    card: str
    line: str
    control_line: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    hover: str
    good: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    info_ground: str
    dark: bool


LIGHT = Colours(
    window="#f5f7f8",
    card="#ffffff",
    line="#e2e7e9",
    control_line="#c3cccf",
    text="#14201f",
    muted="#556361",
    accent="#0f766e",
    accent_hover="#0b5f59",
    on_accent="#ffffff",
    accent_soft="#e0f2ef",
    hover="#edf1f2",
    good="#15713a",
    warn="#8a4b08",
    warn_ground="#fdf2e0",
    bad="#a32020",
    bad_ground="#fdebea",
    info_ground="#e6f1f4",
    dark=False,
)
DARK = Colours(
    window="#141819",
    card="#1c2123",
    line="#2b3234",
    control_line="#465053",
    text="#eaf0ef",
    muted="#9ba8a7",
    accent="#2dd4bf",
    accent_hover="#5eead4",
    on_accent="#04211d",
    accent_soft="#12332f",
    hover="#252c2e",
    good="#62d58c",
    warn="#f6bd6a",
    warn_ground="#33270f",
    bad="#ff9f99",
    bad_ground="#3b1917",
    info_ground="#15292e",
    dark=True,
)


def high_contrast(colours: Colours) -> Colours:
    """The same scheme for people who asked the system for more contrast."""
    plain = "#ffffff" if colours.dark else "#000000"
    ground = "#000000" if colours.dark else "#ffffff"
    return colours._replace(text=plain, muted=plain, line=plain, control_line=plain, window=ground, card=ground)


def system_is_dark() -> bool:
    """Whether the system shows dark surfaces now; a desktop that does not say is judged light."""
    return QGuiApplication.styleHints().colorScheme().name == "Dark"


def wants_contrast() -> bool:
    """Whether the system asks for high contrast (Qt 6.10 and later tell)."""
    hints = QGuiApplication.styleHints()  # held: PySide lets its accessibility hints go with the wrapper of the style hints
    accessibility = hints.accessibility()
    return accessibility.contrastPreference().name == "HighContrast"


def colours_for(choice: Choice) -> Colours:
    """The scheme for a choice in the settings, as the system stands now."""
    dark = system_is_dark() if choice == "system" else choice == "dark"
    chosen = DARK if dark else LIGHT
    return high_contrast(chosen) if wants_contrast() else chosen


def first_colours(choice: Choice) -> Colours:
    """The scheme for the very first frame. Asking Qt for the system's scheme by name makes PySide build all of its `Qt` enums
    (20 ms), so this looks at the palette Qt began with; the content asks properly right after."""
    starts_dark = QGuiApplication.palette().window().color().lightness() < 128
    return DARK if choice == "dark" or (choice == "system" and starts_dark) else LIGHT


_current: list[Colours] = [LIGHT]


def current() -> Colours:
    """The scheme on the screen now."""
    return _current[0]


def apply(application: QApplication, choice: Choice) -> bool:
    """Put the scheme for `choice` on the whole program; False if it was there already."""
    wanted = colours_for(choice) if application.property("scheme") else first_colours(choice)
    if application.property("scheme") == repr(wanted):
        return False
    application.setProperty("scheme", repr(wanted))
    _current[0] = wanted
    application.setPalette(palette(wanted))
    return True


def palette(colours: Colours) -> QPalette:
    """The scheme as palette roles, so that every widget (menus and dialogs too) takes part."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.hover,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.bad,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Light: colours.card,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.control_line,
        QPalette.ColorRole.Shadow: colours.line,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def sheet() -> str:
    """The stylesheet of the present scheme, for the window and its dialogs."""
    from ui.look.stylesheet import stylesheet

    return stylesheet(current(), text_scale())


def text_scale() -> float:
    """How much larger than usual the system's text is (never below 1): icons and boxes to tick grow with it."""
    from PySide6.QtGui import QFontMetrics

    return max(1.0, QFontMetrics(QGuiApplication.font()).height() / USUAL_LINE_PX)


def tone(widget: QWidget, name: str | None) -> None:
    """Give a widget its tone: None (text), "muted", "accent", "good", "warn" or "bad". The stylesheet knows the colours."""
    if (widget.property("tone") or "") == (name or ""):
        return
    widget.setProperty("tone", name or "")
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def font(scale: float = 1.0, *, strong: bool = False, figures: bool = False) -> QFont:
    """The system's font at `scale` of its size; `strong` is the one weight for emphasis, `figures` sets digits of one width."""
    from PySide6.QtGui import QFont

    made = QFont(QGuiApplication.font())
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * scale)
    else:
        made.setPixelSize(round(made.pixelSize() * scale))
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def icon(name: str) -> QIcon:
    """An icon in the colours of the present scheme; while checked it takes the accent."""
    from ui.look import icons

    colours = current()
    return icons.icon(name, colours.text, on=colours.accent, disabled=colours.muted)


@cache
def app_icon() -> QIcon:
    """The program's own icon (not the agency's logo)."""
    from ui.look import icons

    return icons.badge(LIGHT.accent, LIGHT.on_accent, None, LIGHT.accent, (16, 24, 32, 48, 64, 128))


def tray_icon(state: TrayState) -> QIcon:
    """The tray's icon, from files: drawing it anew would load Qt's SVG reader and half of its enums, 3 MB that stay for months."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for side in TRAY_SIZES_PX:
        made.addFile(str(TRAY_FOLDER / f"{state}-{side}.png"))
    return made


def drawn_tray_icon(state: TrayState) -> QIcon:
    """What those files hold (`tests/ui/make_tray_icons.py` writes them). The state is told by a mark as well as by a colour, and the
    tile shows on light and dark panels."""
    from ui.look import icons

    tile, mark, colour = {
        "resting": (LIGHT.accent, None, LIGHT.accent),
        "checking": (LIGHT.accent, "refresh-cw", LIGHT.accent_hover),
        "needs_you": (LIGHT.accent, "mark-alert", LIGHT.bad),
        "stale": (LIGHT.muted, "clock", LIGHT.muted),
    }[state]
    return icons.badge(tile, LIGHT.on_accent, mark, colour, TRAY_SIZES_PX)
