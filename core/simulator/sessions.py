"""Who is signed in: random ids in a cookie, a new one at log-in, gone after a time without a request. Nothing typed is kept."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from core.simulator.accounts import Gate, Person

_MOST = 500


@dataclass(slots=True)
class Session:
    """One browser's visit to one era."""

    era: str
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    form_token: str = field(default_factory=lambda: secrets.token_hex(16))
    person: Person | None = None
    gates: list[Gate] = field(default_factory=list)
    pin_given: bool = False
    picture_code: str = field(default_factory=lambda: f"{secrets.randbelow(90_000) + 10_000}")
    robot_tokens: set[str] = field(default_factory=set)
    seen_s: float = field(default_factory=time.monotonic)

    @property
    def inside(self) -> bool:
        """Signed in, with nothing more in the way."""
        return self.person is not None and not self.gates


class Sessions:
    """All visits. `idle_s`: seconds without a request after which one is over."""

    def __init__(self, idle_s: float) -> None:
        self._idle_s = idle_s
        self._open: dict[str, Session] = {}

    def find(self, id_: str | None, era: str, idle_s: float | None = None) -> Session | None:
        """The live session of that id in that era; its time starts anew. idle_s: where the era's is shorter."""
        session = self._open.get(id_ or "")
        if session is None or session.era != era:
            return None
        if time.monotonic() - session.seen_s > min(self._idle_s, self._idle_s if idle_s is None else idle_s):
            self.end(session)
            return None
        session.seen_s = time.monotonic()
        return session

    def start(self, era: str) -> Session:
        """A new visit, nobody signed in."""
        while len(self._open) >= _MOST:
            del self._open[next(iter(self._open))]
        session = Session(era)
        self._open[session.id] = session
        return session

    def sign_in(self, session: Session, person: Person, gates: list[Gate]) -> Session:
        """The same visit under a new id, signed in."""
        self.end(session)
        fresh = self.start(session.era)
        fresh.person, fresh.gates = person, gates
        return fresh

    def others(self, session: Session) -> list[Session]:
        """The other live visits of the same person in the same era."""
        now = time.monotonic()
        return [
            one
            for one in self._open.values()
            if one is not session and one.person is session.person and one.era == session.era and now - one.seen_s <= self._idle_s
        ]

    def end(self, session: Session) -> None:
        """The visit is over."""
        self._open.pop(session.id, None)

    def end_all(self) -> None:
        """Every visit is over."""
        self._open.clear()
