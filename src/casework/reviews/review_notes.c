/* The sentences that pages say of a review to come. */
#include "review_notes.h"

#include "base/series.h"
#include "store/review_store.h"

#include <string.h>

struct review_noting {
	struct casework *cw;
	int64_t conference; /* 0: whichever it is */
	struct review_standing_list standings;
	struct review_early_list earlies;
	struct arena *mem;
	struct review_note_list *out;
	struct fault *f;
};

static bool note(struct review_noting *n, enum review_note_kind kind, const char *text)
{
	struct review_note *one = ARENA_PUSH(n->mem, n->out);

	if (!one)
		return fault_set(n->f, FAULT_MEMORY, "There is not enough memory to show this page.");
	*one = (struct review_note){kind, text};
	return true;
}

static bool is_meant(const struct review_noting *n, const struct review_standing *one)
{
	return !n->conference || one->conference_id == n->conference;
}

static const char *name_of(const struct review_standing *one)
{
	if (*one->given_names)
		return one->given_names;
	return one->born_on == DAY_NONE ? "The unborn baby" : "A child without a first name";
}

/* --- Earlier --- */

/* Why, as it was said of this plan for that day. */
static const char *why_of(const struct review_noting *n, const struct review_standing *one)
{
	for (size_t i = 0; i < n->earlies.count; i++)
		if (n->earlies.items[i].plan_id == one->plan_id && n->earlies.items[i].review_by == one->brought_to &&
		    n->earlies.items[i].trigger == one->trigger)
			return n->earlies.items[i].why;
	return "";
}

static bool is_alike(const struct review_noting *n, const struct review_standing *a, const struct review_standing *b)
{
	return is_meant(n, a) && is_meant(n, b) && a->brought_to == b->brought_to && a->trigger == b->trigger &&
	       strcmp(why_of(n, a), why_of(n, b)) == 0;
}

static bool was_said(const struct review_noting *n, size_t place)
{
	for (size_t i = 0; i < place; i++)
		if (is_alike(n, &n->standings.items[i], &n->standings.items[place]))
			return true;
	return false;
}

/* Brothers and sisters whose review is earlier for one thing stand in one sentence. */
static bool note_earlier(struct review_noting *n, size_t place)
{
	const struct review_standing *one = &n->standings.items[place];
	struct series names = {0};
	char day[DATE_TEXT_ROOM];

	if (one->brought_to == DAY_NONE || was_said(n, place))
		return true;
	for (size_t i = place; i < n->standings.count; i++)
		if (is_alike(n, one, &n->standings.items[i]))
			series_add(&names, name_of(&n->standings.items[i]), n->mem);
	return note(n, REVIEW_NOTE_EARLY,
		    arena_printf(n->mem, "%s: the review is wanted earlier, by %s: %s. %s",
				 series_words(&names, n->mem), date_medium(one->brought_to, day),
				 early_trigger_label(one->trigger), why_of(n, one)));
}

/* --- Looked after besides --- */

static bool note_looked_after(struct review_noting *n, const struct review_standing *one)
{
	struct looked_after row;
	char since[DATE_TEXT_ROOM], review[DATE_TEXT_ROOM];

	if (one->looked_after_since == DAY_NONE)
		return true;
	if (!looked_after_of(n->cw->store, one->person_id, n->mem, &row, n->f))
		return false;
	return note(n, REVIEW_NOTE_LOOKED_AFTER,
		    arena_printf(n->mem, "%s is looked after too, since %s: %s; %s%s.", name_of(one),
				 date_medium(row.since, since),
				 row.status == LEGAL_STATUS_NOT_SAID ? "under what is not said"
								     : legal_status_label(row.status),
				 row.next_review_on == DAY_NONE ? "no looked-after review is known"
								: "looked-after review on ",
				 row.next_review_on == DAY_NONE ? "" : date_medium(row.next_review_on, review)));
}

/* --- One meeting --- */

static bool note_combined(struct review_noting *n, size_t place)
{
	const struct review_standing *one = &n->standings.items[place];
	bool is_past = one->held_on == DAY_NONE || one->combined_on != one->held_on || one->starts < 0 ||
		       one->combined < one->starts + one->minutes;
	char clock[8];

	if (one->combined < 0)
		return true;
	for (size_t i = 0; i < place; i++)
		if (n->standings.items[i].conference_id == one->conference_id)
			return true;
	date_clock(one->combined, clock);
	return note(n, REVIEW_NOTE_COMBINED,
		    is_past ? arena_printf(n->mem,
					   "The looked-after review was to follow %s at %s: the conference has moved "
					   "since, so no letter says it. Say on the list of reviews when it follows.",
					   one->conference_reference, clock)
			    : arena_printf(n->mem, "The looked-after review follows %s at %s in the same room.",
					   one->conference_reference, clock));
}

/* --- All --- */

bool review_notes_of(struct casework *cw, int64_t family, int64_t conference, struct arena *mem,
		     struct review_note_list *out, struct fault *f)
{
	struct review_noting n = {.cw = cw, .conference = conference, .mem = mem, .out = out, .f = f};
	day_number whenever = date_from_iso("2200-12-31");

	*out = (struct review_note_list){0};
	if (!review_standings(cw->store, family, cw->user_id, whenever, mem, &n.standings, f) ||
	    !review_earlies_of_family(cw->store, family, mem, &n.earlies, f))
		return false;
	for (size_t i = 0; i < n.standings.count; i++)
		if (is_meant(&n, &n.standings.items[i]) &&
		    (!note_earlier(&n, i) || !note_looked_after(&n, &n.standings.items[i]) || !note_combined(&n, i)))
			return false;
	return true;
}

bool review_note_lines(struct casework *cw, int64_t family, int64_t conference, struct arena *mem, const char **out,
		       struct fault *f)
{
	struct review_note_list all;

	*out = "";
	if (!review_notes_of(cw, family, conference, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		*out = arena_joined(mem, *out, "\n", all.items[i].text);
	return true;
}
