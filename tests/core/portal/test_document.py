"""Promises of a page: its letters are right, its limits hold, a cut-off one is known, and only what a person can see is read."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.errors import PageNotUnderstood
from core.portal.document import Document, decode, parse


def page(text: str, **more: bool) -> Document:
    return parse(text.encode(), "https://portal.example.test/", "text/html; charset=utf-8", **more)


# ---- letters


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("é".encode(), "text/html; charset=utf-8", "é"),
        ("é".encode(), None, "é"),
        ("é".encode("cp1252"), None, "é"),
        (b"\x93", "text/html; charset=iso-8859-1", "\u201c"),
        (b"\x93", "text/html; charset=us-ascii", "\u201c"),
        (b"<meta charset=windows-1252>\x93", None, "<meta charset=windows-1252>\u201c"),
        (b'<meta http-equiv=x content="text/html; charset=utf-8">\xe2\x80\x93', "text/html", "\u2013"),
        (b"\xef\xbb\xbf\xc3\xa9", "text/html; charset=iso-8859-1", "é"),
        ("\ufeffé".encode("utf-16-le"), None, "é"),
        ("\ufeffé".encode("utf-16-be"), "text/html; charset=utf-8", "é"),
        ("é".encode(), "text/html; charset=no-such-thing", "é"),
        (b"<meta charset=utf-16>\xc3\xa9", None, "<meta charset=utf-16>é"),
        (b"\xc3\xa9", "text/html; charset=utf-7", "é"),
        (b"\x81\xff", None, "\ufffdÿ"),
        ("é".encode("utf-16-le"), "text/html; charset=utf-16le", "é"),
        (b"\xc3\xa9", "text/html; charset=base64", "é"),
    ],
)
def test_the_letters_are_those_the_page_means(body: bytes, content_type: str | None, text: str) -> None:
    assert decode(body, content_type).endswith(text)


def test_entities_without_their_semicolon_are_read() -> None:
    assert page("<p>Saldo&nbspJHT&nbsp:&nbspRp&nbsp48.731.902 &amp Co").text == "Saldo JHT : Rp 48.731.902 & Co"


def test_a_declared_entity_is_never_expanded() -> None:
    bomb = "<!DOCTYPE l [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;'>]><html><p>Halo &c;</p></html>"
    assert "x" not in page(bomb).text.replace("ENTITY", "")


# ---- whole or cut off


@pytest.mark.parametrize(
    "text",
    [
        "<p>Saldo JHT</p>",
        "<html><body><p>a</p></body></html>",
        "<html><body><p>a</p></body></html>\n<!-- 0.3 s --><script>x()</script>",
        "<HTML><BODY><TABLE><TR><TD>a</BODY></HTML>",
        "<html><frameset><frame src=a></frameset>",
        "<table><tr><td>a</td></tr></table>",
        "<!doctype html><title>x</title><main><p>a</main><footer>Telepon 175</footer>",
        "<html><body><table><tr><td>a</table><hr><address>x</address>",
    ],
)
def test_a_page_that_came_to_its_end_is_whole(text: str) -> None:
    assert page(text).whole


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><p>Saldo JHT</p><p>Rp 48.731",
        "<html><body><table><tr><td>Saldo",
        "<html><body><p>a</p></body",
        "<p>Saldo JHT</p><di",
        "<table><tr><td>Saldo JHT</td>",
        "<p>a</p><script>var x = 1",
        "<p>a</p><!-- saldo",
        "<!doctype html><main><p>a<footer>x</footer>",
        "<html><body><div><p>a</p></div>",
    ],
)
def test_a_page_that_ends_too_early_is_known(text: str) -> None:
    assert not page(text).whole


def test_fewer_bytes_than_announced_are_a_cut_off_page() -> None:
    assert not page("<html><body>a</body></html>", complete=False).whole


# ---- limits


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x00"])
def test_an_empty_page_is_refused(text: str) -> None:
    with pytest.raises(PageNotUnderstood) as refusal:
        page(text)
    assert refusal.value.reason == "page_empty"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<div>" * 1_000_000, "page_too_large"),
        (b"<div>" * 5_000, "page_too_deep"),
        (b"a" * 5_000_001, "page_too_large"),
        (b"<p>a" * 1_200_000, "page_too_large"),
    ],
)
def test_a_hostile_page_is_refused_at_once(body: bytes, reason: str) -> None:
    started = time.process_time()
    with pytest.raises(PageNotUnderstood) as refusal:
        parse(body, "https://portal.example.test/", None)
    assert refusal.value.reason == reason
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "text",
    [
        "<p>a</p>" * 120_000,
        "<table><tr><td>a<td>b<td>c<td>d<td>e<td>f</table>" * 23_000,
        "<div role=table>" + "<div role=row><i role=cell>a</i><i role=cell>b</i></div>" * 66_000 + "</div>",
    ],
    ids=["lines", "cells", "roles"],
)
def test_more_blocks_than_any_page_has_are_refused(text: str) -> None:
    with pytest.raises(PageNotUnderstood) as refusal:
        _ = page(text).text
    assert refusal.value.reason == "page_too_large"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of a process is read from /proc")
@pytest.mark.parametrize("block", ["<p>a</p>", "<tr><td>1.250.000", "<div role=row><i role=cell>1.250.000</i></div>"])
def test_the_worst_page_stays_within_200_megabytes(block: str) -> None:
    script = (
        "from pathlib import Path\n"
        "from core.portal.document import parse\n"
        f"block = {block!r}\n"
        "try: parse(b'<table role=table>' + block.encode() * (198_000 // block.count('<')) + b'</table>', 'u', None).text\n"
        "except Exception as error: assert error.reason == 'page_too_large'\n"
        "print(next(line for line in Path('/proc/self/status').open() if line.startswith('VmHWM')).split()[1])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 200_000


# ---- what a person can see


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- Rp 1 -->",
        "<script>Rp 1</script>",
        "<style>Rp 1</style>",
        "<template>Rp 1</template>",
        "<noscript>Rp 1</noscript>",
        "<p hidden>Rp 1</p>",
        "<p style='display: none'>Rp 1</p>",
        "<p style='VISIBILITY:hidden'>Rp 1</p>",
        "<p aria-hidden=true>Rp 1</p>",
        "<p class='d-none'>Rp 1</p>",
        "<p class='print-only'>Rp 1</p>",
        "<p class='d-none d-print-block'>Rp 1</p>",
        "<del>Rp 1</del>",
        "<s>Rp 1</s>",
        "<strike>Rp 1</strike>",
        "<p style='text-decoration: line-through'>Rp 1</p>",
        "<style>.old{display:none}</style><p class='x old'>Rp 1</p>",
        "<style>#old{text-decoration:line-through}</style><p id=old>Rp 1</p>",
        "<style>.p{display:none} @media print{.p{display:block}}</style><p class=p>Rp 1</p>",
        "<style>@media screen{.p{display:none}}</style><p class=p>Rp 1</p>",
        "<input type=hidden value='Rp 1'>",
        "<input value='Rp 1'>",
        "<input type=password readonly value='Rp 1'>",
        "<select><option>a<option>Rp 1</select>",
        "<table><tr><td hidden>Rp 1</td><td>b</td></tr></table>",
        "<table><tr style='display:none'><td>Rp 1</td></tr></table>",
        "<table><tr><td><s>Rp 1</s></td></tr></table>",
        "<table><tr><td style='text-decoration:line-through'>Rp 1</td></tr></table>",
        "<div role=table><div role=row hidden><i role=cell>Rp 1</i></div></div>",
    ],
)
def test_what_nobody_can_see_is_not_read(hidden: str) -> None:
    assert "Rp 1" not in page(f"<html><body><p>Saldo</p>{hidden}</body></html>").text


@pytest.mark.parametrize(
    "shown",
    [
        "<div class='tab-pane fade'>Rp 1</div>",
        "<div class='collapse'>Rp 1</div>",
        "<div class='modal' style='display:none' aria-hidden=true>Rp 1</div>",
        "<div role=tabpanel hidden>Rp 1</div>",
        "<a href='#jht'>JHT</a><div id=jht style='display:none'>Rp 1</div>",
        "<button data-bs-target='#jht'>JHT</button><div id=jht class='d-none'>Rp 1</div>",
        "<button onclick=\"buka(event, 'jht')\">JHT</button><style>.isi{display:none}</style><div class=isi id=jht>Rp 1</div>",
        "<div class='d-none d-md-block'>Rp 1</div>",
        "<div class='hidden md:block'>Rp 1</div>",
        "<details><summary>Saldo</summary>Rp 1</details>",
        "<input readonly value='Rp 1'>",
        "<textarea disabled>Rp 1</textarea>",
        "<select><option>a<option selected>Rp 1</select>",
        "<output>Rp 1</output>",
        "<style>@media (max-width: 600px){.x{display:none}}</style><p class=x>Rp 1</p>",
        "<div role=grid><div role=row><div role=gridcell>Rp 1</div></div></div>",
        "<table><td>Rp 1</table>",
        "<table><form><tr><td>Rp 1</td></tr></form></table>",
        "<pre>\n  Saldo   Rp 1\n</pre>",
    ],
)
def test_what_a_person_can_open_is_read(shown: str) -> None:
    assert "Rp 1" in page(f"<html><body>{shown}</body></html>").text


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ("<span>48</span><span>.731</span><span>.902</span>", "48.731.902"),
        ("Rp<small>48.731.902</small><sup>,00</sup>", "Rp 48.731.902,00"),
        ("<i>4</i><i>8</i><i>.</i><i>7</i><i>3</i><i>1</i>", "48.731"),
        ("48.731.902<sup>1</sup>", "48.731.902"),
        ("<span>Saldo</span><span>JHT</span>", "Saldo JHT"),
        ("<span>1</span><span>48.731.902</span>", "1\u206048.731.902"),
        ("<span>1</span> <span>48.731.902</span>", "1 48.731.902"),
    ],
)
def test_the_pieces_of_a_figure_make_one_and_strangers_do_not(spans: str, text: str) -> None:
    assert page(f"<p>{spans}</p>").text == text


@pytest.mark.parametrize("empty", ["wbr", "WBR", "wbr/", "wbr class=x", "embed", "source src='x.webp'", "track"])
def test_an_element_that_holds_nothing_swallows_nothing(empty: str) -> None:
    assert page(f"<p>Rp 48.<{empty}>731.<{empty}>902 <b>per hari ini</b></p>").text.replace(" ", "") == "Rp48.731.902perhariini"


def test_many_places_to_break_a_line_are_not_many_levels() -> None:
    assert page(f"<p>Saldo {'panjang<wbr>' * 400} akhir</p>").text.endswith("akhir")


def test_cells_that_nobody_closed_do_not_swallow_each_other() -> None:
    tree = page("<html><table><tr><td><font>KPJ<td><font>1<tr><td><font>Saldo<td><font>Rp 1</table></html>")
    (table,) = tree.blocks.root.items[0].items  # type: ignore[union-attr]
    assert [[cell.text for cell in row] for row in table.rows] == [["KPJ", "1"], ["Saldo", "Rp 1"]]  # type: ignore[union-attr]


def test_a_tag_in_a_script_or_a_comment_closes_nothing() -> None:
    text = page("<html><table><tr><td>a<!-- <tr><td> --><script>'<tr><td>'</script><td>b</table></html>").text
    assert text == "a b"


def test_a_table_within_a_table_keeps_its_rows() -> None:
    assert page("<html><table><tr><td>a<table><tr><td>b<tr><td>c</table><td>d</table></html>").text == "a b c d"


def test_the_middle_of_a_long_table_is_part_of_the_text() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>Rp {n}</td></tr>" for n in range(100))
    text = page(f"<html><table>{rows}</table></html>").text
    assert text.startswith("0 Rp 0 1 Rp 1 ")
    assert " 50 Rp 50 " in text
    assert text.endswith(" 99 Rp 99")
