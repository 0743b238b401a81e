"""Balance pages of the first era behind plain forms: years as rows, old character sets, entities without semicolons."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


@readable(
    "es-2015-direct",
    total="27190344.00",
    road="login",
    nik=True,
    cards=[CardSays("27190344.00", kpj="10023344556", company="PT Rajut Nusa", npp="99000417/000")],
)
def es_2015_direct(site: Site) -> None:
    """The address is the log-in form itself; the table of development stands on the page right after it, years as rows."""
    site.start = site.login_path = "/sso/login.bpjs"
    site.forbid("/sso/registrasi.bpjs", "/sso/eklaim.bpjs")
    site.leave("/sso/logout.bpjs")

    @site.get("/sso/login.bpjs")
    def form(ask: Ask) -> str:
        return """<html><head><title>BPJS Electronic Service</title></head><body><form method="post" action="">
        <input type="hidden" name="vc" value="" /><p>No. E-KTP / Email</p><input type="text" name="userid" /><p>PIN</p>
        <input type="password" name="pass" /><br /><input type="submit" name="submit" value="Login" />
        <a href="registrasi.bpjs">Registrasi</a></form><small>Apabila salah memasukkan PIN 3 kali, akun Anda akan terkunci.
        Lupa PIN? Silakan cek e-mail yang Anda terima saat registrasi.</small></body></html>"""

    @site.post("/sso/login.bpjs")
    def enter(ask: Ask) -> Reply | str:
        if ask.right("userid", "pass") and ask.has("vc"):
            ask.sign_in()
            return redirect("dashboard.bpjs")
        return "<p>User ID atau PIN salah</p>"

    @site.get("/sso/dashboard.bpjs", member=True)
    def balance(ask: Ask) -> Reply:
        rows = (
            ("2013", "14.220.100,00", "3.283.200,00", "901.344,00", "18.404.644,00"),
            ("2014", "18.404.644,00", "3.420.000,00", "1.140.900,00", "22.965.544,00"),
            ("2015", "22.965.544,00", "2.964.000,00", "1.260.800,00", "27.190.344,00"),
        )
        lines = "".join("<tr>" + "".join(f"<td align=right>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        return Reply(
            f"""<html><body><p>Selamat datang <b>SITI KENARI</b></p><a href="profil.bpjs">Profil</a> <a href="eklaim.bpjs">e-Klaim</a>
            <a href="logout.bpjs">Keluar</a><h3>Perkembangan Saldo JHT</h3><p>No. KPJ : 10023344556<br>Nama Perusahaan : PT Rajut Nusa<br>NPP : 99000417/000</p>
            <table border=1><tr><th>Tahun</th><th>Saldo Awal</th><th>Iuran</th><th>Pengembangan</th><th>Saldo Akhir</th></tr>{lines}</table></body></html>""",
            balance="saldo",
        )


@readable("buku-jht-2012", total="4871239.12", road="link:Login > login > link:Buku JHT")
def buku_jht_2012(site: Site) -> None:
    """2012: nav bar with Login and sign up, the road to the balance is called 'Buku JHT', amounts in the English style with sen."""
    site.charset, site.login_path = "iso-8859-1", "/member/login.asp"
    site.content_type = "text/html"
    site.cookie = "ASPSESSIONIDQQ"
    site.forbid("/member/signup.asp", "/download/formulir.asp")
    site.leave("/member/logoff.asp")

    def page(body: str) -> str:
        return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body>{body}</body></html>'

    @site.get("/")
    def home(ask: Ask) -> str:
        return page(
            '<div id=nav><a href="/member/login.asp">Login</a> &middot; <a href="/member/signup.asp">sign up</a> &middot; '
            '<a href="/download/formulir.asp">Formulir Klaim JHT</a></div><h2>Berita</h2><p>Saldo JHT peserta naik 12% ® 2012</p>'
        )

    @site.get("/member/login.asp")
    def form(ask: Ask) -> str:
        return page(
            "<form action=login.asp method=post><table><tr><td>Username</td><td><input name=uname></td></tr><tr><td>Password</td>"
            "<td><input name=pwd type=password></td></tr><tr><td colspan=2><input type=submit value=login></td></tr></table></form>"
        )

    @site.post("/member/login.asp")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("uname", "pwd"):
            return page("<font color=red>Username/password salah!</font>")
        ask.sign_in()
        return redirect("home.asp", body="<head><title>Object moved</title></head><body><h1>Object Moved</h1></body>")

    @site.get("/member/home.asp", member=True)
    def board(ask: Ask) -> str:
        return page(
            'Selamat datang SITI K. <a href=logoff.asp>Log-off</a> <a href="profile.asp">Profil</a> <a href="bukujht.asp">Buku JHT</a>'
        )

    @site.get("/member/bukujht.asp", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            page(
                "<h3>Buku JHT</h3><table><tr><td>Saldo Awal 2012</td><td align=right>3,900,100.00</td></tr><tr><td>Iuran 2012</td><td align=right>"
                "741,139.12</td></tr><tr><td>Pengembangan 2012</td><td align=right>230,000.00</td></tr><tr><td>Saldo Akhir JHT</td>"
                "<td align=right>4,871,239.12</td></tr></table><a href=logoff.asp>Log-off</a>"
            ),
            balance="saldo",
        )


@readable(
    "latin-and-entities",
    total="63004871.50",
    road="link:Masuk >> > login > link:Saldo JHT",
    cards=[CardSays("63004871.50", kpj="12998877665", company="PT Café Dua Sudut & Rekan")],
)
def latin_and_entities(site: Site) -> None:
    """Windows-1252 said by the header, utf-8 by nobody; entities without semicolons, a dash and quotes of that character set."""
    site.charset, site.login_path = "windows-1252", "/login.php"
    site.leave("/logout.php")

    @site.get("/")
    def home(ask: Ask) -> str:
        return "<title>Info – Peserta</title><p>“Layanan Informasi” <a href='login.php'>Masuk &gt;&gt;</a>"

    @site.get("/login.php")
    def form(ask: Ask) -> str:
        return "<form method=POST><pre>E-mail    : <input name=email>\nKata sandi: <input name=sandi type=password>\n            <input type=submit value='Masuk »'></pre></form>"

    @site.post("/login.php")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "sandi"):
            return "<p>Kata sandi salah"
        ask.sign_in()
        return redirect("home.php")

    @site.get("/home.php", member=True)
    def board(ask: Ask) -> str:
        return "<a href=logout.php>Keluar</a>&nbsp|&nbsp<a href=saldo.php>Saldo&nbspJHT</a>&nbsp|&nbsp<a href=klaim.php>Klaim&nbspJHT</a>"

    @site.get("/saldo.php", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            "<table><tr><td>KPJ<td>12998877665<tr><td>Perusahaan<td>PT Café Dua Sudut &amp Rekan<tr><td>Saldo&nbspJHT<td>Rp&nbsp63.004.871,50</table>"
            "<a href=logout.php>Keluar</a>",
            balance="saldo",
        )


@readable(
    "statement-summary",
    total="12345678.00",
    as_of="2026-10-31",
    road="link:Login > login > link:Rincian Saldo JHT",
    nik=True,
    cards=[CardSays("12345678.00", kpj="12055566677", company="PT Layar Senja", npp="99000088/001")],
)
def statement_summary(site: Site) -> None:
    """The page is the yearly statement: JP beside JHT, sums of contributions above, the summary with the final balance below."""
    site.login_path = "/rsjht/login"
    site.leave("/rsjht/logout")

    @site.get("/")
    def home(ask: Ask) -> str:
        return '<h1>Rincian Saldo Jaminan Hari Tua</h1><p>Layanan lihat rincian tahunan.</p><a href="/rsjht/login">Login</a>'

    @site.get("/rsjht/login")
    def form(ask: Ask) -> str:
        return """<form method="post" action="/rsjht/login"><p>NIK:<br><input type="number" name="nik"></p><p>Kata sandi:<br><input type="password" name="ks"></p><p><input type="submit" value="Tampilkan"></p></form>"""

    @site.post("/rsjht/login")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("nik", "ks"):
            return "<p>Data tidak sesuai</p>"
        ask.sign_in()
        return redirect("/rsjht/menu")

    @site.get("/rsjht/menu", member=True)
    def board(ask: Ask) -> str:
        return '<a href="/rsjht/rincian">Rincian Saldo JHT</a> <a href="/rsjht/logout">Logout</a>'

    @site.get("/rsjht/rincian", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            """<h2>INFORMASI SALDO PESERTA JHT TAHUN 2026</h2><p>Tanggal: 31-10-2026</p><p>NPP/Divisi : 99000088/001<br>Nama Pemberi Kerja : PT Layar Senja<br>
            Nomor Kartu/NIK : 12055566677/9901014507900001</p><table border=1><tr><th rowspan=2>No<th rowspan=2>BL-TH Iuran<th rowspan=2>Upah<th colspan=2>Iuran JHT<th colspan=2>Iuran JP
            <tr><th>Pemberi Kerja<th>TK<th>Pemberi Kerja<th>TK<tr><td>01<td>09-2026<td>4,000,000.00<td>148,000.00<td>80,000.00<td>80,000.00<td>40,000.00<tr><td>02<td>10-2026<td>4,000,000.00<td>148,000.00<td>80,000.00<td>80,000.00<td>40,000.00
            <tr><td colspan=3>Jumlah :<td>296,000.00<td>160,000.00<td>160,000.00<td>80,000.00</table><h3>Summary JHT</h3><table><tr><td>Saldo Awal Per 01-01-2026<td>:<td>11,289,678.00<tr><td>Pengembangan Saldo<td>:<td>590,000.00
            <tr><td>Iuran Tahun Berjalan<td>:<td>456,000.00<tr><td>Pengembangan Iuran<td>:<td>10,000.00<tr><td><b>Saldo Akhir JHT</b><td>:<td><b>12,345,678.00</b></table><a href="/rsjht/logout">Logout</a>""",
            balance="saldo",
        )
