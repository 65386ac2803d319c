/* Bundles that were made for a conference: for whom, and what they held. */
#include "store/paper_store.h"

#include "statement_list.h"

static const struct column bundle_columns[] = {
	COLUMN(struct bundle, id, ID),        COLUMN(struct bundle, conference_id, ID),
	COLUMN(struct bundle, person_id, ID), COLUMN(struct bundle, paper_id, ID),
	COLUMN(struct bundle, pages, INT),    COLUMN(struct bundle, reports, INT),
	COLUMN(struct bundle, missing, INT),  COLUMN(struct bundle, made_at, INTEGER),
	COLUMN(struct bundle, by_user, TEXT), COLUMN(struct bundle, merged, TEXT),
	COLUMN(struct bundle, beside, TEXT),
};
static const struct column_list bundles = COLUMN_LIST(struct bundle, bundle_columns);

static const struct statement bundle_add = {"INSERT INTO bundle (conference_id, person_id, paper_id, pages, reports, "
					    "missing, merged, beside, made_at, by_user)"
					    " VALUES (:conference_id, :person_id, :paper_id, :pages, :reports, "
					    ":missing, :merged, :beside, :made_at, :by_user)",
					    true};
static const struct statement of_conference = {"SELECT id, conference_id, person_id, paper_id, pages, reports, "
					       "missing, merged, beside, made_at, by_user FROM bundle"
					       " WHERE conference_id = :conference ORDER BY id DESC",
					       true};

const struct statement *const bundle_statements[] = {&bundle_add, &of_conference, NULL};

bool bundle_insert(struct store *s, struct bundle *bundle, struct fault *f)
{
	if (!store_change(s, &bundle_add, &bundles, bundle, NULL, NULL, f))
		return false;
	bundle->id = store_last_id(s);
	return true;
}

bool bundles_of(struct store *s, int64_t conference, struct arena *mem, struct bundle_list *out, struct fault *f)
{
	return store_select(s, &of_conference, PARAMETERS(PARAMETER_ID("conference", conference)), &bundles, mem, out,
			    f);
}
