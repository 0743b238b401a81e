"""The words by which a person knows a control: its label, what stands before it or behind it, the heading over its form.

Each part of a page is read at most once and only as far as it matters, however many controls ask for it.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from lxml import etree

from core.portal.text import normal, text_of, words_of

CONTROLS: Final = ("input", "select", "textarea", "button")
_LABEL_CHARS: Final = 120  # of the words before a control, which are no label of its own
_NAME_CHARS: Final = 400  # of a label; one that goes on is no name
_CAPTION_CHARS: Final = 200
_HEADING_CHARS: Final = 120
_NO_HEADINGS: Final = ("form", "script", "style", "nav", "header", "ul", "table")


class Names:
    """The names of the controls of one page."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._texts: dict[etree._Element, str] = {}
        self._headings: dict[etree._Element, str] = {}
        self._labels = {label.get("for"): label for label in root.iter("label") if label.get("for")}

    def label_of(self, c: etree._Element) -> str:
        """All words that name a control: its label, placeholder, aria words, own names, or else what stands before it."""
        said = [self._label(c), c.get("placeholder") or "", c.get("aria-label") or "", c.get("title") or ""]
        refs = (c.get("aria-labelledby") or "").split()[:3]
        said += [self._text(self._by_id[ref]) for ref in refs if ref in self._by_id]
        wrapper = next(c.iterancestors("label"), None)
        if wrapper is not None:
            said.append(self._text(wrapper))
        if not any(s.strip() for s in said):
            said.append(self._words_before(c))
        return normal(" ".join([*said, words_of(c.get("name") or ""), words_of(c.get("id") or ""), c.get("autocomplete") or ""]))

    def caption_of(self, c: etree._Element) -> str:
        """What a radio button or checkbox stands for: its label, or the words right after it."""
        wrapper = next(c.iterancestors("label"), None)
        said = self._label(c) or (self._text(wrapper) if wrapper is not None else "") or (c.tail or "")
        after = c.getnext()
        if (
            not said.strip()
            and after is not None
            and isinstance(after.tag, str)
            and after.tag not in ("input", "select", "button")
        ):
            said = self._text(after)
        cell = c.getparent()
        beside = cell.getnext() if cell is not None and cell.tag == "td" else None
        if not said.strip() and beside is not None:
            said = self._text(beside)
        return " ".join(said.split())[:_CAPTION_CHARS]

    def heading_of(self, form: etree._Element) -> str:
        """The nearest heading, legend or panel title above a form."""
        el: etree._Element | None = form
        for _ in range(4):
            if el is None or el.tag == "body":
                return ""
            before = el.getprevious()
            hops = 0
            while before is not None and hops < 4:
                words = self._heading(before)
                if words:
                    return words
                before = before.getprevious()
                hops += 1
            el = el.getparent()
        return ""

    def _heading(self, el: etree._Element) -> str:
        """The words of an element if it may head what follows it; else nothing."""
        known = self._headings.get(el)
        if known is None:
            known = ""
            if isinstance(el.tag, str) and el.tag not in _NO_HEADINGS:
                words = text_of(el, _HEADING_CHARS + 1)
                if len(words) <= _HEADING_CHARS and next(el.iter("form"), None) is None:
                    known = words
            self._headings[el] = known
        return known

    def _label(self, c: etree._Element) -> str:
        """The words of the label tied to a control by its id."""
        label = self._labels.get(c.get("id") or "")
        return "" if label is None else self._text(label)

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        out: dict[str, etree._Element] = {}
        for el in self._root.iter():
            name = el.get("id") if isinstance(el.tag, str) else None
            if name:
                out.setdefault(name, el)
        return out

    def _text(self, el: etree._Element) -> str:
        known = self._texts.get(el)
        if known is None:
            known = self._texts[el] = text_of(el, _NAME_CHARS)
        return known

    @staticmethod
    def _words_before(c: etree._Element) -> str:
        """The nearest text before a control, back to the control before it: in its own line, then in the neighbouring cell, then above."""
        el: etree._Element | None = c
        for _ in range(4):
            if el is None or el.tag in ("form", "body", "table"):
                return ""
            said: list[str] = []
            length = 0
            before = el.getprevious()
            while before is not None and length < _LABEL_CHARS:
                said.append(before.tail or "")
                if isinstance(before.tag, str):
                    if before.tag in CONTROLS or next(before.iter(*CONTROLS), None) is not None:
                        break
                    said.append(text_of(before))
                length = length + len(said[-1]) + len(before.tail or "")
                before = before.getprevious()
            parent = el.getparent()
            if before is None and parent is not None:
                said.append(parent.text or "")
            words = " ".join(" ".join(reversed(said)).split())
            if words or before is not None:
                return words[-_LABEL_CHARS:]
            el = parent
        return ""
