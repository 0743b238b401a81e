"""The commands behind the portal's window: pages are proved where they are stored, and a secret is handed to nobody but the window."""

from __future__ import annotations

import datetime as dt
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from core.commands import browse
from core.commands.hand_secret import PAD_BYTES, cover, uncover
from core.commands.options import Usage
from core.models import Source
from core.simulator.accounts import DEMO
from tests.browser.conftest import Home

ROOT = Path(__file__).resolve().parents[2]
MAIN = [sys.executable, "-X", "utf8", str(ROOT / "main.py")]
WHOLE = """<!DOCTYPE html><html><head><title>Saldo JHT</title></head><body><h1>Saldo JHT</h1>
<table><tr><th>No. KPJ</th><th>Saldo JHT</th></tr>{rows}<tr><td>Total Saldo JHT</td><td>{total}</td></tr></table></body></html>"""
ROW = "<tr><td>{kpj}</td><td>{amount}</td></tr>"
GOOD = WHOLE.format(
    rows=ROW.format(kpj="21098764567", amount="Rp 1.200.000") + ROW.format(kpj="14035215667", amount="Rp 300.000"),
    total="Rp 1.500.000",
)


def ask(home: Home, *options: str, pages: object) -> tuple[int, list[dict[str, object]], str]:
    done = subprocess.run(
        [*MAIN, "read-page", "--account", "#1", "--demo", "--json", *options],
        env=home.environment(),
        input=json.dumps(pages),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def page(html: str, url: str = "http://127.0.0.1:1/saldo") -> dict[str, object]:
    return {"url": url, "html": html}


def test_a_page_is_read_and_nothing_is_stored_without_being_asked(home: Home) -> None:
    home.add_account("simulator-sso2023")
    code, lines, _ = ask(home, pages={"pages": [page(GOOD)]})
    assert (code, lines[-1]["total"]) == (0, "1500000.00")
    assert next(line for line in lines if line.get("step") == "page")["kind"] == "balance"
    with home.ledger() as ledger:
        assert ledger.history(1) == [] and ledger.attempts(1) == []


def test_a_page_that_hides_a_part_of_itself_is_neither_read_nor_stored(home: Home) -> None:
    home.add_account("simulator-sso2023")
    code, lines, _ = ask(home, "--store", pages={"pages": [page(GOOD) | {"unseen": True}]})
    assert (code, lines[-1]["status"], lines[-1]["total"]) == (6, "page_not_understood", None)
    assert next(line for line in lines if line.get("step") == "page")["keep"] is False
    with home.ledger() as ledger:
        assert ledger.history(1) == []


def test_what_is_stored_is_proved_from_the_page_with_its_evidence(home: Home) -> None:
    home.add_account("simulator-sso2023")
    assert ask(home, "--store", pages={"pages": [page(GOOD)]})[0] == 0
    code, lines, _ = ask(home, "--store", pages={"pages": [page(GOOD.replace("Rp 1.500.000", "Rp 1.500.001"))]})
    assert (code, lines[-1]["status"], lines[-1]["total"]) == (6, "page_not_understood", None)
    with home.ledger() as ledger:
        (reading,) = ledger.history(1)
        assert (reading.source, reading.balance.total) == (Source.BROWSER, 150_000_000)
        assert reading.balance.cards[0].evidence is not None and "«" in reading.balance.cards[0].evidence.excerpt


def test_a_name_that_could_turn_a_line_round_is_plain_when_it_is_shown_and_stored(home: Home) -> None:
    home.add_account("simulator-sso2023")
    turned = GOOD.replace("<th>Saldo JHT</th>", "<th>Perusahaan</th><th>Saldo JHT</th>").replace(
        "</td><td>Rp 1.200", "</td><td>PT \u202eMAJU</td><td>Rp 1.200"
    )
    turned = turned.replace("</td><td>Rp 300", "</td><td>CV KARYA</td><td>Rp 300").replace(
        "<td>Total Saldo JHT</td>", "<td>Total Saldo JHT</td><td></td>"
    )
    code, lines, _ = ask(home, "--store", pages={"pages": [page(turned)]})
    assert code == 0 and "\u202e" not in json.dumps(lines, ensure_ascii=False)
    assert [card["company"] for card in lines[-1]["cards"]] == ["PT MAJU", "CV KARYA"]


def test_the_cards_of_another_account_are_named(home: Home) -> None:
    home.add_account("simulator-sso2023")
    assert ask(home, "--store", pages={"pages": [page(GOOD)]})[0] == 0
    with home.ledger() as ledger:
        ledger.add_account("Suami", "budi@example.test", "simulator-sso2023", now=dt.datetime.now(dt.UTC))
    done = subprocess.run(
        [*MAIN, "read-page", "--account", "#2", "--demo", "--json"],
        env=home.environment(),
        input=json.dumps({"pages": [page(GOOD)]}),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    owner = next(json.loads(line) for line in done.stdout.splitlines() if '"owner"' in line)
    assert owner["other"] == "Siti"


@pytest.mark.parametrize(
    "pages", [[], {}, {"pages": []}, {"pages": [{"url": 1, "html": "x"}]}, {"pages": [page("x")], "fresh": 2}, "x", 7]
)
def test_anything_else_on_standard_input_is_refused_in_words(home: Home, pages: object) -> None:
    home.add_account("simulator-sso2023")
    code, lines, err = ask(home, pages=pages)
    assert (code, lines) == (2, []) and err.strip() and "Traceback" not in err


# the secret


def hand(home: Home, *, stdin: str, stdout: int = subprocess.PIPE, which: str = "login") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MAIN, "hand-secret", "--account", "#1", "--demo", "--which", which],
        env=home.environment(),
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_secret_goes_through_the_pipe_covered_and_comes_out_whole(home: Home) -> None:
    home.add_account("simulator-sso2019")
    for which, secret in (("login", DEMO.secret), ("pin", DEMO.pin)):
        pad = os.urandom(PAD_BYTES)
        done = hand(home, stdin=f"{pad.hex()}\n", which=which)
        assert done.returncode == 0
        covered = json.loads(done.stdout)["covered"]
        assert uncover(covered, pad) == secret
        assert secret.encode() not in bytes.fromhex(covered) and secret not in done.stdout + done.stderr


def test_a_secret_is_never_printed_to_a_terminal_or_into_a_file(home: Home, tmp_path: Path) -> None:
    home.add_account("simulator-sso2023")
    pad = f"{os.urandom(PAD_BYTES).hex()}\n"
    with (tmp_path / "out").open("w+") as file:
        assert hand(home, stdin=pad, stdout=file.fileno()).returncode == 2
    assert (tmp_path / "out").read_text() == ""
    leader, follower = pty.openpty()
    assert hand(home, stdin=pad, stdout=follower).returncode == 2
    os.close(follower)
    os.set_blocking(leader, False)
    try:
        shown = os.read(leader, 4096)
    except OSError:
        shown = b""
    os.close(leader)
    assert shown == b""


@pytest.mark.parametrize("stdin", ["", "\n", "00\n", "zz" * PAD_BYTES + "\n"])
def test_without_a_pad_nothing_is_handed_over(home: Home, stdin: str) -> None:
    home.add_account("simulator-sso2023")
    done = hand(home, stdin=stdin)
    assert (done.returncode, done.stdout) == (2, "")


def test_an_account_whose_secret_is_not_kept_has_none_to_hand_over(home: Home) -> None:
    home.add_account("simulator-sso2023", user="budi@example.test")
    done = hand(home, stdin=f"{os.urandom(PAD_BYTES).hex()}\n")
    assert done.returncode == 9 and json.loads(done.stdout)["vault"].startswith("vault_")


def test_a_cover_of_another_pad_opens_nothing() -> None:
    pad, other = os.urandom(PAD_BYTES), os.urandom(PAD_BYTES)
    with pytest.raises(ValueError):
        uncover(cover("rahasia", pad), other)
    with pytest.raises(Usage):
        cover("x" * PAD_BYTES, pad)


# the command line


def test_another_address_is_for_the_demo_and_this_machine_alone() -> None:
    assert browse.read(["--demo", "--at", "http://127.0.0.1:1234/x"]).at == "http://127.0.0.1:1234/x"
    for wrong in (
        ["--at", "http://127.0.0.1:1/"],
        ["--demo", "--at", "https://evil.example/"],
        ["--demo", "--at", "file:///x"],
        ["--url", "x"],
    ):
        with pytest.raises(Usage):
            browse.read(wrong)


def test_reading_a_page_that_was_opened_loads_nothing_that_could_open_another() -> None:
    asked = "import sys, core.commands.read_page as one; print([name for name in ('requests', 'urllib3') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
