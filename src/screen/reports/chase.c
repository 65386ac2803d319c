/* Chasers: whose report is to be asked for again today, one by one or all at once. */
#include "casework/reports.h"
#include "conference_tabs.h"
#include "reports_keys.h"
#include "screens.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OP_ALL = OP_FIRST_OWN };
enum { ANSWER_ALL = 8401 };

static const struct binding chase_keys[] = {
	{'c', 0, 0, OP_REPORT_CHASE, "Chase", "Ask for the report of this line by letter."},
	{'A', 0, 0, OP_ALL, "All by letter", "Ask for all of them by letter; how many go to managers is said first."},
	{'t', 0, 0, OP_REPORT_TELEPHONED, "Phoned", "Asked for it by telephone: with whom you spoke."},
	{'r', 0, 0, OP_REPORT_RECEIVED, "Received", "It came in writing today."},
	{'v', 0, 0, OP_REPORT_VERBAL, NULL, "It was said today, nothing is in writing."},
	{'x', 0, 0, OP_REPORT_NOT_INVOLVED, NULL, "They are not involved and owe no report."},
	{'d', 0, 0, OP_REPORT_DATED, NULL, "What happened on another day: the day is asked, then what."},
	{'a', 0, 0, OP_REPORT_ATTACH, NULL, "Keep a file of it in the case file."},
	{'u', 0, 0, OP_REPORT_UNDO, NULL, "Take back the last change of a report."},
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Reports", "The reports of its conference."},
	{'e', 0, 0, OP_REPORT_EDIT, NULL, "Edit how the report is handled, why it is not shared, and the note."},
	{0},
};

enum { COLUMN_LATE, COLUMN_WHO, COLUMN_EARLIER, COLUMN_WHEN, COLUMN_FAMILY, COLUMN_COUNT };
static const struct list_column chase_columns[COLUMN_COUNT] = {
	{"due", 13, LIST_LEFT, 0, 'd'},                                          /* "10 wd late", "due Thu 2 Apr" */
	{"agency · who", 0, LIST_LEFT, 0, 'w'}, {"chased", 14, LIST_LEFT, 0, 0}, /* "27, 30 Mar" */
	{"conference", 16, LIST_LEFT, 0, 'c'},                                   /* "Thu 12 Mar 10:00" */
	{"family", 24, LIST_LEFT, 100, 'f'},
};

struct chase_state {
	struct chase_line_list lines;
	struct reports_page page; /* the same as the keys of a report want them */
	struct list list;
	bool is_open;
	struct arena asked; /* what the question about all is about */
	const char *ids;
};

/* --- The rows --- */

static const struct chase_line *line_at(const void *rows, size_t row)
{
	return &((const struct chase_line_list *)rows)->items[row];
}

static int64_t chase_identity(const void *rows, size_t row)
{
	return line_at(rows, row)->report.id;
}

static void late_words(const struct chase_line *line, char *out, size_t room)
{
	if (line->working_days < 0)
		snprintf(out, room, "%d wd late", -line->working_days);
	else
		snprintf(out, room, "%s", line->late);
}

/* The column's heading says "chased" already. */
static const char *days_alone(const char *earlier)
{
	static const char said[] = "chased ";

	return strncmp(earlier, said, sizeof said - 1) == 0 ? earlier + sizeof said - 1 : earlier;
}

static void chase_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct chase_line *line = line_at(rows, row);

	switch (column) {
	case COLUMN_LATE: late_words(line, out, room); break;
	case COLUMN_WHO: snprintf(out, room, "%s", line->who); break;
	case COLUMN_EARLIER: snprintf(out, room, "%s", days_alone(line->earlier)); break;
	case COLUMN_WHEN: snprintf(out, room, "%s", line->when); break;
	default: snprintf(out, room, "%s · %s", line->family_words, line->reference); break;
	}
}

static enum tui_role chase_role(const void *rows, size_t row, int column)
{
	const struct chase_line *line = line_at(rows, row);

	return column != COLUMN_LATE ? TUI_TEXT : line->working_days < 0 ? TUI_LATE : TUI_SOON;
}

