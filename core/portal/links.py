"""Ways on from a page: links, image maps, frames, menu buttons that post a form, postbacks. Judged by the words a person would go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree

from core.portal.document import Document
from core.portal.forms import Button, Form, base_of
from core.portal.icons import leads_out
from core.portal.scripts import constant_target
from core.portal.text import has_any, held, is_hidden, normal, text_of, unspaced, words_of
from core.portal.words import Words

_POSTBACK = re.compile(r"__doPostBack\(\s*['\"]([^'\"]{1,200})['\"]\s*,\s*['\"]([^'\"]{0,200})['\"]\s*\)")
_JSF = re.compile(
    r"jsfcljs\(\s*document\.getElementById\(\s*['\"]([^'\"]{1,200})['\"]\s*\)\s*,\s*\{\s*['\"]([^'\"]{1,200})['\"]\s*:\s*['\"]([^'\"]{0,200})['\"]"
)
_SUBMIT = re.compile(
    r"(?:document\.forms\[\s*['\"]|document\.getElementById\(\s*['\"]|document\.forms\.|document\.)([\w:-]{1,100})['\"]?\s*[\])]?\.submit\(\)"
)
# A list that leads at once to the address of the entry that is chosen.
_JUMP = re.compile(
    r"(?:if\s{0,3}\(\s{0,3}this\.(?:value|selectedIndex)(?:\s{0,3}!==?\s{0,3}(?:''|\"\"|0))?\s{0,3}\)\s{0,3}\{?\s{0,3})?"
    r"(?:(?:window|document|self|top|parent|this\.form)\.)?location(?:\.href\s{0,3}=|\.assign\s{0,3}\(|\.replace\s{0,3}\(|\s{0,3}=)\s{0,3}"
    r"this\.(?:value|options\[\s{0,3}this\.selectedIndex\s{0,3}\]\.value)\s{0,3}\)?\s{0,3};?\s{0,3}\}?\s{0,3};?",
)
_FILES = (
    ".pdf",
    ".zip",
    ".apk",
    ".doc",
    ".docx",
    ".xls",
    ".xlsx",
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".mp4",
    ".css",
    ".js",
    ".ico",
    ".csv",
)
_MAX_LINKS = 3000
_MAX_LOOKED_AT = 20_000  # elements that lead somewhere; a page of more is no portal's
_MAX_CHOICES = 200  # entries of a list to choose from; a longer one is no menu
_MAX_JUMPS = 50  # lists that lead on by themselves
_MAX_FIELDS = 500  # of a form that is a menu: every way by it carries them all
_SCRIPT_CHARS = 2_000  # of one onclick
_ALL_SCRIPTS_CHARS = 400_000  # of all of a page's
_ROW_CHARS = 300
_CAPTION_CHARS = 400  # characters, and elements, that are looked at for a caption
_MAX_LABEL_WORDS = 12
_SHORT_CAPTION_WORDS = 4


class Way(NamedTuple):
    """One way on. `fields` is None for a link (GET); else a form to send by `method`. `label` as shown, `said` normalised."""

    url: str
    label: str
    said: str
    method: str = "get"
    fields: tuple[tuple[str, str], ...] | None = None
    frame: bool = False
    row: str = ""  # the words of the table row or card it stands in
    element: etree._Element | None = None
    choice: bool = False  # one entry of a list to choose from

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...] | None]:
        """What makes two ways the same."""
        return urldefrag(self.url)[0], self.fields


def find_ways(document: Document, forms: list[Form]) -> list[Way]:
    """All ways on from a page, in the order in which they stand, each once under each of its captions (a picture's and the words')."""
    base = base_of(document)
    seen: set[tuple[tuple[str, tuple[tuple[str, str], ...] | None], str]] = set()
    out: list[Way] = []
    for way in _all(document, base, forms):
        if (way.key, way.said) not in seen:
            seen.add((way.key, way.said))
            out.append(way)
        if len(out) >= _MAX_LINKS:
            break
    return out


def _all(document: Document, base: str, forms: list[Form]) -> Iterator[Way]:
    small = [f for f in forms if len(f.fields) <= _MAX_FIELDS]
    scripts = _Scripts(base, small)
    rows: dict[etree._Element, str] = {}
    looked_at = 0
    for el in document.root.iter("a", "area", "frame", "iframe", "button", "div", "li", "td", "span", "tr", "input", "img"):
        tag = el.tag
        if tag in ("frame", "iframe"):
            src = (el.get("src") or "").strip()
            if src and not src.lower().startswith(("javascript:", "about:", "data:")) and not is_hidden(el):
                name = words_of(
                    f"{el.get('title') or ''} {el.get('name') or ''} {urlsplit(src).path.rpartition('/')[2].partition('.')[0]}"
                )
                yield Way(urljoin(base, src), name, name, frame=True, element=el)
            continue
        href = (el.get("href") or "").strip() if tag in ("a", "area") else ""
        script = el.get("onclick") or ""
        if not href and not script and not el.get("data-href"):
            continue
        looked_at += 1
        if looked_at > _MAX_LOOKED_AT:
            break
        label = _caption(el)
        if not label:
            continue
        to = scripts.target(f"{script};{href[11:]}" if href.lower().startswith("javascript:") else script)
        plain = (
            href
            if href and href != "#" and not href.lower().startswith(("javascript:", "mailto:", "tel:", "data:", "#"))
            else el.get("data-href") or ""
        )
        if plain:
            yield Way(urljoin(base, plain), label, normal(label), row=_row(el, rows), element=el)
        elif to is not None:
            yield Way(to[1], label, normal(label), to[0], to[2], row=_row(el, rows), element=el)
    yield from _jumps(document, base)
    yield from _buttons(small, rows)
    yield from _choices(small)


def _jumps(document: Document, base: str) -> Iterator[Way]:
    """The entries of lists whose script goes to the chosen one's address, each a link."""
    for chooser in islice(document.root.iter("select"), _MAX_JUMPS):
        if _JUMP.fullmatch((chooser.get("onchange") or "")[:_SCRIPT_CHARS].strip()) is None or is_hidden(chooser):
            continue
        for option in islice(chooser.iter("option"), _MAX_CHOICES):
            address, label = (option.get("value") or "").strip(), text_of(option, _CAPTION_CHARS)
            if label and address and not address.lower().startswith(("javascript:", "mailto:", "tel:", "data:", "#")):
                yield Way(urljoin(base, address), label, normal(label), element=chooser)


