"""A desktop's screen saver and logind for tests: on a private bus, in a thread of its own; they say that the screen was locked."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

LOGIND = "org.freedesktop.login1"
SESSION = "/org/freedesktop/login1/session/_32"
ANSWER_S = 10.0


class ScreenSaver:
    """One service of that name. asked: the sessions that somebody asked logind for."""

    def __init__(self, address: str, name: str) -> None:
        self.asked: list[str] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="screen saver", daemon=True)
        self._thread.start()
        self._bus: MessageBus = self._wait(self._start(address, name))

    def says(self, path: str, interface: str, member: str, signature: str = "", *body: Any) -> None:
        """Send a signal."""
        message = Message(
            message_type=MessageType.SIGNAL, path=path, interface=interface, member=member, signature=signature, body=list(body)
        )
        self._wait(self._send(message))

    def close(self) -> None:
        self._wait(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(ANSWER_S)
        self._loop.close()

    def _answer(self, message: Message) -> Message | bool:
        if message.message_type is MessageType.METHOD_CALL and message.member == "GetSession":
            self.asked.append(str(message.body[0]))
            return Message.new_method_return(message, "o", [SESSION])
        return False

    async def _start(self, address: str, name: str) -> MessageBus:
        bus = await MessageBus(bus_address=address).connect()
        bus.add_message_handler(self._answer)
        await bus.request_name(name)
        return bus

    async def _stop(self) -> None:
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()

    async def _send(self, message: Message) -> None:
        await self._bus.send(message)

    def _wait(self, what: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(ANSWER_S)
