"""Readable portals without any great trick, as they grow over years: crowded pages, filters, phones, blogs turned portals."""

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
    "blog-turned-portal",
    total="9900990.00",
    road="link:Masuk Member > login > link:Saldo JHT Saya",
    cards=[CardSays("9900990.00", kpj="18181818181", company="Toko Kenari Jaya")],
)
def blog_turned_portal(site: Site) -> None:
    """A blog system: log and pwd and testcookie, posts about saldo on every page, a widget for comments."""
    site.cookie, site.login_path = "wp_sess", "/wp-login.php"
    site.leave("/wp-login.php/keluar")
    site.forbid("/2026/01/cara-klaim-saldo-jht/", "/komentar", "/wp-login.php/daftar")
    posts = '<aside><h3>Tulisan Terbaru</h3><ul><li><a href="/2026/01/cara-klaim-saldo-jht/">Cara Klaim Saldo JHT 10 Persen</a><li><a href="/2026/02/berapa-saldo-jht-ideal/">Berapa Saldo JHT yang Ideal?</a></ul></aside><form action="/" role="search"><input type="search" name="s" placeholder="Cari &hellip;"></form>'

    @site.get("/")
    def home(ask: Ask) -> str:
        return f'<html><body class="home blog"><nav><ul><li><a href="/">Beranda</a><li><a href="/wp-login.php">Masuk Member</a></ul></nav><article><h2>Berapa Saldo JHT yang Ideal?</h2><p>Misalnya saldo JHT Anda Rp 50.000.000 &hellip;</p></article>{posts}<form method="post" action="/komentar"><textarea name="isi"></textarea><input name="email_k"><button>Kirim Komentar</button></form></body></html>'

    @site.get("/wp-login.php")
    def form(ask: Ask) -> str:
        ask.cookies.append("test_cookie=WP+Cookie+check; path=/")
        return f'<html><body class="login"><form name="loginform" action="{site.base}/wp-login.php" method="post"><p><label for="user_login">Nama Pengguna atau Alamat Email</label><input type="text" name="log_user" id="user_login" value="" autocapitalize="off"></p><div class="user-pass-wrap"><label for="user_pass">Sandi</label><input type="password" name="pwd" id="user_pass" value=""><button type="button" class="wp-hide-pw" aria-label="Tampilkan sandi" data-other="1"><span></span></button></div><p class="forgetmenot"><input name="rememberme" type="checkbox" id="rememberme" value="forever"> <label for="rememberme">Ingat Saya</label></p><p class="submit"><input type="submit" name="wp-submit" value="Log Masuk"><input type="hidden" name="redirect_to" value="/akun/"><input type="hidden" name="testcookie" value="1"></p></form><p id="nav"><a href="/wp-login.php/daftar">Daftar</a></p></body></html>'

    @site.post("/wp-login.php")
    def enter(ask: Ask) -> Reply | str:
        right = ask.right("log_user", "pwd") and ask.field("testcookie") == "1" and "test_cookie" in ask.headers.get("cookie", "")
        return _enter(ask, right and ask.field("wp-submit") == "Log Masuk", ask.field("redirect_to"))

    site.get("/akun/", member=True)(
        lambda ask: (
            f'<html><body><ul id="menu"><li><a href="/akun/ubah/">Ubah Profil</a><li><a href="/akun/saldo-jht/">Saldo JHT Saya</a><li><a href="/wp-login.php/keluar">Keluar</a></ul>{posts}</body></html>'
        )
    )
    site.get("/akun/saldo-jht/", member=True)(
        lambda ask: Reply(
            f'<html><body><article><h1 class="entry-title">Saldo JHT Saya</h1><figure class="wp-block-table"><table><tbody><tr><td>Nomor KPJ</td><td>18181818181</td></tr><tr><td>Perusahaan</td><td>Toko Kenari Jaya</td></tr><tr><td>Saldo JHT</td><td>Rp 9.900.990</td></tr></tbody></table></figure></article><a href="/wp-login.php/keluar">Keluar</a>{posts}</body></html>',
            balance="saldo",
        )
    )


