"""Portals that want a person: codes in pictures, 'Saya bukan robot', OTP, demands after the log-in. Nothing may be pressed."""

from __future__ import annotations

from tests.corpus.portals.registry import refused
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import Ask, Reply, redirect

_FIELDS = '<label>Email <input name="email" type="text"></label> <label>Kata sandi <input name="sandi" type="password"></label>'


def _form(site: Site, extra: str, fields: str = _FIELDS) -> None:
    """A log-in form with something more in it, one link away from the start page."""
    site.get("/")(lambda ask: '<a href="/masuk">Masuk</a>')
    site.get("/masuk")(
        lambda ask: f'<form method="post" action="/masuk">{fields}{extra}<button type="submit">Masuk</button></form>'
    )
    site.post("/masuk")(lambda ask: "<p>Captcha tidak sesuai</p>")


def _after(site: Site, page: str, *paths: str) -> None:
    """A plain log-in whose next page is `page`; nothing in it (`paths`) may be asked for."""
    site.login_path = "/"
    site.forbid(*paths)
    site.get("/")(lambda ask: f'<form method="post" action="/masuk">{_FIELDS}<button>Masuk</button></form>')

    @site.post("/masuk")
    def enter(ask: Ask) -> Reply | str:
        if not ask.right("email", "sandi"):
            return "<p>Kata sandi salah</p>"
        ask.sign_in()
        return redirect("/lanjut")

    site.get("/lanjut", member=True)(lambda ask: page)
    site.get("/saldo", member=True)(lambda ask: "<table><tr><td>Saldo JHT<td>Rp 11.111.111</table>")


@refused("captcha-picture", "human_needed", need="captcha", logins=0)
def captcha_picture(site: Site) -> None:
    """A picture with letters and a field 'Kode Keamanan' in the log-in form."""
    _form(
        site, '<img src="/captcha.php?r=81" alt="kode" id="img_captcha"><label>Kode Keamanan <input name="kode" size="6"></label>'
    )


@refused("captcha-neighbour-cells", "human_needed", need="captcha", logins=0)
def captcha_cells(site: Site) -> None:
    """A table of 2008: the picture in one cell, 'Ketik tulisan di samping' in the next, a field named vc."""
    _form(
        site,
        "",
        "<table><tr><td>User<td><input name=userid><tr><td>Password<td><input type=password name=pass><tr><td><img src=secimg.php width=90><td>Ketik tulisan di samping <input type=text name=vc size=5></table>",
    )


@refused("captcha-sum", "human_needed", need="captcha", logins=0)
def captcha_sum(site: Site) -> None:
    """A sum to be answered: 'Berapa hasil dari 3 + 4 ?'."""
    _form(site, "<p><label>Berapa hasil dari 3 + 4 ? <input name='jawaban' type='text' required></label></p>")


@refused("recaptcha-box", "human_needed", need="captcha", logins=0)
def recaptcha_box(site: Site) -> None:
    """div.g-recaptcha with its site key; the words 'Saya bukan robot' only come with the script."""
    _form(site, '<div class="g-recaptcha" data-sitekey="6Lkenari"></div>')


@refused("recaptcha-invisible", "human_needed", need="captcha", logins=0)
def recaptcha_invisible(site: Site) -> None:
    """The invisible kind: a hidden g-recaptcha-response to be filled by a script."""
    _form(
        site,
        '<input type="hidden" name="g-recaptcha-response" id="g-recaptcha-response" value=""><script>grecaptcha.ready(function(){grecaptcha.execute("6Lkenari",{action:"login"})});</script>',
    )


@refused("hcaptcha", "human_needed", need="captcha", logins=0)
def hcaptcha(site: Site) -> None:
    """div.h-captcha."""
    _form(site, '<div class="h-captcha" data-sitekey="10000000-ffff-ffff-ffff-000000000001"></div>')


@refused("turnstile", "human_needed", need="captcha", logins=0)
def turnstile(site: Site) -> None:
    """div.cf-turnstile."""
    _form(site, '<div class="cf-turnstile" data-sitekey="0x4AAA" data-theme="light"></div>')


@refused("not-a-robot-check-box", "human_needed", need="captcha", logins=0)
def not_a_robot(site: Site) -> None:
    """A check box of the house's own with the words 'Saya bukan robot'."""
    _form(site, '<label><input type="checkbox" name="manusia" value="1"> Saya bukan robot</label>')


