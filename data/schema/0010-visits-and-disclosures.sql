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
