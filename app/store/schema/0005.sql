-- Migration 5: costly replies that come back days later, and what was answered.
--
-- A moment is named by its attempt and its move. Days are those of the
-- trainee's calendar, YYYY-MM-DD. Both tables lie apart from the records,
-- because records go to whoever reads an attempt and these are its trainee's
-- alone. That only one moment of a reply waits at a time is seen to where one
-- is kept: a reply is one by person, scenario and variant, which attempts have.

CREATE TABLE moments (
    attempt_id INTEGER NOT NULL REFERENCES attempts (id),
    move       INTEGER NOT NULL CHECK (move >= 0),            -- among those that stand, from 0
    reply      TEXT    NOT NULL,                              -- what was said there, by its name in the case
    cost       REAL    NOT NULL,                              -- of the overall, 0 to 100
    critical   INTEGER NOT NULL CHECK (critical IN (0, 1)),
    day        TEXT    NOT NULL CHECK (length(day) = 10),     -- of the call
    retired    INTEGER NOT NULL CHECK (retired IN (0, 1)),    -- does not come back
    PRIMARY KEY (attempt_id, move)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    attempt_id INTEGER NOT NULL,
    move       INTEGER NOT NULL,
    seq        INTEGER NOT NULL CHECK (seq > 0),
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL CHECK (length(day) = 10),
    said       TEXT    NOT NULL,                              -- the reply that was given, as a written move
    correct    INTEGER NOT NULL CHECK (correct IN (0, 1)),
    PRIMARY KEY (attempt_id, move, seq),
    FOREIGN KEY (attempt_id, move) REFERENCES moments (attempt_id, move)
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_day ON answers (day);