@refused("captcha-after-the-first-try", "human_needed", need="captcha")
def captcha_after(site: Site) -> None:
    """The first POST is answered with the form again, now with a picture and 'Silakan isi captcha': nothing is sent a second time."""
    site.get("/")(lambda ask: f'<form method="post" action="/masuk">{_FIELDS}<button>Masuk</button></form>')
    site.post("/masuk")(
        lambda ask: (
            f'<div class="alert">Silakan isi captcha untuk melanjutkan</div><form method="post" action="/masuk">{_FIELDS}<img src="/captcha/9.png"><input name="captcha" placeholder="Captcha"><button>Masuk</button></form>'
        )
    )


@refused("otp-after-log-in", "human_needed", need="otp")
def otp(site: Site) -> None:
    """A one-time code was sent to the phone; one field, six digits: neither the PIN nor anything else may be typed there."""
    _after(
        site,
        '<h1>Verifikasi</h1><p>Masukkan kode OTP yang kami kirim ke nomor 08xx-xxxx-1234</p><form method="post" action="/otp"><input name="otp" maxlength="6"><button>Verifikasi</button></form><a href="/otp/ulang">Kirim ulang kode</a>',
        "/otp",
        "/otp/ulang",
    )


@refused("otp-though-a-pin-is-known", "human_needed", need="otp", pin=True)
def otp_pin(site: Site) -> None:
    """The same while a PIN was given: a PIN is no one-time code and is not tried."""
    _after(
        site,
        '<p>Kode verifikasi telah dikirim melalui SMS. Masukkan 6 digit kode verifikasi.</p><form method="post" action="/verifikasi"><input type="tel" name="kode" maxlength="6" autocomplete="one-time-code"><button>Lanjut</button></form>',
        "/verifikasi",
    )


@refused("otp-choice-of-channel", "human_needed", need="otp")
def otp_channel(site: Site) -> None:
    """First one is asked where the code shall go: SMS, WhatsApp or e-mail."""
    _after(
        site,
        '<h2>Pilih metode verifikasi</h2><p>Kami akan mengirim kode OTP.</p><form method="post" action="/kirim-otp"><label><input type="radio" name="m" value="sms" checked> SMS</label><label><input type="radio" name="m" value="wa"> WhatsApp</label><button>Kirim Kode</button></form>',
        "/kirim-otp",
    )


@refused("password-change-demanded", "human_needed", need="password_change")
def password_change(site: Site) -> None:
    """The password is too old: old, new and new again are asked; the old one must not be sent there."""
    _after(
        site,
        '<h2>Kata sandi Anda sudah kedaluwarsa</h2><p>Demi keamanan, silakan ganti kata sandi Anda.</p><form method="post" action="/ganti"><label>Kata sandi lama <input type="password" name="lama"></label><label>Kata sandi baru <input type="password" name="baru"></label><label>Ulangi kata sandi baru <input type="password" name="baru2"></label><button>Simpan</button></form>',
        "/ganti",
    )


@refused("password-change-english", "human_needed", need="password_change")
def password_change_english(site: Site) -> None:
    """In English, with 'Skip for now' beside it, which a person may press but we do not."""
    _after(
        site,
        '<h1>Change your password</h1><p>Your password has expired and must be changed before you continue.</p><form method="post" action="/account/password"><input type="password" name="new" placeholder="New password"><input type="password" name="again" placeholder="Confirm new password"><button>Change password</button></form>',
        "/account/password",
    )


@refused("data-update-demanded", "human_needed", need="data_update")
def data_update(site: Site) -> None:
    """'Pengkinian data': address, mother's name and phone must be confirmed before anything else."""
    _after(
        site,
        '<h1>Pengkinian Data Peserta</h1><p>Anda wajib melakukan pengkinian data sebelum menggunakan layanan.</p><form method="post" action="/pkd"><label>Alamat <input name="alamat" value="Jl. Kenari 1"></label><label>Nama ibu kandung <input name="ibu"></label><label>No. HP <input name="hp"></label><button>Simpan</button></form>',
        "/pkd",
    )


@refused("active-in-another-browser", "human_needed", need="other_session")
def other_session(site: Site) -> None:
    """'Akun anda masih aktif di browser lain' with Ya and Tidak: neither is pressed."""
    _after(
        site,
        '<div class="modal show"><p>Akun anda masih aktif di browser lain. Apakah anda tetap ingin login pada browser ini?</p><form method="post" action="/paksa"><button name="ya" value="1">Ya</button><button name="ya" value="0">Tidak</button></form></div>',
        "/paksa",
    )


