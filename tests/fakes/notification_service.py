"""A notification service for tests: keeps what it was asked to show, and presses buttons as a person would.

It sends its signals to the caller alone, as dunst does. The interface: https://specifications.freedesktop.org/notification-spec/latest/
"""

from dataclasses import dataclass
from typing import Any

from dbus_fast import DBusError, Message, MessageType, Variant

from tests.fakes.bus_thread import BusThread

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


@dataclass(frozen=True)
class Shown:
    """One notification as it was handed over."""

    number: int
    owner: str
    title: str
    body: str
    actions: dict[str, str]
    hints: dict[str, Any]


class NotificationService(BusThread):
    """inhibited: do not disturb is on. silent: it takes calls and never answers. late: notices are taken, and
    answered when `answer_now()` is called."""

    NAMES = (SERVICE,)

    def __init__(self, address: str, *, abilities: tuple[str, ...] = ("actions", "body", "body-markup")) -> None:
        super().__init__(address)
        self.abilities = abilities
        self.inhibited = False
        self.silent = False
        self.late = False
        self._unanswered: list[Message] = []
        self.shown: list[Shown] = []

    def press(self, action: str, token: str | None = None) -> None:
        """Press a button of the newest notification, as a compositor would with a token for the focus; it closes then."""
        newest = self.shown[-1]
        if action not in newest.actions:
            raise LookupError(action)
        if token is not None:
            self._tell("ActivationToken", "us", [newest.number, token])
        self._tell("ActionInvoked", "us", [newest.number, action])
        self.dismiss()

    def dismiss(self, reason: int = 2) -> None:
        """Close the newest notification: 1 expired, 2 dismissed by the person, 3 by a call, 4 for no reason that has a name."""
        self._tell("NotificationClosed", "uu", [self.shown[-1].number, reason])

    def answer_now(self) -> None:
        """Answer the notices that wait for it."""
        waiting, self._unanswered = self._unanswered, []
        for message in waiting:
            self._wait(self._send(Message.new_method_return(message, "u", [len(self.shown)])))

    def tell_everybody(self, member: str, number: int, what: object) -> None:
        """A signal to all programs, as some services send it: about whosever notice has that number."""
        self._signal(PATH, SERVICE, member, "us" if isinstance(what, str) else "uu", [number, what])

    def mumble(self) -> None:
        """Signals that make no sense: a button nobody has, numbers that were never given, a body that is too short."""
        for member, signature, body in (
            ("ActionInvoked", "us", [self.shown[-1].number, "explode"]),
            ("ActionInvoked", "us", [4_000_000, "open"]),
            ("ActionInvoked", "u", [self.shown[-1].number]),
            ("NotificationClosed", "uu", [4_000_000, 9]),
            ("NotificationClosed", "", []),
            ("Unheard", "s", ["of"]),
        ):
            self._tell(member, signature, body)

    def _tell(self, member: str, signature: str, body: list[Any]) -> None:
        self._signal(PATH, SERVICE, member, signature, body, to=self.shown[-1].owner)

    def _handle(self, message: Message) -> Message | bool | None:
        if message.message_type is not MessageType.METHOD_CALL or message.path != PATH:
            return None
        if self.silent:
            return True
        match message.member:
            case "GetCapabilities":
                return Message.new_method_return(message, "as", [list(self.abilities)])
            case "GetServerInformation":
                return Message.new_method_return(message, "ssss", ["a test", "nobody", "1", "1.2"])
            case "Get":
                return Message.new_method_return(message, "v", [Variant("b", self.inhibited)])
            case "Notify" if self.late:
                self._take(message)
                self._unanswered.append(message)
                return True
            case "Notify":
                return Message.new_method_return(message, "u", [self._take(message)])
        raise DBusError("org.freedesktop.DBus.Error.UnknownMethod", str(message.member))

    def _take(self, message: Message) -> int:
        _app, _replaces, _icon, title, body, actions, hints, _expire = message.body
        number = len(self.shown) + 1
        pairs = dict(zip(actions[::2], actions[1::2], strict=True))
        values = {name: variant.value for name, variant in hints.items()}
        self.shown.append(Shown(number, str(message.sender), title, body, pairs, values))
        return number
