"""Riwayat as a person uses it: picture and table say the same, every figure tells where it is from, nothing is shown that is masked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.settings import Settings
from tests.fakes import history_program as fake
from tests.fakes.states import NOW, SITI, balance, reading
from ui.dialogs.changed_later import ChangedLater
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.why import WhyDialog
from ui.history.desk import Export, HistoryDesk
from ui.history.saving import picture_bytes, save
from ui.look import theme
from ui.pages.history import HistoryPage
from ui.state import AccountView, State

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.fakes.history_program import main; sys.exit(main(sys.argv[1:]))"]  # fmt: skip


def state(manner: int = fake.GOOD, *, masked: bool = False) -> State:
    view = AccountView(replace(SITI, id=manner), (reading(1, NOW, balance()),))
    return State(settings=Settings(masked=masked), accounts=(view,), current=manner, loaded=True)


@pytest.fixture
def desk() -> Iterator[HistoryDesk]:
    made = HistoryDesk(demo=False, program=PROGRAM)
    yield made
    made.end()


@pytest.fixture
def show(qtbot: QtBot, desk: HistoryDesk) -> Callable[[State], HistoryPage]:
    def shown(wanted: State) -> HistoryPage:
        page = HistoryPage()
        qtbot.addWidget(page)
        page.wished.connect(desk.take)
        page.resize(1000, 1200)
        page.show()
        page.render_state(wanted)
        return page

    return shown


@pytest.fixture
def page(qtbot: QtBot, show: Callable[[State], HistoryPage]) -> HistoryPage:
    made = show(state())
    qtbot.waitUntil(lambda: len(made.chart.picture.line) == 12 and made.career.isVisible(), timeout=20_000)
    return made


def words_of(page: HistoryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_picture_and_table_say_the_same(page: HistoryPage) -> None:
    rows = page.table.rows
    assert rows.rowCount() == 12
    shown = {(rows.text(place, 0), rows.text(place, 1)) for place in range(12)}
    assert ("1 Jan 2024", "Rp 1.000.000") in shown
    assert page.chart.words().startswith("12 pembacaan, dari Rp 1.000.000 pada 1 Januari 2024")
    assert page.chart.accessibleDescription() == page.chart.words()


def test_where_no_total_is_known_words_say_why_and_a_card_can_be_chosen(qtbot: QtBot, show: Callable[..., HistoryPage]) -> None:
    page = show(state(fake.CARDS_ONLY))
    qtbot.waitUntil(page.tools.isVisible, timeout=20_000)
    assert "Total semua kartu belum diketahui" in page.point.text()
    assert not page.chart.isVisible() and not page.listing.isVisible() and not page.origin.isVisible()
    page.tools.choice.setCurrentIndex(1)
    assert page.chart.isVisible() and page.listing.isVisible() and page.origin.isVisible()
    assert page.point.text().startswith("1 Januari 2024 · Rp 1.000.000")


def test_contributions_that_stop_before_the_balances_are_explained(page: HistoryPage) -> None:
    assert "Iuran per bulan hanya dikenal dari berkas, terakhir Jan 2024." in page.legend.text()


def test_the_arrow_keys_walk_from_point_to_point_and_the_table_follows(qtbot: QtBot, page: HistoryPage) -> None:
    page.chart.setFocus()
    qtbot.waitUntil(page.chart.hasFocus)
    qtbot.keyClick(page.chart, Qt.Key.Key_Home)
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert page.chart.picture.pointed == 1
    assert page.point.text().startswith("31 Januari 2024 · Rp 1.050.000 · +Rp 50.000")
    assert page.table.chosen() == [1]
    qtbot.keyClick(page.chart, Qt.Key.Key_Escape)
    assert page.chart.picture.pointed is None


def test_enter_on_a_point_shows_where_the_figure_is_from(qtbot: QtBot, page: HistoryPage) -> None:
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_End)
    qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.findChildren(EvidenceDialog)), timeout=20_000)
    page.findChildren(EvidenceDialog)[0].reject()


def test_why_adds_up_and_calls_an_estimate_one(qtbot: QtBot, page: HistoryPage) -> None:
    page.why.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(WhyDialog)), timeout=20_000)
    dialog = page.findChildren(WhyDialog)[0]
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Iuran", "+Rp 40.000", "Pengembangan (perkiraan)", "+Rp 10.000", "Rp 1.050.000", "dari berkas RSJHT"} <= set(said)
    assert any("5,71 % setahun (perkiraan)" in text for text in said)
    assert any("Feb 2024" in text for text in said)
    dialog.reject()


def test_a_range_chosen_with_shift_is_explained(qtbot: QtBot, page: HistoryPage) -> None:
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Home)
    qtbot.keyClick(page.chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(page.chart.compared) as compared:
        qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    assert compared.args == [0, 2]
    qtbot.waitUntil(lambda: bool(page.findChildren(WhyDialog)), timeout=20_000)
    page.findChildren(WhyDialog)[0].reject()


def test_zoom_and_pan_by_keys(qtbot: QtBot, page: HistoryPage) -> None:
    page.chart.setFocus()
    whole = page.chart.picture.span
    qtbot.keyClick(page.chart, Qt.Key.Key_Plus)
    near = page.chart.picture.span
    assert near.days < whole.days
    qtbot.keyClick(page.chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.chart.picture.span.first < near.first
    qtbot.keyClick(page.chart, Qt.Key.Key_0)
    assert page.chart.picture.span == whole


def test_the_mouse_points_and_drags(qtbot: QtBot, page: HistoryPage) -> None:
    chart = page.chart
    qtbot.mouseMove(chart, QPoint(chart.width() // 2, chart.height() // 2))
    qtbot.waitUntil(lambda: chart.picture.pointed is not None)
    chart.zoom(0.4)
    before = chart.picture.span
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    qtbot.mouseMove(chart, QPoint(500, 100))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(500, 100))
    assert chart.picture.span != before or chart.picture.pointed is not None


def test_the_table_filters_sorts_and_copies(page: HistoryPage) -> None:
    page.source.setCurrentIndex(2)
    assert page.table.rows.rowCount() == 1
    page.source.setCurrentIndex(0)
    page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert page.table.rows.places[0] == 0
    page.table.selectRow(0)
    page.table.copy()
    assert QGuiApplication.clipboard().text() == "1 Jan 2024\tRp 1.000.000\t–\tdari portal"


def test_a_card_has_its_own_line_and_no_explanation(page: HistoryPage) -> None:
    page.tools.choice.setCurrentIndex(1)
    assert len(page.chart.picture.line) == 4
    assert not page.why.isVisible()
    assert page.chart.picture.marks == ()


def test_a_fall_is_told_by_a_sign_and_in_words(page: HistoryPage) -> None:
    assert "Tanda ▾: saldo turun." in page.legend.text()
    assert "Kotak: dari berkas" in page.legend.text()


def pressed_in(page: HistoryPage) -> list[str]:
    return [button.text() for button in page.tools.span_buttons if button.isChecked()]


def test_the_button_of_the_years_in_sight_is_the_one_that_looks_pressed(page: HistoryPage) -> None:
    buttons = page.tools.span_buttons
    assert pressed_in(page) == ["Semua"]
    buttons[0].click()
    assert pressed_in(page) == ["1 th"]
    buttons[0].click()
    assert pressed_in(page) == ["1 th"], "pressing it again changes nothing"
    page.chart.zoom(0.5)
    assert pressed_in(page) == [], "elsewhere"
    buttons[-1].click()
    assert pressed_in(page) == ["Semua"]


def test_years_can_be_laid_over_each_other(page: HistoryPage) -> None:
    page.tools.comparing.setChecked(True)
    assert page.chart.picture.compare
    assert not page.tools.span_buttons[0].isEnabled()
    assert not page.chart.grab().isNull()
    page.tools.comparing.setChecked(False)
    assert page.tools.span_buttons[0].isEnabled()


def test_masked_nothing_of_the_amounts_is_shown_said_or_copied(qtbot: QtBot, show: Callable[[State], HistoryPage]) -> None:
    page = show(state(masked=True))
    qtbot.waitUntil(lambda: len(page.chart.picture.line) == 12 and "Peta karier" in words_of(page), timeout=20_000)
    qtbot.waitUntil(lambda: "P•••••" in words_of(page), timeout=20_000)
    page.table.selectAll()
    page.table.copy()
    everything = words_of(page) + page.chart.accessibleDescription() + QGuiApplication.clipboard().text()
    assert "000" not in everything and "Contoh" not in everything and fake.CARD[-4:] not in everything
    svg = picture_bytes(page.chart.picture, "x", "svg", NOW.date()).decode()
    assert "Rp" not in svg


@pytest.mark.parametrize(("form", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_picture_is_saved_in_each_format(page: HistoryPage, tmp_path: Path, form: str, begins: bytes) -> None:
    path = tmp_path / f"gambar.{form}"
    save(path, page.chart.picture, "Saldo JHT", NOW.date())
    assert path.read_bytes().startswith(begins) and path.stat().st_size > 2_000
    with pytest.raises(ValueError, match="format"):
        picture_bytes(page.chart.picture, "", "bmp", NOW.date())


def test_an_export_is_run_and_its_place_told(qtbot: QtBot, page: HistoryPage, tmp_path: Path) -> None:
    path = tmp_path / "x.qif"
    page.taking.wished.emit(Export("qif", fake.GOOD, str(path), lambda code: page.taking._exported(str(path), code)))
    qtbot.waitUntil(lambda: str(path) in words_of(page), timeout=20_000)
    assert "--format qif" in path.read_text()


def test_an_export_that_fails_is_told(qtbot: QtBot, page: HistoryPage, tmp_path: Path) -> None:
    path = tmp_path / "x.qif"
    page.taking.wished.emit(Export("qif", fake.NOTHING, str(path), lambda code: page.taking._exported(str(path), code)))
    qtbot.waitUntil(lambda: "Tidak tersimpan" in words_of(page), timeout=20_000)


def test_no_history_is_said_in_words(qtbot: QtBot, show: Callable[[State], HistoryPage]) -> None:
    page = show(state(fake.NOTHING))
    qtbot.waitUntil(page.nothing.isVisible, timeout=20_000)
    assert not page.picture.isVisible()


@pytest.mark.parametrize("manner", [fake.BROKEN, fake.CUT_OFF, fake.NONSENSE])
def test_what_cannot_be_read_is_told(qtbot: QtBot, show: Callable[[State], HistoryPage], manner: int) -> None:
    page = show(state(manner))
    qtbot.waitUntil(lambda: "Catatan tidak dapat dipakai" in words_of(page), timeout=20_000)


def test_a_child_that_hangs_holds_nothing_up(qtbot: QtBot, show: Callable[[State], HistoryPage]) -> None:
    page = show(state(fake.SILENT))
    page.render_state(state(fake.GOOD))
    qtbot.waitUntil(lambda: len(page.chart.picture.line) == 12, timeout=20_000)


def test_both_schemes_are_drawn(page: HistoryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    for scheme in (theme.LIGHT, theme.DARK):
        monkeypatch.setattr(theme, "_current", [scheme])
        drawn.append(page.chart.grab().toImage())
    assert drawn[0] != drawn[1]


def test_what_changed_later_is_marked_in_picture_and_table_and_told_in_one_click(qtbot: QtBot, page: HistoryPage) -> None:
    rows = page.table.rows
    marked = {place: rows.text(place, 3) for place in range(12) if "·" in rows.text(place, 3)}
    assert marked == {6: "dari portal · berubah kemudian", 8: "dari portal · saldo turun"}  # May's end lies between two readings
    assert {kind for _, kind, _ in page.chart.picture.marks} == {"fell", "corrected"}
    assert "Tanda !: berubah kemudian." in page.legend.text()
    page.chart.point_at(6)
    page.later.click()
    (dialog,) = page.findChildren(ChangedLater)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Iuran Mei 2024 hilang" in said
    assert "Semula: Rp 285.000 (" in said
    assert "Kemudian: tidak disebut (" in said
    assert "Saldo turun" not in said
    dialog.reject()
    page.chart.point_at(0)  # where nothing changed: all of it
    page.later.click()
    said = "\n".join(label.text() for label in page.findChildren(ChangedLater)[-1].findChildren(QLabel))
    assert "Saldo turun Rp 10.000" in said
    assert "Iuran Mei 2024 hilang" in said


def test_what_changed_later_is_masked_with_the_rest(qtbot: QtBot, show: Callable[[State], HistoryPage]) -> None:
    made = show(state(masked=True))
    qtbot.waitUntil(lambda: len(made.chart.picture.line) == 12, timeout=20_000)
    made.later.click()
    said = "\n".join(label.text() for label in made.findChildren(ChangedLater)[-1].findChildren(QLabel))
    assert "285.000" not in said
    assert fake.CARD not in said


def test_until_the_record_was_read_nothing_is_said_of_it(qtbot: QtBot, show: Callable[[State], HistoryPage]) -> None:
    page = show(state(fake.SILENT))
    assert "Membuka riwayat…" in words_of(page)
    assert "Belum ada riwayat" not in words_of(page)


def test_another_account_never_stands_under_the_figures_of_the_one_before(qtbot: QtBot, page: HistoryPage) -> None:
    assert "PT Contoh" in words_of(page)
    page.render_state(state(fake.SILENT))  # its record does not answer
    assert not page.chart.isVisible() and not page.listing.isVisible() and not page.career.isVisible()
    assert "Rp" not in words_of(page) and "PT Contoh" not in words_of(page)
    page.render_state(state(fake.GOOD))
    qtbot.waitUntil(lambda: page.chart.isVisible() and page.career.isVisible(), timeout=20_000)


def test_what_is_new_of_the_same_account_does_not_blank_what_stands_there(page: HistoryPage) -> None:
    more = replace(
        state(), accounts=(replace(state().accounts[0], history=(reading(1, NOW, balance()), reading(2, NOW, balance()))),)
    )
    page.render_state(more)
    assert page.chart.isVisible() and len(page.chart.picture.line) == 12