@readable("numbered-phone-menu", total="2220222.00", road="link:1. Login > login > link:2. Saldo JHT", nik=True)
def numbered_phone_menu(site: Site) -> None:
    """XHTML for the phones of 2008: numbered links with access keys, everything in a few lines."""
    site.login_path = "/m/login"
    site.content_type = "application/vnd.wap.xhtml+xml; charset=utf-8"
    site.leave("/m/keluar")
    site.forbid("/m/daftar", "/m/klaim")

    def page(inner: str) -> str:
        return f'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//WAPFORUM//DTD XHTML Mobile 1.0//EN" "http://www.wapforum.org/DTD/xhtml-mobile10.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>m-Peserta</title></head><body>{inner}</body></html>'

    site.get("/")(
        lambda ask: page(
            '<p><a href="/m/login" accesskey="1">1. Login</a><br/><a href="/m/daftar" accesskey="2">2. Registrasi</a></p>'
        )
    )
    site.get("/m/login")(
        lambda ask: page(
            '<form action="/m/login" method="post"><p>NIK:<br/><input name="nik" format="16N" size="16"/><br/>PIN:<br/><input name="sandi" type="password" size="8"/><br/><input type="submit" value="OK"/></p></form>'
        )
    )
    site.post("/m/login")(lambda ask: _enter(ask, ask.right("nik", "sandi"), "/m/menu"))
    site.get("/m/menu", member=True)(
        lambda ask: page(
            '<p>1. Profil<br/><a href="/m/saldo" accesskey="2">2. Saldo JHT</a><br/><a href="/m/klaim" accesskey="3">3. Klaim JHT</a><br/><a href="/m/keluar" accesskey="0">0. Keluar</a></p>'
        )
    )
    site.get("/m/saldo", member=True)(
        lambda ask: Reply(
            page('<p><b>Saldo JHT</b><br/>Rp 2.220.222</p><p><a href="/m/keluar" accesskey="0">0. Keluar</a></p>'),
            balance="saldo",
        )
    )


@readable(
    "crowded-home-page",
    total="150000150.00",
    road="link:Cek Saldo JHT > login > link:Lihat Saldo JHT",
    cards=[CardSays("150000150.00", kpj="16016016016", company="PT Nusa Lautan Raya Tbk", segment="PU", active=True)],
)
def crowded_home_page(site: Site) -> None:
    """A home page with sixty links, doors of employers, hospitals and partners, a popup, and a card 'Cek Saldo JHT' to the log-in."""
    site.login_path = "/peserta/login"
    site.leave("/peserta/logout")
    site.forbid("/sipp", "/mitra/login", "/plkk/login", "/peserta/daftar", "/bayar-iuran", "/bsu", "/lapor")
    links = "".join(
        f'<li><a href="/info/{n}">{words}</a></li>'
        for n, words in enumerate(
            (
                "Tentang Kami",
                "Manajemen",
                "Laporan Tahunan",
                "PPID",
                "Karir",
                "Pengadaan",
                "Jaminan Hari Tua",
                "Jaminan Pensiun",
                "JKK",
                "JKM",
                "JKP",
                "Siaran Pers",
                "Galeri",
                "Unduh",
                "Formulir",
                "Peraturan",
                "FAQ",
                "Kontak",
                "Kantor Cabang",
                "Simulasi Saldo JHT",
            )
            * 2
        )
    )

    @site.get("/")
    def home(ask: Ask) -> str:
        return f'<!DOCTYPE html><html lang="id"><head><title>Jaminan Sosial</title></head><body><div id="mypopup" class="modal"><img src="/promo.jpg" alt="Promo"></div><header><ul class="menu">{links}</ul><form action="/cari" method="get"><input name="q" placeholder="Cari"><button type="submit">Cari</button></form></header><section id="shortcut"><a class="card" href="/lapor"><h4>Lapak Asik</h4></a><a class="card" href="/sipp"><h4>SIPP Online</h4><p>Login Perusahaan</p></a><a class="card" href="/plkk/login"><h4>RS/PLKK</h4></a><a class="card" href="/mitra/login"><h4>Login Mitra</h4></a><a class="card" href="/peserta/login"><h4>Cek Saldo JHT</h4></a><a class="card" href="/peserta/daftar"><h4>Pendaftaran Peserta</h4></a><a class="card" href="/bayar-iuran"><h4>Pembayaran Iuran</h4></a><a class="card" href="/bsu"><h4>BSU</h4></a></section><section class="berita"><h3><a href="/info/5">Saldo JHT Kini Tumbuh Lebih Tinggi</a></h3></section><footer><ul>{links}</ul></footer></body></html>'

    site.get("/peserta/login")(
        lambda ask: (
            '<!DOCTYPE html><html><body><h1>Login Peserta</h1><form method="post" action="/peserta/login"><div><label for="em">Email / NIK</label><input id="em" name="email" type="text" required></div><div><label for="pw">Kata Sandi</label><input id="pw" name="password" type="password" required></div><button type="submit">Login</button><a href="/peserta/daftar">Buat Akun</a></form></body></html>'
        )
    )
    site.post("/peserta/login")(lambda ask: _enter(ask, ask.right("email", "password"), "/peserta"))
    site.get("/peserta", member=True)(
        lambda ask: (
            f'<!DOCTYPE html><html><body><header><ul>{links}</ul></header><main><a href="/peserta/saldo">Lihat Saldo JHT</a> <a href="/peserta/logout">Logout</a></main></body></html>'
        )
    )
    site.get("/peserta/saldo", member=True)(
        lambda ask: Reply(
            '<!DOCTYPE html><html><body><main><div class="kartu"><div class="kartu-atas"><strong>PT Nusa Lautan Raya Tbk</strong><em>Aktif</em></div><ul><li><span>Nomor KPJ</span> <span>16016016016</span></li><li><span>Segmen</span> <span>PU</span></li><li><span>Saldo JHT</span> <span>Rp 150.000.150</span></li></ul></div><a href="/peserta/logout">Logout</a></main></body></html>',
            balance="saldo",
        )
    )


