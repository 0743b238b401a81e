"""Starting with the computer: off by default, and what is shown is what stands on the disk.

Each desktop has its own place: a .desktop file (freedesktop.org autostart), a value of the Run key (Windows), a launch agent (macOS). The
command is absolute, quoted by that system's rules, and ends in --hidden. An entry whose program is not there any more (it was moved) is
written anew by the next start of the program; one that starts another copy is left to that copy. Windows and macOS are tested by
content only, on no real system yet.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from core.autostart_xdg import arguments_of, desktop_entry, is_enabled
from core.paths import NAME
from core.whole_file import read_small, write_whole

HIDDEN = "--hidden"
LABEL = "id.saldo-jht"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED_KEY = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
MOST_BYTES = 65_536


class Autostart(Protocol):
    """One desktop's way. `started`: the command that stands there now, None if nothing is started. Writing raises OSError."""

    def started(self) -> tuple[str, ...] | None: ...

    def turn_on(self, command: Sequence[str]) -> None: ...

    def turn_off(self) -> None: ...


def turn(place: Autostart, command: Sequence[str], on: bool) -> None:
    """Start with the computer from now on, or no more. Raises OSError."""
    if on:
        place.turn_on([*command, HIDDEN])
    else:
        place.turn_off()


def mend(place: Autostart, command: Sequence[str]) -> bool:
    """After a move of the program: whether the entry, which starts what is not there any more, was written anew. Raises OSError."""
    started = place.started()
    if started is None or all(Path(part).exists() for part in started if Path(part).is_absolute()):
        return False
    place.turn_on([*command, HIDDEN])
    return True


def this_autostart(environment: Mapping[str, str] = os.environ) -> Autostart:
    """The way of the system we run on."""
    if sys.platform == "win32":
        return RunKey()
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist")
    config = Path(environment.get("XDG_CONFIG_HOME", ""))
    folder = config if config.is_absolute() else Path.home() / ".config"
    return DesktopFile(folder / "autostart" / f"{NAME}.desktop")


class DesktopFile:
    """$XDG_CONFIG_HOME/autostart/saldo-jht.desktop."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int, int] | None = None
        self._found: tuple[str, ...] | None = None

    def started(self) -> tuple[str, ...] | None:
        """Read again whenever the file is another one: this is asked every minute for months."""
        try:
            stat = self.path.stat()
        except OSError:
            self._seen, self._found = None, None
            return None
        seen = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        if seen != self._seen:
            text = read_small(self.path, MOST_BYTES)
            self._found = arguments_of(text) if text is not None and is_enabled(text) else None
            self._seen = seen
        return self._found

    def turn_on(self, command: Sequence[str]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)  # the desktop's folder, not ours: its mode is left alone
        write_whole(self.path, desktop_entry(command), private_folder=False)

    def turn_off(self) -> None:
        self.path.unlink(missing_ok=True)


class LaunchAgent:
    """~/Library/LaunchAgents/id.saldo-jht.plist."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def started(self) -> tuple[str, ...] | None:
        text = read_small(self.path, MOST_BYTES)
        return agent_arguments(text) if text is not None else None

    def turn_on(self, command: Sequence[str]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, launch_agent(command), private_folder=False)

    def turn_off(self) -> None:
        self.path.unlink(missing_ok=True)


def launch_agent(command: Sequence[str]) -> str:
    """The agent's file: started at log-in, once, as an interactive program."""
    import plistlib

    agent = {"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
    return plistlib.dumps(agent).decode("utf-8")


def agent_arguments(text: str) -> tuple[str, ...] | None:
    """What an agent's file starts at log-in; None if it starts nothing."""
    import plistlib

    try:
        agent = plistlib.loads(text.encode("utf-8"))
        arguments = agent["ProgramArguments"]
        if agent.get("Disabled") or not agent["RunAtLoad"] or not all(isinstance(part, str) for part in arguments):
            return None
        return tuple(arguments) or None
    except Exception:  # plistlib raises whatever its XML reader does
        return None


def command_line(command: Sequence[str]) -> str:
    """A command as Windows reads it. python.exe would open a black window beside ours: pythonw.exe does not."""
    from subprocess import list2cmdline

    first, *rest = command
    if first.lower().endswith("\\python.exe"):
        first = first[: -len("python.exe")] + "pythonw.exe"
    return list2cmdline([first, *rest])


def split_command_line(line: str) -> tuple[str, ...]:
    """The arguments of a Windows command line, by the rules of Microsoft's C run-time (the reverse of `command_line`)."""
    parts: list[str] = []
    part, quoted, begun, slashes = "", False, False, 0
    for sign in line:
        if sign == "\\":
            slashes, begun = slashes + 1, True
            continue
        if sign == '"':
            part += "\\" * (slashes // 2)
            if slashes % 2:
                part += '"'
            else:
                quoted = not quoted
            slashes, begun = 0, True
            continue
        part, slashes = part + "\\" * slashes, 0
        if sign in " \t" and not quoted:
            if begun:
                parts.append(part)
            part, begun = "", False
        else:
            part, begun = part + sign, True
    part += "\\" * slashes
    return tuple([*parts, part] if begun else parts)


def was_switched_off(approved: object) -> bool:
    """Whether the Task Manager's start-up list has switched the entry off (the first byte of its value is odd then)."""
    return isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1


if sys.platform == "win32":  # pragma: no cover - no Windows here
    import winreg

    class RunKey:
        """HKEY_CURRENT_USER, the Run key."""

        def started(self) -> tuple[str, ...] | None:
            line = _value(RUN_KEY)
            if not isinstance(line, str) or was_switched_off(_value(APPROVED_KEY)):
                return None
            return split_command_line(line) or None

        def turn_on(self, command: Sequence[str]) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, command_line(command))
            _forget(APPROVED_KEY)

        def turn_off(self) -> None:
            _forget(RUN_KEY)
            _forget(APPROVED_KEY)

    def _value(path: str) -> object:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return winreg.QueryValueEx(key, NAME)[0]
        except OSError:
            return None

    def _forget(path: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, NAME)
        except FileNotFoundError:
            return
