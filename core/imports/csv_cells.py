"""One cell of a list as a date, a month, an amount or a card number; and the style that a whole column proves."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from core.blth import Blth
from core.imports.csv_map import DateOrder, Numbers
from core.money import AmbiguousMoney, NotMoney, NumberStyle, page_style, parse_amount

WORDS_FILE = Path(__file__).resolve().parents[2] / "resources" / "lists" / "columns.toml"
FIRST_YEAR = 1977  # the program's predecessor (ASTEK) began in this year; nothing of a worker's is older
KPJ_DIGITS = 11
STYLES = {Numbers.INDONESIAN: NumberStyle.INDONESIAN, Numbers.ENGLISH: NumberStyle.ENGLISH}
_PLACES = {DateOrder.DMY: (2, 1, 0), DateOrder.MDY: (2, 0, 1)}

_DATE = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})", re.ASCII)
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})", re.ASCII)
_NAMED = re.compile(r"([0-9]{1,2})[ -]([^\W\d_]{3,9})\.?[ -]([0-9]{4})")
_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?$", re.ASCII)
_MONTH = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{4})|([0-9]{4})[-/. ]?([0-9]{2})", re.ASCII)
_NAMED_MONTH = re.compile(r"([^\W\d_]{3,9})\.?[ -]([0-9]{4})")
_FIRST_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-01", re.ASCII)


class NotThat(ValueError):
    """A cell that does not hold what its column should. Carries no text."""


class Unsettled(ValueError):
    """A cell that can be read in two ways."""


@cache
def words() -> tuple[dict[str, str], dict[str, int]]:
    """From the words file: header text -> role, name of a month -> its number."""
    data = tomllib.loads(WORDS_FILE.read_text("utf-8"))
    roles = {text: role for role, texts in data["roles"].items() for text in texts}
    months = {text: int(number) for number, texts in data["months"].items() for text in texts}
    return roles, months


def date_of(text: str, order: DateOrder | None) -> dt.date:
    """A date of digits or with the month's name, four-digit years only. Raises NotThat; Unsettled where the order decides."""
    text = _MIDNIGHT.sub("", text)
    if match := _ISO.fullmatch(text):
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match := _NAMED.fullmatch(text):
        month = words()[1].get(match[2].casefold())
        if month is None:
            raise NotThat
        return _date(int(match[3]), month, int(match[1]))
    match = _DATE.fullmatch(text)
    if match is None or order is DateOrder.YMD:
        raise NotThat
    numbers = (int(match[1]), int(match[3]), int(match[4]))
    if order is not None:
        return _date(*(numbers[place] for place in _PLACES[order]))
    read = {found for found in (_or_none(numbers, way) for way in _PLACES.values()) if found}
    if len(read) > 1:
        raise Unsettled
    if not read:
        raise NotThat
    return read.pop()


def date_order(texts: Iterable[str]) -> DateOrder | None:
    """The one order in which every date of these can be read, where they tell; None where none or both would do."""
    kept = [text for text in texts if text]
    fitting = [order for order in _PLACES if all(_fits(text, order) for text in kept)]
    return fitting[0] if len(fitting) == 1 else None


def month_of(text: str) -> Blth:
    """A contribution month: 2025-01, 01-2025, 01/2025, 202501, Januari 2025, 2025-01-01. Raises NotThat."""
    text = _MIDNIGHT.sub("", text)
    if match := _FIRST_DAY.fullmatch(text):
        return _blth(int(match[1]), int(match[2]))
    if match := _NAMED_MONTH.fullmatch(text):
        return _blth(int(match[2]), words()[1].get(match[1].casefold(), 0))
    match = _MONTH.fullmatch(text)
    if match is None:
        raise NotThat
    if match[1]:
        return _blth(int(match[2]), int(match[1]))
    return _blth(int(match[3]), int(match[4]))


def amount_of(text: str, numbers: Numbers | None) -> int:
    """The sen of an amount that is not negative. Raises NotThat; Unsettled where the style decides."""
    try:
        value = parse_amount(text, STYLES[numbers] if numbers else NumberStyle.UNDECIDED)
    except NotMoney:
        raise NotThat from None
    except AmbiguousMoney:
        raise (NotThat if numbers else Unsettled) from None
    if value < 0:
        raise NotThat
    return value


def number_style(texts: Iterable[str]) -> Numbers | None:
    """The style that these amounts prove together; None where they prove none. Raises NotThat where they contradict each other."""
    try:
        style = page_style(texts)
    except AmbiguousMoney:
        raise NotThat from None
    return next((numbers for numbers, proved in STYLES.items() if proved is style), None)


def kpj_of(text: str) -> str:
    """A card number: 11 digits, with the spaces, dots and dashes people put between them. Raises NotThat."""
    digits = re.sub(r"[ .-]", "", text.removeprefix("'"))
    if not (digits.isascii() and digits.isdigit() and len(digits) == KPJ_DIGITS):
        raise NotThat
    return digits


def holds(read: Callable[[str], object], text: str) -> bool:
    """Whether a cell can be read so, in one way or in several."""
    try:
        read(text)
    except Unsettled:
        return True
    except NotThat:
        return False
    return True


def _fits(text: str, order: DateOrder) -> bool:
    try:
        date_of(text, order)
    except NotThat:
        return False
    return True


def _or_none(numbers: tuple[int, int, int], way: tuple[int, int, int]) -> dt.date | None:
    try:
        return _date(*(numbers[place] for place in way))
    except NotThat:
        return None


def _date(year: int, month: int, day: int) -> dt.date:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        raise NotThat from None
    if year < FIRST_YEAR:
        raise NotThat
    return found


def _blth(year: int, month: int) -> Blth:
    if not 1 <= month <= 12 or year < FIRST_YEAR:
        raise NotThat
    return Blth(year, month)
