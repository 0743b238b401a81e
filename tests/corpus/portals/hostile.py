"""Portals that lead a secret astray: foreign hosts in redirects, forms, frames and links, log-ins by GET, echoes of what was typed."""

from __future__ import annotations

from urllib.parse import quote

from tests.corpus.portals.registry import refused
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import LOGIN_SECRET, Ask, Reply, redirect

_FIELDS = '<label>Email <input name="email"></label> <label>Kata sandi <input type="password" name="sandi"></label>'


def _start(site: Site, form: str) -> None:
    site.get("/")(lambda ask: f"<h1>Masuk</h1>{form}")


def _plain(site: Site, answer: str | Reply) -> None:
    """A good form; this is the answer to it."""
    site.login_path = "/"
    _start(site, f'<form method="post" action="/masuk">{_FIELDS}<button>Masuk</button></form>')

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        ask.sign_in()
        return answer


@refused("start-leads-away", "blocked", logins=0)
def start_leads_away(site: Site) -> None:
    """The start page redirects to another port of the same machine: another origin."""
    other = site.foreign()
    site.get("/")(lambda ask: redirect(f"{other.base}/login"))


@refused("answer-leads-away", "blocked")
def answer_leads_away(site: Site) -> None:
    """The log-in is answered with a redirect to the same server under another host name."""
    _plain(site, redirect(f"{site.alias()}/beranda"))


@refused("refresh-leads-away", "blocked")
def refresh_leads_away(site: Site) -> None:
    """After the log-in a meta refresh to a foreign host."""
    other = site.foreign()
    _plain(site, f'<meta http-equiv="refresh" content="0; url={other.base}/sso"><p>Mengalihkan…</p>')


@refused("script-leads-away", "blocked", "page_not_understood")
def script_leads_away(site: Site) -> None:
    """After the log-in window.location.replace to a foreign host."""
    other = site.foreign()
    _plain(site, f"<script>window.location.replace('{other.base}/jmo')</script>")


@refused("post-handed-on", "blocked")
def post_handed_on(site: Site) -> None:
    """307 to a foreign host: a browser would send the secret once more, there."""
    other = site.foreign()
    _plain(site, redirect(f"{other.base}/masuk", 307))


@refused("post-repeated-at-home", "blocked", "page_not_understood")
def post_repeated(site: Site) -> None:
    """308 to another path of the same origin: following it would send the secret a second time."""
    _plain(site, redirect("/masuk/", 308))
    site.post("/masuk/")(lambda ask: "<p>Selamat datang</p>")


@refused("form-goes-to-another-host", "blocked", logins=0)
def form_to_host(site: Site) -> None:
    """The log-in form's action is the same server under the name localhost."""
    _start(site, f'<form method="post" action="{site.alias()}/masuk">{_FIELDS}<button>Masuk</button></form>')


@refused("form-goes-to-another-port", "blocked", logins=0)
def form_to_port(site: Site) -> None:
    """The log-in form's action is http on another port."""
    _start(site, f'<form method="post" action="{site.foreign().base}/masuk">{_FIELDS}<button>Masuk</button></form>')


@refused("form-without-scheme", "blocked", logins=0)
def form_without_scheme(site: Site) -> None:
    """action="//localhost:…/": a foreign host without a scheme."""
    _start(site, f'<form method="post" action="//localhost:{site.foreign().port}/masuk">{_FIELDS}<button>Masuk</button></form>')


@refused("base-leads-away", "blocked", logins=0)
def base_leads_away(site: Site) -> None:
    """A base href to a foreign host makes the harmless action="masuk" a foreign one."""
    other = site.foreign()
    site.get("/")(
        lambda ask: (
            f'<html><head><base href="{other.base}/"></head><body><form method="post" action="masuk">{_FIELDS}<button>Masuk</button></form></body></html>'
        )
    )


@refused("button-leads-away", "blocked", "page_not_understood", logins=(0, 1))
def button_leads_away(site: Site) -> None:
    """The button's formaction sends the form to a foreign host, whatever the form's action says."""
    _start(
        site,
        f'<form method="post" action="/masuk">{_FIELDS}<button formaction="{site.foreign().base}/masuk">Masuk</button></form>',
    )


