"""Teaching: the amounts of a page as candidates, and the rule that pointing at one of them makes."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal import figures
from core.portal.document import Document
from core.portal.figures.facts import Figure
from core.portal.figures.labels import Labels, labels_for
from core.portal.figures.values import State, Values
from core.portal.figures.words import Words
from core.portal.taught.gather import Heard, gather
from core.portal.taught.meaning import Known, kinds_beside, known
from core.portal.taught.privacy import is_personal, looks_like_a_name, small_words
from core.portal.taught.proof import Unproved, is_taught, sen_of, spots_of
from core.portal.taught.reading import TWO, is_open, read_taught, read_with
from core.portal.taught.rules import FILES, Means, Place, Proof, Rule, label_words, may_be_taught, with_rules
from core.portal.taught.spots import Spot, spots

MOST_CANDIDATES: Final = 60
LONGEST_S: Final = 20  # of the processor, for all rules of one page that are tried; an honest page takes less than one
NO_WORDS: Final = "taught_no_words"  # nothing but known, personal or too many words stands beside the amount
NOT_READ: Final = "taught_not_read"  # the words do not stand so that the reader could find the amount by them
ALREADY_READ: Final = "taught_already_read"
STALE: Final = "taught_stale"  # it would be read, were there not an older rule against it


@dataclass(frozen=True, slots=True)
class Candidate:
    """One amount of a page with the words around it. `number` is its place in reading order; `path` is its element's XPath; `nth`: the
    how manyth amount of that text on the page (from 0). `known`: the page itself calls it something else, so it cannot be chosen."""

    number: int
    text: str
    label: str
    place: Place | None
    column: str
    heading: str
    after: str
    path: str
    nth: int
    known: Known | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What pointing at a candidate leads to: a rule, and either the balance it proves here, or what proof is `missing` (a reason)."""

    rule: Rule | None
    balance: Balance | None
    proof: Proof | None
    missing: str | None


def candidates(document: Document, words: Words | None = None) -> tuple[Candidate, ...]:
    """The amounts that a page shows, each with its surroundings: the first MOST_CANDIDATES that the page does not call something else,
    and as many that it does. A pure function of the page."""
    return Lesson(document, FILES, words=words).candidates


def rule_for(
    document: Document,
    candidate: Candidate,
    portal: str,
    *,
    words: Words | None = None,
    rules: tuple[Rule, ...] = (),
    private: tuple[str, ...] = (),
    today: dt.date | None = None,
) -> Proposal:
    """The rule that a candidate of this very page teaches, and whether the page then proves its figure; see `Lesson`."""
    return Lesson(document, portal, words=words, rules=rules, private=private, today=today).propose(candidate)


