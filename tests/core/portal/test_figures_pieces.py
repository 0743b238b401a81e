"""The small pieces the reader is made of: tokens, labels, headers, spans, sums. Each test is one rule."""

from __future__ import annotations

import datetime as dt

import pytest
from lxml import etree

from core.money import NumberStyle
from core.portal.blocks import Cell, Line, Table
from core.portal.figures import load_words
from core.portal.figures.facts import Context, Page, Scope, with_program
from core.portal.figures.heads import Head, Heads
from core.portal.figures.labels import NO_LABEL, Kind, Label, Labels, Program
from core.portal.figures.shapes import Row, as_box, cells_of, is_mere_history, spread, text_at, untitle
from core.portal.figures.tokens import Token, What, heads, with_currency
from core.portal.figures.values import State
from core.portal.figures.words import Phrases, find, phrases_of, words_of
from core.portal.figures.years import PeriodRow, adds_up, amount, closing_amount, follows_on, runs_through

ELEMENT = etree.Element("td")
WORDS = load_words()
LABELS = Labels(WORDS)


def page() -> Page:
    return Page(WORDS, NumberStyle.INDONESIAN)


def cell(text: str, **more: object) -> Cell:
    return Cell(text, ELEMENT, **more)  # type: ignore[arg-type]


def row(*texts: str) -> Row:
    return [cell(text) for text in texts]


# ---- tokens


def value(text: str, state: State = State.AMOUNT) -> Token:
    return Token(What.VALUE, text, ELEMENT, Scope(None), state=state)


def text(words: str, what: What = What.TEXT, **more: object) -> Token:
    return Token(what, words, ELEMENT, Scope(None), **more)  # type: ignore[arg-type]


def joined(*tokens: Token) -> list[str]:
    return [token.text for token in with_currency(list(tokens))]


@pytest.mark.parametrize("currency", ["Rp", "rp.", "IDR", "idr."])
def test_a_currency_in_a_cell_of_its_own_belongs_to_the_figure_behind_it(currency: str) -> None:
    for figure in ("1.250.500", "(1.250.500)", "-1.250.500"):
        assert joined(text("Saldo"), value(currency, State.MISSING), value(figure)) == ["Saldo", f"{currency} {figure}"]


def test_a_currency_before_anything_else_is_dropped_and_before_words_it_stays() -> None:
    assert joined(value("Rp", State.MISSING), value("Rp 5.000")) == ["Rp 5.000"]
    assert joined(value("Rp", State.MISSING), value("***", State.MASKED)) == ["***"]
    assert joined(value("Rp", State.MISSING), text("belum ada")) == ["Rp", "belum ada"]
    assert joined(value("5.000"), value("6.000")) == ["5.000", "6.000"]
    assert joined() == []


def test_the_sen_of_a_figure_may_stand_in_a_cell_of_their_own() -> None:
    assert joined(value("1.250.500"), text(",00")) == ["1.250.500,00"]
    assert joined(value("1.250.500"), text(".55")) == ["1.250.500.55"]
    assert joined(value("1.250.500"), text(",0")) == ["1.250.500", ",0"]
    assert joined(value("12345678901", State.OTHER), text(",00")) == ["12345678901", ",00"]
    assert joined(text("Saldo"), text(",00")) == ["Saldo", ",00"]


def test_what_can_be_a_heading() -> None:
    assert heads(text("Saldo JHT")) and heads(text("Saldo JHT", What.LABEL))
    assert heads(text("satu dua tiga empat lima enam tujuh delapan sembilan"))
    assert not heads(text("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"))
    assert heads(text("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", level=2))
    assert not heads(text("Saldo JHT", link=True))
    assert not heads(text("Simulator, bukan situs BPJS")) and not heads(text("Not the balance", level=1))
    assert not heads(text("")) and not heads(value("5.000"))


