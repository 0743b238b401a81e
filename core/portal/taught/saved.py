"""Which taught rules belong to a saved page: those of saved pages, and those of the portal that the browser wrote into it."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from core.portal import profile as profiles
from core.portal.taught.rules import FILES, Rule

_SAVED_FROM: Final = re.compile(rb"<!-- saved from url=\([0-9]{4}\)(https://[^\s<>]{1,500}) -->")
_HEAD: Final = 4_096  # bytes; browsers write it at the top


def rules_of_saved(body: bytes, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules that may be used on a saved page. What it says of its origin is nothing but its word: the proof is asked of it as ever."""
    match = _SAVED_FROM.search(body[:_HEAD])
    host = urlsplit(match[1].decode("ascii", "replace")).hostname if match else None
    return tuple(rule for rule in rules if rule.portal == FILES or (host is not None and _is_of(rule.portal, host)))


def _is_of(portal: str, host: str) -> bool:
    try:
        domain = profiles.load(portal).domain
    except (KeyError, OSError):
        return False
    return domain is not None and (host == domain or host.endswith(f".{domain}"))
