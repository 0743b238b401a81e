"""Promises of the safe report: nothing personal of a page is in it, its shape is, and the preview shows all of it."""

from __future__ import annotations

import html
import re
import time
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from core.portal import document
from core.portal.report import SafeReport, safe_report, scrambled
from core.portal.report_letters import Scrambler
from core.portal.report_words import load_harmless

PAGES = Path(__file__).resolve().parents[2] / "corpus" / "pages"
STEMS = sorted(path.stem for path in PAGES.glob("*.html"))
KEY = b"a key that only tests know"
HARMLESS = load_harmless()
WORD = re.compile(r"[^\W\d_]+")
CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def source_of(stem: str) -> str:
    return document.decode((PAGES / f"{stem}.html").read_bytes(), "text/html; charset=utf-8")


@cache
def report_of(stem: str) -> SafeReport:
    """The report of a page of the corpus, made once for all tests."""
    return safe_report(source_of(stem), key=KEY)


def made_of(source: str | SafeReport) -> str:
    """The report without the line that this program puts over it."""
    report = safe_report(source, key=KEY) if isinstance(source, str) else source
    note, _, made = report.html.partition("\n")
    assert note.startswith("<!-- Saldo JHT, safe report: ")
    return made


def telling(source: str) -> tuple[set[str], set[str]]:
    """The words and the numbers of a source that must not come out: with entities undone, and without what is harmless."""
    plain = html.unescape(html.unescape(source))
    return {word for word in parts_of(plain) if len(word) > 3}, set(re.findall("[0-9]{4,}", plain))


def parts_of(text: str) -> set[str]:
    """The words of a text that are not harmless, in small letters; of `tglLahirBudi` also each part."""
    harmless = HARMLESS.anywhere() | {"doctype"}
    words = {word for word in WORD.findall(text) if word.casefold() not in harmless}
    cut = {word: parts if "".join(parts := CAMEL.findall(word)) == word else [word] for word in words}
    return {part.casefold() for parts in cut.values() for part in parts} - harmless


@pytest.mark.parametrize("stem", STEMS)
def test_no_word_and_no_number_of_a_page_is_in_its_report(stem: str) -> None:
    source = source_of(stem)
    words, numbers = telling(source)
    made = html.unescape(made_of(report_of(stem)))
    assert sorted(words & parts_of(made)) == []
    assert not numbers & set(re.findall("[0-9]{4,}", made))


