-- The case file of one authority. Dates are ISO text (civil days, no time zone), times of a meeting are minutes since
-- midnight, moments are Unix seconds. Tokens are those of include/domain/. Every table a person edits carries `version`,
-- counted up at each save, so that two people can never overwrite each other unseen.

CREATE TABLE authority (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	name TEXT NOT NULL CHECK (name <> ''),
	la_code TEXT NOT NULL CHECK (la_code GLOB '[0-9][0-9][0-9]'),
	profile TEXT NOT NULL,
	is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
	created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE user_account (
	id INTEGER PRIMARY KEY,
	login TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	roles INTEGER NOT NULL CHECK (roles > 0),
	is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE reference_counter (
	kind TEXT PRIMARY KEY,
	last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
	id INTEGER PRIMARY KEY AUTOINCREMENT, -- never again for another: what was left open on a screen is about this one
	reference TEXT NOT NULL UNIQUE,
	la_child_id TEXT UNIQUE CHECK (la_child_id <> ''),
	upn TEXT NOT NULL DEFAULT '',
	upn_unknown TEXT NOT NULL DEFAULT '',
	nhs_number TEXT NOT NULL DEFAULT '',
	surname TEXT NOT NULL DEFAULT '',
	given_names TEXT NOT NULL DEFAULT '',
	known_as TEXT NOT NULL DEFAULT '',
	sex TEXT NOT NULL DEFAULT 'U' CHECK (sex IN ('M', 'F', 'U')),
	born_on TEXT CHECK (born_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	expected_on TEXT CHECK (expected_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	died_on TEXT CHECK (died_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	ethnicity TEXT NOT NULL DEFAULT '',
	disabilities TEXT NOT NULL DEFAULT '',
	language TEXT NOT NULL DEFAULT '',
	needs_interpreter INTEGER NOT NULL DEFAULT 0 CHECK (needs_interpreter IN (0, 1)),
	signing TEXT NOT NULL DEFAULT '', -- "BSL", '' for none
	access TEXT NOT NULL DEFAULT '',  -- what a room, a letter or a call must have for this person
	phone TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	reached_by TEXT NOT NULL DEFAULT 'any' CHECK (reached_by IN ('any', 'post', 'email', 'phone', 'text', 'by_hand')),
	reach_note TEXT NOT NULL DEFAULT '', -- "never leave a message", "ring after 3"
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (surname <> '' OR given_names <> '' OR la_child_id IS NOT NULL)
) STRICT;
CREATE INDEX person_by_birth ON person (born_on) WHERE born_on IS NOT NULL;

CREATE TABLE person_alias (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person,
	name TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE INDEX person_alias_of ON person_alias (person_id);

CREATE TABLE address (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person,
	lines TEXT NOT NULL,
	postcode TEXT NOT NULL DEFAULT '',
	from_on TEXT,
	to_on TEXT,
	confidential_from TEXT NOT NULL DEFAULT '' -- relationship tokens that must never read it, parted by commas, '' for nobody
) STRICT;
CREATE INDEX address_of ON address (person_id);

CREATE TABLE family (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	reference TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL DEFAULT '', -- the name the family is listed under
	is_provisional INTEGER NOT NULL DEFAULT 0 CHECK (is_provisional IN (0, 1)), -- made for one child of a return without families
	is_restricted INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1)), -- not everybody may see it: family_access says who
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX family_restricted ON family (is_restricted) WHERE is_restricted = 1;

CREATE TABLE family_named ( -- who may see it while it is restricted; read through family_access of 0013
	family_id INTEGER NOT NULL REFERENCES family,
	user_id INTEGER NOT NULL REFERENCES user_account,
	PRIMARY KEY (family_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE family_member (
	family_id INTEGER NOT NULL REFERENCES family,
	person_id INTEGER NOT NULL REFERENCES person,
	relationship TEXT NOT NULL,
	parental_responsibility TEXT NOT NULL DEFAULT 'unknown' CHECK (parental_responsibility IN ('yes', 'no', 'unknown')),
	ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- no longer of the family since
	PRIMARY KEY (family_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX family_member_person ON family_member (person_id);
CREATE UNIQUE INDEX child_in_one_family ON family_member (person_id) WHERE relationship = 'child' AND ended_on IS NULL;

CREATE TABLE agency (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE CHECK (name <> ''),
	quorum_group TEXT NOT NULL DEFAULT '',
	report_handling TEXT NOT NULL DEFAULT 'share'
		CHECK (report_handling IN ('share', 'chair_only', 'read_out', 'professionals_only')),
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE contact (
	id INTEGER PRIMARY KEY,
	agency_id INTEGER NOT NULL REFERENCES agency,
	name TEXT NOT NULL CHECK (name <> ''),
	role TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	checked_on TEXT,
	is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE (agency_id, name)
) STRICT;

-- What can be booked only once at a time: a chair, a room, a minute-taker. Video rooms are not exclusive.
CREATE TABLE resource (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('chair', 'room', 'minute_taker')),
	name TEXT NOT NULL CHECK (name <> ''),
	login TEXT NOT NULL DEFAULT '',
	contact_id INTEGER REFERENCES contact,
	is_video INTEGER NOT NULL DEFAULT 0 CHECK (is_video IN (0, 1)),
	weekdays INTEGER NOT NULL DEFAULT 31,
	access TEXT NOT NULL DEFAULT '',
	is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
	UNIQUE (kind, name)
) STRICT;

-- An episode of need as the census holds it, with what a later return must give back.
CREATE TABLE episode (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person,
	referred_on TEXT NOT NULL,
	referral_source TEXT NOT NULL DEFAULT '',
	primary_need TEXT NOT NULL DEFAULT '',
	is_no_further_action INTEGER NOT NULL DEFAULT 0 CHECK (is_no_further_action IN (0, 1)),
	closed_on TEXT,
	closure_reason TEXT NOT NULL DEFAULT '',
	UNIQUE (person_id, referred_on)
) STRICT;

CREATE TABLE assessment (
	id INTEGER PRIMARY KEY,
	episode_id INTEGER NOT NULL REFERENCES episode,
	started_on TEXT NOT NULL,
	internal_review_on TEXT,
	authorised_on TEXT,
	factors TEXT NOT NULL DEFAULT '', -- codes parted by blanks
	UNIQUE (episode_id, started_on)
) STRICT;

CREATE TABLE need_plan ( -- child in need plan
	id INTEGER PRIMARY KEY,
	episode_id INTEGER NOT NULL REFERENCES episode,
	started_on TEXT NOT NULL,
	ended_on TEXT,
	UNIQUE (episode_id, started_on)
) STRICT;

-- A section 47 enquiry: its strategy discussion starts the clock and is never moved to restart it.
CREATE TABLE enquiry (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	strategy_on TEXT NOT NULL,
	conference_required TEXT NOT NULL DEFAULT 'unknown' CHECK (conference_required IN ('yes', 'no', 'unknown')),
	source TEXT NOT NULL CHECK (source IN ('typed', 'census', 'request', 'demo')),
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX enquiry_of ON enquiry (family_id, strategy_on);

CREATE TABLE enquiry_child (
	enquiry_id INTEGER NOT NULL REFERENCES enquiry,
	person_id INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (enquiry_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX enquiry_child_person ON enquiry_child (person_id);

CREATE TABLE conference (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	reference TEXT NOT NULL UNIQUE,
	family_id INTEGER NOT NULL REFERENCES family,
	enquiry_id INTEGER REFERENCES enquiry,
	earlier_id INTEGER REFERENCES conference, -- the one it reviews, reconvenes or repeats
	type TEXT NOT NULL,
	state TEXT NOT NULL,
	source TEXT NOT NULL CHECK (source IN ('typed', 'census', 'request', 'demo')),
	policy TEXT NOT NULL,         -- profile and version it was arranged under: "newham 2026-04"
	requested_on TEXT NOT NULL,
	transfer_notified_on TEXT,    -- the four dates of a transfer in
	transfer_referred_on TEXT,
	transfer_accepted_on TEXT,
	transfer_moved_on TEXT,
	reason TEXT NOT NULL DEFAULT '',
	social_worker TEXT NOT NULL DEFAULT '',
	social_worker_id INTEGER REFERENCES contact,
	interpreter TEXT NOT NULL DEFAULT '', -- language, '' for none
	signing TEXT NOT NULL DEFAULT '',     -- "BSL", '' for none
	access TEXT NOT NULL DEFAULT '',      -- what the room must have
	sittings TEXT NOT NULL DEFAULT '',    -- why separate sittings are needed, '' for one
	avoid TEXT NOT NULL DEFAULT '',       -- as it was said: "not Tuesdays, afternoons only"
	held_on TEXT,                         -- the slot's day while booked, the day it was held after
	starts INTEGER CHECK (starts BETWEEN 0 AND 1439),
	minutes INTEGER CHECK (minutes BETWEEN 5 AND 720),
	chair_id INTEGER REFERENCES resource,
	room_id INTEGER REFERENCES resource,
	minute_taker_id INTEGER REFERENCES resource,
	place TEXT NOT NULL DEFAULT '',       -- an outside venue or a video link, when no room of ours
	late_reason TEXT NOT NULL DEFAULT '',
	late_agreed_by TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((starts IS NULL) = (minutes IS NULL)),
	CHECK (starts IS NULL OR held_on IS NOT NULL)
) STRICT;
CREATE INDEX conference_by_day ON conference (held_on, starts) WHERE held_on IS NOT NULL;
CREATE INDEX conference_of ON conference (family_id);
CREATE INDEX conference_by_enquiry ON conference (enquiry_id) WHERE enquiry_id IS NOT NULL;
CREATE INDEX conference_by_earlier ON conference (earlier_id) WHERE earlier_id IS NOT NULL;
CREATE INDEX conference_open ON conference (state) WHERE state NOT IN ('closed', 'cancelled');

CREATE TABLE conference_child (
	conference_id INTEGER NOT NULL REFERENCES conference,
	person_id INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (conference_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conference_child_person ON conference_child (person_id);

CREATE TABLE sitting (
	conference_id INTEGER NOT NULL REFERENCES conference,
	position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 6),
	starts INTEGER NOT NULL,
	minutes INTEGER NOT NULL,
	who TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (conference_id, position)
) STRICT, WITHOUT ROWID;

-- One row for each resource of a booked conference. The trigger makes a double booking impossible, whoever asks.
CREATE TABLE booking (
	id INTEGER PRIMARY KEY,
	resource_id INTEGER NOT NULL REFERENCES resource,
	conference_id INTEGER NOT NULL REFERENCES conference,
	day TEXT NOT NULL,
	starts INTEGER NOT NULL,
	ends INTEGER NOT NULL CHECK (ends > starts),
	UNIQUE (conference_id, resource_id)
) STRICT;
CREATE INDEX booking_by_day ON booking (day, resource_id, starts);

CREATE TRIGGER booking_once BEFORE INSERT ON booking
WHEN EXISTS (SELECT 1 FROM booking AS other JOIN resource ON resource.id = other.resource_id
	WHERE other.day = NEW.day AND other.resource_id = NEW.resource_id AND resource.is_video = 0
	AND other.starts < NEW.ends AND NEW.starts < other.ends)
BEGIN
	SELECT RAISE(ABORT, 'double booking');
END;

CREATE TRIGGER booking_is_never_changed BEFORE UPDATE ON booking
BEGIN
	SELECT RAISE(ABORT, 'a booking is withdrawn and made anew, never changed');
END;

-- What was done to the slot of a conference, and who agreed: the history that managers and inspectors ask for.
CREATE TABLE conference_change (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	at INTEGER NOT NULL,
	by_user TEXT NOT NULL,
	step TEXT NOT NULL,
	from_state TEXT NOT NULL,
	to_state TEXT NOT NULL,
	from_slot TEXT NOT NULL DEFAULT '', -- "2026-04-02 09:30, Siân Pritchard, Room 2"
	to_slot TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	agreed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX conference_change_of ON conference_change (conference_id);

CREATE TABLE plan (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE,
	person_id INTEGER NOT NULL REFERENCES person,
	family_id INTEGER NOT NULL REFERENCES family,
	conference_id INTEGER REFERENCES conference,
	started_on TEXT NOT NULL,
	ended_on TEXT,
	end_reason TEXT NOT NULL DEFAULT '',
	category_initial TEXT NOT NULL CHECK (category_initial IN ('NEG', 'PHY', 'SAB', 'EMO', 'MUL')),
	category_latest TEXT NOT NULL CHECK (category_latest IN ('NEG', 'PHY', 'SAB', 'EMO', 'MUL')),
	previous_plans INTEGER NOT NULL DEFAULT 0 CHECK (previous_plans >= 0),
	is_other_authority INTEGER NOT NULL DEFAULT 0 CHECK (is_other_authority IN (0, 1)),
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (ended_on IS NULL OR ended_on > started_on)
) STRICT;
CREATE UNIQUE INDEX one_open_plan ON plan (person_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX plan_of ON plan (person_id, started_on);
CREATE INDEX plan_of_family ON plan (family_id);
CREATE INDEX plan_by_conference ON plan (conference_id) WHERE conference_id IS NOT NULL;
CREATE INDEX plan_open ON plan (started_on) WHERE ended_on IS NULL;

-- One obligation. `due_on` by the authority's policy, `limit_on` the national limit; done and waived rows keep both.
CREATE TABLE deadline (
	id INTEGER PRIMARY KEY,
	rule TEXT NOT NULL,
	subject_kind TEXT NOT NULL CHECK (subject_kind IN ('enquiry', 'conference', 'plan', 'person', 'complaint', 'core_group', 'escalation', 'transfer')),
	subject_id INTEGER NOT NULL,
	family_id INTEGER NOT NULL REFERENCES family,
	trigger_on TEXT NOT NULL,
	due_on TEXT NOT NULL,
	limit_on TEXT,
	owner TEXT NOT NULL DEFAULT '',
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'waived', 'withdrawn', 'lapsed')),
	done_on TEXT,
	reason TEXT NOT NULL DEFAULT '',
	policy TEXT NOT NULL,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX deadline_open_once ON deadline (rule, subject_kind, subject_id) WHERE state = 'open';
CREATE INDEX deadline_open_by_day ON deadline (min(due_on, coalesce(limit_on, due_on))) WHERE state = 'open'; -- the day to act by
CREATE INDEX deadline_of ON deadline (subject_kind, subject_id);
CREATE INDEX deadline_of_family ON deadline (family_id);

CREATE TABLE deadline_child (
	deadline_id INTEGER NOT NULL REFERENCES deadline,
	person_id INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (deadline_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_child_person ON deadline_child (person_id);

-- Folded names for finding: rowid is person.id; every name, alias and identifier a person can be found by.
CREATE VIRTUAL TABLE name_search USING fts5 (folded, tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3');

CREATE TABLE draft (
	id INTEGER PRIMARY KEY,
	login TEXT NOT NULL,
	form TEXT NOT NULL,     -- which form: "request", "booking"
	subject TEXT NOT NULL,  -- what it is about: a reference, or '' for something new
	summary TEXT NOT NULL,  -- "Request, Okonkwo, 5 of 14 fields"
	session TEXT NOT NULL,  -- the session that keeps it; another one may take it over
	saved_at INTEGER NOT NULL,
	fields TEXT NOT NULL,   -- name and value lines as the form keeps them
	family_id INTEGER,      -- whose page was open while it was typed, and which conference's; NULL not known
	conference_id INTEGER,
	UNIQUE (login, form, subject, session)
) STRICT;

-- Every look and every change. Append-only, each row chained to the one before (store/audit.h).
CREATE TABLE audit (
	seq INTEGER PRIMARY KEY AUTOINCREMENT, -- remembers the highest number, so that a log cut at its end shows
	at INTEGER NOT NULL,
	uid INTEGER NOT NULL,
	login TEXT NOT NULL,
	roles TEXT NOT NULL,
	terminal TEXT NOT NULL,
	address TEXT NOT NULL,      -- what the connection claims; never proof
	session TEXT NOT NULL,      -- one opening of the program, and its process
	kind TEXT NOT NULL,         -- of act: domain/audit_kind.h
	action TEXT NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id INTEGER NOT NULL,
	family_id INTEGER NOT NULL, -- 0 when it concerns no one family
	detail TEXT NOT NULL,       -- what changed, or what was looked for and how many were found; '' once it was erased
	program TEXT NOT NULL,
	previous BLOB NOT NULL,
	hash BLOB NOT NULL,
	detail_seal BLOB NOT NULL CHECK (length(detail_seal) IN (16, 40)) -- the salt detail is hashed with; of an erased one
		-- the hash itself and the number of the row that answers for it: src/store/audit_erase.h
) STRICT;
CREATE INDEX audit_of_subject ON audit (subject_kind, subject_id);
CREATE INDEX audit_of_family ON audit (family_id, seq);
-- Ten years of rows are read a page at a time, by when they were written (store/audit_trail_store.h).
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_of_person ON audit (login, at);
CREATE INDEX audit_of_kind ON audit (kind, at);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
	SELECT RAISE(ABORT, 'the audit log is never changed');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
	SELECT RAISE(ABORT, 'the audit log is never deleted');
END;
