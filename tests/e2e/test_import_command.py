"""`main.py import` as a real process: one line a file, nothing stored that was not asked for, everything undone again."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from core.statements.statement import EXIT_CODES, FileStatus
from tests.e2e.importing import (
    KEYS,
    KPJ,
    accounts,
    balances,
    card,
    files_below,
    ledger_path,
    message,
    months,
    put,
    run,
    statement,
    told,
)
from tests.e2e.running import demo_ledger

pytestmark = pytest.mark.journey


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The folder the files lie in."""
    return tmp_path / "files"


def test_every_file_has_its_line_in_its_order_with_every_key(place: Path, desk: Path) -> None:
    files = [balances(desk, 2024), months(desk, 2024), message(desk), str(desk / "gone.pdf"), balances(desk, 2025)]
    ran = run(place, *files, "--json", "--dry-run")
    assert [line["file"] for line in ran.lines] == files
    assert [line["status"] for line in ran.lines] == ["ok", "ok", "ok", "unreadable_file", "ok"]
    assert [[key for key in line if key != "cards"] for line in ran.lines] == [KEYS] * 5
    assert ran.code == EXIT_CODES[FileStatus.UNREADABLE_FILE] == 10
    assert ran.err == ""


def test_amounts_days_and_months_are_printed_as_the_check_prints_them(place: Path, desk: Path) -> None:
    (line,) = run(place, months(desk, 2024), "--json", "--dry-run").lines
    assert line["months"][0] == {
        **{"blth": "2024-01", "paid": None, "posted": None, "wage": "5000000.00", "rapel": None},
        **{"employer": "185000.00", "worker": "100000.00"},
    }
    assert (line["kind"], line["kpj"], line["closing"], line["year"]) == ("csv", KPJ, None, None)
    (sms,) = run(place, message(desk), "--json", "--dry-run").lines
    assert (sms["kind"], sms["closing"], sms["plan"]["statements"][0]["closing_on"]) == ("sms", "48731902.00", "2025-10-31")
    assert sms["proofs"][0]["holds"] is True


def test_a_dry_run_leaves_no_trace(place: Path, desk: Path) -> None:
    assert run(place, balances(desk, 2024), message(desk), "--dry-run").code == 0
    assert files_below(place) == []


def test_what_is_refused_makes_nothing_either(place: Path, desk: Path) -> None:
    assert run(place, put(desk, "a.pdf", "not a PDF"), str(desk)).code == 10
    assert files_below(place) == []


def test_without_an_account_one_is_made_and_the_next_import_finds_it(place: Path, desk: Path) -> None:
    (first,) = run(place, balances(desk, 2024), "--json").lines
    assert (first["plan"]["import"], first["plan"]["statements"][0]["why"]) == (1, "new")
    assert accounts(place) == ["KPJ ***0001"]
    (second,) = run(place, months(desk, 2024), "--json").lines
    assert (second["plan"]["import"], second["plan"]["statements"][0]["account"]) == (2, "#1")
    assert second["plan"]["statements"][0]["why"] == "kpj"
    assert told(place) == (3, 12, 2)
    assert run(place.parent, "--list").code == 2  # another home knows of nothing
    checked = run(place, "--help")
    assert "main.py import" in checked.out


def test_the_same_files_twice_change_nothing(place: Path, desk: Path) -> None:
    files = (balances(desk, 2024), months(desk, 2024), message(desk))
    run(place, *files)
    before = told(place)
    again = run(place, *files, "--json")
    assert [line["plan"]["already"] for line in again.lines] == [True] * 3
    assert [line["plan"]["import"] for line in again.lines] == [None] * 3
    assert (again.code, told(place)) == (0, before)