# ---- words and labels


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Saldo JHT", ["saldo", "jht"]),
        ("SaldoJht", ["saldo", "jht"]),
        ("T O T A L Saldo", ["total", "saldo"]),
        ("A B", ["a", "b"]),
        ("A B C", ["abc"]),
        ("A Budi", ["a", "budi"]),
        ("SALDOJHT", ["saldojht"]),
        ("saldo_jht-2026", ["saldo", "jht", "2026"]),
        ("S\u00c4LDO", ["s", "ldo"]),
        ("", []),
    ],
)
def test_the_words_of_a_text(said: str, words: list[str]) -> None:
    assert words_of(said) == words


def test_the_longest_phrase_is_found_and_none_overlaps() -> None:
    phrases: Phrases = {"saldo": ((("saldo", "akhir", "jht"), "long"), (("saldo",), "short")), "akhir": ((("akhir",), "end"),)}
    assert find(phrases, ["saldo", "akhir", "jht"]) == [(0, 3, "long")]
    assert find(phrases, ["saldo", "akhir", "saldo"]) == [(0, 1, "short"), (1, 2, "end"), (2, 3, "short")]
    assert find(phrases, ["x"]) == [] and phrases_of("a b,\n  c") == ["a b", "c"]


@pytest.mark.parametrize(
    ("said", "kind", "program"),
    [
        ("Saldo JHT", Kind.BALANCE, Program.JHT),
        ("Saldo", Kind.BALANCE, None),
        ("Saldo JP", Kind.BALANCE, Program.FOREIGN),
        ("Saldo JHT dan JP", Kind.BALANCE, Program.BOTH),
        ("Saldo Awal", Kind.OPENING, None),
        ("Total", Kind.TOTAL, None),
        ("Total Saldo", Kind.BALANCE, None),
        ("Total Saldo + Total Iuran", Kind.BALANCE, None),
        ("Iuran", Kind.CONTRIBUTION, None),
        ("Total Iuran", Kind.CONTRIBUTION, None),
        ("Pengembangan", Kind.GROWTH, None),
        ("Pengembangan Saldo", Kind.GROWTH, None),
        ("Pengembangan Iuran Saldo", Kind.MONEY, None),
        ("Klaim", Kind.CLAIM, None),
        ("Saldo yang dapat diklaim", Kind.CLAIM, None),
        ("Upah", Kind.MONEY, None),
        ("Saldo Bank", Kind.MONEY, None),
        ("Subtotal", Kind.MONEY, None),
        ("Debet", Kind.MONEY, None),
        ("Simulasi", Kind.MONEY, None),
        ("Nomor KPJ", Kind.KPJ, None),
        ("NPP", Kind.NPP, None),
        ("Nama Perusahaan", Kind.COMPANY, None),
        ("Segmen", Kind.SEGMENT, None),
        ("Status", Kind.STATUS, None),
        ("Iuran Terakhir", Kind.LAST, None),
        ("Per tanggal", Kind.AS_OF, None),
        ("Nama", Kind.PERSON, None),
        ("NIK", Kind.OTHER, None),
        ("Tahun", Kind.YEAR, None),
        ("Bulan", Kind.MONTH, None),
        ("Jaminan Hari Tua", Kind.PROGRAM, Program.JHT),
        ("Jaminan Pensiun", Kind.PROGRAM, Program.FOREIGN),
        ("Nominal (Rp)", Kind.NEUTRAL, None),
        ("Kekayaan", Kind.UNKNOWN, None),
        ("", Kind.UNKNOWN, None),
    ],
)
def test_what_a_label_says(said: str, kind: Kind, program: Program | None) -> None:
    label = LABELS.of(said)
    assert (label.kind, label.program) == (kind, program)


