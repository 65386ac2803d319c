/* Record: the tab of a conference on which its record is drafted, finished in sections, approved and followed. */
#include "record.h"
#include "about.h"
#include "conference_tabs.h"
#include "mailing.h"
#include "record_rows.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum {
	OP_DRAFT = OP_FIRST_OWN,
	OP_TO_CHAIR,
	OP_APPROVE,
	OP_RETURN,
	OP_CORRECTION,
	OP_FEEDBACK,
	OP_READ,
	OP_SECTION,
	OP_READERS,
	OP_REOPEN,
	OP_SEND,
	OP_HIDE,
};

static const struct binding record_keys[] = {
	{TUI_KEY_ENTER, 'e', 'o', OP_OPEN, "Open", "Write in this section; answer this correction; enter this form."},
	{'d', 0, 0, OP_DRAFT, "Draft", "Draft the record from what was entered; what somebody wrote stays."},
	{'c', 0, 0, OP_TO_CHAIR, "To chair", "It is written: give it to the chair, who alone writes in it then."},
	{'a', 0, 0, OP_APPROVE, "Approve", "The chair approves what another wrote; it never changes afterwards."},
	{'b', 0, 0, OP_RETURN, "Give back", "The chair gives it back to its writer; what is to be mended is asked."},
	{'m', 0, 0, OP_SEND, "Send", "Send each reader their own copy of the approved record, in one act."},
	{'p', 0, 0, OP_READ, "Read", "Read the whole record, or the copy of the person the cursor is on."},
	{'+', 0, 0, OP_CORRECTION, "Correction", "Somebody asks for a correction: who, when and what."},
	{'f', 0, 0, OP_FEEDBACK, "Feedback", "The feedback form of this child or parent: sent, back, what it says."},
	{'x', 0, 0, OP_HIDE, "Hide/show", "Hide what is for professionals only, so that the family may look."},
	{'w', 0, 0, OP_SECTION, NULL, "Add a section of one's own; who reads it is asked."},
	{'k', 0, 0, OP_READERS, NULL, "Who reads this section of one's own: of which child it speaks is said anew."},
	{'E', 0, 0, OP_REOPEN, NULL, "Reopen an approved record: a next edition begins with its words."},
	CONFERENCE_TAB_KEYS,
	{0},
};

struct record_tab {
	int64_t id;
	struct record_page page;
	struct record_row_list rows;
	struct list list;
	bool is_open, is_hiding;
};

/* --- Reading --- */

static bool record_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct record_tab *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct list_source source;

	if (!(state->is_open ? casework_record_again : casework_record)(casework_of(t), state->id, mem, &state->page,
									f))
		return false;
	if (!state->is_open)
		list_open(&state->list, record_columns, RECORD_COLUMN_COUNT);
	state->is_open = true;
	state->is_hiding = desk_of(t)->hides_restricted;
	if (!record_rows_make(&state->page, state->is_hiding, mem, &state->rows))
		return fault_set(f, FAULT_MEMORY, "This record is too long to show.");
	source = record_source(&state->rows);
	list_fill(&state->list, &source, mem);
	return true;
}

static void record_title(const struct screen *s, char *out, size_t room)
{
	const struct record_tab *state = screen_state(s);
	const struct conference *c = &state->page.conference;

	snprintf(out, room, "%s · %s · %s · %s", c->reference, state->page.family_words, conference_type_brief(c->type),
		 state->page.when);
}

