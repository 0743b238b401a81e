"""The commands of `main.py` without the start of an interpreter for each: one process has loaded them all, and forks a child a command.

    nursery.py CLOCK_FILE        (prints the port it listens on; lives until its standard input is closed)

What a check costs is mostly Python beginning, ten thousand times over an hour of it. The child of a window that uses `client` instead of
`main.py` is a shell that hands its arguments over and prints what comes back, line by line, with the same exit code. CLOCK_FILE holds
by how many seconds the clock of the commands is ahead.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import socket
import sys
import threading
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LOADED = (
    "core.commands.check",
    "core.commands.by_account",
    "core.commands.ledger",
    "core.portal.flow",
    "core.simulator",
    "core.demo",
)
LONGEST_S = 90
CLIENT = """exec 3<>/dev/tcp/127.0.0.1/{port}
printf '%s\\n' "$*" >&3
while IFS= read -r line <&3; do
  case $line in
    'exit '*) exit "${{line#exit }}" ;;
    *) printf '%s\\n' "$line" ;;
  esac
done
exit 99
"""


def client(folder: Path, port: int) -> list[str]:
    """What a window is given to start its children with."""
    script = folder / "client.sh"
    script.write_text(CLIENT.format(port=port), "utf-8")
    return ["bash", "--norc", str(script)]


def bear(caller: socket.socket, clock: Path) -> None:
    """In the forked child: run one command with the caller as its standard output, and say how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.alarm(LONGEST_S)
    arguments = caller.makefile("r", encoding="utf-8").readline().split()
    os.dup2(caller.fileno(), 1)
    sys.stdout = open(1, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115 - it is the standard output
    import main
    from core.commands import check

    ahead = dt.timedelta(seconds=float(clock.read_text("ascii")))
    check.now = lambda: (dt.datetime.now(dt.UTC) + ahead).replace(microsecond=0)
    code = main.main(arguments)
    print(f"exit {code}", flush=True)


def serve(clock: Path) -> None:
    """Until the one who started us is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for name in LOADED:
        import_module(name)
    assert threading.active_count() == 1, "a fork copies no threads"
    listening = socket.create_server(("127.0.0.1", 0), backlog=16)
    print(listening.getsockname()[1], flush=True)
    parent = os.getppid()
    listening.settimeout(1.0)
    while os.getppid() == parent:
        try:
            caller, _ = listening.accept()
        except TimeoutError:
            continue
        caller.settimeout(None)
        if os.fork() == 0:
            listening.close()
            try:
                bear(caller, clock)
            finally:
                os._exit(0)
        caller.close()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
