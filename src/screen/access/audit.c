/* The audit log on the screen: who did what, narrowed key by key, a page at a time. */
#include "audit_rows.h"
#include "screens.h"
#include "tui/list.h"
#include "tui/prompt.h"

#include "domain/date_entry.h"

#include <stdio.h>
#include <string.h>

enum {
	OP_WHO = OP_FIRST_OWN,
	OP_ABOUT,
	OP_KIND,
	OP_DAYS,
	OP_REFUSED,
	OP_GLASS,
	OP_EVERY,
	OP_OLDER,
	OP_NEWEST,
};
enum { ANSWER_WHO = 8950, ANSWER_ABOUT, ANSWER_KIND, ANSWER_DAYS };
enum { PAGE_ROWS = 200 };

static const struct binding audit_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Open",
	 "The whole row: in which role, from which terminal and address, in which session."},
	{'w', 0, 0, OP_WHO, "Who", "Only what one account did; the empty line shows everybody again."},
	{'a', 0, 0, OP_ABOUT, "About",
	 "Only what is about one record, by its reference; of a child with all its family's rows."},
	{'c', 0, 0, OP_KIND, "Kind", "Only one kind of act: looked, searched, changed, sent, taken out ..."},
	{'d', 0, 0, OP_DAYS, "Days", "Only one day, or from one day to another."},
	{'x', 0, 0, OP_REFUSED, "Refused", "Only what somebody tried and was refused; again: every kind."},
	{'b', 0, 0, OP_GLASS, "Glass", "Only glass that was broken; again: every kind."},
	{'e', 0, 0, OP_EVERY, "All", "Everything again."},
	{'n', 0, 0, OP_OLDER, "Older", "The page of older rows."},
	{'p', 0, 0, OP_NEWEST, NULL, "Back to the newest rows."},
	{0},
};

struct audit_state {
	char who[80], about[60], days[60];
	int kind; /* enum audit_kind, -1 every one */
	bool is_open;
	struct audit_line before; /* the page begins after it; seq 0: the newest */
	int page;                 /* 0 the newest */
	struct audit_line_list lines;
	bool has_older;
	const char *filter; /* in words */
	struct list list;
};

static struct date_context context_of(struct casework *cw)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(cw),
				     .calendar = casework_calendar(cw),
				     .label = "Days"};
}

/* "1 apr", "1 apr to 14 apr". */
static bool read_days(struct casework *cw, const char *typed, day_number *from, day_number *to, struct fault *f)
{
	struct date_context context = context_of(cw);
	const char *parted = strstr(typed, " to ");
	struct date_entry entry;
	char first[60];

	*from = *to = DAY_NONE;
	if (!*typed)
		return true;
	snprintf(first, sizeof first, "%.*s", parted ? (int)(parted - typed) : (int)strlen(typed), typed);
	if (!date_entry_parse(&entry, first, &context, f))
		return false;
	*from = *to = entry.day;
	if (!parted)
		return true;
	if (!date_entry_parse(&entry, parted + strlen(" to "), &context, f))
		return false;
	*to = entry.day;
	return true;
}

static bool filter_of(const struct audit_state *state, struct casework *cw, struct audit_filter *out, struct fault *f)
{
	*out = (struct audit_filter){.who = state->who, .about = state->about, .kind = state->kind};
	return read_days(cw, state->days, &out->from, &out->to, f);
}

static bool audit_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct audit_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct audit_filter filter;
	struct audit_line before = state->before;

	if (!state->is_open) {
		list_open(&state->list, audit_columns, AUDIT_COLUMN_COUNT);
		state->kind = -1;
	}
	state->is_open = true;
	if (!filter_of(state, cw, &filter, f) ||
	    !casework_audit_trail(cw, &filter, before.seq ? &before : NULL, PAGE_ROWS, screen_arena(s), &state->lines,
				  &state->has_older, f))
		return false;
	state->filter = audit_filter_words(&filter, screen_arena(s));
	if (*state->lines.gone_by)
		state->filter = arena_printf(screen_arena(s), "%s, let go by %s", state->filter, state->lines.gone_by);
	audit_rows_show(&state->list, &state->lines, screen_arena(s));
	return true;
}

