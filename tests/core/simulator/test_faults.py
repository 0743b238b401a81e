"""Each switch does what its name says, where it says so, and nothing else."""

from __future__ import annotations

import gzip
import re
import socket
import time
from collections.abc import Callable
from urllib.parse import unquote

import pytest
import requests

from core.errors import Status
from core.simulator import ERAS, Simulator
from core.simulator.accounts import DEMO, EXTRA_CARD, Gate
from core.simulator.faults import FAULTS, answers
from core.simulator.figures import WRONG_BY
from core.simulator.site import GATE_PAGES
from tests.core.simulator.visitor import BALANCE, START, Visitor, figures, rupiah, text, texts, tree

Visit = Callable[[str], Visitor]
TOTAL = 48_471_540  # the demo's, on 22 November 2026
PAGE_FAULTS = [name for name, fault in FAULTS.items() if fault.where == "every page"]


@pytest.fixture(params=ERAS)
def era(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_answers_a_fault_allows_are_statuses_of_a_check() -> None:
    known = {status.value for status in Status}
    for name, fault in FAULTS.items():
        assert fault.answers and set(fault.answers) <= known, name
        for era in ERAS:
            assert answers(name, era) and answers(name, era) <= known


@pytest.mark.parametrize(
    ("name", "era", "expected"),
    [
        ("gzip", "sso2019", {"ok"}),
        ("gzip", "sso2023", {"human_needed"}),
        ("reset", "sso2023", {"network"}),
        ("get_form", "sso2023", {"human_needed", "blocked"}),
        ("otp", "es", {"human_needed"}),
        ("session_lost_form", "es", {"session_expired", "page_not_understood"}),
        ("session_lost_form", "sso2019", {"session_expired"}),
        ("card_chooser", "es", {"ok"}),
    ],
)
def test_an_era_has_its_own_answers(name: str, era: str, expected: set[str]) -> None:
    assert answers(name, era) == expected


def test_every_fault_is_in_the_document() -> None:
    from core.simulator.world import RESOURCES

    document = (RESOURCES.parents[1] / "docs" / "simulator.md").read_text("utf-8")
    assert [name for name in FAULTS if f"`{name}`" not in document] == []


def test_without_faults_the_demo_reads_its_total(visit: Visit, era: str) -> None:
    assert figures(visit(era).open_balance(DEMO), era)[1] == TOTAL


# switching


def test_a_fault_nobody_knows_is_refused(simulator: Simulator, visit: Visit) -> None:
    with pytest.raises(ValueError, match="gremlin"):
        Simulator(faults={"gremlin"})
    with pytest.raises(ValueError, match="gremlin"):
        simulator.faults = frozenset({"gremlin"})
    browser = visit("es")
    for sent in ({"data": {"fault": "gremlin"}}, {"json": ["gremlin"]}, {"json": {"fault": "gzip"}}, {"json": [1]}):
        answer = browser.session.post(browser.url("/_simulator/faults"), **sent, timeout=5)
        assert answer.status_code == 400 and "gzip" in answer.json()["known"]
    assert simulator.faults == frozenset()


def test_faults_are_switched_while_it_runs_and_listed(simulator: Simulator, visit: Visit) -> None:
    browser = visit("es")
    address = browser.url("/_simulator/faults")
    assert browser.get("").status_code == 200
    assert browser.session.post(address, json=["maintenance_503"], timeout=5).json()["faults"] == ["maintenance_503"]
    assert browser.get("").status_code == 503
    answer = browser.session.post(address, data={"fault": ["gzip", "captcha"], "back": "1"}, timeout=5)
    assert answer.url == simulator.root and simulator.faults == {"gzip", "captcha"}
    assert texts(tree(answer), "//tr[.//input[@checked]]//code") == ["gzip", "captcha"]
    assert browser.session.post(address, timeout=5).json()["faults"] == []
    assert set(browser.session.get(address, timeout=5).json()["known"]) == set(FAULTS)


@pytest.mark.parametrize("fault", PAGE_FAULTS)
def test_the_simulators_own_pages_always_answer(simulator: Simulator, visit: Visit, fault: str) -> None:
    simulator.faults = frozenset({fault})
    browser = visit("es")
    for page in ("/", "/_simulator/faults", "/_simulator/log", "/es/assets/style.css"):
        answer = browser.session.get(browser.url(page), timeout=2)
        assert answer.status_code == 200 and "Content-Encoding" not in answer.headers


# every page


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        ("maintenance_503", 503, "Mohon maaf, sistem sedang dalam pemeliharaan."),
        ("maintenance_200", 200, "Mohon maaf, sistem sedang dalam pemeliharaan."),
        ("server_500", 500, "Fatal error"),
    ],
)
def test_the_whole_portal_is_down(simulator: Simulator, visit: Visit, era: str, fault: str, status: int, words: str) -> None:
    browser = visit(era)
    browser.sign_in(DEMO)
    simulator.faults = frozenset({fault})
    for page in ("", START[era], BALANCE[era]):
        answer = browser.get(page)
        assert answer.status_code == status
        assert words in text(answer) and "SIMULATOR" in text(answer)


