"""The proofs of a statement: its closing identity, its columns against their sums, its dues against the wage, its year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from core import money
from core.blth import Blth
from core.statements.columns import SUMMED, Column
from core.statements.roles import Role
from core.statements.statement import Month, Proof, ProofName
from core.statements.summary import Terms
from core.statements.totals import Table, cells_of, column_sum

_PLUS: Final = (Role.OPENING, Role.GROWTH, Role.DUES, Role.EXTRA_DUES, Role.GROWTH_ON_DUES)
_NAMES: Final = {
    Role.OPENING: "saldo awal",
    Role.GROWTH: "pengembangan",
    Role.DUES: "iuran",
    Role.EXTRA_DUES: "iuran tambahan",
    Role.GROWTH_ON_DUES: "pengembangan iuran",
    Role.TAKEN: "yang diambil",
    Role.CLOSING: "saldo akhir",
    Role.TOTAL_BALANCE: "total saldo",
    Role.TOTAL_DUES: "total iuran",
    Role.TOTAL_DUES_GROWN: "total iuran dan pengembangannya",
    Role.TOTAL_ALL: "total saldo dan iuran",
    Role.TOTAL_GROWTH: "total pengembangan",
}
_COLUMNS: Final = {
    Column.EMPLOYER: "iuran JHT pemberi kerja",
    Column.WORKER: "iuran JHT tenaga kerja",
    Column.PENSION_EMPLOYER: "iuran JP pemberi kerja",
    Column.PENSION_WORKER: "iuran JP tenaga kerja",
    Column.BOTH: "iuran JHT",
    Column.PENSION_BOTH: "iuran JP",
    Column.WAGE: "upah",
    Column.RAPEL: "rapel",
}
_PENSION: Final = (Column.PENSION_EMPLOYER, Column.PENSION_WORKER, Column.PENSION_BOTH)
_ROUNDING: Final = 100  # sen: dues may be rounded to the rupiah, either way
_MOST_GROWTH: Final = 4  # a year's growth is less than this part of what grows
_NO_MATTER: Final = 1_000_000  # sen: below this nothing is said about growth
_FIRST_YEAR: Final = 1977  # the first year of the scheme (Astek)
_LATEST_LATE: Final = 30  # years that a payment may come after its month


def shown(sen: int) -> str:
    """An amount for a proof's sentence."""
    return money.format_rupiah(sen)


def closing(terms: Terms, table_dues: int | None) -> Proof:
    """opening + growth + dues + growth on dues - taken = closing, to the sen; and the printed totals on the way agree."""
    found = {role: terms.get(role) for role in (*_PLUS, Role.TAKEN)}
    end = terms.get(Role.CLOSING)
    if end is None:
        return Proof(ProofName.CLOSING, None, "Saldo akhir tidak tercetak.")
    source = ""
    if found[Role.DUES] is None and table_dues is not None:
        found[Role.DUES] = table_dues
        source = " (iuran dari tabel)"
    missing = [_NAMES[role] for role in (*_PLUS, Role.TAKEN) if found[role] is None and role is not Role.EXTRA_DUES]
    total = sum(found[role] or 0 for role in _PLUS) - (found[Role.TAKEN] or 0)
    sentence = " + ".join(f"{_NAMES[role]} {shown(amount)}" for role in _PLUS if (amount := found[role]) is not None)
    if found[Role.TAKEN]:
        sentence += f" \u2212 {_NAMES[Role.TAKEN]} {shown(found[Role.TAKEN] or 0)}"
    sentence += f" = {shown(total)}; saldo akhir {shown(end)}{source}."
    if missing:
        sentence += f" Tidak tercetak: {', '.join(missing)}."
    printed = sum(found[role] is not None for role in _PLUS)
    if printed < 2:
        return Proof(ProofName.CLOSING, None, sentence)
    holds = total == end
    for role, wanted in _totals(found, end):
        amount = terms.get(role)
        if amount is not None and amount not in wanted:
            holds = False
            sentence += f" {_NAMES[role].capitalize()} {shown(amount)} tidak cocok."
    doubt = _exchanged(found, end) if holds else ""
    return Proof(ProofName.CLOSING, None if doubt else holds, sentence + doubt)


