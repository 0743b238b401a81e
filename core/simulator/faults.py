"""What can be made to go wrong, by name. Docs: docs/simulator.md.

Each has the place where it strikes, and the answers (values of `core.errors.Status`) that an honest reader may give to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One switch. `answers`: the statuses a check of the demo's account may end with while it is on, where no person is needed anyway."""

    where: str
    about: str
    answers: tuple[str, ...]


_HUMAN = ("human_needed",)
_NOT_READ = ("page_not_understood",)
_LINE = ("network",)

FAULTS: dict[str, Fault] = {
    # the whole portal
    "maintenance_503": Fault("every page", "503 with a page that says maintenance", ("maintenance",)),
    "maintenance_200": Fault("every page", "200 with a page that says maintenance", ("maintenance",)),
    "server_500": Fault(
        "every page", "500 with the words of a broken PHP page", ("maintenance", "network", "page_not_understood")
    ),
    "hang": Fault("every page", "30 s of silence, then the answer", _LINE),
    "reset": Fault("every page", "the connection is reset instead of an answer", _LINE),
    "slow": Fault("every page", "each page drips for 3 s, then is whole", ("ok",)),
    "drip_forever": Fault("every page", "a byte every half second, for an hour", _LINE),
    "gzip": Fault("every page", "compressed, if the client says it can", ("ok",)),
    "windows_1252": Fault("every page", "windows-1252 instead of UTF-8, said only in the page", ("ok",)),
    # signing in
    "captcha": Fault("log-in", "a code in a picture beside the log-in", _HUMAN),
    "get_form": Fault("log-in", "the log-in form would send the secret in the address", ("blocked",)),
    "foreign_redirect": Fault("log-in", "the log-in is answered by 307 to another host", ("blocked",)),
    "unknown_error": Fault("log-in", "a refusal in words nobody has heard", _NOT_READ),
    "error_in_page": Fault("log-in", "the portal's sentence stands in the page", ("ok",)),
    "error_in_alert": Fault("log-in", "the portal's sentence stands only in a script: alert('...')", ("ok",)),
    "error_in_query": Fault("log-in", "the portal's sentence stands only in the address: ?error=...", ("ok",)),
    "error_in_modal": Fault("log-in", "the portal's sentence is put into a modal by a script", ("ok",)),
    # between log-in and balance
    "other_session": Fault("after log-in", "still signed in in another browser: go on?", _HUMAN),
    "otp": Fault("after log-in", "a code by SMS", _HUMAN),
    "password_change": Fault("after log-in", "a new password is demanded", _HUMAN),
    "data_update": Fault("after log-in", "new personal data are demanded", _HUMAN),
    "session_lost_script": Fault(
        "balance", "200 with window.location='login.bpjs?error=Silahkan Login ulang'", ("session_expired",)
    ),
    "session_lost_302": Fault("balance", "302 to the log-in", ("session_expired",)),
    "session_lost_form": Fault("balance", "200 with the log-in form in place of the page", ("session_expired",)),
    "redirect_ring": Fault("balance", "two addresses that redirect to each other", (*_NOT_READ, *_LINE)),
    # the balance page
    "card_chooser": Fault("balance", "sso2019: one card a page, behind a choice, and no total", ("ok", *_NOT_READ)),
    "empty_balance": Fault("balance", "the places of the figures are empty", _NOT_READ),
    "unknown_words": Fault("balance", "the balance under a name that nobody has heard, but in the headings", _NOT_READ),
    "column_order": Fault("balance", "the columns and lines in another order", ("ok",)),
    "number_format": Fault(
        "balance",
        "numbers in the English way: 4,000,000.00; beside the news of era es, which go on in the Indonesian way, they are refused",
        ("ok", "page_not_understood"),
    ),
    "extra_kpj": Fault("balance", "one more card than yesterday", ("ok",)),
    "scripted": Fault("balance", "sso2023: the figures come by a script, some time after the page", ("ok",)),
    "wrong_total": Fault("balance", "the portal's total is not the sum of the cards", _NOT_READ),
    "truncated": Fault(
        "balance", "the page ends in the middle of a figure; nothing says how long it should be", (*_NOT_READ, *_LINE)
    ),
    "short_body": Fault("balance", "fewer bytes than were promised", (*_LINE, *_NOT_READ)),
    "huge": Fault("balance", "a page of 6 MB", (*_NOT_READ, *_LINE)),
}


def answers(name: str, era: str) -> frozenset[str]:
    """The statuses an honest check of the demo's account may end with in that era. KeyError for a fault nobody knows."""
    allowed = set(FAULTS[name].answers)
    if era == "sso2023":  # the check box is met first, unless the fault strikes before it
        strikes_first = FAULTS[name].where == "every page" and "ok" not in allowed
        return frozenset(allowed if strikes_first else {"human_needed", *(allowed & {"blocked"})})
    if era == "es" and name in ("session_lost_302", "session_lost_form"):
        allowed.add(
            "page_not_understood"
        )  # the balance follows the log-in at once: all one sees is the form again, without a word
    if era == "es" and name == "card_chooser":
        allowed = {"ok"}
    return frozenset(allowed)


def named(names: Iterable[str]) -> frozenset[str]:
    """These names, if each is a fault; ValueError with the first that is none."""
    chosen = frozenset(names)
    for name in sorted(chosen - FAULTS.keys()):
        raise ValueError(name)
    return chosen
