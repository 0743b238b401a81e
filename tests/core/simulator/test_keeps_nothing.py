"""What is typed at the simulator is compared and forgotten, and nobody outside this machine can reach it."""

from __future__ import annotations

import contextlib
import gc
import http.client
import json
import socket
import threading
import time
from collections.abc import Callable
from types import FunctionType, ModuleType
from urllib.parse import quote

import pytest
import requests

from core.simulator import ERAS, Simulator
from core.simulator.accounts import DEMO
from tests.core.simulator.visitor import START, Visitor

Visit = Callable[[str], Visitor]
CANARY = "KENARI-9041-rahasia"


def everywhere(browser: Visitor) -> list[str]:
    """Send the canary in every way a person or a program may; returns all that came back."""
    folder = "sso/" if browser.era == "es" else ""
    pages = [
        START[browser.era],
        f"{folder}saldojht.bpjs",
        f"{folder}dashboard.bpjs",
        f"{folder}otp.bpjs",
        f"{folder}gantisandi.bpjs",
    ]
    pages += [
        f"{folder}pengkinian.bpjs",
        f"{folder}konfirmasi.bpjs",
        f"{folder}registrasi.bpjs",
        f"{folder}daftar.bpjs",
        f"{folder}mitra.bpjs",
    ]
    names = (
        "userid",
        "pass",
        "email",
        "password",
        "vc",
        "pin",
        "otp",
        "no_ktp",
        "error",
        "kpj",
        "q",
        "_token",
        "g-recaptcha-response",
        CANARY,
    )
    answers = [browser.type_in(CANARY, CANARY), browser.type_in(DEMO.email, CANARY)]
    for page in pages:
        answers.append(browser.post(page, dict.fromkeys(names, CANARY)))
        answers.append(browser.get(f"{page}?" + "&".join(f"{quote(n)}={CANARY}" for n in names)))
    answers.append(browser.get(f"{folder}{CANARY}.bpjs"))
    answers.append(browser.get(f"/{CANARY}?{CANARY}"))
    answers.append(browser.session.post(browser.url("/_simulator/faults"), json=[CANARY], timeout=5))
    answers.append(browser.session.post(browser.url("/_simulator/faults"), data={"fault": CANARY, CANARY: CANARY}, timeout=5))
    answers.append(browser.session.request(CANARY, browser.url(""), timeout=5))
    answers.append(browser.session.get(browser.url(""), headers={"Host": CANARY, "X": CANARY, "Cookie": CANARY}, timeout=5))
    return [f"{answer.headers} {answer.text}" for answer in answers]


@pytest.mark.parametrize("era", ERAS)
def test_nothing_that_was_typed_comes_back_is_logged_or_kept(
    simulator: Simulator, visit: Visit, era: str, capfd: pytest.CaptureFixture[str]
) -> None:
    browser = visit(era)
    for answer in everywhere(browser):
        assert CANARY not in answer
    log = browser.get("/_simulator/log")
    assert CANARY not in log.text and CANARY not in repr(simulator.log)
    assert len(log.json()) == len(simulator.log) > 20
    browser.session.close()
    simulator._running.world.sentences["planted"] = CANARY
    assert [kept for kept in _reachable(simulator) if isinstance(kept, str | bytes) and _holds(kept)] == [CANARY]
    del simulator._running.world.sentences["planted"]
    assert [kept for kept in _reachable(simulator) if isinstance(kept, str | bytes) and _holds(kept)] == []
    assert CANARY not in "".join(capfd.readouterr())


def _holds(value: str | bytes) -> bool:
    return CANARY in value if isinstance(value, str) else CANARY.encode() in value


def _reachable(root: object) -> list[object]:
    """Everything the simulator's own objects hold on to (modules, classes, functions and threads' machinery left out)."""
    seen: dict[int, object] = {}
    to_do = [root]
    while to_do:
        thing = to_do.pop()
        if id(thing) in seen or isinstance(thing, type | ModuleType | FunctionType | threading.Thread):
            continue
        seen[id(thing)] = thing
        to_do.extend(gc.get_referents(thing))
    return list(seen.values())


@pytest.mark.parametrize("era", ERAS)
def test_the_log_tells_names_of_fields_and_never_a_value(simulator: Simulator, visit: Visit, era: str) -> None:
    visit(era).open_balance(DEMO)
    entries = simulator.log
    posts = [e for e in entries if e.method == "POST" and e.path.endswith("login.bpjs")]
    assert [e.status for e in posts] == [302]
    assert {
        "es": {"pass", "userid", "vc"},
        "sso2019": {"pass", "userid", "vc"},
        "sso2023": {"_token", "email", "g-recaptcha-response", "password"},
    }[era] <= set(posts[0].fields)
    assert (entries[0].logged_in, entries[-1].logged_in) == (False, True)
    for secret in (DEMO.secret, DEMO.pin, DEMO.email, DEMO.nik):
        assert secret not in repr(entries)


