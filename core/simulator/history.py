"""What the demo's person would have read, once a month, before the program was opened for the first time."""

from __future__ import annotations

import datetime as dt
import zlib

from core.blth import Blth
from core.models import Balance, Card
from core.simulator.accounts import DEMO, Person
from core.simulator.career import CardState, cards_on
from core.simulator.clock import WIB


def balance_on(person: Person, day: dt.date) -> Balance:
    """What the simulator's pages say of a person on a day, as a reader should read it (sen)."""
    states = cards_on(person, day)
    return Balance(
        total=sum(s.balance for s in states) * 100,
        cards=tuple(_card(s) for s in states),
        as_of=day,
        total_is_portals=True,
    )


def sample_history(today: dt.date, months: int = 36, person: Person = DEMO) -> list[tuple[dt.datetime, Balance]]:
    """(time of the check in UTC, what was read), one a month for that many months before today's month, oldest first."""
    this_month = Blth(today.year, today.month)
    samples = []
    for back in range(months, 0, -1):
        month = this_month.plus(-back)
        draw = zlib.crc32(f"{person.key}/{month}".encode())
        local = dt.datetime(month.year, month.month, 18 + draw % 8, 7 + draw // 8 % 14, draw // 112 % 60, tzinfo=WIB)
        samples.append((local.astimezone(dt.UTC), balance_on(person, local.date())))
    return samples


def _card(state: CardState) -> Card:
    membership, last = state.membership, state.last
    return Card(
        balance=state.balance * 100,
        kpj=membership.kpj,
        company=membership.company,
        npp=membership.npp,
        segment=membership.segment,
        active=state.active,
        last_contribution=last.blth if last else None,
    )
