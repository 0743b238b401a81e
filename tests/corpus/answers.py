"""How each page of the corpus is read, to the word: `uv run python -m tests.corpus.answers > tests/corpus/answers.txt`.

A truth (`pages/*.toml`) says what must come out. This says what does: for which reason a page is refused, which words named a figure,
where it stood, what of its row is shown. Whoever changes the reader sees in the difference what else has changed.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path

from core import money
from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance, Card, Evidence
from core.portal import document, figures

PAGES = Path(__file__).resolve().parent / "pages"
ANSWERS = Path(__file__).resolve().parent / "answers.txt"
TODAY = dt.date(2026, 12, 31)
URL = "https://portal.example.test/jht/saldo"


def answer(stem: str) -> str:
    """The reader's whole answer to one page, in a few lines."""
    truth = tomllib.loads((PAGES / f"{stem}.toml").read_text("utf-8"))
    try:
        return answer_to(document.parse((PAGES / f"{stem}.html").read_bytes(), URL, truth["content_type"]))
    except PageNotUnderstood as refusal:
        return str(refusal.reason)


def answer_to(page: document.Document) -> str:
    """The reader's whole answer to a page that is parsed."""
    try:
        balance = figures.read(page, figures.load_words(), today=TODAY)
    except figures.NotABalancePage:
        return "not a balance page"
    except NoBalance as refusal:
        return f"no balance: {refusal.portal_words}"
    except figures.SomeCards as refusal:
        rest = f"{refusal.printed} printed, {refusal.items} items"
        return "\n".join([f"{refusal.reason}: {rest}", *_lines(refusal.part)])
    except PageNotUnderstood as refusal:
        return str(refusal.reason)
    return "\n".join(_lines(balance))


def _lines(balance: Balance) -> Iterator[str]:
    day = balance.as_of.isoformat() if balance.as_of else "no day"
    yield f"{money.to_wire(balance.total)} of {day}{', by the portal' if balance.total_is_portals else ''}{_found(balance.evidence)}"
    for card in balance.cards:
        yield f"  {money.to_wire(card.balance)} {_said(card)}{_found(card.evidence)}"


def _said(card: Card) -> str:
    parts = (card.kpj, card.company, card.npp, card.segment and card.segment.value, card.active, card.last_contribution)
    return ", ".join("-" if part is None else str(part) for part in parts)


def _found(evidence: Evidence | None) -> str:
    return "" if evidence is None else f" <{evidence.label}> {evidence.path} {evidence.excerpt!r}"


def recorded() -> dict[str, str]:
    """The answers of the file, by page."""
    parts = ANSWERS.read_text("utf-8").split("\n## ")
    return {name: rest.strip("\n") for name, _, rest in (part.partition("\n") for part in parts[1:])}


def main() -> None:
    print(f"# How each page is read; made by `python -m tests.corpus.answers`, held to by tests (`{Path(__file__).name}`).")
    for path in sorted(PAGES.glob("*.html")):
        print(f"\n## {path.stem}\n{answer(path.stem)}")


if __name__ == "__main__":
    main()
