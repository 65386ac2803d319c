/* A version of a plan is given out: on which day, to whom, how and why it was written; or to whom it went besides. */
#include "date_field.h"
#include "form_screen.h"
#include "plan_forms.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct give_values {
	char kind[8]; /* "more": it was given out before */
	char on[48], who[2000], how[120], why[1000];
};

struct give_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t family, id, version;
	bool is_more;
	struct casework *cw;
	struct give_values values, now;
};

static struct date_context past(const struct give_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day it is given out"};
}

DATE_FIELD_HOOKS(past)

static bool is_first(const void *values)
{
	return strcmp(((const struct give_values *)values)->kind, "more") != 0;
}

static const struct field give_fields[] = {
	{.name = "on",
	 .label = "Given out on",
	 .hint = "t today, -1, 9 4. From then on this version stays as it is.",
	 .kind = FIELD_DATE,
	 FIELD_OF(struct give_values, on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check},
	{.name = "who",
	 .label = "To whom",
	 .hint = "Each on a line of its own. Take out whoever did not get it.",
	 .kind = FIELD_LINES,
	 FIELD_OF(struct give_values, who),
	 .required = true,
	 .rows = 7},
	{.name = "how",
	 .label = "How",
	 .hint = "By hand, by post, secure e-mail.",
	 .kind = FIELD_TEXT,
	 FIELD_OF(struct give_values, how)},
	{.name = "why",
	 .label = "What it is for",
	 .hint = "Detailed plan of the first core group; a new action agreed on. Ctrl-S saves.",
	 .kind = FIELD_LINES,
	 FIELD_OF(struct give_values, why),
	 .rows = 2,
	 .shown = is_first},
};
enum { GIVE_FIELD_COUNT = sizeof give_fields / sizeof *give_fields };

/* The core group and the adults of the family stand there: whoever did not get it is taken out. */
static void propose(const struct family_plan *page, struct give_values *values)
{
	size_t used = 0;

	for (size_t i = 0; i < page->people.count; i++) {
		const struct plan_person *one = &page->people.items[i];
		bool is_child = !one->contact_id && strcmp(one->words, relationship_label(RELATIONSHIP_CHILD)) == 0;
		int more = is_child ? 0
				    : snprintf(values->who + used, sizeof values->who - used, "%s%s%s%s",
					       used ? "\n" : "", one->name, *one->words ? ", " : "", one->words);

		if (more > 0 && used + (size_t)more < sizeof values->who)
			used += (size_t)more;
	}
	values->who[used] = '\0';
}

static bool read_plan(struct give_state *state, struct fault *f)
{
	struct family_plan page;
	struct arena mem = {0};
	char day[DATE_TEXT_ROOM];
	bool ok = casework_family_plan_again(state->cw, state->family, state->id, &mem, &page, f);

	if (ok) {
		state->version = page.plan.version;
		state->now = (struct give_values){.who = ""};
		if (!state->is_more)
			propose(&page, &state->now);
		snprintf(state->now.kind, sizeof state->now.kind, "%s", state->is_more ? "more" : "");
		snprintf(state->now.on, sizeof state->now.on, "%s", date_plain(casework_today(state->cw), day));
		snprintf(state->frame.marker, sizeof state->frame.marker, "%s", page.marker);
		snprintf(state->frame.title, sizeof state->frame.title, "%s version %d · %s · %s",
			 state->is_more ? "Also given" : "Give out", page.plan.number, page.reference,
			 page.family_words);
		snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s %s%lld", page.reference,
			 state->is_more ? "m" : "g", (long long)state->id);
	}
	arena_finish(&mem);
	return ok;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct give_state *state = screen_state(s);

	(void)t;
	return read_plan(state, f) ? &state->now : NULL;
}

static bool give(const struct give_state *state, struct fault *f)
{
	const struct give_values *v = &state->values;
	struct date_context context = past(state);
	struct date_entry entry;
	struct plan_giving giving = {
		.id = state->id, .version = state->version, .who = v->who, .how = v->how, .why = v->why};

	if (!date_entry_parse(&entry, v->on, &context, f))
		return false;
	giving.on = entry.day;
	return state->is_more ? casework_plan_given(state->cw, state->family, &giving, f)
			      : casework_plan_give_out(state->cw, state->family, &giving, f);
}

static void save(struct screen *s, struct tui *t)
{
	struct give_state *state = screen_state(s);
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f) || !give(state, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	tui_say(t, state->is_more ? "Saved." : "Given out: this version stays as it is from now on.");
	form_screen_saved(s, t);
}

static bool give_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct give_state *state = screen_state(s);

	if (state->frame.is_open)
		return true;
	state->cw = casework_of(t);
	if (!casework_may(state->cw, ACTION_WRITE_PLAN, f) || !read_plan(state, f))
		return false;
	state->values = state->now;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_act = true; /* what is given out is what the other made of the plan */
	state->frame.what = "to whom it was given";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "plan_given");
	return form_screen_begin(&state->frame, t, give_fields, GIVE_FIELD_COUNT, &state->values, state, f);
}

const struct screen_class plan_give_form_screen = {
	FORM_SCREEN_ROWS,
	.name = "plan-given",
	.purpose = "A version of a plan is given out: when, to whom, how, and what it is for.",
	.state_size = sizeof(struct give_state),
	.load = give_load,
	.dispose = form_screen_dispose,
};

bool plan_give_form_open(struct tui *t, int64_t family, int64_t version, bool is_more, const char *draft,
			 struct fault *f)
{
	struct give_state *start = form_screen_blank(&plan_give_form_screen, draft, f);

	if (!start)
		return false;
	start->family = family;
	start->id = version;
	start->is_more = is_more;
	return form_screen_push(t, &plan_give_form_screen, start, f);
}
