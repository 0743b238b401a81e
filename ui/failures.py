"""The words of each failure, one place for all of them: title, what happened, what to do, the portal's own sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.errors import Need, Status, VaultReason
from core.models import Attempt
from ui import formats
from ui.messages import Button, Deed, Message, Tone
from ui.state import AccountView

translate = QCoreApplication.translate

CANCELLED = "cancelled"  # `ui.worker` names a check that the person ended

TONES: dict[Status | None, Tone] = {
    None: "info",
    Status.NETWORK: "warn",
    Status.MAINTENANCE: "warn",
    Status.SESSION_EXPIRED: "warn",
    Status.NO_BALANCE: "info",
    Status.HUMAN_NEEDED: "warn",
    Status.VAULT_UNAVAILABLE: "warn",
    Status.PAGE_NOT_UNDERSTOOD: "warn",
}


def worded(attempt: Attempt, view: AccountView) -> Message:
    """The banner for an attempt that did not end well."""
    body = " ".join(filter(None, [_body(attempt, view), _kept(view), _again(view)]))
    return Message(
        tone="info" if attempt.reason == CANCELLED else TONES.get(attempt.status, "bad"),
        title=title(attempt.status, attempt.need, attempt.reason),
        body=body,
        quote=attempt.portal_words,
        buttons=_buttons(attempt),
    )


def title(status: Status | None, need: Need | None = None, reason: str | None = None) -> str:
    """What happened, in a few words."""
    if reason == CANCELLED:
        status = None
    match status:
        case None:
            return translate("failures", "Pemeriksaan terakhir tidak selesai")
        case Status.CREDENTIALS_REJECTED:
            return translate("failures", "PIN ditolak portal")
        case Status.ACCOUNT_LOCKED:
            return translate("failures", "Akun dikunci oleh portal")
        case Status.HUMAN_NEEDED:
            return _need_title(need)
        case Status.SESSION_EXPIRED:
            return translate("failures", "Sesi di portal berakhir lebih dulu")
        case Status.MAINTENANCE:
            return translate("failures", "Portal sedang pemeliharaan")
        case Status.NETWORK:
            return translate("failures", "Portal tidak dapat dihubungi")
        case Status.NO_BALANCE:
            return translate("failures", "Belum ada saldo yang terlihat")
        case Status.PAGE_NOT_UNDERSTOOD:
            return translate("failures", "Tampilan portal belum dikenali")
        case Status.BLOCKED:
            return translate("failures", "Dihentikan demi keamanan Anda")
        case Status.VAULT_UNAVAILABLE:
            return _vault_title(reason)
    return translate("failures", "Ada yang salah di program ini")


def _need_title(need: Need | None) -> str:
    match need:
        case Need.PASSWORD_CHANGE:
            return translate("failures", "Portal meminta kata sandi baru")
        case Need.DATA_UPDATE:
            return translate("failures", "Portal meminta pengkinian data")
        case Need.OTHER_SESSION:
            return translate("failures", "Akun Anda masih terbuka di tempat lain")
        case Need.OTP:
            return translate("failures", "Portal meminta kode sekali pakai")
    return translate("failures", "Portal meminta Anda sendiri")


def _vault_title(reason: str | None) -> str:
    match reason:
        case VaultReason.LOCKED.value:
            return translate("failures", "Brankas sandi masih terkunci")
        case VaultReason.EMPTY.value:
            return translate("failures", "PIN belum disimpan")
    return translate("failures", "Brankas sandi tidak dapat dipakai")


def _body(attempt: Attempt, view: AccountView) -> str:
    match None if attempt.reason == CANCELLED else attempt.status:
        case None:
            return translate("failures", "Pemeriksaan dibatalkan, atau program tertutup di tengah jalan.")
        case Status.CREDENTIALS_REJECTED:
            return translate(
                "failures",
                "Pemeriksaan otomatis dihentikan agar akun tidak terkunci. Pastikan NIK atau e-mail dan PIN benar, lalu masukkan sekali lagi.",
            )
        case Status.ACCOUNT_LOCKED:
            return translate(
                "failures",
                "Program ini tidak mencoba lagi. Mintalah akun dibuka lewat 175 atau kantor cabang (bawa KTP dan kartu peserta); "
                "setelah itu masukkan PIN.",
            )
        case Status.HUMAN_NEEDED:
            return _need_body(attempt.need)
        case Status.SESSION_EXPIRED:
            return translate("failures", "Portal mengakhiri sesi sebelum saldo terbaca. Biasanya cukup dicoba sekali lagi.")
        case Status.MAINTENANCE:
            return translate("failures", "Layanan sedang dirawat atau terlalu ramai. Ini bukan kesalahan Anda.")
        case Status.NETWORK:
            return translate(
                "failures", "Periksa sambungan internet. Bila situs lain terbuka, portalnya yang sedang tidak menjawab."
            )
        case Status.NO_BALANCE:
            return translate(
                "failures",
                "Portal menjawab, tetapi tidak menampilkan saldo untuk akun ini. Ini bukan saldo nol: biasanya kartu (KPJ) belum "
                "ditautkan, atau klaim sedang diproses.",
            )
        case Status.PAGE_NOT_UNDERSTOOD:
            return translate(
                "failures", "Halaman terbuka, tetapi angkanya tidak dapat dibaca dengan pasti. Program ini tidak menebak."
            )
        case Status.BLOCKED:
            return translate(
                "failures",
                "Portal mengarahkan ke alamat yang tidak aman atau bukan miliknya, jadi program berhenti. Tidak ada yang dikirim ke sana.",
            )
        case Status.VAULT_UNAVAILABLE:
            return _vault_body(attempt.reason)
    return own_body(attempt.reason)


def _need_body(need: Need | None) -> str:
    match need:
        case Need.CAPTCHA:
            return translate(
                "failures",
                "Portal ingin memastikan yang masuk adalah orang (“Saya bukan robot”). Program ini tidak mengakalinya, dan tidak ada "
                "PIN yang dikirim. Untuk sementara, lihat saldo di aplikasi JMO: Jaminan Hari Tua > Cek Saldo.",
            )
        case Need.OTP:
            return translate(
                "failures",
                "Kode dikirim ke ponsel atau e-mail Anda dan hanya boleh diketik di portal atau JMO. Jangan berikan kepada siapa pun.",
            )
        case Need.PASSWORD_CHANGE:
            return translate(
                "failures", "Buka portal di peramban, ganti kata sandinya di sana, lalu masukkan kata sandi yang baru di sini."
            )
        case Need.DATA_UPDATE:
            return translate(
                "failures", "Lakukan pengkinian data di aplikasi JMO atau di portal. Setelah selesai, periksa lagi dari sini."
            )
        case Need.OTHER_SESSION:
            return translate(
                "failures", "Keluarlah dari portal di peramban atau perangkat lain, tunggu sebentar, lalu coba lagi."
            )
    return translate(
        "failures", "Portal meminta sesuatu yang hanya boleh dijawab pemilik akun. Buka portal di peramban untuk melihatnya."
    )


def _vault_body(reason: str | None) -> str:
    match reason:
        case VaultReason.LOCKED.value:
            return translate(
                "failures", "Buka kuncinya dengan sandi komputer Anda, lalu coba lagi; atau masukkan PIN untuk sekali ini."
            )
        case VaultReason.EMPTY.value:
            return translate("failures", "Tidak ada PIN tersimpan untuk akun ini. Masukkan PIN untuk memeriksa.")
        case VaultReason.MISSING.value:
            return translate("failures", "Komputer ini tidak menyediakan brankas sandi. Masukkan PIN setiap kali memeriksa.")
        case VaultReason.DENIED.value:
            return translate(
                "failures", "Brankas sandi menolak permintaan. Izinkan saat ditanya, atau masukkan PIN untuk sekali ini."
            )
        case VaultReason.INSECURE.value:
            return translate(
                "failures",
                "Penyimpan sandi di komputer ini tidak terkunci, jadi tidak dipakai. Masukkan PIN setiap kali memeriksa.",
            )
    return translate("failures", "Brankas sandi tidak menjawab. Coba lagi, atau masukkan PIN untuk sekali ini.")


def own_body(reason: str | None) -> str:
    """What is wrong on this machine, and what can be done, by its reason code."""
    match reason:
        case "ledger_disk_full":
            return translate(
                "failures", "Cakram penuh, jadi hasilnya tidak dapat disimpan. Kosongkan sedikit ruang, lalu coba lagi."
            )
        case "ledger_readonly":
            return translate(
                "failures", "Catatan tidak dapat ditulis. Periksa izin folder data (lihat Pengaturan), lalu coba lagi."
            )
        case "ledger_locked":
            return translate("failures", "Catatan sedang dipakai proses lain. Tunggu sebentar, lalu coba lagi.")
        case "ledger_newer":
            return translate("failures", "Catatan dibuat oleh versi yang lebih baru. Perbarui program ini.")
        case "ledger_broken":
            return translate(
                "failures", "Catatan lama rusak dan disisihkan, tidak dihapus. Coba lagi untuk memulai catatan baru."
            )
    return translate(
        "failures", "Ini kesalahan program, bukan Anda. Coba lagi; bila berulang, laporkan bersama versi program (Pengaturan)."
    )


def _kept(view: AccountView) -> str:
    """That the old figure still stands, with its date."""
    if view.latest is None:
        return ""
    day = formats.long_date(formats.local(view.latest.checked_at).date())
    return translate("failures", "Angka terakhir ({day}) tetap tersimpan.").format(day=day)


def _again(view: AccountView) -> str:
    """When the schedule tries again by itself, if it does."""
    attempt = view.last_attempt
    soon = attempt is not None and attempt.status in (Status.NETWORK, Status.MAINTENANCE)
    if not soon or view.next_check is None or view.stopped:
        return ""
    return translate("failures", "Dicoba lagi otomatis {when}.").format(when=formats.moment(view.next_check))


def _buttons(attempt: Attempt) -> tuple[Button, ...]:
    again = Button(translate("failures", "Coba lagi"), Deed.CHECK)
    type_pin = Button(translate("failures", "Masukkan PIN lagi"), Deed.SIGN_IN)
    match attempt.status:
        case Status.CREDENTIALS_REJECTED:
            return type_pin, Button(translate("failures", "Bantuan PIN"), Deed.HELP, "pin")
        case Status.ACCOUNT_LOCKED:
            return Button(translate("failures", "Cara membuka akun"), Deed.HELP, "locked"), type_pin
        case Status.HUMAN_NEEDED:
            return again, Button(translate("failures", "Bantuan"), Deed.HELP, "person")
        case Status.NO_BALANCE:
            return Button(translate("failures", "Mengapa kosong?"), Deed.HELP, "empty"), again
        case Status.VAULT_UNAVAILABLE:
            return Button(translate("failures", "Masukkan PIN"), Deed.SIGN_IN), again
        case Status.BLOCKED:
            return (Button(translate("failures", "Bantuan"), Deed.HELP, "safety"),)
    return (again,)
