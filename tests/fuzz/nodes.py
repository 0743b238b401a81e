"""Mutations of the tree: nodes renamed, wrapped, unwrapped, dropped, doubled, moved; classes and blanks changed."""

from __future__ import annotations

import copy
from random import Random
from typing import Final

from lxml import etree

from tests.fuzz.base import Base, written
from tests.fuzz.oracle import Case, after_tree, unchanged
from tests.fuzz.registry import mutation

_BLOCKS: Final = ("div", "section", "article", "main", "center")
_INLINE: Final = ("span", "b", "strong", "i", "em", "font", "small")
_FAMILIES: Final = (
    _BLOCKS,
    _INLINE,
    ("p", "div"),
    ("td", "th"),
    ("thead", "tbody"),
    ("ul", "ol"),
    ("h1", "h2", "h3", "h4", "h5", "h6"),
)
_WRAPPERS: Final = (*_BLOCKS, "form", "blockquote", "fieldset")
_FIXED: Final = frozenset(["html", "head", "body", "title", "meta", "script", "style", "link", "base"])


def elements(root: etree._Element) -> list[etree._Element]:
    """What stands in the body, the body itself left out."""
    body = root.find(".//body")
    return [] if body is None else [one for one in body.iterdescendants() if isinstance(one.tag, str) and one.tag not in _FIXED]


def _tree(base: Base) -> tuple[etree._Element, list[etree._Element]] | None:
    if base.root is None:
        return None
    root = base.tree()
    some = elements(root)
    return (root, some) if some else None


