"""How single texts and small pages are understood: `uv run python -m tests.corpus.asked` writes the answers of `questions/` anew.

`texts.txt`: for each pattern and each list of words of `core/portal/figures` every alternative, each bound at its value and one beyond,
and what is nearly one of them. `pages.txt`, `tables.txt`: labels, figures, cards and statements in each other's places, so that each way
through the reader is gone by several times. To ask another question, write it with no answer behind it and run this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from core import money
from core.errors import NoBalance, PageNotUnderstood
from core.models import Card
from core.portal import document, figures
from core.portal.figures import dates, evidence, facts, labels, spelled, values, words, years
from tests.corpus.answers import TODAY, URL

QUESTIONS = sorted((Path(__file__).resolve().parent / "questions").glob("*.txt"))
_SIGN = " => "
_FAMILIAR = words.load_words()


def _label(text: str) -> str:
    one = labels.Labels(_FAMILIAR).of(text)
    flags = [name for name in ("total", "closing", "sums", "unreal", "dated", "announces", "estimate") if getattr(one, name)]
    moment = [str(part) for part in (one.date, one.year) if part is not None]
    named = [one.program.name] if one.program is not None else []
    return " ".join(
        [one.kind.name, *named, *flags, *moment, f"strange {one.strange}" if one.strange else "", *sorted(one.families)]
    )


def _prefix(text: str) -> str:
    own = labels.Labels(_FAMILIAR)
    kind, rest = own.prefix(text)
    return f"{kind.name} {rest!r}{' leads' if own.leads(text, 'estimate') else ''}"


def _dates(text: str) -> str:
    found = [f"{begin}-{end} {day}" for begin, end, day in dates.find_dates(text)]
    return f"{'; '.join(found)} | {dates.read_blth(text)} | {dates.find_years(text)} | {years.period_of(text)}"


def _said(text: str) -> str:
    own = values.Values(_FAMILIAR)
    segment = own.segment(text)
    return f"{segment and segment.value} {own.is_segment(text)} | {own.active(text)} {own.is_status(text)}"


def _page(body: str) -> str:
    """What a page shows: the rupiah, the day, whose the sum is, each card where more than its figure is known; or why it shows nothing."""
    try:
        page = document.parse(f"<html><body>{body}</body></html>".encode(), URL, "text/html; charset=utf-8")
        shown = figures.read(page, _FAMILIAR, today=TODAY)
    except figures.NotABalancePage:
        return "not a balance page"
    except NoBalance:
        return "no balance"
    except figures.SomeCards as refusal:
        return f"{refusal.reason}: {len(refusal.part.cards)} cards, {refusal.printed} printed, {refusal.items} items"
    except PageNotUnderstood as refusal:
        return refusal.reason
    day = f" of {shown.as_of}" if shown.as_of else ""
    cards = [f"{money.to_wire(card.balance)} {_card(card)}" for card in shown.cards if len(shown.cards) > 1 or _card(card)]
    return "; ".join([f"{money.to_wire(shown.total)}{day}{', by the portal' if shown.total_is_portals else ''}", *cards])


def _where(body: str) -> str:
    """Where a page's figure was found, in words that can be shown to anyone."""
    page = document.parse(f"<html><body>{body}</body></html>".encode(), URL, "text/html; charset=utf-8")
    try:
        shown = figures.read(page, _FAMILIAR, today=TODAY)
    except (figures.NotABalancePage, PageNotUnderstood):
        return _page(body)
    places = dict.fromkeys([shown.evidence, *(card.evidence for card in shown.cards)])
    return " | ".join(f"<{place.label}> {place.path} {place.excerpt}" for place in places if place is not None)


def _card(card: Card) -> str:
    known = (card.kpj, card.company, card.npp, card.segment and card.segment.value, card.active, card.last_contribution)
    return " ".join(str(one) for one in known if one is not None)


_KINDS: dict[str, Callable[[str], object]] = {
    "label": _label,
    "prefix": _prefix,
    "plain words": lambda text: " ".join(labels.Labels(_FAMILIAR).plain_words(text)),
    "amounts": lambda text: [tuple(found) for found in values.find_amounts(text)],
    "state": lambda text: values.Values(_FAMILIAR).state(text).name,
    "kpj": lambda text: f"{values.Values.kpj(text)} {values.Values.bare_kpjs(text)}",
    "npp": lambda text: f"{values.Values.npp(text)} {values.Values.without_npp(text)!r}",
    "segment | status": _said,
    "company": lambda text: values.Values(_FAMILIAR).is_company(text),
    "dates | month | years | period": _dates,
    "spelled": lambda text: spelled.rupiah_of(text.split()),
    "words": words.words_of,
    "mask": lambda text: evidence.mask(_somebodys_page(), text),
}


def _somebodys_page() -> facts.Page:
    page = facts.Page(_FAMILIAR, money.NumberStyle.UNDECIDED)
    page.persons.update(["Budi Santoso", "Budi Santoso Putra", "Ani"])
    return page


def tables(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The tables of a file: what is asked (a kind, or a page with a gap), and its questions, each with the answer that stands there."""
    for part in text.split("\n## ")[1:]:
        title, _, rest = part.partition("\n")
        lines = [line.rpartition(_SIGN) for line in rest.split("\n") if line]
        yield title, [(_plain(question if sign else answer), answer if sign else "") for question, sign, answer in lines]


def answer(title: str, question: str) -> str:
    """What the code of today says."""
    if title.startswith("where "):
        return _where(title.removeprefix("where ").replace("{}", question)).replace("\n", " ").strip()
    if "{}" in title:
        return _page(title.replace("{}", question))
    return str(_KINDS[title.partition(" of ")[0]](question)).replace("\n", " ").strip()


def _plain(written: str) -> str:
    return written.encode("ascii").decode("unicode_escape") if "\\" in written else written


def _written(question: str) -> str:
    """A question as the file holds it: odd signs and blanks at its edges are escaped."""
    if question.isascii() and question.isprintable() and "\\" not in question and question == question.strip(" #"):
        return question
    text = question.encode("unicode_escape").decode("ascii").replace("#", "\\x23")
    before, after = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return "\\x20" * before + text.strip(" ") + ("\\x20" * after if text.strip(" ") else "")


def main() -> None:
    for file in QUESTIONS:
        _answer(file)


def _answer(file: Path) -> None:
    text = file.read_text("utf-8")
    out = [text.split("\n## ")[0].rstrip("\n")]
    for title, lines in tables(text):
        out += [f"\n## {title}", *(f"{_written(question)}{_SIGN}{answer(title, question)}" for question, _ in lines)]
    file.write_text("\n".join(out) + "\n", "utf-8")


if __name__ == "__main__":
    main()
