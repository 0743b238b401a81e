"""Era A: the Electronic Service of 2015, log-in by NIK or e-mail, the development of the balance year by year."""

from __future__ import annotations

from core.simulator.career import CardState
from core.simulator.figures import Style, date, status
from core.simulator.messages import Reply
from core.simulator.sign_in import LogInForm
from core.simulator.site import Site, Visit
from core.simulator.world import World


class ElectronicService(Site):
    """/es/: a start page with three doors; behind the worker's one /es/sso/."""

    era = "es"
    folder = "/es/sso/"
    style = Style(prefix="", decimals=True)
    form = LogInForm(user="userid", secret="pass", picture="vc", unknown="wrong_user_or_pin", wrong="wrong_user_or_pin")

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.open_pages |= {
            "/es/": lambda visit: self.show(visit, "start"),
            "mitra.bpjs": lambda visit: self.other_door(visit, "Mitra"),
            "perusahaan.bpjs": lambda visit: self.other_door(visit, "Perusahaan"),
            "registrasi.bpjs": lambda visit: self.show(
                visit, "registrasi", in_page=self.world.sentences["nothing_kept"] if visit.posted else ""
            ),
        }
        self.inner_pages |= {"dashboard.bpjs": self.dashboard, "profil.bpjs": self.profile}

    def other_door(self, visit: Visit, whom: str) -> Reply:
        """The log-in of somebody else: no worker's secret belongs there."""
        error = self.world.sentences["mismatch"] if visit.posted else ""
        self.world.counts["wrong_door_posts"] += visit.posted
        return self.show(visit, "other_door", whom=whom, in_page=error)

    def dashboard(self, visit: Visit) -> Reply:
        """The table of the development of the balance, a block for each card."""
        if reply := self.balance_in_the_way(visit):
            return reply
        cards = self.cards(visit)
        values = {"blocks": [self._block(c) for c in cards], "total": self.writer.total(cards), "several": len(cards) > 1}
        return self.show_balance(visit, "dashboard", self.writer.money(cards[-1].balance), values)

    def _block(self, card: CardState) -> dict[str, object]:
        write, m = self.writer, card.membership
        last = card.last
        rows = [
            (str(y.year), *map(write.money, (y.opening, y.contributions, y.growth, *_claims(card, y.claims), y.closing)))
            for y in card.years
        ]
        head = ("Tahun", "Saldo Awal", "Iuran", "Pengembangan", *(("Pengambilan",) if _claims(card, 0) else ()), "Saldo Akhir")
        return {
            "lines": write.lines(
                ("Nama Perusahaan", m.company),
                ("NPP", m.npp),
                ("No. KPJ", m.kpj),
                ("Segmen", m.segment.value),
                ("Status", status(card)),
                ("Iuran Terakhir", write.blth(last.blth if last else None)),
            ),
            "table": write.table(head, rows, words=1),
        }

    def profile(self, visit: Visit) -> Reply:
        """Name, NIK, the cards' numbers and the mobile number."""
        person = visit.person
        return self.show(
            visit,
            "profil",
            lines=[
                {"label": "Nama", "value": person.portal_name},
                {"label": "No. E-KTP", "value": person.nik},
                *({"label": "No. KPJ", "value": c.membership.kpj} for c in self.cards(visit)),
                {"label": "No. Handphone", "value": person.phone},
                {"label": "Email", "value": person.email},
                {"label": "Dicetak", "value": date(self.world.today())},
            ],
        )


def _claims(card: CardState, amount: int) -> tuple[int, ...]:
    """The amount for the column of claims, which stands there only if something was ever taken out."""
    return (amount,) if any(y.claims for y in card.years) else ()