def test_what_else_a_label_says() -> None:
    assert LABELS.of("Total Saldo").total and not LABELS.of("Subtotal Saldo").total and not LABELS.of("Saldo").total
    assert LABELS.of("Saldo Akhir").closing and LABELS.of("Saldo saat ini").closing and not LABELS.of("Saldo").closing
    assert LABELS.of("Total Saldo + Total Iuran").sums and LABELS.of("Total Saldo + Total Iuran").closing
    assert not LABELS.of("Total Saldo").sums
    assert LABELS.of("Simulasi Saldo JHT").unreal and LABELS.of("Saldo minimal").unreal and LABELS.of("Jika saldo").unreal
    assert LABELS.of("10% saldo").unreal and LABELS.of("sebagian saldo").unreal and not LABELS.of("Saldo JHT").unreal
    assert LABELS.of("Saldo JHT Kekayaan Umum").strange == 2 and LABELS.of("Saldo JHT").strange == 0
    assert LABELS.of("Saldo x JHT").strange == 0  # one letter is no word
    assert LABELS.of("Simulasi").estimate and LABELS.of("Simulasi Saldo JHT Tuan").estimate
    assert not LABELS.of("Saldo JHT Tuan Simulasi").estimate
    assert LABELS.of("Berikut contoh saldo").announces and not LABELS.of("Contoh saldo").announces


def test_the_day_and_the_year_of_a_label() -> None:
    dated = LABELS.of("Saldo JHT per 31-10-2026")
    assert (dated.date, dated.dated, dated.year) == (dt.date(2026, 10, 31), True, None)
    assert LABELS.of("Saldo JHT (31-10-2026)").dated is False
    assert LABELS.of("per 31-10-2026 dan 1-11-2026").dated is False
    assert LABELS.of("per 31-10-2026 dan 1-11-2026").date == dt.date(2026, 11, 1)
    assert LABELS.of("Saldo akhir tahun 2025").year == 2025 and LABELS.of("Saldo 2024 / 2025").year == 2025


def test_what_follows_only_explains() -> None:
    assert LABELS.of("Saldo JHT termasuk pengembangan").kind is Kind.BALANCE
    assert LABELS.of("Termasuk pengembangan saldo").kind is Kind.GROWTH
    assert LABELS.of("budi@saldo.test Saldo JHT").strange == 0


@pytest.mark.parametrize(
    ("said", "foreign"),
    [
        ("Total Saldo JHT Perusahaan", True),
        ("Total Saldo JHT semua perusahaan", False),
        ("Saldo JHT Perusahaan", False),
        ("Saldo 12 tenaga kerja", True),
        ("Saldo 1 tenaga kerja", False),
        ("Saldo 1.234 karyawan", True),
        ("Saldo JHT istri", True),
    ],
)
def test_an_employers_sum_or_another_persons_is_not_the_workers(said: str, foreign: bool) -> None:
    assert ("foreign" in LABELS.of(said).families) is foreign


def test_a_label_that_leads_or_begins_a_text() -> None:
    assert LABELS.leads("Simulasi Saldo JHT", "estimate") and not LABELS.leads("Saldo Simulasi", "estimate")
    assert not LABELS.leads("", "estimate") and not LABELS.leads("Simulasi", "balance")
    assert LABELS.prefix("NPP 99000123") == (Kind.NPP, "99000123")
    assert LABELS.prefix("Iuran terakhir: Oktober 2026") == (Kind.LAST, "Oktober 2026")
    assert LABELS.prefix("NPP") == (Kind.UNKNOWN, "") and LABELS.prefix("99000123 NPP") == (Kind.UNKNOWN, "")
    assert LABELS.prefix("") == (Kind.UNKNOWN, "") and LABELS.prefix("Budi") == (Kind.UNKNOWN, "")


