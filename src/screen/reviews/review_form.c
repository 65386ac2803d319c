/* What is said of a review to come: the update asked and answered, wanted earlier, children looked after besides. */
#include "about.h"
#include "alike.h"
#include "date_field.h"
#include "domain/clock_entry.h"
#include "review_keep.h"
#include "reviews.h"
#include "screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define X(id, token, label) {token, label},
static const struct field_choice way_choices[] = {ASK_WAYS(X){NULL, NULL}};
static const struct field_choice trigger_choices[] = {EARLY_TRIGGERS(X){NULL, NULL}};
static const struct field_choice status_choices[] = {LEGAL_STATUSES(X){NULL, NULL}};
#undef X
static const struct {
	const char *token, *title;
} kinds[] = {
#define X(id, token, title) {token, title},
	REVIEW_FORMS(X)
#undef X
};

DATE_FIELD_HOOKS(review_days)

#define SHOWN(name, condition)                                                                                         \
	static bool name(const void *values)                                                                           \
	{                                                                                                              \
		const struct review_values *v = values;                                                                \
                                                                                                                       \
		return condition;                                                                                      \
	}
SHOWN(is_ask, v->kind == REVIEW_FORM_ASK)
SHOWN(is_answer, v->kind == REVIEW_FORM_ANSWER)
SHOWN(is_early, v->kind == REVIEW_FORM_EARLY)
SHOWN(is_looked_after, v->kind == REVIEW_FORM_LOOKED_AFTER)
SHOWN(is_one_of_many, v->kind == REVIEW_FORM_LOOKED_AFTER && v->has_many)
SHOWN(is_combine, v->kind == REVIEW_FORM_COMBINE)

static bool starts_check(void *world, const void *values, const char *typed, struct fault *f)
{
	int minute;

	(void)world;
	(void)values;
	return !*typed || clock_entry_parse(&minute, typed, "Begins", f);
}

static bool suggest_child(void *world, const void *values, const char *typed, struct arena *mem,
			  struct field_suggestion_list *out)
{
	const struct review_form_state *state = world;

	(void)values;
	if (!form_screen_suggest(out, mem, review_all_children, "", typed))
		return false;
	for (size_t i = 0; i < state->page.line.count; i++)
		if (!form_screen_suggest(out, mem, state->page.line.children[i].name, "", typed))
			return false;
	return true;
}

#define VALUE(member) FIELD_OF(struct review_values, member)
#define DAY(name, label, hint, member, condition)                                                                      \
	{                                                                                                              \
		name, label, hint, NULL, FIELD_DATE, VALUE(member), .echo = day_echo, .step = day_step,                \
								    .check = day_check, .shown = condition             \
	}

static const struct field fields[] = {
	{"asked_of", "Asked of", "Who was asked: the social worker, or whoever stands in.", NULL, FIELD_TEXT,
	 VALUE(who), .required = true, .shown = is_ask},
	{"way", "How", "Left and right choose how they were asked.", NULL, FIELD_CHOICE, VALUE(way),
	 .choices = way_choices, .shown = is_ask},
	DAY("asked_on", "Asked on", "The day they were asked: today, yesterday, 9 apr. Ctrl-S saves.", on, is_ask),
	{"answer", "Answer", "Who is to come, what has changed, who lives where. Ctrl-S saves.", NULL, FIELD_LINES,
	 VALUE(answer), .required = true, .rows = 5, .shown = is_answer},
	DAY("answered_on", "Answered on", "The day the answer came: today, yesterday, 9 apr.", on, is_answer),
	{"trigger", "What for", "Left and right choose what happened.", NULL, FIELD_CHOICE, VALUE(trigger),
	 .required = true, .choices = trigger_choices, .shown = is_early},
	DAY("review_by", "Review by", "Held by this day now, earlier than it was due: 13 may, +10wd.", review_by,
	    is_early),
	{"why", "Why", "What happened. Only those who work with the family read it.", NULL, FIELD_LINES, VALUE(why),
	 .required = true, .rows = 3, .shown = is_early},
	{"told", "In letters", "What every reader may know; empty: that things have changed. Ctrl-S saves.",
	 "These words stand in the letters of everybody who is invited, parents and others alike. Name nobody here, "
	 "and "
	 "nothing that a person who is feared must not know. Empty: the letters say that things have changed.",
	 FIELD_LINES, VALUE(told), .rows = 2, .shown = is_early},
	{"child", "Child", "One of the children by first letters, or all of them.", NULL, FIELD_PICK, VALUE(child),
	 .required = true, .must_pick = true, .suggest = suggest_child, .shown = is_one_of_many},
	DAY("since", "Since", "Since when the child is looked after: 3 mar, -2w.", since, is_looked_after),
	{"status", "Under", "Left and right choose the order or the agreement.", NULL, FIELD_CHOICE, VALUE(status),
	 .choices = status_choices, .shown = is_looked_after},
	DAY("next_review_on", "Next review", "Of the child as a looked-after one; empty where it is not known.", next,
	    is_looked_after),
	DAY("ended_on", "Ended", "Empty while it goes on. Ctrl-S saves.", ended, is_looked_after),
	{"starts", "Begins", "When the looked-after review begins after it: 11:45. Empty: held apart.", NULL,
	 FIELD_TEXT, VALUE(starts), .check = starts_check, .shown = is_combine, .alike = alike_clock},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static void save(struct screen *s, struct tui *t)
{
	struct review_form_state *state = screen_state(s);
	struct fault f = {0};

	if (form_check(&state->form.form, &f) && review_keep(state, t, &f))
		form_screen_saved(s, t);
	else
		form_screen_refused(&state->form, t, &f);
}

/* --- Opening --- */

static const struct review_child *looked_after_child(const struct review_line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->children[i].looked_after_since != DAY_NONE)
			return &line->children[i];
	return NULL;
}

