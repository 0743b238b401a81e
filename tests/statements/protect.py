"""PDFs that ask for a password, as the yearly statement by mail does: the birth date, day month year."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader, PdfWriter

from tests.statements.case import Make

CIPHERS = ("RC4-128", "AES-128", "AES-256")


def protected(make: Make, password: str, cipher: str | None = None) -> Make:
    """The same file, but locked; the cipher goes by the password where none is named."""
    chosen = cipher or CIPHERS[sum(map(ord, password)) % len(CIPHERS)]

    def locked(folder: Path) -> Path:
        path = make(folder)
        writer = PdfWriter(clone_from=PdfReader(path))
        writer.encrypt(password, owner_password="pemilik-contoh", algorithm=chosen)
        with path.open("wb") as file:
            writer.write(file)
        return path

    return locked
