"""Settings apply at once and say what they mean; removing asks first; the help works by itself and names its grounds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.errors import Status
from tests.fakes import states as s
from ui.dialogs.dialog import NameDialog, Question
from ui.pages.help_topics import topics


def settings(show, state=None):
    shown = show(state or s.state(s.view()))
    shown.window.show_page("settings")
    return shown, shown.page("settings")


@pytest.mark.parametrize(("field", "value"), [("language", "en"), ("theme", "dark"), ("interval", "never")])
def test_a_choice_is_asked_for_at_once(show, qtbot, field, value):
    shown, page = settings(show)
    choices = {"language": page.language, "theme": page.theme, "interval": page.interval}[field].list
    choices.setCurrentIndex(choices.findData(value))
    with qtbot.waitSignal(shown.window.settings_changed) as changed:
        choices.activated.emit(choices.currentIndex())
    assert changed.args == [replace(shown.content.state.settings, **{field: value})]


def test_the_page_shows_what_is_chosen(show):
    shown, page = settings(show)
    chosen = replace(shown.content.state.settings, language="id", theme="dark", interval="weekly", masked=True)
    shown.render(s.state(s.view(), settings=chosen))
    assert page.language.list.currentData() == "id"
    assert page.theme.list.currentData() == "dark"
    assert page.interval.list.currentData() == "weekly"
    assert page.masked.isChecked()


def test_a_turning_wheel_changes_no_setting(show, qtbot):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    _shown, page = settings(show)
    before = page.theme.list.currentData()
    middle = QPointF(page.theme.list.rect().center())
    turn = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )  # fmt: skip
    QApplication.sendEvent(page.theme.list, turn)
    assert page.theme.list.currentData() == before


@pytest.mark.parametrize(
    ("view", "interval", "said"),
    [
        (s.view(), "monthly", "20 Desember 2026, 08.12 WIB, menurut jadwal."),
        (s.view(last=s.attempt(Status.NETWORK)), "monthly", "karena pemeriksaan terakhir terhalang."),
        (s.view(), "never", "Tidak ada: program hanya memeriksa saat Anda menekan"),
        (s.view(replace(s.SITI, remember=False), next_check=None), "monthly", "Tidak ada: PIN tidak disimpan"),
        (s.view(replace(s.SITI, paused=True), next_check=None), "monthly", "sedang dijeda"),
        (s.view(stopped=True), "monthly", "Dihentikan agar akun tidak terkunci."),
        (s.view(next_check=None), "monthly", "portal ini meminta Anda sendiri"),
        (s.view(readings=(), last=None), "monthly", "Segera, karena akun ini belum pernah diperiksa."),
    ],
)
def test_the_next_check_is_shown_with_its_reason(show, view, interval, said):
    state = s.state(view)
    shown, _page = settings(show, replace(state, settings=replace(state.settings, interval=interval)))
    assert said in shown.words()


def test_removing_an_account_asks_first_and_says_what_goes(show, qtbot):
    shown, page = settings(show, s.state(s.view(), s.view(s.BUDI)))
    removed = []
    shown.window.account_removed.connect(removed.append)
    shown.press("Hapus Budi Santoso")
    question = page.findChild(Question)
    assert "Hapus Budi Santoso dari program ini?" in shown.words(question)
    assert "Akun Anda di portal tidak berubah." in shown.words(question)
    assert shown.button("Batal", question).hasFocus()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    qtbot.wait(1)
    assert removed == []
    shown.press("Hapus Budi Santoso")
    shown.press("Hapus akun", page.findChild(Question))
    assert removed == [s.BUDI.id]


def test_forgetting_a_pin_asks_first_and_is_not_offered_without_one(show, qtbot):
    shown, page = settings(show, s.state(s.view(), s.view(replace(s.BUDI, remember=False))))
    assert not shown.button("Lupakan PIN Budi Santoso").isEnabled()
    shown.press("Lupakan PIN Siti Rahmawati")
    with qtbot.waitSignal(shown.window.secret_forget_requested) as asked:
        shown.press("Lupakan PIN", page.findChild(Question))
    assert asked.args == [s.SITI.id]


def test_renaming_takes_the_new_name_and_refuses_an_empty_one(show, qtbot):
    shown, page = settings(show)
    shown.press("Ganti nama Siti Rahmawati")
    dialog = page.findChild(NameDialog)
    dialog.edit.setText("   ")
    assert not dialog.save.isEnabled()
    dialog.edit.setText("  Ibu  Siti ")
    with qtbot.waitSignal(shown.window.account_renamed) as renamed:
        QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert renamed.args == [s.SITI.id, "Ibu Siti"]


def test_the_settings_say_where_the_data_lives_and_that_this_is_not_official(show, home):
    shown, _page = settings(show)
    words = shown.words()
    assert str(home) in words
    assert "Bukan aplikasi resmi" in words
    assert "Lisensi MIT" in words and "0.1.0" in words


def test_every_topic_has_an_answer_and_its_ground(show):
    shown = show()
    shown.window.show_page("help")
    page = shown.page("help")
    for topic in topics():
        assert topic.paragraphs and topic.ground.startswith("Dasar: ")
        page.open_topic(topic.name)
        words = shown.words(page)
        assert all(paragraph in words for paragraph in topic.paragraphs) and topic.ground in words


def test_the_help_covers_what_people_ask(show):
    names = {topic.name for topic in topics()}
    assert names >= {"register", "pin", "contact", "locked", "person", "empty", "cards", "claim", "call", "safety"}
    told = " ".join(" ".join(topic.paragraphs) for topic in topics())
    for fact in ("175", "JMO", "Lapak Asik", "kantor cabang", "e-mail", "OTP", "11 angka"):
        assert fact in told


def test_a_message_leads_to_its_own_topic(show):
    for status, reason in (
        (Status.CREDENTIALS_REJECTED, "Bantuan PIN"),
        (Status.NO_BALANCE, "Mengapa kosong?"),
        (Status.ACCOUNT_LOCKED, "Cara membuka akun"),
    ):
        shown = show(s.state(s.view(last=s.attempt(status))))
        shown.press(reason)
        opened = [name for name, fold in shown.page("help").folds.items() if fold.head.isChecked()]
        assert len(opened) == 1
        assert shown.page("help").folds[opened[0]].head.hasFocus()


def test_an_unknown_topic_opens_the_page_alone(show):
    shown = show()
    shown.content.open_help("tidak-ada")
    assert shown.content.page == "help"
