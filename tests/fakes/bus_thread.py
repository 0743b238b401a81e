"""A service of the desktop for tests: on a private bus, in a thread with its own event loop. What it can do is the subclass's."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

ANSWER_S = 10.0


class BusThread:
    """`start()` puts it on the bus under its names, `stop()` takes it away, as when it crashes; `close()` ends the thread, too."""

    NAMES: tuple[str, ...] = ()

    def __init__(self, address: str) -> None:
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name=type(self).__name__, daemon=True)
        self._thread.start()
        self._bus: MessageBus | None = None

    def start(self) -> None:
        self._wait(self._start())

    def stop(self) -> None:
        if self._bus is not None:
            self._wait(self._stop())

    def close(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(ANSWER_S)
        self._loop.close()

    def _begin(self, bus: MessageBus) -> None:
        """It is about to take its names on that bus. In the loop's thread."""
        bus.add_message_handler(self._handle)

    def _handle(self, message: Message) -> Message | bool | None:
        """A message came: what is answered, True if it is dealt with, False or None if it is nothing of ours. In the loop's thread."""
        raise NotImplementedError

    def _signal(self, path: str, interface: str, member: str, signature: str, body: list[Any], to: str | None = None) -> None:
        """Send a signal: to one program alone, or to everyone who listens."""
        names = {"path": path, "interface": interface, "member": member, "signature": signature}
        self._wait(self._send(Message(message_type=MessageType.SIGNAL, destination=to, body=body, **names)))

    async def _start(self) -> None:
        self._bus = await MessageBus(bus_address=self._address).connect()
        self._begin(self._bus)
        for name in self.NAMES:
            await self._bus.request_name(name)

    async def _stop(self) -> None:
        assert self._bus is not None
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()
        self._bus = None

    async def _send(self, message: Message) -> None:
        assert self._bus is not None
        await self._bus.send(message)

    def _wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(ANSWER_S)
