"""The health of the program in words: for the page, and for copying, where nothing personal is left. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, qVersion

from core.errors import Status
from core.health import Facts
from ui.state import AccountView, State
from ui.words import formats, messages
from ui.words.failure_bodies import own_body

SKEW_MATTERS_S = 60
FREE_MATTERS_BYTES = 100 * 1024 * 1024
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Row:
    """One statement. good: whether all is well with it, None where that is not the question."""

    name: str
    said: str
    good: bool | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: tuple[Row, ...]


def sections(state: State, facts: Facts, now: dt.datetime, *, private: bool = False) -> tuple[Section, ...]:
    """Everything there is to say. private: for copying; accounts are numbered instead of named."""
    return (
        Section(
            translate("health", "Akun"),
            tuple(row for view in _numbered(state) for row in _account(*view, state, private=private)),
        ),
        Section(translate("health", "Komputer ini"), tuple(_machine(state, facts, now))),
        Section(translate("health", "Semua alamat yang pernah dihubungi"), tuple(_hosts(facts)) or (_nothing(),)),
        Section(translate("health", "Versi"), tuple(_versions(facts))),
    )


def as_text(made: tuple[Section, ...]) -> str:
    """For the clipboard: plain lines."""
    return (
        "\n\n".join("\n".join([section.title, *(f"  {row.name}: {row.said}" for row in section.rows)]) for section in made) + "\n"
    )


def size(count: int) -> str:
    """ "11,9 kB"."""
    locale = QLocale(QLocale.Language.Indonesian if formats.language() == "id" else QLocale.Language.English)
    return locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _numbered(state: State) -> list[tuple[int, AccountView]]:
    return list(enumerate(state.accounts, start=1))


def _account(number: int, view: AccountView, state: State, *, private: bool) -> list[Row]:
    masked = state.settings.masked
    name = (
        translate("health", "Akun {number}").format(number=number)
        if private
        else formats.private(view.account.name, masked=masked)
    )
    never = translate("health", "belum pernah berhasil")
    latest = view.latest
    attempt = view.last_attempt
    good = attempt is None or attempt.status in (None, Status.OK)
    rows = [
        Row(name, formats.moment(latest.checked_at) if latest else never, latest is not None and good),
        Row(translate("health", "Berikutnya"), messages.next_check(view)),
    ]
    if attempt is not None and not good:
        when = formats.moment(attempt.started_at)
        rows.insert(1, Row(translate("health", "Pemeriksaan terakhir"), f"{messages.attempt_title(attempt)} ({when})", False))
    return rows


def _machine(state: State, facts: Facts, now: dt.datetime) -> list[Row]:
    keyring = state.keyring or translate("health", "belum diketahui")
    if state.keyring_problem:
        keyring = own_body(state.keyring_problem)
    there, missing = translate("health", "ada"), translate("health", "tidak ada")
    skew_s = facts.skew_s
    clock = formats.moment(now)
    if skew_s is not None:
        said = translate("health", "{clock}; jam portal berbeda {seconds} detik saat terakhir dihubungi")
        clock = said.format(clock=clock, seconds=abs(skew_s))
    free = size(facts.free_bytes) if facts.free_bytes is not None else translate("health", "belum diketahui")
    return [
        Row(translate("health", "Brankas sandi"), keyring, state.keyring_problem is None if state.keyring else None),
        Row(translate("health", "Baki sistem"), there if state.tray else missing, state.tray or None),
        Row(translate("health", "Pemberitahuan"), _notices(state.notices)),
        Row(
            translate("health", "Mulai bersama komputer"),
            translate("health", "ya") if state.autostart else translate("health", "tidak"),
        ),
        Row(
            translate("health", "Ruang penyimpanan"),
            free,
            None if facts.free_bytes is None else facts.free_bytes >= FREE_MATTERS_BYTES,
        ),
        Row(translate("health", "Berkas program"), ", ".join(f"{name} {size(count)}" for name, count in facts.files) or missing),
        Row(translate("health", "Jam"), clock, None if skew_s is None else abs(skew_s) < SKEW_MATTERS_S),
    ]


def _notices(way: str) -> str:
    match way:
        case "service":
            return translate("health", "lewat layanan pemberitahuan desktop")
        case "icon":
            return translate("health", "lewat ikon di baki sistem")
        case "none":
            return translate("health", "tidak dapat ditampilkan; lihat halaman Saldo")
    return translate("health", "belum pernah diperlukan")


def _hosts(facts: Facts) -> list[Row]:
    said = translate("health", "terakhir {last}, {visits} kali, dikirim {sent}, diterima {received}")
    return [
        Row(
            host.host,
            said.format(last=formats.moment(host.last), visits=host.visits, sent=size(host.sent), received=size(host.received)),
        )
        for host in facts.hosts
    ]


def _nothing() -> Row:
    return Row("–", translate("health", "tidak ada"))


def _versions(facts: Facts) -> list[Row]:
    from PySide6 import __version__ as pyside

    rows = [Row(name, version) for name, version in (*facts.versions, ("Qt", qVersion()), ("PySide6", pyside))]
    return [*rows, Row("Desktop", facts.desktop)] if facts.desktop else rows