static const struct record_row *selected(const struct record_tab *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

static void record_status(const struct screen *s, char *out, size_t room)
{
	const struct record_row *row = selected(screen_state(s));

	out[0] = '\0';
	if (row && row->section)
		snprintf(out, room, "%s · %s%s", row->state,
			 row->section->is_restricted              ? "for professionals only: in no family's copy"
			 : strncmp(row->who_reads, "of ", 3) == 0 ? "for those who may read "
								  : "in ",
			 row->section->is_restricted ? "" : row->who_reads);
	else if (row && row->copy)
		snprintf(out, room, "%s: %s%s%s", row->what, row->copy->kind, *row->copy->state ? " · " : "",
			 row->copy->state);
	else if (row && row->feedback)
		snprintf(out, room, "%s%s%s", row->state, *row->feedback->words ? " · " : "", row->feedback->words);
	else if (row)
		snprintf(out, room, "%s", row->state);
}

/* --- Drawing --- */

static const char *when_empty(const struct record_tab *state)
{
	if (state->page.may_write)
		return "The record is not drafted yet: d drafts it from what was entered.";
	return conference_state_is_held(state->page.conference.state) ? "The record is not drafted yet."
								      : "The record is drafted when the conference is "
									"over.";
}

/* How it stands, and who may look at what is shown. */
static int draw_head(const struct record_tab *state, struct canvas *c)
{
	int columns = canvas_columns(c) - 4;
	enum tui_role role = strstr(state->page.standing, " late") ? TUI_LATE : TUI_TEXT;
	char standing[500] = "";
	int row;

	if (state->page.record.edition > 1)
		snprintf(standing, sizeof standing, "Edition %d: ", state->page.record.edition);
	strncat(standing, state->page.standing, sizeof standing - strlen(standing) - 1);
	row = canvas_paragraph(c, 0, 2, columns, 2, role, standing);
	if (state->page.record.id)
		row += canvas_paragraph(c, row, 2, columns, 2, TUI_MUTED,
					state->is_hiding
						? "Shown as the family may read it; x shows what is for professionals."
						: "On this screen: PROFESSIONALS ONLY parts too; x hides them.");
	return row;
}

static void record_draw(const struct screen *s, struct canvas *c)
{
	const struct record_tab *state = screen_state(s);
	struct canvas_part whole, part;
	struct canvas *body = conference_tabs_draw(c, &whole, CONFERENCE_TAB_RECORD, state->page.stands);
	int top = draw_head(state, body);

	list_draw(&state->list, canvas_part(body, &part, top, 0, canvas_rows(body) - top, canvas_columns(body)), true,
		  when_empty(state));
}

/* --- Keys --- */

static bool open_row(struct record_tab *state, struct tui *t, struct fault *f)
{
	const struct record_row *row = selected(state);

	if (!row)
		return fault_set(f, FAULT_REFUSED, "Nothing is chosen: d drafts the record.");
	if (row->section)
		return record_section_open(t, state->id, row->section->id, NULL, f);
	if (row->feedback)
		return feedback_form_open(t, state->id, row->feedback->invitee_id, NULL, f);
	if (row->correction && row->correction->answered_on == DAY_NONE)
		return record_ask_answer(t, &state->page, row->correction, f);
	return row->correction ? fault_set(f, FAULT_REFUSED, "%s was answered: %s.", row->what, row->state)
			       : fault_set(f, FAULT_REFUSED, "p reads the copy of %s.", row->what);
}

static bool read_text(struct record_tab *state, struct tui *t, struct fault *f)
{
	const struct record_row *row = selected(state);
	int64_t invitee = row && row->copy ? row->copy->invitee_id : 0;
	struct arena mem = {0};
	const char *text;
	char title[300];
	bool ok;

	if (state->is_hiding)
		return fault_set(f, FAULT_REFUSED,
				 "The whole record has parts for professionals only: x shows them again first.");
	snprintf(title, sizeof title, "Record %s · %s", state->page.conference.reference,
		 invitee ? row->what : "the whole of it, professionals only");
	ok = casework_record_text(casework_of(t), state->id, invitee, &mem, &text, f) && pager_open(t, title, text, f);
	arena_finish(&mem);
	return ok;
}

static bool give_to_chair(struct record_tab *state, struct tui *t, struct fault *f)
{
	if (!casework_record_to_chair(casework_of(t), state->id, state->page.record.version, f))
		return false;
	tui_say(t, "Given to the chair%s%s, who approves it or gives it back.",
		*state->page.conference.chair ? ", " : "", state->page.conference.chair);
	tui_refresh(t);
	return true;
}

static bool enter_feedback(struct record_tab *state, struct tui *t, struct fault *f)
{
	const struct record_row *row = selected(state);

	if (row && row->copy)
		return feedback_form_open(t, state->id, row->copy->invitee_id, NULL, f);
	if (row && row->feedback)
		return feedback_form_open(t, state->id, row->feedback->invitee_id, NULL, f);
	return fault_set(f, FAULT_REFUSED, "Choose a child or a parent among the copies, then f.");
}

static bool ask_readers(struct record_tab *state, struct tui *t, struct fault *f)
{
	const struct record_row *row = selected(state);

	if (!row || !row->section || !record_section_is_own(row->section))
		return fault_set(f, FAULT_REFUSED, "Choose who reads it only of a section of your own: w adds one.");
	return record_ask_readers(t, &state->page, row->section, f);
}

static bool hide_or_show(struct record_tab *state, struct tui *t)
{
	desk_of(t)->hides_restricted = !state->is_hiding;
	tui_refresh(t);
	return true;
}

static bool act_on(struct record_tab *state, struct tui *t, int op, struct fault *f)
{
	if (op != OP_DRAFT && op != OP_HIDE && !state->page.record.id)
		return fault_set(f, FAULT_REFUSED, "The record of %s is not drafted yet: d drafts it.",
				 state->page.conference.reference);
	/* A question that could only be refused is not asked. */
	if ((op == OP_APPROVE || op == OP_RETURN || op == OP_REOPEN) &&
	    !casework_may(casework_of(t), ACTION_APPROVE_RECORD, f))
		return false;
	switch (op) {
	case OP_OPEN: return open_row(state, t, f);
	case OP_DRAFT: return record_ask_draft(t, &state->page, f);
	case OP_TO_CHAIR: return give_to_chair(state, t, f);
	case OP_APPROVE: return record_ask_approve(t, &state->page, f);
	case OP_RETURN: return record_ask_return(t, &state->page, f);
	case OP_CORRECTION: return correction_ask_open(t, state->id, NULL, f);
	case OP_FEEDBACK: return enter_feedback(state, t, f);
	case OP_SEND: return mailing_open(t, state->id, MAILING_RECORD, f);
	case OP_READ: return read_text(state, t, f);
	case OP_SECTION: return record_ask_section(t, &state->page, f);
	case OP_READERS: return ask_readers(state, t, f);
	case OP_REOPEN: return record_ask_reopen(t, &state->page, f);
	default: return hide_or_show(state, t);
	}
}

static enum handled record_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct record_tab *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED ||
	    conference_tabs_act(t, op, state->id, CONFERENCE_TAB_RECORD) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_DRAFT || op > OP_HIDE))
		return NOT_MINE;
	if (!act_on(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool record_key_is_live(const struct screen *s, int op)
{
	const struct record_tab *state = screen_state(s);
	const struct record_page *page = &state->page;

	switch (op) {
	case OP_DRAFT:
	case OP_READERS:
	case OP_SECTION: return page->may_write;
	case OP_TO_CHAIR: return page->record.id && page->may_write && page->record.state != RECORD_WITH_CHAIR;
	case OP_APPROVE:
	case OP_RETURN: return page->may_approve;
	case OP_SEND:
	case OP_REOPEN: return page->record.state == RECORD_APPROVED || page->record.state == RECORD_DISTRIBUTED;
	case OP_OPEN:
	case OP_READ:
	case OP_CORRECTION:
	case OP_FEEDBACK:
	case OP_HIDE: return page->record.id != 0;
	default: return true;
	}
}

static bool record_takes_text(const struct screen *s)
{
	const struct record_tab *state = screen_state(s);

	return list_takes_text(&state->list);
}

static void record_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	(void)s;
	record_asked_answered(t, answer);
}

ABOUT_CONFERENCE(record_tab, page.conference)

const struct screen_class record_screen = {
	.name = "record",
	.purpose = "The record of one conference: drafted, finished in sections, approved by the chair, sent.",
	.keys = record_keys,
	.state_size = sizeof(struct record_tab),
	.about = about,
	.list = LIST_OF(struct record_tab, list),
	.load = record_load,
	.title = record_title,
	.status = record_status,
	.draw = record_draw,
	.act = record_act,
	.takes_text = record_takes_text,
	.answered = record_answered,
	.key_is_live = record_key_is_live,
};

bool record_show(struct tui *t, int64_t conference, enum conference_tab tab, bool in_place, struct fault *f)
{
	struct record_tab start = {.id = conference};

	(void)tab;
	return in_place ? tui_replace(t, &record_screen, &start, f) : tui_push(t, &record_screen, &start, f);
}
