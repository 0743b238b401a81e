"""What a portal says instead of a balance, and where it says it: in the page, in the address, in a script, in a modal."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.portals.registry import refused
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import PIN, Ask, Reply, redirect

_FORM = '<form method="post" action="/masuk"><p><label>Email/NIK <input name="user"></label></p><p><label>Kata sandi <input type="password" name="sandi"></label></p><button>Masuk</button></form>'


def _says(site: Site, answer: Callable[[Ask], Reply | str]) -> None:
    """A start page with a plain form; whatever is sent gets this answer."""
    site.get("/")(lambda ask: f"<title>Masuk</title><h1>Masuk</h1>{_FORM}<a href='/daftar'>Buat akun</a>")
    site.forbid("/daftar")
    site.post("/masuk")(answer)


def _behind(
    site: Site, saldo: Callable[[Ask], Reply | str], menu: str = '<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>'
) -> None:
    """A log-in that works, a menu, and this answer where the balance should be."""
    site.login_path = "/"
    site.leave("/keluar")

    def enter(ask: Ask) -> Reply | str:
        if not ask.right("user", "sandi"):
            return "<p>salah</p>"
        ask.sign_in()
        return redirect("/menu")

    _says(site, enter)
    site.get("/menu", member=True)(lambda ask: menu)
    site.get("/saldo", member=True)(saldo)


@refused("wrong-in-the-page", "credentials_rejected", quotes="Akun tidak ditemukan")
def wrong_in_page(site: Site) -> None:
    """The form again, above it an alert: 'Akun tidak ditemukan pastikan email dan password anda benar'."""
    _says(
        site,
        lambda ask: f'<div class="alert alert-danger">Akun tidak ditemukan pastikan email dan password anda benar</div>{_FORM}',
    )


@refused("wrong-in-the-address", "credentials_rejected")
def wrong_in_address(site: Site) -> None:
    """Back to the log-in page; only the address says it (?error=…), a script would show it."""
    _says(site, lambda ask: redirect("/masuk?error=Email+atau+kata+sandi+salah"))
    site.get("/masuk")(
        lambda ask: f"<script>var e=new URLSearchParams(location.search).get('error'); if(e) tampil(e);</script>{_FORM}"
    )


@refused("wrong-in-an-alert", "credentials_rejected", quotes="PIN yang Anda masukkan salah")
def wrong_in_alert(site: Site) -> None:
    """Nothing but a script: alert('…'); history.back()."""
    _says(
        site,
        lambda ask: (
            "<html><body><script language=javascript>alert('User ID atau PIN yang Anda masukkan salah!');history.back();</script></body></html>"
        ),
    )


@refused("wrong-in-a-modal", "credentials_rejected", quotes="Password yang Anda masukkan salah")
def wrong_in_modal(site: Site) -> None:
    """A SweetAlert2 box as it stands in the page once built."""
    _says(
        site,
        lambda ask: (
            f'{_FORM}<div class="swal2-container"><div role="dialog" class="swal2-popup swal2-modal swal2-icon-error swal2-show"><h2 class="swal2-title">Gagal</h2><div class="swal2-html-container">Password yang Anda masukkan salah</div><button class="swal2-confirm">OK</button></div></div>'
        ),
    )


@refused("wrong-in-a-toast", "credentials_rejected")
def wrong_in_toast(site: Site) -> None:
    """The words are an argument of a script: Swal.fire({…, text: '…'})."""
    _says(
        site,
        lambda ask: (
            f"""{_FORM}<script>$(function(){{ Swal.fire({{"icon":"error","title":"Oops...","text":"Email atau password tidak sesuai"}}); }});</script>"""
        ),
    )


@refused("wrong-in-english", "credentials_rejected")
def wrong_in_english(site: Site) -> None:
    """401 with 'Invalid email or password.'"""
    _says(site, lambda ask: Reply(f'<ul class="errorlist"><li>Invalid email or password.</li></ul>{_FORM}', 401))


@refused("wrong-beside-a-warning", "credentials_rejected", quotes="2 kali lagi")
def wrong_beside_warning(site: Site) -> None:
    """A wrong secret with the threat of a lock: it is not locked yet."""
    _says(
        site,
        lambda ask: (
            f'<p style="color:red">Kata sandi salah. Anda memiliki kesempatan 2 kali lagi sebelum akun terkunci.</p>{_FORM}'
        ),
    )


@refused("not-registered", "credentials_rejected", quotes="Email belum terdaftar")
def not_registered(site: Site) -> None:
    """The portal does not know the e-mail."""
    _says(site, lambda ask: f'<span class="help-block">Email belum terdaftar</span>{_FORM}')


@refused("wrong-pin", "credentials_rejected", pins=1, pin=True)
def wrong_pin(site: Site) -> None:
    """The PIN before the balance is refused and asked for again: it is sent once."""
    gate = '<form method="post" action="/saldo"><label>Masukkan PIN <input type="password" name="pin" maxlength="6"></label><button>OK</button></form>'
    _behind(site, lambda ask: gate)
    site.post("/saldo", member=True)(
        lambda ask: f"<p>PIN yang Anda masukkan salah</p>{gate}" if ask.field("pin") == PIN else "<p>PIN harus diisi</p>"
    )


@refused("locked", "account_locked", quotes="terkunci")
def locked(site: Site) -> None:
    """'Akun Anda terkunci karena salah memasukkan kata sandi 3 kali': the word 'salah' is there too."""
    _says(
        site,
        lambda ask: (
            f'<div class="alert">Akun Anda terkunci karena salah memasukkan kata sandi 3 kali. Silakan hubungi 175.</div>{_FORM}'
        ),
    )


@refused("suspended-in-a-script", "account_locked")
def suspended(site: Site) -> None:
    """An alert says the user is blocked, then the script leads back to the start page."""
    _says(site, lambda ask: "<script>alert('User Anda diblokir. Hubungi Call Center 175');window.location='/';</script>")


@refused("session-over-on-the-way", "session_expired")
def session_over(site: Site) -> None:
    """200 with a script where the balance should be: window.location='login.bpjs?error=Silahkan Login ulang'."""
    _behind(site, lambda ask: "<script>window.location='/login.bpjs?error=Silahkan Login ulang'</script>")
    site.get("/login.bpjs")(lambda ask: _FORM)


@refused("session-over-in-words", "session_expired")
def session_over_words(site: Site) -> None:
    """The balance page says the session has ended and shows the log-in form below."""
    _behind(site, lambda ask: f"<p>Session Anda Telah habis silakan login kembali</p>{_FORM}")


@refused("thrown-back-to-the-form", "session_expired", "page_not_understood")
def thrown_back(site: Site) -> None:
    """The balance answers 302 to the log-in page, which says nothing."""
    _behind(site, lambda ask: redirect("/"))


@refused("maintenance-503", "maintenance", logins=0)
def maintenance_503(site: Site) -> None:
    """503 with a page and Retry-After."""
    site.get("/")(
        lambda ask: Reply(
            "<h1>503 Service Temporarily Unavailable</h1><p>Mohon maaf, sistem sedang dalam pemeliharaan.</p>",
            503,
            (("Retry-After", "3600"),),
        )
    )


@refused("maintenance-200", "maintenance", logins=0)
def maintenance_200(site: Site) -> None:
    """The start page says 'sedang dalam pemeliharaan' as 200, with a picture and nothing to press."""
    site.get("/")(
        lambda ask: (
            '<title>Pemeliharaan</title><img src="tukang.png"><h2>Mohon maaf, sistem sedang dalam pemeliharaan.</h2><p>Silakan kembali pukul 06.00 WIB.</p>'
        )
    )


@refused("maintenance-after-log-in", "maintenance", quotes="gangguan")
def maintenance_after(site: Site) -> None:
    """The balance page: 'Layanan sedang mengalami gangguan. Silakan coba beberapa saat lagi.'"""
    _behind(
        site,
        lambda ask: (
            "<div class=alert>Layanan sedang mengalami gangguan. Silakan coba beberapa saat lagi.</div><a href=/keluar>Keluar</a>"
        ),
    )


@refused("too-many-requests", "maintenance", "blocked", "network", "page_not_understood", "human_needed", logins=(0, 1))
def too_many(site: Site) -> None:
    """429 to the log-in: tried again neither at once nor later."""
    _says(site, lambda ask: Reply("<h1>Terlalu banyak permintaan</h1><p>Coba lagi nanti.</p>", 429, (("Retry-After", "1"),)))


@refused("no-balance", "no_balance", quotes="Data saldo tidak ditemukan")
def no_balance(site: Site) -> None:
    """'Data saldo tidak ditemukan': the portal understood and has nothing."""
    _behind(site, lambda ask: "<h2>Saldo JHT</h2><p>Data saldo tidak ditemukan</p><a href=/keluar>Keluar</a>")


@refused("no-balance-empty-table", "no_balance", "page_not_understood")
def no_balance_table(site: Site) -> None:
    """A table with its head and one row that says 'Tidak ada data'."""
    _behind(
        site,
        lambda ask: (
            '<table><thead><tr><th>KPJ</th><th>Saldo JHT</th></tr></thead><tbody><tr><td colspan="2">Tidak ada data</td></tr></tbody></table><a href=/keluar>Keluar</a>'
        ),
    )


@refused("unknown-words", "page_not_understood", quotes="0x81")
def unknown_words(site: Site) -> None:
    """'Kode 0x81: hubungi admin' is not a wrong secret; the words are shown."""
    _says(site, lambda ask: f'<p class="msg">Kode 0x81: hubungi admin</p>{_FORM}')


@refused("refused-by-a-gateway", "page_not_understood", "blocked", "maintenance")
def gateway(site: Site) -> None:
    """403 'Permintaan ditolak' with a support number, from something in front of the portal."""
    _says(
        site,
        lambda ask: Reply(
            "<html><title>Request Rejected</title><body>Permintaan ditolak. Support ID: 1234567890123</body></html>", 403
        ),
    )