def test_a_label_completed_by_the_one_over_it() -> None:
    over = Label("JHT", Kind.PROGRAM, Program.JHT, total=True, closing=True, unreal=True, date=dt.date(2026, 1, 1), year=2026)
    made = with_program(Label("Saldo", Kind.BALANCE), over)
    assert (made.text, made.kind, made.program, made.year) == ("JHT Saldo", Kind.BALANCE, Program.JHT, 2026)
    assert made.total and made.closing and made.unreal and made.date == dt.date(2026, 1, 1)
    own = with_program(Label("Saldo", Kind.BALANCE, Program.FOREIGN, date=dt.date(2025, 1, 1), year=2025), over)
    assert (own.program, own.year, own.date) == (Program.FOREIGN, 2025, dt.date(2025, 1, 1))
    assert with_program(Label("Saldo", Kind.BALANCE), NO_LABEL).text == "Saldo"
    assert with_program(Label("Saldo", Kind.BALANCE), Label("Saldo", Kind.TOTAL)).text == "Saldo"


@pytest.mark.parametrize(
    ("heading", "estimate"),
    [
        ("Simulasi", True),
        ("Batas Klaim", True),
        ("Saldo JHT Ahli Waris", True),
        ("Saldo JHT", False),
        ("Berikut contoh saldo", True),
    ],
)
def test_once_a_heading_is_an_estimate_all_below_it_is(heading: str, estimate: bool) -> None:
    below = Context().under(LABELS.of(heading))
    assert below.estimate is estimate and below.under(LABELS.of("Saldo JHT")).estimate is estimate


# ---- headers and spans


def is_head(*rows: Row, headed: frozenset[int] = frozenset(), at: int = 0) -> bool:
    grid = list(rows)
    table = Table(ELEMENT, [[one for one in cells if one is not None] for cells in grid], headed=set(headed))
    return Heads(page(), table, grid).is_head(at)


BODY = row("12345678901", "PT MAJU", "Rp 5.000.500")


def test_a_row_of_labels_above_values_is_a_header() -> None:
    assert is_head(row("KPJ", "Perusahaan", "Saldo"), BODY)
    assert is_head(row("KPJ", "Saldo"), row("12345678901", "5.000.500"))
    assert is_head(row("KPJ", "Saldo", "Kekayaan", "Umum"), BODY)  # two of four are known
    assert not is_head(row("KPJ", "Kekayaan", "Umum", "Lain"), BODY)
    assert not is_head(row("KPJ", "Saldo", "Kekayaan", "Umum", "Lama sekali"), BODY)
    assert is_head(row("Saldo", "Nominal"), BODY) and not is_head(row("Saldo", "Kekayaan"), BODY)


def test_a_row_of_values_is_none() -> None:
    assert not is_head(BODY, BODY)
    assert not is_head(row("KPJ", "Saldo", "5.000.500"), BODY)
    assert not is_head(row("KPJ", "Saldo", "***"), BODY) and not is_head(row("KPJ", "Saldo", "Rp 1.2.3"), BODY)
    assert not is_head(row("KPJ", "Saldo", "12/11"), BODY)
    assert not is_head(row("KPJ: 1", "Saldo"), BODY) and is_head(row("KPJ:", "Saldo:"), BODY)
    assert not is_head(row("KPJ", "Saldo", "PT MAJU"), BODY)
    assert not is_head(row("KPJ"), BODY) and not is_head(row("KPJ", "Saldo")) and not is_head(BODY, at=5)


def test_rows_marked_as_headers_are_believed_unless_they_hold_values() -> None:
    marked: Row = [cell("Satu", head=True), cell("Dua", head=True)]
    assert is_head(marked, BODY) and is_head([*marked[:1]], BODY, headed=frozenset([0]))
    assert not is_head([cell("Satu", head=True), cell("5.000.500", head=True)], BODY)
    assert not is_head(BODY, BODY, headed=frozenset([0])) and not is_head([], headed=frozenset([0]))
    assert is_head(row("Satu", "2026"), BODY, headed=frozenset([0]))
    assert not is_head(row("Satu", "12345678901"), BODY, headed=frozenset([0]))


