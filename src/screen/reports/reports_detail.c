/* One report: what is known of it, and its files. */
#include "about.h"
#include "base/text.h"
#include "reports_keys.h"
#include "reports_papers.h"
#include "reports_rows.h"
#include "screens.h"

#include <stdio.h>

enum { OP_WITHDRAW = OP_FIRST_OWN };
enum { LABEL_COLUMNS = 16 };

static const struct binding report_keys[] = {
	REPORTS_KEYS,
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, NULL, "Put the file of this line into a folder; elsewhere, edit the report."},
	{'w', 0, 0, OP_WITHDRAW, NULL, "Withdraw the file of this line, with a reason."},
	{0},
};

static const struct list_column fact_columns[] = {
	{"", LABEL_COLUMNS, LIST_LEFT, 0, 0},
	{"", 0, LIST_LEFT, 0, 0},
};

struct fact {
	const char *label, *text;
	const struct paper_item *paper; /* NULL: no file */
	int64_t identity;
	bool is_heading;
};
struct fact_list {
	struct fact *items;
	size_t count, room;
};

struct report_state {
	int64_t conference, report;
	struct reports_page page;
	const struct report_line *line;
	struct paper_item_list papers;
	struct fact_list facts;
	struct list list;
	bool is_open;
};

/* --- The facts --- */

static void add(struct report_state *state, struct arena *mem, const char *label, const char *text)
{
	struct fact *fact = *text ? ARENA_PUSH(mem, &state->facts) : NULL;

	if (fact)
		*fact = (struct fact){.label = label, .text = text, .identity = (int64_t)state->facts.count};
}

static void add_day(struct report_state *state, struct arena *mem, const char *label, day_number day)
{
	char text[DATE_TEXT_ROOM];

	add(state, mem, label, day == DAY_NONE ? "" : arena_text(mem, date_medium(day, text)));
}

static const char *yes_no_words(enum yes_no answer)
{
	return answer == ANSWER_YES ? "yes" : answer == ANSWER_NO ? "no" : "not said";
}

static void add_files(struct report_state *state, struct arena *mem)
{
	struct fact *heading = ARENA_PUSH(mem, &state->facts);

	if (heading)
		*heading = (struct fact){.label = "Files", .text = "", .is_heading = true};
	for (size_t i = 0; i < state->papers.count; i++) {
		const struct paper_item *paper = &state->papers.items[i];
		struct fact *fact = ARENA_PUSH(mem, &state->facts);

		if (fact)
			*fact = (struct fact){
				.label = paper_size(paper->bytes, mem),
				.text = arena_printf(mem, "%s · %s · %s", paper->name, paper->when, paper->by),
				.paper = paper,
				.identity = 1000 + paper->id};
	}
	if (state->papers.count == 0)
		add(state, mem, "none yet", "a attaches one");
}

static void add_facts(struct report_state *state, struct arena *mem)
{
	const struct report *r = &state->line->report;

	add(state, mem, "Kind", report_kind_label(r->kind));
	add_day(state, mem, "Due", r->due_on);
	add(state, mem, "Required", r->is_required ? "yes" : "no, nothing waits for it");
	add_day(state, mem, "Asked for", r->requested_on);
	add(state, mem, "Chased", state->line->chased);
	add(state, mem, "In", state->line->in);
	add_day(state, mem, r->is_verbal ? "Said" : "Received", r->received_on);
	add(state, mem, "Who may read it", report_handling_label(r->handling));
	add(state, mem, "Not shared as", r->not_shared_why);
	add(state, mem, "Shared with", state->line->shared);
	add(state, mem, "Signed", yes_no_words(r->is_signed));
	add(state, mem, "Legible", yes_no_words(r->is_legible));
	add(state, mem, "Copies", r->copies ? arena_printf(mem, "%d", r->copies) : "");
	add_day(state, mem, "To the chair", r->to_chair_on);
	add_day(state, mem, "To the manager", r->to_manager_on);
	add(state, mem, "Note", r->note);
	add(state, mem, "E-mail", r->shown_email);
	add(state, mem, "Telephone", r->shown_phone);
	add_files(state, mem);
}

/* --- For the list --- */

static const struct fact *fact_at(const void *rows, size_t row)
{
	return &((const struct fact_list *)rows)->items[row];
}

static int64_t fact_identity(const void *rows, size_t row)
{
	return fact_at(rows, row)->identity;
}

