"""Where a figure was found, in words that can be shown to anyone: names and long numbers masked, the figure between « and »."""

from __future__ import annotations

import re
from typing import Final

from core.models import Evidence
from core.portal.figures.facts import Figure, Page
from core.portal.figures.words import find, words_of

_LONG_NUMBER: Final = re.compile(r"[0-9](?:[ -]?[0-9]){7,30}")
_MAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,100}")
_MONEY: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{2})?")
_LONGEST: Final = 300


def evidence(page: Page, figure: Figure) -> Evidence:
    """The label, the place and a masked excerpt of one figure."""
    label = mask(page, figure.label.text)
    return Evidence(label=label, path=figure.element.getroottree().getpath(figure.element), excerpt=_excerpt(page, figure))


def _excerpt(page: Page, figure: Figure) -> str:
    row = figure.row if "\x01" in figure.row else f"{figure.row} \x01{figure.text}\x02"
    before, _, rest = row.partition("\x01")
    shown, _, after = rest.partition("\x02")
    after = after.replace("\x01", "").replace("\x02", "")
    return f"{mask(page, before[-_LONGEST:])}«{shown}»{mask(page, after[:_LONGEST])}"


def mask(page: Page, text: str) -> str:
    """A text without what tells who a person is: names to initials, numbers of eight digits or more to their last four, no other amounts."""
    text = _MAIL.sub("•••@•••", text)
    text = _MONEY.sub(lambda match: re.sub("[0-9]", "•", match[0]), text)
    text = _LONG_NUMBER.sub(_last_four, text)
    for name in sorted(page.persons, key=len, reverse=True)[:20]:
        text = re.sub(re.escape(name), _initials(name), text, flags=re.IGNORECASE)
    greeted = find(page.words.greeting, words_of(text))
    if greeted:
        text = re.sub(
            r"(?i)\b(selamat datang|halo|hai|welcome|hello|yth\.?|dear|bapak|ibu|sdr\.?|saudara)([,.:/ ]+)([A-Z][\w'.]*(?: [A-Z][\w'.]*){0,4})",
            lambda match: f"{match[1]}{match[2]}{_initials(match[3])}",
            text,
        )
    return text


def _last_four(match: re.Match[str]) -> str:
    left = sum(character.isdecimal() for character in match[0]) - 4
    out = []
    for character in match[0]:
        if character.isdecimal():
            out.append("•" if left > 0 else character)
            left -= 1
        else:
            out.append(character)
    return "".join(out)


def _initials(name: str) -> str:
    return " ".join(f"{word[0]}•••" for word in name.split())
