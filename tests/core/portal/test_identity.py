"""A balance beside another person's NIK is refused; everything that says nothing about it is not."""

from __future__ import annotations

import pytest

from core.portal.document import parse
from core.portal.identity import is_of_another

MINE, OTHER = "9902034455660001", "9905110101800007"


def said(text: str, user: str = MINE) -> bool:
    return is_of_another(parse(f"<html><body>{text}</body></html>".encode(), "http://127.0.0.1/"), user)


@pytest.mark.parametrize(
    "text",
    [
        f"<table><tr><td>NIK</td><td>{OTHER}</td></tr></table>",
        f"<p>No. KTP: {OTHER}</p>",
        f"<dl><dt>Nomor Induk Kependudukan<dd>{OTHER}</dl>",
        f"<p>e-KTP {OTHER}</p>",
    ],
)
def test_another_nik_is_another_person(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text",
    [
        f"<p>NIK {MINE}</p>",
        f"<p>NIK {MINE}</p><p>NIK pasangan: NIK {OTHER}</p>",
        f"<p>Anda: 9902************</p><p>NIK {OTHER}</p>",
        f"<p>Anda: ************0001</p><p>NIK {OTHER}</p>",
        f"<p>No. referensi {OTHER}</p>",
        f"<p>NIK {OTHER}1</p>",
        "<p>NIK 99051101********</p>",
        "<p>KPJ 20000011111</p>",
        f"<p>{OTHER}</p>",
    ],
)
def test_one_s_own_nik_or_no_nik_says_nothing(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize("user", ["budi@example.test", "20000011111", "", "990203445566000A", "²" * 16])
def test_without_a_nik_to_compare_nothing_is_said(user: str) -> None:
    assert not said(f"<p>NIK {OTHER}</p>", user)
