-- Migration 2: what the engine says of an attempt is kept beside its card.
--
-- NULL until it has been worked out. It is JSON that names the rules and the
-- moves it is about, so that it is never taken for that of other moves.

ALTER TABLE cards ADD COLUMN analysis BLOB;
