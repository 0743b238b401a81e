"""What the portal's own words mean: families of phrases, sentence by sentence. Words that belong to no family are never called a wrong PIN."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from core.errors import (
    AccountLocked,
    CheckError,
    CredentialsRejected,
    HumanNeeded,
    Maintenance,
    Need,
    NoBalance,
    PageNotUnderstood,
    SessionExpired,
)
from core.portal.text import cut, has_any, normal
from core.portal.words import Words

_GAP_WORDS = 8
_MAX_SENTENCE_CHARS = 400
_MAX_TEXTS = 400
_MAX_TEXT_CHARS = 2000


def matches(sentence: str, phrase: str) -> bool:
    """Whether a normalised sentence holds a phrase; "*" stands for up to eight words."""
    if "*" not in phrase:
        return f" {phrase} " in f" {sentence} "
    words = sentence.split()
    starts = {0}
    first = True
    for part in phrase.split("*"):
        wanted = part.split()
        ends: set[int] = set()
        for start in starts:
            last = len(words) if first else min(len(words), start + _GAP_WORDS + len(wanted))
            for i in range(start, last - len(wanted) + 1):
                if words[i : i + len(wanted)] == wanted:
                    ends.add(i + len(wanted))
        if not ends:
            return False
        starts, first = ends, False
    return True


def family(sentence: str, words: Words, among: Iterable[str] | None = None) -> str | None:
    """The family of phrases a sentence belongs to, or None."""
    text = normal(sentence[:_MAX_SENTENCE_CHARS])
    if not text:
        return None
    allowed = set(words.order if among is None else among)
    for name in words.order:
        if name not in allowed:
            continue
        for phrase in words.outcomes[name]:
            if matches(text, phrase) and not (name == "locked" and _no_lock(text, words)):
                return name
    return None


def _no_lock(text: str, words: Words) -> bool:
    """ "Setelah 3 kali salah akun akan terkunci" warns, and "Saldo yang diblokir" speaks of money: the account is not locked."""
    if has_any(text, words.outcomes["future"]):
        return True
    return has_any(text, ("saldo", "dana", "balance")) and not has_any(text, words.fields["account"])


def audible(texts: Iterable[str]) -> list[str]:
    """As much of a page's texts as `hear` listens to: what is worth keeping once the page itself is gone."""
    return [text[:_MAX_TEXT_CHARS] for text in islice(texts, _MAX_TEXTS)]


def hear(texts: Iterable[str], words: Words, among: Sequence[str]) -> tuple[str, str] | None:
    """The family that decides among several texts, with the text that said it: the first of `among` that any sentence
    belongs to. (Within one sentence the words file's own order decides.)"""
    heard: dict[str, str] = {}
    for text in audible(texts):
        for sentence in cut(text):
            name = family(sentence, words, among)
            if name is not None:
                heard.setdefault(name, text)
    return next(((name, heard[name]) for name in among if name in heard), None)


def failure(name: str, sentence: str, *, at_balance: bool = False) -> CheckError:
    """The named failure for a family, with the portal's own sentence."""
    said = " ".join(sentence.split())[:300]
    match name:
        case "locked":
            return AccountLocked("portal_says", portal_words=said)
        case "captcha":
            return HumanNeeded(Need.CAPTCHA, "portal_says", portal_words=said)
        case "other_session":
            return HumanNeeded(Need.OTHER_SESSION, "portal_says", portal_words=said)
        case "otp":
            return HumanNeeded(Need.OTP, "portal_says", portal_words=said)
        case "password_change":
            return HumanNeeded(Need.PASSWORD_CHANGE, "portal_says", portal_words=said)
        case "data_update":
            return HumanNeeded(Need.DATA_UPDATE, "portal_says", portal_words=said)
        case "activation":
            return HumanNeeded(Need.UNKNOWN, "activation_wanted", portal_words=said)
        case "maintenance":
            return Maintenance("portal_says", portal_words=said)
        case "session_expired":
            return SessionExpired("portal_says", portal_words=said)
        case "no_balance":
            return NoBalance("portal_says", portal_words=said)
        case "rejected" | "unregistered" if not at_balance:
            return CredentialsRejected("portal_says" if name == "rejected" else "not_registered", portal_words=said)
        case _:
            return PageNotUnderstood("unknown_answer", portal_words=said)
