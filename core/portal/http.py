"""The line to the portal: every address is judged before anything is sent; sizes, hops and waits have an end.

Redirects (3xx, meta refresh, plain scripts) are followed here, one judged hop at a time. No exception carries an address or a form.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from urllib.parse import parse_qsl, unquote_plus, urldefrag, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import DecodeError, HTTPError, ReadTimeoutError

from core import __version__
from core.errors import Blocked, Maintenance, NetworkFailure, PageNotUnderstood
from core.portal.document import MOST_BYTES, Document, parse
from core.portal.forms import base_of
from core.portal.page import Page
from core.portal.profile import Profile, is_loopback, origin_of
from core.portal.scripts import listen, refresh_target
from core.portal.secrecy import Guard
from core.portal.watch import Watch

if TYPE_CHECKING:
    import ssl

CONNECT_S = 5
READ_S = 15
PAGE_S = 20
GOODBYE_S = 3
CPU_S = 15  # of a whole visit: an honest portal's pages take a tenth of a second, fifteen hostile ones would take a minute
MAX_HOPS = 10
MAX_REQUESTS = 15
_CHUNK = 1 << 16
_LARGE_BYTES = 500_000
_REDIRECTS = (301, 302, 303, 307, 308)
_READABLE = (
    "text/",
    "application/xhtml",
    "application/vnd.wap.xhtml",
    "application/xml",
    "application/json",
    "application/octet-stream",
)


class Record(Protocol):
    """Keeps which hosts were contacted (`core.hosts.Recorder`)."""

    def contacting(self, host: str, sent: int) -> None: ...

    def received(self, host: str, received: int, date: str | None) -> None: ...

    def close(self) -> None: ...


class Received(NamedTuple):
    """A page as it came: what a person may be asked about if nothing in it was understood."""

    body: bytes
    url: str
    content_type: str | None
    whole: bool

    def __repr__(self) -> str:  # it holds what a person's page holds
        return "Received()"


class _Form(NamedTuple):
    fields: list[tuple[str, str]]
    secret: bool
    multipart: bool = False

    def __repr__(self) -> str:  # it may hold a secret
        return "_Form()"

    def body(self) -> dict[str, Any]:
        """The form as the requests library takes it."""
        return {"files": [(name, (None, value)) for name, value in self.fields]} if self.multipart else {"data": self.fields}


class Http:
    """One visit's line to one portal. `tls` makes the SSL context (the OS trust store unless a test brings its own authority)."""

    def __init__(
        self,
        profile: Profile,
        guard: Guard,
        tls: Callable[[], ssl.SSLContext] | None = None,
        record: Record | None = None,
    ) -> None:
        self._profile = profile
        self._guard = guard
        self._record = record
        self._watch = Watch()
        self.requests_made = 0
        self.latest: Received | None = None  # the page that came last, as bytes: its tree is far larger
        self._cpu_began_s = time.process_time()
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["User-Agent"] = f"SaldoJHT/{__version__}"
        self._session.headers["Accept"] = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"
        self._session.headers["Accept-Language"] = "id,en;q=0.5"
        self._session.mount("http://", _Adapter(self._watch))
        self._session.mount("https://", _TlsAdapter(self._watch, tls or system_trust))

    def close(self) -> None:
        self._watch.close()
        self._session.close()
        if self._record is not None:
            self._record.close()

    def allows(self, url: str) -> bool:
        """Whether this address is on the portal's allow-list (its own domain over https; one exact origin on this machine)."""
        try:
            self.judge(url)
        except Blocked:
            return False
        return True

    def judge(self, url: str) -> None:
        """Raises Blocked unless the address may be contacted at all, and carries no secret."""
        origin = origin_of(url)
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
        if parts.username is not None or parts.password is not None:
            raise Blocked("bad_address")
        if self._profile.domain is None:
            if origin != self._profile.origin:
                raise Blocked("foreign_host")
        elif host != self._profile.domain and not host.endswith("." + self._profile.domain):
            raise Blocked("foreign_host")
        elif origin != f"https://{host}:443":
            raise Blocked("not_https")
        if parts.scheme != "https" and not is_loopback(host):
            raise Blocked("not_https")
        if self._guard.in_address(unquote_plus(parts.path + "?" + parts.query)):
            raise Blocked("secret_in_address")

    def get(self, url: str, *, referer: str | None = None) -> Page:
        """One page by GET, redirects followed. Raises Blocked, NetworkFailure, Maintenance, PageNotUnderstood."""
        return self._open("GET", url, None, referer)

    def post(self, url: str, fields: Sequence[tuple[str, str]], *, referer: str, secret: bool, multipart: bool = False) -> Page:
        """One form by POST. `secret`: the fields hold a secret, so that no redirect may ever send them on."""
        if not secret and self._guard.in_values(value for _, value in fields):
            raise Blocked("secret_echoed")
        return self._open("POST", url, _Form(list(fields), secret, multipart), referer)

    def say_goodbye(self, url: str, fields: Sequence[tuple[str, str]] | None, *, referer: str) -> None:
        """One last request (the log-out); its answer is neither followed nor read. Raises like get()."""
        self.judge(url)
        if fields is not None and self._guard.in_values(value for _, value in fields):
            raise Blocked("secret_echoed")
        self._send(
            "GET" if fields is None else "POST", url, None if fields is None else _Form(list(fields), False), referer, GOODBYE_S
        )

    def _open(self, method: str, url: str, form: _Form | None, referer: str | None) -> Page:
        alerts: list[str] = []
        seen: set[str] = set()
        for hop in range(MAX_HOPS + 1):
            url = urldefrag(url)[0]
            self.judge(url)
            alerts += [value for key, value in parse_qsl(urlsplit(url).query) if _is_message(key, value)]
            status, headers, body, whole = self._send(method, url, form, referer, PAGE_S)
            to: str | None = None
            if status in _REDIRECTS and headers.get("Location"):
                if status in (307, 308) and form is not None:
                    if form.secret:
                        raise Blocked("secret_resend")
                else:
                    method, form = "GET", None
                to = _readable_location(headers["Location"])
            else:
                document = self._document(body, url, status, headers.get("Content-Type"), whole)
                said = listen(document.root)
                alerts += said.alerts
                target = refresh_target(headers.get("Refresh") or "") or said.target
                if target is None or urldefrag(urljoin(base_of(document), target))[0] == url:
                    return Page(document, status, tuple(alerts))
                method, form, to = "GET", None, urljoin(base_of(document), target)
            referer, url = url, urljoin(url, to)
            if hop and url in seen and method == "GET":
                raise PageNotUnderstood("redirect_ring")
            seen.add(url)
        raise PageNotUnderstood("too_many_hops")

    def _document(self, body: bytes, url: str, status: int, content_type: str | None, whole: bool) -> Document:
        kind = (content_type or "text/html").lower().strip()
        if not kind.startswith(_READABLE):
            raise PageNotUnderstood("not_a_page")
        if status in (502, 503, 504, 429) and not body.strip():
            raise Maintenance("http_unavailable")
        if len(body) > _LARGE_BYTES:
            gc.collect()  # what rings of objects still hold of the page before: a tree of 60 MB each
        self.latest = Received(body, url, content_type, whole)
        return parse(body, url, content_type, complete=whole)

    def _send(
        self, method: str, url: str, form: _Form | None, referer: str | None, page_s: float
    ) -> tuple[int, Mapping[str, str], bytes, bool]:
        if self.requests_made >= MAX_REQUESTS:
            raise PageNotUnderstood("too_many_requests")
        if time.process_time() - self._cpu_began_s > CPU_S:
            raise PageNotUnderstood("page_too_large")
        self.requests_made += 1
        headers = {"Referer": referer} if referer and origin_of(referer) == origin_of(url) else {}
        host = urlsplit(url).hostname or ""
        if self._record is not None:
            self._record.contacting(host, len(url) + sum(len(name) + len(value) for name, value in (form.fields if form else ())))
        self._watch.begin(page_s)
        ends_at = time.monotonic() + page_s
        try:
            with self._session.request(
                method,
                url,
                **(form.body() if form else {}),
                headers=headers,
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
            ) as response:
                try:
                    body, whole = _body(response, ends_at)
                finally:
                    if self._record is not None:
                        self._record.received(host, _size(response), response.headers.get("Date"))
                return response.status_code, response.headers, body, whole
        except requests.exceptions.SSLError:
            raise NetworkFailure("certificate") from None
        except (requests.exceptions.ConnectTimeout, requests.exceptions.ReadTimeout, ReadTimeoutError):
            raise NetworkFailure("timeout") from None
        except requests.exceptions.InvalidURL:
            raise Blocked("bad_address") from None
        except (requests.exceptions.RequestException, HTTPError, OSError, ValueError):
            raise NetworkFailure("timeout" if time.monotonic() >= ends_at else "connection") from None
        finally:
            self._watch.end()


