/* Moves between authorities: what was done about one, and how they are listed. */
#include "casework/transfers.h"

#include "deadline_keeping.h"
#include "domain/plan_list.h"
#include "people_keeping.h"
#include "person_check.h"
#include "plan_ends_inside.h"
#include "plan_stop.h"
#include "store/conference_store.h"
#include "store/family_store.h"
#include "store/person_store.h"
#include "store/plan_store.h"
#include "store/transfer_store.h"
#include "telling.h"
#include "transfer_homes.h"
#include "transfer_keeping.h"
#include "words_tidy.h"

enum { MOST_SHOWN = 500 };

/* --- What both looks and acts read --- */

static bool reach(struct casework *cw, int64_t id, struct arena *mem, struct transfer *out,
		  struct transfer_child_list *children, struct fault *f)
{
	bool may = false;

	if (!transfer_by_id(cw->store, id, mem, out, f) || !work_may_see_family(cw, out->family_id, &may, f))
		return false;
	if (!may)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This move is not in the case file any more. Open the list of moves again.");
	return transfer_children(cw->store, id, mem, children, f);
}

/* --- What was done --- */

struct acting {
	struct casework *cw;
	struct arena *mem;
	struct transfer_act act;
	struct transfer t;
	struct transfer_child_list children;
};

static bool check_act(struct acting *a, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (!words_tidy(&a->act.words, "words", true, a->mem, f) ||
	    !reach(a->cw, a->act.transfer_id, a->mem, &a->t, &a->children, f))
		return false;
	if (a->t.version != a->act.version)
		return fault_set(
			f, FAULT_CONFLICT,
			"Another person changed %s since you opened it. Look at it again, then make your change.",
			a->t.reference);
	if (!transfer_step_check(&a->t, a->act.step, a->act.words, f))
		return false;
	if (a->act.on == DAY_NONE)
		a->act.on = casework_today(a->cw);
	if (a->act.on > casework_today(a->cw))
		return fault_field(f, "on", "%s is still to come: enter today or an earlier day.",
				   date_medium(a->act.on, day));
	if (a->act.on < a->t.notified_on && a->act.step != TRANSFER_STEP_MOVED)
		return fault_field(f, "on", "The notice is of %s: check the day.", date_medium(a->t.notified_on, day));
	return a->act.step != TRANSFER_STEP_PAPERS || a->act.papers ||
	       fault_field(f, "papers", "Choose which papers went.");
}

/* They live where they were to move, or where they went for a time: the letters follow. */
static bool take_home(struct acting *a, struct fault *f)
{
	struct transfer *t = &a->t;

	if (a->act.step != TRANSFER_STEP_MOVED && a->act.step != TRANSFER_STEP_STAYS)
		return true;
	if ((a->act.address && !words_tidy(&a->act.address, "address", true, a->mem, f)) ||
	    (a->act.kept_from && !keep_from_tidy(&a->act.kept_from, "kept_from", a->mem, f)))
		return false;
	t->address = a->act.address ? a->act.address : t->address;
	t->kept_from = a->act.kept_from ? a->act.kept_from : t->kept_from;
	if (a->act.step == TRANSFER_STEP_MOVED && !*t->address)
		return fault_field(f, "address", "Enter where they live now.");
	if (a->act.step == TRANSFER_STEP_MOVED || t->moved_on == DAY_NONE)
		t->moved_on = a->act.on;
	return transfer_moves_home(a->cw, t, a->children.items, a->children.count, a->mem, f);
}

/* Theirs, which we only kept a note of. */
static bool end_their_plans(struct acting *a, struct fault *f)
{
	for (size_t i = 0; i < a->children.count; i++) {
		struct plan_list plans;

		if (!plans_of_person(a->cw->store, a->children.items[i], a->mem, &plans, f))
			return false;
		if (plans.count && plans.items[0].ended_on == DAY_NONE && plans.items[0].is_other_authority &&
		    plans.items[0].started_on < a->act.on &&
		    !plan_stop(a->cw, &plans.items[0], a->act.on, PLAN_END_MOVED, f))
			return false;
	}
	return true;
}

