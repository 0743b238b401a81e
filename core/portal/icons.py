"""Drawings that stand in a page as words: an icon font turns `<i class="material-icons">account_balance</i>` into a picture.

Nobody sees these words, and some of them would name a figure (`account_balance`, `savings`) or spoil a caption.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml import etree

_TAGS: Final = frozenset(["mat-icon", "v-icon", "md-icon", "q-icon", "iron-icon"])
_CLASSES: Final = ("material-icons", "material-symbols", "mat-icon", "md-icon", "q-icon", "google-symbols")
_SNAKE: Final = re.compile(r"[a-z0-9]{2,20}(?:_[a-z0-9]{1,20}){1,5}")  # no one writes so to a person
_WORD: Final = re.compile(r"[a-z0-9_]{1,60}")
_LEAVING: Final = frozenset(["logout", "exit_to_app"])
_MOST: Final = 40  # elements of a link that are looked at


def is_icon(element: etree._Element) -> bool:
    """Whether an element is drawn as a picture by an icon font: by its tag or class, or an `<i>` that holds one name in the fonts' way."""
    tag = element.tag
    if tag in _TAGS:
        return True
    classes = element.get("class")
    if classes is not None and "-" in classes and any(token.startswith(_CLASSES) for token in classes.split()):
        return len(element) == 0 and _WORD.fullmatch((element.text or "").strip()) is not None
    if tag != "i" or len(element) or not element.text or "_" not in element.text:
        return False
    return _SNAKE.fullmatch(element.text.strip()) is not None


def leads_out(element: etree._Element) -> bool:
    """Whether what is drawn inside an element is the door out."""
    inside = islice(element.iter("*"), _MOST)
    return any(is_icon(one) and (one.text or "").strip() in _LEAVING for one in inside)
