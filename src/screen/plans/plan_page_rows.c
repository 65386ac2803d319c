/* The rows of a plan's page: its texts, who does what, who helps, how safe they were said to be, its versions. */
#include "base/text.h"
#include "plan_page.h"

#include <stdio.h>
#include <string.h>

struct making {
	const struct family_plan *plan;
	int64_t child;
	day_number today;
	const struct working_calendar *calendar;
	int cells; /* of the second column */
	struct arena *mem;
	struct plan_page_rows *out;
};

enum { LEAST_CELLS = 20, LABEL_LEAST = 21 };

static bool push(struct making *m, struct plan_page_row row)
{
	struct plan_page_row *one = ARENA_PUSH(m->mem, m->out);

	if (one)
		*one = row;
	return one != NULL;
}

static bool push_heading(struct making *m, const char *words)
{
	return push(m, (struct plan_page_row){.kind = PLAN_ROW_HEADING,
					      .label = words,
					      .words = "",
					      .identity = -1 - (int64_t)m->out->count});
}

/* The rows of one thing share what they are about; only the first is called by its name. */
static bool push_wrapped(struct making *m, struct plan_page_row row, const char *text)
{
	const int64_t identity = row.identity * 1000;
	int64_t part = 0;
	size_t shown;

	if (!*text)
		text = "-";
	for (size_t n; (n = text_wrap(text, m->cells, &shown)) > 0; text += n) {
		row.words = arena_text_n(m->mem, text, shown);
		row.identity = identity + part++;
		if (!push(m, row))
			return false;
		row.label = "";
	}
	return true;
}

/* --- Texts --- */

/* Of a version that was given out, what nothing was written of is left out. */
static bool push_text(struct making *m, enum plan_text text)
{
	const char *words = plan_text_of(&m->plan->plan, text);

	if (!*words && m->plan->plan.issued_on != DAY_NONE)
		return true;
	return push_wrapped(m,
			    (struct plan_page_row){.kind = PLAN_ROW_TEXT,
						   .label = plan_text_label(text),
						   .text = text,
						   .identity = 1 + (int64_t)text},
			    words);
}

/* Their heading too, where anything stands under it. */
static bool push_texts(struct making *m, const char *heading, const enum plan_text *texts, size_t count)
{
	size_t room = m->out->count;

	if (!push_heading(m, heading))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!push_text(m, texts[i]))
			return false;
	if (m->out->count == room + 1)
		m->out->count = room;
	return true;
}

/* --- Who does what --- */

static const char *child_called(const struct family_plan *plan, int64_t person)
{
	for (size_t i = 0; i < plan->children.count; i++)
		if (plan->children.items[i].person_id == person)
			return plan->children.items[i].name;
	return "";
}

static const char *deed_words(const struct making *m, const struct plan_action *a, bool is_late)
{
	const char *child = m->child ? "" : child_called(m->plan, a->person_id);
	const char *words = arena_printf(m->mem, "%s%s%s%s", is_late ? "! " : "", child, *child ? ": " : "", a->what);
	char day[DATE_TEXT_ROOM];

	if (a->by_on != DAY_NONE)
		words = arena_printf(m->mem, "%s · by %s", words, date_medium(a->by_on, day));
	if (is_late)
		words = arena_printf(m->mem, "%s, %d wd late", words,
				     working_day_between(a->by_on, m->today, m->calendar, COUNT_LOCAL));
	words = arena_printf(m->mem, "%s · %s", words, plan_action_state_label(a->state));
	if (*a->evidence)
		words = arena_printf(m->mem, "%s\nSeen: %s", words, a->evidence);
	return *a->difference ? arena_printf(m->mem, "%s\nChanged: %s", words, a->difference) : words;
}

static bool push_actions(struct making *m)
{
	const struct plan_action_list *all = &m->plan->actions;
	bool is_now = m->plan->is_open && m->plan->plan.id == m->plan->newest;

	if (!push_heading(m, all->count ? "Who does what, by when" : "Who does what: nothing yet. a adds an action."))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct plan_action *a = &all->items[i];
		bool is_late = is_now && plan_action_is_overdue(a, m->today);

		if (plan_action_is_for(a, m->child) &&
		    !push_wrapped(m,
				  (struct plan_page_row){.kind = PLAN_ROW_ACTION,
							 .label = a->who,
							 .role = is_late ? TUI_LATE : TUI_TEXT,
							 .action = a,
							 .identity = 100000 + a->id},
				  deed_words(m, a, is_late)))
			return false;
	}
	return true;
}

