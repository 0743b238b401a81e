"""Portals that hold no balance of ours, or none that can be proved: the wrong door, a shell, doubtful figures."""

from __future__ import annotations

from tests.corpus.portals.registry import refused
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


def _shows(site: Site, page: str, menu: str = '<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>') -> None:
    """A good log-in and menu; the balance page is `page`."""
    site.login_path = "/"
    site.leave("/keluar")
    site.get("/")(
        lambda ask: (
            '<form method="post" action="/masuk"><label>Email <input name="email"></label> <label>Kata sandi <input type="password" name="sandi"></label><button>Masuk</button></form>'
        )
    )

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "sandi"):
            return "<p>Kata sandi salah</p>"
        ask.sign_in()
        return redirect("/menu")

    site.get("/menu", member=True)(lambda ask: menu)
    site.get("/saldo", member=True)(lambda ask: f'{page}<p><a href="/keluar">Keluar</a></p>')


@refused("script-shell", "page_not_understood", "human_needed", logins=0)
def script_shell(site: Site) -> None:
    """An empty div and a bundle: the page is made by script."""
    site.get("/")(
        lambda ask: (
            '<!doctype html><html><head><title>Portal Peserta</title></head><body><noscript>We\'re sorry but this app doesn\'t work properly without JavaScript enabled.</noscript><div id="app"></div><script src="/js/chunk-vendors.8f1c.js"></script></body></html>'
        )
    )


@refused("registration-only", "page_not_understood", "human_needed", logins=0)
def registration_only(site: Site) -> None:
    """The only password field is in a registration form."""
    site.get("/")(
        lambda ask: (
            '<h1>Pendaftaran Akun</h1><form method="post" action="/daftar"><label>No. KPJ <input name="kpj"></label><label>Nama ibu kandung <input name="ibu"></label><label>Email <input name="email"></label><label>Buat kata sandi <input type="password" name="sandi"></label><button>Daftar</button></form>'
        )
    )
    site.forbid("/daftar")


@refused("employers-only", "page_not_understood", "human_needed", "blocked", logins=0)
def employers_only(site: Site) -> None:
    """SIPP Online: an employer's log-in, NPP and password, nothing for workers."""
    site.get("/")(
        lambda ask: (
            '<title>SIPP Online</title><h1>Sistem Informasi Pelaporan Peserta</h1><p>Login Perusahaan</p><form id="form-login" method="post" action="/sipp"><label>NPP / Username Perusahaan <input name="npp"></label><label>Password <input type="password" name="password"></label><button>Login Perusahaan</button></form>'
        )
    )
    site.forbid("/sipp")


@refused("password-forgotten-only", "page_not_understood", "human_needed", logins=0)
def reset_only(site: Site) -> None:
    """A form to set a new password by a code from an e-mail; no log-in."""
    site.get("/")(
        lambda ask: (
            '<h1>Atur ulang kata sandi</h1><form method="post" action="/reset"><label>Email <input name="email"></label><label>Kata sandi baru <input type="password" name="p1"></label><label>Konfirmasi kata sandi baru <input type="password" name="p2"></label><button>Simpan</button></form>'
        )
    )
    site.forbid("/reset")


@refused("no-way-to-a-balance", "page_not_understood", "no_balance")
def no_way(site: Site) -> None:
    """After the log-in only Klaim, Simulasi, news and a change of password; nothing of it is opened as a balance."""
    site.forbid("/klaim", "/simulasi", "/ubah", "/hapus")
    _shows(
        site,
        "",
        '<a href="/klaim">Klaim Saldo JHT</a> <a href="/simulasi">Simulasi Saldo JHT</a> <a href="/ubah">Ubah Password</a> <a href="/hapus">Hapus Akun</a> <a href="/berita">Saldo JHT kini bisa dicek di ATM</a> <a href="/keluar">Keluar</a>',
    )
    site.get("/berita", member=True)(
        lambda ask: "<h1>Saldo JHT kini bisa dicek di ATM</h1><p>Contoh: Saldo JHT Rp 25.000.000</p>"
    )


@refused("does-not-add-up", "page_not_understood")
def does_not_add_up(site: Site) -> None:
    """Two cards and a total that is not their sum."""
    _shows(
        site,
        "<table><tr><th>KPJ<th>Saldo JHT<tr><td>10000000001<td>Rp 10.000.000<tr><td>10000000002<td>Rp 5.000.000<tr><th>Total<td>Rp 16.000.000</table>",
    )


@refused("two-figures-disagree", "page_not_understood")
def two_figures(site: Site) -> None:
    """'Saldo JHT' stands twice with different amounts."""
    _shows(
        site,
        "<div><span>Saldo JHT</span> <b>Rp 12.000.000</b></div><table><tr><td>Saldo JHT</td><td>Rp 21.000.000</td></tr></table>",
    )


@refused("ambiguous-number", "page_not_understood")
def ambiguous(site: Site) -> None:
    """'Saldo JHT: 1.250': a thousand or one and a quarter, nothing on the page decides."""
    _shows(site, "<p>Saldo JHT: 1.250</p>")


