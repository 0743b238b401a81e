"""What does not fit, in words: proofs with their terms, gaps between years, what another source says. Amounts are masked when asked."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from core.blth import Blth
from core.money import format_rupiah, from_wire
from core.statements.statement import Proof, ProofName
from ui.importing.model import Figures, Planned
from ui.importing.words import Mark
from ui.words import formats

translate = QCoreApplication.translate


def proof_mark(holds: bool | None) -> Mark:
    """How a proof ended."""
    if holds is None:
        return Mark("minus", "muted", translate("Import", "tidak tertulis di berkas"))
    if holds:
        return Mark("circle-check", "good", translate("Import", "cocok"))
    return Mark("circle-x", "bad", translate("Import", "tidak cocok"))


def proof_name(name: ProofName) -> str:
    """What a proof looks at."""
    match name:
        case ProofName.CLOSING:
            return translate("Import", "Saldo akhir sama dengan jumlah rinciannya")
        case ProofName.SUM_DUES:
            return translate("Import", "Iuran setiap bulan sama dengan jumlah iuran")
        case ProofName.SUM_PENSION:
            return translate("Import", "Kolom Jaminan Pensiun sama dengan jumlahnya")
        case ProofName.RATE:
            return translate("Import", "Iuran 3,7% dan 2% dari upah")
        case ProofName.YEAR:
            return translate("Import", "Bulan dan tanggal bayar sesuai tahunnya")
        case ProofName.OPENING:
            return translate("Import", "Saldo awal sama dengan saldo akhir sebelumnya")
        case ProofName.BALANCE:
            return translate("Import", "Angka di halaman terbukti sendiri")


def proof_sentence(proof: Proof, figures: Figures, *, masked: bool) -> str:
    """A proof with how it ended and, where it does not hold, the terms: what adds up to what, or the file's own words for it."""
    text = f"{proof_name(proof.name)}: {proof_mark(proof.holds).words}"
    if proof.name is ProofName.CLOSING and proof.holds is not True:
        said = closing_sum(figures, masked=masked) if proof.holds is False else missing(figures)
        if said:
            return f"{text}. {said}"
    if proof.holds is False and proof.detail:
        return f"{text}. “{formats.hidden_digits(proof.detail, masked=masked)}”"
    return text


def closing_sum(figures: Figures, *, masked: bool) -> str:
    """The terms, their sum and what is printed instead; empty where a term on the way is not printed, or the sum is not what fails."""
    terms = figures.terms
    if terms.closing is None or terms.dues is None or terms.opening is None:
        return ""
    added = [(name, getattr(terms, name)) for name in ("opening", "growth", "dues", "growth_on_dues")]
    total = sum(sen or 0 for _, sen in added) - (terms.taken or 0)
    if total == terms.closing:
        return ""
    shown = " + ".join(f"{field_name(name)} {format_rupiah(sen, masked=masked)}" for name, sen in added if sen is not None)
    if terms.taken:
        shown += f" − {field_name('taken')} {format_rupiah(terms.taken, masked=masked)}"
    text = translate("Import", "{terms} = {sum}, tetapi tertulis {closing}: selisih {difference}.")
    return text.format(
        terms=shown,
        sum=format_rupiah(total, masked=masked),
        closing=format_rupiah(terms.closing, masked=masked),
        difference=format_rupiah(abs(total - terms.closing), masked=masked),
    )


def missing(figures: Figures) -> str:
    """Which terms the file does not print; empty if none lacks."""
    names = [field_name(name) for name in TERMS if getattr(figures.terms, name) is None]
    return translate("Import", "Tidak tertulis: {names}.").format(names=", ".join(names)) if names else ""


def gaps(planned: Planned, *, masked: bool) -> list[str]:
    """A sentence for each opening that is not the closing of the year before."""
    text = translate("Import", "Saldo awal {year} adalah {opening}, tetapi saldo akhir tahun sebelumnya {closing}.")
    return [
        text.format(
            year=gap.year, closing=format_rupiah(gap.closing, masked=masked), opening=format_rupiah(gap.opening, masked=masked)
        )
        for gap in planned.gaps
    ]


MOST_DIFFERENCES = 3
TERMS = ("opening", "growth", "dues", "growth_on_dues", "taken", "closing")


def field_name(name: str) -> str:
    """A figure's name in words."""
    match name:
        case "opening":
            return translate("Import", "Saldo awal")
        case "growth":
            return translate("Import", "Pengembangan saldo awal")
        case "dues":
            return translate("Import", "Iuran")
        case "growth_on_dues":
            return translate("Import", "Pengembangan iuran")
        case "taken":
            return translate("Import", "Yang diambil")
        case "closing":
            return translate("Import", "Saldo akhir")
        case "balance":
            return translate("Import", "Saldo")
        case "wage":
            return translate("Import", "upah")
        case "rapel":
            return translate("Import", "rapel")
        case "employer":
            return translate("Import", "iuran pemberi kerja")
        case "worker":
            return translate("Import", "iuran pekerja")
        case "paid":
            return translate("Import", "tanggal bayar")
        case "posted":
            return translate("Import", "tanggal catat")
    return translate("Import", "angka")


def _value(text: str | None, *, masked: bool) -> str:
    """An amount or a day of the wire as people write it."""
    if text is None:
        return "–"
    try:
        return format_rupiah(from_wire(text), masked=masked)
    except ValueError:
        pass
    try:
        return formats.short_date(dt.date.fromisoformat(text))
    except ValueError:
        return formats.hidden_digits(text, masked=masked)


def _when(text: str) -> str:
    """A month, a day or a year of the wire as people write it."""
    with suppress(ValueError):
        return formats.month(Blth.from_iso(text))
    with suppress(ValueError):
        return formats.short_date(dt.date.fromisoformat(text))
    return text


def differences(planned: Planned, *, masked: bool) -> list[str]:
    """The first differences to what is known, a sentence each."""
    found = []
    for difference in planned.differences[:MOST_DIFFERENCES]:
        what = f"{_when(difference.what)}, {field_name(difference.field)}"
        text = translate("Import", "{what}: {here} di berkas ini, {known} yang tercatat. Keduanya akan berdampingan.")
        found.append(
            text.format(what=what, here=_value(difference.here, masked=masked), known=_value(difference.known, masked=masked))
        )
    return found
