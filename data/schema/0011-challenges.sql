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
