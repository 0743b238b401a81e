"""Why the ledger is locked, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.lock.ledger_lock import WAITING

translate = QCoreApplication.translate

PASSPHRASES = ("ledger_passphrase_needed", "ledger_passphrase_wrong")
SHEET = (
    "ledger_key_lost",
    "ledger_key_wrong",
    "ledger_key_missing",
    "recovery_not_a_key",
    "ledger_keyring_missing",
    "ledger_no_place",
)


def title(state: str) -> str:
    """One line."""
    if state == WAITING:
        return translate("lock", "Menunggu brankas sandi…")
    if state == "ledger_no_keyring":
        return translate("lock", "Bagaimana catatan Anda disimpan?")
    if state in SHEET:
        return translate("lock", "Kunci catatan tidak ditemukan")
    return translate("lock", "Catatan terkunci")


def body(state: str) -> str:
    """What it means, and what can be done."""
    match state:
        case "waiting":
            return translate(
                "lock",
                "Kunci catatan ada di brankas sandi komputer ini, yang belum menjawab. Mungkin ia menanyakan sesuatu di layar.",
            )
        case "locked":
            return translate(
                "lock",
                "Angka dan nama tidak ditampilkan, dan tidak ada pemeriksaan sampai Anda membuka kuncinya. Bila orang lain akan "
                "memakai komputer ini, tutup juga programnya (Ctrl+Q): terkunci saja belum menghapus semua yang pernah dibuka.",
            )
        case "ledger_passphrase_needed" | "ledger_passphrase_wrong":
            return translate("lock", "Catatan ini dienkripsi. Masukkan frasa sandinya untuk membukanya.")
        case "ledger_no_keyring":
            return translate(
                "lock",
                "Komputer ini tidak punya brankas sandi untuk menyimpan kunci catatan. Pilih frasa sandi, yang ditanyakan setiap kali "
                "program dibuka, atau simpan catatan tanpa enkripsi: siapa pun yang memegang komputer ini lalu dapat membacanya.",
            )
        case "ledger_keyring_locked":
            return translate("lock", "Brankas sandi yang memegang kunci catatan terkunci. Buka brankas itu, lalu coba lagi.")
        case "ledger_keyring_denied":
            return translate("lock", "Brankas sandi menolak memberikan kunci catatan. Izinkan bila ditanya, lalu coba lagi.")
        case "ledger_keyring_insecure":
            return translate("lock", "Penyimpan sandi komputer ini tidak aman, jadi tidak dipakai untuk kunci catatan.")
        case "ledger_no_cipher":
            return translate("lock", "Pustaka enkripsi (SQLCipher) tidak terpasang, jadi catatan ini tidak dapat dibuka.")
        case reason if reason in SHEET:
            return translate(
                "lock",
                "Catatan ini dienkripsi, dan brankas sandi tidak punya kuncinya. Tidak ada yang dihapus. Masukkan kunci dari lembar "
                "pemulihan Anda.",
            )
    return translate("lock", "Brankas sandi yang memegang kunci catatan tidak menjawab. Coba lagi.")
