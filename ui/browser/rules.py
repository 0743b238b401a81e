"""Where the portal's window may go: the portal's own hosts, and what its pages load from others, by name. Everything else is refused."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from core.errors import Blocked
from core.portal.profile import Profile, origin_of

INLINE = ("data", "blob")  # of parts of a page: they come from nowhere but the page
SOCKETS = {"wss": "https", "ws": "http"}


@dataclass(frozen=True, slots=True)
class Rules:
    """domain: this host and those below it, over https. origin: exactly one, where there is no domain (a portal on this machine).
    also: hosts that pages may load parts from (the check box is Google's), over https; nobody can go there."""

    domain: str | None
    origin: str | None
    also: tuple[str, ...] = ()

    @classmethod
    def of(cls, profile: Profile) -> Rules:
        return cls(profile.domain, profile.origin, profile.also)

    def page(self, url: str) -> bool:
        """Whether the window itself may show this address."""
        try:
            origin = origin_of(url)
        except Blocked:
            return False
        if self.domain is None:
            return origin == self.origin
        parts = urlsplit(origin)
        return parts.scheme == "https" and parts.port == 443 and _is_below(parts.hostname or "", self.domain)

    def part(self, url: str) -> bool:
        """Whether a page of the portal may load this: a picture, a script, a frame, an answer to its script."""
        scheme, _, rest = url.partition(":")
        scheme = scheme.lower()
        if scheme in INLINE or url in ("about:blank", "about:srcdoc"):
            return True
        if scheme in SOCKETS:
            url = f"{SOCKETS[scheme]}:{rest}"
        if self.page(url):
            return True
        try:
            parts = urlsplit(origin_of(url))
        except Blocked:
            return False
        return parts.scheme == "https" and parts.port == 443 and any(_is_below(parts.hostname or "", host) for host in self.also)

    @property
    def scheme(self) -> str:
        """How the portal's pages come."""
        return "https" if self.domain is not None else urlsplit(self.origin or "").scheme

    def host(self, name: str) -> bool:
        """Whether a cookie with this domain is the portal's: of its own hosts, and of none above them."""
        name = name.lstrip(".").lower()
        if self.domain is None:
            return name == (urlsplit(self.origin or "").hostname or "")
        return _is_below(name, self.domain)

    def resolver(self) -> str:
        """The same for the network itself: no other name has an address there, not even for a look ahead."""
        if self.domain is None:
            host = urlsplit(self.origin or "").hostname or ""
            hosts = [f"[{host}]" if ":" in host else host]
        else:
            hosts = [self.domain, f"*.{self.domain}", *self.also, *(f"*.{host}" for host in self.also)]
        return ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {host}" for host in hosts)])


def _is_below(host: str, domain: str) -> bool:
    host = host.rstrip(".")
    return host == domain or host.endswith(f".{domain}")
