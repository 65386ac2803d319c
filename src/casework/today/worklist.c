/* Today's list: what is open, late first, in two or three indexed queries. */
#include "casework/worklist.h"

#include "base/text.h"
#include "chair_filter.h"
#include "due_actions.h"
#include "due_group.h"
#include "due_missing.h"
#include "store/booking_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool chair_filter(struct casework *cw, const char *said, struct arena *mem, const char **ids, struct fault *f)
{
	struct resource_list all;
	const char *folded;

	*ids = "";
	if (!said || !*said)
		return true;
	folded = text_fold(mem, said);
	if (!resources_in_use(cw->store, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct resource *one = &all.items[i];

		if (one->kind == RESOURCE_CHAIR &&
		    (strcmp(one->login, said) == 0 || (*folded && strstr(text_fold(mem, one->name), folded))))
			*ids = arena_printf(mem, "%s%lld,", **ids ? *ids : ",", (long long)one->id);
	}
	return **ids || fault_set(f, FAULT_NOT_FOUND,
				  "No chair here is called \"%s\". Type part of the name, or the login.", said);
}

bool chair_is_in(const char *ids, int64_t chair)
{
	char wanted[32];

	snprintf(wanted, sizeof wanted, ",%lld,", (long long)chair);
	return !*ids || strstr(ids, wanted);
}

static day_number last_day(void)
{
	return date_number((struct civil_date){DATE_LAST_YEAR, 12, 31});
}

static void count_all(const struct due_group_list *groups, day_number today, struct due_list *out)
{
	for (size_t i = 0; i < groups->count; i++) {
		const struct due_item *item = &groups->items[i].item;

		out->by_lane[item->lane]++;
		out->late += due_act_by(item->due, item->limit) < today;
	}
}

/* What is counted from the rows themselves: a plan's actions are in no table of deadlines. */
static void count_actions(const struct due_group_list *groups, day_number today, struct due_list *out)
{
	for (size_t i = 0; i < groups->count; i++) {
		const struct due_item *item = &groups->items[i].item;

		if (item->rule != RULE_PLAN_ACTION)
			continue;
		out->by_lane[item->lane]++;
		out->late += item->due < today;
	}
}

static bool count_by_query(struct casework *cw, const struct work_view *view, const struct due_group_list *groups,
			   struct arena *mem, struct due_list *out, struct fault *f)
{
	struct work_count_list counts;

	if (!work_counts(cw->store, view, mem, &counts, f))
		return false;
	for (size_t i = 0; i < counts.count; i++) {
		out->by_lane[rule_lane(counts.items[i].rule)] += (size_t)counts.items[i].open;
		out->late += (size_t)counts.items[i].late;
	}
	count_actions(groups, view->today, out);
	return true;
}

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is due.");
}

static const char *copied(const char *text, struct arena *mem)
{
	return text && *text ? arena_text(mem, text) : "";
}

/* A screen shows it for as long as it is open; the rows it was made of are a multiple of it. */
static struct due_item copy_of(const struct due_item *item, struct arena *mem)
{
	struct due_item copy = *item;
	const char **const texts[] = {&copy.ids,   &copy.reference, &copy.family, &copy.family_words, &copy.children,
				      &copy.owner, &copy.missing,   &copy.later,  &copy.chair};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = copied(*texts[i], mem);
	return copy;
}

static bool is_kept(const struct due_item *item, int lane, day_number until)
{
	return due_act_by(item->due, item->limit) <= until && (lane < 0 || (int)item->lane == lane);
}

static bool keep(const struct due_group_list *groups, int lane, day_number until, struct arena *mem,
		 struct due_list *out, struct fault *f)
{
	size_t all = 0;

	for (int i = 0; i < LANE_COUNT; i++)
		if (lane < 0 || lane == i)
			all += out->by_lane[i];
	for (size_t i = 0; i < groups->count; i++)
		out->room += is_kept(&groups->items[i].item, lane, until);
	out->items = out->room ? arena_alloc(mem, out->room * sizeof *out->items) : NULL;
	if (out->room && !out->items)
		return too_much(f);
	for (size_t i = 0; i < groups->count; i++)
		if (is_kept(&groups->items[i].item, lane, until))
			out->items[out->count++] = copy_of(&groups->items[i].item, mem);
	out->later = all > out->count ? all - out->count : 0;
	return !arena_exhausted(mem) || too_much(f);
}

static day_number last_day_of(const struct casework *cw, const struct due_filter *filter)
{
	day_number today = casework_today(cw);

	if (filter->within_days)
		return date_add_days(today, filter->within_days);
	if (filter->within_wd < 0)
		return last_day();
	return working_day_add(today, filter->within_wd, casework_calendar(cw), COUNT_LOCAL);
}

static bool is_everything(const struct due_filter *filter)
{
	return filter->within_wd < 0 && !filter->within_days;
}

/* As it was asked for, for the log. */
static void within_words(const struct due_filter *filter, char *out, size_t room)
{
	int n = filter->within_days ? filter->within_days : filter->within_wd;

	if (is_everything(filter))
		snprintf(out, room, "all");
	else
		snprintf(out, room, "within %d %s%s", n, filter->within_days ? "day" : "working day",
			 n == 1 ? "" : "s");
}

/* `work` holds what it is made of. */
static bool read_due(struct casework *cw, const struct due_filter *filter, struct arena *work, struct arena *mem,
		     struct due_list *out, struct fault *f)
{
	const struct working_calendar *calendar = casework_calendar(cw);
	day_number today = casework_today(cw);
	day_number until = last_day_of(cw, filter);
	struct work_view view = {
		.user_id = cw->user_id, .family_id = filter->family_id, .until = last_day(), .today = today};
	struct work_row_list rows;
	struct work_child_list children;
	struct due_group_list groups;
	bool narrowed;

	if (!chair_filter(cw, filter->chair, work, &view.chairs, f))
		return false;
	narrowed = filter->family_id || *view.chairs;
	if (!narrowed && !is_everything(filter))
		view.until = until;
	if (!work_rows(cw->store, &view, work, &rows, f) || !work_children(cw->store, &view, work, &children, f) ||
	    !due_groups(&rows, &children, today, calendar, work, &groups, f) || !due_missing(cw, &groups, work, f) ||
	    (filter->folds_readers && !due_fold_readers(&groups, work, f)) ||
	    !due_actions(cw, filter->family_id, *view.chairs, work, &groups, f))
		return false;
	if (narrowed || is_everything(filter) || filter->counts_listed)
		count_all(&groups, today, out);
	else if (!count_by_query(cw, &view, &groups, work, out, f))
		return false;
	return arena_exhausted(work) ? too_much(f) : keep(&groups, filter->lane, until, mem, out, f);
}

bool casework_due(struct casework *cw, const struct due_filter *filter, struct arena *mem, struct due_list *out,
		  struct fault *f)
{
	struct arena work = {0};
	char within[40];
	bool ok;

	*out = (struct due_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_due(cw, filter, &work, mem, out, f);
	arena_finish(&work);
	if (!ok)
		return look_undo(cw);
	within_words(filter, within, sizeof within);
	return look_end(cw, f, "due.look", SUBJECT_NONE, 0, filter->family_id, "%s, lane %s%s%s: %zu found", within,
			filter->lane < 0 ? "all" : lane_token((enum lane)filter->lane),
			filter->chair && *filter->chair ? ", chair " : "", filter->chair ? filter->chair : "",
			out->count);
}
