-- Migration 4: what trainees said in their own words before they saw the
-- replies.
--
-- It lies apart from the records, because records go to whoever reads an
-- attempt and this goes to its trainee alone. since is the record that opened
-- the moment: a move, or a step back; 0 is the beginning. Nothing
-- here is append-only: its person may write it anew while the moment lasts.

CREATE TABLE own_words (
    attempt_id INTEGER NOT NULL REFERENCES attempts (id),
    since      INTEGER NOT NULL CHECK (since >= 0),
    at         INTEGER NOT NULL,
    words      TEXT    NOT NULL, -- '' when they were said aloud
    PRIMARY KEY (attempt_id, since)
) STRICT, WITHOUT ROWID;