static void audit_title(const struct screen *s, char *out, size_t room)
{
	const struct audit_state *state = screen_state(s);

	snprintf(out, room, "Audit log · %s · %zu row%s%s%s", state->filter, state->lines.count,
		 state->lines.count == 1 ? "" : "s", state->page ? ", older" : ", the newest",
		 state->has_older ? " · n Older" : "");
}

static const struct audit_line *selected(const struct audit_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->lines.items[row] : NULL;
}

static void audit_status(const struct screen *s, char *out, size_t room)
{
	const struct audit_line *line = selected(screen_state(s));

	out[0] = '\0';
	if (line)
		snprintf(out, room, "%s · %s%s%s", line->when, line->act, *line->detail ? ": " : "", line->detail);
}

static void audit_draw(const struct screen *s, struct canvas *c)
{
	const struct audit_state *state = screen_state(s);

	list_draw(&state->list, c, true,
		  state->page ? "There is nothing older. p goes back to the newest."
			      : "Nothing in the log is so. e shows everything.");
}

static bool audit_takes_text(const struct screen *s)
{
	return list_takes_text(&((const struct audit_state *)screen_state(s))->list);
}

/* --- What narrows it --- */

static void from_the_newest(struct audit_state *state, struct tui *t)
{
	state->before = (struct audit_line){0};
	state->page = 0;
	tui_refresh(t);
}

static void everything(struct audit_state *state)
{
	state->who[0] = state->about[0] = state->days[0] = '\0';
	state->kind = -1;
}

static void toggle(struct audit_state *state, enum audit_kind kind)
{
	state->kind = state->kind == (int)kind ? -1 : (int)kind;
}

/* A filter that finds nothing to go by is said under the line it was typed in. */
static bool try_filter(struct casework *cw, const struct audit_filter *filter, struct fault *f)
{
	struct arena mem = {0};
	struct audit_line_list lines;
	const struct audit_line oldest = {.seq = 1, .at = INT64_MIN}; /* nothing is older: no rows, and no look */
	bool more;
	bool ok = casework_audit_trail(cw, filter, &oldest, 1, &mem, &lines, &more, f);

	arena_finish(&mem);
	return ok;
}

static bool check_who(void *world, const char *typed, struct fault *f)
{
	struct audit_filter filter = {.who = typed, .kind = -1, .from = DAY_NONE, .to = DAY_NONE};

	return try_filter(((struct desk *)world)->cw, &filter, f);
}

static bool check_about(void *world, const char *typed, struct fault *f)
{
	struct audit_filter filter = {.about = typed, .kind = -1, .from = DAY_NONE, .to = DAY_NONE};

	return try_filter(((struct desk *)world)->cw, &filter, f);
}

static bool check_days(void *world, const char *typed, struct fault *f)
{
	struct audit_filter filter = {.kind = -1};
	struct casework *cw = ((struct desk *)world)->cw;

	return read_days(cw, typed, &filter.from, &filter.to, f) && try_filter(cw, &filter, f);
}

static bool ask(const struct audit_state *state, struct tui *t, int op, struct fault *f)
{
	const struct line_question who = {.code = ANSWER_WHO,
					  .label = "Which account?",
					  .hint = "As it signs in, or how it begins. Empty: everybody.",
					  .start = state->who,
					  .check = check_who};
	const struct line_question about = {
		.code = ANSWER_ABOUT,
		.label = "About which record?",
		.hint = "FAM-0012, C-0412, a person's reference, an LA child id. Empty: all.",
		.start = state->about,
		.check = check_about};
	const struct line_question days = {.code = ANSWER_DAYS,
					   .label = "Which days?",
					   .hint = "t, 1 apr, or 1 apr to 14 apr. Empty: all.",
					   .start = state->days,
					   .check = check_days};

	return prompt_question(t, op == OP_WHO ? &who : op == OP_ABOUT ? &about : &days, f);
}

