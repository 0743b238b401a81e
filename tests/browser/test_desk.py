"""The program's side of the portal's window: whatever becomes of that process, the program goes on and says what happened."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.browser.desk import BrowserDesk, Failed

STAND_IN = """
import sys, json, os
def tell(**line): print(json.dumps(line), flush=True)
open({log!r}, "a").write(json.dumps(sys.argv[1:]) + "\\n")
{what}
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Callable[..., BrowserDesk]:
    made: list[BrowserDesk] = []

    def make(what: str, *, demo: bool = False) -> BrowserDesk:
        code = STAND_IN.format(log=str(tmp_path / "log"), what=what)
        made.append(BrowserDesk(demo=demo, program=[sys.executable, "-c", code]))
        return made[-1]

    yield make
    for one in made:
        one.end()
        one.deleteLater()


def failed(qtbot: QtBot, desk: BrowserDesk) -> Failed:
    with qtbot.waitSignal(desk.failed, timeout=20_000) as signal_:
        desk.open(7)
    return signal_.args[0]


def test_a_missing_engine_is_told_by_its_reason(qtbot: QtBot, desk: Callable[..., BrowserDesk]) -> None:
    opened = desk('tell(browser="cannot", reason="no_engine"); sys.exit(1)')
    assert failed(qtbot, opened) == Failed(7, "no_engine")
    assert opened.account_id is None


def test_a_crash_is_told_and_the_window_can_be_opened_again(
    qtbot: QtBot, desk: Callable[..., BrowserDesk], tmp_path: Path
) -> None:
    opened = desk('tell(browser="open"); os.kill(os.getpid(), 11)')
    assert failed(qtbot, opened) == Failed(7, "crashed")
    assert failed(qtbot, opened) == Failed(7, "crashed")
    assert (tmp_path / "log").read_text().count("browse") == 2


def test_what_was_stored_is_looked_up_and_closing_is_no_failure(qtbot: QtBot, desk: Callable[..., BrowserDesk]) -> None:
    opened = desk('tell(browser="stored"); tell(browser="closed")', demo=True)
    failures: list[Failed] = []
    opened.failed.connect(failures.append)
    with qtbot.waitSignals([opened.ledger_changed], timeout=20_000):
        opened.open(3)
    qtbot.waitUntil(lambda: opened.account_id is None, timeout=20_000)
    assert failures == []


def test_a_second_press_brings_the_window_to_the_front(qtbot: QtBot, desk: Callable[..., BrowserDesk], tmp_path: Path) -> None:
    opened = desk(f'tell(browser="open"); open({str(tmp_path / "asked")!r}, "w").write(sys.stdin.readline())')
    opened.open(1)
    opened.open(1)
    qtbot.waitUntil(lambda: opened.account_id is None, timeout=20_000)
    assert (tmp_path / "asked").read_text() == "rise\n"
    assert (tmp_path / "log").read_text().count("browse") == 1


def test_the_portals_window_learns_that_the_program_is_gone(tmp_path: Path) -> None:
    """kill -9 of the program: its end of the pipe closes, and a window without it has no business."""
    import subprocess

    pid, left = str(tmp_path / "pid"), str(tmp_path / "left")
    child = f"import sys,os; open({pid!r}, 'w').write(str(os.getpid())); sys.stdin.read(); open({left!r}, 'w').write('left')"
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r})
from PySide6.QtCore import QCoreApplication
from ui.browser.desk import BrowserDesk
app = QCoreApplication([])
desk = BrowserDesk(demo=False, program=[sys.executable, "-c", {child!r}])
desk.open(1)
app.exec()
"""
    program = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    from tests.desktop.conftest import until

    until((tmp_path / "pid").exists, "the child began")
    program.send_signal(signal.SIGKILL)
    program.wait(10)
    until((tmp_path / "left").exists, "the child saw that nobody is there")


@pytest.mark.parametrize("line", ["[]", "{}", "nonsense", '{"browser": 5}', '{"browser": "cannot", "reason": 3}'])
def test_nonsense_from_the_process_changes_nothing(qtbot: QtBot, desk: Callable[..., BrowserDesk], line: str) -> None:
    opened = desk(f"print({line!r}, flush=True); sys.exit(3)")
    assert failed(qtbot, opened).reason == "crashed"
