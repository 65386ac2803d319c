/* The register of complaints, and one complaint with what was done about it. */
#include "complaint_keeping.h"

#include "conference_reach.h"
#include "store/complaint_store.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "telling.h"

#include <stdlib.h>

enum { MOST_SHOWN = 500 };

/* What is owed: the nearest of the clocks, in words. */
static void say_next(struct complaint_line *line, struct arena *mem)
{
	const struct complaint *c = &line->complaint;
	const struct {
		day_number by;
		const char *what;
	} owed[] = {{line->acknowledge_by, "acknowledge"},
		    {line->speak_by, "chair speaks to them"},
		    {line->answer_by, "answer"}};
	char day[DATE_TEXT_ROOM];

	line->next_by = DAY_NONE;
	line->next = "";
	if (c->state == COMPLAINT_SETTLED)
		line->next = arena_printf(mem, "settled %s: %s", date_short(c->outcome_on, day),
					  complaint_outcome_label(c->outcome));
	else if (c->state != COMPLAINT_OPEN)
		line->next = complaint_state_label(c->state);
	else if (complaint_ground_about(c->ground) == COMPLAINT_ABOUT_AGENCY)
		line->next = arena_printf(mem, "pass to %s", c->agency);
	for (size_t i = 0; i < sizeof owed / sizeof *owed; i++) {
		if (owed[i].by == DAY_NONE || (line->next_by != DAY_NONE && owed[i].by >= line->next_by))
			continue;
		line->next_by = owed[i].by;
		line->next = arena_printf(mem, "%s by %s", owed[i].what, date_short(owed[i].by, day));
	}
	if (c->state == COMPLAINT_OPEN && !*line->next)
		line->next = "answer";
}

static bool read_clocks(struct casework *cw, struct complaint_line *line, struct arena *mem, struct fault *f)
{
	struct deadline_row_list rows;

	line->acknowledge_by = line->speak_by = line->answer_by = DAY_NONE;
	if (!deadlines_of_subject(cw->store, SUBJECT_COMPLAINT, line->complaint.id, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct deadline_row *row = &rows.items[i];

		if (row->state != STANDING_OPEN)
			continue;
		if (row->rule == RULE_COMPLAINT_ACKNOWLEDGE)
			line->acknowledge_by = row->due_on;
		if (row->rule == RULE_COMPLAINT_CHAIR_CONTACT)
			line->speak_by = row->due_on;
		if (row->rule == RULE_COMPLAINT_ANSWER)
			line->answer_by = row->due_on;
	}
	return true;
}

static bool fill(struct casework *cw, struct complaint_line *line, struct arena *mem, struct fault *f)
{
	const struct complaint *c = &line->complaint;
	int stages = casework_policy(cw)->complaint_stages;
	struct conference of, second;
	struct family family;

	if (!conference_by_id(cw->store, c->conference_id, mem, &of, f) ||
	    !family_by_id(cw->store, c->family_id, mem, &family, f) || !read_clocks(cw, line, mem, f))
		return false;
	line->conference = of.reference;
	line->held_on = of.held_on;
	line->chair = of.chair;
	line->family = *family.name ? family.name : family.reference;
	line->stage = arena_printf(mem, "stage %d of %d, %s", c->stage, stages,
				   complaint_stage_label(c->stage, stages));
	line->second = "";
	if (c->second_id) {
		if (!conference_by_id(cw->store, c->second_id, mem, &second, f))
			return false;
		line->second = second.reference;
	}
	say_next(line, mem);
	line->is_late = line->next_by != DAY_NONE && line->next_by < casework_today(cw);
	return true;
}

static int compare(const void *left, const void *right)
{
	const struct complaint_line *a = left, *b = right;
	bool a_open = a->complaint.state == COMPLAINT_OPEN, b_open = b->complaint.state == COMPLAINT_OPEN;
	int64_t by_a = a->next_by == DAY_NONE ? INT64_MAX : a->next_by;
	int64_t by_b = b->next_by == DAY_NONE ? INT64_MAX : b->next_by;

	if (a_open != b_open)
		return a_open ? -1 : 1;
	if (a_open && by_a != by_b)
		return by_a < by_b ? -1 : 1;
	if (a->complaint.received_on != b->complaint.received_on)
		return (a->complaint.received_on < b->complaint.received_on) == a_open ? -1 : 1;
	return (a->complaint.id > b->complaint.id) - (a->complaint.id < b->complaint.id);
}

static bool gather(struct casework *cw, const struct complaint_list *all, struct arena *mem,
		   struct complaint_line_list *out, struct fault *f)
{
	for (size_t i = 0; i < all->count; i++) {
		struct complaint_line *line = ARENA_PUSH(mem, out);

		if (!line)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list the complaints.");
		*line = (struct complaint_line){.complaint = all->items[i]};
		if (!fill(cw, line, mem, f))
			return false;
	}
	return true;
}

bool casework_complaints(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			 struct complaint_line_list *out, struct fault *f)
{
	struct complaint_list all;

	*out = (struct complaint_line_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!complaints_registered(cw->store, cw->user_id, family, only_open, MOST_SHOWN, mem, &all, f) ||
	    !gather(cw, &all, mem, out, f))
		return look_undo(cw);
	if (out->count > 1)
		qsort(out->items, out->count, sizeof *out->items, compare);
	return look_end(cw, f, "complaints.look", SUBJECT_NONE, 0, family, "%zu complaints", out->count);
}

bool casework_conference_stands(struct casework *cw, int64_t conference, struct arena *mem, const char **out,
				struct fault *f)
{
	struct conference found;
	bool ok;

	*out = "";
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = conference_reach(cw, conference, mem, &found, f) && complaint_stands(cw, conference, mem, out, f);
	look_undo(cw);
	return ok;
}

static bool tell(struct casework *cw, struct complaint_page *page, struct arena *mem, struct fault *f)
{
	struct complaint_note_list notes;

	if (!complaint_notes_of(cw->store, page->line.complaint.id, mem, &notes, f))
		return false;
	for (size_t i = 0; i < notes.count; i++) {
		const struct complaint_note *note = &notes.items[i];
		const char *what = complaint_step_label(note->step);

		if (!told_add(cw, &page->told, note->day, what, note->words, note->by_user, mem, f))
			return false;
	}
	return true;
}

bool casework_complaint(struct casework *cw, int64_t id, struct arena *mem, struct complaint_page *out, struct fault *f)
{
	struct conference of;
	struct complaint *c = &out->line.complaint;

	*out = (struct complaint_page){.stages = casework_policy(cw)->complaint_stages};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!complaint_reach(cw, ACTION_SEE_CASES, id, mem, c, &of, f) || !fill(cw, &out->line, mem, f) ||
	    !tell(cw, out, mem, f))
		return look_undo(cw);
	out->about = arena_printf(mem, "%s: %s", complaint_about_label(complaint_ground_about(c->ground)),
				  complaint_ground_label(c->ground));
	return look_end(cw, f, "complaint.look", SUBJECT_COMPLAINT, id, c->family_id, "%s", c->reference);
}
