"""Readable portals with something on the road that a careless reader trips over."""

from __future__ import annotations

from collections.abc import Iterator
from time import sleep

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


def _door(site: Site, path: str, to: str, notice: str = "") -> None:
    site.login_path = path

    @site.get(path)
    def form(ask: Ask) -> str:
        return f'{notice}<form method="post" action="{path}"><label>E-mail <input name="email"></label> <label>Password <input type="password" name="password"></label> <button>Login</button></form>'

    @site.post(path)
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "password"):
            return "<p>E-mail atau password salah</p>"
        ask.sign_in()
        return redirect(to)


@readable("alarming-notices", total="23456789.00", road="login > link:Saldo JHT")
def alarming_notices(site: Site) -> None:
    """Log-in and welcome page are full of words of failure that mean nothing: 'salah', 'terkunci', 'Terakhir login', 'gagal'."""
    site.leave("/keluar")
    _door(
        site,
        "/",
        "/menu",
        "<ul><li>Bila salah memasukkan password 3 kali, akun akan terkunci.</li><li>Bila lupa, hubungi 175.</li><li>Sesi akan berakhir setelah 15 menit.</li><li>Waspada penipuan: kami tidak pernah meminta kode OTP.</li></ul><noscript>JavaScript Anda tidak aktif</noscript>",
    )
    site.get("/menu", member=True)(
        lambda ask: (
            '<p>Selamat datang SITI KENARI. Terakhir login: 12-11-2026 08:15 dari 127.0.0.1. Login gagal sebelumnya: 0 kali.</p><p>Jangan berikan password Anda kepada siapa pun.</p><a href="/ubah">Ubah password</a> <a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>'
        )
    )
    site.get("/saldo", member=True)(
        lambda ask: Reply(
            '<p>Bila data salah atau tidak sesuai, hubungi 175.</p><table><tr><td>Saldo JHT<td>Rp 23.456.789</table><a href="/keluar">Keluar</a>',
            balance="saldo",
        )
    )
    site.forbid("/ubah")


@readable(
    "log-out-comes-first",
    total="4004004.00",
    spare_pin=True,
    road="link:Login > login > link:Saldo JHT",
    cards=[CardSays("4004004.00", kpj="70000000007")],
)
def log_out_comes_first(site: Site) -> None:
    """Every page begins with 'Keluar'; the menu also has Hapus Akun, Klaim Saldo, news, and a saldo of something else."""
    site.leave("/saldo/keluar")
    site.forbid("/akun/hapus", "/saldo/klaim", "/saldo/simulasi", "/saldo/pindah", "/registrasi", "/berita/1", "/saldo/tarik")
    site.get("/")(
        lambda ask: (
            '<a href="/registrasi">Registrasi untuk cek saldo JHT</a> <a href="/berita/1">Saldo JHT naik 5,7% tahun ini</a> <a href="/masuk">Login</a>'
        )
    )
    _door(site, "/masuk", "/menu")
    site.get("/menu", member=True)(
        lambda ask: (
            """<ol><li><a href="/saldo/keluar">Keluar</a><li><a href="/akun/hapus">Hapus Akun</a><li><a href="/saldo/klaim">Klaim Saldo</a><li><a href="/saldo/klaim">Ajukan Klaim Saldo JHT</a><li><a href="/saldo/simulasi">Simulasi Saldo JHT</a><li><a href="/saldo/tarik">Tarik Saldo JHT</a><li><a href="/saldo/pindah">Gabung Saldo JHT</a><li><a href="/saldo/jp">Saldo JP</a><li><a href="/berita/1">Cara cek saldo JHT lewat SMS</a><li><a href="/saldo/jht">Saldo JHT</a></ol>"""
        )
    )
    site.get("/saldo/jp", member=True)(lambda ask: "<p>Saldo JP: Rp 1.234.567</p>")
    site.get("/saldo/jht", member=True)(
        lambda ask: Reply(
            '<a href="/saldo/keluar">Keluar</a><table><tr><th>No. KPJ</th><th>Saldo JHT</th></tr><tr><td>70000000007</td><td>Rp 4.004.004</td></tr></table>',
            balance="saldo",
        )
    )