static int chase_compare(const void *rows, size_t a, size_t b, int column)
{
	const struct chase_line *x = line_at(rows, a), *y = line_at(rows, b);

	if (column == COLUMN_LATE)
		return (x->report.due_on > y->report.due_on) - (x->report.due_on < y->report.due_on);
	return LIST_BY_TEXT; /* conferences come by day already, and their day as a word sorts by weekday */
}

/* What the keys of a report know a report by. */
static bool make_page(struct chase_state *state, struct arena *mem)
{
	state->page = (struct reports_page){.summary = ""};
	for (size_t i = 0; i < state->lines.count; i++) {
		const struct chase_line *line = &state->lines.items[i];
		struct report_line *as = ARENA_PUSH(mem, &state->page.lines);

		if (!as)
			return false;
		*as = (struct report_line){.report = line->report,
					   .standing = line->working_days < 0 ? REPORT_OVERDUE : REPORT_AWAITED,
					   .who = line->who,
					   .in = line->late,
					   .shared = "",
					   .chased = line->earlier,
					   .detail = "",
					   .reference = line->reference,
					   .family_words = line->family_words,
					   .may_be_shared = report_may_go_to_family(&line->report)};
	}
	return true;
}

static bool chase_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct chase_state *state = screen_state(s);
	struct list_source source = {.identity = chase_identity,
				     .cell = chase_cell,
				     .role = chase_role,
				     .compare = chase_compare,
				     .rows = &state->lines};

	if (!state->is_open)
		list_open(&state->list, chase_columns, COLUMN_COUNT);
	state->is_open = true;
	if (!casework_chase_list(casework_of(t), screen_arena(s), &state->lines, f))
		return false;
	if (!make_page(state, screen_arena(s)))
		return fault_set(f, FAULT_MEMORY, "There are too many reports to show at once.");
	source.count = state->lines.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void chase_title(const struct screen *s, char *out, size_t room)
{
	const struct chase_state *state = screen_state(s);
	size_t late = 0;

	for (size_t i = 0; i < state->lines.count; i++)
		late += state->lines.items[i].working_days < 0;
	snprintf(out, room, "Chase · %zu report%s not in · %zu late", state->lines.count,
		 state->lines.count == 1 ? "" : "s", late);
}

static void join(char *out, size_t room, const char *label, const char *text)
{
	size_t used = strlen(out);

	if (*text && used < room)
		snprintf(out + used, room - used, "%s%s%s", used ? " · " : "", label, text);
}

static void chase_status(const struct screen *s, char *out, size_t room)
{
	const struct chase_state *state = screen_state(s);
	const struct chase_line *line;
	size_t row;

	out[0] = '\0';
	if (!list_selection(&state->list, &row))
		return;
	line = &state->lines.items[row];
	join(out, room, "", line->report.shown_name);
	join(out, room, "", line->phone);
	if (line->goes_to_manager)
		join(out, room, "next to manager: ", *line->manager ? line->manager : "none is in the directory");
	join(out, room, "", line->family_words);
	join(out, room, "", line->reference);
	join(out, room, "", line->email);
}

static void chase_draw(const struct screen *s, struct canvas *c)
{
	const struct chase_state *state = screen_state(s);

	list_draw(&state->list, c, true, "Nobody is to be chased: every report that is due is in.");
}

/* --- All at once --- */

static const char *managers_words(const struct chase_state *state, struct arena *mem)
{
	size_t managers = 0, without = 0;

	for (size_t i = 0; i < state->lines.count; i++) {
		const struct chase_line *line = &state->lines.items[i];

		managers += line->goes_to_manager && *line->manager;
		without += line->goes_to_manager && !*line->manager;
	}
	return arena_printf(
		mem, "%s%s",
		managers == 0   ? "None of them goes to a manager."
		: managers == 1 ? "1 of them goes to a manager as well."
				: arena_printf(mem, "%zu of them go to managers as well.", managers),
		without == 0 ? "" : arena_printf(mem, " %zu should, but no manager is in the directory.", without));
}

