"""A card's year as a sheet: the documented layout of the RSJHT and its relatives."""

from __future__ import annotations

from tests.statements.facts import CardYear
from tests.statements.sheet import Block, Cell, Lines, Pairs, Sheet, Table
from tests.statements.style import COLUMN_WORDS, SUMMARY_WORDS, TERMS, TITLES, Style

_DUES = ("employer", "worker", "pension_employer", "pension_worker")


def sheet(card: CardYear, style: Style) -> Sheet:
    """The statement of one card's year, in that style."""
    title = Lines((TITLES[style.title].format(y=card.year),), title=True)
    table, summary = table_of(card, style), summary_of(card, style)
    heading = Lines(
        (f"Summary JHT Tahun {card.year}" if style.words == 5 else "Summary JHT" if style.words < 3 else "Ringkasan Saldo JHT",)
    )
    middle: tuple[Block, ...] = (heading, *summary, table) if style.summary_first else (table, heading, *summary)
    return Sheet(
        blocks=(title, Lines((f"Tanggal: {style.day(card.printed_on)}",)), head_of(card, style), *middle, notes(card)),
        footer=style.footer,
        stamped=style.stamped,
        head=f"BPJS Ketenagakerjaan - {card.company} - {card.person.name}" if style.running_head else None,
    )


def head_of(card: CardYear, style: Style) -> Pairs:
    """The lines above the table."""
    birth, first = style.day(card.person.birth), style.blth(card.first_month)
    first_pension = "-" if card.first_pension_month is None else style.blth(card.first_pension_month)
    months = f"{card.pension_months} Bln"
    if style.head == "documented":
        left = (
            ("Kantor Cabang", card.branch),
            ("NPP/Divisi", f"{card.npp}/{card.division}"),
            ("Nama Pemberi Kerja", card.company),
            ("Nomor Kartu/NIK/Nomor Peg.", f"{card.kpj}/{card.person.nik}/-"),
            ("Nama Peserta", card.person.name),
            ("Tanggal Lahir", birth),
            ("Alamat", "JL. UMPAMA NO. 12 RT 003/004"),
            ("Kota/Kabupaten", "-"),
        )
        right = (
            ("Keps Awal JHT/JP", f"{first} / {first_pension}"),
            ("Masa Iuran JP", months if card.pension else "-"),
            ("Ket. Nonaktif", "-/-"),
            ("Susunan Penerima Manfaat JP**", ""),
            ("Suami/Istri", "-/.."),
            ("Anak", "-"),
            ("Anak", "-"),
            ("Ayah/Ibu", "-/.."),
        )
        return Pairs((left, right))
    words = style.head == "words"
    lines = (
        ("Nama Tenaga Kerja" if words else "Nama Peserta", card.person.name),
        ("Nomor Kartu Peserta (KPJ)" if words else "KPJ", card.kpj),
        ("Nomor Induk Kependudukan" if words else "NIK", card.person.nik),
        ("Tgl Lahir" if words else "Tanggal Lahir", birth),
        ("Nama Perusahaan", card.company),
        ("NPP", f"{card.npp} / {card.division}"),
        ("Kantor Cabang", card.branch),
        ("Kepesertaan Awal JHT", first),
        *((("Kepesertaan Awal JP", first_pension), ("Masa Iuran JP", months)) if card.pension else ()),
    )
    if words:
        return Pairs((lines,))
    half = (len(lines) + 1) // 2
    return Pairs((lines[:half], lines[half:]))


def table_of(card: CardYear, style: Style) -> Table:
    """The months, what was carried in, and the sums."""
    dues = _DUES if card.pension else _DUES[:2]
    before = [name for name, there in _leading(style) if there]
    rows: list[tuple[Cell, ...]] = []
    if card.carried is not None:
        carried = tuple(Cell(style.money(sen, table=True), align="r") for sen in card.carried)
        rows.append((Cell("Akumulasi Iuran JP", columns=len(before) + 2), *carried))
    for number, line in enumerate(card.lines, 1):
        texts = {
            "no": f"{number:02d}",
            "paid": style.day(line.paid),
            "blth": style.blth(line.blth),
            "posted": style.day(line.posted),
        }
        cells = [
            Cell(texts[name], align="c") if name in texts else Cell(style.money(getattr(line, name), table=True), align="r")
            for name in (*before, *dues)
        ]
        rows.append(tuple(cells))
    sums = tuple(Cell(style.money(card.total(name), table=True), align="r") for name in dues)
    if style.wage_sum:
        at = before.index("wage")
        rest = tuple(Cell(style.money(card.total(name), table=True), align="r") for name in before[at:])
        rows.append((Cell("Jumlah :", columns=at, align="r"), *rest, *sums))
    else:
        rows.append((Cell("Jumlah :", columns=len(before), align="r"), *sums))
    return Table(_header(style, pension=card.pension), tuple(rows), ruled=style.ruled)


def _leading(style: Style) -> tuple[tuple[str, bool], ...]:
    return (
        ("no", style.numbered),
        ("paid", True),
        ("blth", True),
        ("posted", style.show_posted),
        ("wage", True),
        ("rapel", style.show_rapel),
    )


