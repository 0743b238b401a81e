"""A page's source, piece by piece, with every personal word and number made another one: what is not known to be harmless is scrambled.

Nothing here decides what is personal. A piece that is taken for a tag, though a browser takes it for text, keeps no more readable than
the names every page shares. Scripts, comments and embedded data are left out.
"""

from __future__ import annotations

import html
import re
from typing import Final, NamedTuple

from core.portal.report_letters import INVISIBLE, Scrambler
from core.portal.report_personal import Standing, cuts_nothing, one_word, personal_places
from core.portal.report_words import Harmless

LONGEST_VALUE: Final = 300  # characters of an attribute: states and tokens are cut
_UNSEEN: Final = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_UNSEEN_RUN: Final = re.compile(f"[{_UNSEEN}]+")
_TOKEN: Final = re.compile(
    rf"(?P<number>\d+(?:[.,/:-]\d+)*)|(?P<word>[^\W\d_](?:[^\W\d_]|[{INVISIBLE}\u0300-\u036f](?=\w))*)|(?P<sign>.)", re.DOTALL
)
_CAMEL: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_PIECE: Final = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<doctype><!doctype\b[^>]*>?)|(?P<other><[!?][^>]*>?)"
    r"|(?P<script><script\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)(?P<code>.*?)(?=</script|\Z)"
    r"|(?P<style><style\b[^>]*>)(?P<rules>.*?)(?=</style|\Z)"
    r"|(?P<tag></?[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>|</?[A-Za-z][^>]*>?)",
    re.DOTALL | re.IGNORECASE,
)
_NAME: Final = re.compile(r"</?([^\s/>]+)")
_ATTRIBUTE: Final = re.compile(
    r"(?P<gap>[\s/]*)(?P<name>[^\s=>/]+|[=>])(?:(?P<equals>\s*=\s*)(?:\"(?P<double>[^\"]*)\"?|'(?P<single>[^']*)'?|(?P<bare>[^\s>]+)))?"
)
_DATA: Final = re.compile(r"data:[^\s\"')]*(?:[\"'][^)]*)?", re.IGNORECASE)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\w:.-]+", re.IGNORECASE)
_SPANS: Final = frozenset(["colspan", "rowspan", "span", "aria-level"])
_BARE: Final = re.compile(r"[^\s\"'=<>`]+")
_SHORT_NUMBER: Final = re.compile(r"[0-9]{1,2}|(?:19|20)[0-9]{2}")


class Pair(NamedTuple):
    """One place of the page: what stands there, and what the report says instead. `kind`: text, tag, attribute, style or dropped."""

    kind: str
    before: str
    after: str


