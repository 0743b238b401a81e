"""What stands between the log-in and the balance: a PIN, an announcement, a language, a frame of its own, buttons that are scripts."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import PIN, Ask, Reply, redirect


def _login(site: Site, path: str, to: str, words: str = "Kata sandi") -> None:
    """A plain log-in form at that path, which leads to `to`."""
    site.login_path = path

    @site.get(path)
    def form(ask: Ask) -> str:
        return f'<form method="post" action="{path}"><p><label>Email <input type="text" name="userid"></label><p><label>{words} <input type="password" name="pass"></label><p><input type="submit" name="submit" value="Login"></form>'

    @site.post(path)
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("userid", "pass"):
            return "<p>Akun tidak ditemukan pastikan email dan password anda benar</p>"
        ask.sign_in()
        return redirect(to)


@readable(
    "pin-before-balance",
    total="40404040.00",
    pin=True,
    road="login > link:Layanan > link:Cek Saldo JHT > pin",
    cards=[CardSays("40404040.00", kpj="14014014014", company="PT Gula Aren")],
)
def pin_before_balance(site: Site) -> None:
    """2019: Layanan > Cek Saldo JHT, then 'Masukkan PIN' of six digits in one masked field, then the balance."""
    site.start = "/login.bpjs"
    site.leave("/logout.bpjs")
    site.forbid("/klaim.bpjs")
    _login(site, "/login.bpjs", "dashboard.bpjs")

    @site.get("/dashboard.bpjs", member=True)
    def board(ask: Ask) -> str:
        return '<title>BPJSTK Personal Service</title><a href="layanan.bpjs">Layanan</a> <a href="kartu.bpjs">Kartu Digital</a> <a href="logout.bpjs">Keluar</a>'

    @site.get("/layanan.bpjs", member=True)
    def services(ask: Ask) -> str:
        return '<h3>Layanan</h3><a href="klaim.bpjs">Klaim Saldo JHT</a> <a href="saldojht.bpjs">Cek Saldo JHT</a> <a href="logout.bpjs">Keluar</a>'

    @site.get("/saldojht.bpjs", member=True)
    def gate(ask: Ask) -> str:
        return f"""<form method="post" action="saldojht.bpjs"><p>Masukkan PIN yang dikirim melalui email dan SMS</p><input type="hidden" name="cek" value="{ask.token()}"><input type="password" name="pin" maxlength="6" inputmode="numeric"><button>Lanjut</button></form>"""

    @site.post("/saldojht.bpjs", member=True)
    def balance(ask: Ask) -> Reply | str:
        if ask.field("pin") != PIN or not ask.token_ok("cek"):
            return "<p>PIN yang Anda masukkan salah</p>"
        return Reply(
            "<table><tr><td>Nama Perusahaan<td>PT Gula Aren<tr><td>KPJ<td>14014014014<tr><td>Saldo JHT<td>Rp 40.404.040,00</table><a href=logout.bpjs>Keluar</a>",
            balance="saldo",
        )


@readable("pin-in-six-boxes", total="3030303.00", pin=True, road="link:Masuk > login > pin > link:Saldo JHT")
def pin_in_six_boxes(site: Site) -> None:
    """Right after the log-in six boxes of one digit each ask for the PIN; the button is the form's second."""
    site.leave("/keluar")
    _login(site, "/masuk", "/pin")
    site.get("/")(lambda ask: '<a href="/masuk">Masuk</a>')

    @site.get("/pin", member=True)
    def gate(ask: Ask) -> str:
        boxes = "".join(
            f'<input type="tel" class="pin-box" name="pin{n}" maxlength="1" autocomplete="off" aria-label="Digit {n}">'
            for n in range(1, 7)
        )
        return f'<h1>Masukkan 6 digit PIN Anda</h1><form method="post" action="/pin">{boxes}<button type="button" data-other="1">Hapus</button><button type="submit">Lanjut</button></form>'

    @site.post("/pin", member=True)
    def opened(ask: Ask) -> Reply | str:
        if "".join(ask.field(f"pin{n}") for n in range(1, 7)) != PIN:
            return "<p>PIN yang Anda masukkan salah</p>"
        ask.session["pin"] = "yes"
        return redirect("/menu")

    @site.get("/menu", member=True)
    def menu(ask: Ask) -> Reply | str:
        return '<a href="/keluar">Keluar</a> <a href="/saldo">Saldo JHT</a>' if ask.session.get("pin") else redirect("/pin")

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> Reply:
        return (
            Reply('<h2>Saldo JHT</h2><b>Rp 3.030.303</b> <a href="/keluar">Keluar</a>', balance="saldo")
            if ask.session.get("pin")
            else redirect("/pin")
        )


@readable("announcement", total="13131313.00", road="link:Masuk > login > link:Lanjutkan > link:Saldo JHT")
def announcement(site: Site) -> None:
    """Between log-in and menu lies an announcement that speaks of balances, claims and maintenance to come; one goes on by 'Lanjutkan'."""
    site.leave("/keluar")
    site.forbid("/info/klaim")
    _login(site, "/masuk", "/pengumuman")
    site.get("/")(lambda ask: '<p>Selamat datang.</p><a href="/masuk">Masuk</a>')

    @site.get("/pengumuman", member=True)
    def news(ask: Ask) -> str:
        return """<h1>Pengumuman</h1><p>Hasil pengembangan saldo JHT tahun 2025 telah dibukukan. Klaim saldo JHT hingga Rp 15.000.000 dapat dilakukan di aplikasi.</p><p>Pada 6 Desember 2026 sistem akan dilakukan pemeliharaan pukul 00.00 - 03.00 WIB.</p>
        <a href="/info/klaim">Selengkapnya tentang klaim</a> <a class="btn" href="/menu">Lanjutkan</a> <a href="/keluar">Keluar</a>"""

    site.get("/menu", member=True)(
        lambda ask: '<a href="/profil">Profil</a> <a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>'
    )
    site.get("/saldo", member=True)(
        lambda ask: Reply('<table><tr><th>Saldo JHT<td>Rp 13.131.313</table><a href="/keluar">Keluar</a>', balance="saldo")
    )


