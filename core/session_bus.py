"""One connection to the session's message bus that never waits: it is told when there is something to read or room to write.

jeepney knows the protocol; here is only the line. Who uses it watches `fileno()` (the window with a QSocketNotifier, one for the calls
and the signals, because a notification service may send its signals to the caller alone). Any failure closes it for good.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.auth import Authenticator  # type: ignore[import-untyped]
from jeepney.bus import get_bus  # type: ignore[import-untyped]
from jeepney.low_level import Message, Parser  # type: ignore[import-untyped]

CHUNK_BYTES = 65_536
MOST_WAITING_BYTES = 1 << 20  # a bus that takes nothing and sends no end of it is no bus


class BusGone(Exception):
    """There is no bus, or not any more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back of a call. error: the D-Bus name of what went wrong, None if it went well."""

    body: tuple[Any, ...]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A signal."""

    interface: str
    member: str
    body: tuple[Any, ...]


class SessionBus:
    """The connection, from being made until `close()` or a failure. Raises BusGone when there is no bus to be had."""

    def __init__(self, on_signal: Callable[[Heard], None], bus: str = "SESSION") -> None:
        """bus: "SESSION", or "SYSTEM"."""
        self._on_signal = on_signal
        self._sign_in = Authenticator()
        self._parser = Parser()
        self._to_write = bytearray()
        self._held: list[bytes] = []  # what is sent once we are signed in
        self._waiting: dict[int, Callable[[Answer], None]] = {}
        self._serial = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC)
        try:
            self._socket.connect(get_bus(bus))
        except (OSError, KeyError, ValueError, RuntimeError, StopIteration):
            self._socket.close()
            raise BusGone from None
        self._to_write += self._sign_in.data_to_send() or b""
        self._send(message_bus.Hello(), lambda _answer: None)

    def fileno(self) -> int:
        return self._socket.fileno()

    @property
    def wants_to_write(self) -> bool:
        """Whether `write()` should be called once there is room."""
        return bool(self._to_write)

    @property
    def open(self) -> bool:
        return self._socket.fileno() != -1

    def call(
        self, service: str, path: str, method: str, on_answer: Callable[[Answer], None], signature: str = "", *body: Any
    ) -> None:
        """Call "interface.Method" when there is room; its answer comes later, or never if the bus goes away."""
        interface, _, member = method.rpartition(".")
        self._send(new_method_call(DBusAddress(path, service, interface), member, signature or None, body), on_answer)

    def listen(self, service: str, path: str, interface: str | None = None, *, about: str | None = None) -> None:
        """Hear the signals of that service's own interface, or of that one; only those whose first word is `about`."""
        rule = MatchRule(type="signal", sender=service, interface=interface or service, path=path)
        if about is not None:
            rule.add_arg_condition(0, about)
        self._send(message_bus.AddMatch(rule), lambda _answer: None)

    def _send(self, message: Message, on_answer: Callable[[Answer], None]) -> None:
        self._serial += 1
        self._waiting[self._serial] = on_answer
        data = message.serialise(self._serial)
        if self._sign_in.authenticated:
            self._to_write += data
        else:
            self._held.append(data)

    def write(self) -> None:
        """Write as much as there is room for. Raises BusGone."""
        try:
            while self._to_write:
                del self._to_write[: self._socket.send(self._to_write)]
        except BlockingIOError:
            if len(self._to_write) > MOST_WAITING_BYTES:
                self._fail()
        except OSError:
            self._fail()

    def read(self) -> None:
        """Read what is there: answers and signals go to whom they belong. Raises BusGone."""
        try:
            data = self._socket.recv(CHUNK_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._fail()
        try:
            if not self._sign_in.authenticated:
                self._go_on_signing_in(data)
                return
            messages = self._parser.feed(data)
        except (ValueError, KeyError, IndexError, TypeError, ArithmeticError):  # a bus that does not speak the protocol
            self._fail()
        for message in messages:
            self._take(message)

    def close(self) -> None:
        """Let go of it; nobody who still waits is told."""
        self._waiting.clear()
        with suppress(OSError):
            self._socket.close()

    def _go_on_signing_in(self, data: bytes) -> None:
        self._sign_in.feed(data)
        self._to_write += self._sign_in.data_to_send() or b""
        if self._sign_in.authenticated:
            self._to_write += b"BEGIN\r\n"
            for held in self._held:
                self._to_write += held
            self._held.clear()

    def _take(self, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        if kind is MessageType.signal:
            self._on_signal(
                Heard(fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, ""), tuple(message.body))
            )
        elif kind in (MessageType.method_return, MessageType.error):
            waits = self._waiting.pop(fields.get(HeaderFields.reply_serial, 0), None)
            if waits is not None:
                error = fields.get(HeaderFields.error_name, "?") if kind is MessageType.error else None
                waits(Answer(tuple(message.body), error))

    def _fail(self) -> None:
        self.close()
        raise BusGone


def is_promised() -> bool:
    """Whether the session says that it has a bus at all."""
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
