"""The record as JSON goes out and comes back without loss, and nothing that was changed on the way comes back."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path

import pytest

from core import demo
from core.ledger import Ledger
from core.ledger.problems import BROKEN, CHANGED, NEWER, LedgerProblem
from core.ledger.record_file import NOT_EMPTY, dump, load
from core.ledger.verify import verify
from core.models import Trigger

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record with everything in it: accounts, one that was forgotten, an import that was undone, an attempt without an end."""
    path = tmp_path_factory.mktemp("record") / "ledger.sqlite3"
    with Ledger.open(path) as ledger:
        account = demo.prepare(ledger, NOW)
        other = ledger.add_account("Budi “ñ”\u2028", "budi@example.test", "simulator-es", now=NOW)
        ledger.begin_attempt(other.id, Trigger.COMMAND, now=NOW)
        gone = ledger.add_account("Lupa", "lupa@example.test", "simulator-es", now=NOW)
        ledger.remove_account(gone.id)
        ledger.imports.hide(ledger.imports.list(account.id)[0].id, NOW)
    return "".join(dump(path))


def test_out_in_and_out_again_is_the_same_byte_for_byte(document: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.sqlite3"
    links = load(path, document, NOW)
    assert links > 80
    assert "".join(dump(path)) == document
    assert verify(path) == []


def test_what_came_back_is_the_same_record(document: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    load(path, document, NOW)
    with Ledger.open(path) as ledger:
        assert [account.name for account in ledger.accounts()] == ["Siti (contoh)", "Budi “ñ”"]
        assert len(ledger.history(1)) == demo.READINGS - 1
        new = ledger.add_account("Baru", "baru@example.test", "simulator-es", now=NOW)
        assert new.id == 4  # the number of the forgotten one is never given again
    assert verify(path) == []


def test_a_ledger_with_anything_in_it_is_left_alone(document: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with Ledger.open(path) as ledger:
        ledger.add_account("Ada", "ada@example.test", "simulator-es", now=NOW)
    before = "".join(dump(path))
    with pytest.raises(LedgerProblem) as problem:
        load(path, document, NOW)
    assert problem.value.code == NOT_EMPTY
    assert "".join(dump(path)) == before


def test_an_empty_ledger_takes_a_record(document: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    Ledger.open(path).close()
    load(path, document, NOW)
    assert "".join(dump(path)) == document


@pytest.mark.parametrize("seed", range(12))
def test_a_figure_changed_on_the_way_is_found(document: str, tmp_path: Path, seed: int) -> None:
    data = json.loads(document)
    rng = random.Random(seed)
    rows = data["tables"][rng.choice(["reading", "card", "month", "statement"])]["rows"]
    row = rng.choice(rows)
    place = rng.choice([n for n, value in enumerate(row) if isinstance(value, int) and value > 1_000])
    row[place] += 100
    path = tmp_path / "ledger.sqlite3"
    with pytest.raises(LedgerProblem) as problem:
        load(path, json.dumps(data), NOW)
    assert problem.value.code == CHANGED
    assert list(tmp_path.iterdir()) == []


def spoilt(document: str) -> list[tuple[str, str]]:
    data = json.loads(document)

    def but(change: object) -> str:
        copy = json.loads(document)
        change(copy)  # type: ignore[operator]
        return json.dumps(copy)

    return [
        ("[]", BROKEN),
        ("{", BROKEN),
        ("[" * 100_000, BROKEN),
        (document[: len(document) // 2], BROKEN),
        (but(lambda d: d.update(format="x")), BROKEN),
        (but(lambda d: d.update(version=2)), NEWER),
        (but(lambda d: d.update(schema=d["schema"] + 1)), NEWER),
        (but(lambda d: d.update(schema=1)), BROKEN),
        (but(lambda d: d.update(version="1")), BROKEN),
        (but(lambda d: d["tables"].pop("card")), BROKEN),
        (but(lambda d: d["tables"]["card"]["columns"].reverse()), BROKEN),
        (but(lambda d: d["tables"]["card"]["rows"][0].pop()), BROKEN),
        (but(lambda d: d["tables"]["card"]["rows"][0].__setitem__(2, {"x": 1})), BROKEN),
        (but(lambda d: d["tables"]["card"]["rows"][0].__setitem__(2, [1])), BROKEN),
        (but(lambda d: d["tables"]["card"]["rows"][0].__setitem__(2, 1.5)), BROKEN),
        (but(lambda d: d["tables"]["card"]["rows"][0].__setitem__(2, 10**30)), BROKEN),
        (but(lambda d: d["tables"]["card"]["rows"].append(d["tables"]["card"]["rows"][0])), BROKEN),
        (but(lambda d: d["tables"]["reading"]["rows"].pop()), BROKEN),
        (but(lambda d: d["tables"]["chain"]["rows"].pop(3)), CHANGED),
        (json.dumps(data).replace("Siti", "Sita"), CHANGED),
    ]


@pytest.mark.parametrize("number", range(20))
def test_what_is_no_record_of_ours_is_refused_and_leaves_nothing(document: str, tmp_path: Path, number: int) -> None:
    text, code = spoilt(document)[number]
    with pytest.raises(LedgerProblem) as problem:
        load(tmp_path / "ledger.sqlite3", text, NOW)
    assert problem.value.code == code
    assert list(tmp_path.iterdir()) == []