static bool push_network(struct making *m)
{
	const struct plan_network_list *all = &m->plan->network;

	if (!push_heading(m, all->count ? "Safety network" : "Safety network: nobody yet. h adds who helps, and how."))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct plan_network *one = &all->items[i];

		if (!push_wrapped(m,
				  (struct plan_page_row){.kind = PLAN_ROW_HELPER,
							 .label = one->name,
							 .helper = one,
							 .identity = 20000000 + one->id},
				  arena_printf(m->mem, "%s%s%s", one->relation,
					       *one->relation && *one->does ? ": " : "", one->does)))
			return false;
	}
	return true;
}

/* --- How safe --- */

static bool is_same(const struct plan_scale *a, const struct plan_scale *b)
{
	return a->person_id == b->person_id && a->day == b->day && strcmp(a->reference, b->reference) == 0;
}

/* "####······  4 chair · others 3 5 7"; where the chair gave none, the first of those who did stands there. */
static const char *scale_words(const struct making *m, size_t first)
{
	const struct plan_scale_list *all = &m->plan->scales;
	const struct plan_scale *one = &all->items[first];
	const char *others = "";
	char strip[PLAN_SCALE_ROOM];

	for (size_t i = first + 1; i < all->count && is_same(one, &all->items[i]); i++)
		others = arena_printf(m->mem, "%s %d", others, all->items[i].scale);
	return arena_printf(m->mem, "%s %2d %s%s%s%s%s", plan_scale_strip(one->scale, strip), one->scale, one->who,
			    *one->reference ? ""
			    : *one->why     ? ": "
					    : "",
			    *one->reference ? "" : one->why, *others ? " · others" : "", others);
}

static bool push_scales(struct making *m)
{
	const struct plan_scale_list *all = &m->plan->scales;
	char day[DATE_TEXT_ROOM];
	bool is_any = false;

	for (size_t k = 0; k < m->plan->children.count; k++)
		for (size_t i = 0; i < all->count; i++) {
			const struct plan_scale *one = &all->items[i];

			if (one->person_id != m->plan->children.items[k].person_id ||
			    (m->child && one->person_id != m->child) || (i && is_same(one, &all->items[i - 1])))
				continue;
			if (!is_any && !push_heading(m, "How safe: 0 court may be needed, 10 safe enough to close"))
				return false;
			is_any = true;
			if (!push(m,
				  (struct plan_page_row){
					  .kind = PLAN_ROW_SCALE,
					  .label = arena_printf(m->mem, "%s %s", date_plain(one->day, day), one->child),
					  .words = scale_words(m, i),
					  .scale = one,
					  .identity = 40000000 + (int64_t)i}))
				return false;
		}
	return is_any || push_heading(m, "How safe: nobody has given a number yet. r says one.");
}

const char *plan_scale_text(const struct family_plan *plan, const struct plan_scale *first, struct arena *mem)
{
	const char *text = "";
	char strip[PLAN_SCALE_ROOM], day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < plan->scales.count; i++) {
		const struct plan_scale *one = &plan->scales.items[i];

		if (is_same(one, first))
			text = arena_printf(mem, "%s%s %2d  %s%s%s\n", text, plan_scale_strip(one->scale, strip),
					    one->scale, one->who, *one->why ? ": " : "", one->why);
	}
	return arena_printf(mem,
			    "%s, %s%s on %s\n\n%s\n0: so worried that court may be needed. 10: safe enough to close "
			    "the plan.",
			    first->child, *first->reference ? "at " : "between conferences", first->reference,
			    date_medium(first->day, day), text);
}

/* --- Its versions --- */

static const char *version_words(const struct making *m, const struct plan_version *v)
{
	char day[DATE_TEXT_ROOM];
	const char *words = v->issued_on != DAY_NONE
				    ? arena_printf(m->mem, "given out %s", date_medium(v->issued_on, day))
			    : v->id == m->plan->draft
				    ? arena_printf(m->mem, "being written since %s", date_medium(v->written_on, day))
				    : arena_printf(m->mem, "never given out, written %s",
						   date_medium(v->written_on, day));

	words = arena_printf(m->mem, "%s · %s", words, v->conference_id ? "at a conference" : "between conferences");
	return *v->why ? arena_printf(m->mem, "%s: %s", words, v->why) : words;
}

