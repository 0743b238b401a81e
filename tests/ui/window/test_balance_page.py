"""The balance page: five states that look alike say five things, the old figure stands, a failure says what to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from core.errors import Need, Status, VaultReason
from core.models import Step
from tests.fakes import states as s
from ui.widgets.banner import Banner
from ui.window.main_window import SMALLEST_PX

ZERO = replace(s.TEXTILE, balance=0)
DAY = dt.timedelta(days=1)


def test_the_figure_stands_with_its_date_its_source_its_age_and_its_change(show):
    words = show().words()
    assert "Rp 48.510.766" in words
    assert "per 22 November 2026, 08.12 WIB · dari portal · hari ini" in words
    assert "Naik Rp 288.840 sejak 23 Oktober" in words


def test_a_fall_and_no_change_are_said_in_words(show):
    first, last = s.reading(1, s.NOW - DAY, s.balance(s.TEXTILE, s.KARYA)), s.reading(2, s.NOW, s.balance(s.TEXTILE))
    shown = show(s.state(s.view(readings=(first, last))))
    assert "Turun Rp 12.408.311 sejak 21 November" in shown.words()
    shown.render(s.state(s.view(readings=(first, s.reading(3, s.NOW, s.balance(s.TEXTILE, s.KARYA))))))
    assert "Tidak berubah sejak 21 November" in shown.words()


def test_two_checks_of_one_day_are_told_apart_by_their_time(show):
    held = s.balance(s.TEXTILE)
    readings = (s.reading(1, s.NOW - dt.timedelta(minutes=12), held), s.reading(2, s.NOW, held))
    assert "Tidak berubah sejak 08.00 WIB" in show(s.state(s.view(readings=readings))).words()


def test_the_portals_own_date_stands_before_the_day_of_the_check(show):
    held = replace(s.balance(s.TEXTILE), as_of=dt.date(2026, 10, 31))
    assert (
        "per 31 Oktober 2026 menurut portal · diperiksa 22 November 2026"
        in show(s.state(s.view(readings=(s.reading(1, s.NOW, held),)))).words()
    )


@pytest.mark.parametrize(("days", "grey"), [(0, False), (45, False), (46, True), (400, True)])
def test_a_figure_older_than_45_days_is_grey_and_says_so(show, days, grey):
    shown = show(s.state(s.view(readings=s.history(3, last_at=s.NOW - days * DAY))))
    hero = shown.page().hero
    assert (hero.figure.property("tone") == "muted") is grey
    assert ("Angka ini sudah lama" in shown.words()) is grey
    assert ("hari ini" if days == 0 else f"{days} hari lalu") in shown.words()


def five_states():
    never = s.view(readings=(), last=None)
    return {
        "never": never,
        "not_shown": s.view(readings=(), last=s.attempt(Status.NO_BALANCE)),
        "unread": s.view(readings=(), last=s.attempt(Status.PAGE_NOT_UNDERSTOOD)),
        "zero": s.view(readings=(s.reading(1, s.NOW, s.balance(ZERO)),)),
        "claimed": s.view(readings=(*s.history(3, last_at=s.NOW - DAY), s.reading(9, s.NOW, s.balance(ZERO)))),
    }


def test_zero_not_shown_unread_claimed_and_never_checked_say_five_different_things(show):
    said = {
        "never": "Belum pernah diperiksa.",
        "not_shown": "Ini bukan saldo nol",
        "unread": "tidak dapat dibaca dengan pasti",
        "zero": "Portal menunjukkan saldo nol",
        "claimed": "setelah sebelumnya ada isinya",
    }
    for name, view in five_states().items():
        words = show(s.state(view)).words()
        for other, sentence in said.items():
            assert (sentence in words) is (other == name), f"{other!r} on the page of {name!r}"
        assert ("Rp 0" in words) is (name in ("zero", "claimed"))


def test_balances_of_single_cards_are_told_with_their_days_and_never_added(show):
    parts = ((s.TEXTILE, dt.date(2026, 3, 31)), (s.KARYA, dt.date(2026, 2, 28)))
    words = show(s.state(s.view(readings=(), parts=parts))).words()
    assert "Total belum diketahui" in words and "dari hari yang berbeda" in words
    assert "•••••••4567: Rp 36.102.455 per 31 Maret 2026" in words
    assert "•••••••5667: Rp 12.408.311 per 28 Februari 2026" in words
    assert "Rp 48.510.766" not in words and "Belum pernah diperiksa" not in words


def test_a_page_without_a_figure_never_shows_an_amount(show):
    for name in ("never", "not_shown", "unread"):
        assert "Rp" not in show(s.state(five_states()[name])).words()


def test_while_checking_the_old_figure_stands_and_the_present_step_is_marked(show, qtbot):
    shown = show(s.state(s.view(), checking=Step.OPENING_BALANCE))
    assert "Rp 48.510.766" in shown.words()
    steps = shown.page().hero.steps
    assert steps.isVisibleTo(shown.window)
    assert steps.names == ("Menghubungi portal", "Masuk", "Membuka saldo", "Membaca", "Menyimpan")
    assert steps.accessibleName() == "Langkah 3 dari 5: Membuka saldo"
    assert steps.signs == ("circle-check", "circle-check", "circle-dot", "circle", "circle")
    qtbot.waitUntil(lambda: not shown.page().hero.just_begun.isActive())
    with qtbot.waitSignal(shown.window.cancel_requested):
        shown.press("Batalkan")


def test_a_double_press_on_check_now_does_not_cancel_what_it_began(show, qtbot):
    shown = show(s.state(s.view()))
    began, cancelled = [], []
    shown.window.check_requested.connect(began.append)
    shown.window.cancel_requested.connect(lambda: cancelled.append(True))
    shown.press("Periksa sekarang")
    shown.render(s.state(s.view(), checking=True))
    hero = shown.page().hero
    assert hero.just_begun.isActive()
    shown.press("Batalkan")
    shown.render(s.state(s.view(), checking=Step.CONTACTING))  # a step further does not make the person wait anew
    assert (len(began), cancelled) == (1, [])
    qtbot.waitUntil(lambda: not hero.just_begun.isActive())
    shown.press("Batalkan")
    assert cancelled == [True]


def test_without_a_figure_a_check_that_ended_badly_is_not_called_unchecked(show):
    tried = show(s.state(s.view(readings=(), last=s.attempt(Status.NETWORK))))
    assert tried.page().hero.figure.text() == "Belum ada angka"
    never = show(s.state(s.view(readings=())))
    assert never.page().hero.figure.text() == "Belum diperiksa"


def test_the_steps_leave_when_the_check_is_over(show):
    shown = show(s.state(s.view(), checking=True))
    assert shown.page().hero.steps.isVisibleTo(shown.window)
    shown.render(s.state(s.view()))
    assert not shown.page().hero.steps.isVisibleTo(shown.window)
    assert shown.button("Periksa sekarang").isEnabled()


def test_a_check_that_begins_or_ends_moves_nothing_on_the_page(show, qtbot):
    shown = show(s.state(s.view()))
    page = shown.page()

    def places():
        return [w.geometry() for w in (page.hero, page.hero.foot, page.cards, page.history, page.hero.figure)]

    qtbot.waitUntil(lambda: page.cards.height() == page.cards.sizeHint().height())
    before = places()
    for checking in (True, Step.OPENING_BALANCE, None):
        shown.render(s.state(s.view(), checking=checking))
        assert places() == before


def test_the_smallest_window_needs_no_scrolling_to_the_side(show):
    for checking in (None, Step.READING):
        shown = show(s.state(s.view(), checking=checking), size=SMALLEST_PX)
        assert shown.page().horizontalScrollBar().maximum() == 0


def test_check_now_asks_for_the_present_account(show, qtbot):
    shown = show()
    with qtbot.waitSignal(shown.window.check_requested) as asked:
        shown.press("Periksa sekarang")
    assert asked.args == [s.SITI.id]


def test_without_a_kept_secret_check_now_opens_the_form_instead(show):
    shown = show(s.state(s.view(replace(s.SITI, remember=False))))
    asked = []
    shown.window.check_requested.connect(asked.append)
    shown.press("Periksa sekarang")
    assert "Masukkan PIN lagi" in shown.words()
    assert asked == []


def test_another_accounts_check_does_not_look_like_ones_own(show):
    state = s.state(s.view(), s.view(s.BUDI), checking=Step.READING)
    shown = show(replace(state, current=s.BUDI.id))
    assert "Membaca" not in shown.words()
    assert not shown.button("Periksa sekarang").isEnabled()


def test_a_refused_pin_says_what_happened_what_to_do_and_what_the_portal_said(show):
    refused = s.attempt(Status.CREDENTIALS_REJECTED, words="PIN yang Anda masukkan <b>salah</b>")
    shown = show(s.state(s.view(last=refused, stopped=True)))
    words = shown.words()
    assert "PIN ditolak portal" in words
    assert "agar akun tidak terkunci" in words
    assert "Kata portal: “PIN yang Anda masukkan <b>salah</b>”" in words
    assert "Angka terakhir (22 November 2026) tetap tersimpan." in words
    shown.press("Bantuan PIN")
    assert "PIN dikirim lewat e-mail dan SMS" in shown.words()
    shown.window.show_page("balance")
    shown.press("Masukkan PIN lagi")
    assert shown.content.form_account == s.SITI


@pytest.mark.parametrize("demo", [False, True])
def test_a_kept_pin_that_was_refused_is_sent_by_no_button_a_new_one_is_typed(show, demo):
    began: list[int] = []
    account = replace(s.SITI, remember=True)
    refused = s.view(account, last=s.attempt(Status.CREDENTIALS_REJECTED), stopped=True)
    shown = show(s.state(refused, demo=demo))
    shown.window.check_requested.connect(began.append)
    shown.press("Periksa sekarang")
    assert shown.content.form_account == account
    assert began == []


def test_the_portals_words_are_never_markup(show):
    shown = show(s.state(s.view(last=s.attempt(Status.MAINTENANCE, words="<img src=x><a href='http://x'>klik</a>"))))
    quotes = [label for label in shown.window.findChildren(type(shown.page().hero.dated)) if "klik" in label.text()]
    assert len(quotes) == 1
    assert quotes[0].textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.OK])
def test_every_failure_has_a_title_a_body_something_to_press_and_no_code(show, status):
    reasons = [reason.value for reason in VaultReason] if status is Status.VAULT_UNAVAILABLE else [None, "field_unknown"]
    needs = list(Need) if status is Status.HUMAN_NEEDED else [None]
    for reason in reasons:
        for need in needs:
            view = s.view(last=s.attempt(status, need=need, reason=reason))
            banner = show(s.state(view)).window.findChild(Banner)
            assert banner.accessibleName() and len(banner.accessibleDescription()) > 30
            for code in (status.value, reason or "-", need.value if need else "-"):
                assert "_" not in code or code not in banner.accessibleName() + banner.accessibleDescription()


def test_each_need_and_each_reason_of_the_keyring_is_told_apart(show):
    told = {show(s.state(s.view(last=s.attempt(Status.HUMAN_NEEDED, need=need)))).words() for need in Need}
    assert len(told) == len(Need)
    told = {show(s.state(s.view(last=s.attempt(Status.VAULT_UNAVAILABLE, reason=r.value)))).words() for r in VaultReason}
    assert len(told) == len(VaultReason)


def test_a_cancelled_check_and_one_that_never_ended_are_no_fault(show):
    ends = {"Pemeriksaan terakhir tidak selesai": s.attempt(None), "Dibatalkan": s.attempt(None, reason="cancelled")}
    for title, last in ends.items():
        shown = show(s.state(s.view(last=last)))
        assert [name for name in ends if name in shown.words()] == [title]
        assert shown.window.findChild(Banner).property("kind") == "info"


def test_maintenance_says_when_it_is_tried_again(show):
    view = s.view(last=s.attempt(Status.MAINTENANCE), next_check=dt.datetime(2026, 11, 22, 13, 0, tzinfo=dt.UTC))
    assert "Dicoba lagi otomatis 22 November 2026, 20.00 WIB." in show(s.state(view)).words()


def test_a_bad_certificate_is_a_warning_and_not_a_line_that_is_down(show):
    words = show(s.state(s.view(last=s.attempt(Status.NETWORK, reason="certificate")))).words()
    assert "Sambungan ke portal tidak aman" in words
    assert "Jangan masuk lewat jaringan ini" in words


def test_a_broken_ledger_is_said_even_without_any_account(show):
    shown = show(s.state(ledger_problem="ledger_newer"))
    assert "Catatan dibuat oleh versi yang lebih baru." in shown.words()


def test_a_pin_that_could_not_be_kept_is_said_once_it_was_wanted(show):
    shown = show(s.state(s.view(replace(s.SITI, remember=False)), keyring_problem="vault_locked"))
    assert "PIN tidak tersimpan" not in shown.words()
    shown.content.to_keep = s.SITI.user
    shown.content.show_present()
    assert "PIN tidak tersimpan" in shown.words()


# The cards


def test_every_card_stands_with_all_that_is_known_and_its_number_masked(show):
    shown = show(s.state(s.view(readings=s.history(2, (s.TEXTILE, s.KARYA, s.MARKET)))))
    model = shown.page().cards.table.model()
    told = [
        [model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]
        for row in range(model.rowCount())
    ]
    assert told == [
        [
            "•••••••4567",
            "PT Maju Bersama Tekstil, Penerima Upah (PU) · NPP 99000001/000",
            "Aktif, iuran terakhir Okt 2026",
            "Rp 36.102.455",
        ],
        [
            "•••••••5667",
            "CV Karya Utama, Penerima Upah (PU) · NPP 99000002/000",
            "Nonaktif, iuran terakhir Mar 2019",
            "Rp 12.408.311",
        ],
        [
            "•••••••3319",
            "Wadah Pedagang Pasar Baru, Bukan Penerima Upah (BPU) · NPP 99000005/000",
            "Status tidak disebut",
            "Rp 2.154.000,50",
        ],
    ]


def test_cards_can_be_walked_and_copied_from_the_keyboard(show):
    shown = show()
    table = shown.page().cards.table
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\t")
    assert copied[0] == "•••••••5667"
    assert copied[1] == "CV Karya Utama"
    assert copied[-1] == "Rp 12.408.311"


def test_a_narrow_window_puts_number_and_status_under_the_company(show):
    shown = show(size=(640, 480))
    table = shown.page().cards.table
    assert table.isColumnHidden(0) and table.isColumnHidden(2)
    told = table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "PT Maju Bersama Tekstil, •••••••4567 · Penerima Upah (PU), Aktif, iuran terakhir Okt 2026"
    assert not table.horizontalScrollBar().isVisible()


# The history


def test_the_chart_says_in_words_what_it_shows(show):
    chart = show().page().history.chart
    assert chart.accessibleName() == "Grafik saldo"
    assert chart.accessibleDescription().startswith("36 pembacaan, dari Rp 37.001.366 pada")
    assert chart.accessibleDescription().endswith("menjadi Rp 48.510.766 pada 22 November 2026.")


def test_the_arrow_keys_walk_along_the_readings(show):
    shown = show()
    history = shown.page().history
    history.chart.setFocus()
    QTest.keyClick(history.chart, Qt.Key.Key_Left)
    assert history.pointed.text() == "23 Oktober 2026 · Rp 48.221.926"
    QTest.keyClick(history.chart, Qt.Key.Key_End)
    assert history.pointed.text() == "22 November 2026 · Rp 48.510.766"
    QTest.keyClick(history.chart, Qt.Key.Key_Home)
    assert "Rp 37.001.366" in history.pointed.text()


def test_the_table_says_the_same_as_the_chart(show):
    shown = show(s.state(s.view(readings=s.history(3))))
    shown.press("Tampilkan sebagai tabel")
    model = shown.page().history._table.model()
    told = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert told == [
        ["22 Nov 2026", "dari portal", "naik Rp 288.840", "Rp 48.510.766"],
        ["23 Okt 2026", "dari portal", "naik Rp 288.840", "Rp 48.221.926"],
        ["22 Sep 2026", "dari portal", "–", "Rp 47.933.086"],
    ]


def test_one_reading_has_no_history_to_show(show):
    assert show(s.state(s.view(readings=s.history(1)))).page().history is None


# Evidence


def test_where_a_figure_comes_from_is_shown_with_the_figure_marked(show):
    shown = show()
    shown.press("Dari mana angka ini?")
    from ui.dialogs.evidence import EvidenceDialog

    dialog = shown.window.findChild(EvidenceDialog)
    words = shown.words(dialog)
    assert "Kata di halaman: “Total Saldo JHT”" in words
    assert "Tempat di kode halaman: html > body > div.konten > table > tr[3] > td[5]" in words
    assert "Kartu •••••••4567" in words and "Kartu •••••••5667" in words
    assert "&nbsp;Rp 36.102.455&nbsp;</span>" in words
    assert "«" not in words


def test_a_total_that_was_added_up_says_so(show):
    held = s.balance(s.TEXTILE, s.KARYA, portals_total=False)
    shown = show(s.state(s.view(readings=(s.reading(1, s.NOW, held),))))
    shown.press("Dari mana angka ini?")
    assert "Dihitung program ini: jumlah saldo semua kartu di bawah." in shown.words()


def test_the_pages_text_cannot_become_markup_in_the_evidence(show):
    card = replace(s.TEXTILE, evidence=s.evidence("Saldo <i>JHT</i>", "Rp 36.102.455", "<script>alert(1)</script>"))
    shown = show(s.state(s.view(readings=(s.reading(1, s.NOW, s.balance(card)),))))
    shown.press("Dari mana angka ini?")
    assert "<script>" not in shown.words()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown.words()
