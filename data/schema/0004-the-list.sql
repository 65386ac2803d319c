-- Asking the list of children on plans: who asked about whom, how they were known, what they were told; and finding people
-- by where they live.

-- One row an enquiry, also when nobody was found. The family is looked up through the child, so that two families that turn
-- out to be one leave these rows as they are.
CREATE TABLE list_enquiry (
	id INTEGER PRIMARY KEY,
	asked_at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	asker TEXT NOT NULL CHECK (asker <> ''),
	asker_role TEXT NOT NULL DEFAULT '',
	agency TEXT NOT NULL CHECK (agency <> ''),
	purpose TEXT NOT NULL CHECK (purpose <> ''),
	checked TEXT NOT NULL CHECK (checked IN ('call_back', 'secure_mail', 'in_person', 'known_voice', 'not_checked')),
	checked_with TEXT NOT NULL DEFAULT '', -- the number rung back, the address of the mail, what the card said
	unchecked_why TEXT NOT NULL DEFAULT '',
	words TEXT NOT NULL CHECK (words <> ''), -- whom they asked about, in their words
	person_id INTEGER REFERENCES person,     -- NULL: nobody found
	as_at TEXT NOT NULL,                     -- the day that was asked about
	standing TEXT NOT NULL CHECK (standing IN ('not_listed', 'on_plan', 'ended', 'later')),
	answer TEXT NOT NULL CHECK (answer IN ('told', 'manager', 'nothing')),
	told TEXT NOT NULL CHECK (told <> ''), -- the answer in words, as it was given
	CHECK (answer <> 'told' OR checked IN ('call_back', 'secure_mail', 'in_person') OR unchecked_why <> '')
) STRICT;
CREATE INDEX list_enquiry_by_moment ON list_enquiry (asked_at);
CREATE INDEX list_enquiry_person ON list_enquiry (person_id) WHERE person_id IS NOT NULL;

-- Evidence. Only whose row a child is may still turn out otherwise, when one child was entered twice.
CREATE TRIGGER list_enquiry_is_never_changed BEFORE UPDATE OF id, asked_at, by_user, asker, asker_role, agency, purpose,
	checked, checked_with, unchecked_why, words, as_at, standing, answer, told ON list_enquiry
BEGIN
	SELECT RAISE(ABORT, 'an enquiry to the list is never changed');
END;
CREATE TRIGGER list_enquiry_is_never_deleted BEFORE DELETE ON list_enquiry
BEGIN
	SELECT RAISE(ABORT, 'an enquiry to the list is never changed');
END;

-- Where people live and lived, for finding: rowid is address.id. The postcode stands a second time without its blank, as it
-- is often typed; apostrophes are left out, as in what is looked for. Kept by whoever writes an address (person_store.c).
CREATE VIRTUAL TABLE address_search USING fts5 (words, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');

INSERT INTO address_search (rowid, words)
	SELECT id, replace(replace(lines || ' ' || postcode || ' ' || replace(postcode, ' ', ''), '''', ''), '’', '') FROM address;

-- Complaints about a conference. They change no decision: outcome and what follows from it are the row's own.
CREATE TABLE complaint (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE, -- K-0001
	conference_id INTEGER NOT NULL REFERENCES conference,
	family_id INTEGER NOT NULL REFERENCES family,
	who TEXT NOT NULL CHECK (who <> ''),
	write_to TEXT NOT NULL DEFAULT '', -- e-mail or postal address that was asked for; '' as the family's own
	complains_as TEXT NOT NULL CHECK (complains_as IN ('parent', 'responsible', 'child', 'for_child', 'other')),
	ground TEXT NOT NULL CHECK (ground IN ('arrangements', 'disrespect', 'procedure', 'not_heard', 'information', 'criteria',
		'plan_made', 'plan_not_made', 'plan_continued', 'plan_ended', 'category', 'agency')),
	agency TEXT NOT NULL DEFAULT '',
	agency_passed_to TEXT NOT NULL DEFAULT '',
	received_on TEXT NOT NULL,
	way TEXT NOT NULL CHECK (way IN ('letter', 'email', 'telephone', 'in_person')),
	words TEXT NOT NULL CHECK (words <> ''),
	late_reason TEXT NOT NULL DEFAULT '',
	advocate TEXT NOT NULL DEFAULT '',
	advocate_to TEXT NOT NULL DEFAULT '', -- where a copy goes to
	state TEXT NOT NULL CHECK (state IN ('open', 'passed', 'settled', 'withdrawn')),
	stage INTEGER NOT NULL DEFAULT 1 CHECK (stage BETWEEN 1 AND 3),
	stage_on TEXT NOT NULL, -- the day the stage began
	acknowledged_on TEXT,
	spoke_on TEXT,
	raised_on TEXT,
	raised_with TEXT NOT NULL DEFAULT '',
	outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'upheld', 'review_forward', 'second_conference')),
	outcome_on TEXT,
	outcome_words TEXT NOT NULL DEFAULT '',
	second_id INTEGER REFERENCES conference,
	review_by TEXT, -- the review was brought forward to it
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((ground = 'agency') = (agency <> '')),
	CHECK ((state = 'settled') = (outcome <> '')),
	CHECK ((outcome = 'second_conference') = (second_id IS NOT NULL)),
	CHECK ((outcome = 'review_forward') = (review_by IS NOT NULL))
) STRICT;
CREATE INDEX complaint_of_conference ON complaint (conference_id);
CREATE INDEX complaint_of_family ON complaint (family_id);
CREATE INDEX complaint_second ON complaint (second_id) WHERE second_id IS NOT NULL;
CREATE INDEX complaint_open ON complaint (received_on) WHERE state = 'open';

CREATE TABLE complaint_step (
	id INTEGER PRIMARY KEY,
	complaint_id INTEGER NOT NULL REFERENCES complaint,
	at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	step TEXT NOT NULL CHECK (step IN ('register', 'acknowledge', 'speak', 'raise', 'next_stage', 'pass', 'settle', 'withdraw')),
	day TEXT NOT NULL,
	words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX complaint_step_of ON complaint_step (complaint_id);

CREATE TRIGGER complaint_step_is_never_changed BEFORE UPDATE ON complaint_step
BEGIN
	SELECT RAISE(ABORT, 'what was done about a complaint is never changed');
END;
CREATE TRIGGER complaint_step_is_never_deleted BEFORE DELETE ON complaint_step
BEGIN
	SELECT RAISE(ABORT, 'what was done about a complaint is never changed');
END;
CREATE TRIGGER complaint_is_never_deleted BEFORE DELETE ON complaint
BEGIN
	SELECT RAISE(ABORT, 'a complaint is never deleted');
END;
