"""Notices on a real bus: through dunst, through xfce4-notifyd with a real pointer, through a service that behaves badly, and without any."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from core import settings as settings_file
from core import told as told_file
from core.errors import Status
from core.ledger import Ledger
from core.paths import Folders
from core.settings import Settings
from tests.conftest import need
from tests.desktop.conftest import ROOT, Desktop, Program, until
from tests.fakes.notification_service import NotificationService
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
XFCE = Path("/usr/lib/x86_64-linux-gnu/xfce4/notifyd/xfce4-notifyd")
CHECK, NEEDS = "Periksa sekarang", "Portal meminta Anda sendiri"
DUNSTRC = """[global]
dmenu = {chooser}
origin = top-right
[urgency_low]
timeout = 0
[urgency_normal]
timeout = 0
"""


@pytest.fixture
def service(bus: str) -> Iterator[NotificationService]:
    made = NotificationService(bus)
    yield made
    made.close()


def prepare_silence(desktop: Desktop) -> None:
    """A demo that is known, is to be checked daily, was last checked more than four days ago, and may not do so in these hours."""
    desktop.run(sys.executable, str(ROOT / "main.py"), "demo-data")
    with Ledger.open(desktop.ledger) as ledger:
        ledger.update_account(1, remember=True)
    told_file.save(Folders(desktop.ledger.parent).told, told_file.Told(known=frozenset({1})))
    hour = dt.datetime.now(ZoneInfo("Asia/Jakarta")).hour
    chosen = Settings(interval="daily", notify_balance=False, notify_contribution=False, notify_overdue=False)
    settings_file.save(Folders(desktop.ledger.parent).settings, replace(chosen, quiet_from=hour, quiet_until=(hour + 3) % 24))


@pytest.fixture
def start(desktop: Desktop, panel: StatusNotifierPanel) -> Callable[..., Program]:
    """The demo, hidden in a tray, with its sample history read; or already known, with a reminder due."""

    def begin(*arguments: str, reminder: bool = False) -> Program:
        panel.start()
        if reminder:
            prepare_silence(desktop)
        program = desktop.start("--demo", "--hidden", *arguments)
        until(lambda: panel.items, "an icon in the tray")
        until(lambda: any(label.startswith("Rp ") for label in panel.labels()), "a balance in the menu")
        return program

    return begin


def daemon(desktop: Desktop, *command: str) -> subprocess.Popen[bytes]:
    """A notification daemon, once it answers."""
    started = subprocess.Popen(command, env=desktop.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    call = ("gdbus", "call", "--session", "-d", "org.freedesktop.Notifications", "-o", "/org/freedesktop/Notifications")
    until(lambda: "actions" in desktop.run(*call, "-m", "org.freedesktop.Notifications.GetCapabilities"), "a daemon that answers")
    return started


def told(desktop: Desktop) -> told_file.Told:
    return told_file.load(Folders(desktop.ledger.parent).told)


# dunst


@pytest.fixture
def dunst(desktop: Desktop) -> Iterator[Callable[[str], None]]:
    """dunst, and a person who chooses the entry with these words from its menu of actions."""
    need("dunst", "dunstctl")
    wish = desktop.home / "wish"
    chooser = desktop.home / "chooser"
    chooser.write_text(f"#!/bin/sh\ngrep -m1 -F -f '{wish}'\n", "utf-8")
    chooser.chmod(0o700)
    config = desktop.home / "dunstrc"
    config.write_text(DUNSTRC.format(chooser=chooser), "utf-8")
    running = daemon(desktop, "dunst", "-config", str(config))

    def choose(words: str) -> None:
        wish.write_text(words + "\n", "utf-8")
        desktop.run("dunstctl", "context")

    yield choose
    running.terminate()
    running.wait(10)


def displayed(desktop: Desktop) -> int:
    counted = desktop.run("dunstctl", "count", "displayed").strip()
    return int(counted) if counted else 0


def test_dunst_shows_what_needs_the_person_and_its_button_opens_the_window(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], dunst: Callable[[str], None]
) -> None:
    program = start("--fault", "captcha")
    assert displayed(desktop) == 0
    panel.choose(CHECK)
    until(lambda: displayed(desktop) == 1, "a notice")
    assert desktop.windows() == []
    dunst("#Buka")
    until(desktop.windows, "the window")
    assert program.alive


def test_dunst_clicked_on_the_notice_itself_opens_the_window(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], dunst: Callable[[str], None]
) -> None:
    start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: displayed(desktop) == 1, "a notice")
    desktop.run("dunstctl", "action")
    until(desktop.windows, "the window")


def test_dunst_check_now_on_a_reminder_checks(
    desktop: Desktop, start: Callable[..., Program], dunst: Callable[[str], None]
) -> None:
    start(reminder=True)
    until(lambda: displayed(desktop) == 1, "a reminder")
    before = len(desktop.attempts())
    dunst(f"#{CHECK}")
    until(lambda: len(desktop.attempts()) > before and desktop.attempts()[0].status is Status.OK, "a check that went well")


def test_dunst_remind_me_tomorrow_is_noted_and_nothing_else_happens(
    desktop: Desktop, start: Callable[..., Program], dunst: Callable[[str], None]
) -> None:
    program = start(reminder=True)
    until(lambda: displayed(desktop) == 1, "a reminder")
    dunst("#Ingatkan besok")
    until(lambda: "1/silent" in told(desktop).later, "the wish, written down")
    assert desktop.windows() == []
    assert program.alive


# xfce4-notifyd


@pytest.fixture
def xfce(desktop: Desktop) -> Iterator[None]:
    if not XFCE.exists():
        need("xfce4-notifyd")
    need("xdotool")
    running = daemon(desktop, str(XFCE))
    yield
    running.terminate()
    running.wait(10)


def bubble(desktop: Desktop) -> tuple[int, int, int, int] | None:
    """Where the notification stands: x, y, width, height."""
    for window in desktop.run("xdotool", "search", "--onlyvisible", "--class", "xfce4-notifyd").split():
        found = re.search(
            r"Position: (\d+),(\d+).*Geometry: (\d+)x(\d+)", desktop.run("xdotool", "getwindowgeometry", window), re.S
        )
        if found and int(found[3]) > 100:
            return int(found[1]), int(found[2]), int(found[3]), int(found[4])
    return None


def press(desktop: Desktop, number: int, of: int) -> None:
    """Press a button of the row at the bottom, with the pointer."""
    until(lambda: bubble(desktop), "a notification")
    place = bubble(desktop)
    assert place is not None
    x, y, width, height = place
    across = x + width - 60 - 116 * (of - number)  # they stand at the right, each as wide as the widest
    desktop.run("xdotool", "mousemove", str(across), str(y + height - 30), "click", "1")


@pytest.mark.usefixtures("xfce")
def test_xfce_the_button_opens_the_window(desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program]) -> None:
    start("--fault", "captcha")
    panel.choose(CHECK)
    press(desktop, 1, of=2)
    until(desktop.windows, "the window")


@pytest.mark.usefixtures("xfce")
def test_xfce_check_now_checks(desktop: Desktop, start: Callable[..., Program]) -> None:
    start(reminder=True)
    before = len(desktop.attempts()) if desktop.ledger.exists() else 0
    press(desktop, 2, of=3)
    until(lambda: len(desktop.attempts()) > before and desktop.attempts()[0].status is Status.OK, "a check that went well")


@pytest.mark.usefixtures("xfce")
def test_xfce_remind_me_tomorrow_is_noted(desktop: Desktop, start: Callable[..., Program]) -> None:
    start(reminder=True)
    press(desktop, 3, of=3)
    until(lambda: "1/silent" in told(desktop).later, "the wish, written down")


# any service


def test_a_notice_is_sent_once_also_after_a_restart(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.start()
    program = start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: service.shown, "a notice")
    assert service.shown[0].title == NEEDS
    assert service.shown[0].actions == {"default": "Buka", "open": "Buka", "tomorrow": "Ingatkan besok"}
    assert service.shown[0].hints == {"urgency": 1, "desktop-entry": "saldo-jht"}
    program.kill()
    panel.stop()
    panel.start()
    desktop.start("--demo", "--hidden")
    until(lambda: any(label.startswith("Perlu Anda") for label in panel.labels()) if panel.items else False, "the next start")
    assert len(service.shown) == 1


def test_a_refused_or_missing_service_costs_nothing_and_the_window_has_the_list(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program]
) -> None:
    program = start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: any(label.startswith("Perlu Anda") for label in panel.labels()), "what needs the person in the menu")
    panel.choose("Keluar")
    assert program.ends_within(5) == 0
    assert program.said == ""


def test_a_service_that_never_answers_holds_nothing_up(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.silent = True
    service.start()
    program = start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: any(label.startswith("Perlu Anda") for label in panel.labels()), "what needs the person in the menu")
    panel.choose("Keluar")
    assert program.ends_within(2) == 0


def test_do_not_disturb_is_respected_and_the_notice_is_not_lost(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.inhibited = True
    service.start()
    start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: "1/needs_you" in told(desktop).later, "the notice put off")
    assert service.shown == []


def test_a_service_that_died_and_came_back_gets_the_next_notice(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.start()
    start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: len(service.shown) == 1, "a notice")
    service.stop()
    service.start()
    until(lambda: panel.offers(CHECK), "check now in the menu")
    panel.choose(CHECK)
    until(lambda: len(service.shown) == 2, "the next one")


def test_pressed_with_a_token_the_window_comes(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.start()
    start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: service.shown, "a notice")
    service.press("open", token="kwin-1")
    until(desktop.windows, "the window")


def test_a_service_without_buttons_is_given_none(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.abilities = ("body",)
    service.start()
    program = start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: service.shown, "a notice")
    assert (service.shown[0].title, service.shown[0].actions) == (NEEDS, {})
    for reason in (1, 2, 3, 4):
        service.dismiss(reason)
    panel.choose("Keluar")
    assert program.ends_within(5) == 0
    assert program.said == ""


def test_a_service_that_talks_nonsense_is_not_obeyed_and_the_real_press_still_is(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.start()
    program = start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: service.shown, "a notice")
    service.mumble()
    assert desktop.windows() == []
    service.press("open")
    until(desktop.windows, "the window")
    assert program.said == ""


def test_snoozed_nothing_is_sent_until_the_snooze_is_ended(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.start()
    start("--fault", "captcha")
    panel.choose("Sampai besok")
    until(lambda: told(desktop).snoozed_until, "the snooze, written down")
    panel.choose(CHECK)
    until(lambda: any(label.startswith("Perlu Anda") for label in panel.labels()), "what needs the person in the menu")
    assert service.shown == []
    panel.choose(next(label for label in panel.labels() if label.startswith("Pengingat ditunda")))
    until(lambda: service.shown, "the notice that waited")


def test_no_amount_and_no_name_is_on_the_bus_by_default(
    desktop: Desktop, panel: StatusNotifierPanel, start: Callable[..., Program], service: NotificationService
) -> None:
    service.start()
    start("--fault", "captcha")
    panel.choose(CHECK)
    until(lambda: service.shown, "a notice")
    assert "Rp" not in json.dumps([shown.title + shown.body for shown in service.shown])