def test_labels_above_labels_are_words_beside_words_unless_they_are_headers_themselves() -> None:
    assert not is_head(row("KPJ", "Saldo"), row("NPP", "Status"))
    assert is_head(row("KPJ", "Saldo"), row("Nomor", "JHT"), row("12345678901", "5.000.500"))


def test_a_second_header_row_stands_under_spanning_cells() -> None:
    wide = cell("JHT", colspan=2)
    for above, goes_on in ((wide, True), (cell("JHT"), False)):
        grid: list[Row] = [[above, wide if above is wide else cell("JP")], row("Iuran", "Saldo")]
        assert Heads(page(), Table(ELEMENT), grid).continues(1) is goes_on
    tall: list[Row] = [[cell("KPJ", rowspan=2), cell("JHT")], row("", "Saldo")]
    assert Heads(page(), Table(ELEMENT), tall).continues(1)
    assert not Heads(page(), Table(ELEMENT), [[wide, wide], row("Iuran", "5.000.500")]).continues(1)
    assert not Heads(page(), Table(ELEMENT), [[wide, wide], row("Iuran", "PT MAJU")]).continues(1)
    assert not Heads(page(), Table(ELEMENT), [[wide, wide], row("", "")]).continues(1)
    assert Heads(page(), Table(ELEMENT), [row("a", "b"), [cell("Satu", head=True)]]).continues(1)


def test_the_labels_of_columns_under_two_header_rows() -> None:
    jht, jp = cell("JHT", colspan=2), cell("JP")
    grid: list[Row] = [[cell("KPJ"), jht, jht, jp], row("", "Iuran", "Saldo", "Saldo")]
    read = page()
    head = Heads(read, Table(ELEMENT), grid).read(grid)
    assert [label.kind for label in head.labels] == [Kind.KPJ, Kind.CONTRIBUTION, Kind.BALANCE, Kind.BALANCE]
    assert [label.program for label in head.labels] == [None, Program.JHT, Program.JHT, Program.FOREIGN]
    assert head.columns(Kind.BALANCE) == [2, 3] and head.at(2).text == "JHT Saldo" and head.at(9) is NO_LABEL
    assert not read.misaligned
    Heads(read, Table(ELEMENT), grid).read([grid[0], grid[1][:3]])
    assert read.misaligned


def test_the_day_of_a_columns_balance_is_noted() -> None:
    read = page()
    Heads(read, Table(ELEMENT), []).read([row("KPJ", "Saldo per 31-10-2026", "Iuran per 1-1-2026")])
    assert read.dates == [dt.date(2026, 10, 31)]


def spread_texts(rows: list[list[Cell]]) -> list[list[str | None]]:
    return [[None if one is None else one.text for one in cells] for cells in spread(Table(ELEMENT, rows))]


def test_spanning_cells_stand_in_every_place_they_cover() -> None:
    assert spread_texts([row("a", "b"), row("c")]) == [["a", "b"], ["c"]]  # type: ignore[list-item]
    assert spread_texts([[cell("a", colspan=3), cell("b")]]) == [["a", "a", "a", "b"]]
    assert spread_texts([[cell("a", rowspan=2), cell("b")], [cell("c")]]) == [["a", "b"], ["a", "c"]]
    assert spread_texts([[cell("b"), cell("a", rowspan=3)], [cell("c")], [cell("d")]]) == [["b", "a"], ["c", "a"], ["d", "a"]]
    assert spread_texts([[cell("a"), cell("b"), cell("c", rowspan=2)], [cell("d")]]) == [["a", "b", "c"], ["d", None, "c"]]
    assert spread_texts([[cell("a", colspan=2, rowspan=2)], [cell("b")]]) == [["a", "a"], ["a", "a", "b"]]
    assert len(spread(Table(ELEMENT, [[cell("a", colspan=100), cell("b")]]))[0]) == 60


