-- Version 1. Money is INTEGER sen, times are TEXT UTC "2026-11-22T01:12:33Z", dates "2026-11-22", months "2026-10".
-- What happened is never changed: the triggers at the end refuse an update, and the removal of anything but a whole account.

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    user TEXT NOT NULL,
    portal TEXT NOT NULL,
    vault_key TEXT NOT NULL UNIQUE,
    remember INTEGER NOT NULL CHECK (remember IN (0, 1)),
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    asked_by TEXT NOT NULL,
    started_at TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_by_account ON attempt (account_id, id);

CREATE TABLE attempt_end (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
    finished_at TEXT NOT NULL,
    status TEXT NOT NULL,
    need TEXT,
    reason TEXT,
    portal_words TEXT,
    step TEXT
) STRICT;

CREATE TABLE reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    attempt_id INTEGER UNIQUE REFERENCES attempt (id) ON DELETE CASCADE,
    portal TEXT NOT NULL,
    source TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    as_of TEXT,
    total INTEGER NOT NULL CHECK (total >= 0),
    total_is_portals INTEGER NOT NULL CHECK (total_is_portals IN (0, 1)),
    evidence_label TEXT,
    evidence_path TEXT,
    evidence_excerpt TEXT
) STRICT;
CREATE INDEX reading_by_account ON reading (account_id, checked_at, id);

CREATE TABLE card (
    reading_id INTEGER NOT NULL REFERENCES reading (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    balance INTEGER NOT NULL CHECK (balance >= 0),
    kpj TEXT,
    company TEXT,
    npp TEXT,
    segment TEXT,
    active INTEGER CHECK (active IN (0, 1)),
    last_contribution TEXT,
    evidence_label TEXT,
    evidence_path TEXT,
    evidence_excerpt TEXT,
    PRIMARY KEY (reading_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt
WHEN EXISTS (SELECT 1 FROM account WHERE id = OLD.account_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
CREATE TRIGGER attempt_end_is_kept BEFORE DELETE ON attempt_end
WHEN EXISTS (SELECT 1 FROM attempt WHERE id = OLD.attempt_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
CREATE TRIGGER reading_is_kept BEFORE DELETE ON reading
WHEN EXISTS (SELECT 1 FROM account WHERE id = OLD.account_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
CREATE TRIGGER card_is_kept BEFORE DELETE ON card
WHEN EXISTS (SELECT 1 FROM reading WHERE id = OLD.reading_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;

CREATE TRIGGER attempt_stands BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER attempt_end_stands BEFORE UPDATE ON attempt_end BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER reading_stands BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER card_stands BEFORE UPDATE ON card BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
