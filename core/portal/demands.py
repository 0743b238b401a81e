"""What a portal demands of the person before it goes on: a code, a new password, data, a decision. Nothing of it is ever pressed."""

from __future__ import annotations

from core.errors import CheckError, HumanNeeded, Need
from core.portal.outcome import failure, hear
from core.portal.page import Page
from core.portal.text import has_any
from core.portal.words import Words

_DEMANDS = ("locked", "other_session", "otp", "password_change", "data_update", "captcha")
_SMALL_PAGE_SENTENCES = 60


def demand(page: Page, words: Words) -> CheckError | None:
    """The demand this page makes, or None. Judged by its fields first, then by what it says before one's eyes, then by all it says."""
    forms = page.forms
    texts = [f for form in forms for f in form.texts]
    heard = hear(page.prominent, words, _DEMANDS)
    if heard is not None:
        return failure(*heard)
    passwords = [f for form in forms for f in form.passwords]
    if sum(has_any(f.label, words.fields["new_password"]) for f in passwords) >= 1 and len(passwords) >= 2:
        return HumanNeeded(Need.PASSWORD_CHANGE, "new_password_wanted")
    if any(has_any(f.label, words.fields["otp"]) for f in texts) or any(has_any(f.label, words.fields["otp"]) for f in passwords):
        return HumanNeeded(Need.OTP, "otp_wanted")
    said = page.said
    if len(said) <= _SMALL_PAGE_SENTENCES:
        heard = hear(said, words, _DEMANDS)
        if heard is not None:
            return failure(*heard)
    if passwords:
        return HumanNeeded(Need.UNKNOWN, "password_again")
    return None
