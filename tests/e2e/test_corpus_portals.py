"""The program against portals it has never seen: every one right or refused, the secret sent once and nowhere else.

The portals live in tests/corpus/portals, each with its expectation. The program runs as a real process, a few at a time; every
promise below looks at the same run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.corpus.portals import PORTALS, READ, REFUSED
from tests.corpus.portals.run import Run, run
from tests.corpus.portals.verdict import Kind, judge
from tests.corpus.portals.walker import Walker
from tests.fakes.portal_server import Site

BY_NAME = {portal.name: portal for portal in PORTALS}
READABLE = [portal.name for portal in PORTALS if portal.readable]
REFUSABLE = [portal.name for portal in PORTALS if not portal.readable]
AT_ONCE = 3

Runs = Callable[[str], Run]


@pytest.fixture(scope="module", autouse=True)
def runs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    """The run of a portal by its name. Those that the chosen tests need begin at once, a few at a time, each once."""
    folder = tmp_path_factory.mktemp("homes")
    wanted = dict.fromkeys(
        item.callspec.params["name"]
        for item in request.session.items
        if item.path == request.path and item.get_closest_marker("journey") and hasattr(item, "callspec")
    )
    with ThreadPoolExecutor(AT_ONCE) as pool:
        begun: dict[str, Future[Run]] = {name: pool.submit(run, BY_NAME[name], folder / name) for name in wanted}
        yield lambda name: begun[name].result()
        pool.shutdown(cancel_futures=True)


def faults(done: Run, *kinds: Kind) -> list[str]:
    return [str(fault) for fault in judge(done) if not kinds or fault.kind in kinds]


@pytest.mark.parametrize("name", READABLE)
def test_a_person_can_walk_it(name: str) -> None:
    """The corpus itself: by the words on its pages, one log-in and nothing forbidden, every balance page is reached."""
    portal = BY_NAME[name]
    with Site(user=portal.user) as site:
        portal.build(site)
        Walker(site.base + site.start, portal.user).walk(portal.road)
        assert len(site.served) >= site.balances_due
        assert not [hit.path for hit in site.hits if hit.path in site.forbidden]
        assert [hit.method for hit in site.hits if hit.login_at] == ["POST"]
        assert len([hit for hit in site.hits if hit.pin_at]) == portal.pins[1]
        assert len(site.hits) < portal.requests, "a person's own road must leave room for a careful program's"


def test_the_corpus_is_as_large_as_it_was_promised() -> None:
    assert len({portal.name for portal in PORTALS}) == len(PORTALS)
    assert len(READABLE) >= 36
    assert len(REFUSABLE) >= 24
    assert {portal.family for portal in PORTALS} == {module.__name__.rpartition(".")[2] for module in READ + REFUSED}


def test_a_readable_portal_says_amounts_that_add_up() -> None:
    for portal in PORTALS:
        if portal.cards is not None:
            assert sum(round(float(card.balance) * 100) for card in portal.cards) == round(float(portal.total or 0) * 100), (
                portal.name
            )


@pytest.mark.journey
@pytest.mark.parametrize("name", READABLE)
def test_it_is_read_right(runs: Runs, name: str) -> None:
    assert not faults(runs(name), Kind.WRONG_FIGURE, Kind.NOT_READ, Kind.WRONG_FACT, Kind.WRONG_STATUS, Kind.FORM)


@pytest.mark.journey
@pytest.mark.parametrize("name", REFUSABLE)
def test_it_is_refused_by_its_right_name(runs: Runs, name: str) -> None:
    assert not faults(runs(name), Kind.WRONG_FIGURE, Kind.WRONG_STATUS, Kind.FORM)


@pytest.mark.journey
@pytest.mark.parametrize("name", list(BY_NAME))
def test_a_secret_goes_once_to_the_portal_and_nowhere_else(runs: Runs, name: str) -> None:
    assert not faults(runs(name), Kind.LEAK, Kind.SECOND_LOGIN)


@pytest.mark.journey
@pytest.mark.parametrize("name", list(BY_NAME))
def test_nothing_is_opened_that_a_person_would_not_open(runs: Runs, name: str) -> None:
    assert not faults(runs(name), Kind.FOLLOWED, Kind.TOO_MANY)


@pytest.mark.journey
@pytest.mark.parametrize("name", READABLE)
def test_it_leaves_by_the_door(runs: Runs, name: str) -> None:
    assert not faults(runs(name), Kind.NO_LOG_OUT)
