"""What a person is told, and how often: once. Decided from the state alone, so every case stands here without a desktop."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from core import schedule
from core import told as told_file
from core.blth import Blth
from core.errors import Need, Status
from core.models import Reading, Source
from core.schedule import Plan, Why
from core.settings import Settings
from core.told import Told
from tests.fakes.states import BUDI, KARYA, MARKET, NOW, SITI, TEXTILE, attempt, balance, reading, state, view
from ui.notices.notifier import Kind, all_needs, decide, facts, needs, tomorrow
from ui.notices.words import Press, notice
from ui.state import AccountView, State

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
OCTOBER = Blth(2026, 10)
REMIND = Plan(NOW, Why.PERSON_ROAD, schedule.Kind.REMIND, "2026-11")
KNOWN = Told(known=frozenset({1, 2}))
ALLOWED = Settings(language="id", theme="light", notify_amount=True)


def once(at: dt.datetime = NOW) -> tuple[Reading, ...]:
    """A single reading: nothing to compare it with."""
    return (reading(1, at, balance(TEXTILE)),)


def read(*, more: int = 0, month: Blth = OCTOBER, before: Blth = OCTOBER, at: dt.datetime = NOW) -> AccountView:
    """An account whose last check brought that much more (sen), and these newest months after and before it."""
    old = replace(TEXTILE, last_contribution=before)
    new = replace(TEXTILE, balance=TEXTILE.balance + more, last_contribution=month)
    return view(readings=(reading(1, at - 30 * DAY, balance(old)), reading(2, at, balance(new))))


def kinds(shown: State, told: Told = KNOWN, now: dt.datetime = NOW, *, watching: bool = False) -> list[Kind]:
    return [fact.kind for fact in decide(shown, told, now, watching=watching).facts]


def all_told(shown: State, told: Told = KNOWN, now: dt.datetime = NOW) -> Told:
    """What is noted after everything was told."""
    decision = decide(shown, told, now, watching=False)
    noted = decision.told
    for fact in decision.facts:
        noted = noted.with_told(fact.key, fact.mark)
    return noted


CASES = [
    (read(), []),
    (read(more=100), [Kind.BALANCE]),
    (read(more=-100), [Kind.BALANCE]),
    (read(more=100, before=Blth(2026, 9)), [Kind.CONTRIBUTION, Kind.BALANCE]),
    (read(month=Blth(2026, 9), before=Blth(2026, 9)), [Kind.OVERDUE]),
    (view(last=attempt(Status.CREDENTIALS_REJECTED), readings=(), stopped=True), [Kind.REFUSED]),
    (view(last=attempt(Status.ACCOUNT_LOCKED), readings=(), stopped=True), [Kind.NEEDS_YOU]),
    (view(last=attempt(Status.HUMAN_NEEDED, need=Need.CAPTCHA), readings=(), stopped=True), [Kind.NEEDS_YOU]),
    (view(last=attempt(Status.NETWORK), readings=()), []),
    (view(last=attempt(None), readings=()), []),
    (view(readings=()), []),
]


@pytest.mark.parametrize(("account", "expected"), CASES)
def test_each_thing_worth_telling_and_nothing_else(account: AccountView, expected: list[Kind]) -> None:
    assert kinds(state(account)) == expected


@pytest.mark.parametrize("account", [account for account, expected in CASES if expected])
def test_nothing_is_told_twice_also_after_a_restart(account: AccountView, tmp_path: Path) -> None:
    shown = state(account)
    file = tmp_path / "told.json"
    told_file.save(file, all_told(shown))
    assert kinds(shown, told_file.load(file)) == []


@pytest.mark.parametrize("account", [account for account, expected in CASES if expected])
def test_what_was_so_before_the_account_was_known_is_no_news(account: AccountView) -> None:
    decision = decide(state(account), Told(), NOW, watching=False)
    assert decision.facts == ()
    assert kinds(state(account), decision.told) == []


@pytest.mark.parametrize("account", [account for account, expected in CASES if expected])
def test_what_is_seen_in_the_window_is_told_there(account: AccountView) -> None:
    shown = state(account)
    assert kinds(shown, decide(shown, KNOWN, NOW, watching=True).told) == []


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_switch_and_switching_it_on_brings_no_old_news(kind: Kind) -> None:
    account = {
        Kind.BALANCE: read(more=1),
        Kind.CONTRIBUTION: read(before=Blth(2026, 9)),
        Kind.OVERDUE: read(month=Blth(2026, 8), before=Blth(2026, 8)),
        Kind.NEEDS_YOU: view(readings=once(), last=attempt(Status.BLOCKED), stopped=True),
        Kind.REFUSED: view(readings=once(), last=attempt(Status.CREDENTIALS_REJECTED), stopped=True),
        Kind.SILENT: view(readings=once(NOW - 46 * DAY), last=attempt(Status.NETWORK)),
        Kind.REMINDER: replace(view(readings=once(NOW - 31 * DAY)), plan=REMIND),
    }[kind]
    assert kinds(state(account)) == [kind]
    off = state(account, settings=replace(Settings(), **{f"notify_{kind}": False}))
    decision = decide(off, KNOWN, NOW, watching=False)
    assert decision.facts == ()
    assert kinds(state(account), decision.told) == []


def test_a_new_month_that_is_late_is_told_anew() -> None:
    first = read(month=Blth(2026, 8), before=Blth(2026, 8))
    told = all_told(state(first))
    later = NOW + 30 * DAY
    second = read(month=Blth(2026, 8), before=Blth(2026, 8), at=later)
    assert kinds(state(second), told, later) == [Kind.OVERDUE]


@pytest.mark.parametrize(
    ("day", "paid", "late"),
    [
        (20, Blth(2026, 9), None),
        (20, Blth(2026, 8), Blth(2026, 9)),
        (21, Blth(2026, 9), Blth(2026, 10)),
        (21, Blth(2026, 10), None),
    ],
)
def test_a_month_is_late_only_after_the_day_it_should_be_visible(day: int, paid: Blth, late: Blth | None) -> None:
    at = dt.datetime(2026, 11, day, 5, tzinfo=dt.UTC)
    found = [fact.month for fact in needs(read(month=paid, before=paid, at=at), Settings(), at) if fact.kind is Kind.OVERDUE]
    assert found == ([late] if late else [])


def test_an_old_reading_says_nothing_about_late_months() -> None:
    old = NOW - 60 * DAY
    account = replace(read(month=Blth(2026, 1), before=Blth(2026, 1), at=old), next_check=NOW + DAY)
    assert Kind.OVERDUE not in [fact.kind for fact in needs(account, Settings(), NOW)]


@pytest.mark.parametrize("card", [KARYA, MARKET])
def test_a_card_that_no_employer_pays_into_is_never_late(card: object) -> None:
    held = balance(replace(card, last_contribution=Blth(2019, 3)))  # type: ignore[type-var]
    assert list(needs(view(readings=(reading(1, NOW, held),)), Settings(), NOW)) == []


def test_a_zero_change_an_import_and_a_change_of_long_ago_are_no_news() -> None:
    changed = read(more=5_00)
    latest = changed.history[-1]
    imported = replace(changed, history=(changed.history[0], replace(latest, source=Source.STATEMENT)))
    assert kinds(state(changed), now=NOW + 4 * DAY) == []
    assert [fact.kind for fact in facts(imported, Settings(), NOW)] == []


@pytest.mark.parametrize(("interval", "days"), [("monthly", 45), ("weekly", 14), ("daily", 4)])
def test_a_long_silence_is_told_once(interval: str, days: int) -> None:
    chosen = Settings(interval=interval)  # type: ignore[arg-type]
    quiet = view(readings=once(NOW - (days - 1) * DAY), last=attempt(Status.NETWORK))
    assert kinds(state(quiet, settings=chosen)) == []
    silent = state(view(readings=once(NOW - days * DAY), last=attempt(Status.NETWORK)), settings=chosen)
    assert kinds(silent) == [Kind.SILENT]
    assert kinds(silent, all_told(silent), NOW + 20 * DAY) == []


def test_a_reminder_comes_on_its_day_once_a_period_and_not_before() -> None:
    account = replace(view(readings=once()), next_check=None, plan=replace(REMIND, at=NOW + HOUR))
    assert kinds(state(account)) == []
    assert kinds(state(account), now=NOW + HOUR) == [Kind.REMINDER]
    told = all_told(state(account), now=NOW + HOUR)
    assert kinds(state(account), told, NOW + 2 * DAY) == []
    next_month = replace(account, plan=replace(REMIND, at=NOW + 30 * DAY, period="2026-12"))
    assert kinds(state(next_month), told, NOW + 31 * DAY) == [Kind.REMINDER]


@pytest.mark.parametrize("why", [Why.NEVER, Why.PAUSED, Why.NO_PORTAL])
def test_who_wants_no_checks_is_not_reminded_of_them(why: Why) -> None:
    old = replace(view(readings=once(NOW - 90 * DAY), next_check=None), plan=Plan(None, why))
    assert kinds(state(old)) == []


def test_the_ledger_not_read_or_broken_says_nothing() -> None:
    account = read(more=1)
    assert kinds(state(account, loaded=False)) == []
    assert kinds(state(account, ledger_problem="ledger_broken")) == []


def test_snoozed_nothing_is_told_and_nothing_is_lost() -> None:
    shown = state(read(more=1))
    told = KNOWN.snooze(NOW + HOUR)
    decision = decide(shown, told, NOW, watching=False)
    assert decision.facts == ()
    assert kinds(shown, decision.told, NOW + HOUR) == [Kind.BALANCE]


def test_remind_me_tomorrow_reminds_tomorrow_at_nine_and_then_no_more() -> None:
    shown = state(view(readings=once(), last=attempt(Status.BLOCKED), stopped=True))
    told = all_told(shown)
    told = told.put_off("1/needs_you", tomorrow(NOW))
    assert kinds(shown, told, tomorrow(NOW) - HOUR) == []
    assert kinds(shown, told, tomorrow(NOW)) == [Kind.NEEDS_YOU]
    assert kinds(shown, all_told(shown, told, tomorrow(NOW)), tomorrow(NOW) + DAY) == []
    assert tomorrow(NOW).astimezone().hour == 9


def test_an_account_that_is_gone_leaves_nothing_behind() -> None:
    told = all_told(state(read(more=1), view(BUDI, once(), last=attempt(Status.BLOCKED, account=BUDI), stopped=True)))
    left = decide(state(read(more=1)), told, NOW, watching=False).told
    assert {key.partition("/")[0] for key in left.marks} == {"1"}
    assert left.known == {1}


# the words


def say(account: AccountView, settings: Settings, *others: AccountView) -> tuple[str, str]:
    shown = state(account, *others, settings=settings)
    made = notice(decide(shown, KNOWN, NOW, watching=False).facts, shown, NOW)
    return made.title, made.body


def test_an_amount_stands_in_a_notice_only_if_it_is_allowed_and_not_hidden() -> None:
    account = read(more=288_840_00)
    assert say(account, ALLOWED)[1] == "Rp 36.391.295 (+Rp 288.840)"
    assert "Rp" not in say(account, Settings())[1]
    assert "Rp" not in say(account, replace(ALLOWED, masked=True))[1]


def test_names_are_masked_where_they_are_hidden() -> None:
    assert "Siti Rahmawati" in say(read(more=1), ALLOWED, view(BUDI, once()))[1]
    assert "Siti" not in "".join(say(read(more=1), replace(ALLOWED, masked=True), view(BUDI, once())))


def test_several_things_at_once_become_one_notice() -> None:
    shown = state(read(more=1), view(BUDI, once(), last=attempt(Status.BLOCKED, account=BUDI), stopped=True))
    made = notice(decide(shown, KNOWN, NOW, watching=False).facts, shown, NOW)
    assert made.title == "2 kabar tentang saldo Anda"
    assert len(made.body.splitlines()) == 2
    assert not made.quiet


def test_a_month_that_is_seen_and_the_change_it_brought_are_one_thing() -> None:
    shown = state(read(more=288_840_00, month=Blth(2026, 10), before=Blth(2026, 9)))
    made = notice(decide(shown, KNOWN, NOW, watching=False).facts, shown, NOW)
    assert made.title == "Iuran Okt 2026 sudah terlihat"
    assert made.body == "Portal sudah mencatatnya pada kartu Anda. Buka untuk melihat angkanya."
    assert {fact.kind for fact in made.facts} == {Kind.CONTRIBUTION, Kind.BALANCE}
    assert say(read(more=288_840_00, month=Blth(2026, 10), before=Blth(2026, 9)), ALLOWED)[1].endswith("(+Rp 288.840)")


def test_where_there_is_one_account_its_name_is_not_repeated_line_by_line() -> None:
    shown = state(read(more=1, month=Blth(2026, 9), before=Blth(2026, 9)))
    made = notice(decide(shown, KNOWN, NOW, watching=False).facts, shown, NOW)
    assert made.body.splitlines() == ["Iuran Okt 2026 belum terlihat", "Saldo JHT berubah"]


def test_what_needs_the_person_comes_before_the_news_and_is_what_a_press_opens() -> None:
    shown = state(read(more=1), view(BUDI, once(), last=attempt(Status.BLOCKED, account=BUDI), stopped=True))
    made = notice(decide(shown, KNOWN, NOW, watching=False).facts, shown, NOW)
    assert made.account_id == BUDI.id
    assert made.body.splitlines() == ["Budi Santoso: Dihentikan demi keamanan Anda", "Siti Rahmawati: Saldo JHT berubah"]


def test_what_has_stopped_comes_before_what_waits() -> None:
    late = read(month=Blth(2026, 9), before=Blth(2026, 9))
    shown = state(late, view(BUDI, once(), last=attempt(Status.CREDENTIALS_REJECTED, account=BUDI), stopped=True))
    assert [fact.kind for fact in all_needs(shown, NOW)] == [Kind.REFUSED, Kind.OVERDUE]
    made = notice(decide(shown, KNOWN, NOW, watching=False).facts, shown, NOW)
    assert made.body.splitlines() == ["Budi Santoso: PIN ditolak portal", "Siti Rahmawati: Iuran Okt 2026 belum terlihat"]


def test_a_refused_pin_offers_no_button_that_would_send_it_again() -> None:
    shown = state(view(readings=once(), last=attempt(Status.CREDENTIALS_REJECTED), stopped=True))
    made = notice(decide(shown, KNOWN, NOW, watching=False).facts, shown, NOW)
    assert Press.CHECK not in made.presses


def test_late_is_said_as_not_yet_visible_and_never_as_not_paid() -> None:
    title, body = say(read(month=Blth(2026, 9), before=Blth(2026, 9)), Settings())
    assert title == "Iuran Okt 2026 belum terlihat"
    assert "dibayar" not in title + body


# the file


def test_what_was_told_is_private_and_holds_nothing_personal(tmp_path: Path) -> None:
    file = tmp_path / "data" / "told.json"
    told = all_told(
        state(
            read(more=1), view(BUDI, once(), last=attempt(Status.BLOCKED, words="PIN 123456 salah", account=BUDI), stopped=True)
        )
    )
    told_file.save(file, told.snooze(NOW).put_off("2/needs_you", NOW))
    text = file.read_text("utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    for secret in (SITI.name, SITI.user, BUDI.name, BUDI.user, TEXTILE.kpj or "?", "36", "123456"):
        assert secret not in text
    assert told_file.load(file) == told.snooze(NOW).put_off("2/needs_you", NOW)


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "null", '{"marks": 1}', '{"marks": {}, "later": {"1/x": "tomorrow"}, "known": [], "snoozed_until": null}',
     '{"marks": {}, "later": {}, "known": [true], "snoozed_until": null}', '{"marks": {"a": 1}, "later": {}, "known": [], "snoozed_until": null}',
     '{"marks": {}, "later": {"1/x": "2026-01-01T00:00:00"}, "known": [], "snoozed_until": null}', "[" * 100_000, "x" * 300_000],
)  # fmt: skip
def test_a_broken_file_means_that_the_past_was_told(tmp_path: Path, body: str) -> None:
    file = tmp_path / "told.json"
    file.write_text(body, "utf-8")
    assert told_file.load(file) == Told()
    assert told_file.load(tmp_path / "nowhere") == Told()


def test_it_does_not_grow_in_years_of_checks() -> None:
    told, now = KNOWN, NOW
    for _ in range(60):
        now += 30 * DAY
        told = all_told(state(read(more=100, month=Blth(now.year, now.month), at=now)), told, now)
    assert len(told.marks) <= len(Kind)
