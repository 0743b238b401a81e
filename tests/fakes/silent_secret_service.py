"""A Secret Service that takes its name on the session bus, reads every call, and never answers. Prints "ready"."""

from __future__ import annotations

from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

connection = open_dbus_connection()
(answer,) = Proxy(message_bus, connection).RequestName("org.freedesktop.secrets")
print("ready" if answer == 1 else "the name is taken", flush=True)
while True:
    connection.receive()