def test_the_cells_of_a_row_that_say_something() -> None:
    wide = cell("a", colspan=2)
    assert cells_of([wide, wide, cell(""), None, cell("b")])[0] is wide and len(cells_of([wide, wide, cell(""), None])) == 1
    assert text_at([cell("a"), None], 0) == "a" and text_at([cell("a"), None], 1) == "" and text_at([cell("a")], 3) == ""


def test_titles_repeated_in_cells_are_taken_off() -> None:
    def titled(title: str, rest: str) -> Cell:
        return cell(f"{title} {rest}", box=None) if not title else _boxed(title, rest)

    rows = [[titled("KPJ", "1"), titled("Saldo", "5.000")], [titled("KPJ", "2"), titled("Saldo", "6.000")]]
    untitle(Table(ELEMENT, rows), LABELS)
    assert [[(one.name, one.text) for one in cells] for cells in rows] == [
        [("KPJ", "1"), ("Saldo", "5.000")],
        [("KPJ", "2"), ("Saldo", "6.000")],
    ]
    once = [[titled("KPJ", "1"), titled("Kekayaan", "2"), titled("Kekayaan", "3")]]
    untitle(Table(ELEMENT, once), LABELS)
    assert [one.name for one in once[0]] == ["", "", ""]  # said once, or a word that nobody knows


def _boxed(*lines: str) -> Cell:
    from core.portal.blocks import Box

    return cell(" ".join(lines), box=Box(ELEMENT, "td", [Line(line, ELEMENT) for line in lines]))


def test_a_table_that_only_lays_out_a_page_becomes_boxes() -> None:
    made = as_box(Table(ELEMENT, [[cell("Saldo JHT"), _boxed("Rp", "5.000")], [cell("")]]))
    assert [[len(inner.items) for inner in line.items] for line in made.items] == [[1, 2]]  # type: ignore[union-attr]


def history(*heads_of: str, later: int = 1) -> bool:
    table = Table(ELEMENT, [[cell(one, head=True) for one in heads_of]], later_at=1)
    table.later = [etree.fromstring("<tr>" + "<td/>" * len(heads_of) + "</tr>")] * later
    return is_mere_history(table, page())


def test_a_long_list_of_months_of_contributions_is_a_mere_history() -> None:
    assert history("Bulan", "Iuran") and history("Tahun", "Upah") and history("Bulan", "Iuran Pemberi Kerja")
    for more in ("Saldo", "Saldo Awal", "KPJ", "Perusahaan", "NPP", "Total"):
        assert not history("Bulan", "Iuran", more)
    assert not history("Bulan", "Kekayaan") and not history("Uraian", "Iuran")
    assert not is_mere_history(Table(ELEMENT), page())


# ---- sums of rows

HEADS = [LABELS.of(one) for one in ("Tahun", "Saldo Awal", "Iuran", "Pengembangan", "Klaim", "Saldo Akhir")]


def sums(*texts: str) -> bool | None:
    return adds_up(page(), HEADS, row("2025", *texts), 5)


def test_a_year_adds_up_to_a_rupiah() -> None:
    assert sums("1.000.000", "200.000", "50.000", "", "1.250.000") is True
    assert sums("1.000.000", "200.000", "50.000", "250.000", "1.000.000") is True
    assert sums("1.000.000", "200.000", "50.000", "-250.000", "1.000.000") is True
    assert sums("1.000.000,00", "200.000,00", "50.000,00", "-", "1.250.001,00") is True
    assert sums("1.000.000,00", "200.000,00", "50.000,00", "-", "1.250.001,01") is False
    assert sums("1.000.000", "200.000", "50.000", "", "2.250.000") is False


def test_where_a_part_is_no_amount_nothing_is_said() -> None:
    assert sums("1.000.000", "belum", "50.000", "", "1.250.000") is None
    assert sums("1.000.000", "200.000", "50.000", "", "") is None and sums("1.000.000", "200.000", "50.000", "", "-") is None
    assert adds_up(page(), HEADS[:2] + HEADS[5:], row("2025", "1.000.000", "1.000.000"), 2) is None
    assert (
        adds_up(page(), [*HEADS, LABELS.of("Upah")], row("2025", "1.000.000", "200.000", "50.000", "", "1.250.000", "1"), 5)
        is None
    )
    total = [*HEADS, LABELS.of("Total Iuran")]
    assert adds_up(page(), total, row("2025", "1.000.000", "100.000", "50.000", "", "1.250.000", "200.000"), 5) is True


