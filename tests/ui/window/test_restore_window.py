"""Where nothing else can be done (a new computer, a lost key, a damaged record) the window leads to a backup and to the sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import states as s
from tests.ui.window.conftest import Show
from ui.dialogs.restore import RestoreDialog
from ui.lock.ledger_lock import Unlock

PLACES = {
    "welcome": ({}, "Pulihkan dari cadangan…"),
    "lost key": ({"lock": "ledger_key_lost"}, "Pulihkan dari berkas cadangan…"),
    "passphrase": ({"lock": "ledger_passphrase_needed"}, "Pulihkan dari berkas cadangan…"),
    "silent keyring": ({"lock": "ledger_keyring_hanging"}, "Pulihkan dari berkas cadangan…"),
    "damaged": ({"ledger_problem": "ledger_broken"}, "Pulihkan dari berkas cadangan…"),
    "gone": ({"ledger_problem": "ledger_gone"}, "Pulihkan dari berkas cadangan…"),
}


@pytest.mark.parametrize("place", PLACES)
def test_each_of_them_opens_the_same_dialog(show: Show, place: str) -> None:
    changes, text = PLACES[place]
    window = show(replace(s.state(), **changes))  # type: ignore[arg-type]
    wishes: list[object] = []
    window.window.care_wished.connect(wishes.append)
    window.press(text)
    (dialog,) = window.window.findChildren(RestoreDialog)
    assert dialog.isVisible()
    dialog.take("/usb/x.backup")
    assert len(wishes) == 1
    unlocks: list[object] = []
    window.window.unlock_wished.connect(unlocks.append)
    dialog.restored.emit(Unlock("ask"))
    assert unlocks == [Unlock("ask")]


def test_a_record_of_another_key_leads_to_the_sheet(show: Show) -> None:
    window = show(s.state(ledger_problem="ledger_key_wrong"))
    unlocks: list[object] = []
    window.window.unlock_wished.connect(unlocks.append)
    window.press("Saya punya lembar pemulihan…")
    assert unlocks == [Unlock("sheet")]


def test_files_dropped_on_the_lock_are_not_taken(show: Show) -> None:
    window = show(replace(s.state(), lock="ledger_passphrase_needed"))
    wishes: list[object] = []
    window.window.import_wished.connect(wishes.append)
    window.content.take_files(("/x/a.pdf",))
    assert wishes == [] and "Frasa sandi" in window.words()


def test_the_demo_is_not_led_to_a_persons_backups(show: Show) -> None:
    window = show(s.state(demo=True))
    assert "Pulihkan" not in window.words()
