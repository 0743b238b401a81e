"""The worker's log-in form is found by what it is; what only a person may do is said before anything is sent."""

from __future__ import annotations

import pytest

from core.errors import Blocked, HumanNeeded, Need, PageNotUnderstood
from core.portal.document import parse
from core.portal.login import find_login, find_pin_gate
from core.portal.page import Page
from core.portal.words import load_words

WORDS = load_words()
URL = "https://portal.example/app/login.php?x=1"


def page(html: str) -> Page:
    return Page(parse(f"<html><body>{html}</body></html>".encode(), URL, "text/html; charset=utf-8"), 200)


def sent(html: str, user: str = "a@example.test", secret: str = "sandi") -> tuple[str, list[tuple[str, str]]]:
    login = find_login(page(html), WORDS)
    assert login is not None
    submission = login.fill(user, secret, WORDS)
    return submission.action, submission.fields


READABLE = {
    "labels": "<form method=post action=masuk><label for=u>Email</label><input id=u name=a><label for=p>Kata sandi</label>"
    "<input id=p type=password name=b><button>Masuk</button></form>",
    "old table": "<table><form method=POST action=masuk><tr><td>No. E-KTP / Email<td><input name=a><tr><td>PIN<td><input type=password name=b>"
    "<tr><td><input type=submit value=Login></form></table>",
    "placeholders": "<form method=post action=masuk><input name=a placeholder='NIK atau email'><input name=b type=password placeholder=PIN>"
    "<button type=submit>Login</button></form>",
    "aria": "<form method=post action=masuk><input name=a aria-label='User ID'><input name=b type=password aria-label=Password><button>OK</button></form>",
    "names only": "<form method=post action=masuk><input name=a id=userid><input name=b type=password><input type=submit></form>",
    "tied by form=": "<form id=f method=post action=masuk></form><input form=f name=a placeholder=Username><input form=f type=password name=b>"
    "<button form=f>Masuk</button>",
    "beside others": "<form action=/cari><input name=q placeholder=Cari></form>"
    "<form method=post action=/reg><input name=nama placeholder='Nama lengkap'><input name=ibu placeholder='Nama ibu kandung'>"
    "<input type=password name=p1 placeholder='Kata sandi'><input type=password name=p2 placeholder='Ulangi kata sandi'><button>Daftar</button></form>"
    "<form method=post action=/n><input name=mail placeholder='Email untuk newsletter'><button>Kirim</button></form>"
    "<form method=post action=masuk><input name=a placeholder=Email><input type=password name=b><button>Masuk</button></form>",
    "beside the employers'": "<div><h3>Perusahaan</h3><form method=post action=/hrd><input name=npp placeholder=NPP><input type=password name=p>"
    "<button>Masuk</button></form></div><div><h3>Tenaga Kerja</h3><form method=post action=masuk><input name=a placeholder=NIK>"
    "<input type=password name=b><button>Masuk</button></form></div>",
    "remember me": "<form method=post action=masuk><input name=a placeholder=Email><input type=password name=b>"
    "<label><input type=checkbox name=ingat> Ingat saya</label><button>Masuk</button></form>",
    "hidden captcha field of 2015": "<form method=post action=masuk><input type=hidden name=vc><input name=a placeholder=KTP>"
    "<input name=b type=password><input type=submit value=Login></form>",
}


@pytest.mark.parametrize("html", READABLE.values(), ids=READABLE)
def test_the_log_in_form_is_found_and_filled(html: str) -> None:
    action, fields = sent(html)
    assert action == "https://portal.example/app/masuk"
    assert dict(fields)["a"] == "a@example.test"
    assert [value for _, value in fields].count("sandi") == 1
    assert dict(fields)["b"] == "sandi"
    assert "ingat" not in dict(fields)


