"""The lines of `import --json`: sums over cards where a sum means something, null where it does not."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from core.commands.import_lines import FileLine
from core.imports.known import Known
from core.imports.plan import Decisions
from core.imports.planner import make_plan
from core.imports.reading import FileTold
from core.models import Balance, Card
from core.money import to_wire
from core.statements.statement import FileRead, Kind, Statement
from tests.core.imports.made import DUES, GROWTH, KPJ, NOW, OTHER_KPJ, broken, read, refused, year_statement

CARD_KEYS = [
    *("kind", "year", "kpj", "npp", "company"),
    *("opening", "growth", "dues", "growth_on_dues", "taken", "closing", "months", "proofs"),
]


def line(file: FileRead) -> dict[str, object]:
    (plan,) = make_plan([file], Known(), Decisions(), now=NOW)
    return json.loads(json.dumps(FileLine(FileTold("a.pdf", file), plan).as_json()))  # type: ignore[no-any-return]


def test_one_card_is_told_without_a_list_of_cards() -> None:
    told = line(read(year_statement(2024)))
    assert "cards" not in told
    assert (told["kpj"], told["closing"], len(told["months"])) == (KPJ, to_wire(GROWTH + DUES), 12)


def test_several_cards_of_a_year_are_summed_and_told_one_by_one() -> None:
    told = line(read(year_statement(2024, 5_00), year_statement(2024, 7_00, kpj=OTHER_KPJ, npp=None)))
    assert (told["year"], told["kpj"], told["npp"], told["company"]) == (2024, None, None, "CONTOH SEJAHTERA")
    assert (told["opening"], told["closing"]) == ("12.00", to_wire(12_00 + 2 * (GROWTH + DUES)))
    assert len(told["months"]) == 24
    assert [list(card) for card in told["cards"]] == [CARD_KEYS, CARD_KEYS]
    assert [(card["kpj"], card["opening"]) for card in told["cards"]] == [(KPJ, "5.00"), (OTHER_KPJ, "7.00")]


def test_a_figure_one_card_lacks_has_no_sum() -> None:
    assert line(read(year_statement(2024), year_statement(2024, kpj=OTHER_KPJ, taken=None)))["taken"] is None


@pytest.mark.parametrize("other", [year_statement(2025), year_statement(2024, growth=GROWTH + 1, closing=GROWTH + DUES + 1)])
def test_two_years_or_the_same_card_twice_are_never_summed(other: Statement) -> None:
    told = line(read(year_statement(2024), other))
    assert (told["kpj"], told["closing"], told["opening"]) == (KPJ, None, None)
    assert len(told["cards"]) == 2


def test_a_page_with_several_cards_tells_each_and_its_own_total() -> None:
    balance = Balance(
        12_00, (Card(5_00, kpj=KPJ, company="SATU"), Card(7_00, kpj=OTHER_KPJ, company="DUA")), dt.date(2026, 10, 31)
    )
    told = line(read(Statement(Kind.SAVED_PAGE, closing=12_00, closing_on=balance.as_of, balance=balance)))
    assert (told["kpj"], told["company"], told["closing"]) == (None, None, "12.00")
    assert [(card["kpj"], card["company"], card["closing"]) for card in told["cards"]] == [
        (KPJ, "SATU", "5.00"),
        (OTHER_KPJ, "DUA", "7.00"),
    ]


def test_a_refused_file_tells_no_figure_but_what_did_not_fit() -> None:
    told = line(read(doubted=(broken(year_statement(2024)),)))
    assert told["status"] == "page_not_understood"
    assert [told[key] for key in CARD_KEYS[1:-2]] == [None] * 10
    assert told["months"] == []
    assert told["proofs"][0] == {"name": "closing", "holds": False, "detail": "tidak cocok"}
    assert (told["proofs"][1]["name"], told["proofs"][1]["holds"]) == ("opening", None)
    (doubted,) = told["plan"]["statements"]
    assert (doubted["state"], doubted["figures"]["closing"]) == ("doubted", to_wire(GROWTH + DUES + 1))
    assert told["plan"]["needs"] == "decision"


def test_a_file_that_could_not_be_read_has_no_plan() -> None:
    told = line(refused())
    assert (told["plan"], told["kind"], told["closing"], told["months"]) == (None, None, None, [])


def test_who_the_person_is_is_in_no_line() -> None:
    nik, born = "9900000000000001", dt.date(1990, 5, 17)
    said = json.dumps(line(read(year_statement(2024, nik=nik, person="SITI CONTOH", birth=born))))
    assert [word for word in (nik, "SITI", "1990-05-17") if word in said] == []
