/* The forms about a core group: opened, filled with what is known, saved by the verb each stands for. */
#include "core_group_fields.h"

#include "casework/pages.h"
#include "domain/clock_entry.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_RUN = 8871, MINUTES_USUAL = 60 };

static const struct {
	const char *token, *title;
} forms[] = {
#define X(id, token, title) {token, title},
	CORE_GROUP_FORMS(X)
#undef X
};

/* --- What is known --- */

static bool find_subject(struct group_form *form, struct fault *f)
{
	const struct core_group_page *page = &form->page;
	bool found = form->subject == 0;

	form->meeting = core_group_meeting_blank();
	for (size_t i = 0; i < page->meetings.count && form->kind < GROUP_FORM_JOIN; i++)
		if (page->meetings.items[i].id == form->subject) {
			form->meeting = page->meetings.items[i];
			found = true;
		}
	for (size_t i = 0; i < page->members.count && form->kind == GROUP_FORM_LEAVE; i++)
		if (page->members.items[i].id == form->subject) {
			form->member = page->members.items[i];
			found = true;
		}
	for (size_t i = 0; i < page->actions.count && form->kind == GROUP_FORM_ACTION; i++)
		if (page->actions.items[i].id == form->subject) {
			form->action = page->actions.items[i];
			found = true;
		}
	return found || fault_set(f, FAULT_NOT_FOUND, "This is not in the core group any more. Look at it again.");
}

static void fill_day(struct group_form *form, day_number day)
{
	char words[DATE_TEXT_ROOM];

	snprintf(form->values.day, sizeof form->values.day, "%s", day == DAY_NONE ? "" : date_plain(day, words));
}

/* The day that was chosen; where it met last. */
static void fill_offered(struct group_form *form)
{
	const struct core_group_meeting_list *meetings = &form->page.meetings;
	struct group_values *v = &form->values;
	char clock[8], length[LENGTH_WORDS_ROOM];

	if (!form->offered.minutes)
		return;
	fill_day(form, form->offered.day);
	snprintf(v->starts, sizeof v->starts, "%s", date_clock(form->offered.starts, clock));
	snprintf(v->length, sizeof v->length, "%s", length_words(form->offered.minutes, length));
	for (size_t i = meetings->count; i-- > 0 && !*v->place;)
		if (meetings->items[i].state == CORE_GROUP_MEETING_HELD ||
		    meetings->items[i].state == CORE_GROUP_MEETING_BOOKED)
			snprintf(v->place, sizeof v->place, "%s", meetings->items[i].place);
}

static void fill(struct group_form *form)
{
	const struct core_group_meeting *m = &form->meeting;
	struct group_values *v = &form->values;
	char clock[8], length[LENGTH_WORDS_ROOM];
	day_number today = casework_today(form->cw);

	*v = (struct group_values){.day = ""};
	if (form->kind == GROUP_FORM_SENT || form->kind == GROUP_FORM_LEAVE)
		fill_day(form, today);
	else if (m->id)
		fill_day(form, form->kind == GROUP_FORM_HELD && m->day > today ? DAY_NONE : m->day);
	snprintf(v->starts, sizeof v->starts, "%s", m->starts < 0 ? "" : date_clock(m->starts, clock));
	snprintf(v->length, sizeof v->length, "%s", length_words(m->minutes > 0 ? m->minutes : MINUTES_USUAL, length));
	snprintf(v->place, sizeof v->place, "%s", m->place);
	snprintf(v->late_reason, sizeof v->late_reason, "%s", m->late_reason);
	snprintf(v->notes, sizeof v->notes, "%s", m->notes);
	if (form->kind == GROUP_FORM_BOOK)
		fill_offered(form);
	snprintf(v->who, sizeof v->who, "%s", form->newcomer);
	if (form->kind == GROUP_FORM_ACTION) {
		snprintf(v->state, sizeof v->state, "%s", plan_action_state_token(form->action.state));
		snprintf(v->evidence, sizeof v->evidence, "%s", form->action.evidence);
		snprintf(v->difference, sizeof v->difference, "%s", form->action.difference);
	}
}

/* The line above: what it is about, and by when. */
static void name_frame(struct group_form *form)
{
	const struct core_group_line *line = &form->page.line;
	struct form_screen *frame = &form->frame;
	char day[DATE_TEXT_ROOM];

	snprintf(frame->title, sizeof frame->title, "%s · %s", forms[form->kind].title, line->family_words);
	if (form->kind == GROUP_FORM_ACTION)
		snprintf(frame->about, sizeof frame->about, "%s: %s", form->action.who, form->action.what);
	else if (form->kind == GROUP_FORM_LEAVE)
		snprintf(frame->about, sizeof frame->about, "%s, %s", form->member.shown_name, form->member.role);
	else if (form->kind == GROUP_FORM_RUN && form->page.review != DAY_NONE)
		snprintf(frame->about, sizeof frame->about, "The next is due %s; the review is %s%s.", line->due_words,
			 form->page.review_is_booked ? "" : "due ", date_medium(form->page.review, day));
	else if (form->meeting.id)
		snprintf(frame->about, sizeof frame->about, "The meeting of %s.", date_long(form->meeting.day, day));
	else if (line->due != DAY_NONE && form->kind == GROUP_FORM_BOOK)
		snprintf(frame->about, sizeof frame->about, "The next is due %s.", date_long(line->due, day));
	snprintf(frame->draft_form, sizeof frame->draft_form, "group");
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s %s %lld", line->reference, forms[form->kind].token,
		 (long long)form->subject);
}

