"""The peer of a check: the shortest requests + lxml script that gets the same figure, with every address and selector written in.

    peer.py ADDRESS USER        the log-in secret and the PIN on stdin, a line each; prints the balance

It knows the simulator's 2019 portal and nothing else, proves nothing and survives nothing: what a check costs at the least.
"""

from __future__ import annotations

import sys

import requests
from lxml import html

FORM = "//input[@type='password']/ancestor::form"
TOTAL = "//strong[@class='total']"


def check(address: str, user: str, secret: str, pin: str) -> str:
    """The portal's own total, as it is written there: log-in form, log-in, balance behind the PIN, log-out."""
    with requests.Session() as session:
        session.trust_env = False
        form = html.fromstring(session.get(address, timeout=15).content).xpath(FORM)[0]
        fields = {name: value or "" for name, value in form.fields.items()} | {"userid": user, "pass": secret}
        html.fromstring(session.post(address + "login.bpjs", data=fields, timeout=15).content)
        gate = html.fromstring(session.get(address + "saldojht.bpjs", timeout=15).content).xpath(FORM)[0]
        fields = {name: value or "" for name, value in gate.fields.items()} | {"pin": pin}
        page = html.fromstring(session.post(address + "saldojht.bpjs", data=fields, timeout=15).content)
        total = page.xpath(TOTAL)[0].text_content().strip()
        session.get(address + "logout.bpjs", timeout=15, allow_redirects=False)
    return str(total)


if __name__ == "__main__":
    secret, pin = sys.stdin.read().split("\n")[:2]
    print(check(sys.argv[1], sys.argv[2], secret, pin))