def _size(response: requests.Response) -> int:
    """The bytes of an answer as they came over the line: its headers and what was read of its (compressed) body."""
    return response.raw.tell() + sum(len(name) + len(value) + 4 for name, value in response.headers.items())


def _body(response: requests.Response, ends_at: float) -> tuple[bytes, bool]:
    """The body, decompressed, and whether it is whole. Raises PageNotUnderstood("page_too_large"), NetworkFailure("timeout")."""
    raw: Any = response.raw
    parts: list[bytes] = []
    size = 0
    try:
        while chunk := raw.read1(_CHUNK, decode_content=True):
            parts.append(chunk)
            size += len(chunk)
            if size > MOST_BYTES:
                raise PageNotUnderstood("page_too_large")
            if time.monotonic() > ends_at:
                raise NetworkFailure("timeout")
    except DecodeError:
        return b"".join(parts), False
    except (HTTPError, OSError):
        # A line that breaks in the middle of a page: what came may still say in words what is wrong, but never a figure.
        # One that was shut because its time was up says nothing.
        if not parts or time.monotonic() >= ends_at:
            raise
        return b"".join(parts), False
    if time.monotonic() >= ends_at:
        raise NetworkFailure("timeout")
    left = raw.length_remaining
    return b"".join(parts), not left


