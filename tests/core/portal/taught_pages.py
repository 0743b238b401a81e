"""Pages of the corpus whose balance goes under a name that nobody has heard, and the rules that a person teaches from them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from core.errors import NoBalance, PageNotUnderstood
from core.portal import document, figures
from core.portal.document import Document
from core.portal.taught import Lesson, Rule

PAGES = Path(__file__).resolve().parents[2] / "corpus" / "pages"
URL = "https://portal.example.test/jht/saldo"
UTF8 = "text/html; charset=utf-8"
PORTAL = "bpjstk-es"
REFUSALS = (figures.NotABalancePage, NoBalance, PageNotUnderstood)
_NAMED = re.compile(r"(?<![A-Za-z])(?:saldo|balance|tabungan)(?![A-Za-z])", re.IGNORECASE)
_KEPT = ("title", "h1", "h2", "h3", "script", "style", "a")


class Renamed(NamedTuple):
    """A page of the corpus with the balance's own label renamed, so that it is not read any more. `truth`: its truth file."""

    stem: str
    source: str
    truth: dict[str, Any]

    @property
    def document(self) -> Document:
        return document.parse(self.source.encode(), URL, UTF8)


def truth_of(stem: str) -> dict[str, Any]:
    return tomllib.loads((PAGES / f"{stem}.toml").read_text("utf-8"))


def parsed(stem: str, truth: dict[str, Any]) -> Document:
    return document.parse((PAGES / f"{stem}.html").read_bytes(), URL, truth["content_type"])


def is_read(page: Document) -> bool:
    try:
        figures.read(page, figures.load_words())
    except REFUSALS:
        return False
    return True


def _renamed(stem: str) -> Renamed | None:
    truth = truth_of(stem)
    if truth["expect"] != "ok":
        return None
    try:
        page = parsed(stem, truth)
        balance = figures.read(page, figures.load_words())
    except REFUSALS:
        return None
    labels = {one.label for one in (balance.evidence, *(card.evidence for card in balance.cards)) if one is not None}
    for element in page.root.iter():
        if not isinstance(element.tag, str):
            continue
        for where in ("text", "tail"):
            said = getattr(element, where)
            words = " ".join((said or "").split()).strip(" :=")
            if words and not (where == "text" and element.tag in _KEPT) and any(words in label for label in labels):
                setattr(element, where, _NAMED.sub("Pundi", said))
    source = etree.tostring(page.root, encoding="unicode", method="html")
    made = Renamed(stem, f"<!DOCTYPE html>\n{source}", truth)
    return None if is_read(made.document) else made


@lru_cache(maxsize=1)
def renamed_pages(every: int = 3) -> tuple[Renamed, ...]:
    """Every so manyth page of the corpus that was read and, renamed, is not."""
    stems = sorted(path.stem for path in PAGES.glob("*.html"))[::every]
    return tuple(page for stem in stems if (page := _renamed(stem)) is not None)


def taught(page: Document) -> list[tuple[Rule, int]]:
    """Every rule that pointing at one of a page's amounts makes, with the total it proves."""
    lesson = Lesson(page, PORTAL)
    proposals = (lesson.propose(candidate) for candidate in lesson.candidates)
    return [(one.rule, one.balance.total) for one in proposals if one.rule and one.balance and one.missing is None]
