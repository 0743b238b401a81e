"""What a worker's years truly were: wages, dues, growth, all to the sen and all invented, from the rules of JHT and JP.

Dues are 3.7 % and 2 % of the reported wage and of a back payment (rapel); the pension's (JP) are 2 % and 1 % of the wage up to its
cap of the month (PP 45/2015). Growth is simple within the year on the opening, and from the month of payment on the dues. The yearly
rates of the years for which no source is known are made up; a statement only has to add up. Sen (int) everywhere.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from random import Random

from core.blth import Blth

# (from this month on, cap in rupiah)
PENSION_CAPS = (
    (Blth(2015, 7), 7_000_000),
    (Blth(2016, 3), 7_335_300),
    (Blth(2017, 3), 7_703_500),
    (Blth(2018, 3), 8_094_000),
    (Blth(2019, 3), 8_512_400),
    (Blth(2020, 3), 8_939_700),
    (Blth(2021, 3), 8_754_600),
    (Blth(2022, 3), 9_077_600),
    (Blth(2023, 3), 9_559_600),
    (Blth(2024, 3), 10_042_300),
    (Blth(2025, 3), 10_547_400),
    (Blth(2026, 3), 11_086_300),
)
GROWTH_PER_10000 = {2016: 719, 2017: 783, 2018: 626, 2019: 606, 2020: 563, 2025: 551}  # in 1/100 %, where a source is known
_OTHER_GROWTH = 575
TODAY = dt.date(2026, 11, 22)

_GIVEN = "CONTOHWATI BUDICONTOH SRICONTOH AGUSCONTOH DEWICONTOH RUDICONTOH SITICONTOH JOKOCONTOH".split()
_FAMILY = "REKAWIJAYA KARANGSARI UMPAMANTO MISALWATI TELADANI ANDAIKAN".split()
_COMPANIES = (
    "SINAR CONTOH SEJAHTERA, PT",
    "UMPAMA JAYA ABADI, CV",
    "PT REKAAN MAJU BERSAMA",
    "MISAL TEKSTIL NUSANTARA TBK, PT",
    "CV TELADAN & PUTRA",
    "KOPERASI ANDAI MAKMUR",
)
_BRANCHES = ("CONTOH KOTA", "JAKARTA CONTOH", "SURABAYA REKAAN", "BANDUNG UMPAMA")


@dataclass(frozen=True, slots=True)
class Person:
    """An invented worker. The NIK begins with 99: a region that does not exist."""

    name: str
    birth: dt.date
    nik: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. Sen."""

    blth: Blth
    paid: dt.date
    posted: dt.date
    wage: int
    rapel: int
    employer: int
    worker: int
    pension_employer: int
    pension_worker: int


@dataclass(frozen=True, slots=True)
class CardYear:
    """One card's year: what a statement of it truly says. Sen. `carried`: the pension's dues of the years before (employer, worker)."""

    person: Person
    year: int
    printed_on: dt.date
    branch: str
    npp: str
    division: str
    company: str
    kpj: str
    first_month: Blth
    first_pension_month: Blth | None
    pension_months: int
    carried: tuple[int, int] | None
    lines: tuple[Line, ...]
    opening: int
    growth: int
    dues: int
    growth_on_dues: int
    taken: int
    closing: int
    closing_on: dt.date

    @property
    def pension(self) -> bool:
        """Whether the card pays into the pension too."""
        return self.first_pension_month is not None

    def total(self, column: str) -> int:
        """The sum of a column as the statement prints it: the pension's hold what was carried in, the JHT's do not."""
        carried = self.carried or (0, 0)
        extra = {"pension_employer": carried[0], "pension_worker": carried[1]}.get(column, 0)
        return sum(getattr(line, column) for line in self.lines) + extra


