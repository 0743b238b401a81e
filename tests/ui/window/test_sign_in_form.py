"""The log-in form: it helps while one types, hands the secret over once, and keeps nothing of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from core.portal import profile as portals
from tests.fakes import states as s
from ui.state import SignIn
from ui.widgets.button import ChoiceList
from ui.widgets.field import SecretField

NIK = "9901014506900001"
SECRET = "kata-sandi-rahasia"


def form(show, state=None, portal="bpjstk-es"):
    """The form of a new account, at a portal that takes a plain form."""
    shown = show(state or s.state())
    shown.press("Mulai dengan akun saya" if not (state and state.accounts) else "Tambah")
    page = shown.page("sign_in")
    page.portal.setCurrentIndex(page.portal.findData(portal))
    return shown, page


def fill(page, user=NIK, secret=SECRET):
    page.user.setText(user)
    page.login.edit.setText(secret)


def test_what_was_typed_is_handed_over_once(show, qtbot):
    shown, page = form(show)
    fill(page, user=" 9901 0145 0690 0001 ")
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk")
    made: SignIn = signal.args[0]
    assert (made.user, made.portal, made.login, made.pin) == (NIK, "bpjstk-es", SECRET, None)
    assert (made.name, made.remember, made.account_id) == ("Akun saya", True, None)
    assert SECRET not in repr(made) and NIK not in repr(made)


def test_enter_submits_and_escape_goes_back(show, qtbot):
    shown, page = form(show)
    fill(page)
    with qtbot.waitSignal(shown.window.sign_in_requested):
        QTest.keyClick(page.login.edit, Qt.Key.Key_Return)
    shown, page = form(show)
    fill(page)
    sent = []
    shown.window.sign_in_requested.connect(sent.append)
    QTest.keyClick(page.login.edit, Qt.Key.Key_Escape)
    assert "Mulai dengan akun saya" in shown.words()
    assert sent == [] and page.login.text() == ""


def focusable(page):
    """Every widget of the form that Tab can reach."""
    return [
        w
        for w in page.card.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_signs_in_from_the_fields_and_from_the_button_that_says_so_and_from_nowhere_else(show, key, monkeypatch):
    monkeypatch.setattr(ChoiceList, "showPopup", lambda _list: None)

    def opened():
        shown = show(s.state(demo=True))
        shown.press("Pilih akun contoh")
        page = shown.page("sign_in")
        page.portal.setCurrentIndex(page.portal.findData("simulator-sso2019"))
        page.sample.activated.emit(0)
        return shown, page

    senders = set()
    for number in range(len(focusable(opened()[1]))):
        shown, page = opened()
        widget = focusable(page)[number]
        names = {page.user: "user", page.login.edit: "login", page.pin.edit: "pin", page.submit: "submit"}
        sent = []
        shown.window.sign_in_requested.connect(sent.append)
        widget.setFocus()
        assert widget.hasFocus()
        QTest.keyClick(widget, key)
        if sent:
            assert len(sent) == 1
            senders.add(names.get(widget, repr(widget)))
    assert senders == {"user", "login", "pin", "submit"}


def test_return_presses_the_button_that_has_the_focus(show):
    shown, page = form(show)
    fill(page)
    QTest.keyClick(page.login.eye, Qt.Key.Key_Return)
    assert page.login.edit.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyClick(page.keep_not, Qt.Key.Key_Return)
    assert page.keep_not.isChecked()
    QTest.keyClick(page.back, Qt.Key.Key_Return)
    assert "Mulai dengan akun saya" in shown.words()


def test_walking_along_the_sample_people_stays_in_the_list(show):
    shown = show(s.state(demo=True))
    shown.press("Pilih akun contoh")
    page = shown.page("sign_in")
    assert page.sample.hasFocus()
    for row in (0, 1, 2):
        QTest.keyClick(page.sample, Qt.Key.Key_Down)
        assert page.sample.hasFocus() and page.sample.currentIndex() == row
    assert page.login.text() == page._people[2].secret


def test_return_unfolds_a_list_and_who_is_picked_there_leads_to_the_button_that_signs_in(show, monkeypatch):
    unfolded = []

    def unfold(choices):  # the screen of the tests has no place for a second window
        unfolded.append(choices)

    monkeypatch.setattr(ChoiceList, "showPopup", unfold)
    shown = show(s.state(demo=True))
    shown.press("Pilih akun contoh")
    page = shown.page("sign_in")
    QTest.keyClick(page.sample, Qt.Key.Key_Return)
    assert unfolded == [page.sample] and page.sample.hasFocus()
    QTest.keyClick(page.sample, Qt.Key.Key_Down)
    page.sample.activated.emit(1)
    assert page.submit.hasFocus() and page.login.text() == page._people[1].secret


@pytest.mark.parametrize("way", ["sent", "left", "asked for twice", "account removed"])
def test_the_secret_leaves_the_widgets_however_the_form_is_left(show, way, monkeypatch):
    wiped = []
    real = SecretField.wipe

    def wipe(field: SecretField) -> None:
        real(field)
        edit = field.edit
        edit.undo()
        wiped.append((edit.text(), edit.isUndoAvailable(), edit.echoMode()))

    shown, page = form(show)
    fill(page)
    page.login.eye.setChecked(True)
    monkeypatch.setattr(SecretField, "wipe", wipe)
    if way == "sent":
        shown.press("Masuk")
    elif way == "left":
        shown.press("Kembali")
    elif way == "asked for twice":
        shown.content.open_form(None)
    else:
        shown.content.form_account = s.BUDI
        shown.render(s.state())
    assert wiped and set(wiped) == {("", False, QLineEdit.EchoMode.Password)}


def test_a_hidden_secret_cannot_be_copied(show):
    _shown, page = form(show)
    fill(page)
    QGuiApplication.clipboard().setText("sebelumnya")
    page.login.edit.selectAll()
    page.login.edit.copy()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(page.login.edit, key, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == "sebelumnya"


def test_the_secret_is_dots_until_the_eye_is_pressed(show):
    shown, page = form(show)
    fill(page)
    edit = page.login.edit
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    assert edit.inputMethodHints() & hints == hints
    shown.press("Tampilkan kata sandi")
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    assert edit.inputMethodHints() & hints == hints
    shown.press("Sembunyikan kata sandi")
    assert edit.echoMode() == QLineEdit.EchoMode.Password


def test_nothing_is_said_before_the_field_was_left_and_then_at_once(show):
    _shown, page = form(show)
    page.user.setFocus()
    QTest.keyClicks(page.user, "99010")
    assert page.user_field.under.text() == ""
    page.login.edit.setFocus()
    assert page.user_field.under.text() == "NIK terdiri dari 16 angka; yang diketik baru 5."
    page.user.setFocus()
    QTest.keyClicks(page.user, "14506900001")
    assert page.user_field.under.text() == ""


def test_leaving_an_empty_field_is_no_mistake(show):
    _shown, page = form(show)
    page.user.setFocus()
    page.login.edit.setFocus()
    assert page.user_field.under.text() == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Isi NIK atau e-mail"),
        ("99010145069000011", "yang diketik lebih"),
        ("9901013213900001", "Tanggal lahir di tengah NIK"),
        ("siti@", "Alamat e-mail belum lengkap"),
        ("siti", "Isi 16 angka NIK, atau alamat e-mail."),
    ],
)
def test_a_wrong_user_is_said_in_words_and_nothing_is_sent(show, typed, said):
    shown, page = form(show)
    fill(page, user=typed)
    sent = []
    shown.window.sign_in_requested.connect(sent.append)
    shown.press("Masuk")
    assert said in page.user_field.under.text()
    assert page.user.accessibleDescription() == page.user_field.under.text()
    assert page.user.hasFocus() and sent == []
    assert page.login.text() == SECRET  # nothing typed is lost


def test_a_missing_secret_is_said_beside_its_field(show):
    shown, page = form(show)
    fill(page, secret="")
    shown.press("Masuk")
    assert "Isi PIN atau kata sandi" in page.login_field.under.text()
    assert page.login.edit.hasFocus()


def test_a_portal_with_a_second_secret_asks_for_it_and_others_do_not(show, qtbot):
    shown = show(s.state(demo=True))
    shown.press("Pilih akun contoh")
    page = shown.page("sign_in")
    page.portal.setCurrentIndex(page.portal.findData("simulator-sso2019"))
    assert page.pin_field.isVisible()
    fill(page)
    shown.press("Masuk")
    assert "Portal ini menanyakan PIN" in page.pin_field.under.text()
    page.pin.edit.setText("730461")
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk")
    assert signal.args[0].pin == "730461"
    shown.press("Pilih akun contoh")
    page = shown.page("sign_in")
    page.portal.setCurrentIndex(page.portal.findData("simulator-es"))
    assert not page.pin_field.isVisible()


def test_in_the_demo_nobody_types_a_fixture(show, qtbot):
    from core.simulator.accounts import DEMO

    shown = show(s.state(demo=True))
    shown.press("Pilih akun contoh")
    page = shown.page("sign_in")
    page.sample.setCurrentIndex(0)
    page.sample.activated.emit(0)
    assert page.submit.hasFocus()
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk")
    made = signal.args[0]
    assert (made.name, made.login, made.pin) == (DEMO.name, DEMO.secret, DEMO.pin)


def test_a_portal_that_wants_a_person_leads_to_the_portals_window(show, qtbot):
    shown, page = form(show, portal="bpjstk-sso")
    assert "Portal ini meminta orang, bukan program" in shown.words()
    page.user.setText("siti@example.test")
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk di jendela portal")  # the password is the person's to type, there
    made = signal.args[0]
    assert (made.in_browser, made.user, made.login) == (True, "siti@example.test", "")


def test_a_password_for_the_portals_window_may_be_kept(show, qtbot):
    shown, page = form(show, portal="bpjstk-sso")
    fill(page, user="siti@example.test")
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk di jendela portal")
    assert signal.args[0].in_browser and signal.args[0].login == SECRET and signal.args[0].remember


def test_what_is_guessed_about_a_portal_is_said(show):
    shown, _page = form(show)
    guessed = portals.load("bpjstk-es").guessed
    assert guessed is not None and guessed["id"] in shown.words()


def test_where_the_pin_goes_names_the_keyring_and_not_keeping_it_is_a_choice(show, qtbot):
    shown, page = form(show, s.state(keyring=None))
    assert shown.button("Ingat di brankas sandi komputer ini").isChecked()
    shown.render(s.state(keyring="KWallet"))
    assert shown.button("Ingat di KWallet").isChecked()
    shown.press("Jangan simpan; tanyakan setiap kali")
    fill(page)
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk")
    assert signal.args[0].remember is False


@pytest.mark.parametrize("problem", ["vault_locked", "vault_missing", "vault_denied", "vault_hanging", "vault_insecure"])
def test_without_a_keyring_the_form_says_why_and_does_not_keep(show, qtbot, problem):
    shown, page = form(show, s.state(keyring_problem=problem))
    assert not page.keep.isEnabled() and page.keep_not.isChecked()
    assert len(page.place_note.text()) > 30
    fill(page)
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk")
    assert signal.args[0].remember is False


def test_typing_the_pin_anew_keeps_the_account(show, qtbot):
    from core.errors import Status

    shown = show(s.state(s.view(last=s.attempt(Status.CREDENTIALS_REJECTED), stopped=True)))
    shown.press("Masukkan PIN lagi")
    page = shown.page("sign_in")
    assert not page.user.isEnabled() and page.login.edit.hasFocus()
    page.login.edit.setText(SECRET)
    with qtbot.waitSignal(shown.window.sign_in_requested) as signal:
        shown.press("Masuk")
    made = signal.args[0]
    assert (made.account_id, made.user, made.name, made.portal) == (s.SITI.id, s.SITI.user, s.SITI.name, s.SITI.portal)


def test_a_theme_that_changes_at_dusk_leaves_what_was_typed(show):
    shown, page = form(show)
    fill(page)
    settings = replace(shown.content.state.settings, theme="dark")
    shown.render(s.state(settings=settings))
    assert shown.page("sign_in") is page and page.login.text() == SECRET
