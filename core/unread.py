"""A page that a check could not read, on its way from the child to the window: only in memory, packed, and only where it is asked for.

It holds what the person's page held, so it is never written to a disk and never logged. What is in it is given to a child again
(`main.py taught candidates`), which alone parses pages. Secrets of the visit do not travel in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_PACKED = 200_000  # characters; a page of a megabyte packs into less, and a line of a child may hold 256 KB
MOST_TEXT_BYTES = 5_000_000  # as `core.portal.document` reads


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """One page as it arrived. `url` is without its query; `whole`: nothing was lost on its way; `packed` is zlib in base64."""

    url: str = field(repr=False)
    whole: bool
    packed: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.packed) > MOST_PACKED or len(self.url) > 2_000:
            raise ValueError("too large")

    @classmethod
    def pack(cls, url: str, text: str, *, whole: bool) -> UnreadPage | None:
        """The page, packed; None where it is too large to travel."""
        import base64  # only where there is such a page: the window's start does not pay for it
        import zlib

        body = text.encode("utf-8", "replace")
        if len(body) > MOST_TEXT_BYTES:
            return None
        packed = base64.b64encode(zlib.compress(body, 6)).decode("ascii")
        try:
            return cls(without_query(url), whole, packed)
        except ValueError:
            return None

    def text(self) -> str:
        """The source of the page. Raises ValueError for what is no packed page, or unpacks to more than a page may be."""
        import base64
        import binascii
        import zlib

        try:
            stream = zlib.decompressobj()
            body = stream.decompress(base64.b64decode(self.packed, validate=True), MOST_TEXT_BYTES + 1)
        except (zlib.error, binascii.Error):
            raise ValueError("not a packed page") from None
        if len(body) > MOST_TEXT_BYTES or not stream.eof:
            raise ValueError("too large, or cut off")
        return body.decode("utf-8")

    def wire(self) -> dict[str, object]:
        """As it stands in a JSON line: `{"step": "unread_page", "url": ..., "whole": ..., "packed": ...}`."""
        return {"step": "unread_page", "url": self.url, "whole": self.whole, "packed": self.packed}

    @classmethod
    def from_wire(cls, data: dict[str, object]) -> UnreadPage:
        """The page of such a line. Raises ValueError."""
        url, whole, packed = data.get("url"), data.get("whole"), data.get("packed")
        if not isinstance(url, str) or not isinstance(packed, str) or type(whole) is not bool:
            raise ValueError("not an unread page")
        return cls(url, whole, packed)


def without_query(url: str) -> str:
    """An address without what may name a session or a person: scheme, host, port and path only; "" for what is no address."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}{parts.path}" if host else ""
