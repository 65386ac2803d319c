/* Agencies, and what can be booked only once at a time. */
#include "store/directory_store.h"

#include "answer.h"
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
static const struct column_list agencies = COLUMN_LIST(struct agency, agency_columns);

static const struct column resource_columns[] = {
	COLUMN(struct resource, id, ID),         COLUMN_AS(struct resource, kind, kind_words),
	COLUMN(struct resource, name, TEXT),     COLUMN(struct resource, login, TEXT),
	COLUMN(struct resource, access, TEXT),   COLUMN(struct resource, contact_id, ID),
	COLUMN(struct resource, is_video, BOOL), COLUMN(struct resource, is_active, BOOL),
	COLUMN(struct resource, weekdays, INT),
};
static const struct column_list resources = COLUMN_LIST(struct resource, resource_columns);

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
/* A directory is a few hundred rows, and every list of it shows them all. */
static const struct statement every_agency = {
	"SELECT id, name, quorum_group, report_handling, version FROM agency ORDER BY name", false};
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

const struct statement *const directory_statements[] = {&add_agency,     &save_agency,      &agency_named,
							&every_agency,   &add_resource,     &save_resource,
							&resource_named, &kind_of_resource, NULL};

bool agency_insert(struct store *s, struct agency *agency, struct fault *f)
{
	if (!store_change(s, &add_agency, &agencies, agency, NULL, NULL, f))
		return false;
	agency->id = store_last_id(s);
	agency->version = 1;
	return true;
}

bool agency_save(struct store *s, struct agency *agency, struct fault *f)
{
	int64_t changed = 0;

	return store_change(s, &save_agency, &agencies, agency, NULL, &changed, f) &&
	       answer_saved(changed, &agency->version, "this agency", f);
}

bool agency_by_name(struct store *s, const char *name, struct arena *mem, struct agency *out, struct fault *f)
{
	return store_select_one(s, &agency_named, PARAMETERS(PARAMETER_TEXT("name", name)), &agencies, mem, out, f);
}

bool agencies_all(struct store *s, struct arena *mem, struct agency_list *out, struct fault *f)
{
	return store_select(s, &every_agency, NULL, &agencies, mem, out, f);
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