@readable("language-choice", total="909090.00", road="link:Bahasa Indonesia > link:Masuk > login > link:Saldo JHT")
def language_choice(site: Site) -> None:
    """The start page is a choice of languages and nothing else."""
    site.leave("/id/keluar")
    site.get("/")(
        lambda ask: (
            '<center><img src="/peta.png"><p><a href="/en/"><img src="en.png" alt="English"></a> <a href="/id/" hreflang="id">Bahasa Indonesia</a></center>'
        )
    )
    site.get("/id/")(lambda ask: '<h1>Selamat datang</h1><a href="/id/masuk">Masuk</a> <a href="/en/">English</a>')
    site.get("/en/")(lambda ask: '<h1>Welcome</h1><a href="/id/masuk">Sign in</a> <a href="/id/">Bahasa Indonesia</a>')
    _login(site, "/id/masuk", "/id/beranda")
    site.get("/id/beranda", member=True)(
        lambda ask: '<a href="/en/beranda">English</a> <a href="/id/saldo">Saldo JHT</a> <a href="/id/keluar">Keluar</a>'
    )
    site.get("/id/saldo", member=True)(
        lambda ask: Reply('<p>Saldo JHT</p><p>Rp 909.090,00</p><a href="/id/keluar">Keluar</a>', balance="saldo")
    )


@readable("inner-frame", total="65432100.00", road="frame:isi > login > link:Cek Saldo > frame:saldo")
def inner_frame(site: Site) -> None:
    """The log-in lives in an iframe of the home page, the balance in another iframe, both of the same origin."""
    site.leave("/app/keluar")
    site.get("/")(
        lambda ask: (
            '<h1>Situs Peserta</h1><iframe id="isi" src="/app/masuk" width="400" height="300"></iframe><footer>Hubungi 175</footer>'
        )
    )
    _login(site, "/app/masuk", "/app/menu")
    site.get("/app/menu", member=True)(
        lambda ask: '<a target="_top" href="/app/saldo">Cek Saldo</a> <a href="/app/keluar">Keluar</a>'
    )
    site.get("/app/saldo", member=True)(
        lambda ask: (
            '<h2>Saldo</h2><iframe name="saldo" src="/app/isi-saldo?t=1" title="Saldo JHT"></iframe><a href="/app/keluar">Keluar</a>'
        )
    )
    site.get("/app/isi-saldo", member=True)(
        lambda ask: Reply("<table><tr><td>Saldo JHT</td><td>Rp 65.432.100</td></tr></table>", balance="saldo")
    )


@readable("buttons-that-are-scripts", total="707070.00", road="click:Masuk > login > click:Lihat Saldo JHT")
def buttons_that_are_scripts(site: Site) -> None:
    """There is no link anywhere: buttons and cells with onclick="location.href='…'", a constant each."""
    site.leave("/akhir")
    site.forbid("/klaim")
    site.get("/")(lambda ask: """<button onclick="window.location='/masuk'">Masuk</button>""")
    _login(site, "/masuk", "/menu")
    site.get("/menu", member=True)(
        lambda ask: (
            """<table><tr><td onclick="location.href='/klaim'" style="cursor:pointer">Klaim Saldo JHT</td><td onclick="location.href='/saldo'" style="cursor:pointer">Lihat Saldo JHT</td></tr></table><input type="button" value="Keluar" onclick="location.href='/akhir'">"""
        )
    )
    site.get("/saldo", member=True)(
        lambda ask: Reply("""<p>Saldo JHT: Rp707.070,00</p><a href="/akhir">Keluar</a>""", balance="saldo")
    )


@readable("xhtml-announcement-form", total="505050.50", road="link:Masuk > login > press:Lanjutkan > link:Saldo JHT")
def announcement_form(site: Site) -> None:
    """XHTML; the announcement after the log-in is left by a form's button 'Lanjutkan', which sends nothing but a token."""
    site.content_type = "application/xhtml+xml; charset=utf-8"
    site.leave("/keluar")
    site.get("/")(lambda ask: '<html xmlns="http://www.w3.org/1999/xhtml"><body><a href="/masuk">Masuk</a></body></html>')
    _login(site, "/masuk", "/info")

    @site.get("/info", member=True)
    def news(ask: Ask) -> str:
        return f"""<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Informasi</h1><p>Layanan ini hanya untuk melihat data Anda sendiri. Jam layanan 06.00 - 22.00 WIB.</p><form method="post" action="/info"><input type="hidden" name="tk" value="{ask.token()}" /><button type="submit" name="lanjut" value="1">Lanjutkan</button></form></body></html>"""

    @site.post("/info", member=True)
    def read(ask: Ask) -> Reply:
        return redirect("/menu") if ask.token_ok("tk") and ask.field("lanjut") == "1" else Reply("", 400)

    site.get("/menu", member=True)(
        lambda ask: (
            '<html xmlns="http://www.w3.org/1999/xhtml"><body><a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a></body></html>'
        )
    )
    site.get("/saldo", member=True)(
        lambda ask: Reply(
            '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Saldo JHT</p><p>Rp 505.050,50</p><a href="/keluar">Keluar</a></body></html>',
            balance="saldo",
        )
    )
