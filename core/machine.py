"""What this machine says of its power and its line: each True, False, or None where it does not say.

Asked in a process of its own (`main.py machine`), because what is asked may hang. Linux is tested; Windows and macOS are written
after their documentation and were not tried.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ANSWER_S = 2.0
POWER = Path("/sys/class/power_supply")
ROUTES = Path("/proc/net/route")
ROUTES_6 = Path("/proc/net/ipv6_route")
IS_UP = 0x1
WINDOWS_POWER = {0: True, 1: False}  # ACLineStatus; 255 is "unknown"
METERED = {1: True, 2: False, 3: True, 4: False}  # NMMetered: yes, no, guess-yes, guess-no; 0 is "unknown"


class Said(NamedTuple):
    """on_battery: it runs on its battery. metered: its line is paid by the megabyte. online: there is a way to the world."""

    on_battery: bool | None
    metered: bool | None
    online: bool | None


def ask() -> Said:
    """Ask this machine; at most a few seconds."""
    if sys.platform.startswith("linux"):
        by_kernel = linux_battery(POWER)
        on_battery = True if by_kernel or upower_on_battery() else by_kernel
        return Said(on_battery, network_manager_metered(), linux_online(ROUTES, ROUTES_6))
    if sys.platform == "win32":
        return Said(windows_battery(), None, None)
    return Said(mac_battery(), None, None)


def linux_battery(folder: Path) -> bool | None:
    """By the kernel's list of supplies: a mains supply that is on, or else a battery of the machine itself that is emptied."""
    emptied = False
    try:
        supplies = list(folder.iterdir())
    except OSError:
        return None
    for supply in supplies:
        kind = _word(supply / "type")
        if kind in ("Mains", "USB") and _word(supply / "online") == "1":
            return False
        if kind == "Battery" and _word(supply / "scope") != "Device":  # the battery of a mouse is none of ours
            emptied = emptied or _word(supply / "status") == "Discharging"
    return emptied


def linux_online(routes: Path, routes_6: Path) -> bool | None:
    """Whether there is a default route that is up and leads out of the machine."""
    try:
        lines = [line.split() for line in routes.read_text("ascii").splitlines()[1:]]
        lines_6 = [line.split() for line in routes_6.read_text("ascii").splitlines()] if routes_6.exists() else []
        up = [line[0] for line in lines if line[1] == "00000000" and int(line[3], 16) & IS_UP]
        up += [line[9] for line in lines_6 if line[0] == "0" * 32 and line[1] == "00" and int(line[8], 16) & IS_UP]
    except (OSError, ValueError, IndexError):
        return None
    return any(name != "lo" for name in up)


def network_manager_metered() -> bool | None:
    """What NetworkManager says or guesses of the line in use; None where it is not there, or does not answer in time.

    Whether there is a way out is not asked of it: where another program sets the lines up, it says that there is none.
    """
    said = _system_property("org.freedesktop.NetworkManager", "Metered")
    return METERED.get(said) if isinstance(said, int) else None


def upower_on_battery() -> bool | None:
    """What UPower says: it knows batteries that the kernel does not list (a UPS). None where it is not there, or does not answer."""
    said = _system_property("org.freedesktop.UPower", "OnBattery")
    return said if isinstance(said, bool) else None


def _system_property(service: str, name: str) -> object:
    """A property of a service's own object on the system's bus; None where it does not say."""
    try:
        from jeepney import DBusAddress, Properties  # type: ignore[import-untyped]
        from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

        asked = Properties(DBusAddress("/" + service.replace(".", "/"), service, service))
        with open_dbus_connection(bus="SYSTEM") as connection:
            answer = connection.send_and_get_reply(asked.get(name), timeout=ANSWER_S)
        return answer.body[0][1]
    except Exception:  # no bus, no such service, an answer of another shape: it does not say
        return None


def windows_battery() -> bool | None:
    """GetSystemPowerStatus: whether the line from the wall is off. Not tried."""
    import ctypes

    status = (ctypes.c_ubyte * 12)()  # SYSTEM_POWER_STATUS; its first byte is ACLineStatus
    try:
        answered = ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))  # type: ignore[attr-defined]
    except (AttributeError, OSError):
        return None
    return WINDOWS_POWER.get(status[0]) if answered else None


def mac_battery() -> bool | None:
    """The first line of `pmset -g batt`: "Now drawing from 'Battery Power'". Not tried."""
    try:
        said = subprocess.run(["/usr/bin/pmset", "-g", "batt"], capture_output=True, text=True, timeout=ANSWER_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return mac_power(said.stdout)


def mac_power(said: str) -> bool | None:
    """What `pmset` says."""
    first = said.partition("\n")[0]
    if "'Battery Power'" in first:
        return True
    return False if "'AC Power'" in first else None


def _word(file: Path) -> str | None:
    try:
        return file.read_text("ascii").strip()
    except (OSError, ValueError):
        return None
