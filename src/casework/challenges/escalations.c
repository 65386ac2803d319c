/* The register of escalations, with dissents nobody took further, and one escalation with what was done about it. */
#include "escalation_keeping.h"

#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/escalation_store.h"
#include "store/family_store.h"
#include "telling.h"

#include <stdlib.h>

enum { MOST_SHOWN = 500, DISSENT_DAYS = 90 };

static bool read_clock(struct casework *cw, struct escalation_line *line, struct arena *mem, struct fault *f)
{
	struct deadline_row row;

	line->answer_by = DAY_NONE;
	if (line->escalation.state != ESCALATION_OPEN)
		return true;
	if (!deadline_open_one(cw->store, escalation_rule(line->escalation.stage), SUBJECT_ESCALATION,
			       line->escalation.id, mem, &row, f))
		return false;
	if (row.id)
		line->answer_by = row.due_on;
	return true;
}

static void say_next(struct escalation_line *line, struct arena *mem)
{
	const struct escalation *e = &line->escalation;
	char day[DATE_TEXT_ROOM];

	if (e->state != ESCALATION_OPEN)
		line->next = arena_printf(mem, "%s %s", escalation_state_label(e->state), date_short(e->ended_on, day));
	else if (e->answered_on != DAY_NONE)
		line->next = arena_printf(mem, "answered %s: settle or go on", date_short(e->answered_on, day));
	else if (line->answer_by != DAY_NONE)
		line->next = arena_printf(mem, "%s answers by %s", e->with, date_short(line->answer_by, day));
	else
		line->next = arena_printf(mem, "%s answers", e->with);
}

static bool fill(struct casework *cw, struct escalation_line *line, struct arena *mem, struct fault *f)
{
	const struct escalation *e = &line->escalation;
	struct conference of;
	struct family family;

	if (!conference_by_id(cw->store, e->conference_id, mem, &of, f) ||
	    !family_by_id(cw->store, e->family_id, mem, &family, f) || !read_clock(cw, line, mem, f))
		return false;
	line->conference = of.reference;
	line->held_on = of.held_on;
	line->family = *family.name ? family.name : family.reference;
	line->stage = escalation_stage_words(e->stage, mem);
	line->is_late = line->answer_by != DAY_NONE && line->answer_by < casework_today(cw);
	say_next(line, mem);
	return true;
}

static bool add(struct casework *cw, const struct escalation *e, struct arena *mem, struct escalation_line_list *out,
		struct escalation_line **line, struct fault *f)
{
	*line = ARENA_PUSH(mem, out);
	if (!*line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list the escalations.");
	**line = (struct escalation_line){.escalation = *e};
	return fill(cw, *line, mem, f);
}

static bool add_dissents(struct casework *cw, int64_t family, struct arena *mem, struct escalation_line_list *out,
			 struct fault *f)
{
	struct dissent_list all;

	if (!dissents_alone(cw->store, cw->user_id, casework_today(cw) - DISSENT_DAYS, MOST_SHOWN, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct dissent *d = &all.items[i];
		struct escalation e = escalation_blank();
		struct escalation_line *line;

		if (family && d->family_id != family)
			continue;
		e.conference_id = d->conference_id;
		e.family_id = d->family_id;
		e.dissent_id = d->invitee_id;
		e.cause = ESCALATION_CAUSE_DISSENT;
		e.about = *d->agency ? arena_printf(mem, "%s, %s", d->who, d->agency) : d->who;
		e.words = d->words;
		if (!add(cw, &e, mem, out, &line, f))
			return false;
		line->stage = "";
		line->next = "dissent: nobody took it further";
	}
	return true;
}

/* What is open comes first, and of that what is owed soonest; dissents alone after it; then what is over. */
static int rank(const struct escalation_line *line)
{
	return !line->escalation.id ? 1 : line->escalation.state == ESCALATION_OPEN ? 0 : 2;
}

static int compare(const void *left, const void *right)
{
	const struct escalation_line *a = left, *b = right;
	int64_t by_a = a->answer_by == DAY_NONE ? INT64_MAX : a->answer_by;
	int64_t by_b = b->answer_by == DAY_NONE ? INT64_MAX : b->answer_by;

	if (rank(a) != rank(b))
		return rank(a) - rank(b);
	if (rank(a) == 0 && by_a != by_b)
		return by_a < by_b ? -1 : 1;
	if (rank(a) == 1)
		return (b->held_on > a->held_on) - (b->held_on < a->held_on);
	return (a->escalation.id > b->escalation.id) - (a->escalation.id < b->escalation.id);
}

static bool gather(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
		   struct escalation_line_list *out, struct fault *f)
{
	struct escalation_list all;
	struct escalation_line *line;

	if (!escalations_kept(cw->store, cw->user_id, family, only_open, MOST_SHOWN, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (!add(cw, &all.items[i], mem, out, &line, f))
			return false;
	return add_dissents(cw, family, mem, out, f);
}

bool casework_escalations(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			  struct escalation_line_list *out, struct fault *f)
{
	*out = (struct escalation_line_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!gather(cw, family, only_open, mem, out, f))
		return look_undo(cw);
	if (out->count > 1)
		qsort(out->items, out->count, sizeof *out->items, compare);
	return look_end(cw, f, "escalations.look", SUBJECT_NONE, 0, family, "%zu escalations", out->count);
}

static bool tell(struct casework *cw, struct escalation_page *page, struct arena *mem, struct fault *f)
{
	struct escalation_note_list notes;

	if (!escalation_notes_of(cw->store, page->line.escalation.id, mem, &notes, f))
		return false;
	for (size_t i = 0; i < notes.count; i++) {
		const struct escalation_note *note = &notes.items[i];
		const char *what = arena_printf(mem, "%s, %s %s", escalation_step_label(note->step),
						escalation_stage_label(note->stage), note->with);

		if (!told_add(cw, &page->told, note->day, what, note->words, note->by_user, mem, f))
			return false;
	}
	return true;
}

bool casework_escalation(struct casework *cw, int64_t id, struct arena *mem, struct escalation_page *out,
			 struct fault *f)
{
	struct conference of;
	struct escalation *e = &out->line.escalation;

	*out = (struct escalation_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!escalation_reach(cw, ACTION_SEE_CASES, id, mem, e, &of, f) || !fill(cw, &out->line, mem, f) ||
	    !tell(cw, out, mem, f))
		return look_undo(cw);
	return look_end(cw, f, "escalation.look", SUBJECT_ESCALATION, id, e->family_id, "%s", e->reference);
}
