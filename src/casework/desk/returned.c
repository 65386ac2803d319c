/* Records that were let go and came back with a back-up. The certificates are in the file that was replaced, so the
 * rows of the log that say what was restored name them: that is where it is known from which are to go again. */
#include "returned.h"

#include "store/audit.h"
#include "store/retention_store.h"

#include <string.h>

static const char before[] = "let go since, and back: ";

enum { MOST_ROWS = 10000 };

static bool no_memory(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to look for records that came back.");
}

static bool is_of(const struct record_back_list *list, const char *family)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].family, family) == 0)
			return true;
	return false;
}

/* A record came back once, however often it is named. */
static bool add(struct record_back_list *list, struct record_back one, struct arena *mem, struct fault *f)
{
	struct record_back *place;

	if (is_of(list, one.family))
		return true;
	place = ARENA_PUSH(mem, list);
	if (!place)
		return no_memory(f);
	*place = one;
	return true;
}

/* --- In the words of a row --- */

const char *returned_words(const struct record_back_list *list, size_t first, struct arena *mem)
{
	const char *words = "";
	char day[DATE_TEXT_ROOM];

	for (size_t i = first; i < list->count && i < first + RETURNED_A_ROW; i++)
		words = arena_printf(mem, "%s%s%s %s %s", words, i == first ? before : ", ", list->items[i].disposal,
				     list->items[i].family, date_to_iso(list->items[i].on, day));
	return words;
}

/* "Z-0001 REG-0461 2026-04-01": false where it is not so. */
static bool read_one(const char *text, size_t bytes, struct arena *mem, struct record_back *out)
{
	char *copy = arena_text_n(mem, text, bytes), *first = copy ? strchr(copy, ' ') : NULL;
	char *last = first ? strrchr(first + 1, ' ') : NULL;

	if (!last)
		return false;
	*first = *last = '\0';
	*out = (struct record_back){copy, first + 1, date_from_iso(last + 1)};
	return strncmp(out->disposal, "Z-", 2) == 0 && *out->family && out->on != DAY_NONE;
}

/* Was it let go again after the row that says it is back? */
static bool is_still_back(struct store *s, const struct record_back *one, int64_t said_at, bool *yes, struct arena *mem,
			  struct fault *f)
{
	struct fault why = {0};
	struct disposal again;

	if (!record_is_there(s, one->family, yes, f))
		return false;
	if (!*yes)
		return true;
	if (disposal_by_gone(s, one->family, mem, &again, &why))
		*yes = again.approved_at < said_at;
	else if (why.code != FAULT_NOT_FOUND)
		return fault_set(f, why.code, "%s", why.message);
	return true;
}

static bool read_row(struct store *s, const struct audit_row *row, struct arena *mem, struct record_back_list *out,
		     struct fault *f)
{
	const char *at = NULL;

	/* The last of them: a file may be called anything. */
	for (const char *next = row->detail; (next = strstr(next, before)); next++)
		at = next + strlen(before);
	while (at && *at) {
		size_t bytes = strcspn(at, ",");
		struct record_back one;
		bool is_back = false;

		if (read_one(at, bytes, mem, &one) &&
		    (!is_still_back(s, &one, row->at, &is_back, mem, f) || (is_back && !add(out, one, mem, f))))
			return false;
		at += bytes;
		at += strspn(at, ", ");
	}
	return !arena_exhausted(mem) || no_memory(f);
}

bool returned_named(struct store *s, struct arena *mem, struct record_back_list *out, struct fault *f)
{
	struct audit_row_list rows = {0};

	*out = (struct record_back_list){0};
	if (!audit_of_subject(s, RESTORE_SUBJECT, 0, MOST_ROWS, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (!read_row(s, &rows.items[i], mem, out, f))
			return false;
	return true;
}

/* --- In the file that was replaced --- */

static const char still_holds[] = ", which still holds records that were let go";

const char *returned_words_of_kept(const struct record_back_list *there, const struct record_back_list *back)
{
	for (size_t i = 0; i < there->count; i++)
		if (!is_of(back, there->items[i].family))
			return still_holds;
	return "";
}

bool returned_is_in_kept(struct store *s, const char *name, struct arena *mem, bool *yes, struct fault *f)
{
	const char *words = arena_printf(mem, "%s%s%s", RETURNED_KEPT_AS, name, still_holds);
	struct audit_row_list rows = {0};

	*yes = false;
	if (!audit_of_subject(s, RESTORE_SUBJECT, 0, MOST_ROWS, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count && !*yes; i++)
		*yes = strstr(rows.items[i].detail, words) != NULL;
	return !arena_exhausted(mem) || no_memory(f);
}

/* --- When a back-up is restored --- */

bool returned_gather(struct store *old, struct arena *mem, struct record_back_list *out, struct record_back_list *there,
		     struct fault *f)
{
	struct disposal_list done = {0};

	*out = (struct record_back_list){0};
	if (!returned_named(old, mem, there, f) || !disposals_done(old, mem, &done, f))
		return false;
	for (size_t i = 0; i < there->count; i++)
		if (!add(out, there->items[i], mem, f))
			return false;
	for (size_t i = 0; i < done.count; i++)
		if (!add(out,
			 (struct record_back){done.items[i].reference, done.items[i].family, done.items[i].ended_on},
			 mem, f))
			return false;
	return true;
}

/* A back-up of a form before disposals has none: then nothing of it was let go. */
static bool is_back(struct store *copy, const struct record_back *one, struct arena *mem)
{
	struct disposal d;
	bool is_there;

	if (!record_is_there(copy, one->family, &is_there, NULL))
		return true; /* better told once too often */
	if (!is_there)
		return false;
	return !disposal_by_reference(copy, one->disposal, mem, &d, NULL) || d.state != DISPOSAL_DONE ||
	       strcmp(d.family, one->family) != 0;
}

void returned_keep(struct store *copy, struct arena *mem, struct record_back_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (is_back(copy, &list->items[i], mem))
			list->items[kept++] = list->items[i];
	list->count = kept;
}
