"""X11's session management protocol, our end of it: what is said and understood, without a socket of its own.

A session manager (KDE's, Xfce's, MATE's) asks its clients at log-out to save themselves, waits for each, and then tells them to die. Ours
is saved at any time, so the answer is yes, at once. Only what that takes is here. The protocols: Inter-Client Exchange (ICE) 1.0 and
XSMP 1.0, https://www.x.org/releases/current/doc/libSM/xsmp.html
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

COOKIE = b"MIT-MAGIC-COOKIE-1"
ICE, XSMP = 0, 1  # the protocols' numbers: the second is what we call it
NEVER_RESTART = 3  # our own autostart entry does that, where the person wants it
LONGEST_BYTES = 1 << 20
ORDER = 0 if struct.pack("=H", 1) == b"\1\0" else 1  # the least significant byte first, or last
HEADER = struct.Struct("=BBBBI")  # major, minor, two small numbers, the length behind it in eights


class Ice(IntEnum):
    """What the two ends say while they make each other's acquaintance."""

    ERROR = 0
    BYTE_ORDER = 1
    CONNECTION_SETUP = 2
    AUTHENTICATION_REQUIRED = 3
    AUTHENTICATION_REPLY = 4
    CONNECTION_REPLY = 6
    PROTOCOL_SETUP = 7
    PROTOCOL_REPLY = 8
    PING = 9
    PING_REPLY = 10


class Session(IntEnum):
    """What a session manager and its client say to each other, as far as it concerns us."""

    REGISTER = 1
    REGISTERED = 2
    SAVE = 3
    SAVED = 8
    DIE = 9
    CLOSE = 11
    PROPERTIES = 12


class ProtocolBroken(Exception):
    """The other end does not speak the protocol, or lets us not in."""


class Place(NamedTuple):
    """Where a session manager listens: its name in SESSION_MANAGER, and the path of a socket of this machine."""

    name: str
    path: str


def places(listed: str) -> Iterator[Place]:
    """The sockets of this machine among those in SESSION_MANAGER; others are not spoken to."""
    for name in listed.split(","):
        kind, _, rest = name.partition("/")
        path = rest.partition(":")[2]
        if kind in ("local", "unix") and path:
            yield Place(name, "\0" + path[1:] if path.startswith("@") else path)


def cookie(file: Path, name: str) -> bytes | None:
    """What lets us in at the place of that name, out of the file of ICE's secrets; None where it is missing or broken.

    The entry of the protocol "ICE" is meant in both rounds: libICE, which all session managers use, looks at no other.
    """
    try:
        body = file.read_bytes()[:LONGEST_BYTES]
    except OSError:
        return None
    fields: list[bytes] = []
    place = 0
    while place + 2 <= len(body):
        (long,) = struct.unpack_from(">H", body, place)
        place += 2 + long
        if place <= len(body):
            fields.append(body[place - long : place])
    for first in range(0, len(fields) - 4, 5):
        protocol, _data, place_name, kind, secret = fields[first : first + 5]
        if (protocol, kind, place_name) == (b"ICE", COOKIE, name.encode()):
            return secret
    return None


def cookie_file() -> Path:
    return Path(os.environ.get("ICEAUTHORITY") or Path.home() / ".ICEauthority")