static bool read_versions(struct review_form_state *state, struct fault *f)
{
	const struct review_line *line = &state->page.line;

	for (size_t i = 0; i < line->count && i < REVIEW_CHILDREN_MOST; i++) {
		struct looked_after row;

		if (!casework_looked_after(state->cw, line->children[i].person_id, &state->mem, &row, f))
			return false;
		state->versions[i] = row.version;
	}
	return true;
}

static bool fill_looked_after(struct review_form_state *state, struct fault *f)
{
	struct review_values *v = &state->values;
	const struct review_line *line = &state->page.line;
	const struct review_child *child = looked_after_child(line);
	struct looked_after row;
	char day[DATE_TEXT_ROOM];

	v->has_many = line->count > 1;
	snprintf(v->child, sizeof v->child, "%s",
		 line->count == 1 || line->looked_after == line->count ? review_all_children
		 : child                                               ? child->name
								       : "");
	snprintf(v->status, sizeof v->status, "%s", legal_status_token(LEGAL_STATUS_ACCOMMODATED));
	if (!read_versions(state, f))
		return false;
	if (!child)
		return true;
	if (!casework_looked_after(state->cw, child->person_id, &state->mem, &row, f))
		return false;
	snprintf(v->since, sizeof v->since, "%s", date_plain(row.since, day));
	snprintf(v->next, sizeof v->next, "%s", date_plain(row.next_review_on, day));
	snprintf(v->status, sizeof v->status, "%s", legal_status_token(row.status));
	return true;
}

static bool fill(struct review_form_state *state, struct fault *f)
{
	struct review_values *v = &state->values;
	const struct review_line *line = &state->page.line;
	char day[DATE_TEXT_ROOM], clock[8];

	snprintf(v->who, sizeof v->who, "%s", line->social_worker);
	snprintf(v->way, sizeof v->way, "%s", ask_way_token(ASK_WAY_EMAIL));
	snprintf(v->on, sizeof v->on, "%s", date_plain(casework_today(state->cw), day));
	if (v->kind == REVIEW_FORM_ANSWER && !state->page.update.id)
		return fault_set(f, FAULT_REFUSED, "No update was asked for yet: u says that it was.");
	if (v->kind == REVIEW_FORM_ANSWER)
		snprintf(v->answer, sizeof v->answer, "%s", state->page.update.answer);
	if (v->kind == REVIEW_FORM_COMBINE && !line->conference_id)
		return fault_set(f, FAULT_REFUSED, "No review is booked here yet: b books one.");
	if (v->kind == REVIEW_FORM_COMBINE && !line->looked_after)
		return fault_set(f, FAULT_REFUSED, "No child here is looked after: l says so.");
	if (v->kind == REVIEW_FORM_COMBINE && (line->combined >= 0 || line->ends >= 0))
		snprintf(v->starts, sizeof v->starts, "%s",
			 date_clock(line->combined >= 0 ? line->combined : line->ends, clock));
	return v->kind != REVIEW_FORM_LOOKED_AFTER || fill_looked_after(state, f);
}