def _exchanged(found: dict[Role, int | None], end: int) -> str:
    """Why two terms may have changed places, which the sum alone would not show; "" where nothing says so.

    Nobody is paid out more than half and keeps a balance: part claims are 10 % and 30 % (PP 46/2015), and a full one leaves nothing.
    No year has grown by a quarter.
    """
    opening, growth, dues, extra, on_dues = (found[role] or 0 for role in _PLUS)
    if (found[Role.TAKEN] or 0) > end > 0:
        return " Yang diambil melebihi saldo akhir: mungkin tertukar."
    base = opening if found[Role.GROWTH_ON_DUES] is not None else opening + dues + extra
    if growth > max(base // _MOST_GROWTH, _NO_MATTER) or on_dues > max((dues + extra) // _MOST_GROWTH, _NO_MATTER):
        return " Pengembangan terlalu besar: mungkin tertukar."
    return ""


def _totals(found: dict[Role, int | None], end: int) -> list[tuple[Role, set[int]]]:
    """What each printed total may be."""
    opening, growth, dues, extra, on_dues = (found[role] or 0 for role in _PLUS)
    taken = found[Role.TAKEN] or 0
    saved, paid = opening + growth, dues + extra + on_dues
    return [
        (Role.TOTAL_BALANCE, {saved, saved - taken, saved + paid, end}),
        (Role.TOTAL_DUES, {paid, dues, dues + extra}),
        (Role.TOTAL_DUES_GROWN, {paid}),
        (Role.TOTAL_ALL, {saved + paid, end}),
        (Role.TOTAL_GROWTH, {growth + on_dues}),
    ]


def table_sums(table: Table, dues: int | None, extra: int | None) -> list[Proof]:
    """The columns against the sums under them, and the JHT dues against the summary's."""
    wrong: list[str] = []
    pension_wrong: list[str] = []
    seen = pension_seen = False
    for column in (*SUMMED, Column.BOTH, Column.PENSION_BOTH, Column.WAGE, Column.RAPEL):
        printed = [sums for sums in table.sums if column in sums.amounts]
        if not printed:
            continue
        pension = column in _PENSION
        seen, pension_seen = seen or not pension, pension_seen or pension
        computed = column_sum(table, column, 0, len(table.months), carried=True)
        if not _sums_hold(table, column, [(sums.amounts[column], sums.months) for sums in printed]):
            text = f"{_COLUMNS[column]}: kolom {shown(computed)}, tercetak {shown(printed[-1].amounts[column])}"
            (pension_wrong if pension else wrong).append(text)
    total = jht_dues(table)
    if dues is not None and total is not None:
        seen = True
        if total not in (dues, dues + (extra or 0)):
            wrong.append(f"iuran ringkasan {shown(dues)}, jumlah bulan {shown(total)}")
    proofs = [_sum_proof(ProofName.SUM_DUES, seen, wrong, "iuran JHT")]
    if any(month.pension_employer is not None or month.pension_worker is not None for month in table.months) or pension_seen:
        proofs.append(_sum_proof(ProofName.SUM_PENSION, pension_seen, pension_wrong, "iuran JP"))
    return proofs


def _sum_proof(name: ProofName, seen: bool, wrong: Sequence[str], what: str) -> Proof:
    if not seen:
        return Proof(name, None, f"Jumlah {what} tidak tercetak.")
    if wrong:
        return Proof(name, False, f"Tidak cocok: {'; '.join(wrong)}.")
    return Proof(name, True, f"Kolom {what} sama dengan jumlahnya.")


def _sums_hold(table: Table, column: Column, printed: Sequence[tuple[int, int]]) -> bool:
    """Whether the printed sums are those of the months above them: running ones, or each of its own part of the table."""
    running = all(amount == column_sum(table, column, 0, months, carried=True) for amount, months in printed)
    if running:
        return True
    if printed[-1][0] != column_sum(table, column, 0, len(table.months), carried=True) and len(printed) < 2:
        return False
    begin, parts = 0, []
    for number, (amount, months) in enumerate(printed):
        parts.append(amount == column_sum(table, column, begin, months, carried=number == 0))
        begin = months
    return all(parts) or (all(parts[:-1]) and printed[-1][0] == column_sum(table, column, 0, len(table.months), carried=True))


def jht_dues(table: Table) -> int | None:
    """The sum of all JHT dues of the months in sen, or None where the table does not hold both shares of each."""
    return sum(cell or 0 for cell in cells_of(table, Column.BOTH)) if table.months else None


def marked(months: Iterable[Month]) -> tuple[Month, ...]:
    """The months, those marked whose dues are not 3.7 % and 2 % of the wage (with or without the back payment), within a rupiah."""
    return tuple(replace(month, off_rate=_is_off(month)) for month in months)


def _is_off(month: Month) -> bool:
    if month.wage is None:
        return False
    bases = {month.wage, month.wage + (month.rapel or 0)}
    for amount, per_mille in ((month.employer, 37), (month.worker, 20)):
        if amount is not None and not any(abs(amount * 1000 - base * per_mille) <= _ROUNDING * 1000 for base in bases):
            return True
    return False


def rate(months: Sequence[Month]) -> Proof:
    """3.7 % and 2 % of the wage: months that are off are marked; nothing is refused for them."""
    looked = [month for month in months if month.wage is not None and (month.employer is not None or month.worker is not None)]
    if not looked:
        return Proof(ProofName.RATE, None, "Upah atau iuran per bulan tidak tercetak.", refuses=False)
    off = [str(month.blth) for month in looked if month.off_rate]
    if off:
        return Proof(ProofName.RATE, False, f"Bukan 3,7 % dan 2 % dari upah: {', '.join(off)}.", refuses=False)
    return Proof(ProofName.RATE, True, "Iuran tiap bulan 3,7 % dan 2 % dari upah.", refuses=False)


def year(months: Sequence[Month], stated: int | None, doubtful: bool, today: dt.date) -> Proof:
    """Every month where its year allows. What is a little off is told; what cannot be (years that contradict each other, months of
    the future) refuses."""
    if doubtful:
        return Proof(ProofName.YEAR, False, "Tahun laporan tertulis berbeda-beda.")
    if stated is None:
        return Proof(ProofName.YEAR, None, "Tahun laporan tidak tercetak.", refuses=False)
    absurd = [
        str(month.blth)
        for month in months
        if month.blth.year > stated + 1
        or month.blth.year < max(_FIRST_YEAR, stated - _LATEST_LATE)
        or month.blth > Blth(today.year, today.month).plus(1)
        or any(day > today or not _FIRST_YEAR <= day.year <= stated + 1 for day in (month.paid, month.posted) if day is not None)
    ]
    if stated > today.year or stated < _FIRST_YEAR or absurd:
        return Proof(ProofName.YEAR, False, f"Bulan atau tahun yang tidak mungkin: {', '.join(absurd) or stated}.")
    if months and not any(stated in (month.blth.year, month.paid.year if month.paid else None) for month in months):
        return Proof(ProofName.YEAR, False, f"Tidak satu bulan pun dari tahun {stated}.")
    odd = [str(month.blth) for month in months if month.blth.year != stated and (month.paid is None or month.paid.year != stated)]
    if odd:
        return Proof(ProofName.YEAR, False, f"Di luar tahun {stated}: {', '.join(odd)}.", refuses=False)
    return Proof(ProofName.YEAR, True, f"Semua bulan dari tahun {stated}, atau dibayar di dalamnya.", refuses=False)
