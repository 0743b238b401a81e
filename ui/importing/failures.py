"""Why a file was refused, or an import as a whole failed, in words: what happened, and what the person can do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.statements.statement import FileStatus
from ui.importing.model import FileLine

translate = QCoreApplication.translate


def worded(line: FileLine) -> tuple[str, str]:
    """What happened, and what to do."""
    match line.status:
        case FileStatus.PASSWORD_NEEDED:
            return _password(line)
        case FileStatus.NO_BALANCE:
            return (
                translate("Import", "Berkas ini terbaca, tetapi menyatakan tidak ada saldo."),
                translate("Import", "Itu bukan saldo nol. Biasanya kartu belum ditautkan ke akun, atau klaim sedang diproses."),
            )
        case FileStatus.PAGE_NOT_UNDERSTOOD:
            return (_reason(line), _what_to_do_with_doubt(line))
    return (_reason(line), _what_to_do(line))


def _password(line: FileLine) -> tuple[str, str]:
    what = (
        translate("Import", "Kata sandi itu tidak membuka berkas ini.")
        if line.reason == "wrong_password"
        else translate("Import", "Berkas ini dilindungi kata sandi.")
    )
    return (
        what,
        translate(
            "Import",
            "Biasanya tanggal lahir, misalnya 17081990 atau 17-08-1990; cara menulisnya ada di e-mail atau surat pengantarnya.",
        ),
    )


def _reason(line: FileLine) -> str:
    """What happened, by the reason code."""
    match line.reason:
        case "file_missing" | "not_found":
            return translate("Import", "Berkasnya tidak ada lagi di tempat itu.")
        case "file_not_a_file":
            return translate("Import", "Ini bukan berkas biasa.")
        case "file_empty" | "no_text" | "empty":
            return translate("Import", "Berkas ini kosong atau tidak memuat tulisan.")
        case "file_too_large" | "too_large":
            return translate("Import", "Berkas ini terlalu besar untuk sebuah rincian saldo.")
        case "file_not_allowed" | "not_openable":
            return translate("Import", "Program ini tidak diizinkan membuka berkas itu.")
        case "file_changed":
            return translate("Import", "Berkas ini berubah sejak pratinjau dibuat.")
        case "cut_off":
            return translate("Import", "Berkas ini terpotong di tengah.")
        case "damaged":
            return translate("Import", "Berkas ini rusak.")
        case "only_a_picture":
            return translate("Import", "Berkas ini hanya gambar (hasil pindai atau foto).")
        case "not_a_statement_file":
            return translate("Import", "Ini bukan PDF, halaman tersimpan, pesan, atau daftar.")
        case "protection_unknown":
            return translate("Import", "Cara berkas ini dilindungi tidak dikenal.")
        case "too_slow":
            return translate("Import", "Membaca berkas ini terlalu lama, jadi dihentikan.")
        case "several_pages":
            return translate("Import", "Arsip ini memuat beberapa halaman.")
        case "no_statement":
            return translate("Import", "Tidak ada rincian saldo yang dikenal di dalamnya.")
        case "no_page":
            return translate("Import", "Tidak ada halaman saldo di dalamnya.")
    return _reason_of_list(line)


def _reason_of_list(line: FileLine) -> str:
    match line.reason:
        case "csv_not_text" | "csv_no_columns":
            return translate("Import", "Ini bukan daftar dengan kolom yang jelas.")
        case "csv_too_many_rows":
            return translate("Import", "Daftar ini terlalu panjang.")
        case "csv_no_rows":
            return translate("Import", "Daftar ini tidak mempunyai baris.")
        case "csv_row_unreadable":
            return translate("Import", "Satu baris daftar ini tidak dapat dibaca, jadi seluruh daftar tidak diambil.")
        case "csv_row_twice":
            return translate("Import", "Dua baris daftar ini bertentangan, jadi seluruh daftar tidak diambil.")
        case "csv_in_future":
            return translate("Import", "Satu baris daftar ini ada di masa depan, jadi seluruh daftar tidak diambil.")
    if line.status is FileStatus.PAGE_NOT_UNDERSTOOD:
        return translate("Import", "Angkanya tidak dapat dibaca dengan pasti. Program ini tidak menebak.")
    return translate("Import", "Berkas ini tidak dapat dibaca.")


def _what_to_do_with_doubt(line: FileLine) -> str:
    if (line.reason or "").startswith("csv_"):
        return translate("Import", "Perbaiki daftarnya, lalu tarik sekali lagi ke sini.")
    return translate("Import", "Coba berkas aslinya dari JMO, e-mail, atau kantor cabang; atau ketik saldonya.")


def _what_to_do(line: FileLine) -> str:
    match line.reason:
        case "only_a_picture":
            return translate("Import", "Minta berkas aslinya, atau ketik saldo yang tertulis di sana.")
        case "file_changed":
            return translate("Import", "Tutup pratinjau, lalu tarik berkasnya sekali lagi.")
        case "file_not_allowed" | "not_openable":
            return translate("Import", "Salin berkasnya ke folder Anda sendiri, lalu coba lagi.")
        case "several_pages" | "no_page":
            return translate("Import", "Pilih halaman saldonya saja.")
        case "not_a_statement_file" | "file_not_a_file":
            return translate("Import", "Lihat “Dari mana berkasnya?” untuk berkas yang dikenal.")
    return translate("Import", "Minta atau unduh berkasnya sekali lagi, lalu coba lagi.")


def whole(problem: str) -> tuple[str, str]:
    """What went wrong with an import or an undo as a whole, and what to do."""
    if problem.startswith("ledger_"):
        from ui.words.failure_bodies import own_body

        return (translate("Import", "Catatan tidak dapat ditulis; tidak ada yang disimpan"), own_body(problem))
    match problem:
        case "file_changed":
            return (
                translate("Import", "Ada berkas yang berubah; tidak ada yang disimpan"),
                translate(
                    "Import", "Tutup pratinjau, lalu tarik berkasnya sekali lagi, agar yang disimpan sama dengan yang Anda lihat."
                ),
            )
        case "too_many_files":
            return (
                translate("Import", "Terlalu banyak berkas sekaligus"),
                translate("Import", "Paling banyak 500 berkas; tarik sebagian dahulu."),
            )
        case "no_files":
            return (
                translate("Import", "Tidak ada berkas yang dikenal di folder itu"),
                translate("Import", "Dicari: PDF, halaman tersimpan (HTML, MHTML), TXT, dan CSV."),
            )
        case "partly_stored":
            return (
                translate("Import", "Hanya sebagian yang disimpan"),
                translate("Import", "Sisanya gagal di tengah jalan. Yang sudah tersimpan dapat dibatalkan di bawah."),
            )
    return (
        translate("Import", "Pengimporan berhenti sebelum selesai"),
        translate("Import", "Tidak ada yang disimpan; yang tercatat sebelumnya tetap sama. Coba sekali lagi."),
    )
