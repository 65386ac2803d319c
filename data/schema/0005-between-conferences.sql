-- What happens between conferences: whose child is whose, the plan, reviews, ends and moves, one person entered twice, visits and what
-- was shared, challenges, core groups.

-- Whose child is whose, where the children of a family do not have the same parents.

-- What was said of one adult and one child of a family. An adult of whom nothing was said belongs to all its children;
-- one with rows to those alone that are theirs, so that a child who comes later is nobody's until it is said. Whoever
-- has parental responsibility for a child may read of that child, so such a child is always theirs. Guarded by the
-- family's version: who saves says all of it at once.
CREATE TABLE parent_of (
	family_id INTEGER NOT NULL REFERENCES family,
	adult_id INTEGER NOT NULL REFERENCES person,
	child_id INTEGER NOT NULL REFERENCES person,
	is_theirs INTEGER NOT NULL CHECK (is_theirs IN (0, 1)),
	parental_responsibility TEXT NOT NULL DEFAULT 'unknown' CHECK (parental_responsibility IN ('yes', 'no', 'unknown')),
	said_at INTEGER NOT NULL, -- a letter written before it may say what its reader must not read
	PRIMARY KEY (family_id, adult_id, child_id),
	CHECK (adult_id <> child_id),
	CHECK (is_theirs = 1 OR parental_responsibility <> 'yes')
) STRICT, WITHOUT ROWID;
CREATE INDEX parent_of_adult ON parent_of (adult_id);
CREATE INDEX parent_of_child ON parent_of (child_id);

