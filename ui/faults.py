"""A fault of ours in the window: its kind and place go into the log. Its text and its values go nowhere: they might hold a secret."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType


def log_instead_of_printing(log: Path) -> None:
    """From now on an exception that nobody handled is one line in that file, and the window lives on."""

    def unexpected(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        import logging

        from core import logs

        file = logs.LogFile(log)
        file.emit(
            logging.LogRecord(f"{logs.NAME}.window", logging.ERROR, "", 0, f"unexpected: {logs.place_of(error)}", None, None)
        )

    sys.excepthook = unexpected