def rows_of(*lines: tuple[int, str, str]) -> list[PeriodRow]:
    return [PeriodRow((year, 0, 0), row(str(year), opening, "", "", "", end)) for year, opening, end in lines]


def test_each_year_opens_with_the_end_of_the_one_before() -> None:
    assert follows_on(page(), HEADS, rows_of((2024, "1.000.000", "2.000.000"), (2025, "2.000.000", "3.000.000")), 5)
    assert follows_on(page(), HEADS, rows_of((2025, "2.000.000", "3.000.000"), (2024, "1.000.000", "2.000.000")), 5)
    assert not follows_on(page(), HEADS, rows_of((2024, "1.000.000", "2.000.000"), (2025, "2.500.000", "3.000.000")), 5)
    assert follows_on(page(), HEADS, rows_of((2024, "1.000.000", "-"), (2025, "2.500.000", "3.000.000")), 5)
    assert not follows_on(page(), HEADS, rows_of((2024, "1.000.000", "2.000.000"), (2025, "belum", "3.000.000")), 5)
    assert follows_on(page(), HEADS, rows_of((2024, "1.000.000", "2.000.000"), (2024, "7.000.000", "3.000.000")), 5)
    assert follows_on(page(), HEADS[2:], rows_of((2024, "1", "2"), (2025, "3", "4")), 3)


BOOK = [LABELS.of(one) for one in ("Tanggal", "Debet", "Kredit", "Saldo")]


def book(*lines: tuple[int, str, str, str], heads_of: list[Label] = BOOK) -> str | None:
    rows = [PeriodRow((2026, 1, day), row(str(day), *texts)) for day, *texts in lines]
    last = runs_through(page(), heads_of, rows, 3)
    return None if last is None else text_at(last.cells, 3)


def test_a_passbook_runs_through_from_line_to_line() -> None:
    first, second, third = (1, "", "", "1.000.000"), (2, "", "200.000", "1.200.000"), (3, "50.000", "", "1.150.000")
    assert book(first, second, third) == "1.150.000" and book(third, second, first) == "1.150.000"
    assert book(first, second) is None and book(first, second, (3, "50.000", "", "1.200.000")) is None
    assert book(first, (5, "", "200.000", "1.200.000"), third) is None
    assert book(first, second, (3, "50.000", "", "")) is None and book(first, second, (3, "x", "", "1.150.000")) is None
    assert book(first, (1, "", "200.000", "1.200.000"), third) == "1.150.000"
    assert book(first, second, third, heads_of=[BOOK[0], LABELS.of("Uraian"), LABELS.of("Catatan"), BOOK[3]]) is None
    assert book(first, second, third, heads_of=[BOOK[0], BOOK[1], LABELS.of("Saldo JP"), BOOK[3]]) is None


def test_an_empty_cell_is_zero_but_no_closing_balance() -> None:
    assert [amount(page(), one) for one in (None, cell(""), cell(" - "), cell("5.000"), cell("x"))] == [0, 0, 0, 500_000, None]
    assert [closing_amount(page(), one) for one in (None, cell(""), cell("-"), cell("5.000"))] == [None, None, None, 500_000]


def test_columns_kinds_are_found_in_their_order() -> None:
    head = Head([LABELS.of("KPJ"), LABELS.of("Saldo"), LABELS.of("KPJ")])
    assert head.columns(Kind.KPJ) == [0, 2] and head.columns(Kind.KPJ, Kind.BALANCE) == [0, 1, 2] and head.columns() == []