def test_it_hangs_without_a_byte_and_then_answers() -> None:
    with Simulator(faults={"hang"}, hang_s=0.6) as simulator, Visitor(simulator, "es") as browser:
        with pytest.raises(requests.ReadTimeout):
            browser.session.get(simulator.url("es"), timeout=0.3)
        start = time.monotonic()
        assert browser.get("").status_code == 200
        assert time.monotonic() - start >= 0.6


def test_it_resets_the_connection(simulator: Simulator) -> None:
    simulator.faults = frozenset({"reset"})
    with socket.create_connection(("127.0.0.1", simulator.port), timeout=5) as connection:
        connection.sendall(b"GET /es/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        with pytest.raises(ConnectionResetError):
            connection.recv(1)


def test_a_slow_page_drips_and_is_whole(simulator: Simulator, visit: Visit, era: str) -> None:
    browser = visit(era)
    browser.open_balance(DEMO)
    simulator.faults = frozenset({"slow"})
    start = time.monotonic()
    assert figures(browser.get(BALANCE[era]), era)[1] == TOTAL
    assert time.monotonic() - start > 0.15


def test_an_endless_drip_never_lets_a_read_time_out(simulator: Simulator) -> None:
    simulator.faults = frozenset({"drip_forever"})
    with socket.create_connection(("127.0.0.1", simulator.port), timeout=1) as connection:
        connection.sendall(b"GET /es/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        head = connection.recv(65_536)
        assert head.endswith(b"\r\n\r\n") and int(head.split(b"Content-Length: ")[1].split(b"\r")[0]) > 2000
        assert [len(connection.recv(100)) for _ in range(2)] == [1, 1]


def test_gzip_only_for_a_client_that_says_it_can(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"gzip"})
    browser = visit(era)
    page = browser.open_balance(DEMO)
    assert page.headers["Content-Encoding"] == "gzip" and figures(page, era)[1] == TOTAL
    raw = browser.get(BALANCE[era], stream=True).raw.read(decode_content=False)
    assert gzip.decompress(raw).decode() == page.text
    plain = browser.get(BALANCE[era], headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers and figures(plain, era)[1] == TOTAL


def test_windows_1252_is_said_in_the_page_only(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"windows_1252"})
    page = visit(era).open_balance(DEMO)
    assert page.headers["Content-Type"] == "text/html"
    assert b"\x96" in page.content  # an en dash, which is no UTF-8
    with pytest.raises(UnicodeDecodeError):
        page.content.decode("utf-8")
    assert b"charset=windows-1252" in page.content.replace(b'"', b"")
    assert figures(page, era)[1] == TOTAL


# signing in


@pytest.mark.parametrize("era_", ["es", "sso2019"])
def test_a_captcha_asks_for_the_code_of_a_picture(simulator: Simulator, visit: Visit, era_: str) -> None:
    simulator.faults = frozenset({"captcha"})
    browser = visit(era_)
    page = tree(browser.get(START[era_]))
    (picture,) = page.xpath("//form//img/@src")
    assert page.xpath("//form//input[@name='vc']/@type") == ["text"]
    assert "Captcha tidak sesuai" in browser.sign_in(DEMO).text
    drawn = browser.get(START[era_].replace("login.bpjs", picture))
    assert drawn.headers["Content-Type"].startswith("image/svg+xml")
    code = "".join(tree(drawn.content).xpath("//*[local-name()='text']/text()"))
    form = {"userid": DEMO.nik, "pass": DEMO.secret, "vc": code}
    assert browser.post(START[era_], form).url.endswith("dashboard.bpjs")


def test_the_form_would_put_the_secret_into_the_address(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"get_form"})
    browser = visit(era)
    (form,) = tree(browser.get(START[era])).xpath("//form[.//input[@type='password']]")
    assert form.get("method") == "get"
    browser.get(f"{START[era]}?userid={DEMO.nik}&pass={DEMO.secret}")
    assert simulator.log[-1].path.endswith("login.bpjs?pass&userid")


def test_the_log_in_is_sent_on_to_a_host_that_counts_who_comes(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"foreign_redirect"})
    answer = visit(era).type_in(DEMO.email, DEMO.secret, allow_redirects=False)
    assert answer.status_code == 307
    foreign = answer.headers["Location"]
    assert not foreign.startswith(simulator.root)
    assert simulator.counts["foreign"] == 0
    requests.post(foreign, timeout=5)  # as nobody honest would
    assert simulator.counts["foreign"] == 1


