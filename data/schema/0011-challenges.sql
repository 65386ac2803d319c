-- What professionals and chairs challenge: dissent and escalations with their stages. Before them notices: letters to
-- people who are on no list of invitees.

-- Which letter told whom of what; its way is in delivery.
CREATE TABLE notice (
	letter_id INTEGER PRIMARY KEY REFERENCES letter,
	kind TEXT NOT NULL CHECK (kind <> ''),
	subject_id INTEGER NOT NULL,   -- a complaint, a plan ...: the kind says of what
	reference TEXT NOT NULL,       -- of the subject, as it was: K-0001
	person_id INTEGER REFERENCES person,
	contact_id INTEGER REFERENCES contact,
	reader TEXT NOT NULL CHECK (reader <> ''), -- by which its reader is known again
	facts TEXT NOT NULL,           -- digest of what it was written from: when that has changed it does not leave
	CHECK (person_id IS NULL OR contact_id IS NULL)
) STRICT;
CREATE INDEX notice_of ON notice (subject_id, kind);
CREATE INDEX notice_person ON notice (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX notice_contact ON notice (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX delivery_came_back ON delivery (address) WHERE state = 'bounced' AND method = 'email';

CREATE TRIGGER notice_is_never_changed BEFORE UPDATE OF letter_id, kind, subject_id, reference, reader, facts ON notice
BEGIN
	SELECT RAISE(ABORT, 'a notice is never changed');
END;

-- A chair's escalation, or a professional's formal dissent taken further.
CREATE TABLE escalation (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE, -- A-0001
	conference_id INTEGER NOT NULL REFERENCES conference,
	family_id INTEGER NOT NULL REFERENCES family,
	dissent_id INTEGER REFERENCES invitee, -- whose dissent it takes further
	cause TEXT NOT NULL CHECK (cause IN ('report', 'drift', 'no_core_group', 'not_carried_out', 'dissent', 'other')),
	about TEXT NOT NULL CHECK (about <> ''),
	words TEXT NOT NULL CHECK (words <> ''),
	raised_on TEXT NOT NULL,
	raised_by TEXT NOT NULL CHECK (raised_by <> ''),
	state TEXT NOT NULL CHECK (state IN ('open', 'settled', 'withdrawn')),
	stage INTEGER NOT NULL DEFAULT 1 CHECK (stage BETWEEN 1 AND 3),
	stage_on TEXT NOT NULL,
	"with" TEXT NOT NULL CHECK ("with" <> ''), -- the manager of this stage
	with_to TEXT NOT NULL DEFAULT '',          -- where they are written to; '' as the directory says
	answered_on TEXT,
	answer TEXT NOT NULL DEFAULT '',
	ended_on TEXT,
	ended_words TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((state = 'open') = (ended_on IS NULL)),
	CHECK ((answered_on IS NULL) = (answer = '')),
	CHECK (dissent_id IS NULL OR cause = 'dissent')
) STRICT;
CREATE INDEX escalation_of_conference ON escalation (conference_id);
CREATE INDEX escalation_of_family ON escalation (family_id);
CREATE INDEX escalation_of_dissent ON escalation (dissent_id) WHERE dissent_id IS NOT NULL;
CREATE INDEX escalation_open ON escalation (raised_on) WHERE state = 'open';
CREATE INDEX view_dissent ON view (conference_id, invitee_id) WHERE is_dissent = 1;

CREATE TABLE escalation_step (
	id INTEGER PRIMARY KEY,
	escalation_id INTEGER NOT NULL REFERENCES escalation,
	at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	step TEXT NOT NULL CHECK (step IN ('raise', 'answer', 'next_stage', 'settle', 'withdraw')),
	stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 3),
	day TEXT NOT NULL,
	"with" TEXT NOT NULL,
	words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX escalation_step_of ON escalation_step (escalation_id);

CREATE TRIGGER escalation_step_is_never_changed BEFORE UPDATE ON escalation_step
BEGIN
	SELECT RAISE(ABORT, 'what was done about an escalation is never changed');
END;
CREATE TRIGGER escalation_step_is_never_deleted BEFORE DELETE ON escalation_step
BEGIN
	SELECT RAISE(ABORT, 'what was done about an escalation is never changed');
END;
CREATE TRIGGER escalation_is_never_deleted BEFORE DELETE ON escalation
BEGIN
	SELECT RAISE(ABORT, 'an escalation is never deleted');
END;
