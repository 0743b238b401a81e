"""The many dialects of going somewhere: other spellings of location, popup windows, noscript, menus of GET forms."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


def _login(site: Site, path: str, answer: str | Reply, extra: str = "") -> None:
    """A log-in form at that path, answered by a page of its own (a redirect is only one way)."""
    site.login_path = path
    site.get(path)(
        lambda ask: (
            f'{extra}<form method="post" action="{path}"><table><tr><td>E-mail</td><td><input type="text" name="username"></td></tr><tr><td>Kata Sandi</td><td><input type="password" name="passwd"></td></tr></table><input type="submit" value="LOGIN"></form>'
        )
    )

    @site.post(path)
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("username", "passwd"):
            return "<script>alert('E-mail atau kata sandi salah'); document.location = document.referrer;</script>"
        ask.sign_in()
        return answer


@readable(
    "script-dialects",
    total="18181818.00",
    road="follow > login > follow > follow > link:Informasi Saldo JHT",
    cards=[CardSays("18181818.00", kpj="15151515151")],
)
def script_dialects(site: Site) -> None:
    """document.location, top.location.href and a setTimeout whose code is a string; dead branches that go elsewhere."""
    site.leave("/p/keluar.php")
    site.forbid("/p/mobile.php", "/p/lama.php")
    site.get("/")(
        lambda ask: (
            "<html><head><script>/* window.location = '/p/lama.php'; */ document.location='/p/masuk.php'; // location='/p/lama.php'\n</script></head><body></body></html>"
        )
    )
    _login(
        site,
        "/p/masuk.php",
        '<html><body onload="">Harap tunggu<script>top.location.href = "\\/p\\/tunggu.php";</script></body></html>',
    )
    site.get("/p/tunggu.php", member=True)(
        lambda ask: """<p>Menyiapkan data</p><script>setTimeout("self.location='menu.php'", 800)</script>"""
    )
    site.get("/p/menu.php", member=True)(
        lambda ask: (
            """<script>if (screen.width < 400) { window.location = "mobile.php"; }</script><a href="info.php">Informasi Saldo JHT</a> <a href="keluar.php">Keluar</a>"""
        )
    )
    site.get("/p/info.php", member=True)(
        lambda ask: Reply(
            '<table><tr><td>No KPJ<td>15151515151<tr><td>Saldo JHT<td>Rp. 18.181.818,-</table><a href="keluar.php">Keluar</a>',
            balance="saldo",
        )
    )


@readable("noscript-refresh", total="2700270.00", road="link:Masuk > login > link:Cek Saldo JHT")
def noscript_refresh(site: Site) -> None:
    """Every page has a meta refresh inside noscript to 'Aktifkan JavaScript': a browser with scripts never goes there."""
    site.leave("/keluar")
    site.forbid("/tanpa-js")
    head = '<head><noscript><meta http-equiv="refresh" content="0;url=/tanpa-js"></noscript></head>'
    site.get("/")(lambda ask: f'{head}<a href="/masuk">Masuk</a>')
    _login(site, "/masuk", redirect("/menu"), head)
    site.get("/menu", member=True)(lambda ask: f'{head}<a href="/saldo">Cek Saldo JHT</a> <a href="/keluar">Keluar</a>')
    site.get("/saldo", member=True)(
        lambda ask: Reply(f'{head}<p>Saldo JHT : <b>Rp 2.700.270</b></p><a href="/keluar">Keluar</a>', balance="saldo")
    )


@readable("password-form-in-the-menu", total="70007000.00", spare_pin=True, road="login > link:Saldo JHT")
def password_form_in_the_menu(site: Site) -> None:
    """Every page of a member carries a closed modal to change the password: no demand, and no log-in form."""
    site.leave("/keluar")
    site.forbid("/sandi")
    modal = '<div class="modal" id="ubahSandi" style="display:none"><h5>Ubah Kata Sandi</h5><form method="post" action="/sandi"><input type="password" name="lama" placeholder="Kata sandi lama"><input type="password" name="baru" placeholder="Kata sandi baru"><input type="password" name="ulang" placeholder="Ulangi kata sandi baru"><button>Simpan</button></form></div>'
    _login(site, "/", redirect("/menu"))
    nav = '<nav><a href="/saldo">Saldo JHT</a> <a href="#ubahSandi">Ubah kata sandi</a> <a href="/keluar">Keluar</a></nav>'
    site.get("/menu", member=True)(lambda ask: f"{nav}<h1>Beranda</h1>{modal}")
    site.get("/saldo", member=True)(
        lambda ask: Reply(f"{nav}<dl><dt>Saldo JHT</dt><dd>Rp 70.007.000</dd></dl>{modal}", balance="saldo")
    )


@readable("menu-of-get-forms", total="350350.00", road="press:Masuk > login > press:Info Saldo JHT")
def menu_of_get_forms(site: Site) -> None:
    """Buttons in forms without a method, each with its own action; leaving is one of them."""
    site.leave("/keluar")
    site.forbid("/klaim", "/daftar")
    site.get("/")(
        lambda ask: (
            '<form action="/daftar"><button>Daftar</button></form><form action="/masuk"><input type="hidden" name="dari" value="depan"><button>Masuk</button></form>'
        )
    )
    _login(site, "/masuk", redirect("/menu"))
    site.get("/menu", member=True)(
        lambda ask: (
            '<form action="/keluar"><button>Keluar</button></form><form action="/klaim"><button>Klaim JHT</button></form><form action="/saldo"><input type="hidden" name="prog" value="jht"><button>Info Saldo JHT</button></form>'
        )
    )

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> Reply | str:
        if ask.query.get("prog") != "jht":
            return "<p>Program tidak dikenal</p>"
        return Reply('<h1>Saldo JHT</h1><p>Rp 350.350,00</p><a href="/keluar">Keluar</a>', balance="saldo")


@readable("javascript-links", total="29290000.00", road="href:javascript:location.href='masuk.jsp' > login > click:Saldo JHT")
def javascript_links(site: Site) -> None:
    """Links of 2005: href="javascript:location.href='…'" to the log-in, a popup window with the balance."""
    site.cookie = "JSESSIONID"
    site.leave("/keluar.jsp")
    site.forbid("/hapus.jsp")
    site.get("/")(
        lambda ask: """<a href="javascript:location.href='masuk.jsp'">Masuk</a> <a href="javascript:history.back()">Kembali</a>"""
    )
    _login(site, "/masuk.jsp", redirect("/menu.jsp"))
    site.get("/menu.jsp", member=True)(
        lambda ask: (
            """<a href="#" onclick="window.open('saldo.jsp','saldo','width=640,height=480'); return false">Saldo JHT</a> <a href="#" onclick="if(confirm('Yakin?')) location.href='hapus.jsp'">Hapus Akun</a> <a href="keluar.jsp">Keluar</a>"""
        )
    )
    site.get("/saldo.jsp", member=True)(
        lambda ask: Reply(
            '<body><h3>Saldo JHT</h3><table><tr><td>Saldo JHT</td><td>Rp 29.290.000</td></tr></table><input type=button value=Tutup onclick="window.close()"></body>',
            balance="saldo",
        )
    )


@readable("letters-spaced-out", total="1700017.00", road="link:L O G I N > login > link:S A L D O J H T")
def letters_spaced_out(site: Site) -> None:
    """The menu is set in letters with spaces between them, as in 2003, with wider gaps between the words."""
    site.leave("/keluar.php")
    site.forbid("/daftar.php", "/klaim.php")
    site.get("/")(lambda ask: '<tt><a href="daftar.php">D A F T A R</a> | <a href="masuk.php">L O G I N</a></tt>')
    _login(site, "/masuk.php", redirect("/menu.php"))
    site.get("/menu.php", member=True)(
        lambda ask: (
            '<tt><a href="keluar.php">K E L U A R</a> | <a href="klaim.php">K L A I M &nbsp; J H T</a> | <a href="saldo.php">S A L D O &nbsp; J H T</a></tt>'
        )
    )
    site.get("/saldo.php", member=True)(
        lambda ask: Reply(
            '<table><tr><td>Saldo JHT</td><td>Rp 1.700.017</td></tr></table><a href="keluar.php">Keluar</a>', balance="saldo"
        )
    )