@dataclass(frozen=True, slots=True)
class Traits:
    """What is special about the years to be made."""

    late: bool = False
    missing: bool = False
    doubled: bool = False
    rapel: bool = False
    sen: bool = False
    pension: bool = True
    december: bool = False  # December of the year before is paid, and so booked, in this year
    taken: bool = False
    bonus: bool = False
    idle: bool = False  # no month at all: only the growth
    first_year: bool = False  # the card begins within the year: nothing is carried in, the opening is zero
    wage: int | None = None  # rupiah
    months: int | None = None  # how many months at most

    @classmethod
    def some(cls, rng: Random) -> Traits:
        """Traits as they come."""

        def often(share: float) -> bool:
            return rng.random() < share

        return cls(
            late=often(0.3),
            missing=often(0.3),
            doubled=often(0.25),
            rapel=often(0.2),
            sen=often(0.25),
            pension=often(0.75),
            december=often(0.2),
            taken=often(0.15),
            bonus=often(0.2),
            idle=often(0.04),
            first_year=often(0.12),
        )


def person(rng: Random) -> Person:
    """An invented worker."""
    birth = dt.date(rng.randint(1965, 2000), rng.randint(1, 12), rng.randint(1, 28))
    nik = f"99{rng.randint(1, 99):02d}{rng.randint(1, 20):02d}{birth:%d%m%y}{rng.randint(1, 9999):04d}"
    return Person(f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}", birth, nik)


def cap(month: Blth) -> int:
    """The wage the pension's dues are taken of at most, in sen."""
    return [rupiah for since, rupiah in PENSION_CAPS if since <= month][-1] * 100


def share(amount: int, per_mille: int, *, sen: bool) -> int:
    """That many thousandths of an amount, rounded half up to the rupiah, or to the sen."""
    unit = 1 if sen else 100
    return (amount * per_mille + 500 * unit) // (1000 * unit) * unit


def career(rng: Random, years: range, traits: Traits | None = None, who: Person | None = None) -> list[CardYear]:
    """One card through the years: every opening is the closing before."""
    who = who or person(rng)
    made: list[CardYear] = []
    for year in years:
        chosen = traits or Traits.some(rng)
        if made:
            before = made[-1]
            chosen = replace(chosen, first_year=False, pension=before.pension)
            made.append(_year(rng, year, chosen, before))
        else:
            made.append(_year(rng, year, chosen, _start(rng, who, year, chosen)))
    return made


def card_year(rng: Random, year: int, traits: Traits | None = None, who: Person | None = None) -> CardYear:
    """One card's year."""
    return career(rng, range(year, year + 1), traits, who)[0]


