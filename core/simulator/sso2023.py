"""Era C: SSO under JMO branding, log-in with "Saya bukan robot", tiles, a list of cards.

The checkbox is a mock: a click in the page asks this simulator for a one-time token. Nothing of Google's is ever loaded.
"""

from __future__ import annotations

import json
import secrets

from core.blth import Blth
from core.simulator.accounts import Person
from core.simulator.career import CardState, Contribution
from core.simulator.figures import Style, date, status
from core.simulator.messages import Kind, Reply
from core.simulator.sign_in import LogInForm
from core.simulator.site import Site, Visit
from core.simulator.world import World

MONTHS_SHOWN = 12


class Jmo(Site):
    """/sso2023/."""

    era = "sso2023"
    folder = "/sso2023/"
    style = Style(prefix="Rp ", decimals=False, month_words=True)
    form = LogInForm(user="email", secret="password", picture="kode", unknown="no_such_account", wrong="no_such_account")
    error_style = "modal"
    lost_style = "302"
    idle_s = 300
    alone = True

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.open_pages |= {
            "": self.login,
            "robot.bpjs": self.robot_token,
            "daftar.bpjs": lambda visit: self.show(
                visit, "daftar", in_page=self.world.sentences["nothing_kept"] if visit.posted else ""
            ),
        }
        self.inner_pages |= {
            "dashboard.bpjs": lambda visit: self.show(visit, "dashboard"),
            "profil.bpjs": lambda visit: self.show(
                visit, "profil", email=visit.person.email, nik=visit.person.nik, phone=visit.person.phone
            ),
            "saldojht.bpjs": self.balance,
            "saldodata.bpjs": self.balance_data,
            "rincian.bpjs": self.details,
            "rsjht.bpjs": self.statement,
        }

    def judge(self, visit: Visit) -> Person | str:
        """The tick first, then the form's own token, then the secret."""
        token = visit.request.typed("g-recaptcha-response")
        if token not in visit.session.robot_tokens:
            return "robot"
        visit.session.robot_tokens.discard(token)
        if visit.request.typed("_token") != visit.session.form_token:
            return "form_too_old"
        return super().judge(visit)

    def robot_token(self, visit: Visit) -> Reply:
        """A one-time token for the page's own script, after the person's click. JSON."""
        if not visit.posted or visit.request.typed("nonce") != visit.session.form_token:
            return Reply(json.dumps({"message": self.world.sentences["robot"]}), 400, content_type="application/json")
        token = secrets.token_hex(24)
        visit.session.robot_tokens = {token}
        return Reply(json.dumps({"token": token}), content_type="application/json")

    def balance(self, visit: Visit) -> Reply:
        """The list of cards, the total, a link to the months of each."""
        if reply := self.balance_in_the_way(visit):
            return reply
        states = self.cards(visit)
        last = self.writer.money(states[-1].balance)
        if "scripted" in self.world.faults:
            return self.show_balance(visit, "saldo_scripted", last, {})
        return self.show_balance(visit, "saldo", last, self._figures(states))

    def balance_data(self, visit: Visit) -> Reply:
        """The same figures for the page's script. JSON."""
        if not self.cards(visit):
            return Reply(json.dumps({"message": self.world.sentences["no_balance"]}), content_type="application/json")
        figures = {**self._figures(self.cards(visit)), "today": date(self.world.today())}
        return Reply(json.dumps(figures), content_type="application/json")

    def _figures(self, states: list[CardState]) -> dict[str, object]:
        write = self.writer
        cards = [
            {
                "company": c.membership.company,
                "balance": write.money(c.balance),
                "number": i,
                "lines": self._lines(c),
                "active": c.active,
                "last_year": self._last_year if _is_told(c, self._last_year) else None,
            }
            for i, c in enumerate(states, 1)
        ]
        if "column_order" in self.world.faults:
            cards.reverse()
        return {"cards": cards, "total": write.total(states), "count": len(states)}

    @property
    def _last_year(self) -> int:
        """The last year that is over."""
        return self.world.today().year - 1

    def statement(self, visit: Visit) -> Reply:
        """The statement of one card for a year that is over, as a file."""
        from core.simulator.statement_pdf import statement_pdf
        from core.simulator.statements import statements_of

        number, year = visit.request.query.get("kartu", "1"), self._last_year
        wanted = next((c.membership for i, c in enumerate(self.cards(visit), 1) if str(i) == number), None)
        of_year = statements_of(year, visit.person)
        told = next((one for one in of_year if wanted is not None and (one.kpj, one.npp) == (wanted.kpj, wanted.npp)), None)
        if told is None:
            return self.show(visit, "missing", status=404, title="Lembar tidak ditemukan")
        body = statement_pdf(told, visit.person)
        headers = (("Content-Disposition", f'attachment; filename="RSJHT-{year}-CONTOH.pdf"'),)
        return Reply(body, headers=headers, content_type="application/pdf", kind=Kind.ASSET)

    def _lines(self, card: CardState) -> list[dict[str, str]]:
        m, last = card.membership, card.last
        return self.writer.lines(
            ("Nomor KPJ", m.kpj),
            ("NPP", m.npp),
            ("Segmen", m.segment.value),
            ("Program", "JHT"),
            ("Status Kepesertaan", status(card)),
            ("Iuran Terakhir", self.writer.blth(last.blth if last else None)),
            ("Tanggal Bayar Terakhir", date(last.paid if last else None)),
        )

    def details(self, visit: Visit) -> Reply:
        """The months of one card, between two months."""
        if reply := self.balance_in_the_way(visit):
            return reply
        query, states = visit.request.query, self.cards(visit)
        number = query.get("kartu", "1")
        card = states[int(number) - 1] if number in {str(i) for i in range(1, len(states) + 1)} else states[0]
        rows = card.months
        first = _month(query.get("dari")) or (rows[-MONTHS_SHOWN:][0].blth if rows else Blth(self.world.today().year, 1))
        last = _month(query.get("sampai")) or (rows[-1].blth if rows else first)
        shown: list[Contribution] = [c for c in rows if first <= c.blth <= last]
        values = {
            "company": card.membership.company,
            "kpj": card.membership.kpj,
            "number": states.index(card) + 1,
            "first": str(first),
            "last": str(last),
            "months": self.writer.months(shown),
            "balance": self.writer.money(card.balance),
        }
        if query.get("bagian") == "ya":  # for the script that shows it over the page
            return self.show(visit, "rincian_bagian", values)
        return self.show_balance(visit, "rincian", self.writer.money(card.balance), values)


def _is_told(card: CardState, year: int) -> bool:
    """Whether there is a statement of that card for that year."""
    return any(row.year == year for row in card.years)


def _month(text: str | None) -> Blth | None:
    """A month of the filter, None if it is none."""
    try:
        return Blth.from_iso(text or "")
    except ValueError:
        return None
