"""Portals of Java houses: JSF with its view state, Struts with the session in the path, Spring with _csrf, a two-step log-in."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


@readable(
    "jsf-viewstate",
    total="55210990.00",
    road="login > press:Saldo JHT",
    cards=[
        CardSays(
            "55210990.00", kpj="10987654321", company="PT Semesta Kayu", segment="PU", active=True, last_contribution="2026-10"
        )
    ],
)
def jsf_viewstate(site: Site) -> None:
    """JSF: names with colons, javax.faces.ViewState new on every page, XHTML as application/xhtml+xml, menu buttons that post."""
    site.cookie, site.login_path, site.start = "JSESSIONID", "/peserta/login.xhtml", "/peserta/login.xhtml"
    site.cookie_attributes = "; Path=/peserta; HttpOnly"
    site.content_type = "application/xhtml+xml;charset=UTF-8"
    site.forbid("/peserta/klaim.xhtml")

    def page(ask: Ask, form: str, inner: str) -> str:
        ask.session["views"] = str(int(ask.session.get("views", "0")) + 1)
        state = f'<input type="hidden" name="javax.faces.ViewState" id="j_id1:javax.faces.ViewState:0" value="{ask.sid}:{ask.session["views"]}" autocomplete="off" />'
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Portal Peserta</title><script type="text/javascript">//<![CDATA[
if (1 < 2 && true) {{ var mojarra = {{}}; }}
//]]></script></head><body><form id="{form}" name="{form}" method="post" action="" enctype="application/x-www-form-urlencoded">
<input type="hidden" name="{form}" value="{form}" />{inner}{state}</form></body></html>"""

    def fresh(ask: Ask, form: str) -> bool:
        return ask.field(form) == form and ask.field("javax.faces.ViewState") == f"{ask.sid}:{ask.session.get('views')}"

    @site.get("/peserta/login.xhtml")
    def form(ask: Ask) -> str:
        return page(
            ask,
            "formLogin",
            """<table class="ui-panelgrid"><tbody><tr><td><label for="formLogin:user">Email</label></td><td><input id="formLogin:user" type="text" name="formLogin:user" /></td></tr>
            <tr><td><label for="formLogin:sandi">Kata Sandi</label></td><td><input id="formLogin:sandi" type="password" name="formLogin:sandi" value="" /></td></tr></tbody></table>
            <input type="submit" name="formLogin:j_idt19" value="Masuk" />""",
        )

    @site.post("/peserta/login.xhtml")
    def enter(ask: Ask) -> Reply | str:
        if fresh(ask, "formLogin") and ask.has("formLogin:j_idt19") and ask.right("formLogin:user", "formLogin:sandi"):
            ask.sign_in()
            return redirect("/peserta/utama.xhtml")
        return Reply("<error>javax.faces.application.ViewExpiredException</error>", 500)

    @site.get("/peserta/utama.xhtml", member=True)
    def board(ask: Ask) -> str:
        return page(
            ask,
            "formMenu",
            '<h1>Beranda</h1><input type="submit" name="formMenu:j_idt5" value="Keluar" /><input type="submit" name="formMenu:j_idt7" value="Klaim JHT" />'
            '<input type="submit" name="formMenu:j_idt9" value="Simulasi JHT" /><input type="submit" name="formMenu:j_idt11" value="Saldo JHT" />',
        )

    @site.post("/peserta/utama.xhtml", member=True)
    def chosen(ask: Ask) -> Reply | str:
        if not fresh(ask, "formMenu") or len([name for name, _ in ask.form if name.startswith("formMenu:")]) != 1:
            return Reply("<error>ViewExpiredException</error>", 500)
        if ask.has("formMenu:j_idt5"):
            ask.sign_out()
            return redirect("/peserta/login.xhtml")
        if not ask.has("formMenu:j_idt11"):
            return page(ask, "formMenu", "<p>Halaman tidak tersedia</p>")
        rows = (
            ("KPJ", "10987654321"),
            ("Perusahaan", "PT Semesta Kayu"),
            ("Segmen", "PU"),
            ("Status", "Aktif"),
            ("Iuran Terakhir", "10-2026"),
            ("Saldo JHT", "Rp 55.210.990"),
        )
        grid = "".join(
            f'<tr class="ui-widget-content"><td role="gridcell">{a}</td><td role="gridcell">{b}</td></tr>' for a, b in rows
        )
        return Reply(
            page(
                ask,
                "formMenu",
                f'<h2>Saldo JHT</h2><table role="grid"><tbody>{grid}</tbody></table><input type="submit" name="formMenu:j_idt5" value="Keluar" />',
            ),
            balance="saldo",
        )


