"""What a browser shows otherwise than the page's text has it: digits that nobody sees, or sees in another order, and words that a
style sheet writes.

Words are left alone; **digits that are not shown as they are written become stars**, so that no amount is made of them, and an amount that
holds them is one that cannot be read. So it does no harm where a rule of the page takes back what another one hides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml import etree

from core.portal.selectors import Matcher, Rule, rules_of

_ZERO: Final = r"(?:0+(?:\.0*)?|\.0+)(?:px|em|rem|pt|%|vw|vh)?"
_FAR: Final = r"-[0-9]{3,7}(?:\.[0-9]{1,4})?(?:px|em|rem|pt|%|vw|vh)"
_UNSEEN: Final = re.compile(
    rf"(?:^|[;{{ ])(?:opacity ?: ?{_ZERO}(?![0-9.])|font-size ?: ?{_ZERO}(?![0-9.])|text-indent ?: ?{_FAR}"
    r"|clip ?: ?rect\( ?[01](?:px)?[ ,]|clip-path ?: ?inset\( ?(?:50|100)%|color ?: ?transparent|-webkit-text-fill-color ?: ?transparent"
    r"|content-visibility ?: ?hidden|-webkit-text-security ?: ?(?!none)|filter ?: ?blur\( ?(?!0)"
    r"|transform ?: ?(?:scale[xy3d]{0,2}\( ?[-0](?![.])|rotate[xy]\( ?180|matrix\( ?[-0](?![.])))"
)
_HIDES: Final = re.compile(
    r"(?:^|[; ])(?:display ?: ?(?:none|var\()|visibility ?: ?(?:hidden|collapse|var\()|text-decoration(?:-line)? ?: ?[a-z# 0-9]{0,40}"
    r"line-through)"
)
_AWAY: Final = re.compile(rf"(?:^|[; ])(?:left|right|top|bottom|margin-left|margin-top) ?: ?{_FAR}")
_NO_ROOM: Final = re.compile(rf"(?:^|[; ])(?:height|width) ?: ?(?:{_ZERO}|1px)(?![0-9.])")
_TURNED: Final = re.compile(r"unicode-bidi ?: ?(?:bidi-override|isolate-override)")
_REVERSED: Final = re.compile(
    r"flex-direction ?: ?(?:row|column)-reverse|flex-flow ?: ?[a-z ]{0,12}(?:row|column)-reverse|direction ?: ?rtl"
)
_ORDERED: Final = re.compile(r"(?:^|[; ])(?:order ?: ?-?[1-9]|float ?: ?right|grid-area ?: ?|grid-row ?: ?|grid-column ?: ?)")
_COLOURS: Final = re.compile(r"(?:^|[; ])(background(?:-color)?|color) ?: ?(#?[a-z0-9]{3,20})")
_SHOWN_AGAIN: Final = re.compile(r"opacity ?: ?(?:1|0?\.[1-9])|animation")
_CONTENT: Final = re.compile(r"(?:^|[; ])content ?: ?([^;]{1,400})", re.IGNORECASE)
_STRING: Final = re.compile(r"\"([^\"\n]{0,200})\"|'([^'\n]{0,200})'|attr\( ?([\w-]{1,40}) ?\)")
_SAYS: Final = re.compile(r"[^\W_]|[-\u2212\u2013+%±<>≥≤≈~*/.,]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_PIECE: Final = re.compile(r"[\s0-9.,]{1,12}")
_DIGIT: Final = re.compile("[0-9]")
_STYLES: Final = re.compile(r"style\s{0,5}=\s{0,5}(?:\"([^\"]{1,2000})|'([^']{1,2000})|([^\s>\"']{1,400}))")
_STYLED: Final = etree.XPath("//*[@style]")
_FIELDS: Final = frozenset(["select", "option", "optgroup", "textarea", "script", "style"])
_COUNTED: Final = (
    "data-target",
    "data-count",
    "data-to",
    "data-end",
    "data-end-val",
    "data-endval",
    "data-countup",
    "data-counter",
    "data-number",
)
_NOT_TEXT: Final = ("bdo", "meter", "progress", "rt", "rp")  # drawn as a bar, the other way round, or above the line
_PICTURES: Final = ("img", "picture", "svg", "canvas", "math", "object", "iframe", "video")
_BEGUN: Final = re.compile(r"(?:[0-9][.,]?|(?:\brp|\bidr)\.?)\s?$", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"[.,]?[0-9]")
_OF_A_CONTAINER: Final = frozenset(["html", "body"])
_LABELS: Final = ("data-label", "data-th", "data-title", "data-header", "data-column", "data-content", "data-name")
_MOST: Final = 20_000  # elements that are changed
_VEILED: Final = "data-veiled"
_FRAGMENTS: Final = 60  # children that are looked at


def veil(root: etree._Element, lower: str) -> None:
    """Star the digits of a document that a browser does not show as they are written. `lower`: its source in small letters."""
    for element in root.iter(*_NOT_TEXT):
        if element.tag != "bdo" or (element.get("dir") or "").lower() == "rtl":
            _star(element)
    for element in root.iter(*_PICTURES):
        _within_a_number(element)
    if "style" in lower:
        _by_styles(root, lower)
    if "data-" in lower:
        _counters(root, lower)


def _by_styles(root: etree._Element, lower: str) -> None:
    if any(any(_judge(" ".join(style.split()))) for styles in set(_STYLES.findall(lower)) for style in styles):
        for element in _elements(_STYLED, root):
            plain = " ".join((element.get("style") or "").lower().split())
            unseen, turned = _judge(plain)
            if unseen and not _moves(element):
                _star(element)
            if turned:
                _reorder(element, plain)
    if "<style" not in lower:
        return
    rules = [rule for sheet in root.iter("style") if sheet.text and _is_for_screens(sheet) for rule in rules_of(sheet.text)]
    back = {test.name for rule in rules if _SHOWN_AGAIN.search(rule.body) for test in rule.parts[-1].tests if test.kind == "cls"}
    wanted = [rule for rule in rules if _matters(rule, back)]
    for element, rule in list(islice(Matcher().find(root, wanted, lower), _MOST)) if wanted else []:
        if rule.drawn:
            _write(element, rule)
        elif element.tag not in _OF_A_CONTAINER:
            if _hides(rule) and not _moves(element):
                _star(element)
            _reorder(element, rule.body)


def _is_for_screens(sheet: etree._Element) -> bool:
    """Whether a style sheet is to be heard. Of one that a browser has drawn (`snapshot.js`) the page's text says already what it does."""
    return sheet.get("data-drawn") is None and (sheet.get("media") or "all").lower().strip() in ("all", "screen", "")


