/* The people of the directory: kept, found, and made one where they were two. */
#include "store/directory_store.h"

#include "answer.h"
#include "invitation_tokens.h"
#include "may_see.h"
#include "statement_list.h"

static const struct column contact_columns[] = {
	COLUMN(struct contact, id, ID),
	COLUMN(struct contact, agency_id, ID),
	COLUMN(struct contact, agency, TEXT),
	COLUMN(struct contact, quorum_group, TEXT),
	COLUMN(struct contact, name, TEXT),
	COLUMN(struct contact, role, TEXT),
	COLUMN(struct contact, email, TEXT),
	COLUMN(struct contact, phone, TEXT),
	COLUMN(struct contact, address, TEXT),
	COLUMN_AS(struct contact, method, invite_method_tokens),
	COLUMN(struct contact, deputy_id, ID),
	COLUMN(struct contact, deputy, TEXT),
	COLUMN(struct contact, checked_on, DAY),
	COLUMN(struct contact, bounced_on, DAY),
	COLUMN(struct contact, merged_into_id, ID),
	COLUMN(struct contact, is_active, BOOL),
	COLUMN(struct contact, version, INTEGER),
};
static const struct column_list contacts = COLUMN_LIST(struct contact, contact_columns);

struct reference_row {
	const char *reference;
};
static const struct column wanted_columns[] = {
	COLUMN(struct contact_wanted, contact_id, ID),
	COLUMN(struct contact_wanted, waiting, INT),
	COLUMN(struct contact_wanted, next, DAY),
};
static const struct column_list wanted_list = COLUMN_LIST(struct contact_wanted, wanted_columns);

static const struct column reference_columns[] = {COLUMN(struct reference_row, reference, TEXT)};
static const struct column_list references = COLUMN_LIST(struct reference_row, reference_columns);

#define CONTACTS                                                                                                       \
	"SELECT k.id, k.agency_id, a.name AS agency, a.quorum_group, k.name, k.role, k.email, k.phone, k.address,"     \
	" k.method, k.deputy_id, d.name AS deputy, k.checked_on, k.bounced_on, k.merged_into_id, k.is_active,"         \
	" k.version FROM contact AS k JOIN agency AS a ON a.id = k.agency_id"                                          \
	" LEFT JOIN contact AS d ON d.id = k.deputy_id "

static const struct statement add_contact = {
	"INSERT INTO contact (agency_id, name, role, email, phone, address, method, deputy_id, checked_on, is_active)"
	" VALUES (:agency_id, :name, :role, :email, :phone, :address, :method, :deputy_id, :checked_on, :is_active)",
	true};
static const struct statement save_contact = {
	"UPDATE contact SET agency_id = :agency_id, name = :name, role = :role, email = :email, phone = :phone,"
	" address = :address, method = :method, deputy_id = :deputy_id, checked_on = :checked_on,"
	" bounced_on = :bounced_on, is_active = :is_active, version = version + 1"
	" WHERE id = :id AND version = :version",
	true};
static const struct statement contact_named = {
	CONTACTS
	"WHERE k.id = (SELECT coalesce(n.merged_into_id, n.id) FROM contact AS n WHERE n.agency_id = :agency_id"
	" AND n.name = :name)",
	true};
static const struct statement contact_of_id = {CONTACTS "WHERE k.id = :id", true};
/* A directory is a few hundred rows, and every list of it shows them all. */
static const struct statement contacts_at_work = {
	CONTACTS "WHERE k.is_active = 1 AND k.merged_into_id IS NULL"
		 " AND (:quorum_group = '' OR a.quorum_group = :quorum_group) ORDER BY a.name, k.name",
	false};
static const struct statement every_contact = {CONTACTS "WHERE k.merged_into_id IS NULL ORDER BY a.name, k.name",
					       false};

#define STILL_TO_BE_HELD "IN ('requested', 'scheduled', 'invited', 'ready', 'postponed')"

/* Both of them on the list of one conference that is still to be held. */
static const struct statement invited_twice = {
	"SELECT CASE WHEN " MAY_SEE " THEN c.reference ELSE 'a conference that is restricted' END AS reference"
	" FROM invitee AS g JOIN invitee AS k ON k.conference_id = g.conference_id"
	" JOIN conference AS c ON c.id = g.conference_id JOIN family AS f ON f.id = c.family_id"
	" WHERE g.contact_id = :gone AND k.contact_id = :kept AND g.is_withdrawn = 0 AND k.is_withdrawn = 0"
	" AND c.state " STILL_TO_BE_HELD " ORDER BY c.held_on LIMIT 1",
	true};

/* A letter that was sent once more hangs on its newest delivery. Whoever is excluded from all of it gets none. */
static const struct statement wanted = {
	"SELECT g.contact_id, min(c.held_on) AS next,"
	" sum((g.invited_on IS NULL AND g.exclusion <> 'whole') + (SELECT count(*) FROM letter AS l"
	" JOIN delivery AS d ON d.id = (SELECT max(n.id) FROM delivery AS n WHERE n.letter_id = l.id)"
	" WHERE l.invitee_id = g.id AND d.state IN ('waiting', 'sending', 'failed', 'unsure', 'bounced'))) AS waiting"
	" FROM conference AS c JOIN family AS f ON f.id = c.family_id"
	" JOIN invitee AS g ON g.conference_id = c.id"
	" WHERE c.state NOT IN ('closed', 'cancelled') AND c.state " STILL_TO_BE_HELD
	" AND (c.held_on IS NULL OR c.held_on >= :today) AND g.contact_id IS NOT NULL AND g.is_withdrawn = 0"
	" AND " MAY_SEE " GROUP BY g.contact_id ORDER BY g.contact_id",
	true};
