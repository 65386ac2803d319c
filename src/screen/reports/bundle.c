/* The bundle of a conference: what it would hold, what is missing and why; made, sent, taken out again. */
#include "about.h"
#include "bundle_rows.h"
#include "reports_papers.h"
#include "reports_place.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

enum { OP_MAKE = OP_FIRST_OWN, OP_PROFESSIONALS, OP_FAMILY, OP_SEND, OP_TAKE_OUT, OP_REPORT };
enum { ANSWER_FOLDER = 8501, ANSWER_MEMBER, ANSWER_SEND };
enum { MENU_MOST = 40 };

static const struct binding bundle_keys[] = {
	{'m', 0, 0, OP_MAKE, "Make it", "Make the bundle as it stands here; the folder is asked."},
	{'s', 0, 0, OP_SEND, "Send", "Send the newest bundle to every professional, by their own way."},
	{'f', 0, 0, OP_FAMILY, "For family", "What it would hold for one member of the family."},
	{'p', 0, 0, OP_PROFESSIONALS, "For professionals", "What it would hold for professionals."},
	{'t', 0, 0, OP_TAKE_OUT, "Take out", "Put a bundle made before into a folder again."},
	{'e', 0, 0, OP_REPORT, NULL, "Edit how the report of this line is handled: who may read it."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, NULL, "On a bundle made before, take it out; elsewhere, make the bundle."},
	{0},
};

struct bundle_state {
	int64_t conference, person; /* 0: for professionals */
	struct reports_page page;   /* of the conference: family, day */
	struct bundle_plan plan;
	struct bundle_item_list made;
	struct bundle_row_list rows;
	struct list list;
	bool is_open;
};

static bool bundle_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct bundle_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct arena *mem = screen_arena(s);
	struct list_source source;

	if (!casework_reports(cw, state->conference, mem, &state->page, f) ||
	    !casework_bundle_plan(cw, state->conference, state->person, mem, &state->plan, f) ||
	    !casework_bundles(cw, state->conference, mem, &state->made, f))
		return false;
	if (!bundle_rows_make(&state->plan, &state->made, mem, &state->rows))
		return fault_set(f, FAULT_MEMORY, "There is no memory to show the bundle.");
	if (!state->is_open)
		list_open(&state->list, bundle_columns, BUNDLE_COLUMN_COUNT);
	state->is_open = true;
	source = bundle_source(&state->rows);
	list_fill(&state->list, &source, mem);
	return true;
}

static void bundle_title(const struct screen *s, char *out, size_t room)
{
	const struct bundle_state *state = screen_state(s);

	snprintf(out, room, "Bundle · %s · %s · for %s", state->page.conference.reference, state->page.when,
		 state->plan.for_whom);
}

static const struct bundle_row *selected(const struct bundle_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.items[row] : NULL;
}

static void bundle_status(const struct screen *s, char *out, size_t room)
{
	const struct bundle_row *row = selected(screen_state(s));

	out[0] = '\0';
	if (row && row->made)
		snprintf(out, room, "Made %s for %s · %s · Enter puts it into a folder", row->made->when,
			 row->made->for_whom, row->made_words);
	else if (row && row->part)
		snprintf(out, room, "%s%s%s · %s", row->part->who, *row->part->name ? " · " : "", row->part->name,
			 row->part->how);
}

/* "by 10:00 today · 9 pages · 1 put beside · 1 left out · 2 missing" */
static void summary_words(const struct bundle_plan *plan, char *out, size_t room)
{
	int beside = 0, left_out = 0, missing = 0;
	size_t used;

	for (size_t i = 0; i < plan->parts.count; i++) {
		beside += plan->parts.items[i].is_beside;
		left_out += plan->parts.items[i].is_left_out;
		missing += plan->parts.items[i].is_missing;
	}
	snprintf(out, room, "%s%s%d page%s", plan->due, *plan->due ? " · " : "", plan->pages,
		 plan->pages == 1 ? "" : "s");
	for (int i = 0; i < 3; i++) {
		int count = i == 0 ? beside : i == 1 ? left_out : missing;

		used = strlen(out);
		if (count && used < room)
			snprintf(out + used, room - used, " · %d %s", count,
				 i == 0   ? "put beside"
				 : i == 1 ? "left out"
					  : "missing");
	}
}

static void bundle_draw(const struct screen *s, struct canvas *c)
{
	const struct bundle_state *state = screen_state(s);
	int rows = canvas_rows(c);
	struct canvas_part part;
	char summary[200];

	summary_words(&state->plan, summary, sizeof summary);
	canvas_text(c, rows - 1, 2, -1, TUI_TEXT, summary);
	list_draw(&state->list, canvas_part(c, &part, 0, 0, rows > 3 ? rows - 2 : rows - 1, canvas_columns(c)), true,
		  state->person ? "No report was shared with them yet." : "No report is asked for yet.");
}

/* --- Made --- */

static bool make(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct report_asked *asked = &desk->report_asked;
	struct arena mem = {0};
	const char *path = "";
	bool ok = casework_bundle_make(desk->cw, asked->conference_id, asked->person_id,
				       place_folder(desk, typed, &mem), &mem, &path, f);

	snprintf(asked->said, sizeof asked->said, "%s", path);
	arena_finish(&mem);
	return ok;
}

static bool ask_folder(const struct bundle_state *state, struct tui *t, struct fault *f)
{
	struct report_asked *asked = &desk_of(t)->report_asked;
	struct line_question question = {.code = ANSWER_FOLDER, .label = "Into which folder?", .check = make};
	char hint[240];

	if (!casework_may(casework_of(t), ACTION_EXPORT, f))
		return false;
	asked->conference_id = state->conference;
	asked->person_id = state->person;
	snprintf(hint, sizeof hint, "The bundle for %s, and what is put beside it. Only you can read the files.",
		 state->plan.for_whom);
	question.hint = hint;
	return place_ask_folder(t, &question, f);
}

