"""Saldo JHT from the command line: the window, or one command. Imports nothing before the environment is clean."""

from __future__ import annotations

import os
import sys

# What could weaken TLS, send traffic elsewhere, write the session's keys to a file, or swap the keyring for another one.
# OpenSSL reads its own names when it is first loaded (even by hashlib), so they must be gone before anything is imported.
UNWANTED_NAMES = ("PYTHON_KEYRING_BACKEND", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSLKEYLOGFILE", "KEYCHAIN_PATH")
UNWANTED_BEGINNINGS = ("SSL_CERT_", "OPENSSL_", "KEYRING_PROPERTY_")
UNWANTED_ENDS = ("_PROXY",)
PRIVATE_UMASK = 0o077
EXIT_NO_WINDOW = 1
EXIT_USAGE = 2
COMMANDS = (
    *(
        "check",
        "export",
        "history",
        "history-view",
        "import",
        "ledger",
        "machine",
        "read-files",
        "report",
        "simulator",
        "vault",
        "demo-data",
    ),
    *("read-page", "hand-secret", "taught", "kept-session"),
)


def clean_environment() -> None:
    """Take out of the environment what could weaken the connection or the keyring; what we start inherits the clean one."""
    for name in list(os.environ):
        upper = name.upper()
        if upper in UNWANTED_NAMES or upper.startswith(UNWANTED_BEGINNINGS) or upper.endswith(UNWANTED_ENDS):
            del os.environ[name]


def main(argv: list[str]) -> int:
    """Run what `argv` (without the program's name) asks for and return the exit code."""
    clean_environment()
    os.umask(PRIVATE_UMASK)
    if argv and argv[0] in COMMANDS:
        from core.commands import run

        return run(argv[0], argv[1:])
    if argv and argv[0] == "browse":
        return browser(argv[1:])
    if all(argument in ("--hidden", "--demo") for argument in argv):  # the window's own start pays for no parser
        return window(demo="--demo" in argv, hidden="--hidden" in argv, fault=None)
    from core.commands.front import front

    return front(argv, window)


def window(*, demo: bool, hidden: bool, fault: str | None) -> int:
    """Open the window, or say in one sentence why none can be opened."""
    try:
        from ui import preflight

        problem = preflight.problem()
        if problem is None:
            preflight.load_qt()
            from ui import app
    except (ImportError, SyntaxError) as error:  # half of an installation
        problem = incomplete(error)
    if problem is not None:
        print(problem, file=sys.stderr)
        return EXIT_NO_WINDOW
    return app.run(demo=demo, hidden=hidden, fault=fault)


def incomplete(error: ImportError | SyntaxError) -> str:
    """That a part of the program is not there, in one sentence."""
    try:
        from ui.preflight import incomplete as said

        return said(error)
    except (ImportError, SyntaxError):  # not even that part
        return "Program ini tidak lengkap: pasang ulang. / This program is incomplete: install it again."


def browser(argv: list[str]) -> int:
    """Open the portal's window (a process of its own), or say in one sentence why it cannot be."""
    from core.commands.browse import read
    from core.commands.front import usage_text
    from core.commands.options import Usage
    from ui import preflight

    try:
        if "--ledger-key-stdin" in argv or "--passphrase-stdin" in argv:
            from core.commands.opened import take

            argv = take("browse", argv)
        wanted = read(argv)
    except Usage as usage:
        return usage_text(usage)
    problem = preflight.problem()
    if problem is not None:
        print(problem, file=sys.stderr)
        return EXIT_NO_WINDOW
    preflight.load_qt()
    from ui.browser.app import run

    return run(wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
