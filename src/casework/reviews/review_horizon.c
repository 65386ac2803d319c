/* Every review of the weeks to come against its limit: one line for the children who are reviewed together. */
#include "booking_facts.h"
#include "casework/reviews.h"
#include "kept_plans.h"
#include "review_request.h"
#include "store/review_store.h"
#include "work.h"

#include <stdlib.h>
#include <string.h>

enum { SOON_WD = 10, HORIZON_DAYS = REVIEW_HORIZON_WEEKS * 7 };

/* --- Words and days --- */

static day_number last_day(const struct review_standing *one)
{
	return deadline_last_day(one->due_on, one->limit_on);
}

/* Late by the working days gone since; at a weekend that is over it is late though none has. */
static const char *booked_words(const struct review_standing *one, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];

	if (!one->conference_id)
		return "not asked for";
	if (one->held_on == DAY_NONE)
		return one->state == STATE_POSTPONED ? "postponed" : "no slot";
	return arena_printf(mem, "%s%s%s", date_short(one->held_on, day), one->starts < 0 ? "" : " ",
			    one->starts < 0 ? "" : date_clock(one->starts, clock));
}

static day_number ask_by(struct casework *cw, const struct review_standing *one)
{
	day_number day = one->held_on != DAY_NONE ? one->held_on : last_day(one);

	return deadline_compute(casework_policy(cw), casework_calendar(cw), RULE_REVIEW_UPDATE, day).due;
}

static enum update_state update_state(struct casework *cw, const struct review_standing *one)
{
	day_number today = casework_today(cw), by = ask_by(cw, one);

	if (one->answered_on != DAY_NONE)
		return UPDATE_ANSWERED;
	if (one->asked_on != DAY_NONE)
		return working_day_between(one->asked_on, today, casework_calendar(cw), COUNT_LOCAL) >
				       REVIEW_UPDATE_WAITS_WD
			       ? UPDATE_UNANSWERED
			       : UPDATE_ASKED;
	if (by == DAY_NONE || deadline_state(by, today, casework_calendar(cw), SOON_WD) == DEADLINE_OK)
		return UPDATE_LATER;
	return by < today ? UPDATE_LATE : UPDATE_TO_ASK;
}

/* --- One line --- */

static const char *child_name(const struct review_standing *one, struct arena *mem)
{
	if (!*one->given_names)
		return one->born_on == DAY_NONE ? "unborn" : "no first name";
	return arena_text(mem, one->given_names);
}

static const char *names_of(const struct review_child *children, size_t count, struct arena *mem)
{
	const char *out = "";

	for (size_t i = 0; i < count; i++)
		out = arena_printf(mem, "%s%s%s", out, i ? ", " : "", children[i].name);
	return out;
}

static bool add_children(struct review_line *line, const struct review_standing *of, size_t count, struct arena *mem,
			 struct fault *f)
{
	struct review_child *children = arena_alloc(mem, count * sizeof *children);

	if (!children)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
	for (size_t i = 0; i < count; i++) {
		children[i] = (struct review_child){.plan_id = of[i].plan_id,
						    .person_id = of[i].person_id,
						    .name = child_name(&of[i], mem),
						    .looked_after_since = of[i].looked_after_since,
						    .looked_after_review = of[i].looked_after_review};
		line->looked_after += of[i].looked_after_since != DAY_NONE;
		if (of[i].looked_after_review != DAY_NONE &&
		    (line->looked_after_review == DAY_NONE || of[i].looked_after_review < line->looked_after_review))
			line->looked_after_review = of[i].looked_after_review;
		if (of[i].brought_to != DAY_NONE &&
		    (line->brought_to == DAY_NONE || of[i].brought_to < line->brought_to)) {
			line->brought_to = of[i].brought_to;
			line->trigger = of[i].trigger;
		}
	}
	line->children = children;
	line->count = count;
	line->names = names_of(children, count, mem);
	return true;
}

