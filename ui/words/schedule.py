"""When the next check by itself comes, and why then: one sentence for every reason the schedule knows."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from core.schedule import Kind, Plan, Why
from core.settings import Interval
from ui.words import formats

translate = QCoreApplication.translate


def next_run(plan: Plan, now: dt.datetime | None = None, *, person_asked: bool = False) -> str:
    """The sentence; a reminder, where only the person can check, is named with its day, and said to be due once that is over.
    person_asked: the portal wanted its person at the last check; what it wants is no other PIN."""
    if plan.kind is Kind.REMIND:
        return f"{_reason(plan.why)} {_reminder(plan, now)}"
    if plan.why is Why.STOPPED and person_asked:
        return translate("schedule", "menunggu Anda. Setelah Anda masuk dan saldo terbaca sekali, jadwal berjalan lagi.")
    if plan.at is None:
        return _reason(plan.why)
    return _reason(plan.why).format(when=formats.moment(plan.at))


def interval_name(interval: Interval) -> str:
    """How often, as the settings name it."""
    match interval:
        case "monthly":
            return translate("schedule", "Setiap bulan")
        case "weekly":
            return translate("schedule", "Setiap minggu")
        case "daily":
            return translate("schedule", "Setiap hari")
        case "never":
            return translate("schedule", "Tidak pernah")


def _reminder(plan: Plan, now: dt.datetime | None) -> str:
    if plan.at is None:
        return ""
    day = formats.long_date(formats.local(plan.at).date())
    if now is not None and formats.local(plan.at).date() < formats.local(now).date():
        return translate("schedule", "Sudah waktunya memeriksa sendiri, sejak {day}.").format(day=day)
    return translate("schedule", "Hari pengingat: {day}.").format(day=day)


def _reason(why: Why) -> str:
    match why:
        case Why.REGULAR:
            return translate("schedule", "{when}, menurut jadwal.")
        case Why.MADE_UP:
            return translate("schedule", "{when}, karena komputer mati atau tidur pada waktunya.")
        case Why.BACK_OFF:
            return translate("schedule", "{when}, karena pemeriksaan terakhir terhalang.")
        case Why.UNANSWERED:
            return translate("schedule", "{when}, sekali lagi, karena pemeriksaan terakhir tidak selesai.")
        case Why.FIRST:
            return translate("schedule", "segera, karena akun ini belum pernah diperiksa.")
        case Why.RESTING:
            return translate("schedule", "{when}, enam jam setelah pemeriksaan otomatis yang terakhir.")
        case Why.RUNNING:
            return translate("schedule", "{when}, setelah pemeriksaan yang mungkin masih berjalan.")
        case Why.WAKING:
            return translate("schedule", "{when}, setelah jaringan sempat tersambung.")
        case Why.QUIET:
            return translate("schedule", "{when}, setelah jam tenang.")
        case Why.BATTERY:
            return translate("schedule", "segera setelah komputer tersambung ke listrik, paling lambat {when}.")
        case Why.METERED:
            return translate("schedule", "segera setelah ada jaringan tanpa kuota, paling lambat {when}.")
        case Why.OFFLINE:
            return translate("schedule", "segera setelah komputer tersambung ke jaringan, paling lambat {when}.")
        case Why.NO_PORTAL:
            return translate("schedule", "tidak ada, karena akun ini dibuat dari berkas, tanpa portal.")
        case Why.NEVER:
            return translate("schedule", "tidak ada; program hanya memeriksa saat Anda menekan Periksa sekarang.")
        case Why.PAUSED:
            return translate("schedule", "tidak ada, karena pemeriksaan berkala akun ini sedang dijeda.")
        case Why.NOT_REMEMBERED:
            return translate("schedule", "tidak ada, karena PIN tidak disimpan; hanya Anda yang dapat memulai pemeriksaan.")
        case Why.PERSON_ROAD:
            return translate("schedule", "tidak ada, karena portal ini meminta Anda sendiri setiap kali masuk.")
        case Why.STOPPED:
            return translate(
                "schedule", "dihentikan agar akun tidak terkunci. Masukkan PIN dan periksa sekali, lalu jadwal berjalan lagi."
            )