static bool push_versions(struct making *m)
{
	const struct plan_version_list *all = &m->plan->versions;

	if (!all->count)
		return true;
	if (!push_heading(m, "Versions"))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct plan_version *v = &all->items[i];
		bool is_shown = v->id == m->plan->plan.id;

		if (!push_wrapped(m,
				  (struct plan_page_row){.kind = PLAN_ROW_VERSION,
							 .label = arena_printf(m->mem, "Version %d%s", v->number,
									       is_shown ? " (shown)" : ""),
							 .version = v,
							 .identity = 60000000 + v->id},
				  version_words(m, v)))
			return false;
	}
	return true;
}

static bool push_given(struct making *m)
{
	const struct plan_given_list *all = &m->plan->given;
	char day[DATE_TEXT_ROOM];

	if (!all->count)
		return true;
	if (!push_heading(m, arena_printf(m->mem, "Version %d was given to", m->plan->plan.number)))
		return false;
	for (size_t i = 0; i < all->count; i++)
		if (!push_wrapped(m,
				  (struct plan_page_row){.kind = PLAN_ROW_GIVEN,
							 .label = date_medium(all->items[i].given_on, day)
									  ? arena_text(m->mem, day)
									  : "",
							 .identity = 80000000 + all->items[i].id},
				  arena_joined(m->mem, all->items[i].who, " · ", all->items[i].how)))
			return false;
	return true;
}

static bool push_all(struct making *m)
{
	static const enum plan_text aims[] = {PLAN_TEXT_harm, PLAN_TEXT_change, PLAN_TEXT_goals_short,
					      PLAN_TEXT_goals_long};
	static const enum plan_text ways[] = {PLAN_TEXT_contingency,    PLAN_TEXT_visits,
					      PLAN_TEXT_outcomes,       PLAN_TEXT_assessments,
					      PLAN_TEXT_contact_limits, PLAN_TEXT_lead_social_worker};
	static const enum plan_text voices[] = {PLAN_TEXT_child_wishes, PLAN_TEXT_parents_views,
						PLAN_TEXT_format_for_parents};

	_Static_assert(sizeof aims / sizeof *aims + sizeof ways / sizeof *ways + sizeof voices / sizeof *voices ==
			       PLAN_TEXT_COUNT,
		       "every text has its place on the page");
	if (m->plan->plan.id &&
	    (!push_texts(m, "Why, and to what end", aims, sizeof aims / sizeof *aims) || !push_actions(m) ||
	     !push_texts(m, "How it goes on", ways, sizeof ways / sizeof *ways) || !push_network(m) ||
	     !push_texts(m, "What they say", voices, sizeof voices / sizeof *voices)))
		return false;
	return push_scales(m) && push_versions(m) && push_given(m);
}

static int longer(int columns, const char *words)
{
	return text_width(words) > columns ? text_width(words) : columns;
}

static int label_columns(const struct family_plan *plan, int columns)
{
	int label = LABEL_LEAST, most = columns / 3 > LABEL_LEAST ? columns / 3 : LABEL_LEAST;

	for (size_t i = 0; i < plan->actions.count; i++)
		label = longer(label, plan->actions.items[i].who);
	for (size_t i = 0; i < plan->network.count; i++)
		label = longer(label, plan->network.items[i].name);
	return label < most ? label : most;
}

bool plan_page_rows_make(const struct family_plan *plan, int64_t child, day_number today,
			 const struct working_calendar *calendar, int columns, struct arena *mem,
			 struct plan_page_rows *out)
{
	struct making m = {.plan = plan, .child = child, .today = today, .calendar = calendar, .mem = mem, .out = out};

	*out = (struct plan_page_rows){.label_columns = label_columns(plan, columns)};
	m.cells = columns - out->label_columns - 4;
	if (m.cells < LEAST_CELLS)
		m.cells = LEAST_CELLS;
	return push_all(&m) && !arena_exhausted(mem);
}
