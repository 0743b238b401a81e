-- Version 2: what comes out of files (statements, saved pages, messages, typed figures, payslips). Money is INTEGER sen.
-- An import is never changed and never removed by itself: `hidden` holds the later wishes to hide or to show it again.

CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    program_version TEXT NOT NULL
) STRICT;
CREATE INDEX import_by_file ON import (sha256);

CREATE TABLE statement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    kpj TEXT,
    npp TEXT,
    company TEXT,
    year INTEGER,
    first_month TEXT,
    first_pension_month TEXT,
    pension_months INTEGER,
    opening INTEGER,
    growth INTEGER,
    dues INTEGER,
    growth_on_dues INTEGER,
    taken INTEGER,
    closing INTEGER,
    closing_on TEXT,
    evidence_label TEXT,
    evidence_path TEXT,
    evidence_excerpt TEXT,
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    doubts TEXT
) STRICT;
CREATE INDEX statement_by_account ON statement (account_id, year, id);
CREATE INDEX statement_by_import ON statement (import_id);

CREATE TABLE month (
    statement_id INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    blth TEXT NOT NULL,
    paid TEXT,
    posted TEXT,
    wage INTEGER,
    rapel INTEGER,
    employer INTEGER,
    worker INTEGER,
    pension_employer INTEGER,
    pension_worker INTEGER,
    off_rate INTEGER NOT NULL CHECK (off_rate IN (0, 1)),
    PRIMARY KEY (statement_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE wage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kpj TEXT,
    npp TEXT,
    company TEXT,
    from_blth TEXT NOT NULL,
    wage INTEGER NOT NULL CHECK (wage >= 0)
) STRICT;
CREATE INDEX wage_by_account ON wage (account_id, from_blth, id);
CREATE INDEX wage_by_import ON wage (import_id);

CREATE TABLE hidden (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX hidden_by_import ON hidden (import_id, id);

CREATE VIEW hidden_import AS
SELECT import_id AS id FROM hidden AS last
WHERE hidden = 1 AND id = (SELECT max(id) FROM hidden WHERE import_id = last.import_id);

-- The day a reading stands for: a portal's is the day it was read; a file's is the day the file gives, never after it was read.
-- Days are those of western Indonesia (UTC+7), as the statements' are.
ALTER TABLE reading ADD COLUMN import_id INTEGER REFERENCES import (id) ON DELETE CASCADE;
ALTER TABLE reading ADD COLUMN day TEXT AS (
    CASE WHEN source IN ('portal', 'browser') OR as_of IS NULL THEN date(checked_at, '+7 hours')
    ELSE min(as_of, date(checked_at, '+7 hours')) END
) VIRTUAL;
DROP INDEX reading_by_account;
CREATE INDEX reading_by_day ON reading (account_id, day, checked_at, id);
CREATE INDEX reading_by_import ON reading (import_id) WHERE import_id IS NOT NULL;

CREATE TRIGGER import_is_kept BEFORE DELETE ON import
WHEN EXISTS (SELECT 1 FROM statement WHERE import_id = OLD.id) OR EXISTS (SELECT 1 FROM wage WHERE import_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
CREATE TRIGGER statement_is_kept BEFORE DELETE ON statement
WHEN EXISTS (SELECT 1 FROM account WHERE id = OLD.account_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
CREATE TRIGGER month_is_kept BEFORE DELETE ON month
WHEN EXISTS (SELECT 1 FROM statement WHERE id = OLD.statement_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
CREATE TRIGGER wage_is_kept BEFORE DELETE ON wage
WHEN EXISTS (SELECT 1 FROM account WHERE id = OLD.account_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
CREATE TRIGGER hidden_is_kept BEFORE DELETE ON hidden
WHEN EXISTS (SELECT 1 FROM import WHERE id = OLD.import_id)
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;

CREATE TRIGGER import_stands BEFORE UPDATE ON import BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER statement_stands BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER month_stands BEFORE UPDATE ON month BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER wage_stands BEFORE UPDATE ON wage BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TRIGGER hidden_stands BEFORE UPDATE ON hidden BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
