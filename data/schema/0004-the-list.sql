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