def test_a_call_is_undone_and_brought_back_as_a_whole(place: Path, desk: Path) -> None:
    run(place, balances(desk, 2023))
    run(place, balances(desk, 2024), months(desk, 2024), message(desk))
    assert told(place) == (6, 12, 5)
    assert run(place, "--undo", "3", "--json").lines == [{"undone": [2, 3, 4]}]
    assert told(place) == (2, 0, 2)
    listed = run(place, "--list", "--json").lines
    assert [(line["import"], line["files"], line["undone"]) for line in listed] == [(2, 3, True), (1, 1, False)]
    assert run(place, "--redo", "2", "--json").lines == [{"redone": [2, 3, 4]}]
    assert told(place) == (6, 12, 5)
    assert run(place, "--undo").code == run(place, "--undo").code == 0
    assert told(place) == (0, 0, 0)
    assert run(place, "--undo").code == 2


def test_what_the_file_calls_by_another_name_is_what_a_person_reads(place: Path, desk: Path) -> None:
    indonesian = run(place, balances(desk, 2024))
    english = run(place, message(desk), LANG="en_US.UTF-8")
    assert "saldo Rp 41.000.000" in indonesian.out
    assert "Tersimpan" in indonesian.out
    assert "balance Rp 48.731.902" in english.out
    assert "Stored" in english.out
    assert english.err == indonesian.err == ""


def test_a_statement_is_read_and_a_tampered_one_is_stored_only_when_it_is_accepted(place: Path, desk: Path) -> None:
    true = card()
    good, bad = statement(desk), statement(desk, tampered=True)
    (line,) = run(place, str(good), "--json", "--dry-run").lines
    assert (line["status"], line["year"], line["closing"]) == ("ok", 2020, f"{true.closing // 100}.{true.closing % 100:02}")
    ran = run(place, str(bad), "--json")
    (line,) = ran.lines
    assert (ran.code, line["status"], line["closing"], line["months"]) == (6, "page_not_understood", None, [])
    assert any(proof["name"] == "closing" and proof["holds"] is False for proof in line["proofs"])
    assert (line["plan"]["needs"], line["plan"]["statements"][0]["state"]) == ("decision", "doubted")
    assert files_below(place) == []
    digest = line["plan"]["sha256"]
    (line,) = run(place, str(bad), "--json", "--accept", f"{digest}:0", "--expect-sha256", digest).lines
    assert (line["plan"]["import"], line["plan"]["statements"][0]["accepted"]) == (1, True)
    assert told(place)[0] == 1


def test_a_locked_file_asks_and_opens_with_the_password_which_stays_nowhere(place: Path, desk: Path) -> None:
    password = "17051990"
    locked = str(statement(desk, password=password))
    ran = run(place, locked, "--json")
    assert (ran.code, ran.lines[0]["status"]) == (10, "password_needed")
    ran = run(place, locked, "--password-stdin", "--json", stdin="01011970\n")
    assert (ran.code, ran.lines[0]["status"]) == (10, "password_needed")
    ran = run(place, locked, "--password-stdin", "--json", stdin=f"{password}\n")
    assert (ran.code, ran.lines[0]["status"], ran.lines[0]["plan"]["import"]) == (0, "ok", 1)
    assert password not in ran.out + ran.err
    for path in place.rglob("*"):
        assert not path.is_file() or password.encode() not in path.read_bytes()


def test_files_with_different_passwords_are_stored_in_one_call_or_not_at_all(place: Path, desk: Path) -> None:
    one, other = str(statement(desk / "a", password="17051990")), str(statement(desk / "b", tampered=True, password="01011970"))
    plain = balances(desk, 2024)
    files = [one, plain, other]
    ran = run(place, *files, "--passwords-stdin", "--json", "--dry-run", stdin="17051990\n\n01011970\n")
    assert [line["status"] for line in ran.lines] == ["ok", "ok", "page_not_understood"]
    ran = run(place, *files, "--passwords-stdin", "--json", "--account", "new", stdin="17051990\n\n01011970\n")
    assert [line["plan"]["import"] for line in ran.lines] == [1, 2, None]
    undone = run(place, "--undo", "--json")
    assert undone.lines == [{"undone": [1, 2]}]
    assert run(place, *files, "--passwords-stdin", stdin="17051990\n").code == 2  # a line is missing
    assert run(place, *files, "--passwords-stdin", "--password-stdin", stdin="x\n").code == 2