class _Scripts:
    """Where a plain onclick leads: a constant address, an ASP.NET postback, a JSF command link, or a form it submits."""

    def __init__(self, base: str, forms: list[Form]) -> None:
        self._base = base
        self._by_name = {f.name: f for f in forms if f.name}
        states = (f for f in forms if any(x.name == "__VIEWSTATE" for x in f.fields))
        self._posted_back = next(states, forms[0] if forms else None)
        self._left = _ALL_SCRIPTS_CHARS

    def target(self, script: str) -> tuple[str, str, tuple[tuple[str, str], ...] | None] | None:
        """(method, address, fields), or None for a script that is not that plain."""
        script = script.strip(" ;")[: min(_SCRIPT_CHARS, self._left)]
        self._left -= len(script)
        if not script:
            return None
        if match := _POSTBACK.search(script):
            form = self._posted_back
            return _sent(form, {"__EVENTTARGET": match[1], "__EVENTARGUMENT": match[2]}) if form else None
        if match := _JSF.search(script):
            form = self._by_name.get(match[1])
            return _sent(form, {match[2]: match[3]}) if form else None
        if match := _SUBMIT.search(script):
            form = self._by_name.get(match[1])
            return _sent(form, {}) if form and not form.passwords and not form.texts else None
        target = constant_target(script)
        return ("get", urljoin(self._base, target), None) if target else None


def _sent(form: Form, values: dict[str, str]) -> tuple[str, str, tuple[tuple[str, str], ...] | None] | None:
    method, action, fields = form.send(values, None)
    return method, action, tuple(fields)


def _buttons(forms: list[Form], rows: dict[etree._Element, str]) -> Iterator[Way]:
    """Menu choices that are forms: nothing to type in, only hidden fields and captions (or radio choices) to press."""
    for form in forms:
        if form.passwords or form.texts or form.selects or any(f.type in ("textarea", "file") and f.shown for f in form.fields):
            continue
        asks = any(f.type in ("radio", "checkbox") and f.shown for f in form.fields)
        for button in form.buttons:
            if button.type == "script" or (asks and not button.name):  # a button that is itself the choice needs no other
                continue
            method, action, fields = form.send({}, button)
            caption = button.caption or normal(button.value)
            if caption:
                yield Way(action, caption, caption, method, tuple(fields), row=_row(form.element, rows), element=form.element)


