"""One line of a page: a lone value, a lone label, `label: value`, a sentence with its figure, or a plain text."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from core.portal.blocks import Line
from core.portal.figures.facts import Context, Page, Scope
from core.portal.figures.labels import KNOWN, MONEY_KINDS, NO_LABEL, Kind, Label, Program
from core.portal.figures.turns import SENTENCE_END, goes_on, last_pair, stand_behind
from core.portal.figures.values import Found, State, find_amounts
from core.portal.figures.words import words_of

_CHUNKS: Final = re.compile(r" ?[|·•;\u2022] ?| [-\u2013\u2014/] |[(),]|(?<!PT)(?<!CV)(?<!UD)(?<!pt)(?<!cv)\. (?=[A-Z])")
_PAIRS: Final = re.compile(r" ?[|;\u2022·] ?")
_PAGER: Final = re.compile(
    r"([0-9]{1,4}) ?(?:-|\u2013|s/d|sampai|hingga|to) ?([0-9]{1,4}) (?:dari|of)(?: total)? ([0-9]{1,5})(?![0-9.,])", re.IGNORECASE
)
_COUNT: Final = re.compile(
    r"(?<![0-9.,])([0-9]{1,2}) (?:kartu|kpj|cards?|kepesertaan)(?![a-z])"
    r"|(?:jumlah|total) (?:kartu|kpj|kepesertaan|cards?) ?:? ?([0-9]{1,2})(?![0-9.,])",
    re.IGNORECASE,
)
_PAGES: Final = re.compile(
    r"(?<![a-z])(?:halaman|hal\.?|page|(kartu|kpj|cards?|kepesertaan)) ?(?:ke[- ]?)?([0-9]{1,3})(?: (?:dari|of) | ?/ ?(?![0-9]{4}))([0-9]{1,5})"
    r"(?![0-9]|[/.,-][0-9])|(?<![^ ])([0-9]{1,3}) (?:dari|of) ([0-9]{1,3})(?: (?:kartu|kpj|cards?|data|entri|entries|item|items))?$",
    re.IGNORECASE,
)
# An amount-like text that is read as no amount (`Rp 5.000.500x`, `Rp 5.000.500s/d`): a label does not reach over it.
_UNREAD: Final = re.compile(
    r"(?:(?<![A-Za-z])(?:rp|idr)\.? ?[0-9][0-9.,]{0,30}|[0-9]{1,3}(?:[.,][0-9]{3}){1,6}(?![0-9]))", re.IGNORECASE
)
_BLANK: Final = re.compile(
    r"(.{3,160}?)[ :=]{1,3}((?:rp|idr)\.?[ :]{0,3}[-\u2013\u2014_.,*•●∗＊#xX0-9 ]{0,40})", re.IGNORECASE
)  # a label, a currency, and no figure
_WORDY: Final = 9
_LONGEST: Final = 300

_PREFIXED: Final = (Kind.NPP, Kind.LAST, Kind.SEGMENT, Kind.STATUS, Kind.COMPANY)
_ATTRIBUTES: Final = frozenset(
    [Kind.KPJ, Kind.NPP, Kind.COMPANY, Kind.SEGMENT, Kind.STATUS, Kind.LAST, Kind.AS_OF, Kind.PERSON, Kind.PROGRAM]
)


class Said(Enum):
    """What a line says."""

    VALUE = auto()  # a value and nothing else, perhaps with a note behind it
    LABEL = auto()  # a label and nothing else
    TEXT = auto()
    ALL = auto()  # label and value, already taken down


class Lines:
    """Reads the lines of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def read(self, line: Line, context: Context, scope: Scope) -> tuple[Said, Label, State, str]:
        """What a line says, its label (the note's, where it is a value), its state and the words that count."""
        page, text = self.page, line.text
        state = page.values.state(text)
        if state is not State.TEXT:
            if state is State.OTHER and not line.link:
                self.note(text, scope)
            return Said.VALUE, NO_LABEL, state, text
        amounts = find_amounts(text)
        if amounts:
            return self._sentence(line, amounts, context, scope)
        label = page.labels.of(text) if len(text) <= _LONGEST else NO_LABEL
        if line.link:
            page.links_jht = page.links_jht or label.program is Program.JHT
            page.links_foreign = page.links_foreign or label.program in (Program.FOREIGN, Program.BOTH)
        else:
            page.hear(text, label, context)
            self._pager(text)
        if self._colon(line, scope, context) or self._blank(line, scope, context):
            return Said.ALL, label, state, text
        if not line.link:
            self.note(text, scope, line.parts)
        plain = label.strange == 0 or (label.kind is Kind.BALANCE and label.program is Program.JHT and label.strange <= 3)
        if plain and label.kind in KNOWN and text.count(" ") < _WORDY and not text.startswith("("):
            if not line.link and label.kind is Kind.BALANCE and label.program is Program.JHT and not label.unreal:
                page.claims = True
            return Said.LABEL, label, state, text
        return Said.TEXT, label, state, text

    def _sentence(self, line: Line, amounts: list[Found], context: Context, scope: Scope) -> tuple[Said, Label, State, str]:
        """The figures of a line, each labelled by the words before it. A line that begins with its figure is labelled by the words
        behind it, or is a value with a note: `Rp 12.840.550 (+Rp 285.000)`."""
        page, text = self.page, line.text
        first: Found | None = None
        note = NO_LABEL
        last, carried = 0, ""
        behind = stand_behind(page, text, amounts)
        if behind is None:
            return Said.ALL, NO_LABEL, State.TEXT, text
        for index, found in enumerate(amounts):
            *unread, before = _UNREAD.split(text[last : found.begin])
            if unread:
                page.dropped.add("label_unclear")
            following = amounts[index + 1].begin if index + 1 < len(amounts) else len(text)
            after = SENTENCE_END.split(text[found.end : following], maxsplit=1)[0]
            clause = last_pair(page, SENTENCE_END.split(carried + before)[-1])
            last, carried = found.end, ""
            if behind:
                clause, after = after, ""
            elif index == 0 and not unread and not clause.strip(" :,=-\u2013("):
                label = page.labels.of(after.strip())
                if label.kind not in MONEY_KINDS or after.lstrip().startswith(("(", "/")):
                    first, note = found, label
                    continue
                if len(amounts) > 1:
                    continue
                clause, after = after, ""
            label = page.labels.of(clause.strip())
            if len(amounts) == 1 and label.kind not in MONEY_KINDS and page.values.bare_kpjs(clause) and not after.strip(" .)"):
                first = found  # `12345678901 - PT MAJU JAYA Rp 1`
                continue
            if not line.link:
                page.hear(clause, label)
            if label.kind in (Kind.BALANCE, Kind.TOTAL) and following < len(text) and goes_on(page, text[found.end : following]):
                carried = f"{clause} "
                continue
            if not self._stands(label, clause, after):
                if label.kind is Kind.BALANCE and not label.unreal:
                    page.dropped.add("label_unclear")
                continue
            if label.date is None and label.kind is Kind.BALANCE:
                date = page.labels.of(after.strip()[:80]).date
                if date is not None:
                    page.dates.append(date)
            begin = max(0, found.begin - 120)
            row = f"{text[begin : found.begin]}\x01{found.text}\x02{text[found.end : found.end + 60]}"
            page.figure(label, State.AMOUNT, found.text, line.element, scope, context, row)
        if not line.link:
            self._pager(text[amounts[-1].end :].strip(" ().,"))
            self.note(text, scope)
        if first is not None:
            return Said.VALUE, note, State.AMOUNT, first.text
        return Said.ALL, NO_LABEL, State.TEXT, text

    def _stands(self, label: Label, clause: str, after: str) -> bool:
        """Whether the words before a figure really say that it is what they name."""
        if label.kind not in MONEY_KINDS:
            return False
        behind = after.split()
        following = self.page.labels.of(" ".join(behind[:4]))
        if following.families & {"bound", "conditional", "claim"} or clause.rstrip()[-1:] in "$€£¥":
            return False
        if label.strange == 0 and (len(behind) < 4 or after.lstrip()[:1] in "(,." or following.strange < 3):
            return True
        if label.program is not Program.JHT and label.kind is Kind.BALANCE:
            return False
        words = words_of(clause)
        return label.strange <= 2 or clause.rstrip().endswith((":", "=")) or bool(words and words[-1] in self.page.words.link)

    def _colon(self, line: Line, scope: Scope, context: Context) -> bool:
        """`label: value` where the value is no amount (those are sentences): attributes, masked and missing figures."""
        page, text = self.page, line.text[:600]
        done = False
        for head, value in self._split(text):
            if not value or len(head) > 80:
                continue
            label = page.labels.of(head.strip())
            if label.kind in _ATTRIBUTES:
                done = page.labelled(label, value, scope) or label.kind in (Kind.AS_OF, Kind.PERSON, Kind.STATUS) or done
            elif label.kind is Kind.OTHER and "program" in label.families_text:
                done = page.attribute(Kind.PROGRAM, value, scope) or done
            elif label.kind in (Kind.BALANCE, Kind.TOTAL):
                state = page.values.state(value)
                if state in (State.MASKED, State.MISSING, State.AMOUNT, State.BROKEN):
                    page.figure(label, state, value, line.element, scope, context, line.text)
                    done = True
                elif state is State.OTHER:
                    page.attribute(Kind.AS_OF, value, scope)
                    done = True
        return done

    def _blank(self, line: Line, scope: Scope, context: Context) -> bool:
        """`31 Okt 2026 Saldo Rp **.***.***`: a balance that is not printed, and may be the latest. Where nothing at all stands behind
        the currency, the figure may still follow on a line of its own."""
        said = line.text.casefold()
        match = _BLANK.fullmatch(line.text) if len(said) <= _LONGEST and ("rp" in said or "idr" in said) else None
        label = self.page.labels.of(match[1].strip()) if match else NO_LABEL
        if match is None or label.kind is not Kind.BALANCE or line.link:
            return False
        state = self.page.values.state(match[2].strip())
        if state is State.MASKED or (state is State.MISSING and (label.date or label.year)):
            self.page.figure(label, state, match[2], line.element, scope, context, line.text)
        return state is State.MASKED

    def _split(self, text: str) -> list[tuple[str, str]]:
        """The pairs of a line: `KPJ : 1 | Nama : A`, or `KPJ : 1 Nama : A` where the words before a colon are a known label."""
        if text.count(":") < 2:
            head, _, value = text.partition(":")
            return [(head, value.strip())]
        out: list[tuple[str, str]] = []
        for chunk in _PAIRS.split(text)[:20]:
            head, *rest = chunk.split(":")[:12]
            for value in rest:
                words = value.split()
                cut = next(
                    (at for at in range(max(0, len(words) - 4), len(words)) if self._is_label(" ".join(words[at:]))), len(words)
                )
                if value is rest[-1]:
                    cut = len(words)
                out.append((head, " ".join(words[:cut])))
                head = " ".join(words[cut:])
        return out

    def _is_label(self, text: str) -> bool:
        label = self.page.labels.of(text)
        return label.kind in KNOWN and label.strange == 0 and not any(character.isdecimal() for character in text)

    def _pager(self, text: str) -> None:
        """`Menampilkan 1-2 dari 5`: how many items are shown, and of how many."""
        if len(text) > 120 or not any(map(str.isdecimal, text)):
            return
        if (match := _COUNT.search(text)) is not None:
            self.page.counted = max(self.page.counted, int(match[1] or match[2]))
        match = _PAGER.search(text)
        if match:
            self.page.pager = int(match[2]) - int(match[1]) + 1, int(match[3])
        elif match := _PAGES.search(text):
            at, of = int(match[2] or match[4]), int(match[3] or match[5])
            if match[1]:  # one card a page
                self.page.counted = max(self.page.counted, of)
            elif of > 1:  # the last page of a list is a part of it, too
                self.page.pager = self.page.pager or (at if match[4] else 0, of)

    def note(self, text: str, scope: Scope, parts: tuple[str, ...] = ()) -> None:
        """What a text says of a card without a label of its own: `KPJ 12345678901 · PT MAJU JAYA · PU`, `per 22 November 2026`."""
        page = self.page
        values = page.values
        if len(text) > _LONGEST:
            return
        label = page.labels.of(text)
        if "kpj" in label.families and any(character.isdecimal() for character in text):
            page.attribute(Kind.KPJ, text, scope)
        else:
            for kpj in values.bare_kpjs(text):
                page.attribute(Kind.KPJ, kpj, scope, weak=True)
        for part in parts or (text,):
            for chunk in _CHUNKS.split(part):
                self._chunk(chunk.strip(" ,:."), scope)

    def _chunk(self, chunk: str, scope: Scope) -> None:
        if not chunk:
            return
        page = self.page
        values = page.values
        label = page.labels.of(chunk)
        if label.date is not None and label.dated and not label.unreal and label.kind is not Kind.OPENING:
            page.dates.append(label.date)
        if values.is_segment(chunk):
            page.attribute(Kind.SEGMENT, chunk, scope, weak=True)
        elif values.is_status(chunk) and ("aktif" in chunk.casefold() or "active" in chunk.casefold()):
            page.attribute(Kind.STATUS, chunk, scope, weak=True)
        elif values.is_company(chunk):
            page.attribute(Kind.COMPANY, _without_number(chunk), scope, weak=True)
        else:
            kind, rest = page.labels.prefix(chunk)
            if kind in _PREFIXED and rest and (kind is not Kind.COMPANY or values.is_company(rest)):
                page.attribute(kind, rest, scope, weak=True)


def _without_number(company: str) -> str:
    """A company's name without the amount or the card's number behind it."""
    amounts = find_amounts(company)
    company = company[: amounts[0].begin].rstrip(" ,:=-") if amounts else company
    return re.sub(r"[ ,-]*[0-9]{11}$", "", company)
