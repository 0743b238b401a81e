"""The states of Riwayat and its dialogs, for `tests/ui/screens.py`: many readings, one, none, single cards only, masked, compared years."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

from core.settings import Settings
from tests.fakes import states as s
from ui.history.data import History
from ui.history.desk import Ask
from ui.state import State

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

Deed = Callable[["MainWindow"], QWidget | None]
LAST_DAY = 739_942  # 2026-11-22
PORTAL, STATEMENT = 0, 2
TEXTILE, KARYA = "14001234567", "09012345667"


def history_cases() -> dict[str, tuple[State, Deed]]:
    """Each state with what is done in it."""
    state = s.state(s.view())
    hidden = s.state(s.view(), settings=Settings(masked=True, language="id", theme="light"))
    return {
        "history": (state, _page(_many())),
        "history-masked": (hidden, _page(_many())),
        "history-years": (state, _years),
        "history-one": (state, _page(_lines([[1, LAST_DAY, 48_731_902_00, PORTAL, 0]]))),
        "history-none": (s.state(s.view(readings=())), _page(_lines([]))),
        "history-cards": (state, _page(_lines([], [[1, LAST_DAY, 36_102_455_00, STATEMENT, 0]]))),
        "why": (state, _why),
        "origin": (state, _origin),
    }


def _many() -> History:
    """Three years of readings, the first of them from statements, a gap of four months, and one fall."""
    kept = [month for month in range(36) if not 10 < month < 15]
    total = [
        [n, LAST_DAY - 30 * (35 - n), (30_285_100 + 505_179 * n - (1_250_000 if n == 29 else 0)) * 100, STATEMENT if n < 11 else PORTAL, 0]
        for n in kept
    ]  # fmt: skip
    made = _lines(total, [[n, day, amount * 2 // 3, source, 0] for n, day, amount, source, _ in total])
    made.add({"bars": [[2023 * 12 + 11 + n, 285_000_00, TEXTILE] for n in range(24)]})
    made.add({"marks": [[total[-7][1], "fell", 744_821_00], [total[4][1], "taken", 500_000_00]]})
    return made


def _lines(total: list[list[int]], card: list[list[int]] | None = None) -> History:
    made = History()
    made.add({"line": None, "company": None})
    made.add({"points": total})
    if card is not None:
        made.add({"line": TEXTILE, "company": "PT Maju Bersama Tekstil"})
        made.add({"points": card})
    return made


def _page(history: History) -> Deed:
    def answer(wish: object) -> None:
        if isinstance(wish, Ask):
            wish.answered(history if wish.what == "points" else _answers()[wish.what])

    def deed(window: MainWindow) -> None:
        window.history_wished.connect(answer)
        window.show_page("history")

    return deed


def _years(window: MainWindow) -> None:
    _page(_many())(window)
    window.content.pages["history"].tools.comparing.click()


def _why(window: MainWindow) -> QWidget:
    _page(_many())(window)
    window.content.pages["history"].why.click()
    return window.findChildren(QDialog)[-1]


def _origin(window: MainWindow) -> QWidget:
    _page(_many())(window)
    window.content.pages["history"].origin.click()
    return window.findChildren(QDialog)[-1]


def _answers() -> dict[str, Any]:
    told = [{"source": "statement", "known_at": "2026-02-01T00:00:00+00:00", "import": 1}]
    where = {"label": "Saldo JHT", "path": "html > p", "excerpt": "Saldo JHT «Rp 47.966.365»"}
    job = {
        "kpj": TEXTILE, "company": "PT Maju Bersama Tekstil", "npp": "99000001/000", "first": "2019-08", "last": "2026-10",
        "active": True, "balance": 36_102_455_00, "day": LAST_DAY, "gone": False, "first_is_told": True,
    }  # fmt: skip
    before = {
        **job, "kpj": KARYA, "company": "CV Karya Utama", "first": "2014-02", "last": "2019-03", "active": False,
        "balance": 12_408_311_00, "first_is_told": False,
    }  # fmt: skip
    return {
        "career": {
            "jobs": [before, job], "gaps": [["2019-04", "2019-07", True]], "overlaps": [], "total": 48_510_766_00,
            "to_merge": [KARYA],
        },
        "why": {
            "from": {"day": LAST_DAY - 30, "total": 47_461_186_00}, "to": {"day": LAST_DAY, "total": 47_966_365_00},
            "change": 505_179_00,
            "parts": [
                {"what": "contributions", "amount": 285_000_00, "estimate": False, "told_by": told},
                {"what": "growth", "amount": 220_179_00, "estimate": True, "told_by": []},
            ],
            "lines": [{"blth": "2026-09", "paid": None, "employer": 185_000_00, "worker": 100_000_00, "company": "PT Maju Bersama Tekstil"}],
            "missing": ["2026-10"], "rate_bp": 571, "rate_is_estimate": True,
        },
        "reading": {
            "id": 36, "day": LAST_DAY, "checked_at": "2026-11-22T05:00:00+00:00", "source": "portal", "portal": "bpjstk-es",
            "total": 47_966_365_00, "evidence": where,
            "cards": [{"kpj": TEXTILE, "company": "PT Maju Bersama Tekstil", "balance": 47_966_365_00, "evidence": where}],
        },
    }  # fmt: skip
