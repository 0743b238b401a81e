"""Mutations of words: labels that say something else, decoys beside the balance, twins that agree or do not."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from lxml import etree

from tests.fuzz.amounts import another, printed_all
from tests.fuzz.base import Base, Said, Spot, chain, spots, visible, written
from tests.fuzz.oracle import Case, never, unchanged
from tests.fuzz.registry import mutation

MARK: Final = "\ue002"
_ATTRIBUTES: Final = (
    "title",
    "aria-label",
    "data-label",
    "data-title",
    "data-th",
    "data-header",
    "placeholder",
    "value",
    "alt",
    "summary",
)
_JHT: Final = re.compile(r"jaminan hari tua|hari tua|jht|old[ -]age(?: \w+)?", re.IGNORECASE)
_BALANCE: Final = re.compile(
    r"saldo|balance|(?:dana|tabungan|simpanan)(?= jht| jaminan| hari)|account value|\bs a l d o\b", re.IGNORECASE
)
_PENSIONS: Final = ("JP", "Jaminan Pensiun", "JKK", "Pension", "JKP", "Jaminan Kematian")
_NOT_BALANCES: Final = (
    "Iuran",
    "Upah",
    "Klaim",
    "Simulasi saldo",
    "Estimasi saldo",
    "Saldo awal",
    "Saldo minimal",
    "Pengembangan",
    "Opening balance",
)
_DECOYS: Final = (
    "Saldo JP", "Saldo Jaminan Pensiun", "Simulasi Saldo JHT", "Estimasi Saldo JHT usia 56 tahun", "Saldo minimal JHT",
    "Iuran JHT bulan ini", "Upah dilaporkan", "Saldo Awal JHT", "Saldo BPJS Kesehatan", "Klaim JHT yang dapat diajukan",
    "Hasil pengembangan JHT", "Total iuran JHT", "JP Balance", "Estimated JHT Balance", "Opening JHT Balance", "Monthly contribution",
    "Proyeksi saldo JHT 2040", "Saldo rekening bank", "Batas maksimal klaim JHT", "Rata-rata saldo JHT nasional",
)  # fmt: skip
_BLOCKS: Final = ("div", "section", "table", "main", "form", "dl", "fieldset", "article")
_AROUND_BLOCKS: Final = ("div", "section", "body", "main", "td", "form", "center", "article", "fieldset")
_LABEL_FIRST: Final = (
    "<p>{0}: {1}</p>",
    "<div><span>{0}</span> <b>{1}</b></div>",
    "<table><tr><td>{0}</td><td>:</td><td>{1}</td></tr></table>",
    "<table><tr><th>{0}</th></tr><tr><td>{1}</td></tr></table>",
    "<dl><dt>{0}</dt><dd>{1}</dd></dl>",
    '<div class="card"><div class="card-header">{0}</div><div class="card-body">{1}</div></div>',
    "<section><h4>{0}</h4><p>{1}</p></section>",
    '<div><label>{0}</label><input readonly value="{1}"></div>',
    "<ul><li>{0} <strong>{1}</strong></li></ul>",
)
_VALUE_FIRST: Final = ("<div><h3>{1}</h3><p>{0}</p></div>", '<div class="info-box"><b>{1}</b><br><small>{0}</small></div>')
_UNSEEN: Final = (
    '<div style="display:none">{0}: {1}</div>',
    "<div hidden><p>{0}</p><p>{1}</p></div>",
    "<!-- {0}: {1} -->",
    "<script>var t = '{0}: {1}';</script>",
    '<input type="hidden" name="s" value="{0} {1}">',
    '<p title="{0}: {1}">Info</p>',
    '<div class="d-none"><b>{0}</b> <b>{1}</b></div>',
    "<template><p>{0}: {1}</p></template>",
    "<p><del>{0}: {1}</del></p>",
    '<img alt="{0}: {1}" src="x.png">',
    "<noscript>{0}: {1}</noscript>",
)


def _say_instead(base: Base, pattern: re.Pattern[str], word: str) -> Case | None:
    """The page with a word put for another, everywhere; it must be refused then."""
    if base.root is None or base.truth is None:
        return None
    root = base.tree()
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        for part in ("text", "tail"):
            words = getattr(element, part)
            if words:
                setattr(element, part, pattern.sub(word, words))
        for name in _ATTRIBUTES:
            words = element.get(name)
            if words:
                element.set(name, pattern.sub(word, words))
    source = written(root)
    return None if pattern.search(re.sub(r"<[^>]*>", " ", source)) and not pattern.search(word) else Case(source.encode(), never)


@mutation
def of_another_program(base: Base, rng: Random) -> Case | None:
    """Everything that said JHT says pension, or another program."""
    return _say_instead(base, _JHT, rng.choice(_PENSIONS))


@mutation
def no_balance_at_all(base: Base, rng: Random) -> Case | None:
    """Everything that said balance says contribution, wage, claim, simulation, opening balance."""
    return _say_instead(base, _BALANCE, rng.choice(_NOT_BALANCES))


def _outside(root: etree._Element, found: list[Spot], *, only_behind: bool) -> list[tuple[etree._Element, bool]]:
    """Blocks before or behind which something may be put without coming between a balance and its words: (block, behind it)."""
    holders = [one.place.element if one.place.part == "text" else one.place.element.getparent() for one in found]
    common = list(chain(holders[0])) if holders[0] is not None else []
    for holder in holders[1:]:
        mine = set(chain(holder)) if holder is not None else set()
        common = [one for one in common if one in mine]
    body = root.find(".//body")
    out = []
    for element in common:
        if element is body or element.tag == "html":
            break
        parent = element.getparent()
        if parent is not None and element.tag in _BLOCKS and parent.tag in _AROUND_BLOCKS:
            out += [(element, True)] if only_behind else [(element, False), (element, True)]
    return out


def _inserted(
    base: Base,
    rng: Random,
    label: str,
    shapes: tuple[str, ...],
    *,
    same: bool = False,
    end: bool = False,
    only_behind: bool = False,
) -> tuple[bytes, Said] | None:
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    spot = rng.choice(found)
    amount = "Rp " + spot.printed(truth.total if same else another(rng, spot.sen, than=truth))
    shape = rng.choice(shapes).format(label, amount)
    body = root.find(".//body")
    places = _outside(root, found, only_behind=only_behind)
    if body is None:
        return None
    mark = etree.Element("ins")
    mark.text = MARK
    if places and not end:
        element, behind = rng.choice(places)
        if behind:
            mark.tail, element.tail = element.tail, None
            element.addnext(mark)
        else:
            element.addprevious(mark)
    else:
        body.append(mark)
    return written(root).replace(f"<ins>{MARK}</ins>", shape).encode(), truth


@mutation
def decoy_beside(base: Base, rng: Random) -> Case | None:
    """Another amount with its own label before or behind the balance's block: pension, simulation, minimum, wage, opening balance."""
    got = _inserted(base, rng, rng.choice(_DECOYS), _LABEL_FIRST)
    return got and Case(got[0], unchanged(base))


