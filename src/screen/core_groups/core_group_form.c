/* The forms about a core group: opened, filled with what is known, saved by the verb each stands for. */
#include "about.h"
#include "core_group_fields.h"

#include "casework/pages.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_RUN = 8871 };

static const struct {
	const char *token, *title;
} forms[] = {
#define X(id, token, title) {token, title},
	CORE_GROUP_FORMS(X)
#undef X
};

const char *group_form_title(enum core_group_form_kind kind)
{
	return forms[kind].title;
}

const char *group_form_token(enum core_group_form_kind kind)
{
	return forms[kind].token;
}

/* --- Saving --- */

/* Only these three hold what the record holds; the others are done to it. */
static bool is_of_fields(const struct group_form *form)
{
	return form->kind == GROUP_FORM_MOVE || form->kind == GROUP_FORM_NOTES || form->kind == GROUP_FORM_ACTION;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct group_form *form = screen_state(s);
	const struct group_values typed = form->values;

	(void)t;
	if (!casework_core_group_again(form->cw, form->family, &form->mem, &form->page, f) ||
	    !group_find_subject(form, f))
		return NULL;
	group_fill(form);
	form->now = form->values;
	form->values = typed;
	return &form->now;
}

/* The dates of the run, each that was moved with why, before they are booked. */
static bool ask_run(struct group_form *form, struct tui *t, struct fault *f)
{
	struct core_group_meeting first;
	struct core_group_run run;
	struct arena mem = {0};
	const char *list = "", *question;
	char day[DATE_TEXT_ROOM], asked[DATE_TEXT_ROOM];
	bool ok = group_meeting(form, &first, f) &&
		  casework_core_group_run_try(form->cw, form->family, first.day, &run, f);

	if (ok) {
		for (size_t i = 0; i < run.count; i++) {
			const struct core_group_date *date = &run.dates[i];

			list = arena_printf(&mem, "%s%s%s", list, i ? ", " : "", date_short(date->day, day));
			if (date->why)
				list = arena_printf(&mem, "%s (for %s: %s)", list, date_short(date->asked, asked),
						    date->why);
		}
		question = arena_printf(&mem, "Book %zu core group%s, to the review on %s?", run.count,
					run.count == 1 ? "" : "s", date_medium(run.review, day));
		ok = arena_exhausted(&mem) ? fault_set(f, FAULT_MEMORY, "There is not enough memory for this run.")
					   : prompt_yes_no(t, ANSWER_RUN, question, list, f);
	}
	arena_finish(&mem);
	return ok;
}

/* What follows from it: the day that counts now, and what is to be done next. */
static void say_saved(struct group_form *form, struct tui *t)
{
	static const struct {
		const char *said, *then;
		bool is_day_said;
	} words[GROUP_FORM_COUNT] = {
		[GROUP_FORM_BOOK] = {"Booked.", " i asks the members to it.", false},
		[GROUP_FORM_MOVE] = {"Saved.", " i shows who must be told.", false},
		[GROUP_FORM_HELD] = {"Saved.", "", true},
		[GROUP_FORM_MISSED] = {"Saved.", "", true},
		[GROUP_FORM_CANCEL] = {"Saved.", " i shows who must be told.", true},
		[GROUP_FORM_UNDO] = {"Taken back.", "", true},
	};
	const char *said = words[form->kind].said, *then = words[form->kind].then;
	struct core_group_page now;
	struct arena mem = {0};
	struct fault f = {0};

	if (said && words[form->kind].is_day_said &&
	    casework_core_group_again(form->cw, form->family, &mem, &now, &f) && now.line.due != DAY_NONE)
		tui_say(t, "%s %s due %s.%s", said, now.line.is_first ? "The first is" : "The next is",
			now.line.due_words, then);
	else
		tui_say(t, "%s%s", said ? said : "Saved.", said ? then : "");
	arena_finish(&mem);
}

static void save(struct screen *s, struct tui *t)
{
	struct group_form *form = screen_state(s);
	struct fault f = {0};
	bool ok = form_check(&form->frame.form, &f);

	if (ok && form->kind == GROUP_FORM_RUN) {
		if (!ask_run(form, t, &f))
			form_screen_refused(&form->frame, t, &f);
		return;
	}
	ok = ok && group_save(form, &f);
	if (!ok) {
		form_screen_refused(&form->frame, t, &f);
		return;
	}
	say_saved(form, t);
	form_screen_saved(s, t);
}

static void form_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct group_form *form = screen_state(s);
	struct core_group_meeting first;
	struct fault f = {0};
	size_t booked;

	if (answer->code != ANSWER_RUN) {
		form_screen_answered(s, t, answer);
		return;
	}
	if (answer->number != 1)
		return;
	if (!group_meeting(form, &first, &f) || !casework_core_group_run(form->cw, form->family, &first, &booked, &f)) {
		form_screen_refused(&form->frame, t, &f);
		return;
	}
	tui_say(t, "Booked: %zu core group%s.", booked, booked == 1 ? "" : "s");
	form_screen_saved(s, t);
}

