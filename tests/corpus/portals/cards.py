"""Several cards: a select, a list of links, a row of pages, the same KPJ twice, a card emptied by a claim."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


def _door(site: Site, to: str) -> None:
    """The address is the log-in form; it leads to `to`."""
    site.login_path = "/"

    @site.get("/")
    def form(ask: Ask) -> str:
        return '<h1>Masuk</h1><form method="post" action="/masuk"><label for="e">Email</label><input id="e" name="email" type="email"><label for="k">Kata sandi</label><input id="k" name="sandi" type="password"><button type="submit">Masuk</button></form>'

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "sandi"):
            return "<p>Email atau kata sandi salah</p>"
        ask.sign_in()
        return redirect(to)


@readable(
    "select-by-get",
    total="30300000.00",
    road="login > link:Saldo JHT > choose:10111222334 - PT Satu > choose:10111222335 - PT Dua > choose:10111222336 - PT Tiga",
    cards=[
        CardSays("10000000.00", kpj="10111222334", company="PT Satu"),
        CardSays("20000000.00", kpj="10111222335", company="PT Dua"),
        CardSays("300000.00", kpj="10111222336", company="PT Tiga"),
    ],
)
def select_by_get(site: Site) -> None:
    """The balance page shows nothing until a KPJ is chosen in a select whose form is a GET; three cards."""
    site.balances_due = 3
    site.leave("/keluar")
    data = {
        "10111222334": ("PT Satu", "10.000.000"),
        "10111222335": ("PT Dua", "20.000.000"),
        "10111222336": ("PT Tiga", "300.000,00"),
    }
    _door(site, "/beranda")
    site.get("/beranda", member=True)(lambda ask: '<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>')

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> Reply | str:
        kpj = ask.query.get("kpj", "")
        options = "".join(
            f'<option value="{key}"{" selected" if key == kpj else ""}>{key} - {name}</option>' for key, (name, _) in data.items()
        )
        top = f'<a href="/keluar">Keluar</a><h2>Saldo JHT</h2><form method="get" action="/saldo"><label>Pilih KPJ <select name="kpj"><option value="">Pilih KPJ</option>{options}</select></label><button>Lihat</button></form>'
        if kpj not in data:
            return top
        return Reply(
            f"{top}<dl><dt>KPJ</dt><dd>{kpj}</dd><dt>Perusahaan</dt><dd>{data[kpj][0]}</dd><dt>Saldo JHT</dt><dd>Rp {data[kpj][1]}</dd></dl>",
            balance=kpj,
        )


@readable(
    "select-by-post",
    total="7777777.00",
    road="login > link:Cek Saldo > choose:20000000002",
    cards=[CardSays("7000000.00", kpj="20000000001"), CardSays("777777.00", kpj="20000000002")],
)
def select_by_post(site: Site) -> None:
    """The first card is shown at once, the other one after a POST with a token; the select names both."""
    site.balances_due = 2
    site.leave("/keluar")
    data = {"20000000001": "7.000.000", "20000000002": "777.777,00"}
    _door(site, "/beranda")
    site.get("/beranda", member=True)(lambda ask: '<a href="/saldo.php">Cek Saldo</a> <a href="/keluar">Keluar</a>')

    def page(ask: Ask, kpj: str) -> Reply:
        options = "".join(f'<option value="{n}"{" selected" if key == kpj else ""}>{key}</option>' for n, key in enumerate(data))
        return Reply(
            f'<form method="post" action="saldo.php"><input type="hidden" name="csrf" value="{ask.token()}">No. KPJ <select name="idx">{options}</select> <input type="submit" value="Pilih"></form>'
            f'<table><tr><td>No. KPJ</td><td>{kpj}</td></tr><tr><td>Saldo JHT</td><td>Rp {data[kpj]}</td></tr></table><a href="/keluar">Keluar</a>',
            balance=kpj,
        )

    site.get("/saldo.php", member=True)(lambda ask: page(ask, "20000000001"))

    @site.post("/saldo.php", member=True)
    def chosen(ask: Ask) -> Reply:
        return page(ask, list(data)[int(ask.field("idx") or 0)]) if ask.token_ok("csrf") else Reply("", 400)


@readable(
    "a-page-a-card",
    total="51000000.00",
    road="login > link:Saldo JHT > href:/kartu/1 > link:Kembali > href:/kartu/2",
    cards=[
        CardSays("50000000.00", kpj="30000000003", company="PT Hulu", npp="99000501/000"),
        CardSays("1000000.00", kpj="30000000004", company="PT Hilir", npp="99000502/000"),
    ],
)
def a_page_a_card(site: Site) -> None:
    """The balance page lists the cards without any amount, each with a link of its own to a page with its balance."""
    site.balances_due = 2
    site.leave("/keluar")
    data = {
        "1": ("30000000003", "PT Hulu", "99000501/000", "50.000.000,00"),
        "2": ("30000000004", "PT Hilir", "99000502/000", "1.000.000,00"),
    }
    _door(site, "/menu")
    site.get("/menu", member=True)(lambda ask: '<a href="/kartu">Saldo JHT</a> <a href="/keluar">Keluar</a>')

    @site.get("/kartu", member=True)
    def listed(ask: Ask) -> str:
        rows = "".join(
            f'<tr><td>{kpj}</td><td>{name}</td><td><a href="/kartu/{n}">Lihat</a></td></tr>'
            for n, (kpj, name, _, _) in data.items()
        )
        return f"<h2>Saldo JHT per Kartu</h2><table><tr><th>KPJ</th><th>Perusahaan</th><th>Saldo JHT</th></tr>{rows}</table><a href=/keluar>Keluar</a>"

    def detail(n: str) -> Reply:
        kpj, name, npp, amount = data[n]
        return Reply(
            f"<h2>Rincian Saldo JHT</h2><table><tr><td>KPJ<td>{kpj}<tr><td>Perusahaan<td>{name}<tr><td>NPP<td>{npp}<tr><td>Saldo JHT<td>Rp {amount}</table><a href=/kartu>Kembali</a> <a href=/keluar>Keluar</a>",
            balance=n,
        )

    site.get("/kartu/1", member=True)(lambda ask: detail("1"))
    site.get("/kartu/2", member=True)(lambda ask: detail("2"))


@readable(
    "pages-of-cards",
    total="15000000.00",
    road="login > link:Saldo JHT > link:2 > link:3",
    cards=[CardSays(f"{n}000000.00", kpj=f"4000000000{n}") for n in range(1, 6)],
)
def pages_of_cards(site: Site) -> None:
    """Five cards on three numbered pages; the portal's total of all of them stands on every page."""
    site.balances_due = 3
    site.leave("/keluar")
    _door(site, "/menu")
    site.get("/menu", member=True)(lambda ask: '<a href="/keluar">Keluar</a> <a href="/saldo">Saldo JHT</a>')

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> Reply:
        page = int(ask.query.get("page", "1"))
        rows = "".join(
            f"<tr><td>4000000000{n}</td><td>Rp {n}.000.000</td></tr>" for n in range(2 * page - 1, min(2 * page, 5) + 1)
        )
        links = "".join(
            f"<li class=active><span>{n}</span></li>" if n == page else f'<li><a href="/saldo?page={n}">{n}</a></li>'
            for n in (1, 2, 3)
        )
        more = f'<li><a rel="next" href="/saldo?page={page + 1}">Berikutnya</a></li>' if page < 3 else ""
        return Reply(
            f"<table><thead><tr><th>KPJ</th><th>Saldo JHT</th></tr></thead><tbody>{rows}</tbody></table><p>Total Saldo JHT: Rp 15.000.000</p><ul class=pagination>{links}{more}</ul><a href=/keluar>Keluar</a>",
            balance=str(page),
        )


