"""The judge and the fake portal themselves: what they must notice, they notice."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import replace
from urllib.parse import quote, urlencode

import pytest

from tests.corpus.portals import PORTALS
from tests.corpus.portals.run import Run
from tests.corpus.portals.verdict import Kind, judge
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import LOGIN_SECRET, PIN, Hit, Reply

NAMED = {portal.name: portal for portal in PORTALS}
LOG_IN = Hit("POST", "/masuk", ("email", "sandi"), ("body:sandi",), (), False)
PAGE = Hit("GET", "/saldo", (), (), (), False)
LEAVE = Hit("GET", "/keluar", (), (), (), False)


def outcome(status: str = "ok", **said: object) -> str:
    empty = {"portal": "x", "checked_at": None, "as_of": None, "total": None, "cards": [], "need": None, "message": None}
    return json.dumps({"step": "contacting"}) + "\n" + json.dumps({"status": status, **empty, **said}) + "\n"


def right(name: str = "emptied-by-a-claim") -> Run:
    """A faultless run of a readable portal."""
    card = {"kpj": "60000000006", "company": "PT Lama", "npp": None, "segment": None, "active": False, "last_contribution": None}
    said = outcome(total="0.00", cards=[{**card, "balance": "0.00"}])
    return Run(NAMED[name], 0, said, "", (LOG_IN, PAGE, LEAVE), (), (), frozenset({"/klaim"}), ("GET", "/keluar"), 0.4)


def kinds(run: Run) -> set[Kind]:
    return {fault.kind for fault in judge(run)}


def test_a_faultless_run_has_no_fault() -> None:
    assert judge(right()) == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"stdout": outcome(total="1.00", cards=[])}, Kind.WRONG_FIGURE),
        ({"stdout": outcome(total="0.00", cards=[])}, Kind.WRONG_FIGURE),
        ({"stdout": outcome("page_not_understood", total="0.00"), "code": 6}, Kind.WRONG_FIGURE),
        ({"stdout": outcome("page_not_understood"), "code": 6}, Kind.NOT_READ),
        ({"stdout": ""}, Kind.FORM),
        ({"stdout": "Saldo\n" + outcome()}, Kind.FORM),
        ({"code": 1}, Kind.FORM),
        ({"code": None}, Kind.FORM),
        ({"hits": (LOG_IN, PAGE, LOG_IN, LEAVE)}, Kind.SECOND_LOGIN),
        ({"hits": (LOG_IN, replace(PAGE, login_at=("query or path",)), LEAVE)}, Kind.LEAK),
        ({"hits": (replace(LOG_IN, login_at=("body:sandi", "body:email")), LEAVE)}, Kind.LEAK),
        ({"hits": (replace(LOG_IN, pin_at=("body:kode",)), LEAVE)}, Kind.LEAK),
        ({"strays": (LOG_IN,)}, Kind.LEAK),
        ({"strays": (PAGE,)}, Kind.FOLLOWED),
        ({"stderr": f"Traceback: {LOGIN_SECRET}"}, Kind.LEAK),
        ({"stdout": outcome(message=f"pass={quote(LOGIN_SECRET, safe='')}")}, Kind.LEAK),
        ({"left_in_home": (".cache/log",)}, Kind.LEAK),
        ({"hits": (LOG_IN, replace(PAGE, path="/klaim"), LEAVE)}, Kind.FOLLOWED),
        ({"hits": (LOG_IN, LEAVE, PAGE)}, Kind.FOLLOWED),
        ({"hits": (LOG_IN, PAGE)}, Kind.NO_LOG_OUT),
        ({"hits": (LOG_IN, *[PAGE] * 14, LEAVE)}, Kind.TOO_MANY),
    ],
)
def test_a_fault_is_found_by_its_name(change: dict[str, object], kind: Kind) -> None:
    assert kind in kinds(replace(right(), **change))  # type: ignore[arg-type]


def test_a_figure_from_a_portal_to_be_refused_is_a_wrong_figure() -> None:
    refused = replace(right(), portal=NAMED["does-not-add-up"], stdout=outcome(total="16000000.00"))
    assert kinds(refused) == {Kind.WRONG_FIGURE}


def test_a_wrong_fact_beside_a_right_figure_is_found() -> None:
    run = right()
    assert kinds(replace(run, stdout=run.stdout.replace("PT Lama", "PT Baru"))) == {Kind.WRONG_FACT}
    assert judge(replace(run, stdout=run.stdout.replace('"PT Lama"', "null"))) == []


def ask(url: str, data: bytes | None = None, headers: dict[str, str] | None = None) -> None:
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
        urllib.request.Request(url, data, headers or {}), timeout=5
    ):
        pass


def test_the_server_sees_a_secret_wherever_it_stands() -> None:
    with Site() as site:
        site.get("/")(lambda asked: "")
        site.post("/")(lambda asked: Reply(""))
        ask(f"{site.base}/?x={quote(LOGIN_SECRET, safe='')}")
        ask(f"{site.base}/", headers={"Referer": f"{site.base}/?{urlencode({'p': LOGIN_SECRET})}"})
        ask(f"{site.base}/", urlencode({"a": "1", "sandi": LOGIN_SECRET}).encode())
        ask(f"{site.base}/", urlencode([(f"d{n}", digit) for n, digit in enumerate(PIN)]).encode())
        ask(f"{site.base}/", json.dumps({"sandi": LOGIN_SECRET}).encode(), {"Content-Type": "text/plain"})
        places = [hit.login_at or hit.pin_at for hit in site.hits]
    assert places == [("query or path",), ("header:referer",), ("body:sandi",), ("body:boxes",), ("body",)]


def test_another_name_of_the_same_server_is_another_origin() -> None:
    with Site() as site:
        site.get("/")(lambda asked: "")
        ask(f"{site.base}/")
        assert site.strays == []
        ask(f"{site.alias()}/")
        ask(f"{site.foreign().base}/login")
        assert [(hit.method, hit.path) for hit in site.strays] == [("GET", "/"), ("GET", "/login")]


def test_a_member_page_sends_a_stranger_to_the_log_in() -> None:
    with Site() as site:
        site.login_path = "/masuk"
        site.get("/saldo", member=True)(lambda asked: Reply("", balance="saldo"))
        with pytest.raises(urllib.error.HTTPError) as refused:
            ask(f"{site.base}/saldo")  # there is no page /masuk
        refused.value.close()
        assert [hit.path for hit in site.hits] == ["/saldo", "/masuk"]
        assert not site.served
