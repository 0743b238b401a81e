"""A portal as DATA: `resources/portals/*.toml` says where it is and what it asks for; the code only knows how to use it."""

from __future__ import annotations

import ipaddress
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from core.errors import Blocked

PORTALS = Path(__file__).resolve().parents[2] / "resources" / "portals"
NO_PORTAL = "none"  # an account that was made from files: there is nowhere to sign in, so it is never checked


class Road(StrEnum):
    """How a figure is reached at this portal."""

    DIRECT = "direct"  # a plain form is enough
    PERSON = "person"  # the portal wants a person ("Saya bukan robot")


class Profile(NamedTuple):
    """One portal. `domain` allows that host and its subdomains over https; `origin` allows exactly one scheme, host and port.

    asks_pin: a second secret (six digits) stands before the balance. era: which simulator to start for it, or None for a real portal.
    guessed: what of this profile is not certain and what to do then, by language (shown where the portal is chosen).
    also: hosts that the portal's pages load parts from (the portal's window lets them, and names them); nothing else goes there.
    """

    id: str
    title: dict[str, str]
    start: str
    road: Road
    domain: str | None = None
    asks_pin: bool = False
    user_kinds: tuple[str, ...] = ("nik", "email")
    era: str | None = None
    guessed: dict[str, str] | None = None
    also: tuple[str, ...] = ()

    @property
    def origin(self) -> str | None:
        """The one origin allowed when there is no domain: "http://127.0.0.1:8080"."""
        return None if self.domain else origin_of(self.start)

    def at(self, start: str) -> Profile:
        """The same portal at another address (a simulator that has just chosen its port)."""
        return Profile(self.id, self.title, start, self.road, None, self.asks_pin, self.user_kinds, self.era, self.guessed)


def origin_of(url: str) -> str:
    """Scheme, host and port of an address, in one comparable form. Raises Blocked("bad_address") for what is no http(s) address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Blocked("bad_address") from None
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme not in ("http", "https") or not host:
        raise Blocked("bad_address")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}:{port or (443 if parts.scheme == 'https' else 80)}"


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine itself: 127.0.0.0/8, ::1, localhost."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"


def load(name: str) -> Profile:
    """The profile `resources/portals/<name>.toml`; of NO_PORTAL one without an address. KeyError if there is none."""
    if name == NO_PORTAL:
        return Profile(name, {"id": "Tanpa portal", "en": "No portal"}, "", Road.PERSON)
    path = PORTALS / f"{name}.toml"
    if not name.replace("-", "").isalnum() or not path.is_file():
        raise KeyError(name)
    data = tomllib.loads(path.read_text("utf-8"))
    return Profile(
        id=name,
        title=dict(data["title"]),
        start=data["start"],
        road=Road(data["road"]),
        domain=data.get("domain"),
        asks_pin=data.get("asks_pin", False),
        user_kinds=tuple(data.get("user_kinds", ("nik", "email"))),
        era=data.get("era"),
        guessed=dict(data["guessed"]) if "guessed" in data else None,
        also=tuple(data.get("browser", {}).get("also", ())),
    )


def names(*, demo: bool) -> list[str]:
    """The portals a person may choose: real ones, or in the demo the simulator's eras. In the order of the index file."""
    index = tomllib.loads((PORTALS / "index.toml").read_text("utf-8"))
    return list(index["demo" if demo else "real"])


def for_address(url: str) -> Profile:
    """A profile for an address without one: walked by the general rules. Its own host (and, for https, the hosts below it) is allowed.

    Raises Blocked for an address that is neither https nor on this machine.
    """
    origin = origin_of(url)
    host = (urlsplit(origin).hostname or "").lower()
    if is_loopback(host):
        return Profile("address", {"id": origin, "en": origin}, url, Road.DIRECT)
    if not origin.startswith("https://"):
        raise Blocked("not_https")
    return Profile("address", {"id": host, "en": host}, url, Road.DIRECT, domain=host.removeprefix("www."))
