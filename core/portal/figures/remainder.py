"""Whether a page that was read holds back other cards behind controls that no plain request can press: it is then read only in part.

Controls that lead to an address (links, forms) are the road's business; these here only call a script.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import Final

from lxml import etree

from core.models import Balance
from core.portal.figures.facts import Page
from core.portal.figures.values import Values
from core.portal.figures.words import find, words_of
from core.portal.inline import words_in

_ASLEEP: Final = ("disabled", "carousel", "slick", "swiper", "slide")
_WAITING: Final = ("placeholder", "skeleton", "shimmer", "loading", "spinner")
_NEAR: Final = 4  # elements upwards
_MOST_ENTRIES, _SENTENCE = 40, 240  # entries of a list; characters of a sentence
_NTH: Final = re.compile(r"(?:kartu|card|kpj|kepesertaan) (?:ke[- ])?#?[0-9]{1,2}")
_SHOWING: Final = ("ampil", "termasuk", "hitung", "muat", "ambil", "shown", "showing", "displayed", "included", "load")
_CARD: Final = r"(?:kartu|kpj|kepesertaan|data kartu|saldo kartu|cards?|memberships?)"
_PART: Final = re.compile(
    r"\b(?:sebagian|tidak semua|hanya|beberapa|only|not all|some)"
    rf"(?: (?:dari|data|saldo|untuk|menampilkan|aktif|active|of|the|your|showing)){{0,2}} {_CARD}\b"
    r"[^.;!?]{0,60}\b(?:di)?(?:tampil|termasuk|dihitung|dimuat|shown|displayed|included|loaded)"
    rf"|\b(?:menampilkan|ditampilkan|showing) (?:hanya )?(?:sebagian|beberapa|only some|some)\b"
    rf"|\b{_CARD}\b[^.;!?]{{0,60}}\b(?:(?:tidak|belum|gagal) (?:dapat |bisa )?(?:di)?(?:tampil|muat|termasuk|hitung|ambil)"
    rf"|(?:is|are|was|were|could) not (?:be )?(?:shown|displayed|included|loaded)|failed to load)"
    rf"|\bgagal (?:memuat|mengambil|menampilkan) (?:data |saldo )?{_CARD}\b|\bfailed to load {_CARD}\b",
    re.IGNORECASE,
)
# What is only said for a case; and cards that no account of the portal knows, which no total of it can hold.
_CASE: Final = re.compile(r"\b(?:jika|bila|apabila|kalau|if|when|(?:ter|di)?taut(?:kan)?|linked|terhubung)\b", re.IGNORECASE)
_MOST_INSIDE, _MOST_SCRIPTS, _MOST_SCRIPT = 40, 50, 200_000


def holds_back_cards(page: Page, root: etree._Element, balance: Balance) -> bool:
    """Whether a list, a tab or a pager that works by script alone leads to cards that are not among those read."""
    known = {card.kpj for card in balance.cards}
    for chooser in root.iter("select"):
        changes = (chooser.get("onchange") or "").lower()
        by_script = bool(changes) and "submit" not in changes
        if by_script or (not _within(chooser, "form") and chooser.get("form") is None):
            entries = [" ".join(words_in(option).split()) for option in islice(chooser.iter("option"), _MOST_ENTRIES)]
            named = {kpj for text in chooser.itertext() for kpj in Values.bare_kpjs(str(text))}
            if len(named) > 1 and named - known:
                return True
            if len(balance.cards) < len(entries) > 1 and all(_names_a_card(page, text) for text in entries):
                return True
    listed = not page.other_money and any(card.evidence and "/tr" in card.evidence.path for card in balance.cards)
    tabs: set[str] = set()
    counted = page.pager is not None and page.pager[1] <= len(balance.cards)
    for control in root.iter("a", "button"):
        if not _is_dead(control):
            continue
        text = " ".join((words_in(control) or "").split())[:120]
        if set(Values.bare_kpjs(text)) - known:
            return True
        if _names_a_card(page, text):
            tabs.add(text.casefold())
        if not counted and not _is_asleep(control) and _leads_on(page, control, text, listed):
            return True
    return len(tabs) > max(1, len(balance.cards))


def says_it_is_a_part(text: str, lines: list[str]) -> str | None:
    """The line that says that some cards are not shown, or None: `Kartu nonaktif tidak ditampilkan`, `Data kartu ... gagal dimuat`.
    `text`: all lines together, which spares most pages the look at each."""
    said = text.casefold()
    if not any(word in said for word in _SHOWING):
        return None
    return next((line for line in lines if len(line) < _SENTENCE and _PART.search(line) and not _CASE.search(line)), None)


def _names_a_card(page: Page, text: str) -> bool:
    """Whether an entry of a list or a tab stands for one card: `PT MAJU JAYA`, `Kartu 2`, `Bukan Penerima Upah`."""
    return bool(text) and (
        _NTH.fullmatch(text.casefold()) is not None or page.values.is_company(text) or page.values.is_segment(text)
    )


def is_placeholder(root: etree._Element, element: etree._Element) -> bool:
    """Whether a zero is only what stands there until a script has fetched the figure: by the elements around it, or those of its line
    that hold a zero (`<p>Saldo JHT: <b id="saldo">Rp 0</b>`)."""
    scripts = [script.text[:_MOST_SCRIPT] for script in root.iter("script") if script.text][:_MOST_SCRIPTS]
    around = [element, *islice(element.iterancestors(), _NEAR - 1)]
    around = list(takewhile(lambda one: one.tag not in ("body", "table"), around))
    inside = [one for one in islice(element.iter(), _MOST_INSIDE) if "0" in (one.text or one.get("value") or "")]
    beside = [one for one in (*islice(element.iter("*"), _MOST_INSIDE), *_after(element)) if not words_in(one).strip()]
    return any(_waits(one, scripts) for one in (*around, *inside)) or any(_waits(one, []) for one in beside)


def _after(element: etree._Element) -> tuple[etree._Element, ...]:
    """The neighbours of an element: a wheel that turns beside the zero."""
    return tuple(one for one in (element.getprevious(), element.getnext()) if one is not None and isinstance(one.tag, str))


def _waits(element: etree._Element, scripts: list[str]) -> bool:
    """Whether an element is drawn as waiting, or a script names it."""
    classes = (element.get("class") or "").lower()
    if any(word in classes for word in _WAITING) or (element.get("aria-busy") or "").strip().lower() == "true":
        return True
    name = element.get("id")
    return bool(name) and any(re.search(rf"['\"#]{re.escape(str(name))}['\"]", script) for script in scripts)


def _leads_on(page: Page, control: etree._Element, text: str, listed: bool) -> bool:
    """Whether a control that only calls a script shows further items: `Muat kartu lainnya`, `Halaman berikutnya`, a page's number."""
    if text.isdecimal():
        return listed and int(text) > 1 and "pag" in _classes_around(control)
    words = words_of(text if any(character.isalpha() for character in text) else control.get("aria-label") or "")
    if not find(page.words.more, words):
        return False
    return listed or not {"kartu", "kpj", "card", "cards"}.isdisjoint(words)


def _is_dead(control: etree._Element) -> bool:
    """Whether pressing it only runs a script of the page."""
    if control.tag == "button":
        return (control.get("type") or "").lower() == "button" or not _within(control, "form")
    target = (control.get("href") or "").strip().lower()
    return not target or target.startswith("#") or (target.startswith("javascript:") and "location" not in target)


def _is_asleep(control: etree._Element) -> bool:
    return control.get("disabled") is not None or any(word in _classes_around(control) for word in _ASLEEP)


def _classes_around(control: etree._Element) -> str:
    found: list[str] = []
    at: etree._Element | None = control
    for _ in range(_NEAR):
        if at is None:
            break
        found.append((at.get("class") or "").lower())
        at = at.getparent()
    return " ".join(found)


def _within(element: etree._Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None
