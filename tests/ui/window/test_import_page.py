"""The page "Impor": what it shows of every kind of file, what its buttons ask for, and how files come to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from core.statements.statement import FileStatus, Kind
from tests.fakes import importing as i
from tests.fakes import states as s
from tests.ui.window.conftest import Show, Shown
from ui.importing import wishes as w
from ui.importing.model import Importing, Phase, Standing
from ui.state import State

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def state(importing: Importing | None, **more: Any) -> State:
    return replace(s.state(s.view(), s.view(s.BUDI), **more), importing=importing)


class Page:
    """The page on the screen, and what it was asked for."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.wishes: list[object] = []
        shown.window.import_wished.connect(self.wishes.append)

    @property
    def body(self) -> Any:
        return self.shown.page("import").body

    def show(self, importing: Importing, **more: Any) -> None:
        self.shown.render(state(importing, **more))
        self.settle()

    def settle(self) -> None:
        page = self.shown.page("import")
        self.shown.qtbot.waitUntil(lambda: page.complete, timeout=20_000)

    def words(self, number: int | None = None) -> str:
        return self.shown.words(self.body if number is None else self.body.cards[number])


@pytest.fixture
def opened(show: Show) -> Page:
    shown = show(state(None))
    page = Page(shown)
    shown.window.show_page("import")
    page.settle()
    shown.qtbot.waitUntil(lambda: page.wishes == [w.LookBack()])
    page.wishes.clear()
    return page


def test_the_empty_page_says_what_can_come_and_where_from(opened: Page) -> None:
    words = opened.words()
    for text in ("Tarik berkas ke sini", "RSJHT", "Ctrl+S", "SMS", "Ketik saldo", "slip gaji"):
        assert text in words
    assert "Impor sebelumnya" not in words


@pytest.mark.parametrize("topic", ["rsjht", "saved_page", "sms", "typed", "own_lists"])
def test_every_road_leads_to_its_help(opened: Page, topic: str) -> None:
    opened.body.help.emit(topic)
    help_page = opened.shown.page("help")
    assert opened.shown.content.page == "help" and help_page.folds[topic].head.isChecked()


def test_every_kind_of_file_says_how_it_stands_in_words(opened: Page) -> None:
    opened.show(i.many_kinds())
    marks = [card.mark.text() for card in opened.body.cards.values()]
    assert marks == [
        "Siap diimpor",
        "Berbeda dari yang tercatat",
        "Angkanya tidak cocok",
        "Sudah tercatat",
        "Akun mana?",
        "Perlu kata sandi",
        "Perlu penjelasan kolom",
        "Tidak dapat dibaca",
        "Tanpa saldo",
        "Dilewati",
    ]
    assert "KPJ •••••••4567" in opened.words(1) and "21098764567" not in opened.words()
    assert "12 bulan baru" in opened.words(1)
    assert "Apr 2023, upah: Rp 5.067.381 di berkas ini, Rp 4.900.000 yang tercatat" in opened.words(2)
    assert "Saldo awal 2023 adalah Rp 49.000.000, tetapi saldo akhir tahun sebelumnya Rp 48.120.000." in opened.words(2)
    assert "tetapi tertulis Rp 53.556.092: selisih Rp 1.000.000." in opened.words(3)
    assert "hanya gambar" in opened.words(8)
    assert "bukan saldo nol" in opened.words(9)


