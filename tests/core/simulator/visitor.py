"""A browser that behaves: it keeps its cookie, sends the fields that a form has, and reads tables the way a person would."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

import lxml.html
import requests

from core.simulator import Simulator
from core.simulator.accounts import Person

START = {"es": "sso/login.bpjs", "sso2019": "login.bpjs", "sso2023": "login.bpjs"}
BALANCE = {"es": "sso/dashboard.bpjs", "sso2019": "saldojht.bpjs", "sso2023": "saldojht.bpjs"}
USER_FIELD = {"es": "userid", "sso2019": "userid", "sso2023": "email"}
SECRET_FIELD = {"es": "pass", "sso2019": "pass", "sso2023": "password"}


@dataclass
class Visitor:
    """One browser at one era of a running simulator."""

    simulator: Simulator
    era: str
    session: requests.Session = field(default_factory=requests.Session)

    def __enter__(self) -> Visitor:
        self.session.trust_env = False
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()

    def url(self, page: str) -> str:
        return urljoin(self.simulator.url(self.era), page)

    def get(self, page: str, **options: object) -> requests.Response:
        return self.session.get(self.url(page), timeout=10, **options)

    def post(self, page: str, data: dict[str, str], **options: object) -> requests.Response:
        return self.session.post(self.url(page), data=data, timeout=10, **options)

    def type_in(self, user: str, secret: str, **more: object) -> requests.Response:
        """Open the log-in, fill it in (tick the box, where there is one), send it."""
        form = tree(self.get(START[self.era])).xpath("//form[.//input[@type='password']]")[0]
        data = {i.get("name"): i.get("value", "") for i in form.xpath(".//input[@name]")}
        data |= {USER_FIELD[self.era]: user, SECRET_FIELD[self.era]: secret}
        if self.era == "sso2023":
            nonce = form.xpath(".//div[@data-nonce]")[0].get("data-nonce")
            data["g-recaptcha-response"] = self.post("robot.bpjs", {"nonce": nonce}).json()["token"]
        return self.post(START[self.era], data, **more)

    def sign_in(self, person: Person) -> requests.Response:
        return self.type_in(person.email, person.secret)

    def open_balance(self, person: Person, **more: object) -> requests.Response:
        """All the way from the log-in to the page with the figures."""
        answer = self.sign_in(person)
        if self.era == "sso2023" and answer.url.endswith("konfirmasi.bpjs"):  # another visitor is still signed in there
            self.post("konfirmasi.bpjs", {"jawab": "ya"})
        if self.era == "sso2019":
            self.post("saldojht.bpjs", {"pin": person.pin}, allow_redirects=False)
        return self.get(BALANCE[self.era], **more)


def tree(answer: requests.Response | str | bytes) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(answer.content if isinstance(answer, requests.Response) else answer)


def text(answer: requests.Response | str) -> str:
    """The visible words of a page, spaces single."""
    root = tree(answer)
    for element in root.xpath("//script | //style | //comment()"):
        element.drop_tree()
    return " ".join(root.text_content().split())


def rupiah(shown: str) -> int:
    """ "Rp 1.234,00" or "1.234" in whole rupiah; anything else is an error."""
    match = re.fullmatch(r"(?:Rp )?(\d{1,3}(?:\.\d{3})*)(?:,00)?", shown.strip())
    assert match, shown
    return int(match[1].replace(".", ""))


def figures(page: requests.Response | str, era: str) -> tuple[dict[tuple[str, str], int], int]:
    """What a page of that era says: {(KPJ, segment): balance} and the portal's total, in rupiah."""
    root = tree(page)
    if era == "es":
        cards = {}
        for block in root.xpath("//div[@class='block']"):
            facts = pairs(block.xpath("./table[1]//tr"))
            last_row = block.xpath("./table[2]//tr")[-1]
            cards[(facts["No. KPJ"], facts["Segmen"])] = rupiah(last_row.xpath("./td")[-1].text_content())
        return cards, rupiah(root.xpath("//table[contains(@class,'total')]//td[@class='figure']")[0].text_content())
    total = rupiah(root.xpath("//strong[@class='total']")[0].text_content())
    if era == "sso2019" and root.xpath("//dd[@class='balance']"):
        facts = dict(zip(texts(root, "//dl/dt"), texts(root, "//dl/dd"), strict=True))
        return {(facts["No. KPJ"], facts["Segmen"]): rupiah(facts["Saldo JHT"])}, total
    if era == "sso2019":
        rows = [[c.text_content() for c in row.xpath("./td")] for row in root.xpath("//tbody/tr")]
        return {(row[0], row[3]): rupiah(row[6]) for row in rows}, total
    cards = {}
    for card in root.xpath("//section[@class='card'][h3]"):
        facts = {p.xpath("./span")[0].text_content(): p.xpath("./b")[0].text_content() for p in card.xpath("./div")}
        cards[(facts["Nomor KPJ"], facts["Segmen"])] = rupiah(facts["Saldo JHT"])
    return cards, total


def pairs(rows: list[lxml.html.HtmlElement]) -> dict[str, str]:
    return {row.xpath("./td")[0].text_content(): row.xpath("./td")[-1].text_content() for row in rows}


def texts(root: lxml.html.HtmlElement, path: str) -> list[str]:
    return [element.text_content().strip() for element in root.xpath(path)]