/* --- The screen --- */

static bool form_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct group_form *form = screen_state(s);

	if (form->frame.is_open)
		return true;
	form->cw = casework_of(t);
	if (!casework_may(form->cw, ACTION_KEEP_CORE_GROUPS, f) ||
	    !casework_core_group_again(form->cw, form->family, &form->mem, &form->page, f) ||
	    !group_find_subject(form, f)) {
		arena_finish(&form->mem);
		return false;
	}
	group_fields_make(form);
	group_fill(form);
	group_name_frame(form);
	form->frame.save = save;
	form->frame.again = again;
	form->frame.is_act = !is_of_fields(form);
	form->frame.what = "this form";
	if (form_screen_begin(&form->frame, t, form->fields, form->field_count, &form->values, form, f))
		return true;
	arena_finish(&form->mem);
	return false;
}

static void form_dispose(struct screen *s)
{
	struct group_form *form = screen_state(s);

	arena_finish(&form->mem);
	form_screen_dispose(s);
}

ABOUT_FAMILY(group_form, family)

const struct screen_class core_group_form_screen = {
	.keys = form_screen_no_keys,
	.widget_keys = form_keys,
	.title = form_screen_title,
	.draw = form_screen_draw,
	.act = form_screen_act,
	.takes_text = form_screen_takes_text,
	.answered = form_answered,
	.keep = form_screen_keep,
	.may_close = form_screen_may_close,
	.name = "core-group-form",
	.about = about,
	.purpose = "What is said of a core group: when it meets, whether it met, who joins and leaves.",
	.state_size = sizeof(struct group_form),
	.load = form_load,
	.dispose = form_dispose,
};

static struct group_form *begin(enum core_group_form_kind kind, int64_t family, int64_t subject, struct fault *f)
{
	struct group_form *start = calloc(1, sizeof *start); /* too great for the stack */

	if (!start) {
		fault_set(f, FAULT_MEMORY, "There is not enough memory to open this form.");
		return NULL;
	}
	start->kind = kind;
	start->family = family;
	start->subject = subject;
	return start;
}

bool core_group_form_open(struct tui *t, enum core_group_form_kind kind, int64_t family, int64_t subject,
			  const char *draft, struct fault *f)
{
	struct group_form *start = begin(kind, family, subject, f);
	bool ok = start != NULL;

	if (ok) {
		snprintf(start->frame.draft, sizeof start->frame.draft, "%s", draft ? draft : "");
		ok = tui_push(t, &core_group_form_screen, start, f);
	}
	free(start);
	return ok;
}

bool core_group_book_form_open(struct tui *t, int64_t family, const struct core_group_slot *slot, struct fault *f)
{
	struct group_form *start = begin(GROUP_FORM_BOOK, family, 0, f);
	bool ok = start != NULL;

	if (ok) {
		if (slot)
			start->offered = *slot;
		ok = tui_replace(t, &core_group_form_screen, start, f);
	}
	free(start);
	return ok;
}

bool core_group_join_form_open(struct tui *t, int64_t family, const char *name, struct fault *f)
{
	struct group_form *start = begin(GROUP_FORM_JOIN, family, 0, f);
	bool ok = start != NULL;

	if (ok) {
		snprintf(start->newcomer, sizeof start->newcomer, "%s", name);
		ok = tui_push(t, &core_group_form_screen, start, f);
	}
	free(start);
	return ok;
}

bool core_group_action_form_open(struct tui *t, int64_t family, int64_t action, int64_t meeting, struct fault *f)
{
	struct group_form *start = begin(GROUP_FORM_ACTION, family, action, f);
	bool ok = start != NULL;

	if (ok) {
		start->said_at = meeting;
		ok = tui_push(t, &core_group_form_screen, start, f);
	}
	free(start);
	return ok;
}

bool core_group_draft_is(const struct draft *draft)
{
	return strcmp(draft->form, "group") == 0;
}

/* Its subject is the family, the form and what it is about: "FAM-0044 held 12". */
bool core_group_draft_open(struct tui *t, const struct draft *draft, struct fault *f)
{
	char family[40] = "", token[16] = "";
	long long subject = 0;
	enum found_kind kind;
	int64_t id;

	if (sscanf(draft->subject, "%39s %15s %lld", family, token, &subject) != 3)
		return fault_set(f, FAULT_REFUSED, "This draft belongs to no form: discard it.");
	for (int i = 0; i < GROUP_FORM_COUNT; i++)
		if (strcmp(forms[i].token, token) == 0)
			return casework_resolve(casework_of(t), family, &kind, &id, f) &&
			       core_group_form_open(t, (enum core_group_form_kind)i, id, subject, draft->fields, f);
	return fault_set(f, FAULT_REFUSED, "This draft belongs to no form: discard it.");
}
