"""The portal of 2023 beyond its plain pages: figures by script, months over the page, a statement as a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from core.simulator import Simulator
from core.simulator.accounts import AFTER_CLAIM, DEMO, PEOPLE
from core.simulator.statement_pdf import statement_pdf
from core.simulator.statements import statements_of
from core.statements.limits import Limits
from core.statements.open_file import open_file
from core.statements.statement import FileStatus
from tests.core.simulator.visitor import Visitor, rupiah, text, tree

TODAY = dt.date(2026, 11, 22)
YEAR = 2025
Visit = Callable[[str], Visitor]


def test_the_scripts_figures_are_those_of_the_plain_page(visit: Visit, simulator: Simulator) -> None:
    browser = visit("sso2023")
    plain = browser.open_balance(DEMO)
    data = browser.get("saldodata.bpjs").json()
    assert data["total"] in text(plain) and data["today"] in text(plain)
    assert sum(rupiah(card["balance"]) for card in data["cards"]) == rupiah(data["total"])
    simulator.faults = {"scripted"}
    scripted = browser.get("saldojht.bpjs")
    assert data["total"] not in text(scripted)
    assert tree(scripted).xpath("//strong[@class='total']")[0].text == "Rp 0"  # what a careless reader would take for the balance


def test_the_months_come_as_a_part_of_a_page(visit: Visit) -> None:
    browser = visit("sso2023")
    browser.open_balance(DEMO)
    part = browser.get("rincian.bpjs?kartu=1&bagian=ya").text
    assert part.startswith("<h2>") and "<html" not in part and "BLTH" in part


def test_every_statement_that_can_be_downloaded_is_read_back_to_the_sen() -> None:
    read = 0
    for person in PEOPLE:
        for told in statements_of(YEAR, person):
            answer = open_file(statement_pdf(told, person), "RSJHT.pdf", None, TODAY, Limits())
            assert answer.status is FileStatus.OK, (person.key, answer.reason)
            (found,) = answer.statements
            assert (found.kpj, found.opening, found.closing, found.dues) == (told.kpj, told.opening, told.closing, told.dues)
            assert [month.blth for month in found.months] == [month.blth for month in told.months]
            read += 1
    assert read > 6


def test_a_card_without_a_statement_offers_none(visit: Visit) -> None:
    browser = visit("sso2023")
    page = browser.open_balance(AFTER_CLAIM)
    assert tree(page).xpath("//a[@class='unduh']") == [] or all(
        browser.get(link).status_code == 200 for link in tree(page).xpath("//a[@class='unduh']/@href")
    )
    assert browser.get("rsjht.bpjs?kartu=99").status_code == 404
