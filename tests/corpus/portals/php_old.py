"""Portals as PHP was written between 2003 and 2015: tables for layout, front controllers, scripts that send the browser on."""

from __future__ import annotations

from tests.corpus.portals.registry import CardSays, readable
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect


@readable(
    "es-three-doors",
    total="48731902.00",
    cards=[CardSays("48731902.00", kpj="12034567891", company="PT Kenari Busana", npp="99000001/000", active=True)],
    nik=True,
    road="link:Electronic Service > link:Tenaga Kerja > link:Login > login > link:Saldo JHT",
)
def es_three_doors(site: Site) -> None:
    """Home page with the banner 'Electronic Service', then a choice of three doors; only the worker's is ours."""
    site.login_path = "/sso/login.bpjs"
    site.forbid("/mitra/login.bpjs", "/sipp/login.bpjs", "/sso/registrasi.bpjs", "/berita/saldo-naik.bpjs", "/klaim/online.bpjs")
    site.leave("/sso/logout.bpjs")

    @site.get("/")
    def home(ask: Ask) -> str:
        return """<html><head><title>Beranda</title></head><body><table width=980><tr><td colspan=3><a href="/">Beranda</a> |
        <a href="/klaim/online.bpjs">Klaim Online</a> | <a href="/berita/saldo-naik.bpjs">Saldo JHT naik, ini hasil pengembangan</a>
        <tr><td>Selamat datang di situs peserta<td>&nbsp;<td><a href="/layanan.bpjs"><img src=banner.gif alt="Electronic Service"></a>
        </table></body></html>"""

    @site.get("/layanan.bpjs")
    def doors(ask: Ask) -> str:
        return """<html><title>Electronic Service</title><body><center><h2>Electronic Service</h2><table border=1><tr>
        <td><a href="sipp/login.bpjs">Perusahaan</a></td><td><a href="mitra/login.bpjs">Mitra</a></td>
        <td><a href="tk.bpjs">Tenaga Kerja</a></td></tr></table>Call Center 1500910</center></body></html>"""

    @site.get("/tk.bpjs")
    def worker(ask: Ask) -> str:
        return """<html><title>Electronic Service - Tenaga Kerja</title><body><h3>Tenaga Kerja</h3>
        <a href="/sso/login.bpjs"><b>Login</b></a> &nbsp; <a href="/sso/registrasi.bpjs">Registrasi</a></body></html>"""

    @site.get("/sso/login.bpjs")
    def form(ask: Ask) -> str:
        return """<html><title>Login Tenaga Kerja</title><body><form method=post action="login.bpjs" name=f1>
        <input type=hidden name=vc value=""><table><tr><td>No. E-KTP / Email<td>:<td><input name=userid size=30>
        <tr><td>PIN<td>:<td><input type=password name=pass><tr><td colspan=2><td><input type=submit name=submit value="Login">
        </table></form><a href="lupa.bpjs">Lupa PIN</a> <a href="registrasi.bpjs">Registrasi</a>"""

    @site.post("/sso/login.bpjs")
    def enter(ask: Ask) -> Reply | str:
        if ask.right("userid", "pass") and ask.has("vc") and ask.field("submit") == "Login":
            ask.sign_in()
            return redirect("/sso/dashboard.bpjs")
        return "<b>User atau PIN salah</b>" + str(form(ask))

    @site.get("/sso/dashboard.bpjs", member=True)
    def dashboard(ask: Ask) -> str:
        return """<html><title>Dashboard</title><body>Selamat datang, SITI KENARI<ul><li><a href=logout.bpjs>Keluar</a><li>
        <a href=profil.bpjs>Profil</a><li><a href=saldo.bpjs>Saldo JHT</a><li><a href="/klaim/online.bpjs">Klaim Saldo JHT</a></ul>"""

    @site.get("/sso/saldo.bpjs", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            """<html><title>Saldo JHT</title><body><a href=logout.bpjs>Keluar</a><table border=1>
            <tr><td>Nama Perusahaan<td>PT Kenari Busana<tr><td>NPP<td>99000001/000<tr><td>Nomor KPJ<td>12034567891
            <tr><td>Status Kepesertaan<td>Aktif<tr><td>Saldo JHT<td align=right>Rp 48.731.902</table></body></html>""",
            balance="saldo",
        )


