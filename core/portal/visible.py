"""What of a page a person can see: hidden attributes, inline styles, the page's own style rules, print twins.

Tabs, accordions and modals are hidden until they are opened, so they count as readable; a hidden element that nothing on the page
opens does not.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml import etree

UNSEEN_TAGS: Final = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "title",
        "meta",
        "link",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "video",
        "audio",
        "map",
        "datalist",
        "colgroup",
        "param",
        "source",
        "track",
        "base",
        "area",
        "math",
    ]
)
STRUCK_TAGS: Final = frozenset(["del", "s", "strike"])
_OPENABLE: Final = frozenset(
    [
        "tab-pane",
        "tabpanel",
        "tab-panel",
        "tabcontent",
        "tab-content",
        "ui-tabs-panel",
        "panel-collapse",
        "collapse",
        "accordion-collapse",
        "accordion-body",
        "accordion-content",
        "ui-accordion-content",
        "ui-dialog-content",
        "modal",
        "offcanvas",
        "swal2-container",
        "swal2-modal",
        "swal2-popup",
    ]
)
_PRINT_ONLY: Final = frozenset(
    [
        "print-only",
        "printonly",
        "only-print",
        "show-for-print",
        "visible-print",
        "visible-print-block",
        "visible-print-inline",
        "visible-print-inline-block",
        "hanya-cetak",
        "cetak-saja",
        "print-show",
    ]
)
_SHOWN_IN_PRINT: Final = frozenset(
    f"d-print-{how}" for how in ("block", "inline", "inline-block", "table", "table-row", "table-cell", "flex", "grid")
)
_SCREEN_ONLY: Final = frozenset(
    ["d-print-none", "no-print", "noprint", "hidden-print", "hide-on-print", "screen-only", "print-hide"]
)
_HIDING: Final = frozenset(
    ["d-none", "hidden", "hide", "invisible", "is-hidden", "ng-hide", "w3-hide", "uk-hidden", "display-none"]
)
_SHOWN_SOMEWHERE: Final = re.compile(
    r"(?:^|\s)(?:d-(?:sm|md|lg|xl|xxl)-(?!none)[a-z-]+|(?:sm|md|lg|xl|2xl):(?!hidden)[a-z-]+)", re.ASCII
)
_LONGEST_SELECTORS, _LONGEST_RULE = 400, 2000  # characters
_SIMPLE: Final = re.compile(r"[a-z0-9]*([.#])(-?[a-z_][\w-]*)", re.IGNORECASE | re.ASCII)
_QUOTED: Final = re.compile(r"""['"]#?([A-Za-z_][\w:.-]{0,60})['"]""", re.ASCII)
_MOST_CSS = 200_000
_CONTROL_CHARS = 80
_POINTERS: Final = ("href", "data-target", "data-bs-target", "data-toggle-target", "aria-controls", "data-tab", "data-id")

HIDDEN, STRUCK, SHOWN = 2, 1, 0


def _first_words(element: etree._Element) -> str:
    """The words of a control, as far as anyone would read them; controls may stand inside each other."""
    out = ""
    for text in islice(element.itertext(), _CONTROL_CHARS):
        out += str(text)[: _CONTROL_CHARS * 4]
        if len(out) > _CONTROL_CHARS * 4:
            break
    return " ".join(out.split())[:_CONTROL_CHARS]


def _style_verdict(style: str) -> int:
    plain = "".join(style.lower().split())
    if "display:none" in plain or "visibility:hidden" in plain or "visibility:collapse" in plain:
        return HIDDEN
    return STRUCK if "line-through" in plain else SHOWN


def _without_media(css: str) -> str:
    """The rules that hold on a screen: blocks of @media print are dropped, other blocks are opened."""
    out: list[str] = []
    place = 0
    while (at := css.find("@media", place)) >= 0:
        out.append(css[place:at])
        opening = css.find("{", at)
        if opening < 0:
            return "".join(out)
        depth, end = 1, opening + 1
        while end < len(css) and depth:
            depth += (css[end] == "{") - (css[end] == "}")
            end += 1
        condition = css[at:opening].lower()
        if "print" not in condition and "width" not in condition:
            out.append(css[opening + 1 : end - 1])
        place = end
    out.append(css[place:])
    return "".join(out)


