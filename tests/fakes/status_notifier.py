"""A panel's tray for tests: the StatusNotifier watcher and host of a desktop, with a mouse that opens menus and clicks.

Its methods are called from the test and wait for the answer.
The protocol: https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem and com.canonical.dbusmenu.
"""

from dataclasses import dataclass
from typing import Any

from dbus_fast import Message, MessageType, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from tests.fakes.bus_thread import BusThread

WATCHER = "org.kde.StatusNotifierWatcher"
HOST = "org.kde.StatusNotifierHost-1"
ITEM = "org.kde.StatusNotifierItem"
ITEM_PATH = "/StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


@dataclass(frozen=True)
class Entry:
    """One visible line of a menu."""

    id: int
    label: str
    enabled: bool
    checked: bool


class _Watcher(ServiceInterface):
    """What programs register their icons with."""

    def __init__(self) -> None:
        super().__init__(WATCHER)
        self.items: list[str] = []

    # The annotations are D-Bus signatures.
    @dbus_method()
    def RegisterStatusNotifierItem(self, service: "s"):  # noqa: F821
        self.items.append(service)
        self.StatusNotifierItemRegistered(service)

    @dbus_method()
    def RegisterStatusNotifierHost(self, service: "s"):  # noqa: F821
        pass

    @dbus_property(access=PropertyAccess.READ)
    def RegisteredStatusNotifierItems(self) -> "as":  # noqa: F722
        return self.items

    @dbus_property(access=PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> "b":  # noqa: F821
        return True

    @dbus_property(access=PropertyAccess.READ)
    def ProtocolVersion(self) -> "i":  # noqa: F821
        return 0

    @dbus_signal()
    def StatusNotifierItemRegistered(self, service) -> "s":  # noqa: F821
        return service

    @dbus_signal()
    def StatusNotifierHostRegistered(self):
        pass


class StatusNotifierPanel(BusThread):
    """A panel with a tray; when it goes away, every icon is forgotten."""

    NAMES = (WATCHER, HOST)

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self._watcher = _Watcher()

    @property
    def items(self) -> list[str]:
        """The icons there are, as their owners' names on the bus."""
        return list(self._watcher.items)

    def read(self, name: str) -> Any:
        """A property of the newest icon."""
        return self._call(ITEM_PATH, PROPERTIES, "Get", "ss", [ITEM, name])[0].value

    @property
    def texts(self) -> str:
        """Every text an icon shows without being clicked: title, tooltip, status."""
        _icon, _pixmaps, title, body = self.read("ToolTip")
        return " | ".join([self.read("Title"), title, body, self.read("Status")])

    @property
    def picture(self) -> bytes:
        """The largest picture of the icon: width, height and pixels."""
        pixmaps = self.read("IconPixmap")
        width, height, pixels = max(pixmaps, key=lambda pixmap: pixmap[0])
        return bytes([width, height]) + bytes(pixels)

    def click(self) -> None:
        """A left click on the icon."""
        self._call(ITEM_PATH, ITEM, "Activate", "ii", [1, 1])

    def menu(self) -> list[Entry]:
        """Open the menu and read its visible lines; separators are left out."""
        path = self.read("Menu")
        self._call(path, MENU, "AboutToShow", "i", [0])
        _revision, (_root, _properties, children) = self._call(path, MENU, "GetLayout", "iias", [0, -1, []])
        return [entry for child in children if (entry := _entry(child.value)) is not None]

    def submenu(self) -> list[Entry]:
        """Open the menu and read the visible lines of its submenus."""
        path = self.read("Menu")
        self._call(path, MENU, "AboutToShow", "i", [0])
        _revision, (_root, _properties, children) = self._call(path, MENU, "GetLayout", "iias", [0, -1, []])
        below = [grandchild for child in children for grandchild in child.value[2]]
        return [entry for child in below if (entry := _entry(child.value)) is not None]

    def labels(self) -> list[str]:
        return [entry.label for entry in self.menu()]

    def offers(self, label: str) -> bool:
        """Whether a line of that label can be clicked now."""
        return any(entry.label == label and entry.enabled for entry in self.menu())

    def choose(self, label: str) -> None:
        """Open the menu and click the line of that label. LookupError if there is none that can be clicked."""
        for entry in [*self.menu(), *self.submenu()]:
            if entry.label == label and entry.enabled:
                self._call(self.read("Menu"), MENU, "Event", "isvu", [entry.id, "clicked", Variant("s", ""), 0])
                return
        raise LookupError(label)

    def _begin(self, bus: MessageBus) -> None:
        self._watcher = _Watcher()
        bus.export("/StatusNotifierWatcher", self._watcher)

    async def _start(self) -> None:
        await super()._start()
        self._watcher.StatusNotifierHostRegistered()

    async def _stop(self) -> None:
        self._watcher.items.clear()
        await super()._stop()

    def _call(self, path: str, interface: str, member: str, signature: str, body: list[Any]) -> Any:
        assert self._bus is not None, "the panel is not there"
        message = Message(
            destination=self._watcher.items[-1], path=path, interface=interface, member=member, signature=signature, body=body
        )
        reply = self._wait(self._bus.call(message))
        if reply.message_type is MessageType.ERROR:
            raise RuntimeError(f"{member}: {reply.error_name} {reply.body}")
        return reply.body


def _entry(child: list[Any]) -> Entry | None:
    number, properties, _children = child
    found = {name: variant.value for name, variant in properties.items()}
    if found.get("type") == "separator" or not found.get("visible", True):
        return None
    return Entry(number, found.get("label", "").replace("__", "_"), found.get("enabled", True), found.get("toggle-state", 0) == 1)
