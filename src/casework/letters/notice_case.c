/* A notice: what it is about, as this worker may see it, and which letters of it are still to be written. */
#include "letter_queue.h"
#include "letter_reader.h"
#include "mailing_inside.h"
#include "notice_inside.h"
#include "own_conference.h"

#include "london.h"

#include <string.h>

/* A right that ends at one's own conferences ends before what belongs to none. */
static bool check_right(struct notice_case *c, struct fault *f)
{
	enum action action = notice_action(c->notice);
	bool may = false;

	if (!work_may_see_family(c->cw, c->family_id, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND,
				 "What this letter is about is not in the case file any more. Find it again.");
	if (c->conference.id)
		return conference_reach_for(c->cw, action, c->conference.id, c->mem, &c->conference, f);
	return conference_right_for_all(c->cw, action, f);
}

bool notice_read(struct casework *cw, enum notice notice, int64_t id, bool check, struct arena *mem,
		 struct notice_case *out, struct fault *f)
{
	*out = (struct notice_case){.cw = cw, .notice = notice, .id = id, .reference = "", .when = "", .mem = mem};
	if (!notice_kind_of(notice)->read(out, f) || (check && !check_right(out, f)))
		return false;
	out->conference.family_id = out->family_id;
	return true;
}

/* --- Who is still to be written to --- */

static int count_to(const struct notice_row_list *rows, const char *key)
{
	int count = 0;

	for (size_t i = 0; i < rows->count; i++)
		count += strcmp(rows->items[i].reader, key) == 0;
	return count;
}

static const struct notice_row *newest_to(const struct notice_row_list *rows, const char *key)
{
	for (size_t i = 0; i < rows->count; i++)
		if (strcmp(rows->items[i].reader, key) == 0)
			return &rows->items[i];
	return NULL;
}

/* *is_due: never written to, in vain, or of something that has changed since. */
static bool look_back(const struct notice_case *c, const struct notice_row_list *rows, struct notice_letter *letter,
		      bool *is_due, struct fault *f)
{
	const char *key = notice_reader_key(&letter->reader, c->mem);
	const struct notice_row *before = newest_to(rows, key);
	struct letter_facts facts;
	char day[DATE_TEXT_ROOM];
	const char *digest;

	letter->withdraws = "";
	letter->earlier = count_to(rows, key);
	*is_due = !before || before->state == DELIVERY_WITHDRAWN;
	if (*is_due || notice_repeat_of(c->notice) == NOTICE_ONCE)
		return true;
	if (!notice_facts(c, &letter->reader, &facts, &digest, f))
		return false;
	*is_due = strcmp(digest, before->facts) != 0;
	letter->replaces_id = before->letter_id;
	letter->withdraws = arena_printf(c->mem, "what was written %s",
					 date_short(london_day(before->written_at), day));
	return true;
}

static bool find_problem(const struct notice_case *c, struct notice_letter *letter, struct fault *f)
{
	const struct invitee *reader = &letter->reader;
	char words[DATE_TEXT_ROOM];
	day_number back = DAY_NONE;

	letter->problem = mailing_way_problem(reader, letter->address, c->mem);
	if (*letter->problem || reader->method != METHOD_EMAIL || !*reader->email)
		return true;
	if (!mail_came_back_on(c->cw->store, letter->address, c->mem, &back, f))
		return false;
	if (back != DAY_NONE)
		letter->problem = arena_printf(c->mem, "e-mail came back %s", date_short(back, words));
	return true;
}

static bool add_letter(const struct notice_case *c, const struct notice_row_list *rows, const struct invitee *reader,
		       struct notice_letter_list *out, struct fault *f)
{
	struct notice_letter one = {.reader = *reader}, *letter;
	bool is_due;

	if (!look_back(c, rows, &one, &is_due, f))
		return false;
	if (!is_due)
		return true;
	if (!letter_reader_address(c->cw, reader, reader->method, c->mem, &one.address, f) || !find_problem(c, &one, f))
		return false;
	letter = ARENA_PUSH(c->mem, out);
	if (!letter)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	*letter = one;
	return true;
}

bool notice_letters(const struct notice_case *c, struct notice_letter_list *out, struct fault *f)
{
	struct invitee_list readers = {0};
	struct notice_row_list rows;

	*out = (struct notice_letter_list){0};
	if (!notice_kind_of(c->notice)->ready(c, f) || !notice_kind_of(c->notice)->readers(c, &readers, f) ||
	    !notices_of_subject(c->cw->store, notice_token(c->notice), c->id, c->mem, &rows, f))
		return false;
	for (size_t i = 0; i < readers.count; i++)
		if (!add_letter(c, &rows, &readers.items[i], out, f))
			return false;
	return true;
}
