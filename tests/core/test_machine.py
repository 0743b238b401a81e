"""What a machine says of its power and its line: three answers, and "it does not say" is one of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core import machine
from core.commands import machine as command
from core.machine import Said, linux_battery, linux_online, mac_power

MAIN = Path(__file__).resolve().parents[2] / "main.py"
HEAD = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\n"
DEFAULT = "wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\n"
LOCAL = "wlan0\t0001A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\n"
ROUTE_6 = "00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 1 0 00000003 {}\n"


def supplies(folder: Path, *found: dict[str, str]) -> Path:
    for number, words in enumerate(found):
        (folder / f"supply{number}").mkdir(parents=True)
        for name, word in words.items():
            (folder / f"supply{number}" / name).write_text(word + "\n")
    return folder


BATTERY = {"type": "Battery", "status": "Discharging"}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((), False),
        ((BATTERY,), True),
        ((BATTERY, {"type": "Mains", "online": "1"}), False),
        ((BATTERY, {"type": "Mains", "online": "0"}), True),
        ((BATTERY, {"type": "USB", "online": "1"}), False),
        (({"type": "Battery", "status": "Charging"},), False),
        (({**BATTERY, "scope": "Device"},), False),  # a mouse
        (({"type": "Battery"},), False),
    ],
)
def test_a_computer_runs_on_its_battery_if_that_is_emptied_and_no_mains_is_on(
    tmp_path: Path, found: tuple[dict[str, str], ...], said: bool
) -> None:
    tmp_path.joinpath("power").mkdir()
    assert linux_battery(supplies(tmp_path / "power", *found)) is said


def test_a_system_without_such_a_list_does_not_say(tmp_path: Path) -> None:
    assert linux_battery(tmp_path / "none") is None
    assert linux_online(tmp_path / "none", tmp_path / "none") is None


@pytest.mark.parametrize(
    ("routes", "routes_6", "said"),
    [
        (HEAD + LOCAL + DEFAULT, None, True),
        (HEAD + LOCAL, "", False),
        (HEAD, None, False),
        (HEAD, ROUTE_6.format("wlan0"), True),
        (HEAD, ROUTE_6.format("lo"), False),
        (HEAD + DEFAULT.replace("0003", "0002"), None, False),  # down
        (HEAD + "wlan0\n", None, None),
        (HEAD + DEFAULT.replace("0003", "up"), None, None),
    ],
)
def test_a_computer_is_online_if_a_way_leads_out_of_it(
    tmp_path: Path, routes: str, routes_6: str | None, said: bool | None
) -> None:
    (tmp_path / "route").write_text(routes)
    if routes_6 is not None:
        (tmp_path / "route6").write_text(routes_6)
    assert linux_online(tmp_path / "route", tmp_path / "route6") is said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Now drawing from 'Battery Power'\n -Internal", True), ("Now drawing from 'AC Power'\n", False), ("", None), ("?", None)],
)
def test_what_a_mac_prints(text: str, said: bool | None) -> None:
    assert mac_power(text) is said


def test_the_command_says_it_as_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(machine, "ask", lambda: Said(on_battery=True, metered=None, online=False))
    assert command.run(["--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"on_battery": "yes", "metered": "unknown", "online": "no"}


def test_without_a_system_bus_nothing_is_known_of_the_line_and_nobody_waits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    assert machine.network_manager_metered() is None


def test_the_real_command_answers() -> None:
    done = subprocess.run(
        [sys.executable, str(MAIN), "machine", "--json"], capture_output=True, text=True, timeout=60, check=True
    )
    assert set(json.loads(done.stdout)) == {"on_battery", "metered", "online"}
    assert set(json.loads(done.stdout).values()) <= {"yes", "no", "unknown"}
