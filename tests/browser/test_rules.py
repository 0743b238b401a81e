"""Where the portal's window may go, and what its pages may load."""

from __future__ import annotations

import pytest

from core.portal import profile
from ui.browser.rules import Rules

REAL = Rules.of(profile.load("bpjstk-sso"))
HERE = Rules.of(profile.load("simulator-sso2023").at("http://127.0.0.1:4321/sso2023/"))


@pytest.mark.parametrize(
    "url",
    [
        "https://sso.bpjsketenagakerjaan.go.id/login.bpjs",
        "https://bpjsketenagakerjaan.go.id/",
        "https://sso.bpjsketenagakerjaan.go.id:443/x",
        "https://SSO.BPJSKetenagakerjaan.go.id./",
    ],
)
def test_the_portals_own_hosts_are_pages_over_https(url: str) -> None:
    assert REAL.page(url) and REAL.part(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://sso.bpjsketenagakerjaan.go.id/",
        "https://sso.bpjsketenagakerjaan.go.id:8443/",
        "https://bpjsketenagakerjaan.go.id.evil.example/",
        "https://evilbpjsketenagakerjaan.go.id/",
        "https://sso.bpjsketenagakerjaan.go.id@evil.example/",
        "https://evil.example/?https://sso.bpjsketenagakerjaan.go.id/",
        "https://go.id/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "chrome://version",
        "view-source:https://sso.bpjsketenagakerjaan.go.id/",
        "javascript:alert(1)",
        "qrc:/x",
        "devtools://x",
        "ftp://sso.bpjsketenagakerjaan.go.id/",
        "https://",
        "",
        "data:text/html,<h1>Masuk</h1>",
        "blob:https://sso.bpjsketenagakerjaan.go.id/1",
        "about:blank",
    ],
)
def test_nothing_else_is_a_page(url: str) -> None:
    assert not REAL.page(url)


def test_helpers_may_be_loaded_from_and_never_gone_to() -> None:
    for url in ("https://www.google.com/recaptcha/api.js", "https://www.gstatic.com/x.js"):
        assert REAL.part(url) and not REAL.page(url)
    for url in (
        "http://www.google.com/",
        "https://google.com/",
        "https://www.google.com.evil.example/",
        "https://mail.google.com/",
    ):
        assert not REAL.part(url)


def test_sockets_follow_the_same_rules() -> None:
    assert REAL.part("wss://sso.bpjsketenagakerjaan.go.id/live")
    assert not REAL.part("ws://sso.bpjsketenagakerjaan.go.id/live")
    assert not REAL.part("wss://evil.example/")


def test_a_portal_on_this_machine_is_one_origin() -> None:
    assert HERE.page("http://127.0.0.1:4321/anything")
    for url in ("http://127.0.0.1:4322/", "http://localhost:4321/", "https://127.0.0.1:4321/", "http://127.0.0.1/"):
        assert not HERE.page(url) and not HERE.part(url)


def test_the_network_itself_knows_no_other_name() -> None:
    rules = REAL.resolver()
    assert rules.startswith(
        "MAP * ~NOTFOUND, EXCLUDE bpjsketenagakerjaan.go.id, EXCLUDE *.bpjsketenagakerjaan.go.id, EXCLUDE www.google.com"
    )
    assert HERE.resolver() == "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
