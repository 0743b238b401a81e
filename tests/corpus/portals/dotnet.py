"""Portals of .NET houses: one big form with a state, anti-forgery cookies, check boxes with a hidden twin."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


def _state(ask: Ask) -> str:
    return f"""<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" />
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK{ask.token("view")}+/==" /><input type="hidden" name="__VIEWSTATEGENERATOR" value="C2EE9ABB" />
<input type="hidden" name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="/wEdAA{ask.token("event")}==" />"""


def _state_ok(ask: Ask) -> bool:
    return (
        ask.field("__VIEWSTATE") == f"/wEPDwUK{ask.token('view')}+/=="
        and ask.field("__EVENTVALIDATION") == f"/wEdAA{ask.token('event')}=="
        and ask.has("__EVENTTARGET")
    )


@readable(
    "webforms",
    total="73120455.00",
    road="link:Masuk > login > link:Saldo JHT",
    nik=True,
    cards=[
        CardSays("70000000.00", kpj="09012345678", company="PT Baja Utama", npp="99000310/000"),
        CardSays("3120455.00", kpj="12098765432", company="PT Baja Utama Dua", npp="99000311/002"),
    ],
)
def webforms(site: Site) -> None:
    """One form around the whole page with __VIEWSTATE; a search button and the log-in button share it, only one may be sent."""
    site.cookie, site.login_path = "ASP.NET_SessionId", "/Login.aspx"
    site.leave("/Logout.aspx")
    site.forbid("/Daftar.aspx")

    def page(ask: Ask, inner: str, action: str) -> str:
        return f"""<!DOCTYPE html><html><head id="Head1"><title>Portal</title></head><body><form method="post" action="{action}" onsubmit="javascript:return WebForm_OnSubmit();" id="aspnetForm">
        <div class="aspNetHidden">{_state(ask)}</div><div id="atas"><input name="ctl00$txtCari" type="text" id="ctl00_txtCari" title="Cari berita" /><input type="submit" name="ctl00$btnCari" value="Cari" data-other="1" id="ctl00_btnCari" /></div>
        {inner}</form></body></html>"""

    @site.get("/")
    def home(ask: Ask) -> str:
        return page(ask, '<a href="Daftar.aspx">Daftar</a> <a id="ctl00_lnk" href="Login.aspx">Masuk</a>', "./")

    @site.get("/Login.aspx")
    def form(ask: Ask) -> str:
        return page(
            ask,
            """<div class="panel"><span id="ctl00_Main_lblUser">NIK</span><br /><input name="ctl00$Main$txtUser" type="text" maxlength="16" id="ctl00_Main_txtUser" /><br />
            <span id="ctl00_Main_lblPass">Kata Sandi</span><br /><input name="ctl00$Main$txtPass" type="password" id="ctl00_Main_txtPass" /><br />
            <input type="submit" name="ctl00$Main$btnLogin" value="Masuk" id="ctl00_Main_btnLogin" /><span id="ctl00_Main_valid" style="display:none;color:Red;">NIK atau kata sandi salah</span></div>""",
            "./Login.aspx",
        )

    @site.post("/Login.aspx")
    def enter(ask: Ask) -> Reply | str:
        if not _state_ok(ask) or ask.has("ctl00$btnCari") or ask.field("ctl00$txtCari"):
            return Reply("<h2><i>Validation of viewstate MAC failed.</i></h2>", 500)
        if not (ask.has("ctl00$Main$btnLogin") and ask.right("ctl00$Main$txtUser", "ctl00$Main$txtPass")):
            return page(ask, "<span>NIK atau kata sandi salah</span>", "./Login.aspx")
        ask.sign_in()
        return redirect(
            "/Default.aspx", body='<html><body><h2>Object moved to <a href="/Default.aspx">here</a>.</h2></body></html>'
        )

    @site.get("/Default.aspx", member=True)
    def board(ask: Ask) -> str:
        return page(
            ask,
            """<div id="menu"><a href="Logout.aspx">Keluar</a><a id="l1" href="javascript:__doPostBack('ctl00$Main$lnkKlaim','')">Klaim JHT</a><a id="l2" href="Saldo.aspx">Saldo JHT</a></div>""",
            "./Default.aspx",
        )

    @site.get("/Saldo.aspx", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            page(
                ask,
                """<a href="Logout.aspx">Keluar</a><table cellspacing="0" rules="all" border="1" id="ctl00_Main_gv"><tr><th scope="col">No</th><th scope="col">KPJ</th><th scope="col">NPP</th><th scope="col">Nama Perusahaan</th><th scope="col">Saldo JHT</th></tr>
                <tr><td>1</td><td>09012345678</td><td>99000310/000</td><td>PT Baja Utama</td><td align="right">70.000.000,00</td></tr><tr><td>2</td><td>12098765432</td><td>99000311/002</td><td>PT Baja Utama Dua</td><td align="right">3.120.455,00</td></tr>
                <tr><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td><td>Total Saldo JHT</td><td align="right">73.120.455,00</td></tr></table>""",
                "./Saldo.aspx",
            ),
            balance="saldo",
        )


@readable(
    "webforms-card-chooser",
    total="16000750.00",
    road="login > choose:10444444441 > choose:10555555552",
    cards=[CardSays("15000000.00", kpj="10444444441"), CardSays("1000750.00", kpj="10555555552")],
)
def webforms_card_chooser(site: Site) -> None:
    """After the log-in a select of cards in a stateful form and the button 'Tampilkan'; the page shows one card at a time."""
    site.cookie, site.login_path, site.balances_due = "ASP.NET_SessionId", "/", 2
    site.leave("/keluar.aspx")
    cards = {"10444444441": "15.000.000", "10555555552": "1.000.750"}

    def page(ask: Ask, inner: str, action: str) -> str:
        return f'<html><body><form method="post" action="{action}">{_state(ask)}{inner}</form></body></html>'

    @site.get("/")
    def form(ask: Ask) -> str:
        return page(
            ask,
            'Email <input type="text" name="tbEmail"/> Kata sandi <input type="password" name="tbSandi"/><input type="checkbox" name="cbIngat"/>Ingat '
            '<input type="image" name="ibMasuk" src="masuk.png" alt="Masuk"/>',
            "./",
        )

    @site.post("/")
    def enter(ask: Ask) -> Reply | str:
        if not (_state_ok(ask) and ask.has("ibMasuk.x") and ask.right("tbEmail", "tbSandi")):
            return page(ask, "<p>Email atau kata sandi salah</p>", "./")
        ask.sign_in()
        return redirect("/SaldoJht.aspx")

    def chooser(ask: Ask, chosen: str, below: str) -> str:
        options = "".join(f'<option value="{kpj}"{" selected" if kpj == chosen else ""}>{kpj}</option>' for kpj in cards)
        return page(
            ask,
            f'<h2>Saldo JHT</h2><a href="keluar.aspx">Keluar</a><p>Nomor KPJ <select name="ddlKpj"><option value="">-- Pilih KPJ --</option>{options}</select><input type="submit" name="btnTampil" value="Tampilkan"/></p>{below}',
            "./SaldoJht.aspx",
        )

    @site.get("/SaldoJht.aspx", member=True)
    def choose(ask: Ask) -> str:
        return chooser(ask, "", "<p>Silakan pilih nomor KPJ Anda.</p>")

    @site.post("/SaldoJht.aspx", member=True)
    def balance(ask: Ask) -> Reply | str:
        kpj = ask.field("ddlKpj")
        if not (_state_ok(ask) and ask.field("btnTampil") == "Tampilkan" and kpj in cards):
            return chooser(ask, "", "<p>Nomor KPJ harus dipilih</p>")
        return Reply(
            chooser(
                ask,
                kpj,
                f"<table><tr><td>Nomor KPJ</td><td>{kpj}</td></tr><tr><td>Saldo JHT</td><td>Rp {cards[kpj]}</td></tr></table>",
            ),
            balance=kpj,
        )


@readable(
    "mvc-anti-forgery",
    total="38004115.00",
    road="link:Masuk > login > link:Layanan > link:Cek Saldo JHT",
    cards=[CardSays("38004115.00", kpj="13012312312", active=True, last_contribution="2026-09")],
)
def mvc_anti_forgery(site: Site) -> None:
    """MVC: __RequestVerificationToken in form and cookie, a check box with its hidden twin, an intermediate page 'Layanan'."""
    site.cookie, site.login_path = ".AspNetCore.Session", "/Account/Login"
    site.leave("/Account/Logout")
    site.forbid("/Account/ChangePassword", "/Layanan/Klaim")

    @site.get("/")
    def home(ask: Ask) -> str:
        return '<nav class="navbar"><a class="nav-link" href="/Account/Login">Masuk</a></nav><div class="jumbotron"><h1>Portal Peserta</h1></div>'

    @site.get("/Account/Login")
    def form(ask: Ask) -> str:
        ask.cookies.append(f".AspNetCore.Antiforgery.x={ask.token('af')}; path=/; samesite=strict; httponly")
        return f"""<form action="/Account/Login?ReturnUrl=%2F" class="form-horizontal" method="post" role="form"><div class="form-group"><label class="control-label" for="Email">Email</label>
        <input class="form-control" data-val="true" data-val-required="Email harus diisi" id="Email" name="Email" type="text" value="" /><span class="field-validation-valid" data-valmsg-for="Email"></span></div>
        <div class="form-group"><label for="Password">Password</label><input class="form-control" data-val-required="Password salah" id="Password" name="Password" type="password" /></div>
        <div class="checkbox"><input id="RememberMe" name="RememberMe" type="checkbox" value="true" /><input name="RememberMe" type="hidden" value="false" /> <label for="RememberMe">Ingat saya?</label></div>
        <input name="__RequestVerificationToken" type="hidden" value="{ask.token("rv")}" /><input type="submit" value="Masuk" class="btn" /></form>"""

    @site.post("/Account/Login")
    def enter(ask: Ask) -> Reply | str:
        cookie = f".AspNetCore.Antiforgery.x={ask.token('af')}" in ask.headers.get("cookie", "")
        if not (cookie and ask.token_ok("__RequestVerificationToken", "rv") and ask.all("RememberMe")[-1:] == ["false"]):
            return Reply("", 400)
        if not ask.right("Email", "Password"):
            return '<div class="validation-summary-errors"><ul><li>Upaya masuk tidak sah.</li></ul></div>'
        ask.sign_in()
        return redirect("/Beranda")

    @site.get("/Beranda", member=True)
    def board(ask: Ask) -> str:
        return '<ul class="nav"><li><a href="/Profil">Profil</a></li><li><a href="/Layanan">Layanan</a></li><li><a href="/Account/ChangePassword">Ubah Password</a></li><li><a href="/Account/Logout">Keluar</a></li></ul>'

    @site.get("/Layanan", member=True)
    def services(ask: Ask) -> str:
        return (
            str(board(ask))
            + '<div class="list-group"><a class="list-group-item" href="/Layanan/Klaim">Klaim Saldo JHT</a><a class="list-group-item" href="/Layanan/Simulasi">Simulasi Saldo JHT</a><a class="list-group-item" href="/Layanan/CekSaldo">Cek Saldo JHT</a></div>'
        )

    @site.get("/Layanan/CekSaldo", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            str(board(ask))
            + """<dl class="dl-horizontal"><dt>Nomor KPJ</dt><dd>13012312312</dd><dt>Status Kepesertaan</dt><dd>Aktif</dd><dt>Upah Terlapor</dt><dd>Rp 5.400.000</dd><dt>Iuran Terakhir</dt><dd>Sep 2026</dd><dt>Saldo JHT</dt><dd>Rp 38.004.115</dd></dl>""",
            balance="saldo",
        )
