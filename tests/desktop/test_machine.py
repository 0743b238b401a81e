"""What the services of the system say of its power and its line, asked as the program asks: by `main.py machine` on a bus of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from dbus_fast import Variant

from core import machine
from tests.desktop.conftest import ROOT
from tests.fakes.system_services import NETWORK_MANAGER, UPOWER, SystemServices

pytestmark = pytest.mark.desktop


@pytest.fixture
def services(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[SystemServices]:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus)
    made = SystemServices(bus)
    made.start()
    yield made
    made.close()


@pytest.mark.parametrize(("said", "metered"), [(0, None), (1, True), (2, False), (3, True), (4, False), (77, None)])
def test_a_line_that_network_manager_says_or_guesses_to_be_metered_is(
    services: SystemServices, said: int, metered: bool | None
) -> None:
    services.says[NETWORK_MANAGER, "Metered"] = Variant("u", said)
    assert machine.network_manager_metered() is metered


@pytest.mark.parametrize(
    ("said", "on_battery"), [(Variant("b", True), True), (Variant("b", False), False), (Variant("s", "yes"), None), (None, None)]
)
def test_upower_knows_of_a_battery_too(services: SystemServices, said: Variant | None, on_battery: bool | None) -> None:
    services.says[UPOWER, "OnBattery"] = said
    assert machine.upower_on_battery() is on_battery


@pytest.mark.parametrize(
    ("by_kernel", "by_upower", "on_battery"),
    [
        (False, None, False),
        (False, True, True),
        (True, False, True),
        (None, None, None),
        (None, True, True),
        (False, False, False),
    ],
)
def test_either_says_that_it_runs_on_a_battery_and_silence_takes_nothing_back(
    services: SystemServices,
    monkeypatch: pytest.MonkeyPatch,
    by_kernel: bool | None,
    by_upower: bool | None,
    on_battery: bool | None,
) -> None:
    monkeypatch.setattr(machine, "linux_battery", lambda _folder: by_kernel)
    if by_upower is not None:
        services.says[UPOWER, "OnBattery"] = Variant("b", by_upower)
    assert machine.ask().on_battery is on_battery


def test_services_that_never_answer_are_not_waited_for(services: SystemServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "ANSWER_S", 0.05)
    services.silent = True
    assert (machine.network_manager_metered(), machine.upower_on_battery()) == (None, None)


def test_the_command_says_both(services: SystemServices) -> None:
    services.says = {(UPOWER, "OnBattery"): Variant("b", True), (NETWORK_MANAGER, "Metered"): Variant("u", 1)}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "machine", "--json"], env=os.environ, capture_output=True, text=True, check=True
    )
    said = json.loads(done.stdout)
    assert (said["on_battery"], said["metered"]) == ("yes", "yes")