def test_an_unknown_error_has_words_of_no_family(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"unknown_error", "error_in_page"})
    answer = visit(era).sign_in(DEMO)
    assert "Proses tidak dapat dilanjutkan. Kode 7741." in text(answer)
    for word in ("salah", "sesuai", "ditemukan", "terkunci", "habis", "ulang", "captcha", "gangguan", "pemeliharaan", "robot"):
        assert word not in texts(tree(answer), "//*[@role='alert']")[0].lower()


WRONG = {"es": "User ID atau PIN yang Anda masukkan salah"}
ELSEWHERE = "Akun tidak ditemukan pastikan email dan password anda benar"


def test_the_refusal_stands_where_the_fault_puts_it(simulator: Simulator, visit: Visit, era: str) -> None:
    sentence = WRONG.get(era, ELSEWHERE)
    for place in ("page", "alert", "modal", "query"):
        simulator.faults = frozenset({f"error_in_{place}"})
        simulator._running.world.wrong.clear()
        answer = visit(era).type_in(DEMO.email, "salah")
        scripts = " ".join(s for s in tree(answer).xpath("//script/text()"))
        assert (sentence in text(answer)) is (place == "page")
        assert (f"alert('{sentence}')" in scripts) is (place == "alert")
        assert (f"text: '{sentence}'" in scripts and "Swal.fire" in scripts) is (place == "modal")
        assert (unquote(answer.url).endswith(f"login.bpjs?error={sentence}")) is (place == "query")


def test_where_refusals_stand_without_a_fault(visit: Visit) -> None:
    assert WRONG["es"] in text(visit("es").type_in(DEMO.email, "salah"))
    assert ELSEWHERE in text(visit("sso2019").type_in(DEMO.email, "salah"))
    assert "Swal.fire" in visit("sso2023").type_in("x@example.test", "salah").text


def test_only_the_portals_own_sentences_are_shown_from_the_address(visit: Visit) -> None:
    browser = visit("es")
    assert "Silahkan Login ulang" in text(browser.get("sso/login.bpjs?error=Silahkan Login ulang"))
    assert "Kirim uang" not in browser.get("sso/login.bpjs?error=Kirim uang ke ...").text


# between log-in and balance


@pytest.mark.parametrize("gate", Gate)
def test_a_gate_stands_before_everything_behind_the_log_in(simulator: Simulator, visit: Visit, era: str, gate: Gate) -> None:
    simulator.faults = frozenset({gate.value})
    browser = visit(era)
    assert browser.sign_in(DEMO).url.endswith(GATE_PAGES[gate])
    assert browser.get(BALANCE[era]).url.endswith(GATE_PAGES[gate])


def test_all_gates_stand_one_after_the_other(simulator: Simulator, visit: Visit) -> None:
    simulator.faults = frozenset(gate.value for gate in Gate)
    browser = visit("es")
    assert browser.sign_in(DEMO).url.endswith("konfirmasi.bpjs")
    assert browser.post("sso/konfirmasi.bpjs", {"jawab": "ya"}).url.endswith("gantisandi.bpjs")
    assert "tidak disimpan" in text(browser.post("sso/gantisandi.bpjs", {"lama": "a", "baru": "b", "ulangi": "b"}))


@pytest.mark.parametrize("how", ["script", "302", "form"])
def test_the_session_is_lost_at_the_balance(simulator: Simulator, visit: Visit, era: str, how: str) -> None:
    simulator.faults = frozenset({f"session_lost_{how}"})
    answer = visit(era).open_balance(DEMO, allow_redirects=False)
    assert answer.status_code == (302 if how == "302" else 200)
    assert ("window.location='login.bpjs?error=Silahkan Login ulang'" in answer.text) is (how == "script")
    assert answer.headers.get("Location", "").endswith("login.bpjs") is (how == "302")
    assert bool(tree(answer.text or "<p>").xpath("//input[@type='password']")) is (how == "form")
    assert "21098764567" not in answer.text


def test_a_ring_of_redirects_never_ends(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"redirect_ring"})
    browser = visit(era)
    browser.session.max_redirects = 12
    if era == "es":
        with pytest.raises(requests.TooManyRedirects):
            browser.sign_in(DEMO)
    with pytest.raises(requests.TooManyRedirects):
        browser.open_balance(DEMO)


# the balance page


def test_the_places_of_the_figures_are_empty(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"empty_balance"})
    page = visit(era).open_balance(DEMO)
    assert "21098764567" in text(page) and "Total Saldo JHT" in text(page)
    assert set(texts(tree(page), "//td[@class='figure'] | //strong | //b[@class='balance']")) == {""}


