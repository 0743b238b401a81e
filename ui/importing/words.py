"""The page "Impor" in words: what a file is, whose, how it stands. No code of ours is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.statements.statement import FileStatus, Kind
from ui.importing.model import Figures, FileLine, Needs, Planned, Standing
from ui.words import formats

translate = QCoreApplication.translate
BREAK = "\u200b"  # seen by the line breaking alone
LONGEST_WORD = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A state told by a sign, a tone and words together."""

    icon: str
    tone: str
    words: str


def kind_name(kind: Kind | None) -> str:
    """What kind of file it is."""
    match kind:
        case Kind.RSJHT:
            return translate("Import", "RSJHT")
        case Kind.SAVED_PAGE:
            return translate("Import", "Halaman tersimpan")
        case Kind.SMS:
            return translate("Import", "SMS atau pesan")
        case Kind.CSV:
            return translate("Import", "Daftar sendiri (CSV)")
        case Kind.PAYSLIPS:
            return translate("Import", "Upah di slip gaji")
        case Kind.TYPED:
            return translate("Import", "Angka yang diketik")
    return translate("Import", "Berkas")


def kind_icon(kind: Kind | None) -> str:
    """Its icon."""
    icons: dict[Kind | None, str] = {
        Kind.RSJHT: "file-text",
        Kind.SAVED_PAGE: "globe",
        Kind.SMS: "message-square-text",
        Kind.CSV: "file-spreadsheet",
        Kind.PAYSLIPS: "receipt",
        Kind.TYPED: "keyboard",
    }
    return icons.get(kind, "file-text")


def title(line: FileLine) -> str:
    """ "RSJHT 2024"; empty for a file of which nothing is known."""
    if line.kind is None:
        return ""
    years = {planned.figures.year for planned in line.statements}
    year = years.pop() if len(years) == 1 else None
    name = kind_name(line.kind)
    return f"{name} {year}" if year else name


def file_name(line: FileLine, *, masked: bool) -> str:
    """The file's name; masked its ending alone, for people name files after themselves."""
    if not masked:
        return line.name
    _, dot, ending = line.name.rpartition(".")
    return formats.DOT * 6 + (f".{ending}" if dot and len(ending) <= 6 else "")


def breakable(name: str) -> str:
    """A file's name with places where a line may end: a long one without a space must not make the page wider."""
    return "".join(
        f"{sign}{BREAK}" if sign in "_-." or number % LONGEST_WORD == 0 else sign for number, sign in enumerate(name, 1)
    )


def whose(figures: Figures, *, masked: bool) -> str:
    """Card and company of a statement in one line; empty where it says neither."""
    parts = []
    if figures.kpj:
        parts.append(translate("Import", "KPJ {number}").format(number=formats.card_number(figures.kpj, masked=masked)))
    if figures.company:
        parts.append(formats.private(figures.company, masked=masked))
    return " · ".join(parts)


def mark_of(line: FileLine) -> Mark:
    """How a file stands, as one mark."""
    if line.skipped:
        return Mark("minus", "muted", translate("Import", "Dilewati"))
    match line.status:
        case FileStatus.PASSWORD_NEEDED:
            return Mark("lock-keyhole", "warn", translate("Import", "Perlu kata sandi"))
        case FileStatus.UNREADABLE_FILE:
            return Mark("circle-x", "bad", translate("Import", "Tidak dapat dibaca"))
        case FileStatus.NO_BALANCE:
            return Mark("info", "muted", translate("Import", "Tanpa saldo"))
    if line.needs is Needs.MAP:
        return Mark("file-spreadsheet", "warn", translate("Import", "Perlu penjelasan kolom"))
    if line.doubted:
        kept = all(planned.kept for planned in line.doubted)
        words = translate("Import", "Disimpan dengan tanda") if kept else translate("Import", "Angkanya tidak cocok")
        return Mark("triangle-alert", "warn", words)
    if line.status is FileStatus.PAGE_NOT_UNDERSTOOD:
        return Mark("circle-x", "bad", translate("Import", "Tidak dikenali"))
    if line.waits_for_account:
        return Mark("circle-question-mark", "warn", translate("Import", "Akun mana?"))
    return _standing(line)


def _standing(line: FileLine) -> Mark:
    standings = {planned.standing for planned in line.statements}
    if Standing.DIFFERS in standings:
        return Mark("triangle-alert", "warn", translate("Import", "Berbeda dari yang tercatat"))
    if standings == {Standing.KNOWN}:
        return Mark("check", "muted", translate("Import", "Sudah tercatat"))
    return Mark("circle-check", "good", translate("Import", "Siap diimpor"))


def account(planned: Planned, *, masked: bool) -> str:
    """Whose it is, in a sentence; empty while that is not clear."""
    if planned.account == "new":
        return translate("Import", "Masuk ke akun baru")
    if planned.account is None:
        return ""
    name = formats.private(planned.account_name, masked=masked) if planned.account_name else planned.account
    return translate("Import", "Masuk ke akun {name}").format(name=name)


def failure(line: FileLine) -> tuple[str, str]:
    """Why a file gives no figure, and what to do: two sentences."""
    from ui.importing.failures import worded

    return worded(line)
