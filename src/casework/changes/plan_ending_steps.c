/* An ending that is decided: told to the agencies, answered by them, decided; and how endings are listed. */
#include "plan_ends_inside.h"

#include "people_keeping.h"
#include "store/family_store.h"
#include "store/plan_ending_store.h"
#include "telling.h"
#include "words_tidy.h"

enum { MOST_SHOWN = 500 };

/* --- One step --- */

struct stepping {
	struct casework *cw;
	struct arena *mem;
	struct plan_ends ends;
	struct plan_ending_act act;
	const struct plan_ending_move *move;
};

static bool reach(struct casework *cw, int64_t id, struct arena *mem, struct plan_ends *out, struct fault *f)
{
	bool may = false;

	*out = (struct plan_ends){.names = ""};
	if (!plan_ending_by_id(cw->store, id, mem, &out->ending, f) ||
	    !work_may_see_family(cw, out->ending.family_id, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This ending is not in the case file any more. Open the list of endings again.");
	return plan_ending_plans(cw->store, id, mem, &out->plans, f) && plan_ends_of(cw, out, mem, f);
}

static bool check_days(struct stepping *x, struct fault *f)
{
	const struct plan_ending *e = &x->ends.ending;
	day_number today = casework_today(x->cw);
	char day[DATE_TEXT_ROOM];

	if (x->act.on == DAY_NONE)
		x->act.on = today;
	if (x->act.on > today)
		return fault_field(f, "on", "%s is still to come: enter today or an earlier day.",
				   date_medium(x->act.on, day));
	if (x->act.step != PLAN_ENDING_STEP_END && x->act.on < e->asked_on)
		return fault_field(f, "on", "That is before it was asked for, on %s: check the day.",
				   date_medium(e->asked_on, day));
	if (x->act.step != PLAN_ENDING_STEP_TELL)
		return true;
	if (x->act.object_by == DAY_NONE)
		return fault_field(f, "object_by", "Enter the day until which the agencies may object.");
	return x->act.object_by >= x->act.on ||
	       fault_field(f, "object_by", "That is before they are told: enter a later day.");
}

static bool check_step(struct stepping *x, struct fault *f)
{
	const struct plan_ending_act *act = &x->act;

	if (!words_tidy(&x->act.words, "words", true, x->mem, f) ||
	    !words_tidy(&x->act.agency, "agency", false, x->mem, f) ||
	    !reach(x->cw, act->ending_id, x->mem, &x->ends, f))
		return false;
	if (x->ends.ending.version != act->version)
		return fault_set(
			f, FAULT_CONFLICT,
			"Another person changed %s since you opened it. Look at it again, then make your change.",
			x->ends.ending.reference);
	if (!plan_ending_step_check(&x->ends.ending, act->step, act->words, casework_today(x->cw), &x->move, f) ||
	    !check_days(x, f))
		return false;
	return (act->step != PLAN_ENDING_STEP_AGREE && act->step != PLAN_ENDING_STEP_OBJECT) || act->agency[0] ||
	       fault_field(f, "agency", "Enter which agency, and who there.");
}

static bool follow(struct stepping *x, struct fault *f)
{
	struct plan_ending *e = &x->ends.ending;

	e->state = x->move->to;
	if (x->act.step == PLAN_ENDING_STEP_TELL) {
		e->told_on = x->act.on;
		e->object_by = x->act.object_by;
	}
	e->objections += x->act.step == PLAN_ENDING_STEP_OBJECT;
	if (e->state == PLAN_ENDING_ENDED || e->state == PLAN_ENDING_REFUSED) {
		e->decided_on = casework_today(x->cw);
		e->decided_by = casework_user_name(x->cw);
		e->decision_words = x->act.words;
	}
	if (x->act.step == PLAN_ENDING_STEP_END) {
		e->on = x->act.on;
		if (!plan_ends_check(x->cw, &x->ends, x->mem, f))
			return false;
	}
	return plan_ending_save(x->cw->store, e, f) &&
	       plan_ending_tell(x->cw, e, x->act.step, x->act.on, x->act.agency, x->act.words, f) &&
	       (x->act.step != PLAN_ENDING_STEP_END || plan_ends_apply(x->cw, &x->ends, x->mem, f));
}

bool casework_plan_ending_act(struct casework *cw, const struct plan_ending_act *act, struct fault *f)
{
	struct arena mem = {0};
	struct stepping x = {.cw = cw, .mem = &mem, .act = *act};
	bool decides = act->step == PLAN_ENDING_STEP_END || act->step == PLAN_ENDING_STEP_REFUSE;
	bool ok;

	if (!work_begin(cw, decides ? ACTION_DECIDE_ENDINGS : ACTION_END_PLANS, f))
		return false;
	ok = check_step(&x, f) && follow(&x, f);
	ok = ok ? work_end(cw, f, "plan.ending", SUBJECT_FAMILY, x.ends.ending.family_id, x.ends.ending.family_id,
			   "%s, %s: %s%s%s", x.ends.ending.reference, x.ends.names, plan_ending_step_label(act->step),
			   *x.act.agency ? ", " : "", x.act.agency)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Lists --- */

static const char *stands(const struct plan_ending *e, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	switch (e->state) {
	case PLAN_ENDING_ASKED: return "agencies are to be told";
	case PLAN_ENDING_TOLD:
		return arena_printf(mem, "may object until %s%s", date_short(e->object_by, day),
				    e->objections == 0   ? ""
				    : e->objections == 1 ? "; 1 objects"
							 : arena_printf(mem, "; %d object", e->objections));
	case PLAN_ENDING_ENDED: return arena_printf(mem, "ended on %s", date_medium(e->on, day));
	default: return plan_ending_state_label(e->state);
	}
}

static bool fill_line(struct casework *cw, struct plan_ends *ends, struct arena *mem, struct plan_ending_line *out,
		      struct fault *f)
{
	struct family family;

	if (!family_by_id(cw->store, ends->ending.family_id, mem, &family, f))
		return false;
	*out = (struct plan_ending_line){.ending = ends->ending,
					 .family = *family.name ? family.name : family.reference,
					 .children = ends->names,
					 .stands = stands(&ends->ending, mem)};
	return true;
}

static bool add_line(struct casework *cw, const struct plan_ending *ending, struct arena *mem,
		     struct plan_ending_line_list *out, struct fault *f)
{
	struct plan_ends ends = {.ending = *ending};
	struct plan_ending_line *line = ARENA_PUSH(mem, out);

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list these endings.");
	return plan_ending_plans(cw->store, ending->id, mem, &ends.plans, f) && plan_ends_of(cw, &ends, mem, f) &&
	       fill_line(cw, &ends, mem, line, f);
}

bool casework_plan_endings(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			   struct plan_ending_line_list *out, struct fault *f)
{
	struct plan_ending_list all;

	*out = (struct plan_ending_line_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!plan_endings_of(cw->store, cw->user_id, family, only_open, MOST_SHOWN, mem, &all, f))
		return look_undo(cw);
	for (size_t i = 0; i < all.count; i++)
		if (!add_line(cw, &all.items[i], mem, out, f))
			return look_undo(cw);
	return look_end(cw, f, "plan_endings.look", SUBJECT_NONE, 0, family, "%zu endings", out->count);
}

static bool tell_all(struct casework *cw, struct plan_ending_page *page, struct arena *mem, struct fault *f)
{
	struct plan_ending_note_list notes;

	if (!plan_ending_notes_of(cw->store, page->line.ending.id, mem, &notes, f))
		return false;
	for (size_t i = 0; i < notes.count; i++) {
		const struct plan_ending_note *n = &notes.items[i];
		const char *step = plan_ending_step_label(n->step),
			   *what = *n->agency ? arena_printf(mem, "%s: %s", step, n->agency) : step;

		if (!told_add(cw, &page->told, n->day, what, n->words, n->by_user, mem, f))
			return false;
	}
	return true;
}

bool casework_plan_ending(struct casework *cw, int64_t id, struct arena *mem, struct plan_ending_page *out,
			  struct fault *f)
{
	struct plan_ends ends;

	*out = (struct plan_ending_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!reach(cw, id, mem, &ends, f) || !fill_line(cw, &ends, mem, &out->line, f) || !tell_all(cw, out, mem, f))
		return look_undo(cw);
	out->plans = ends.plans;
	return look_end(cw, f, "plan_ending.look", SUBJECT_FAMILY, ends.ending.family_id, ends.ending.family_id, "%s",
			ends.ending.reference);
}