@pytest.mark.parametrize("stem", STEMS)
def test_the_shape_of_a_page_stays(stem: str) -> None:
    source = source_of(stem)
    before, after = (
        etree.HTML(text.encode(), etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
        for text in (source, made_of(report_of(stem)))
    )
    if before is None:
        assert after is None
        return
    known = [[one.tag for one in root.iter() if one.tag in HARMLESS.tags and one.tag != "p"] for root in (before, after)]
    assert known[0] == known[1]


@pytest.mark.parametrize("stem", STEMS)
def test_the_two_sides_of_the_preview_line_up(stem: str) -> None:
    for kind, before, after in report_of(stem).pairs:
        if kind == "text":
            assert [len(word) for word in before.split()] == [len(word) for word in after.split()]
            assert [c.isupper() for c in before if c.isascii()] == [
                c.isupper() for c, old in zip(after, before, strict=True) if old.isascii()
            ]
        elif kind == "dropped":
            assert after == ""


def test_the_preview_holds_every_word_of_the_report() -> None:
    """What is not among the pairs is harmless: nobody finds a word in the file that the preview did not show."""
    for stem in STEMS[::7]:
        report = report_of(stem)
        shown = parts_of(" ".join(pair.after for pair in report.pairs))
        body = html.unescape(re.sub(r"<!--.*?-->", "", report.html, flags=re.DOTALL))
        assert {word for word in parts_of(body) - shown if len(word) > 1} == set()


def test_the_same_word_is_the_same_other_word_in_any_case() -> None:
    made = made_of("<p>Budiman BUDIMAN budiman 31750112 dan 31750112</p>")
    first, second, third, number, again = re.findall(r"[A-Za-z]{7}|[0-9]{8}", made)
    assert first.upper() == second and first.lower() == third and number == again
    assert first != "Budiman" and first[0].isupper() and first[1:].islower()


def test_another_report_says_other_words() -> None:
    page = "<p>Budiman Rekaan 3175011203900001</p>"
    assert safe_report(page).html != safe_report(page).html


def test_no_letter_and_no_digit_stays_where_it_was() -> None:
    page = "<p>Mochamad Kurniawan 3175011203900001 48.731.902,55 REKAAN</p>"
    made = made_of(page)
    assert len(made) == len(page)
    changed = [(old, new) for old, new in zip(page[3:-4], made[3:-4], strict=True) if old.isalnum()]
    assert changed and all(old != new for old, new in changed)
    assert all(old == new for old, new in zip(page, made, strict=True) if not old.isalnum())


ATTACKS = {
    "attribute": '<div data-owner="Budiman Rekaan" data-budiman="31750112"><input type=hidden name=token value="31750112-Rekaan"></div>',
    "bare attribute": "<td title=Budiman width=31750112 rekaan>x</td>",
    "attribute without an end": "<td title='Budiman Rekaan 31750112>x</td>",
    "broken tag": "<Budiman Rekaan=31750112><p Budiman<Rekaan 31750112",
    "comment": "<!-- Budiman Rekaan 31750112 --><!--[if IE]>Budiman<![endif]--><!Budiman 31750112><?Rekaan 31750112?>",
    "comment without an end": "<p>x</p><!-- Budiman Rekaan 31750112",
    "script": "<script>var nama = 'Budiman Rekaan', nik = 31750112;</script><script>Rekaan 31750112",
    "script's name": '<script src="/Budiman/31750112.js?Rekaan" data-x="a>Budiman"></script>',
    "json": '<script type="application/json">{"nama":"Budiman Rekaan","nik":"31750112"}</script>',
    "css": "<style>.budiman-31750112:after{content:'Budiman Rekaan'} /* Rekaan 31750112 */ a{background:url(data:text/plain,Budiman)}</style>",
    "inline style": "<p style=\"--rekaan: 'Budiman'; background: url(/foto/Budiman-31750112.png)\">x</p>",
    "data address": '<img src="data:image/png;base64,QnVkaW1hbiBSZWthYW4gMzE3NTAxMTI=" alt="Budiman">',
    "base64": "<p>QnVkaW1hbiBSZWthYW4gMzE3NTAxMTI=</p>",
    "entities": "<p>&#66;&#x75;&#100;iman &Rekaan; Reka&#97;n 3175&#48;112 3&#x31;750112</p><p title='&#66;udiman'>x</p>",
    "entities twice": "<p>&amp;#66;udiman Rek&amp;#97;an</p>",
    "zero width": "<p>Bu\u200bdi\u200cman Re\u00adka\u2060an 3175\u200b0112</p>",
    "half width": "<p>\uff22\uff55\uff44\uff49\uff4d\uff41\uff4e \uff13\uff11\uff17\uff15\uff10\uff11\uff11\uff12</p>",
    "bold letters": "<p>\U0001d401\U0001d42e\U0001d41d\U0001d422\U0001d426\U0001d41a\U0001d427 \U0001d7d1\U0001d7cf\U0001d7d5\U0001d7d3</p>",
    "circled letters": "<p>\u24b7\u24e4\u24d3\u24d8\u24dc\u24d0\u24dd \u2462\u2460\u2466\u2464</p>",
    "homoglyphs": "<p>\u0412udim\u0430n Rek\u0430\u0430n</p>",
    "other digits": "<p>\u0663\u0661\u0667\u0665\u0660\u0661\u0661\u0662</p>",
    "file name": '<a href="slip/Budiman_Rekaan_31750112.pdf" download="Budiman Rekaan.pdf">unduh</a>',
    "mail": "<a href='mailto:budiman.rekaan@surat.test'>budiman.rekaan@surat.test</a>",
    "title": "<title>Budiman Rekaan 31750112</title><meta name=author content='Budiman Rekaan'>",
    "query": '<form action="/saldo?nama=Budiman+Rekaan&nik=31750112%20&x=%42udiman"></form>',
    "nested page": '<iframe srcdoc="&lt;p&gt;Budiman Rekaan 31750112&lt;/p&gt;"></iframe>',
    "own tag": "<x-budiman-rekaan nik-31750112=1>x</x-budiman-rekaan>",
    "text area": "<textarea>Budiman Rekaan 31750112</textarea><xmp>Budiman</xmp><plaintext>Rekaan 31750112",
    "cdata": "<![CDATA[Budiman > Rekaan 31750112]]>",
    "camel": "<p id='saldoBudimanRekaan31750112'>SaldoBudimanRekaan</p>",
    "tag characters": "<p>x" + "".join(chr(0xE0000 + ord(c)) for c in "Budiman") + "</p>",
}
FOLDED = ("budiman", "rekaan", "31750112", "qnvkaw1hbibszwthyw4gmze3ntaxmti")


def folded(text: str) -> str:
    """A text as somebody who looks for a name would read it: entities undone, invisible signs gone, letters in their plain form."""
    twice = html.unescape(html.unescape(text))
    twice = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in twice)
    plain = unicodedata.normalize("NFKC", "".join(chr(ord(c) - 0xE0000) if 0xE0020 <= ord(c) <= 0xE007E else c for c in twice))
    return "".join(c for c in plain.translate(str.maketrans("\u0412\u0430", "Ba")) if unicodedata.category(c) != "Cf").casefold()


