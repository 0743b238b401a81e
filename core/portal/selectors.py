"""The rules of a page's own style sheets, and which elements they are about: as much of CSS as pages write by hand.

What a selector says that is not understood here (`:hover`, `:has()`) makes it match nothing. The work is bounded, whatever a page holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from lxml import etree

_MOST_SHEET: Final = 200_000  # characters of one style sheet
_LONGEST_SELECTOR, _LONGEST_BODY = 400, 2_000  # characters
_MOST_RULES: Final = 400
_MOST_PARTS: Final = 6  # compounds of one selector
_MOST_STEPS: Final = 1_500_000  # comparisons of an element with a selector
_COMMENT: Final = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_ESCAPE: Final = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?")
_NOT_HERE: Final = ("print", "width", "height", "orientation", "hover", "prefers-", "not ", "speech")
_PIECE: Final = re.compile(
    r"(?P<tag>\*|[A-Za-z][\w-]{0,60})|#(?P<id>-?[A-Za-z_][\w-]{0,80})|\.(?P<cls>-?[A-Za-z_][\w-]{0,80})"
    r"|\[ ?(?P<attr>[\w:-]{1,60}) ?(?:(?P<how>[~|^$*]?=) ?[\"']?(?P<value>[^\"'\]]{0,120})[\"']? ?)?\]"
    r"|::?(?P<pseudo>[a-z-]{1,30})(?:\((?P<inside>[^()]{0,120})\))?"
)
_NTH: Final = re.compile(r"(?:(?P<a>[+-]?[0-9]{0,4})n ?)?(?P<b>[+-]? ?[0-9]{1,5})?")
_CLASS_VALUES: Final = re.compile(r"class\s{0,5}=\s{0,5}[\"']?([^\"'>]{1,400})")
_CLASSED: Final = etree.XPath("//*[contains(concat(' ', normalize-space(@class), ' '), $padded)]")
_NAMED: Final = etree.XPath("//*[@id = $name]")


class _Test(NamedTuple):
    """One condition of a compound selector. kind: tag, id, cls, attr, nth, last, not."""

    kind: str
    name: str = ""
    value: str = ""
    step: int = 0
    inner: tuple[_Test, ...] = ()


class _Compound(NamedTuple):
    """What must hold of one element, and how it stands to the one before: ` `, `>`, `+`, `~`."""

    tests: tuple[_Test, ...]
    joined: str


class Rule(NamedTuple):
    """One selector with its declarations, in small letters without comments. drawn: `before` or `after` where it draws beside an element."""

    parts: tuple[_Compound, ...]
    body: str
    drawn: str
    written: str  # the declarations as they are written


def rules_of(css: str) -> Iterator[Rule]:
    """The rules of a sheet that hold on a screen of any size, one for each selector that is understood."""
    css = _COMMENT.sub(" ", css[:_MOST_SHEET])
    found = 0
    for heads, body in _blocks(css):
        if len(body) > _LONGEST_BODY:
            continue
        written = _ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), body)
        for selector in _selectors(heads):
            rule = _rule(selector, written)
            if rule is not None:
                found += 1
                yield rule
            if found >= _MOST_RULES:
                return


def _blocks(css: str) -> Iterator[tuple[list[str], str]]:
    """Each innermost block: the heads that stand over it, the outermost first, and its declarations."""
    heads: list[str] = []
    begin = 0
    for match in re.finditer(r"[{}]", css):
        text = css[begin : match.start()]
        begin = match.end()
        if match[0] == "{":
            own, semicolon, head = text.rpartition(";")
            if semicolon and heads:
                yield from _judged(heads, own)
            heads.append(" ".join(head.split()))
        elif heads:
            yield from _judged(heads, text)
            heads.pop()


def _judged(heads: list[str], body: str) -> Iterator[tuple[list[str], str]]:
    if not body.strip():
        return
    conditions = [head.lower() for head in heads if head.startswith("@")]
    if any(head.startswith(("@keyframes", "@-webkit-keyframes", "@font", "@page")) for head in conditions):
        return
    if any(word in head for head in conditions if head.startswith(("@media", "@container")) for word in _NOT_HERE):
        return
    yield [head for head in heads if not head.startswith("@")], body


def _selectors(heads: list[str]) -> list[str]:
    """The selectors of nested heads, each written out."""
    out = [""]
    for head in heads:
        parts = [part.strip() for part in _split(head)][:20]
        out = [part.replace("&", above) if "&" in part else f"{above} {part}" for above in out for part in parts][:40]
    return [one.strip() for one in out if one.strip()]


def _split(head: str) -> list[str]:
    """A list of selectors at its commas, but not at those within parentheses. `:is(.a)` alone is `.a`."""
    head = re.sub(r":(?:is|where)\(([^(),]{1,120})\)", r"\1", head[:4_000])
    return re.split(r",(?![^()]{0,120}\))", head)


def _rule(selector: str, written: str) -> Rule | None:
    if len(selector) > _LONGEST_SELECTOR:
        return None
    drawn = ""
    ends = re.search(r"::?(before|after)$", selector)
    if ends:
        drawn, selector = ends[1], selector[: ends.start()] or "*"
    words = re.sub(r" ?([>+~])(?![^\[]{0,120}\]) ?", r" \1 ", selector).split(" ")
    parts: list[_Compound] = []
    joined = " "
    for word in words:
        if word in (">", "+", "~"):
            joined = word
        elif word:
            tests = _tests(word)
            if tests is None:
                return None
            parts.append(_Compound(tests, joined))
            joined = " "
    if not parts or len(parts) > _MOST_PARTS:
        return None
    return Rule(tuple(parts), " ".join(written.lower().split()), drawn, written)


def _tests(word: str, *, nested: bool = False) -> tuple[_Test, ...] | None:
    out: list[_Test] = []
    place = 0
    while place < len(word):
        match = _PIECE.match(word, place)
        if match is None or match.end() == place:
            return None
        place = match.end()
        if match["tag"]:
            if match["tag"] != "*":
                out.append(_Test("tag", match["tag"].lower()))
        elif match["id"] or match["cls"]:
            out.append(_Test("id" if match["id"] else "cls", match["id"] or match["cls"]))
        elif match["attr"]:
            out.append(_Test("attr", match["attr"].lower(), (match["how"] or "") + (match["value"] or "")))
        else:
            test = _pseudo(match["pseudo"], match["inside"] or "", nested)
            if test is None:
                return None
            out.append(test)
    return tuple(out)


def _pseudo(name: str, inside: str, nested: bool) -> _Test | None:
    if name == "root":
        return _Test("tag", "html")
    if name in ("first-child", "last-child"):
        return _Test("nth" if name == "first-child" else "last", value="1")
    if name in ("nth-child", "nth-last-child"):
        word = {"odd": "2n+1", "even": "2n"}.get(inside.strip().lower(), inside.strip().lower().replace(" ", ""))
        match = _NTH.fullmatch(word)
        if match is None or not word:
            return None
        step = 0 if match["a"] is None else int(match["a"] + "1") if match["a"] in ("", "+", "-") else int(match["a"])
        return _Test("nth" if name == "nth-child" else "last", value=match["b"] or "0", step=step)
    if name == "not" and not nested:
        tests = _tests(inside.strip(), nested=True)
        return _Test("not", inner=tests) if tests else None
    return None


class Matcher:
    """Finds the elements of one document that rules are about; what it may compare is bounded."""

    def __init__(self) -> None:
        self._steps = _MOST_STEPS

    def find(self, root: etree._Element, rules: list[Rule], lower: str) -> Iterator[tuple[etree._Element, Rule]]:
        """Each element with each rule that is about it. `lower`: the page's source in small letters."""
        by_key: dict[str, list[Rule]] = {}
        for rule in rules:
            by_key.setdefault(_key(rule.parts[-1]), []).append(rule)
        used = {name for value in set(_CLASS_VALUES.findall(lower)) for name in value.split()}
        for key, about in by_key.items():
            if key[0] == "." and key[1:].lower() not in used:
                continue
            for element in _with_key(root, key):
                for rule in about:
                    self._steps -= 1
                    if self._steps < 0:
                        return
                    if self._holds(element, rule.parts):
                        yield element, rule

    def _holds(self, element: etree._Element, parts: tuple[_Compound, ...]) -> bool:
        """Whether the last of the compounds holds of an element, and the others of those around it."""
        if not all(_is(element, test) for test in parts[-1].tests):
            return False
        if len(parts) == 1:
            return True
        joined, rest = parts[-1].joined, parts[:-1]
        around = element.iterancestors() if joined in " >" else element.itersiblings(preceding=True)
        for other in around:
            self._steps -= 1
            if self._steps < 0:
                return False
            if isinstance(other.tag, str) and self._holds(other, rest):
                return True
            if joined in ">+":
                return False
        return False


