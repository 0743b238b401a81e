"""A tiny writer of PDFs for these tests: pieces of text at their places, each file stamped CONTOH across the page."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTHS = {  # Helvetica, in thousandths of the size
    **dict.fromkeys("0123456789", 556),
    **dict.fromkeys(" .,:/'", 278),
    "-": 333,
    "(": 333,
    ")": 333,
    **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("CDHNRUwW", 722),
    **dict.fromkeys("GOQ", 778),
    "M": 833,
    "m": 833,
    "I": 278,
    "J": 500,
    "T": 611,
    "F": 611,
    "L": 556,
    "Z": 611,
    **dict.fromkeys("abdeghnopqu", 556),
    **dict.fromkeys("ckvxyzs", 500),
    **dict.fromkeys("ijlft", 222),
    "r": 333,
}


def width(text: str, size: float) -> float:
    """How wide a text is."""
    return sum(WIDTHS.get(letter, 556) for letter in text) * size / 1000


@dataclass
class Paper:
    """One file. Coordinates in points, from the lower left corner."""

    pages: list[list[str]] = field(default_factory=list)
    turned: int = 0  # degrees, of every page
    stamped: bool = True

    def page(self) -> None:
        """Begin a page."""
        stamp = ["BT /F1 90 Tf 0.7071 0.7071 -0.7071 0.7071 160 260 Tm (CONTOH) Tj ET"] if self.stamped else []
        self.pages.append(stamp)

    def text(self, x: float, y: float, text: str, size: float = 8) -> None:
        """A text that begins at x."""
        plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.pages[-1].append(f"BT /F1 {size:g} Tf {x:.2f} {y:.2f} Td ({plain}) Tj ET")

    def right(self, x: float, y: float, text: str, size: float = 8) -> None:
        """A text that ends at x."""
        self.text(x - width(text, size), y, text, size)

    def letters(self, x: float, y: float, text: str, size: float = 8) -> None:
        """Every letter on its own."""
        for letter in text:
            if letter != " ":
                self.text(x, y, letter, size)
            x += width(letter, size)

    def raw(self, content: str) -> None:
        """Content as it is."""
        self.pages[-1].append(content)

    def bytes(self, packed: bool = True) -> bytes:
        """The file."""
        objects: list[bytes] = []
        kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(self.pages)))
        objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
        objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode())
        objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        for number, content in enumerate(self.pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {self.turned} "
                f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>".encode()
            )
            data = "\n".join(content).encode("cp1252")
            how = b""
            if packed:
                data, how = zlib.compress(data), b" /Filter /FlateDecode"
            objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), how, data))
        return assemble(objects)


def assemble(objects: Sequence[bytes], root: int = 1) -> bytes:
    """A whole file of these objects, with its table of places."""
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return out
