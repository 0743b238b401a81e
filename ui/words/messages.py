"""Every outcome of a check in words for people: what happened, and what they can do. No code of ours stands in a title."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.errors import Status
from core.models import Attempt, Segment, Source, Step
from ui.state import AccountView

translate = QCoreApplication.translate

Tone = Literal["info", "warn", "bad"]


class Deed(Enum):
    """What a button of a message does."""

    CHECK = "check"
    SIGN_IN = "sign_in"
    HELP = "help"
    SETTINGS = "settings"
    TEACH = "teach"  # point at the figure of the page that was not understood
    REPORT = "report"  # make a safe report of that page
    IMPORT = "import"  # open the page that takes files in
    PORTAL = "portal"  # sign in oneself, in the portal's window


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a message: its words, what it does, and for HELP the topic to open."""

    text: str
    deed: Deed
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A banner: `quote` is the portal's own sentence, shown in quotation marks as plain text."""

    tone: Tone
    title: str
    body: str
    quote: str | None = None
    buttons: tuple[Button, ...] = ()


class Standing(Enum):
    """What stands where the figure belongs; five of them look alike on a careless page and mean different things."""

    FIGURE = "figure"
    ZERO = "zero"
    CLAIMED = "claimed"  # zero, and it was positive before
    NOT_SHOWN = "not_shown"  # the portal says there is nothing to show
    UNREAD = "unread"  # the page could not be read with proof
    PARTS = "parts"  # balances of single cards, on different days: no total can be said
    NEVER = "never"


def standing(view: AccountView) -> Standing:
    """Which of them holds for an account now. A later failure never takes away a figure that was read."""
    if view.latest is not None:
        if view.latest.balance.total > 0:
            return Standing.FIGURE
        was_positive = any(reading.balance.total > 0 for reading in view.history[:-1])
        return Standing.CLAIMED if was_positive else Standing.ZERO
    status = view.last_attempt.status if view.last_attempt else None
    if status is Status.NO_BALANCE:
        return Standing.NOT_SHOWN
    if status is Status.PAGE_NOT_UNDERSTOOD:
        return Standing.UNREAD
    return Standing.PARTS if view.parts else Standing.NEVER


def standing_sentence(which: Standing) -> str:
    """The sentence under (or instead of) the figure; empty where the figure speaks for itself."""
    match which:
        case Standing.ZERO:
            return translate(
                "messages",
                "Portal menunjukkan saldo nol. Itu wajar bila iuran pertama belum tercatat; bila Anda sudah lama bekerja, "
                "tanyakan ke bagian HRD atau 175.",
            )
        case Standing.CLAIMED:
            return translate(
                "messages",
                "Saldo menjadi nol setelah sebelumnya ada isinya. Itu wajar bila klaim Anda sudah dibayarkan; bila Anda tidak "
                "mengajukan klaim, segera hubungi 175.",
            )
        case Standing.NOT_SHOWN:
            return translate(
                "messages",
                "Portal tidak menampilkan saldo untuk akun ini. Ini bukan saldo nol: biasanya kartu (KPJ) belum ditautkan ke akun, "
                "atau klaim sedang diproses.",
            )
        case Standing.UNREAD:
            return translate(
                "messages",
                "Halaman portal terbuka, tetapi angkanya tidak dapat dibaca dengan pasti. Program ini tidak menebak.",
            )
        case Standing.PARTS:
            return translate(
                "messages",
                "Yang diketahui baru saldo kartu satu per satu, dari hari yang berbeda. Totalnya disebut bila semua kartu punya "
                "angka pada hari yang sama, atau setelah saldo diperiksa.",
            )
        case Standing.NEVER:
            return translate("messages", "Belum pernah diperiksa. Tekan Periksa sekarang untuk melihat saldo.")
        case Standing.FIGURE:
            return ""


def step_name(step: Step) -> str:
    """The name of a step while checking."""
    match step:
        case Step.CONTACTING:
            return translate("messages", "Menghubungi portal")
        case Step.SIGNING_IN:
            return translate("messages", "Masuk")
        case Step.OPENING_BALANCE:
            return translate("messages", "Membuka saldo")
        case Step.READING:
            return translate("messages", "Membaca")
        case Step.STORING:
            return translate("messages", "Menyimpan")


def source_name(source: Source) -> str:
    """Where a figure came from."""
    match source:
        case Source.PORTAL:
            return translate("messages", "dari portal")
        case Source.BROWSER:
            return translate("messages", "dari jendela portal")
        case Source.STATEMENT:
            return translate("messages", "dari berkas RSJHT")
        case Source.SAVED_PAGE:
            return translate("messages", "dari halaman yang disimpan")
        case Source.SMS:
            return translate("messages", "dari SMS")
        case Source.TYPED:
            return translate("messages", "diketik sendiri")


def segment_name(segment: Segment) -> str:
    """A segment's name with its meaning."""
    match segment:
        case Segment.PU:
            return translate("messages", "Penerima Upah (PU)")
        case Segment.BPU:
            return translate("messages", "Bukan Penerima Upah (BPU)")
        case Segment.PMI:
            return translate("messages", "Pekerja Migran (PMI)")


def failure(view: AccountView) -> Message | None:
    """The banner for the last check of an account; None if it went well or there was none."""
    attempt = view.last_attempt
    if attempt is None or attempt.status is Status.OK:
        return None
    from ui.words.failures import worded

    return worded(attempt, view)


MENDABLE = frozenset(
    {"ledger_broken", "ledger_changed", "ledger_key_wrong"}
)  # by a backup or a rescue; the others by the person's own hands


def ledger_problem(code: str) -> Message:
    """The banner for a ledger that cannot be read or written; `code` is its reason code."""
    from ui.words.failure_bodies import own_body

    return Message("bad", translate("messages", "Catatan tidak dapat dipakai"), own_body(code))


def not_kept() -> Message:
    """The notice that a PIN could not be remembered although the person wanted it."""
    body = translate(
        "messages", "Saldo terbaca, tetapi brankas sandi tidak dapat menyimpan PIN. Lain kali PIN akan ditanyakan lagi."
    )
    return Message("info", translate("messages", "PIN tidak tersimpan"), body)


def attempt_title(attempt: Attempt) -> str:
    """The short title of how a check ended, for a list or the tray."""
    if attempt.status is Status.OK:
        return translate("messages", "Saldo terbaca")
    from ui.words.failures import title

    return title(attempt.status, attempt.need)


def next_check(view: AccountView, now: dt.datetime | None = None) -> str:
    """When the next check by itself comes, and why then: one sentence."""
    from ui.words.schedule import next_run

    last = view.last_attempt
    asked = last is not None and last.status is Status.HUMAN_NEEDED
    return next_run(view.plan, now, person_asked=asked) if view.plan is not None else ""
