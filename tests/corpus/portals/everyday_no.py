"""Portals to be refused without any great trick: opening hours, unfinished accounts, a third field, data in other clothes."""

from __future__ import annotations

from tests.corpus.portals.registry import refused
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect

_FORM = '<form method="post" action="/masuk"><label>Email <input name="email"></label> <label>Kata sandi <input type="password" name="sandi"></label>{}<button>Masuk</button></form>'


def _says(site: Site, words: str, status: int = 200) -> None:
    """A plain form; this is the answer to whatever is sent."""
    site.get("/")(lambda ask: _FORM.format(""))
    site.post("/masuk")(lambda ask: Reply(words, status))


def _member(site: Site, saldo: Reply | str, menu: str = '<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>') -> None:
    site.login_path = "/"
    site.leave("/keluar")
    site.get("/")(lambda ask: _FORM.format(""))

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "sandi"):
            return "<p>Kata sandi salah</p>"
        ask.sign_in()
        return redirect("/menu")

    site.get("/menu", member=True)(lambda ask: menu)
    site.get("/saldo", member=True)(lambda ask: saldo)


@refused("outside-opening-hours", "maintenance", logins=0)
def opening_hours(site: Site) -> None:
    """'Layanan hanya dapat diakses pukul 06.00 - 17.00 WIB' and nothing else."""
    site.get("/")(
        lambda ask: (
            "<h2>Mohon maaf</h2><p>Layanan hanya dapat diakses pada hari kerja pukul 06.00 - 17.00 WIB. Silakan kembali pada jam layanan.</p>"
        )
    )


@refused("server-busy", "maintenance", "network")
def busy(site: Site) -> None:
    """'Server sedang sibuk, silakan coba beberapa saat lagi' in answer to the log-in."""
    _says(site, "<p>Server sedang sibuk, silakan coba beberapa saat lagi.</p>", 503)


@refused("maintenance-in-english", "maintenance", logins=0)
def maintenance_english(site: Site) -> None:
    """'We'll be back soon': the site is under maintenance."""
    site.get("/")(lambda ask: "<h1>We&rsquo;ll be back soon!</h1><p>Our site is currently undergoing scheduled maintenance.</p>")


@refused("deactivated", "account_locked", quotes="dinonaktifkan")
def deactivated(site: Site) -> None:
    """'Akun Anda telah dinonaktifkan.'"""
    _says(site, f'<div role="alert">Akun Anda telah dinonaktifkan. Hubungi kantor cabang terdekat.</div>{_FORM.format("")}')


@refused("not-yet-activated", "human_needed", "page_not_understood", "account_locked", need=("unknown", "otp", "data_update"))
def not_activated(site: Site) -> None:
    """'Akun belum diaktivasi, silakan cek e-mail': not a wrong secret."""
    _says(
        site, f'<div role="alert">Akun belum diaktivasi. Silakan klik tautan aktivasi pada e-mail Anda.</div>{_FORM.format("")}'
    )


@refused("signed-out-for-idleness", "session_expired")
def idle(site: Site) -> None:
    """English: 'You have been logged out due to inactivity.'"""
    _member(site, f"<p>You have been logged out due to inactivity. Please sign in again.</p>{_FORM.format('')}")


@refused("a-third-field", "human_needed", "page_not_understood", need=("unknown", "captcha", "data_update"), logins=0)
def third_field(site: Site) -> None:
    """The log-in wants the date of birth too, which nobody gave us."""
    site.get("/")(lambda ask: _FORM.format('<label>Tanggal lahir <input name="tgl" placeholder="dd-mm-yyyy" required></label>'))
    site.post("/masuk")(lambda ask: "<p>Tanggal lahir harus diisi</p>")


@refused("otp-in-the-form", "human_needed", need="otp", logins=0)
def otp_in_form(site: Site) -> None:
    """The log-in form itself has a field for the code from the authenticator."""
    site.get("/")(
        lambda ask: _FORM.format(
            '<label>Kode OTP <input name="otp" inputmode="numeric" autocomplete="one-time-code"></label><button type="button">Kirim OTP</button>'
        )
    )
    site.post("/masuk")(lambda ask: "<p>Kode OTP salah</p>")


@refused("balance-as-json", "page_not_understood")
def as_json(site: Site) -> None:
    """The link 'Saldo JHT' answers with JSON meant for a script."""
    _member(
        site,
        Reply(
            '{"ret":0,"msg":"Sukses","data":[{"kpj":"10000000001","program":"Saldo JHT","nomSaldo":"48731902"}]}',
            content_type="application/json",
        ),
    )


@refused("router-by-hash", "page_not_understood", "human_needed")
def by_hash(site: Site) -> None:
    """Behind the log-in everything is '#/saldo' for a script; the page itself holds templates with {{ saldo }}."""
    _member(
        site,
        "",
        '<div id="app"><a href="#/saldo">Saldo JHT</a> <a href="#/klaim">Klaim</a><div v-if="saldo"><p>Saldo JHT</p><p>Rp {{ saldo.jht | rupiah }}</p></div></div><script src="/app.js"></script>',
    )


@refused("family-members-list", "page_not_understood")
def family(site: Site) -> None:
    """A foreman's account: balances of many people with names, none of them said to be one's own."""
    _member(
        site,
        "<h2>Daftar Tenaga Kerja</h2><table><tr><th>No<th>Nama Tenaga Kerja<th>Saldo JHT<tr><td>1<td>BUDI ANGGREK<td>Rp 10.000.000<tr><td>2<td>CICI DAHLIA<td>Rp 20.000.000<tr><td>3<td>DODI MELATI<td>Rp 30.000.000</table><a href=/keluar>Keluar</a>",
    )


@refused("saldo-of-another-year", "page_not_understood", "no_balance")
def opening_only(site: Site) -> None:
    """Only 'Saldo Awal' and contributions are given, the closing balance is not printed; nothing is added up by us."""
    _member(
        site,
        "<h2>Rincian JHT</h2><table><tr><td>Saldo Awal Tahun<td>Rp 10.000.000<tr><td>Iuran Tahun Berjalan<td>Rp 2.736.000<tr><td>Pengembangan<td>Rp 512.000</table><a href=/keluar>Keluar</a>",
    )
