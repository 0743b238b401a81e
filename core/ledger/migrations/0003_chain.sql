-- Version 3: the hash chain (docs/ledger.md). One link for every entry, tied by the program; a link is never changed or removed.
-- `salt`: 16 random bytes that go into every digest of an account's (an import's) entries and are forgotten together with it.

ALTER TABLE account ADD COLUMN salt BLOB;
UPDATE account SET salt = randomblob(16);

DROP TRIGGER import_stands;
ALTER TABLE import ADD COLUMN salt BLOB;
UPDATE import SET salt = randomblob(16);
CREATE TRIGGER import_stands BEFORE UPDATE ON import BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;

CREATE TABLE chain (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row INTEGER NOT NULL,
    account INTEGER,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX chain_by_entry ON chain (kind, row);

CREATE TRIGGER chain_stands BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER chain_is_kept BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