static void fact_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	snprintf(out, room, "%s", column == 0 ? fact_at(rows, row)->label : fact_at(rows, row)->text);
}

static enum tui_role fact_role(const void *rows, size_t row, int column)
{
	return fact_at(rows, row)->is_heading ? TUI_HEADING : column == 0 ? TUI_MUTED : TUI_TEXT;
}

static bool fact_is_heading(const void *rows, size_t row)
{
	return fact_at(rows, row)->is_heading;
}

/* --- The screen --- */

static bool find_line(struct report_state *state, struct fault *f)
{
	state->line = NULL;
	for (size_t i = 0; i < state->page.lines.count; i++)
		if (state->page.lines.items[i].report.id == state->report)
			state->line = &state->page.lines.items[i];
	return state->line || fault_set(f, FAULT_NOT_FOUND,
					"This report is asked for no more: whoever owed it was taken off the list.");
}

static bool report_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct report_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct arena *mem = screen_arena(s);
	struct list_source source = {.identity = fact_identity,
				     .cell = fact_cell,
				     .role = fact_role,
				     .is_heading = fact_is_heading,
				     .rows = &state->facts};

	if (!casework_reports(cw, state->conference, mem, &state->page, f) || !find_line(state, f) ||
	    !casework_papers(cw, state->conference, state->report, mem, &state->papers, f))
		return false;
	state->facts = (struct fact_list){0};
	add_facts(state, mem);
	if (!state->is_open)
		list_open(&state->list, fact_columns, 2);
	state->is_open = true;
	source.count = state->facts.count;
	list_fill(&state->list, &source, mem);
	return true;
}

static void report_title(const struct screen *s, char *out, size_t room)
{
	const struct report_state *state = screen_state(s);

	snprintf(out, room, "Report · %s · %s · %s", state->line->who, state->page.conference.reference,
		 state->page.family_words);
}

static const struct fact *selected(const struct report_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->facts.items[row] : NULL;
}

/* A value that is longer than its row is whole here; of a file, that it is what was kept. */
static void report_status(const struct screen *s, char *out, size_t room)
{
	const struct fact *fact = selected(screen_state(s));

	out[0] = '\0';
	if (fact && fact->paper)
		snprintf(out, room, "%s · digest %.12s… · Enter puts it into a folder", fact->paper->media_type,
			 fact->paper->digest);
	else if (fact)
		snprintf(out, room, "%s", text_width(fact->text) > 60 ? fact->text : "Enter edits how it is handled.");
}

static void report_draw(const struct screen *s, struct canvas *c)
{
	const struct report_state *state = screen_state(s);

	list_draw(&state->list, c, true, "Nothing is known of this report.");
}

static bool act_own(struct report_state *state, struct tui *t, int op, struct fault *f)
{
	const struct fact *fact = selected(state);

	if (fact && fact->paper)
		return op == OP_OPEN ? paper_ask_folder(t, fact->paper->id, fact->paper->name, f)
				     : paper_ask_why(t, fact->paper->id, fact->paper->name, f);
	if (op == OP_WITHDRAW)
		return fault_set(f, FAULT_REFUSED, "Choose a file first: they stand at the end.");
	return report_form_open(t, state->conference, state->report, NULL, f);
}

static enum handled report_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct report_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED ||
	    reports_act(t, &state->page, state->line, op) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op != OP_WITHDRAW)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void report_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	const struct report_state *state = screen_state(s);

	if (!paper_answered(t, answer))
		reports_answered(t, &state->page, answer);
}

static bool report_takes_text(const struct screen *s)
{
	const struct report_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

ABOUT_CONFERENCE(report_state, page.conference)

const struct screen_class report_screen = {
	.name = "report",
	.purpose = "One report: who may read it, what was done with it, and its files.",
	.keys = report_keys,
	.state_size = sizeof(struct report_state),
	.about = about,
	.list = LIST_OF(struct report_state, list),
	.load = report_load,
	.title = report_title,
	.status = report_status,
	.draw = report_draw,
	.act = report_act,
	.takes_text = report_takes_text,
	.answered = report_answered,
};

bool report_open(struct tui *t, int64_t conference, int64_t report, struct fault *f)
{
	struct report_state start = {.conference = conference, .report = report};

	return tui_push(t, &report_screen, &start, f);
}