/* What is owed of the child whose limit is the nearest. */
static void take_limit(struct casework *cw, struct review_line *line, const struct review_standing *one)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	day_number today = casework_today(cw);

	line->rule = one->rule;
	line->trigger_on = one->trigger_on;
	line->due = one->due_on;
	line->limit = one->limit_on;
	line->last = last_day(one);
	line->working_days_left = line->last == DAY_NONE ? 0 : working_days_left(today, line->last, calendar);
	line->state = line->last == DAY_NONE ? DEADLINE_OK : deadline_state(line->last, today, calendar, SOON_WD);
	line->is_booked_late = one->held_on != DAY_NONE && line->last != DAY_NONE && one->held_on > line->last;
	line->ask_by = ask_by(cw, one);
}

static void take_slot(struct casework *cw, struct review_line *line, const struct review_standing *one,
		      struct arena *mem)
{
	line->conference_id = one->conference_id;
	line->conference_version = one->conference_version;
	line->conference_state = one->state;
	line->booked_on = one->held_on;
	line->starts = one->starts;
	line->ends = one->starts < 0 || one->minutes < 0 ? -1 : (one->starts + one->minutes) % (24 * 60);
	line->booked = booked_words(one, mem);
	line->place = one->place;
	line->chair = one->chair;
	line->last_chair = one->last_chair;
	line->is_same_chair = one->chair_id && one->chair_id == one->last_chair_id;
	line->is_last_chair_gone = one->last_chair_is_gone;
	line->social_worker = one->social_worker;
	line->combined = one->combined_on == one->held_on ? one->combined : -1;
	line->update_id = one->update_id;
	line->asked_on = one->asked_on;
	line->answered_on = one->answered_on;
	line->update = update_state(cw, one);
}

static bool make_line(struct casework *cw, const struct review_standing *of, size_t count, struct arena *mem,
		      struct review_line *line, struct fault *f)
{
	const struct review_standing *nearest = of;

	*line = (struct review_line){.family_id = of->family_id,
				     .reference = of->conference_id ? of->conference_reference : of->plan_reference,
				     .family = of->family_reference,
				     .family_words = family_words(of->name, of->family_reference, count, mem),
				     .brought_to = DAY_NONE,
				     .trigger = EARLY_TRIGGER_COUNT,
				     .looked_after_review = DAY_NONE};
	for (size_t i = 1; i < count; i++)
		if (last_day(&of[i]) != DAY_NONE &&
		    (last_day(nearest) == DAY_NONE || last_day(&of[i]) < last_day(nearest)))
			nearest = &of[i];
	take_slot(cw, line, of, mem);
	take_limit(cw, line, nearest);
	return add_children(line, of, count, mem, f);
}

/* --- All of them --- */

/* Together: the same conference, or none yet and the same limit. */
static bool is_together(const struct review_standing *a, const struct review_standing *b)
{
	return a->family_id == b->family_id && a->conference_id == b->conference_id &&
	       (a->conference_id || last_day(a) == last_day(b));
}

static int by_meeting(const void *left, const void *right)
{
	const struct review_standing *a = left, *b = right;

	if (a->family_id != b->family_id)
		return a->family_id < b->family_id ? -1 : 1;
	if (a->conference_id != b->conference_id)
		return a->conference_id < b->conference_id ? -1 : 1;
	if (!a->conference_id && last_day(a) != last_day(b))
		return last_day(a) < last_day(b) ? -1 : 1;
	return a < b ? -1 : a > b; /* as they came: the oldest child first */
}

static day_number day_of(const struct review_line *line)
{
	return line->booked_on != DAY_NONE ? line->booked_on : line->last;
}

/* Late first; what has no limit stands with it, because nobody knows how late it is. */
static int by_day(const void *left, const void *right)
{
	const struct review_line *a = left, *b = right;
	bool a_late = a->state == DEADLINE_LATE || a->last == DAY_NONE,
	     b_late = b->state == DEADLINE_LATE || b->last == DAY_NONE;
	day_number x = a_late ? a->last : day_of(a), y = b_late ? b->last : day_of(b);

	if (a_late != b_late)
		return a_late ? -1 : 1;
	if (x != y)
		return x < y ? -1 : 1;
	return strcmp(a->reference, b->reference);
}

