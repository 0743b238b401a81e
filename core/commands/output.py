"""What `check` prints: JSON lines for programs, or words for people; each line at once, and a reader that went away is no failure."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from core.errors import CheckError, Status, VaultUnavailable
from core.models import Balance, Card, Step
from core.money import format_rupiah, to_wire

if TYPE_CHECKING:
    from core.unread import UnreadPage
    from core.words import Words


class Output:
    """The lines of one check. as_json: JSON lines on stdout; else words: the figure on stdout, all else on stderr."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json

    @cached_property
    def _words(self) -> Words:
        """Read when something has to be worded: a success in JSON needs none."""
        from core.words import Words

        return Words.load()

    def step(self, step: Step) -> None:
        if self._as_json:
            self._print_json({"step": step.value})
        elif sys.stderr is not None and sys.stderr.isatty():  # a person looks on; cron need not mail this
            put(sys.stderr, self._words.table["step"][step.value])

    def not_kept(self, problem: VaultUnavailable) -> None:
        """The check goes on; only the secret was not kept."""
        if self._as_json:
            self._print_json({"step": "vault", "reason": problem.reason})
        else:
            put(sys.stderr, self._words.say("not_kept", why=self._words.explain(problem)))

    def unread(self, page: UnreadPage) -> None:
        """The page that was not understood, for a window that asked for it. Only ever into a pipe: it is the person's page."""
        self._print_json(page.wire())

    def succeeded(self, portal: str | None, checked_at: dt.datetime, balance: Balance) -> None:
        if self._as_json:
            self._print_json(outcome(Status.OK, portal, checked_at, balance, None, None))
        else:
            self._print_balance(balance)

    def failed(self, portal: str | None, checked_at: dt.datetime, error: CheckError, balance: Balance | None) -> None:
        """`balance`: what was read all the same, and could not be stored."""
        message = self._words.explain(error)
        if balance is not None:
            message = self._words.say("not_stored", why=message)
        if not self._as_json:
            if balance is not None:
                self._print_balance(balance)
            put(sys.stderr, message)
            return
        if error.reason is not None or error.portal_words is not None:
            self._print_json({"step": "refused", "reason": error.reason, "portal_words": error.portal_words})
        self._print_json(outcome(error.status, portal, checked_at, balance, error, message))

    def _print_json(self, data: dict[str, object]) -> None:
        put(sys.stdout, json.dumps(data))  # ASCII: the same whatever the terminal's encoding

    def _print_balance(self, balance: Balance) -> None:
        amount = format_rupiah(balance.total)
        if balance.as_of is None:
            put(sys.stdout, self._words.say("total", amount=amount))
        else:
            put(sys.stdout, self._words.say("total_as_of", amount=amount, date=balance.as_of.isoformat()))
        for card in balance.cards:
            put(sys.stdout, self._card_line(card))

    def _card_line(self, card: Card) -> str:
        unknown = self._words.say("unknown")
        active = unknown if card.active is None else self._words.say("active" if card.active else "not_active")
        return self._words.say(
            "card",
            kpj=card.kpj or unknown,
            company=card.company or unknown,
            segment=card.segment.value if card.segment else unknown,
            active=active,
            amount=format_rupiah(card.balance),
            month=str(card.last_contribution or unknown),
        )


def outcome(
    status: Status,
    portal: str | None,
    checked_at: dt.datetime,
    balance: Balance | None,
    error: CheckError | None,
    message: str | None,
) -> dict[str, object]:
    """The last line: exactly these keys. Amounts in rupiah with two decimals as texts, times in UTC, unknown is null."""
    return {
        "status": status.value,
        "portal": portal,
        "checked_at": checked_at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "as_of": balance.as_of.isoformat() if balance and balance.as_of else None,
        "total": to_wire(balance.total) if balance else None,
        "cards": [card_data(card) for card in balance.cards] if balance else [],
        "need": error.need.value if error and error.need else None,
        "message": message,
    }


def card_data(card: Card) -> dict[str, object]:
    """A card as it is printed: amounts as texts, unknown is null."""
    return {
        "kpj": card.kpj,
        "company": card.company,
        "npp": card.npp,
        "segment": card.segment.value if card.segment else None,
        "active": card.active,
        "last_contribution": str(card.last_contribution) if card.last_contribution else None,
        "balance": to_wire(card.balance),
    }


def put(stream: TextIO | None, line: str) -> None:
    """Print one line at once. A stream that is closed, full or gone gets nothing more, and nobody complains of it later."""
    if stream is None:
        return
    try:
        stream.write(line + "\n")
        stream.flush()
    except (OSError, ValueError):
        _silence(stream)


def _silence(stream: TextIO) -> None:
    """Let all that is still to come (the interpreter's own flush at the end, too) go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
