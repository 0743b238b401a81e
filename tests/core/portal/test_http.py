"""The line to the portal: what is never contacted, never sent twice, and never waited for without an end."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import time
from collections.abc import Iterator

import pytest
import trustme

from core.errors import Blocked, CheckError, NetworkFailure, PageNotUnderstood
from core.models import Secrets
from core.portal import http as line
from core.portal.http import Http
from core.portal.profile import Profile, Road, for_address
from core.portal.secrecy import Guard
from tests.fakes.raw_server import RawServer, response

SECRETS = Secrets("canary-sandi-77", "482913")
PAGE = b"<html><body>" + b"<p>Saldo</p>" * 20 + b"</body></html>"


def http_for(url: str, **kwargs: object) -> Http:
    return Http(for_address(url), Guard(SECRETS), **kwargs)  # type: ignore[arg-type]


REAL = Profile("sso", {}, "https://sso.portal.example/", Road.DIRECT, domain="portal.example")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://portal.example/", "not_https"),
        ("http://sso.portal.example/login", "not_https"),
        ("https://portal.example:8443/", "not_https"),
        ("https://portal.example.evil.example/", "foreign_host"),
        ("https://evilportal.example/", "foreign_host"),
        ("https://127.0.0.1/", "foreign_host"),
        ("https://user:pw@portal.example/", "bad_address"),
        ("ftp://portal.example/", "bad_address"),
        ("javascript:alert(1)", "bad_address"),
        ("https://portal.example\\@evil.example/", "bad_address"),
        ("https:///x", "bad_address"),
        ("https://portal.example:99999/", "bad_address"),
        ("https://sso.portal.example/a?pass=canary-sandi-77", "secret_in_address"),
        ("https://sso.portal.example/a?pass=canary%2Dsandi%2D77", "secret_in_address"),
        ("https://sso.portal.example/pin/482913", "secret_in_address"),
    ],
)
def test_an_address_off_the_allow_list_is_refused_before_anything_is_sent(url: str, reason: str) -> None:
    http = Http(REAL, Guard(SECRETS))
    with pytest.raises(Blocked) as caught:
        http.get(url)
    assert caught.value.reason == reason
    assert http.requests_made == 0


@pytest.mark.parametrize(
    "url", ["https://portal.example/", "https://sso.portal.example/x?y=1", "https://a.b.portal.example/?sid=8482913777"]
)
def test_the_portals_own_domain_over_https_is_allowed(url: str) -> None:
    assert Http(REAL, Guard(SECRETS)).allows(url)


def test_another_port_of_this_machine_is_another_host() -> None:
    with RawServer(lambda h, b: response(PAGE)) as other:
        http = http_for(f"http://127.0.0.1:{other.port + 1}/")
        assert not http.allows(other.url)
        assert not http.allows(other.url.replace("127.0.0.1", "localhost"))


def test_a_redirect_to_a_foreign_host_is_not_followed() -> None:
    with RawServer(lambda h, b: response(PAGE)) as foreign:
        away = f"Location: {foreign.url}"
        with (
            RawServer(lambda h, b: response(b"", away, status="302 Found")) as server,
            pytest.raises(Blocked, match="foreign_host"),
        ):
            http_for(server.url).get(server.url)
        assert foreign.requests == []


@pytest.mark.parametrize("status", ["307 Temporary Redirect", "308 Permanent Redirect"])
def test_a_redirect_that_would_send_a_secret_again_is_refused(status: str) -> None:
    with RawServer(lambda h, b: response(b"", "Location: /again", status=status)) as server:
        with pytest.raises(Blocked, match="secret_resend"):
            http_for(server.url).post(server.url, [("pass", SECRETS.login)], referer=server.url, secret=True)
        assert len(server.requests) == 1


def test_a_second_form_that_holds_the_secret_is_refused() -> None:
    with RawServer(lambda h, b: response(PAGE)) as server:
        with pytest.raises(Blocked, match="secret_echoed"):
            http_for(server.url).post(server.url, [("p", SECRETS.login)], referer=server.url, secret=False)
        assert server.requests == []


@pytest.mark.parametrize(
    "page",
    [
        b"<script>window.location='/end'</script>",
        b"<meta http-equiv='refresh' content='0;url=/end'>",
        b"<html><head><base href='/deep/'></head><body onload=\"location.href='../end'\"></body></html>",
    ],
)
def test_a_page_that_sends_the_browser_on_is_followed_like_a_302(page: bytes) -> None:
    with RawServer(lambda h, b: response(PAGE if "/end" in h.partition("\r\n")[0] else page)) as server:
        assert http_for(server.url).get(server.url).url == server.url + "end"
        assert len(server.requests) == 2


def test_words_said_on_the_way_are_kept() -> None:
    def answer(head: str, body: bytes) -> bytes:
        if "/login" in head.partition("\r\n")[0]:
            return response(PAGE)
        return response(b"<script>alert('PIN salah'); window.location='login?error=Silahkan+Login+ulang'</script>")

    with RawServer(answer) as server:
        assert http_for(server.url).get(server.url).alerts == ("PIN salah", "Silahkan Login ulang")


def test_a_ring_of_redirects_ends() -> None:
    with RawServer(lambda h, b: response(b"", "Location: /b" if "/a" in h else "Location: /a", status="302 Found")) as server:
        with pytest.raises(PageNotUnderstood, match="redirect_ring"):
            http_for(server.url).get(server.url)
        assert len(server.requests) <= 4


def test_an_endless_chain_of_redirects_ends_after_ten_hops() -> None:
    count = iter(range(1000))
    with RawServer(lambda h, b: response(b"", f"Location: /{next(count)}", status="302 Found")) as server:
        with pytest.raises(PageNotUnderstood, match="too_many_hops"):
            http_for(server.url).get(server.url)
        assert len(server.requests) == 11


def test_no_more_than_fifteen_requests_a_visit() -> None:
    with RawServer(lambda h, b: response(PAGE)) as server:
        http = http_for(server.url)
        for n in range(line.MAX_REQUESTS):
            http.get(f"{server.url}{n}")
        with pytest.raises(PageNotUnderstood, match="too_many_requests"):
            http.get(f"{server.url}one-more")
        assert len(server.requests) == line.MAX_REQUESTS
        assert server.connections == 1


@pytest.mark.parametrize("squeezed", [False, True])
def test_a_page_of_more_than_five_megabytes_is_refused(squeezed: bool) -> None:
    body = b"<html>" + b"<p>.</p>" * 2_000_000
    answer = response(gzip.compress(body), "Content-Encoding: gzip") if squeezed else response(body)
    with RawServer(lambda h, b: answer) as server, pytest.raises(PageNotUnderstood, match="page_too_large"):
        http_for(server.url).get(server.url)


def test_a_body_shorter_than_announced_is_not_whole() -> None:
    def cut(sock: socket.socket) -> None:
        sock.sendall(response(PAGE, length=len(PAGE) + 500))
        sock.shutdown(socket.SHUT_RDWR)

    with RawServer(lambda h, b: b"") as server:
        server.drip = cut
        assert http_for(server.url).get(server.url).document.whole is False


def test_a_line_that_breaks_is_a_network_failure() -> None:
    with RawServer(lambda h, b: b"") as server:
        server.drip = lambda sock: sock.shutdown(socket.SHUT_RDWR)
        with pytest.raises(NetworkFailure, match="connection"):
            http_for(server.url).get(server.url)


def test_a_drip_that_never_ends_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(sock: socket.socket) -> None:
        sock.sendall(response(b"", length=10_000_000)[:-2])
        while True:
            sock.sendall(b"X-More: 1\r\n")
            time.sleep(0.05)  # the server's pace, not a wait for something

    monkeypatch.setattr(line, "PAGE_S", 0.6)
    with RawServer(lambda h, b: b"") as server:
        server.drip = drip
        began = time.monotonic()
        with pytest.raises(NetworkFailure):
            http_for(server.url).get(server.url)
        assert time.monotonic() - began < 5


def test_nothing_listening_is_a_network_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/"
    with pytest.raises(NetworkFailure, match="connection"):
        http_for(url).get(url)


def test_no_failure_says_the_address_or_the_form() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/rahasia"
    with pytest.raises(CheckError) as caught:
        http_for(url).post(url, [("pass", SECRETS.login)], referer=url, secret=True)
    assert "rahasia" not in str(caught.value)
    assert SECRETS.login not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


class TlsServer(RawServer):
    """A raw server behind TLS with its own authority."""

    def __init__(self, authority: trustme.CA, host: str) -> None:
        super().__init__(lambda head, body: response(PAGE))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(host).configure_cert(context)
        self._context = context

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError), self._context.wrap_socket(sock, server_side=True) as wrapped:
            super()._serve(wrapped)


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.configure_trust(context)
    return context


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[TlsServer]:
    with TlsServer(authority, "127.0.0.1") as server:
        yield server


def tls_url(server: RawServer) -> str:
    return f"https://127.0.0.1:{server.port}/"


def test_a_certificate_of_a_trusted_authority_is_accepted(authority: trustme.CA, tls_server: TlsServer) -> None:
    assert http_for(tls_url(tls_server), tls=lambda: trusting(authority)).get(tls_url(tls_server)).http_status == 200


def test_a_certificate_nobody_trusts_is_refused(
    tls_server: TlsServer, monkeypatch: pytest.MonkeyPatch, tmp_path, authority
) -> None:
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(bundle))
    with pytest.raises(NetworkFailure, match="certificate"):
        http_for(tls_url(tls_server)).get(tls_url(tls_server))
    assert tls_server.requests == []


def test_a_certificate_for_another_name_is_refused(authority: trustme.CA) -> None:
    with TlsServer(authority, "other.example") as server, pytest.raises(NetworkFailure, match="certificate"):
        http_for(tls_url(server), tls=lambda: trusting(authority)).get(tls_url(server))


def test_a_proxy_in_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(lambda h, b: response(PAGE)) as proxy, RawServer(lambda h, b: response(PAGE)) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        http_for(server.url).get(server.url)
        assert proxy.requests == []
        assert len(server.requests) == 1