-- Of which children a report speaks, where it does not speak of all: no row, of all of them.
CREATE TABLE report_child (
	report_id INTEGER NOT NULL REFERENCES report,
	person_id INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (report_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_child_person ON report_child (person_id);

-- Of whom a section of a record speaks: of one child, of no child at all, or else of all of them.
ALTER TABLE record_section ADD COLUMN person_id INTEGER REFERENCES person;
ALTER TABLE record_section ADD COLUMN is_of_no_child INTEGER NOT NULL DEFAULT 0 CHECK (is_of_no_child IN (0, 1));
CREATE INDEX record_section_of_child ON record_section (person_id) WHERE person_id IS NOT NULL;

-- The plan between conferences: who of the family's own people keeps the children safe, and to whom each version was given.
CREATE TABLE plan_network (
	id INTEGER PRIMARY KEY,
	plan_version_id INTEGER NOT NULL REFERENCES plan_version,
	person_id INTEGER REFERENCES person, -- of the family; NULL: by name alone
	position INTEGER NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	relation TEXT NOT NULL DEFAULT '', -- "grandmother", "neighbour"
	does TEXT NOT NULL DEFAULT '', -- what they do to keep the children safe
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX plan_network_of ON plan_network (plan_version_id, position);

-- As of the actions of an issued plan: it stays as it was given out. Who is meant may become another when two rows turn out to be
-- one person.
CREATE TRIGGER issued_network_is_never_changed BEFORE UPDATE OF plan_version_id, position, name, relation, does ON plan_network
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = OLD.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_network_is_never_added BEFORE INSERT ON plan_network
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = NEW.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;
CREATE TRIGGER issued_network_is_never_deleted BEFORE DELETE ON plan_network
WHEN EXISTS (SELECT 1 FROM plan_version WHERE id = OLD.plan_version_id AND issued_on IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'an issued plan is never changed');
END;

CREATE TABLE plan_given (
	id INTEGER PRIMARY KEY,
	plan_version_id INTEGER NOT NULL REFERENCES plan_version,
	who TEXT NOT NULL CHECK (who <> ''),
	how TEXT NOT NULL DEFAULT '',
	given_on TEXT NOT NULL,
	by_user TEXT NOT NULL
) STRICT;
CREATE INDEX plan_given_of ON plan_given (plan_version_id, given_on);
CREATE TRIGGER plan_given_is_never_changed BEFORE UPDATE ON plan_given
BEGIN
	SELECT RAISE(ABORT, 'to whom a plan was given is never changed');
END;
CREATE TRIGGER plan_given_is_never_deleted BEFORE DELETE ON plan_given
BEGIN
	SELECT RAISE(ABORT, 'to whom a plan was given is never changed');
END;

-- How safe a child was said to be between conferences, on a scale of 0 to 10: evidence, like what was said at one.
CREATE TABLE plan_scale (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	person_id INTEGER NOT NULL REFERENCES person,
	said_on TEXT NOT NULL,
	who TEXT NOT NULL CHECK (who <> ''), -- "core group", "Nana"
	scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 10),
	why TEXT NOT NULL DEFAULT '',
	by_user TEXT NOT NULL
) STRICT;
CREATE INDEX plan_scale_of ON plan_scale (family_id, said_on);
CREATE TRIGGER plan_scale_is_never_changed BEFORE UPDATE OF said_on, who, scale, why, by_user ON plan_scale
BEGIN
	SELECT RAISE(ABORT, 'what was said of a child is never changed');
END;
CREATE TRIGGER plan_scale_is_never_deleted BEFORE DELETE ON plan_scale
BEGIN
	SELECT RAISE(ABORT, 'what was said of a child is never changed');
END;

-- Reviews before they are held: the update asked of the social worker, why one is earlier, looked-after children.

-- Why a review is wanted earlier, and by when. Said once and kept: nothing moves it later again. `after_on` is the
-- conference that the review follows.
CREATE TABLE review_early (
	id INTEGER PRIMARY KEY,
	plan_id INTEGER NOT NULL REFERENCES plan,
	family_id INTEGER NOT NULL REFERENCES family,
	asked_at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	asked_on TEXT NOT NULL,
	review_by TEXT NOT NULL,
	after_on TEXT NOT NULL,
	"trigger" TEXT NOT NULL CHECK ("trigger" IN ('plan_to_end', 'further_harm', 'plan_fails', 'risky_person', 'change',
		'safer_place', 'complaint', 'other')),
	why TEXT NOT NULL CHECK (why <> ''),
	told TEXT NOT NULL DEFAULT '',
	CHECK (review_by >= asked_on)
) STRICT;
CREATE INDEX review_early_of ON review_early (plan_id);
CREATE INDEX review_early_family ON review_early (family_id);

-- Evidence. Only whose family it is may still turn out otherwise, when one was entered twice.
CREATE TRIGGER review_early_is_never_changed BEFORE UPDATE OF id, plan_id, asked_at, by_user, asked_on, review_by, after_on,
	"trigger", why, told ON review_early
BEGIN
	SELECT RAISE(ABORT, 'why a review was brought forward is never changed');
END;
CREATE TRIGGER review_early_is_never_deleted BEFORE DELETE ON review_early
BEGIN
	SELECT RAISE(ABORT, 'why a review was brought forward is never changed');
END;

-- The social worker was asked who is to come and what has changed, and answered. One row each time somebody asked.
CREATE TABLE review_update (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	asked_of TEXT NOT NULL CHECK (asked_of <> ''),
	asked_on TEXT NOT NULL,
	way TEXT NOT NULL CHECK (way IN ('email', 'telephone', 'in_person', 'manager')),
	answered_on TEXT,
	answer TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((answered_on IS NULL) = (answer = '')),
	CHECK (answered_on IS NULL OR answered_on >= asked_on)
) STRICT;
CREATE INDEX review_update_family ON review_update (family_id);
CREATE TABLE review_update_plan (
	plan_id INTEGER NOT NULL REFERENCES plan,
	update_id INTEGER NOT NULL REFERENCES review_update,
	PRIMARY KEY (plan_id, update_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_update_plans ON review_update_plan (update_id);

CREATE TRIGGER review_update_is_never_deleted BEFORE DELETE ON review_update
BEGIN
	SELECT RAISE(ABORT, 'that an update was asked for is never deleted');
END;

-- Since when a child is looked after, and under what. Dual status where it is on a plan too.
CREATE TABLE looked_after (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person,
	since TEXT NOT NULL,
	ended_on TEXT,
	status TEXT NOT NULL CHECK (status IN ('accommodated', 'interim_care_order', 'care_order', 'placement_order',
		'emergency_protection', 'police_protection', 'remand', 'not_said')),
	next_review_on TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (ended_on IS NULL OR ended_on >= since)
) STRICT;
CREATE UNIQUE INDEX looked_after_now ON looked_after (person_id) WHERE ended_on IS NULL;
CREATE INDEX looked_after_of ON looked_after (person_id);

-- The looked-after review is held after the conference, in one meeting: when it begins.
CREATE TABLE combined_review (
	conference_id INTEGER PRIMARY KEY REFERENCES conference,
	starts INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
	day TEXT NOT NULL, -- agreed for this day: when the conference moves it is asked again
	version INTEGER NOT NULL DEFAULT 1
) STRICT;

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
	kept_from TEXT NOT NULL DEFAULT '', -- that address; as address.confidential_from
	notified_on TEXT NOT NULL,
	moved_on TEXT,
	home_on TEXT,                       -- since when it is the children's home on file; NULL not yet
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
	step TEXT NOT NULL CHECK (step IN ('register', 'papers', 'accept', 'decline', 'moved', 'stays', 'held', 'stop')),
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

-- When a child was seen, and what was told to whom outside. Both are kept for good: a correction is a further row that
-- stands in the place of the one it corrects, with the reason.

CREATE TABLE visit (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	visited_on TEXT NOT NULL,
	by_whom TEXT NOT NULL CHECK (by_whom <> ''),
	place TEXT NOT NULL DEFAULT '',
	announced TEXT NOT NULL DEFAULT 'unknown' CHECK (announced IN ('yes', 'no', 'unknown')),
	noted TEXT NOT NULL DEFAULT '',
	corrects_id INTEGER UNIQUE REFERENCES visit,
	correction_why TEXT NOT NULL DEFAULT '',
	is_struck INTEGER NOT NULL DEFAULT 0 CHECK (is_struck IN (0, 1)), -- there was no such visit
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	kept_at INTEGER NOT NULL,
	CHECK ((corrects_id IS NULL) = (correction_why = '')),
	CHECK (NOT is_struck OR corrects_id IS NOT NULL)
) STRICT;
CREATE INDEX visit_of_family ON visit (family_id, visited_on);

CREATE TABLE visit_child (
	visit_id INTEGER NOT NULL REFERENCES visit,
	person_id INTEGER NOT NULL REFERENCES person,
	outcome TEXT NOT NULL CHECK (outcome IN ('seen', 'not_in', 'refused', 'not_seen')),
	alone TEXT NOT NULL DEFAULT 'unknown' CHECK (alone IN ('yes', 'no', 'unknown')),
	bedroom TEXT NOT NULL DEFAULT 'unknown' CHECK (bedroom IN ('yes', 'no', 'unknown')),
	why TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (visit_id, person_id),
	CHECK (outcome = 'seen' OR (alone = 'unknown' AND bedroom = 'unknown'))
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_child_person ON visit_child (person_id);

-- Evidence. Only whose row a child or a family is may still turn out otherwise, when one was entered twice.
CREATE TRIGGER visit_is_never_changed BEFORE UPDATE OF id, visited_on, by_whom, place, announced, noted, corrects_id,
	correction_why, is_struck, by_user, kept_at ON visit
BEGIN
	SELECT RAISE(ABORT, 'a visit is never changed');
END;
CREATE TRIGGER visit_is_never_deleted BEFORE DELETE ON visit
BEGIN
	SELECT RAISE(ABORT, 'a visit is never changed');
END;
CREATE TRIGGER visit_child_is_never_changed BEFORE UPDATE OF visit_id, outcome, alone, bedroom, why ON visit_child
BEGIN
	SELECT RAISE(ABORT, 'a visit is never changed');
END;
CREATE TRIGGER visit_child_is_never_deleted BEFORE DELETE ON visit_child
BEGIN
	SELECT RAISE(ABORT, 'a visit is never changed');
END;

CREATE TABLE disclosure (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	shared_on TEXT NOT NULL,
	what TEXT NOT NULL CHECK (what <> ''),
	agency TEXT NOT NULL DEFAULT '',
	name TEXT NOT NULL DEFAULT '',
	why TEXT NOT NULL CHECK (why <> ''),
	ground TEXT NOT NULL CHECK (ground IN ('permission', 'protection', 'court_order', 'law')),
	decided_by TEXT NOT NULL CHECK (decided_by <> ''),
	shared_by TEXT NOT NULL CHECK (shared_by <> ''),
	paper TEXT NOT NULL DEFAULT '',
	letter_id INTEGER REFERENCES letter,
	corrects_id INTEGER UNIQUE REFERENCES disclosure,
	correction_why TEXT NOT NULL DEFAULT '',
	is_struck INTEGER NOT NULL DEFAULT 0 CHECK (is_struck IN (0, 1)), -- nothing was shared
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	kept_at INTEGER NOT NULL,
	CHECK (agency <> '' OR name <> ''),
	CHECK ((corrects_id IS NULL) = (correction_why = '')),
	CHECK (NOT is_struck OR corrects_id IS NOT NULL)
) STRICT;
CREATE INDEX disclosure_of_family ON disclosure (family_id, shared_on);
CREATE INDEX disclosure_letter ON disclosure (letter_id) WHERE letter_id IS NOT NULL;

CREATE TABLE disclosure_child (
	disclosure_id INTEGER NOT NULL REFERENCES disclosure,
	person_id INTEGER NOT NULL REFERENCES person,
	PRIMARY KEY (disclosure_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX disclosure_child_person ON disclosure_child (person_id);

CREATE TRIGGER disclosure_is_never_changed BEFORE UPDATE OF id, shared_on, what, agency, name, why, ground, decided_by,
	shared_by, paper, letter_id, corrects_id, correction_why, is_struck, by_user, kept_at ON disclosure
BEGIN
	SELECT RAISE(ABORT, 'what was shared is never changed');
END;
CREATE TRIGGER disclosure_is_never_deleted BEFORE DELETE ON disclosure
BEGIN
	SELECT RAISE(ABORT, 'what was shared is never changed');
END;
CREATE TRIGGER disclosure_child_is_never_changed BEFORE UPDATE OF disclosure_id ON disclosure_child
BEGIN
	SELECT RAISE(ABORT, 'what was shared is never changed');
END;
CREATE TRIGGER disclosure_child_is_never_deleted BEFORE DELETE ON disclosure_child
BEGIN
	SELECT RAISE(ABORT, 'what was shared is never changed');
END;

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
-- The record of a core group that went to somebody says what it said.
CREATE TRIGGER noticed_notes_are_never_changed BEFORE UPDATE OF notes ON core_group_meeting
WHEN NEW.notes <> OLD.notes AND EXISTS (SELECT 1 FROM notice AS n JOIN delivery AS d ON d.letter_id = n.letter_id
	WHERE n.subject_id = OLD.id AND n.kind = 'core_group_record' AND d.state IN ('sending', 'sent', 'unsure'))
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
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

-- Core groups: what was said of a meeting by mistake, who was asked to which meeting, and which actions it looked at.

-- What was said of a meeting stays as it was said, with what it was and why it was wrong beside it.
CREATE TABLE core_group_correction (
	id INTEGER PRIMARY KEY,
	meeting_id INTEGER NOT NULL UNIQUE REFERENCES core_group_meeting,
	was TEXT NOT NULL CHECK (was IN ('held', 'missed')),
	why TEXT NOT NULL CHECK (why <> ''),
	corrected_on TEXT NOT NULL,
	by_user TEXT NOT NULL
) STRICT;
CREATE TRIGGER core_group_correction_is_of_what_was_said BEFORE INSERT ON core_group_correction
WHEN NEW.was <> (SELECT state FROM core_group_meeting WHERE id = NEW.meeting_id)
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER core_group_correction_is_never_changed BEFORE UPDATE ON core_group_correction
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER core_group_correction_is_never_deleted BEFORE DELETE ON core_group_correction
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
-- The one change of state that a settled meeting knows: to 'mistaken', with its correction.
CREATE TRIGGER settled_meeting_is_only_corrected BEFORE UPDATE OF state ON core_group_meeting
WHEN OLD.state <> 'booked' AND NOT (NEW.state = 'mistaken' AND EXISTS (SELECT 1 FROM core_group_correction AS c
	WHERE c.meeting_id = OLD.id AND c.was = OLD.state))
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;

-- Who was asked to a meeting, or told that it was moved or will not be: a row each time. What they answered may follow.
CREATE TABLE core_group_asked (
	id INTEGER PRIMARY KEY,
	meeting_id INTEGER NOT NULL REFERENCES core_group_meeting,
	member_id INTEGER NOT NULL REFERENCES core_group_member,
	what TEXT NOT NULL CHECK (what IN ('asked', 'moved', 'cancelled')),
	day TEXT NOT NULL, -- what they were told
	starts INTEGER CHECK (starts BETWEEN 0 AND 1439),
	place TEXT NOT NULL DEFAULT '',
	is_apart INTEGER NOT NULL DEFAULT 0 CHECK (is_apart IN (0, 1)), -- asked on their own: a home is kept from them
	how TEXT NOT NULL CHECK (how IN ('letter', 'telephone', 'in_person', 'email')),
	asked_on TEXT NOT NULL,
	by_user TEXT NOT NULL,
	answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'coming', 'not_coming', 'deputy')),
	answered_on TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((answer = '') = (answered_on IS NULL))
) STRICT;
CREATE INDEX core_group_asked_of ON core_group_asked (meeting_id, member_id);
CREATE INDEX core_group_asked_member ON core_group_asked (member_id);
CREATE TRIGGER core_group_asked_is_never_changed
BEFORE UPDATE OF member_id, what, day, starts, place, is_apart, how, asked_on, by_user ON core_group_asked
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
-- A letter that did not go asked nobody; what was answered was asked.
CREATE TRIGGER core_group_asked_is_never_deleted BEFORE DELETE ON core_group_asked WHEN OLD.answer <> '' OR OLD.how <> 'letter'
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;

-- What was said of an action, each time, and at which meeting; NULL: between two.
CREATE TABLE plan_action_said (
	id INTEGER PRIMARY KEY,
	action_id INTEGER NOT NULL REFERENCES plan_action,
	meeting_id INTEGER REFERENCES core_group_meeting,
	state TEXT NOT NULL,
	evidence TEXT NOT NULL DEFAULT '',
	difference TEXT NOT NULL DEFAULT '',
	said_on TEXT NOT NULL,
	by_user TEXT NOT NULL
) STRICT;
CREATE INDEX plan_action_said_of ON plan_action_said (action_id);
CREATE INDEX plan_action_said_at ON plan_action_said (meeting_id);
CREATE TRIGGER plan_action_said_is_never_changed BEFORE UPDATE ON plan_action_said
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;
CREATE TRIGGER plan_action_said_is_never_deleted BEFORE DELETE ON plan_action_said
BEGIN
	SELECT RAISE(ABORT, 'a core group that was settled is never changed');
END;

-- Where else the people of a group are to be, when it looks for a day.
CREATE INDEX core_group_member_contact ON core_group_member (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX core_group_member_person ON core_group_member (person_id) WHERE person_id IS NOT NULL;

