"""Stands in for `main.py`: a small program whose manners are chosen by its first argument."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

CARD = {
    "kpj": "08012345678",
    "company": "PT Contoh Sejahtera",
    "npp": "AA012345",
    "segment": "PU",
    "active": True,
    "last_contribution": "2026-10",
    "balance": "48731902.00",
}
OK = {
    "status": "ok",
    "portal": "simulator-es",
    "checked_at": "2026-11-22T01:12:33Z",
    "as_of": "2026-11-20",
    "total": "48731902.00",
    "cards": [CARD],
    "need": None,
    "message": None,
}
STEPS = ("contacting", "signing_in", "opening_balance", "reading", "storing")


def say(value: object) -> None:
    print(json.dumps(value), flush=True)


def failure(status: str) -> dict[str, object]:
    return {**OK, "status": status, "total": None, "cards": [], "as_of": None, "message": "…"}


def main(manner: str) -> int:
    if manner == "good":
        for step in STEPS:
            say({"step": step})
        say(OK)
        return 0
    if manner == "refused":
        say({"step": "signing_in"})
        say({"step": "refused", "reason": "wrong_secret", "portal_words": "PIN yang Anda masukkan salah"})
        say(failure("credentials_rejected"))
        return 4
    if manner == "hang":
        say({"step": "contacting"})
        time.sleep(600)
    if manner == "deaf":  # never reads stdin, ignores a polite end
        import signal

        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        say({"step": "contacting"})
        time.sleep(600)
    if manner == "crash":
        say({"step": "contacting"})
        os.abort()
    if manner == "noise":
        print("hello", flush=True)
        time.sleep(600)
    if manner == "flood":
        while True:
            os.write(1, b"x" * 65536)
    if manner == "cut":
        sys.stdout.write(json.dumps(OK)[:60])
        return 0
    if manner == "not_utf8":
        os.write(1, b'{"step": "\xff"}\n')
        time.sleep(600)
    if manner == "after":
        say(OK)
        say({"step": "reading"})
        return 0
    if manner == "wrong_code":
        say(OK)
        return 4
    if manner == "chatty_stderr":
        sys.stderr.write("hush\n" * 50_000)
        say(OK)
        return 0
    if manner == "letter_by_letter":
        for letter in json.dumps(OK) + "\n":
            os.write(1, letter.encode())
        return 0
    if manner == "echo_world":  # writes what reached it into the file named last
        seen = {"arguments": sys.argv[1:], "environment": dict(os.environ), "stdin": sys.stdin.buffer.read().decode("utf-8")}
        Path(sys.argv[-2]).write_text(json.dumps(seen), "utf-8")
        say(OK)
        return 0
    if manner == "status":
        say({"backend": "Kotak contoh", "problem": None})
        return 0
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
