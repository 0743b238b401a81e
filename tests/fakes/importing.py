"""What the page "Impor" is shown in tests and pictures, made by hand: files, people and figures that do not exist."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.blth import Blth
from core.statements.statement import FileStatus, Kind, Month, Proof, ProofName
from tests.fakes import states as s
from ui.importing.model import (
    Column,
    Counts,
    Difference,
    Earlier,
    Figures,
    FileLine,
    Gap,
    Importing,
    Mapping,
    Needs,
    Phase,
    Planned,
    Standing,
    Stored,
    Terms,
)

WAGE = 506_738_100
DUES = 12 * (18_749_300 + 10_134_800)


def months(year: int, count: int = 12) -> tuple[Month, ...]:
    """The months of a year, each paid on the 13th of the next."""
    made = []
    for number in range(1, count + 1):
        paid = dt.date(year + number // 12, number % 12 + 1, 13)
        made.append(Month(Blth(year, number), paid, paid, WAGE, None, 18_749_300, 10_134_800))
    return tuple(made)


def proofs(*, closing: bool = True) -> tuple[Proof, ...]:
    """The proofs of a yearly statement."""
    detail = "20.000.000,00 + 1.000.000,00 + 3.466.092,00 + 90.000,00 − 0,00 = 24.556.092,00, tertulis 25.556.092,00"
    return (
        Proof(ProofName.CLOSING, closing, "" if closing else detail),
        Proof(ProofName.SUM_DUES, True, "12 bulan"),
        Proof(ProofName.RATE, True, ""),
        Proof(ProofName.YEAR, True, ""),
        Proof(ProofName.SUM_PENSION, None, ""),
    )


def figures(year: int, *, closing: bool = True) -> Figures:
    """A yearly statement of the textile company."""
    opening = 2_000_000_000 + (year - 2015) * 400_000_000
    terms = Terms(opening, 100_000_000, DUES, 9_000_000, 0, opening + 109_000_000 + DUES + (0 if closing else 100_000_000))
    return Figures(
        Kind.RSJHT, year, s.TEXTILE.kpj, s.TEXTILE.npp, s.TEXTILE.company, terms, months(year), proofs(closing=closing)
    )


def planned(year: int, standing: Standing = Standing.NEW, **changes: object) -> Planned:
    """That statement, to be added to Siti's account."""
    counts = {Standing.KNOWN: Counts(0, 12, 0), Standing.DIFFERS: Counts(10, 1, 1)}.get(standing, Counts(12))
    made = Planned(
        0,
        figures(year, closing=standing is not Standing.DOUBTED),
        standing,
        dt.date(year, 12, 31),
        "#1",
        s.SITI.name,
        (),
        counts,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def line(number: int, year: int = 2024, standing: Standing = Standing.NEW, **changes: object) -> FileLine:
    """One file with one statement."""
    status = FileStatus.PAGE_NOT_UNDERSTOOD if standing is Standing.DOUBTED else FileStatus.OK
    made = FileLine(
        number,
        f"/home/USER/Unduhan/RSJHT-{year}-Rahmawati.pdf",
        status,
        Kind.RSJHT,
        "proof_failed" if standing is Standing.DOUBTED else None,
        None,
        f"{number:064x}",
        Needs.DECISION if standing is Standing.DOUBTED else None,
        (planned(year, standing),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def refused(number: int, name: str, status: FileStatus, reason: str, kind: Kind | None = None) -> FileLine:
    """A file that gives no figure."""
    return FileLine(number, f"/home/USER/Unduhan/{name}", status, kind, reason)


DIFFERS = planned(
    2023,
    Standing.DIFFERS,
    differences=(Difference("2023-04", "wage", "5067381.00", "4900000.00", "portal"),),
    gaps=(Gap(2023, 4_900_000_000, 4_812_000_000),),
)
LIST = FileLine(
    7,
    "/home/USER/catatan.csv",
    FileStatus.PAGE_NOT_UNDERSTOOD,
    Kind.CSV,
    "csv_map_needed",
    None,
    f"{7:064x}",
    Needs.MAP,
    mapping=Mapping(
        "feedc0de",
        "balances",
        True,
        (
            Column(0, "Tgl", ("01/02/2026", "01/03/2026"), "date"),
            Column(1, "Ket", ("gaji", "cek"), None),
            Column(2, "Jumlah", ("48.100.000", "48.400.000"), "amount"),
        ),
        "semicolon",
        "id",
        None,
        ("dates",),
    ),
)
EARLIER = (
    Earlier(7, s.NOW - dt.timedelta(hours=3), 3, (Kind.RSJHT, Kind.SAVED_PAGE), 3, 24),
    Earlier(3, s.NOW - dt.timedelta(days=40), 1, (Kind.TYPED,), 1, 0, undone=True),
)


def many_kinds() -> Importing:
    """A preview with a file of every kind there is to decide about."""
    return Importing(
        Phase.PREVIEW,
        (
            line(1, 2024),
            line(2, 2023, statements=(DIFFERS,)),
            line(3, 2022, Standing.DOUBTED),
            line(4, 2021, Standing.KNOWN),
            line(
                5, 2020, needs=Needs.ACCOUNT, statements=(planned(2020, account=None, account_name=None, choices=("#1", "#2")),)
            ),
            refused(6, "RSJHT-2019.pdf", FileStatus.PASSWORD_NEEDED, "password_needed"),
            LIST,
            refused(8, "foto.pdf", FileStatus.UNREADABLE_FILE, "only_a_picture"),
            refused(9, "halaman.html", FileStatus.NO_BALANCE, "no_balance", Kind.SAVED_PAGE),
            line(10, 2018, skipped=True),
        ),
        asked=10,
        done=10,
    )


def ten_years() -> Importing:
    """Ten yearly statements that are all new."""
    return Importing(Phase.PREVIEW, tuple(line(n, 2014 + n) for n in range(1, 11)), asked=10, done=10)


def reading(done: int = 3) -> Importing:
    """Ten files are being read."""
    return Importing(Phase.READING, (), asked=10, done=done, at="/home/USER/Unduhan/RSJHT-2018-Rahmawati.pdf")


def stored(*, undone: bool = False) -> Importing:
    """Ten years were stored."""
    return Importing(earlier=EARLIER, stored=Stored((7,), 10, 10, Counts(120), undone))
