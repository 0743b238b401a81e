"""Keeps a visit's secrets out of addresses, second forms and everything that is shown or stored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import quote, quote_plus, unquote_plus

from core.models import Secrets

_MARK = "••••"


class Guard:
    """Knows the secrets of one visit, to recognise them where they must not be."""

    def __init__(self, secrets: Secrets) -> None:
        self.secrets = secrets

    def in_address(self, text: str) -> bool:
        """Whether a (decoded) address carries a secret."""
        return any(_stands_in(text, secret) for secret in self._all())

    def in_values(self, values: Iterable[str]) -> bool:
        """Whether one of a form's values is or holds a secret."""
        return any(_stands_in(value, secret) for value in values for secret in self._all())

    def scrub(self, text: str | None) -> str | None:
        """The text with every secret blotted out, also one quoted as HTML or an address would quote it."""
        if text is None:
            return None
        for secret in sorted(self._all(), key=len, reverse=True):
            for form in dict.fromkeys((secret, escape(secret), quote(secret, safe=""), quote_plus(secret), quote(secret))):
                text = re.sub(re.escape(form), _MARK, text, flags=re.IGNORECASE)
            plain = unquote_plus(unescape(text)).casefold()
            if secret.casefold() in plain or secret.casefold() in "".join(plain.split()):
                return _MARK
        return text

    def blot(self, source: str) -> str | None:
        """The source of a page with every secret of digits blotted out; None where it holds one with letters, whose blotting
        could turn the page's words into others."""
        plain = unescape(source).casefold()
        for secret in self._all():
            if secret.isascii() and secret.isdigit():
                source = source.replace(secret, _MARK)
            elif secret.casefold() in plain or escape(secret).casefold() in source.casefold():
                return None
        return source

    def _all(self) -> list[str]:
        return [s for s in (self.secrets.login, self.secrets.pin) if s]


def _stands_in(text: str, secret: str) -> bool:
    """Whether the secret stands in the text. A short or all-digit secret counts only as a word of its own: 123456 may well be
    part of a session id."""
    start = text.find(secret)
    while start >= 0:
        end = start + len(secret)
        alone = (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
        if alone or (len(secret) >= 8 and not secret.isdigit()):
            return True
        start = text.find(secret, start + 1)
    return False
