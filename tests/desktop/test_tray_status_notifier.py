"""The tray of KDE, Xfce and GNOME with its extension: the program's icon and menu, seen and clicked through the real bus."""

from __future__ import annotations

import re

import pytest

from core.errors import Status
from core.models import Trigger
from tests.desktop.conftest import Desktop, Program, until
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
CHECK, CANCEL, OPEN, MASK, QUIT = "Periksa sekarang", "Batalkan pemeriksaan", "Buka Saldo JHT", "Sembunyikan nominal", "Keluar"
AMOUNT = re.compile(r"Rp [\d.]{5,}")


def demo(desktop: Desktop, panel: StatusNotifierPanel, *arguments: str) -> Program:
    """The demo with its icon in the tray and its sample history in the menu."""
    program = desktop.start("--demo", *arguments)
    until(lambda: panel.items, "an icon in the tray")
    until(lambda: any(AMOUNT.search(label) for label in panel.labels()), "a balance in the menu")
    return program


def test_the_icon_appears_and_the_menu_says_what_the_window_says(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    demo(desktop, panel)
    assert len(panel.items) == 1
    labels = panel.labels()
    assert labels[0] == OPEN
    assert labels[-1] == QUIT
    assert [label for label in labels if label in (CHECK, MASK, "Pengaturan", "Bantuan")] == [
        CHECK,
        MASK,
        "Pengaturan",
        "Bantuan",
    ]
    (balance,) = [entry for entry in panel.menu() if entry.label.startswith("Rp ")]
    assert not balance.enabled  # a line to read
    assert any(label.startswith("terakhir diperiksa ") for label in labels)


def test_no_amount_stands_in_the_icons_texts(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    demo(desktop, panel)
    assert "Saldo JHT" in panel.texts
    assert not re.search(r"Rp|\d{3}", panel.texts)


def test_check_now_by_the_menu_changes_the_balance_and_is_in_the_ledger(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    demo(desktop, panel)
    before, resting = len(desktop.attempts()), panel.picture
    panel.choose(CHECK)
    until(lambda: len(desktop.attempts()) > before, "an attempt, written before it is made")
    until(lambda: CHECK in panel.labels(), "the end of the check")
    newest = desktop.attempts()[0]
    assert (newest.trigger, newest.status) == (Trigger.PERSON, Status.OK)
    total = desktop.readings()[-1].balance.total
    assert f"Rp {total // 100:,}".replace(",", ".") in panel.labels()
    assert panel.picture == resting


def test_while_checking_the_icon_differs_and_the_check_can_be_cancelled(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = demo(desktop, panel, "--fault", "hang")
    resting = panel.picture
    panel.choose(CHECK)
    until(lambda: CANCEL in panel.labels(), "cancel in the menu")
    assert CHECK not in panel.labels()
    until(lambda: panel.picture != resting, "another icon while checking")
    assert "sedang memeriksa" in panel.texts
    panel.choose(CANCEL)
    until(lambda: CHECK in panel.labels(), "check now in the menu again")
    assert program.alive


def test_hiding_amounts_hides_the_one_in_the_menu(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    demo(desktop, panel)
    panel.choose(MASK)
    until(lambda: "Rp ••••••" in panel.labels(), "a masked balance")
    assert not any(AMOUNT.search(label) for label in panel.labels())
    assert next(entry for entry in panel.menu() if entry.label == MASK).checked


def test_a_click_on_the_icon_hides_the_window_and_brings_it_back(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = demo(desktop, panel)
    until(desktop.windows, "a window")
    panel.click()
    until(lambda: not desktop.windows(), "no window")
    panel.choose(OPEN)
    until(desktop.windows, "the window again")
    assert program.alive


def test_quit_by_the_menu_ends_the_program_quietly(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = demo(desktop, panel)
    panel.choose(QUIT)
    assert program.ends_within(5) == 0
    assert program.said == ""


def test_quitting_while_the_portal_hangs_takes_less_than_two_seconds(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = demo(desktop, panel, "--fault", "hang")
    panel.choose(CHECK)
    until(lambda: CANCEL in panel.labels(), "a check that runs")
    panel.choose(QUIT)
    assert program.ends_within(2) == 0
    assert program.said == ""


def test_a_tray_that_comes_late_gets_the_icon_too(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    program = desktop.start("--demo")
    until(desktop.windows, "a window")
    panel.start()
    until(lambda: panel.items, "an icon in the late tray")
    until(lambda: any(AMOUNT.search(label) for label in panel.labels()), "a balance in its menu")
    panel.choose(QUIT)
    assert program.ends_within(5) == 0


def test_a_tray_that_went_away_gets_the_icon_back_when_it_returns(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = demo(desktop, panel)
    panel.stop()
    panel.start()
    until(lambda: panel.items, "the icon in the new tray")
    panel.choose(QUIT)
    assert program.ends_within(5) == 0


def test_started_hidden_there_is_an_icon_and_no_window(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = desktop.start("--demo", "--hidden")
    until(lambda: panel.items, "an icon in the tray")
    until(lambda: any(AMOUNT.search(label) for label in panel.labels()), "a balance in the menu")
    assert desktop.windows() == []
    panel.click()
    until(desktop.windows, "the window")
    panel.choose(QUIT)
    assert program.ends_within(5) == 0
    assert program.said == ""


@pytest.mark.parametrize("entry", [OPEN, "Pengaturan", "Bantuan"])
def test_every_entry_that_opens_something_brings_the_window(desktop: Desktop, panel: StatusNotifierPanel, entry: str) -> None:
    panel.start()
    demo(desktop, panel, "--hidden")
    assert desktop.windows() == []
    panel.choose(entry)
    until(desktop.windows, "the window")


def test_what_needs_the_person_changes_icon_tooltip_and_menu_and_its_entry_opens_the_window(
    desktop: Desktop, panel: StatusNotifierPanel
) -> None:
    panel.start()
    demo(desktop, panel, "--hidden", "--fault", "captcha")
    resting = panel.picture
    panel.choose(CHECK)
    until(lambda: any(label.startswith("Perlu Anda: ") for label in panel.labels()), "what needs the person in the menu")
    until(lambda: "Portal meminta Anda sendiri" in panel.texts, "the tooltip")
    assert panel.picture != resting
    panel.choose(next(label for label in panel.labels() if label.startswith("Perlu Anda: ")))
    until(desktop.windows, "the window")


def test_reminders_are_put_off_for_an_hour_a_day_or_a_week(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    demo(desktop, panel, "--hidden")
    assert [entry.label for entry in panel.submenu()] == ["1 jam", "Sampai besok", "Sampai minggu depan"]
    for choice in ("1 jam", "Sampai besok", "Sampai minggu depan"):
        panel.choose(choice)
        until(lambda: any(label.startswith("Pengingat ditunda sampai") for label in panel.labels()), "until when")
        panel.choose(next(label for label in panel.labels() if label.startswith("Pengingat ditunda sampai")))
        until(lambda: "Tunda pengingat" in panel.labels(), "the choice again")
