"""Mutations of the figures themselves: other numbers, other spellings, stars, dashes, struck out, hidden, cut into pieces."""

from __future__ import annotations

import itertools
from collections import Counter
from random import Random
from typing import Final

from lxml import etree

from tests.fuzz.base import Base, Said, Spot, counted, spots, visible, written
from tests.fuzz.oracle import Case, Right, exactly, has_total, never, remaining, unchanged
from tests.fuzz.registry import mutation

OPEN, CLOSE = "\ue000", "\ue001"  # stand for tags until the tree is written out


def another(rng: Random, sen: int, *, than: Said) -> int:
    """Some other amount with as many digits, whole rupiah where this one is, that no part of the truth equals."""
    digits = len(str(sen // 100))
    while True:
        other = rng.randrange(10 ** (digits - 1), 10**digits) * 100 + (sen % 100 and rng.randrange(1, 100))
        if other not in (than.total, *than.cards) and other != sen:
            return other


def printed_all(base: Base) -> tuple[etree._Element, list[Spot], Said] | None:
    """A copy of the page with the spots of its amounts, where every card is printed in one piece."""
    if base.root is None or base.truth is None:
        return None
    root = base.tree()
    found = spots(root, (base.truth.total, *base.truth.cards))
    seen = {spot.sen for spot in found}
    return (root, found, base.truth) if seen >= set(base.truth.cards) else None


def wrapped(root: etree._Element, before: str, after: str) -> bytes:
    """The source of a tree, with what stands for tags made tags."""
    return written(root).replace(OPEN, before).replace(CLOSE, after).encode()


def replaced(truth: Said, old: int, new: int) -> Said:
    """The truth with one card's balance replaced."""
    cards = list(truth.cards)
    cards[cards.index(old)] = new
    return Said(sum(cards), tuple(sorted(cards)))


def put_all(found: list[Spot], sen: int, make: object) -> None:
    """Rewrites every spot of an amount; the last of a text first, so that the others keep their places."""
    for spot in reversed(found):
        if spot.sen == sen:
            spot.put(make(spot) if callable(make) else str(make))


@mutation
def one_print_changed(base: Base, rng: Random) -> Case | None:
    """One of the places where a card's balance is printed says another amount."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    spot = rng.choice([spot for spot in found if spot.sen in truth.cards])
    new = another(rng, spot.sen, than=truth)
    times = Counter(one.sen for one in found)[spot.sen]
    same_cards = truth.cards.count(spot.sen)
    spot.put(spot.printed(new))
    right: Right = never
    if times == same_cards and not has_total(base):
        right = exactly(replaced(truth, spot.sen, new))
    return Case(written(root).encode(), right)


@mutation
def amount_replaced(base: Base, rng: Random) -> Case | None:
    """A card's balance is another amount wherever it is printed; a total beside several cards stays as it was."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    old = rng.choice(truth.cards)
    if truth.cards.count(old) > 1:
        return None
    new = another(rng, old, than=truth)
    put_all(found, old, lambda spot: spot.printed(new))
    return Case(written(root).encode(), never if has_total(base) else exactly(replaced(truth, old, new)))


@mutation
def total_replaced(base: Base, rng: Random) -> Case | None:
    """The portal's total no longer is the sum of its cards."""
    got = printed_all(base)
    if got is None or len(got[2].cards) < 2:
        return None
    root, found, truth = got
    if not any(spot.sen == truth.total for spot in found):
        return None
    new = another(rng, truth.total, than=truth)
    put_all(found, truth.total, lambda spot: spot.printed(new))
    return Case(written(root).encode(), never)


@mutation
def card_and_total_replaced(base: Base, rng: Random) -> Case | None:
    """A card and the total change together, so that they still add up."""
    got = printed_all(base)
    if got is None or len(got[2].cards) < 2:
        return None
    root, found, truth = got
    old = rng.choice(truth.cards)
    if truth.cards.count(old) > 1:
        return None
    new = another(rng, old, than=truth)
    after = replaced(truth, old, new)
    for spot in reversed(found):
        if spot.sen in (old, truth.total):
            spot.put(spot.printed(new if spot.sen == old else after.total))
    return Case(written(root).encode(), exactly(after))


def _without(base: Base, rng: Random, make: object, *, before: str = "", after: str = "", every: bool = True) -> Case | None:
    """A card's balance is no longer said, in all places or in one."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    old = rng.choice(truth.cards)
    some = [spot for spot in found if spot.sen == old]
    put_all(some if every else [rng.choice(some)], old, make)
    return Case(wrapped(root, before, after), remaining(truth, counted(root, truth), total_apart=has_total(base)))


_STARS: Final = ("*", "•", "x", "X", "#", "●")


@mutation
def masked(base: Base, rng: Random) -> Case | None:
    """Stars for the digits."""
    star = rng.choice(_STARS)
    return _without(base, rng, lambda spot: "".join(star if c.isdecimal() else c for c in spot.text))


@mutation
def half_masked(base: Base, rng: Random) -> Case | None:
    """Stars for all but the first group of digits."""
    return _without(base, rng, lambda spot: spot.text[:2] + "".join("*" if c.isdecimal() else c for c in spot.text[2:]))


@mutation
def missing(base: Base, rng: Random) -> Case | None:
    """A dash, a word or nothing where the balance should be."""
    return _without(base, rng, rng.choice(("", "-", "—", "n/a", "Tidak tersedia", "Memuat…", "null", "NaN", "......", ",-")))


@mutation
def negative(base: Base, rng: Random) -> Case | None:
    """A minus or parentheses around the balance."""
    before, after = rng.choice((("-", ""), ("\u2212", ""), ("(", ")"), ("- ", ""), ("\u2013", ""), ("", "-")))
    if after == "-":
        return None  # `1.250-` is how some print a minus, and how others print no sen
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    old = rng.choice(truth.cards)
    put_all(found, old, lambda spot: f"{before}{spot.text}{after}")
    return Case(written(root).encode(), never)


@mutation
def in_millions(base: Base, rng: Random) -> Case | None:
    """A word behind the balance makes it another amount, or none of rupiah."""
    word = rng.choice((" juta", " ribu", "jt", " miliar", "%", "/bulan", " million", " persen", " thousand"))
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    old = rng.choice(truth.cards)
    put_all(found, old, lambda spot: f"{spot.text}{word}")
    return Case(written(root).encode(), never)


@mutation
def struck_out(base: Base, rng: Random) -> Case | None:
    """The balance is struck out, wherever it is printed; sometimes another one stands behind it."""
    tag = rng.choice(("s", "del", "strike", 'span style="text-decoration: line-through"'))
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    old = rng.choice(truth.cards)
    if rng.random() < 0.5 and truth.cards.count(old) == 1:
        new = another(rng, old, than=truth)
        put_all(found, old, lambda spot: f"{OPEN}{spot.text}{CLOSE} {spot.printed(new)}")
        right = never if has_total(base) else exactly(replaced(truth, old, new))
    else:
        left = counted(root, truth) - Counter({old: 10_000})
        put_all(found, old, lambda spot: f"{OPEN}{spot.text}{CLOSE}")
        right = remaining(truth, left, total_apart=has_total(base) and truth.total != old)
    return Case(wrapped(root, f"<{tag}>", f"</{tag.split()[0]}>"), right)


@mutation
def hidden(base: Base, rng: Random) -> Case | None:
    """The balance is in the source, and nobody sees it."""
    before, after = rng.choice(
        (
            ('<span style="display:none">', "</span>"),
            ('<span style="visibility: hidden">', "</span>"),
            ("<span hidden>", "</span>"),
            ('<span class="d-none">', "</span>"),
            ('<span class="hidden">', "</span>"),
            ("<!--", "-->"),
            ("<template>", "</template>"),
            ("<noscript>", "</noscript>"),
            ("<script>/*", "*/</script>"),
            ('<input type="hidden" value="', '">'),
            ('<span title="', '"></span>'),
            ('<span aria-hidden="true" style="display: none !important;">', "</span>"),
        )
    )
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    old = rng.choice(truth.cards)
    left = counted(root, truth) - Counter({old: 10_000})
    put_all(found, old, lambda spot: f"{OPEN}{spot.text}{CLOSE}")
    return Case(wrapped(root, before, after), remaining(truth, left, total_apart=has_total(base)))


@mutation
def digits_in_pieces(base: Base, rng: Random) -> Case | None:
    """The same digits in several elements, as animated counters and old style sheets write them."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, _ = got
    tag = rng.choice(("span", "b", "i", "font", "em", "small"))
    how = rng.choice(("groups", "letters", "first", "last"))

    def pieces(text: str) -> str:
        if how == "letters":
            return "".join(f"{OPEN}{c}{CLOSE}" for c in text)
        if how == "groups":
            marks = [at for at, c in enumerate(text) if not c.isdecimal()]
            cuts = [0, *marks, len(text)]
            return "".join(f"{OPEN}{text[a:b]}{CLOSE}" for a, b in itertools.pairwise(cuts) if a < b)
        at = next((at for at, c in enumerate(text) if not c.isdecimal()), len(text))
        return f"{OPEN}{text[:at]}{CLOSE}{text[at:]}" if how == "first" else f"{text[:at]}{OPEN}{text[at:]}{CLOSE}"

    for spot in reversed(found):
        spot.put(pieces(spot.text))
    return Case(wrapped(root, f"<{tag}>", f"</{tag}>"), unchanged(base))


_BLANKS: Final = ("\u00a0", "\u202f", "\u2009", "\u200b", "\u200e", "\ufeff", "\u2007", "\t", "  ", "\n   ")


@mutation
def blanks_around(base: Base, rng: Random) -> Case | None:
    """Odd white space and invisible marks around the amounts."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, _ = got
    before, after = rng.choice(_BLANKS), rng.choice(_BLANKS)
    for spot in reversed(found):
        spot.put(f"{before}{spot.text}{after}")
    return Case(written(root).encode(), unchanged(base))


def _flip(text: str) -> str:
    return text.translate(str.maketrans(".,", ",."))


@mutation
def one_in_the_other_style(base: Base, rng: Random) -> Case | None:
    """One print of a balance swaps its commas and dots."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, _ = got
    spot = rng.choice(found)
    spot.put(_flip(spot.text))
    return Case(written(root).encode(), unchanged(base))


@mutation
def all_in_the_other_style(base: Base, rng: Random) -> Case | None:
    """Every number of the page swaps its commas and dots."""
    if base.root is None or base.truth is None:
        return None
    root = base.tree()
    for place in visible(root):
        text = list(place.text)
        for at, char in enumerate(text):
            if char in ".," and at and text[at - 1].isdecimal():
                text[at] = _flip(char)
        place.write("".join(text))
    return Case(written(root).encode(), unchanged(base))


@mutation
def ungrouped(base: Base, rng: Random) -> Case | None:
    """One print of a balance loses its grouping."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, _ = got
    some = [spot for spot in found if spot.grouping and not spot.decimals]
    if not some:
        return None
    spot = rng.choice(some)
    spot.put(spot.text.replace(spot.grouping, ""))
    return Case(written(root).encode(), unchanged(base))


@mutation
def group_lost(base: Base, rng: Random) -> Case | None:
    """The last group of digits is cut off one print, or one digit is: another amount, or none at all."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    some = [spot for spot in found if spot.sen in truth.cards and spot.grouping and not spot.decimals]
    if not some:
        return None
    spot = rng.choice(some)
    times = Counter(one.sen for one in found)[spot.sen]
    lost = 4 if rng.random() < 0.5 and spot.sen >= 100_000_000 else 1
    text = spot.text[:-lost]
    spot.put(text)
    right: Right = never
    if times > truth.cards.count(spot.sen) and has_total(base):
        right = exactly(truth)  # one of several prints (a subtotal of one card): what is left proves the truth, and nothing else
    elif lost == 4 and times == truth.cards.count(spot.sen) and not has_total(base):
        right = exactly(replaced(truth, spot.sen, spot.sen // 100_000 * 100))
    return Case(written(root).encode(), right)
