"""Starting with the computer: what is written, read back, mended after a move, and how the person's own switches count."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import autostart
from core.autostart import (
    DesktopFile,
    LaunchAgent,
    agent_arguments,
    command_line,
    launch_agent,
    split_command_line,
    this_autostart,
)
from core.autostart_xdg import arguments_of, desktop_entry, exec_line, is_enabled

# A path may hold anything but these; a launch agent is XML, which has no control characters.
paths = st.text(st.characters(blacklist_characters="\n\r\0", blacklist_categories=["Cs"]), min_size=1, max_size=40)
commands = st.lists(paths, min_size=1, max_size=5)


@given(commands)
def test_whatever_a_path_holds_comes_back_as_it_was_in_a_desktop_file(command: list[str]) -> None:
    assert arguments_of(desktop_entry(command)) == tuple(command)


@given(commands)
def test_whatever_a_path_holds_comes_back_as_it_was_in_a_command_line_of_windows(command: list[str]) -> None:
    assert split_command_line(command_line(command)) == tuple(command)


@given(
    st.lists(
        st.text(st.characters(min_codepoint=32, max_codepoint=0xFFFD, blacklist_categories=["Cs", "Cc"]), min_size=1), min_size=1
    )
)
def test_whatever_a_path_holds_comes_back_as_it_was_in_a_launch_agent(command: list[str]) -> None:
    assert agent_arguments(launch_agent(command)) == tuple(command)


def test_the_quoting_is_that_of_the_specification() -> None:
    assert exec_line(["/opt/my \\ $a `b` \"c\"/50% off", "--hidden"]) == (
        '"/opt/my \\\\\\\\ \\\\$a \\\\`b\\\\` \\\\"c\\\\"/50%% off" "--hidden"'
    )  # fmt: skip
    assert exec_line(["/a\tb"]) == '"/a\\tb"'


def test_a_line_break_is_refused_not_written() -> None:
    with pytest.raises(ValueError, match="line break"):
        desktop_entry(["/a\nHidden=true"])


@pytest.fixture
def place(home: Path) -> DesktopFile:
    made = this_autostart()
    assert isinstance(made, DesktopFile)
    assert made.path == home / ".config" / "autostart" / "saldo-jht.desktop"
    return made


def test_it_is_off_until_the_person_says_so(place: DesktopFile) -> None:
    assert place.started() is None
    assert not place.path.parent.exists()


def test_on_and_off(place: DesktopFile) -> None:
    autostart.turn(place, [sys.executable, "/opt/saldo jht/main.py"], True)
    assert place.started() == (sys.executable, "/opt/saldo jht/main.py", "--hidden")
    autostart.turn(place, [sys.executable], False)
    assert place.started() is None
    autostart.turn(place, [sys.executable], False)  # off twice is off


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_switched_off_in_the_desktops_own_settings_is_off(place: DesktopFile, line: str) -> None:
    place.turn_on([sys.executable])
    text = place.path.read_text("utf-8").replace("X-GNOME-Autostart-enabled=true\n", "") + line + "\n"
    place.path.write_text(text, "utf-8")
    assert place.started() is None
    assert not autostart.mend(place, [sys.executable])  # and stays so


@pytest.mark.parametrize(
    "text", ["", "Exec=/bin/true", "[Desktop Entry]\n", "[Desktop Entry]\nExec=\n", '[Desktop Entry]\nExec="/a', "\0"]
)
def test_a_file_that_starts_nothing_is_off(place: DesktopFile, text: str) -> None:
    place.path.parent.mkdir(parents=True)
    place.path.write_text(text, "utf-8")
    assert place.started() is None


def test_a_file_of_the_persons_own_hand_is_read_too() -> None:
    text = "# mine\n[Desktop Entry]\nExec = /usr/bin/saldo-jht --hidden %U\n[Desktop Action demo]\nExec=other\n"
    assert is_enabled(text)
    assert arguments_of(text) == ("/usr/bin/saldo-jht", "--hidden")


def test_moved_it_is_mended_by_the_next_start(place: DesktopFile, tmp_path: Path) -> None:
    old, new = tmp_path / "old" / "main.py", tmp_path / "new" / "main.py"
    new.parent.mkdir()
    new.touch()
    autostart.turn(place, [sys.executable, str(old)], True)
    assert autostart.mend(place, [sys.executable, str(new)])
    assert place.started() == (sys.executable, str(new), "--hidden")
    assert not autostart.mend(place, [sys.executable, str(new)])


def test_another_copy_that_is_there_is_left_its_entry(place: DesktopFile, tmp_path: Path) -> None:
    other = tmp_path / "main.py"
    other.touch()
    autostart.turn(place, [sys.executable, str(other)], True)
    assert not autostart.mend(place, [sys.executable, "/elsewhere/main.py"])
    assert place.started() == (sys.executable, str(other), "--hidden")


def test_what_is_off_is_not_mended_into_being_on(place: DesktopFile) -> None:
    assert not autostart.mend(place, [sys.executable])
    assert place.started() is None


def test_a_folder_that_is_the_desktops_keeps_its_mode(place: DesktopFile) -> None:
    place.path.parent.mkdir(parents=True)
    place.path.parent.chmod(0o755)
    place.turn_on([sys.executable])
    assert place.path.parent.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_written_is_said(place: DesktopFile) -> None:
    place.path.parent.parent.mkdir(parents=True)
    place.path.parent.write_text("no folder", "utf-8")
    with pytest.raises(OSError, match="exists"):
        place.turn_on([sys.executable])
    assert place.started() is None


def test_a_launch_agent_on_and_off(tmp_path: Path) -> None:
    place = LaunchAgent(tmp_path / "LaunchAgents" / "id.saldo-jht.plist")
    autostart.turn(place, ["/Applications/Saldo JHT.app/Contents/MacOS/saldo-jht"], True)
    assert place.started() == ("/Applications/Saldo JHT.app/Contents/MacOS/saldo-jht", "--hidden")
    text = place.path.read_text("utf-8")
    assert "<key>RunAtLoad</key>\n\t<true/>" in text
    place.path.write_text(text.replace("<key>Label</key>", "<key>Disabled</key>\n\t<true/>\n\t<key>Label</key>"), "utf-8")
    assert place.started() is None
    autostart.turn(place, [], False)
    assert not place.path.exists()


@pytest.mark.parametrize(
    "text",
    ["", "<plist/>", "<plist><dict/></plist>", "not xml", "<plist><dict><key>ProgramArguments</key><true/></dict></plist>"],
)
def test_an_agent_that_starts_nothing_is_off(text: str) -> None:
    assert agent_arguments(text) is None


def test_windows_starts_it_without_a_black_window() -> None:
    line = command_line([r"C:\Users\Siti R\venv\Scripts\python.exe", r"C:\Saldo JHT\main.py", "--hidden"])
    assert line == r'"C:\Users\Siti R\venv\Scripts\pythonw.exe" "C:\Saldo JHT\main.py" --hidden'
    assert command_line([r"C:\Saldo\saldo-jht.exe"]) == r"C:\Saldo\saldo-jht.exe"


@pytest.mark.parametrize(
    ("value", "off"), [(b"\x02" + bytes(11), False), (b"\x03" + bytes(11), True), (b"", False), (None, False)]
)
def test_switched_off_in_the_task_manager_is_off(value: object, off: bool) -> None:
    assert autostart.was_switched_off(value) is off


def test_a_relative_config_folder_does_not_count(home: Path) -> None:
    made = this_autostart({**os.environ, "XDG_CONFIG_HOME": "somewhere"})
    assert isinstance(made, DesktopFile)
    assert made.path.is_absolute()
