"""Era B: SSO / BPJSTKU of 2019, log-in by e-mail, a six-digit PIN before the balance, monthly contributions."""

from __future__ import annotations

from collections.abc import Mapping

from core.simulator.career import CardState
from core.simulator.figures import Style, status
from core.simulator.messages import Reply, redirect
from core.simulator.sign_in import LogInForm
from core.simulator.site import Site, Visit
from core.simulator.world import World

MONTHS_SHOWN = 24


class PersonalService(Site):
    """/sso2019/."""

    era = "sso2019"
    folder = "/sso2019/"
    style = Style(prefix="Rp ", decimals=True)
    form = LogInForm(user="userid", secret="pass", picture="vc", unknown="no_such_email", wrong="no_such_account")

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.open_pages |= {
            "": lambda _: redirect(f"{self.folder}login.bpjs"),
            "registrasi.bpjs": lambda visit: self.show(
                visit, "registrasi", in_page=self.world.sentences["nothing_kept"] if visit.posted else ""
            ),
        }
        self.inner_pages |= {
            "dashboard.bpjs": lambda visit: self.show(visit, "dashboard"),
            "profil.bpjs": lambda visit: self.show(
                visit, "profil", person=_profile(visit), cards=[c.membership.kpj for c in self.cards(visit)]
            ),
            "saldojht.bpjs": self.balance,
        }

    def balance(self, visit: Visit) -> Reply:
        """First the PIN, then the balance: one card in full, several as a list with a choice."""
        if not visit.session.pin_given:
            return self.ask_pin(visit)
        if reply := self.balance_in_the_way(visit):
            return reply
        cards = {_key(c): c for c in self.cards(visit)}
        chosen = cards.get(visit.request.query.get("kpj", ""))
        chooser = "card_chooser" in self.world.faults and len(cards) > 1
        if chosen is None and chooser:
            return self.show(visit, "pilih", options=self._options(cards, None), whole=False)
        if chosen is None and len(cards) == 1:
            (chosen,) = cards.values()
        if chosen:
            return self._one(visit, cards, chosen, whole=not chooser)
        return self._all(visit, cards)

    def ask_pin(self, visit: Visit) -> Reply:
        """The PIN gate. Wrong PINs count with wrong log-in secrets."""
        if not visit.posted:
            return self.show(visit, "pin")
        self.world.counts["pin_posts"] += 1
        person = visit.person
        if self.world.locked(person):
            return self.refuse(visit, self.world.sentences["locked"], self._pin_form)
        if not visit.request.typed("pin"):
            return self.refuse(visit, self.world.sentences["empty"], self._pin_form)
        if visit.request.typed("pin") != person.pin:
            key = "locked" if self.world.wrong_secret(person) else "wrong_pin"
            return self.refuse(visit, self.world.sentences[key], self._pin_form)
        self.world.wrong[person.key] = 0
        visit.session.pin_given = True
        return redirect("saldojht.bpjs")

    def _pin_form(self, visit: Visit, error: Mapping[str, object]) -> Reply:
        return self.show(visit, "pin", error)

    def _all(self, visit: Visit, cards: dict[str, CardState]) -> Reply:
        write, states = self.writer, list(cards.values())
        head = ("No. KPJ", "Nama Perusahaan", "NPP", "Segmen", "Status", "Iuran Terakhir", "Saldo JHT")
        rows = [
            (
                c.membership.kpj,
                c.membership.company,
                c.membership.npp,
                c.membership.segment.value,
                status(c),
                _last(self, c),
                write.money(c.balance),
            )
            for c in states
        ]
        values = {
            "options": self._options(cards, None),
            "whole": True,
            "table": write.table(head, rows, words=6),
            "total": write.total(states),
            "count": len(states),
        }
        return self.show_balance(visit, "saldo", write.money(states[-1].balance), values)

    def _one(self, visit: Visit, cards: dict[str, CardState], card: CardState, *, whole: bool) -> Reply:
        write, m = self.writer, card.membership
        only = len(cards) == 1
        months = card.months if visit.request.query.get("semua") else card.months[-MONTHS_SHOWN:]
        values = {
            "options": self._options(cards, card),
            "whole": whole,
            "lines": write.lines(
                ("Nama Perusahaan", m.company),
                ("NPP", m.npp),
                ("No. KPJ", m.kpj),
                ("Segmen", m.segment.value),
                ("Status Kepesertaan", status(card)),
                ("Iuran Terakhir", _last(self, card)),
            ),
            "balance": write.money(card.balance),
            "total": write.total([card]) if only else "",
            "months": write.months(months),
            "more": len(months) < len(card.months),
            "key": _key(card),
        }
        return self.show_balance(visit, "kartu", write.money(card.balance), values)

    def _options(self, cards: dict[str, CardState], chosen: CardState | None) -> list[dict[str, object]]:
        return [
            {"value": key, "text": f"{c.membership.kpj} - {c.membership.company}", "selected": c is chosen}
            for key, c in cards.items()
        ]


def _key(card: CardState) -> str:
    """A card in the choice: the KPJ and the segment, for one KPJ may stand for two memberships."""
    return f"{card.membership.kpj}-{card.membership.segment.value}"


def _last(site: Site, card: CardState) -> str:
    return site.writer.blth(card.last.blth if card.last else None)


def _profile(visit: Visit) -> dict[str, str]:
    person = visit.person
    return {"full_name": person.portal_name, "nik": person.nik, "email": person.email, "phone": person.phone}
