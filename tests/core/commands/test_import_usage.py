"""A wrong command line of `main.py import` is said in one sentence, without a value of it, before anything is opened or made."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.commands import run
from core.commands.import_options import Mode, read
from core.commands.options import Usage
from tests.core.imports.made import KPJ

DIGEST = "AB" * 32


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--json"],
        ["a.pdf", "--account"],
        ["a.pdf", "--account", "nobody"],
        ["a.pdf", "--nonsense"],
        ["a.pdf", "--dry-run", "--dry-run"],
        ["a.pdf", "--kpj", KPJ],
        ["a.pdf", "--typed"],
        ["a.pdf", "--accept", "x"],
        ["a.pdf", "--choose", "x=1"],
        ["a.pdf", "--expect-sha256", "-,-"],
        ["a.pdf", "--map", "date=x"],
        ["a.pdf", "--remember-map"],
        ["--typed", "2026-01-31"],
        ["--typed", "31-01-2026", "5"],
        ["--typed", "2099-01-31", "5"],
        ["--typed", "2026-01-31", "1.250"],
        ["--typed", "2026-01-31", "-5"],
        ["--typed", "2026-01-31", "5", "--kpj", "5"],
        ["--typed", "--wage", "2026-01", "5"],
        ["--wage", "2099-01", "5"],
        ["--list"],
        ["--undo"],
        ["--redo"],
        ["--redo", "x"],
        ["--undo", "1", "--dry-run"],
        ["--list", "a.pdf"],
    ],
)
def test_a_wrong_command_line_is_said_in_one_sentence_and_makes_nothing(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run("import", arguments) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert list(home.iterdir()) == []


def test_file_names_stand_among_options_and_after_two_dashes_all_are_names() -> None:
    wanted = read(["a.pdf", "--account", "Siti", "b.pdf", "--json", "--", "--dry-run", "-c.pdf"])
    assert wanted.words == ("a.pdf", "b.pdf", "--dry-run", "-c.pdf")
    assert wanted.options["--account"] == "Siti"
    assert "--dry-run" not in wanted.options


def test_decisions_are_read_whatever_the_case_of_a_digest() -> None:
    wanted = read(["a", "b", "--accept", f"{DIGEST}:0,{DIGEST}:12", "--choose", f"{DIGEST}=#3", "--expect-sha256", f"{DIGEST},-"])
    assert wanted.accepted == {(DIGEST.lower(), 0), (DIGEST.lower(), 12)}
    assert wanted.chosen == {DIGEST.lower(): 3}
    assert wanted.expected == (DIGEST.lower(), None)
    assert read(["a", "--choose", f"{DIGEST}=new"]).chosen == {DIGEST.lower(): None}


@pytest.mark.parametrize("value", [DIGEST, f"{DIGEST}:", f"{DIGEST}:-1", f"{DIGEST}:0,", "0:0", f"{DIGEST}:99999"])
def test_a_decision_that_is_none_is_refused_without_being_repeated(value: str) -> None:
    with pytest.raises(Usage) as refused:
        read(["a", "--accept", value])
    assert refused.value.values == {"what": "--accept"}


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.FILES])
def test_what_is_only_for_files_is_refused_elsewhere(mode: Mode) -> None:
    with pytest.raises(Usage):
        read([mode, "1", "2", "--password-stdin"])
    with pytest.raises(Usage):
        read([mode, "--expect-sha256", DIGEST])


def test_what_was_typed_is_in_no_repr() -> None:
    assert "482915" not in repr(read(["482915", "--account", "482915"]))
