/* Notices that wait while the case file goes on: one that would be written otherwise now does not leave. */
#include "notice_hold.h"

#include "notice_inside.h"

#include <string.h>

/* Somebody of the readers, as they are now. */
static bool find_reader(const struct notice_case *c, const char *key, struct invitee *out, bool *found, struct fault *f)
{
	struct invitee_list readers = {0};

	*found = false;
	if (!notice_kind_of(c->notice)->readers(c, &readers, f))
		return false;
	for (size_t i = 0; !*found && i < readers.count; i++)
		if (strcmp(notice_reader_key(&readers.items[i], c->mem), key) == 0) {
			*out = readers.items[i];
			*found = true;
		}
	return true;
}

/* The row of a letter with what it is about, for the sender; *is_one false: no notice, or of a kind no more known. */
static bool read_row(struct casework *cw, int64_t letter, struct arena *mem, struct notice_row *row,
		     struct notice_case *c, bool *is_one, struct fault *f)
{
	enum notice notice;

	if (!notice_of_letter(cw->store, letter, mem, row, is_one, f))
		return false;
	*is_one = *is_one && notice_from_token(row->kind, &notice);
	return !*is_one || notice_read(cw, notice, row->subject_id, false, mem, c, f);
}

static bool look_at(const struct notice_case *c, const struct notice_row *row, const char **why, struct fault *f)
{
	struct fault refused = {0};
	struct letter_facts facts;
	struct invitee reader;
	const char *digest;
	bool found;

	if (!notice_kind_of(c->notice)->ready(c, &refused)) {
		if (refused.code != FAULT_REFUSED) {
			if (f)
				*f = refused;
			return false;
		}
		*why = arena_printf(c->mem, DELIVERY_HELD_SAYS "%s", refused.message);
		return true;
	}
	if (!find_reader(c, row->reader, &reader, &found, f))
		return false;
	if (!found) {
		*why = DELIVERY_HELD_SAYS "its reader is none of those it is for any more.";
		return true;
	}
	if (!notice_facts(c, &reader, &facts, &digest, f))
		return false;
	if (strcmp(digest, row->facts) != 0)
		*why = DELIVERY_HELD_SAYS "what it says has changed since it was written. Write to them again.";
	return true;
}

bool notice_hold_of(struct casework *cw, int64_t letter, struct arena *mem, const char **why, struct fault *f)
{
	struct notice_case c;
	struct notice_row row;
	bool is_one;

	*why = "";
	return read_row(cw, letter, mem, &row, &c, &is_one, f) && (!is_one || look_at(&c, &row, why, f));
}

bool notice_drop(struct casework *cw, int64_t letter, struct arena *mem, bool *is_one, struct fault *f)
{
	struct notice_case c;
	struct notice_row row;
	struct invitee reader = {0};
	bool found;

	if (!read_row(cw, letter, mem, &row, &c, is_one, f))
		return false;
	if (!*is_one || !notice_kind_of(c.notice)->undo)
		return true;
	return find_reader(&c, row.reader, &reader, &found, f) &&
	       (!found || notice_kind_of(c.notice)->undo(&c, &reader, f));
}

bool notice_went_to(struct casework *cw, int64_t letter, struct arena *mem, struct invitee *out, bool *is_one,
		    struct fault *f)
{
	struct notice_case c;
	struct notice_row row;

	return read_row(cw, letter, mem, &row, &c, is_one, f) &&
	       (!*is_one || find_reader(&c, row.reader, out, is_one, f));
}