@readable(
    "frameset-2003", total="15402377.00", road="frame:menu > link:Login > login > frame:menu > link:Lihat Saldo JHT", nik=True
)
def frameset_2003(site: Site) -> None:
    """A frameset before and after the log-in; capital tags, no doctype, Windows-1252, the figure in the main frame."""
    site.charset, site.cookie, site.login_path = "windows-1252", "PHPSESSID", "/masuk.php"
    site.forbid("/daftar.php", "/simulasi.php", "/ubahpin.php")
    site.leave("/keluar.php")

    @site.get("/")
    def start(ask: Ask) -> str:
        return """<HTML><HEAD><TITLE>Layanan Peserta</TITLE></HEAD><FRAMESET COLS="180,*" BORDER=0>
        <FRAME SRC="menu0.php" NAME="menu" SCROLLING=NO><FRAME SRC="depan.php" NAME="isi">
        <NOFRAMES><BODY>Browser Anda tidak mendukung frame</BODY></NOFRAMES></FRAMESET></HTML>"""

    @site.get("/menu0.php")
    def first_menu(ask: Ask) -> str:
        return """<HTML><BODY BGCOLOR=#006633><FONT COLOR=WHITE><A HREF="depan.php" TARGET=isi>Beranda</A><BR>
        <A HREF="daftar.php" TARGET=isi>Daftar Baru</A><BR><A HREF="masuk.php" TARGET="isi">Login</A></BODY></HTML>"""

    @site.get("/depan.php")
    def front(ask: Ask) -> str:
        return "<HTML><BODY><H1>Selamat Datang</H1><MARQUEE>Saldo Jaminan Hari Tua – kini lebih mudah dilihat</MARQUEE></BODY></HTML>"

    @site.get("/masuk.php")
    def form(ask: Ask) -> str:
        return """<HTML><BODY><FORM METHOD=POST ACTION=cek.php TARGET=_top><TABLE><TR><TD>No. KTP</TD><TD><INPUT NAME=ktp></TD></TR>
        <TR><TD>Kata Kunci</TD><TD><INPUT TYPE=PASSWORD NAME=kunci></TD></TR></TABLE><INPUT TYPE=SUBMIT VALUE=" OK "></FORM></BODY></HTML>"""

    @site.post("/cek.php")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("ktp", "kunci"):
            return "<SCRIPT>alert('No. KTP atau kata kunci salah');history.back()</SCRIPT>"
        ask.sign_in()
        return redirect("utama.php")

    @site.get("/utama.php", member=True)
    def frames(ask: Ask) -> str:
        return """<HTML><FRAMESET ROWS="60,*"><FRAME SRC=menu.php NAME=menu><FRAME SRC=salam.php NAME=isi></FRAMESET></HTML>"""

    @site.get("/salam.php", member=True)
    def greeting(ask: Ask) -> str:
        return "<HTML><BODY><P>Yth. SITI KENARI, silakan pilih menu di atas.</BODY></HTML>"

    @site.get("/menu.php", member=True)
    def menu(ask: Ask) -> str:
        return """<HTML><BODY><A HREF=keluar.php TARGET=_top>Keluar</A> | <A HREF=ubahpin.php TARGET=isi>Ubah Kata Kunci</A> |
        <A HREF=simulasi.php TARGET=isi>Simulasi Saldo JHT</A> | <A HREF="saldo.php" TARGET="isi">Lihat Saldo JHT</A></BODY></HTML>"""

    @site.get("/saldo.php", member=True)
    def balance(ask: Ask) -> Reply:
        return Reply(
            """<HTML><BODY><CENTER><B>SALDO JAMINAN HARI TUA</B><TABLE BORDER=1><TR><TD>Nama</TD><TD>SITI KENARI</TD></TR>
            <TR><TD>Saldo JHT</TD><TD>Rp.&nbsp15.402.377,-</TD></TR></TABLE></CENTER></BODY></HTML>""",
            balance="saldo",
        )


@readable(
    "query-routing",
    total="7250118.45",
    road="link:Masuk > login > link:Informasi > link:Cek Saldo",
    cards=[CardSays("7250118.45", kpj="11009988776")],
)
def query_routing(site: Site) -> None:
    """Everything is index.php?page=…, ampersands escaped and not, one page hides behind another."""
    site.login_path = "/index.php?page=login"
    site.leave("/index.php/keluar")

    def menu(ask: Ask) -> str:
        if not ask.signed_in:
            return (
                '<a href="?page=home">Beranda</a> <a href="?page=daftar">Pendaftaran</a> <a href="index.php?page=login">Masuk</a>'
            )
        return (
            '<a href="index.php?page=home&amp;x=1">Beranda</a> <a href="index.php?page=info&sub=0">Informasi</a> '
            '<a href="index.php?page=simulasi">Simulasi Saldo</a> <a href="index.php/keluar">Log out</a>'
        )

    def pages(ask: Ask) -> Reply | str:
        page = ask.query.get("page", "home")
        whole = f"<html><head><title>Info JHT :: {page}</title></head><body><div id=nav>{menu(ask)}</div><hr>{{}}</body></html>"
        if page == "login":
            return whole.format(
                '<form action="index.php?page=login&amp;aksi=cek" method="post"><p>E-mail<br><input type="text" name="email"></p>'
                '<p>Password<br><input type="password" name="sandi"></p><p><input type="submit" value="Masuk"></p></form>'
            )
        if page == "info" and ask.signed_in:
            return whole.format(
                '<h3>Informasi</h3><a href="?page=kartu">Kartu</a><br><a href="?page=saldo&amp;jenis=jht">Cek Saldo</a>'
            )
        if page == "saldo" and ask.signed_in and ask.query.get("jenis") == "jht":
            return Reply(
                whole.format(
                    "<h3>Saldo JHT</h3><dl><dt>No. KPJ</dt><dd>11009988776</dd><dt>Saldo JHT</dt><dd>Rp7.250.118,45</dd></dl>"
                ),
                balance="saldo",
            )
        return whole.format("<p>Selamat datang di layanan informasi peserta.</p>")

    site.get("/")(pages)
    site.get("/index.php")(pages)

    @site.post("/index.php")
    def enter(ask: Ask) -> Reply | str:
        if ask.query == {"page": "login", "aksi": "cek"} and ask.right("email", "sandi"):
            ask.sign_in()
            return redirect("index.php?page=home")
        return "<p>Email atau password salah</p>"


