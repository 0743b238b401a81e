"""Portals with a broken line or no end: cut off, reset, packed, dripping, going round in rings, megabytes long."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator

from tests.corpus.portals.registry import refused
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect

_MENU = '<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>'
_FIGURE = "<table><tr><td>Saldo JHT</td><td>Rp 48.000.000</td></tr></table>"


def _behind(site: Site, saldo: Callable[[Ask], Reply | str], menu: str = _MENU) -> None:
    """A good log-in, a menu, and this where the balance should be."""
    site.login_path = "/"
    site.leave("/keluar")
    site.get("/")(
        lambda ask: (
            '<form method="post" action="/masuk"><label>Email <input name="email"></label> <label>Kata sandi <input type="password" name="sandi"></label><button>Masuk</button></form>'
        )
    )

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "sandi"):
            return "<p>Kata sandi salah</p>"
        ask.sign_in()
        return redirect("/menu")

    site.get("/menu", member=True)(lambda ask: menu)
    site.get("/saldo", member=True)(saldo)


@refused("cut-off", "network", "page_not_understood")
def cut_off(site: Site) -> None:
    """Content-Length promises more than comes; what came looks like a balance."""
    _behind(site, lambda ask: Reply(_FIGURE, promise=900))


@refused("cut-off-in-chunks", "network", "page_not_understood")
def cut_off_chunks(site: Site) -> None:
    """A chunked answer that breaks off: the second card is missing."""

    def parts() -> Iterator[bytes]:
        yield b"<table><tr><th>KPJ<th>Saldo JHT<tr><td>10000000001<td>Rp 1.000.000"
        raise ConnectionAbortedError

    _behind(site, lambda ask: Reply(stream=parts))


@refused("cut-off-without-saying", "page_not_understood", "network")
def cut_off_silently(site: Site) -> None:
    """The length is right, but the page ends in the middle of a figure, long before </html>."""
    _behind(
        site,
        lambda ask: (
            "<!DOCTYPE html><html><head><title>Saldo JHT</title></head><body><table><tr><td>KPJ</td><td>10000000001</td></tr><tr><td>Saldo JHT</td><td>Rp 48.00"
        ),
    )


@refused("reset-at-the-balance", "network")
def reset(site: Site) -> None:
    """The connection is reset instead of an answer."""
    _behind(site, lambda ask: Reply(reset=True))


@refused("reset-at-the-log-in", "network")
def reset_login(site: Site) -> None:
    """The connection is reset after the secret was sent: it is not sent again."""
    _behind(site, lambda ask: "")
    site.post("/masuk")(lambda ask: Reply(reset=True))


@refused("500-at-the-log-in", "page_not_understood", "maintenance", "network")
def error_login(site: Site) -> None:
    """HTTP 500 with a stack trace in answer to the log-in: not sent again, not 'wrong secret'."""
    _behind(site, lambda ask: "")
    site.post("/masuk")(
        lambda ask: Reply("<b>Fatal error</b>: Uncaught PDOException: password salah in /var/www/login.php:81", 500)
    )


@refused("500-at-the-balance", "page_not_understood", "maintenance", "network")
def error_balance(site: Site) -> None:
    """HTTP 500 where the balance should be, though the page holds a figure."""
    _behind(site, lambda ask: Reply(f"<h1>Internal Server Error</h1>{_FIGURE}", 500))


@refused("broken-gzip", "network", "page_not_understood")
def broken_gzip(site: Site) -> None:
    """Said to be gzip, is not."""
    _behind(site, lambda ask: Reply(_FIGURE, headers=(("Content-Encoding", "gzip"),)))


@refused("gzip-bomb", "page_not_understood", "network", "blocked")
def gzip_bomb(site: Site) -> None:
    """60 kB that unpack to 60 MB."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = pack.compress(_FIGURE.encode()) + b"".join(pack.compress(b" " * 1_000_000) for _ in range(60)) + pack.flush()
    _behind(site, lambda ask: Reply(bomb, headers=(("Content-Encoding", "gzip"),)))


@refused("thirty-megabytes", "page_not_understood", "network", "blocked")
def thirty_megabytes(site: Site) -> None:
    """The balance stands at the top of a page of 30 MB."""

    def parts() -> Iterator[bytes]:
        yield _FIGURE.encode()
        for _ in range(480):
            yield b"<p>" + b"x" * 65_000 + b"</p>"

    _behind(site, lambda ask: Reply(stream=parts))


@refused("drip", "network", "page_not_understood")
def drip(site: Site) -> None:
    """A letter every quarter of a second, for eight seconds, then the line breaks."""

    def parts() -> Iterator[bytes]:
        begun = time.monotonic()
        while time.monotonic() - begun < 8:
            yield b" "
            time.sleep(0.25)
        raise ConnectionAbortedError

    _behind(site, lambda ask: Reply(stream=parts))


@refused("ring-at-the-start", "page_not_understood", "network", "blocked", logins=0)
def ring_start(site: Site) -> None:
    """/ leads to /id leads to /."""
    site.get("/")(lambda ask: redirect("/id"))
    site.get("/id")(lambda ask: redirect("/"))


@refused("ring-after-the-log-in", "page_not_understood", "network", "session_expired", "blocked")
def ring_after(site: Site) -> None:
    """Menu and check send the browser to each other for ever, with a new query each time."""
    _behind(site, lambda ask: "")
    site.get("/menu")(lambda ask: redirect(f"/cek?n={int(ask.query.get('n', '0')) + 1}"))
    site.get("/cek")(lambda ask: redirect(f"/menu?n={ask.query.get('n')}"))


@refused("ring-of-refreshes", "page_not_understood", "network", "session_expired", "blocked")
def ring_refresh(site: Site) -> None:
    """'Mohon tunggu' refreshes itself for ever."""
    _behind(
        site,
        lambda ask: (
            f'<meta http-equiv="refresh" content="0;url=/saldo?t={len(site.hits)}"><p>Mohon tunggu, saldo JHT Anda sedang disiapkan.</p>'
        ),
    )


@refused("links-without-end", "page_not_understood")
def endless_links(site: Site) -> None:
    """Every page has the link 'Saldo JHT' to another page, and never a figure."""
    _behind(
        site,
        lambda ask: (
            f'<a href="/saldo?ke={len(site.hits)}">Lihat Saldo JHT</a> <a href="/saldo?detail={len(site.hits)}">Rincian Saldo JHT</a> <a href="/keluar">Keluar</a>'
        ),
    )


@refused("empty-answer", "page_not_understood", "network", "maintenance")
def empty(site: Site) -> None:
    """200 with nothing in it."""
    _behind(site, lambda ask: "")


@refused("balance-as-pdf", "page_not_understood", "human_needed")
def pdf(site: Site) -> None:
    """The balance is a PDF, with text in it that looks like HTML."""
    _behind(site, lambda ask: Reply(b"%PDF-1.4\n" + _FIGURE.encode() + b"\n%%EOF", content_type="application/pdf"))


@refused("reset-at-the-start", "network", logins=0)
def reset_start(site: Site) -> None:
    """Nobody answers in words at all."""
    site.get("/")(lambda ask: Reply(reset=True))


@refused("404-at-the-start", "page_not_understood", "network", "maintenance", logins=0)
def not_found(site: Site) -> None:
    """The page is gone."""
    site.start = "/login.bpjs"