static bool ask_all(struct chase_state *state, struct tui *t, struct fault *f)
{
	struct arena *mem = &state->asked;
	const char *question, *ids = "";

	if (!casework_may(casework_of(t), ACTION_RECORD_REPORTS, f))
		return false;
	if (state->lines.count == 0)
		return fault_set(f, FAULT_REFUSED, "Nobody is to be chased.");
	arena_reset(mem);
	for (size_t i = 0; i < state->lines.count; i++)
		ids = arena_printf(mem, "%s%lld ", ids, (long long)state->lines.items[i].report.id);
	state->ids = ids;
	question = arena_printf(mem, "Ask for %zu report%s by letter?", state->lines.count,
				state->lines.count == 1 ? "" : "s");
	if (arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There are too many reports to ask for at once.");
	return prompt_yes_no(t, ANSWER_ALL, question,
			     arena_printf(mem,
					  "%s Whoever was written to today gets no second letter. The letters wait to "
					  "be sent; until then Letters can withdraw them.",
					  managers_words(state, mem)),
			     f);
}

static const char *who_of(const struct chase_state *state, long long report)
{
	for (size_t i = 0; i < state->lines.count; i++)
		if (state->lines.items[i].report.id == report)
			return state->lines.items[i].who;
	return "one report";
}

/* One that cannot be written to does not keep the others from being asked. */
static size_t write_each(struct chase_state *state, struct tui *t, size_t *refused, const char **first)
{
	size_t written = 0;
	char ids[24];
	char *end;

	for (const char *at = state->ids; *at; at = end + strspn(end, " ")) {
		long long id = strtoll(at, &end, 10);
		size_t letters = 0;

		if (end == at)
			break;
		snprintf(ids, sizeof ids, "%lld", id);
		if (casework_chase_by_letter(casework_of(t), ids, &letters, NULL))
			written += letters;
		else if ((*refused)++ == 0)
			*first = who_of(state, id);
	}
	return written;
}

static bool write_all(struct chase_state *state, struct tui *t, struct fault *f)
{
	size_t written = 0, refused = 0;
	const char *first = "";

	if (!casework_chase_by_letter(casework_of(t), state->ids, &written, f)) {
		if (f->code != FAULT_REFUSED)
			return false;
		written = write_each(state, t, &refused, &first);
		if (written == 0)
			return false;
	}
	tui_refresh(t);
	if (refused)
		tui_say(t, "Written: %zu letter%s. Not written: %s%s; c on its line says why.", written,
			written == 1 ? "" : "s", first, refused == 1 ? "" : " and others");
	else
		tui_say(t, "Written: %zu letter%s; they wait to be sent.", written, written == 1 ? "" : "s");
	return true;
}

/* --- The keys --- */

static bool act_own(struct chase_state *state, struct tui *t, int op, struct fault *f)
{
	size_t row;

	if (op == OP_ALL)
		return ask_all(state, t, f);
	if (!list_selection(&state->list, &row))
		return fault_set(f, FAULT_REFUSED, "Choose a report first.");
	return conference_tab_open(t, state->lines.items[row].conference_id, CONFERENCE_TAB_REPORTS, f);
}

static enum handled chase_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct chase_state *state = screen_state(s);
	struct fault f = {0};
	size_t row;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED ||
	    reports_act(t, &state->page, list_selection(&state->list, &row) ? &state->page.lines.items[row] : NULL,
			op) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && op < OP_FIRST_OWN)
		return NOT_MINE;
	if (!act_own(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void chase_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct chase_state *state = screen_state(s);
	struct fault f = {0};

	if (answer->code != ANSWER_ALL)
		reports_answered(t, &state->page, answer);
	else if (answer->number == 1 && !write_all(state, t, &f))
		tui_say_fault(t, &f);
}

static bool chase_takes_text(const struct screen *s)
{
	const struct chase_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static void chase_dispose(struct screen *s)
{
	struct chase_state *state = screen_state(s);

	arena_finish(&state->asked);
}

const struct screen_class chase_screen = {
	.name = "chase",
	.purpose = "Whose report is to be asked for again: not in, and due by the next working day.",
	.keys = chase_keys,
	.state_size = sizeof(struct chase_state),
	.list = LIST_OF(struct chase_state, list),
	.load = chase_load,
	.title = chase_title,
	.status = chase_status,
	.draw = chase_draw,
	.act = chase_act,
	.takes_text = chase_takes_text,
	.answered = chase_answered,
	.dispose = chase_dispose,
};

bool chase_open(struct tui *t, struct fault *f)
{
	return tui_push(t, &chase_screen, NULL, f);
}
