"""What `main.py taught` answers, read strictly: the amounts of a page, what pointing at each leads to, and the rules that are kept."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from core.money import from_wire

MOST = 300  # candidates or rules
_CODE = re.compile(r"[a-z0-9_]{1,40}", re.ASCII)
_PORTAL = re.compile(r"[a-z0-9.-]{1,81}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rule:
    """One taught rule: the words beside the balance at one portal. means: "balance" or "total"."""

    portal: str
    label: str
    means: str
    place: str
    beside: tuple[str, ...] = ()
    proof: str = "only"

    def wire(self) -> dict[str, object]:
        """As the command takes it back."""
        return {
            "portal": self.portal,
            "label": self.label,
            "means": self.means,
            "place": self.place,
            "beside": list(self.beside),
            "proof": self.proof,
        }


@dataclass(frozen=True, slots=True)
class Candidate:
    """One amount as the page writes it, and the words around it; `rule` and `total` (sen) where it is proved, else `missing` says why not.
    known: what the page itself calls it, if that is not the balance."""

    number: int
    text: str
    label: str
    column: str
    heading: str
    after: str
    known: str | None
    rule: Rule | None
    total: int | None
    cards: int
    proof: str | None
    missing: str | None

    @property
    def proved(self) -> bool:
        return self.rule is not None and self.total is not None and self.missing is None


@dataclass(frozen=True, slots=True)
class Answer:
    """All that one run said. deed: "candidates", "kept", "forgotten", "listed", "not_proved", "not_kept", "not_read", "gone"; "" if it
    failed."""

    deed: str = ""
    reason: str | None = None
    candidates: tuple[Candidate, ...] = ()
    rules: tuple[Rule, ...] = ()
    aside: str | None = None


def read_answer(lines: list[str]) -> Answer:
    """The answer of whole lines. Raises ValueError for anything that is not in its form."""
    if not 0 < len(lines) <= MOST:
        raise ValueError("too many lines, or none")
    found = [_object(line) for line in lines]
    last = found.pop()
    rules = [_rule(one["rule"]) for one in found if "rule" in one]
    if "rule" in last:
        rules.append(_rule(last["rule"]))
    candidates = tuple(_candidate(one) for one in found if "candidate" in one)
    if len(candidates) + sum("rule" in one for one in found) != len(found):
        raise ValueError("an unknown line")
    return Answer(
        _code(last.get("taught")) or "", _code(last.get("reason")), candidates, tuple(rules), _text(last.get("aside")) or None
    )


def _candidate(data: dict[str, object]) -> Candidate:
    shown, led = data["candidate"], data.get("proposal")
    if (
        not isinstance(shown, dict)
        or not isinstance(led, dict)
        or type(shown.get("number")) is not int
        or type(led.get("cards")) is not int
    ):
        raise ValueError("no candidate")
    total = led.get("total")
    return Candidate(
        number=shown["number"],
        text=_text(shown.get("text")),
        label=_text(shown.get("label")),
        column=_text(shown.get("column")),
        heading=_text(shown.get("heading")),
        after=_text(shown.get("after")),
        known=_code(shown.get("known")),
        rule=None if led.get("rule") is None else _rule(led["rule"]),
        total=None if total is None else from_wire(_text(total)),
        cards=led["cards"],
        proof=_code(led.get("proof")),
        missing=_code(led.get("missing")),
    )


def _rule(data: object) -> Rule:
    if not isinstance(data, dict) or not isinstance(data.get("beside"), list):
        raise ValueError("no rule")
    portal = _text(data.get("portal"))
    if not _PORTAL.fullmatch(portal):
        raise ValueError("no portal")
    codes = [_code(data.get(key)) or "" for key in ("means", "place", "proof")]
    beside = tuple(_code(kind) or "" for kind in data["beside"])
    return Rule(portal, _text(data.get("label")), codes[0], codes[1], beside, codes[2])


def _object(line: str) -> dict[str, object]:
    try:
        data = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(data, dict):
        raise ValueError("not an object")
    return data


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > 4_000:
        raise ValueError("not a text")
    return "".join(sign for sign in value if sign.isprintable())


def _code(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise ValueError("not a code")
    return value
