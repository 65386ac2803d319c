/* Agencies, their contacts, and what can be booked only once at a time. */
#include "store/directory_store.h"

#include "statement_list.h"

static const char *kind_word(int kind)
{
	return resource_kind_token((enum resource_kind)kind);
}

static const struct token_words kind_words = {kind_word, RESOURCE_KIND_COUNT};

static const struct column agency_columns[] = {
	COLUMN(struct agency, id, ID),
	COLUMN(struct agency, name, TEXT),
	COLUMN(struct agency, quorum_group, TEXT),
	COLUMN(struct agency, report_handling, TEXT),
	COLUMN(struct agency, version, INTEGER),
};
static const struct column_list agency_list = COLUMN_LIST(struct agency, agency_columns);

static const struct column contact_columns[] = {
	COLUMN(struct contact, id, ID),           COLUMN(struct contact, agency_id, ID),
	COLUMN(struct contact, agency, TEXT),     COLUMN(struct contact, quorum_group, TEXT),
	COLUMN(struct contact, name, TEXT),       COLUMN(struct contact, role, TEXT),
	COLUMN(struct contact, email, TEXT),      COLUMN(struct contact, phone, TEXT),
	COLUMN(struct contact, checked_on, DAY),  COLUMN(struct contact, is_active, BOOL),
	COLUMN(struct contact, version, INTEGER),
};
static const struct column_list contacts = COLUMN_LIST(struct contact, contact_columns);

static const struct column resource_columns[] = {
	COLUMN(struct resource, id, ID),         COLUMN_AS(struct resource, kind, kind_words),
	COLUMN(struct resource, name, TEXT),     COLUMN(struct resource, login, TEXT),
	COLUMN(struct resource, access, TEXT),   COLUMN(struct resource, contact_id, ID),
	COLUMN(struct resource, is_video, BOOL), COLUMN(struct resource, is_active, BOOL),
	COLUMN(struct resource, weekdays, INT),
};
static const struct column_list resources = COLUMN_LIST(struct resource, resource_columns);

#define CONTACT_MEMBERS                                                                                                \
	"SELECT contact.id, agency_id, agency.name AS agency, quorum_group, contact.name AS name, role, email, "       \
	"phone, "                                                                                                      \
	"checked_on, is_active, contact.version AS version FROM contact JOIN agency ON agency.id = agency_id "
#define RESOURCE_MEMBERS                                                                                               \
	"SELECT id, kind, name, login, access, contact_id, is_video, is_active, weekdays FROM resource "

static const struct statement add_agency = {
	"INSERT INTO agency (name, quorum_group, report_handling) VALUES (:name, :quorum_group, :report_handling)",
	true};
static const struct statement save_agency = {
	"UPDATE agency SET name = :name, quorum_group = :quorum_group, report_handling = :report_handling, "
	"version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement agency_named = {
	"SELECT id, name, quorum_group, report_handling, version FROM agency WHERE name = :name", true};
static const struct statement add_contact = {
	"INSERT INTO contact (agency_id, name, role, email, phone, checked_on, is_active) "
	"VALUES (:agency_id, :name, :role, :email, :phone, :checked_on, :is_active)",
	true};
static const struct statement save_contact = {
	"UPDATE contact SET agency_id = :agency_id, name = :name, role = :role, email = :email, phone = :phone, "
	"checked_on = :checked_on, is_active = :is_active, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement contact_named = {CONTACT_MEMBERS "WHERE agency_id = :agency_id AND contact.name = :name",
					       true};
static const struct statement contact_of_id = {CONTACT_MEMBERS "WHERE contact.id = :id", true};
/* A directory is a few hundred rows, and every list of it shows them all. */
static const struct statement every_contact = {
	CONTACT_MEMBERS "WHERE is_active = 1 AND (:quorum_group = '' OR quorum_group = :quorum_group) "
			"ORDER BY agency.name, contact.name",
	false};
static const struct statement add_resource = {
	"INSERT INTO resource (kind, name, login, contact_id, is_video, weekdays, access, is_active) "
	"VALUES (:kind, :name, :login, :contact_id, :is_video, :weekdays, :access, :is_active)",
	true};
static const struct statement save_resource = {
	"UPDATE resource SET login = :login, contact_id = :contact_id, is_video = :is_video, weekdays = :weekdays, "
	"access = :access, is_active = :is_active WHERE id = :id",
	true};
static const struct statement resource_named = {RESOURCE_MEMBERS "WHERE kind = :kind AND name = :name", true};
static const struct statement kind_of_resource = {RESOURCE_MEMBERS "WHERE kind = :kind ORDER BY name", true};

const struct statement *const directory_statements[] = {
	&add_agency,   &save_agency,   &agency_named,   &add_contact,
	&save_contact, &contact_named, &contact_of_id,  &every_contact,
	&add_resource, &save_resource, &resource_named, &kind_of_resource,
	NULL};

static bool saved(int64_t changed, const char *what, int64_t *version, struct fault *f)
{
	if (changed == 0)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed this %s since you read it: look at it again, then save.",
				 what);
	++*version;
	return true;
}

bool agency_insert(struct store *s, struct agency *agency, struct fault *f)
{
	if (!store_change(s, &add_agency, &agency_list, agency, NULL, NULL, f))
		return false;
	agency->id = store_last_id(s);
	agency->version = 1;
	return true;
}

bool agency_save(struct store *s, struct agency *agency, struct fault *f)
{
	int64_t changed = 0;

	return store_change(s, &save_agency, &agency_list, agency, NULL, &changed, f) &&
	       saved(changed, "agency", &agency->version, f);
}

bool agency_by_name(struct store *s, const char *name, struct arena *mem, struct agency *out, struct fault *f)
{
	return store_select_one(s, &agency_named, PARAMETERS(PARAMETER_TEXT("name", name)), &agency_list, mem, out, f);
}

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
	       saved(changed, "contact", &contact->version, f);
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
	return store_select(s, &every_contact, PARAMETERS(PARAMETER_TEXT("quorum_group", quorum_group)), &contacts, mem,
			    out, f);
}

bool resource_insert(struct store *s, struct resource *resource, struct fault *f)
{
	if (!store_change(s, &add_resource, &resources, resource, NULL, NULL, f))
		return false;
	resource->id = store_last_id(s);
	return true;
}

bool resource_save(struct store *s, const struct resource *resource, struct fault *f)
{
	return store_change(s, &save_resource, &resources, resource, NULL, NULL, f);
}

bool resource_by_name(struct store *s, enum resource_kind kind, const char *name, struct arena *mem,
		      struct resource *out, struct fault *f)
{
	return store_select_one(
		s, &resource_named,
		PARAMETERS(PARAMETER_TEXT("kind", resource_kind_token(kind)), PARAMETER_TEXT("name", name)), &resources,
		mem, out, f);
}

bool resources_of_kind(struct store *s, enum resource_kind kind, struct arena *mem, struct resource_list *out,
		       struct fault *f)
{
	return store_select(s, &kind_of_resource, PARAMETERS(PARAMETER_TEXT("kind", resource_kind_token(kind))),
			    &resources, mem, out, f);
}
