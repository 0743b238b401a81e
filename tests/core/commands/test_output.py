"""What is printed: JSON of exactly one form, or words; a line at once; a closed stream is no fault."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from pathlib import Path

import pytest

from core.blth import Blth
from core.commands.output import Output, outcome, put
from core.errors import (
    CredentialsRejected,
    HumanNeeded,
    InternalError,
    Need,
    NetworkFailure,
    Status,
    VaultReason,
    VaultUnavailable,
)
from core.models import Balance, Card, Evidence, Segment, Step

NOW = dt.datetime(2026, 11, 22, 8, 12, 33, tzinfo=dt.timezone(dt.timedelta(hours=7)))
CARD = Card(4_873_190_200, "21098764567", "PT Maju", "99000001/000", Segment.PU, True, Blth(2026, 10), Evidence("a", "b", "«1»"))
BALANCE = Balance(4_873_190_250, (CARD, Card(50)), dt.date(2026, 11, 21), True)


def test_a_success_in_json_has_exactly_this_form() -> None:
    assert outcome(Status.OK, "bpjstk-es", NOW, BALANCE, None, None) == {
        "status": "ok",
        "portal": "bpjstk-es",
        "checked_at": "2026-11-22T01:12:33Z",
        "as_of": "2026-11-21",
        "total": "48731902.50",
        "cards": [
            {
                "kpj": "21098764567",
                "company": "PT Maju",
                "npp": "99000001/000",
                "segment": "PU",
                "active": True,
                "last_contribution": "2026-10",
                "balance": "48731902.00",
            },
            {
                "kpj": None,
                "company": None,
                "npp": None,
                "segment": None,
                "active": None,
                "last_contribution": None,
                "balance": "0.50",
            },
        ],
        "need": None,
        "message": None,
    }


def test_a_failure_in_json_has_the_same_keys() -> None:
    answer = outcome(Status.HUMAN_NEEDED, None, NOW, None, HumanNeeded(Need.OTP), "Kode")
    assert list(answer) == list(outcome(Status.OK, "p", NOW, BALANCE, None, None))
    assert (answer["total"], answer["cards"], answer["as_of"], answer["need"], answer["message"]) == (
        None,
        [],
        None,
        "otp",
        "Kode",
    )


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_lines_come_in_the_order_of_what_happens(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(as_json=True)
    output.step(Step.CONTACTING)
    output.not_kept(VaultUnavailable(VaultReason.LOCKED))
    output.failed("p", NOW, CredentialsRejected("portal_says", portal_words="PIN salah"), None)
    step, vault, refused, last = lines_of(capsys)
    assert step == {"step": "contacting"}
    assert vault == {"step": "vault", "reason": "vault_locked"}
    assert refused == {"step": "refused", "reason": "portal_says", "portal_words": "PIN salah"}
    assert last["status"] == "credentials_rejected"


def test_a_failure_without_a_reason_has_no_line_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=True).failed("p", NOW, NetworkFailure(), None)
    assert len(lines_of(capsys)) == 1


def test_a_balance_that_was_not_stored_is_shown_and_not_called_a_success(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=True).failed("p", NOW, InternalError("ledger_disk_full"), BALANCE)
    last = lines_of(capsys)[-1]
    assert (last["status"], last["total"]) == ("internal_error", "48731902.50")
    assert "TIDAK tersimpan" in str(last["message"])
    assert "Cakram penuh" in str(last["message"])
    Output(as_json=False).failed("p", NOW, InternalError("ledger_disk_full"), BALANCE)
    shown = capsys.readouterr()
    assert shown.out.startswith("Saldo JHT: Rp 48.731.902,50 (per 2026-11-21)\n")
    assert "TIDAK tersimpan" in shown.err


def test_words_say_what_is_known_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=False).succeeded("p", NOW, Balance(4_873_190_250, (CARD, Card(50, active=False))))
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == "Saldo JHT: Rp 48.731.902,50"
    assert second.split("  ")[1:] == ["21098764567", "PT Maju", "PU", "aktif", "Rp 48.731.902", "iuran terakhir 2026-10"]
    assert third.split("  ")[1:] == ["-", "-", "-", "tidak aktif", "Rp 0,50", "iuran terakhir -"]


def test_a_secret_that_was_not_kept_is_said_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=False).not_kept(VaultUnavailable(VaultReason.MISSING))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("PIN tidak tersimpan")


def test_steps_are_worded_only_for_a_person_who_looks_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Output(as_json=False).step(Step.CONTACTING)
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    Output(as_json=False).step(Step.CONTACTING)
    assert capsys.readouterr() == ("", "Menghubungi portal…\n")


def test_every_line_is_there_at_once(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w") as stream:
        put(stream, "one")
        assert (tmp_path / "out").read_text() == "one\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_stream_gets_nothing_more_and_nobody_complains() -> None:
    with Path("/dev/full").open("w") as stream:
        put(stream, "one")
        put(stream, "two")


def test_a_reader_that_went_away_is_no_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        put(stream, "one")
        put(stream, "two")


def test_a_closed_or_missing_stream_is_no_fault() -> None:
    put(None, "one")
    stream = io.StringIO()
    stream.close()
    put(stream, "one")
