"""Statements that must be read, every figure of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from core.statements.statement import FileStatus
from tests.statements import facts, layout, truth
from tests.statements.case import Case, Make, one
from tests.statements.facts import CardYear, Traits
from tests.statements.producers.all_ways import WAYS, here
from tests.statements.protect import protected
from tests.statements.style import Style

OK = one(FileStatus.OK)


def some(seed: int, number: int, way: str | None = None) -> Case:
    """One statement as it comes: a year or several, a card or several, in any style, drawn in any way; now and then protected."""
    rng = Random(f"{seed}:{number}:{way}")
    way = way or rng.choice([name for name in here() for _ in range(1 if name == "browser_printed" else 6)])
    style = Style.some(rng)
    kind = rng.choices(("year", "years", "cards", "decade"), (12, 3, 3, 1))[0]
    cards = _cards(rng, kind)
    password = f"{cards[0].person.birth:%d%m%Y}" if rng.random() < 0.12 else None
    return of(f"{number:05d}-{way}-{kind}", cards, style, way, password=password, seed=f"{seed}:{number}")


def _cards(rng: Random, kind: str) -> list[CardYear]:
    if kind == "year":
        return [facts.card_year(rng, rng.randint(2015, 2026))]
    if kind == "years":
        first = rng.randint(2015, 2024)
        return facts.career(rng, range(first, first + rng.randint(2, 3)))
    if kind == "decade":
        return facts.career(rng, range(2016, 2026))
    who, year = facts.person(rng), rng.randint(2015, 2026)
    return [facts.card_year(rng, year, who=who) for _ in range(rng.randint(2, 3))]


def of(name: str, cards: Sequence[CardYear], style: Style, way: str, *, password: str | None = None, seed: str = "1") -> Case:
    """The statement of these cards in that style, drawn in that way."""
    truths = tuple(truth.of(card, style) for card in cards)
    make = drawn(cards, style, way, name, seed)
    return Case(name, way, protected(make, password) if password else make, OK, truths, password, label=style.label())


def drawn(cards: Sequence[CardYear], style: Style, way: str, name: str, seed: str = "1") -> Make:
    """What draws the statement of these cards."""
    sheets = [layout.sheet(card, style) for card in cards]
    if style.joined:
        sheets = [replace(sheets[0], blocks=tuple(block for sheet in sheets for block in sheet.blocks))]

    def make(folder: Path) -> Path:
        path = folder / f"{name}.pdf"
        WAYS[way](sheets, path, Random(seed))
        return path

    return make


def named(way: str) -> list[Case]:
    """What must be read whatever the producer: one thing a case, each with its name."""
    rng = Random(f"named:{way}")
    plain = Style()

    def year(number: int = 2020, **traits: object) -> CardYear:
        return facts.card_year(rng, number, Traits(**traits))  # type: ignore[arg-type]

    who = facts.person(rng)
    wanted: dict[str, tuple[list[CardYear], Style]] = {
        "documented": ([year()], plain),
        "indonesian-numbers": ([year()], plain.but(numbers="id", rupiah="Rp ")),
        "whole-rupiah-indonesian": ([year()], plain.but(numbers="id0")),
        "sen": ([year(sen=True)], plain),
        "late-missing-two-lines": ([year(late=True, missing=True, doubled=True, rapel=True)], plain),
        "no-pension": ([year(pension=False)], plain.but(head="single", date="{d:02d}/{m:02d}/{y}", month="{m:02d}/{y}")),
        "partial-claim": ([year(taken=True)], plain.but(summary="totals", words=1)),
        "december-of-the-year-before": ([year(december=True)], plain.but(words=2)),
        "no-month-at-all": ([year(idle=True)], plain),
        "first-year": ([year(first_year=True)], plain.but(words=3)),
        "this-year-so-far": ([year(2026)], plain.but(words=5)),
        "in-sentences": ([year()], plain.but(summary="sentences", numbers="id", rupiah="Rp ")),
        "summary-first": ([year()], plain.but(summary="table", summary_first=True, head="words", columns=2)),
        "ages-beside-the-summary": (
            [year()],
            plain.but(summary="pairs_info", stamped="over", footer="Halaman {page} dari {pages}"),
        ),
        "no-lines-and-one-header-row": ([year()], plain.but(ruled=False, two_line_header=False, columns=1, numbered=False)),
        "one-growth": ([year()], plain.but(one_growth=True, omit_taken=True, summary="single", dash_for_zero=True)),
        "three-cards": ([facts.card_year(rng, 2021, who=who) for _ in range(3)], plain),
        "months-by-name": ([year()], plain.but(date="{d} {name} {y}", month="{name} {y}")),
        "two-cards-without-a-page-break": ([facts.card_year(rng, 2021, who=who) for _ in range(2)], plain.but(joined=True)),
        "ten-years": (facts.career(rng, range(2016, 2026)), plain.but(running_head=True)),
    }
    return [replace(of(f"{name}-{way}", cards, style, way), name=f"{name} by {way}") for name, (cards, style) in wanted.items()]
