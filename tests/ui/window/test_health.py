"""Kesehatan says how the program is; what is copied holds nothing personal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from core.errors import Status
from core.health import Facts, gather
from core.hosts import Host
from core.paths import Folders
from tests.fakes import states as s
from ui.dialogs.health import HealthDialog
from ui.words.health import as_text, sections, size

HOST = Host("es.bpjsketenagakerjaan.go.id", s.NOW, s.NOW, 12, 4_700, 142_548, 2)
FACTS = Facts(5_000_000_000, (("ledger.sqlite3", 139_264),), (HOST,), (("Python", "3.11.2"),), "XFCE x11")


def text(state, facts=FACTS, *, private=False):
    return as_text(sections(state, facts, s.NOW, private=private))


def test_every_part_is_said():
    said = text(replace(s.state(s.view(), s.view(s.BUDI, readings=(), last=None)), tray=True, notices="service", autostart=True))
    for words in (
        "Siti Rahmawati: 22 November 2026, 08.12 WIB",
        "Berikutnya: 20 Desember 2026",
        "Budi Santoso: belum pernah berhasil",
        "Brankas sandi: GNOME Keyring",
        "Baki sistem: ada",
        "Pemberitahuan: lewat layanan pemberitahuan desktop",
        "Mulai bersama komputer: ya",
        "Ruang penyimpanan: 5,0 GB",
        "es.bpjsketenagakerjaan.go.id: terakhir 22 November 2026, 08.12 WIB, 12 kali, dikirim 4,7 kB, diterima 142,5 kB",
        "jam portal berbeda 2 detik",
        "Python: 3.11.2",
        "Qt: 6.",
        "Desktop: XFCE x11",
    ):
        assert words in said, words


def test_what_is_copied_holds_no_name_no_number_and_no_amount():
    refused = s.attempt(Status.CREDENTIALS_REJECTED, words="PIN 123456 salah untuk Siti")
    said = text(s.state(s.view(last=refused, stopped=True), s.view(s.BUDI)), private=True)
    for personal in (
        "Siti",
        "Budi",
        s.SITI.user,
        s.BUDI.user,
        s.TEXTILE.kpj,
        "48.510",
        "123456",
        "Tekstil",
        str(Folders.for_person(False).data),
    ):
        assert personal not in said
    assert "Akun 1: 22 November 2026" in said
    assert "Pemeriksaan terakhir: PIN ditolak portal" in said


@pytest.mark.parametrize(
    ("state", "facts", "row"),
    [
        (s.state(keyring_problem="vault_locked"), FACTS, "Brankas sandi"),
        (s.state(), replace(FACTS, free_bytes=50_000_000), "Ruang penyimpanan"),
        (s.state(), replace(FACTS, hosts=(replace(HOST, skew_s=-3_600),)), "Jam"),
        (s.state(s.view(last=s.attempt(Status.NETWORK))), FACTS, "Siti Rahmawati"),
        (s.state(s.view(readings=())), FACTS, "Siti Rahmawati"),
    ],
)
def test_what_is_not_well_has_a_sign(state, facts, row):
    bad = [found.name for section in sections(state, facts, s.NOW) for found in section.rows if found.good is False]
    assert row in bad


def test_all_well_has_no_warning():
    assert not [
        row for part in sections(replace(s.state(s.view()), tray=True), FACTS, s.NOW) for row in part.rows if row.good is False
    ]


def test_masked_the_names_are_hidden_on_the_page_too():
    shown = s.state(s.view(), settings=replace(s.state().settings, masked=True))
    assert "Siti" not in text(shown)


def test_it_opens_from_the_settings_and_is_copied(show, home):
    shown = show(s.state(s.view()))
    shown.window.show_page("settings")
    shown.press("Kesehatan")
    dialog = shown.window.findChild(HealthDialog)
    assert "Siti Rahmawati" in shown.words(dialog)
    shown.press("Salin", dialog)
    copied = QGuiApplication.clipboard().text()
    assert "Akun 1" in copied
    assert "Siti" not in copied
    assert "Disalin" in shown.words(dialog)


def test_facts_of_a_person_without_a_folder_yet(home):
    facts = gather(Folders.for_person(False))
    assert facts.free_bytes
    assert (facts.files, facts.hosts, facts.skew_s) == ((), (), None)


def test_sizes_are_written_as_people_read_them():
    assert size(0) == "0 byte"
    assert size(1_500) == "1,5 kB"