def _matters(rule: Rule, back: set[str]) -> bool:
    if rule.drawn:
        return "content" in rule.body
    if _turns(rule.body):
        return True
    return _hides(rule) and not ("opacity" in rule.body and any(test.name in back for test in rule.parts[-1].tests))


def _elements(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = path(root)  # type: ignore[assignment]
    return found


@lru_cache(maxsize=512)
def _judge(plain: str) -> tuple[bool, bool]:
    """Whether a style hides what it is about, and whether it may change its order."""
    return _UNSEEN.search(plain) is not None or _is_unseen(plain), _turns(plain)


def _turns(plain: str) -> bool:
    return _REVERSED.search(plain) is not None or _ORDERED.search(plain) is not None


def _hides(rule: Rule) -> bool:
    if _UNSEEN.search(rule.body) or _is_unseen(rule.body):
        return True
    return _HIDES.search(rule.body) is not None and ("var(" in rule.body or not _is_simple(rule))


def _is_simple(rule: Rule) -> bool:
    """Whether `core.portal.visible` hears it: one class or id."""
    tests = rule.parts[0].tests
    kinds = [test.kind for test in tests]
    return len(rule.parts) == 1 and kinds in (["cls"], ["id"], ["tag", "cls"], ["tag", "id"])


def _is_unseen(plain: str) -> bool:
    if _AWAY.search(plain) and "position" in plain:
        return True
    if _TURNED.search(plain) and "rtl" in plain:
        return True
    if "overflow" in plain and "hidden" in plain and _NO_ROOM.search(plain):
        return True
    if "background" not in plain:
        return False
    colours = dict(_COLOURS.findall(plain))
    return colours.get("color") is not None and colours["color"] in (colours.get("background"), colours.get("background-color"))


def _moves(element: etree._Element) -> bool:
    """Whether scripts show an element by and by: a slide, a pane, what fades in."""
    classes = f" {(element.get('class') or '').lower()} "
    return any(
        word in classes
        for word in (" fade", "aos", "animat", "carousel", "slide", "swiper", "collaps", "tab-pane", "modal", "accordion")
    )


def _reorder(element: etree._Element, plain: str) -> None:
    """Where the pieces of a number stand in another order than in the page."""
    if _REVERSED.search(plain):
        pieces = [child for child in islice(element, _FRAGMENTS) if isinstance(child.tag, str) and _is_piece(child)]
        turned = "column-reverse" in plain and _DIGIT.search("".join(islice(map(str, element.itertext()), 40)))
        if len(pieces) > 1 or turned:
            _star(element)
    elif _ORDERED.search(plain) and _is_piece(element):
        _star(element)


def _is_piece(element: etree._Element) -> bool:
    text = "".join(islice(map(str, element.itertext()), 8)).strip()
    return bool(text) and _PIECE.fullmatch(text) is not None


def _write(element: etree._Element, rule: Rule) -> None:
    """Put the words that a style sheet draws before or after an element where they are seen."""
    said = ""
    match = _CONTENT.search(rule.written)
    for double, single, name in _STRING.findall(match[1]) if match else ():
        if name and name not in _LABELS:
            said += element.get(name) or ""
        else:
            said += double or single
    said = _PRIVATE.sub("", said)[:200]
    if not _SAYS.search(said) or (
        not any(map(str.isalnum, said)) and not _DIGIT.search("".join(islice(map(str, element.itertext()), 40)))
    ):
        return
    if rule.drawn == "before":
        element.text = said + (element.text or "")
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + said
    else:
        element.text = (element.text or "") + said


def _within_a_number(element: etree._Element) -> None:
    """A picture between the digits of a number is one of its digits: `Rp <img>8.731.902`, `48.731.<img alt="902">`."""
    before = element.getprevious()
    parent = element.getparent()
    said = before.tail if before is not None else None if parent is None else parent.text
    if not said or _BEGUN.search(said[-8:]) is None:
        return
    inside = "".join(islice(map(str, element.itertext()), 20)) + (element.get("alt") or "")
    if _GOES_ON.match(element.tail or "") or said[-1] in ".," or (said[-1].isdecimal() and _DIGIT.search(inside)):
        element.tail = "*" + (element.tail or "")


def _counters(root: etree._Element, lower: str) -> None:
    """An amount that runs up to another one while the page is looked at: `<span data-target="48731902">0</span>`."""
    for name in _COUNTED:
        for element in _elements(etree.XPath(f"//*[@{name}]"), root) if f"{name}=" in lower else ():
            goal = re.sub(r"[^0-9]", "", element.get(name) or "")
            shown = re.sub(r"[^0-9]", "", "".join(islice(map(str, element.itertext()), 20)))
            if goal and shown and goal.lstrip("0") != shown.lstrip("0"):
                _star(element)


def _star(element: etree._Element) -> None:
    """Every digit in an element becomes a star, but for the entries of lists and what scripts say."""
    if element.get(_VEILED) is not None:
        return  # with one around it: what is nested is gone through once
    for one in element.iter("*"):
        one.set(_VEILED, "")
        if one.tag in _FIELDS:
            continue
        if one.text and _DIGIT.search(one.text):
            one.text = _DIGIT.sub("*", one.text)
        if one is not element and one.tail and _DIGIT.search(one.tail):
            one.tail = _DIGIT.sub("*", one.tail)
        value = one.get("value")
        if one.tag == "input" and value and (one.get("readonly") is not None or one.get("disabled") is not None):
            one.set("value", _DIGIT.sub("*", value))
