"""Ways of being sent on: meta refresh, scripts, headers, chains, base and dotted paths, picture maps."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


@readable(
    "meta-refresh",
    total="19440207.00",
    road="follow > login > follow > link:Saldo JHT",
    cards=[CardSays("19440207.00", kpj="12100200303", company="CV Angin Timur")],
)
def meta_refresh(site: Site) -> None:
    """The start page and the page after the log-in send the browser on by meta refresh, each written differently."""
    site.login_path = "/app/login.html"
    site.leave("/app/logout.html")

    @site.get("/")
    def start(ask: Ask) -> str:
        return "<HTML><HEAD><META HTTP-EQUIV=Refresh CONTENT='0; URL=app/login.html'></HEAD><BODY>Mohon tunggu...</BODY></HTML>"

    @site.get("/app/login.html")
    def form(ask: Ask) -> str:
        return """<html><body><div class="kotak"><form action="login.html" method="post" name="frm"><span>Email</span>
        <input type="text" name="email" value=""><br><span>Kata Sandi</span><input type="password" name="katasandi">
        <input type="checkbox" name="ingat" value="1"> Ingat saya <button type="submit">MASUK</button></form></div></body></html>"""

    @site.post("/app/login.html")
    def enter(ask: Ask) -> str:
        if not ask.right("email", "katasandi"):
            return '<meta http-equiv="refresh" content="2;url=login.html?gagal=1">Email atau kata sandi salah'
        ask.sign_in()
        return """<html><head><meta http-equiv="refresh" content="1;url='beranda.html'"><title>Login berhasil</title></head>
        <body>Login berhasil, Anda akan dialihkan. <a href="beranda.html">Klik di sini</a> bila tidak.</body></html>"""

    @site.get("/app/beranda.html", member=True)
    def board(ask: Ask) -> str:
        return """<html><head><meta http-equiv="refresh" content="900;url=logout.html"></head><body><p>Beranda Peserta</p>
        <a href="saldo.html">Saldo JHT</a> <a href="logout.html">Keluar</a></body></html>"""

    @site.get("/app/saldo.html", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            """<html><head><meta http-equiv="refresh" content="900;url=logout.html"></head><body><table><tr><td>KPJ</td><td>:</td>
            <td>12100200303</td></tr><tr><td>Perusahaan</td><td>:</td><td>CV Angin Timur</td></tr><tr><td>Saldo JHT</td><td>:</td>
            <td>Rp 19.440.207,-</td></tr></table><a href="logout.html">Keluar</a></body></html>""",
            balance="saldo",
        )


@readable("script-redirects", total="503128.00", road="follow > login > follow > follow > link:Lihat Saldo")
def script_redirects(site: Site) -> None:
    """window.location, location.replace and a setTimeout stand between the pages, constants all of them."""
    site.login_path = "/login.bpjs"
    site.leave("/logout.bpjs")

    @site.get("/")
    def start(ask: Ask) -> str:
        return "<html><script type='text/javascript'>\n<!--\nwindow.location = \"login.bpjs\";\n//-->\n</script></html>"

    @site.get("/login.bpjs")
    def form(ask: Ask) -> str:
        return """<form id="login" method="post" action="login.bpjs"><input type="text" name="userid" placeholder="E-mail terdaftar">
        <input type="password" name="pass" placeholder="Kata sandi"><input type="submit" name="submit" value="Login"></form>
        <script>function lupa(){ window.location.href = 'lupa.bpjs'; }</script><a href="#" onclick="lupa()">Lupa kata sandi</a>"""

    @site.post("/login.bpjs")
    def enter(ask: Ask) -> str:
        if not ask.right("userid", "pass"):
            return "<script>window.location='login.bpjs?error=Akun tidak ditemukan'</script>"
        ask.sign_in()
        return "<script>location.replace('sukses.bpjs');</script>"

    @site.get("/sukses.bpjs", member=True)
    def success(ask: Ask) -> str:
        return """<p>Login sukses, harap menunggu</p><script>setTimeout(function () { window.location.href = "/dashboard.bpjs"; }, 1500);</script>"""

    @site.get("/dashboard.bpjs", member=True)
    def board(ask: Ask) -> str:
        return """<h1>Dashboard</h1><nav><a href="logout.bpjs">Logout</a> <a href="lihatsaldo.bpjs">Lihat Saldo</a></nav>
        <script>var batas = 900; function habis() { window.location = "logout.bpjs"; } setTimeout(habis, batas * 1000);</script>"""

    @site.get("/lihatsaldo.bpjs", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            "<h1>Saldo JHT</h1><p>Total Saldo JHT: <span id=nominal>Rp 503.128,00</span></p><a href=logout.bpjs>Logout</a>",
            balance="saldo",
        )


@readable("base-and-dots", total="88000450.00", road="link:Masuk > login > link:Saldo > link:Rincian Saldo JHT")
def base_and_dots(site: Site) -> None:
    """A base href into a sub-folder, paths with ../ and ./, a trailing slash that matters."""
    site.start, site.login_path = "/portal/peserta/", "/portal/akses/masuk"
    site.cookie_attributes = "; Path=/portal"
    site.leave("/portal/akses/keluar")

    def page(inner: str) -> str:
        return f'<!DOCTYPE html><html><head><base href="/portal/peserta/halaman/"><title>Portal</title></head><body>{inner}</body></html>'

    @site.get("/portal/peserta/")
    def start(ask: Ask) -> str:
        return page('<a href="../../akses/masuk">Masuk</a> <a href="bantuan">Bantuan</a>')

    @site.get("/portal/akses/masuk")
    def form(ask: Ask) -> str:
        return page(
            '<form method="post" action="../../akses/./masuk?lanjut=1"><label>Email<input name="email" type="email"></label>'
            '<label>Sandi<input name="sandi" type="password"></label><button type="submit" name="aksi" value="masuk">Masuk</button></form>'
        )

    @site.post("/portal/akses/masuk")
    def enter(ask: Ask) -> Reply | str:
        if ask.query.get("lanjut") == "1" and ask.field("aksi") == "masuk" and ask.right("email", "sandi"):
            ask.sign_in()
            return redirect("../peserta/beranda/")
        return page("<p>Sandi salah</p>")

    @site.get("/portal/peserta/beranda/", member=True)
    def board(ask: Ask) -> str:
        return page('<a href="../saldo/">Saldo</a> <a href="../../akses/keluar">Keluar</a>')

    @site.get("/portal/peserta/saldo/", member=True)
    def between(ask: Ask) -> str:
        return page(
            '<ul><li><a href="../saldo/jp">Rincian Saldo JP</a></li><li><a href="../saldo/jht?thn=2026#atas">Rincian Saldo JHT</a></li></ul>'
            '<a href="../../akses/keluar">Keluar</a>'
        )

    @site.get("/portal/peserta/saldo/jp", member=True)
    def pension(ask: Ask) -> str:
        return page("<table><tr><th>Saldo JP</th><td>Rp 3.760.000</td></tr></table>")

    @site.get("/portal/peserta/saldo/jht", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            page(
                "<h2 id=atas>Rincian</h2><table><thead><tr><th>Program</th><th>Saldo JHT</th></tr></thead><tbody><tr><td>Jaminan Hari Tua</td><td>88.000.450,00</td></tr></tbody></table><a href='../../akses/keluar'>Keluar</a>"
            ),
            balance="saldo",
        )


@readable("redirect-chain", total="6120900.00", road="login > link:Cek Saldo JHT")
def redirect_chain(site: Site) -> None:
    """302, 301, 303 and 307 after one another before and after the log-in, a cookie set on the way, bodies that say nothing."""
    site.login_path = "/id/auth/login"

    @site.get("/")
    def start(ask: Ask) -> Reply:
        return redirect("/id", 301, "<h1>Moved Permanently</h1>")

    @site.get("/id")
    def language(ask: Ask) -> Reply:
        ask.cookies.append("lang=id; Path=/; Max-Age=31536000")
        return redirect("/id/", 308)

    @site.get("/id/")
    def home(ask: Ask) -> Reply:
        return redirect("auth/login?next=%2Fid%2Fberanda", 307)

    @site.get("/id/auth/login")
    def form(ask: Ask) -> str:
        return f"""<main><form method="post"><input type="hidden" name="next" value="{ask.query.get("next", "")}"><p><label for="e">Surel</label>
        <input id="e" type="email" name="surel_email"></p><p><label for="s">Sandi</label><input id="s" type="password" name="sandi"></p>
        <button>Masuk</button></form></main>"""

    @site.post("/id/auth/login")
    def enter(ask: Ask) -> Reply | str:
        if ask.right("surel_email", "sandi") and "lang=id" in ask.headers.get("cookie", ""):
            ask.sign_in()
            return redirect("/id/auth/masuk", 303)
        return "<p>Sandi tidak sesuai</p>"

    @site.get("/id/auth/masuk", member=True)
    def hop(ask: Ask) -> Reply:
        return redirect("/id/beranda/", 302)

    @site.get("/id/beranda/", member=True)
    def slash(ask: Ask) -> Reply:
        return redirect("/id/beranda", 301)

    @site.get("/id/beranda", member=True)
    def board(ask: Ask) -> str:
        return '<h1>Beranda</h1><a class="btn" href="saldo-jht">Cek Saldo JHT</a>'

    @site.get("/id/saldo-jht", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply("<h1>Saldo JHT</h1><div><div>Saldo JHT</div><div>Rp6.120.900</div></div>", balance="saldo")


@readable("refresh-header", total="990034.00", road="follow > login > follow > link:JHT")
def refresh_header(site: Site) -> None:
    """The server sends the browser on with a Refresh header, as PHP's header("Refresh: 1; url=…") does."""
    site.login_path = "/l.php"
    site.leave("/x.php")

    @site.get("/")
    def start(ask: Ask) -> Reply:
        return Reply("<p>Selamat datang", headers=(("Refresh", "0; url=l.php"),))

    @site.get("/l.php")
    def form(ask: Ask) -> str:
        return "<form method=post action=l.php>NIK/Email <input name=user size=20> Password <input type=password name=pwd><input type=submit value=Login></form>"

    @site.post("/l.php")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("user", "pwd"):
            return "<p>Password salah"
        ask.sign_in()
        return Reply("<p>Sebentar...", headers=(("Refresh", "1;URL=m.php"),))

    @site.get("/m.php", member=True)
    def menu(ask: Ask) -> str:
        return (
            "<p>Pilih program: <a href=jht.php>JHT</a> <a href=jkk.php>JKK</a> <a href=jkm.php>JKM</a> <a href=x.php>Keluar</a>"
        )

    @site.get("/jht.php", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            "<h3>Jaminan Hari Tua</h3><table><tr><td>Saldo<td>Rp. 990.034,-</table><a href=x.php>Keluar</a>", balance="saldo"
        )