/* Their conference was held: our plans end on that day. */
static bool end_our_plans(struct acting *a, struct fault *f)
{
	struct plan_ends ends = {.ending = plan_ending_blank(), .names = ""};
	char day[DATE_TEXT_ROOM];

	ends.ending.family_id = a->t.family_id;
	ends.ending.transfer_id = a->t.id;
	ends.ending.reason = PLAN_END_MOVED;
	ends.ending.on = a->act.on;
	ends.ending.authority = a->t.authority;
	ends.ending.words = arena_printf(a->mem, "%s: conference of %s on %s", a->t.reference, a->t.authority,
					 date_medium(a->act.on, day));
	for (size_t i = 0; i < a->children.count; i++) {
		const struct plan *ours;
		struct plan_list plans;
		struct plan *one;

		if (!plans_of_person(a->cw->store, a->children.items[i], a->mem, &plans, f))
			return false;
		ours = plan_of_ours(&plans, a->children.items[i]);
		if (!ours)
			continue; /* 18 meanwhile, for example */
		one = ARENA_PUSH(a->mem, &ends.plans);
		if (!one)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to end these plans.");
		*one = *ours;
	}
	return ends.plans.count == 0 ||
	       (plan_ends_of(a->cw, &ends, a->mem, f) && plan_ends_check(a->cw, &ends, a->mem, f) &&
		plan_ends_keep(a->cw, &ends, a->mem, f) && plan_ends_apply(a->cw, &ends, a->mem, f));
}

static const char *paper_words(unsigned papers, struct arena *mem)
{
	return transfer_papers_missing(TRANSFER_PAPERS_ALL & ~papers, mem);
}

/* Their conference is followed until it was held, or nobody waits for it any more. */
static bool follow_clock(struct acting *a, struct fault *f)
{
	switch (a->act.step) {
	case TRANSFER_STEP_STAYS:
		return transfer_clock(a->cw, &a->t, a->children.items, a->children.count, a->act.on, f);
	case TRANSFER_STEP_HELD: return deadline_met(a->cw, RULE_TRANSFER_OUT, SUBJECT_TRANSFER, a->t.id, a->act.on, f);
	case TRANSFER_STEP_STOP:
		return deadlines_withdraw_all(a->cw, SUBJECT_TRANSFER, a->t.id, "the move was stopped", f);
	default: return true;
	}
}

static bool follow(struct acting *a, struct fault *f)
{
	const char *words = a->act.words;

	switch (a->act.step) {
	case TRANSFER_STEP_PAPERS:
		a->t.papers |= a->act.papers;
		words = arena_printf(a->mem, "%s%s%s", paper_words(a->act.papers, a->mem), *words ? ". " : "", words);
		break;
	case TRANSFER_STEP_ACCEPT: a->t.accepted_on = a->act.on; break;
	case TRANSFER_STEP_STAYS: a->t.stay = TRANSFER_STAY_FOR_GOOD; break;
	case TRANSFER_STEP_HELD:
		a->t.state = TRANSFER_HELD;
		a->t.held_on = a->act.on;
		break;
	case TRANSFER_STEP_STOP: a->t.state = TRANSFER_STOPPED; break;
	default: break;
	}
	if (!take_home(a, f) || !transfer_save(a->cw->store, &a->t, f) ||
	    !transfer_tell(a->cw, &a->t, a->act.step, a->act.on, words, f) || !follow_clock(a, f))
		return false;
	if (a->act.step == TRANSFER_STEP_HELD)
		return end_our_plans(a, f);
	return a->act.step != TRANSFER_STEP_STOP || a->t.direction == TRANSFER_OUT || end_their_plans(a, f);
}