def _choices(forms: list[Form]) -> Iterator[Way]:
    """Menus to choose from: a list of radio buttons or a select, with a button to go; one way a choice."""
    for form in forms:
        if form.passwords or form.texts:
            continue
        button = form.buttons[0] if form.buttons else None
        radios = [f for f in form.fields if f.type == "radio" and f.shown and f.name and f.caption]
        if max(len(radios), *(len(f.options) for f in form.selects), 0) > _MAX_CHOICES:
            continue
        if len({f.name for f in radios}) == 1:
            for choice in radios:
                yield _chosen(form.choosing(choice), {}, button, choice.caption)
        elif len(form.selects) == 1 and form.selects[0].name:
            for value, text in form.selects[0].options:
                if value.strip() and text:
                    yield _chosen(form, {form.selects[0].name: value}, button, text)


def _chosen(form: Form, values: dict[str, str], button: Button | None, label: str) -> Way:
    method, action, fields = form.send(values, button)
    return Way(action, label, normal(label), method, tuple(fields), element=form.element, choice=True)


def _caption(el: etree._Element) -> str:
    words = unspaced(el.text or "") if len(el) == 0 else ""
    words = words if words.strip() else text_of(el, _CAPTION_CHARS)
    if len(words.split()) > _SHORT_CAPTION_WORDS:
        words = _title(el) or words
    if not words:
        words = el.get("aria-label") or el.get("title") or el.get("value") or el.get("alt") or ("logout" if leads_out(el) else "")
    return " ".join(words.split())[:200]


def _title(el: etree._Element) -> str:
    """The title of a tile that is one big link: its heading, or what it prints in bold, or its first line."""
    parts = [part for part in islice(el.iter(), _CAPTION_CHARS) if isinstance(part.tag, str)]
    for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "strong", "b"):
        for part in parts:
            words = text_of(part, _CAPTION_CHARS) if part.tag == tag else ""
            if words:
                return words
    leaves = (part for part in parts if part.tag in ("div", "p", "span", "td") and part is not el and len(part) == 0)
    return next(filter(None, map(text_of, leaves)), "")


def _row(el: etree._Element, known: dict[etree._Element, str]) -> str:
    """The words of the table row or list entry around an element; each row is read once."""
    row = next(el.iterancestors("tr", "li"), None)
    if row is None:
        return ""
    if row not in known:
        known[row] = normal(text_of(row, _ROW_CHARS))
    return known[row]


def is_file(way: Way) -> bool:
    """Whether a way leads to a file rather than a page."""
    return urlsplit(way.url).path.lower().endswith(_FILES)


def score(said: str, wanted: tuple[str, ...], words: Words, never: tuple[str, ...]) -> int:
    """How well a link's words fit a list of captions: 100 exactly one of them; less for every word more; 0 not at all.

    A forbidden word rules it out, unless it is part of the caption itself; a long headline is no menu entry.
    """
    tokens = said.split()
    if not tokens or len(tokens) > _MAX_LABEL_WORDS:
        return 0
    best = 0
    neutral = words.links["neutral"]
    for caption in held(said, wanted):
        if caption == said:
            return 100
        rest = f" {said} ".replace(f" {caption} ", " ", 1).split()
        if has_any(" ".join(rest), never):
            continue
        strange = [w for w in rest if w not in neutral and not w.isdigit()]
        if len(strange) <= 2:
            best = max(best, 80 - 20 * len(strange) - 2 * (len(rest) - len(strange)) + min(len(caption.split()), 4))
    return best


def never_follow(way: Way, words: Words) -> bool:
    """A log-out, a claim, a change of data: never followed on the way, whatever else the caption says."""
    path = words_of(urlsplit(way.url).path.rpartition("/")[2].partition(".")[0])
    return has_any(way.said, words.links["logout"]) or has_any(
        path, ("logout", "log out", "signout", "keluar", "logoff", "hapus", "delete")
    )
