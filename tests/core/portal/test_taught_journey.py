"""A whole visit to a portal that has renamed the balance: refused, taught, read; and read as ever once the portal has its words back."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import PageNotUnderstood
from core.models import Balance, Secrets
from core.portal import document, flow, profile
from core.portal.taught import Lesson, Means, Place, Proof, Rule
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from core.unread import UnreadPage

TOTAL = 48_471_540_00


def visit(era: str, *faults: str, rules: tuple[Rule, ...] = (), unread: list[UnreadPage] | None = None) -> Balance:
    with Simulator(faults=frozenset(faults)) as simulator:
        return flow.check(
            profile.load(f"simulator-{era}").at(simulator.url(era)),
            DEMO.email,
            Secrets(DEMO.secret, DEMO.pin),
            on_step=lambda _: None,
            today=dt.datetime.now(dt.UTC).date(),
            on_unread=(unread if unread is not None else []).append,
            rules=rules,
        )


@pytest.mark.parametrize(("era", "proof"), [("es", Proof.SUM), ("sso2019", Proof.CARDS)])
def test_a_portal_with_new_words_is_read_after_one_pointing(era: str, proof: Proof) -> None:
    unread: list[UnreadPage] = []
    with pytest.raises(PageNotUnderstood):
        visit(era, "unknown_words", unread=unread)
    (handed,) = unread
    assert DEMO.pin not in handed.text()
    page = document.parse(handed.text().encode(), handed.url, "text/html; charset=utf-8")
    lesson = Lesson(page, f"simulator-{era}", private=(DEMO.name, DEMO.email))
    pointed = next(one for one in lesson.candidates if one.text == "Rp 48.471.540,00")
    proposal = lesson.propose(pointed)
    assert proposal.rule is not None
    assert (proposal.proof, proposal.missing) == (proof, None)
    read = visit(era, "unknown_words", rules=(proposal.rule,))
    assert (read.total, len(read.cards)) == (TOTAL, 2)
    assert visit(era, rules=(proposal.rule,)).total == TOTAL
    for fault in ("wrong_total", "empty_balance"):  # a lying page gains nothing by the rule
        if fault == "wrong_total" and era == "es":
            continue  # its total is in unknown words, too, and its rows add up by themselves
        with pytest.raises(PageNotUnderstood):
            visit(era, "unknown_words", fault, rules=(proposal.rule,))


def test_cards_behind_a_choice_are_taught_from_the_page_of_one() -> None:
    unread: list[UnreadPage] = []
    with pytest.raises(PageNotUnderstood):
        visit("sso2019", "unknown_words", "card_chooser", unread=unread)
    page = document.parse(unread[0].text().encode(), unread[0].url, "text/html; charset=utf-8")
    lesson = Lesson(page, "simulator-sso2019")
    rules = [one.rule for one in map(lesson.propose, lesson.candidates) if one.rule is not None and one.missing is None]
    read = visit("sso2019", "unknown_words", "card_chooser", rules=(rules[0],))
    assert (read.total, len(read.cards)) == (TOTAL, 2)


def test_a_rule_that_does_not_fit_leaves_every_other_road_open() -> None:
    """A list that leads to its cards one by one is walked as ever; so is everything else that works without the rule."""
    other = Rule("simulator-sso2019", ("harta", "karun"), Means.BALANCE, Place.ROW, Proof.SUM)
    for fault in ((), ("card_chooser",), ("column_order",)):
        assert visit("sso2019", *fault, rules=(other,)).total == visit("sso2019", *fault).total
