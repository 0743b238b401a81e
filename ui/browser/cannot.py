"""Why the portal's window cannot be opened, in words: for the terminal, and for the window that wanted it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def words(reason: str) -> str:
    """One sentence."""
    match reason:
        case "no_engine":
            return translate("cannot", "Jendela portal memerlukan QtWebEngine, yang belum terpasang: uv sync --extra browser.")
        case "root":
            return translate("cannot", "Jendela portal tidak dapat dibuka oleh pengguna root.")
        case "no_account":
            return translate("cannot", "Akun itu tidak ada, atau tidak punya portal di sini.")
    return translate("cannot", "Jendela portal berhenti tiba-tiba.")
