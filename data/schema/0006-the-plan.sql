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