/* --- For whom --- */

static bool ask_member(const struct bundle_state *state, struct tui *t, struct fault *f)
{
	struct menu_item items[MENU_MOST];
	struct arena mem = {0};
	size_t count = 0;
	bool ok;

	for (size_t i = 0; i < state->page.family.count && count < MENU_MOST; i++) {
		const struct member *member = &state->page.family.items[i];
		char name[NAME_ROOM];

		items[count] = (struct menu_item){.key = count < 9 ? (tui_key)('1' + count) : 0,
						  .label = arena_text(&mem, person_full_name(&member->person, name)),
						  .detail = relationship_label(member->relationship),
						  .number = member->person_id};
		count++;
	}
	ok = count > 0 ? prompt_menu(t, ANSWER_MEMBER, "A bundle for whom of the family?", items, count, f)
		       : fault_set(f, FAULT_REFUSED, "Nobody of this family is in the case file yet: add them first.");
	arena_finish(&mem);
	return ok;
}

/* Tried first: what cannot be shown leaves what is shown as it is. */
static bool show_for(struct bundle_state *state, struct tui *t, int64_t person, struct fault *f)
{
	struct arena mem = {0};
	struct bundle_plan plan;
	bool ok = casework_bundle_plan(casework_of(t), state->conference, person, &mem, &plan, f);

	arena_finish(&mem);
	if (!ok)
		return false;
	state->person = person;
	tui_refresh(t);
	return true;
}

/* --- Sent --- */

static const struct bundle_item *newest_for_professionals(const struct bundle_state *state)
{
	const struct bundle_item *newest = NULL;

	for (size_t i = 0; i < state->made.count; i++)
		if (state->made.items[i].person_id == 0 && (!newest || state->made.items[i].id > newest->id))
			newest = &state->made.items[i];
	return newest;
}

static bool ask_send(const struct bundle_state *state, struct tui *t, struct fault *f)
{
	const struct bundle_item *newest = newest_for_professionals(state);
	char question[240], consequence[400];

	if (!newest)
		return fault_set(f, FAULT_REFUSED, "No bundle for professionals is made yet: m makes it.");
	snprintf(question, sizeof question, "Send the bundle made %s to the professionals?", newest->when);
	snprintf(consequence, sizeof consequence,
		 "It goes to everybody who comes or owes a report, by their own way. %d report%s in it, %d missing. It "
		 "waits in Letters until it is sent; after that it cannot be called back.",
		 newest->reports, newest->reports == 1 ? "" : "s", newest->missing);
	return prompt_yes_no(t, ANSWER_SEND, question, consequence, f);
}

static bool send(const struct bundle_state *state, struct tui *t, struct fault *f)
{
	size_t written;

	if (!casework_bundle_send(casework_of(t), state->conference, &written, f))
		return false;
	tui_say(t, "Written: the bundle goes to %zu reader%s; it waits to be sent.", written, written == 1 ? "" : "s");
	tui_refresh(t);
	return true;
}

/* --- The keys --- */

static bool take_out(const struct bundle_state *state, struct tui *t, struct fault *f)
{
	const struct bundle_row *row = selected(state);

	if (!row || !row->made)
		return fault_set(f, FAULT_REFUSED, "Choose a bundle first: those that were made stand at the end.");
	return paper_ask_folder(t, row->made->paper_id, row->made->when, f);
}

static bool act_own(struct bundle_state *state, struct tui *t, int op, struct fault *f)
{
	const struct bundle_row *row = selected(state);

	switch (op) {
	case OP_MAKE: return ask_folder(state, t, f);
	case OP_PROFESSIONALS: return show_for(state, t, 0, f);
	case OP_FAMILY: return ask_member(state, t, f);
	case OP_SEND: return ask_send(state, t, f);
	case OP_TAKE_OUT: return take_out(state, t, f);
	case OP_REPORT:
		if (row && row->part)
			return report_form_open(t, state->conference, row->part->report_id, NULL, f);
		return fault_set(f, FAULT_REFUSED, "Choose the line of a report first.");
	default: return row && row->made ? take_out(state, t, f) : ask_folder(state, t, f);
	}
}

static enum handled bundle_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct bundle_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op < OP_FIRST_OWN)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void bundle_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct bundle_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;

	if (paper_answered(t, answer))
		return;
	switch (answer->code) {
	case ANSWER_FOLDER: tui_say(t, "Made: %s", desk_of(t)->report_asked.said); break;
	case ANSWER_MEMBER: done = show_for(state, t, answer->number, &f); break;
	case ANSWER_SEND: done = answer->number != 1 || send(state, t, &f); break;
	default: break;
	}
	if (!done)
		tui_say_fault(t, &f);
}

static bool bundle_takes_text(const struct screen *s)
{
	const struct bundle_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

ABOUT_CONFERENCE(bundle_state, page.conference)

const struct screen_class bundle_screen = {
	.name = "bundle",
	.purpose = "The bundle of a conference: what it holds, what is missing and why, and those made before.",
	.keys = bundle_keys,
	.state_size = sizeof(struct bundle_state),
	.about = about,
	.list = LIST_OF(struct bundle_state, list),
	.load = bundle_load,
	.title = bundle_title,
	.status = bundle_status,
	.draw = bundle_draw,
	.act = bundle_act,
	.takes_text = bundle_takes_text,
	.answered = bundle_answered,
};

bool bundle_open(struct tui *t, int64_t conference, struct fault *f)
{
	struct bundle_state start = {.conference = conference};

	return tui_push(t, &bundle_screen, &start, f);
}
