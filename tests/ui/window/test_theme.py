"""The looks: readable in every scheme, following the system, and no colour anywhere but in the theme."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from tests.fakes import states as s
from ui.look import icons, theme

ROOT = Path(__file__).resolve().parents[3]
SCHEMES = {
    "light": theme.LIGHT,
    "dark": theme.DARK,
    "light, high contrast": theme.high_contrast(theme.LIGHT),
    "dark, high contrast": theme.high_contrast(theme.DARK),
}
PAIRS = [
    *((text, ground) for text in ("text", "muted", "accent", "good", "warn", "bad") for ground in ("card", "window")),
    *(("text", ground) for ground in ("warn_ground", "bad_ground", "info_ground", "hover", "accent_soft")),
    *(("muted", ground) for ground in ("warn_ground", "bad_ground", "info_ground", "hover")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "accent_soft"),
    ("accent", "info_ground"),
    ("warn", "warn_ground"),
    ("bad", "bad_ground"),
    ("accent", "hover"),
    ("bad", "hover"),
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(scheme, text, ground):
    colours = SCHEMES[scheme]
    ratio = contrast(getattr(colours, text), getattr(colours, ground))
    assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"


def test_no_colour_is_fixed_outside_the_theme():
    colour = re.compile(
        r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|GlobalColor\.(?!transparent)|QColor\((?!0, 0, 0, 0\))\s*\d|QColor\(\s*[\"']"
    )
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if path.name == "theme.py":
            continue
        code = "\n".join(
            line for line in path.read_text("utf-8").splitlines() if '"""' not in line and not line.lstrip().startswith("#")
        )
        assert not colour.search(code), f"{path.name}: {colour.search(code)}"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_forced_theme_is_on_the_whole_program(show, choice):
    show(s.state(s.view(), settings=Settings(language="id", theme=choice)))
    wanted = theme.DARK if choice == "dark" else theme.LIGHT
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == wanted.window
    assert theme.current() == wanted


def test_the_theme_follows_the_system_while_the_program_runs(show, monkeypatch):
    dark = [False]
    monkeypatch.setattr(theme, "system_is_dark", lambda: dark[0])
    shown = show(s.state(s.view(), settings=Settings(language="id", theme="system")))
    assert theme.current() == theme.LIGHT
    before = shown.window.styleSheet()
    dark[0] = True
    QGuiApplication.styleHints().colorSchemeChanged.emit(QGuiApplication.styleHints().colorScheme())
    assert theme.current() == theme.DARK
    assert shown.window.styleSheet() != before
    assert QApplication.palette().color(QPalette.ColorRole.WindowText).name() == theme.DARK.text


def test_a_forced_theme_does_not_follow_the_system(show, monkeypatch):
    monkeypatch.setattr(theme, "system_is_dark", lambda: True)
    show(s.state(s.view(), settings=Settings(language="id", theme="light")))
    QGuiApplication.styleHints().colorSchemeChanged.emit(QGuiApplication.styleHints().colorScheme())
    assert theme.current() == theme.LIGHT


def test_high_contrast_is_taken_from_the_system(show, monkeypatch):
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    shown = show(s.state(s.view(), settings=Settings(language="id", theme="light")))
    shown.render(replace(shown.content.state, settings=Settings(language="id", theme="dark")))
    assert theme.current().text == theme.current().muted == "#ffffff"


def test_asking_for_the_systems_scheme_and_contrast_again_and_again_works(qapp):
    for _ in range(50):
        theme.system_is_dark()
        theme.wants_contrast()


def test_a_dark_scheme_reaches_the_icons(show):
    shown = show(s.state(s.view(), settings=Settings(language="id", theme="light")))
    button = shown.page().hero.mask_button
    light = button.icon().pixmap(18, 18).toImage()
    shown.render(s.state(s.view(), settings=Settings(language="id", theme="dark")))
    assert button.icon().pixmap(18, 18).toImage() != light


# Icons


def test_every_icon_is_there_drawn_and_licensed(qapp):
    drawings = sorted(icons.FOLDER.glob("*.svg"))
    assert drawings and (icons.FOLDER / "LICENSE-lucide.txt").read_text("utf-8").startswith("ISC License")
    for drawing in drawings:
        pixmap = icons.pixmap(drawing.stem, theme.LIGHT.text, 24, 2.0)
        assert pixmap.width() == 48 and pixmap.devicePixelRatio() == 2.0
        image = pixmap.toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(0, 48, 2) for y in range(0, 48, 2)), drawing.name


def test_every_icon_is_used_and_every_used_icon_is_there():
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "ui").rglob("*.py"))
    for drawing in icons.FOLDER.glob("*.svg"):
        used = f'"{drawing.stem}"' in code or f'"{drawing.name}"' in code  # as an icon, or as a file
        assert used, f"{drawing.name} is used nowhere"


def test_an_icon_takes_the_colours_of_the_scheme(show):
    pictures = []
    for choice in ("light", "dark"):
        show(s.state(settings=Settings(language="id", theme=choice)))
        pictures.append(theme.icon("eye").pixmap(18, 18).toImage())
    assert pictures[0] != pictures[1]


def test_the_trays_files_hold_what_the_theme_draws(qapp):
    for state in theme.TRAY_STATES:
        for side in theme.TRAY_SIZES_PX:
            drawn, stored = (icon.pixmap(side, side).toImage() for icon in (theme.drawn_tray_icon(state), theme.tray_icon(state)))
            wanted = drawn.format()
            assert stored.convertToFormat(wanted) == drawn, f"{state} {side}: run tests/ui/make_tray_icons.py"


def test_the_four_tray_states_look_different_at_every_size(qapp):
    for side in theme.TRAY_SIZES_PX:
        drawn = [theme.tray_icon(state).pixmap(side, side).toImage() for state in ("resting", "checking", "needs_you", "stale")]
        for number, image in enumerate(drawn):
            assert image.width() == side
            assert all(image != other for other in drawn[number + 1 :])


def test_the_tray_icon_shows_on_light_and_on_dark_panels(qapp):
    for state in ("resting", "checking", "needs_you", "stale"):
        image = theme.tray_icon(state).pixmap(24, 24).toImage()
        tile = image.pixelColor(12, 2).name()
        assert contrast(tile, "#f5f5f5") > 3 and contrast(tile, "#1e1e1e") > 2
