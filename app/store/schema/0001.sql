-- Migration 1: the first schema. Frozen: a file made by it is in people's
-- hands, so a change is a new migration.
--
-- Times are microseconds since 1970 in UTC. Active time is in nanoseconds.

PRAGMA application_id = 1264936304; -- "Keep"

CREATE TABLE profiles (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL,
    role        TEXT    NOT NULL,
    days        INTEGER NOT NULL CHECK (days BETWEEN 0 AND 127), -- bit 0 is Sunday
    from_minute INTEGER NOT NULL,
    to_minute   INTEGER NOT NULL,
    secret      TEXT    NOT NULL,
    created     INTEGER NOT NULL
) STRICT;

-- Profile 0 is the machine, so there is no reference to profiles.
CREATE TABLE preferences (
    profile_id INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    value      TEXT    NOT NULL,
    PRIMARY KEY (profile_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE texts (
    hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;

-- The texts are not referenced: an attempt saved from a damaged file is worth
-- keeping without them.
CREATE TABLE attempts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    profile_id    INTEGER NOT NULL REFERENCES profiles (id),
    scenario      TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    scenario_hash TEXT    NOT NULL,
    rubric_hash   TEXT    NOT NULL,
    weights_hash  TEXT    NOT NULL,
    rules         INTEGER NOT NULL,
    setting       TEXT    NOT NULL,
    mode          TEXT    NOT NULL,
    seed          INTEGER NOT NULL, -- the bits of an unsigned number
    variant       INTEGER NOT NULL,
    started       INTEGER NOT NULL,
    zone          TEXT    NOT NULL,
    tried_out     INTEGER NOT NULL CHECK (tried_out IN (0, 1)),
    untimed       INTEGER NOT NULL CHECK (untimed IN (0, 1))
) STRICT;

CREATE INDEX attempts_started ON attempts (started, id);
CREATE INDEX attempts_profile ON attempts (profile_id, started, id);
CREATE INDEX attempts_scenario ON attempts (scenario, started, id);

CREATE TABLE records (
    attempt_id INTEGER NOT NULL REFERENCES attempts (id),
    seq        INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    active     INTEGER NOT NULL,
    PRIMARY KEY (attempt_id, seq)
) STRICT, WITHOUT ROWID;

-- records is how many records the summary was derived from.
CREATE TABLE summaries (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempts (id),
    records    INTEGER NOT NULL,
    stage      TEXT    NOT NULL,
    changed    INTEGER NOT NULL,
    due        INTEGER,
    scored     INTEGER NOT NULL CHECK (scored IN (0, 1)),
    final      INTEGER NOT NULL CHECK (final IN (0, 1)),
    passed     INTEGER NOT NULL CHECK (passed IN (0, 1)),
    failed     INTEGER NOT NULL CHECK (failed IN (0, 1)),
    critical   INTEGER NOT NULL CHECK (critical IN (0, 1)),
    clock_set  INTEGER NOT NULL CHECK (clock_set IN (0, 1)), -- at some time, not only when it began
    overall    REAL    NOT NULL,
    cool       REAL    NOT NULL,
    bases      REAL    NOT NULL,
    extra      REAL    NOT NULL,
    follow     REAL    NOT NULL,
    rule       TEXT    NOT NULL
) STRICT;

CREATE INDEX summaries_stage ON summaries (stage, due);

-- Apart from the summaries, so that lists do not read past them.
CREATE TABLE cards (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempts (id),
    body       BLOB    NOT NULL
) STRICT;

-- What happened stays as it was written, whoever writes to the file.

CREATE TRIGGER attempts_stay_as_begun BEFORE UPDATE ON attempts
BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;

CREATE TRIGGER attempts_stay BEFORE DELETE ON attempts
BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;

CREATE TRIGGER records_follow_each_other BEFORE INSERT ON records
WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM records WHERE attempt_id = NEW.attempt_id)
BEGIN SELECT RAISE(ABORT, 'records follow each other without a gap'); END;

CREATE TRIGGER records_stay_as_written BEFORE UPDATE ON records
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;

CREATE TRIGGER records_stay BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'records are append-only'); END;

CREATE TRIGGER texts_stay_as_written BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are append-only'); END;

CREATE TRIGGER texts_stay BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are append-only'); END;
