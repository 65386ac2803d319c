/* The diary: every conference of a span of days, by day and time. */
#include "chair_filter.h"

#include "booking_facts.h"
#include "casework/worklist.h"
#include "store/worklist_store.h"

static const char *note_words(const struct diary_row *row, struct arena *mem)
{
	const char *words = "";

	if (*row->interpreter)
		words = arena_printf(mem, "interpreter: %s", row->interpreter);
	if (*row->signing)
		words = arena_printf(mem, "%s%ssigning: %s", words, *words ? ", " : "", row->signing);
	if (row->sitting_count > 1)
		words = arena_printf(mem, "%s%s%d sittings", words, *words ? ", " : "", row->sitting_count);
	return words;
}

/* Of a restricted family only that the slot is taken may be seen. */
static void fill(const struct diary_row *row, struct arena *mem, struct diary_item *out)
{
	*out = (struct diary_item){
		.id = row->is_hidden ? 0 : row->id,
		.family_id = row->is_hidden ? 0 : row->family_id,
		.reference = row->is_hidden ? "" : row->reference,
		.family_words = row->is_hidden ? "Restricted"
					       : family_words(row->family_name, row->family_reference,
							      (size_t)row->child_count, mem),
		.type = row->type,
		.state = row->state,
		.day = row->day,
		.starts = row->starts,
		.minutes = row->minutes,
		.chair = row->chair,
		.room = row->room_name,
		.minute_taker = row->minute_taker,
		.place = row->is_hidden ? "" : row->place,
		.chair_id = row->chair_id,
		.room_id = row->room_id,
		.minute_taker_id = row->minute_taker_id,
		.note = row->is_hidden ? "" : note_words(row, mem),
	};
}

static bool read_diary(struct casework *cw, day_number from, day_number to, const char *chair, struct arena *mem,
		       struct diary_list *out, struct fault *f)
{
	struct diary_row_list rows;
	const char *chairs;

	if (!chair_filter(cw, chair, mem, &chairs, f) || !diary_rows(cw->store, cw->user_id, from, to, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct diary_item *item;

		if (!chair_is_in(chairs, rows.items[i].chair_id))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to show the diary.");
		fill(&rows.items[i], mem, item);
	}
	return true;
}

bool casework_diary(struct casework *cw, day_number from, day_number to, const char *chair, struct arena *mem,
		    struct diary_list *out, struct fault *f)
{
	char first[DATE_TEXT_ROOM], last[DATE_TEXT_ROOM];

	*out = (struct diary_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_diary(cw, from, to, chair, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "diary.look", SUBJECT_NONE, 0, 0, "%s to %s%s%s: %zu found", date_to_iso(from, first),
			date_to_iso(to, last), chair && *chair ? ", chair " : "", chair ? chair : "", out->count);
}
