"""What passes between a fake portal and whoever walks it: requests, replies, and where in a request a secret stood.

A secret's text is never kept with a request, only the PLACES where it was seen ("body:pass", "query or path", "header:referer").
"""

from __future__ import annotations

import email.parser
import email.policy
import secrets as random_text
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, quote_plus

if TYPE_CHECKING:
    from tests.fakes.portal_server import Site

USER_EMAIL = "siti.kenari@example.test"
USER_NIK = "9901014507900001"
LOGIN_SECRET = "Kenari+7f3a91&=Rahasia"
PIN = "739204"
SECRETS = {"login": LOGIN_SECRET, "pin": PIN}


@dataclass(frozen=True)
class Hit:
    """One request that reached a server. login_at, pin_at: places where a secret stood; stray: it came to a foreign origin."""

    method: str
    path: str
    fields: tuple[str, ...]
    login_at: tuple[str, ...]
    pin_at: tuple[str, ...]
    stray: bool


@dataclass
class Reply:
    """What a route answers. The last six are the ways in which real servers misbehave."""

    body: str | bytes = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str | None = None
    balance: str | None = None  # the name of the balance page this is, if it is one
    gzip: bool = False
    chunked: bool = False
    promise: int = 0  # this many bytes more are promised in Content-Length than are sent
    reset: bool = False
    wait_s: float = 0.0  # before anything is answered
    stream: Callable[[], Iterator[bytes]] | None = None


def redirect(to: str, status: int = 302, body: str = "") -> Reply:
    """A redirect by status."""
    return Reply(body, status, (("Location", to),))


@dataclass
class Ask:
    """One request as a route sees it: the parsed query and form, and the session behind its cookie."""

    site: Site
    method: str
    path: str
    query: dict[str, str]
    form: list[tuple[str, str]]
    headers: dict[str, str]
    session: dict[str, str]
    sid: str
    cookies: list[str] = field(default_factory=list)

    def field(self, name: str) -> str:
        """The form field of that name, or "" (the last one wins, as in PHP)."""
        return dict(self.form).get(name, "")

    def has(self, name: str) -> bool:
        return any(key == name for key, _ in self.form)

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.form if key == name]

    @property
    def signed_in(self) -> bool:
        return self.session.get("in") == "yes"

    def right(self, user_field: str, secret_field: str) -> bool:
        """Whether the form brings the person's own user name and log-in secret."""
        return self.field(user_field) == self.site.user and self.field(secret_field) == LOGIN_SECRET

    def sign_in(self) -> None:
        """Mark the session as signed in, under a NEW session id (the old one is dead)."""
        kept = self.site.sessions.pop(self.sid, {})
        self.sid = random_text.token_hex(8)
        self.session = self.site.sessions[self.sid] = {**kept, "in": "yes"}
        self.cookies.append(self.site.session_cookie(self.sid))

    def sign_out(self) -> None:
        self.site.sessions.pop(self.sid, None)
        self.session = {}

    def token(self, name: str = "token") -> str:
        """A token bound to this session, made at its first use."""
        return self.session.setdefault(f"token:{name}", random_text.token_hex(12))

    def token_ok(self, field_name: str, name: str = "token") -> bool:
        return self.field(field_name) == self.session.get(f"token:{name}", random_text.token_hex(12))


Route = Callable[[Ask], "Reply | str"]


def seen_in(text: str, secret: str) -> bool:
    """Whether a text holds the secret, plain or in an URL's clothes."""
    return any(form.lower() in text.lower() for form in (secret, quote(secret), quote(secret, safe=""), quote_plus(secret)))


def places_of(secret: str, target: str, headers: dict[str, str], form: list[tuple[str, str]], raw: str) -> tuple[str, ...]:
    places = ["query or path"] if seen_in(target, secret) else []
    places += [f"header:{name}" for name, value in headers.items() if seen_in(value, secret)]
    places += [f"body:{name}" for name, value in form if secret in value]
    singles = "".join(value for _, value in form if len(value) == 1)
    if secret in singles:
        places.append("body:boxes")
    if not any(place.startswith("body") for place in places) and seen_in(raw, secret):
        places.append("body")
    return tuple(places)


def form_of(kind: str, raw: bytes, charset: str) -> list[tuple[str, str]]:
    if kind.startswith("application/x-www-form-urlencoded"):
        return parse_qsl(raw.decode("ascii", "replace"), keep_blank_values=True, encoding=charset, errors="replace")
    if not kind.startswith("multipart/form-data"):
        return []
    whole = b"Content-Type: " + kind.encode() + b"\r\n\r\n" + raw
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(whole)
    return [
        (str(part.get_param("name", header="content-disposition")), bytes(part.get_payload(decode=True) or b"").decode(charset))
        for part in message.iter_parts()  # type: ignore[attr-defined]
    ]