@refused("mixed-number-styles", "page_not_understood")
def mixed_styles(site: Site) -> None:
    """Both 1.234.567,00 and 1,234,567.00 on one page: the style of the figure itself cannot be trusted."""
    _shows(
        site,
        "<table><tr><td>Iuran</td><td>1.234.567,00</td></tr><tr><td>Pengembangan</td><td>2,345,678.00</td></tr><tr><td>Saldo JHT</td><td>48.731</td></tr></table>",
    )


@refused("pension-only", "page_not_understood", "no_balance")
def pension_only(site: Site) -> None:
    """The page has the balance of another programme, JP."""
    _shows(
        site,
        "<h2>Saldo</h2><table><tr><td>Program</td><td>Jaminan Pensiun (JP)</td></tr><tr><td>Saldo JP</td><td>Rp 3.760.000</td></tr></table>",
    )


@refused("simulation-behind-the-link", "page_not_understood")
def simulation(site: Site) -> None:
    """'Saldo JHT' opens a calculator that shows an example."""
    _shows(
        site,
        "<h2>Simulasi Saldo JHT</h2><p>Perhitungan ini hanya simulasi, bukan saldo sebenarnya.</p><form action='/hitung'><input name=upah value='5000000'><button>Hitung</button></form><table><tr><td>Perkiraan Saldo JHT</td><td>Rp 75.000.000</td></tr></table>",
    )


@refused("masked-amount", "page_not_understood", "no_balance")
def masked(site: Site) -> None:
    """The amount is starred until an eye is pressed, which is script."""
    _shows(
        site,
        '<div class="kartu"><p>Saldo JHT</p><h3>Rp **.***.***</h3><button type="button" onclick="tampil()">Lihat</button></div>',
    )


@refused("not-yet-computed", "no_balance", "page_not_understood")
def not_yet(site: Site) -> None:
    """'Saldo JHT: -', being computed."""
    _shows(
        site,
        "<table><tr><td>KPJ</td><td>10000000001</td></tr><tr><td>Saldo JHT</td><td>-</td></tr></table><p>Saldo sedang dalam proses perhitungan.</p>",
    )


@refused("negative-balance", "page_not_understood")
def negative(site: Site) -> None:
    """A balance below zero is none."""
    _shows(site, "<table><tr><td>Saldo JHT</td><td>Rp -1.500.000</td></tr></table>")


@refused("contributions-only", "page_not_understood", "no_balance")
def contributions_only(site: Site) -> None:
    """A table of monthly contributions with their sum; the balance itself is not there."""
    _shows(
        site,
        "<h2>Saldo JHT</h2><table><tr><th>BLTH<th>Upah<th>Iuran JHT<tr><td>09-2026<td>4.000.000<td>228.000<tr><td>10-2026<td>4.000.000<td>228.000<tr><th colspan=2>Jumlah Iuran<th>456.000</table>",
    )


@refused("one-card-page-broken", "page_not_understood", "maintenance", "network")
def one_card_broken(site: Site) -> None:
    """A page a card; the second one answers 500: the first alone is not the balance."""
    _shows(
        site,
        '<h2>Saldo JHT</h2><table><tr><th>KPJ<th>Saldo JHT<tr><td>10000000001<td><a href="/kartu/1">Lihat</a><tr><td>10000000002<td><a href="/kartu/2">Lihat</a></table>',
    )
    site.get("/kartu/1", member=True)(lambda ask: "<table><tr><td>KPJ<td>10000000001<tr><td>Saldo JHT<td>Rp 9.000.000</table>")
    site.get("/kartu/2", member=True)(lambda ask: Reply("<h1>Internal Server Error</h1>", 500))


@refused("one-choice-without-figure", "page_not_understood", "no_balance", "maintenance")
def one_choice_missing(site: Site) -> None:
    """A select of two cards; for the second the portal says the data could not be loaded."""
    _shows(site, "")

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> str:
        kpj = ask.query.get("kpj", "1")
        form = '<form action="/saldo">KPJ <select name="kpj"><option value="1">10000000001</option><option value="2">10000000002</option></select><button>Lihat</button></form>'
        shown = (
            "<p>KPJ 10000000001</p><p>Saldo JHT: Rp 9.000.000</p>"
            if kpj == "1"
            else "<p>KPJ 10000000002</p><p>Data gagal dimuat, silakan ulangi.</p>"
        )
        return f'{form}{shown}<a href="/keluar">Keluar</a>'


@refused("pages-do-not-add-up", "page_not_understood")
def pages_do_not_add_up(site: Site) -> None:
    """Two pages of cards whose sum is less than the total printed on both: one is missing."""
    _shows(site, "")

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> str:
        page = ask.query.get("hal", "1")
        rows = {"1": "<tr><td>10000000001<td>Rp 1.000.000", "2": "<tr><td>10000000002<td>Rp 2.000.000"}[page]
        return f'<table><tr><th>KPJ<th>Saldo JHT{rows}</table><p>Total Saldo JHT: Rp 6.000.000</p><a href="/saldo?hal=1">1</a> <a href="/saldo?hal=2">2</a> <a href="/keluar">Keluar</a>'
