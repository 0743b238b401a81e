"""Every failure has its policy: an exit code, a retry rule, and nothing secret in its text."""

from __future__ import annotations

import pytest

from core import errors
from core.errors import EXIT_CODES, EXIT_USAGE, RETRY, CheckError, HumanNeeded, Need, Retry, Status, VaultReason, VaultUnavailable

ALL = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, CheckError) and kind is not CheckError
]


def test_every_status_but_ok_has_exactly_one_error() -> None:
    assert sorted(kind.status for kind in ALL) == sorted(set(Status) - {Status.OK})


def test_every_status_has_an_exit_code_and_a_retry_rule() -> None:
    assert set(EXIT_CODES) == set(RETRY) == set(Status)
    assert EXIT_USAGE not in EXIT_CODES.values()


@pytest.mark.parametrize("status", [Status.CREDENTIALS_REJECTED, Status.ACCOUNT_LOCKED, Status.HUMAN_NEEDED, Status.BLOCKED])
def test_what_could_lock_an_account_is_never_retried_by_itself(status: Status) -> None:
    assert RETRY[status] is Retry.AFTER_PERSON


def test_the_text_of_an_error_is_codes_only() -> None:
    error = errors.CredentialsRejected("portal_says", portal_words="PIN 730461 salah")
    assert str(error) == "credentials_rejected: portal_says"
    assert error.portal_words == "PIN 730461 salah"


def test_an_error_without_a_reason_is_its_status() -> None:
    assert str(errors.NetworkFailure()) == "network"


def test_a_need_says_what_the_portal_wants() -> None:
    error = HumanNeeded(Need.OTP, "otp_wanted", portal_words="Masukkan OTP")
    assert (error.need, error.reason, str(error)) == (Need.OTP, "otp_wanted", "human_needed: otp: otp_wanted")


def test_the_vaults_reason_is_a_code() -> None:
    assert [VaultUnavailable(reason).reason for reason in VaultReason] == [reason.value for reason in VaultReason]
