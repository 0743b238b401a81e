"""Portals of the Bootstrap years: Laravel, AdminLTE, tiles, tabs and modals."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect

_LOGOUT = """<a class="dropdown-item" href="/logout" onclick="event.preventDefault(); document.getElementById('logout-form').submit();">Keluar</a>"""


@readable(
    "laravel-start-page",
    total="14650200.00",
    road="login > link:Saldo JHT",
    cards=[CardSays("14650200.00", kpj="19876543210", company="PT Tenun Lestari", segment="PU")],
)
def laravel_start_page(site: Site) -> None:
    """Laravel: the form is on the start page, placeholders only, _token, two cookies; leaving is a hidden POST form."""
    site.cookie, site.login_path = "laravel_session", "/"
    site.leave("/logout", "POST")
    site.forbid("/password/reset", "/register")

    def page(ask: Ask, inner: str) -> str:
        ask.cookies.append(f"XSRF-TOKEN={ask.token()}%3D; path=/; samesite=lax")
        return f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="csrf-token" content="{ask.token()}"><link href="/css/app.css" rel="stylesheet"></head><body><div id="app"><main class="py-4">{inner}</main></div></body></html>'

    @site.get("/")
    def form(ask: Ask) -> Reply | str:
        if ask.signed_in:
            return redirect("/beranda")
        return page(
            ask,
            f"""<div class="card"><div class="card-header">Masuk</div><form method="POST" action="{site.base}/login"><input type="hidden" name="_token" value="{ask.token()}">
        <input type="email" class="form-control" name="email" placeholder="Email terdaftar" required autofocus><input type="password" class="form-control" name="password" placeholder="Kata sandi" required>
        <input class="form-check-input" type="checkbox" name="remember" id="remember"><label for="remember">Ingat saya</label><button type="submit" class="btn btn-success">Masuk</button>
        <a class="btn btn-link" href="/password/reset">Lupa kata sandi?</a></form></div>""",
        )

    @site.post("/login")
    def enter(ask: Ask) -> Reply:
        if not ask.token_ok("_token"):
            return Reply(page(ask, "<h1>419</h1><p>Page Expired</p>"), 419)
        if not ask.right("email", "password"):
            return redirect("/?gagal=1")
        ask.sign_in()
        return redirect(f"{site.base}/beranda")

    def menu(ask: Ask) -> str:
        return f"""<nav><a href="/beranda">Beranda</a><a href="/saldo">Saldo JHT</a>{_LOGOUT}</nav><form id="logout-form" action="/logout" method="POST" style="display: none;"><input type="hidden" name="_token" value="{ask.token()}"></form>"""

    @site.get("/beranda", member=True)
    def board(ask: Ask) -> str:
        return page(ask, f'{menu(ask)}<div class="alert alert-success" role="alert">Anda berhasil masuk!</div>')

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            page(
                ask,
                f"""{menu(ask)}<div class="card"><div class="card-header">PT Tenun Lestari</div><div class="card-body"><div class="row"><div class="col">KPJ</div><div class="col">19876543210</div></div>
        <div class="row"><div class="col">Segmen</div><div class="col">Penerima Upah</div></div><div class="row"><div class="col">Saldo JHT</div><div class="col"><strong>Rp 14.650.200</strong></div></div></div></div>""",
            ),
            balance="saldo",
        )


@readable(
    "jmo-tiles",
    total="91230000.00",
    road="login > link:Lihat Saldo JHT",
    cards=[
        CardSays("61230000.00", kpj="10777777771", company="PT Bambu Runcing", active=False),
        CardSays("30000000.00", kpj="10888888882", company="PT Daun Salam", active=True),
    ],
)
def jmo_tiles(site: Site) -> None:
    """Seven tiles after the log-in (Kartu Digital, Lihat Saldo JHT, Pengajuan Klaim, Simulasi, …), cards with headings."""
    site.start = site.login_path = "/login.bpjs"
    site.forbid("/klaim.bpjs", "/simulasi.bpjs", "/bsu.bpjs", "/daftar.bpjs", "/tracking.bpjs")
    site.leave("/logout.bpjs")

    @site.get("/login.bpjs")
    def form(ask: Ask) -> str:
        return """<section><h3>JMO Jamsostek Mobile</h3><form method="post" action="/login.bpjs"><div class="input-group"><input type="text" name="email" placeholder="Email"><i class="fa fa-user"></i></div>
        <div class="input-group"><input type="password" name="password" placeholder="Password"><i class="fa fa-eye"></i></div><button type="button" onclick="location.href='/daftar.bpjs'">Buat Akun Baru</button><button type="submit">Login</button></form></section>""".replace(
            '<button type="button"', '<button data-other="1" type="button"'
        )

    @site.post("/login.bpjs")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "password"):
            return redirect("/login.bpjs?error=Akun tidak ditemukan pastikan email dan password anda benar")
        ask.sign_in()
        return redirect("/home.bpjs")

    @site.get("/home.bpjs", member=True)
    def tiles(ask: Ask) -> str:
        names = (
            ("kartu", "Kartu Digital"),
            ("simulasi", "Simulasi"),
            ("klaim", "Pengajuan Klaim"),
            ("saldo", "Lihat Saldo JHT"),
            ("bsu", "Bantuan Subsidi Upah"),
            ("syariah", "Layanan Syariah"),
            ("tracking", "Tracking Klaim"),
        )
        grid = "".join(
            f'<div class="col-4"><a href="/{key}.bpjs" class="tile"><img src="/i/{key}.svg" alt=""><span>{words}</span></a></div>'
            for key, words in names
        )
        return f'<h2>JMO Jamsostek Mobile</h2><a href="/logout.bpjs"><i class="fa fa-sign-out"></i> Keluar</a><div class="row">{grid}</div>'

    @site.get("/saldo.bpjs", member=True)
    def balance(ask: Ask) -> Reply:
        one = '<div class="kartu"><h4>{}</h4><p class="kecil">No. KPJ {}</p><span class="badge">{}</span><p>Saldo JHT</p><h3>Rp {}</h3></div>'
        return Reply(
            '<a href="/home.bpjs">Kembali</a> <a href="/logout.bpjs">Keluar</a><h2>Lihat Saldo JHT</h2><p>Total Saldo JHT</p><h1>Rp 91.230.000</h1>'
            + one.format("PT Bambu Runcing", "10777777771", "Nonaktif", "61.230.000")
            + one.format("PT Daun Salam", "10888888882", "Aktif", "30.000.000"),
            balance="saldo",
        )


@readable("adminlte-nested-menu", total="45000123.00", road="login > link:Layanan > link:Jaminan Hari Tua > link:Cek Saldo JHT")
def adminlte_nested_menu(site: Site) -> None:
    """AdminLTE: Layanan opens a page, Jaminan Hari Tua another, there stands 'Cek Saldo JHT' among its siblings."""
    site.start = site.login_path = "/auth"
    site.cookie = "ci_session"
    site.forbid("/layanan/jht/klaim", "/layanan/jht/simulasi", "/akun/hapus", "/akun/sandi")
    site.leave("/auth/keluar")

    def page(inner: str) -> str:
        return f"""<body class="hold-transition skin-green sidebar-mini"><aside class="main-sidebar"><ul class="sidebar-menu" data-widget="tree"><li class="header">MENU</li>
        <li><a href="/auth/keluar"><i class="fa fa-power-off"></i> <span>Keluar</span></a></li><li class="treeview"><a href="#"><i class="fa fa-user"></i> <span>Akun</span></a><ul class="treeview-menu"><li><a href="/akun/sandi">Ganti Kata Sandi</a></li><li><a href="/akun/hapus">Hapus Akun</a></li></ul></li>
        <li><a href="/layanan"><i class="fa fa-th"></i> <span>Layanan</span></a></li></ul></aside><div class="content-wrapper">{inner}</div></body>"""

    @site.get("/auth")
    def form(ask: Ask) -> str:
        return """<body class="login-page"><div class="login-box"><p class="login-box-msg">Masuk untuk memulai sesi Anda</p><form action="/auth/cek" method="post"><div class="form-group has-feedback"><input type="text" class="form-control" placeholder="Email" name="identity_email"></div>
        <div class="form-group has-feedback"><input type="password" class="form-control" placeholder="Kata Sandi" name="password"></div><button type="submit" class="btn btn-primary">Masuk</button></form></div></body>"""

    @site.post("/auth/cek")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("identity_email", "password"):
            return '<div class="callout callout-danger">Email atau kata sandi salah</div>'
        ask.sign_in()
        return redirect("/beranda")

    @site.get("/beranda", member=True)
    def board(ask: Ask) -> str:
        return page(
            '<section class="content"><div class="info-box"><span class="info-box-text">Iuran bulan ini</span><span class="info-box-number">Rp 228.000</span></div></section>'
        )

    @site.get("/layanan", member=True)
    def services(ask: Ask) -> str:
        return page(
            '<h1>Layanan</h1><a class="btn btn-app" href="/layanan/jkk">Jaminan Kecelakaan Kerja</a><a class="btn btn-app" href="/layanan/jht">Jaminan Hari Tua</a>'
        )

    @site.get("/layanan/jht", member=True)
    def programme(ask: Ask) -> str:
        return page(
            '<h1>Jaminan Hari Tua</h1><ul><li><a href="/layanan/jht/klaim">Klaim Saldo JHT</a><li><a href="/layanan/jht/simulasi">Simulasi Saldo JHT</a><li><a href="/layanan/jht/saldo">Cek Saldo JHT</a></ul>'
        )

    @site.get("/layanan/jht/saldo", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            page('<div class="small-box bg-green"><div class="inner"><h3>Rp 45.000.123</h3><p>Saldo JHT</p></div></div>'),
            balance="saldo",
        )


@readable("hidden-tab", total="8120640.00", road="link:Masuk > login", cards=[CardSays("8120640.00", kpj="12312312310")])
def hidden_tab(site: Site) -> None:
    """The page after the log-in has tabs; the balance is in one that is not shown yet; the pension's tab stands before it."""
    site.login_path = "/masuk"
    site.leave("/keluar")

    @site.get("/")
    def home(ask: Ask) -> str:
        return '<div class="container"><h1>e-Peserta</h1><a class="btn btn-lg" href="/masuk" role="button">Masuk</a></div>'

    @site.get("/masuk")
    def form(ask: Ask) -> str:
        return """<form class="needs-validation" novalidate method="post" action="/masuk"><div class="form-floating"><input type="email" name="email" class="form-control" id="fe" placeholder="nama@contoh.id"><label for="fe">Alamat email</label></div>
        <div class="form-floating"><input type="password" name="sandi" class="form-control" id="fs"><label for="fs">Kata sandi</label><div class="invalid-feedback">Kata sandi harus diisi</div></div><button class="w-100 btn">Masuk</button></form>"""

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "sandi"):
            return '<div class="toast">Kata sandi salah</div>'
        ask.sign_in()
        return redirect("/peserta")

    @site.get("/peserta", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            """<ul class="nav nav-tabs" role="tablist"><li><a class="nav-link active" data-bs-toggle="tab" href="#profil">Profil</a></li><li><a data-bs-toggle="tab" href="#jp">Saldo JP</a></li><li><a data-bs-toggle="tab" href="#jht">Saldo JHT</a></li><li><a href="/keluar">Keluar</a></li></ul>
            <div class="tab-content"><div class="tab-pane active" id="profil"><table><tr><th>Nama</th><td>SITI KENARI</td></tr><tr><th>KPJ</th><td>12312312310</td></tr></table></div>
            <div class="tab-pane" id="jp" style="display:none"><table><tr><th>Saldo JP</th><td>Rp 3.111.000</td></tr></table></div>
            <div class="tab-pane" id="jht" style="display:none"><table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>12312312310</td><td>Rp 8.120.640</td></tr></table></div></div>""",
            balance="saldo",
        )


