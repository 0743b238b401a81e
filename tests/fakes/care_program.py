"""Stands in for `main.py ledger`: what it answers is chosen by a file beside the ledger; what it was asked is kept there."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

HELD = {"accounts": 1, "readings": 7, "imports": 0, "first_day": "2024-01-01", "last_day": "2026-10-01"}
ANSWERS = {
    "fine": {"ledger": "ok", "links": 9},
    "changed": {"ledger": "ledger_changed", "findings": []},
    "preview": {"ledger": "ok", "from": "x.backup", "holds": HELD, "lost": {"reading": 3}},
    "none": {"ledger": "ledger_broken"},
}


def main(argv: list[str]) -> int:
    folder = Path(os.environ["HOME"])
    with (folder / "asked").open("a") as file:
        file.write(" ".join(argv) + "\n")
    manner = (folder / "manner").read_text().strip()
    if manner == "silent":
        time.sleep(600)
    if manner == "nonsense":
        print("not JSON")
        return 0
    answer = ANSWERS["preview"] if manner == "fine" and "--preview" in argv else ANSWERS[manner]
    print(json.dumps(answer))
    return 0 if answer["ledger"] == "ok" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
