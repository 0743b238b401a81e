"""Where a figure of a statement stood, in words that can be shown to anyone: other amounts, names and long numbers masked."""

from __future__ import annotations

import re
from typing import Final

from core.models import Evidence
from core.statements.lines import Line

_MONEY: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{2})?|[0-9]{4,}[.,][0-9]{2}")
_LONG_NUMBER: Final = re.compile(r"[0-9](?:[ .-]?[0-9]){7,30}")
_LONGEST: Final = 200


def evidence_of(label: str, line: Line, figure: str) -> Evidence:
    """The label, the place and a masked line; the figure itself stands between « and »."""
    before, found, after = line.text.partition(figure)
    excerpt = f"{_masked(before)[-_LONGEST:]}«{found}»{_masked(after)[:_LONGEST]}" if found else ""
    return Evidence(label=_masked(label)[:_LONGEST], path=line.place, excerpt=excerpt)


def _masked(text: str) -> str:
    text = _MONEY.sub(lambda match: re.sub("[0-9]", "•", match[0]), text)
    return _LONG_NUMBER.sub(lambda match: "•" * (len(match[0]) - 4) + match[0][-4:], text)
