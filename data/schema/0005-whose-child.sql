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
