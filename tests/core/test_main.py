"""The door: a clean environment before anything else, and no more loaded than is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).resolve().parents[2]
UNWANTED = [
    *("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE", "OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES"),
    *("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "PYTHON_KEYRING_BACKEND", "KEYRING_PROPERTY_SCHEME", "KEYCHAIN_PATH"),
    *("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "no_proxy", "Http_Proxy"),
]


def test_what_could_weaken_the_connection_or_the_keyring_is_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in UNWANTED:
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    main.clean_environment()
    assert not [name for name in UNWANTED if name in os.environ]
    assert os.environ["LANG"] == "id_ID.UTF-8"


def test_nothing_that_reads_the_environment_is_loaded_before_it_is_clean() -> None:
    """OpenSSL reads its own names when it is first loaded, by ssl or by hashlib."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import main\n"
        "print(sorted({'ssl', '_ssl', 'hashlib', '_hashlib', 'requests', 'keyring', 'argparse', 'core', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, ROOT], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        ([], {"demo": False, "hidden": False, "fault": None}),
        (["--demo"], {"demo": True, "hidden": False, "fault": None}),
        (["--hidden", "--demo"], {"demo": True, "hidden": True, "fault": None}),
        (["--demo", "--fault", "hang"], {"demo": True, "hidden": False, "fault": "hang"}),
    ],
)
def test_the_window_gets_what_was_asked_for(
    argv: list[str], expected: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []

    def window(**options: object) -> int:
        asked.append(options)
        return 0

    monkeypatch.setattr(main, "window", window)
    previous = os.umask(0o022)
    try:
        assert main.main(argv) == 0
        assert os.umask(0o022) == 0o077
    finally:
        os.umask(previous)
    assert asked == [expected]


def test_without_a_window_it_says_why_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from ui import preflight

    monkeypatch.setattr(preflight, "problem", lambda: "Tidak ada layar.")
    assert main.window(demo=False, hidden=False, fault=None) == 1
    assert capsys.readouterr() == ("", "Tidak ada layar.\n")
