"""One walk to the portal, from which only named failures come back."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Protocol

from core.errors import CheckError, InternalError
from core.logs import place_of
from core.models import Balance, Secrets, Step
from core.portal.profile import Profile

WIB = dt.timezone(dt.timedelta(hours=7), "WIB")  # the portal's clock; Indonesia keeps no summer time
UNEXPECTED = "unexpected"
INCOMPLETE = "program_incomplete"  # a part of the program is not there

log = logging.getLogger("saldo.walk")


class Walk(Protocol):
    """`core.portal.flow.check`: sign in and read. Raises CheckError."""

    def __call__(
        self, profile: Profile, user: str, secrets: Secrets, *, on_step: Callable[[Step], None], today: dt.date
    ) -> Balance: ...


def walk_safely(
    walk: Walk, profile: Profile, user: str, secrets: Secrets, *, on_step: Callable[[Step], None], now: dt.datetime
) -> Balance:
    """Walk, and turn an error nobody named into one that carries no text. Its kind and place go into the log."""
    try:
        return walk(profile, user, secrets, on_step=on_step, today=now.astimezone(WIB).date())
    except CheckError:
        raise
    except Exception as error:
        log.error("unexpected: %s", place_of(error))
        raise InternalError(reason_of(error)) from None


def reason_of(error: Exception) -> str:
    """What is told of an error nobody named: half an installation can be mended by the person, a fault of ours cannot."""
    return INCOMPLETE if isinstance(error, ImportError | SyntaxError) else UNEXPECTED
