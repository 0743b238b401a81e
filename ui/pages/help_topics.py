"""What the help says. Facts only, each topic with what it rests on and how sure that is; it works without a network.

The facts come from public regulations, the press and official pages as quoted there; none was checked inside the portal itself.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.pages.help_statements import statement_topics
from ui.pages.help_topic import Topic

translate = QCoreApplication.translate


def topics() -> tuple[Topic, ...]:
    """All topics in their order."""
    return (*_account_topics(), *_balance_topics(), *statement_topics(), *_safety_topics())


def _account_topics() -> tuple[Topic, ...]:
    return (
        Topic(
            "register",
            translate("Help", "Belum punya akun portal"),
            (
                translate(
                    "Help",
                    "Siapkan kartu peserta (KPJ, 11 angka), KTP, nomor ponsel, dan e-mail yang masih aktif. Satu nomor dan satu e-mail "
                    "berlaku untuk satu akun.",
                ),
                translate(
                    "Help",
                    "Di aplikasi JMO: pilih Buat Akun, jenis kepesertaan (PU, BPU, atau PMI), lalu isi NIK, nama, KPJ, dan tanggal lahir. "
                    "Kode akan dikirim ke e-mail dan ponsel. Di portal, tautannya bernama Buat Akun atau Registrasi.",
                ),
            ),
            translate("Help", "Dasar: panduan media 2020–2024. Urutan layar dapat berbeda hari ini."),
        ),
        Topic(
            "pin",
            translate("Help", "PIN: dari mana, dan bila lupa"),
            (
                translate(
                    "Help",
                    "PIN dikirim lewat e-mail dan SMS sesudah pendaftaran di portal berhasil. Cari e-mail pendaftaran itu dahulu, juga "
                    "di folder spam. Akun BPJSTKU atau JMO masuk dengan e-mail dan kata sandinya.",
                ),
                translate(
                    "Help",
                    "Lupa kata sandi: di JMO pilih Lupa Kata Sandi, isi e-mail dan KPJ, lalu masukkan kode yang dikirim. Lupa e-mail "
                    "akun: pilih Lupa Akun, isi KPJ dan NIK, lalu pilih kode lewat ponsel atau e-mail.",
                ),
                translate(
                    "Help",
                    "Cara memulihkan PIN portal yang lama tidak kami temukan di sumber mana pun; tanyakan ke 175. Jangan menebak: "
                    "beberapa kali salah dapat mengunci akun. Program ini hanya mengirim PIN satu kali setiap Anda menekan tombol.",
                ),
            ),
            translate(
                "Help", "Dasar: laman resmi yang dikutip media (November 2025); PIN lewat e-mail dan SMS: media 2020–2021."
            ),
        ),
        Topic(
            "contact",
            translate("Help", "Nomor ponsel dan e-mail lama sudah tidak ada"),
            (
                translate(
                    "Help",
                    "Bila salah satunya masih ada, kode dapat dikirim ke yang masih ada itu. Bila keduanya hilang, datanglah ke kantor "
                    "cabang dengan KTP dan kartu peserta untuk menggantinya.",
                ),
                translate(
                    "Help", "Tidak ada jalan lain yang resmi. Jangan membayar orang yang menawarkan “buka akun” lewat pesan."
                ),
            ),
            translate("Help", "Dasar: panduan media; sebaiknya pastikan berkas yang dibawa lewat 175."),
        ),
        Topic(
            "locked",
            translate("Help", "Akun terkunci"),
            (
                translate(
                    "Help",
                    "Berapa kali salah sampai akun terkunci tidak diumumkan. Karena itu program ini berhenti setelah satu penolakan dan "
                    "pemeriksaan berkala tidak berjalan sampai Anda berhasil masuk sekali.",
                ),
                translate("Help", "Untuk membukanya, hubungi 175 atau kantor cabang dengan KTP dan kartu peserta."),
            ),
            translate("Help", "Dasar: tidak ada sumber resmi tentang batas salah; 175 dan kantor cabang adalah saluran resmi."),
        ),
        Topic(
            "person",
            translate("Help", "Portal meminta “Saya bukan robot” atau hal lain dari Anda"),
            (
                translate(
                    "Help",
                    "Sejak sekitar 2022 halaman masuk portal SSO memakai kotak “Saya bukan robot”. Hanya orang yang boleh menjawabnya. "
                    "Tekan Masuk di jendela portal: portal dibuka di jendela program ini, Anda masuk sendiri, lalu buka Lihat Saldo JHT. "
                    "Saldo dibaca dari halaman itu dan disimpan bila Anda menekan Simpan.",
                ),
                translate(
                    "Help",
                    "Jendela itu hanya membuka portal. Nama pengguna dan kata sandi yang Anda simpan diisikan saat Anda menekan "
                    "tombolnya, dan hanya Anda yang mengirimnya. Cookie dan riwayatnya hilang saat jendela ditutup.",
                ),
                translate(
                    "Help",
                    "Bila jendela itu tidak dapat dibuka, portal dibuka di peramban Anda: simpan halaman saldonya (Ctrl+S) dan jatuhkan "
                    "ke jendela program ini. Saldo juga dapat dilihat di JMO: Jaminan Hari Tua > Cek Saldo > pilih kartu.",
                ),
            ),
            translate(
                "Help", "Dasar: beberapa media 2022–2024. Apakah portal SSO masih melayani pekerja pada 2026 belum diketahui."
            ),
        ),
    )


def _balance_topics() -> tuple[Topic, ...]:
    return (
        Topic(
            "empty",
            translate("Help", "Saldo kosong atau tidak terlihat"),
            (
                translate(
                    "Help",
                    "Tidak terlihat tidak sama dengan nol. Paling sering: kartu (KPJ) belum ditautkan ke akun setelah pindah kerja. Di "
                    "JMO: Profil Saya > Ubah Profil > Tambah Kartu Peserta, lalu isi 11 angka KPJ.",
                ),
                translate(
                    "Help",
                    "Sebab lain: klaim sedang diproses, klaim sudah dibayar (saldo menjadi nol), pendaftaran masih baru, atau "
                    "portal sedang dirawat. Bila Anda tidak pernah mengajukan klaim, hubungi 175.",
                ),
            ),
            translate("Help", "Dasar: beberapa media 2023–2025."),
        ),
        Topic(
            "cards",
            translate("Help", "Punya beberapa kartu"),
            (
                translate(
                    "Help",
                    "Setiap pindah kerja Anda mungkin mendapat KPJ baru. Saldo dicatat untuk setiap kartu; program ini menampilkan "
                    "semuanya, dan jumlahnya harus cocok sebelum ditampilkan.",
                ),
                translate(
                    "Help",
                    "Di tempat kerja baru, berikan KPJ lama agar tidak dibuatkan yang baru. Beberapa kartu dapat digabung "
                    "(amalgamasi); tanyakan syaratnya ke 175 atau kantor cabang.",
                ),
            ),
            translate(
                "Help",
                "Dasar: saldo per kartu dari beberapa sumber; syarat penggabungan berbeda-beda di media, jadi tidak kami tulis.",
            ),
        ),
        Topic(
            "when",
            translate("Help", "Kapan iuran terlihat di saldo"),
            (
                translate(
                    "Help",
                    "Pemberi kerja menyetor iuran suatu bulan paling lambat tanggal 15 bulan berikutnya. Sesudah itu masih perlu waktu "
                    "sampai tercatat, jadi bulan terakhir wajar bila belum terlihat.",
                ),
                translate(
                    "Help",
                    "Bila iuran beberapa bulan belum terlihat, tanyakan ke HRD dan simpan slip gaji Anda. Denda keterlambatan menjadi "
                    "tanggungan pemberi kerja, bukan Anda.",
                ),
            ),
            translate(
                "Help",
                "Dasar: peraturan program jaminan sosial (tanggal 15, denda pemberi kerja): pasti. Lama pencatatan: tidak diumumkan.",
            ),
        ),
        Topic(
            "claim",
            translate("Help", "Di mana klaim dilakukan"),
            (
                translate(
                    "Help",
                    "Program ini tidak mengajukan klaim. Ada tiga jalan resmi: aplikasi JMO (untuk saldo sampai Rp 15 juta), Lapak Asik "
                    "(lapakasik.bpjsketenagakerjaan.go.id), dan kantor cabang.",
                ),
            ),
            translate(
                "Help",
                "Dasar: batas Rp 15 juta di JMO berlaku sejak Mei 2025 (media, terakhir dicek Januari 2026); batasnya dapat berubah.",
            ),
        ),
    )


def _safety_topics() -> tuple[Topic, ...]:
    return (
        Topic(
            "safety",
            translate("Help", "Jangan berikan NIK, KPJ, PIN, atau kode OTP"),
            (
                translate(
                    "Help",
                    "Ada yang menjual jasa “cek saldo” dan “buka blokir” lewat pesan. Dengan NIK, KPJ, dan kode OTP, saldo Anda dapat "
                    "diklaim orang lain. Jangan berikan kepada siapa pun, juga yang mengaku petugas.",
                ),
                translate(
                    "Help",
                    "Program ini mengirim PIN hanya ke alamat portal itu sendiri, dengan sambungan terenkripsi. Bila portal mengarahkan "
                    "ke alamat lain, program berhenti dan memberi tahu Anda.",
                ),
            ),
            translate("Help", "Dasar: pemberitaan pencurian saldo JHT (2025) dan iklan jasa semacam itu."),
        ),
        Topic(
            "call",
            translate("Help", "Siapa yang dapat dihubungi"),
            (
                translate(
                    "Help",
                    "Layanan resmi BPJS Ketenagakerjaan: telepon 175, kantor cabang, aplikasi JMO, dan situs "
                    "www.bpjsketenagakerjaan.go.id.",
                ),
                translate("Help", "Program ini bukan aplikasi resmi; 175 tidak dapat membantu soal program ini."),
            ),
            translate("Help", "Dasar: situs resmi, banyak sumber: pasti."),
        ),
    )