def test_what_a_list_holds_and_is_not_taken_in_is_said(place: Path, desk: Path) -> None:
    file = put(desk, "saldo.csv", "Tanggal;Saldo;Perusahaan;Iuran\n31/12/2024;48.731.902,00;PT CONTOH;285.000,00\n")
    (line,) = run(place, file, "--json", "--dry-run").lines
    assert (line["status"], line["plan"]["unread"]) == ("ok", ["Perusahaan", "Iuran"])
    assert "Perusahaan, Iuran" in run(place, file, "--dry-run").out


def test_a_file_that_changed_since_the_preview_stops_the_whole_call(place: Path, desk: Path) -> None:
    files = [balances(desk, 2024), balances(desk, 2025)]
    digests = [str(line["plan"]["sha256"]) for line in run(place, *files, "--json", "--dry-run").lines]
    balances(desk, 2025, kpj="99000000009")
    ran = run(place, *files, "--json", "--expect-sha256", ",".join(digests))
    assert [(line["status"], line["reason"]) for line in ran.lines] == [("ok", None), ("unreadable_file", "file_changed")]
    assert ran.code == 10
    assert files_below(place) == []


def test_where_two_accounts_could_be_meant_nothing_is_stored_until_one_is_named(place: Path, desk: Path) -> None:
    run(place, balances(desk, 2024))
    (new,) = run(place, months(desk, 2024, "99000000002"), "--account", "new", "--json").lines
    assert new["plan"]["statements"][0]["account"] == "#2"
    other = months(desk, 2025, "99000000003")
    ran = run(place, other, "--json")
    assert (ran.code, ran.lines[0]["status"], ran.lines[0]["plan"]["needs"]) == (2, "ok", "account")
    assert ran.lines[0]["plan"]["statements"][0]["choices"] == ["#1", "#2"]
    assert run(place, other, "--json", "--account", "#9").code == 2
    digest = ran.lines[0]["plan"]["sha256"]
    (line,) = run(place, other, "--json", "--choose", f"{digest}=#2").lines
    assert line["plan"]["statements"][0]["account"] == "#2"
    assert told(place, 2) == (2, 24, 0)


def test_the_window_hears_of_every_step_and_scripts_of_none(place: Path, desk: Path) -> None:
    files = [balances(desk, 2024), message(desk)]
    steps = [line for line in run(place, *files, "--json", "--progress").lines if "step" in line]
    assert steps == [
        {"step": "reading", "file": files[0], "n": 1, "of": 2},
        {"step": "reading", "file": files[1], "n": 2, "of": 2},
        {"step": "storing"},
    ]
    assert run(place, *files, "--progress").out.count("reading") == 0


def test_a_list_that_has_to_be_explained_is_explained_once(place: Path, desk: Path) -> None:
    first = put(desk, "a.csv", "Tanggal;Saldo\n01/02/2025;500.128\n")
    ran = run(place, first, "--json")
    (line,) = ran.lines
    assert (ran.code, line["reason"], line["plan"]["needs"]) == (6, "csv_map_needed", "map")
    assert line["plan"]["map"]["missing"] == ["dates", "numbers"]
    settled = f"{line['plan']['map']['fingerprint']}:form=balances,date=0,amount=1,numbers=id,dates=dmy"
    (line,) = run(place, first, "--json", "--map", settled, "--remember-map").lines
    assert (line["status"], line["closing"]) == ("ok", "500128.00")
    (line,) = run(place, put(desk, "b.csv", "Tanggal;Saldo\n03/04/2025;600.128\n"), "--json").lines
    assert line["plan"]["statements"][0]["closing_on"] == "2025-04-03"


