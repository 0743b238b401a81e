"""A session manager for tests, as gnome-session behaves: programs make themselves known, at log-out each is asked and has to answer."""

import time
from dataclasses import dataclass, field
from typing import Any

from dbus_fast import DBusError, Message, MessageType

from tests.fakes.bus_thread import BusThread

SERVICE, PATH = "org.gnome.SessionManager", "/org/gnome/SessionManager"
CLIENT = f"{SERVICE}.ClientPrivate"


@dataclass
class Client:
    """A program that made itself known. answers: (when, is it fine, the reason why not)."""

    owner: str
    path: str
    app: str
    started_as: str
    answers: list[tuple[float, bool, str]] = field(default_factory=list)


class SessionManager(BusThread):
    """`start()` puts it on the bus; `ask()`, `end()` and `stop_clients()` are its three signals to everyone it knows."""

    NAMES = (SERVICE,)

    def __init__(self, address: str, *, silent: bool = False) -> None:
        super().__init__(address)
        self.silent = silent  # it takes calls and never answers
        self.clients: list[Client] = []

    def ask(self) -> float:
        """Whether the session may end; when it was asked (monotonic seconds)."""
        return self._tell("QueryEndSession", "u", [0])

    def end(self) -> float:
        """It ends now."""
        return self._tell("EndSession", "u", [0])

    def call_off(self) -> float:
        """Somebody else had something against it."""
        return self._tell("CancelEndSession", "", [])

    def stop_clients(self) -> float:
        """It ends, and nobody is asked."""
        return self._tell("Stop", "", [])

    def _tell(self, member: str, signature: str, body: list[Any]) -> float:
        at = time.monotonic()
        for client in self.clients:
            self._signal(client.path, CLIENT, member, signature, body, to=client.owner)
        return at

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