@pytest.mark.parametrize("name", ATTACKS)
def test_whatever_a_page_hides_names_in_leaks_none(name: str) -> None:
    found = folded(made_of(f"<html><body>{ATTACKS[name]}"))
    assert not [word for word in FOLDED if word in found]
    digits = "".join(c for c in found if c.isdecimal())
    assert "31750112" not in digits and "3175" not in digits


def test_the_attacks_are_attacks() -> None:
    """Each of them does hold a name or a number that the search above would find in the page itself."""
    missed = [name for name, page in ATTACKS.items() if not any(word in folded(page) for word in (*FOLDED, "3175"))]
    assert missed == []


def test_invisible_signs_tell_nothing_by_how_many_they_are() -> None:
    made = made_of("<p>Bud\u200b\u200c\u200b\u200b\u200cman</p>")
    assert made.count("\u200b") == 1 and "\u200c" not in made


def test_single_digits_of_an_animated_counter_are_no_table_of_digits() -> None:
    made = made_of("".join(f"<b>{digit}</b>" for digit in "7" * 40))
    assert len(set(re.findall(r"<b>([0-9])</b>", made))) > 1


def test_names_among_the_readers_words_stay_only_in_its_phrases() -> None:
    assert "Hari" not in made_of("<p>Nama: Hari Bunga Mei</p>") and "Mei" not in made_of("<p>Nama: Mei Bunga</p>")
    made = made_of("<p>Saldo Jaminan Hari Tua per 31 Mei 2026</p>")
    assert made.startswith("<p>Saldo Jaminan Hari Tua per ") and " Mei " in made


def test_a_number_written_out_is_a_number() -> None:
    made = made_of("<p>Terbilang: empat puluh delapan juta rupiah</p>")
    assert not {"empat", "puluh", "delapan"} & set(WORD.findall(made))


def test_letters_of_a_token_are_no_words() -> None:
    made = made_of("<input type=hidden value='9f31c0aa17be44in'><p>17be Rp48.731</p>")
    assert not {"be", "in"} & set(re.findall("[a-z]+", re.sub(r"<input type=hidden|value", "", made)))
    assert re.search(r" Rp\d\d\.\d{3}", made)


def test_dates_stay_dates_and_years_years() -> None:
    made = made_of("<p>12-03-1990 2025-10-31 10/2026 2026 31 Oktober 2026</p>")
    assert re.fullmatch(
        r"<p>\d\d-(0\d|1[0-2])-\d{4} \d{4}-(0\d|1[0-2])-[0-2]\d (0\d|1[0-2])/\d{4} (19|20)\d\d [0-2]\d Oktober (19|20)\d\d</p>",
        made,
    )


def test_the_page_spans_its_cells_as_before() -> None:
    made = made_of("<table><tr><td colspan=3 rowspan='2' width=31>x</td></tr></table>")
    assert "colspan=3" in made and "rowspan='2'" in made and "width=31" not in made


def test_a_page_hides_what_it_hid() -> None:
    page = "<style>.rahasia{display:none}</style><p class=rahasia>Saldo JHT Rp 9.000.000</p><p>Saldo JHT: Rp 8.000.000</p>"
    assert "9" not in document.parse(page.encode(), "https://portal.example.test/").text
    made = document.parse(made_of(page).encode(), "https://portal.example.test/", "text/html; charset=utf-8")
    assert made.text.count("Saldo") == 1