@readable(
    "same-kpj-twice",
    total="9100000.00",
    road="login > link:Lihat Saldo JHT",
    as_of="2026-11-15",
    cards=[
        CardSays("6100000.00", kpj="50000000005", segment="PU", active=False, last_contribution="2024-03"),
        CardSays("3000000.00", kpj="50000000005", segment="BPU", active=True, last_contribution="2026-10"),
    ],
)
def same_kpj_twice(site: Site) -> None:
    """One KPJ in two segments is two balances, not a twin; the page says its date in words."""
    site.leave("/keluar")
    _door(site, "/menu")
    site.get("/menu", member=True)(lambda ask: '<a href="/saldo">Lihat Saldo JHT</a> <a href="/keluar">Keluar</a>')
    site.get("/saldo", member=True)(
        lambda ask: Reply(
            """<h2>Saldo JHT</h2><p>Per tanggal 15 November 2026</p><table><tr><th>KPJ<th>Segmen<th>Status<th>Iuran Terakhir<th>Saldo JHT<tr><td>50000000005<td>PU<td>Nonaktif<td>Mar 2024<td>Rp 6.100.000<tr><td>50000000005<td>BPU<td>Aktif<td>Okt 2026<td>Rp 3.000.000
        <tr><td colspan=4>Jumlah<td>Rp 9.100.000</table><a href=/keluar>Keluar</a>""",
            balance="saldo",
        )
    )


@readable(
    "emptied-by-a-claim",
    total="0.00",
    road="login > link:Saldo JHT",
    cards=[CardSays("0.00", kpj="60000000006", company="PT Lama", active=False)],
)
def emptied_by_a_claim(site: Site) -> None:
    """A claimed card: the balance is Rp 0, which is a balance, not the absence of one."""
    site.leave("/keluar")
    _door(site, "/menu")
    site.get("/menu", member=True)(lambda ask: '<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>')
    site.get("/saldo", member=True)(
        lambda ask: Reply(
            "<table><tr><th>KPJ<td>60000000006<tr><th>Perusahaan<td>PT Lama<tr><th>Status<td>Tidak Aktif<tr><th>Saldo JHT<td>Rp 0,00</table><p>Klaim telah dibayarkan.</p><a href=/keluar>Keluar</a>",
            balance="saldo",
        )
    )