/* An answer and how a child is looked after are fields of a record; the others are done to it. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct review_form_state *state = screen_state(s);
	const struct review_values typed = state->values;
	bool ok;

	(void)t;
	if (!casework_review(state->cw, state->plan, &state->mem, &state->page, f))
		return NULL;
	state->values = (struct review_values){.kind = typed.kind};
	ok = fill(state, f);
	state->now = state->values;
	state->values = typed;
	return ok ? &state->now : NULL;
}

static void say_above(struct review_form_state *state)
{
	const struct review_line *line = &state->page.line;
	char day[DATE_TEXT_ROOM];
	size_t used;

	snprintf(state->form.about, sizeof state->form.about, "%s · %s%s · %s%s", line->names,
		 line->last == DAY_NONE ? "no limit known" : "due by ",
		 line->last == DAY_NONE ? "" : date_medium(line->last, day),
		 line->booked_on == DAY_NONE ? "" : "booked ", line->booked);
	used = strlen(state->form.about);
	if (state->values.kind == REVIEW_FORM_ANSWER)
		snprintf(state->form.about + used, sizeof state->form.about - used, " · asked of %s, %s",
			 state->page.update.asked_of, date_short(state->page.update.asked_on, day));
}

static bool review_form_begin(struct review_form_state *state, struct tui *t, struct fault *f)
{
	enum review_form_kind kind = state->values.kind;

	if (!casework_review(state->cw, state->plan, &state->mem, &state->page, f) || !fill(state, f))
		return false;
	snprintf(state->form.title, sizeof state->form.title, "%s · %s · %s", kinds[kind].title,
		 state->page.line.family_words, state->page.line.reference);
	say_above(state);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "review");
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%lld %s", (long long)state->plan,
		 kinds[kind].token);
	state->form.save = save;
	state->form.again = again;
	state->form.is_new = kind == REVIEW_FORM_ANSWER
				     ? !*state->page.update.answer
				     : kind == REVIEW_FORM_LOOKED_AFTER && !looked_after_child(&state->page.line);
	state->form.is_act = kind != REVIEW_FORM_ANSWER && kind != REVIEW_FORM_LOOKED_AFTER;
	state->form.what = "what is typed here";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

/* A screen that did not open is never disposed of. */
static bool review_form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct review_form_state *state = screen_state(s);

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (review_form_begin(state, t, f))
		return true;
	arena_finish(&state->mem);
	return false;
}

static void review_form_dispose(struct screen *s)
{
	struct review_form_state *state = screen_state(s);

	arena_finish(&state->mem);
	form_screen_dispose(s);
}

ABOUT_FAMILY(review_form_state, page.line.family_id)

const struct screen_class review_form_screen = {
	.name = "review form",
	.purpose = "What is said of a review to come: its update, why it is earlier, who is looked after too.",
	FORM_SCREEN_ROWS,
	.state_size = sizeof(struct review_form_state),
	.about = about,
	.load = review_form_load,
	.dispose = review_form_dispose,
};

bool review_form_open(struct tui *t, enum review_form_kind kind, int64_t plan, const char *draft, struct fault *f)
{
	static const enum action wanted[REVIEW_FORM_COUNT] = {
		[REVIEW_FORM_ASK] = ACTION_KEEP_DEADLINES,  [REVIEW_FORM_ANSWER] = ACTION_KEEP_DEADLINES,
		[REVIEW_FORM_EARLY] = ACTION_TAKE_REQUESTS, [REVIEW_FORM_LOOKED_AFTER] = ACTION_RECORD_PEOPLE,
		[REVIEW_FORM_COMBINE] = ACTION_BOOK,
	};
	struct review_form_state *state;

	if (!casework_may(casework_of(t), wanted[kind], f))
		return false;
	state = form_screen_blank(&review_form_screen, draft, f);
	if (!state)
		return false;
	state->plan = plan;
	state->values.kind = kind;
	return form_screen_push(t, &review_form_screen, state, f);
}

bool review_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "review") == 0;
}

bool review_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	char *end;
	int64_t plan = strtoll(draft->subject, &end, 10);

	for (int i = 0; i < REVIEW_FORM_COUNT; i++)
		if (strcmp(end + strspn(end, " "), kinds[i].token) == 0)
			return review_form_open(t, (enum review_form_kind)i, plan, draft->fields, f);
	return fault_set(f, FAULT_NOT_FOUND, "This review is not in the case file any more.");
}
