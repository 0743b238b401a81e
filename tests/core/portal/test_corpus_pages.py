"""The reader against the corpus of pages (tests/corpus/README.md): each is read as a careful worker would, or refused."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core import errors, money
from core.models import Balance, Card
from core.portal import document, figures

PAGES = Path(__file__).resolve().parents[2] / "corpus" / "pages"
STEMS = sorted(path.stem for path in PAGES.glob("*.html"))
URL = "https://portal.example.test/jht/saldo"
REFUSALS: dict[type[Exception], str] = {
    errors.NoBalance: "no_balance",
    errors.PageNotUnderstood: "page_not_understood",
    figures.NotABalancePage: "not_a_balance_page",
}
PAGE_KEYS = {"describe", "kind", "content_type", "expect", "total", "as_of", "cards"}
CARD_KEYS = {"balance", "kpj", "company", "npp", "segment", "active", "last_contribution"}


def truth_of(stem: str) -> dict[str, Any]:
    return tomllib.loads((PAGES / f"{stem}.toml").read_text("utf-8"))


def accepted(truth: dict[str, Any]) -> list[str]:
    return [truth["expect"]] if isinstance(truth["expect"], str) else truth["expect"]


def outcome_of(stem: str, truth: dict[str, Any]) -> tuple[str, Balance | None]:
    """What the reader makes of the page: "ok" with the balance, or the name of its refusal. Anything else it raises is a fault."""
    body = (PAGES / f"{stem}.html").read_bytes()
    try:
        return "ok", figures.read(document.parse(body, URL, truth["content_type"]), figures.load_words())
    except tuple(REFUSALS) as refusal:
        return REFUSALS[next(kind for kind in type(refusal).__mro__ if kind in REFUSALS)], None


def plain(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def said(card: Card) -> dict[str, Any]:
    """A card in the words of a truth file."""
    return {
        "balance": money.to_wire(card.balance),
        "kpj": None if card.kpj is None else re.sub(r"\D", "", card.kpj),
        "company": plain(card.company),
        "npp": plain(card.npp),
        "segment": card.segment and card.segment.value,
        "active": card.active,
        "last_contribution": card.last_contribution and str(card.last_contribution),
    }


def differences(truth: dict[str, Any], balance: Balance) -> list[str]:
    """Every point in which a reading departs from the truth; cards may come in any order, keys the truth leaves out are free."""
    found = []
    if money.to_wire(balance.total) != truth["total"]:
        found.append(f"total {money.to_wire(balance.total)}, truly {truth['total']}")
    as_of = balance.as_of.isoformat() if balance.as_of else "none"
    if truth.get("as_of", as_of) != as_of:
        found.append(f"as_of {as_of}, truly {truth['as_of']}")
    left = [said(card) for card in balance.cards]
    for card in truth["cards"]:
        same = [other for other in left if other["balance"] == card["balance"]]
        if not same:
            found.append(f"no card of {card['balance']}")
            continue
        best = max(same, key=lambda other: sum(other[key] == value for key, value in card.items()))
        left.remove(best)
        found += [f"{key} {best[key]!r}, truly {value!r}" for key, value in card.items() if best[key] != value]
    return found + [f"a card of {other['balance']} that is not there" for other in left]


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_is_read_as_a_careful_worker_would_or_refused(stem: str) -> None:
    truth = truth_of(stem)
    outcome, balance = outcome_of(stem, truth)
    assert outcome in accepted(truth), truth["describe"]
    if balance is not None:
        assert differences(truth, balance) == [], truth["describe"]


def test_no_figure_is_shown_that_the_page_did_not_say() -> None:
    """The second promise by itself: whatever else goes wrong, an `ok` carries the true total and the true balances."""
    wrong = {}
    for stem in STEMS:
        truth = truth_of(stem)
        outcome, balance = outcome_of(stem, truth)
        if balance is None:
            continue
        amounts = sorted(money.to_wire(card.balance) for card in balance.cards)
        true = sorted(card["balance"] for card in truth.get("cards", []))
        if (money.to_wire(balance.total), amounts) != (truth.get("total"), true):
            wrong[stem] = (money.to_wire(balance.total), amounts, outcome)
    assert wrong == {}


def test_the_corpus_is_as_large_as_was_promised() -> None:
    to_be_read = [stem for stem in STEMS if accepted(truth_of(stem)) == ["ok"]]
    assert len(to_be_read) >= 75
    assert len(STEMS) - len(to_be_read) >= 35
    assert {path.stem for path in PAGES.glob("*.toml")} == set(STEMS)


@pytest.mark.parametrize("stem", STEMS)
def test_a_truth_is_well_formed_and_adds_up(stem: str) -> None:
    truth = truth_of(stem)
    assert truth.keys() <= PAGE_KEYS
    if accepted(truth) != ["ok"]:
        assert set(accepted(truth)) <= set(REFUSALS.values())
        assert truth.keys() <= {"describe", "kind", "content_type", "expect"}
        return
    assert sum(Decimal(card["balance"]) for card in truth["cards"]) == Decimal(truth["total"])
    for card in truth["cards"]:
        assert card.keys() <= CARD_KEYS
        assert re.fullmatch(r"\d{11}", card.get("kpj", "99000000000"))
        assert re.fullmatch(r"\d+\.\d\d", card["balance"])
