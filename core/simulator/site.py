"""What the three portals have in common: visits, log-in, gates, decoys, the ways a session is lost. The eras differ in data and pages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar
from urllib.parse import quote

from core.simulator.accounts import OTP_CODE, Gate, Person
from core.simulator.career import CardState
from core.simulator.figures import Style, Writer, date
from core.simulator.messages import Kind, Reply, Request, redirect
from core.simulator.sessions import Session
from core.simulator.sign_in import LogInForm, gates_for, judge
from core.simulator.templates import Templates
from core.simulator.world import RESOURCES, World

Page = Callable[["Visit"], Reply]

GATE_PAGES = {
    Gate.OTHER_SESSION: "konfirmasi.bpjs",
    Gate.PASSWORD_CHANGE: "gantisandi.bpjs",
    Gate.OTP: "otp.bpjs",
    Gate.DATA_UPDATE: "pengkinian.bpjs",
}


OTHER_WORD = "Kekayaan"  # what the balance is called under the fault unknown_words


@dataclass(slots=True)
class Visit:
    """One request of one browser. A page may end or renew the session."""

    request: Request
    session: Session

    @property
    def person(self) -> Person:
        """Who is signed in; only pages behind the log-in ask."""
        if self.session.person is None:
            raise LookupError("nobody is signed in")
        return self.session.person

    @property
    def posted(self) -> bool:
        return self.request.method == "POST"


class Site:
    """One era. `folder`: where its pages live. Subclasses fill the two tables of pages (by the end of the path)."""

    era: ClassVar[str]
    folder: ClassVar[str]
    style: ClassVar[Style]
    form: ClassVar[LogInForm]
    error_style: ClassVar[str] = "page"
    lost_style: ClassVar[str] = "script"
    idle_s: ClassVar[float | None] = None  # seconds without a request after which a visit is over, where shorter than usual
    alone: ClassVar[bool] = False  # whether a person may be signed in once at a time

    def __init__(self, world: World) -> None:
        self.world = world
        self.templates = Templates(RESOURCES / self.era, RESOURCES / "common")
        decoys = tomllib.loads((RESOURCES / self.era / "decoys.toml").read_text("utf-8"))
        self.news: list[dict[str, str]] = decoys["news"]
        self.decoys: dict[str, dict[str, object]] = decoys["page"]
        self.open_pages: dict[str, Page] = {"login.bpjs": self.login, "logout.bpjs": self.logout, "kode.bpjs": self.picture}
        self.inner_pages: dict[str, Page] = {"putar.bpjs": self.ring, "putar2.bpjs": self.ring}

    # -- answering ---------------------------------------------------------------------------------------------------

    def answer(self, request: Request) -> Reply:
        """The reply to a request for a path of this era, with the cookie if the visit got a new id."""
        session = self.world.sessions.find(request.session, self.era, self.idle_s) or self.world.sessions.start(self.era)
        visit = Visit(request, session)
        reply = self._route(visit, request.path.removeprefix(self.folder))
        headers = reply.headers
        if visit.session.id != request.session and reply.kind is not Kind.ASSET:
            headers = (*headers, ("Set-Cookie", f"PHPSESSID={visit.session.id}; Path=/; HttpOnly"))
        return Reply(reply.body, reply.status, headers, reply.content_type, reply.kind, reply.cut, visit.session.inside)

    def _route(self, visit: Visit, page: str) -> Reply:
        if page in self.open_pages:
            return self.open_pages[page](visit)
        if page in self.decoys:
            return self.show(visit, "decoy", self.decoys[page])
        gate = next((g for g, path in GATE_PAGES.items() if path == page), None)
        if page not in self.inner_pages and gate is None:
            return self.show(visit, "missing", status=404, title="Halaman tidak ditemukan")
        if visit.session.person is None:
            return self.lost(visit)
        if visit.session.gates:
            first = visit.session.gates[0]
            return self.gate(visit, first) if gate is first else redirect(GATE_PAGES[first])
        if gate:
            return redirect("dashboard.bpjs")
        return self.inner_pages[page](visit)

    def show(
        self,
        visit: Visit,
        template: str,
        values: Mapping[str, object] | None = None,
        *,
        status: int = 200,
        kind: Kind = Kind.PAGE,
        cut: str | None = None,
        **more: object,
    ) -> Reply:
        """A page of this era."""
        common: dict[str, object] = {
            "folder": self.folder,
            "charset": "windows-1252" if "windows_1252" in self.world.faults else "utf-8",
            "today": date(self.world.today()),
            "year": self.world.today().year,
            "news": self.news,
            "inside": visit.session.inside,
            "name": visit.session.person.portal_name if visit.session.person else "",
            "form_token": visit.session.form_token,
            "in_page": "",
            "in_alert": "",
            "in_modal": "",
            "in_query": False,
        }
        page = self.templates.render(template, {**common, **(values or {}), **more})
        if kind is Kind.BALANCE and "unknown_words" in self.world.faults:
            page = _in_other_words(page)
        return Reply(page, status, kind=kind, cut=cut)

    # -- signing in --------------------------------------------------------------------------------------------------

    def login(self, visit: Visit) -> Reply:
        """The log-in form, and what comes of sending it."""
        if not visit.posted:
            if visit.session.inside:
                return redirect("dashboard.bpjs")
            told = visit.request.query.get("error", "")
            known = told if told in self.world.sentences.values() else ""  # nothing that was typed is ever shown
            return self.login_form(visit, {"in_page": "" if "error_in_query" in self.world.faults else known})
        self.world.counts["login_posts"] += 1
        if "foreign_redirect" in self.world.faults:
            return redirect(self.world.foreign, 307)
        judged = self.judge(visit)
        if isinstance(judged, str):
            return self.refuse(visit, self.world.sentences[judged], self.login_form)
        gates = gates_for(self.world, judged)
        visit.session = self.world.sessions.sign_in(visit.session, judged, gates)
        if self.alone and Gate.OTHER_SESSION not in gates and self.world.sessions.others(visit.session):
            gates.insert(0, Gate.OTHER_SESSION)
        return redirect(f"{self.folder}dashboard.bpjs")

    def judge(self, visit: Visit) -> Person | str:
        """The person who may come in, or the key of a sentence."""
        return judge(self.world, self.form, visit.request, visit.session)

    def login_form(self, visit: Visit, error: Mapping[str, object] | None = None) -> Reply:
        """The form, with a sentence in its place: `error` is {"in_page": sentence}, or another of the places of error.html."""
        faults = self.world.faults
        form = {
            "method": "get" if "get_form" in faults else "post",
            "captcha": "captcha" in faults,
            "in_query": "error_in_query" in faults,
        }
        return self.show(visit, "login", {**form, **(error or {})})

    def refuse(self, visit: Visit, sentence: str, form: Callable[[Visit, Mapping[str, object]], Reply]) -> Reply:
        """A page that says no, in the manner of the era or of the fault."""
        faults = self.world.faults
        style = next((s for s in ("page", "alert", "query", "modal") if f"error_in_{s}" in faults), self.error_style)
        if style == "query":
            return redirect(f"login.bpjs?error={quote(sentence)}")
        shown = sentence if style == "page" else sentence.replace("\\", "").replace("'", "\\'").replace("<", "\\x3c")
        return form(visit, {f"in_{style}": shown})

    def logout(self, visit: Visit) -> Reply:
        """The end of a visit."""
        self.world.sessions.end(visit.session)
        visit.session = self.world.sessions.start(self.era)
        return redirect(f"{self.folder}login.bpjs")

    def picture(self, visit: Visit) -> Reply:
        """The picture of the code for the fault captcha. A person reads it; an honest program does not try."""
        body = self.templates.render("picture", {"code": visit.session.picture_code})
        return Reply(body, headers=(("Cache-Control", "no-store"),), content_type="image/svg+xml", kind=Kind.ASSET)

    # -- between log-in and balance ----------------------------------------------------------------------------------

    def gate(self, visit: Visit, gate: Gate) -> Reply:
        """The page of a gate. A data update or a new password is never accepted: the simulator keeps nothing."""
        if visit.posted:
            if gate is Gate.OTHER_SESSION:
                if visit.request.typed("jawab") != "ya":
                    return self.logout(visit)
                visit.session.gates.pop(0)
                if self.alone:
                    for other in self.world.sessions.others(visit.session):
                        self.world.sessions.end(other)
                return redirect("dashboard.bpjs")
            if gate is Gate.OTP and visit.request.typed("otp") == OTP_CODE:
                visit.session.gates.pop(0)
                return redirect("dashboard.bpjs")
            key = "wrong_otp" if gate is Gate.OTP else "nothing_kept"
            return self.show(visit, gate.value, in_page=self.world.sentences[key], question=self.world.sentences["other_session"])
        return self.show(visit, gate.value, question=self.world.sentences["other_session"])

    def lost(self, visit: Visit) -> Reply:
        """The session is over, in the manner of the fault or of the era."""
        self.world.sessions.end(visit.session)
        visit.session = self.world.sessions.start(self.era)
        styles = ("script", "302", "form")
        style = next((s for s in styles if f"session_lost_{s}" in self.world.faults), self.lost_style)
        if style == "script":
            return self.show(visit, "lost", sentence=self.world.sentences["session_over"])
        return redirect(f"{self.folder}login.bpjs") if style == "302" else self.login_form(visit)

    def ring(self, visit: Visit) -> Reply:
        """Two addresses that send to each other (fault redirect_ring)."""
        return redirect("putar2.bpjs" if visit.request.path.endswith("putar.bpjs") else "putar.bpjs")

    # -- the balance -------------------------------------------------------------------------------------------------

    def balance_in_the_way(self, visit: Visit) -> Reply | None:
        """What a fault puts in the place of the balance, if one does."""
        if any(f.startswith("session_lost_") for f in self.world.faults):
            return self.lost(visit)
        if "redirect_ring" in self.world.faults:
            return redirect("putar.bpjs")
        if not self.cards(visit):
            return self.show(visit, "nodata", sentence=self.world.sentences["no_balance"])
        return None

    def cards(self, visit: Visit) -> list[CardState]:
        return self.world.cards(visit.person)

    @property
    def writer(self) -> Writer:
        """How this era writes figures now."""
        return Writer(self.style, self.world.faults)

    def show_balance(self, visit: Visit, template: str, figure: str, values: Mapping[str, object]) -> Reply:
        """A page with figures; `figure` is the one in which the fault truncated cuts it off."""
        padding = _padding() if "huge" in self.world.faults else ""
        return self.show(visit, template, {"padding": padding, **values}, kind=Kind.BALANCE, cut=figure)


def _in_other_words(page: str) -> str:
    """The balance page of a portal that has renamed the balance, all but in its headings (and in what its scripts know)."""
    return re.sub(
        r"(<(?:td|th|dt|span)\b[^>]*>(?:<b>)?)([^<]*)",
        lambda match: match[1] + re.sub(r"(?<!Simulator )Saldo(?: JHT|(?= Akhir))", OTHER_WORD, match[2]),
        page,
    )


@lru_cache(maxsize=1)
def _padding() -> str:
    """Six million characters that say nothing."""
    return "<!-- " + ("halaman yang sangat besar " * 40 + "\n") * 5_800 + " -->"
