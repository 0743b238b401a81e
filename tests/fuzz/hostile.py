"""Portals that mean harm, each against a real `main.py check`. `python -m tests.fuzz.hostile` prints how each of them ended.

The check is started by a small launcher, so that the peak of memory is the check's own.
"""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from core.errors import Status
from tests.e2e.running import MAIN, environment
from tests.fakes.raw_server import RawServer, response

MOST_S, MOST_MB = 30, 200
SECRET, PIN = "canary-hostile-77", "482913"
LAUNCHER = """
import json, resource, subprocess, sys, time
began = time.monotonic()
done = subprocess.run(sys.argv[2:], input=sys.argv[1], capture_output=True, text=True)
peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(json.dumps([done.returncode, done.stdout, done.stderr, time.monotonic() - began, peak_mb]))
"""
LOGIN = (
    b'<form method="post" action="/in"><input name="nik" placeholder="NIK atau e-mail">'
    b'<input type="password" name="sandi"><input type="submit" value="Masuk"></form>'
)
Answer = Callable[[str, bytes], bytes]


class Ended(NamedTuple):
    """How a check ended. status and reason as it printed them."""

    status: str
    reason: str | None
    seconds: float
    peak_mb: int

    @property
    def within_limits(self) -> bool:
        """Whether it took no more time and memory than was promised."""
        return self.seconds < MOST_S and self.peak_mb < MOST_MB


def check(server: RawServer, home: Path) -> Ended:
    """One check of a portal, with everything asserted that holds for all of them."""
    home.mkdir(mode=0o700, exist_ok=True)
    command = [*MAIN, "check", "--portal", server.url, "--user", "budi@example.test", "--secrets-stdin", "--json"]
    launched = [sys.executable, "-c", LAUNCHER, f"{SECRET}\n{PIN}\n", *command]
    kept = {name: value for name, value in environment(home).items() if not name.startswith("COVERAGE_")}  # its time is limited
    done = subprocess.run(launched, env=kept, capture_output=True, text=True, timeout=90, check=True)
    code, out, err, seconds, peak_mb = json.loads(done.stdout)
    assert err == ""
    assert SECRET not in out
    assert PIN not in out
    lines = [json.loads(line) for line in out.splitlines()]
    assert code != 0
    assert Status(lines[-1]["status"]) is not Status.INTERNAL_ERROR
    reason = next((line["reason"] for line in lines if line.get("step") == "refused"), None)
    ended = Ended(lines[-1]["status"], reason, seconds, peak_mb)
    return ended


def page(inner: bytes) -> bytes:
    return b"<!DOCTYPE html><html><head><title>Portal</title></head><body>" + inner + b"</body></html>"


def served(body: bytes, *headers: str, status: str = "200 OK") -> Answer:
    answer = response(body, *headers, status=status)
    return lambda _head, _body: answer


def behind_the_door(inner: bytes) -> Answer:
    """A harmless log-in, and the harm in every page after it; each of them leads on to another."""
    count = iter(range(10_000))

    def answer(head: str, _: bytes) -> bytes:
        if head.startswith("GET / "):
            return response(page(LOGIN))
        onward = b'<a href="/keluar">Keluar</a><a href="/saldo%d">Cek Saldo JHT</a>' % next(count)
        return response(page(onward + inner))

    return answer


GZIP = "Content-Encoding: gzip"
ZEROS_100_MB = gzip.compress(b"<p>0</p>" * 13_000_000, 6)
BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "'
    + b"lol" * 1_000
    + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]>"
)