@readable(
    "year-filter-is-no-card",
    total="48000480.00",
    road="login > link:Saldo JHT",
    cards=[CardSays("48000480.00", kpj="19191919190")],
)
def year_filter(site: Site) -> None:
    """The balance page has a select of years and one of months for the table of contributions: not cards, nothing to walk through."""
    site.login_path = "/"
    site.leave("/keluar")
    site.get("/")(
        lambda ask: (
            '<form method="post" action="/"><input name="email" type="email" placeholder="Email"><input name="sandi" type="password" placeholder="Kata sandi"><button>Masuk</button></form>'
        )
    )
    site.post("/")(lambda ask: _enter(ask, ask.right("email", "sandi"), "/menu"))
    site.get("/menu", member=True)(lambda ask: '<a href="/saldo">Saldo JHT</a> <a href="/keluar">Keluar</a>')

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> Reply:
        year = ask.query.get("tahun", "2026")
        years = "".join(f"<option{' selected' if y == year else ''}>{y}</option>" for y in ("2026", "2025", "2024"))
        shown = "Rp 48.000.480" if year == "2026" else "Rp 41.000.410"
        return Reply(
            f'<a href="/keluar">Keluar</a><h2>Saldo JHT</h2><p>KPJ 19191919190</p><p>Saldo JHT {shown}</p><h3>Iuran</h3><form action="/saldo">Tahun <select name="tahun">{years}</select> Bulan <select name="bulan"><option value="">Semua</option><option>01</option><option>02</option></select><button>Tampilkan</button></form><table><tr><th>BLTH<th>Upah<th>Iuran JHT<tr><td>10-{year}<td>4.000.000<td>228.000</table>',
            balance=f"saldo {year}",
        )


@readable(
    "pages-of-contributions",
    total="36363636.00",
    road="login > link:Rincian Saldo JHT",
    cards=[CardSays("36363636.00", kpj="17070707070", last_contribution="2026-10")],
)
def pages_of_contributions(site: Site) -> None:
    """Below the balance a table of contributions in twelve numbered pages: they hold no card and need not be turned."""
    site.login_path = "/"
    site.leave("/keluar")
    site.get("/")(
        lambda ask: (
            '<form method="post" action="/"><label>Email<br><input name="email"></label><br><label>Kata sandi<br><input name="sandi" type="password"></label><br><button>Masuk</button></form>'
        )
    )
    site.post("/")(lambda ask: _enter(ask, ask.right("email", "sandi"), "/menu"))
    site.get("/menu", member=True)(lambda ask: '<a href="/rincian">Rincian Saldo JHT</a> <a href="/keluar">Keluar</a>')

    @site.get("/rincian", member=True)
    def balance(ask: Ask) -> Reply:
        page = int(ask.query.get("page", "1"))
        pages = " ".join(f'<a href="/rincian?page={n}">{n}</a>' for n in range(1, 13) if n != page)
        rows = "".join(
            f"<tr><td>{month:02}-{2027 - page}</td><td>4.000.000</td><td>228.000</td></tr>" for month in range(10, 0, -1)
        )
        return Reply(
            f'<a href="/keluar">Keluar</a><table><tr><th>No. KPJ</th><td>17070707070</td></tr><tr><th>Iuran Terakhir</th><td>10-2026</td></tr><tr><th>Saldo JHT</th><td>Rp 36.363.636</td></tr></table><h3>Riwayat Iuran</h3><table><thead><tr><th>BLTH</th><th>Upah</th><th>Iuran JHT</th></tr></thead><tbody>{rows}</tbody></table><div class="pagination">{pages}</div>',
            balance="saldo",
        )
