"""The file of taught rules: plain, private, whole; damaged it is set aside, newer it is left alone; and what the command makes of it."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from core.commands import taught as command
from core.commands.options import Usage
from core.errors import EXIT_CODES, Status
from core.paths import Folders
from core.portal.taught import FILES, Means, Place, Proof, Rule, store

RULE = Rule("bpjstk-es", ("kekayaan", "hari", "tua"), Means.BALANCE, Place.ROW, Proof.ONLY, ("kpj", "person"))
OTHER = Rule("bpjstk-es", ("jumlah", "pundi"), Means.TOTAL, Place.COLUMN, Proof.CARDS)
FOREIGN = Rule(FILES, ("pundi",), Means.BALANCE, Place.LINE, Proof.SUM)
PAGE = (
    "<!DOCTYPE html><html><body><h1>Saldo JHT</h1><table><tr><td>Nama</td><td>SITI AMINAH</td></tr>"
    "<tr><td>Kekayaan Hari Tua</td><td>Rp 48.731.902</td></tr></table></body></html>"
)


def test_what_is_kept_comes_back_and_belongs_to_its_portal(tmp_path: Path) -> None:
    for rule in (RULE, OTHER, FOREIGN):
        store.keep(tmp_path, rule)
    assert store.load(tmp_path).rules == (RULE, OTHER, FOREIGN)
    assert store.load(tmp_path).of("bpjstk-es") == (RULE, OTHER)


def test_the_file_is_plain_and_for_its_person_only(tmp_path: Path) -> None:
    store.keep(tmp_path / "data", RULE)
    path = tmp_path / "data" / store.FILE_NAME
    assert '"label": "kekayaan hari tua"' in path.read_text("utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_pointing_again_replaces_a_rule_of_the_same_words(tmp_path: Path) -> None:
    store.keep(tmp_path, RULE)
    again = Rule(RULE.portal, RULE.label, Means.TOTAL, Place.LINE, Proof.CARDS)
    store.keep(tmp_path, again)
    assert store.load(tmp_path).rules == (again,)


def test_a_rule_is_forgotten_alone_or_with_its_portal(tmp_path: Path) -> None:
    for rule in (RULE, OTHER, FOREIGN):
        store.keep(tmp_path, rule)
    assert store.forget(tmp_path, "bpjstk-es", RULE.label) == 1
    assert store.load(tmp_path).rules == (OTHER, FOREIGN)
    assert store.forget(tmp_path, "bpjstk-es") == 1
    assert store.forget(tmp_path, "bpjstk-es") == 0
    assert store.load(tmp_path).rules == (FOREIGN,)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b'{"version": 1}',
        b'{"version": 1, "rules": [{}]}',
        b'{"version": "1", "rules": []}',
        b"x" * (store.MOST_BYTES + 1),
        json.dumps({"version": 1, "rules": [{**store.wire(RULE), "label": "kekayaan 12345"}]}).encode(),
        json.dumps({"version": 1, "rules": [{**store.wire(RULE), "label": "Kekayaan"}]}).encode(),
        json.dumps({"version": 1, "rules": [{**store.wire(RULE), "portal": "../x"}]}).encode(),
        json.dumps({"version": 1, "rules": [{**store.wire(RULE), "more": "x"}]}).encode(),
        json.dumps({"version": 1, "rules": [{**store.wire(RULE), "beside": ["SITI 1"]}]}).encode(),
    ],
    ids=range(14),
)
def test_a_damaged_file_is_set_aside_whole_and_teaching_goes_on(tmp_path: Path, body: bytes) -> None:
    (tmp_path / store.FILE_NAME).write_bytes(body)
    found = store.load(tmp_path)
    assert found.rules == ()
    assert found.aside is not None
    assert found.aside.read_bytes() == body
    store.keep(tmp_path, RULE)
    assert store.load(tmp_path).rules == (RULE,)


def test_a_file_of_a_newer_version_is_neither_read_nor_written(tmp_path: Path) -> None:
    path = tmp_path / store.FILE_NAME
    path.write_text('{"version": 2, "rules": "anything"}', "utf-8")
    assert store.load(tmp_path).newer
    with pytest.raises(store.NotKept, match="taught_newer"):
        store.keep(tmp_path, RULE)
    assert path.read_text("utf-8") == '{"version": 2, "rules": "anything"}'


def test_a_full_disk_is_said_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep(tmp_path, RULE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "write_whole", full)
    with pytest.raises(store.NotKept, match="taught_not_written"):
        store.keep(tmp_path, OTHER)
    assert store.load(tmp_path).rules == (RULE,)


# the command


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return Folders.for_person(False).data


def say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str, told: object = None
) -> tuple[int, list[dict[str, Any]]]:
    """Run the command with that on its standard input; its exit code and its lines."""
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps(told).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    code = command.run([*arguments, "--json"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_pointing_at_a_figure_keeps_its_words_and_nothing_else_of_the_page(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"url": "https://portal.example.test/saldo", "html": PAGE, "private": ["Siti"]}
    code, lines = say(monkeypatch, capsys, "candidates", "--portal", "bpjstk-es", told=told)
    assert (code, len(lines)) == (0, 2)
    assert lines[0]["candidate"]["text"] == "Rp 48.731.902"
    assert lines[0]["proposal"]["total"] == "48731902.00"
    assert not data.exists()  # looking keeps nothing
    code, lines = say(monkeypatch, capsys, "keep", "--portal", "bpjstk-es", "--choice", "0", told=told)
    assert (code, lines[-1]["taught"]) == (0, "kept")
    assert [path.name for path in data.iterdir()] == [store.FILE_NAME]
    body = (data / store.FILE_NAME).read_text("utf-8")
    assert not any(personal in body.casefold() for personal in ("48", "731", "siti", "aminah"))
    code, lines = say(monkeypatch, capsys, "list")
    assert lines[0]["rule"]["label"] == "kekayaan hari tua"
    code, lines = say(monkeypatch, capsys, "forget", "--portal", "bpjstk-es", "--label", "kekayaan hari tua")
    assert (code, lines[-1]["count"]) == (0, 1)


def test_a_figure_without_a_proof_is_not_kept(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"url": "https://portal.example.test/saldo", "html": PAGE.replace("Saldo JHT", "Info")}
    told["html"] = told["html"].replace("Kekayaan Hari Tua", "Kekayaan")
    code, lines = say(monkeypatch, capsys, "keep", "--portal", "bpjstk-es", "--choice", "0", told=told)
    assert code == EXIT_CODES[Status.PAGE_NOT_UNDERSTOOD]
    assert lines[-1] == {"taught": "not_proved", "reason": "taught_no_jht"}
    assert not data.exists()


@pytest.mark.parametrize(
    "told", [None, [], {"url": 1, "html": PAGE}, {"html": PAGE}, {"url": "", "whole": True, "packed": "no"}, {"private": 3}]
)
def test_what_is_no_page_is_a_usage_error(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], told: object
) -> None:
    with pytest.raises(Usage):
        say(monkeypatch, capsys, "candidates", "--portal", "bpjstk-es", told=told)
    assert not data.exists()


@pytest.mark.parametrize("rule", [None, {}, {**store.wire(RULE), "label": "iuran"}, {**store.wire(RULE), "label": "saldo awal"}])
def test_a_rule_taken_back_is_judged_like_any_other(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], rule: object
) -> None:
    with pytest.raises(Usage):
        say(monkeypatch, capsys, "again", told={"rule": rule})
    assert not data.exists()


def test_that_the_file_was_damaged_is_said_also_after_a_check_found_it_first(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data.mkdir(parents=True)
    (data / store.FILE_NAME).write_text("damaged", "utf-8")
    assert store.load(data).rules == ()  # the check
    _, lines = say(monkeypatch, capsys, "list")
    assert str(lines[-1]["aside"]).startswith(str(data / store.FILE_NAME))


def test_a_saved_page_can_be_pointed_at_in_a_terminal(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "saldo.html"
    saved.write_text(PAGE, "utf-8")
    code, lines = say(monkeypatch, capsys, "keep", "--portal", FILES, "--choice", "0", "--file", str(saved))
    assert (code, lines[-1]["rule"]["portal"]) == (0, FILES)
    with pytest.raises(Usage):
        say(monkeypatch, capsys, "keep", "--portal", FILES, "--choice", "7", "--file", str(saved))
    with pytest.raises(Usage):
        say(monkeypatch, capsys, "candidates", "--portal", FILES, "--file", str(tmp_path / "none.html"))
