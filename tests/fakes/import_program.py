"""Stands in for `main.py import`: how it behaves is its first argument. What reached it is written to `<HOME>/import_calls`, a JSON line a call."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

SHA = "ab" * 32
PROOF = {"name": "closing", "holds": True, "detail": "cocok"}
MONTH = {
    "blth": "2024-01",
    "paid": "2024-02-13",
    "posted": None,
    "wage": "5067381.00",
    "rapel": None,
    "employer": "187493.00",
    "worker": "101348.00",
}
FIGURES: dict[str, Any] = {
    "kind": "rsjht",
    "year": 2024,
    "kpj": "21098764567",
    "npp": "99000001/000",
    "company": "PT Maju Bersama Tekstil",
    "opening": "20000000.00",
    "growth": "1000000.00",
    "dues": "288841.00",
    "growth_on_dues": "0.00",
    "taken": "0.00",
    "closing": "21288841.00",
    "months": [MONTH],
    "proofs": [PROOF],
}
PLANNED: dict[str, Any] = {
    "index": 0,
    "kpj": "21098764567",
    "year": 2024,
    "closing_on": "2024-12-31",
    "account": "#1",
    "account_name": "Siti",
    "why": "kpj",
    "choices": [],
    "state": "new",
    "accepted": False,
    "months_new": 1,
    "months_known": 0,
    "months_different": 0,
    "differs": [],
    "gaps": [],
    "figures": FIGURES,
}
PLAN: dict[str, Any] = {"sha256": SHA, "needs": None, "already": False, "import": None, "statements": [PLANNED], "map": None}
LINE: dict[str, Any] = {"status": "ok", "file": "/x/a.pdf", **FIGURES, "reason": None, "message": None, "plan": PLAN}
EARLIER = {
    "import": 7,
    "at": "2026-11-22T01:12:33Z",
    "files": 1,
    "statements": 1,
    "months": 1,
    "undone": False,
    "names": ["a.pdf"],
    "kinds": ["rsjht"],
    "accounts": ["#1"],
}
NOTHING = dict.fromkeys(FIGURES) | {"months": [], "proofs": []}


def say(value: object) -> None:
    print(json.dumps(value), flush=True)


def line(path: str | None, **changes: Any) -> dict[str, Any]:
    return {**LINE, "file": path, **changes}


def refused(path: str | None, status: str, reason: str) -> dict[str, Any]:
    return {**LINE, **NOTHING, "file": path, "status": status, "reason": reason, "plan": None}


def broken(reason: str) -> None:
    say({"status": "internal_error", "reason": reason, "message": "…"})


def note(arguments: list[str]) -> str:
    stdin = "" if sys.stdin.isatty() else sys.stdin.buffer.read().decode("utf-8")
    with (Path.home() / "import_calls").open("a", encoding="utf-8") as calls:
        calls.write(json.dumps({"arguments": arguments, "stdin": stdin}) + "\n")
    return stdin


def main(manner: str, arguments: list[str]) -> int:
    stdin = note(arguments)
    if "--list" in arguments:
        say({**EARLIER, "undone": (Path.home() / "undone").exists()})
        return 0
    if "--undo" in arguments or "--redo" in arguments:
        if manner == "undo_fails":
            broken("ledger_locked")
            return 1
        mark = Path.home() / "undone"
        mark.touch() if "--undo" in arguments else mark.unlink()
        say({"undone": [7]})
        return 0
    paths: list[str | None] = list(arguments[arguments.index("--") + 1 :]) if "--" in arguments else [None]
    dry = "--dry-run" in arguments
    for number, path in enumerate(paths, start=1):
        if "--progress" in arguments:
            say({"step": "reading", "file": path, "n": number, "of": len(paths)})
    if manner == "hang" or (manner == "hang_storing" and not dry):
        time.sleep(600)
    if manner == "crash":
        os.abort()
    if manner == "nonsense":
        print("hello", flush=True)
        time.sleep(600)
    if manner == "flood":
        while True:
            os.write(1, b"x" * 65536)
    if manner == "too_few":
        paths = paths[:-1]
    if manner == "too_many":
        paths = [*paths, "/x/more.pdf"]
    if not dry:
        say({"step": "storing"})
    if manner == "disk_full" and not dry:
        broken("ledger_disk_full")
        return 1
    for path in paths:
        if manner == "locked" and "benar" not in stdin:
            say(refused(path, "password_needed", "wrong_password" if "--password-stdin" in arguments else "password_needed"))
        elif manner == "changed" and not dry:
            say(refused(path, "unreadable_file", "file_changed"))
        elif manner == "false_success":
            wrong = {**FIGURES, "proofs": [{**PROOF, "holds": False}]}
            say(line(path, plan={**PLAN, "statements": [{**PLANNED, "figures": wrong}]}))
        else:
            say(line(path, plan={**PLAN, "import": None if dry else 7}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
