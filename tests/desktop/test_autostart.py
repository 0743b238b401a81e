"""The autostart entry as a desktop sees it: valid by freedesktop.org's own checker, and started as a desktop starts it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from core import autostart
from core.autostart import DesktopFile
from tests.conftest import need
from tests.desktop.conftest import ROOT, Desktop, until
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
AWKWARD = "my $HOME `x` \"q\" 'a' 50% \\ é"


def entry(desktop: Desktop) -> DesktopFile:
    return DesktopFile(desktop.home / ".config" / "autostart" / "saldo-jht.desktop")


def launch(desktop: Desktop, place: DesktopFile) -> None:
    """As a session does at log-in: nothing of what is started is waited for."""
    need("gio")
    nowhere = subprocess.DEVNULL
    subprocess.run(
        ["gio", "launch", str(place.path)], env=desktop.environment, check=True, stdin=nowhere, stdout=nowhere, stderr=nowhere
    )


def test_the_entry_is_valid(desktop: Desktop) -> None:
    need("desktop-file-validate")
    place = entry(desktop)
    autostart.turn(place, [sys.executable, f"/opt/{AWKWARD}/main.py"], True)
    assert desktop.run("desktop-file-validate", str(place.path)) == ""


def test_started_as_the_desktop_does_every_argument_arrives_whole(desktop: Desktop) -> None:
    folder = desktop.home / AWKWARD
    folder.mkdir()
    program, heard = folder / "main.py", folder / "heard.json"
    program.write_text(f"import json, sys\njson.dump(sys.argv, open({str(heard)!r}, 'w'))\n", "utf-8")
    place = entry(desktop)
    autostart.turn(place, [sys.executable, "-X", "utf8", str(program)], True)
    launch(desktop, place)
    until(heard.exists, "the program started")
    until(lambda: heard.read_text("utf-8"), "its arguments")
    assert json.loads(heard.read_text("utf-8")) == [str(program), "--hidden"]


def test_at_log_in_it_comes_up_hidden_in_the_tray(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    place = entry(desktop)
    autostart.turn(place, [sys.executable, str(ROOT / "main.py")], True)
    panel.start()
    launch(desktop, place)
    until(lambda: panel.items, "an icon in the tray")
    assert desktop.windows() == []
    until(lambda: "Keluar" in panel.labels(), "its menu")
    panel.choose("Keluar")
    assert desktop.run(sys.executable, str(ROOT / "main.py"), "--quit") == ""


def test_moved_the_next_start_by_hand_mends_the_entry(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    place = entry(desktop)
    autostart.turn(place, [sys.executable, "/opt/before the move/main.py"], True)
    panel.start()
    desktop.start()
    until(lambda: place.started() is not None and str(ROOT / "main.py") in (place.started() or ()), "the entry mended")
    assert (place.started() or ())[-1] == "--hidden"