@refused("backslash-action", "blocked", "page_not_understood", logins=(0, 1))
def backslash(site: Site) -> None:
    """A backslash in the action: browsers read a foreign host there, naive parsers a path at home."""
    _start(site, f'<form method="post" action="/\\localhost:{site.foreign().port}/masuk">{_FIELDS}<button>Masuk</button></form>')


@refused("log-in-by-get", "blocked", logins=0)
def by_get(site: Site) -> None:
    """A log-in form without a method: the secret would stand in the address."""
    _start(site, f'<form action="/masuk">{_FIELDS}<button>Masuk</button></form>')
    site.get("/masuk")(lambda ask: "<table><tr><td>Saldo JHT<td>Rp 5.000.000</table>")


@refused("button-makes-it-get", "blocked", "page_not_understood", logins=(0, 1))
def button_get(site: Site) -> None:
    """method=post on the form, formmethod=get on its only button."""
    _start(site, f'<form method="post" action="/masuk">{_FIELDS}<button formmethod="get">Masuk</button></form>')
    site.get("/masuk")(lambda ask: "<p>Selamat datang</p>")


@refused("mailto-action", "blocked", "page_not_understood", logins=0)
def mailto(site: Site) -> None:
    """The form is sent by mail."""
    _start(
        site,
        f'<form method="post" action="mailto:admin@example.test" enctype="text/plain">{_FIELDS}<button>Masuk</button></form>',
    )


@refused("name-before-the-host", "blocked", "page_not_understood", logins=0)
def name_before_host(site: Site) -> None:
    """The only link to the log-in carries our host as a user name in front of a foreign one."""
    other = site.foreign()
    site.get("/")(lambda ask: f'<a href="http://127.0.0.1:{site.port}@localhost:{other.port}/masuk">Masuk</a>')


@refused("log-in-in-a-foreign-frame", "blocked", "page_not_understood", logins=0)
def foreign_frame(site: Site) -> None:
    """The log-in form lives in an iframe of another origin."""
    other = site.foreign()
    site.get("/")(lambda ask: f'<h1>Portal Peserta</h1><iframe src="{other.base}/login" width=400></iframe>')


@refused("balance-in-a-foreign-frame", "blocked", "page_not_understood")
def balance_foreign_frame(site: Site) -> None:
    """The balance is shown by a foreign origin in a frame."""
    other = site.foreign()
    _plain(site, f'<h2>Saldo JHT</h2><iframe src="{other.base}/saldo" title="Saldo JHT"></iframe>')


@refused("balance-elsewhere", "blocked", "page_not_understood")
def balance_elsewhere(site: Site) -> None:
    """The link 'Lihat Saldo JHT' leads to a foreign host only."""
    other = site.foreign()
    site.forbid("/klaim")
    _plain(site, f'<a href="/klaim">Klaim JHT</a> <a href="{other.base}/saldo">Lihat Saldo JHT</a>')


@refused("untrusted-certificate", "network", "blocked", logins=0, tls=True)
def untrusted(site: Site) -> None:
    """https with a certificate that nobody vouches for: no request is made at all."""
    _start(site, f'<form method="post" action="/masuk">{_FIELDS}<button>Masuk</button></form>')


@refused("secret-echoed-in-the-page", "credentials_rejected", "page_not_understood")
def echoed(site: Site) -> None:
    """The refusal repeats what was typed: the portal's words are shown, the secret in them is not."""
    _plain(site, "")
    site.post("/masuk")(
        lambda ask: f"<p>Kata sandi '{ask.field('sandi').replace('&', '&amp;')}' salah untuk {ask.field('email')}</p>"
    )


@refused("secret-echoed-in-an-alert", "credentials_rejected", "page_not_understood")
def echoed_alert(site: Site) -> None:
    """The same in an alert, quoted as an address would quote it."""
    _plain(site, "")
    site.post("/masuk")(
        lambda ask: f"<script>alert('Login gagal: kata sandi {quote(LOGIN_SECRET, safe='')} salah');history.back()</script>"
    )


@refused("secret-in-the-redirect", "blocked", "credentials_rejected", "page_not_understood")
def secret_in_redirect(site: Site) -> None:
    """The answer redirects to an address that holds the secret: it is not asked for."""
    _plain(site, redirect(f"/ulang?error=Kata+sandi+salah&sandi={quote(LOGIN_SECRET, safe='')}"))
    site.get("/ulang")(lambda ask: "<p>Kata sandi salah</p>")
