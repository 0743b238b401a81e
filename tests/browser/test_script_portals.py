"""Portals that scripts build in other ways than the simulator's: the right figure, or none; never one that stood there for a while."""

from __future__ import annotations

from typing import Any

import pytest

from core.simulator.accounts import DEMO
from tests.browser.conftest import Early, Go, Home, Stage
from tests.browser.script_portals import PAGES, ScriptPortal, every
from tests.browser.shown_pages import SHOWN

pytestmark = pytest.mark.journey
Found = dict[str, dict[str, Any]]


def built(stage: Stage) -> Found:
    """Each, watched from its first moment, and kept whenever something was offered to be kept."""
    return watched(stage, [name for name in PAGES if not name.startswith("counted")])


def counted(stage: Stage) -> Found:
    """The same for those whose figures are counted up (by a window that waits less long for them: tests/browser/journeys.py)."""
    return watched(stage, [name for name in PAGES if name.startswith("counted") and "rests" not in name])


def rests(stage: Stage) -> Found:
    """The same for those that rest halfway."""
    return watched(stage, [name for name in PAGES if name.startswith("counted-rests")])


def shown(stage: Stage) -> Found:
    """The same for those that show something else than their source says: fields, frames, shadow trees."""
    return seen_in(stage, stage.home, [name for name in SHOWN if name.startswith(("field", "frame", "tree"))])


def styled(stage: Stage) -> Found:
    """The same for those whose style sheets write or hide."""
    return seen_in(stage, stage.home, [name for name in SHOWN if name.startswith(("style", "list"))])


def watched(stage: Stage, names: list[str]) -> Found:
    """Each in a window of its own: what its script does must begin with the window."""
    found = {}
    for number, name in enumerate(names):
        home = stage.home if not number else type(stage.home)(stage.home.folder.parent / name)
        found |= seen_in(stage, home, [name])
    return found


def seen_in(stage: Stage, home: Home, names: list[str]) -> Found:
    """One after the other in one window; what is stored is what the ledger holds afterwards."""
    home.add_account("simulator-sso2023")
    with ScriptPortal() as portal:
        went = stage.theatre.play("built", portal.address("+".join(names)), home.environment())
    went.must_be_fine()
    found = {name: went.seen[name] for name in names}
    with home.ledger() as ledger:
        kept = sorted(reading.balance.total for reading in ledger.history(1))
    assert kept == sorted(total for one in found.values() for total in one["stored"])
    return found


@pytest.mark.early.with_args(built)
def test_what_stood_for_a_while_is_never_shown_and_never_stored(engine: None, early: Early) -> None:
    found = early(built)
    must_be_right(found)
    assert [name for name, seen in found.items() if any("tadi bergerak" in asked for asked in seen["asked"])] == ["asks"]


@pytest.mark.early.with_args(counted)
def test_a_figure_that_is_counted_up_is_shown_when_it_has_come_to_its_end(engine: None, early: Early) -> None:
    must_be_right(early(counted))


@pytest.mark.early.with_args(rests)
def test_a_figure_that_rests_halfway_is_not_the_figure_and_its_person_is_asked_for_the_end(engine: None, early: Early) -> None:
    found = early(rests)
    must_be_right(found)
    for seen in found.values():
        assert seen["asked"] == ["Angka ini tadi bergerak di halaman. Apakah ini angka akhirnya? Simpan ke riwayat akun Siti?"]


@pytest.mark.early.with_args(shown)
def test_what_fields_frames_and_shadow_trees_show_is_read_and_not_what_stands_in_the_source(engine: None, early: Early) -> None:
    must_be_right(early(shown))


@pytest.mark.early.with_args(styled)
def test_what_a_style_sheet_writes_counts_and_what_it_hides_does_not(engine: None, early: Early) -> None:
    must_be_right(early(styled))


def test_a_log_in_that_a_script_made_is_one(home: Home, go: Go) -> None:
    home.add_account("simulator-sso2023")
    with ScriptPortal() as portal:
        seen = go("formless", portal.address("formless")).seen
    assert (seen["title"], seen["note"]) == (
        "Masuk, lalu buka Lihat Saldo JHT",
        "Nama pengguna diisikan. Periksa, lalu lanjutkan sendiri.",
    )
    assert seen["without"]  # a worker of the page's that would answer in the portal's place
    assert (seen["figure"], *seen["after"], seen["patience"]) == ("Rp 48.731.902", "Saldo terbaca", "", False)
    assert seen["held"] == [DEMO.email, DEMO.email]


def test_a_figure_that_the_page_contradicts_later_is_taken_back(home: Home, go: Go) -> None:
    home.add_account("simulator-sso2023")
    with ScriptPortal() as portal:
        seen = go("contradicted", portal.address("contradicted")).seen
    assert (seen["first"], seen["reason"], seen["kept"]) == ("Rp 48.731.902", "twins_disagree", 0)


def must_be_right(found: Found) -> None:
    wrong, missed = {}, []
    for name, seen in found.items():
        right, shown, stored = every()[name].right * 100, seen["shown"], seen["stored"]
        if not set(shown) | set(stored) <= {right}:
            wrong[name] = (shown, stored)
        if every()[name].must and (shown[-1:] != [right] or stored != [right]):
            missed.append((name, seen))
    assert wrong == {}
    assert missed == []
