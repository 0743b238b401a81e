"""The words of each failure, one place for all of them: title, what happened, what to do, the portal's own sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.errors import Need, Status, VaultReason
from core.models import Attempt
from ui.state import AccountView
from ui.words import formats
from ui.words.failure_bodies import CANCELLED, body
from ui.words.messages import Button, Deed, Message, Tone

translate = QCoreApplication.translate
SAY_IT_THEMSELVES = (
    "page_too_big",
    "taught_gone",
    "taught_moved",
    "taught_two",
    "taught_no_jht",
    "taught_others",
    "taught_weaker",
)

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
    said = " ".join(filter(None, [body(attempt), _way_on(attempt, view), _kept(view), _again(view)]))
    return Message(
        tone="info" if attempt.reason == CANCELLED else TONES.get(attempt.status, "bad"),
        title=title(attempt.status, attempt.need, attempt.reason),
        body=said,
        quote=attempt.portal_words,
        buttons=_buttons(attempt, view),
    )


def title(status: Status | None, need: Need | None = None, reason: str | None = None) -> str:
    """What happened, in a few words."""
    if reason == CANCELLED:
        return translate("failures", "Dibatalkan")
    match status:
        case None:
            return translate("failures", "Pemeriksaan terakhir tidak selesai")
        case Status.CREDENTIALS_REJECTED:
            return translate("failures", "PIN ditolak portal")
        case Status.ACCOUNT_LOCKED:
            return translate("failures", "Akun dikunci oleh portal")
        case Status.HUMAN_NEEDED if reason == "kept_session_over":
            return translate("failures", "Sesi portal yang disimpan sudah berakhir")
        case Status.HUMAN_NEEDED:
            return _need_title(need)
        case Status.SESSION_EXPIRED:
            return translate("failures", "Sesi di portal berakhir lebih dulu")
        case Status.MAINTENANCE:
            return translate("failures", "Portal sedang pemeliharaan")
        case Status.NETWORK if reason == "certificate":
            return translate("failures", "Sambungan ke portal tidak aman")
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


def _way_on(attempt: Attempt, view: AccountView) -> str:
    """What can be done about a page that was not understood: its page is at hand until the program ends."""
    if attempt.status is not Status.PAGE_NOT_UNDERSTOOD or attempt.reason in SAY_IT_THEMSELVES:
        return ""
    if view.unread:
        return translate("failures", "Tunjukkan angkanya, atau simpan laporan aman untuk pembuat program ini.")
    return translate("failures", "Coba sekali lagi, lalu tunjukkan angkanya; atau impor lembar RSJHT.")


def _kept(view: AccountView) -> str:
    """That the old figure still stands, with its date."""
    if view.latest is None:
        return ""
    day = formats.long_date(formats.reading_day(view.latest))
    return translate("failures", "Angka terakhir ({day}) tetap tersimpan.").format(day=day)


def _again(view: AccountView) -> str:
    """When the schedule tries again by itself, if it does."""
    attempt = view.last_attempt
    soon = attempt is not None and attempt.status in (Status.NETWORK, Status.MAINTENANCE)
    if not soon or view.next_check is None or view.stopped:
        return ""
    return translate("failures", "Dicoba lagi otomatis {when}.").format(when=formats.moment(view.next_check))


def _buttons(attempt: Attempt, view: AccountView) -> tuple[Button, ...]:
    oneself = Button(translate("failures", "Masuk di jendela portal"), Deed.PORTAL)
    again = (
        oneself if view.in_browser else Button(translate("failures", "Coba lagi"), Deed.CHECK)
    )  # it would open that window, too
    type_pin = Button(translate("failures", "Masukkan PIN lagi"), Deed.SIGN_IN)
    match attempt.status:
        case Status.CREDENTIALS_REJECTED:
            return type_pin, Button(translate("failures", "Bantuan PIN"), Deed.HELP, "pin")
        case Status.ACCOUNT_LOCKED:
            return Button(translate("failures", "Cara membuka akun"), Deed.HELP, "locked"), type_pin
        case Status.HUMAN_NEEDED:
            tries = () if view.in_browser else (again,)
            return oneself, *tries, Button(translate("failures", "Bantuan"), Deed.HELP, "person")
        case Status.NO_BALANCE:
            return Button(translate("failures", "Mengapa kosong?"), Deed.HELP, "empty"), again
        case Status.VAULT_UNAVAILABLE:
            return Button(translate("failures", "Masukkan PIN"), Deed.SIGN_IN), again
        case Status.BLOCKED:
            return (Button(translate("failures", "Bantuan"), Deed.HELP, "safety"),)
        case Status.PAGE_NOT_UNDERSTOOD if view.unread:
            report = Button(translate("failures", "Laporan aman…"), Deed.REPORT)
            return Button(translate("failures", "Tunjukkan angkanya…"), Deed.TEACH), report, again
        case Status.PAGE_NOT_UNDERSTOOD:
            return again, Button(translate("failures", "Buka Impor"), Deed.IMPORT)
    return (again,)