def test_the_balance_goes_under_a_name_nobody_has_heard(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"unknown_words"})
    page = visit(era).open_balance(DEMO)
    labels = " ".join(map(str, tree(page).xpath("//td/text() | //th/text() | //dt/text() | //span/text() | //td/b/text()")))
    assert "Kekayaan" in labels
    assert "Saldo JHT" not in labels.replace("Simulator Saldo JHT", "")
    assert "Saldo JHT" in " ".join(texts(tree(page), "//h1 | //h2"))
    assert "48.471.540" in text(page)


def test_the_columns_and_lines_stand_in_another_order(simulator: Simulator, visit: Visit, era: str) -> None:
    before = tree(visit(era).open_balance(DEMO))
    simulator.faults = frozenset({"column_order"})
    after = tree(visit(era).open_balance(DEMO))
    leaves = "//td[not(.//td)] | //b | //th"
    words = "//th | //div[@class='block'][1]//table[1]//td[1] | //section[h3][1]//div[@class='pair']/span"
    assert texts(before, words) != texts(after, words)
    assert sorted(texts(before, leaves)) == sorted(texts(after, leaves))
    if era == "es":
        head, *rows = after.xpath("//div[@class='block'][1]/table[2]//tr")
        assert [c.text_content() for c in head][0::4] == ["Saldo Akhir", "Tahun"]
        assert rows[-1][0].text_content() == "32.219.749,00"


def test_numbers_are_written_in_the_english_way(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"number_format"})
    words = text(visit(era).open_balance(DEMO))
    assert "48,471,540.00" in words and "48.471.540" not in words


def test_one_more_card_counts_in_the_total(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"extra_kpj"})
    cards, total = figures(visit(era).open_balance(DEMO), era)
    assert len(cards) == 3 and cards[(EXTRA_CARD.kpj, "PU")] > 0
    assert total == sum(cards.values()) == TOTAL + cards[(EXTRA_CARD.kpj, "PU")]


def test_the_total_is_not_the_sum(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"wrong_total"})
    cards, total = figures(visit(era).open_balance(DEMO), era)
    assert total == sum(cards.values()) + WRONG_BY


def test_a_truncated_page_ends_in_a_figure_and_nothing_tells_so(simulator: Simulator, visit: Visit, era: str) -> None:
    whole = visit(era).open_balance(DEMO).text
    simulator.faults = frozenset({"truncated"})
    page = visit(era).open_balance(DEMO)
    assert "Content-Length" not in page.headers and page.headers["Connection"] == "close"
    cut = page.text
    assert whole.startswith(cut[:200]) and "</html>" not in cut
    figure = re.search(r"(?:Rp )?([\d.]*)$", cut)
    assert figure and len(figure[1]) >= 3  # digits stand there: a reader who is not careful has a figure


def test_a_short_body_is_less_than_was_promised(simulator: Simulator, visit: Visit, era: str) -> None:
    browser = visit(era)
    browser.open_balance(DEMO)
    simulator.faults = frozenset({"short_body"})
    with pytest.raises((requests.exceptions.ChunkedEncodingError, requests.ConnectionError)):
        browser.get(BALANCE[era])


def test_a_huge_page_is_over_six_million_bytes_and_whole(simulator: Simulator, visit: Visit, era: str) -> None:
    simulator.faults = frozenset({"huge"})
    page = visit(era).open_balance(DEMO)
    assert 6_000_000 < len(page.content) < 7_000_000
    assert figures(page, era)[1] == TOTAL


def test_2019_makes_one_choose_a_card_first_and_tells_no_total(simulator: Simulator, visit: Visit) -> None:
    simulator.faults = frozenset({"card_chooser"})
    browser = visit("sso2019")
    page = tree(browser.open_balance(DEMO))
    assert "Rp" not in page.xpath("//div[@class='container main']")[0].text_content()
    values = page.xpath("//select[@name='kpj']/option/@value")
    assert values == ["", "21098764567-PU", "14035215667-PU"]
    shown = [tree(browser.get(f"saldojht.bpjs?kpj={value}")) for value in values[1:]]
    assert sum(rupiah(one.xpath("//dd[@class='balance']")[0].text_content()) for one in shown) == TOTAL
    assert not any(one.xpath("//strong[@class='total']") for one in shown)


def test_faults_work_together(simulator: Simulator, visit: Visit) -> None:
    simulator.faults = frozenset({"gzip", "windows_1252", "number_format", "extra_kpj", "slow"})
    page = visit("sso2019").open_balance(DEMO)
    assert page.headers["Content-Encoding"] == "gzip" and "22113340982" in text(page) and b"\x96" in page.content
