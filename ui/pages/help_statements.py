"""What the help says about statements: where each kind comes from, and how it gets into the program. Facts as in `ui.pages.help_topics`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.pages.help_topic import Topic

translate = QCoreApplication.translate


def statement_topics() -> tuple[Topic, ...]:
    """One topic for each road of the page "Impor"."""
    return (*_from_them(), *_from_oneself())


def _from_them() -> tuple[Topic, ...]:
    return (
        Topic(
            "rsjht",
            translate("Help", "RSJHT: dari mana rincian saldo tahunan didapat"),
            (
                translate(
                    "Help",
                    "RSJHT (Rincian Saldo JHT) memuat saldo awal, iuran setiap bulan, pengembangan, dan saldo akhir satu tahun. "
                    "Mintalah PDF-nya di kantor cabang atau ke HRD, atau kirim dan unduh dari aplikasi JMO bila menunya ada.",
                ),
                translate(
                    "Help",
                    "Tarik PDF-nya ke jendela ini, beberapa tahun sekaligus bila ada. Foto dan hasil pindai tidak dapat dibaca: "
                    "mintalah berkas aslinya, atau ketik saldo akhirnya.",
                ),
                translate(
                    "Help",
                    "Bila berkasnya meminta kata sandi, biasanya itu tanggal lahir; cara menulisnya ada di surat pengantarnya. "
                    "Program ini tidak menyimpan kata sandi itu.",
                ),
            ),
            translate(
                "Help",
                "Dasar: kewajiban memberi tahu saldo setahun sekali ada di PP 46/2015 pasal 22: pasti. Menu di JMO dan bentuk kata sandi: "
                "tidak diumumkan.",
            ),
        ),
        Topic(
            "saved_page",
            translate("Help", "Menyimpan halaman saldo dari peramban"),
            (
                translate(
                    "Help",
                    "Masuk sendiri ke portal di peramban, buka halaman saldo sampai angkanya tampil, lalu tekan Ctrl+S (di Mac: Cmd+S). "
                    "Pilih “Halaman web, lengkap” atau “Halaman web, satu berkas”.",
                ),
                translate(
                    "Help",
                    "Tarik berkas .html atau .mhtml itu ke jendela ini. Folder berakhiran “_files” di sebelahnya tidak diperlukan.",
                ),
                translate(
                    "Help",
                    "Hapus berkasnya setelah diimpor bila komputer dipakai bersama: di dalamnya ada nama dan nomor Anda.",
                ),
            ),
            translate(
                "Help", "Dasar: cara kerja peramban pada umumnya; halamannya dibaca dengan bukti yang sama seperti lewat portal."
            ),
        ),
        Topic(
            "sms",
            translate("Help", "Saldo lewat SMS atau pesan"),
            (
                translate(
                    "Help",
                    "Ada layanan SMS ke 2757 untuk Telkomsel, Indosat, dan XL: nomor didaftarkan dahulu, lalu kirim SALDO dan nomor peserta. "
                    "Salin balasannya, lalu pilih Impor > Tempel pesan.",
                ),
                translate(
                    "Help",
                    "Yang dipakai hanya saldo, tanggal, dan nomor kartu. Pesan yang meminta NIK, PIN, atau kode OTP bukan dari layanan itu.",
                ),
            ),
            translate(
                "Help",
                "Dasar: media sampai 2024. Bunyi balasannya tidak diumumkan, dan layanannya dapat berubah; pastikan lewat 175.",
            ),
        ),
    )


def _from_oneself() -> tuple[Topic, ...]:
    return (
        Topic(
            "typed",
            translate("Help", "Mengetik saldo yang terlihat di layar"),
            (
                translate(
                    "Help",
                    "Di JMO: Jaminan Hari Tua > Cek Saldo > pilih kartu. Lalu di sini pilih Impor > Ketik saldo, isi tanggal dan angkanya "
                    "seperti tertulis.",
                ),
                translate(
                    "Help",
                    "Angka yang diketik ditandai “diketik sendiri”, agar selalu terlihat bedanya dengan angka dari portal atau RSJHT.",
                ),
            ),
            translate("Help", "Dasar: panduan media tentang JMO 2023–2026."),
        ),
        Topic(
            "own_lists",
            translate("Help", "Daftar sendiri (CSV) dan upah di slip gaji"),
            (
                translate(
                    "Help",
                    "Simpan daftar Anda sebagai CSV: saldo dengan tanggalnya, atau bulan dengan iuran atau upahnya. Bila isi kolom tidak "
                    "pasti, program bertanya sekali lalu mengingatnya.",
                ),
                translate(
                    "Help",
                    "Satu baris yang tidak terbaca membuat seluruh daftar ditolak: setengah daftar adalah daftar yang salah.",
                ),
                translate(
                    "Help",
                    "Upah di slip gaji cukup dicatat saat berubah. Gunanya membandingkan upah itu dengan upah yang dilaporkan; bila berbeda, "
                    "tanyakan ke HRD.",
                ),
            ),
            translate("Help", "Dasar: cara kerja program ini; iuran JHT 3,7% dan 2% dari upah ada di peraturan: pasti."),
        ),
        Topic(
            "undo_import",
            translate("Help", "Membatalkan impor"),
            (
                translate(
                    "Help",
                    "Tidak ada yang disimpan sebelum Anda menekan Impor. Sesudahnya, setiap impor dapat dibatalkan sebagai satu kesatuan: "
                    "tekan Ctrl+Z, atau pilih Batalkan di “Impor sebelumnya”. Yang dibatalkan dapat dikembalikan.",
                ),
                translate(
                    "Help",
                    "Bila dua sumber berbeda, keduanya disimpan berdampingan dan ditunjukkan. Program ini tidak memilih diam-diam.",
                ),
            ),
            translate("Help", "Dasar: cara kerja program ini."),
        ),
    )
