"""A backup in words: what it holds, what putting it back would lose, and why it cannot be used."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.words.plurals import Plural

translate = QCoreApplication.translate

PASSPHRASES = ("ledger_passphrase_needed", "ledger_passphrase_wrong")
LOST = ("ledger_key_lost", "ledger_key_wrong", "ledger_key_missing", "recovery_not_a_key")  # the keyring works
NO_KEYRING = ("ledger_keyring_missing", "ledger_keyring_insecure", "ledger_no_place")  # the key is to be under a passphrase
KEYRING = ("ledger_keyring_locked", "ledger_keyring_denied", "ledger_keyring_hanging")
DAY_UNKNOWN = "–"


def of_backup(data: dict[str, Any]) -> list[str]:
    """An answer of `main.py ledger restore --preview --json`, sentence by sentence. Raises KeyError, TypeError, ValueError for another."""
    held, lost = data["holds"], data["lost"]
    said = [
        translate("backups", "Isinya: {readings}, dari {first} sampai {last}.").format(
            readings=Plural().readings(int(held["readings"])),
            first=held["first_day"] or DAY_UNKNOWN,
            last=held["last_day"] or DAY_UNKNOWN,
        )
    ]
    if not data.get("there", True):
        return [*said, translate("backups", "Di sini belum ada catatan, jadi tidak ada yang akan hilang.")]
    if data.get("closed"):
        said.append(
            translate(
                "backups",
                "Catatan yang ada di sini tidak dapat dibuka, jadi tidak dapat dikatakan apa yang belum ada di cadangan. Bila kuncinya "
                "ditemukan, ia dapat dipulihkan dengan cara yang sama.",
            )
        )
    elif lost is None:
        said.append(
            translate("backups", "Berkas sekarang tidak terbaca, jadi tidak dapat dikatakan apa yang belum ada di cadangan.")
        )
    elif sum(lost.values()):
        said.append(translate("backups", "Belum ada di cadangan: {count}.").format(count=Plural().entries(sum(lost.values()))))
    return [*said, translate("backups", "Berkas sekarang disimpan dengan nama lain, tidak dihapus.")]


def refusal(code: str) -> str:
    """Why a backup is not put back, by its reason code; "" where nothing was said at all."""
    match code:
        case "ledger_broken":
            return translate(
                "backups",
                "Berkas itu bukan cadangan yang utuh: rusak, terpotong, atau bukan dari program ini. Tidak ada yang diubah.",
            )
        case "ledger_changed":
            return translate("backups", "Isi cadangan itu diubah di luar program ini, jadi tidak dipakai. Tidak ada yang diubah.")
        case "ledger_newer":
            return translate("backups", "Cadangan itu dibuat oleh versi yang lebih baru. Perbarui program ini, lalu coba lagi.")
        case "ledger_disk_full":
            return translate(
                "backups", "Penyimpanan komputer penuh; tidak ada yang diubah. Kosongkan sedikit ruang, lalu coba lagi."
            )
        case "ledger_readonly":
            return translate(
                "backups", "Berkas itu tidak dapat dibaca, atau folder data tidak boleh ditulisi. Tidak ada yang diubah."
            )
        case "ledger_locked":
            return translate("backups", "Catatan sedang dipakai (mungkin ada pemeriksaan berjalan). Coba lagi sebentar lagi.")
        case "ledger_no_cipher":
            return translate("backups", "Pustaka enkripsi (SQLCipher) tidak terpasang, jadi cadangan ini tidak dapat dibuka.")
        case "ledger_keyring_locked" | "ledger_keyring_denied" | "ledger_keyring_hanging":
            return translate(
                "backups",
                "Brankas sandi yang memegang kuncinya tidak memberikannya. Buka brankas itu, lalu coba lagi; atau pakai lembar pemulihan.",
            )
    return translate("backups", "Cadangan itu tidak dapat dibaca. Tidak ada yang diubah.")