def test_hidden_fields_and_the_pressed_button_are_sent_as_a_browser_would() -> None:
    _, fields = sent(
        "<form method=post action=masuk><input type=hidden name=_token value=abc><input name=u placeholder=Email><input type=password name=p>"
        "<select name=bahasa><option value=id selected>Indonesia<option value=en>English</select>"
        "<button name=batal value=1>Batal</button><button name=go value=masuk>Masuk</button></form>"
    )
    assert fields == [("_token", "abc"), ("u", "a@example.test"), ("p", "sandi"), ("bahasa", "id"), ("go", "masuk")]


def test_an_image_button_sends_where_it_was_pressed() -> None:
    _, fields = sent("<form method=post><input name=user><input type=password name=p><input type=image name=b alt=Login></form>")
    assert fields[-2:] == [("b.x", "1"), ("b.y", "1")]


def test_the_buttons_own_address_counts() -> None:
    action, _ = sent(
        "<form method=post action=a><input name=user><input type=password name=p><button formaction=/lain>Masuk</button></form>"
    )
    assert action == "https://portal.example/lain"


def test_a_choice_of_who_signs_in_is_set_to_the_worker() -> None:
    _, fields = sent(
        "<form method=post><select name=tipe><option value=p>Perusahaan<option value=t>Tenaga Kerja</select>"
        "<input name=user><input type=password name=p><button>Masuk</button></form>"
    )
    assert dict(fields)["tipe"] == "t"


@pytest.mark.parametrize(
    "html",
    [
        "<form><input name=user><input type=password name=p><button>Masuk</button></form>",
        "<form method=get action=x><input name=user><input type=password name=p><button>Masuk</button></form>",
        "<form method=post><input name=user><input type=password name=p><button formmethod=get>Masuk</button></form>",
    ],
)
def test_a_form_that_would_put_the_secret_into_the_address_is_refused(html: str) -> None:
    login = find_login(page(html), WORDS)
    assert login is not None
    with pytest.raises(Blocked, match="secret_by_get"):
        login.fill("u", "s", WORDS)


LOGIN = "<form method=post><input name=user placeholder=Email><input type=password name=p>{}<button>Masuk</button></form>"


@pytest.mark.parametrize(
    ("html", "need"),
    [
        (LOGIN.format("<div class=g-recaptcha data-sitekey=x></div>"), Need.CAPTCHA),
        (LOGIN.format("<label><input type=checkbox name=r> Saya bukan robot</label>"), Need.CAPTCHA),
        (LOGIN.format("<img src=captcha.php><input name=kode placeholder='Kode keamanan'>"), Need.CAPTCHA),
        (LOGIN.format("<div class='h-captcha'></div>"), Need.CAPTCHA),
        (LOGIN.format("<div class='cf-turnstile'></div>"), Need.CAPTCHA),
        (LOGIN.format("Berapa hasil 3 + 4? <input name=jawab placeholder='Hasil penjumlahan'>"), Need.CAPTCHA),
        (LOGIN.format("<input name=otp placeholder='Kode OTP'>"), Need.OTP),
        (LOGIN.format("<input name=tgl type=date required>"), Need.UNKNOWN),
        (LOGIN.format("<label><input type=checkbox name=s required> Saya setuju syarat</label>"), Need.UNKNOWN),
        (LOGIN.format("") + "<script src='https://www.google.com/recaptcha/api.js'></script>", Need.CAPTCHA),
    ],
)
def test_what_only_a_person_can_do_is_said_before_anything_is_sent(html: str, need: Need) -> None:
    with pytest.raises(HumanNeeded) as caught:
        find_login(page(html), WORDS)
    assert caught.value.need is need


def test_a_captcha_of_another_form_is_not_ours() -> None:
    other = "<form method=post action=/daftar><input name=nama><div class=g-recaptcha></div></form>"
    assert find_login(page(LOGIN.format("") + other), WORDS) is not None