def test_it_listens_on_loopback_only(simulator: Simulator) -> None:
    for listener in simulator._listeners:
        assert listener._socket.getsockname()[0] == "127.0.0.1"
    own = socket.gethostbyname(socket.gethostname())
    if not own.startswith("127."):
        with pytest.raises(OSError):
            socket.create_connection((own, simulator.port), timeout=2)


@pytest.mark.parametrize("host", ["sso.bpjsketenagakerjaan.go.id", "evil.example.test", "127.0.0.1.evil.test", ""])
def test_it_answers_to_no_other_name_so_that_no_tunnel_can_show_it_to_others(simulator: Simulator, host: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", simulator.port, timeout=5)
    connection.request("GET", "/es/", headers={"Host": host})
    answer = connection.getresponse()
    assert answer.status == 421
    assert b"Tenaga Kerja" not in answer.read()
    connection.close()


@pytest.mark.parametrize(
    "request_",
    [
        b"GARBAGE\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"POST /es/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
        b"POST /es/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n",
        b"POST /es/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999\r\n\r\n",
        b"POST /es/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /_simulator/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n[[[",
        b"GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"POST /es/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 600\r\n\r\n" + b"a=1&" * 150,
    ],
    ids=range(10),
)
def test_a_broken_request_is_refused_and_the_simulator_lives(
    simulator: Simulator, request_: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", simulator.port), timeout=5) as connection:
        connection.sendall(request_)
        status = connection.recv(12)
    assert status[:9] == b"HTTP/1.1 " and status[9:10] in (b"4", b"5")
    with Visitor(simulator, "es") as browser:
        assert browser.get("").status_code == 200
    assert "".join(capfd.readouterr()) == ""


def test_many_browsers_at_once_do_not_mix(simulator: Simulator) -> None:
    from core.simulator.accounts import ONE_CARD, THREE_CARDS

    wrong: list[str] = []

    def read(person: object) -> None:
        for _ in range(5):
            with Visitor(simulator, "sso2019") as browser:
                page = browser.open_balance(person).text  # type: ignore[arg-type]
                if not all(m.company.replace("&", "&amp;") in page for m in person.memberships):  # type: ignore[attr-defined]
                    wrong.append(page)

    threads = [threading.Thread(target=read, args=(person,)) for person in (DEMO, ONE_CARD, THREE_CARDS) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert wrong == []
    assert simulator.counts["login_posts"] == 30


def test_one_connection_carries_a_whole_visit(simulator: Simulator, visit: Visit) -> None:
    visit("sso2019").open_balance(DEMO)
    assert simulator.counts["connections"] == 1


def test_the_same_port_can_be_taken_again_at_once_and_not_twice() -> None:
    with Simulator() as first:
        port = first.port
        with Visitor(first, "es") as browser:
            browser.get("")
        with pytest.raises(OSError), Simulator(port):
            pass
    with Simulator(port) as second, Visitor(second, "es") as browser:
        assert second.port == port and browser.get("").status_code == 200


def test_leaving_ends_every_thread_even_with_browsers_connected() -> None:
    before = threading.active_count()
    with Simulator(faults={"hang"}) as simulator, Visitor(simulator, "es") as browser:
        idle = socket.create_connection(("127.0.0.1", simulator.port))
        hanging = threading.Thread(target=_ignoring_failure, args=(browser.get, ""))
        hanging.start()
        deadline = time.monotonic() + 10
        while simulator.counts["requests"] < 1:
            assert time.monotonic() < deadline
            time.sleep(0.01)
    hanging.join(5)
    assert not hanging.is_alive()
    assert idle.recv(1) == b""
    idle.close()
    assert threading.active_count() == before


def test_it_is_entered_once_and_tells_what_happened_after_its_end() -> None:
    with Simulator() as simulator, Visitor(simulator, "es") as browser:
        browser.get("")
        with pytest.raises(RuntimeError, match="already"):
            simulator.__enter__()
    assert [entry.path for entry in simulator.log] == ["/es/"]
    assert simulator.counts["requests"] == 1


def test_nothing_can_be_asked_before_it_runs() -> None:
    simulator = Simulator()
    with pytest.raises(RuntimeError, match="not running"):
        _ = simulator.faults
    with pytest.raises(ValueError, match="no such era"):
        simulator.url("jmo")


def _ignoring_failure(call: Callable[[str], object], page: str) -> None:
    with contextlib.suppress(requests.RequestException):
        call(page)


def test_the_log_is_json(simulator: Simulator, visit: Visit) -> None:
    browser = visit("es")
    browser.get("")
    (entry,) = json.loads(browser.get("/_simulator/log").text)
    assert entry.pop("time").endswith("Z")
    assert entry == {"method": "GET", "path": "/es/", "status": 200, "logged_in": False, "fields": []}