class Visibility:
    """Tells for the elements of one document whether a person can see them. Remembers each class value it has judged."""

    def __init__(self, root: etree._Element, *, printing: bool = False) -> None:
        self._printing = printing
        self.differs_in_print = False
        self._classes: dict[str, int] = {}
        self._css_classes: dict[str, int] = {}
        self._css_ids: dict[str, int] = {}
        self._root = root
        self._controls: dict[str, str] | None = None
        for sheet in root.iter("style"):
            if sheet.text and (sheet.get("media") or "all").lower() in ("all", "screen", ""):
                self._read_sheet(sheet.text[:_MOST_CSS])

    def _read_sheet(self, css: str) -> None:
        """Learn from simple rules (`.x{display:none}`) which classes and ids the page itself hides or strikes out."""
        for rule in _without_media(css).split("}"):
            head, brace, body = rule.rpartition("{")
            verdict = _style_verdict(body) if brace and len(body) <= _LONGEST_RULE else SHOWN
            if verdict == SHOWN:
                continue
            for selector in head.rpartition("{")[2][-_LONGEST_SELECTORS:].split(","):
                simple = _SIMPLE.fullmatch(selector.strip())
                if simple:
                    (self._css_classes if simple[1] == "." else self._css_ids)[simple[2]] = verdict

    @property
    def controls(self) -> dict[str, str]:
        """The ids that a link or button of the page opens, each with the control's words: `#tab-jht` -> "Saldo JHT"."""
        if self._controls is None:
            self._controls = {}
            for element in self._root.iter("a", "button", "li", "div", "span", "label", "summary", "h2", "h3", "h4", "input"):
                if element.attrib:
                    self._note_control(element, self._controls)
        return self._controls

    @staticmethod
    def _note_control(element: etree._Element, controls: dict[str, str]) -> None:
        targets: list[str] = []
        for name in _POINTERS:
            value = element.get(name)
            if value and (value[0] == "#" or name not in ("href", "data-id")) and len(value) < 80:
                targets.append(value.lstrip("#"))
        onclick = element.get("onclick")
        if onclick:
            targets.extend(_QUOTED.findall(onclick[:500])[:4])
        for target in targets:
            if target not in controls:
                controls[target] = _first_words(element)

    def _class_verdict(self, value: str) -> int:
        tokens = value.split()
        known = frozenset(tokens)
        if known & _PRINT_ONLY or (known & _HIDING and known & _SHOWN_IN_PRINT):
            self.differs_in_print = True
            return SHOWN if self._printing else HIDDEN
        if known & _SCREEN_ONLY and self._printing:
            return HIDDEN
        if known & _HIDING and not _SHOWN_SOMEWHERE.search(value):
            return HIDDEN
        return max((self._css_classes.get(token, SHOWN) for token in tokens), default=SHOWN)

    def verdict(self, element: etree._Element) -> int:
        """SHOWN, STRUCK (struck out) or HIDDEN, by the element's own attributes."""
        worst = SHOWN
        attributes: list[tuple[str, str]] = element.items()  # type: ignore[assignment]
        for name, value in attributes:
            if name == "class":
                found = self._classes.get(value)
                if found is None:
                    found = self._classes[value] = self._class_verdict(value)
            elif name == "style":
                found = _style_verdict(value)
            elif name == "hidden" or (name == "aria-hidden" and value.strip().lower() == "true"):
                found = HIDDEN
            elif name == "id" and self._css_ids:
                found = self._css_ids.get(value, SHOWN)
            else:
                continue
            worst = max(worst, found)
        if worst == HIDDEN and self._openable(element):
            return SHOWN
        return worst

    def _openable(self, element: etree._Element) -> bool:
        classes = frozenset((element.get("class") or "").split())
        if classes & _PRINT_ONLY or classes & _SHOWN_IN_PRINT or (self._printing and classes & _SCREEN_ONLY):
            return False
        if (element.get("role") or "") in ("tabpanel", "dialog") or classes & _OPENABLE:
            return True
        name = element.get("id")
        return name is not None and name in self.controls