class Client:
    """One client of one session manager. `to_send` is what waits to be written; `feed` takes what came. Raises ProtocolBroken.

    on_end: the session ends now.
    """

    def __init__(self, program: list[str], secret: bytes | None, on_end: Callable[[], None]) -> None:
        self._program = program
        self._secret = secret
        self._on_end = on_end
        self._came = bytearray()
        self._theirs = XSMP  # what the other end calls it
        self.known = False
        self.to_send = bytearray(_message(ICE, Ice.BYTE_ORDER, ORDER))

    def feed(self, data: bytes) -> None:
        """Take what came from the session manager."""
        self._came += data
        while len(self._came) >= HEADER.size:
            major, minor, first, second, eights = HEADER.unpack_from(self._came)
            long = HEADER.size + 8 * eights
            if long > LONGEST_BYTES:
                raise ProtocolBroken
            if len(self._came) < long:
                return
            del self._came[:long]
            if major == ICE:
                self._of_ice(minor, first, second)
            elif major == XSMP:
                self._of_session(minor)

    def leave(self) -> None:
        """Say goodbye."""
        if self.known:
            self.known = False
            self._say(Session.CLOSE, body=_count(0))

    def _of_ice(self, minor: int, first: int, second: int) -> None:
        match minor:
            case Ice.ERROR:  # we are not let in, or not understood
                raise ProtocolBroken
            case Ice.BYTE_ORDER if first != ORDER:  # another kind of machine
                raise ProtocolBroken
            case Ice.BYTE_ORDER:
                names = bytes(8) + _text(b"saldo-jht") + _text(b"1") + _text(COOKIE) + struct.pack("=HH", 1, 0)
                self.to_send += _message(ICE, Ice.CONNECTION_SETUP, 1, 1, names)
            case Ice.AUTHENTICATION_REQUIRED:
                if self._secret is None:
                    raise ProtocolBroken
                body = struct.pack("=H6x", len(self._secret)) + self._secret
                self.to_send += _message(ICE, Ice.AUTHENTICATION_REPLY, body=body)
            case Ice.CONNECTION_REPLY:
                names = _text(b"XSMP") + _text(b"saldo-jht") + _text(b"1") + _text(COOKIE) + struct.pack("=HH", 1, 0)
                self.to_send += _message(ICE, Ice.PROTOCOL_SETUP, XSMP, 0, struct.pack("=BB6x", 1, 1) + names)
            case Ice.PROTOCOL_REPLY:
                self._theirs = second
                self._say(Session.REGISTER, body=_array(b""))
            case Ice.PING:
                self.to_send += _message(ICE, Ice.PING_REPLY)

    def _of_session(self, minor: int) -> None:
        match minor:
            case Session.REGISTERED:
                self.known = True
                self._say(Session.PROPERTIES, body=self._properties())
            case Session.SAVE:
                self._say(Session.SAVED, 1)  # all that matters is written already
            case Session.DIE:
                self.leave()
                self._on_end()

    def _say(self, minor: int, first: int = 0, body: bytes = b"") -> None:
        self.to_send += _message(self._theirs, minor, first, 0, body)

    def _properties(self) -> bytes:
        """What a session manager wants to know of each client."""
        command = [part.encode("utf-8", "surrogateescape") for part in self._program]
        told = (
            (b"Program", b"ARRAY8", command[:1]),
            (b"UserID", b"ARRAY8", [str(os.getuid()).encode()]),
            (b"ProcessID", b"ARRAY8", [str(os.getpid()).encode()]),
            (b"CloneCommand", b"LISTofARRAY8", command),
            (b"RestartCommand", b"LISTofARRAY8", command),
            (b"RestartStyleHint", b"CARD8", [bytes([NEVER_RESTART])]),
        )
        made = _count(len(told))
        for name, kind, values in told:
            made += _array(name) + _array(kind) + _count(len(values)) + b"".join(map(_array, values))
        return made


def _message(major: int, minor: int, first: int = 0, second: int = 0, body: bytes = b"") -> bytes:
    padded = body + bytes(-len(body) % 8)
    return HEADER.pack(major, minor, first, second, len(padded) // 8) + padded


def _text(text: bytes) -> bytes:
    """A STRING of ICE's."""
    return struct.pack("=H", len(text)) + text + bytes(-(2 + len(text)) % 4)


def _array(text: bytes) -> bytes:
    """An ARRAY8 of XSMP's."""
    return struct.pack("=I", len(text)) + text + bytes(-(4 + len(text)) % 8)


def _count(number: int) -> bytes:
    return struct.pack("=I4x", number)
