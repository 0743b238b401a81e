"""A check leaves nothing it should not: no secret, no file, no needless module, no way around TLS."""

from __future__ import annotations

import base64
import contextlib
import json
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
import trustme

from core import demo
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from tests.e2e.running import MAIN, demo_ledger, environment, look, main, start

pytestmark = pytest.mark.journey


def test_a_check_of_an_address_leaves_nothing_in_the_home(place: Path, simulator: Simulator) -> None:
    assert look(place, simulator.url("es"), DEMO).status == "ok"
    assert look(place, simulator.url("es"), DEMO, secret="tidak-benar").status == "credentials_rejected"
    assert list(place.rglob("*")) == []


def test_a_check_of_an_address_loads_neither_window_nor_keyring_nor_database(place: Path, simulator: Simulator) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-X",
            "importtime",
            *MAIN[1:],
            "check",
            "--portal",
            simulator.url("es"),
            "--user",
            DEMO.email,
            "--secrets-stdin",
        ],
        env=environment(place),
        input=f"{DEMO.secret}\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert done.returncode == 0
    assert "requests" in loaded
    assert not loaded & {
        "PySide6",
        "keyring",
        "secretstorage",
        "jeepney",
        "sqlite3",
        "platformdirs",
        "truststore",
        "argparse",
        "ui",
    }


def test_the_demos_folder_is_private_and_filled_once(place: Path) -> None:
    for number in (1, 2):
        assert main(place, "demo-data", "--json").lines == [{"demo": "ready", "account": "#1"}]
        with demo_ledger(place) as ledger:
            assert len(ledger.history(1)) == demo.READINGS, number
    assert main(place, "check", "--demo", "--json").status == "ok"
    with demo_ledger(place) as ledger:
        assert len(ledger.history(1)) == demo.READINGS + 1
    for path in (place / ".local").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_filling_the_demo_from_two_processes_at_once_fills_it_once(place: Path) -> None:
    both = [start(place, "demo-data", "--json") for _ in range(2)]
    assert [process.communicate(timeout=60)[1] for process in both] == ["", ""]
    with demo_ledger(place) as ledger:
        assert [len(ledger.history(account.id)) for account in ledger.accounts()] == [demo.READINGS]


def test_no_secret_is_anywhere_but_on_the_way_to_the_portal(place: Path) -> None:
    """Ok, refused, and cut off: every byte of the home and both outputs, and the process list while it runs."""
    main(place, "demo-data")
    for secret, pin, fault in (
        (DEMO.secret, DEMO.pin, None),
        ("kanari-47-x&é", "918273", None),
        ("kanari-47-x&é", "918273", "hang"),
    ):
        arguments = ["check", "--demo", "--account", "#1", "--secrets-stdin", "--json", *(("--fault", fault) if fault else ())]
        process = start(place, *arguments)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{secret}\n{pin}\n")
        process.stdin.close()
        process.stdin = None
        first = process.stdout.readline()  # it runs, and is past reading its secrets
        shown = b"".join((Path("/proc") / str(process.pid) / name).read_bytes() for name in ("cmdline", "environ"))
        if fault:
            process.kill()
        out, err = process.communicate(timeout=60)
        kept = b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
        for hay in (shown, first.encode(), out.encode(), err.encode(), kept):
            for needle in forms(secret) | forms(pin):
                assert needle not in hay


def forms(secret: str) -> set[bytes]:
    """A secret as it might be found: plain, in an address, in JSON, in base64."""
    plain = secret.encode()
    return {
        plain,
        quote_plus(secret).encode(),
        json.dumps(secret).strip('"').encode(),
        base64.b64encode(plain),
        plain.hex().encode(),
    }


def test_a_secret_typed_in_the_wrong_place_is_not_repeated(place: Path) -> None:
    ran = main(place, "check", "rahasia-sekali")
    assert ran.code == 2
    assert "rahasia" not in ran.err


def test_the_environment_cannot_send_the_check_elsewhere(place: Path, simulator: Simulator) -> None:
    nowhere = "http://127.0.0.1:9/"
    proxies = dict.fromkeys(("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"), nowhere)
    assert look(place, simulator.url("es"), DEMO, **proxies).status == "ok"


def test_a_certificate_the_system_does_not_trust_is_refused_whatever_the_environment_says(place: Path, tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    keys = tmp_path / "keys.log"
    received: list[bytes] = []
    with tls_server(authority, received) as port:
        trusting = {name: str(tmp_path / "ca.pem") for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")}
        ran = look(place, f"https://127.0.0.1:{port}/", DEMO, SSLKEYLOGFILE=str(keys), SSL_CERT_DIR=str(tmp_path), **trusting)
    assert ran.status == "network"
    assert {"step": "refused", "reason": "certificate", "portal_words": None} in ran.lines
    assert not keys.exists()
    assert received == []


@contextlib.contextmanager
def tls_server(authority: trustme.CA, received: list[bytes]) -> Iterator[int]:
    """A server whose certificate only `authority` vouches for; what anybody says to it after the handshake is kept."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with contextlib.suppress(OSError), context.wrap_socket(connection, server_side=True) as line:
                if said := line.recv(4096):
                    received.append(said)

    server = threading.Thread(target=serve, daemon=True)
    server.start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    server.join(5)