def test_two_forms_that_cannot_be_told_apart_are_refused() -> None:
    html = "<form method=post action=a><input name=user><input type=password name=p></form>" * 1
    with pytest.raises(PageNotUnderstood, match="several_logins"):
        find_login(page(html + html.replace("action=a", "action=b")), WORDS)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Tidak ada formulir</p>",
        "<form method=post><input type=password name=a placeholder='Kata sandi baru'><button>Simpan</button></form>",
        "<form method=post action=/hrd><h2>Login Perusahaan</h2><input name=npp placeholder=NPP><input type=password name=p><button>Masuk</button></form>",
        "<form method=post><input name=email placeholder='Email untuk newsletter'><button>Kirim</button></form>",
        "<form method=post><input name=nik placeholder=NIK><button>Lacak klaim</button></form>",
    ],
)
def test_what_is_no_log_in_of_a_worker_is_none(html: str) -> None:
    assert find_login(page(html), WORDS) is None


def test_the_first_half_of_a_log_in_in_two_steps_asks_no_secret() -> None:
    login = find_login(
        page("<form method=post action=next><input name=u placeholder='NIK atau Email'><button>Lanjut</button></form>"), WORDS
    )
    assert login is not None and login.password is None
    assert login.fill("a@example.test", "", WORDS).fields == [("u", "a@example.test")]


def test_the_second_half_keeps_the_user_and_takes_the_secret() -> None:
    _, fields = sent(
        "<form method=post><input name=email value=a@example.test readonly><input type=password name=p><button>Masuk</button></form>"
    )
    assert fields == [("email", "a@example.test"), ("p", "sandi")]


@pytest.mark.parametrize(
    "html",
    [
        "<form method=post><label for=p>Masukkan PIN</label><input id=p type=password name=kode maxlength=6><button>Lihat</button></form>",
        "<form method=post>Masukkan PIN yang dikirim melalui email dan SMS <input name=pin type=tel><button>OK</button></form>",
        "<form method=post><h3>PIN</h3>"
        + "".join(f"<input name=d{i} maxlength=1>" for i in range(6))
        + "<button>OK</button></form>",
        "<form method=post><h3>PIN</h3>" + "<input name='d[]' maxlength=1>" * 6 + "<button>OK</button></form>",
    ],
)
def test_the_pin_gate_takes_the_pin_and_nothing_else(html: str) -> None:
    gate = find_pin_gate(page(html), WORDS)
    assert gate is not None
    assert "".join(value for _, value in gate.fill("482913", WORDS).fields) == "482913"


@pytest.mark.parametrize(
    "html",
    [
        "<form method=post>Masukkan kode OTP <input name=otp maxlength=6><button>OK</button></form>",
        "<form method=post><label>Masukkan kembali kata sandi <input type=password name=p></label><button>OK</button></form>",
        "<form method=post>PIN baru <input type=password name=pin1 placeholder='PIN baru'><input type=password name=p2 placeholder='Ulangi PIN'></form>",
        "<form action=cari><input name=q placeholder=Cari></form>",
        "<p>Kami telah mengirim 6 digit kode ke WhatsApp Anda</p><form method=post>"
        + "<input name=d maxlength=1>" * 6
        + "</form>",
        "<p>Masukkan PIN yang baru saja kami kirim ke email</p><form method=post><input name=pin type=password><button>OK</button></form>",
        "<p>PIN sementara berlaku 3 menit</p><form method=post><input name=pin type=password><button>OK</button></form>",
        "<form method=post>Buat PIN. Anda belum memiliki PIN. <input name=pin type=password><button>Simpan PIN</button></form>",
    ],
)
def test_what_is_no_pin_gate_never_gets_the_pin(html: str) -> None:
    assert find_pin_gate(page(html), WORDS) is None


