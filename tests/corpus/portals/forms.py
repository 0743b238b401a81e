"""Log-in forms that are hard to pick out or to fill: several forms, fields outside, labels of other kinds, traps for robots."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


def _after(site: Site, balance_page: str, menu: str = '<a href="/saldo">Saldo JHT</a> <a href="/logout">Logout</a>') -> None:
    """The same plain road behind every form of this module: /home with a menu, /saldo with the figure."""
    site.leave("/logout")
    site.get("/home", member=True)(lambda ask: f"<h1>Home</h1>{menu}")
    site.get("/saldo", member=True)(lambda ask: Reply(f'{balance_page}<a href="/logout">Logout</a>', balance="saldo"))


def _enter(ask: Ask, right: bool) -> Reply | str:
    if not right:
        return '<p class="error">Email atau kata sandi salah</p>'
    ask.sign_in()
    return redirect("/home", 303)


@readable("four-forms", total="24999000.00", road="login > link:Saldo JHT")
def four_forms(site: Site) -> None:
    """Search, newsletter, registration with two passwords and log-in stand on one page, in that order."""
    site.login_path = "/"
    site.forbid("/cari", "/buletin", "/daftar")
    _after(site, "<h2>Saldo JHT</h2><table><tr><td>Saldo JHT per hari ini</td><td>Rp 24.999.000</td></tr></table>")

    @site.get("/")
    def home(ask: Ask) -> str:
        return """<form action="/cari"><input name="q" placeholder="Cari di situs ini"><button>Cari</button></form>
        <form action="/daftar" method="post"><h2>Buat akun baru</h2><input name="kpj" placeholder="Nomor KPJ"><input name="email_baru" type="email" placeholder="Email"><input type="password" name="sandi1" placeholder="Kata sandi"><input type="password" name="sandi2" placeholder="Ulangi kata sandi"><button>Daftar</button></form>
        <form action="/masuk" method="post"><h2>Sudah punya akun?</h2><input name="email" type="email" placeholder="Email"><input type="password" name="sandi" placeholder="Kata sandi"><button>Masuk</button></form>
        <form action="/buletin" method="post"><input name="email_buletin" type="email" placeholder="Email Anda"><button>Langganan</button></form>"""

    site.post("/masuk")(lambda ask: _enter(ask, ask.right("email", "sandi") and {n for n, _ in ask.form} == {"email", "sandi"}))


@readable("fields-outside-the-form", total="17003300.00", road="login > link:Saldo JHT")
def fields_outside_the_form(site: Site) -> None:
    """The form is empty; inputs and button stand elsewhere and are tied to it by form=; another form lies around one of them."""
    site.login_path = "/"
    _after(site, "<label>Saldo JHT <input readonly value='Rp 17.003.300'></label>")

    @site.get("/")
    def home(ask: Ask) -> str:
        return f"""<form id="masuk" method="post" action="/masuk"><input type="hidden" name="tok" value="{ask.token()}"></form><div><label for="a1">Email</label><input id="a1" name="email" form="masuk"></div>
        <form id="bahasa" action="/bahasa"><select name="lang"><option>id</option><option>en</option></select><div><label for="a2">Kata sandi</label><input id="a2" type="password" name="rahasia" form="masuk"></div></form>
        <input type="hidden" name="versi" value="7" form="masuk"><button form="masuk" name="act" value="go">Masuk</button>"""

    site.post("/masuk")(
        lambda ask: _enter(
            ask,
            ask.token_ok("tok")
            and ask.field("versi") == "7"
            and not ask.has("lang")
            and ask.field("act") == "go"
            and ask.right("email", "rahasia"),
        )
    )


@readable(
    "django-aria",
    total="2500000.75",
    road="login > link:Saldo JHT",
    cards=[CardSays("2500000.75", kpj="17171717171", segment="BPU", active=True)],
)
def django_aria(site: Site) -> None:
    """Django: csrfmiddlewaretoken with its cookie, aria-labels only, field names that say nothing; a self-employed member."""
    site.cookie, site.login_path = "sessionid", "/accounts/login/"
    _after(
        site,
        """<table class="table"><thead><tr><th>No. KPJ</th><th>Segmen</th><th>Status</th><th>Saldo JHT</th></tr></thead><tbody><tr><td>17171717171</td><td>BPU</td><td>Aktif</td><td>Rp2.500.000,75</td></tr></tbody></table>""",
    )

    @site.get("/")
    def home(ask: Ask) -> Reply:
        return redirect("/accounts/login/?next=/home")

    @site.get("/accounts/login/")
    def form(ask: Ask) -> str:
        ask.cookies.append(f"csrftoken={ask.token('c')}; Path=/; SameSite=Lax; Max-Age=31449600")
        return f"""<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{ask.token("c")}"><svg aria-hidden="true"></svg><input type="text" name="login_0" aria-label="Email atau NIK" autocomplete="username"><input type="password" name="f_1" aria-label="Kata sandi" autocomplete="current-password">
        <input type="hidden" name="next" value="/home"><button type="submit" aria-label="Masuk"><svg></svg></button></form>"""

    @site.post("/accounts/login/")
    def enter(ask: Ask) -> Reply | str:
        cookie = f"csrftoken={ask.token('c')}" in ask.headers.get("cookie", "")
        if not (cookie and ask.token_ok("csrfmiddlewaretoken", "c") and ask.field("next") == "/home"):
            return Reply("<h1>Forbidden (403)</h1><p>CSRF verification failed. Request aborted.</p>", 403)
        return _enter(ask, ask.right("login_0", "f_1"))


@readable("honeypot", total="640210.00", road="link:Masuk > login > link:Saldo JHT")
def honeypot(site: Site) -> None:
    """A trap for robots: a text field nobody sees must stay empty, and the seconds field must come back as it was."""
    site.login_path = "/masuk"
    _after(site, "<p>Saldo JHT Anda saat ini sebesar <strong>Rp 640.210,00</strong>.</p>")
    site.get("/")(lambda ask: '<a href="/masuk">Masuk</a>')

    @site.get("/masuk")
    def form(ask: Ask) -> str:
        return """<form method="post" action="/masuk"><div style="position:absolute;left:-9999px" aria-hidden="true"><label>Situs web <input type="text" name="website" tabindex="-1" value=""></label></div>
        <input type="hidden" name="ts" value="1795330000"><label>Email <input type="text" name="akun_email"></label><label>Kata sandi <input type="password" name="sandi"></label><input type="submit" value="Masuk"></form>"""

    site.post("/masuk")(
        lambda ask: _enter(
            ask,
            ask.field("website") == ""
            and ask.has("website")
            and ask.field("ts") == "1795330000"
            and ask.right("akun_email", "sandi"),
        )
    )


@readable("log-in-as", total="33441200.00", road="set:Tenaga Kerja > login > link:Saldo JHT", nik=True)
def log_in_as(site: Site) -> None:
    """The form asks as what one signs in: a select of Perusahaan, Tenaga Kerja, Mitra, with the employer chosen beforehand."""
    site.login_path = "/"
    _after(site, "<table><tr><td>Saldo JHT</td><td>:</td><td>Rp. 33.441.200,-</td></tr></table>")

    @site.get("/")
    def form(ask: Ask) -> str:
        return """<form method=post action=/masuk><table><tr><td>Masuk sebagai<td><select name=jenis><option value=1 selected>Perusahaan<option value=2>Tenaga Kerja<option value=3>Mitra</select>
        <tr><td>User ID / NIK<td><input name=userid><tr><td>Password<td><input type=password name=pwd><tr><td><td><input type=submit value=Login></table></form>"""

    site.post("/masuk")(lambda ask: _enter(ask, ask.field("jenis") == "2" and ask.right("userid", "pwd")))


@readable("worker-and-employer-forms", total="71200050.00", road="login:/masuk > link:Saldo JHT")
def worker_and_employer_forms(site: Site) -> None:
    """Two log-in forms side by side: the employer's first, then the worker's."""
    site.login_path = "/"
    site.forbid("/sipp/masuk")
    _after(site, "<h3>Saldo JHT</h3><div>Rp 71.200.050</div>")

    @site.get("/")
    def form(ask: Ask) -> str:
        return """<div class=kolom><fieldset><legend>Perusahaan (SIPP Online)</legend><form method=post action=/sipp/masuk>NPP <input name=npp> Password <input type=password name=pass_prs> <button>Login Perusahaan</button></form></fieldset></div>
        <div class=kolom><fieldset><legend>Tenaga Kerja</legend><form method=post action=/masuk>Email/NIK <input name=user_tk> Password <input type=password name=pass_tk> <button>Login Tenaga Kerja</button></form></fieldset></div>"""

    site.post("/masuk")(lambda ask: _enter(ask, ask.right("user_tk", "pass_tk")))


@readable("multipart-log-in", total="10010010.00", road="link:Login > login > link:Saldo JHT")
def multipart_log_in(site: Site) -> None:
    """The log-in form says enctype=multipart/form-data, and the server means it."""
    site.login_path = "/login"
    _after(site, "<dl><dt>Saldo JHT<dd>Rp 10.010.010</dl>")
    site.get("/")(lambda ask: '<a href="/login">Login</a> <a href="/bantuan">Bantuan</a>')
    site.get("/login")(
        lambda ask: (
            '<form method="post" enctype="multipart/form-data" action="/login"><label>Email<input name="email"></label><label>Password<input name="password" type="password"></label><input type="submit" name="ok" value="Login"></form>'
        )
    )
    site.post("/login")(
        lambda ask: _enter(
            ask,
            ask.headers.get("content-type", "").startswith("multipart/form-data")
            and ask.field("ok") == "Login"
            and ask.right("email", "password"),
        )
    )
