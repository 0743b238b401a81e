"""What the portal's window refuses in words: a certificate that is not valid, a statement that is locked; and which hosts it noted."""

from __future__ import annotations

import datetime as dt
import io
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pypdf import PdfReader, PdfWriter

from core import hosts
from core.paths import Folders
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from core.simulator.statement_pdf import statement_pdf
from core.simulator.statements import statements_of
from tests.browser.conftest import Go, Home
from tests.browser.served import Served

pytestmark = pytest.mark.journey
PORTAL = "simulator-sso2023"
LOGIN = (
    b"<!DOCTYPE html><title>Portal</title><h1>Masuk</h1><form method=post><input name=email><input type=password name=p></form>"
)


def self_signed(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A certificate for this machine's address that nobody vouches for."""
    import ipaddress

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    plain = serialization.NoEncryption()
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_a_certificate_that_is_not_valid_ends_the_matter(home: Home, go: Go, tmp_path_factory: pytest.TempPathFactory) -> None:
    home.add_account(PORTAL)
    with Served({"/": ("text/html", LOGIN)}, self_signed(tmp_path_factory)) as portal:
        went = go("insecure", portal.url)
        assert portal.visits >= 2  # it was asked, and once more when the person wanted it
        assert portal.asked == []  # and no request went through
    assert went.seen["titles"] == ["Sambungan tidak aman"] * 2
    assert went.seen["ways"] == ["Muat lagi"]  # no way round
    assert went.seen["filled"] == "not_here" or went.seen["filled"] == "no_field"


def test_a_statement_that_is_locked_is_told_where_to_go_and_leaves_nothing(home: Home, go: Go) -> None:
    home.add_account(PORTAL)
    plain = statement_pdf(statements_of(2025, DEMO)[0], DEMO)
    writer, body = PdfWriter(clone_from=PdfReader(io.BytesIO(plain))), io.BytesIO()
    writer.encrypt("rahasia-CONTOH", algorithm="AES-256")
    writer.write(body)
    page = b"<!DOCTYPE html><title>Lembar</title><a id=lembar href=/lembar.pdf>Unduh</a>"
    with Served({"/": ("text/html", page), "/lembar.pdf": ("application/pdf", body.getvalue())}) as portal:
        went = go("locked_statement", portal.url)
    assert went.seen["note"] == "Lembar itu terkunci dengan kata sandi. Unduh lewat peramban, lalu buka di halaman Impor."
    assert "not_imported" in went.steps
    assert list(home.temporary.rglob("*.pdf")) == []
    with home.ledger() as ledger:
        assert ledger.history(1) == []


def test_every_host_the_window_contacts_is_on_the_record(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    go("leave_at_once", simulator.url("sso2023"))
    (host,) = hosts.load(Folders(home.data).hosts)
    assert (host.host, host.visits) == ("127.0.0.1", 1)
    assert host.sent > 0
    assert b"login" not in Folders(home.data).hosts.read_bytes()