@readable("struts-session-in-path", total="9875400.00", road="link:Log In > login > link:Informasi Saldo > link:Saldo JHT")
def struts_session_in_path(site: Site) -> None:
    """Struts: no cookies at all, the session id rides in the path as ;jsessionid=…, a token per form, .do everywhere."""
    site.cookie, site.url_session = None, "jsessionid"
    site.leave("/dplk/logout.do")
    site.forbid("/dplk/gantiPassword.do")

    def at(ask: Ask, action: str, query: str = "") -> str:
        return f"/dplk/{action}.do;jsessionid={ask.sid}{query}"

    @site.get("/")
    def home(ask: Ask) -> str:
        return f'<html><body><a href="{at(ask, "formLogin", "?lang=in")}">Log In</a></body></html>'

    @site.get("/dplk/formLogin.do")
    def form(ask: Ask) -> str:
        return f"""<form name="loginForm" method="post" action="{at(ask, "login")}"><input type="hidden" name="org.apache.struts.taglib.html.TOKEN" value="{ask.token()}">
        <table><tr><th align="left">Pengguna</th></tr><tr><td><input type="text" name="userName" size="30" value=""></td></tr><tr><th align="left">Sandi</th></tr>
        <tr><td><input type="password" name="userPassword" size="30" value=""></td></tr><tr><td><input type="submit" name="method" value="Masuk"><input type="submit" name="method" value="Batal" data-other=1></td></tr></table></form>"""

    @site.post("/dplk/login.do")
    def enter(ask: Ask) -> Reply | str:
        if not (
            ask.token_ok("org.apache.struts.taglib.html.TOKEN")
            and ask.all("method") == ["Masuk"]
            and ask.right("userName", "userPassword")
        ):
            return '<ul><li><font color="red">Pengguna atau sandi tidak sesuai</font></li></ul>'
        ask.sign_in()
        return redirect(at(ask, "home"))

    def menu(ask: Ask) -> str:
        return f"""<a href="{at(ask, "gantiPassword")}">Ganti Password</a> <a href="{at(ask, "infoSaldo")}">Informasi Saldo</a> <a href="{at(ask, "logout")}">Logout</a>"""

    @site.get("/dplk/home.do")
    def board(ask: Ask) -> str:
        return menu(ask) if ask.signed_in else "<script>alert('Session Anda Telah habis silakan login kembali')</script>"

    @site.get("/dplk/infoSaldo.do")
    def between(ask: Ask) -> str:
        return f"""{menu(ask)}<hr><a href="{at(ask, "saldo", "?program=JKM")}">Saldo JP</a><br><a href="{at(ask, "saldo", "?program=JHT")}">Saldo JHT</a>"""

    @site.get("/dplk/saldo.do")
    def balance(ask: Ask) -> Reply | str:
        if not ask.signed_in or ask.query.get("program") != "JHT":
            return menu(ask)
        return Reply(
            f"{menu(ask)}<h4>Saldo JHT</h4><table><tr><td>Nama</td><td>SITI KENARI</td></tr><tr><td>Saldo JHT (Rp)</td><td>9.875.400,00</td></tr></table>",
            balance="saldo",
        )