def _start(rng: Random, who: Person, year: int, traits: Traits) -> CardYear:
    """The year before the first: who the card is, and what had been saved."""
    first = (
        Blth(year, rng.randint(2, 9))
        if traits.first_year
        else Blth(max(2001, who.birth.year + 18, year - 15), rng.randint(1, 12))
    )
    first = min(first, Blth(year, 1)) if not traits.first_year else first
    first_pension = max(first, Blth(2015, 7)) if traits.pension and year > 2015 else None
    months = 0 if first_pension is None or traits.first_year else (year - first_pension.year) * 12 + 1 - first_pension.month
    months = max(0, months)
    closing = 0 if traits.first_year else rng.randint(800_000, 90_000_000) * 100 + (rng.randint(1, 99) if traits.sen else 0)
    wage = (traits.wage or rng.randrange(2_400_000, 14_000_000, 5_000)) * 100
    carried = share(min(wage, 700_000_000), 20, sen=traits.sen) * months
    return CardYear(
        person=who,
        year=year - 1,
        printed_on=dt.date(year, 1, 5),
        branch=rng.choice(_BRANCHES),
        npp=f"{rng.randint(1, 99_999_999):08d}",
        division=f"{rng.randint(0, 3):03d}",
        company=rng.choice(_COMPANIES),
        kpj=f"{rng.randint(10**10, 10**11 - 1)}",
        first_month=first,
        first_pension_month=first_pension,
        pension_months=months,
        carried=(carried, carried // 2 if traits.sen else share(carried, 500, sen=False)) if first_pension else None,
        lines=(),
        opening=closing,
        growth=0,
        dues=wage,  # only the wage to begin with
        growth_on_dues=0,
        taken=0,
        closing=closing,
        closing_on=dt.date(year - 1, 12, 31),
    )


def _year(rng: Random, year: int, traits: Traits, before: CardYear) -> CardYear:
    last = dt.date(year, 12, 31) if year < TODAY.year else dt.date(year, 10, 31)
    wage = before.lines[-1].wage if before.lines else max(before.dues, 100_000_000)
    lines = () if traits.idle else tuple(_lines(rng, year, traits, wage, last, before))
    unit = 1 if traits.sen else 100
    rate = GROWTH_PER_10000.get(year, _OTHER_GROWTH)
    opening = before.closing
    growth = opening * rate // 10_000 // unit * unit
    dues = sum(line.employer + line.worker for line in lines)
    on_dues = sum((line.employer + line.worker) * rate * (13 - line.paid.month) // 120_000 for line in lines) // unit * unit
    taken = opening // 10 // unit * unit if traits.taken else 0
    totals = (before.total("pension_employer"), before.total("pension_worker")) if before.lines else before.carried
    paid_months = len({line.blth for line in lines if line.pension_employer})
    return replace(
        before,
        year=year,
        printed_on=dt.date(year + 1, rng.randint(1, 6), rng.randint(1, 28))
        if year < TODAY.year
        else dt.date(year, 11, rng.randint(1, 20)),
        carried=totals if before.pension and not (traits.first_year and not any(totals or ())) else None,
        pension_months=before.pension_months + paid_months,
        lines=lines,
        opening=opening,
        growth=growth,
        dues=dues,
        growth_on_dues=on_dues,
        taken=taken,
        closing=opening + growth + dues + on_dues - taken,
        closing_on=last,
    )


def _lines(rng: Random, year: int, traits: Traits, wage: int, last: dt.date, before: CardYear) -> list[Line]:
    months = [Blth(year, month) for month in range(1, last.month + 1)]
    if traits.first_year:
        months = [month for month in months if month >= before.first_month] or months[-1:]
    elif traits.december:
        months = [Blth(year - 1, 12), *months[:-1]]
    months = months[: traits.months]
    if traits.missing:
        months = [month for month in months if rng.random() > 0.2] or months[:1]
    raised_from, back_from = rng.randint(2, 12), rng.choice(months)
    made: list[Line] = []
    for month in months:
        if month.month == raised_from and month.year == year:
            wage = wage * rng.randint(1020, 1120) // 1000 // 50_000 * 50_000
        base = wage + (rng.randrange(10_000, 100_000) if traits.sen else 0)
        if traits.bonus and month.month in (6, 12):
            base += wage // 2
        rapel = share(wage, 150, sen=False) if traits.rapel and month == back_from else 0
        made += _paid(rng, month, base, rapel, traits, before, last)
    return made


def _paid(rng: Random, month: Blth, wage: int, rapel: int, traits: Traits, before: CardYear, last: dt.date) -> list[Line]:
    """The line of a month; two, where an instalment or a correction came later."""
    due = month.plus(1) if rng.random() < 0.7 else month
    if traits.late and rng.random() < 0.3:
        due = month.plus(rng.randint(2, 4))
    first = _day(due, rng.randint(8, 15), last, month)
    wages = [wage]
    if traits.doubled and rng.random() < 0.2:
        part = wage * rng.randint(2, 8) // 10 // 10_000 * 10_000
        wages = [wage - part, part]
    lines = []
    for number, part in enumerate(wages):
        paid = first if number == 0 else min(last, first + dt.timedelta(days=rng.randint(1, 25)))
        posted = min(last, paid + dt.timedelta(days=rng.choice((0, 0, 1, 3))))
        extra = rapel if number == 0 else 0
        pensionable = 0
        if before.first_pension_month is not None and month >= before.first_pension_month:
            pensionable = min(wage, cap(month)) * part // wage
        lines.append(
            Line(
                blth=month,
                paid=paid,
                posted=posted,
                wage=part,
                rapel=extra,
                employer=share(part + extra, 37, sen=traits.sen),
                worker=share(part + extra, 20, sen=traits.sen),
                pension_employer=share(pensionable, 20, sen=traits.sen),
                pension_worker=share(pensionable, 10, sen=traits.sen),
            )
        )
    return lines


def _day(month: Blth, day: int, last: dt.date, of: Blth) -> dt.date:
    """A day of payment within the statement's year."""
    day = min(day, calendar.monthrange(month.year, month.month)[1])
    return max(dt.date(last.year, 1, 2), min(dt.date(month.year, month.month, day), last))
