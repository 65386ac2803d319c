/* Saving one row that two people may be writing at once. */
#include "keep.h"

#include "answer.h"

bool keep_row(struct store *s, const struct keeping *how, const struct column_list *columns, const void *row,
	      int64_t *version, struct fault *f)
{
	int64_t changed;

	return store_change(s, *version ? how->save : how->add, columns, row, NULL, &changed, f) &&
	       answer_saved(changed, version, how->what, f);
}

bool keep_row_by_id(struct store *s, const struct keeping *how, const struct column_list *columns, const void *row,
		    int64_t *id, int64_t *version, struct fault *f)
{
	bool is_new = *version == 0;

	if (!keep_row(s, how, columns, row, version, f))
		return false;
	if (is_new)
		*id = store_last_id(s);
	return true;
}

bool keep_drop(struct store *s, const struct statement *drop, const char *what, int64_t id, int64_t version,
	       struct fault *f)
{
	int64_t changed;

	return store_change(s, drop, NULL, NULL,
			    PARAMETERS(PARAMETER_ID("id", id), PARAMETER_INTEGER("version", version)), &changed, f) &&
	       answer_saved(changed, &version, what, f);
}

bool keep_refused(struct store *s, const char *words, const char *sentence, struct fault *f)
{
	if (store_refused_by(s, words))
		fault_set(f, FAULT_REFUSED, "%s", sentence);
	return false;
}