@readable(
    "spring-english",
    total="120450300.00",
    road="link:Sign in > login > link:JHT Balance",
    cards=[
        CardSays("100450000.00", kpj="10111111114", company="PT Kopi Kenari", active=False),
        CardSays("20000300.00", kpj="10222222228", company="PT Susu Kenari", active=True),
    ],
)
def spring_english(site: Site) -> None:
    """Spring Security in English: _csrf, amounts as IDR 1,234.00, leaving is a form, two cards and a total."""
    site.cookie, site.login_path = "SESSION", "/member/sign-in"
    site.cookie_attributes = "; Path=/; HttpOnly; SameSite=Lax"
    site.leave("/member/sign-out", "POST")
    site.forbid("/member/register", "/member/claim", "/member/simulation", "/employer/sign-in")

    def page(ask: Ask, inner: str) -> str:
        top = (
            f'<form action="/member/sign-out" method="post"><input type="hidden" name="_csrf" value="{ask.token()}"/><button type="submit">Sign out</button></form>'
            if ask.signed_in
            else '<a href="/member/sign-in">Sign in</a> <a href="/member/register">Register</a> <a href="/employer/sign-in">Employers</a>'
        )
        return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="_csrf" content="{ask.token()}"/></head><body><header>{top}</header><main>{inner}</main></body></html>'

    @site.get("/")
    def home(ask: Ask) -> str:
        return page(ask, "<h1>Member services</h1><p>Old Age Security (JHT) members can view their balance online.</p>")

    @site.get("/member/sign-in")
    def form(ask: Ask) -> str:
        return page(
            ask,
            f"""<form class="form-signin" method="post" action="/member/sign-in"><h2>Please sign in</h2><label for="username" class="sr-only">Email or NIK</label>
        <input type="text" id="username" name="username" placeholder="Email or NIK" required autofocus><label for="password" class="sr-only">Password</label>
        <input type="password" id="password" name="password" placeholder="Password" required><input name="_csrf" type="hidden" value="{ask.token()}" />
        <input type="checkbox" name="remember-me"/> Remember me on this computer<button class="btn" type="submit">Sign in</button></form>""",
        )

    @site.post("/member/sign-in")
    def enter(ask: Ask) -> Reply:
        if not ask.token_ok("_csrf"):
            return Reply("<h1>HTTP Status 403 – Forbidden</h1>", 403)
        if not ask.right("username", "password"):
            return redirect("/member/sign-in?error")
        ask.sign_in()
        return redirect("/member/home")

    @site.get("/member/home", member=True)
    def board(ask: Ask) -> str:
        return page(
            ask,
            '<ul><li><a href="/member/claim">JHT Claim</a><li><a href="/member/simulation">JHT Balance Simulation</a><li><a href="/member/balance">JHT Balance</a></ul>',
        )

    @site.get("/member/balance", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            page(
                ask,
                """<h1>JHT Balance</h1><table class="table"><thead><tr><th scope="col">Membership No. (KPJ)</th><th scope="col">Company</th><th scope="col">Status</th><th scope="col">Balance</th></tr></thead>
        <tbody><tr><td>10111111114</td><td>PT Kopi Kenari</td><td>Inactive</td><td>IDR 100,450,000.00</td></tr><tr><td>10222222228</td><td>PT Susu Kenari</td><td>Active</td><td>IDR 20,000,300.00</td></tr></tbody>
        <tfoot><tr><th colspan="3">Total balance</th><td>IDR 120,450,300.00</td></tr></tfoot></table>""",
            ),
            balance="saldo",
        )


@readable("two-step-log-in", total="4300021.00", road="link:Masuk > user > login > link:Saldo JHT")
def two_step(site: Site) -> None:
    """First the user name and 'Lanjut', on the next page the password with the user name shown and kept in a hidden field."""
    site.login_path = "/sso/identifier"
    site.leave("/sso/logout")

    @site.get("/")
    def home(ask: Ask) -> str:
        return '<header><a href="/sso/identifier?client=web">Masuk</a></header>'

    @site.get("/sso/identifier")
    def first(ask: Ask) -> str:
        return f"""<form action="/sso/identifier" method="post"><h1>Masuk</h1><input type="hidden" name="execution" value="{ask.token()}"><label>Email atau NIK <input name="identitas" type="text"></label>
        <button type="submit">Lanjut</button></form>"""

    @site.post("/sso/identifier")
    def second(ask: Ask) -> Reply | str:
        if ask.field("identitas") != site.user or not ask.token_ok("execution"):
            return "<p>Akun tidak ditemukan</p>"
        return f"""<form action="/sso/challenge" method="post"><h1>Halo, s***i@example.test</h1><input type="hidden" name="execution" value="{ask.token()}"><input type="hidden" name="identitas" value="{site.user}">
        <label>Kata sandi <input name="sandi" type="password"></label><button type="submit">Masuk</button><a href="/sso/identifier">Bukan Anda?</a></form>"""

    @site.post("/sso/challenge")
    def enter(ask: Ask) -> Reply | str:
        if not (ask.token_ok("execution") and ask.right("identitas", "sandi")):
            return "<p>Kata sandi salah</p>"
        ask.sign_in()
        return redirect("/akun")

    @site.get("/akun", member=True)
    def board(ask: Ask) -> str:
        return '<nav><a href="/akun/profil">Profil</a> <a href="/akun/saldo">Saldo JHT</a> <a href="/sso/logout">Keluar</a></nav>'

    @site.get("/akun/saldo", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            '<section><h2>Saldo JHT</h2><p class="angka">Rp&nbsp;4.300.021</p><a href="/sso/logout">Keluar</a></section>',
            balance="saldo",
        )
