-- Restricted families, glass that was broken, relatives of whoever works here. `family_named` (0001) holds who was named;
-- every reading asks `family_access`, the one place where naming, broken glass and relatives come together.

-- Why a family's record is for named staff only. A test or an old file may have family.is_restricted without one.
CREATE TABLE restriction (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	reason TEXT NOT NULL CHECK (reason <> ''),
	review_on TEXT NOT NULL CHECK (review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	set_on TEXT NOT NULL,
	set_by TEXT NOT NULL,
	lifted_on TEXT,
	lifted_by TEXT NOT NULL DEFAULT '',
	lifted_because TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX restriction_of ON restriction (family_id);
CREATE UNIQUE INDEX restriction_in_force ON restriction (family_id) WHERE lifted_on IS NULL;

-- What a manager is told and acknowledges: the glass of a restricted family was broken for `minutes`, or a worker knows
-- the family and is kept out of it from then on.
CREATE TABLE access_event (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('glass', 'relative', 'matched')),
	family_id INTEGER NOT NULL REFERENCES family,
	user_id INTEGER NOT NULL REFERENCES user_account,
	words TEXT NOT NULL CHECK (words <> ''),   -- the reason; how they know the family
	at INTEGER NOT NULL,
	minutes INTEGER NOT NULL DEFAULT 0,
	until_at INTEGER NOT NULL DEFAULT 0,       -- by the real clock: when the glass closes again
	seen_at INTEGER,
	seen_by TEXT NOT NULL DEFAULT '',
	seen_note TEXT NOT NULL DEFAULT '',
	is_mistaken INTEGER NOT NULL DEFAULT 0 CHECK (is_mistaken IN (0, 1)), -- a manager found that they are not related
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (kind <> 'glass' OR length(words) >= 20),
	CHECK (seen_at IS NULL OR seen_note <> '')
) STRICT;
CREATE INDEX access_event_of ON access_event (family_id, user_id, kind);
CREATE INDEX access_event_open ON access_event (user_id, until_at) WHERE kind = 'glass';
CREATE INDEX access_event_unseen ON access_event (at) WHERE seen_at IS NULL;

CREATE TRIGGER access_event_is_never_rewritten BEFORE UPDATE OF kind, user_id, words, at, minutes, until_at
ON access_event
BEGIN
	SELECT RAISE(ABORT, 'what was said when the glass was broken is never changed');
END;
CREATE TRIGGER access_event_is_never_removed BEFORE DELETE ON access_event
BEGIN
	SELECT RAISE(ABORT, 'what was said when the glass was broken is never removed');
END;

-- From whom a family is kept because they are related to it: they said so, or what is kept of a member of staff matches
-- one of the family.
CREATE VIEW family_kept_from (family_id, user_id) AS
SELECT family_id, user_id FROM access_event WHERE kind IN ('relative', 'matched') AND is_mistaken = 0;

-- Who may see a family that is marked family.is_restricted. A relative never may, whatever else is said.
CREATE VIEW family_access (family_id, user_id) AS
SELECT n.family_id, n.user_id FROM family_named AS n
WHERE NOT EXISTS (SELECT 1 FROM family_kept_from AS r WHERE r.family_id = n.family_id AND r.user_id = n.user_id)
UNION ALL
SELECT g.family_id, g.user_id FROM access_event AS g
WHERE g.kind = 'glass' AND g.until_at > unixepoch()
	AND NOT EXISTS (SELECT 1 FROM family_kept_from AS r WHERE r.family_id = g.family_id AND r.user_id = g.user_id)
UNION ALL -- kept from its relatives only: the others go on
SELECT f.id, u.id FROM family AS f JOIN user_account AS u
WHERE EXISTS (SELECT 1 FROM family_kept_from AS r WHERE r.family_id = f.id)
	AND NOT EXISTS (SELECT 1 FROM restriction AS s WHERE s.family_id = f.id AND s.lifted_on IS NULL)
	AND NOT EXISTS (SELECT 1 FROM family_kept_from AS r WHERE r.family_id = f.id AND r.user_id = u.id);

-- What the administrator wrote down of who works here, so that their own relatives are noticed.
CREATE TABLE staff_detail (
	user_id INTEGER PRIMARY KEY REFERENCES user_account,
	born_on TEXT,
	postcode TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT ''
) STRICT;

-- A chair or minute-taker who must not work on this family's conferences, and why. It holds until it is ended.
CREATE TABLE conflict_of_interest (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	resource_id INTEGER NOT NULL REFERENCES resource,
	reason TEXT NOT NULL CHECK (reason <> ''),
	said_by TEXT NOT NULL, -- login
	said_on TEXT NOT NULL,
	ended_on TEXT,
	ended_by TEXT NOT NULL DEFAULT '',
	ended_because TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (ended_on IS NULL OR ended_because <> '')
) STRICT;
CREATE INDEX conflict_of_family ON conflict_of_interest (family_id);
CREATE UNIQUE INDEX conflict_in_force ON conflict_of_interest (family_id, resource_id) WHERE ended_on IS NULL;

CREATE TRIGGER conflict_is_never_rewritten BEFORE UPDATE OF resource_id, reason, said_by, said_on
ON conflict_of_interest
BEGIN
	SELECT RAISE(ABORT, 'what was said of a conflict of interest is never changed');
END;
