/* The chair's day: conferences by day and time, each with what is missing and the quorum as it looks. */
#include "booking_facts.h"
#include "casework/brief.h"
#include "chair_filter.h"
#include "complaint_keeping.h"
#include "invitee_words.h"
#include "outlook.h"
#include "store/booking_store.h"
#include "store/conference_store.h"
#include "store/worklist_store.h"

#include <string.h>

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the day.");
}

/* The chairs a day is about, as chair_filter gives them, and how they are called. */
struct whose {
	const char *ids, *words;
};

/* One account may stand for two rows, a former one and the present. */
static bool whose_own(struct casework *cw, const struct resource_list *all, struct arena *mem, struct whose *out)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct resource *one = &all->items[i];

		if (one->kind != RESOURCE_CHAIR || !*one->login || strcmp(one->login, cw->login) != 0)
			continue;
		out->ids = arena_printf(mem, "%s%lld,", *out->ids ? out->ids : ",", (long long)one->id);
		out->words = one->name;
	}
	return *out->ids;
}

static void name_them(const struct resource_list *all, const char *said, struct arena *mem, struct whose *out)
{
	const char *name = NULL;

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].kind == RESOURCE_CHAIR && chair_is_in(out->ids, all->items[i].id)) {
			out->words = name ? arena_printf(mem, "chairs called \"%s\"", said) : all->items[i].name;
			name = all->items[i].name;
		}
}

static bool find_whose(struct casework *cw, const char *chair, struct arena *mem, struct whose *out, struct fault *f)
{
	struct resource_list all;

	*out = (struct whose){"", "all chairs"};
	if (!resources_in_use(cw->store, mem, &all, f))
		return false;
	if (!chair) {
		whose_own(cw, &all, mem, out);
		return true;
	}
	if (!chair_filter(cw, chair, mem, &out->ids, f))
		return false;
	if (*out->ids)
		name_them(&all, chair, mem, out);
	return true;
}

static const char *time_words(const struct diary_row *row, struct arena *mem)
{
	char from[8], to[8];

	if (row->starts < 0)
		return "time not known";
	date_clock(row->starts, from);
	return row->minutes < 0 ? arena_text(mem, from)
				: arena_printf(mem, "%s-%s", from, date_clock(row->starts + row->minutes, to));
}

static void fill_slot(const struct diary_row *row, struct arena *mem, struct my_day_item *out)
{
	*out = (struct my_day_item){.when = time_words(row, mem),
				    .family_words = "Restricted",
				    .reference = "",
				    .type = "",
				    .place = row->room_name,
				    .chair = row->chair,
				    .missing = "",
				    .reports = "",
				    .quorum = "",
				    .state = row->state,
				    .day = row->day,
				    .starts = row->starts};
}

static bool is_ahead(enum conference_state state)
{
	return conference_state_is_to_be_held(state);
}

static bool fill_known(struct casework *cw, const struct diary_row *row, struct arena *mem, struct my_day_item *out,
		       struct fault *f)
{
	struct conference conference;
	struct outlook outlook;

	out->conference_id = row->id;
	out->family_words = family_words(row->family_name, row->family_reference, (size_t)row->child_count, mem);
	out->reference = row->reference;
	out->type = conference_type_brief(row->type);
	out->place = *row->room_name ? row->room_name : row->place;
	if (row->state == STATE_CHALLENGED)
		return complaint_stands(cw, row->id, mem, &out->missing, f);
	if (!is_ahead(row->state))
		return true;
	if (!conference_by_id(cw->store, row->id, mem, &conference, f) ||
	    !outlook_read(cw, &conference, mem, &outlook, f))
		return false;
	out->missing = outlook_missing(&outlook, mem);
	out->reports = outlook_reports(&outlook, mem);
	out->quorum = outlook_quorum(&outlook, mem);
	return true;
}

static bool read_day(struct casework *cw, const char *chair, day_number from, int days, struct arena *mem,
		     struct my_day_list *out, struct fault *f)
{
	struct diary_row_list rows;
	struct whose whose;

	if (!find_whose(cw, chair, mem, &whose, f) ||
	    !diary_rows(cw->store, cw->user_id, from, from + days - 1, mem, &rows, f))
		return false;
	out->whose = whose.words;
	for (size_t i = 0; i < rows.count; i++) {
		struct my_day_item *item;

		if (!chair_is_in(whose.ids, rows.items[i].chair_id))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return too_much(f);
		fill_slot(&rows.items[i], mem, item);
		if (!rows.items[i].is_hidden && !fill_known(cw, &rows.items[i], mem, item, f))
			return false;
	}
	return !arena_exhausted(mem) || too_much(f);
}

bool casework_my_day(struct casework *cw, const char *chair, day_number from, int days, struct arena *mem,
		     struct my_day_list *out, struct fault *f)
{
	char first[DATE_TEXT_ROOM];

	*out = (struct my_day_list){.whose = ""};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_day(cw, chair, from, days < 1 ? 1 : days, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "my_day.look", SUBJECT_NONE, 0, 0, "%s, %d days from %s: %zu found", out->whose, days,
			date_to_iso(from, first), out->count);
}
