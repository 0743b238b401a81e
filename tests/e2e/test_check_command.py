"""`main.py check` as a real process: every era, account and fault gets the status it should."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from core.simulator import ERAS, Simulator
from core.simulator.accounts import DEMO, PEOPLE, Gate, Person
from core.simulator.clock import today_in_jakarta
from core.simulator.faults import FAULTS
from core.simulator.history import balance_on
from tests.e2e.running import Ran, look, main

pytestmark = pytest.mark.journey

CARD_KEYS = ["kpj", "company", "npp", "segment", "active", "last_contribution", "balance"]
STEPS = ["contacting", "signing_in", "opening_balance", "reading", "storing"]
LONG = ("drip_forever", "hang", "slow")
NEEDS = {
    Gate.DATA_UPDATE: "data_update",
    Gate.OTP: "otp",
    Gate.PASSWORD_CHANGE: "password_change",
    Gate.OTHER_SESSION: "other_session",
}


def test_the_demo_prints_steps_and_the_balance_the_portal_says(place: Path) -> None:
    ran = main(place, "check", "--demo", "--json")
    assert (ran.status, ran.err) == ("ok", "")
    assert [line["step"] for line in ran.lines[:-1]] == STEPS
    said = balance_on(DEMO, today_in_jakarta())
    outcome = ran.outcome
    assert (outcome["portal"], outcome["need"], outcome["message"]) == ("simulator-sso2019", None, None)
    assert outcome["total"] == f"{said.total // 100}.{said.total % 100:02d}"
    assert outcome["as_of"] == today_in_jakarta().isoformat()
    assert dt.datetime.fromisoformat(str(outcome["checked_at"])).tzinfo is dt.UTC
    cards = outcome["cards"]
    assert isinstance(cards, list)
    assert [list(card) for card in cards] == [CARD_KEYS] * len(said.cards)
    assert [(card["kpj"], card["npp"], card["segment"]) for card in cards] == [(c.kpj, c.npp, str(c.segment)) for c in said.cards]
    assert [card["last_contribution"] for card in cards] == [str(c.last_contribution) for c in said.cards]


def test_without_json_it_speaks_to_people_in_their_language(place: Path) -> None:
    indonesian, english = main(place, "check", "--demo"), main(place, "check", "--demo", LANG="en_US.UTF-8")
    amount = f"{balance_on(DEMO, today_in_jakarta()).total // 100:,}".replace(",", ".")
    assert indonesian.out.startswith(f"Saldo JHT: Rp {amount} (per ")
    assert english.out.startswith(f"JHT balance: Rp {amount} (as of ")
    assert (indonesian.code, indonesian.err, english.code, english.err) == (0, "", 0, "")


def test_a_failure_is_one_sentence_on_stderr_with_the_portals_words(place: Path) -> None:
    ran = main(place, "check", "--demo", "--secrets-stdin", stdin="salah\n000000\n")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("\n") == 1
    assert "Portal menolak" in ran.err
    assert "kata portal: “" in ran.err


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.key)
def test_each_account_of_each_era_gets_the_status_it_should(place: Path, simulator: Simulator, era: str, person: Person) -> None:
    ran = look(place, simulator.url(era), person)
    if era == "sso2023":
        assert (ran.status, ran.outcome["need"]) == ("human_needed", "captcha")
        assert simulator.counts["login_posts"] == 0
    elif person.locked:
        assert ran.status == "account_locked"
    elif person.gates:
        assert (ran.status, ran.outcome["need"]) == ("human_needed", NEEDS[person.gates[0]])
    elif not person.linked:
        assert ran.status == "no_balance"
    else:
        assert ran.status == "ok"
        assert ran.outcome["total"] == f"{balance_on(person, today_in_jakarta()).total // 100}.00"
    assert ran.outcome["portal"] == f"http://127.0.0.1:{simulator.port}"
    assert ran.err == ""


@pytest.fixture(scope="module", autouse=True)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Ran]]]:
    """The checks that end by their time limits, each in a home of its own: those that are chosen begin with the first test, wait beside
    the others, and are looked at last."""
    wanted = {item.callspec.params.get("fault") for item in request.session.items if hasattr(item, "callspec")}
    with ThreadPoolExecutor(len(LONG)) as pool:
        yield {
            fault: pool.submit(main, tmp_path_factory.mktemp(fault), "check", "--demo", "--fault", fault, "--json")
            for fault in LONG
            if fault in wanted
        }


@pytest.mark.parametrize("era", ["es", "sso2019"])
def test_a_wrong_secret_is_sent_exactly_once(place: Path, simulator: Simulator, era: str) -> None:
    ran = look(place, simulator.url(era), DEMO, secret="tidak-benar")
    assert ran.status == "credentials_rejected"
    assert (simulator.counts["login_posts"], simulator.counts["pin_posts"]) == (1, 0)


def test_a_wrong_pin_is_sent_exactly_once(place: Path, simulator: Simulator) -> None:
    ran = look(place, simulator.url("sso2019"), DEMO, pin="000000")
    assert ran.status == "credentials_rejected"
    assert (simulator.counts["login_posts"], simulator.counts["pin_posts"]) == (1, 1)


def test_a_portal_that_is_not_there_is_a_network_failure(place: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert look(place, url, DEMO).status == "network"


@pytest.mark.parametrize(
    "url", ["http://portal.example.test/", "ftp://127.0.0.1/", "portal", "https://", "http://127.0.0.1:99999/"]
)
def test_an_address_that_is_not_safe_is_blocked_before_anything_is_asked(place: Path, url: str) -> None:
    assert look(place, url, DEMO).status == "blocked"


@pytest.mark.parametrize("fault", sorted(FAULTS, key=LONG.__contains__))
def test_each_fault_gets_an_answer_it_may_have(place: Path, begun: dict[str, Future[Ran]], fault: str) -> None:
    ran = begun[fault].result() if fault in begun else main(place, "check", "--demo", "--fault", fault, "--json")
    assert ran.status in FAULTS[fault].answers
    assert (ran.outcome["total"] is None) == (ran.status != "ok")
    assert (ran.outcome["message"] is None) == (ran.status == "ok")
    assert ran.err == ""