/* --- Saving --- */

static bool take_meeting(const struct group_form *form, struct core_group_meeting *out, struct fault *f)
{
	const struct group_values *v = &form->values;

	*out = form->meeting;
	out->starts = out->minutes = -1;
	if (!group_day(form, &out->day, f) ||
	    (*v->starts && !clock_entry_parse(&out->starts, v->starts, "Starts", f)) ||
	    (*v->length && !length_entry_parse(&out->minutes, v->length, "Length", f)))
		return false;
	out->place = v->place;
	out->late_reason = v->late_reason;
	out->moved_why = v->why;
	return true;
}

static bool save_held(struct group_form *form, struct fault *f)
{
	struct core_group_presence there[GROUP_MEMBERS_MOST];
	struct core_group_meeting one = form->meeting;

	if (!group_day(form, &one.day, f))
		return false;
	one.is_without_social_worker = strcmp(form->values.without_social_worker, "yes") == 0;
	one.is_inquorate = strcmp(form->values.inquorate, "yes") == 0;
	for (size_t i = 0; i < form->member_count; i++) {
		there[i] = (struct core_group_presence){.member_id = form->members[i], .note = ""};
		if (*form->values.there[i])
			attendance_state_from_token(form->values.there[i], &there[i].state);
	}
	return casework_core_group_held(form->cw, form->family, &one, there, form->member_count, f);
}

static bool save_of_meeting(struct group_form *form, struct fault *f)
{
	const struct group_values *v = &form->values;
	struct core_group_meeting one = form->meeting;
	struct core_group_meeting again;
	struct core_group_sent sent = {.meeting_id = one.id, .who = v->who, .how = v->how};

	switch (form->kind) {
	case GROUP_FORM_MISSED:
		return casework_core_group_missed(form->cw, form->family, one.id, one.version, v->why, f);
	case GROUP_FORM_CANCEL:
		return casework_core_group_cancel(form->cw, form->family, one.id, one.version, v->who, v->why, f);
	case GROUP_FORM_NOTES: one.notes = v->notes; return casework_core_group_notes(form->cw, form->family, &one, f);
	case GROUP_FORM_SENT:
		return group_day(form, &sent.sent_on, f) && casework_core_group_sent(form->cw, form->family, &sent, f);
	case GROUP_FORM_UNDO:
		return casework_core_group_undo(form->cw, form->family, one.id, one.version, v->why, &again, f);
	case GROUP_FORM_HELD: return save_held(form, f);
	default: return take_meeting(form, &one, f) && casework_core_group_book(form->cw, form->family, &one, f);
	}
}

static bool save_other(struct group_form *form, struct fault *f)
{
	const struct group_values *v = &form->values;
	struct core_group_member member = core_group_member_blank();
	struct plan_action action = form->action;
	day_number on;

	if (form->kind == GROUP_FORM_LEAVE)
		return group_day(form, &on, f) && casework_core_group_leave(form->cw, form->family, form->member.id,
									    form->member.version, on, v->why, f);
	if (form->kind == GROUP_FORM_JOIN) {
		member.name = v->who;
		member.role = v->how;
		return casework_core_group_join(form->cw, form->family, &member, f);
	}
	plan_action_state_from_token(v->state, &action.state);
	action.evidence = v->evidence;
	action.difference = v->difference;
	return casework_core_group_action(form->cw, form->family, form->said_at, &action, f);
}

/* The dates of the run, each that was moved with why, before they are booked. */
static bool ask_run(struct group_form *form, struct tui *t, struct fault *f)
{
	struct core_group_meeting first;
	struct core_group_run run;
	struct arena mem = {0};
	const char *list = "", *question;
	char day[DATE_TEXT_ROOM], asked[DATE_TEXT_ROOM];
	bool ok = take_meeting(form, &first, f) &&
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
	ok = ok && (form->kind < GROUP_FORM_JOIN ? save_of_meeting(form, &f) : save_other(form, &f));
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
	if (!take_meeting(form, &first, &f) || !casework_core_group_run(form->cw, form->family, &first, &booked, &f)) {
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
	    !casework_core_group_again(form->cw, form->family, &form->mem, &form->page, f) || !find_subject(form, f)) {
		arena_finish(&form->mem);
		return false;
	}
	group_fields_make(form);
	fill(form);
	name_frame(form);
	form->frame.save = save;
	form->frame.what = "what you typed of this core group";
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
