"""The pages of each era are the ones the facts describe, and each shows what the cards hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import pytest

from core.simulator import ERAS, Simulator
from core.simulator.accounts import AFTER_CLAIM, DEMO, NO_BALANCE, ONE_CARD, PEOPLE, THREE_CARDS, Person
from core.simulator.career import cards_on
from core.simulator.site import GATE_PAGES
from tests.core.simulator.visitor import START, Visitor, figures, text, texts, tree

Visit = Callable[[str], Visitor]

TODAY = dt.date(2026, 11, 22)
BANNER = "SIMULATOR - bukan situs BPJS Ketenagakerjaan"


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("person", [DEMO, ONE_CARD, THREE_CARDS, AFTER_CLAIM], ids=lambda p: p.key)
def test_every_figure_on_the_balance_page_is_the_cards_own(visit: Visit, era: str, person: Person) -> None:
    states = cards_on(person, TODAY)
    cards, total = figures(visit(era).open_balance(person), era)
    assert cards == {(s.membership.kpj, s.membership.segment.value): s.balance for s in states}
    assert total == sum(s.balance for s in states)


@pytest.mark.parametrize("era", ERAS)
def test_a_page_says_whose_card_which_company_what_state_and_the_day(visit: Visit, era: str) -> None:
    words = text(visit(era).open_balance(DEMO))
    for expected in (
        "21098764567",
        "PT Maju Bersama Tekstil",
        "99000001/000",
        "Aktif",
        "Nonaktif",
        "CV Karya Utama",
        "22-11-2026",
    ):
        assert expected in words
    assert ("Okt 2026" if era == "sso2023" else "10-2026") in words
    assert ("Mar 2019" if era == "sso2023" else "03-2019") in words


@pytest.mark.parametrize("era", ERAS)
def test_no_card_is_said_in_words_and_shows_no_amount(visit: Visit, era: str) -> None:
    page = visit(era).open_balance(NO_BALANCE)
    assert "Data saldo tidak ditemukan" in text(page)
    assert tree(page).xpath("//*[contains(@class,'total')]") == []


def test_the_start_page_of_2015_has_a_banner_and_three_doors(visit: Visit) -> None:
    browser = visit("es")
    page = tree(browser.get(""))
    assert texts(page, "//h3") == ["Tenaga Kerja", "Mitra", "Perusahaan"]
    worker = page.xpath("//td[h3='Tenaga Kerja']//a")
    assert [(a.text_content(), a.get("href")) for a in worker] == [
        ("Login", "/es/sso/login.bpjs"),
        ("Registrasi", "/es/sso/registrasi.bpjs"),
    ]
    for whom in ("Mitra", "Perusahaan"):
        (door,) = page.xpath(f"//td[h3='{whom}']//a")
        assert f"Login {whom}" in text(browser.get(door.get("href")))


def test_a_worker_who_takes_the_wrong_door_gets_nowhere_and_is_counted(simulator: Simulator, visit: Visit) -> None:
    answer = visit("es").post("sso/mitra.bpjs", {"userid": DEMO.email, "pass": DEMO.secret})
    assert "Data tidak sesuai" in text(answer)
    assert (simulator.counts["wrong_door_posts"], simulator.counts["login_posts"]) == (1, 0)


def test_the_form_of_2015_has_the_four_fields_the_notes_know(visit: Visit) -> None:
    form = tree(visit("es").get("sso/login.bpjs")).xpath("//form[.//input[@type='password']]")[0]
    assert [i.get("name") for i in form.xpath(".//input")] == ["vc", "userid", "pass", "submit"]
    assert "No. E-KTP / Email" in form.text_content() and "PIN" in form.text_content()


def test_the_registration_of_2015_asks_what_the_guides_tell(visit: Visit) -> None:
    words = text(visit("es").get("sso/registrasi.bpjs"))
    for label in ("NO. E-KTP", "NAMA IBU KANDUNG", "NO. HANDPHONE", "EMAIL", "Kode keamanan", "Ya, Saya Setuju"):
        assert label in words


def test_the_profile_of_2015_shows_the_cards_and_the_mobile_number(visit: Visit) -> None:
    browser = visit("es")
    browser.sign_in(DEMO)
    words = text(browser.get("sso/profil.bpjs"))
    for value in ("21098764567", "14035215667", DEMO.phone, DEMO.nik, DEMO.email):
        assert value in words


def test_the_table_of_2015_adds_up_line_by_line(visit: Visit) -> None:
    for person in (DEMO, THREE_CARDS):
        root = tree(visit("es").open_balance(person))
        for block in root.xpath("//div[@class='block']"):
            head, *rows = block.xpath("./table[2]//tr")
            names = [c.text_content() for c in head]
            assert names[:4] == ["Tahun", "Saldo Awal", "Iuran", "Pengembangan"] and names[-1] == "Saldo Akhir"
            for row in rows:
                opening, *moves, closing = [int(c.text_content().removesuffix(",00").replace(".", "")) for c in row[1:]]
                taken = moves[2] if "Pengambilan" in names else 0
                assert opening + moves[0] + moves[1] - taken == closing


def test_the_menu_of_2019_leads_over_layanan_to_the_pin(visit: Visit) -> None:
    browser = visit("sso2019")
    page = tree(browser.sign_in(DEMO))
    (entry,) = page.xpath("//li[contains(@class,'dropdown')]/a[contains(.,'Layanan')]/../ul/li/a[.='Cek Saldo JHT']")
    pin_page = tree(browser.get(entry.get("href")))
    (field,) = pin_page.xpath("//form//input[@type='password']")
    assert (field.get("name"), field.get("maxlength")) == ("pin", "6")
    assert "Masukkan PIN" in pin_page.text_content()


def test_2019_shows_one_card_in_full_with_its_months(visit: Visit) -> None:
    page = tree(visit("sso2019").open_balance(ONE_CARD))
    assert texts(page, "//thead//th") == ["BLTH", "Tgl Bayar", "Upah", "Iuran JHT", "Rapel"]
    (card,) = cards_on(ONE_CARD, TODAY)
    rows = [[c.text_content() for c in row] for row in page.xpath("//tbody/tr")]
    assert len(rows) == 24
    newest = card.months[-1]
    assert rows[0][:2] == [f"{newest.blth.month:02d}-{newest.blth.year}", newest.paid.strftime("%d-%m-%Y")]
    assert rows[0][3] == f"Rp {newest.amount:,},00".replace(",", ".", newest.amount // 1_000_000 + 1)


def test_2019_lets_one_choose_a_card_and_shows_all_its_months_on_request(visit: Visit) -> None:
    browser = visit("sso2019")
    page = tree(browser.open_balance(THREE_CARDS))
    values = [o.get("value") for o in page.xpath("//select[@name='kpj']/option")]
    assert values == ["", "16049983319-PU", "16049983319-BPU", "08011270045-PU"]
    one = tree(browser.get("saldojht.bpjs?kpj=16049983319-BPU"))
    assert texts(one, "//select/option[@selected]") == ["16049983319 - Wadah Pedagang Pasar Baru"]
    assert one.xpath("//strong[@class='total']") == []  # one card of several: no total stands there
    (more,) = one.xpath("//a[.='Tampilkan semua bulan']")
    everything = tree(browser.get(more.get("href")))
    assert len(everything.xpath("//tbody/tr")) == len(cards_on(THREE_CARDS, TODAY)[1].months)


def test_2023_has_the_seven_tiles(visit: Visit) -> None:
    page = tree(visit("sso2023").sign_in(DEMO))
    assert texts(page, "//div[@class='tiles']/a") == [
        "Kartu Digital",
        "Lihat Saldo JHT",
        "Pengajuan Klaim",
        "Simulasi",
        "Bantuan Subsidi Upah",
        "Layanan Syariah",
        "Tracking Klaim",
    ]


def test_2023_has_details_for_each_card_between_two_months(visit: Visit) -> None:
    browser = visit("sso2023")
    links = tree(browser.open_balance(DEMO)).xpath("//a[.='Rincian']/@href")
    assert links == ["rincian.bpjs?kartu=1", "rincian.bpjs?kartu=2"]
    assert len(tree(browser.get(links[0])).xpath("//tbody/tr")) == 12
    rows = tree(browser.get(links[0] + "&dari=2025-02&sampai=2025-04")).xpath("//tbody/tr")
    assert [row[0].text_content() for row in rows] == ["Apr 2025", "Mar 2025", "Feb 2025"]


@pytest.mark.parametrize(
    "query", ["kartu=9", "kartu=0", "kartu=-1", "kartu=x", "kartu=1&dari=2025&sampai=..", "kartu=1&dari=2026-12&sampai=2020-01"]
)
def test_nonsense_in_the_address_breaks_nothing(visit: Visit, query: str) -> None:
    browser = visit("sso2023")
    browser.sign_in(DEMO)
    assert browser.get(f"rincian.bpjs?{query}").status_code == 200


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: p.key)
@pytest.mark.parametrize("era", ERAS)
def test_every_page_that_can_be_walked_to_carries_the_banner_and_leads_nowhere_else(
    simulator: Simulator, visit: Visit, era: str, person: Person
) -> None:
    browser = visit(era)
    browser.sign_in(person)
    to_do, seen = {browser.url(""), browser.url(START[era]), browser.url(START[era]).replace("login", "dashboard")}, set()
    while to_do:
        url = to_do.pop()
        seen.add(url)
        answer = browser.session.get(url, timeout=10)
        kind = answer.headers["Content-Type"].split(";")[0]
        kinds = ("text/html", "text/css", "text/javascript", "image/svg+xml", "application/pdf")
        assert answer.status_code == 200 and kind in kinds, url
        assert kind != "application/pdf" or "CONTOH" in answer.headers["Content-Disposition"]
        if kind != "text/html":
            continue
        assert BANNER in answer.text
        root = tree(answer)
        for place in root.xpath("//@href | //@src | //form/@action"):
            target = urljoin(answer.url, place).split("#")[0]
            assert urlsplit(target).netloc == urlsplit(simulator.root).netloc
            if "logout" not in target and target not in seen:
                to_do.add(target)
    assert len(seen) > 8
    assert all(entry.path != "?" for entry in simulator.log)


@pytest.mark.parametrize("path", ["", "es/nix", "nix", "es/sso/nix", "sso2023/nix", "favicon.ico"])
def test_even_a_missing_page_and_the_start_page_carry_the_banner(visit: Visit, path: str) -> None:
    browser = visit("es")
    answer = browser.get(f"/{path}")
    assert BANNER in answer.text
    assert answer.status_code == (404 if path else 200)


def test_the_start_page_prints_the_fixtures(visit: Visit) -> None:
    words = text(visit("es").get("/"))
    for person in PEOPLE:
        assert all(value in words for value in (person.nik, person.email, person.secret, person.pin))


def test_every_gate_has_a_page_of_its_own_in_each_era(visit: Visit) -> None:
    for era in ERAS:
        for person in PEOPLE:
            if person.gates:
                answer = visit(era).sign_in(person)
                assert answer.url.endswith(GATE_PAGES[person.gates[0]])
