"""The states of the record's own pages and dialogs, for `tests/ui/screens.py`: locked, its recovery sheet, forgetting, the strips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.ledger.key import Key
from core.recovery import letters, sheet_text
from core.recovery_page import code_of
from tests.fakes import states as s
from ui.state import State

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

Deed = Callable[["MainWindow"], QWidget | None]
KEY = Key(bytes(range(7, 39)))
LOCKS = (
    "locked",
    "ledger_passphrase_needed",
    "ledger_passphrase_wrong",
    "ledger_no_keyring",
    "ledger_key_lost",
    "ledger_keyring_hanging",
)
HELD = {"accounts": 2, "readings": 41, "imports": 3, "first_day": "2019-12-31", "last_day": "2026-11-20"}
HOLDS = {"ledger": "ok", "from": "/media/usb/x.backup", "holds": HELD, "lost": None, "there": True, "closed": True}


def record_cases() -> dict[str, tuple[State, Deed]]:
    """Each state with what is done in it."""
    two = s.state(s.view(), s.view(s.BUDI))
    locked = {name.replace("_", "-"): (_encrypted(s.state(), lock=name), _nothing) for name in LOCKS}
    return {
        **{f"lock-{name.removeprefix('ledger-')}": case for name, case in locked.items()},
        "strip-plain": (two, _nothing),
        "strip-sheet": (_encrypted(two), _nothing),
        "lock-record": (replace(two, keyring="GNOME Keyring"), lambda window: _opened(window, "open_lock_record")),
        "lock-record-words": (replace(two, keyring_problem="vault_missing"), lambda window: _opened(window, "open_lock_record")),
        "recovery": (_encrypted(two), _recovery),
        "forget-all": (_encrypted(two), lambda window: _opened(window, "open_forget_all")),
        "settings-lock": (_encrypted(two), _settings),
        "changed-later": (two, _changed),
        "broken": (s.state(ledger_problem="ledger_broken"), _nothing),
        "broken-key": (s.state(ledger_problem="ledger_key_wrong"), _nothing),
        "restore": (s.state(), _restore(None)),
        "restore-passphrase": (s.state(), _restore({"ledger": "ledger_passphrase_needed"})),
        "restore-sheet": (s.state(), _restore({"ledger": "ledger_keyring_missing"})),
        "restore-holds": (s.state(), _restore(HOLDS)),
        "restore-refused": (s.state(), _restore({"ledger": "ledger_broken"})),
        "restore-waits": (s.state(), _restore({})),
    }


def _encrypted(state: State, lock: str | None = None) -> State:
    return replace(state, encrypted=True, lock=lock)


def _nothing(window: MainWindow) -> None:
    pass


def _opened(window: MainWindow, how: str) -> QWidget:
    from PySide6.QtWidgets import QDialog

    getattr(window.content.dialogs, how)()
    return window.findChildren(QDialog)[-1]


def _restore(answer: dict[str, object] | None) -> Deed:
    """The dialog as it is opened; or after that answer; or, for an empty one, while it waits."""

    def deed(window: MainWindow) -> QWidget:
        from ui.dialogs.restore import RestoreDialog

        if answer:
            window.care_wished.connect(lambda wish: wish.answered(answer))
        dialog = _opened(window, "open_restore")
        assert isinstance(dialog, RestoreDialog)
        if answer is not None:
            dialog.take("/media/usb/x.backup")
        return dialog

    return deed


def _recovery(window: MainWindow) -> QWidget:
    code = ["".join(str(int(square)) for square in row) for row in code_of(letters(KEY))]
    answer = {"ledger": "ok", "key": " ".join(sheet_text(KEY)), "code": code}
    window.care_wished.connect(lambda wish: wish.answered(answer))
    return _opened(window, "open_recovery")


def _settings(window: MainWindow) -> None:
    window.show_page("settings")
    page = window.content.pages["settings"]
    page.ensureWidgetVisible(page.lock)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _changed(window: MainWindow) -> QWidget:
    from core.insight.changes import ChangeKind
    from core.models import Source
    from ui.dialogs.changed_later import ChangedLater
    from ui.history.later import Later, Teller

    first, then = Teller(285_000_00, Source.STATEMENT, 739_400), Teller(None, Source.STATEMENT, 739_700)
    told = (
        Later(ChangeKind.MONTH_GONE, "14001234567", "2025-05", 739_402, -285_000_00, first, then),
        Later(ChangeKind.BALANCE_FELL, "14001234567", "2025-08-28", 739_491, -1_250_000_00, Teller(48_731_902_00, Source.PORTAL, 739_460), Teller(47_481_902_00, Source.PORTAL, 739_491)),
    )  # fmt: skip
    dialog = ChangedLater(window, told, masked=window.content.state.settings.masked)
    dialog.open()
    return dialog
