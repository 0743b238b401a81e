"""Readable portals of few words: forms without a button, bare menus, a log-in in the header."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


def _enter(ask: Ask, right: bool, to: str) -> Reply | str:
    if not right:
        return '<div class="pesan">Data login tidak sesuai</div>'
    ask.sign_in()
    return redirect(to)


@readable(
    "select-without-button",
    total="5100000.00",
    road="login > link:Cek Saldo JHT > choose:26000000001 > choose:26000000002",
    cards=[CardSays("5000000.00", kpj="26000000001"), CardSays("100000.00", kpj="26000000002")],
)
def select_without_button(site: Site) -> None:
    """The select of cards sends its form by onchange; there is no button."""
    site.balances_due = 2
    site.login_path = "/"
    site.leave("/keluar")
    data = {"26000000001": "5.000.000,00", "26000000002": "100.000,00"}
    site.get("/")(
        lambda ask: (
            '<form method="post" action="/"><p>Email: <input name="email"></p><p>Password: <input name="sandi" type="password"></p><input type="submit" value="Login"></form>'
        )
    )
    site.post("/")(lambda ask: _enter(ask, ask.right("email", "sandi"), "/menu"))
    site.get("/menu", member=True)(lambda ask: '<a href="/saldo">Cek Saldo JHT</a> <a href="/keluar">Keluar</a>')

    def page(kpj: str) -> Reply | str:
        options = "".join(f'<option value="{key}"{" selected" if key == kpj else ""}>{key}</option>' for key in data)
        top = f'<form name="f" method="post" action="/saldo"><select name="kpj" onchange="this.form.submit()"><option value="">- Pilih Nomor KPJ -</option>{options}</select></form>'
        if kpj not in data:
            return f'{top}<a href="/keluar">Keluar</a>'
        return Reply(
            f'{top}<table><tr><td>Nomor KPJ<td>{kpj}<tr><td>Saldo JHT<td>Rp {data[kpj]}</table><a href="/keluar">Keluar</a>',
            balance=kpj,
        )

    site.get("/saldo", member=True)(lambda ask: page(""))
    site.post("/saldo", member=True)(lambda ask: page(ask.field("kpj")))


@readable("form-without-button", total="4242424.00", road="link:Login > login > link:Saldo JHT")
def form_without_button(site: Site) -> None:
    """The log-in form has no submit button: a picture in a link calls document.forms[0].submit()."""
    site.login_path = "/login.php"
    site.leave("/logout.php")
    site.get("/")(lambda ask: '<a href="login.php">Login</a>')
    site.get("/login.php")(
        lambda ask: (
            '<form name="fm" method="post" action="login.php"><input type="hidden" name="do" value="login"><table><tr><td>Email</td><td><input type="text" name="user"></td></tr><tr><td>Password</td><td><input type="password" name="pass"></td></tr></table></form><a href="#" onclick="document.forms[0].submit(); return false;"><img src="ok.gif" alt="Masuk"></a>'
        )
    )
    site.post("/login.php")(lambda ask: _enter(ask, ask.field("do") == "login" and ask.right("user", "pass"), "home.php"))
    site.get("/home.php", member=True)(lambda ask: '<a href="saldo.php">Saldo JHT</a> <a href="logout.php">Logout</a>')
    site.get("/saldo.php", member=True)(
        lambda ask: Reply('<p>Saldo JHT = Rp 4.242.424</p><a href="logout.php">Logout</a>', balance="saldo")
    )


@readable(
    "programme-then-saldo",
    total="12121212.00",
    road="login > link:Program > link:JHT > link:Saldo",
    cards=[CardSays("12121212.00", kpj="13131313130", npp="99000777/000")],
)
def programme_then_saldo(site: Site) -> None:
    """Bare words: Program, then JHT, then Saldo; the sister programmes look exactly alike."""
    site.login_path = "/masuk"
    site.start = "/masuk"
    site.leave("/keluar")
    site.forbid("/program/jht/klaim")
    site.get("/masuk")(
        lambda ask: (
            '<form method="post" action="/masuk"><p><label for="x1">Nama pengguna</label> <input id="x1" name="username"></p><p><label for="x2">Kata sandi</label> <input id="x2" type="password" name="password"></p><p><button type="submit">Masuk</button></p></form>'
        )
    )
    site.post("/masuk")(lambda ask: _enter(ask, ask.right("username", "password"), "/utama"))
    nav = '<nav><a href="/utama">Utama</a> <a href="/program">Program</a> <a href="/keluar">Keluar</a></nav>'
    site.get("/utama", member=True)(lambda ask: nav)
    site.get("/program", member=True)(
        lambda ask: f'{nav}<p><a href="/program/jkk">JKK</a> <a href="/program/jp">JP</a> <a href="/program/jht">JHT</a></p>'
    )
    site.get("/program/jp", member=True)(lambda ask: f'{nav}<p><a href="/program/jp/saldo">Saldo</a></p>')
    site.get("/program/jp/saldo", member=True)(lambda ask: f"{nav}<table><tr><td>Saldo JP<td>Rp 2.111.000</table>")
    site.get("/program/jht", member=True)(
        lambda ask: (
            f'{nav}<p><a href="/program/jht/klaim">Klaim</a> <a href="/program/jht/saldo">Saldo</a> <a href="/program/jht/iuran">Iuran</a></p>'
        )
    )
    site.get("/program/jht/saldo", member=True)(
        lambda ask: Reply(
            f"{nav}<h2>Jaminan Hari Tua</h2><table><tr><td>No. KPJ<td>13131313130<tr><td>NPP<td>99000777/000<tr><td>Saldo JHT<td>Rp 12.121.212</table>",
            balance="saldo",
        )
    )


@readable("login-form-in-every-header", total="5454545.00", road="login > link:Cek Saldo")
def login_in_header(site: Site) -> None:
    """A small log-in form sits in the header of every public page, twice: once for wide, once for narrow screens."""
    site.login_path = "/"
    site.leave("/keluar")
    form = '<form class="{}" method="post" action="/masuk"><input name="email" placeholder="Email"><input type="password" name="sandi" placeholder="Sandi"><button>Masuk</button></form>'
    site.get("/")(
        lambda ask: f"<header>{form.format('d-none d-lg-block')}{form.format('d-lg-none')}</header><h1>Selamat datang</h1>"
    )
    site.post("/masuk")(lambda ask: _enter(ask, ask.right("email", "sandi"), "/beranda"))
    site.get("/beranda", member=True)(
        lambda ask: (
            '<ul class="d-none d-lg-block"><li><a href="/saldo">Cek Saldo</a><li><a href="/keluar">Keluar</a></ul><ul class="d-lg-none"><li><a href="/saldo">Cek Saldo</a><li><a href="/keluar">Keluar</a></ul>'
        )
    )
    site.get("/saldo", member=True)(
        lambda ask: Reply(
            '<a href="/keluar">Keluar</a><table><tr><th>Saldo JHT</th></tr><tr><td>Rp 5.454.545</td></tr></table>',
            balance="saldo",
        )
    )
