"""The session manager of X11 (KDE, Xfce, MATE) knows the program, is agreed with at once, and is obeyed; one that misbehaves is let go of."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.xsmp import Client, ProtocolBroken, cookie, places
from tests.conftest import busy
from tests.desktop.conftest import Desktop, until
from tests.fakes.status_notifier import StatusNotifierPanel
from tests.fakes.x_session_manager import XSessionManager, write_secrets
from ui.desktop.x_session import XSession

pytestmark = pytest.mark.desktop
PATIENCE_MS = 20_000
SECRET = b"\0sixteen bytes!\xff"
Start = Callable[..., XSessionManager]


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    made: list[XSessionManager] = []

    def start(**manner: object) -> XSessionManager:
        made.append(XSessionManager(tmp_path / "ice", **manner))  # type: ignore[arg-type]
        monkeypatch.setenv("SESSION_MANAGER", f"inet/host:4711,{made[-1].name}")
        monkeypatch.setenv("ICEAUTHORITY", str(tmp_path / "secrets"))
        return made[-1]

    yield start
    for one in made:
        one.close()


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[XSession]:
    owner = QObject()  # as in the program, where it is a part of the window's
    made = XSession(owner)
    yield made
    made.close()
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(owner), timeout=PATIENCE_MS)


def test_it_makes_itself_known_with_what_is_needed_to_start_it_and_is_never_started_again(
    qtbot: QtBot, manager: Start, session: XSession
) -> None:
    asking = manager()
    session.begin(["/opt/a program/python", "main.py"])
    qtbot.waitUntil(lambda: asking.saved == 1 and bool(asking.properties), timeout=PATIENCE_MS)
    for word in (b"Program", b"/opt/a program/python", b"RestartStyleHint", b"main.py", b"UserID"):
        assert word in asking.properties


def test_asked_it_agrees_each_time_and_told_it_ends(qtbot: QtBot, manager: Start, session: XSession) -> None:
    asking = manager()
    ended: list[None] = []
    session.session_ends.connect(lambda: ended.append(None))
    session.begin(["saldo-jht"])
    qtbot.waitUntil(lambda: asking.saved == 1, timeout=PATIENCE_MS)
    asking.ask()
    asking.ping()
    qtbot.waitUntil(lambda: asking.saved == 2, timeout=PATIENCE_MS)
    asking.call_off()
    asking.ask()
    qtbot.waitUntil(lambda: asking.saved == 3, timeout=PATIENCE_MS)
    assert ended == [], "asked is not told"
    asking.end()
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE_MS)
    qtbot.waitUntil(asking.left.is_set, timeout=PATIENCE_MS)


def test_where_a_secret_is_asked_for_it_is_taken_from_the_sessions_own_file(
    qtbot: QtBot, manager: Start, session: XSession, tmp_path: Path
) -> None:
    asking = manager(secret=SECRET)
    write_secrets(tmp_path / "secrets", asking.name, SECRET)
    session.begin(["saldo-jht"])
    qtbot.waitUntil(lambda: asking.saved == 1, timeout=PATIENCE_MS)


@pytest.mark.parametrize("secret", [b"", b"a wrong one"])
def test_without_the_right_secret_it_stays_unknown(
    qtbot: QtBot, manager: Start, session: XSession, tmp_path: Path, secret: bytes
) -> None:
    asking = manager(secret=SECRET)
    if secret:
        write_secrets(tmp_path / "secrets", asking.name, secret)
    session.begin(["saldo-jht"])
    qtbot.waitUntil(asking.left.is_set, timeout=PATIENCE_MS)
    assert asking.refused.is_set() is bool(secret)
    assert not asking.known.is_set()


@pytest.mark.parametrize("nonsense", [b"\0\1\7\0\0\0\0\0", b"\0\1\0\0\xff\xff\xff\x7f", b"HTTP/1.1 400 Bad Request\r\n\r\n" * 9])
def test_one_that_does_not_speak_the_protocol_is_let_go_of(
    qtbot: QtBot, manager: Start, session: XSession, nonsense: bytes
) -> None:
    asking = manager(nonsense=nonsense)
    session.begin(["saldo-jht"])
    qtbot.waitUntil(asking.left.is_set, timeout=PATIENCE_MS)


def test_one_that_never_answers_or_crashes_is_no_trouble(qtbot: QtBot, manager: Start, session: XSession) -> None:
    asking = manager(silent=True)
    ended: list[None] = []
    session.session_ends.connect(lambda: ended.append(None))
    began = time.monotonic()
    session.begin(["saldo-jht"])
    assert time.monotonic() - began < busy(), "nothing is waited for"
    qtbot.waitUntil(lambda: bool(asking._lines), timeout=PATIENCE_MS)
    asking.go()
    qtbot.wait(50)
    assert ended == []


@pytest.mark.parametrize("listed", ["", "local/host:/nowhere", "inet/host:4711", "local", "tcp/host:1,,:"])
def test_where_there_is_none_nothing_happens(session: XSession, monkeypatch: pytest.MonkeyPatch, listed: str) -> None:
    monkeypatch.setenv("SESSION_MANAGER", listed)
    session.begin(["saldo-jht"])


def test_only_sockets_of_this_machine_are_spoken_to() -> None:
    listed = "local/a:@/tmp/.ICE-unix/1,unix/a:/tmp/.ICE-unix/1,inet6/a:4711,inet/a:4712"
    assert [place.path for place in places(listed)] == ["\0/tmp/.ICE-unix/1", "/tmp/.ICE-unix/1"]


def test_a_broken_file_of_secrets_lets_nobody_in(tmp_path: Path) -> None:
    file = tmp_path / "secrets"
    assert cookie(file, "local/a:/x") is None
    write_secrets(file, "local/a:/x", b"right")
    whole = file.read_bytes()
    assert cookie(file, "local/a:/x") == b"right"
    assert cookie(file, "local/b:/x") is None
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert cookie(file, "local/a:/x") is None


def test_what_comes_byte_by_byte_is_understood_all_the_same() -> None:
    heard = Client(["saldo-jht"], None, lambda: None)
    heard.to_send.clear()
    for byte in b"\0\1" + heard_order() + b"\0" + bytes(4):
        heard.feed(bytes([byte]))
    assert b"MIT-MAGIC-COOKIE-1" in heard.to_send
    with pytest.raises(ProtocolBroken):
        heard.feed(bytes(8))


def heard_order() -> bytes:
    """This machine's own byte order, as it is said."""
    from core.xsmp import ORDER

    return bytes([ORDER])


@pytest.mark.journey
def test_logged_out_in_the_middle_of_a_check_it_agrees_at_once_and_ends(
    desktop: Desktop, panel: StatusNotifierPanel, manager: Start
) -> None:
    asking = manager()
    panel.start()
    desktop.environment["SESSION_MANAGER"] = asking.name
    program = desktop.start("--demo", "--hidden", "--fault", "hang")
    until(lambda: asking.saved == 1, "a program that the session manager knows")
    until(lambda: panel.items and panel.offers("Periksa sekarang"), "check now in the menu")
    panel.choose("Periksa sekarang")
    until(lambda: panel.offers("Batalkan pemeriksaan"), "a check that runs")
    began = time.monotonic()
    asking.ask()
    until(lambda: asking.saved == 2, "yes")
    assert time.monotonic() - began < 0.5 * busy()
    assert program.alive, "asked is not told"
    asking.end()
    assert program.ends_within(2) == 0
    assert program.said == ""
    assert asking.left.wait(PATIENCE_MS / 1000)