def _header(style: Style, *, pension: bool) -> tuple[tuple[Cell, ...], ...]:
    words = COLUMN_WORDS[style.columns]
    leading = [word for word, (_, there) in zip(words, _leading(style), strict=False) if there]
    groups, payers = words[6:8] if pension else words[6:7], words[8:10]
    if style.two_line_header:
        above = tuple(Cell(word, rows=2, align="c") for word in leading) + tuple(
            Cell(group, columns=2, align="c") for group in groups
        )
        return above, tuple(Cell(payer, align="c") for _ in groups for payer in payers)
    return (tuple(Cell(word, align="c") for word in (*leading, *(f"{group} {payer}" for group in groups for payer in payers))),)


def summary_of(card: CardYear, style: Style) -> tuple[Block, ...]:
    """The six terms, in the words and the form of the style."""
    given = _terms(card, style)
    amount = {name: style.money(sen) for name, (_, sen) in given.items()}
    label = {name: words for name, (words, _) in given.items()}
    if style.summary == "sentences":
        return (Lines(tuple(_sentences(card, style, label, amount))),)
    if style.summary == "single":
        return (Pairs((tuple((label[name], amount[name]) for name in given),)),)
    if style.summary == "table":
        rows = tuple((Cell(label[name]), Cell(amount[name], align="r")) for name in given)
        return (Table(((Cell("Uraian", align="c"), Cell("Nominal (Rp)", align="c")),), rows, ruled=style.ruled),)
    if style.summary == "totals":
        return (Pairs((_with_totals(card, style, label, amount),)),)
    return (_side_by_side(card, style, list(given), label, amount),)


def _terms(card: CardYear, style: Style) -> dict[str, tuple[str, int]]:
    days = {
        "y": card.year,
        "b": card.year - 1,
        "o": style.day(card.closing_on.replace(month=1, day=1)),
        "d": style.day(card.closing_on),
    }
    words = dict(zip(TERMS, (word.format(**days) for word in SUMMARY_WORDS[style.words]), strict=True))
    terms = {name: (words[name], getattr(card, name)) for name in TERMS}
    if style.one_growth:
        terms["growth"] = ("Pengembangan", card.growth + card.growth_on_dues)
        del terms["growth_on_dues"]
    if style.omit_taken and card.taken == 0:
        del terms["taken"]
    return terms


def _with_totals(card: CardYear, style: Style, label: dict[str, str], amount: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Opening and growth to a total, dues and their growth to a total, both to another: as the portal shows them."""
    first = [(label[name], amount[name]) for name in ("opening", "growth")]
    second = [(label[name], amount[name]) for name in ("dues", "growth_on_dues") if name in label]
    growths = card.growth_on_dues if "growth_on_dues" not in label else 0
    saved, paid = card.opening + card.growth + growths, card.dues + card.growth_on_dues - growths
    first.append(("Total Saldo", style.money(saved)))
    if len(second) > 1:
        second.append(("Total Iuran + Pengembangan", style.money(paid)))
    last = [("Total Saldo + Iuran", style.money(saved + paid))]
    last += [(label[name], amount[name]) for name in ("taken", "closing") if name in label]
    return (*first, *second, *last)


def _side_by_side(card: CardYear, style: Style, names: list[str], label: dict[str, str], amount: dict[str, str]) -> Table:
    """URAIAN | Nominal | URAIAN | Nominal, and perhaps the pension age beside it."""
    half = (len(names) + 1) // 2
    left, right = names[:half], names[half:]
    info = style.summary == "pairs_info"
    ages = (
        "Usia Pensiun : 59 Tahun",
        f"Usia JHT 56 Tahun : {style.day(card.person.birth.replace(year=card.person.birth.year + 56))}",
    )
    header = [Cell("URAIAN", align="c"), Cell("Nominal", align="c")] * 2
    if info:
        header.append(Cell("INFORMASI USIA PENSIUN DAN USIA JHT", align="c"))
    rows = []
    for at in range(half):
        cells = []
        for names_of in (left, right):
            name = names_of[at] if at < len(names_of) else None
            cells += [Cell(f"{label[name]} :"), Cell(amount[name], align="r")] if name else [Cell(""), Cell("")]
        if info:
            cells.append(Cell(ages[at] if at < len(ages) else ""))
        rows.append(tuple(cells))
    return Table((tuple(header),), tuple(rows), ruled=style.ruled)


def _sentences(card: CardYear, style: Style, label: dict[str, str], amount: dict[str, str]) -> list[str]:
    currency = "" if style.rupiah else "Rp "
    said = [f"{label['opening']} sebesar {currency}{amount['opening']}."]
    said += [f"{label[name]} sebesar {currency}{amount[name]}." for name in ("growth", "dues", "growth_on_dues") if name in label]
    if "taken" in label:
        said.append(f"{label['taken']} sebesar {currency}{amount['taken']}.")
    return [*said, f"{label['closing']} adalah sebesar {currency}{amount['closing']}."]


def notes(card: CardYear) -> Lines:
    """What stands below."""
    return Lines(
        (
            "* Upah yang dilaporkan oleh pemberi kerja",
            "** Sesuai data yang dilaporkan; hubungi kantor cabang bila tidak sesuai",
            f"Contoh buatan untuk pengujian, bukan dokumen BPJS Ketenagakerjaan. Dicetak untuk {card.person.name}.",
        )
    )
