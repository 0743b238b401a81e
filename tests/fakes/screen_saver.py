"""A desktop's screen saver and logind for tests: they say that the screen was locked."""

from typing import Any

from dbus_fast import Message, MessageType

from tests.fakes.bus_thread import BusThread

LOGIND = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/_32"


class ScreenSaver(BusThread):
    """One service of that name. asked: the sessions that somebody asked logind for."""

    def __init__(self, address: str, name: str) -> None:
        super().__init__(address)
        self.NAMES = (name,)
        self.asked: list[str] = []

    def says(self, path: str, interface: str, member: str, signature: str = "", *body: Any) -> None:
        """Send a signal."""
        self._signal(path, interface, member, signature, list(body))

    def _handle(self, message: Message) -> Message | bool | None:
        if message.message_type is MessageType.METHOD_CALL and message.member == "GetSession":
            self.asked.append(str(message.body[0]))
            return Message.new_method_return(message, "o", [SESSION])
        return None
