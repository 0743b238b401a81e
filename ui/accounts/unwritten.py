"""Checks whose end could not be written down: a full disk, a child that never began. What became of them stands in for what the ledger
would say, until the next check."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.models import Attempt, Balance, Card, Reading, Source, Trigger
from ui.accounts.checks import Ended
from ui.children.worker import CANCELLED
from ui.state import AccountView

NUMBER = 0  # of an attempt that is in no ledger
RESTS = dt.timedelta(hours=1)


class Unwritten:
    """The last failed check of each account, as it ended here."""

    def __init__(self) -> None:
        self._ended: dict[int, Ended] = {}

    def note(self, ended: Ended) -> None:
        """A check has failed. Its page is not held here."""
        self._ended[ended.account_id] = replace(ended, outcome=replace(ended.outcome, page=None))

    def forget(self, account_id: int) -> None:
        self._ended.pop(account_id, None)

    def clear(self) -> None:
        self._ended.clear()

    def rests(self, view: AccountView, now: dt.datetime) -> bool:
        """Whether the account is left alone: a check that cannot be written down is not tried again every minute."""
        ended = self._ended.get(view.account.id)
        unwritten = view.last_attempt is not None and view.last_attempt.id == NUMBER
        return ended is not None and unwritten and ended.started_at <= now < ended.started_at + RESTS

    def on(self, view: AccountView) -> AccountView:
        """The account with what the ledger does not say of its last check, if there is such a thing."""
        ended, written = self._ended.get(view.account.id), view.last_attempt
        if ended is None or (written is not None and written.finished_at and written.started_at >= ended.started_at):
            return view
        return replace(view, last_attempt=_attempt(ended), history=(*view.history, *_reading(ended, view.account.portal)))


def _attempt(ended: Ended) -> Attempt:
    """The check; one that was cancelled has no end."""
    out = ended.outcome
    cancelled = out.reason == CANCELLED
    return Attempt(
        NUMBER,
        ended.account_id,
        Trigger.PERSON,
        ended.started_at,
        None if cancelled else ended.started_at,
        None if cancelled else out.status,
        out.need,
        out.reason,
        out.portal_words,
    )


def _reading(ended: Ended, portal: str) -> tuple[Reading, ...]:
    """The balance that was read but could not be stored, if that is what happened: the person sees it all the same."""
    out = ended.outcome
    if out.total is None or out.checked_at is None:
        return ()
    cards = tuple(
        Card(card.balance, card.kpj, card.company, card.npp, card.segment, card.active, card.last_contribution)
        for card in out.cards
    )
    balance = Balance(out.total, cards, out.as_of)
    return (Reading(0, ended.account_id, portal, Source.PORTAL, out.checked_at, balance),)