def test_a_pin_of_another_length_than_its_boxes_is_not_sent() -> None:
    gate = find_pin_gate(page("<form method=post><h3>PIN</h3>" + "<input name=d maxlength=1>" * 6 + "</form>"), WORDS)
    assert gate is not None
    with pytest.raises(PageNotUnderstood, match="pin_length"):
        gate.fill("1234", WORDS)


def test_nothing_that_holds_a_secret_can_be_printed() -> None:
    login = find_login(page(READABLE["labels"]), WORDS)
    assert login is not None
    assert "sandi-rahasia" not in repr(login.fill("u", "sandi-rahasia", WORDS))


def test_a_form_behind_a_tab_is_found_when_it_is_the_workers() -> None:
    action, _ = sent(
        "<form method=post action=/hrd><h2>Login Perusahaan</h2><input name=npp placeholder=NPP><input type=password name=p></form>"
        "<div hidden><form method=post action=masuk><h2>Login Tenaga Kerja</h2><input name=a placeholder=NIK><input type=password name=b></form></div>"
    )
    assert action == "https://portal.example/app/masuk"


@pytest.mark.parametrize(("user", "kind"), [("9901014506900001", "n"), ("a@example.test", "e"), ("21098764567", "k")])
def test_the_kind_of_name_is_chosen_to_fit_the_name(user: str, kind: str) -> None:
    html = (
        "<form method=post><select name=jenis><option value=k>KPJ<option value=n>NIK<option value=e>Email</select>"
        "<input name=user><input type=password name=p><button>Masuk</button></form>"
    )
    assert dict(sent(html, user)[1])["jenis"] == kind
    html = (
        "<form method=post><input type=radio name=jenis value=k checked>KPJ <input type=radio name=jenis value=n>NIK "
        "<input type=radio name=jenis value=e>Email <input name=user><input type=password name=p><button>Masuk</button></form>"
    )
    assert dict(sent(html, user)[1])["jenis"] == kind


@pytest.mark.parametrize(
    "inside",
    [
        "<div class=geetest_btn>Klik untuk memverifikasi</div>",
        "<p>Geser untuk memverifikasi</p>",
        "<input type=hidden name=slideToken>",
    ],
)
def test_a_slider_wants_a_person(inside: str) -> None:
    with pytest.raises(HumanNeeded) as caught:
        find_login(page(LOGIN.format(inside)), WORDS)
    assert caught.value.need is Need.CAPTCHA


ROLES = (
    "<form method=post action=masuk><input name=a placeholder=NIK><input type=password name=b>"
    "<label><input type=radio name=jenis value=1 checked> Badan Usaha</label><label><input type=radio name=jenis value=2> {}</label>"
    "<button>Masuk</button></form>"
)


@pytest.mark.parametrize("worker", ["Peserta", "Tenaga Kerja", "Pekerja perorangan", "Worker"])
def test_the_secret_goes_in_as_a_worker_s_where_employers_are_chosen_beforehand(worker: str) -> None:
    assert dict(sent(ROLES.format(worker))[1])["jenis"] == "2"


def test_another_choice_beside_it_is_left_as_it_stands() -> None:
    other = "<label><input type=radio name=bahasa value=id checked> Indonesia</label><label><input type=radio name=bahasa value=en> English</label><button>"
    fields = dict(sent(ROLES.format("Peserta").replace("<button>", other))[1])
    assert (fields["jenis"], fields["bahasa"]) == ("2", "id")


@pytest.mark.parametrize("caption", ["Daftar", "Registrasi Akun", "Sign up"])
def test_a_form_whose_button_makes_an_account_is_no_log_in(caption: str) -> None:
    one = "<form method=post action=masuk><input name=a placeholder=NIK><input type=password name=b><button>Masuk</button></form>"
    other = f"<form method=post action=daftar><input name=c placeholder=NIK><input type=password name=d><button>{caption}</button></form>"
    assert sent(one + other)[0].endswith("/masuk") and sent(other + one)[0].endswith("/masuk")
    assert find_login(page(other), WORDS) is None
