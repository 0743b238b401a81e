"""Stands in for `main.py history-view` and `export`: a small history whose manners are chosen by the account's number."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

FIRST_DAY = 738_886  # 2024-01-01
CARD = "01234567890"
GOOD, NOTHING, BROKEN, CUT_OFF, NONSENSE, SILENT, CARDS_ONLY = range(1, 8)


def say(value: object) -> None:
    print(json.dumps(value), flush=True)


def points() -> None:
    total = [[n + 1, FIRST_DAY + 30 * n, 100_000_000 + 5_000_000 * n, 2 if n == 3 else 0, 0] for n in range(12)]
    total[8][2] = total[7][2] - 1_000_000
    say({"line": None, "company": None})
    say({"points": total})
    say({"line": CARD, "company": "PT Contoh"})
    say({"points": total[:4]})
    say({"bars": [[24_288, 28_500_000, CARD]]})
    say({"growth": []})
    say({"marks": [[FIRST_DAY + 240, "fell", 1_000_000], [FIRST_DAY + 151, "corrected", 0]]})
    gone = {
        "kind": "month_gone", "kpj": CARD, "when": "2024-05", "day": FIRST_DAY + 151, "sen": -28_500_000,
        "earlier": [28_500_000, "statement", FIRST_DAY + 160], "later": [None, "statement", FIRST_DAY + 300],
    }  # fmt: skip
    fell = {
        "kind": "balance_fell", "kpj": CARD, "when": "2024-08-28", "day": FIRST_DAY + 240, "sen": -1_000_000,
        "earlier": [135_000_000, "portal", FIRST_DAY + 210], "later": [134_000_000, "portal", FIRST_DAY + 240],
    }  # fmt: skip
    say({"changes": [gone, fell]})


def reading(number: int) -> None:
    where = {"label": "Saldo JHT", "path": "html > p", "excerpt": "Saldo JHT «Rp 1.000.000»"}
    card = {"kpj": CARD, "company": "PT Contoh", "balance": 100_000_000, "evidence": where}
    moment = "2024-01-01T05:00:00+00:00"
    say(
        {
            "id": number, "day": FIRST_DAY, "checked_at": moment, "source": "portal", "portal": "p", "total": 100_000_000,
            "evidence": where, "cards": [card],
        }
    )  # fmt: skip


def why() -> None:
    told = [{"source": "statement", "known_at": "2024-02-01T00:00:00+00:00", "import": 1}]
    say(
        {
            "from": {"day": FIRST_DAY, "total": 100_000_000},
            "to": {"day": FIRST_DAY + 30, "total": 105_000_000},
            "change": 5_000_000,
            "parts": [
                {"what": "contributions", "amount": 4_000_000, "estimate": False, "told_by": told},
                {"what": "growth", "amount": 1_000_000, "estimate": True, "told_by": []},
            ],
            "lines": [{"blth": "2024-01", "paid": None, "employer": 3_000_000, "worker": 1_000_000, "company": "PT Contoh"}],
            "missing": ["2024-02"],
            "rate_bp": 571,
            "rate_is_estimate": True,
        }
    )


def career() -> None:
    job = {
        "kpj": CARD, "company": "PT Contoh", "npp": None, "first": "2020-01", "last": "2024-01", "active": True,
        "balance": 100_000_000, "day": FIRST_DAY, "gone": False, "first_is_told": False,
    }  # fmt: skip
    say({"jobs": [job], "gaps": [], "overlaps": [], "total": 100_000_000, "to_merge": []})


def main(argv: list[str]) -> int:
    manner = int(argv[argv.index("--account") + 1].lstrip("#"))
    if argv[0] == "export":
        Path(argv[argv.index("--out") + 1]).write_text(" ".join(argv))
        return 0 if manner == GOOD else 1
    if manner == BROKEN:
        say({"problem": "ledger_broken"})
        return 1
    if manner == SILENT:
        time.sleep(600)
    if manner == NONSENSE:
        print("not JSON", flush=True)
    elif manner == CARDS_ONLY and argv[1] == "points":
        say({"line": None, "company": None})
        say({"line": CARD, "company": "PT Contoh"})
        say({"points": [[1, FIRST_DAY, 100_000_000, 5, 0]]})
    elif manner == NOTHING and argv[1] == "points":
        say({"line": None, "company": None})
    else:
        {"points": points, "why": why, "career": career, "reading": lambda: reading(int(argv[argv.index("--id") + 1]))}[argv[1]]()
    if manner != CUT_OFF:
        say({"end": True})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
