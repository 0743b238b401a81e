"""UPower and NetworkManager for tests: services of the system's bus that answer for their properties, or never."""

from typing import Any

from dbus_fast import DBusError, Message, MessageType, Variant

from tests.fakes.bus_thread import BusThread

UPOWER, NETWORK_MANAGER = "org.freedesktop.UPower", "org.freedesktop.NetworkManager"


class SystemServices(BusThread):
    """says: the properties they have. silent: they take questions and never answer."""

    NAMES = (UPOWER, NETWORK_MANAGER)

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.says: dict[tuple[str, str], Any] = {}
        self.silent = False

    def _handle(self, message: Message) -> Message | bool | None:
        if message.message_type is not MessageType.METHOD_CALL or message.member != "Get":
            return None
        if self.silent:
            return True
        service, name = message.body
        found = self.says.get((service, name))
        if not isinstance(found, Variant) or message.path != "/" + service.replace(".", "/"):
            raise DBusError("org.freedesktop.DBus.Error.InvalidArgs", "No such property")
        return Message.new_method_return(message, "v", [found])
