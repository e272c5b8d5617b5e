-- Migration 3: what trainees note for themselves before and after a call.
--
-- It names no attempt on purpose: what somebody felt can never be laid beside
-- what they scored. Its person may take it away again, so nothing here is
-- append-only. own, turned and the lists are theirs; no export reads this.

CREATE TABLE settlings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    profile_id INTEGER NOT NULL REFERENCES profiles (id),
    at         INTEGER NOT NULL,
    after      INTEGER NOT NULL CHECK (after IN (0, 1)),          -- after a call, else before one
    feeling    TEXT    NOT NULL,                                  -- '' when none was named
    strength   INTEGER NOT NULL CHECK (strength BETWEEN 0 AND 5), -- 0: not said
    since      INTEGER NOT NULL CHECK (since BETWEEN 0 AND 5),    -- the same feeling at the end; 0: not said
    thought    TEXT    NOT NULL,
    own        TEXT    NOT NULL,
    turned     TEXT    NOT NULL,
    body       TEXT    NOT NULL, -- places, with spaces between
    ways       TEXT    NOT NULL  -- what was done, with spaces between
) STRICT;

CREATE INDEX settlings_profile ON settlings (profile_id, at, id);
