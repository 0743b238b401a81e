"""A year's use with a real GNOME Keyring leaves nothing on the disk that says who the person is or what they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.ledger.cipher import Form, form
from tests.conftest import need
from tests.ledger.confidential import LEAST, Person, search
from tests.ledger.private_keyring import private_keyring

pytestmark = pytest.mark.desktop


def test_no_known_value_stands_on_the_disk_after_a_year(display: str, tmp_path: Path) -> None:
    need("dbus-daemon", "gnome-keyring-daemon", "gdbus")
    folder, elsewhere = tmp_path / "person", tmp_path / "elsewhere"
    for one in (folder, elsewhere):
        one.mkdir()
    with private_keyring(folder) as environment:
        person = Person({**environment, "DISPLAY": display}, elsewhere)
        person.uses_it_for_a_year()
        person.opens_the_window()
        found = search(person, folder)
        names = {one.name for one in folder.rglob("*") if one.is_file()}
    assert found.values >= LEAST
    assert found.leaks == ()
    assert found.in_exports >= LEAST // 4  # the same search finds what is in the clear
    assert {"ledger.sqlite3", "ledger.head", "saldo-jht.log"} <= names
    assert sum(name.endswith(".backup") for name in names) >= 10
    assert form(person.folders.ledger) is Form.ENCRYPTED
