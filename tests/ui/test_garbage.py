"""Rings of objects end in the thread of the windows, whatever other threads do: Qt's objects may end nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.browser.garbage import Garbage


class Ring:
    """Something that holds itself, and tells in which thread it ended."""

    def __init__(self, ended_in: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: ended_in.append(threading.get_ident()))


@pytest.fixture
def automatic() -> Iterator[None]:
    """Python collects by itself, as it does in a program."""
    gc.enable()
    yield
    gc.disable()


def in_another_thread_much_is_made() -> list[list[int]]:
    kept: list[list[int]] = []

    def work() -> None:
        kept.extend([number] for number in range(200_000))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return kept


def test_python_alone_lets_them_end_in_any_thread(automatic: None) -> None:
    ended: list[int] = []
    gc.collect()
    Ring(ended)
    in_another_thread_much_is_made()
    assert ended
    assert ended != [threading.get_ident()]


def test_with_a_collector_of_ones_own_they_end_where_it_lives(automatic: None, qtbot: QtBot) -> None:
    owner = QObject()
    garbage = Garbage(owner)
    ended: list[int] = []
    gc.collect()
    Ring(ended)
    made = in_another_thread_much_is_made()
    assert not ended
    qtbot.waitUntil(lambda: bool(ended), timeout=5_000)
    assert made
    assert ended == [threading.get_ident()]
    garbage.end()
    assert gc.isenabled()