def remove(element: etree._Element) -> None:
    """Takes an element out and leaves the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


def _rename(some: list[etree._Element], rng: Random) -> bool:
    element = rng.choice(some)
    families = [family for family in _FAMILIES if element.tag in family]
    if not families:
        return False
    element.tag = rng.choice([tag for tag in rng.choice(families) if tag != element.tag])
    return True


def _wrap(some: list[etree._Element], rng: Random) -> bool:
    blocks = [one for one in some if one.tag in ("div", "table", "p", "ul", "dl", "section", "h1", "h2", "h3", "h4")]
    if not blocks:
        return False
    element = rng.choice(blocks)
    parent = element.getparent()
    if parent is None or parent.tag in ("tr", "table", "tbody", "p", "ul", "dl", "span", "a", "b", "font"):
        return False
    around = etree.Element(rng.choice(_WRAPPERS))
    around.tail, element.tail = element.tail, None
    parent.replace(element, around)
    around.append(element)
    return True


def _classes(some: list[etree._Element], rng: Random) -> bool:
    element = rng.choice(some)
    what = rng.choice(("id", "data-x", "class", "align", "onclick", "lang"))
    if what == "class":
        known = element.get("class")
        element.set("class", f"{known} x{rng.randrange(99)}" if known else f"x{rng.randrange(99)} col-md-6")
    elif element.get(what) is None:
        element.set(what, f"z{rng.randrange(99)}")
    return True


_NEUTRAL: Final = (_rename, _wrap, _classes)


def _neutral(base: Base, rng: Random, how: object, times: int) -> Case | None:
    got = _tree(base)
    if got is None:
        return None
    root, some = got
    done = False
    for _ in range(times):
        step = how if callable(how) else rng.choice(_NEUTRAL)
        done = step(some, rng) or done
    return Case(written(root).encode(), unchanged(base)) if done else None


@mutation
def renamed(base: Base, rng: Random) -> Case | None:
    """An element becomes another of its family: div, section; span, b; td, th; h2, h5."""
    return _neutral(base, rng, _rename, rng.randrange(1, 4))


@mutation
def wrapped_in_a_block(base: Base, rng: Random) -> Case | None:
    """A block gets one more block around it."""
    return _neutral(base, rng, _wrap, rng.randrange(1, 4))


@mutation
def attributes_added(base: Base, rng: Random) -> Case | None:
    """Classes, ids and handlers that mean nothing."""
    return _neutral(base, rng, _classes, rng.randrange(1, 9))


@mutation
def several_small_changes(base: Base, rng: Random) -> Case | None:
    """Four to twelve of the changes that mean nothing, together."""
    return _neutral(base, rng, None, rng.randrange(4, 13))


@mutation
def unwrapped(base: Base, rng: Random) -> Case | None:
    """An element goes, and what was in it stays."""
    got = _tree(base)
    if got is None:
        return None
    root, some = got
    some = [
        one
        for one in some
        if one.tag in (*_BLOCKS, *_INLINE) and not set(one.attrib) & {"hidden", "style", "class", "id", "aria-hidden"}
    ]
    if not some:
        return None
    element = rng.choice(some)
    block = element.tag in _BLOCKS
    gap = " " if block else ""
    children = list(element)
    inner = gap + (element.text or "")
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + inner
    else:
        parent.text = (parent.text or "") + inner
    tail = gap + (element.tail or "")
    element.tail = None
    parent.remove(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
    if children:
        children[-1].tail = (children[-1].tail or "") + tail
    elif before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    return Case(written(root).encode(), unchanged(base))


@mutation
def dropped(base: Base, rng: Random) -> Case | None:
    """An element is gone with all that was in it."""
    got = _tree(base)
    if got is None or base.truth is None:
        return None
    root, some = got
    for _ in range(rng.choice((1, 1, 2, 4))):
        element = rng.choice(some)
        if element.getparent() is not None:
            remove(element)
    return after_tree(base, root)


@mutation
def doubled(base: Base, rng: Random) -> Case | None:
    """An element stands there twice, one behind the other."""
    got = _tree(base)
    if got is None:
        return None
    root, some = got
    element = rng.choice(some)
    twin = copy.deepcopy(element)
    element.tail = None
    element.addnext(twin)
    return Case(written(root).encode(), unchanged(base))


@mutation
def neighbours_swapped(base: Base, rng: Random) -> Case | None:
    """Two neighbours change places; cells of tables do not (see `cells_swapped`)."""
    got = _tree(base)
    if got is None or base.truth is None:
        return None
    root, some = got
    some = [one for one in some if one.getnext() is not None and one.tag not in ("td", "th", "tr", "dt", "dd")]
    if not some:
        return None
    element = rng.choice(some)
    other = element.getnext()
    assert other is not None
    element.tail, other.tail = other.tail, element.tail
    other.addnext(element)
    return after_tree(base, root)


@mutation
def moved(base: Base, rng: Random) -> Case | None:
    """A block goes to another place of the page, with all that is in it."""
    got = _tree(base)
    if got is None or base.truth is None:
        return None
    root, some = got
    some = [
        one for one in some if one.tag in ("div", "section", "table", "ul", "dl", "fieldset", "footer", "header", "nav", "aside")
    ]
    if len(some) < 2:
        return None
    element, goal = rng.sample(some, 2)
    if any(one is element for one in goal.iterancestors()):
        return None
    parent = goal.getparent()
    if parent is None or parent.tag in ("tr", "table", "tbody", "ul", "dl", "p"):
        return None
    remove(element)
    goal.addprevious(element)
    return after_tree(base, root)


@mutation
def spread_over_lines(base: Base, rng: Random) -> Case | None:
    """White space between the elements: as a formatter would indent them, or none at all."""
    got = _tree(base)
    if got is None:
        return None
    root, some = got
    blank = rng.choice(("\n    ", "\r\n\t", " ", "\u00a0"))
    for element in some:
        if element.tag in ("div", "tr", "table", "tbody", "ul", "li", "section", "dl", "td", "p", "h3"):
            if element.text is None or not element.text.strip():
                element.text = blank if len(element) else element.text
            if not (element.tail or "").strip():
                element.tail = blank
    return Case(written(root).encode(), unchanged(base))
