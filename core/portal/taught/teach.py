"""Teaching: the amounts of a page as candidates, and the rule that pointing at one of them makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal import figures
from core.portal.document import Document
from core.portal.figures.labels import labels_for
from core.portal.figures.values import State, Values
from core.portal.figures.words import Words
from core.portal.taught.gather import Heard, gather
from core.portal.taught.meaning import Known, kinds_beside, known
from core.portal.taught.privacy import is_personal
from core.portal.taught.proof import Unproved, is_taught, sen_of, spots_of
from core.portal.taught.reading import is_open, read_taught
from core.portal.taught.rules import Means, Place, Proof, Rule, label_words, may_be_taught, with_rules
from core.portal.taught.spots import Spot, spots

MOST_CANDIDATES: Final = 60
NO_WORDS: Final = "taught_no_words"  # nothing but known, personal or too many words stands beside the amount
NOT_READ: Final = "taught_not_read"  # the words do not stand so that the reader could find the amount by them
ALREADY_READ: Final = "taught_already_read"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One amount of a page with the words around it. `number` counts from 0 in reading order; `path` is its element's XPath; `nth`: the
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
    """The amounts that a page shows, each with its surroundings: the first MOST_CANDIDATES. A pure function of the page."""
    return _candidates(document, words or figures.load_words())[0]


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
    """The rule that a candidate of this very page teaches, and whether the page then proves its figure.

    portal: whose rule it becomes. rules: those that the portal has already. private: the person's own names, which may be in no rule.
    """
    words = words or figures.load_words()
    found, places = _candidates(document, words)
    if candidate not in found:
        return Proposal(None, None, None, "taught_gone")
    if candidate.known is not None:
        return Proposal(None, None, None, f"taught_{candidate.known}")
    plain = gather(document, words)
    if plain is None:
        return Proposal(None, None, None, "too_many_figures")
    try:
        figures.read(document, words, today=today)
    except (figures.NotABalancePage, PageNotUnderstood) as refusal:
        if not is_open(refusal):
            return Proposal(None, None, None, getattr(refusal, "reason", None))
    except NoBalance:
        return Proposal(None, None, None, "no_balance")
    else:
        return Proposal(None, None, None, ALREADY_READ)
    return _best(_Teaching(document, words, plain, portal, rules, private, today), places[candidate.number])


@dataclass(frozen=True, slots=True)
class _Teaching:
    document: Document
    words: Words
    plain: Heard
    portal: str
    rules: tuple[Rule, ...]
    private: tuple[str, ...]
    today: dt.date | None


def _best(at: _Teaching, spot: Spot) -> Proposal:
    """The first rule whose figure is proved; else the first that finds the amount, with what is missing."""
    unproved: Proposal | None = None
    refused = NO_WORDS
    tried: set[tuple[tuple[str, ...], Means]] = set()
    for place, text in spot.said:
        label = label_words(text, at.words)
        if not may_be_taught(label, at.words):
            continue
        if is_personal(label, at.plain, at.document, at.private, at.words):
            refused = "taught_personal"
            continue
        for means in Means:
            if (label, means) in tried:
                continue
            tried.add((label, means))
            rule = Rule(at.portal, label, means, place, Proof.ONLY, kinds_beside(spot, at.plain.labels))
            proposal = _tried(at, rule, spot)
            if proposal is None:
                refused = NOT_READ if refused == NO_WORDS else refused
            elif proposal.missing is None:
                return proposal
            else:
                unproved = unproved or proposal
    return unproved or Proposal(None, None, None, refused)


def _tried(at: _Teaching, rule: Rule, spot: Spot) -> Proposal | None:
    """What the page says with this rule; None where the reader does not find the amount by it."""
    others = tuple(one for one in at.rules if one.label != rule.label)
    page = gather(at.document, with_rules(at.words, (rule,)))
    if page is None:
        return None
    found = [figure for figure in page.figures if is_taught(figure) and figure.state is State.AMOUNT]
    if not any(spot in spots_of(figure, [spot]) for figure in found):
        return None
    try:
        balance, proof = read_taught(at.document, (rule, *others), at.words, today=at.today, as_before=False)
    except Unproved as missing:
        return Proposal(rule, None, None, missing.reason)
    except NoBalance:
        return Proposal(rule, None, None, "no_balance")
    sen = sen_of(page, spot.text)
    if sen != balance.total and sen not in [card.balance for card in balance.cards]:
        return Proposal(rule, None, None, "taught_two")
    return Proposal(Rule(rule.portal, rule.label, rule.means, rule.place, proof, rule.beside), balance, proof, None)


def _candidates(document: Document, words: Words) -> tuple[tuple[Candidate, ...], list[Spot]]:
    labels, values = labels_for(words), Values(words)
    found = spots(document, words)[:MOST_CANDIDATES]
    counted: dict[str, int] = {}
    out = []
    for number, spot in enumerate(found):
        nth = counted.get(spot.text, 0)
        counted[spot.text] = nth + 1
        place, label = next(((place, text) for place, text in spot.said if text and not _is_value(text, values)), (None, ""))
        column = next((text for place, text in spot.said if place is Place.COLUMN), "")
        out.append(
            Candidate(
                number=number,
                text=spot.text,
                label=label,
                place=place,
                column=column if place is not Place.COLUMN else "",
                heading=spot.headings[-1] if spot.headings else "",
                after=spot.after,
                path=spot.element.getroottree().getpath(spot.element),
                nth=nth,
                known=known(spot, labels),
            )
        )
    return tuple(out), found


def _is_value(text: str, values: Values) -> bool:
    """Whether words beside an amount name a card, a company or a segment rather than the amount."""
    return values.is_company(text) or values.is_segment(text) or values.is_status(text) or bool(values.bare_kpjs(text))