class Markup:
    """Scrambles one page."""

    def __init__(self, scrambler: Scrambler, harmless: Harmless) -> None:
        self._scrambler = scrambler
        self._harmless = harmless
        self._phrases = _by_first(harmless.phrases)
        self._standing = Standing()
        self._cut: dict[int, tuple[bool, bool]] = {}
        self.pairs: list[Pair] = []

    def page(self, source: str) -> str:
        """The whole source."""
        out: list[str] = []
        place = 0
        self._cut = _cut_words(source)
        for match in _PIECE.finditer(source):
            out.append(self._text(source[place : match.start()], self._cut.get(place)))
            out.append(self._piece(match))
            place = match.end()
        out.append(self._text(source[place:], self._cut.get(place)))
        return "".join(out)

    def _piece(self, match: re.Match[str]) -> str:
        if match["comment"] is not None:
            self._drop(match["comment"][4:])
            return "<!---->" if match["comment"].endswith("-->") else "<!--"
        if match["doctype"] is not None:
            return "<!DOCTYPE html>"
        if match["other"] is not None:
            self._drop(match["other"])
            return ""
        if match["script"] is not None:
            self._drop(match["code"])
            return self._tag(match["script"])
        if match["style"] is not None:
            rules = self.words(_DATA.sub("data:,", match["rules"]), self._harmless.css)
            self._note("style", match["rules"], rules)
            return self._tag(match["style"]) + rules.replace("<", " ")
        return self._tag(match["tag"])

    def _drop(self, text: str) -> None:
        if text.strip():
            self.pairs.append(Pair("dropped", " ".join(text.split()), ""))

    def _note(self, kind: str, before: str, after: str) -> None:
        """A place that people do not see as text, where something of it was changed."""
        if before != after:
            self.pairs.append(Pair(kind, " ".join(before.split()), " ".join(after.split())))

    def _text(self, text: str, cut: tuple[bool, bool] | None) -> str:
        if not text:
            return ""
        shown = html.unescape(text)
        personal = bool(shown.strip()) and self._standing.text(shown)
        made = self.words(shown, self._harmless.text, alone=True, personal=personal, cut=cut or (False, False))
        if shown.strip():
            self.pairs.append(Pair("text", " ".join(shown.split()), " ".join(made.split())))
        return _escaped(made)

    def _tag(self, tag: str) -> str:
        found = _NAME.search(tag)
        name = found[1] if found is not None else ""
        begin = tag.find(name)
        known = name
        self._standing.tag(name, tag)
        if name.casefold() not in self._harmless.tags:
            known = self.words(name, self._harmless.attributes | self._harmless.values)
            self._note("tag", name, known)
        end = ">" if tag.endswith(">") else ""
        inner = tag[begin + len(name) : len(tag) - len(end)]
        slash = "/" if inner.endswith("/") and "=" not in inner.rpartition(" ")[2] else ""
        attributes = "".join(self._attribute(match) for match in _ATTRIBUTE.finditer(inner.removesuffix("/") if slash else inner))
        return f"{tag[:begin]}{known}{attributes}{slash}{end}"

    def _attribute(self, match: re.Match[str]) -> str:
        name = self.words(html.unescape(match["name"]), self._harmless.attributes)
        name = re.sub(r"[\s\"'<>/=\xa0]", "-", name)
        self._note("attribute", html.unescape(match["name"]), name)
        if match["equals"] is None:
            return f" {name}"
        value = next(part for part in (match["double"], match["single"], match["bare"]) if part is not None)
        made = self._value(match["name"].casefold(), html.unescape(value))
        if match["bare"] is not None and _BARE.fullmatch(made):
            return f" {name}={_escaped(made)}"
        quote = "'" if match["single"] is not None else '"'
        return f" {name}={quote}{_escaped(made, quote)}{quote}"

    def _value(self, name: str, value: str) -> str:
        if name == "charset":
            return "utf-8"
        if name in _SPANS and value.strip().isdecimal() and len(value.strip()) <= 2:
            return value
        known = self._harmless.css if name == "style" else self._harmless.values
        parts = _CHARSET.split(_DATA.sub("data:,", value)[:LONGEST_VALUE])
        personal = name == "value" and self._standing.behind
        made = "charset=utf-8".join(self.words(part, known, personal=personal) for part in parts)
        self._note("attribute", value, made)
        return made

    def words(
        self,
        text: str,
        known: frozenset[str],
        *,
        alone: bool = False,
        personal: bool = False,
        cut: tuple[bool, bool] = (False, False),
    ) -> str:
        """A text with its words and numbers made others, but for the harmless ones. `alone`: no names that must agree stand in it.
        `personal`: none of it is harmless. `cut`: its first, its last word is a piece of one that tags cut apart."""
        text = _UNSEEN_RUN.sub(INVISIBLE, text)
        tokens = list(_TOKEN.finditer(text))
        free = self._in_phrases(tokens)
        told = set(range(len(tokens))) if personal else personal_places(tokens)
        told |= {0, 1} if cut[0] else set()  # (before it an invisible sign may stand)
        told |= {len(tokens) - 1, len(tokens) - 2} if cut[1] else set()
        out: list[str] = []
        for at, token in enumerate(tokens):
            if token["number"] is not None:
                out.append(self._scrambler.number(token[0], alone=alone))
            elif token["word"] is None:
                out.append(self._scrambler.sign(token[0]))
            elif at in told:
                out.append(self._scrambler.word(token[0], alone=alone))
            elif at in free or self._is_month(tokens, at):
                out.append(token[0])
            elif _in_a_code(tokens, at):
                out.append(self._scrambler.word(token[0], alone=alone))
            else:
                out.append(self._word(token[0], known, alone))
        return "".join(out)

    def _word(self, word: str, known: frozenset[str], alone: bool) -> str:
        low = word.casefold()
        if low in self._harmless.names or not word.isascii():
            return self._scrambler.word(word, alone=alone)
        if low in known:
            return word
        parts = _CAMEL.findall(word)
        if len(parts) < 2 or "".join(parts) != word:
            return self._scrambler.word(word, alone=alone)
        names = self._harmless.names
        return "".join(
            part if part.casefold() in known and part.casefold() not in names else self._scrambler.word(part) for part in parts
        )

    def _in_phrases(self, tokens: list[re.Match[str]]) -> set[int]:
        """The places of words that stand in a phrase of the reader's: "Jaminan Hari Tua"."""
        places = [at for at, token in enumerate(tokens) if token["word"] is not None]
        words = [tokens[at][0].casefold() for at in places]
        free: set[int] = set()
        for begin, word in enumerate(words):
            for phrase in self._phrases.get(word, ()):
                end = begin + len(phrase)
                if tuple(words[begin:end]) == phrase and places[end - 1] - places[begin] == 2 * (len(phrase) - 1):
                    between = tokens[places[begin]].start(), tokens[places[end - 1]].end()
                    if not re.sub(r"[^\W_]|[ \xa0\n-]", "", tokens[0].string[slice(*between)]):
                        free.update(places[begin:end])
        return free

    def _is_month(self, tokens: list[re.Match[str]], at: int) -> bool:
        """A month's name beside its day or its year."""
        if tokens[at][0].casefold() not in self._harmless.months:
            return False
        return any(
            0 <= there < len(tokens)
            and tokens[there]["number"] is not None
            and _SHORT_NUMBER.fullmatch(tokens[there][0]) is not None
            for there in (at - 2, at + 2)
        )


def _cut_words(source: str) -> dict[int, tuple[bool, bool]]:
    """For texts, by where they begin: whether their first, their last word goes on in the text before, or behind."""
    found: dict[int, tuple[bool, bool]] = {}
    place, before, touches = 0, (-1, ""), False
    for match in (*_PIECE.finditer(source), None):
        end = match.start() if match is not None else len(source)
        text = _UNSEEN_RUN.sub("", html.unescape(source[place:end]))
        if text:
            if touches and one_word(before[1], text):
                found[before[0]] = (found.get(before[0], (False, False))[0], True)
                found[place] = (True, False)
            before, touches = (place, text), True
        if match is not None:
            name = _NAME.search(match["tag"]) if match["tag"] is not None else None
            touches = touches and (match["tag"] is None or name is None or cuts_nothing(name[1]))
            place = match.end()
    return found


def _in_a_code(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether one or two letters stand straight at digits, as in a token (`17be`): they are no word. `Rp48.000` is one."""
    word = tokens[at][0].casefold()
    beside = (tokens[there]["number"] is not None for there in (at - 1, at + 1) if 0 <= there < len(tokens))
    return len(word) < 3 and word != "rp" and any(beside)


def _by_first(phrases: frozenset[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _escaped(text: str, quote: str = "") -> str:
    made = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")
    return made.replace('"', "&quot;") if quote == '"' else made.replace("'", "&#39;") if quote == "'" else made
