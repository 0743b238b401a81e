"""What a look at the newest links alone does not tell, at little cost: entries without a link, links without an entry, and the few rows
that say what is shown at all (accounts, imports, the wish to hide one) against their links."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from core.ledger import chain

FEW = ("account", "import", "hidden")
_GONE = {"import": "import_forgotten", "hidden": "hidden_forgotten"}


def older_than_looked_at(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """(fault, kind, row): "added", "missing" or "changed". No content but that of the few is read: 100,000 readings cost 0.1 s."""
    for kind, shape in chain.KINDS.items():
        added = (
            f"SELECT {shape.key} FROM {kind} AS entry WHERE NOT EXISTS"  # noqa: S608 - names of this package
            f" (SELECT 1 FROM chain WHERE chain.kind = ? AND chain.row = entry.{shape.key})"
        )
        yield from (("added", kind, row) for (row,) in connection.execute(added, (kind,)))
        missing = (
            f"SELECT DISTINCT row FROM chain AS link WHERE kind = ? AND NOT EXISTS"  # noqa: S608 - as above
            f" (SELECT 1 FROM {kind} AS entry WHERE entry.{shape.key} = link.row)"
            " AND NOT EXISTS (SELECT 1 FROM chain WHERE kind = 'forgotten' AND row = link.account)"
            " AND NOT EXISTS (SELECT 1 FROM chain WHERE kind = ? AND row = link.row)"
        )
        yield from (("missing", kind, row) for (row,) in connection.execute(missing, (kind, _GONE.get(kind, ""))))
    for kind in FEW:
        told = dict(connection.execute("SELECT row, digest FROM chain WHERE kind = ? ORDER BY number", (kind,)))
        for entry in chain.entries(connection, kind):
            if entry.row in told and entry.digest != told[entry.row]:
                yield "changed", kind, entry.row
