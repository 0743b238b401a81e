"""Promises of `main.py report`: what is written is what was looked at, nothing of the person's is in it, and no file is lost."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.commands import report
from core.commands.options import Usage
from core.portal.report import MOST_PACKED
from core.unread import UnreadPage

PAGE = (
    "<html><head><title>Saldo</title></head><body><h2>Saldo JHT Budiman Rekaan</h2><p>NIK 3175011203900001</p>"
    "<p>Kekayaan: Rp 48.731.902</p><script>var nik='3175011203900001'</script></body></html>"
)
SECRETS = ("Budiman", "Rekaan", "3175011203900001", "48.731.902", "Kekayaan")  # long enough that chance does not make them


def hear(monkeypatch: pytest.MonkeyPatch, told: object) -> None:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(body)))


def packed(text: str = PAGE) -> dict[str, object]:
    page = UnreadPage.pack("https://portal.example.test/saldo", text, whole=True)
    assert page is not None
    return page.wire()


def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str = PAGE) -> list[dict[str, object]]:
    hear(monkeypatch, packed(text))
    assert report.run(["--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_what_is_written_is_what_was_looked_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    *parts, last = shown(monkeypatch, capsys)
    pairs = [pair for part in parts for pair in part["pairs"]]  # type: ignore[attr-defined]
    assert ["text", "NIK 3175011203900001"] in [pair[:2] for pair in pairs]
    hear(monkeypatch, {"report": last["report"]})
    target = tmp_path / "laporan.html"
    assert report.run(["--out", str(target), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"written": str(target)}
    written = target.read_text("utf-8")
    assert all(after in " ".join(written.split()) for kind, _, after in pairs if kind == "text")
    assert not [secret for secret in SECRETS if secret in written]
    assert last["read"] == last["read_again"] and last["cut"] is False and last["left_out"] == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_saved_page_becomes_a_report(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page, target = tmp_path / "halaman.html", tmp_path / "laporan.html"
    page.write_text(PAGE, "utf-8")
    assert report.run(["--file", str(page), "--out", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    assert "Saldo JHT" in target.read_text("utf-8") and not [one for one in SECRETS if one in target.read_text("utf-8")]


def test_a_saved_page_is_looked_at_first(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "halaman.html"
    page.write_text(PAGE, "utf-8")
    assert report.run(["--file", str(page), "--json"]) == 0
    *parts, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any("Saldo JHT" in before for part in parts for _, before, _ in part["pairs"])
    assert not [one for one in SECRETS if any(one in after for part in parts for _, _, after in part["pairs"])]
    assert last["report"] and list(tmp_path.iterdir()) == [page]


def test_a_file_that_is_there_stays_unless_the_person_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page, target = tmp_path / "halaman.html", tmp_path / "laporan.html"
    page.write_text(PAGE, "utf-8")
    target.write_text("milik saya")
    assert report.run(["--file", str(page), "--out", str(target)]) == 1
    assert target.read_text() == "milik saya" and "--force" in capsys.readouterr().err
    assert report.run(["--file", str(page), "--out", str(target), "--force"]) == 0
    assert "Saldo JHT" in target.read_text()


def test_a_folder_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "halaman.html"
    page.write_text(PAGE, "utf-8")
    assert report.run(["--file", str(page), "--out", str(tmp_path / "tidak" / "ada.html"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"written": None}


def test_a_huge_page_still_fits_into_a_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    words = "".join(f"<p>{'abcdefghij'[number % 10] * 12} {number % 9} {number % 7}</p>" for number in range(30_000))
    *parts, last = shown(monkeypatch, capsys, f"<html><body>{words}</body></html>")
    assert last["cut"] is True and len(str(last["report"])) <= MOST_PACKED
    assert [len(part["pairs"]) for part in parts] == [100] * 40  # type: ignore[arg-type]
    assert last["left_out"] > 0  # type: ignore[operator]


@pytest.mark.parametrize("told", [b"", b"[]", b"{", b'{"report": 1}', b'{"report": "eJw="}', b'{"report": "&"}', b"[" * 100_000])
def test_nonsense_over_the_pipe_is_a_usage_error(monkeypatch: pytest.MonkeyPatch, told: bytes, tmp_path: Path) -> None:
    for arguments in (["--json"], ["--out", str(tmp_path / "x.html")]):
        hear(monkeypatch, told)
        with pytest.raises(Usage):
            report.run(arguments)
    assert list(tmp_path.iterdir()) == []


def test_a_page_from_a_file_needs_a_place_to_go(tmp_path: Path) -> None:
    with pytest.raises(Usage):
        report.run(["--file", str(tmp_path / "x.html")])
    with pytest.raises(Usage):
        report.run(["--file", str(tmp_path / "x.html"), "--out", str(tmp_path / "y.html")])