@readable("login-and-terms-in-modals", total="5550000.00", road="login > link:Saldo JHT")
def login_and_terms_in_modals(site: Site) -> None:
    """The log-in form hides in a modal of the home page; after it a modal with terms lies over the menu."""
    site.login_path = "/"
    site.leave("/logout")

    @site.get("/")
    def home(ask: Ask) -> str:
        return """<nav><a href="#" data-toggle="modal" data-target="#loginModal">Masuk</a></nav><div id="mypopup" class="modal fade show"><div class="modal-body"><img src="/pengumuman.png" alt="Pengumuman"><button class="close" data-dismiss="modal">&times;</button></div></div>
        <div class="modal fade" id="loginModal" aria-hidden="true"><div class="modal-content"><h5>Masuk</h5><form action="/masuk" method="post"><label>Email</label><input name="email" type="text"><label>Kata Sandi</label><input name="ks" type="password"><button type="button" data-dismiss="modal" data-other="1">Batal</button><button type="submit">Masuk</button></form></div></div>"""

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "ks"):
            return "<p>Kata sandi salah</p>"
        ask.sign_in()
        return redirect("/beranda")

    @site.get("/beranda", member=True)
    def board(ask: Ask) -> str:
        return """<nav><a href="/saldo">Saldo JHT</a> <a href="/logout">Keluar</a></nav><div class="modal fade show" id="syarat" role="dialog"><h5>Syarat dan Ketentuan</h5><p>Dengan menggunakan layanan ini Anda menyetujui bahwa akun dapat diblokir bila disalahgunakan.</p><button type="button" data-dismiss="modal">Setuju</button></div>"""

    @site.get("/saldo", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply('<nav><a href="/logout">Keluar</a></nav><p>Saldo JHT : Rp 5.550.000,00</p>', balance="saldo")
