"""Stands in for `main.py` behind a window under test: it keeps a real ledger, and how the portal behaves is written in a file.

`<HOME>/portal` holds one word: good (the default), refused, network, not_understood, hang, crash, unwritten. `<HOME>/ledger_key` is what it answers
when it is asked for the ledger's key (the default: there is none); "hang" there hangs.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from pathlib import Path

from core.errors import CredentialsRejected, NetworkFailure, PageNotUnderstood
from core.ledger import Ledger
from core.ledger.key import Key
from core.models import Account, Balance, Card, Step, Trigger
from core.money import to_wire
from core.paths import Folders
from core.unread import UnreadPage

BALANCE = Balance(48_731_902_00, (Card(48_731_902_00, kpj="08012345678"),))

# A portal that calls the balance by a name of its own: its figure is read once somebody has said what the name means.
PAGE = """<!DOCTYPE html><html><head><title>Saldo JHT</title></head><body><h1>Saldo JHT</h1>
<table><tr><td>KPJ</td><td>08012345678</td></tr><tr><td>Nama</td><td>SITI AMINAH</td></tr>
<tr><td>Kekayaan Hari Tua</td><td>Rp 48.731.902</td></tr></table></body></html>"""


def say(**line: object) -> None:
    print(json.dumps(line), flush=True)


def outcome(status: str, balance: Balance | None = None) -> None:
    keys = ("kpj", "company", "npp", "segment", "active", "last_contribution")
    cards = (
        [{**dict.fromkeys(keys), "kpj": card.kpj, "balance": to_wire(card.balance)} for card in balance.cards] if balance else []
    )
    total = to_wire(balance.total) if balance else None
    moment = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    say(status=status, portal="simulator-es", checked_at=moment, as_of=None, total=total, cards=cards, need=None, message=None)


def check(ledger: Ledger, account: Account, arguments: list[str]) -> int:
    manner = Path.home() / "portal"
    word = manner.read_text("utf-8").strip() if manner.exists() else "good"
    typed = sys.stdin.buffer.read().decode("utf-8") if "--secrets-stdin" in arguments else None
    with (Path.home() / "asked").open("a", encoding="utf-8") as asked:
        asked.write(json.dumps({"arguments": arguments, "lines_typed": None if typed is None else typed.count("\n")}) + "\n")
    now = dt.datetime.now(dt.UTC)
    if word == "unwritten":
        say(step="refused", reason="ledger_disk_full", portal_words=None)
        outcome("internal_error", BALANCE)
        return 1
    trigger = Trigger(arguments[arguments.index("--trigger") + 1] if "--trigger" in arguments else "command")
    attempt = ledger.begin_attempt(account.id, trigger, now=now)
    say(step="contacting")
    if word == "hang":
        time.sleep(600)
    if word == "crash":
        return 77
    if word == "network":
        ledger.end_attempt(attempt, NetworkFailure("unreachable"), step=Step.CONTACTING, now=now)
        outcome("network")
        return 7
    say(step="signing_in")
    if word == "refused":
        error = CredentialsRejected("wrong_secret", portal_words="PIN salah")
        ledger.end_attempt(attempt, error, step=Step.SIGNING_IN, now=now)
        say(step="refused", reason="wrong_secret", portal_words="PIN salah")
        outcome("credentials_rejected")
        return 4
    if word == "not_understood":
        page = UnreadPage.pack("https://portal.example.test/saldo", PAGE, whole=True)
        if page is not None and "--offer-page" in arguments:
            say(**page.wire())
        ledger.end_attempt(attempt, PageNotUnderstood("label_unclear"), step=Step.READING, now=now)
        say(step="refused", reason="label_unclear", portal_words=None)
        outcome("page_not_understood")
        return 6
    for step in ("opening_balance", "reading", "storing"):
        say(step=step)
    ledger.store_reading(account.id, BALANCE, portal="simulator-es", checked_at=now, attempt_id=attempt)
    ledger.end_attempt(attempt, None, step=Step.STORING, now=now)
    if "--remember" in arguments:
        ledger.update_account(account.id, remember=True)
    outcome("ok", BALANCE)
    return 0


def machine() -> int:
    """`<HOME>/machine` holds what it says; it says nothing without one."""
    words = Path.home() / "machine"
    say(
        **(
            json.loads(words.read_text("utf-8"))
            if words.exists()
            else dict.fromkeys(("on_battery", "metered", "online"), "unknown")
        )
    )
    return 0


def main(arguments: list[str]) -> int:
    if arguments[0] == "machine":
        return machine()
    if arguments[0] in ("taught", "report", "ledger"):
        from core.commands import run

        return run(arguments[0], arguments[1:])
    if arguments[:2] == ["vault", "ledger-key"]:
        answer = Path.home() / "ledger_key"
        told = answer.read_text("utf-8") if answer.exists() else '{"ledger": "plain"}'
        if told == "hang":
            time.sleep(600)
        if "--passphrase-stdin" in arguments:
            told = told if sys.stdin.readline() == "kuda api sembilan\n" else '{"ledger": "ledger_passphrase_wrong"}'
        print(told, flush=True)
        return 0
    key: Key | None = None
    if "--ledger-key-stdin" in arguments:
        arguments.remove("--ledger-key-stdin")
        key = Key.from_hex(os.read(0, 65).decode())
    folders = Folders.for_person(demo="--demo" in arguments or arguments[0] == "demo-data")
    with Ledger.open(folders.ledger, key) as ledger:
        if arguments[0] == "demo-data":
            if not ledger.accounts():
                ledger.add_account("Contoh", "contoh@example.com", "simulator-es", now=dt.datetime.now(dt.UTC))
            say(demo="ready", account="#1")
            return 0
        if arguments[:2] == ["vault", "status"]:
            say(vault="ok", name="Kotak Contoh")
            return 0
        account = ledger.account(arguments[arguments.index("--account") + 1])
        if arguments[:2] == ["vault", "forget"]:
            locked = (Path.home() / "vault_locked").exists()
            if not locked:
                ledger.update_account(account.id, remember=False)
            say(vault="vault_locked" if locked else "ok")
            return 0
        return check(ledger, account, arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