@readable("menu-of-post-forms", total="31908440.00", road="login > press:Saldo JHT")
def menu_of_post_forms(site: Site) -> None:
    """The log-in is the start page; the menu is a form per item with a hidden choice, leaving included."""
    site.login_path = "/"
    site.leave("/menu.php/keluar", "POST")
    site.forbid("/klaim.php")

    @site.get("/")
    def form(ask: Ask) -> str:
        return """<html><body><form method="POST" action="menu.php"><fieldset><legend>Login Peserta</legend>
        <label for=u>User ID</label><input id=u name="userid" type="text"><label for=p>Password</label>
        <input id=p name="passwd" type="password"><input type="reset" value="Batal"><input type="submit" name="kirim" value="Masuk">
        </fieldset></form></body></html>"""

    @site.post("/menu.php")
    def menu(ask: Ask) -> Reply | str:
        if ask.right("userid", "passwd") and ask.field("kirim") == "Masuk":
            ask.sign_in()
        if not ask.signed_in:
            return "<p>Password salah</p>"
        if ask.field("pilihan") == "3":
            return Reply("<h2>Saldo JHT</h2><p>Saldo JHT Anda adalah <b>Rp 31.908.440,00</b></p>", balance="saldo")
        buttons = (("1", "Profil", "menu.php"), ("2", "Klaim JHT", "klaim.php"), ("3", "Saldo JHT", "menu.php"))
        items = "".join(
            f'<form method="post" action="{to}"><input type="hidden" name="pilihan" value="{key}">'
            f'<input type="submit" value="{words}"></form>'
            for key, words, to in buttons
        )
        return (
            f'<h2>Menu Utama</h2>{items}<form method="post" action="menu.php/keluar"><input type="submit" value="Keluar"></form>'
        )


@readable(
    "menu-of-radios",
    total="2004511.00",
    road="link:Login > login > choose:saldo",
)
def menu_of_radios(site: Site) -> None:
    """After the log-in one chooses a service among radio buttons and presses 'Lanjut'."""
    site.login_path = "/login.php"
    site.leave("/out.php")

    @site.get("/")
    def start(ask: Ask) -> str:
        return '<body><h1>Layanan Peserta</h1><p><a href="./login.php" class=tombol>Login</a></p></body>'

    @site.get("/login.php")
    def form(ask: Ask) -> str:
        return """<form action="" method="post"><p>Alamat e-mail <input type=email name=akun required>
        <p>Kata sandi <input type=password name=sandi required autocomplete=off><p><button>Login</button></form>"""

    @site.post("/login.php")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("akun", "sandi"):
            return "<p>Akun tidak ditemukan</p>"
        ask.sign_in()
        return redirect("layanan.php", 303)

    @site.get("/layanan.php", member=True)
    def services(ask: Ask) -> str:
        return """<h2>Pilih Layanan</h2><form method=post action="proses.php"><label><input type=radio name=layanan value=klaim> Klaim JHT
        </label><br><label><input type=radio name=layanan value=saldo> Lihat Saldo JHT</label><br><label><input type=radio name=layanan
        value=simulasi> Simulasi saldo JHT</label><br><input type=submit value=Lanjut></form><a href=out.php>Keluar</a>"""

    @site.post("/proses.php", member=True)
    def chosen(ask: Ask) -> Reply | str:
        if ask.field("layanan") != "saldo":
            return "<p>Layanan klaim: permintaan dicatat.</p>"
        return Reply(
            "<h2>Saldo Jaminan Hari Tua</h2><table><tr><th>Saldo JHT</th></tr><tr><td>Rp 2.004.511</td></tr></table>"
            "<a href=out.php>Keluar</a>",
            balance="saldo",
        )
