"""The words of the log-in form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.errors import VaultReason
from ui.accounts import identity
from ui.accounts.identity import Flaw
from ui.words.plurals import Plural

translate = QCoreApplication.translate


class Words:
    """Each text of the form, in the language on the screen."""

    def title_new(self) -> str:
        return translate("SignIn", "Masuk ke portal")

    def title_again(self) -> str:
        return translate("SignIn", "Masukkan PIN lagi")

    def under_title(self, demo: bool) -> str:
        if demo:
            return translate(
                "SignIn", "Portal simulasi di komputer ini, dengan orang-orang rekaan. Tidak ada yang dikirim ke internet."
            )
        return translate(
            "SignIn", "Yang Anda ketik hanya dikirim ke alamat portal itu sendiri, satu kali setiap Anda menekan Masuk."
        )

    def sample_label(self) -> str:
        return translate("SignIn", "Akun contoh")

    def sample_choose(self) -> str:
        return translate("SignIn", "Pilih seseorang…")

    def sample_hint(self) -> str:
        return translate("SignIn", "Kolom di bawah terisi sendiri; tidak perlu mengetik.")

    def sample_about(self, key: str, about: str) -> str:
        """What stands out about a person of the simulator."""
        known = {
            "siti": translate("SignIn", "dua kartu, satu masih aktif"),
            "budi": translate("SignIn", "satu kartu"),
            "wayan": translate("SignIn", "tiga kartu, pernah mengambil 10 %"),
            "rina": translate("SignIn", "saldo nol setelah klaim"),
            "joko": translate("SignIn", "belum ada kartu yang tertaut"),
            "dewi": translate("SignIn", "akun terkunci"),
            "agus": translate("SignIn", "portal meminta pengkinian data"),
            "lina": translate("SignIn", "masih masuk di peramban lain"),
            "eko": translate("SignIn", "kata sandi wajib diganti"),
            "maya": translate("SignIn", "portal meminta kode sekali pakai"),
        }
        return known.get(key, about)

    def portal_label(self) -> str:
        return translate("SignIn", "Portal")

    def guessed(self, note: str) -> str:
        """What is not certain about a portal."""
        return translate("SignIn", "Belum pasti: {note}").format(note=note)

    def user_label(self, kinds: tuple[str, ...]) -> str:
        if kinds == ("nik",):
            return translate("SignIn", "NIK (16 angka di KTP)")
        return translate("SignIn", "NIK atau e-mail") if "nik" in kinds else translate("SignIn", "E-mail")

    def login_label(self) -> str:
        return translate("SignIn", "PIN atau kata sandi portal")

    def login_hint(self, asks_pin: bool) -> str:
        return translate("SignIn", "Yang dipakai untuk masuk.") if asks_pin else ""

    def pin_label(self) -> str:
        return translate("SignIn", "PIN untuk melihat saldo")

    def pin_hint(self) -> str:
        return translate("SignIn", "Biasanya 6 angka; portal menanyakannya sesudah masuk.")

    def show_secret(self) -> str:
        return translate("SignIn", "Tampilkan kata sandi")

    def hide_secret(self) -> str:
        return translate("SignIn", "Sembunyikan kata sandi")

    def show_pin(self) -> str:
        return translate("SignIn", "Tampilkan PIN")

    def hide_pin(self) -> str:
        return translate("SignIn", "Sembunyikan PIN")

    def login_missing(self) -> str:
        return translate("SignIn", "Isi PIN atau kata sandi yang Anda pakai di portal.")

    def pin_missing(self) -> str:
        return translate("SignIn", "Portal ini menanyakan PIN sebelum saldo; isi di sini.")

    def place_label(self) -> str:
        return translate("SignIn", "Di mana PIN disimpan")

    def keep(self, keyring: str | None) -> str:
        """The choice to remember, naming the keyring once it is known."""
        if keyring:
            return translate("SignIn", "Ingat di {keyring}").format(keyring=keyring)
        return translate("SignIn", "Ingat di brankas sandi komputer ini")

    def keep_not(self) -> str:
        return translate("SignIn", "Jangan simpan; tanyakan setiap kali")

    def place_note(self, problem: str | None, *, keep: bool) -> str:
        match problem:
            case VaultReason.MISSING.value:
                return translate("SignIn", "Komputer ini tidak menyediakan brankas sandi, jadi PIN tidak dapat diingat.")
            case VaultReason.LOCKED.value:
                return translate("SignIn", "Brankas sandi sedang terkunci; buka dulu bila PIN ingin diingat.")
            case VaultReason.DENIED.value:
                return translate("SignIn", "Brankas sandi menolak permintaan program ini, jadi PIN tidak dapat diingat.")
            case VaultReason.HANGING.value:
                return translate("SignIn", "Brankas sandi tidak menjawab, jadi PIN tidak dapat diingat sekarang.")
            case VaultReason.INSECURE.value:
                return translate("SignIn", "Penyimpan sandi di komputer ini tidak terkunci, jadi tidak dipakai.")
        if keep:
            return translate(
                "SignIn", "PIN terkunci bersama sandi lain Anda, tidak pernah di berkas program ini. Dapat dilupakan kapan saja."
            )
        return translate("SignIn", "PIN dipakai untuk satu pemeriksaan ini, lalu dilupakan. Pemeriksaan berkala tidak berjalan.")

    def person_title(self) -> str:
        return translate("SignIn", "Portal ini meminta orang, bukan program")

    def person_line(self) -> str:
        """Why a person is needed here, and what happens then."""
        return translate(
            "SignIn",
            "Halaman masuknya meminta tanda “Saya bukan robot”, dan program ini tidak mengakalinya. Portal dibuka di jendela program ini: "
            "Anda masuk sendiri di sana, dan saldo dibaca dari halaman yang Anda buka.",
        )

    def submit_person(self) -> str:
        return translate("SignIn", "Masuk di jendela portal")

    def login_hint_person(self) -> str:
        return translate("SignIn", "Boleh kosong. Bila diingat, diisikan ke halaman portal saat Anda menekan tombolnya.")

    def more_help(self) -> str:
        return translate("SignIn", "Selengkapnya di Bantuan")

    def submit(self) -> str:
        return translate("SignIn", "Masuk")

    def back(self) -> str:
        return translate("SignIn", "Kembali")

    def forgotten(self) -> str:
        return translate("SignIn", "Lupa PIN?")

    def account_name(self, number: int) -> str:
        """A name for an account until its owner gives it another."""
        if number <= 1:
            return translate("SignIn", "Akun saya")
        return translate("SignIn", "Akun {number}").format(number=number)

    def flaw(self, flaw: Flaw, typed: str) -> str:
        """What is wrong with a user name, and what would be right."""
        match flaw:
            case Flaw.EMPTY:
                return translate("SignIn", "Isi NIK atau e-mail yang terdaftar di portal.")
            case Flaw.NIK_LENGTH:
                count = len(identity.cleaned(typed))
                if count < identity.NIK_DIGITS:
                    return Plural().digits_typed(count)
                return translate("SignIn", "NIK terdiri dari 16 angka; yang diketik lebih.")
            case Flaw.NIK_DATE:
                return translate("SignIn", "Tanggal lahir di tengah NIK (angka ke-7 sampai ke-12) tidak mungkin; periksa lagi.")
            case Flaw.NOT_EMAIL:
                return translate("SignIn", "Alamat e-mail belum lengkap, misalnya nama@contoh.co.id.")
            case Flaw.NEITHER:
                return translate("SignIn", "Isi 16 angka NIK, atau alamat e-mail.")
            case Flaw.ONLY_EMAIL:
                return translate("SignIn", "Portal ini masuk dengan e-mail, bukan NIK.")
            case Flaw.ONLY_NIK:
                return translate("SignIn", "Portal ini masuk dengan NIK, bukan e-mail.")
