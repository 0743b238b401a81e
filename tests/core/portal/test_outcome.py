"""The portal's words: what they mean, and that unknown words are never called a wrong PIN."""

from __future__ import annotations

import pytest

from core.errors import Need, Status
from core.portal.answer import ACROSS
from core.portal.outcome import failure, family, hear, matches
from core.portal.text import normal
from core.portal.words import load_words

WORDS = load_words()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Akun tidak ditemukan pastikan email dan password anda benar", "rejected"),
        ("PIN yang Anda masukkan salah", "rejected"),
        ("Email belum terdaftar", "unregistered"),
        ("Nomor KPJ tidak terdaftar", "unregistered"),
        ("Data tidak sesuai", "rejected"),
        ("Akun Anda terkunci karena salah memasukkan PIN/kata sandi 3 kali. Silakan hubungi 175.", "locked"),
        ("PIN salah, setelah 3 kali salah akun akan terkunci", "rejected"),
        ("Mohon maaf, sistem sedang dalam pemeliharaan.", "maintenance"),
        ("Silahkan Login ulang", "session_expired"),
        ("Session Anda Telah habis silakan login kembali", "session_expired"),
        ("Akun anda masih aktif di browser lain. Apakah anda tetap ingin login pada browser ini?", "other_session"),
        ("Captcha tidak sesuai", "captcha"),
        ("Permintaan ditolak", "refused"),
        ("Koneksi ke Server tidak berhasil. Pastikan koneksi internet anda lancar", "maintenance"),
        ("Invalid username or password.", "rejected"),
        ("Your account has been locked.", "locked"),
        ("Data saldo tidak ditemukan", "no_balance"),
        ("Kode OTP telah dikirim ke nomor Anda", "otp"),
        ("Kata sandi Anda sudah kedaluwarsa, silakan ganti", "password_change"),
        ("Silakan lakukan pengkinian data", "data_update"),
        ("Kode 0x81: hubungi admin", None),
        ("Selamat datang, Siti", None),
        ("", None),
    ],
)
def test_a_sentence_belongs_to_its_family(sentence: str, name: str | None) -> None:
    assert family(sentence, WORDS) == name


def test_a_gap_in_a_phrase_has_an_end() -> None:
    assert matches("sesi anda telah berakhir", "sesi * berakhir")
    assert not matches("sesi " + "kata " * 9 + "berakhir", "sesi * berakhir")
    assert not matches("berakhir sesi", "sesi * berakhir")


def test_a_refusal_outranks_everything_that_could_be_tried_again() -> None:
    said = ["Silakan login kembali", "Password salah", "Masukkan captcha"]
    assert hear(said, WORDS, ACROSS) == ("rejected", "Password salah")


def test_only_families_that_are_asked_for_are_heard() -> None:
    assert hear(["Password salah"], WORDS, ("maintenance",)) is None


@pytest.mark.parametrize(
    ("name", "status", "need"),
    [
        ("locked", Status.ACCOUNT_LOCKED, None),
        ("captcha", Status.HUMAN_NEEDED, Need.CAPTCHA),
        ("other_session", Status.HUMAN_NEEDED, Need.OTHER_SESSION),
        ("otp", Status.HUMAN_NEEDED, Need.OTP),
        ("password_change", Status.HUMAN_NEEDED, Need.PASSWORD_CHANGE),
        ("data_update", Status.HUMAN_NEEDED, Need.DATA_UPDATE),
        ("maintenance", Status.MAINTENANCE, None),
        ("session_expired", Status.SESSION_EXPIRED, None),
        ("rejected", Status.CREDENTIALS_REJECTED, None),
        ("unregistered", Status.CREDENTIALS_REJECTED, None),
        ("activation", Status.HUMAN_NEEDED, Need.UNKNOWN),
        ("no_balance", Status.NO_BALANCE, None),
        ("refused", Status.PAGE_NOT_UNDERSTOOD, None),
    ],
)
def test_each_family_is_one_outcome(name: str, status: Status, need: Need | None) -> None:
    error = failure(name, "  kata   portal ")
    assert (error.status, error.need, error.portal_words) == (status, need, "kata portal")


def test_away_from_the_sign_in_no_words_mean_a_wrong_pin() -> None:
    assert failure("rejected", "Data salah", at_balance=True).status is Status.PAGE_NOT_UNDERSTOOD


def test_every_family_has_its_place_in_the_order() -> None:
    assert set(WORDS.order) == set(WORDS.outcomes) - {"future"}


def test_the_words_are_written_as_they_are_compared() -> None:
    for section in (WORDS.doors, WORDS.links, WORDS.fields, WORDS.outcomes):
        for name, phrases in section.items():
            assert phrases, name
            for phrase in phrases:
                assert phrase == " * ".join(normal(part) for part in phrase.split("*")), f"{name}: {phrase}"
