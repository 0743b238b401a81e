"""What the three portals share while one simulator lives: the date, the faults, the visits, the wrong secrets counted."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.simulator.accounts import EXTRA_CARD, Person
from core.simulator.career import CardState, card_on, cards_on
from core.simulator.sessions import Sessions

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "simulator"
WRONG_BEFORE_LOCKED = 3  # a guess (G)


@dataclass(slots=True)
class World:
    """`foreign`: an address on another origin, which nobody honest ever calls."""

    today: Callable[[], dt.date]
    sessions: Sessions
    faults: frozenset[str]
    foreign: str = ""
    sentences: dict[str, str] = field(default_factory=lambda: read_data("sentences.toml"))
    wrong: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def locked(self, person: Person) -> bool:
        """Whether the portal lets nobody in under that name any more."""
        return person.locked or self.wrong[person.key] >= WRONG_BEFORE_LOCKED

    def wrong_secret(self, person: Person) -> bool:
        """Count a wrong log-in secret or PIN; whether the account is locked now."""
        self.wrong[person.key] += 1
        return self.locked(person)

    def cards(self, person: Person) -> list[CardState]:
        """The cards of a person today, in the order of the page."""
        cards = list(cards_on(person, self.today()))
        if "extra_kpj" in self.faults and cards:
            cards.append(card_on(EXTRA_CARD, max(self.today(), dt.date(*EXTRA_CARD.first, 1))))
        return cards


def read_data(name: str) -> dict[str, str]:
    """A flat TOML file of resources/simulator."""
    return tomllib.loads((RESOURCES / name).read_text("utf-8"))