class Lesson:
    """One page to be taught from. portal: whose rules they become. rules: those that the portal has already. private: the person's own
    names, which may be in no rule."""

    def __init__(
        self,
        document: Document,
        portal: str,
        *,
        words: Words | None = None,
        rules: tuple[Rule, ...] = (),
        private: tuple[str, ...] = (),
        today: dt.date | None = None,
    ) -> None:
        self._document = document
        self._portal = portal
        self._words = words or figures.load_words()
        self._labels = labels_for(self._words)
        self._values = Values(self._words)
        self._rules = rules
        self._private = private
        self._today = today
        self._spots = spots(document, self._words)
        self._tried: dict[Rule, _Tried] = {}
        self._ends_at_s = time.process_time() + LONGEST_S
        self.candidates = tuple(_candidates(self._spots, self._labels, self._values))

    def propose(self, candidate: Candidate) -> Proposal:
        """What pointing at a candidate of this very page leads to."""
        if candidate not in self.candidates:
            return _missing("taught_gone")
        if candidate.known is not None:
            return _missing(f"taught_{candidate.known}")
        if self._closed is not None:
            return _missing(self._closed)
        own = self._proposals[candidate.number]
        if own.missing is None:
            return own
        sen = sen_of(self._plain, candidate.text) if self._plain is not None else None
        sums = (one for one in self._proposals.values() if one.balance is not None and len(one.balance.cards) > 1)
        return next(
            (one for one in sums if one.balance is not None and one.balance.total == sen), own
        )  # it is the sum of the cards

    @cached_property
    def _proposals(self) -> dict[int, Proposal]:
        """What each amount that the page does not call something else leads to by its own words."""
        return {one.number: self._best(self._spots[one.number]) for one in self.candidates if one.known is None}

    @cached_property
    def _small(self) -> frozenset[str]:
        return small_words(self._document)

    @cached_property
    def _plain(self) -> Heard | None:
        return gather(self._document, self._words)

    @cached_property
    def _closed(self) -> str | None:
        """Why no rule can help this page: it is read without one, or says something against every figure of its own."""
        try:
            figures.read(self._document, self._words, today=self._today)
        except (figures.NotABalancePage, PageNotUnderstood) as refusal:
            if is_open(refusal):
                return None if self._plain is not None else "too_many_figures"
            return getattr(refusal, "reason", None)
        except NoBalance:
            return "no_balance"
        try:
            read_with(self._document, self._rules, self._words, today=self._today)
        except (figures.NotABalancePage, NoBalance, PageNotUnderstood):
            return STALE
        return ALREADY_READ

    def _best(self, spot: Spot) -> Proposal:
        """The first rule whose figure is proved; else the first that finds the amount, with what is missing."""
        unproved: Proposal | None = None
        refused = NO_WORDS
        for place, text in spot.said:
            label = label_words(text, self._words)
            if self._plain is None or not may_be_taught(label, self._words):
                continue
            if (
                _is_value(text, self._values)
                or is_personal(label, self._plain, self._document, self._private, self._words)
                or looks_like_a_name(text, label, self._small, self._words)
            ):
                refused = "taught_personal"
                continue
            beside = kinds_beside(spot, self._labels)
            for means in Means:
                proposal = self._of(Rule(self._portal, label, means, place, Proof.ONLY, beside), spot)
                if proposal is None:
                    refused = NOT_READ if refused == NO_WORDS else refused
                elif proposal.missing is None:
                    return proposal
                else:
                    unproved = unproved or proposal
        return unproved or _missing(refused)

    def _of(self, rule: Rule, spot: Spot) -> Proposal | None:
        """What the page says with this rule; None where the reader does not find the amount by it."""
        tried = self._tried.get(rule)
        if tried is None and time.process_time() > self._ends_at_s:
            return _missing("page_too_large")
        if tried is None:
            tried = self._tried[rule] = self._try(rule)
        if not any(spot in spots_of(figure, [spot]) for figure in tried.found):
            return None
        balance, proof = tried.balance, tried.proof
        if balance is None or proof is None:
            return Proposal(rule, None, None, tried.missing)
        sen = sen_of(self._plain, spot.text) if self._plain is not None else None
        if sen != balance.total and sen not in [card.balance for card in balance.cards]:
            return Proposal(rule, None, None, TWO)
        return Proposal(replace(rule, proof=proof), balance, proof, None)

    def _try(self, rule: Rule) -> _Tried:
        others = tuple(one for one in self._rules if one.label != rule.label)
        page = gather(self._document, with_rules(self._words, (rule,)))
        found = [figure for figure in page.figures if is_taught(figure) and figure.state is State.AMOUNT] if page else []
        if not found:
            return _Tried([], None, None, NOT_READ)
        try:
            balance, proof = read_taught(self._document, (rule, *others), self._words, today=self._today, as_before=False)
        except Unproved as missing:
            return _Tried(found, None, None, missing.reason)
        except NoBalance:
            return _Tried(found, None, None, "no_balance")
        return _Tried(found, balance, proof, None)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What the page says with one rule: the figures that it names, and the balance or what is missing."""

    found: list[Figure]
    balance: Balance | None
    proof: Proof | None
    missing: str | None


def _missing(reason: str | None) -> Proposal:
    return Proposal(None, None, None, reason or NOT_READ)


def _candidates(found: list[Spot], labels: Labels, values: Values) -> Iterator[Candidate]:
    counted: dict[str, int] = {}
    listed = {True: 0, False: 0}
    for number, spot in enumerate(found):
        meaning = known(spot, labels)
        listed[meaning is None] += 1
        if listed[meaning is None] > MOST_CANDIDATES:
            continue
        nth = counted.get(spot.text, 0)
        counted[spot.text] = nth + 1
        place, label = next(((place, text) for place, text in spot.said if text and not _is_value(text, values)), (None, ""))
        column = next((text for where, text in spot.said if where is Place.COLUMN), "")
        yield Candidate(
            number=number,
            text=spot.text,
            label=label,
            place=place,
            column=column if place is not Place.COLUMN else "",
            heading=spot.headings[-1] if spot.headings else "",
            after=spot.after,
            path=spot.element.getroottree().getpath(spot.element),
            nth=nth,
            known=meaning,
        )


def _is_value(text: str, values: Values) -> bool:
    """Whether words beside an amount name a card, a company or a segment rather than the amount."""
    return values.is_company(text) or values.is_segment(text) or values.is_status(text) or bool(values.bare_kpjs(text))
