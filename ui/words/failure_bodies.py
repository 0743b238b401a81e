"""What happened and what to do, for each failure: the second sentence of `ui.words.failures`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.errors import Need, Status, VaultReason
from core.models import Attempt

CANCELLED = "cancelled"  # `ui.children.worker` names a check that the person ended
translate = QCoreApplication.translate


def body(attempt: Attempt) -> str:
    """What happened in a check that did not end well, and what its person can do."""
    special = _body_by_reason(attempt.reason)
    if special:
        return special
    if attempt.reason == CANCELLED:
        return translate("failures", "Anda menghentikan pemeriksaan ini sebelum selesai.")
    match attempt.status:
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
            return translate(
                "failures", "Layanan sedang dirawat atau terlalu ramai; ini bukan kesalahan Anda. Coba lagi beberapa jam lagi."
            )
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
                "Portal mengarahkan ke alamat yang tidak aman atau bukan miliknya, jadi program berhenti. Tidak ada yang dikirim ke sana. "
                "Untuk sementara lihat saldo di aplikasi JMO, atau impor lembar RSJHT.",
            )
        case Status.VAULT_UNAVAILABLE:
            return _vault_body(attempt.reason)
    return own_body(attempt.reason)


def _body_by_reason(reason: str | None) -> str:
    """What is said more exactly where the reason is known; empty for every other one."""
    match reason:
        case "refused_before":
            return translate(
                "failures", "PIN yang tersimpan sudah pernah ditolak portal, jadi tidak dikirim lagi. Masukkan PIN yang baru."
            )
        case "kept_session_over":
            return translate(
                "failures",
                "Tekan tombolnya untuk masuk lagi di jendela portal. Sesi yang lama sudah dilupakan; tidak ada yang dikirim.",
            )
        case "kept_session_other":
            return translate(
                "failures",
                "Halaman portal menampilkan kartu yang belum dikenal pada akun ini, jadi angkanya tidak disimpan. "
                "Bukalah jendela portal dan periksa sendiri.",
            )
        case "figure_counted":
            return translate(
                "failures",
                "Angka di halaman portal bergerak ketika dibuka, jadi tidak disimpan tanpa Anda. "
                "Bukalah jendela portal, tunggu sampai angkanya berhenti, lalu simpan.",
            )
        case "certificate":
            return translate(
                "failures",
                "Sertifikat keamanan portal tidak sah, jadi tidak ada yang dikirim. Jangan masuk lewat jaringan ini; coba dari jaringan lain.",
            )
        case "timeout":
            return translate("failures", "Portal tidak menjawab pada waktunya. Coba lagi nanti.")
        case "not_https":
            return translate(
                "failures",
                "Portal mengarahkan ke alamat tanpa pengaman (https), jadi program berhenti. Coba lagi besok; untuk sementara lihat saldo "
                "di aplikasi JMO.",
            )
        case "foreign_host":
            return translate(
                "failures",
                "Portal mengarahkan ke alamat di luar portal, jadi program berhenti. Tidak ada yang dikirim ke sana. Coba lagi besok; untuk "
                "sementara lihat saldo di aplikasi JMO.",
            )
        case "secret_by_get" | "secret_in_address" | "secret_resend" | "secret_echoed":
            return translate(
                "failures",
                "Portal memperlakukan PIN dengan cara yang tidak aman, jadi program berhenti. Jangan ulangi di sini: lihat saldo di aplikasi "
                "JMO, atau impor lembar RSJHT.",
            )
        case "page_too_big":
            return translate(
                "failures", "Halaman portal terlalu besar untuk dibaca. Lihat saldo di portal, atau impor lembar RSJHT."
            )
        case "taught_gone" | "taught_moved":
            return translate(
                "failures",
                "Kata-kata yang pernah Anda tunjukkan tidak lagi berada di tempatnya di halaman portal, jadi tidak ada angka yang diambil. "
                "Tunjukkan angkanya sekali lagi, atau lupakan kata-katanya di Pengaturan.",
            )
        case "taught_two":
            return translate(
                "failures",
                "Kata-kata yang pernah Anda tunjukkan kini berada di samping angka lain, atau di samping dua angka; program ini tidak "
                "memilih. Tunjukkan angkanya sekali lagi, atau lupakan kata-katanya di Pengaturan.",
            )
        case "taught_no_jht" | "taught_others" | "taught_weaker":
            return translate(
                "failures",
                "Angka yang pernah Anda tunjukkan ada di halaman, tetapi halaman itu tidak lagi membuktikannya. Program ini tidak menebak: "
                "tunjukkan sekali lagi, atau lihat saldonya di portal.",
            )
        case "not_stored":
            return translate(
                "failures",
                "Akun ini dihapus saat pemeriksaan berjalan, jadi hasilnya tidak disimpan. Bila tidak disengaja, tambahkan akunnya lagi.",
            )
    return ""


def _need_body(need: Need | None) -> str:
    match need:
        case Need.CAPTCHA:
            return translate(
                "failures",
                "Portal ingin memastikan yang masuk adalah orang (“Saya bukan robot”). Program ini tidak mengakalinya: masuklah sendiri "
                "di jendela portal, dan saldo dibaca dari halaman yang Anda buka.",
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
                "failures",
                "Penyimpanan komputer penuh, jadi hasilnya tidak dapat disimpan. Kosongkan sedikit ruang, lalu coba lagi.",
            )
        case "ledger_readonly":
            return translate(
                "failures",
                "Folder data program tidak boleh ditulisi. Buka foldernya (di sini atau di Pengaturan), beri izin menulis, lalu coba lagi.",
            )
        case "ledger_locked":
            return translate("failures", "Catatan sedang dipakai program lain. Tunggu sebentar, lalu coba lagi.")
        case "program_incomplete":
            return translate("failures", "Sebagian program ini tidak ada atau rusak. Pasang ulang; catatan Anda tidak tersentuh.")
        case "ledger_newer":
            return translate("failures", "Catatan dibuat oleh versi yang lebih baru. Perbarui program ini.")
        case "ledger_changed":
            return translate(
                "failures",
                "Ada yang mengubah catatan di luar program ini, jadi angkanya tidak ditampilkan. Tidak ada yang dihapus. Pulihkan "
                "cadangan, atau jalankan main.py ledger verify untuk melihat apa yang berubah.",
            )
        case "ledger_key_wrong":
            return translate(
                "failures",
                "Berkas catatan tidak terbuka dengan kuncinya: permulaannya rusak, atau ada berkas lain di tempatnya. Tidak ada yang dihapus. "
                "Pulihkan cadangan, atau selamatkan berkas ini.",
            )
        case "ledger_broken":
            return translate(
                "failures",
                "Berkas catatan rusak. Tidak ada yang dihapus atau dikirim. Lihat dahulu cadangan terakhir; bila tidak ada, selamatkan yang "
                "masih terbaca dari berkas ini.",
            )
    return translate(
        "failures", "Ini kesalahan program, bukan Anda. Coba lagi; bila berulang, laporkan (Pengaturan > Kesehatan > Salin)."
    )
