"""Every named failure of a check, with its policy: what it means, whether it may be tried again, whether a person is needed.

The list is closed. A failure is named where it is known and worded where it is shown (`core/words.py` for the command
line, `ui/words/messages.py` for the window); nothing ever tests an error by its text. No failure carries a secret, a page or a URL
with its query: `reason` is a code from the words file, `portal_words` is the portal's own visible sentence.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Status(StrEnum):
    """The outcome of a check, as `check --json` prints it."""

    OK = "ok"
    CREDENTIALS_REJECTED = "credentials_rejected"
    ACCOUNT_LOCKED = "account_locked"
    HUMAN_NEEDED = "human_needed"
    SESSION_EXPIRED = "session_expired"
    MAINTENANCE = "maintenance"
    NETWORK = "network"
    NO_BALANCE = "no_balance"
    PAGE_NOT_UNDERSTOOD = "page_not_understood"
    BLOCKED = "blocked"
    VAULT_UNAVAILABLE = "vault_unavailable"
    INTERNAL_ERROR = "internal_error"


class Need(StrEnum):
    """What the portal wants from a person."""

    CAPTCHA = "captcha"
    OTP = "otp"
    PASSWORD_CHANGE = "password_change"  # noqa: S105 - the name of an outcome
    DATA_UPDATE = "data_update"
    OTHER_SESSION = "other_session"
    UNKNOWN = "unknown"


class Retry(Enum):
    """When the schedule may try again by itself."""

    BACK_OFF = "back_off"  # 5 min, 30 min, 2 h, then the next day
    NEXT_DUE = "next_due"  # at the next regular time
    AFTER_PERSON = "after_person"  # never, until the person has acted


class VaultReason(StrEnum):
    """Why the keyring gave no secret: four different answers, and two more."""

    LOCKED = "vault_locked"
    MISSING = "vault_missing"  # no keyring on this machine
    DENIED = "vault_denied"
    EMPTY = "vault_empty"  # the keyring works and holds no secret of this account
    HANGING = "vault_hanging"
    INSECURE = "vault_insecure"  # a back end we do not trust


EXIT_CODES: dict[Status, int] = {
    Status.OK: 0,
    Status.INTERNAL_ERROR: 1,
    Status.HUMAN_NEEDED: 3,
    Status.CREDENTIALS_REJECTED: 4,
    Status.ACCOUNT_LOCKED: 5,
    Status.PAGE_NOT_UNDERSTOOD: 6,
    Status.NO_BALANCE: 6,
    Status.NETWORK: 7,
    Status.MAINTENANCE: 7,
    Status.SESSION_EXPIRED: 7,
    Status.BLOCKED: 8,
    Status.VAULT_UNAVAILABLE: 9,
}
EXIT_USAGE = 2

RETRY: dict[Status, Retry] = {
    Status.OK: Retry.NEXT_DUE,
    Status.CREDENTIALS_REJECTED: Retry.AFTER_PERSON,
    Status.ACCOUNT_LOCKED: Retry.AFTER_PERSON,
    Status.HUMAN_NEEDED: Retry.AFTER_PERSON,
    Status.BLOCKED: Retry.AFTER_PERSON,
    Status.VAULT_UNAVAILABLE: Retry.BACK_OFF,
    Status.NETWORK: Retry.BACK_OFF,
    Status.MAINTENANCE: Retry.BACK_OFF,
    Status.SESSION_EXPIRED: Retry.NEXT_DUE,
    Status.NO_BALANCE: Retry.NEXT_DUE,
    Status.PAGE_NOT_UNDERSTOOD: Retry.NEXT_DUE,
    Status.INTERNAL_ERROR: Retry.NEXT_DUE,
}


class CheckError(Exception):
    """A check that ended without a figure. `str()` of it is only codes: safe in a log."""

    status: Status = Status.INTERNAL_ERROR

    def __init__(self, reason: str | None = None, *, portal_words: str | None = None, need: Need | None = None) -> None:
        super().__init__(": ".join(filter(None, [self.status.value, need and need.value, reason])))
        self.reason = reason
        self.portal_words = portal_words
        self.need = need


class CredentialsRejected(CheckError):
    """The portal refused the log-in secret or the PIN. Never sent again by itself."""

    status = Status.CREDENTIALS_REJECTED


class AccountLocked(CheckError):
    """The portal locked or suspended the account."""

    status = Status.ACCOUNT_LOCKED


class HumanNeeded(CheckError):
    """The portal wants something only a person can or may do."""

    status = Status.HUMAN_NEEDED

    def __init__(self, need: Need, reason: str | None = None, *, portal_words: str | None = None) -> None:
        super().__init__(reason, portal_words=portal_words, need=need)


class SessionExpired(CheckError):
    """The portal ended the session in the middle of the road."""

    status = Status.SESSION_EXPIRED


class Maintenance(CheckError):
    """The portal says it is down for maintenance or overloaded."""

    status = Status.MAINTENANCE


class NetworkFailure(CheckError):
    """The portal could not be reached, or the line broke."""

    status = Status.NETWORK


class NoBalance(CheckError):
    """The portal understood us and says there is no balance to show (this is not a balance of zero)."""

    status = Status.NO_BALANCE


class PageNotUnderstood(CheckError):
    """A page that could not be read with proof."""

    status = Status.PAGE_NOT_UNDERSTOOD


class Blocked(CheckError):
    """We refused to go on: a foreign host, an unsafe address, a form that would leak a secret."""

    status = Status.BLOCKED


class VaultUnavailable(CheckError):
    """The keyring gave no secret; `reason` is a VaultReason."""

    status = Status.VAULT_UNAVAILABLE

    def __init__(self, reason: VaultReason) -> None:
        super().__init__(reason.value)


class InternalError(CheckError):
    """Our own fault, or this machine's (a full disk, a broken file); `reason` says which."""

    status = Status.INTERNAL_ERROR
