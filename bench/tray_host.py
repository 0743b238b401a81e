"""A stand-in for the desktop's tray: says on stdout, as monotonic seconds, when a program has registered a tray item."""

from __future__ import annotations

import asyncio
import time

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

NAME = "org.kde.StatusNotifierWatcher"
PROPERTIES = {
    "IsStatusNotifierHostRegistered": Variant("b", True),
    "ProtocolVersion": Variant("i", 0),
    "RegisteredStatusNotifierItems": Variant("as", []),
}


def answer(message: Message) -> Message | bool:
    """Reply to what a tray item asks of its watcher; leave everything else alone."""
    if message.message_type is not MessageType.METHOD_CALL:
        return False
    if message.member == "RegisterStatusNotifierItem":
        print(time.monotonic(), flush=True)
        return Message.new_method_return(message)
    if message.member == "Get" and message.body[0] == NAME:
        return Message.new_method_return(message, "v", [PROPERTIES[message.body[1]]])
    if message.member == "GetAll" and message.body[0] == NAME:
        return Message.new_method_return(message, "a{sv}", [PROPERTIES])
    return False


async def main() -> None:
    bus = await MessageBus().connect()
    bus.add_message_handler(answer)
    await bus.request_name(NAME)
    await bus.request_name("org.kde.StatusNotifierHost-bench")
    print("ready", flush=True)
    await bus.wait_for_disconnect()


asyncio.run(main())