static bool ask_kind(struct tui *t, struct fault *f)
{
	struct menu_item items[AUDIT_KIND_COUNT + 1];

	for (int i = 0; i < AUDIT_KIND_COUNT; i++)
		items[i] = (struct menu_item){.label = audit_kind_label((enum audit_kind)i),
					      .detail = audit_kind_detail((enum audit_kind)i),
					      .number = i};
	items[AUDIT_KIND_COUNT] = (struct menu_item){.key = 'e', .label = "Every kind", .detail = "", .number = -1};
	return prompt_menu(t, ANSWER_KIND, "Which kind of act?", items, AUDIT_KIND_COUNT + 1, f);
}

static bool read_row(const struct audit_state *state, struct tui *t, struct fault *f)
{
	const struct audit_line *line = selected(state);
	struct arena mem = {0};
	bool ok = !line || pager_open(t, "Audit log", audit_row_text(line, &mem), f);

	arena_finish(&mem);
	return ok;
}

static bool show_older(struct audit_state *state, struct tui *t, struct fault *f)
{
	if (!state->has_older)
		return fault_set(f, FAULT_REFUSED, "There is nothing older.");
	state->before = state->lines.items[state->lines.count - 1];
	state->page++;
	tui_refresh(t);
	return true;
}

static bool act_on(struct audit_state *state, struct tui *t, int op, struct fault *f)
{
	switch (op) {
	case OP_OPEN: return read_row(state, t, f);
	case OP_WHO:
	case OP_ABOUT:
	case OP_DAYS: return ask(state, t, op, f);
	case OP_KIND: return ask_kind(t, f);
	case OP_OLDER: return show_older(state, t, f);
	case OP_REFUSED: toggle(state, AUDIT_KIND_REFUSAL); break;
	case OP_GLASS: toggle(state, AUDIT_KIND_GLASS); break;
	case OP_EVERY: everything(state); break;
	default: break;
	}
	from_the_newest(state, t);
	return true;
}

static enum handled audit_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct audit_state *state = screen_state(s);
	struct fault f = {0};

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op != OP_OPEN && (op < OP_WHO || op > OP_NEWEST))
		return NOT_MINE;
	if (!act_on(state, t, op, &f))
		tui_say_fault(t, &f);
	return HANDLED;
}

static void audit_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct audit_state *state = screen_state(s);

	switch (answer->code) {
	case ANSWER_WHO: snprintf(state->who, sizeof state->who, "%s", answer->text); break;
	case ANSWER_ABOUT: snprintf(state->about, sizeof state->about, "%s", answer->text); break;
	case ANSWER_DAYS: snprintf(state->days, sizeof state->days, "%s", answer->text); break;
	case ANSWER_KIND: state->kind = (int)answer->number; break;
	default: return;
	}
	from_the_newest(state, t);
}

const struct screen_class audit_screen = {
	.name = "audit log",
	.purpose = "For auditors: who did what and was refused what, by account, record, kind of act and day.",
	.keys = audit_keys,
	.state_size = sizeof(struct audit_state),
	.load = audit_load,
	.title = audit_title,
	.status = audit_status,
	.draw = audit_draw,
	.act = audit_act,
	.answered = audit_answered,
	.takes_text = audit_takes_text,
};

bool audit_is_all(struct casework *cw)
{
	return casework_may(cw, ACTION_READ_AUDIT, NULL) && !casework_may(cw, ACTION_SEE_CASES, NULL) &&
	       !casework_may(cw, ACTION_LOOK_UP_PLANS, NULL);
}

bool audit_log_open(struct tui *t, struct fault *f)
{
	return casework_may(casework_of(t), ACTION_READ_AUDIT, f) && tui_go(t, &audit_screen, NULL, f);
}
