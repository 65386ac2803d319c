/* Who is asked to one meeting of a core group: told by letter, telephone or in person, and what they answered. */
#include "core_groups.h"

#include "mailing.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>

enum { OP_LETTERS = OP_FIRST_OWN, OP_TOLD, OP_ANSWER = OP_TOLD + CORE_GROUP_WAY_COUNT };

static const struct binding invite_keys[] = {
	{'i', 0, 0, OP_LETTERS, "Letters", "Letters to all who must be told, after a look at them."},
	{'t', 0, 0, OP_TOLD + CORE_GROUP_WAY_TELEPHONE, "Telephone",
	 "They were told by telephone; their answer may follow."},
	{'p', 0, 0, OP_TOLD + CORE_GROUP_WAY_IN_PERSON, "In person", "They were told in person."},
	{'e', 0, 0, OP_TOLD + CORE_GROUP_WAY_EMAIL, "E-mail", "They were told by secure e-mail."},
	{'c', 0, 0, OP_ANSWER + CORE_GROUP_ANSWER_COMING, "Coming", "They are coming; goes to the next."},
	{'n', 0, 0, OP_ANSWER + CORE_GROUP_ANSWER_NOT_COMING, "Not coming", "They are not coming."},
	{'d', 0, 0, OP_ANSWER + CORE_GROUP_ANSWER_DEPUTY, NULL, "They send a deputy."},
	{'u', 0, 0, OP_ANSWER + CORE_GROUP_ANSWER_NONE, NULL, "Takes back what they answered."},
	{0},
};

enum { COLUMN_WHO, COLUMN_TOLD, COLUMN_ANSWER, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	{"who", 28, LIST_LEFT, 0, 0},
	{"told", 0, LIST_LEFT, 0, 0},
	{"answer", 16, LIST_LEFT, 0, 0},
};

struct invite_state {
	int64_t family, meeting;
	struct core_group_telling_list tellings;
	struct list list;
	bool is_open;
};

static const struct core_group_telling_line *line_at(const void *rows, size_t row)
{
	return &((const struct core_group_telling_list *)rows)->items[row];
}

static int64_t line_identity(const void *rows, size_t row)
{
	return line_at(rows, row)->member.id;
}

static void told_cell(const struct core_group_telling_line *line, char *out, size_t room)
{
	static const char *const owed[CORE_GROUP_TELLING_COUNT + 1] = {"not asked yet", "must be told of the new day",
								       "must be told it is cancelled", ""};
	char day[DATE_TEXT_ROOM];

	if (line->to_tell != CORE_GROUP_TELLING_COUNT)
		snprintf(out, room, "! %s%s", owed[line->to_tell], line->is_apart ? " · on their own" : "");
	else if (line->last.id)
		snprintf(out, room, "%s %s %s%s", core_group_telling_label(line->last.what),
			 core_group_way_label(line->last.how), date_short(line->last.asked_on, day),
			 line->last.is_apart ? " · on their own" : "");
	else
		snprintf(out, room, "-");
}

static void line_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct core_group_telling_line *line = line_at(rows, row);

	switch (column) {
	case COLUMN_WHO:
		snprintf(out, room, "%s%s%s", line->member.shown_name, *line->member.role ? ", " : "",
			 line->member.role);
		break;
	case COLUMN_TOLD: told_cell(line, out, room); break;
	default: snprintf(out, room, "%s", line->last.id ? core_group_answer_label(line->last.answer) : "-");
	}
}

static enum tui_role line_role(const void *rows, size_t row, int column)
{
	return column == COLUMN_TOLD && line_at(rows, row)->to_tell != CORE_GROUP_TELLING_COUNT ? TUI_SOON : TUI_TEXT;
}

