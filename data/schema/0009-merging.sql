-- A person who was entered twice: what was made one, so that it can be taken apart again.

ALTER TABLE person ADD COLUMN merged_into_id INTEGER REFERENCES person; -- whose second entry this turned out to be
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TABLE person_merge (
	id INTEGER PRIMARY KEY,
	kept_id INTEGER NOT NULL REFERENCES person,
	gone_id INTEGER NOT NULL REFERENCES person,
	at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	reason TEXT NOT NULL CHECK (reason <> ''),
	changes BLOB NOT NULL, -- every row that changed, as it was and as it became: a changeset of SQLite's session extension
	undone_at INTEGER,
	undone_by TEXT NOT NULL DEFAULT '',
	undone_why TEXT NOT NULL DEFAULT '',
	CHECK (kept_id <> gone_id),
	CHECK ((undone_at IS NULL) = (undone_by = ''))
) STRICT;
CREATE UNIQUE INDEX person_merge_once ON person_merge (gone_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_kept ON person_merge (kept_id);

CREATE TRIGGER person_merge_is_never_changed BEFORE UPDATE OF id, kept_id, gone_id, at, by_user, reason, changes ON person_merge
BEGIN
	SELECT RAISE(ABORT, 'what was made one is never changed');
END;
CREATE TRIGGER person_merge_is_never_deleted BEFORE DELETE ON person_merge
BEGIN
	SELECT RAISE(ABORT, 'what was made one is never changed');
END;