FRONT: dict[str, tuple[Answer, str, str | None]] = {
    "five megabytes and one": (served(b"a" * 5_000_001), "page_not_understood", "page_too_large"),
    "a bomb of 100 MB in gzip": (served(ZEROS_100_MB, GZIP), "page_not_understood", "page_too_large"),
    "a bomb in deflate": (
        served(zlib.compress(b"x" * 100_000_000, 6), "Content-Encoding: deflate"),
        "page_not_understood",
        "page_too_large",
    ),
    "a bomb within a bomb": (
        served(gzip.compress(ZEROS_100_MB), "Content-Encoding: gzip, gzip"),
        "page_not_understood",
        "page_too_large",
    ),
    "gzip that is none": (served(b"\x00\x01 no gzip at all", GZIP), "page_not_understood", "page_empty"),
    "brotli that is none": (served(page(b"<p>Halo</p>"), "Content-Encoding: br"), "page_not_understood", "no_login"),
    "an encoding nobody knows": (served(page(b"<p>Halo</p>"), "Content-Encoding: x-odd"), "page_not_understood", "no_login"),
    "a million nested tags": (served(b"<div>" * 1_000_000), "page_not_understood", "page_too_large"),
    "150,000 nested tags": (served(b"<b>" * 150_000), "page_not_understood", "page_too_deep"),
    "entities that grow": (served(BILLION_LAUGHS + page(b"<p>&j;</p>")), "page_not_understood", "no_login"),
    "an entity from outside": (
        served(b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(b"<p>&x;</p>")),
        "page_not_understood",
        "no_login",
    ),
    "an attribute of four megabytes": (
        served(page(b'<p title="' + b"x" * 4_000_000 + b'">a</p>')),
        "page_not_understood",
        "no_login",
    ),
    "300,000 attributes": (
        served(page(b"<p " + b" ".join(b"a%d" % i for i in range(300_000)) + b">a</p>")),
        "page_not_understood",
        "page_too_large",
    ),
    "60,000 forms": (served(page(b'<form action="a"><input name="q"></form>' * 60_000)), "page_not_understood", "page_too_large"),
    "60,000 log-in forms": (served(page(LOGIN.replace(b'"/in"', b'"%d"' % 1) * 25_000)), "page_not_understood", None),
    "60,000 links": (
        served(page(b"".join(b'<a href="/p%d">Login %d</a>' % (i, i) for i in range(60_000)))),
        "page_not_understood",
        None,
    ),
    "200,000 cells": (
        served(page(b"<table>" + b"<tr><td>Saldo</td><td>1</td></tr>" * 66_000 + b"</table>")),
        "page_not_understood",
        None,
    ),
    "one text of five megabytes": (served(page(b"Saldo JHT Rp 1.000.000 " * 210_000)), "page_not_understood", None),
    "nothing but nulls": (served(b"\x00" * 4_000_000), "page_not_understood", "page_empty"),
    "half a character of UTF-16": (served(b"\xff\xfe" + b"\x00\xd8<\x00" * 100_000 + b"a"), "page_not_understood", None),
    "a script without an end": (served(b"<html><script>" + b"'a'+alert('b');{" * 290_000), "page_not_understood", "no_login"),
    "a style sheet without a brace": (
        served(page(b"<style>" + b"x" * 199_000 + b"</style>") * 20),
        "page_not_understood",
        "no_login",
    ),
    "a header of a megabyte": (served(page(b""), "X-Odd: " + "x" * 1_000_000), "network", "connection"),
    "ten thousand headers": (served(page(b""), *[f"X-{i}: 1" for i in range(10_000)]), "network", "connection"),
    "no answer of HTTP": (lambda _head, _body: b"\x16\x03\x01\x02\x00" * 20_000, "network", "connection"),
    "a redirect to itself": (served(b"", "Location: /", status="302 Found"), "page_not_understood", "redirect_ring"),
    "a file": (served(b"%PDF-1.4" + b"0" * 1_000_000, "Content-Type: application/pdf"), "page_not_understood", "not_a_page"),
}


def ring() -> Answer:
    """Ten pages, each of which redirects to the next."""

    def answer(head: str, _: bytes) -> bytes:
        here = int(head.split()[1].strip("/") or 0)
        return response(b"", f"Location: /{(here + 1) % 10}", status="302 Found")

    return answer


BEHIND = {
    "text": b"kata dan kata lain " * 250_000,
    "elements": b"<p>a <b>c</b></p>" * 60_000,
    "years": b"<table><tr><th>Tahun</th><th>Saldo Awal</th><th>Saldo Akhir</th></tr>"
    + b"".join(b"<tr><td>%d</td><td>1.000.000</td><td>2.000.000</td></tr>" % (1900 + i % 200) for i in range(40_000))
    + b"</table>",
    "links": b"".join(b'<a href="x%d">Saldo JHT %d</a>' % (i, i) for i in range(60_000)),
    "controls": b"<form>" + b'<input name="a"> kata ' * 60_000 + b"</form>",
    "sentences": (b"<p>" + b"Kata apa pun yang tidak dikenal. " * 60 + b"</p>") * 2_400,
}


# ---- bodies that never end


def without_end(sock: socket.socket) -> None:
    """100 MB and more, as fast as they are taken."""
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>")
    with suppress(OSError):
        for _ in range(1_600):
            sock.sendall(b"<p>Saldo</p>" * 5_461)


def _drip(start: bytes, drop: bytes) -> Callable[[socket.socket], None]:
    def drip(sock: socket.socket) -> None:
        with suppress(OSError):
            sock.sendall(start)
            for _ in range(600):
                sock.sendall(drop)
                time.sleep(0.1)

    return drip


DRIPS: dict[str, Callable[[socket.socket], None]] = {
    "a body without an end": without_end,
    "headers": _drip(b"HTTP/1.1 200 OK\r\n", b"X-Slow: 1\r\n"),
    "a header's line": _drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
    "a body": _drip(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4000000\r\n\r\n<html><body>", b"<p>Saldo</p>"
    ),
    "chunks": _drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    "gzip": _drip(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"a")[:10], b""),
}


def main() -> int:
    """Every portal, one after another; 1 where one held the check up, or had it take too much memory."""
    held_up = 0
    print("| portal | status | reason | seconds | peak MB |\n|---|---|---|---:|---:|")
    portals: dict[str, tuple[Answer | None, Callable[[socket.socket], None] | None]] = {
        **{name: (answer, None) for name, (answer, _, _) in FRONT.items()},
        "a ring of ten redirects": (ring(), None),
        **{f"behind the door: {name}": (behind_the_door(inner), None) for name, inner in BEHIND.items()},
        **{f"a drip: {name}": (None, drip) for name, drip in DRIPS.items()},
    }
    for name, (answer, drip) in portals.items():
        with RawServer(answer or (lambda _head, _body: b"")) as server, tempfile.TemporaryDirectory() as place:
            server.drip = drip
            end = check(server, Path(place) / "home")
        held_up += not end.within_limits
        print(f"| {name} | {end.status} | {end.reason} | {end.seconds:.1f} | {end.peak_mb} |", flush=True)
    return 1 if held_up else 0


if __name__ == "__main__":
    sys.exit(main())
