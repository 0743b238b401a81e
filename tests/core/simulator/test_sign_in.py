"""Signing in: who comes in, who does not, and what happens to the ones in between."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from core.simulator import ERAS, Simulator
from core.simulator.accounts import DATA_UPDATE, DEMO, LOCKED, ONE_CARD, OTHER_SESSION, OTP, OTP_CODE, PASSWORD_CHANGE
from tests.core.simulator.visitor import BALANCE, START, Visitor, figures, text, tree

Visit = Callable[[str], Visitor]


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("user", [DEMO.nik, DEMO.email])
def test_nik_and_e_mail_both_sign_in(visit: Visit, era: str, user: str) -> None:
    browser = visit(era)
    assert browser.type_in(user, DEMO.secret).url.endswith("dashboard.bpjs")


@pytest.mark.parametrize("era", ERAS)
def test_signing_in_gives_a_new_session_id_that_scripts_cannot_read(visit: Visit, era: str) -> None:
    browser = visit(era)
    before = browser.get(START[era]).headers["Set-Cookie"]
    browser.type_in(DEMO.email, DEMO.secret, allow_redirects=False)
    after = browser.session.cookies["PHPSESSID"]
    assert before.startswith("PHPSESSID=") and before.endswith("; Path=/; HttpOnly")
    assert after not in before
    browser.session.cookies.clear()
    old = before.split(";")[0]
    answer = browser.get(BALANCE[era], headers={"Cookie": old}, allow_redirects=False)
    assert "Saldo" not in answer.text  # the id of before the log-in opens nothing


@pytest.mark.parametrize(
    ("era", "sentence"),
    [
        ("es", "User ID atau PIN yang Anda masukkan salah"),
        ("sso2019", "Akun tidak ditemukan pastikan email dan password anda benar"),
        ("sso2023", "Akun tidak ditemukan pastikan email dan password anda benar"),
    ],
)
def test_the_third_wrong_secret_locks_the_account_in_every_era(visit: Visit, era: str, sentence: str) -> None:
    for _ in range(2):
        assert sentence in visit(era).type_in(DEMO.email, "salah").text
    assert "Akun Anda terkunci" in visit(era).type_in(DEMO.email, "salah").text
    for other in ERAS:
        answer = visit(other).sign_in(DEMO)
        assert "Akun Anda terkunci" in answer.text and not answer.url.endswith("dashboard.bpjs")
    assert visit(era).sign_in(ONE_CARD).url.endswith("dashboard.bpjs")


def test_a_right_secret_makes_the_wrong_ones_forgotten(visit: Visit) -> None:
    for _ in range(3):
        for _ in range(2):
            visit("es").type_in(DEMO.email, "salah")
        assert visit("es").sign_in(DEMO).url.endswith("dashboard.bpjs")


def test_another_simulator_knows_nothing_of_it() -> None:
    for _ in range(2):
        with Simulator() as simulator, Visitor(simulator, "es") as browser:
            assert "salah" in text(browser.type_in(DEMO.email, "x"))
            browser.type_in(DEMO.email, "x")


@pytest.mark.parametrize("era", ERAS)
def test_a_locked_account_is_told_so_whatever_is_typed(visit: Visit, era: str) -> None:
    for secret in (LOCKED.secret, "salah"):
        assert "Akun Anda terkunci" in visit(era).type_in(LOCKED.email, secret).text


def test_an_e_mail_nobody_has_and_empty_fields_have_sentences_of_their_own(visit: Visit) -> None:
    assert "Email belum terdaftar" in visit("sso2019").type_in("nobody@example.test", "x").text
    assert "Data harus diisi" in visit("sso2019").type_in("", "x").text
    assert "Data harus diisi" in visit("es").type_in(DEMO.nik, "").text


def test_the_pin_opens_the_balance_and_wrong_ones_lock_the_account(simulator: Simulator, visit: Visit) -> None:
    browser = visit("sso2019")
    browser.sign_in(DEMO)
    assert "Data harus diisi" in text(browser.post("saldojht.bpjs", {"pin": ""}))
    assert "PIN yang Anda masukkan salah" in text(browser.post("saldojht.bpjs", {"pin": "000000"}))
    assert "Saldo JHT" in text(browser.post("saldojht.bpjs", {"pin": DEMO.pin}))
    fresh = visit("sso2019")
    fresh.sign_in(DEMO)
    assert fresh.get("saldojht.bpjs").text.count('name="pin"') == 1  # asked again in each session
    for _ in range(2):
        fresh.post("saldojht.bpjs", {"pin": "000000"})
    assert "terkunci" in text(fresh.post("saldojht.bpjs", {"pin": "000000"}))
    assert "terkunci" in text(fresh.post("saldojht.bpjs", {"pin": DEMO.pin}))
    assert simulator.counts["pin_posts"] == 7


@pytest.mark.parametrize("token", ["", "made-up"])
def test_2023_refuses_a_log_in_without_the_tick_and_does_not_look_at_the_secret(
    simulator: Simulator, visit: Visit, token: str
) -> None:
    browser = visit("sso2023")
    nonce = tree(browser.get("login.bpjs")).xpath("//input[@name='_token']/@value")[0]
    for secret in (DEMO.secret, "salah", "salah", "salah"):
        answer = browser.post(
            "login.bpjs", {"email": DEMO.email, "password": secret, "_token": nonce, "g-recaptcha-response": token}
        )
        assert "Captcha tidak sesuai" in answer.text
    assert visit("sso2023").sign_in(DEMO).url.endswith("dashboard.bpjs")  # nothing was counted against the account
    assert simulator.counts["login_posts"] == 5


def test_a_tick_is_good_for_one_log_in_in_one_browser(visit: Visit) -> None:
    browser, stranger = visit("sso2023"), visit("sso2023")
    nonce = tree(browser.get("login.bpjs")).xpath("//input[@name='_token']/@value")[0]
    token = browser.post("robot.bpjs", {"nonce": nonce}).json()["token"]
    form = {"email": DEMO.email, "password": "salah", "_token": nonce, "g-recaptcha-response": token}
    assert "Captcha tidak sesuai" in stranger.post("login.bpjs", form).text
    assert "Akun tidak ditemukan" in browser.post("login.bpjs", form).text
    assert "Captcha tidak sesuai" in browser.post("login.bpjs", form).text
    assert browser.post("robot.bpjs", {"nonce": "made-up"}).status_code == 400


def test_2023_wants_its_own_forms_token_back(visit: Visit) -> None:
    browser = visit("sso2023")
    nonce = tree(browser.get("login.bpjs")).xpath("//input[@name='_token']/@value")[0]
    token = browser.post("robot.bpjs", {"nonce": nonce}).json()["token"]
    form = {"email": DEMO.email, "password": DEMO.secret, "g-recaptcha-response": token}
    assert "Session Anda Telah habis" in browser.post("login.bpjs", form).text


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("person", [DATA_UPDATE, OTHER_SESSION, PASSWORD_CHANGE, OTP], ids=lambda p: p.key)
def test_what_stands_in_the_way_cannot_be_walked_around(visit: Visit, era: str, person: object) -> None:
    browser = visit(era)
    answer = browser.sign_in(person)  # type: ignore[arg-type]
    assert browser.get(BALANCE[era]).url == answer.url
    assert "Rp" not in text(answer).split("Saldo")[0] or era != "sso2019"


@pytest.mark.parametrize("era", ERAS)
def test_a_person_can_go_on_from_another_session_or_an_otp(visit: Visit, era: str) -> None:
    folder = "sso/" if era == "es" else ""
    browser = visit(era)
    assert "masih aktif di browser lain" in text(browser.sign_in(OTHER_SESSION))
    assert browser.post(f"{folder}konfirmasi.bpjs", {"jawab": "ya"}).url.endswith("dashboard.bpjs")
    browser = visit(era)
    browser.sign_in(OTP)
    assert "Kode OTP yang Anda masukkan salah" in text(browser.post(f"{folder}otp.bpjs", {"otp": "000000"}))
    assert browser.post(f"{folder}otp.bpjs", {"otp": OTP_CODE}).url.endswith("dashboard.bpjs")
    browser = visit(era)
    browser.sign_in(OTHER_SESSION)
    assert browser.post(f"{folder}konfirmasi.bpjs", {"jawab": "tidak"}).url.endswith("login.bpjs")


@pytest.mark.parametrize("era", ERAS)
def test_nobody_sees_a_balance_without_signing_in_or_after_signing_out(visit: Visit, era: str) -> None:
    folder = "sso/" if era == "es" else ""
    browser = visit(era)
    assert "21098764567" not in browser.get(BALANCE[era]).text
    assert "21098764567" in browser.open_balance(DEMO).text
    assert browser.get(f"{folder}logout.bpjs").url.endswith("login.bpjs")
    assert "21098764567" not in browser.get(BALANCE[era]).text


@pytest.mark.parametrize("era", ERAS)
def test_a_session_belongs_to_one_era(visit: Visit, era: str) -> None:
    browser = visit(era)
    browser.open_balance(DEMO)
    for other in set(ERAS) - {era}:
        browser.era = other
        assert (
            "21098764567"
            not in browser.get(BALANCE[other], headers={"Cookie": f"PHPSESSID={browser.session.cookies['PHPSESSID']}"}).text
        )
        break


def test_an_idle_session_ends_and_one_in_use_lives() -> None:
    with Simulator(session_s=0.4) as simulator, Visitor(simulator, "es") as browser:
        browser.sign_in(DEMO)
        until = time.monotonic() + 0.8
        while time.monotonic() < until:
            assert "21098764567" in browser.get(BALANCE["es"]).text
            time.sleep(0.05)
        time.sleep(0.5)
        assert "window.location='login.bpjs?error=Silahkan Login ulang'" in browser.get(BALANCE["es"]).text


def test_it_moves_with_the_calendar() -> None:
    import datetime as dt

    days = [dt.date(2026, 11, 14), dt.date(2026, 11, 21), dt.date(2026, 12, 31)]
    totals = []
    with Simulator(today=lambda: days[0]) as simulator:
        while days:
            with Visitor(simulator, "es") as browser:
                totals.append(figures(browser.open_balance(DEMO), "es")[1])
            days.pop(0) if len(days) > 1 else days.clear()
    assert totals == sorted(set(totals))


def test_of_two_browsers_at_the_portal_of_2023_the_second_is_asked_and_the_first_is_out(visit: Visit) -> None:
    first, second = visit("sso2023"), visit("sso2023")
    assert first.sign_in(DEMO).url.endswith("dashboard.bpjs")
    asked = second.sign_in(DEMO)
    assert asked.url.endswith("konfirmasi.bpjs") and "masih aktif di browser lain" in text(asked)
    assert first.get("saldojht.bpjs").url.endswith("saldojht.bpjs")  # asking alone ends nothing
    assert second.post("konfirmasi.bpjs", {"jawab": "ya"}).url.endswith("dashboard.bpjs")
    assert first.get("saldojht.bpjs").url.endswith("login.bpjs")