bool casework_transfer_act(struct casework *cw, const struct transfer_act *act, struct fault *f)
{
	struct arena mem = {0};
	struct acting a = {.cw = cw, .mem = &mem, .act = *act};
	bool ok;

	if (!work_begin(cw, ACTION_END_PLANS, f))
		return false;
	ok = check_act(&a, f) && follow(&a, f);
	ok = ok ? work_end(cw, f, "transfer.step", SUBJECT_FAMILY, a.t.family_id, a.t.family_id, "%s, %s: %s",
			   a.t.reference, a.t.authority, transfer_step_label(act->step))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Lists --- */

static bool fill_line(struct casework *cw, const struct transfer *t, const struct transfer_child_list *children,
		      struct arena *mem, struct transfer_line *out, struct person_list *people, struct fault *f)
{
	struct family family;
	struct conference c = {.reference = ""};
	char name[NAME_ROOM];

	if (!family_by_id(cw->store, t->family_id, mem, &family, f) ||
	    (t->conference_id && !conference_by_id(cw->store, t->conference_id, mem, &c, f)))
		return false;
	*out = (struct transfer_line){.transfer = *t,
				      .family = *family.name ? family.name : family.reference,
				      .children = "",
				      .conference = c.reference,
				      .whose = transfer_whose(t, mem),
				      .home = transfer_home_words(t, casework_today(cw), mem),
				      .missing = transfer_papers_missing(t->papers, mem)};
	out->is_home_missing = *out->home && transfer_has_moved(t, casework_today(cw));
	for (size_t i = 0; i < children->count; i++) {
		struct person *one = ARENA_PUSH(mem, people);

		if (!one)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list these moves.");
		if (!person_by_id(cw->store, children->items[i], mem, one, f))
			return false;
		out->children = arena_printf(mem, "%s%s%s", out->children, i ? ", " : "", person_full_name(one, name));
	}
	return true;
}

static bool add_line(struct casework *cw, const struct transfer *t, struct arena *mem, struct transfer_line_list *out,
		     struct fault *f)
{
	struct transfer_child_list children;
	struct person_list people = {0};
	struct transfer_line *line = ARENA_PUSH(mem, out);

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list these moves.");
	return transfer_children(cw->store, t->id, mem, &children, f) &&
	       fill_line(cw, t, &children, mem, line, &people, f);
}

bool casework_transfers(struct casework *cw, int64_t family, bool only_open, struct arena *mem,
			struct transfer_line_list *out, struct fault *f)
{
	struct transfer_list all;

	*out = (struct transfer_line_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!transfers_of(cw->store, cw->user_id, family, only_open, MOST_SHOWN, mem, &all, f))
		return look_undo(cw);
	for (size_t i = 0; i < all.count; i++)
		if (!add_line(cw, &all.items[i], mem, out, f))
			return look_undo(cw);
	return look_end(cw, f, "transfers.look", SUBJECT_NONE, 0, family, "%zu moves", out->count);
}

static bool tell_all(struct casework *cw, struct transfer_page *page, struct arena *mem, struct fault *f)
{
	struct transfer_note_list notes;

	if (!transfer_notes_of(cw->store, page->line.transfer.id, mem, &notes, f))
		return false;
	for (size_t i = 0; i < notes.count; i++) {
		const struct transfer_note *n = &notes.items[i];

		if (!told_add(cw, &page->told, n->day, transfer_step_label(n->step), n->words, n->by_user, mem, f))
			return false;
	}
	return true;
}

bool casework_transfer(struct casework *cw, int64_t id, struct arena *mem, struct transfer_page *out, struct fault *f)
{
	struct transfer_child_list children;
	struct transfer t;

	*out = (struct transfer_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!reach(cw, id, mem, &t, &children, f) || !fill_line(cw, &t, &children, mem, &out->line, &out->people, f) ||
	    !tell_all(cw, out, mem, f))
		return look_undo(cw);
	out->is_short = transfer_is_short(&t, casework_today(cw));
	return look_end(cw, f, "transfer.look", SUBJECT_FAMILY, t.family_id, t.family_id, "%s", t.reference);
}