def _is_message(key: str, value: str) -> bool:
    return (
        key.lower() in ("error", "err", "msg", "message", "pesan", "alert", "info", "notice", "status", "e")
        and " " in value.strip()
    )


def _readable_location(value: str) -> str:
    """A Location header as written by a server that put UTF-8 where latin-1 is meant."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def system_trust() -> ssl.SSLContext:
    """A TLS context that trusts what the operating system trusts; the environment has no say (main.py clears it, and again here)."""
    import os
    import ssl

    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"):
        os.environ.pop(name, None)
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class _Adapter(HTTPAdapter):
    """Plain connections that the watch can shut."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        super().__init__(pool_connections=4, pool_maxsize=1, max_retries=0)

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        if "ConnectionCls" not in vars(pool):
            pool.ConnectionCls = _watched(pool.ConnectionCls, self._watch)
        return pool


class _TlsAdapter(_Adapter):
    """Encrypted connections with the given context; made at the first use, because loading a trust store costs time."""

    def __init__(self, watch: Watch, tls: Callable[[], ssl.SSLContext]) -> None:
        self._tls = tls
        self._made = False
        super().__init__(watch)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        if not self._made:
            self._made = True
            self.init_poolmanager(4, 1, ssl_context=self._tls())
        return super().send(request, *args, **kwargs)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None


def _watched(base: type, watch: Watch) -> type:
    class Watched(base):  # type: ignore[misc]
        def connect(self) -> None:
            super().connect()
            watch.guard(self.sock)

    return Watched
