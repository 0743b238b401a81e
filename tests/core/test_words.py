"""Both languages say everything, in one sentence, with the portal's own words quoted."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import (
    CheckError,
    CredentialsRejected,
    HumanNeeded,
    InternalError,
    Need,
    NetworkFailure,
    Status,
    VaultReason,
    VaultUnavailable,
)
from core.ledger.problems import BROKEN, CHANGED, DISK_FULL, LOCKED, NEWER, READONLY
from core.models import Step
from core.words import FILE, LONGEST_QUOTE, Words, language, quoted

TABLES = tomllib.loads(FILE.read_text("utf-8"))
LANGUAGES = ("id", "en")
ROOT = Path(__file__).resolve().parents[2]


def texts(table: dict[str, object], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from texts(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", str(value)


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    indonesian, english = (dict(texts(TABLES[name])) for name in LANGUAGES)
    assert indonesian.keys() == english.keys()
    for key, text in indonesian.items():
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english[key])), key


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_status_need_step_and_reason_of_vault_and_ledger_has_words(name: str) -> None:
    table = TABLES[name]
    assert set(table["status"]) == set(Status) - {Status.OK}
    assert set(table["need"]) == set(Need)
    assert set(table["step"]) == set(Step)
    assert set(table["reason"]) >= {*VaultReason, BROKEN, CHANGED, NEWER, DISK_FULL, READONLY, LOCKED}


def test_every_reason_to_stop_for_safety_has_words_of_its_own() -> None:
    """These are the ones a person must be able to tell apart: what was about to happen, and that it did not."""
    sources = (path.read_text("utf-8") for path in (ROOT / "core").rglob("*.py"))
    reasons = {reason for source in sources for reason in re.findall(r'\bBlocked\("(\w+)"', source)}
    assert len(reasons) > 5
    for name in LANGUAGES:
        assert reasons <= set(TABLES[name]["reason"])


@pytest.mark.parametrize("name", LANGUAGES)
def test_sentences_stand_without_their_full_stop(name: str) -> None:
    for part in ("status", "need", "reason"):
        assert not [key for key, text in TABLES[name][part].items() if text.endswith((".", "!", " "))]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "id"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "id_ID"}, "id"),
        ({"LANG": "id_ID", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LC_ALL": "", "LANG": "en"}, "en"),
    ],
)
def test_the_language_is_the_persons_and_indonesian_when_in_doubt(environment: dict[str, str], expected: str) -> None:
    assert language(environment) == expected


def test_the_locale_of_the_process_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert Words.load().language == "en"


@pytest.mark.parametrize(
    ("error", "beginning"),
    [
        (NetworkFailure("timeout"), "The portal did not answer in time"),
        (NetworkFailure("a reason without words"), "The portal cannot be reached"),
        (HumanNeeded(Need.OTP, "otp_wanted"), "The portal sent a code (OTP)"),
        (InternalError(), "A fault of the program"),
        (VaultUnavailable(VaultReason.LOCKED), "The keyring is locked"),
    ],
)
def test_the_reason_comes_before_the_need_and_the_need_before_the_status(error: CheckError, beginning: str) -> None:
    said = Words.load("en").explain(error)
    assert said.startswith(beginning)
    assert said.endswith(".")


def test_the_portals_own_words_are_quoted() -> None:
    said = Words.load("id").explain(CredentialsRejected("portal_says", portal_words="User atau\nPassword  salah"))
    assert said.endswith("; kata portal: “User atau Password salah”.")


def test_a_quote_is_one_printable_line_and_not_endless() -> None:
    assert quoted("a\x1b[31mb\u202ec\td") == "a [31mb c d"
    assert len(quoted("x" * 5000)) == LONGEST_QUOTE


def test_a_key_that_is_missing_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Words.load("id").say("no such key")
