"""Secrets over standard input: whole lines only, bounded in size and time; on a terminal unseen."""

from __future__ import annotations

import getpass
import io
import os
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from core.commands import typed
from core.commands.options import Usage
from core.commands.typed import read_secrets
from core.models import Secrets


class Pipe:
    """The writing end of standard input."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def send(self, body: bytes) -> None:
        assert self._handle is not None
        os.write(self._handle, body)

    def close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pipe]:
    """Standard input is a pipe; what is sent arrives there."""
    reader, writer = os.pipe()
    before = os.dup(0)
    os.dup2(reader, 0)
    os.close(reader)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    end = Pipe(writer)
    yield end
    end.close()
    os.dup2(before, 0)
    os.close(before)


def send(pipe: Pipe, body: bytes, *, close: bool = True) -> None:
    pipe.send(body)
    if close:
        pipe.close()


@pytest.mark.parametrize(
    ("body", "asks_pin", "secrets"),
    [
        (b"rahasia\n", None, Secrets("rahasia")),
        (b"rahasia", None, Secrets("rahasia")),
        (b"rahasia\n730461\n", None, Secrets("rahasia", "730461")),
        (b"rahasia\r\n730461\r\n", True, Secrets("rahasia", "730461")),
        (b"rahasia\n730461", True, Secrets("rahasia", "730461")),
        (b"rahasia\n730461\n", False, Secrets("rahasia")),
        (b"rahasia\n\n", None, Secrets("rahasia")),
        (" kata sandi ä \n".encode(), False, Secrets(" kata sandi ä ")),
        (b"a\nb\nmore\n", None, Secrets("a", "b")),
    ],
)
def test_the_lines_are_taken_as_they_are(pipe: Pipe, body: bytes, asks_pin: bool | None, secrets: Secrets) -> None:
    send(pipe, body)
    assert read_secrets(asks_pin) == secrets


@pytest.mark.parametrize(
    ("body", "asks_pin", "key"),
    [
        (b"", None, "usage_secret_missing"),
        (b"\n", None, "usage_secret_missing"),
        (b"\n730461\n", True, "usage_secret_missing"),
        (b"rahasia\n", True, "usage_pin_missing"),
        (b"rahasia\n\n", True, "usage_pin_missing"),
        (b"\xff\n", None, "usage_secret_unreadable"),
        (b"x" * 5000 + b"\n", None, "usage_secret_unreadable"),
    ],
)
def test_what_is_missing_or_unreadable_is_said(pipe: Pipe, body: bytes, asks_pin: bool | None, key: str) -> None:
    send(pipe, body)
    with pytest.raises(Usage, match=key):
        read_secrets(asks_pin)


def test_it_does_not_wait_for_the_end_of_the_input_when_it_has_what_it_needs(pipe: Pipe) -> None:
    send(pipe, b"rahasia\n730461\n", close=False)
    began = time.monotonic()
    assert read_secrets(None) == Secrets("rahasia", "730461")
    assert time.monotonic() - began < 5


def test_a_writer_that_never_ends_is_not_waited_for_for_ever(pipe: Pipe) -> None:
    send(pipe, b"rahasia\n7304", close=False)
    assert read_secrets(None, wait_s=0.1) == Secrets("rahasia")  # half a PIN is no PIN


def test_a_writer_that_never_begins_is_not_waited_for_for_ever(pipe: Pipe) -> None:
    with pytest.raises(Usage, match="usage_secret_missing"):
        read_secrets(None, wait_s=0.1)


def test_without_a_standard_input_there_is_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_handle: int, _count: int) -> bytes:
        raise OSError

    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(typed.os, "read", closed)
    with pytest.raises(Usage, match="usage_secret_missing"):
        read_secrets(None)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Somebody at a terminal who types these answers, unseen."""

    def answers(*typed_lines: str | None) -> None:
        lines = iter(typed_lines)

        def unseen(_prompt: str) -> str:
            line = next(lines)
            if line is None:
                raise EOFError
            return line

        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr(getpass, "getpass", unseen)

    return answers


def test_on_a_terminal_the_person_is_asked_and_not_shown(terminal: Callable[..., None]) -> None:
    terminal("rahasia", "730461")
    assert read_secrets(True) == Secrets("rahasia", "730461")
    terminal("rahasia", "")
    assert read_secrets(None) == Secrets("rahasia")
    terminal("rahasia")
    assert read_secrets(False) == Secrets("rahasia")


@pytest.mark.parametrize(
    ("answers", "asks_pin", "key"),
    [
        (("",), False, "usage_secret_missing"),
        ((None,), None, "usage_secret_missing"),
        (("rahasia", ""), True, "usage_pin_missing"),
    ],
)
def test_a_person_who_answers_nothing_is_told(
    terminal: Callable[..., None], answers: tuple[str | None, ...], asks_pin: bool | None, key: str
) -> None:
    terminal(*answers)
    with pytest.raises(Usage, match=key):
        read_secrets(asks_pin)
