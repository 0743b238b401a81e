"""Taught rules against the corpus: no amount of a refused page can be taught, no rule holds a person's data, and no mutation of a page from
which a rule was taught makes it read a figure that the page does not say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from core import money
from core.portal import document, figures
from core.portal.figures.words import words_of
from core.portal.taught import Rule, read_with, store
from tests.core.portal.taught_pages import PAGES, REFUSALS, UTF8, is_read, parsed, renamed_pages, taught, truth_of
from tests.fuzz import run as fuzzing
from tests.fuzz.base import TODAY, URL, Base, Said
from tests.fuzz.registry import MUTATIONS

WORDS = figures.load_words()
# These take the reader's own words for the balance away, and think that nothing is left; the taught words are still there.
BLIND = ("no_balance_at_all",)
REFUSED = sorted(path.stem for path in PAGES.glob("*.html") if "ok" not in str(truth_of(path.stem)["expect"]))


def test_no_amount_of_a_page_to_be_refused_can_be_taught() -> None:
    """Whatever a person points at: all pages of the corpus whose truth is a refusal."""
    found = []
    for stem in REFUSED:
        try:
            page = parsed(stem, truth_of(stem))
        except REFUSALS:
            continue
        if not is_read(page):
            found += [(stem, rule.words) for rule, _ in taught(page)]
    assert found == []
    assert len(REFUSED) > 100


def test_pointing_teaches_the_true_figure_or_nothing() -> None:
    """Pages whose balance was renamed: the right figure is proved on most of them, a wrong one on none."""
    proved = 0
    for page in renamed_pages():
        totals = {money.to_wire(total) for _, total in taught(page.document)}
        assert totals <= {page.truth["total"]}, page.stem
        proved += bool(totals)
    assert proved > len(renamed_pages()) // 2


def test_a_rule_holds_nothing_of_the_person(tmp_path: Path) -> None:
    """No digit, no word of a name, a company or an address of the page it was taught from."""
    for page in renamed_pages():
        rules = [rule for rule, _ in taught(page.document)]
        for rule in rules:
            store.keep(tmp_path, rule)
            body = json.dumps(store.wire(rule))
            assert not re.search(r"[0-9]", body), (page.stem, body)
            private = {word for card in page.truth["cards"] for word in words_of(str(card.get("company") or ""))}
            assert not private.intersection(rule.label), (page.stem, rule.label)
    written = (tmp_path / store.FILE_NAME).read_text("utf-8")
    assert not re.search(r"[0-9]{2}", written)
    assert not re.search(r"\b(?:PT|CV|SITI|BUDI|Siti|Budi)\b", written)


def test_a_mutated_page_is_never_read_by_its_rule_as_what_it_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    bases, rules = [], {}
    for page in renamed_pages()[::3]:
        whole = page.document
        for rule, _ in taught(whole)[:1]:
            balance = read_with(whole, (rule,), WORDS, today=TODAY)
            truth = Said(balance.total, tuple(sorted(card.balance for card in balance.cards)))
            bases.append(Base(page.stem, page.source.encode(), UTF8, truth, whole.root))
            rules[page.stem] = rule
    findings, read = [], 0
    for number, name, base, case in fuzzing.cases(11, range(2 * len(MUTATIONS)), bases):
        if name in BLIND:
            continue
        monkeypatch.setattr(fuzzing, "answer", _answer(rules[base.stem]))
        verdict, what = fuzzing.judge(case)
        read += verdict == "ok"
        if verdict in ("wrong", "crash"):
            findings.append((number, name, base.stem, what))
    assert findings == []
    assert read > len(MUTATIONS) // 3  # not by refusing everything


def _answer(rule: Rule):
    def answer(body: bytes, content_type: str, *, complete: bool = True):
        try:
            page = document.parse(body, URL, content_type, complete=complete)
            return page, read_with(page, (rule,), WORDS, today=TODAY)
        except REFUSALS as refusal:
            return f"{type(refusal).__name__} {getattr(refusal, 'reason', '')}".strip()

    return answer
