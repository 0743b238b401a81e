"""Taught rules: a person points at the balance on a page that was not understood, and the program keeps which words stood beside it.

    candidates(document)                      the amounts of a page, each with the words around it
    rule_for(document, candidate, portal)     the rule that pointing at one makes, and whether it then proves a balance
    read_with(document, rules, words)         a page, read with the rules of its portal

A rule only says what unknown words mean. It never says that a page is of JHT, it never outweighs what the page says against a figure, and
the figure must be proved as every other one is (docs/reading.md, "Taught rules").
"""

from __future__ import annotations

from typing import Final

from core.portal.taught.meaning import Known
from core.portal.taught.reading import OPEN_TO_RULES, read_with
from core.portal.taught.rules import FILES, Means, Place, Proof, Rule
from core.portal.taught.store import Taught
from core.portal.taught.teach import Candidate, Lesson, Proposal, candidates, rule_for

__all__ = [
    "FILES",
    "OPEN_TO_RULES",
    "REASONS",
    "Candidate",
    "Known",
    "Lesson",
    "Means",
    "Place",
    "Proof",
    "Proposal",
    "Rule",
    "Taught",
    "candidates",
    "read_with",
    "rule_for",
]

REASONS: Final[dict[str, str]] = {
    "taught_gone": "the words that were taught do not stand beside a figure on this page any more",
    "taught_two": "the words that were taught stand beside another figure than the page's own, or beside two",
    "taught_no_jht": "the page itself does not speak of the JHT balance",
    "taught_others": "other amounts stand on the page whose words nobody knows",
    "taught_moved": "the words that were taught stand in another place than they did",
    "taught_weaker": "the figure was proved by sums when it was taught, and is so no more",
    "taught_no_words": "no words stand beside the amount that could be taught",
    "taught_personal": "the words beside the amount hold a name",
    "taught_not_read": "the words do not stand so that the amount could be found by them",
    "taught_already_read": "the page is read without a rule",
    "taught_stale": "the page is read without a rule, and one that was taught stands against it",
    **{f"taught_{one}": f"the page calls the amount something else: {one.value}" for one in Known},
}
