-- Who is invited, what each agency owes, what was written to whom and how it went, and the papers themselves.

ALTER TABLE contact ADD COLUMN method TEXT NOT NULL DEFAULT 'email'
	CHECK (method IN ('email', 'post', 'portal', 'telephone', 'in_person'));
ALTER TABLE contact ADD COLUMN address TEXT NOT NULL DEFAULT ''; -- postal, lines
ALTER TABLE contact ADD COLUMN deputy_id INTEGER REFERENCES contact;
ALTER TABLE contact ADD COLUMN bounced_on TEXT;                   -- last mail came back on; NULL: none since it was checked
ALTER TABLE contact ADD COLUMN merged_into_id INTEGER REFERENCES contact;

ALTER TABLE conference ADD COLUMN interim_plan TEXT NOT NULL DEFAULT ''; -- what keeps the children safe while it waits
ALTER TABLE conference_change ADD COLUMN interim_plan TEXT NOT NULL DEFAULT ''; -- as it was said with this change

CREATE TABLE invitee (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	person_id INTEGER REFERENCES person,
	contact_id INTEGER REFERENCES contact,
	for_invitee_id INTEGER REFERENCES invitee,
	capacity TEXT NOT NULL,
	name TEXT NOT NULL DEFAULT '',
	agency TEXT NOT NULL DEFAULT '',
	role TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	address TEXT NOT NULL DEFAULT '',
	method TEXT NOT NULL CHECK (method IN ('email', 'post', 'portal', 'telephone', 'in_person')),
	direct_contact TEXT NOT NULL DEFAULT 'unknown' CHECK (direct_contact IN ('yes', 'no', 'unknown')),
	involved TEXT NOT NULL DEFAULT 'unknown' CHECK (involved IN ('yes', 'no', 'unknown')),
	language TEXT NOT NULL DEFAULT '',
	signing TEXT NOT NULL DEFAULT '',
	access TEXT NOT NULL DEFAULT '',
	childcare TEXT NOT NULL DEFAULT '',
	transport TEXT NOT NULL DEFAULT '',
	sitting INTEGER NOT NULL DEFAULT 0 CHECK (sitting BETWEEN 0 AND 6),
	represented_why TEXT NOT NULL DEFAULT '',
	understanding TEXT NOT NULL DEFAULT '',
	chair_invites TEXT NOT NULL DEFAULT 'unknown' CHECK (chair_invites IN ('yes', 'no', 'unknown')),
	advocate_offered_on TEXT,
	other_way TEXT NOT NULL DEFAULT '',
	reply TEXT NOT NULL DEFAULT 'none' CHECK (reply IN ('none', 'coming', 'declined', 'deputy')),
	reply_on TEXT,
	reply_how TEXT NOT NULL DEFAULT '',
	reply_note TEXT NOT NULL DEFAULT '',
	deputy TEXT NOT NULL DEFAULT '',
	exclusion TEXT NOT NULL DEFAULT 'none' CHECK (exclusion IN ('none', 'asked', 'whole', 'part', 'refused')),
	exclusion_reason TEXT NOT NULL DEFAULT '',
	exclusion_part TEXT NOT NULL DEFAULT '',
	exclusion_words TEXT NOT NULL DEFAULT '',
	exclusion_asked_by TEXT NOT NULL DEFAULT '',
	exclusion_asked_on TEXT,
	exclusion_decided_by TEXT NOT NULL DEFAULT '',
	exclusion_decided_on TEXT,
	invited_on TEXT,
	told_day TEXT,
	told_starts INTEGER,
	calendar_sequence INTEGER NOT NULL DEFAULT 0,
	is_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1)),
	withdrawn_why TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (person_id IS NULL OR contact_id IS NULL),
	CHECK (person_id IS NOT NULL OR contact_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX invitee_of ON invitee (conference_id);
CREATE INDEX invitee_person ON invitee (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX invitee_contact ON invitee (contact_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX invitee_person_once ON invitee (conference_id, person_id) WHERE person_id IS NOT NULL AND is_withdrawn = 0;
CREATE UNIQUE INDEX invitee_contact_once ON invitee (conference_id, contact_id) WHERE contact_id IS NOT NULL AND is_withdrawn = 0;

CREATE TABLE report (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	invitee_id INTEGER NOT NULL REFERENCES invitee,
	kind TEXT NOT NULL,
	handling TEXT NOT NULL CHECK (handling IN ('share', 'chair_only', 'read_out', 'professionals_only')),
	is_required INTEGER NOT NULL DEFAULT 1 CHECK (is_required IN (0, 1)),
	due_on TEXT,
	requested_on TEXT,
	received_on TEXT,
	is_verbal INTEGER NOT NULL DEFAULT 0 CHECK (is_verbal IN (0, 1)),
	is_signed TEXT NOT NULL DEFAULT 'unknown' CHECK (is_signed IN ('yes', 'no', 'unknown')),
	is_legible TEXT NOT NULL DEFAULT 'unknown' CHECK (is_legible IN ('yes', 'no', 'unknown')),
	copies INTEGER NOT NULL DEFAULT 0 CHECK (copies BETWEEN 0 AND 99),
	to_chair_on TEXT,
	to_manager_on TEXT,
	not_shared_why TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE (conference_id, invitee_id)
) STRICT;
CREATE INDEX report_of_invitee ON report (invitee_id);
CREATE INDEX report_awaited ON report (due_on) WHERE received_on IS NULL;

CREATE TABLE report_reader (
	report_id INTEGER NOT NULL REFERENCES report,
	person_id INTEGER NOT NULL REFERENCES person,
	shared_on TEXT,
	seen_on TEXT,
	PRIMARY KEY (report_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE chaser (
	id INTEGER PRIMARY KEY,
	report_id INTEGER NOT NULL REFERENCES report,
	chased_on TEXT NOT NULL,
	how TEXT NOT NULL,
	spoke_to TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	by_user TEXT NOT NULL,
	is_to_manager INTEGER NOT NULL DEFAULT 0 CHECK (is_to_manager IN (0, 1)),
	letter_id INTEGER REFERENCES letter
) STRICT;
CREATE INDEX chaser_of ON chaser (report_id);

-- Papers kept in the case file: a report as it came in, a bundle as it went out. Never changed.
CREATE TABLE paper (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	conference_id INTEGER REFERENCES conference,
	report_id INTEGER REFERENCES report,
	name TEXT NOT NULL CHECK (name <> ''),
	media_type TEXT NOT NULL,
	bytes INTEGER NOT NULL CHECK (bytes >= 0),
	digest TEXT NOT NULL,         -- BLAKE2b of the content, hexadecimal
	kept_at INTEGER NOT NULL,
	by_user TEXT NOT NULL,
	is_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1)), -- a wrong file: no longer shown, still kept
	content BLOB NOT NULL
) STRICT;
CREATE INDEX paper_of_family ON paper (family_id);
CREATE INDEX paper_of_conference ON paper (conference_id) WHERE conference_id IS NOT NULL;
CREATE INDEX paper_of_report ON paper (report_id) WHERE report_id IS NOT NULL;

-- What was written, as it was written: the kept form of include/letter/document.h.
CREATE TABLE letter (
	id INTEGER PRIMARY KEY,
	template TEXT NOT NULL,
	template_version TEXT NOT NULL,
	family_id INTEGER NOT NULL REFERENCES family,
	conference_id INTEGER REFERENCES conference,
	invitee_id INTEGER REFERENCES invitee,
	recipient TEXT NOT NULL,
	subject TEXT NOT NULL,
	content TEXT NOT NULL,
	digest TEXT NOT NULL,
	written_at INTEGER NOT NULL,
	by_user TEXT NOT NULL,
	replaces_id INTEGER REFERENCES letter -- the invitation this one withdraws
) STRICT;
CREATE INDEX letter_of_conference ON letter (conference_id) WHERE conference_id IS NOT NULL;
CREATE INDEX letter_of_family ON letter (family_id);
CREATE INDEX letter_of_invitee ON letter (invitee_id) WHERE invitee_id IS NOT NULL;

-- What goes with a letter: another document (the report form), a calendar file, a paper of the case file.
CREATE TABLE enclosure (
	letter_id INTEGER NOT NULL REFERENCES letter,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('document', 'calendar', 'paper')),
	content TEXT NOT NULL DEFAULT '', -- kept document, or the calendar's text
	paper_id INTEGER REFERENCES paper,
	PRIMARY KEY (letter_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
	id INTEGER PRIMARY KEY,
	letter_id INTEGER NOT NULL REFERENCES letter,
	method TEXT NOT NULL CHECK (method IN ('email', 'post', 'portal', 'telephone', 'in_person')),
	address TEXT NOT NULL DEFAULT '',
	state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'bounced', 'withdrawn')),
	queued_at INTEGER NOT NULL,
	next_at INTEGER NOT NULL,      -- not tried before
	attempts INTEGER NOT NULL DEFAULT 0,
	settled_at INTEGER,            -- sent, given up, bounced
	said TEXT NOT NULL DEFAULT '', -- what the mail command said, or who handed it over and how
	message_id TEXT NOT NULL DEFAULT '',
	by_user TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_of ON delivery (letter_id);
CREATE INDEX delivery_held ON delivery (letter_id) WHERE state = 'withdrawn' AND said LIKE 'Not sent: %';
CREATE INDEX delivery_open ON delivery (next_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX delivery_in_trouble ON delivery (settled_at) WHERE state IN ('failed', 'unsure', 'bounced');

CREATE TABLE bundle (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	person_id INTEGER REFERENCES person, -- NULL: for professionals
	paper_id INTEGER NOT NULL REFERENCES paper,
	pages INTEGER NOT NULL,
	reports INTEGER NOT NULL,
	missing INTEGER NOT NULL,
	merged TEXT NOT NULL DEFAULT '', -- ids of the papers in it and beside it, parted by blanks: what is sent must still
	beside TEXT NOT NULL DEFAULT '', -- be for whoever gets it
	made_at INTEGER NOT NULL,
	by_user TEXT NOT NULL
) STRICT;
CREATE INDEX bundle_of ON bundle (conference_id);

CREATE TRIGGER paper_is_never_changed BEFORE UPDATE OF content, digest, bytes, name ON paper
BEGIN
	SELECT RAISE(ABORT, 'a paper is never changed');
END;

-- Only the family may become another, when two rows turn out to be one family.
CREATE TRIGGER letter_is_never_changed BEFORE UPDATE OF template, template_version, conference_id, invitee_id, recipient,
	subject, content, digest, written_at, by_user, replaces_id ON letter
BEGIN
	SELECT RAISE(ABORT, 'a letter is never changed');
END;
