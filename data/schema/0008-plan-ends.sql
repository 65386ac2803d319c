-- Plans that end outside a review, children who are born, moves from one authority to another.

-- A plan ended by something that happened, or asked to be ended and decided. One for several children of a family.
CREATE TABLE plan_ending (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE, -- X-0001
	family_id INTEGER NOT NULL REFERENCES family,
	transfer_id INTEGER REFERENCES transfer,
	reason TEXT NOT NULL CHECK (reason IN ('looked_after', 'order', 'moved', 'eighteen', 'died', 'abroad', 'executive', 'error')),
	state TEXT NOT NULL CHECK (state IN ('asked', 'told', 'ended', 'refused', 'withdrawn')),
	day TEXT,                            -- the plans end on
	words TEXT NOT NULL DEFAULT '',
	authority TEXT NOT NULL DEFAULT '',
	asked_by TEXT NOT NULL CHECK (asked_by <> ''),
	asked_on TEXT NOT NULL,
	told_on TEXT,
	object_by TEXT,
	objections INTEGER NOT NULL DEFAULT 0 CHECK (objections >= 0),
	decided_on TEXT,
	decided_by TEXT NOT NULL DEFAULT '',
	decision_words TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((state IN ('ended', 'refused')) = (decided_by <> '')),
	CHECK (state <> 'ended' OR day IS NOT NULL)
) STRICT;
CREATE INDEX plan_ending_of_family ON plan_ending (family_id);
CREATE INDEX plan_ending_open ON plan_ending (asked_on) WHERE state IN ('asked', 'told');
CREATE INDEX plan_ending_of_transfer ON plan_ending (transfer_id) WHERE transfer_id IS NOT NULL;

CREATE TABLE plan_ending_plan (
	ending_id INTEGER NOT NULL REFERENCES plan_ending,
	plan_id INTEGER NOT NULL REFERENCES plan,
	PRIMARY KEY (ending_id, plan_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_ending_plan_of ON plan_ending_plan (plan_id);

CREATE TABLE plan_ending_step (
	id INTEGER PRIMARY KEY,
	ending_id INTEGER NOT NULL REFERENCES plan_ending,
	at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	step TEXT NOT NULL CHECK (step IN ('ask', 'tell', 'agree', 'object', 'end', 'refuse', 'withdraw')),
	day TEXT NOT NULL,
	agency TEXT NOT NULL DEFAULT '',
	words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_ending_step_of ON plan_ending_step (ending_id);

CREATE TRIGGER plan_ending_is_never_deleted BEFORE DELETE ON plan_ending
BEGIN
	SELECT RAISE(ABORT, 'how a plan ended is never deleted');
END;
CREATE TRIGGER plan_ending_step_is_never_changed BEFORE UPDATE ON plan_ending_step
BEGIN
	SELECT RAISE(ABORT, 'how a plan ended is never changed');
END;
CREATE TRIGGER plan_ending_step_is_never_deleted BEFORE DELETE ON plan_ending_step
BEGIN
	SELECT RAISE(ABORT, 'how a plan ended is never deleted');
END;

-- A child who died or was not born alive. Letters written before that moment which name the child do not leave.
CREATE TABLE loss (
	person_id INTEGER PRIMARY KEY REFERENCES person,
	kind TEXT NOT NULL CHECK (kind IN ('miscarriage', 'stillbirth', 'death')),
	day TEXT NOT NULL,
	at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	words TEXT NOT NULL DEFAULT '' -- who told us
) STRICT;

-- Moves of children with plans. The authority that is left keeps its plan until the other has held its conference.
CREATE TABLE transfer (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE, -- M-0001
	family_id INTEGER NOT NULL REFERENCES family,
	conference_id INTEGER REFERENCES conference, -- ours, of one who moves here
	direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
	stay TEXT NOT NULL CHECK (stay IN ('for_good', 'for_a_time')),
	state TEXT NOT NULL CHECK (state IN ('open', 'held', 'stopped')),
	authority TEXT NOT NULL CHECK (authority <> ''),
	contact TEXT NOT NULL DEFAULT '',
	address TEXT NOT NULL DEFAULT '',
	notified_on TEXT NOT NULL,
	moved_on TEXT,
	until_on TEXT,
	papers INTEGER NOT NULL DEFAULT 0 CHECK (papers >= 0),
	accepted_on TEXT,
	held_on TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (direction = 'in' OR conference_id IS NULL)
) STRICT;
CREATE INDEX transfer_of_family ON transfer (family_id);
CREATE INDEX transfer_of_conference ON transfer (conference_id) WHERE conference_id IS NOT NULL;
CREATE INDEX transfer_open ON transfer (notified_on) WHERE state = 'open';

CREATE TABLE transfer_child (
	transfer_id INTEGER NOT NULL REFERENCES transfer,
	person_id INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (transfer_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_child_person ON transfer_child (person_id);

CREATE TABLE transfer_step (
	id INTEGER PRIMARY KEY,
	transfer_id INTEGER NOT NULL REFERENCES transfer,
	at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	step TEXT NOT NULL CHECK (step IN ('register', 'papers', 'accept', 'decline', 'stays', 'held', 'stop')),
	day TEXT NOT NULL,
	words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX transfer_step_of ON transfer_step (transfer_id);

CREATE TRIGGER transfer_is_never_deleted BEFORE DELETE ON transfer
BEGIN
	SELECT RAISE(ABORT, 'a move is never deleted');
END;
CREATE TRIGGER transfer_step_is_never_changed BEFORE UPDATE ON transfer_step
BEGIN
	SELECT RAISE(ABORT, 'what was done about a move is never changed');
END;
CREATE TRIGGER transfer_step_is_never_deleted BEFORE DELETE ON transfer_step
BEGIN
	SELECT RAISE(ABORT, 'what was done about a move is never changed');
END;
