-- The day of the conference: who came, what was said and thought, what was decided for each child, the outline plan, the core
-- group, and the record that is written of it.

CREATE TABLE live_state (
	conference_id INTEGER PRIMARY KEY REFERENCES conference,
	started_at INTEGER NOT NULL DEFAULT 0,
	closed_at INTEGER NOT NULL DEFAULT 0,
	format TEXT NOT NULL, -- the headings its notes are under, kept when the authority takes to another
	quorum TEXT NOT NULL DEFAULT '' CHECK (quorum IN ('', 'quorate', 'interim_plan', 'proceeded')),
	quorum_exception TEXT NOT NULL DEFAULT '',
	quorum_reason TEXT NOT NULL DEFAULT '',
	interim_plan TEXT NOT NULL DEFAULT '', -- what keeps the children safe until it is held
	ended_early_why TEXT NOT NULL DEFAULT '',
	review_id INTEGER REFERENCES conference, -- the next review, booked there and then
	step TEXT NOT NULL DEFAULT 'pre_meeting', -- where the run-sheet stands
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX live_state_review ON live_state (review_id) WHERE review_id IS NOT NULL;

CREATE TABLE run_mark (
	conference_id INTEGER NOT NULL REFERENCES conference,
	invitee_id INTEGER NOT NULL DEFAULT 0, -- 0: of nobody in particular
	item TEXT NOT NULL,
	answer TEXT NOT NULL CHECK (answer IN ('', 'yes', 'no', 'unsure')),
	note TEXT NOT NULL DEFAULT '',
	by_user TEXT NOT NULL,
	at INTEGER NOT NULL,
	version INTEGER NOT NULL DEFAULT 1,
	PRIMARY KEY (conference_id, invitee_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
	invitee_id INTEGER PRIMARY KEY REFERENCES invitee,
	conference_id INTEGER NOT NULL REFERENCES conference,
	state TEXT NOT NULL CHECK (state IN ('', 'room', 'video', 'telephone', 'apologies', 'deputy', 'absent', 'excluded')),
	came_at INTEGER CHECK (came_at BETWEEN 0 AND 1439), -- NULL: from the start
	left_at INTEGER CHECK (left_at BETWEEN 0 AND 1439), -- NULL: to the end
	deputy TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	by_user TEXT NOT NULL,
	at INTEGER NOT NULL,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX attendance_of ON attendance (conference_id);

CREATE TABLE live_note (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	person_id INTEGER REFERENCES person,
	heading TEXT NOT NULL,
	is_restricted INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1)),
	text TEXT NOT NULL,
	by_user TEXT NOT NULL,
	at INTEGER NOT NULL,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX live_note_once ON live_note (conference_id, heading, coalesce(person_id, 0), is_restricted);

CREATE TABLE view (
	conference_id INTEGER NOT NULL REFERENCES conference,
	invitee_id INTEGER NOT NULL REFERENCES invitee,
	person_id INTEGER NOT NULL REFERENCES person,
	at_risk TEXT NOT NULL DEFAULT '' CHECK (at_risk IN ('', 'yes', 'no', 'unsure')),
	plan TEXT NOT NULL DEFAULT '' CHECK (plan IN ('', 'yes', 'no', 'unsure')),
	category TEXT NOT NULL DEFAULT '' CHECK (category IN ('', 'NEG', 'PHY', 'SAB', 'EMO', 'MUL')),
	scale INTEGER CHECK (scale BETWEEN 0 AND 10),
	why TEXT NOT NULL DEFAULT '',
	is_dissent INTEGER NOT NULL DEFAULT 0 CHECK (is_dissent IN (0, 1)),
	dissent_words TEXT NOT NULL DEFAULT '',
	by_user TEXT NOT NULL,
	at INTEGER NOT NULL,
	version INTEGER NOT NULL DEFAULT 1,
	PRIMARY KEY (conference_id, invitee_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE child_decision (
	conference_id INTEGER NOT NULL REFERENCES conference,
	person_id INTEGER NOT NULL REFERENCES person,
	participation TEXT NOT NULL DEFAULT '',
	child_views TEXT NOT NULL DEFAULT '',
	scale INTEGER CHECK (scale BETWEEN 0 AND 10),
	outcome TEXT NOT NULL DEFAULT '',
	category TEXT NOT NULL DEFAULT '' CHECK (category IN ('', 'NEG', 'PHY', 'SAB', 'EMO', 'MUL')),
	categories INTEGER NOT NULL DEFAULT 0 CHECK (categories BETWEEN 0 AND 31), -- bits in the order of domain/conference.h
	reasons TEXT NOT NULL DEFAULT '',
	end_reason TEXT NOT NULL DEFAULT '',
	step_down TEXT NOT NULL DEFAULT '',
	not_decided_why TEXT NOT NULL DEFAULT '',
	warnings_accepted TEXT NOT NULL DEFAULT '', -- why a soft rule was passed over
	decided_at INTEGER NOT NULL DEFAULT 0,
	decided_by TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	PRIMARY KEY (conference_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX child_decision_person ON child_decision (person_id);

CREATE TABLE recommendation (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	person_id INTEGER REFERENCES person,
	kind TEXT NOT NULL,
	words TEXT NOT NULL DEFAULT '',
	who TEXT NOT NULL DEFAULT '',
	by_on TEXT,
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX recommendation_of ON recommendation (conference_id);

CREATE TABLE plan_version (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	conference_id INTEGER REFERENCES conference,
	number INTEGER NOT NULL CHECK (number > 0),
	written_on TEXT NOT NULL,
	issued_on TEXT,
	harm TEXT NOT NULL DEFAULT '',
	change TEXT NOT NULL DEFAULT '',
	goals_short TEXT NOT NULL DEFAULT '', -- in the next weeks
	goals_long TEXT NOT NULL DEFAULT '', -- when the plan can end
	outcomes TEXT NOT NULL DEFAULT '', -- measures of success
	child_wishes TEXT NOT NULL DEFAULT '',
	parents_views TEXT NOT NULL DEFAULT '',
	visits TEXT NOT NULL DEFAULT '',
	contingency TEXT NOT NULL DEFAULT '',
	assessments TEXT NOT NULL DEFAULT '',
	contact_limits TEXT NOT NULL DEFAULT '',
	format_for_parents TEXT NOT NULL DEFAULT '',
	lead_social_worker TEXT NOT NULL DEFAULT '',
	by_user TEXT NOT NULL,
	why TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX plan_version_of ON plan_version (family_id, number);
CREATE INDEX plan_version_conference ON plan_version (conference_id) WHERE conference_id IS NOT NULL;

CREATE TABLE plan_version_child (
	plan_version_id INTEGER NOT NULL REFERENCES plan_version,
	person_id INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (plan_version_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_action (
	id INTEGER PRIMARY KEY,
	plan_version_id INTEGER NOT NULL REFERENCES plan_version,
	person_id INTEGER REFERENCES person,
	position INTEGER NOT NULL,
	what TEXT NOT NULL CHECK (what <> ''),
	who TEXT NOT NULL DEFAULT '',
	who_invitee_id INTEGER REFERENCES invitee,
	who_contact_id INTEGER REFERENCES contact,
	who_person_id INTEGER REFERENCES person,
	by_on TEXT,
	earlier_id INTEGER REFERENCES plan_action, -- in the version it was carried over from
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'partly', 'dropped')),
	evidence TEXT NOT NULL DEFAULT '',
	difference TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX plan_action_of ON plan_action (plan_version_id, position);
CREATE INDEX plan_action_carried ON plan_action (earlier_id) WHERE earlier_id IS NOT NULL;

-- An issued plan is evidence: its text, children and actions stay as they were given out. What became of an action may still be
-- written, and the family may become another when two rows turn out to be one family.
CREATE TRIGGER issued_plan_is_never_changed BEFORE UPDATE OF conference_id, number, written_on, issued_on, harm, change, goals_short,
	goals_long, outcomes, child_wishes, parents_views, visits, contingency, assessments, contact_limits, format_for_parents,
	lead_social_worker, by_user, why ON plan_version WHEN OLD.issued_on IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_plan_is_never_deleted BEFORE DELETE ON plan_version WHEN OLD.issued_on IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_action_is_never_changed BEFORE UPDATE OF plan_version_id, person_id, position, what, who, who_invitee_id,
	who_contact_id, who_person_id, by_on, earlier_id ON plan_action
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = OLD.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_action_is_never_added BEFORE INSERT ON plan_action
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = NEW.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_action_is_never_deleted BEFORE DELETE ON plan_action
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = OLD.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_child_is_never_added BEFORE INSERT ON plan_version_child
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = NEW.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_child_is_never_deleted BEFORE DELETE ON plan_version_child
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = OLD.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;

CREATE TABLE core_group (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	conference_id INTEGER UNIQUE REFERENCES conference, -- NULL: begun between conferences, of a plan another system kept
	lead TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX core_group_of ON core_group (family_id);

CREATE TABLE core_group_member (
	id INTEGER PRIMARY KEY,
	core_group_id INTEGER NOT NULL REFERENCES core_group,
	person_id INTEGER REFERENCES person,
	contact_id INTEGER REFERENCES contact,
	name TEXT NOT NULL DEFAULT '',
	role TEXT NOT NULL DEFAULT '',
	since TEXT NOT NULL,
	until TEXT,
	left_why TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (person_id IS NULL OR contact_id IS NULL),
	CHECK (person_id IS NOT NULL OR contact_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX core_group_member_of ON core_group_member (core_group_id);

CREATE TABLE core_group_meeting (
	id INTEGER PRIMARY KEY,
	core_group_id INTEGER NOT NULL REFERENCES core_group,
	day TEXT NOT NULL,
	starts INTEGER CHECK (starts BETWEEN 0 AND 1439),
	minutes INTEGER CHECK (minutes BETWEEN 5 AND 720),
	place TEXT NOT NULL DEFAULT '',
	late_reason TEXT NOT NULL DEFAULT '', -- why it is after its limit
	state TEXT NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'held', 'missed', 'cancelled', 'mistaken')),
	why TEXT NOT NULL DEFAULT '', -- why it was missed or cancelled
	cancelled_by TEXT NOT NULL DEFAULT '',
	moved_from TEXT, -- the day it was on, or would have been on, before it was moved last
	moved_why TEXT NOT NULL DEFAULT '',
	is_without_social_worker INTEGER NOT NULL DEFAULT 0 CHECK (is_without_social_worker IN (0, 1)),
	is_inquorate INTEGER NOT NULL DEFAULT 0 CHECK (is_inquorate IN (0, 1)),
	was_not_booked INTEGER NOT NULL DEFAULT 0 CHECK (was_not_booked IN (0, 1)),
	notes TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX core_group_meeting_of ON core_group_meeting (core_group_id, day);

CREATE TABLE core_group_presence (
	meeting_id INTEGER NOT NULL REFERENCES core_group_meeting,
	member_id INTEGER NOT NULL REFERENCES core_group_member,
	state TEXT NOT NULL CHECK (state IN ('room', 'video', 'telephone', 'apologies', 'deputy', 'absent')),
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (meeting_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX core_group_presence_member ON core_group_presence (member_id);

CREATE TABLE core_group_sent (
	id INTEGER PRIMARY KEY,
	meeting_id INTEGER NOT NULL REFERENCES core_group_meeting,
	who TEXT NOT NULL CHECK (who <> ''),
	how TEXT NOT NULL DEFAULT '',
	sent_on TEXT NOT NULL,
	by_user TEXT NOT NULL
) STRICT;
CREATE INDEX core_group_sent_of ON core_group_sent (meeting_id);

-- Whether a core group met, who was there and why not is evidence once it is said; its notes are once they were sent.
CREATE TRIGGER settled_meeting_is_never_changed BEFORE UPDATE OF day, starts, minutes, place, late_reason, why, cancelled_by,
	moved_from, moved_why, is_without_social_worker, is_inquorate, was_not_booked ON core_group_meeting WHEN OLD.state <> 'booked'
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER sent_notes_are_never_changed BEFORE UPDATE OF notes ON core_group_meeting
WHEN NEW.notes <> OLD.notes AND EXISTS (SELECT 1 FROM core_group_sent WHERE meeting_id = OLD.id)
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER settled_meeting_is_never_deleted BEFORE DELETE ON core_group_meeting WHEN OLD.state <> 'booked'
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER settled_presence_is_never_added BEFORE INSERT ON core_group_presence
WHEN (SELECT state FROM core_group_meeting WHERE id = NEW.meeting_id) <> 'booked'
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER settled_presence_is_never_changed BEFORE UPDATE ON core_group_presence
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER settled_presence_is_never_deleted BEFORE DELETE ON core_group_presence
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER core_group_sent_is_never_changed BEFORE UPDATE ON core_group_sent
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER core_group_sent_is_never_deleted BEFORE DELETE ON core_group_sent
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;

CREATE TABLE conference_record (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	edition INTEGER NOT NULL CHECK (edition > 0), -- an approved record that is reopened is written anew beside it
	state TEXT NOT NULL CHECK (state IN ('drafting', 'with_chair', 'corrections', 'approved', 'distributed')),
	writer TEXT NOT NULL DEFAULT '',
	approver TEXT NOT NULL DEFAULT '',
	drafted_on TEXT,
	approved_on TEXT,
	distributed_on TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (approver = '' OR approver <> writer),
	CHECK (state NOT IN ('approved', 'distributed') OR (approver <> '' AND approved_on IS NOT NULL)),
	UNIQUE (conference_id, edition)
) STRICT;

CREATE TABLE record_section (
	id INTEGER PRIMARY KEY,
	record_id INTEGER NOT NULL REFERENCES conference_record,
	position INTEGER NOT NULL,
	key TEXT NOT NULL,
	heading TEXT NOT NULL,
	text TEXT NOT NULL DEFAULT '',
	is_restricted INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1)),
	by_user TEXT NOT NULL,
	at INTEGER NOT NULL,
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE (record_id, key)
) STRICT;

-- An approved record stays as the chair approved it; only that it was distributed may still be said.
CREATE TRIGGER approved_record_is_never_changed BEFORE UPDATE ON conference_record
WHEN OLD.state IN ('approved', 'distributed') AND (NEW.state NOT IN (OLD.state, 'distributed') OR
	NEW.conference_id <> OLD.conference_id OR NEW.edition <> OLD.edition OR NEW.writer <> OLD.writer OR
	NEW.approver <> OLD.approver OR NEW.drafted_on IS NOT OLD.drafted_on OR NEW.approved_on IS NOT OLD.approved_on)
BEGIN
	SELECT RAISE(ABORT, 'an approved record is never changed');
END;
CREATE TRIGGER approved_record_is_never_deleted BEFORE DELETE ON conference_record
WHEN OLD.state IN ('approved', 'distributed')
BEGIN
	SELECT RAISE(ABORT, 'an approved record is never changed');
END;
CREATE TRIGGER approved_section_is_never_changed BEFORE UPDATE ON record_section
WHEN EXISTS (SELECT 1 FROM conference_record WHERE id = OLD.record_id AND state IN ('approved', 'distributed'))
BEGIN
	SELECT RAISE(ABORT, 'an approved record is never changed');
END;
CREATE TRIGGER approved_section_is_never_added BEFORE INSERT ON record_section
WHEN EXISTS (SELECT 1 FROM conference_record WHERE id = NEW.record_id AND state IN ('approved', 'distributed'))
BEGIN
	SELECT RAISE(ABORT, 'an approved record is never changed');
END;
CREATE TRIGGER approved_section_is_never_deleted BEFORE DELETE ON record_section
WHEN EXISTS (SELECT 1 FROM conference_record WHERE id = OLD.record_id AND state IN ('approved', 'distributed'))
BEGIN
	SELECT RAISE(ABORT, 'an approved record is never changed');
END;

CREATE TABLE record_correction (
	id INTEGER PRIMARY KEY,
	record_id INTEGER NOT NULL REFERENCES conference_record,
	asked_by TEXT NOT NULL,
	asked_on TEXT NOT NULL,
	words TEXT NOT NULL CHECK (words <> ''),
	accepted TEXT NOT NULL DEFAULT '' CHECK (accepted IN ('', 'yes', 'no')),
	answer TEXT NOT NULL DEFAULT '',
	answered_by TEXT NOT NULL DEFAULT '',
	answered_on TEXT
) STRICT;
CREATE INDEX record_correction_of ON record_correction (record_id);

CREATE TABLE feedback (
	id INTEGER PRIMARY KEY,
	conference_id INTEGER NOT NULL REFERENCES conference,
	invitee_id INTEGER NOT NULL REFERENCES invitee,
	kind TEXT NOT NULL CHECK (kind IN ('young', 'older', 'parent')),
	sent_on TEXT,
	returned_on TEXT,
	heard INTEGER NOT NULL DEFAULT 0 CHECK (heard BETWEEN 0 AND 5),
	understood INTEGER NOT NULL DEFAULT 0 CHECK (understood BETWEEN 0 AND 5),
	fair INTEGER NOT NULL DEFAULT 0 CHECK (fair BETWEEN 0 AND 5),
	words TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	UNIQUE (conference_id, invitee_id)
) STRICT;
