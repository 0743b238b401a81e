"""`export` and `history`: the record leaves as a whole file or not at all, and nothing that is there is overwritten."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from core import demo
from core.commands import demo_data, export, history, import_files, ledger
from core.commands.options import Usage

SHEETS = ("saldo", "kartu", "iuran", "tahunan", "pemeriksaan")


@pytest.fixture
def here(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """An empty folder one is in, and a demo that has its history."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    demo_data.run([])
    capsys.readouterr()
    return folder


def test_csv_is_five_tables_with_dated_names(here: Path) -> None:
    assert export.run(["--format", "csv", "--demo"]) == 0
    names = sorted(path.name.split("-", 5)[-1] for path in here.iterdir())
    assert names == sorted(f"{sheet}.csv" for sheet in SHEETS)
    balance = next(path for path in here.iterdir() if path.name.endswith("saldo.csv")).read_text("utf-8-sig").splitlines()
    assert len(balance) == demo.READINGS + 1 and ";" in balance[1]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in here.iterdir())


@pytest.mark.parametrize("form", ["xlsx", "pdf", "beancount", "ledger", "qif"])
def test_a_file_is_written_whole_under_the_name_asked_for(here: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert export.run(["--format", form, "--demo", "--out", "catatan", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"files": ["catatan"]}
    assert [path.name for path in here.iterdir()] == ["catatan"]
    assert (here / "catatan").stat().st_size > 1_000


def test_what_is_there_is_replaced_only_when_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "catatan.qif").write_text("milik orang")
    assert export.run(["--format", "qif", "--demo", "--out", "catatan.qif"]) == 1
    assert (here / "catatan.qif").read_text() == "milik orang"
    assert "--force" in capsys.readouterr().err
    assert export.run(["--format", "qif", "--demo", "--out", "catatan.qif", "--force"]) == 0
    assert "!Type:Bank" in (here / "catatan.qif").read_text()


def test_one_table_that_is_there_keeps_all_from_being_written(here: Path) -> None:
    (here / "x-kartu.csv").write_text("milik orang")
    assert export.run(["--format", "csv", "--demo", "--out", "x.csv"]) == 1
    assert [path.name for path in here.iterdir()] == ["x-kartu.csv"]


def test_a_folder_that_cannot_be_written_is_told_in_words(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export.run(["--format", "qif", "--demo", "--out", "tidak/ada/x.qif"]) == 1
    assert "tidak dapat ditulis" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "key"),
    [
        ([], "usage_value_missing"),
        (["--format", "doc"], "usage_bad_value"),
        (["--format", "csv", "--separators", "x"], "usage_bad_value"),
        (["--format", "csv", "--language", "fr"], "usage_bad_value"),
        (["--format", "csv", "--demo", "--out", "-"], "usage_one_file"),
        (["--format", "qif", "--demo", "--account", "tidak ada"], "no_such_account"),
        (["--format", "qif"], "not_yet"),
    ],
)
def test_a_wrong_command_line_is_told(here: Path, argv: list[str], key: str) -> None:
    with pytest.raises(Usage) as usage:
        export.run(argv)
    assert usage.value.key == key
    assert list(here.iterdir()) == []


def test_a_spreadsheet_abroad_gets_points_and_commas(here: Path) -> None:
    assert export.run(["--format", "csv", "--demo", "--separators", "intl", "--language", "en", "--out", "x.csv"]) == 0
    row = (here / "x-balance.csv").read_text("utf-8-sig").splitlines()[1].split(",")
    assert row[3].endswith(".00")


def test_history_is_a_line_a_reading_oldest_first(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert history.run(["--demo", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == demo.READINGS
    assert [line["day"] for line in lines] == sorted(line["day"] for line in lines)
    assert lines[0]["change"] is None
    assert round(float(lines[5]["total"]) - float(lines[4]["total"]), 2) == float(lines[5]["change"])
    assert {"account", "day", "checked_at", "source", "portal", "as_of", "total", "change", "cards"} == lines[0].keys()


def test_history_in_words_names_day_amount_and_source(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert history.run(["--demo"]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert "Rp " in line and "(portal)" in line and line[4] == "-"


def test_a_complete_record_goes_out_comes_back_and_goes_out_the_same(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export.run(["--format", "json", "--demo", "--out", "satu.json"]) == 0
    assert ledger.run(["load", "--from", "satu.json", "--plain", "--json"]) == 0
    assert export.run(["--format", "json", "--out", "dua.json"]) == 0
    assert (here / "satu.json").read_bytes() == (here / "dua.json").read_bytes()
    assert ledger.run(["load", "--from", "satu.json"]) == 1
    assert "sudah berisi" in capsys.readouterr().err


def test_a_record_that_is_none_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "x.json").write_bytes(b"\xff\xfe")
    assert ledger.run(["load", "--from", "x.json"]) == 1
    assert "bukan rekaman" in capsys.readouterr().err
    with pytest.raises(Usage):
        ledger.run(["load", "--from", "tidak ada"])
    with pytest.raises(Usage):
        ledger.run(["load"])


def test_history_never_calls_the_balance_of_one_card_the_accounts(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = [
        ("2026-01-31", "10000000", "12345678901"),
        ("2026-02-28", "20000000", "22345670002"),
        ("2026-03-31", "11000000", "12345678901"),
    ]
    for day, amount, kpj in figures:
        assert import_files.run(["--typed", day, amount, "--kpj", kpj, "--plain"]) == 0
    capsys.readouterr()
    assert history.run(["--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["total"], one["change"]) for one in told] == [(None, None)] * 3
    assert [one["cards"][0]["balance"] for one in told] == ["10000000.00", "20000000.00", "11000000.00"]
    assert history.run([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(kpj in line for line, (_, _, kpj) in zip(lines, figures, strict=True))
