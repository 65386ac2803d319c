/* Drafts: what was typed and not saved, offered at the start and whenever asked. */
#include "casework/drafts.h"
#include "access.h"
#include "casework/pages.h"
#include "complaint.h"
#include "conflict_form.h"
#include "core_groups.h"
#include "directory.h"
#include "escalation.h"
#include "invitees.h"
#include "live_decide.h"
#include "live_notes.h"
#include "plan_end.h"
#include "plan_forms.h"
#include "plan_list.h"
#include "record.h"
#include "retention.h"
#include "reviews.h"
#include "screens.h"
#include "tick.h"
#include "timeline.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OP_DISCARD = OP_FIRST_OWN };
enum { ANSWER_DISCARD = 7301 };

static const struct binding draft_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Take up", "Go on with what was typed."},
	{'d', 0, 0, OP_DISCARD, "Discard", "Throw this draft away."},
	{0},
};

static const struct list_column draft_columns[] = {
	{"kept", 20, LIST_LEFT, 0, 0}, /* "Wed 1 Apr 2026 14:32" */
	{"draft", 0, LIST_LEFT, 0, 0},
};

struct drafts_state {
	struct draft_list drafts;
	struct list list;
	bool is_open;
	struct screen_about taken_up; /* what the form above is about, as it was when it was left */
};

static int64_t draft_identity(const void *rows, size_t row)
{
	return ((const struct draft_list *)rows)->items[row].id;
}

static void draft_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct draft *draft = &((const struct draft_list *)rows)->items[row];

	snprintf(out, room, "%s", column == 0 ? draft->when : draft->summary);
}

static bool drafts_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct drafts_state *state = screen_state(s);
	struct list_source source = {.identity = draft_identity, .cell = draft_cell, .rows = &state->drafts};

	if (!state->is_open)
		list_open(&state->list, draft_columns, 2);
	state->is_open = true;
	state->taken_up = (struct screen_about){0};
	if (!casework_drafts(casework_of(t), screen_arena(s), &state->drafts, f))
		return false;
	source.count = state->drafts.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void drafts_title(const struct screen *s, char *out, size_t room)
{
	const struct drafts_state *state = screen_state(s);

	snprintf(out, room, "Drafts · %zu not saved yet", state->drafts.count);
}

static void drafts_draw(const struct screen *s, struct canvas *c)
{
	const struct drafts_state *state = screen_state(s);

	list_draw(&state->list, c, true, "No drafts: everything that was typed has been saved.");
}

/* Its subject is the person and the family left: "N-00012 FAM-0044". */
static bool take_up_leaving(struct tui *t, const struct draft *draft, struct fault *f)
{
	const char *family = strchr(draft->subject, ' ');
	char person[32];
	enum found_kind kind;
	int64_t person_id, family_id;

	snprintf(person, sizeof person, "%.*s", (int)strcspn(draft->subject, " "), draft->subject);
	return casework_resolve(casework_of(t), person, &kind, &person_id, f) &&
	       casework_resolve(casework_of(t), family ? family + 1 : "", &kind, &family_id, f) &&
	       leaving_form_open(t, person_id, family_id, draft->fields, f);
}

/* Its subject is the conference and the number of the report: "C-0421 report 17". */
static bool take_up_report(struct tui *t, const struct draft *draft, struct fault *f)
{
	const char *number = strrchr(draft->subject, ' ');
	char conference[32];
	enum found_kind kind;
	int64_t id;

	snprintf(conference, sizeof conference, "%.*s", (int)strcspn(draft->subject, " "), draft->subject);
	return casework_resolve(casework_of(t), conference, &kind, &id, f) &&
	       report_form_open(t, id, number ? strtoll(number, NULL, 10) : 0, draft->fields, f);
}

/* Forms about a conference, a child or a family that is the draft's subject. */
static bool take_up_subject(struct tui *t, const struct draft *draft, struct fault *f)
{
	enum found_kind kind;
	int64_t id = 0;

	if (!casework_resolve(casework_of(t), draft->subject, &kind, &id, f))
		return false;
	if (strcmp(draft->form, "person") == 0)
		return person_form_open(t, id, 0, draft->fields, f);
	if (strcmp(draft->form, "member") == 0)
		return member_form_open(t, id, draft->fields, f);
	if (strcmp(draft->form, "discussion") == 0)
		return discussion_form_open(t, id, draft->fields, f);
	if (strcmp(draft->form, "change") == 0)
		return change_form_open(t, id, draft->fields, f);
	if (strcmp(draft->form, "conflict") == 0)
		return conflict_form_open(t, id, draft->fields, f);
	if (strcmp(draft->form, "booking") == 0)
		return booking_form_open(t, id, draft->fields, f);
	return withdrawal_form_open(t, id, strcmp(draft->form, "cancel") == 0 ? WITHDRAWAL_CANCEL : WITHDRAWAL_POSTPONE,
				    draft->fields, f);
}