static const struct statement move_invitees = {
	"UPDATE invitee AS g SET contact_id = :kept, version = version + 1 WHERE g.contact_id = :gone"
	" AND (g.is_withdrawn = 1 OR NOT EXISTS (SELECT 1 FROM invitee AS k WHERE k.conference_id = g.conference_id"
	" AND k.contact_id = :kept AND k.is_withdrawn = 0))",
	true};
/* Merging is rare enough to read these tables through. */
static const struct statement move_social_worker = {
	"UPDATE conference SET social_worker_id = :kept, version = version + 1 WHERE social_worker_id = :gone", false};
static const struct statement move_chair = {"UPDATE resource SET contact_id = :kept WHERE contact_id = :gone", false};
static const struct statement move_deputies = {
	"UPDATE contact SET deputy_id = nullif(:kept, id), version = version + 1 WHERE deputy_id = :gone", false};
static const struct statement move_merged = {"UPDATE contact SET merged_into_id = :kept WHERE merged_into_id = :gone",
					     false};
static const struct statement retire = {
	"UPDATE contact SET merged_into_id = :kept, deputy_id = NULL, is_active = 0, version = version + 1"
	" WHERE id = :gone AND version = :version",
	true};

const struct statement *const contact_statements[] = {
	&add_contact,   &save_contact,  &contact_named, &contact_of_id, &contacts_at_work,
	&every_contact, &invited_twice, &wanted,        &move_invitees, &move_social_worker,
	&move_chair,    &move_deputies, &move_merged,   &retire,        NULL};

bool contact_insert(struct store *s, struct contact *contact, struct fault *f)
{
	if (!store_change(s, &add_contact, &contacts, contact, NULL, NULL, f))
		return false;
	contact->id = store_last_id(s);
	contact->version = 1;
	return true;
}

bool contact_save(struct store *s, struct contact *contact, struct fault *f)
{
	int64_t changed = 0;

	return store_change(s, &save_contact, &contacts, contact, NULL, &changed, f) &&
	       answer_saved(changed, &contact->version, "this contact", f);
}

bool contact_by_name(struct store *s, int64_t agency, const char *name, struct arena *mem, struct contact *out,
		     struct fault *f)
{
	return store_select_one(s, &contact_named,
				PARAMETERS(PARAMETER_ID("agency_id", agency), PARAMETER_TEXT("name", name)), &contacts,
				mem, out, f);
}

bool contact_by_id(struct store *s, int64_t id, struct arena *mem, struct contact *out, struct fault *f)
{
	return store_select_one(s, &contact_of_id, PARAMETERS(PARAMETER_ID("id", id)), &contacts, mem, out, f);
}

bool contacts_all(struct store *s, const char *quorum_group, struct arena *mem, struct contact_list *out,
		  struct fault *f)
{
	return store_select(s, &contacts_at_work, PARAMETERS(PARAMETER_TEXT("quorum_group", quorum_group)), &contacts,
			    mem, out, f);
}

bool contacts_every(struct store *s, struct arena *mem, struct contact_list *out, struct fault *f)
{
	return store_select(s, &every_contact, NULL, &contacts, mem, out, f);
}

bool contacts_wanted(struct store *s, day_number today, int64_t user, struct arena *mem,
		     struct contact_wanted_list *out, struct fault *f)
{
	return store_select(s, &wanted, PARAMETERS(PARAMETER_DAY("today", today), PARAMETER_ID("user", user)),
			    &wanted_list, mem, out, f);
}

static bool may_be_one(struct store *s, const struct contact *gone, int64_t kept, int64_t user, struct arena *mem,
		       struct fault *f)
{
	struct contact other;
	struct fault found = {0};
	struct reference_row twice;

	if (gone->id == kept)
		return fault_set(f, FAULT_REFUSED, "%s cannot be merged with itself: choose the other entry.",
				 gone->name);
	if (!contact_by_id(s, kept, mem, &other, &found))
		return answer_not_found(&found, f, "The contact to keep is not in the directory any more.");
	if (other.merged_into_id)
		return fault_set(f, FAULT_REFUSED, "%s was merged into another entry already: choose that one.",
				 other.name);
	if (store_select_one(
		    s, &invited_twice,
		    PARAMETERS(PARAMETER_ID("gone", gone->id), PARAMETER_ID("kept", kept), PARAMETER_ID("user", user)),
		    &references, mem, &twice, &found))
		return fault_set(f, FAULT_REFUSED,
				 "%s and %s are both invited to %s: take one off its list, then merge them.",
				 gone->name, other.name, twice.reference);
	return found.code == FAULT_NOT_FOUND || answer_not_found(&found, f, "");
}

bool contact_merge(struct store *s, struct contact *gone, int64_t kept, int64_t user, struct arena *mem,
		   struct fault *f)
{
	static const struct statement *const moves[] = {&move_invitees, &move_social_worker, &move_chair,
							&move_deputies, &move_merged};
	const struct parameter both[] = {PARAMETER_ID("gone", gone->id), PARAMETER_ID("kept", kept), PARAMETER_END};
	int64_t changed;

	if (!may_be_one(s, gone, kept, user, mem, f) ||
	    !store_change(s, &retire, NULL, NULL,
			  PARAMETERS(PARAMETER_ID("gone", gone->id), PARAMETER_ID("kept", kept),
				     PARAMETER_INTEGER("version", gone->version)),
			  &changed, f) ||
	    !answer_saved(changed, &gone->version, "this contact", f))
		return false;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (!store_change(s, moves[i], NULL, NULL, both, NULL, f))
			return false;
	gone->merged_into_id = kept;
	gone->deputy_id = 0;
	gone->is_active = false;
	return true;
}