def test_most_pages_are_refused_for_the_same_reason_once_scrambled() -> None:
    """What developers need it for. Sums cannot survive, nor what lies in scripts: those are the rest."""
    answers = [(report.read, report.read_again) for stem in STEMS if (report := report_of(stem)).read != "ok"]
    same = sum(one == other for one, other in answers)
    assert same / len(answers) > 0.7, f"{same} of {len(answers)}"


def test_a_page_too_long_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    most = 60_000  # a tenth of what it is: the coverage tool would make the whole of it take seconds
    monkeypatch.setattr("core.portal.report.LENGTHS", (most,))
    page = f"<p>{'Budiman ' * 600}</p>"  # words, not elements, make it long: reading elements would take most of the time
    report = safe_report(page * (most // len(page) + 2), key=KEY)
    assert report.cut and ", cut -->" in report.html and most - 200 < len(report.html) < most + 200
    whole = safe_report(page * 2, key=KEY)
    assert not whole.cut and "cut" not in whole.html.splitlines()[0]


@pytest.mark.parametrize(
    "page",
    ["", "x", "<", "<<<>>>", "</", "<!", "<!--", "<a", '<a b="', "&", "&#", "&#x110000;", "\x00\x01", "\ud800", "<p " * 400],
)
def test_anything_has_a_report(page: str) -> None:
    assert safe_report(page, key=KEY).html


def test_a_word_never_becomes_one_of_the_page_or_of_the_reader() -> None:
    scrambler = Scrambler(KEY, frozenset({"abc"}), frozenset({"saldo"}))
    made = {scrambler.word(word) for word in ("aaa", "bbb", "ccc", "abd", "xyz")}
    assert len(made) == 5 and not made & {"abc", "saldo"}


@pytest.mark.parametrize(
    "piece", ["<a '", '<a "', "<a '\">", "<script '", "<style>", "<!--", "<a b='", "a\u200b", "1", "1.", "saldo jht ", "<"]
)
def test_a_hostile_page_costs_no_more_the_longer_it_is(piece: str) -> None:
    """No pattern goes over the same letters again and again: four times as much takes nowhere near sixteen times as long."""
    taken = []
    for length in (20_000, 80_000):
        began = time.process_time()
        assert scrambled((piece * length)[:length], KEY)
        taken.append(time.process_time() - began)
    assert taken[1] < max(9 * taken[0], 0.5), taken


# Names made of words that the reader knows, and none of which may stay.
KNOWN_WORDS = {
    "a company": "<p>PT BANK MANDIRI INDONESIA</p><p>PT. Usaha Anak Pekerja</p><p>CV Anak Pekerja, Saldo</p><p>BANK ANAK PEKERJA Tbk</p>",
    "a title": "<p>Bapak Anak Bank</p><p>Ibu Pekerja</p><p>Selamat datang, Anak Bank</p>",
    "behind a label": "<p>Nama: Anak Bank Pekerja</p><dl><dt>Perusahaan</dt><dd>BANK ANAK PEKERJA</dd></dl><b>Nama Perusahaan</b> <i>Anak Bank</i>",
    "a field": "<label>Nama</label><input readonly value='Anak Bank Pekerja'>",
    "a column": "<table><tr><th>Nama</th><th>Perusahaan</th></tr><tr><td>Anak</td><td>Bank</td></tr><tr><td>Anak Pekerja</td><td>Bank Mandiri</td></tr></table>",
    "mail": "<p>anak.bank@pekerja.example.test</p><a href='mailto:bank.anak@pekerja.test'>x</a>",
    "cut apart": "<b>An</b>ak <b>Bu</b><i>di</i> <b>Anak</b><!-- -->di",
}


@pytest.mark.parametrize("name", KNOWN_WORDS)
def test_a_name_made_of_the_readers_words_is_a_name(name: str) -> None:
    made = {word.casefold() for word in WORD.findall(re.sub(r"</?\w+", "", made_of(KNOWN_WORDS[name])))}
    assert not made & {"anak", "bank", "pekerja", "usaha", "mandiri", "indonesia", "an", "di", "bu"}


def test_labels_stay_where_names_go() -> None:
    made = made_of(
        "<table><tr><th>Nama</th><th>Saldo JHT</th></tr><tr><td>Anak</td><td>Rp 1.000</td></tr></table><p>PT Anak: Saldo JHT</p>"
    )
    assert "<th>Nama</th><th>Saldo JHT</th>" in made and made.endswith(": Saldo JHT</p>") and ">PT " in made
