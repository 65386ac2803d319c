/* Bookings in the case file. The trigger of the schema has the last word on double bookings; here they can be named. */
#include "store/booking_store.h"

#include "statement_list.h"
#include "token_words.h"

#include <string.h>

#define BOOKING  "SELECT resource_id, conference_id, day, starts, ends FROM booking "
#define RESOURCE "SELECT id, kind, name, login, access, contact_id, is_video, is_active, weekdays FROM resource "

static const struct statement add = {"INSERT INTO booking (resource_id, conference_id, day, starts, ends)"
				     " VALUES (:resource_id, :conference_id, :day, :starts, :ends)",
				     true};
static const struct statement drop = {"DELETE FROM booking WHERE conference_id = :conference", true};
static const struct statement between = {BOOKING "WHERE day BETWEEN :from AND :to ORDER BY day, resource_id, starts",
					 true};
static const struct statement of_conference = {BOOKING "WHERE conference_id = :conference ORDER BY resource_id", true};
static const struct statement clashing = {
	"SELECT b.conference_id, c.family_id, c.reference, r.name AS resource, b.starts, b.ends FROM booking AS b"
	" JOIN resource AS r ON r.id = b.resource_id JOIN conference AS c ON c.id = b.conference_id"
	" WHERE b.day = :day AND b.resource_id = :resource_id AND b.conference_id <> :conference_id AND r.is_video = 0"
	" AND b.starts < :ends AND :starts < b.ends ORDER BY b.starts LIMIT 1",
	true};
static const struct statement in_use = {RESOURCE "WHERE is_active = 1 ORDER BY kind, id", false}; /* a few dozen rows */
static const struct statement of_id = {RESOURCE "WHERE id = :id", true};

const struct statement *const booking_statements[] = {&add,      &drop,   &between, &of_conference,
						      &clashing, &in_use, &of_id,   NULL};

TOKEN_WORDS(kinds, resource_kind, RESOURCE_KIND_COUNT)

static const struct column booking_columns[] = {
	COLUMN(struct booking_row, resource_id, ID), COLUMN(struct booking_row, conference_id, ID),
	COLUMN(struct booking_row, day, DAY),        COLUMN(struct booking_row, starts, INT),
	COLUMN(struct booking_row, ends, INT),
};
static const struct column_list booking_list = COLUMN_LIST(struct booking_row, booking_columns);

static const struct column clash_columns[] = {
	COLUMN(struct clash, conference_id, ID), COLUMN(struct clash, family_id, ID),
	COLUMN(struct clash, reference, TEXT),   COLUMN(struct clash, resource, TEXT),
	COLUMN(struct clash, starts, INT),       COLUMN(struct clash, ends, INT),
};
static const struct column_list clash_list = COLUMN_LIST(struct clash, clash_columns);

static const struct column resource_columns[] = {
	COLUMN(struct resource, id, ID),         COLUMN_AS(struct resource, kind, kinds),
	COLUMN(struct resource, name, TEXT),     COLUMN(struct resource, login, TEXT),
	COLUMN(struct resource, access, TEXT),   COLUMN(struct resource, contact_id, ID),
	COLUMN(struct resource, is_video, BOOL), COLUMN(struct resource, is_active, BOOL),
	COLUMN(struct resource, weekdays, INT),
};
static const struct column_list resource_columns_list = COLUMN_LIST(struct resource, resource_columns);

bool booking_insert(struct store *s, const struct booking_row *row, struct fault *f)
{
	return store_change(s, &add, &booking_list, row, NULL, NULL, f);
}

bool bookings_drop(struct store *s, int64_t conference, struct fault *f)
{
	return store_change(s, &drop, NULL, NULL, PARAMETERS(PARAMETER_ID("conference", conference)), NULL, f);
}

bool bookings_between(struct store *s, day_number from, day_number to, struct arena *mem, struct booking_row_list *out,
		      struct fault *f)
{
	return store_select(s, &between, PARAMETERS(PARAMETER_DAY("from", from), PARAMETER_DAY("to", to)),
			    &booking_list, mem, out, f);
}

bool bookings_of(struct store *s, int64_t conference, struct arena *mem, struct booking_row_list *out, struct fault *f)
{
	return store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &booking_list, mem,
			    out, f);
}

bool booking_clash(struct store *s, const struct booking_row *wanted, struct arena *mem, struct clash *out,
		   struct fault *f)
{
	struct {
		struct clash *items;
		size_t count, room;
	} found;

	memset(out, 0, sizeof *out);
	if (!store_select(
		    s, &clashing,
		    PARAMETERS(PARAMETER_DAY("day", wanted->day), PARAMETER_ID("resource_id", wanted->resource_id),
			       PARAMETER_INTEGER("conference_id", wanted->conference_id),
			       PARAMETER_INTEGER("starts", wanted->starts), PARAMETER_INTEGER("ends", wanted->ends)),
		    &clash_list, mem, &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}

bool resources_in_use(struct store *s, struct arena *mem, struct resource_list *out, struct fault *f)
{
	return store_select(s, &in_use, NULL, &resource_columns_list, mem, out, f);
}

bool resource_of_id(struct store *s, int64_t id, struct arena *mem, struct resource *out, struct fault *f)
{
	struct resource_list found;

	memset(out, 0, sizeof *out);
	if (!store_select(s, &of_id, PARAMETERS(PARAMETER_ID("id", id)), &resource_columns_list, mem, &found, f))
		return false;
	if (found.count > 0)
		*out = found.items[0];
	return true;
}
