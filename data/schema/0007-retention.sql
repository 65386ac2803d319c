-- How long a record is kept: holds that stop everything, disposals that one person proposes and another approves, and what
-- is left of a record that went. Nothing here names anybody once a disposal is done.

CREATE TABLE retention_hold (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	reason TEXT NOT NULL CHECK (reason <> ''),
	asked_by TEXT NOT NULL CHECK (asked_by <> ''), -- "the inquiry, letter of 2 March"
	until_on TEXT, -- looked at again on; it holds until it is lifted
	set_on TEXT NOT NULL,
	set_by TEXT NOT NULL CHECK (set_by <> ''),
	lifted_on TEXT,
	lifted_by TEXT NOT NULL DEFAULT '',
	lifted_because TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((lifted_on IS NULL) = (lifted_by = '')),
	CHECK ((lifted_on IS NULL) = (lifted_because = ''))
) STRICT;
CREATE INDEX retention_hold_of ON retention_hold (family_id);
CREATE INDEX retention_hold_in_force ON retention_hold (family_id) WHERE lifted_on IS NULL;

CREATE TRIGGER retention_hold_is_never_changed BEFORE UPDATE OF id, reason, asked_by, until_on, set_on, set_by ON retention_hold
BEGIN
	SELECT RAISE(ABORT, 'a hold is never changed');
END;
CREATE TRIGGER retention_hold_is_never_deleted BEFORE DELETE ON retention_hold
BEGIN
	SELECT RAISE(ABORT, 'a hold is never changed');
END;

CREATE TABLE disposal (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE, -- Z-0001
	family_id INTEGER REFERENCES family, -- NULL: the family is gone
	family TEXT NOT NULL CHECK (family <> ''), -- its reference
	state TEXT NOT NULL CHECK (state IN ('proposed', 'withdrawn', 'done')),
	rule TEXT NOT NULL,
	years INTEGER NOT NULL,
	counted_from TEXT NOT NULL CHECK (counted_from IN ('closure', 'birth', 'death', 'adoption')),
	basis TEXT NOT NULL,
	from_on TEXT NOT NULL,
	due_on TEXT NOT NULL,
	reason TEXT NOT NULL CHECK (reason <> ''),
	proposed_by TEXT NOT NULL CHECK (proposed_by <> ''),
	proposed_on TEXT NOT NULL,
	ended_by TEXT NOT NULL DEFAULT '',
	ended_on TEXT,
	ended_words TEXT NOT NULL DEFAULT '',
	first_on TEXT, -- what the record spanned
	last_on TEXT,
	children INTEGER NOT NULL DEFAULT 0,
	people_gone INTEGER NOT NULL DEFAULT 0,
	people_kept INTEGER NOT NULL DEFAULT 0, -- belong to another family too
	log_rows INTEGER NOT NULL DEFAULT 0,    -- of the audit log, whose words were taken out
	digest TEXT NOT NULL DEFAULT '',        -- BLAKE2b of every row that went, hexadecimal
	approved_at INTEGER,
	wiped_at INTEGER, -- when the file was packed after it, so that no trace is left in free pages
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((state = 'proposed') = (ended_by = '')),
	CHECK ((state = 'done') = (approved_at IS NOT NULL)),
	CHECK (state <> 'done' OR (family_id IS NULL AND ended_by <> proposed_by AND digest <> '')),
	CHECK (wiped_at IS NULL OR state = 'done')
) STRICT;
CREATE INDEX disposal_of ON disposal (family_id) WHERE family_id IS NOT NULL;
CREATE INDEX disposal_open ON disposal (proposed_on) WHERE state = 'proposed';
CREATE INDEX disposal_to_wipe ON disposal (approved_at) WHERE state = 'done' AND wiped_at IS NULL;

-- How many rows of each kind went.
CREATE TABLE disposal_count (
	disposal_id INTEGER NOT NULL REFERENCES disposal,
	what TEXT NOT NULL CHECK (what <> ''), -- "conferences"
	total INTEGER NOT NULL CHECK (total > 0),
	PRIMARY KEY (disposal_id, what)
) STRICT, WITHOUT ROWID;

-- A certificate. Only that the file was packed after it may still be said.
CREATE TRIGGER disposal_is_never_changed BEFORE UPDATE ON disposal
WHEN OLD.state <> 'proposed' AND NOT (OLD.state = 'done' AND OLD.wiped_at IS NULL AND NEW.wiped_at IS NOT NULL
	AND NEW.reference = OLD.reference AND NEW.family = OLD.family AND NEW.state = OLD.state AND NEW.digest = OLD.digest
	AND NEW.proposed_by = OLD.proposed_by AND NEW.ended_by = OLD.ended_by AND NEW.approved_at = OLD.approved_at)
	AND NOT (OLD.state = 'withdrawn' AND NEW.state = OLD.state AND NEW.reason = OLD.reason AND NEW.ended_words = OLD.ended_words)
BEGIN
	SELECT RAISE(ABORT, 'a disposal is never changed');
END;
CREATE TRIGGER disposal_is_never_deleted BEFORE DELETE ON disposal
BEGIN
	SELECT RAISE(ABORT, 'a disposal is never changed');
END;
CREATE TRIGGER disposal_count_is_never_changed BEFORE UPDATE ON disposal_count
BEGIN
	SELECT RAISE(ABORT, 'a disposal is never changed');
END;
CREATE TRIGGER disposal_count_is_never_deleted BEFORE DELETE ON disposal_count
BEGIN
	SELECT RAISE(ABORT, 'a disposal is never changed');
END;
