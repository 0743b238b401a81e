"""A copy of a ledger under another key: from plain to encrypted, from one key to another, or (by the person's word) to plain."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from core.ledger import cipher, file, schema
from core.ledger.key import Key
from core.ledger.problems import NO_CIPHER, LedgerProblem, translated


def recode(source: Path, key: Key | None, target: Path, new: Key | None) -> None:
    """Write all that is in the ledger at `source`, as it is at one moment, into the new file `target`. key: None if it is plain;
    new: None for a plain copy. The copy is on its own, but neither verified nor flushed yet. The source may be held meanwhile by a
    connection of SQLCipher's (`core.ledger.aside.hold`). Raises LedgerProblem."""
    file.blank(target, new).close()  # private from its first byte
    name = f"{source.absolute().as_uri()}?mode=ro"
    with translated(target):
        try:
            connection = cipher.connect(name, key, timeout_s=file.BUSY_TIMEOUT_MS / 1000, uri=True)
        except ImportError:
            raise LedgerProblem(NO_CIPHER) from None
        with closing(connection):
            there = f"{target.absolute().as_uri()}?mode=rw"
            connection.execute("ATTACH DATABASE ? AS copy KEY ?", (there, new.told() if new is not None else ""))
            connection.execute("BEGIN")
            version = schema.refuse_foreign(connection)
            connection.execute("SELECT sqlcipher_export('copy')").fetchall()
            connection.execute(f"PRAGMA copy.application_id = {schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA copy.user_version = {version}")
            connection.execute("COMMIT")
            connection.execute("DETACH DATABASE copy")