/* Opens the form a draft belongs to, filled in. */
static bool take_up(struct tui *t, const struct draft *draft, struct fault *f)
{
	static const struct {
		bool (*is)(const struct draft *draft);
		bool (*open)(struct tui *t, const struct draft *draft, struct fault *f);
	} groups[] = {
		{invitee_draft_is, invitee_draft_open},
		{decide_draft_is, decide_draft_open},
		{record_draft_is, record_draft_open},
		{directory_draft_is, directory_draft_open},
		{live_note_draft_is, live_note_draft_open},
		{plan_draft_is, plan_draft_open},
		{list_draft_is, list_draft_open},
		{access_draft_is, access_draft_open},
		{retention_draft_is, retention_draft_open},
		{complaint_draft_is, complaint_draft_open},
		{escalation_draft_is, escalation_draft_open},
		{core_group_draft_is, core_group_draft_open},
		{review_draft_is, review_draft_open},
		{plan_end_draft_is, plan_end_draft_open},
		{timeline_draft_is, timeline_draft_open},
	};

	if (strcmp(draft->form, "request") == 0) {
		struct request_start start = {.draft = draft->fields, .draft_subject = draft->subject};
		return request_form_open(t, &start, f);
	}
	if (strcmp(draft->form, DRAFT_OF_ANSWER) == 0)
		return fault_set(f, FAULT_NOT_FOUND,
				 "This was asked over a page, and the line broke before it was answered. Ask for the "
				 "same there again, and type it once more.");
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (groups[i].is(draft))
			return groups[i].open(t, draft, f);
	if (strncmp(draft->subject, "plan ", 5) == 0)
		return review_booking_open(t, strtoll(draft->subject + 5, NULL, 10), draft->fields, f);
	if (strncmp(draft->subject, "held ", 5) == 0)
		return live_review_open(t, strtoll(draft->subject + 5, NULL, 10), draft->fields, f);
	if (strcmp(draft->form, "leaving") == 0)
		return take_up_leaving(t, draft, f);
	if (strcmp(draft->form, "report") == 0)
		return take_up_report(t, draft, f);
	return take_up_subject(t, draft, f);
}

/* As it was typed: a form's fields by name; a text of its own begins with the version it was written over. */
static const char *typed_words(const struct draft *draft, struct arena *mem)
{
	bool is_text = live_note_draft_is(draft) || strcmp(draft->form, "record") == 0;
	const char *text = is_text ? strchr(draft->fields, '\n') : NULL;

	if (strcmp(draft->form, DRAFT_OF_ANSWER) == 0)
		return draft->fields;
	return text ? text + 1 : form_draft_words(draft->fields, mem);
}

/* Where it was typed is gone, or over: it is read all the same, so that it can be written where it belongs now. */
static bool show_typed(struct tui *t, const struct draft *draft, const struct fault *why, struct fault *f)
{
	struct arena mem = {0};
	const char *text = arena_printf(&mem, "%s\n\nWhat you typed:\n\n%s", why->message, typed_words(draft, &mem));
	bool ok = pager_open(t, draft->summary, text, f);

	arena_finish(&mem);
	return ok;
}

static bool open_draft(struct tui *t, const struct draft *draft, struct fault *f)
{
	struct fault why = {0};

	if (!take_up(t, draft, &why))
		return show_typed(t, draft, &why, f);
	return casework_draft_take_over(casework_of(t), draft->id, f);
}

/* Whoever has the same family open is named above the form, as where its page is beneath it. */
static void drafts_about(const struct screen *s, struct screen_about *out)
{
	*out = ((const struct drafts_state *)screen_state(s))->taken_up;
}

static enum handled drafts_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct drafts_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;
	size_t row;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_DISCARD)
		return NOT_MINE;
	if (!list_selection(&state->list, &row))
		return HANDLED;
	if (op == OP_OPEN) {
		const struct draft *draft = &state->drafts.items[row];

		state->taken_up = (struct screen_about){.whole = draft->family_id, .part = draft->conference_id};
		done = open_draft(t, draft, &f);
	} else {
		done = prompt_yes_no(t, ANSWER_DISCARD, "Throw this draft away?", state->drafts.items[row].summary, &f);
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static void drafts_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct drafts_state *state = screen_state(s);
	struct fault f = {0};
	size_t row;

	if (answer->code != ANSWER_DISCARD || answer->number != 1 || !list_selection(&state->list, &row))
		return;
	if (!casework_draft_drop_id(casework_of(t), state->drafts.items[row].id, &f))
		tui_say_fault(t, &f);
	else
		tui_say(t, "The draft is gone.");
}

static bool drafts_takes_text(const struct screen *s)
{
	const struct drafts_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class drafts_screen = {
	.name = "drafts",
	.purpose = "What was typed and not saved yet.",
	.keys = draft_keys,
	.state_size = sizeof(struct drafts_state),
	.about = drafts_about,
	.list = LIST_OF(struct drafts_state, list),
	.load = drafts_load,
	.title = drafts_title,
	.draw = drafts_draw,
	.act = drafts_act,
	.takes_text = drafts_takes_text,
	.answered = drafts_answered,
};

bool drafts_open(struct tui *t, struct fault *f)
{
	return tui_push(t, &drafts_screen, NULL, f);
}

void drafts_offer(struct tui *t)
{
	struct arena mem = {0};
	struct draft_list drafts = {0};

	if (casework_drafts(casework_of(t), &mem, &drafts, NULL) && drafts.count)
		tui_say(t, "%zu draft%s not saved: %s. D shows %s.", drafts.count, drafts.count == 1 ? "" : "s",
			drafts.items[0].summary, drafts.count == 1 ? "it" : "them");
	arena_finish(&mem);
}
