"""The arithmetic of the cards: exact, in step with the calendar, the same every time."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.blth import Blth
from core.models import Segment
from core.simulator.accounts import EXTRA_CARD, PEOPLE, Claim, Membership, Person, find
from core.simulator.career import CardState, card_on, cards_on
from core.simulator.rates import growth_bp

memberships = st.builds(
    Membership,
    kpj=st.just("10000000001"),
    npp=st.just("99000001/000"),
    company=st.just("PT Contoh"),
    segment=st.sampled_from(Segment),
    first=st.builds(Blth, st.integers(2005, 2020), st.integers(1, 12)),
    last=st.none(),
    wage=st.integers(1_000, 30_000).map(lambda thousands: thousands * 1000),
    seed=st.integers(0, 10_000),
    claims=st.one_of(st.just(()), st.builds(lambda day: (Claim(day, 10),), st.dates(dt.date(2021, 2, 1), dt.date(2030, 1, 1)))),
)
days = st.dates(dt.date(2020, 12, 1), dt.date(2040, 12, 31))


@given(memberships, days)
def test_each_year_opens_with_what_the_year_before_closed_with_and_adds_up(membership: Membership, day: dt.date) -> None:
    card = card_on(membership, day)
    assert [y.year for y in card.years] == list(range(membership.first.year, day.year + 1))
    assert card.years[0].opening == 0
    for before, after in itertools.pairwise(card.years):
        assert after.opening == before.closing
    for year in card.years:
        assert year.opening + year.contributions + year.growth - year.claims == year.closing
        assert min(year.opening, year.contributions, year.growth, year.claims, year.closing) >= 0
    assert card.balance == card.years[-1].closing


@given(memberships, days)
def test_the_years_hold_exactly_the_contributions_of_the_months(membership: Membership, day: dt.date) -> None:
    card = card_on(membership, day)
    assert sum(y.contributions for y in card.years) == sum(c.amount for c in card.months)
    percent = 57 if membership.segment is Segment.PU else 20
    for month in card.months:
        assert month.amount * 1000 == (month.wage + month.rapel) * percent
        assert month.paid <= day
    assert [c.blth for c in card.months] == sorted({c.blth for c in card.months})


@given(memberships, days, st.integers(1, 400))
def test_nothing_that_was_recorded_changes_later(membership: Membership, day: dt.date, later: int) -> None:
    before, after = card_on(membership, day), card_on(membership, day + dt.timedelta(days=later))
    assert set(before.months) <= set(after.months)
    assert after.years[: len(before.years) - 1] == before.years[:-1]
    if not membership.claims:
        assert after.balance >= before.balance


@given(memberships, st.integers(2021, 2039))
def test_growth_is_booked_on_the_last_day_of_the_year_and_not_before(membership: Membership, year: int) -> None:
    day_before, last_day = card_on(membership, dt.date(year, 12, 30)), card_on(membership, dt.date(year, 12, 31))
    assert day_before.years[-1].growth == 0
    row = last_day.years[-1]
    smallest = growth_bp(year) * (row.opening - row.claims) // 10_000
    assert max(0, smallest) <= row.growth <= growth_bp(year) * (row.opening + row.contributions) // 10_000


@given(memberships.filter(lambda m: m.segment is Segment.PU), days)
def test_a_wage_earners_month_is_recorded_from_the_15th_to_the_20th_at_most_a_month_late(
    membership: Membership, day: dt.date
) -> None:
    for month in card_on(membership, day).months:
        assert 15 <= month.paid.day <= 20
        assert (month.paid.year, month.paid.month) in (month.blth.plus(1), month.blth.plus(2))


def test_most_months_are_in_time_and_some_are_late() -> None:
    months = [
        c for p in PEOPLE for s in cards_on(p, dt.date(2026, 11, 22)) if s.membership.segment is Segment.PU for c in s.months
    ]
    late = [c for c in months if (c.paid.year, c.paid.month) == c.blth.plus(2)]
    assert 0.02 < len(late) / len(months) < 0.2
    assert any(c.rapel for c in months)


def test_wages_rise_in_january_and_a_late_rise_is_made_up_for_in_february() -> None:
    for person in PEOPLE:
        for card in cards_on(person, dt.date(2026, 11, 22)):
            for before, after in itertools.pairwise(card.months):
                if after.wage != before.wage:
                    assert card.membership.segment is Segment.PU
                    assert after.wage > before.wage
                    assert after.blth.month == (2 if after.rapel else 1)
                    assert after.rapel in (0, after.wage - before.wage)


def test_a_return_worked_out_by_hand() -> None:
    """2025 at 5.51 %: a card of 10,000,000 rupiah at the start and one payment of 57,000 recorded in May keeps it for 8 months."""
    card = Membership("1", "9", "PT", Segment.PU, Blth(2025, 4), Blth(2025, 4), 1_000_000, 3)
    (year,) = card_on(card, dt.date(2025, 12, 31)).years
    (month,) = card_on(card, dt.date(2025, 12, 31)).months
    assert month.paid.month == 5
    assert year.growth == 57_000 * 551 * 8 // 120_000 == 2093


def test_a_full_claim_leaves_nothing_and_the_card_stays_at_zero() -> None:
    rina = find("rina@example.test")
    assert rina is not None
    (before,) = cards_on(rina, dt.date(2023, 2, 13))
    (after,) = cards_on(rina, dt.date(2023, 2, 14))
    (today,) = cards_on(rina, dt.date(2026, 11, 22))
    assert before.balance > 15_000_000
    assert after.years[-1].claims == before.balance + after.years[-1].growth
    assert (after.balance, today.balance, today.active) == (0, 0, False)


def test_a_partial_claim_takes_its_share_once() -> None:
    wayan = find("wayan@example.test")
    assert wayan is not None
    before, after = (cards_on(wayan, dt.date(2019, 9, day))[1] for day in (9, 10))
    assert after.balance == before.balance - before.balance // 10


@given(days)
def test_no_card_receives_anything_after_it_was_claimed_in_full(day: dt.date) -> None:
    for person in PEOPLE:
        for card in cards_on(person, day):
            closed = [c.day for c in card.membership.claims if c.percent == 100]
            assert all(month.paid < closed[0] for month in card.months if closed)


def test_a_card_is_not_there_before_it_was_issued() -> None:
    siti = PEOPLE[0]
    assert [c.membership.company for c in cards_on(siti, dt.date(2019, 4, 30))] == ["CV Karya Utama"]
    new = cards_on(siti, dt.date(2019, 5, 1))[0]
    assert (new.balance, new.last, new.active) == (0, None, True)
    with pytest.raises(ValueError, match="not issued"):
        card_on(siti.memberships[0], dt.date(2019, 4, 30))


def test_the_people_are_made_up_and_tell_apart() -> None:
    for person in PEOPLE:
        assert person.nik.startswith("99") and len(person.nik) == 16 and person.nik.isdigit()
        assert person.email.endswith("@example.test")
        assert len(person.pin) == 6 and person.pin.isdigit()
        for membership in (*person.memberships, EXTRA_CARD):
            assert len(membership.kpj) == 11 and membership.kpj.isdigit()
            assert membership.npp.startswith("9900") and len(membership.npp) == 12
    for values in zip(*((p.key, p.nik, p.email, p.secret, p.pin, p.name) for p in PEOPLE), strict=True):
        assert len(set(values)) == len(PEOPLE)


def test_a_secret_is_not_in_a_persons_repr() -> None:
    for person in PEOPLE:
        assert person.secret not in repr(person) and person.pin not in repr(person)


@pytest.mark.parametrize("typed", ["siti@example.test", " SITI@Example.test ", "9901014506900001"])
def test_a_person_is_found_by_nik_or_e_mail(typed: str) -> None:
    found = find(typed)
    assert isinstance(found, Person) and found.key == "siti"


@pytest.mark.parametrize("typed", ["", "siti", "9901014506900009", "siti@example.test.evil"])
def test_nobody_else_is_found(typed: str) -> None:
    assert find(typed) is None


def _cards(day: dt.date) -> list[CardState]:
    return [card for person in PEOPLE for card in cards_on(person, day)]


def test_the_same_day_always_shows_the_same() -> None:
    day = dt.date(2026, 11, 22)
    first = _cards(day)
    card_on.cache_clear()
    assert _cards(day) == first