@readable("gzip-and-chunks", total="81818181.00", road="login > link:Saldo JHT")
def gzip_and_chunks(site: Site) -> None:
    """Every answer is packed or comes in chunks that cut words and tags in two."""
    site.leave("/keluar")
    site.login_path = "/"
    site.get("/")(
        lambda ask: Reply(
            "<!-- "
            + "x" * 650
            + ' --><form method="post" action="/masuk"><label>Email<input name="email"></label><label>Kata sandi<input type="password" name="sandi"></label><button>Masuk</button></form>',
            chunked=True,
        )
    )

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply:
        if not ask.right("email", "sandi"):
            return Reply("<p>Kata sandi salah</p>", gzip=True)
        ask.sign_in()
        return redirect("/menu")

    site.get("/menu", member=True)(lambda ask: Reply('<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>', gzip=True))
    site.get("/saldo", member=True)(
        lambda ask: Reply(
            "<p>"
            + "Keterangan. " * 57
            + "</p><table><tr><td>Saldo JHT</td><td>Rp 81.818.181,00</td></tr></table><a href=/keluar>Keluar</a>",
            balance="saldo",
            gzip=True,
            chunked=True,
        )
    )


@readable("slow-but-honest", total="616161.00", road="login > link:Saldo JHT")
def slow_but_honest(site: Site) -> None:
    """A tired server: a second and a half before each answer, the balance in small parts with pauses."""
    site.leave("/keluar")
    _door(site, "/", "/menu")
    site.get("/menu", member=True)(lambda ask: Reply('<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>', wait_s=1.5))

    def parts() -> Iterator[bytes]:
        for part in (
            b"<table><tr><td>Sal",
            b"do JHT</td><td>Rp 616",
            b".161,00</td></tr></table>",
            b"<a href=/keluar>Keluar</a>",
        ):
            sleep(0.4)
            yield part

    site.get("/saldo", member=True)(lambda ask: Reply(stream=parts, balance="saldo", wait_s=1.5))


@readable("figure-on-two-pages", total="60600606.00", road="link:Masuk > login > link:Rincian Saldo JHT")
def figure_on_two_pages(site: Site) -> None:
    """The page after the log-in already shows the total; the details by card are one link further. Either is right."""
    site.leave("/keluar")
    site.get("/")(lambda ask: '<a href="/masuk">Masuk</a>')
    _door(site, "/masuk", "/menu")
    site.get("/menu", member=True)(
        lambda ask: Reply(
            '<div>Saldo JHT</div><div>Rp 60.600.606</div><a href="/rincian">Rincian Saldo JHT</a> <a href="/keluar">Keluar</a>',
            balance="menu",
        )
    )
    site.get("/rincian", member=True)(
        lambda ask: Reply(
            '<table><tr><th>KPJ<th>Saldo JHT<tr><td>80000000008<td>Rp 60.000.000<tr><td>80000000009<td>Rp 600.606<tr><th>Total<td>Rp 60.600.606</table><a href="/keluar">Keluar</a>',
            balance="saldo",
        )
    )


@readable("cookies-on-the-way", total="1212121.00", road="login > link:Saldo JHT")
def cookies_on_the_way(site: Site) -> None:
    """Two cookies of one name on different paths, an old one deleted, a device cookie that must come back, strange expiry dates."""
    site.leave("/app/keluar")
    site.start = site.login_path = "/app/masuk"
    site.cookie_attributes = "; Path=/app"

    @site.get("/app/masuk")
    def form(ask: Ask) -> str:
        ask.cookies += [
            "pelacak=lama; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
            f"perangkat={ask.token('p')}; Path=/app; Expires=Wed, 30-Dec-2037 23:59:59 GMT",
            "bahasa=id; Path=/",
        ]
        return '<form method="post"><label>Email <input name="email"></label> <label>Kata sandi <input name="sandi" type="password"></label><button>Masuk</button></form>'

    @site.post("/app/masuk")
    def enter(ask: Ask) -> Reply | str:
        cookies = ask.headers.get("cookie", "")
        if not (ask.right("email", "sandi") and f"perangkat={ask.token('p')}" in cookies and "pelacak" not in cookies):
            return "<p>Perangkat tidak dikenal</p>"
        ask.sign_in()
        ask.cookies.append("bahasa=id-ID; Path=/app")
        return redirect("menu")

    site.get("/app/menu", member=True)(lambda ask: '<a href="saldo">Saldo JHT</a> <a href="keluar">Keluar</a>')
    site.get("/app/saldo", member=True)(
        lambda ask: Reply("<p><b>Saldo JHT</b> Rp 1.212.121</p><a href=keluar>Keluar</a>", balance="saldo")
    )
