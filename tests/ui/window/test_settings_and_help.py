"""Settings apply at once and say what they mean; removing asks first; the help works by itself and names its grounds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.errors import Status
from core.schedule import Plan, Why
from core.settings import Settings
from tests.fakes import states as s
from ui.dialogs.dialog import NameDialog, Question
from ui.pages.help_topics import topics
from ui.widgets.button import CheckBox


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
        (s.view(plan=Plan(None, Why.NEVER)), "never", "tidak ada; program hanya memeriksa saat Anda menekan"),
        (s.view(replace(s.SITI, remember=False), next_check=None), "monthly", "tidak ada, karena PIN tidak disimpan"),
        (s.view(replace(s.SITI, paused=True), next_check=None), "monthly", "sedang dijeda"),
        (s.view(stopped=True), "monthly", "dihentikan agar akun tidak terkunci."),
        (s.view(next_check=None), "monthly", "portal ini meminta Anda sendiri"),
        (s.view(readings=(), last=None), "monthly", "segera, karena akun ini belum pernah diperiksa."),
    ],
)
def test_the_next_check_is_shown_with_its_reason(show, view, interval, said):
    state = s.state(view)
    shown, _page = settings(show, replace(state, settings=replace(state.settings, interval=interval)))
    assert said in shown.words()


def test_removing_an_account_asks_first_and_says_what_goes(show, qtbot):
    shown, page = settings(show, s.state(s.view(), s.view(s.BUDI)))
    removed, archived = [], []
    shown.window.account_removed.connect(removed.append)
    shown.window.account_archived.connect(archived.append)
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
    assert (removed, archived) == ([], [s.BUDI.id])  # the history stays unless it is to go
    qtbot.wait(1)
    shown.press("Hapus Budi Santoso")
    question = page.findChild(Question)
    question.findChild(CheckBox).click()
    shown.press("Hapus akun", question)
    assert (removed, archived) == ([s.BUDI.id], [s.BUDI.id])


def test_accounts_are_put_in_order_and_the_ends_go_no_further(show, qtbot):
    shown, _page = settings(show, s.state(s.view(), s.view(s.BUDI)))
    assert not shown.button("Naikkan Siti Rahmawati").isEnabled()
    assert not shown.button("Turunkan Budi Santoso").isEnabled()
    with qtbot.waitSignal(shown.window.settings_changed) as changed:
        shown.press("Naikkan Budi Santoso")
    assert changed.args[0].order == (s.BUDI.id, s.SITI.id)


def test_one_account_is_in_no_order(show):
    shown, _page = settings(show)
    assert "Naikkan" not in shown.words()


@pytest.mark.parametrize(("paused", "button"), [(False, "Jeda"), (True, "Lanjutkan")])
def test_an_account_is_paused_and_goes_on(show, qtbot, paused, button):
    shown, _page = settings(show, s.state(s.view(replace(s.SITI, paused=paused))))
    with qtbot.waitSignal(shown.window.account_paused) as asked:
        shown.press(f"{button} pemeriksaan berkala Siti Rahmawati")
    assert asked.args == [s.SITI.id, not paused]


def test_a_kept_history_can_be_taken_up_again_or_removed_for_good(show, qtbot):
    settings_now = Settings(language="id", theme="light", archived=(s.BUDI.id,))
    state = replace(s.state(s.view(), settings=settings_now), archived=(s.view(s.BUDI),))
    shown, page = settings(show, state)
    assert "Akun dihapus, riwayatnya disimpan: 36 pembacaan" in shown.words()
    with qtbot.waitSignal(shown.window.settings_changed) as changed:
        shown.press("Pakai lagi Budi Santoso")
    assert changed.args[0].archived == ()
    shown.press("Hapus riwayat Budi Santoso")
    with qtbot.waitSignal(shown.window.account_removed) as removed:
        shown.press("Hapus riwayat", page.findChild(Question))
    assert removed.args == [s.BUDI.id]


def test_starting_with_the_computer_shows_what_the_disk_says(show, qtbot):
    shown, page = settings(show, replace(s.state(s.view()), autostart=True))
    assert page.autostart.isChecked()
    with qtbot.waitSignal(shown.window.autostart_wished) as wished:
        page.autostart.click()
    assert wished.args == [False]
    shown.window.render(replace(s.state(s.view()), autostart=True))  # it could not be written
    assert page.autostart.isChecked()


def test_the_demo_does_not_start_with_the_computer(show):
    _shown, page = settings(show, s.state(s.view(), demo=True))
    assert not page.autostart.isEnabled()


def test_every_kind_of_notice_has_its_switch(show, qtbot):
    shown, page = settings(show)
    for kind, box in page.notices.kinds.items():
        assert box.isChecked()
        with qtbot.waitSignal(shown.window.settings_changed) as changed:
            box.click()
        assert getattr(changed.args[0], f"notify_{kind}") is False
    assert not page.notices.amount.isChecked()


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


def test_the_topic_that_is_opened_stands_with_its_answer_in_sight(show):
    shown = show()
    shown.window.show_page("help")
    page = shown.page("help")
    for name in ("saved_page", "call"):
        page.open_topic(name)
        fold = page.folds[name]
        top = fold.mapTo(page.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= page.viewport().height() - fold.height(), name


def test_an_unknown_topic_opens_the_page_alone(show):
    shown = show()
    shown.content.open_help("tidak-ada")
    assert shown.content.page == "help"