def test_a_card_is_styled_in_a_turn_of_its_own_before_it_is_shown(opened: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.pages.import_file import FileCard

    hidden: list[bool] = []
    style = FileCard.style_all

    def seen(card: FileCard) -> None:
        hidden.append(card.isHidden())
        style(card)

    monkeypatch.setattr(FileCard, "style_all", seen)
    shown = i.many_kinds()
    opened.show(shown)
    assert hidden == [True] * len(shown.lines)
    assert not any(card.isHidden() for card in opened.body.cards.values())


def test_columns_that_are_not_taken_in_are_named(opened: Page) -> None:
    shown = i.many_kinds()
    first = replace(shown.lines[0], unread=("Perusahaan", "#4"))
    opened.show(replace(shown, lines=(first, *shown.lines[1:])))
    assert "Kolom yang tidak dibaca dan tidak disimpan: Perusahaan, #4" in opened.words(1)
    opened.show(shown)
    assert "tidak dibaca dan tidak disimpan" not in opened.words(1)


def test_the_sum_counts_what_goes_along_and_what_waits(opened: Page) -> None:
    opened.show(i.many_kinds())
    total = opened.body.total
    assert total.total.text() == "Akan ditambahkan: 22 bulan baru · 1 bulan berbeda dari yang tercatat"
    assert total.rest.text() == "4 berkas menunggu jawaban Anda · 3 berkas tidak ikut"
    assert total.store.text() == "Impor 3 berkas" and total.store.isEnabled()


def test_a_preview_in_which_all_is_known_cannot_be_stored(opened: Page) -> None:
    opened.show(Importing(Phase.PREVIEW, (i.line(1, standing=Standing.KNOWN),)))
    assert not opened.body.total.store.isEnabled()
    assert "Semuanya sudah tercatat" in opened.words()


def test_the_buttons_ask_for_what_they_say(opened: Page) -> None:
    opened.show(i.many_kinds())
    cards = opened.body.cards
    opened.shown.press("Lewati: RSJHT 2024 RSJHT-2024-Rahmawati.pdf")
    opened.shown.press("Simpan juga, dengan tanda")
    cards[5].account.setCurrentIndex(1)
    cards[5].account.activated.emit(1)
    cards[6].secret.edit.setText("17081990")
    QTest.keyClick(cards[6].secret.edit, Qt.Key.Key_Return)
    opened.shown.press("Ikutkan lagi: RSJHT 2018 RSJHT-2018-Rahmawati.pdf")
    opened.shown.press("Impor 3 berkas")
    opened.shown.press("Tutup pratinjau")
    assert opened.wishes == [
        w.Skip(1, True),
        w.Keep(3, 0, True),
        w.ChooseAccount(5, "#2"),
        w.GivePassword(6, "17081990"),
        w.Skip(10, False),
        w.Store(),
        w.Clear(),
    ]
    assert cards[6].secret.text() == ""  # out of the widget at once


def test_a_decision_keeps_the_card_and_its_focus(opened: Page) -> None:
    opened.show(i.many_kinds())
    box = opened.body.cards[3].keeps[0]
    box.setFocus()
    kept = replace(i.planned(2022, Standing.DOUBTED), kept=True)
    lines = tuple(replace(line, statements=(kept,)) if line.number == 3 else line for line in i.many_kinds().lines)
    opened.show(replace(i.many_kinds(), lines=lines))
    assert opened.body.cards[3].keeps[0] is box and box.isChecked() and box.hasFocus()
    assert opened.body.cards[3].mark.text() == "Disimpan dengan tanda"
    assert opened.body.total.store.text() == "Impor 4 berkas"


def test_the_details_show_terms_proofs_and_months(opened: Page) -> None:
    opened.show(i.ten_years())
    opened.shown.press("Lihat rincian RSJHT 2015")
    opened.settle()
    card = opened.body.cards[1]
    opened.shown.qtbot.waitUntil(lambda: card._details.layout().count() == 3)
    words = opened.words(1)
    assert "Pengembangan saldo awal" in words and "Rp 1.000.000" in words
    assert "Iuran 3,7% dan 2% dari upah: cocok" in words
    assert "Kolom Jaminan Pensiun sama dengan jumlahnya: tidak tertulis di berkas" in words
    table = card._details.findChild(type(card._details.layout().itemAt(2).widget()))
    assert table.rows_model.rowCount() == 12
    opened.shown.press("Lihat rincian RSJHT 2015")
    assert not card._details.isVisible()


def test_reading_says_how_far_it_is_and_can_be_cancelled(opened: Page) -> None:
    opened.show(i.reading(3))
    assert "Membaca 4 dari 10: RSJHT-2018-Rahmawati.pdf" in opened.words()
    assert (opened.body.running.bar.done, opened.body.running.bar.of) == (3, 10)
    assert "Tarik berkas" not in opened.words()
    opened.shown.press("Batalkan")
    assert opened.wishes == [w.Cancel()]


def test_the_result_can_be_taken_back_by_its_button_and_by_ctrl_z_on_any_page(opened: Page, qtbot: Any) -> None:
    opened.show(i.stored())
    assert "Impor selesai" in opened.words() and "10 berkas · 120 bulan baru" in opened.words()
    opened.shown.press("Batalkan impor (Ctrl+Z)")
    opened.shown.window.show_page("balance")
    qtbot.keyClick(opened.shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.wishes == [w.Undo((7,)), w.Undo((7,))]
    opened.wishes.clear()
    opened.show(i.stored(undone=True))
    qtbot.keyClick(opened.shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.wishes == []
    opened.shown.window.show_page("import")
    opened.settle()
    opened.shown.press("Kembalikan impor")
    assert opened.wishes == [w.Redo((7,))]


def test_earlier_imports_are_listed_with_their_way_back(opened: Page) -> None:
    opened.show(Importing(earlier=i.EARLIER))
    words = opened.words()
    assert "22 November 2026, 05.12 WIB" in words and "13 Oktober 2026, 08.12 WIB (dibatalkan)" in words
    opened.shown.press("Batalkan: 22 November 2026, 05.12 WIB")
    opened.shown.press("Kembalikan: 13 Oktober 2026, 08.12 WIB")
    assert opened.wishes == [w.Undo((7,)), w.Redo((3,))]
    opened.show(Importing(earlier=i.EARLIER, turning=True))
    assert not any(button.isEnabled() for button in opened.body.past.buttons.values())


@pytest.mark.parametrize("problem", ["ledger_disk_full", "worker_crashed", "worker_malformed", "no_files", "too_many_files"])
def test_a_failure_is_said_with_what_to_do_and_no_code(opened: Page, problem: str) -> None:
    opened.show(Importing(problem=problem))
    assert opened.body.notice.isVisible() and opened.body.notice.body.text()
    assert "_" not in opened.body.notice.title.text()
    opened.shown.press("Tutup pesan")
    assert opened.wishes == [w.Clear()]


REASONS = (
    *(
        "file_missing",
        "file_not_a_file",
        "file_empty",
        "file_too_large",
        "file_not_allowed",
        "file_changed",
        "cut_off",
        "damaged",
    ),
    *(
        "only_a_picture",
        "not_a_statement_file",
        "protection_unknown",
        "too_slow",
        "several_pages",
        "no_page",
        "crashed",
        "never seen",
    ),
)


def test_every_reason_has_words_of_its_own(opened: Page) -> None:
    lines = tuple(i.refused(n, f"{n}.pdf", FileStatus.UNREADABLE_FILE, reason) for n, reason in enumerate(REASONS, start=1))
    opened.show(Importing(Phase.PREVIEW, lines))
    said = [opened.words(line.number) for line in lines]
    assert all("_" not in words for words in said)
    assert len({words.split("\n")[2] for words in said}) >= len(REASONS) - 2


def test_masked_nothing_of_a_file_shows(opened: Page) -> None:
    import re

    hidden = Settings(masked=True, language="id", theme="light")
    opened.show(i.many_kinds())
    opened.shown.press("Lihat rincian RSJHT 2024")
    opened.show(i.many_kinds(), settings=hidden)
    opened.shown.qtbot.wait(1)
    opened.body.cards[1].more.click()
    opened.shown.qtbot.waitUntil(lambda: opened.body.cards[1]._details.layout().count() == 3)
    from tests.ui.window.test_masked import texts

    for text in texts(opened.body):
        digits = re.sub(r"(?<=\d)[.,\s  ](?=\d)", "", text)
        for secret in ("60556092", "56556092", "5067381", "4900000", "187493", "288841", "4567", "99000001", "48120000"):
            assert secret not in digits, text
        for name in ("Rahmawati", "Maju Bersama"):
            assert name not in text, text
    assert "Rp ••••••" in "\n".join(texts(opened.body))


def drag(content: Any, *urls: QUrl, text: str | None = None) -> tuple[QMimeData, bool]:
    data = QMimeData()
    if urls:
        data.setUrls(list(urls))
    if text is not None:
        data.setText(text)
    event = QDragEnterEvent(QPointF(200, 200).toPoint(), Qt.DropAction.CopyAction, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(content, event)
    return data, event.isAccepted()


@pytest.mark.parametrize("page", ["balance", "help", "settings", "import"])
def test_files_held_over_any_page_are_covered_and_dropped_into_the_import(opened: Page, page: str, tmp_path: Any) -> None:
    path = tmp_path / "rsjht.pdf"
    path.touch()
    content = opened.shown.content
    opened.shown.window.show_page(page)
    data, taken = drag(content, QUrl.fromLocalFile(str(path)))
    cover = content._cover
    assert taken and cover.isVisible() and cover.size() == content.size()
    QApplication.sendEvent(cover, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, LEFT, NONE))
    assert not cover.isVisible() and content.page == "import"
    opened.shown.qtbot.waitUntil(lambda: w.AddFiles((str(path),)) in opened.wishes)


def test_files_held_over_a_field_of_the_form_are_for_the_window(opened: Page, tmp_path: Any) -> None:
    content = opened.shown.content
    content.open_form(None)
    form = opened.shown.page("sign_in")
    for edit in (form.user, form.login.edit):
        drag(edit, QUrl.fromLocalFile(str(tmp_path)))
        assert content._cover is not None and content._cover.isVisible()
        content._cover.hide()
    assert form.user.text() == ""


def test_what_is_no_file_is_not_taken(opened: Page) -> None:
    content = opened.shown.content
    for urls, text in (((QUrl("https://contoh.test/a.pdf"),), None), ((), "halo")):
        _, taken = drag(content, *urls, text=text)
        assert not taken and not content._cover.isVisible()


def test_files_that_are_carried_away_again_leave_no_cover(opened: Page, tmp_path: Any) -> None:
    content = opened.shown.content
    drag(content, QUrl.fromLocalFile(str(tmp_path)))
    QApplication.sendEvent(content, QDragLeaveEvent())
    opened.shown.qtbot.waitUntil(lambda: not content._cover.isVisible())
    data, _ = drag(content, QUrl.fromLocalFile(str(tmp_path)))
    cover = content._cover
    QApplication.sendEvent(content, QDragLeaveEvent())  # the cover itself takes it over
    QApplication.sendEvent(cover, QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, LEFT, NONE))
    opened.shown.qtbot.wait(20)
    assert cover.isVisible()
    QApplication.sendEvent(cover, QDragLeaveEvent())
    assert not cover.isVisible()


def test_a_kind_without_a_year_keeps_a_name(opened: Page) -> None:
    typed = replace(
        i.line(1),
        path=None,
        kind=Kind.TYPED,
        statements=(replace(i.planned(2024), figures=replace(i.figures(2024), kind=Kind.TYPED, year=None)),),
    )
    opened.show(Importing(Phase.PREVIEW, (typed,)))
    assert opened.body.cards[1].title.text() == "Angka yang diketik"


def test_a_long_file_name_does_not_make_the_page_wider(show: Show) -> None:
    shown = show(
        state(Importing(Phase.PREVIEW, (i.refused(1, "Rincian" * 20 + ".pdf", FileStatus.UNREADABLE_FILE, "damaged"),))),
        size=(480, 700),
    )
    page = Page(shown)
    shown.window.show_page("import")
    page.settle()
    shown.qtbot.wait(20)
    assert shown.page("import").horizontalScrollBar().maximum() == 0
    assert page.body.cards[1].accessibleName().startswith("Rincian" * 20)
