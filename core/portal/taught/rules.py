"""A rule that a person taught: which words stand beside the balance at one portal, and in what place. Nothing personal can be in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.portal.figures.dates import MONTHS
from core.portal.figures.labels import Labels, labels_for
from core.portal.figures.words import Words

MOST_RULES: Final = 200
MOST_WORDS: Final = 10
_WORD: Final = re.compile(r"[a-z]{1,24}", re.ASCII)
_PORTAL: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,80}", re.ASCII)
_KIND: Final = re.compile(r"[a-z_]{2,20}", re.ASCII)
FILES: Final = "file"  # the portal of saved pages that do not say where they are from
# A label with one of these words says something else already; no rule makes it mean the balance.
SPOKEN_FOR: Final = frozenset(
    "other_program subtotal opening estimate conditional bound claim contribution wage growth movement foreign including kpj company npp "
    "segment status last as_of person other year month".split()
)
# Ordinary words that never name the balance of now: another day's, a denial, something else that is counted in rupiah.
NEVER: Final = frozenset(
    "kemarin lampau dulu dahulu semula terdahulu yesterday past former besok tomorrow kelak senin selasa rabu kamis jumat sabtu minggu "
    "triwulan semester kuartal quarter minggu week weekly harian mingguan bulanan tahunan monthly yearly annual "
    "bukan tidak tak tanpa belum non not no never without except kecuali "
    "santunan beasiswa bonus hadiah promo cashback diskon discount biaya fee cost harga price tarif utang hutang debt cicilan angsuran "
    "sisa donasi sumbangan bantuan subsidi bayar dibayar payment pay paid bill due admin administrasi materai ongkir ongkos belanja cart "
    "keranjang kuota nomor urut kode antrean antrian ribu juta miliar".split()
)


class Means(StrEnum):
    """What the taught words mean."""

    BALANCE = "balance"  # the balance of a card, or of all where no card is named
    TOTAL = "total"  # the sum of all cards


class Place(StrEnum):
    """Where the words stand, seen from the figure."""

    LINE = "line"  # before it, in the same line
    ROW = "row"  # in a cell before it
    COLUMN = "column"  # in the head of its column
    ABOVE = "above"  # in the line or block before it
    BELOW = "below"  # behind it
    NAME = "name"  # as the name of its field


class Proof(StrEnum):
    """What proves a figure whose words were taught."""

    SUM = "sum"  # opening balance, contributions and growth add up to it
    CARDS = "cards"  # several cards add up to the portal's total
    HISTORY = "history"  # the page's history runs to it
    ONLY = "only"  # the page speaks of the JHT balance, and every other amount on it has another known meaning


STRONG: Final = frozenset([Proof.SUM, Proof.CARDS, Proof.HISTORY])


@dataclass(frozen=True, slots=True)
class Rule:
    """`portal`: the profile's id, or FILES. `label`: its words in small letters, without numbers. `beside`: what kinds of words stand
    around (heads of the other columns, or of the other rows), by the reader's own names of them. `proof`: what proved the figure when
    it was taught; one that was proved by sums must be so again."""

    portal: str
    label: tuple[str, ...]
    means: Means
    place: Place
    proof: Proof
    beside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not _PORTAL.fullmatch(self.portal):
            raise ValueError("no portal")
        if not 0 < len(self.label) <= MOST_WORDS or not all(_WORD.fullmatch(word) for word in self.label):
            raise ValueError("no label")
        if len(self.beside) > 20 or not all(_KIND.fullmatch(kind) for kind in self.beside):
            raise ValueError("no kinds")

    @property
    def words(self) -> str:
        """The label as it can be shown."""
        return " ".join(self.label)


def label_words(text: str, words: Words) -> tuple[str, ...]:
    """The words of a label as rules keep them: without dates, years, numbers and signs."""
    return labels_for(words).plain_words(text)


def may_be_taught(label: tuple[str, ...], words: Words) -> bool:
    """Whether words can be taught at all: some of them are unknown, or they name JHT, and none says something else."""
    found = Labels(words._replace(taught=())).of(" ".join(label))
    if not 0 < len(label) <= MOST_WORDS or found.families & SPOKEN_FOR or found.unreal:
        return False
    if not NEVER.isdisjoint(label) or any(word in MONTHS for word in label):
        return False
    if "balance" in found.families:
        return found.strange > 0  # known words need no rule: what they lack is a proof
    return found.strange > 0 or "jht" in found.families  # "Nilai", "Jumlah (Rp)" may stand beside anything


def with_rules(words: Words, rules: tuple[Rule, ...]) -> Words:
    """The reader's words, completed by what was taught. A rule whose words say something else is left out."""
    taught = tuple((rule.label, rule.means.value) for rule in rules if may_be_taught(rule.label, words))
    return words._replace(taught=taught)
