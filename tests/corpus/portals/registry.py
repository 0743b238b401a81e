"""What a portal of the corpus is: how it is built, what must be said of it, and the road a person takes through it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import PIN, USER_EMAIL, USER_NIK

Build = Callable[[Site], None]


@dataclass(frozen=True)
class CardSays:
    """A card as the page prints it; None is what the page does not say."""

    balance: str
    kpj: str | None = None
    company: str | None = None
    npp: str | None = None
    segment: str | None = None
    active: bool | None = None
    last_contribution: str | None = None


@dataclass(frozen=True)
class Portal:
    """One portal and its expectation. `statuses`: every status a careful program may answer (two where both are fair).

    cards None: not compared (the page names no card, or the figures may fairly be read from either of two pages).
    logins, pins: least and most POSTs that carry that secret. road: a person's steps (see walker.py). quotes: words of the portal
    that must be shown to the person.
    """

    name: str
    family: str
    why: str
    build: Build
    statuses: tuple[str, ...]
    needs: tuple[str | None, ...] = ()
    total: str | None = None
    cards: tuple[CardSays, ...] | None = None
    as_of: str | None = None
    user: str = USER_EMAIL
    pin: str | None = None
    logins: tuple[int, int] = (1, 1)
    pins: tuple[int, int] = (0, 0)
    quotes: str | None = None
    road: tuple[str, ...] = ()
    requests: int = 15
    tls: bool = False

    @property
    def readable(self) -> bool:
        return self.statuses == ("ok",)


PORTALS: list[Portal] = []


def readable(
    name: str,
    *,
    total: str,
    road: str,
    cards: list[CardSays] | None = None,
    as_of: str | None = None,
    pin: bool = False,
    nik: bool = False,
    spare_pin: bool = False,
) -> Callable[[Build], Build]:
    """A portal whose balance must be read. road: steps separated by " > ". pin: asked for once; spare_pin: given, asked for nowhere."""

    def keep(build: Build) -> Build:
        PORTALS.append(
            Portal(
                name=name,
                family=_family(build),
                why=(build.__doc__ or "").strip().split("\n")[0],
                build=build,
                statuses=("ok",),
                needs=(None,),
                total=total,
                cards=None if cards is None else tuple(cards),
                as_of=as_of,
                user=USER_NIK if nik else USER_EMAIL,
                pin=PIN if pin or spare_pin else None,
                pins=(1, 1) if pin else (0, 0),
                road=tuple(road.split(" > ")),
            )
        )
        return build

    return keep


def refused(
    name: str,
    *statuses: str,
    need: str | tuple[str | None, ...] | None = None,
    logins: int | tuple[int, int] = 1,
    pins: int = 0,
    pin: bool = False,
    nik: bool = False,
    quotes: str | None = None,
    tls: bool = False,
) -> Callable[[Build], Build]:
    """A portal that must be refused with one of `statuses`. need: compared only when the answer is human_needed."""

    def keep(build: Build) -> Build:
        PORTALS.append(
            Portal(
                name=name,
                family=_family(build),
                why=(build.__doc__ or "").strip().split("\n")[0],
                build=build,
                statuses=statuses,
                needs=need if isinstance(need, tuple) else ((need,) if need else ()),
                user=USER_NIK if nik else USER_EMAIL,
                pin=PIN if pin else None,
                logins=logins if isinstance(logins, tuple) else (logins, logins),
                pins=(0, pins),
                quotes=quotes,
                tls=tls,
            )
        )
        return build

    return keep


def _family(build: Build) -> str:
    return build.__module__.rpartition(".")[2]