def _key(last: _Compound) -> str:
    for kind, mark in (("id", "#"), ("cls", "."), ("tag", "")):
        for test in last.tests:
            if test.kind == kind:
                return mark + test.name
    return "*"


def _with_key(root: etree._Element, key: str) -> Iterable[etree._Element]:
    """The elements that have the tag, the class or the id of a key."""
    if key[0] not in ".#":
        return root.iter(key)
    path = _CLASSED if key[0] == "." else _NAMED
    found: list[etree._Element] = path(root, name=key[1:], padded=f" {key[1:]} ")  # type: ignore[assignment]
    return found


def _is(element: etree._Element, test: _Test) -> bool:
    if test.kind == "tag":
        return bool(element.tag == test.name)
    if test.kind == "id":
        return element.get("id") == test.name
    if test.kind == "cls":
        return test.name in (element.get("class") or "").split()
    if test.kind == "attr":
        return _has(element.get(test.name), test.value)
    if test.kind == "not":
        return not all(_is(element, one) for one in test.inner)
    place = 1 + sum(1 for _ in element.itersiblings("*", preceding=test.kind == "nth"))
    first = int(test.value.replace(" ", ""))
    if not test.step:
        return place == first
    return (place - first) % test.step == 0 and (place - first) // test.step >= 0


def _has(value: str | None, wanted: str) -> bool:
    if value is None or "=" not in wanted:
        return value is not None
    how, _, text = wanted.partition("=")
    if how == "~":
        return text in value.split()
    if how == "|":
        return value == text or value.startswith(text + "-")
    if how == "^":
        return bool(text) and value.startswith(text)
    if how == "$":
        return bool(text) and value.endswith(text)
    return bool(text) and text in value if how == "*" else value == text
