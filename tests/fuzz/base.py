"""The pages that are mutated: what each truly says, and the places where its figures are printed."""

from __future__ import annotations

import copy
import datetime as dt
import html
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from lxml import etree

from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal import document, figures
from core.portal.visible import SHOWN, UNSEEN_TAGS, Visibility

PAGES: Final = Path(__file__).resolve().parents[1] / "corpus" / "pages"
URL: Final = "https://portal.example.test/jht/saldo"
TODAY: Final = dt.date(2026, 12, 31)
UTF8: Final = "text/html; charset=utf-8"
_UNSEEN: Final = UNSEEN_TAGS | {"option"}
_LEAST: Final = 100_000  # sen; smaller amounts have no grouping, and their digits stand in many other places

Amounts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says: its total and its cards' balances, in sen, smallest first."""

    total: int
    cards: Amounts


@dataclass(frozen=True)
class Base:
    """One page of the corpus. `truth` is None where it is to be refused. `root`: as the reader parses it; None where a tree cannot
    stand for the page (it is cut off, or says something else once it is written out again)."""

    stem: str
    body: bytes
    content_type: str
    truth: Said | None
    root: etree._Element | None

    def tree(self) -> etree._Element:
        """A copy of the page's tree, to be mutated."""
        assert self.root is not None
        return copy.deepcopy(self.root)

    @property
    def text(self) -> str:
        """The page's source as the reader decodes it."""
        return document.decode(self.body, self.content_type)


def answer(body: bytes, content_type: str, *, complete: bool = True) -> tuple[document.Document, Balance] | str:
    """What the reader makes of a page: the balance, or the name and the reason of its refusal. Anything else it raises is a fault."""
    try:
        page = document.parse(body, URL, content_type, complete=complete)
        return page, figures.read(page, figures.load_words(), today=TODAY)
    except (figures.NotABalancePage, NoBalance, PageNotUnderstood) as refusal:
        return f"{type(refusal).__name__} {getattr(refusal, 'reason', '')}".strip()


def said(balance: Balance) -> Said:
    """A reading in the form of a truth."""
    return Said(balance.total, tuple(sorted(card.balance for card in balance.cards)))


def written(root: etree._Element) -> str:
    """A tree as a source again."""
    return "<!DOCTYPE html>\n" + etree.tostring(root, method="html", encoding="unicode")


def load(every: int = 1) -> list[Base]:
    """Every page of the corpus (or each second, third) on which the reader is right to begin with."""
    found = (_base(path) for path in sorted(PAGES.glob("*.html"))[::every])
    return [base for base in found if base is not None]


def _base(path: Path) -> Base | None:
    facts = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    body, content_type = path.read_bytes(), facts["content_type"]
    truth = None
    if facts["expect"] == "ok":
        truth = Said(_sen(facts["total"]), tuple(sorted(_sen(card["balance"]) for card in facts["cards"])))
    if _outcome(answer(body, content_type)) != truth:
        return None
    return Base(path.stem, body, content_type, truth, _faithful(body, content_type, truth))


def _faithful(body: bytes, content_type: str, truth: Said | None) -> etree._Element | None:
    try:
        page = document.parse(body, URL, content_type)
    except PageNotUnderstood:
        return None
    if truth is None and page.printed is not None:
        return None  # refused for what only its print says: once that is broken, the screen still says a balance
    again = _outcome(answer(written(page.root).encode(), UTF8))
    return page.root if page.whole and again == truth else None


def _outcome(read: tuple[document.Document, Balance] | str) -> Said | None:
    return None if isinstance(read, str) else said(read[1])


def _sen(wire: str) -> int:
    return int(Decimal(wire) * 100)


# ---- where amounts are printed


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the tree that a person can see: an element's own (`text`), or the one behind it (`tail`)."""

    element: etree._Element
    part: str

    @property
    def text(self) -> str:
        """The words that stand here."""
        return str(getattr(self.element, self.part) or "")

    def write(self, text: str) -> None:
        """Puts other words here."""
        setattr(self.element, self.part, text)


@dataclass(frozen=True, slots=True)
class Spot:
    """One printed amount: where, between which characters, and how (`grouping`, `decimals`: its separators, "" for none)."""

    place: Place
    begin: int
    end: int
    sen: int
    grouping: str
    decimals: str

    @property
    def text(self) -> str:
        """The digits as printed."""
        return self.place.text[self.begin : self.end]

    def put(self, text: str) -> None:
        """Prints something else here. One call a place: the other spots of the same text have moved then."""
        before = self.place.text
        self.place.write(before[: self.begin] + text + before[self.end :])

    def printed(self, sen: int) -> str:
        """Another amount, printed as this one is."""
        rupiah, rest = divmod(sen, 100)
        plain = f"{rupiah:,}".replace(",", self.grouping)
        return f"{plain}{self.decimals}{rest:02d}" if self.decimals else plain


def visible(root: etree._Element) -> list[Place]:
    """Every text of the page that a person can see, in order."""
    see = Visibility(root)
    out: list[Place] = []
    _gather(root, see, out)
    return out


def _gather(element: etree._Element, see: Visibility, out: list[Place]) -> None:
    if element.text and element.text.strip():
        out.append(Place(element, "text"))
    for child in element:
        seen = isinstance(child.tag, str) and child.tag not in _UNSEEN
        if seen and child.tag not in ("s", "del", "strike") and see.verdict(child) == SHOWN:
            _gather(child, see, out)
        if child.tail and child.tail.strip():
            out.append(Place(child, "tail"))


def forms(sen: int) -> dict[str, tuple[str, str]]:
    """The ways an amount may be printed, each with its separators."""
    if sen < _LEAST:
        return {}
    rupiah, rest = divmod(sen, 100)
    out: dict[str, tuple[str, str]] = {}
    for grouping in (".", ",", " ", "\u00a0", ""):
        plain = f"{rupiah:,}".replace(",", grouping)
        if not rest:
            out[plain] = (grouping, "")
        for decimals in ",.":
            if decimals != grouping:
                out[f"{plain}{decimals}{rest:02d}"] = (grouping, decimals)
    return out


def spots(root: etree._Element, amounts: Amounts) -> list[Spot]:
    """Where these amounts stand in the visible text, in one piece each."""
    known = {form: (sen, *how) for sen in set(amounts) for form, how in forms(sen).items()}
    if not known:
        return []
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<![0-9])(?<![0-9][.,])(?:{'|'.join(map(re.escape, longest_first))})(?![0-9]|[.,][0-9])")
    return [
        Spot(place, match.start(), match.end(), *known[match[0]])
        for place in visible(root)
        for match in pattern.finditer(place.text)
    ]


def counted(root: etree._Element, truth: Said) -> Counter[int]:
    """How often each amount of a truth is visible in a tree."""
    return Counter(spot.sen for spot in spots(root, (truth.total, *truth.cards)))


def digits_of(source: str) -> str:
    """All digits of a source in order, tags and entities undone: an amount that is in no way printed is not among them."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", source))
    return "".join(char for char in bare if char.isdecimal())


def chain(element: etree._Element) -> Iterator[etree._Element]:
    """An element and those around it."""
    yield element
    yield from element.iterancestors()
