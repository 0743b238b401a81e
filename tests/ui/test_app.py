"""The program as a whole, behind the window: what a person does, and what they see then."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import Status
from core.ledger import Ledger
from core.models import Step, Trigger
from core.paths import Folders
from core.schedule import Why
from core.settings import Settings, load
from tests.conftest import busy
from tests.ui.conftest import Running
from ui.desktop.single_instance import SingleInstance

Start = Callable[..., Running]


def ready(program: Running) -> Running:
    program.until(lambda: program.state.loaded and program.state.keyring)
    return program


@pytest.fixture
def person(start: Start) -> Running:
    """The program of somebody who has signed in once, and whose PIN is kept."""
    program = ready(start())
    program.sign_in()
    return program


def test_the_window_is_painted_before_the_ledger_is_touched(start: Start) -> None:
    program = start()
    assert program.window.states[0] == replace(program.window.states[0], loaded=False, accounts=(), keyring=None)
    assert not Folders.for_person(False).ledger.exists()
    ready(program)
    assert program.state.keyring == "Kotak Contoh"
    assert Folders.for_person(False).ledger.exists()


def test_signing_in_keeps_the_account_and_shows_its_balance(start: Start) -> None:
    program = ready(start())
    program.sign_in()
    assert program.view.account.name == "Siti"
    assert program.view.account.remember
    assert program.view.latest is not None
    assert program.view.latest.balance.total == 48_731_902_00
    shown = [state.checking.step for state in program.window.states if state.checking]
    assert list(dict.fromkeys(shown)) == [None, *Step]


def test_secrets_go_over_stdin_and_remembering_is_asked_for(person: Running) -> None:
    (asked,) = person.asked()
    assert asked["arguments"] == [
        "--account",
        "#1",
        "--offer-page",
        "--trigger",
        "person",
        "--secrets-stdin",
        "--remember",
        "--json",
    ]
    assert asked["lines_typed"] == 1


def test_a_pin_that_is_not_to_be_kept_is_used_for_one_check_only(start: Start) -> None:
    program = ready(start())
    program.sign_in(remember=False, pin="480217")
    assert program.asked()[0]["lines_typed"] == 2
    assert "--remember" not in program.asked()[0]["arguments"]
    assert not program.view.account.remember


def test_checking_again_needs_nothing_typed(person: Running) -> None:
    person.window.check_requested.emit(person.view.account.id)
    person.until(lambda: len(person.view.history) == 2)
    assert person.asked()[1] == {
        "arguments": ["--account", "#1", "--offer-page", "--trigger", "person", "--json"],
        "lines_typed": None,
    }


def test_an_account_is_checked_once_at_a_time(person: Running) -> None:
    person.portal_is("hang")
    for _ in range(3):
        person.window.check_requested.emit(1)
    person.until(lambda: len(person.asked()) == 2)
    person.app.on_tick()
    assert len(person.asked()) == 2


def test_cancelling_ends_the_check_at_once_and_the_old_figure_stays(person: Running) -> None:
    person.portal_is("hang")
    person.window.check_requested.emit(1)
    person.until(lambda: person.state.checking and person.state.checking.step is Step.CONTACTING)
    person.window.cancel_requested.emit()
    person.until(lambda: person.state.checking is None)
    assert person.view.latest is not None
    assert person.view.last_attempt is not None
    assert person.view.last_attempt.status is None  # written before it was made, and never ended
    assert person.view.last_attempt.reason == "cancelled"


def test_a_check_cancelled_before_it_was_written_down_is_told_too(person: Running) -> None:
    person.portal_is("hang")
    person.clock.ahead = dt.timedelta(minutes=1)
    person.window.check_requested.emit(1)
    person.window.cancel_requested.emit()
    person.until(lambda: person.view.last_attempt and person.view.last_attempt.reason == "cancelled")
    assert len(person.view.history) == 1


def test_a_refused_pin_stops_the_schedule_until_the_person_succeeds(person: Running) -> None:
    person.portal_is("refused")
    person.window.check_requested.emit(1)
    person.until(lambda: person.view.stopped)
    person.clock.ahead = dt.timedelta(days=400)
    person.app.on_tick()
    assert person.state.checking is None
    assert len(person.asked()) == 2
    person.clock.ahead = dt.timedelta()
    person.portal_is("good")
    person.sign_in(account_id=1)
    assert not person.view.stopped
    assert [view.account.id for view in person.state.accounts] == [1]


def test_the_minute_tick_starts_what_is_due_and_nothing_before(person: Running) -> None:
    person.app.on_tick()
    assert person.state.checking is None
    person.minutes_go_by_until_the_evening()
    assert len(person.asked()) == 1
    person.minutes_go_by(12)
    assert len(person.view.history) == 2
    arguments = person.asked()[1]["arguments"]
    assert arguments[arguments.index("--trigger") + 1] == "schedule"


def test_what_was_missed_is_made_up_some_time_after_waking(person: Running) -> None:
    person.clock.to_noon_after(62)  # at least one evening after a 20th went by
    person.app.on_tick()
    assert person.view.plan is not None
    assert person.view.plan.why is Why.MADE_UP
    assert person.state.checking is None
    person.clock.ahead += dt.timedelta(minutes=10)
    person.app.on_tick()  # it slept again: a chance was lost, so the next wait is short
    person.minutes_go_by(18)
    assert len(person.view.history) > 1


def test_a_check_that_is_due_waits_for_mains_and_says_so(person: Running) -> None:
    (person.home / "machine").write_text('{"on_battery": "yes", "metered": "no", "online": "yes"}')
    person.minutes_go_by_until_the_evening()
    person.minutes_go_by(12)
    assert person.view.plan is not None
    assert person.view.plan.why is Why.BATTERY
    assert len(person.asked()) == 1
    (person.home / "machine").unlink()
    person.minutes_go_by(18)  # it is asked again after ten minutes
    assert len(person.asked()) == 2


def test_a_check_that_cannot_be_written_down_is_not_tried_every_minute(person: Running) -> None:
    person.portal_is("unwritten")
    person.minutes_go_by_until_the_evening()
    person.minutes_go_by(45)
    assert len(person.asked()) == 2
    person.minutes_go_by(30)
    assert len(person.asked()) == 2
    person.minutes_go_by(36)
    assert len(person.asked()) == 3


def test_a_portal_that_wants_a_person_is_never_visited_by_itself(start: Start) -> None:
    program = ready(start())
    program.sign_in(portal="simulator-sso2023")
    program.clock.ahead = dt.timedelta(days=400)
    program.app.on_tick()
    assert program.state.checking is None
    assert len(program.asked()) == 1


def test_a_crashed_check_is_told_and_no_figure_is_made_up(person: Running) -> None:
    person.portal_is("crash")
    person.window.check_requested.emit(1)
    person.until(lambda: len(person.asked()) == 2 and person.state.checking is None)
    assert person.view.last_attempt is not None
    assert person.view.last_attempt.status is Status.INTERNAL_ERROR
    assert len(person.view.history) == 1
    person.portal_is("good")
    person.window.check_requested.emit(1)
    person.until(lambda: len(person.view.history) == 2)
    assert person.view.last_attempt.status is Status.OK


def test_a_balance_that_could_not_be_stored_is_shown_all_the_same(start: Start) -> None:
    program = ready(start())
    program.portal_is("unwritten")
    program.sign_in()
    assert program.view.latest is not None
    assert program.view.latest.balance.total == 48_731_902_00
    assert program.view.last_attempt is not None
    assert program.view.last_attempt.reason == "ledger_disk_full"


def test_adding_the_same_user_at_the_same_portal_again_is_the_same_account(person: Running) -> None:
    person.sign_in(name="Siti (contoh)", user="Siti@Example.com")
    assert [view.account.name for view in person.state.accounts] == ["Siti"]
    assert len(person.view.history) == 2
    person.sign_in(portal="simulator-sso2019")
    assert [view.account.portal for view in person.state.accounts] == ["simulator-es", "simulator-sso2019"]


def test_two_people_may_have_the_same_name(person: Running) -> None:
    person.sign_in(user="siti.lain@example.com")
    assert [view.account.name for view in person.state.accounts] == ["Siti", "Siti 2"]
    assert person.view.account.id == 2
    person.window.account_selected.emit(1)
    assert person.view.account.id == 1


def test_a_name_may_be_changed_but_not_to_one_that_is_taken(person: Running) -> None:
    person.sign_in(name="Budi", user="budi@example.com")
    person.window.account_renamed.emit(2, "Siti")
    assert person.view.account.name == "Budi"
    person.window.account_renamed.emit(2, "Budi W.")
    assert person.view.account.name == "Budi W."


def test_forgetting_the_secret_keeps_the_history(person: Running) -> None:
    person.window.secret_forget_requested.emit(1)
    person.until(lambda: not person.view.account.remember)
    assert len(person.view.history) == 1


def test_removing_an_account_forgets_secret_and_history(person: Running) -> None:
    person.window.account_removed.emit(1)
    person.until(lambda: person.state.accounts == ())
    with Ledger.open(Folders.for_person(False).ledger) as ledger:
        assert ledger.history(1) == []


def test_an_account_whose_secret_cannot_be_forgotten_is_not_removed(person: Running) -> None:
    (person.home / "vault_locked").touch()
    person.window.account_removed.emit(1)
    person.until(lambda: person.state.keyring_problem == "vault_locked")
    assert len(person.state.accounts) == 1


def test_an_account_put_away_keeps_its_history_and_loses_its_secret(person: Running) -> None:
    person.window.account_archived.emit(1)
    person.until(lambda: person.state.accounts == () and person.state.archived)
    assert len(person.state.archived[0].history) == 1
    assert load(Folders.for_person(False).settings).archived == (1,)
    with Ledger.open(Folders.for_person(False).ledger) as ledger:
        assert not ledger.account("#1").remember
    person.clock.ahead = dt.timedelta(days=400)
    person.app.on_tick()
    assert len(person.asked()) == 1  # nothing is checked any more
    person.clock.ahead = dt.timedelta()
    person.sign_in()  # the same person again finds it again
    assert [len(view.history) for view in person.state.accounts] == [2]
    assert person.state.archived == ()


def test_an_account_whose_secret_cannot_be_forgotten_is_not_put_away(person: Running) -> None:
    (person.home / "vault_locked").touch()
    person.window.account_archived.emit(1)
    person.until(lambda: person.state.keyring_problem == "vault_locked")
    assert len(person.state.accounts) == 1


def test_a_paused_account_is_checked_by_nobody_but_its_person(person: Running) -> None:
    person.window.account_paused.emit(1, True)
    person.until(lambda: person.view.account.paused)
    person.clock.ahead = dt.timedelta(days=400)
    person.app.on_tick()
    assert len(person.asked()) == 1
    person.window.check_requested.emit(1)
    person.until(lambda: len(person.asked()) == 2)


def test_accounts_stand_in_the_order_the_person_gave_them(person: Running) -> None:
    person.sign_in(name="Budi", user="budi@example.com")
    assert [view.account.name for view in person.state.accounts] == ["Siti", "Budi"]
    person.window.settings_changed.emit(replace(person.app.settings, order=(2, 1)))
    person.until(lambda: [view.account.name for view in person.state.accounts] == ["Budi", "Siti"])


def test_starting_with_the_computer_is_what_the_disk_says(start: Start) -> None:
    program = ready(start())
    file = program.home / ".config" / "autostart" / "saldo-jht.desktop"
    assert not program.state.autostart
    program.window.autostart_wished.emit(True)
    assert program.state.autostart
    assert file.exists()
    file.unlink()
    program.app.on_tick()
    assert not program.state.autostart
    file.parent.rmdir()
    file.parent.write_text("no folder", "utf-8")
    program.window.autostart_wished.emit(True)
    assert not program.state.autostart


def test_a_broken_ledger_is_said_and_the_program_lives(start: Start) -> None:
    path = Folders.for_person(False).ledger
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database " * 500)
    program = start()
    program.until(lambda: program.state.ledger_problem == "ledger_broken")
    program.app.on_tick()
    assert program.state.ledger_problem == "ledger_broken"
    path.unlink()
    program.app.on_tick()
    assert program.state.ledger_problem is None


def test_choices_hold_at_once_and_at_the_next_start(person: Running) -> None:
    chosen = replace(person.state.settings, masked=True, theme="dark")
    person.window.settings_changed.emit(chosen)
    assert person.state.settings == chosen
    assert load(Folders.for_person(False).settings) == chosen


def test_choosing_never_takes_the_next_check_away(person: Running) -> None:
    assert person.view.next_check is not None
    person.window.settings_changed.emit(replace(person.state.settings, interval="never"))
    assert person.view.next_check is None


def test_a_read_only_folder_costs_the_choice_at_the_next_start_and_nothing_else(
    person: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(30, "read-only")

    monkeypatch.setattr("core.settings.save", refuse)
    person.window.settings_changed.emit(Settings(masked=True))
    assert person.state.settings.masked


def test_the_demo_is_entered_and_left_in_place(person: Running) -> None:
    person.window.demo_requested.emit()
    person.until(lambda: person.state.demo and person.state.loaded and person.state.accounts)
    assert person.view.account.name == "Contoh"
    person.window.check_requested.emit(person.view.account.id)
    person.until(lambda: person.view.latest)
    assert "--demo" in person.asked()[-1]["arguments"]
    person.window.demo_left.emit()
    person.until(lambda: person.state.loaded and not person.state.demo)
    assert person.view.account.name == "Siti"
    assert len(person.view.history) == 1


def is_free(*, demo: bool) -> bool:
    """Whether a second start on that folder would open a window."""
    place = SingleInstance(Folders.for_person(demo).lock)
    free = place.take()
    place.release()
    return free


def test_the_place_on_a_folder_is_held_while_it_is_shown_and_no_longer(start: Start) -> None:
    program = ready(start(demo=True))
    for _ in range(2):
        assert is_free(demo=False) and not is_free(demo=True)
        program.window.demo_left.emit()
        program.until(lambda: program.state.loaded and not program.state.demo)
        assert is_free(demo=True) and not is_free(demo=False)
        program.window.demo_requested.emit()
        program.until(lambda: program.state.loaded and program.state.demo)


@pytest.mark.parametrize("demo", [False, True])
def test_a_second_start_raises_the_window_on_the_folder_it_moved_to(start: Start, demo: bool) -> None:
    program = ready(start(demo=demo))
    (program.window.demo_left if demo else program.window.demo_requested).emit()
    program.until(lambda: program.state.loaded and program.state.demo is not demo)
    program.window.hide()
    second = SingleInstance(Folders.for_person(not demo).lock)
    assert not second.take()
    second.write_letter()
    program.until(program.window.isVisible)


@pytest.mark.parametrize("demo", [False, True])
def test_a_folder_another_window_shows_is_left_to_it(start: Start, demo: bool) -> None:
    program = ready(start(demo=demo))
    other = SingleInstance(Folders.for_person(not demo).lock)
    assert other.take()
    (program.window.demo_left if demo else program.window.demo_requested).emit()
    assert program.state.demo is demo and not is_free(demo=demo)
    assert Folders.for_person(not demo).lock.stat().st_size > 0  # the letter that asks it to the front
    other.release()


def test_what_is_chosen_in_the_demo_stays_in_the_demo(person: Running) -> None:
    own = replace(person.state.settings, theme="dark")
    person.window.settings_changed.emit(own)
    person.window.demo_requested.emit()
    person.until(lambda: person.state.demo and person.state.loaded)
    assert person.state.settings == own  # the first look at it
    tried = replace(own, masked=True, theme="light", interval="never")
    person.window.settings_changed.emit(tried)
    person.window.demo_left.emit()
    person.until(lambda: person.state.loaded and not person.state.demo)
    assert person.state.settings == own == load(Folders.for_person(False).settings)
    assert load(Folders.for_person(True).settings) == tried
    person.window.demo_requested.emit()
    assert person.state.settings == tried


def test_leaving_the_demo_kills_its_check_and_shows_none(person: Running) -> None:
    person.portal_is("hang")
    person.window.demo_requested.emit()
    person.until(lambda: person.state.demo and person.state.accounts)
    person.window.check_requested.emit(1)
    person.until(lambda: person.state.checking and person.state.checking.step)
    began = time.monotonic()
    person.window.demo_left.emit()
    assert time.monotonic() - began < 1 * busy()
    assert person.state.checking is None
    person.until(lambda: person.state.loaded)
    assert person.state.checking is None
    assert person.view.last_attempt is not None
    assert person.view.last_attempt.status is Status.OK


def test_the_window_waits_for_no_child(person: Running, qapp: QApplication) -> None:
    person.portal_is("hang")
    began = time.monotonic()
    person.window.check_requested.emit(1)
    person.window.cancel_requested.emit()
    person.app.on_tick()
    assert time.monotonic() - began < 0.2 * busy()
    person.until(lambda: person.state.checking is None)


def test_who_asked_for_a_check_is_in_the_ledger(person: Running) -> None:
    with Ledger.open(Folders.for_person(False).ledger) as ledger:
        assert [attempt.trigger for attempt in ledger.attempts(1)] == [Trigger.PERSON]