@mutation
def decoy_at_the_end(base: Base, rng: Random) -> Case | None:
    """The same at the end of the page, also with the amount before its label."""
    got = _inserted(base, rng, rng.choice(_DECOYS), _LABEL_FIRST + _VALUE_FIRST, end=True)
    return got and Case(got[0], unchanged(base))


@mutation
def decoy_nobody_sees(base: Base, rng: Random) -> Case | None:
    """A balance that no person can see: hidden, struck out, in comments, scripts and attributes."""
    got = _inserted(base, rng, rng.choice(("Saldo JHT", "Total Saldo JHT", "JHT Balance")), _UNSEEN)
    return got and Case(got[0], unchanged(base))


@mutation
def twin_that_agrees(base: Base, rng: Random) -> Case | None:
    """The total a second time, in other words and another shape."""
    got = _inserted(base, rng, rng.choice(("Total Saldo JHT", "Jumlah Saldo JHT Anda")), _LABEL_FIRST, same=True)
    return got and Case(got[0], unchanged(base))


@mutation
def twin_that_contradicts(base: Base, rng: Random) -> Case | None:
    """A second total of another amount: nobody can say which one is right. (Behind the first: before it, it would take its heading.)"""
    got = _inserted(base, rng, rng.choice(("Total Saldo JHT", "Jumlah Saldo JHT Anda")), _LABEL_FIRST, only_behind=True)
    return got and Case(got[0], never)


@mutation
def decoy_row(base: Base, rng: Random) -> Case | None:
    """A row like the balance's own, with another label and another amount, right before or behind it."""
    import copy

    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    some = []
    for spot in found:
        holder = spot.place.element if spot.place.part == "text" else spot.place.element.getparent()
        row = next((one for one in chain(holder) if one.tag in ("tr", "li", "div", "p")), None) if holder is not None else None
        if row is not None and len(spots(row, (truth.total, *truth.cards))) == 1:
            said = [place for place in visible(row) if _BALANCE.search(place.text)]
            if len(said) == 1 and len(said[0].text) < 40:
                some.append((spot, row))
    if not some:
        return None
    spot, row = rng.choice(some)
    twin = copy.deepcopy(row)
    tail, twin.tail = twin.tail, None
    mine = spots(twin, (spot.sen,))[0]
    mine.put(mine.printed(another(rng, spot.sen, than=truth)))
    said = [place for place in visible(twin) if _BALANCE.search(place.text)]
    if len(said) != 1:
        return None
    ending = ":" if said[0].text.rstrip().endswith(":") else ""
    if _JHT.sub("", _BALANCE.sub("", said[0].text)).strip(" :.()\n\t\r\u00a0").lower() not in (
        "",
        "anda",
        "akhir",
        "total",
        "total  anda",
    ):
        return None
    said[0].write(rng.choice(_DECOYS) + ending)
    if rng.random() < 0.5:
        row.addnext(twin)
        twin.tail, row.tail = tail, None
    else:
        row.addprevious(twin)
    return Case(written(root).encode(), unchanged(base))