@readable("picture-map", total="11765000.00", road="link:Login Peserta > login > link:Saldo JHT", nik=True)
def picture_map(site: Site) -> None:
    """The navigation is pictures: an image map before the log-in, buttons with alt words after it."""
    site.login_path = "/cgi-bin/login.cgi"
    site.forbid("/cgi-bin/reg.cgi", "/cgi-bin/klaim.cgi")
    site.leave("/cgi-bin/logout.cgi")

    @site.get("/")
    def start(ask: Ask) -> str:
        return """<html><body background="bg.gif"><img src="depan.jpg" usemap="#peta" width=760 height=420><map name="peta">
        <area shape=rect coords="10,10,90,40" href="/cgi-bin/reg.cgi" alt="Registrasi"><area shape=rect coords="100,10,190,40"
        href="/cgi-bin/login.cgi" alt="Login Peserta"><area shape=default nohref></map></body></html>"""

    @site.get("/cgi-bin/login.cgi")
    def form(ask: Ask) -> str:
        return """<form method="post" action="/cgi-bin/login.cgi"><table><tr><td align=right>Nomor KTP</td><td><input type=text name=noktp maxlength=16></td>
        </tr><tr><td align=right>PIN</td><td><input type=password name=pinktp></td></tr><tr><td></td><td><input type=image src=masuk.gif
        name=masuk alt="Masuk" border=0></td></tr></table></form>"""

    @site.post("/cgi-bin/login.cgi")
    def enter(ask: Ask) -> Reply | str:
        if not (ask.right("noktp", "pinktp") and ask.has("masuk.x") and ask.has("masuk.y")):
            return "<p>Nomor KTP atau PIN salah</p>"
        ask.sign_in()
        return """<center><a href=logout.cgi><img src=keluar.gif alt="Keluar"></a><a href=klaim.cgi><img src=k.gif alt="Klaim JHT"></a>
        <a href=saldo.cgi><img src=s.gif alt="Saldo JHT"></a></center>"""

    @site.get("/cgi-bin/saldo.cgi", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            "<center><table border><caption>Saldo JHT</caption><tr><th>Keterangan<th>Jumlah<tr><td>Saldo JHT<td>Rp 11.765.000,00</table><a href=logout.cgi><img src=keluar.gif alt=Keluar></a></center>",
            balance="saldo",
        )