def test_typed_figures_wages_and_pasted_messages_are_imports_too(place: Path) -> None:
    (typed,) = run(place, "--typed", "2026-01-31", "48731902", "--kpj", KPJ, "--json").lines
    assert (typed["status"], typed["file"], typed["kind"], typed["closing"]) == ("ok", None, "typed", "48731902.00")
    (wage,) = run(place, "--wage", "2026-01", "4500000", "--json").lines
    assert (wage["kind"], wage["months"][0]["wage"]) == ("payslips", "4500000.00")
    (sms,) = run(place, "--text-stdin", "--json", stdin="Saldo JHT Anda Rp 48.731.902,00 per 31-10-2025").lines
    assert (sms["kind"], sms["closing"]) == ("sms", "48731902.00")
    assert [line["import"] for line in run(place, "--list", "--json").lines] == [3, 2, 1]
    assert run(place, "--typed", "2026-01-31", "48731902", "--kpj", KPJ, "--json").lines[0]["plan"]["already"] is True


@pytest.mark.parametrize("arguments", [[], ["a.pdf", "--password-stdin"], ["--text-stdin"]])  # the last two with nothing on stdin
def test_a_wrong_command_line_is_said_in_one_sentence_and_makes_nothing(place: Path, arguments: list[str]) -> None:
    ran = run(place, *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert files_below(place) == []


def test_a_secret_typed_in_the_place_of_a_file_name_is_not_shown_to_people_nor_logged(place: Path, desk: Path) -> None:
    run(place, balances(desk, 2024))
    secret = "482915"
    ran = run(place, secret, "--account", secret)
    assert (ran.code, secret in ran.out + ran.err) == (2, False)
    ran = run(place, secret)
    assert (ran.code, secret in ran.out + ran.err) == (10, False)
    for typed in (["--typed", secret, secret], ["--wage", secret, secret], ["--undo", secret], ["--map", secret, "a"]):
        assert secret not in run(place, *typed).err
    for path in place.rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices are POSIX's")
def test_pipes_devices_and_folders_are_refused_at_once(place: Path, desk: Path) -> None:
    good = balances(desk, 2024)
    os.mkfifo(desk / "pipe.pdf")
    (desk / "empty.pdf").touch()
    with (desk / "huge.pdf").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    (desk / "link.pdf").symlink_to("/dev/zero")
    bad = [str(desk / name) for name in ("pipe.pdf", "empty.pdf", "huge.pdf", "link.pdf")]
    begun = time.monotonic()
    ran = run(place, "/dev/zero", *bad, str(desk), good, "--json", "--dry-run")
    assert time.monotonic() - begun < 15  # none of them is read; the rest is starting a process or two
    assert [line["status"] for line in ran.lines] == ["unreadable_file"] * 6 + ["ok"]


def test_the_demo_keeps_its_imports_to_itself(place: Path, desk: Path) -> None:
    (line,) = run(place, "--typed", "2026-01-31", "48731902", "--demo", "--json").lines
    number = line["plan"]["import"]
    assert number is not None
    assert not ledger_path(place).exists()
    with demo_ledger(place) as ledger:
        assert len(ledger.accounts()) == 1
    assert run(place, "--undo", "--demo", "--json").lines == [{"undone": [number]}]


def test_an_account_without_a_portal_is_not_checked(place: Path, desk: Path) -> None:
    from tests.e2e.running import main

    run(place, balances(desk, 2024))
    ran = main(place, "check", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "portal" in ran.err


def test_the_log_holds_no_figure_no_card_and_no_name_of_a_file(place: Path, desk: Path) -> None:
    run(place, balances(desk, 2024), str(desk / "gone.pdf"), put(desk, "rahasia-siti.pdf", "x"))
    log = place / ".local" / "share" / "saldo-jht" / "saldo-jht.log"
    text = log.read_text("utf-8") if log.exists() else ""
    assert [word for word in (KPJ, "rahasia", "41.000.000", "gone") if word in text] == []


def test_json_is_one_object_a_line_and_plain_ascii(place: Path, desk: Path) -> None:
    name = put(desk, "saldo – januari.csv", "Tanggal;Saldo\n2025-01-31;5\n")
    out = run(place, name, "--json", "--dry-run").out
    assert out.isascii()
    assert json.loads(out)["file"] == name
