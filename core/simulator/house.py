"""The whole address space of the simulator: the three eras, the start page, the switches, the log. No sockets here."""

from __future__ import annotations

import datetime as dt
import json
from collections import deque

from core.simulator.accounts import OTP_CODE, PEOPLE
from core.simulator.es import ElectronicService
from core.simulator.faults import FAULTS, named
from core.simulator.messages import Kind, LogEntry, Reply, Request, as_record, redirect
from core.simulator.site import GATE_PAGES, Site
from core.simulator.sso2019 import PersonalService
from core.simulator.sso2023 import Jmo
from core.simulator.templates import Templates
from core.simulator.world import RESOURCES, World

_KEPT = 10_000
_TYPES = {".css": "text/css", ".js": "text/javascript"}
# The only names of fields that are ever remembered: somebody may paste a secret in the place of a name.
_FIELDS = frozenset(
    "vc userid pass submit pin otp jawab email password _token g-recaptcha-response nonce kode kpj semua dari sampai kartu bagian tahun error q "
    "no_ktp nama_ibu no_hp setuju nama tgl_lahir lama baru ulangi no_kpj fault back".split()
)


class House:
    """Answers requests. Not for two threads at once: the wire takes a lock."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.log: deque[LogEntry] = deque(maxlen=_KEPT)
        self._common = Templates(RESOURCES / "common")
        self._sites: dict[str, Site] = {
            "/es/": ElectronicService(world),
            "/sso2019/": PersonalService(world),
            "/sso2023/": Jmo(world),
        }
        self._ours = {"/": self._start, "/_simulator/faults": self._faults, "/_simulator/log": self._log}
        self._assets = {f"/{path.parent.parent.name}/assets/{path.name}": path for path in RESOURCES.glob("*/assets/*")}

    def answer(self, request: Request) -> Reply:
        """The reply, as the faults that are on would have it; kept in the log without anything that was typed."""
        self.world.counts["requests"] += 1
        reply = self._answer(request)
        if reply.kind is not Kind.OURS:
            self.log.append(self._entry(request, reply))
        return reply

    def _answer(self, request: Request) -> Reply:
        path = request.path
        if ours := self._ours.get(path):
            return ours(request)
        if asset := self._assets.get(path):
            return Reply(asset.read_bytes(), content_type=_TYPES.get(asset.suffix, "text/plain"), kind=Kind.ASSET)
        if f"{path}/" in self._sites:
            return redirect(f"{path}/", 301)
        site = self._site(path)
        if site is None:
            return self._failure("missing", 404)
        for fault, status in (("maintenance_503", 503), ("maintenance_200", 200), ("server_500", 500)):
            if fault in self.world.faults:
                return self._failure(fault.split("_")[0], status)
        return site.answer(request)

    def _site(self, path: str) -> Site | None:
        return next((site for prefix, site in self._sites.items() if path.startswith(prefix)), None)

    def _failure(self, template: str, status: int) -> Reply:
        """A page without a visit: maintenance, a broken server, a missing page."""
        charset = "windows-1252" if "windows_1252" in self.world.faults else "utf-8"
        sentence = self.world.sentences["maintenance"]
        return Reply(self._common.render(f"bare_{template}", {"charset": charset, "sentence": sentence}), status)

    # -- remembering -------------------------------------------------------------------------------------------------

    def _entry(self, request: Request, reply: Reply) -> LogEntry:
        query = "&".join(sorted(_FIELDS & request.query.keys()))
        path = request.path if self._knows(request.path) else "?"
        return LogEntry(
            time=dt.datetime.now(dt.UTC),
            method=request.method,
            path=f"{path}?{query}" if query else path,
            status=reply.status,
            logged_in=reply.logged_in,
            fields=tuple(sorted(_FIELDS & request.form.keys())),
        )

    def _knows(self, path: str) -> bool:
        site = self._site(path)
        if site is None:
            return path in self._ours or path in self._assets
        page = path.removeprefix(site.folder)
        pages = site.open_pages.keys() | site.inner_pages.keys() | site.decoys.keys() | set(GATE_PAGES.values())
        return page in pages or path in self._assets

    # -- the simulator's own pages -----------------------------------------------------------------------------------

    def _start(self, _: Request) -> Reply:
        values = {
            "people": [
                {"name": p.name, "about": p.about, "nik": p.nik, "email": p.email, "secret": p.secret, "pin": p.pin}
                for p in PEOPLE
            ],
            "otp": OTP_CODE,
            "faults": [
                {"name": name, "where": fault.where, "about": fault.about, "on": name in self.world.faults}
                for name, fault in FAULTS.items()
            ],
        }
        return Reply(self._common.render("index", values), kind=Kind.OURS)

    def _faults(self, request: Request) -> Reply:
        """GET: all faults and the ones that are on. POST: these are on from now, and no others (fields `fault`, or a JSON list)."""
        if request.method == "POST":
            wanted = request.data if request.data is not None else request.form.get("fault", [])
            try:
                if not isinstance(wanted, list) or not all(isinstance(name, str) for name in wanted):
                    raise ValueError("a list of names is wanted")
                self.world.faults = named(wanted)
            except ValueError:
                return _json({"error": "unknown fault", "known": list(FAULTS)}, 400)
            if request.typed("back"):
                return redirect("/", 303, Kind.OURS)
        return _json({"faults": sorted(self.world.faults), "known": {n: f.about for n, f in FAULTS.items()}})

    def _log(self, _: Request) -> Reply:
        return _json([as_record(entry) for entry in self.log])


def _json(value: object, status: int = 200) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False), status, content_type="application/json", kind=Kind.OURS)