@refused("active-elsewhere-as-links", "human_needed", need="other_session")
def other_session_links(site: Site) -> None:
    """The same as a page with links, in other words: another session would be ended."""
    _after(
        site,
        '<h3>Perhatian</h3><p>User Anda sedang login di perangkat lain. Lanjutkan dan akhiri sesi di perangkat tersebut?</p><a href="/lanjut/paksa?ya=1">Lanjutkan</a> <a href="/">Batal</a>',
        "/lanjut/paksa",
    )


@refused("security-question", "human_needed", "page_not_understood", need=("unknown", "otp", "data_update"))
def security_question(site: Site) -> None:
    """A question only the person knows: 'Siapa nama ibu kandung Anda?'."""
    _after(
        site,
        '<h2>Pertanyaan Keamanan</h2><form method="post" action="/jawab"><label>Siapa nama ibu kandung Anda? <input type="password" name="jawaban"></label><button>Kirim</button></form>',
        "/jawab",
    )


@refused("qr-log-in", "human_needed", "page_not_understood", need=("unknown", "otp", "captcha"), logins=0)
def qr_log_in(site: Site) -> None:
    """No password field anywhere: one scans a QR code or asks for a code by WhatsApp."""
    site.get("/")(
        lambda ask: (
            '<h1>Masuk</h1><p>Pindai kode QR dengan aplikasi JMO di ponsel Anda.</p><img src="/qr.png" alt="QR"><p>atau</p><form method="post" action="/wa"><label>Nomor WhatsApp <input name="hp" type="tel"></label><button>Kirim kode lewat WhatsApp</button></form>'
        )
    )
    site.forbid("/wa")


@refused("same-secret-again", "human_needed", "page_not_understood", "blocked")
def same_secret_again(site: Site) -> None:
    """After the log-in another form wants the very same secret: 'Masukkan kembali kata sandi Anda'. It is not sent twice."""
    _after(
        site,
        '<h2>Konfirmasi Keamanan</h2><p>Untuk melihat Saldo JHT, masukkan kembali kata sandi Anda.</p><form method="post" action="/konfirmasi"><label>Kata sandi <input type="password" name="sandi"></label><button>Lihat Saldo JHT</button></form>',
        "/konfirmasi",
    )


@refused("same-form-again", "page_not_understood", "session_expired", "human_needed")
def same_form_again(site: Site) -> None:
    """The log-in form comes again without a word: that is not 'wrong secret', and nothing is sent again."""
    site.get("/")(lambda ask: f'<form method="post" action="/">{_FIELDS}<button>Masuk</button></form>')
    site.post("/")(lambda ask: f'<form method="post" action="/">{_FIELDS}<button>Masuk</button></form>')


@refused("pin-wanted-none-given", "human_needed", "page_not_understood", "vault_unavailable", "credentials_rejected")
def pin_wanted(site: Site) -> None:
    """A PIN of six digits stands before the balance and none was given: the log-in secret is not tried in its place."""
    _after(
        site,
        '<p>Masukkan PIN 6 digit Anda</p><form method="post" action="/pin"><input type="password" name="pin" maxlength="6"><button>Lanjut</button></form>',
        "/pin",
    )


@refused("terms-to-agree-to", "human_needed", "page_not_understood", need=("unknown", "data_update"))
def terms(site: Site) -> None:
    """Terms of use must be agreed to after the log-in: agreeing is an act of the person."""
    _after(
        site,
        '<h1>Syarat dan Ketentuan</h1><p>Dengan menekan Saya Setuju Anda menyatakan tunduk pada ketentuan layanan dan mengizinkan pemrosesan data pribadi Anda.</p><form method="post" action="/setuju"><label><input type="checkbox" name="ya" value="1" required> Ya, Saya Setuju</label><button>Saya Setuju</button></form>',
        "/setuju",
    )


@refused("claim-in-the-way", "human_needed", "page_not_understood")
def claim_in_the_way(site: Site) -> None:
    """'Lanjutkan' would file a claim: the page after the log-in offers nothing else."""
    _after(
        site,
        '<h1>Pengajuan Klaim JHT</h1><p>Anda memiliki pengajuan klaim saldo JHT yang belum selesai.</p><form method="post" action="/klaim/kirim"><input type="hidden" name="jumlah" value="100%"><button>Lanjutkan Klaim</button></form><a href="/klaim/batal">Batalkan Klaim</a>',
        "/klaim/kirim",
        "/klaim/batal",
    )
