"""A portal on this machine, for the demo and the tests. Docs: docs/simulator.md."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import TYPE_CHECKING

from core.simulator.clock import today_in_jakarta
from core.simulator.faults import named

if TYPE_CHECKING:
    from core.simulator.house import House
    from core.simulator.messages import LogEntry, Reply, Request
    from core.simulator.wire import Listener

ERAS = ("es", "sso2019", "sso2023")


class Simulator:
    """All three eras at once on one port of 127.0.0.1, in daemon threads, from `with` to its end.

    port: 0 for any free one. faults: names of `core.simulator.faults`. today: the portal's date. session_s: idle seconds before a
    session is over. hang_s, slow_s: how long the faults `hang` and `slow` take. on_request: called after each answer is made, from
    the connection's thread. Entering raises OSError if the port is taken; ValueError for a fault nobody knows.
    """

    def __init__(
        self,
        port: int = 0,
        faults: Iterable[str] = frozenset(),
        today: Callable[[], dt.date] = today_in_jakarta,
        session_s: float = 1440,
        *,
        hang_s: float = 30,
        slow_s: float = 3,
        on_request: Callable[[LogEntry], None] | None = None,
    ) -> None:
        self._wanted_port, self._first_faults = port, named(faults)
        self._today, self._session_s, self._hang_s, self._slow_s = today, session_s, hang_s, slow_s
        self._on_request = on_request
        self._foreign_requests = 0
        self._ends_after = ""
        self._house: House | None = None
        self._listeners: list[Listener] = []

    def __enter__(self) -> Simulator:
        from core.simulator.house import House
        from core.simulator.sessions import Sessions
        from core.simulator.wire import Listener
        from core.simulator.world import World

        if self._listeners:
            raise RuntimeError("the simulator is running already")
        world = World(self._today, Sessions(self._session_s), self._first_faults)
        self._house = House(world)
        listener = Listener(self._wanted_port, self._answer, lambda: world.faults, self._hang_s, self._slow_s)
        self._listeners = [listener]
        foreign = Listener(0, self._answer_foreign, frozenset, self._hang_s, self._slow_s)
        self._listeners.append(foreign)
        world.foreign = f"http://127.0.0.1:{foreign.port}/login.bpjs"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for listener in self._listeners:
            listener.close()

    @property
    def port(self) -> int:
        return self._listeners[0].port

    @property
    def root(self) -> str:
        """The simulator's own start page: "http://127.0.0.1:PORT/"."""
        return f"http://127.0.0.1:{self.port}/"

    def url(self, era: str) -> str:
        """Where an era begins: "http://127.0.0.1:PORT/es/". ValueError for an era that is none."""
        if era not in ERAS:
            raise ValueError(f"no such era: {era}")
        return f"{self.root}{era}/"

    @property
    def log(self) -> list[LogEntry]:
        """Every request so far (at most the 10,000 newest), without anything that was typed."""
        with self._listeners[0].lock:
            return list(self._running.log)

    @property
    def counts(self) -> Counter[str]:
        """connections, requests, login_posts, pin_posts, wrong_door_posts, foreign (requests that reached the host of `foreign_redirect`)."""
        with self._listeners[0].lock:
            counts = Counter(self._running.world.counts)
            counts["connections"] = self._listeners[0].connections
        counts["foreign"] = self._foreign_requests
        return counts

    @property
    def faults(self) -> frozenset[str]:
        """The faults that are on; may be set while running. ValueError for one nobody knows."""
        return self._running.world.faults

    @faults.setter
    def faults(self, names: Iterable[str]) -> None:
        self._running.world.faults = named(names)

    def end_sessions(self) -> None:
        """Every visit is over now, as if its time had run out: whoever comes next has to sign in."""
        with self._listeners[0].lock:
            self._running.world.sessions.end_all()

    def end_sessions_after(self, page: str) -> None:
        """The same, once, as soon as somebody who is signed in was given the page whose address ends so."""
        self._ends_after = page

    @property
    def _running(self) -> House:
        if self._house is None:
            raise RuntimeError("the simulator is not running")
        return self._house

    def _answer(self, request: Request) -> Reply:
        house = self._running
        before = house.log[-1] if house.log else None
        reply = house.answer(request)
        if self._ends_after and reply.logged_in and request.path.endswith(self._ends_after):
            self._ends_after = ""
            house.world.sessions.end_all()
        if self._on_request and house.log and house.log[-1] is not before:
            self._on_request(house.log[-1])
        return reply

    def _answer_foreign(self, _: Request) -> Reply:
        """The host off the allow-list: it counts who comes, and keeps nothing."""
        from core.simulator.messages import Reply

        self._foreign_requests += 1
        return Reply("SIMULATOR - bukan situs BPJS Ketenagakerjaan\n", content_type="text/plain")