static bool invite_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct invite_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct list_source source = {
		.identity = line_identity, .cell = line_cell, .role = line_role, .rows = &state->tellings};

	if (!casework_core_group_tellings(casework_of(t), state->family, state->meeting, mem, &state->tellings, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, columns, COLUMN_COUNT);
	state->is_open = true;
	source.count = state->tellings.count;
	list_fill(&state->list, &source, mem);
	list_widen(&state->list, 1u << COLUMN_WHO | 1u << COLUMN_ANSWER);
	return true;
}

static void invite_title(const struct screen *s, char *out, size_t room)
{
	const struct invite_state *state = screen_state(s);
	const struct core_group_meeting *m = &state->tellings.meeting;
	char day[DATE_TEXT_ROOM], clock[8];

	snprintf(out, room, "Core group %s%s%s%s · %zu to tell", date_medium(m->day, day), m->starts < 0 ? "" : " ",
		 m->starts < 0 ? "" : date_clock(m->starts, clock),
		 m->state == CORE_GROUP_MEETING_CANCELLED ? " · cancelled" : "", state->tellings.to_tell);
}

static void invite_draw(const struct screen *s, struct canvas *c)
{
	const struct invite_state *state = screen_state(s);
	struct canvas_part part;

	list_draw(&state->list, canvas_part(c, &part, 0, 0, canvas_rows(c), canvas_columns(c)), true,
		  "Nobody is in this core group: a adds who joins, on the page before.");
}

static bool tell(struct invite_state *state, struct tui *t, size_t row, enum core_group_way how, struct fault *f)
{
	const struct core_group_telling_list *all = &state->tellings;
	const struct core_group_telling_line *line = &all->items[row];

	if (!casework_core_group_tell(casework_of(t), state->family, state->meeting, line->member.id, how, f))
		return false;
	tui_say(t, "%s: told %s.", line->member.shown_name, core_group_way_label(how));
	tui_refresh(t);
	return true;
}

/* Told and answered in one call: the answer is what leads on to the next. */
static bool answer(struct invite_state *state, struct tui *t, size_t row, enum core_group_answer says, struct fault *f)
{
	const struct core_group_telling_list *all = &state->tellings;
	const struct core_group_telling_line *line = &all->items[row];

	if (!casework_core_group_answer(casework_of(t), state->family, &line->last, says, f))
		return false;
	tui_say(t, "%s: %s.", line->member.shown_name, core_group_answer_label(says));
	if (says != CORE_GROUP_ANSWER_NONE && row + 1 < all->count)
		list_select(&state->list, all->items[row + 1].member.id);
	tui_refresh(t);
	return true;
}

static enum handled invite_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct invite_state *state = screen_state(s);
	struct fault f = {0};
	bool ok = true;
	size_t row;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	if (op < OP_FIRST_OWN || op >= OP_ANSWER + CORE_GROUP_ANSWER_COUNT)
		return NOT_MINE;
	if (op == OP_LETTERS)
		ok = notices_open(t, NOTICE_CORE_GROUP_MEETING, state->meeting, &f);
	else if (list_selection(&state->list, &row))
		ok = op >= OP_ANSWER ? answer(state, t, row, (enum core_group_answer)(op - OP_ANSWER), &f)
				     : tell(state, t, row, (enum core_group_way)(op - OP_TOLD), &f);
	if (!ok)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool invite_takes_text(const struct screen *s)
{
	const struct invite_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

const struct screen_class core_group_invite_screen = {
	.name = "core-group-invite",
	.purpose = "Who is asked to a meeting of a core group, how, and what they answered.",
	.keys = invite_keys,
	.state_size = sizeof(struct invite_state),
	.list = LIST_OF(struct invite_state, list),
	.load = invite_load,
	.title = invite_title,
	.draw = invite_draw,
	.act = invite_act,
	.takes_text = invite_takes_text,
};

bool core_group_invite_open(struct tui *t, int64_t family, int64_t meeting, struct fault *f)
{
	const struct invite_state start = {.family = family, .meeting = meeting};

	return tui_push(t, &core_group_invite_screen, &start, f);
}
