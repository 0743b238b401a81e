"""A session manager for tests, as gnome-session behaves: programs make themselves known, at log-out each is asked and has to answer.

It lives on a private session bus in a thread with its own event loop.
"""

import asyncio
import threading
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from dbus_fast import DBusError, Message, MessageType
from dbus_fast.aio import MessageBus

SERVICE, PATH = "org.gnome.SessionManager", "/org/gnome/SessionManager"
CLIENT = f"{SERVICE}.ClientPrivate"
ANSWER_S = 10.0


@dataclass
class Client:
    """A program that made itself known. answers: (when, is it fine, the reason why not)."""

    owner: str
    path: str
    app: str
    started_as: str
    answers: list[tuple[float, bool, str]] = field(default_factory=list)


class SessionManager:
    """`start()` puts it on the bus; `ask()`, `end()` and `stop_clients()` are its three signals to everyone it knows."""

    def __init__(self, address: str, *, silent: bool = False) -> None:
        self._address = address
        self.silent = silent  # it takes calls and never answers
        self.clients: list[Client] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="session manager", daemon=True)
        self._thread.start()
        self._bus: MessageBus | None = None

    def start(self) -> None:
        self._wait(self._start())

    def close(self) -> None:
        if self._bus is not None:
            self._bus.disconnect()
            self._wait(self._bus.wait_for_disconnect())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(ANSWER_S)
        self._loop.close()

    def ask(self) -> float:
        """Whether the session may end; when it was asked (monotonic seconds)."""
        return self._signal("QueryEndSession", "u", [0])

    def end(self) -> float:
        """It ends now."""
        return self._signal("EndSession", "u", [0])

    def call_off(self) -> float:
        """Somebody else had something against it."""
        return self._signal("CancelEndSession", "", [])

    def stop_clients(self) -> float:
        """It ends, and nobody is asked."""
        return self._signal("Stop", "", [])

    def _signal(self, member: str, signature: str, body: list[Any]) -> float:
        at = time.monotonic()
        for client in self.clients:
            message = Message(
                destination=client.owner,
                path=client.path,
                interface=CLIENT,
                member=member,
                signature=signature,
                body=body,
                message_type=MessageType.SIGNAL,
            )
            self._wait(self._send(message))
        return at

    async def _send(self, message: Message) -> None:
        assert self._bus is not None
        await self._bus.send(message)

    async def _start(self) -> None:
        self._bus = await MessageBus(bus_address=self._address).connect()
        self._bus.add_message_handler(self._handle)
        await self._bus.request_name(SERVICE)

    def _handle(self, message: Message) -> Message | bool | None:
        if message.message_type is not MessageType.METHOD_CALL or not str(message.path).startswith(PATH):
            return None
        if self.silent:
            return True
        match message.member:
            case "RegisterClient":
                app, started_as = message.body
                client = Client(str(message.sender), f"{PATH}/Client{len(self.clients) + 1}", app, started_as)
                self.clients.append(client)
                return Message.new_method_return(message, "o", [client.path])
            case "EndSessionResponse":
                client = next(known for known in self.clients if known.path == message.path)
                client.answers.append((time.monotonic(), *message.body))
                return Message.new_method_return(message)
        raise DBusError("org.freedesktop.DBus.Error.UnknownMethod", str(message.member))

    def _wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(ANSWER_S)
