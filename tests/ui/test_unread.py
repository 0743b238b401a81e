"""The page that a check did not understand is at hand in the window afterwards: in memory, and not longer than it is needed."""

from __future__ import annotations

import os
from pathlib import Path

from core import answers
from core.paths import Folders
from tests.fakes.main_program import PAGE
from tests.ui.conftest import Running
from ui.accounts.answering import Answering


def test_the_page_of_a_check_that_was_not_understood_is_at_hand(failed: Running) -> None:
    page = failed.app.accounts.unread(failed.view.account.id)
    assert page is not None
    assert page.text() == PAGE
    assert failed.view.unread


def test_it_is_written_nowhere(failed: Running) -> None:
    for file in Path(os.environ["HOME"]).rglob("*"):
        if file.is_file():
            body = file.read_bytes()
            assert b"48.731.902" not in body, file.name
            assert b"unread_page" not in body, file.name


def test_it_is_gone_when_the_next_check_begins(failed: Running) -> None:
    failed.portal_is("good")
    failed.window.check_requested.emit(failed.view.account.id)
    assert failed.app.accounts.unread(failed.view.account.id) is None
    failed.until(lambda: failed.view.latest is not None)
    assert not failed.view.unread


def test_it_is_gone_when_the_record_is_locked(failed: Running) -> None:
    failed.app.accounts.shut()
    assert failed.app.accounts.unread(1) is None


def test_a_command_that_asks_through_the_window_is_never_given_the_page(failed: Running) -> None:
    folder = Folders.for_person(False).data
    waiting = answers.make(folder)
    asking = Answering(failed.app.accounts, folder, failed.app)
    asking.ask(waiting.name, "")
    failed.until(lambda: len(waiting.read_text("utf-8").splitlines()) > 3 and failed.state.checking is None)
    written = waiting.read_text("utf-8")
    assert '"page_not_understood"' in written
    assert "unread_page" not in written
