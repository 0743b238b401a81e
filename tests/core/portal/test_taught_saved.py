"""Taught rules on saved pages: through the helper that reads files, and only those of saved pages or of the portal the page is from."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from core.portal.taught import FILES, Means, Place, Proof, Rule, store
from core.portal.taught.saved import rules_of_saved
from core.statements.limits import Limits
from core.statements.open_file import open_file
from core.statements.reader import Reader
from core.statements.statement import FileStatus

TODAY = dt.date(2026, 11, 22)
RULE = Rule(FILES, ("kekayaan", "pundi"), Means.BALANCE, Place.ROW, Proof.ONLY)
PAGE = (
    "<!DOCTYPE html><html><body><h1>Saldo JHT</h1><table><tr><td>KPJ</td><td>21098764567</td></tr>"
    "<tr><td>Kekayaan Pundi</td><td>Rp 48.731.902</td></tr></table></body></html>"
)
SAVED = b"<!-- saved from url=(0042)https://sso.bpjsketenagakerjaan.go.id/saldo -->"


def test_a_saved_page_is_read_by_its_rule_and_refused_without() -> None:
    assert open_file(PAGE.encode(), "saldo.html", None, TODAY, Limits()).status is FileStatus.PAGE_NOT_UNDERSTOOD
    read = open_file(PAGE.encode(), "saldo.html", None, TODAY, Limits(), (RULE,))
    assert (read.status, [one.closing for one in read.statements]) == (FileStatus.OK, [48_731_902_00])


def test_the_helper_is_told_the_rules_with_the_file() -> None:
    with Reader(taught=json.dumps([store.wire(RULE)])) as reader:
        assert reader.read(PAGE.encode(), today=TODAY).status is FileStatus.OK
        lying = PAGE.replace("</table>", "<tr><td>Emas Batangan</td><td>Rp 9.000.000</td></tr></table>")
        refused = reader.read(lying.encode(), today=TODAY)
    assert (refused.status, refused.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "taught_others")


@pytest.mark.parametrize(
    ("portal", "head", "used"),
    [
        (FILES, b"", True),
        ("bpjstk-sso", b"", False),
        ("bpjstk-sso", SAVED, True),
        ("bpjstk-sso", SAVED.replace(b"sso.bpjsketenagakerjaan.go.id", b"example.test"), False),
        ("bpjstk-sso", SAVED.replace(b"bpjsketenagakerjaan.go.id", b"bpjsketenagakerjaan.go.id.example.test"), False),
        ("nobody-knows", SAVED, False),
    ],
)
def test_a_saved_page_uses_the_rules_of_saved_pages_and_of_the_portal_it_names(portal: str, head: bytes, used: bool) -> None:
    assert bool(rules_of_saved(head + PAGE.encode(), (replace(RULE, portal=portal),))) is used
