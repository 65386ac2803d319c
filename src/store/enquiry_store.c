/* Section 47 enquiries in the case file: the strategy discussion that starts the clock, and the children it is about.
 */
#include "answer.h"
#include "child_columns.h"
#include "statement_list.h"
#include "store/conference_store.h"

#include <string.h>

#define ENQUIRY "SELECT id, family_id, strategy_on, conference_required, source, version FROM enquiry "

static const struct statement enquiry_add = {"INSERT INTO enquiry (family_id, strategy_on, conference_required, source)"
					     " VALUES (:family_id, :strategy_on, :conference_required, :source)",
					     true};
static const struct statement enquiry_update = {
	"UPDATE enquiry SET strategy_on = :strategy_on, conference_required = :conference_required, source = :source,"
	" family_id = :family_id, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement child_add = {
	"INSERT OR IGNORE INTO enquiry_child (enquiry_id, person_id) VALUES (:enquiry, :person)", true};
static const struct statement by_id = {ENQUIRY "WHERE id = :id", true};
static const struct statement of_family = {ENQUIRY "WHERE family_id = :family ORDER BY strategy_on DESC, id DESC",
					   true};
static const struct statement children_of = {"SELECT " CHILD_COLUMNS
					     " FROM enquiry_child AS e JOIN person AS p ON p.id = e.person_id"
					     " WHERE e.enquiry_id = :enquiry" OLDEST_FIRST,
					     true};

const struct statement *const enquiry_statements[] = {&enquiry_add, &enquiry_update, &child_add, &by_id,
						      &of_family,   &children_of,    NULL};

static const char *answer_token(int value)
{
	return yes_no_token((enum yes_no)value);
}

static const char *source_token(int value)
{
	return record_source_token((enum record_source)value);
}

static const struct token_words answers = {answer_token, ANSWER_NO + 1};
static const struct token_words sources = {source_token, SOURCE_DEMO + 1};

static const struct column enquiry_columns[] = {
	COLUMN(struct enquiry, id, ID),
	COLUMN(struct enquiry, family_id, ID),
	COLUMN(struct enquiry, strategy_on, DAY),
	COLUMN_AS(struct enquiry, conference_required, answers),
	COLUMN_AS(struct enquiry, source, sources),
	COLUMN(struct enquiry, version, INTEGER),
};
static const struct column_list enquiry_list_columns = COLUMN_LIST(struct enquiry, enquiry_columns);

bool enquiry_insert(struct store *s, struct enquiry *enquiry, struct fault *f)
{
	if (!store_change(s, &enquiry_add, &enquiry_list_columns, enquiry, NULL, NULL, f))
		return false;
	enquiry->id = store_last_id(s);
	enquiry->version = 1;
	return true;
}

bool enquiry_save(struct store *s, struct enquiry *enquiry, struct fault *f)
{
	int64_t changed;

	return store_change(s, &enquiry_update, &enquiry_list_columns, enquiry, NULL, &changed, f) &&
	       answer_saved(changed, &enquiry->version, "this enquiry", f);
}

bool enquiry_child_insert(struct store *s, int64_t enquiry, int64_t person, struct fault *f)
{
	return store_change(s, &child_add, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("enquiry", enquiry), PARAMETER_ID("person", person)), NULL, f);
}

bool enquiry_by_id(struct store *s, int64_t id, struct arena *mem, struct enquiry *out, struct fault *f)
{
	struct fault found = {0};

	return store_select_one(s, &by_id, PARAMETERS(PARAMETER_ID("id", id)), &enquiry_list_columns, mem, out,
				&found) ||
	       answer_not_found(&found, f, "This enquiry is not in the case file any more. Find the family again.");
}

bool enquiry_children(struct store *s, int64_t enquiry, struct arena *mem, struct person_list *out, struct fault *f)
{
	return store_select(s, &children_of, PARAMETERS(PARAMETER_ID("enquiry", enquiry)), &child_column_list, mem, out,
			    f);
}

bool enquiries_of_family(struct store *s, int64_t family, struct arena *mem, struct enquiry_list *out, struct fault *f)
{
	return store_select(s, &of_family, PARAMETERS(PARAMETER_ID("family", family)), &enquiry_list_columns, mem, out,
			    f);
}
