"""Pages as a browser keeps them: .html alone, .mhtml, and "complete" with a folder beside; balance pages and statements."""

from __future__ import annotations

import quopri
from base64 import b64encode
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from random import Random

from core.statements.statement import FileStatus
from tests.statements import facts, layout, truth
from tests.statements.case import Case, Make, one
from tests.statements.facts import CardYear, Traits
from tests.statements.producers.markup import page_of
from tests.statements.style import Style
from tests.statements.truth import Truth, Value

_URL = "https://portal.contoh.invalid/saldo"
_NEEDS = frozenset({"closing"})


def balance_page(cards: list[CardYear], style: Style, *, total: int | None = None) -> str:
    """A portal's page of the balance: a table of cards and their sum."""
    rows = "".join(
        f"<tr><td>{card.kpj}</td><td>{escape(card.company)}</td><td>Aktif</td><td align=right>{style.money(card.closing)}</td></tr>"
        for card in cards
    )
    said = style.money(sum(card.closing for card in cards) if total is None else total)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Saldo JHT - CONTOH</title></head><body>"
        "<h1>Saldo JHT</h1>"
        f"<p>Nama Peserta : {escape(cards[0].person.name)}</p>"
        "<table border=1><tr><th>Nomor KPJ</th><th>Nama Perusahaan</th><th>Status</th><th>Saldo JHT (Rp)</th></tr>"
        f"{rows}<tr><td colspan=3>Total Saldo JHT</td><td align=right>{said}</td></tr></table></body></html>"
    )


def mhtml(page: str, *, base64: bool = False) -> bytes:
    """A page as Chrome keeps it: one message of several parts."""
    boundary = "----MultipartBoundary--ContohContohContohContoh----"
    data = page.encode("utf-8")
    body = b64encode(data) if base64 else quopri.encodestring(data)
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {_URL}\r\nSubject: Saldo JHT - CONTOH\r\n"
        "Date: Sat, 21 Nov 2026 08:15:00 +0700\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n\r\n'
    )
    encoding = "base64" if base64 else "quoted-printable"
    page_part = f"--{boundary}\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {_URL}\r\n\r\n"
    css_part = f"\r\n--{boundary}\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {_URL}.css\r\n\r\n"
    return (
        head.encode()
        + page_part.encode()
        + body
        + css_part.encode()
        + b"@charset =22utf-8=22;\r\ntable { color: black; }\r\n--"
        + boundary.encode()
        + b"--\r\n"
    )


def write_html(folder: Path, page: str, encoding: str = "utf-8") -> Path:
    """The page alone."""
    path = folder / "Saldo JHT - CONTOH.html"
    path.write_bytes(page.replace("charset='utf-8'", f"charset='{encoding}'").encode(encoding))
    return path


def write_mhtml(folder: Path, page: str, *, base64: bool = False) -> Path:
    """The page and what belongs to it in one file."""
    path = folder / "Saldo JHT - CONTOH.mhtml"
    path.write_bytes(mhtml(page, base64=base64))
    return path


def write_complete(folder: Path, page: str) -> Path:
    """The page with its folder beside it."""
    path = folder / "Saldo JHT - CONTOH.html"
    beside = folder / "Saldo JHT - CONTOH_files"
    beside.mkdir()
    (beside / "gaya.css").write_text("table { color: black; }", "utf-8")
    (beside / "skrip.js.download").write_text("var saldo = 'Rp 99.999.999,00';", "utf-8")
    links = "<link rel='stylesheet' href='./Saldo%20JHT%20-%20CONTOH_files/gaya.css'><script src='./Saldo%20JHT%20-%20CONTOH_files/skrip.js.download'></script>"
    path.write_text(f"<!-- saved from url=(0040){_URL} -->\n" + page.replace("</head>", f"{links}</head>"), "utf-8")
    return path


def _ways(page: str) -> dict[str, Make]:
    return {
        ".html": partial(write_html, page=page),
        ".html in windows-1252": partial(write_html, page=page, encoding="windows-1252"),
        ".mhtml": partial(write_mhtml, page=page),
        ".mhtml in base64": partial(write_mhtml, page=page, base64=True),
        "complete folder": partial(write_complete, page=page),
    }


def _shown(card: CardYear) -> dict[str, Value]:
    """What the balance page says of its only card."""
    return {"closing": card.closing, "kpj": card.kpj, "company": card.company, "person": card.person.name}


def cases(seed: int = 1) -> list[Case]:
    """Saved pages: the balance of one card and of three, statements, and pages that are to be refused."""
    rng = Random(f"web:{seed}")
    indonesian = Style(numbers="id", rupiah="Rp ", summary="table", head="words", words=2)
    who = facts.person(rng)
    three = [facts.card_year(rng, 2025, Traits(), who=who) for _ in range(3)]
    single = facts.card_year(rng, 2025, Traits(late=True, doubled=True))
    made: list[Case] = []

    def add(name: str, page: str, truths: tuple[Truth, ...], needs: frozenset[str] | None = _NEEDS) -> None:
        made.extend(
            Case(f"{name}, {way}", "saved page", make, one(FileStatus.OK), truths, needs=needs)
            for way, make in _ways(page).items()
        )

    add("a balance of one card", balance_page([single], indonesian), (Truth(_shown(single), ()),))
    add("a balance of three cards", balance_page(three, Style()), (Truth({"closing": sum(one.closing for one in three)}, ()),))
    for style, name in ((indonesian, "a statement"), (Style(), "a statement as documented")):
        add(name, page_of([layout.sheet(single, style)]), (truth.of(single, style),), None)
    wrong = balance_page(three, indonesian, total=sum(one.closing for one in three) + 100_000_000)
    tampered = page_of([layout.sheet(replace(single, closing=single.closing + 100_000_000), indonesian)])
    login = "<html><body><h1>Masuk</h1><form><input name=user><input type=password name=pin><p>Saldo JHT di bawah Rp 15.000.000</p></form></body></html>"
    nothing = "<html><body><h1>Saldo JHT</h1><p>Belum ada saldo JHT.</p></body></html>"
    for name, page, status in (
        ("a sum that is not the cards'", wrong, FileStatus.PAGE_NOT_UNDERSTOOD),
        ("a statement tampered with", tampered, FileStatus.PAGE_NOT_UNDERSTOOD),
        ("a log-in page", login, FileStatus.PAGE_NOT_UNDERSTOOD),
        ("no balance yet", nothing, FileStatus.NO_BALANCE),
    ):
        made.extend(Case(f"{name}, {way}", "saved page", make, one(status)) for way, make in _ways(page).items())
    return made
