"""Whose file it is: told by the file itself or by what stands beside it, never guessed between two."""

from __future__ import annotations

import datetime as dt

from core.imports.owner import Candidate, Owner, Why, Wishes, identity_of, name_for, owners
from core.statements.statement import Statement
from tests.core.imports.made import KPJ, NIK, OTHER_KPJ, OTHER_NIK, page, year_statement

SITI = Candidate(1, "Siti", NIK, frozenset({KPJ}))
BUDI = Candidate(2, "Budi", "budi@example.test", frozenset())
NOBODYS = Wishes()


def whose(*files: Statement, accounts: tuple[Candidate, ...] = (), wishes: Wishes = NOBODYS) -> list[Owner]:
    return owners([(str(number), identity_of([file])) for number, file in enumerate(files)], accounts, wishes)


def test_a_known_card_tells_the_account() -> None:
    assert whose(year_statement(2024), accounts=(BUDI, SITI)) == [Owner(1, why=Why.KPJ)]


def test_the_cards_of_a_page_tell_it_too() -> None:
    assert whose(page(100, None), accounts=(BUDI, SITI)) == [Owner(1, why=Why.KPJ)]


def test_the_nik_an_account_signs_in_with_tells_it() -> None:
    assert whose(year_statement(2024, kpj=OTHER_KPJ, nik=NIK), accounts=(BUDI, SITI)) == [Owner(1, why=Why.NIK)]


def test_a_card_wins_over_a_nik() -> None:
    budi = Candidate(2, "Budi", OTHER_NIK, frozenset())
    assert whose(year_statement(2024, nik=OTHER_NIK), accounts=(SITI, budi)) == [Owner(1, why=Why.KPJ)]


def test_a_card_two_accounts_know_is_asked_for() -> None:
    twice = Candidate(2, "Siti lagi", "siti@example.test", frozenset({KPJ}))
    assert whose(year_statement(2024), accounts=(SITI, twice, Candidate(3, "Budi", "b@example.test"))) == [Owner(choices=(1, 2))]


def test_a_new_card_is_found_through_a_file_beside_it() -> None:
    known, new = year_statement(2024, nik=OTHER_NIK), year_statement(2025, kpj=OTHER_KPJ, nik=OTHER_NIK)
    siti = Candidate(1, "Siti", "siti@example.test", frozenset({KPJ}))
    assert [owner.account for owner in whose(new, known, accounts=(siti, BUDI))] == [1, 1]


def test_the_same_name_and_birth_date_are_the_same_person() -> None:
    born = dt.date(1990, 5, 17)
    one = year_statement(2024, person="SITI  Contoh", birth=born)
    other = year_statement(2025, kpj=OTHER_KPJ, person="Siti Contoh", birth=born)
    assert [owner.account for owner in whose(one, other, accounts=(SITI, BUDI))] == [1, 1]


def test_with_one_account_everything_is_its_own() -> None:
    assert whose(year_statement(2024), accounts=(BUDI,)) == [Owner(2, why=Why.ONLY)]


def test_another_persons_nik_is_never_put_into_the_only_account() -> None:
    siti = Candidate(1, "Siti", NIK)
    assert whose(year_statement(2024, nik=OTHER_NIK), accounts=(siti,)) == [Owner(choices=(1,))]


def test_files_of_two_strangers_are_not_put_into_the_only_account() -> None:
    files = (year_statement(2024, nik=NIK), year_statement(2024, kpj=OTHER_KPJ, nik=OTHER_NIK))
    assert whose(*files, accounts=(BUDI,)) == [Owner(choices=(2,)), Owner(choices=(2,))]


def test_with_several_accounts_and_no_sign_the_person_chooses() -> None:
    assert whose(year_statement(2024, kpj=OTHER_KPJ), accounts=(SITI, BUDI)) == [Owner(choices=(1, 2))]


def test_without_accounts_one_new_one_is_made_for_all_files() -> None:
    files = (year_statement(2024, nik=NIK), year_statement(2025, kpj=OTHER_KPJ), page(100, None, kpj=None))
    found = whose(*files)
    assert {owner.account for owner in found} == {-1}
    assert {owner.new for owner in found} == {"KPJ ***0001"}
    assert {owner.why for owner in found} == {Why.NEW}


def test_without_accounts_two_people_get_one_each_and_the_unsigned_file_waits() -> None:
    files = (year_statement(2024, nik=NIK), year_statement(2024, kpj=OTHER_KPJ, nik=OTHER_NIK), page(100, None, kpj=None))
    siti, budi, unsigned = whose(*files)
    assert (siti.new, budi.new) == ("KPJ ***0001", "KPJ ***0002")
    assert siti.account != budi.account
    assert unsigned == Owner()


def test_the_account_that_is_asked_for_is_taken() -> None:
    assert whose(year_statement(2024, kpj=OTHER_KPJ), accounts=(SITI, BUDI), wishes=Wishes(2)) == [Owner(2, why=Why.ASKED)]


def test_the_account_asked_for_does_not_take_what_is_known_to_be_anothers() -> None:
    asked = whose(year_statement(2024), year_statement(2024, kpj=OTHER_KPJ), accounts=(SITI, BUDI), wishes=Wishes(2))
    assert asked == [Owner(choices=(1, 2)), Owner(2, why=Why.ASKED)]


def test_a_choice_for_one_file_is_a_persons_last_word() -> None:
    found = whose(year_statement(2024), year_statement(2025), accounts=(SITI, BUDI), wishes=Wishes(1, chosen={"0": 2, "1": None}))
    assert found[0] == Owner(2, why=Why.ASKED)
    assert (found[1].new, found[1].why) == ("KPJ ***0001", Why.NEW)


def test_a_new_account_is_named_after_four_digits_of_a_card_at_most() -> None:
    assert name_for(identity_of([year_statement(2024)])) == "KPJ ***0001"
    assert name_for(identity_of([year_statement(2024, kpj=None)])) == "Impor"


def test_who_a_file_is_about_is_in_no_repr() -> None:
    identity = identity_of([year_statement(2024, nik=NIK, person="Siti Contoh", birth=dt.date(1990, 5, 17))])
    assert NIK not in repr(identity)
    assert "siti" not in repr(identity).lower()
    assert NIK not in repr(SITI)
