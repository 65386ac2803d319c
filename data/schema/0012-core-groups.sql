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
