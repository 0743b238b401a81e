"""What the portal answered to a sign-in: accepted, refused in words, or something we do not understand (never called a wrong PIN)."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from core.errors import CheckError, CredentialsRejected, PageNotUnderstood
from core.portal.doors import server_failure
from core.portal.login import find_pin_gate
from core.portal.outcome import audible, failure, hear
from core.portal.page import Page
from core.portal.text import has_any, normal
from core.portal.words import Words

# Across sentences a refusal outranks everything but a lock: "PIN salah" beside a new picture code, or beside "silakan login kembali",
# must never be taken for something that may be tried again.
ACROSS = tuple(
    "locked rejected activation unregistered captcha other_session otp password_change data_update maintenance session_expired refused".split()
)
_FEW_WORDS = 40
_SPOKEN = ("locked", "rejected", "activation", "unregistered", "captcha", "other_session", "maintenance", "session_expired")


class Answer:
    """The page after a secret was sent, beside the page it was sent from."""

    def __init__(self, page: Page, before: Page, words: Words) -> None:
        self.page = page
        self._before = before
        self._words = words

    @cached_property
    def asks_again(self) -> bool:
        """Whether the page holds a log-in form (one password beside a user field) again."""
        return shows_login(self.page, self._words)

    @cached_property
    def news(self) -> list[str]:
        """What this page says that the page before did not."""
        old = {normal(s) for s in self._before.said}
        alerts = frozenset(self.page.alerts)
        return [s for s in self.page.said if s in alerts or normal(s) not in old]

    @cached_property
    def signed_in(self) -> bool:
        """Whether the page offers to log out: the surest sign of having been let in."""
        return offers_logout(self.page, self._words)

    def raise_if_refused(self) -> None:
        """Raises the failure the page puts into words; returns if the road may go on."""
        if self.page.http_status >= 500:
            raise server_failure(self.page, self._words)
        if self.asks_again and not self.signed_in:
            heard = hear(self.news, self._words, ACROSS)
            raise failure(*heard) if heard else self.unknown()
        spoken = hear(self.page.alerts, self._words, _SPOKEN)
        if spoken is not None:
            raise failure(*spoken)
        if not self.signed_in:
            said = hear(self._loud, self._words, ("locked", "rejected", "activation", "unregistered"))
            if said is not None:
                raise failure(*said)

    def raise_if_user_unknown(self) -> None:
        """After the first half of a log-in in two steps: raises what the page says, unless it goes on to ask for the password."""
        if self.page.http_status >= 500:
            raise server_failure(self.page, self._words)
        heard = None if any(form.passwords for form in self.page.forms) else hear(self.news, self._words, ACROSS)
        if heard is not None:
            raise failure(*heard)

    @cached_property
    def _loud(self) -> list[str]:
        """What stands before a person's eyes; on a page of few words, everything."""
        few = sum(len(text.split()) for text in self.news) <= _FEW_WORDS
        return self.news if few else self.page.prominent

    def raise_if_gate_again(self) -> None:
        """After the PIN: raises if the gate stands there again."""
        if self.page.http_status >= 500:
            raise server_failure(self.page, self._words)
        spoken = hear(self.page.alerts, self._words, _SPOKEN)
        if spoken is not None:
            raise failure(*spoken)
        heard = hear(self.news if find_pin_gate(self.page, self._words) else self.page.prominent,
                     self._words, ("locked", "rejected"))  # fmt: skip
        if heard is not None:
            raise failure(*heard)
        if find_pin_gate(self.page, self._words):
            raise self.unknown()

    def unknown(self) -> CheckError:
        """The portal said something no family of phrases knows."""
        said = [*self.page.prominent, *self.news]
        return PageNotUnderstood("unknown_answer", portal_words=" ".join(said[0].split())[:300] if said else None)

    def accepted(self) -> Accepted:
        """What is to be remembered of this page once it is gone: a page of five megabytes is not kept for the whole visit."""
        return Accepted(audible(self.news), self.signed_in, self._words)


class Accepted(NamedTuple):
    """What the page after the sign-in said that the page before did not, and whether it offered to log out."""

    news: list[str]
    signed_in: bool
    words: Words

    def dead_end(self) -> CheckError | None:
        """What that page said in words, once every way on has been tried."""
        among = ACROSS if not self.signed_in else tuple(f for f in ACROSS if f not in ("rejected", "unregistered"))
        heard = hear(self.news, self.words, among)
        if heard is None:
            return None
        error = failure(*heard)
        if isinstance(error, CredentialsRejected) and self.signed_in:
            return PageNotUnderstood("unknown_answer", portal_words=error.portal_words)
        return error


def shows_login(page: Page, words: Words) -> bool:
    """Whether a page holds a log-in form: one password field beside something to type a user into."""
    return any(
        len(form.passwords) == 1
        and not has_any(form.passwords[0].label, words.fields["new_password"])
        and any(has_any(f.label, words.fields["user"]) for f in form.fields if f.type != "password" and (f.shown or f.readonly))
        for form in page.forms
    )


def offers_logout(page: Page, words: Words) -> bool:
    """Whether a page has a way to log out."""
    return any(has_any(way.said, words.links["logout"]) and len(way.said.split()) <= 4 for way in page.ways)
