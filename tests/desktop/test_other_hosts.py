"""Panels that go about it differently: the menu a level at a time, all properties at once, the right button, a wheel, signals only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from dbus_fast import Message, MessageType, Variant

from core import settings as settings_file
from core.errors import Status
from core.ledger import Ledger
from core.models import Card
from core.paths import Folders
from core.settings import Settings
from core.simulator.accounts import DEMO
from tests.desktop.conftest import ROOT, Desktop, Program, until
from tests.fakes.status_notifier import ITEM, ITEM_PATH, MENU, PROPERTIES, StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
NAMES = ("Ibu Rahayu", "Bapak Sutrisno")


class LevelByLevel(StatusNotifierPanel):
    """Reads a menu as it is unfolded, and remembers what the program says by itself."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.heard: list[str] = []

    def start(self) -> None:
        super().start()
        assert self._bus is not None
        self._bus.add_message_handler(self._hear)
        rule = f"type='signal',interface='{MENU}'"
        self._wait(self._bus.call(_to_the_bus("AddMatch", "s", [rule])))

    def _hear(self, message: Message) -> None:
        if message.message_type is MessageType.SIGNAL and message.interface == MENU:
            self.heard.append(str(message.member))

    def everything(self) -> dict[str, Any]:
        """All properties of the icon in one call."""
        return {name: value.value for name, value in self._call(ITEM_PATH, PROPERTIES, "GetAll", "s", [ITEM])[0].items()}

    def level(self, number: int) -> list[tuple[int, dict[str, Any]]]:
        """The visible lines below one line (0: the menu itself), unfolded now: their numbers and properties."""
        path = self.read("Menu")
        self._call(path, MENU, "Event", "isvu", [number, "opened", Variant("i", 0), 7])
        self._call(path, MENU, "AboutToShow", "i", [number])
        _revision, (_root, _properties, children) = self._call(path, MENU, "GetLayout", "iias", [number, 1, []])
        found = [(child.value[0], {name: value.value for name, value in child.value[1].items()}) for child in children]
        return [(line, known) for line, known in found if known.get("visible", True) and known.get("type") != "separator"]

    def unfolded(self) -> list[str]:
        """Every label of the menu, its submenus unfolded after it."""
        labels: list[str] = []
        for number, known in self.level(0):
            labels.append(known.get("label", ""))
            if known.get("children-display") == "submenu":
                labels += [below.get("label", "") for _line, below in self.level(number)]
        return labels

    def pick(self, label: str) -> None:
        """Hover over a line and click it, both in one letter, as some panels do."""
        number = next(line for line, known in self.level(0) if known.get("label") == label)
        events = [[number, "hovered", Variant("s", ""), 1], [number, "clicked", Variant("i", 0), 2]]
        self._call(self.read("Menu"), MENU, "EventGroup", "a(isvu)", [events])

    def do(self, member: str, signature: str, *body: Any) -> None:
        """A method of the icon."""
        self._call(ITEM_PATH, ITEM, member, signature, list(body))


def _to_the_bus(member: str, signature: str, body: list[Any]) -> Message:
    name, path = "org.freedesktop.DBus", "/org/freedesktop/DBus"
    return Message(destination=name, path=path, interface=name, member=member, signature=signature, body=body)


@pytest.fixture
def host(bus: str) -> Iterator[LevelByLevel]:
    made = LevelByLevel(bus)
    yield made
    made.close()


def family(desktop: Desktop, settings: Settings) -> None:
    """The demo's person and two more, each with a figure."""
    desktop.run(sys.executable, str(ROOT / "main.py"), "demo-data")
    with Ledger.open(desktop.ledger) as ledger:
        (first,) = ledger.accounts()
        latest = ledger.history(first.id)[-1]
        for number, name in enumerate(NAMES):
            account = ledger.add_account(name, f"{number}{DEMO.email}", "simulator-es", now=latest.checked_at)
            card = Card(1_234_567_00 + number, kpj=f"1403521566{number}")
            ledger.store_reading(
                account.id,
                replace(latest.balance, total=card.balance, cards=(card,)),
                portal="simulator-es",
                checked_at=latest.checked_at,
                source=latest.source,
            )
    settings_file.save(Folders(desktop.ledger.parent).settings, settings)


def hidden(desktop: Desktop, host: LevelByLevel, *arguments: str) -> Program:
    host.start()
    program = desktop.start("--demo", "--hidden", *arguments)
    until(lambda: host.items, "an icon in the tray")
    until(lambda: any(label.startswith("Rp ") for label in host.unfolded()), "a balance in the menu")
    return program


def test_a_menu_read_a_level_at_a_time_has_all_its_lines(desktop: Desktop, host: LevelByLevel) -> None:
    hidden(desktop, host)
    labels = host.unfolded()
    for label in ("Buka Saldo JHT", "Periksa sekarang", "Sembunyikan nominal", "1 jam", "Sampai besok", "Keluar"):
        assert label in labels


def test_events_that_come_in_one_letter_are_all_done(desktop: Desktop, host: LevelByLevel) -> None:
    program = hidden(desktop, host)
    before = len(desktop.attempts())
    host.pick("Periksa sekarang")
    until(lambda: len(desktop.attempts()) > before and desktop.attempts()[0].status is Status.OK, "a check that went well")
    host.pick("Keluar")
    assert program.ends_within(5) == 0
    assert program.said == ""


def test_all_properties_at_once_are_whole(desktop: Desktop, host: LevelByLevel) -> None:
    hidden(desktop, host)
    found = host.everything()
    assert found["Title"] or found["Id"]
    assert found["Menu"].startswith("/")
    sizes = {(width, height) for width, height, _pixels in found["IconPixmap"]}
    assert {(16, 16), (22, 22), (24, 24)} <= sizes
    for width, height, pixels in found["IconPixmap"]:
        assert len(pixels) == 4 * width * height
        assert any(pixels), "an empty picture"


def test_other_buttons_and_a_wheel_do_no_harm(desktop: Desktop, host: LevelByLevel) -> None:
    program = hidden(desktop, host)
    host.do("ContextMenu", "ii", 10, 10)
    host.do("SecondaryActivate", "ii", 10, 10)
    host.do("Scroll", "is", 120, "vertical")
    host.do("Scroll", "is", -120, "horizontal")
    assert "Keluar" in host.unfolded()
    assert program.alive
    host.do("Activate", "ii", 0, 0)
    until(desktop.windows, "the window")


def test_a_panel_that_reads_only_when_told_to_is_told(desktop: Desktop, host: LevelByLevel) -> None:
    hidden(desktop, host, "--fault", "hang")
    host.heard.clear()
    host.pick("Periksa sekarang")
    until(lambda: {"LayoutUpdated", "ItemsPropertiesUpdated"} & set(host.heard), "a word about the changed menu")
    until(lambda: "Batalkan pemeriksaan" in host.unfolded(), "cancel in the menu")


def test_three_accounts_are_summed_up_and_masked_everywhere_at_once(desktop: Desktop, host: LevelByLevel) -> None:
    family(desktop, Settings(interval="never", language="en"))
    hidden(desktop, host)
    labels = host.unfolded()
    for name in NAMES:
        assert any(label.startswith(f"{name}: Rp 1.234.567") for label in labels)
    host.pick("Hide amounts")
    until(lambda: any("••••••" in label for label in host.unfolded()), "masked lines")
    shown = " ".join([*host.unfolded(), *(str(value) for name, value in host.everything().items() if name != "IconPixmap")])
    assert not any(name in shown for name in NAMES)
    assert "1.234" not in shown