/* Where a child of this review lives now, while their plan is ours. */
static const char *keeps_of(const struct kept_plan_list *kept, const struct review_line *line)
{
	const char *where = "";

	for (size_t i = 0; i < line->count && !*where; i++)
		where = kept_plan_in(kept, line->family_id, line->children[i].person_id);
	return where;
}

static bool group(struct casework *cw, struct review_standing_list *all, int64_t family, struct arena *mem,
		  struct review_horizon *out, struct fault *f)
{
	struct kept_plan_list kept;

	if (!kept_plans(cw, family, mem, &kept, f))
		return false;
	if (all->count)
		qsort(all->items, all->count, sizeof *all->items, by_meeting);
	for (size_t i = 0, next; i < all->count; i = next) {
		struct review_line *line = ARENA_PUSH(mem, out);

		for (next = i + 1; next < all->count && is_together(&all->items[i], &all->items[next]);)
			next++;
		if (!line)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
		if (!make_line(cw, &all->items[i], next - i, mem, line, f))
			return false;
		line->keeps = keeps_of(&kept, line);
		out->plans += line->count;
		out->late += line->state == DEADLINE_LATE;
		out->unbooked += line->booked_on == DAY_NONE;
		out->unasked += line->conference_id == 0;
	}
	if (out->count)
		qsort(out->items, out->count, sizeof *out->items, by_day);
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory for this list.");
}

static bool read_horizon(struct casework *cw, struct arena *mem, struct review_horizon *out, struct fault *f)
{
	struct review_standing_list all;

	*out = (struct review_horizon){.until = casework_today(cw) + HORIZON_DAYS};
	return review_standings(cw->store, 0, cw->user_id, out->until, mem, &all, f) && group(cw, &all, 0, mem, out, f);
}

bool casework_review_horizon(struct casework *cw, struct arena *mem, struct review_horizon *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_horizon(cw, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.reviews", SUBJECT_NONE, 0, 0, "%zu reviews, %zu late", out->count, out->late);
}

bool casework_review_horizon_again(struct casework *cw, struct arena *mem, struct review_horizon *out, struct fault *f)
{
	bool ok;

	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_horizon(cw, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}

/* --- One --- */

static bool is_of(const struct review_line *line, int64_t plan)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->children[i].plan_id == plan)
			return true;
	return false;
}

static bool keep_earlies(struct review_page *page, const struct review_early_list *all, struct arena *mem,
			 struct fault *f)
{
	for (size_t i = 0; i < all->count; i++) {
		struct review_early *one;

		if (!is_of(&page->line, all->items[i].plan_id))
			continue;
		one = ARENA_PUSH(mem, &page->earlies);
		if (!one)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory for this review.");
		*one = all->items[i];
	}
	return true;
}

static bool read_page(struct casework *cw, int64_t plan, struct arena *mem, struct review_page *out, struct fault *f)
{
	struct review_standing_list all;
	struct review_early_list earlies;
	struct review_horizon lines = {0};
	struct plan found;
	bool is_there = false;

	*out = (struct review_page){0};
	if (!review_plan_reach(cw, plan, mem, &found, f) ||
	    !review_standings(cw->store, found.family_id, cw->user_id, date_from_iso("2200-12-31"), mem, &all, f) ||
	    !group(cw, &all, found.family_id, mem, &lines, f))
		return false;
	for (size_t i = 0; i < lines.count; i++)
		if (is_of(&lines.items[i], plan)) {
			out->line = lines.items[i];
			is_there = true;
		}
	if (!is_there)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This review is not in the case file any more. Open the reviews again.");
	if (!review_earlies_of_family(cw->store, found.family_id, mem, &earlies, f) ||
	    !keep_earlies(out, &earlies, mem, f))
		return false;
	return !out->line.update_id || review_update_by_id(cw->store, out->line.update_id, mem, &out->update, f);
}

bool casework_review(struct casework *cw, int64_t plan, struct arena *mem, struct review_page *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, plan, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "look.review", SUBJECT_PLAN, plan, out->line.family_id, "%s", out->line.reference);
}
