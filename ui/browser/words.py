"""Every sentence of the portal's window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.money import format_rupiah
from core.outcome import Outcome
from ui.browser.filling import What
from ui.browser.reading import Said
from ui.words.plurals import Plural

Next = tuple[str, str, str]  # tone, title, body


class Words(QObject):
    """The texts, in the language on the screen."""

    def title(self) -> str:
        return self.tr("Saldo JHT - portal")

    def note(self) -> str:
        return self.tr("Catatan")

    def fill(self, what: What) -> str:
        match what:
            case What.USER:
                return self.tr("Isi nama pengguna")
            case What.LOGIN:
                return self.tr("Isi kata sandi")
            case What.PIN:
                return self.tr("Isi PIN")

    def cancel(self) -> str:
        return self.tr("Batal")

    def load_again(self) -> str:
        return self.tr("Muat lagi")

    def open_outside(self) -> str:
        return self.tr("Buka di peramban")

    def portal_says(self, words: str) -> str:
        return self.tr("Kata portal: “{words}”").format(words=words)

    # what to do next

    def loading(self) -> Next:
        return "info", self.tr("Membuka portal"), self.tr("Tunggu sampai halamannya tampil.")

    def next_step(self, said: Said, *, found: bool) -> Next:
        """What to do on the page that was just read."""
        match said.kind:
            case "login":
                return self._login(said)
            case "gate":
                if said.status is not None:
                    return "warn", self.tr("PIN ditolak portal"), self.tr("Periksa PIN Anda, lalu ketik sendiri sekali lagi.")
                return "info", self.tr("Portal meminta PIN"), self.tr("Isi PIN, lalu tekan tombolnya di halaman.")
            case "demand":
                return self._demand(said)
            case "standstill":
                if said.status == "session_expired":
                    return "warn", self.tr("Sesi di portal berakhir"), self.tr("Masuk sekali lagi untuk melanjutkan.")
                return "warn", self.tr("Portal sedang tidak melayani"), self.tr("Coba lagi nanti.")
            case "balance" if said.outcome.total is not None and said.ever_moved:
                body = self.tr("Angka ini tadi bergerak. Tekan Simpan hanya bila halaman menampilkannya sebagai angka akhir.")
                return "warn", self.tr("Apakah ini angka akhirnya?"), body
            case "balance" if said.outcome.total is not None:
                body = self.tr("Cocokkan dengan halaman, lalu tekan Simpan.")
                return "good", self.tr("Saldo terbaca"), body
            case "balance" | "list":
                return self._incomplete(said)
        if found:
            return (
                "good",
                self.tr("Saldo terbaca"),
                self.tr("Tekan Simpan, atau buka halaman lain untuk melengkapinya."),
            )
        if said.outcome.reason not in (None, "no_balance_page", "figure_not_found", "worker_crashed"):
            body = self.tr("Bila angkanya tampak di halaman, program ini tidak dapat membuktikannya, jadi tidak menampilkannya.")
            return "info", self.tr("Buka halaman saldo JHT"), body
        return "info", self.tr("Buka halaman saldo JHT"), self.tr("Cari “Lihat Saldo JHT” atau “Cek Saldo” di menu portal.")

    def _login(self, said: Said) -> Next:
        match said.status:
            case "credentials_rejected":
                body = self.tr("Periksa nama pengguna dan kata sandi Anda. Beberapa kali salah dapat mengunci akun.")
                return "warn", self.tr("Portal menolak"), body
            case "account_locked":
                return "bad", self.tr("Akun dikunci oleh portal"), self.tr("Hubungi 175 atau kantor cabang untuk membukanya.")
            case "session_expired":
                return "warn", self.tr("Sesi di portal berakhir"), self.tr("Masuk sekali lagi untuk melanjutkan.")
            case "maintenance":
                return "warn", self.tr("Portal sedang tidak melayani"), self.tr("Coba lagi nanti.")
            case "human_needed" if said.need == "captcha" and said.words:
                body = self.tr("Centang kotaknya sendiri, lalu tekan tombol masuk di halaman.")
                return "warn", self.tr("“Saya bukan robot” belum dicentang"), body
        return self.sign_in()

    def sign_in(self) -> Next:
        """On a log-in that says nothing."""
        body = self.tr(
            "Isi atau ketik data Anda, centang “Saya bukan robot”, lalu tekan tombol masuk di halaman. Program ini tidak menekannya."
        )
        return "info", self.tr("Masuk, lalu buka Lihat Saldo JHT"), body

    def _demand(self, said: Said) -> Next:
        match said.need:
            case "otp":
                body = self.tr("Ketik kode dari SMS atau e-mail di halaman. Jangan berikan kepada siapa pun.")
                return "info", self.tr("Portal meminta kode sekali pakai"), body
            case "other_session":
                body = self.tr("Bacalah pertanyaannya di halaman dan jawab sendiri.")
                return "info", self.tr("Akun Anda masih terbuka di tempat lain"), body
            case "password_change":
                return (
                    "info",
                    self.tr("Portal meminta kata sandi baru"),
                    self.tr("Hanya Anda yang menentukannya, di halaman ini."),
                )
            case "data_update":
                return (
                    "info",
                    self.tr("Portal meminta pengkinian data"),
                    self.tr("Isi sendiri di halaman, atau lewat aplikasi JMO."),
                )
        return "info", self.tr("Portal meminta Anda sendiri"), self.tr("Bacalah halamannya dan jawab sendiri.")

    def _incomplete(self, said: Said) -> Next:
        if said.outcome.status.value == "no_balance":
            body = self.tr("Ini bukan saldo nol: biasanya kartu (KPJ) belum ditautkan ke akun.")
            return "info", self.tr("Portal tidak menampilkan saldo"), body
        if said.kind == "list" or said.outcome.reason in ("cards_incomplete", "no_balance_page"):
            return "info", self.tr("Buka setiap kartu"), self.tr("Saldo setiap kartu dikumpulkan selagi Anda membukanya.")
        body = self.tr("Angkanya tidak dapat dibaca dengan pasti, jadi tidak ditampilkan. Program ini tidak menebak.")
        return "warn", self.tr("Saldo di halaman ini belum terbaca"), body

    def moving(self) -> Next:
        body = self.tr("Program menunggu sepuluh detik sampai angkanya tidak berubah lagi.")
        return "info", self.tr("Angka di halaman ini bergerak"), body

    def stored(self, *, stays: bool) -> Next:
        if stays:
            return "good", self.tr("Saldo tersimpan"), self.tr("Tutup jendela ini. Sesi portal tetap tersimpan, terenkripsi.")
        return (
            "good",
            self.tr("Saldo tersimpan"),
            self.tr("Keluarlah dari portal dengan tombolnya di halaman, lalu tutup jendela ini."),
        )

    def leaving(self) -> tuple[str, str, str]:
        """Title, what is lost, and the yes."""
        body = self.tr("Yang sudah Anda isi di halaman ini belum dikirim, dan hilang bila halaman ini ditinggalkan.")
        return self.tr("Tinggalkan halaman ini?"), body, self.tr("Tinggalkan")

    # what went wrong

    def hanging(self) -> Next:
        return (
            "warn",
            self.tr("Halaman ini tidak menjawab"),
            self.tr("Program ini tetap berjalan. Muat lagi, atau tutup jendela ini."),
        )

    def broken(self) -> Next:
        body = self.tr(
            "Tidak ada yang hilang. Muat lagi, atau buka portal di peramban dan simpan halaman saldonya untuk diimpor."
        )
        return "bad", self.tr("Halaman portal berhenti"), body

    def failed(self) -> Next:
        body = self.tr("Periksa sambungan internet Anda, lalu muat lagi.")
        return "warn", self.tr("Portal tidak dapat dihubungi"), body

    def insecure(self, host: str) -> Next:
        body = self.tr("Sertifikat keamanan {host} tidak sah, jadi halaman itu tidak dibuka. Coba dari jaringan lain.").format(
            host=host
        )
        return "bad", self.tr("Sambungan tidak aman"), body

    def large(self) -> Next:
        body = self.tr("Tidak ada halaman saldo sebesar ini. Buka halaman lain.")
        return "warn", self.tr("Halaman ini terlalu besar untuk dibaca"), body

    # remarks

    def filled(self, what: What, answer: str) -> str:
        match answer:
            case "filled" if what is What.USER:
                return self.tr("Nama pengguna diisikan. Periksa, lalu lanjutkan sendiri.")
            case "filled":
                return self.tr("Diisikan. Tekan tombol masuk di halaman sendiri.")
            case "foreign":
                return self.tr("Tidak diisikan: formulir ini mengirim isinya ke luar portal.")
            case "in_address":
                return self.tr("Tidak diisikan: formulir ini menaruh isinya di alamat, yang tidak aman.")
            case "not_here" | "moved":
                return self.tr("Tidak diisikan: ini bukan halaman masuk portal.")
            case "several" | "no_field" | "framed":
                return self.tr("Tidak diisikan: tidak ada satu tempat yang jelas untuk itu di halaman ini.")
            case "vault_empty":
                return self.tr("Tidak ada yang tersimpan untuk akun ini di brankas sandi. Ketik sendiri di halaman.")
            case "vault_locked":
                return self.tr("Brankas sandi masih terkunci. Buka kuncinya, atau ketik sendiri di halaman.")
        return self.tr("Brankas sandi tidak dapat dipakai sekarang. Ketik sendiri di halaman.")

    def stopped(self, host: str) -> str:
        return self.tr("Halaman ingin membuka {host}. Itu di luar portal, jadi tidak dibuka.").format(host=host or "?")

    def page_says(self, text: str) -> str:
        return self.tr("Halaman berkata: “{text}”").format(text=text)

    def page_asks(self) -> str:
        return self.tr("Halaman portal bertanya")

    def download_refused(self, name: str) -> str:
        return self.tr("Unduhan {name} tidak diambil: hanya lembar saldo (PDF) dari portal.").format(name=name or "?")

    def importing(self) -> str:
        return self.tr("Lembar dari portal sedang dibaca …")

    def imported(self, status: str, message: str) -> str:
        if status == "password_needed":
            return self.tr("Lembar itu terkunci dengan kata sandi. Unduh lewat peramban, lalu buka di halaman Impor.")
        return (
            self.tr("Lembar dari portal: {message}").format(message=message)
            if message
            else self.tr("Lembar dari portal tidak terbaca.")
        )

    def foot(self, also: tuple[str, ...], *, stays: bool) -> str:
        if stays:
            base = self.tr("Riwayat dan isian hilang saat jendela ini ditutup; cookie portal tetap tersimpan, terenkripsi.")
        else:
            base = self.tr("Cookie, riwayat, dan isian hilang saat jendela ini ditutup.")
        if not also:
            return base
        return base + " " + self.tr("Halaman portal juga memuat bagian dari: {hosts}.").format(hosts=", ".join(also))

    def blocked(self, hosts: tuple[str, ...]) -> str:
        return self.tr("Tidak dimuat dari luar portal: {hosts}.").format(hosts=", ".join(hosts))

    # the figure

    def read(self) -> str:
        return self.tr("Terbaca")

    def of_cards(self, outcome: Outcome) -> str:
        return self.tr("dari {cards}").format(cards=Plural().cards(len(outcome.cards)))

    def amount(self, sen: int, *, masked: bool) -> str:
        return format_rupiah(sen, masked=masked)

    def save(self) -> str:
        return self.tr("Simpan")

    def save_question(self) -> str:
        return self.tr("Cocokkan dengan angka di halaman. Simpan ke riwayat akun {name}?")

    def final_question(self) -> str:
        return self.tr("Angka ini tadi bergerak di halaman. Apakah ini angka akhirnya? Simpan ke riwayat akun {name}?")

    def saved(self) -> str:
        return self.tr("Tersimpan dengan buktinya. Anda dapat keluar dari portal dan menutup jendela ini.")

    def not_saved(self) -> str:
        return self.tr("Belum tersimpan: {why}")

    def new_cards(self) -> str:
        return self.tr("Kartu ini belum pernah terlihat pada akun {name}. Pastikan Anda masuk dengan akun yang benar.")

    def others_cards(self) -> str:
        return self.tr("Kartu ini tercatat pada akun {other}. Angka ini tidak disimpan ke akun {name}.")

    def close(self) -> str:
        return self.tr("Tutup jendela")
