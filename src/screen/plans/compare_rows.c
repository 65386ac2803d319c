/* The rows of two versions of a plan, beside one another or one under the other; what changed is marked. */
#include "compare_rows.h"

#include "base/text.h"

struct making {
	const struct plan_comparison *both;
	struct compare_rows *out;
	struct arena *mem;
	int cells;
	bool is_wide, shows_all;
};

static bool push(struct making *m, struct compare_row row)
{
	struct compare_row *one = ARENA_PUSH(m->mem, m->out);

	if (!one)
		return false;
	row.identity = (int64_t)m->out->count;
	*one = row;
	return true;
}

static const char *next_line(struct making *m, const char **at)
{
	size_t shown, n = text_wrap(*at, m->cells, &shown);
	const char *line = n ? arena_text_n(m->mem, *at, shown) : "";

	*at += n;
	return line;
}

/* Both go down the page together. */
static bool push_beside(struct making *m, struct compare_row row)
{
	const char *before = row.whole_before, *now = row.whole_now;

	do {
		row.before = next_line(m, &before);
		row.now = next_line(m, &now);
		if (!push(m, row))
			return false;
		row.mark = row.label = "";
	} while (*before || *now);
	return true;
}

static bool push_lines(struct making *m, struct compare_row row, const char *label, const char *text)
{
	row.now = "";
	row.label = label;
	do {
		row.before = next_line(m, &text);
		if (!push(m, row))
			return false;
		row.mark = row.label = "";
	} while (*text);
	return true;
}

/* "What must change · changed", then what it was and what it is. */
static bool push_under(struct making *m, struct compare_row row)
{
	struct compare_row head = row;
	bool has_before = *row.whole_before != '\0', has_now = *row.whole_now != '\0';

	head.is_heading = true;
	head.mark = arena_printf(m->mem, "%s %s · %s", plan_change_mark(row.change), row.about,
				 plan_change_label(row.change));
	head.label = head.before = head.now = "";
	if (!push(m, head))
		return false;
	row.mark = plan_change_mark(row.change);
	if (row.change == PLAN_CHANGE_SAME)
		return push_lines(m, row, "as it was", row.whole_now);
	return (!has_before || push_lines(m, row, "it was", row.whole_before)) &&
	       (!has_now || push_lines(m, row, "it is", row.whole_now));
}

static bool push_part(struct making *m, const char *about, enum plan_change change, const char *before, const char *now)
{
	struct compare_row row = {.mark = plan_change_mark(change),
				  .label = about,
				  .change = change,
				  .whole_before = before,
				  .whole_now = now,
				  .about = about};

	if (!*before && !*now)
		return true;
	if (change == PLAN_CHANGE_SAME) {
		m->out->same++;
		if (!m->shows_all)
			return true;
	}
	return m->is_wide ? push_beside(m, row) : push_under(m, row);
}

static bool push_group(struct making *m, const char *words)
{
	return push(m, (struct compare_row){.is_heading = true,
					    .mark = words,
					    .label = "",
					    .before = "",
					    .now = "",
					    .about = "",
					    .whole_before = "",
					    .whole_now = ""});
}

static const char *deed_words(const struct plan_action *a, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	const char *words;

	if (!a)
		return "";
	words = arena_printf(mem, "%s · %s", a->what, a->who);
	if (a->by_on != DAY_NONE)
		words = arena_printf(mem, "%s · by %s", words, date_medium(a->by_on, day));
	return arena_printf(mem, "%s · %s", words, plan_action_state_label(a->state));
}

/* One that was done, or is not needed any more, was not carried over: that is no taking out. */
static const char *left_words(const struct plan_action *before)
{
	return before->state == PLAN_ACTION_DONE      ? "(done: it needed no carrying over)"
	       : before->state == PLAN_ACTION_DROPPED ? "(no longer needed)"
						      : "";
}

static bool is_matched(const struct plan_side *now, const struct plan_side *before, const struct plan_action *one)
{
	for (size_t i = 0; i < now->actions.count; i++)
		if (plan_action_match(&before->actions, &now->actions.items[i]) == one)
			return true;
	return false;
}

static bool push_actions(struct making *m)
{
	const struct plan_side *before = &m->both->before, *now = &m->both->now;

	for (size_t i = 0; i < now->actions.count; i++) {
		const struct plan_action *a = &now->actions.items[i];
		const struct plan_action *was = plan_action_match(&before->actions, a);

		if (!push_part(m, "Action", plan_action_change(was, a), deed_words(was, m->mem), deed_words(a, m->mem)))
			return false;
	}
	for (size_t i = 0; i < before->actions.count; i++) {
		const struct plan_action *was = &before->actions.items[i];

		if (!is_matched(now, before, was) &&
		    !push_part(m, "Action", PLAN_CHANGE_TAKEN_OUT, deed_words(was, m->mem), left_words(was)))
			return false;
	}
	return true;
}

static const char *helper_words(const struct plan_network *one, struct arena *mem)
{
	if (!one)
		return "";
	return arena_printf(mem, "%s%s%s%s%s", one->name, *one->relation ? ", " : "", one->relation,
			    *one->does ? ": " : "", one->does);
}

static bool push_network(struct making *m)
{
	const struct plan_side *before = &m->both->before, *now = &m->both->now;

	for (size_t i = 0; i < now->network.count; i++) {
		const struct plan_network *one = &now->network.items[i];
		const struct plan_network *was = plan_network_match(&before->network, one);

		if (!push_part(m, "Safety network", plan_network_change(was, one), helper_words(was, m->mem),
			       helper_words(one, m->mem)))
			return false;
	}
	for (size_t i = 0; i < before->network.count; i++) {
		const struct plan_network *was = &before->network.items[i];

		if (!plan_network_match(&now->network, was) &&
		    !push_part(m, "Safety network", PLAN_CHANGE_TAKEN_OUT, helper_words(was, m->mem), ""))
			return false;
	}
	return true;
}

static bool push_all(struct making *m)
{
	const struct plan_comparison *both = m->both;

	for (int i = 0; i < PLAN_TEXT_COUNT; i++) {
		enum plan_text text = (enum plan_text)i;
		const char *before = plan_text_of(&both->before.plan, text), *now = plan_text_of(&both->now.plan, text);

		if (!push_part(m, plan_text_label(text), plan_text_change(before, now), before, now))
			return false;
	}
	return push_actions(m) && push_network(m);
}

static bool push_left_out(struct making *m)
{
	const struct compare_rows *rows = m->out;

	if (!rows->count && !push_group(m, "Nothing changed between these two versions."))
		return false;
	if (!rows->same || m->shows_all)
		return true;
	return push_group(m, arena_printf(m->mem, "%zu part%s as %s: v shows %s too.", rows->same,
					  rows->same == 1 ? " is" : "s are", rows->same == 1 ? "it was" : "they were",
					  rows->same == 1 ? "it" : "them"));
}

bool compare_rows_make(struct compare_rows *out, const struct plan_comparison *both, int cells, bool is_wide,
		       bool shows_all, struct arena *mem)
{
	struct making m = {
		.both = both, .out = out, .mem = mem, .cells = cells, .is_wide = is_wide, .shows_all = shows_all};

	*out = (struct compare_rows){0};
	return push_all(&m) && push_left_out(&m) && !arena_exhausted(mem);
}
