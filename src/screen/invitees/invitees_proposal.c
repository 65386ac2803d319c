/* Who should be on the list and is not: ticked at first where they should come, added all in one act. */
#include "about.h"
#include "base/text.h"
#include "casework/pages.h"
#include "invitees.h"
#include "screens.h"
#include "tui/list.h"

#include <stdio.h>
#include <string.h>

enum { OP_TICK = OP_FIRST_OWN, OP_ADD_TICKED, OP_ALL };
enum { TURNED_MOST = 200, STATUS_COLUMNS = 78 };

static const struct binding proposal_keys[] = {
	{' ', 't', 0, OP_TICK, "Tick", "Put this person on the list to be added, or leave them out."},
	{TUI_KEY_ENTER, KEY_CONTROL('S'), TUI_F(2), OP_ADD_TICKED, "Add ticked",
	 "Add everybody who is ticked, in one act."},
	{'a', 0, 0, OP_ALL, "All or none", "Tick everybody; nobody when everybody is ticked."},
	{0},
};

static const struct list_column proposal_columns[] = {
	{"", 3, LIST_LEFT, 0, 0},
	{"who", 33, LIST_LEFT, 0, 0},
	{"why", 0, LIST_LEFT, 56, 0},
};
enum { PROPOSAL_COLUMN_COUNT = sizeof proposal_columns / sizeof *proposal_columns };

struct ticked_rows {
	struct invitee_proposal_list proposals;
	/* Whose tick was turned by hand; by identity, so that another's change does not move a tick to somebody else.
	 */
	int64_t turned[TURNED_MOST];
	size_t turned_count;
};

struct proposal_state {
	int64_t conference;
	struct conference_page page;
	struct ticked_rows rows;
	struct list list;
	bool is_open;
};

/* A person, a contact, or the words of what is proposed: positive, and the same after a reload. */
static int64_t identity_of(const struct invitee_proposal *one)
{
	uint64_t sum = 1469598103934665603u;

	if (one->invitee.person_id)
		return one->invitee.person_id * 4 + 1;
	if (one->invitee.contact_id)
		return one->invitee.contact_id * 4 + 2;
	for (const char *at = one->who; *at; at++)
		sum = (sum ^ (unsigned char)*at) * 1099511628211u;
	return (int64_t)(sum >> 3) * 4 + 3;
}

static int64_t row_identity(const void *rows, size_t row)
{
	return identity_of(&((const struct ticked_rows *)rows)->proposals.items[row]);
}

static size_t turned_at(const struct ticked_rows *rows, int64_t identity)
{
	size_t i = 0;

	while (i < rows->turned_count && rows->turned[i] != identity)
		i++;
	return i;
}

static bool is_ticked(const struct ticked_rows *rows, size_t row)
{
	const struct invitee_proposal *one = &rows->proposals.items[row];

	return one->wanted != (turned_at(rows, identity_of(one)) < rows->turned_count);
}

static void turn(struct ticked_rows *rows, size_t row)
{
	int64_t identity = row_identity(rows, row);
	size_t at = turned_at(rows, identity);

	if (at < rows->turned_count)
		rows->turned[at] = rows->turned[--rows->turned_count];
	else if (rows->turned_count < TURNED_MOST)
		rows->turned[rows->turned_count++] = identity;
}

static size_t count_ticked(const struct ticked_rows *rows)
{
	size_t count = 0;

	for (size_t i = 0; i < rows->proposals.count; i++)
		count += is_ticked(rows, i);
	return count;
}

/* "mother, same home" beside "Amelia Loveridge, mother" says mother once. */
static const char *why_of(const struct invitee_proposal *one)
{
	const char *as = strrchr(one->who, ',');
	size_t length = as ? strlen(as + 1) - 1 : 0;

	return length && strncmp(one->why, as + 2, length) == 0 && strncmp(one->why + length, ", ", 2) == 0
		       ? one->why + length + 2
		       : one->why;
}

static void row_cell(const void *rows, size_t row, int column, char *out, size_t room)
{
	const struct ticked_rows *all = rows;
	const struct invitee_proposal *one = &all->proposals.items[row];

	snprintf(out, room, "%s",
		 column == 0   ? is_ticked(all, row) ? "[x]" : "[ ]"
		 : column == 1 ? one->who
			       : why_of(one));
}

static enum tui_role row_role(const void *rows, size_t row, int column)
{
	(void)column;
	return is_ticked(rows, row) ? TUI_TEXT : TUI_MUTED;
}

static bool proposal_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct proposal_state *state = screen_state(s);
	struct list_source source = {
		.identity = row_identity, .cell = row_cell, .role = row_role, .rows = &state->rows};

	if (!casework_conference_page(casework_of(t), state->conference, screen_arena(s), &state->page, f) ||
	    !casework_invitees_propose(casework_of(t), state->conference, screen_arena(s), &state->rows.proposals, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, proposal_columns, PROPOSAL_COLUMN_COUNT);
	state->is_open = true;
	source.count = state->rows.proposals.count;
	list_fill(&state->list, &source, screen_arena(s));
	return true;
}

static void proposal_title(const struct screen *s, char *out, size_t room)
{
	const struct proposal_state *state = screen_state(s);

	snprintf(out, room, "Whom to invite · %s · %s", state->page.family_words, state->page.conference.reference);
}

static void proposal_status(const struct screen *s, char *out, size_t room)
{
	const struct proposal_state *state = screen_state(s);
	size_t row;

	out[0] = '\0';
	if (!list_selection(&state->list, &row))
		return;
	snprintf(out, room, "%s: %s", state->rows.proposals.items[row].who, why_of(&state->rows.proposals.items[row]));
	if (text_width(out) > STATUS_COLUMNS) /* the row itself says who */
		snprintf(out, room, "%s", why_of(&state->rows.proposals.items[row]));
}

/* What cannot be proposed is said, so that a list without it is no accident. */
static int draw_unnamed(const struct invitee_proposal_list *proposals, struct canvas *c, int row)
{
	char words[400];

	if (*proposals->unnamed) {
		snprintf(words, sizeof words,
			 "Nobody to propose of: %s. They are asked too: Esc goes back, a there adds them by name.",
			 proposals->unnamed);
		row += canvas_paragraph(c, row, 2, canvas_columns(c) - 2, 3, TUI_SOON, words);
	}
	if (*proposals->unchosen) {
		snprintf(words, sizeof words,
			 "Several are known of: %s. Esc goes back, a there adds the children's own.",
			 proposals->unchosen);
		row += canvas_paragraph(c, row, 2, canvas_columns(c) - 2, 2, TUI_TEXT, words);
	}
	return row;
}

static void proposal_draw(const struct screen *s, struct canvas *c)
{
	const struct proposal_state *state = screen_state(s);
	const struct invitee_proposal_list *proposals = &state->rows.proposals;
	struct canvas_part part;
	size_t ticked = count_ticked(&state->rows);
	int row = 0;

	if (proposals->count)
		canvas_print(c, row++, 2, -1, TUI_TEXT, "%zu of %zu ticked. Enter adds %s.", ticked, proposals->count,
			     ticked == 1 ? "that one" : "them all in one act");
	row = draw_unnamed(proposals, c, row);
	list_draw(&state->list, canvas_part(c, &part, row, 0, canvas_rows(c) - row, canvas_columns(c)), true,
		  *proposals->unnamed || *proposals->unchosen ? "Nobody else should be on the list."
							      : "Everybody who should be on the list is on it. Esc "
								"goes back; a there adds somebody by name.");
}

static bool add_ticked(struct proposal_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	size_t count = 0, most = count_ticked(&state->rows);
	struct invitee *invitees = arena_alloc(mem, (most + 1) * sizeof *invitees);

	if (most == 0)
		return fault_set(f, FAULT_REFUSED, "Nobody is ticked: Space ticks the row you are on.");
	if (!invitees)
		return fault_set(f, FAULT_MEMORY, "There is no memory to add so many.");
	for (size_t i = 0; i < state->rows.proposals.count; i++)
		if (is_ticked(&state->rows, i))
			invitees[count++] = state->rows.proposals.items[i].invitee;
	if (!casework_invitees_add(casework_of(t), state->conference, invitees, count, f))
		return false;
	tui_say(t, count == 1 ? "Saved: %zu person is put on the list." : "Saved: %zu people are put on the list.",
		count);
	tui_close(t, NULL);
	return true;
}

static void tick_all(struct ticked_rows *rows)
{
	bool all = count_ticked(rows) == rows->proposals.count;

	for (size_t i = 0; i < rows->proposals.count; i++)
		if (is_ticked(rows, i) == all)
			turn(rows, i);
}

static enum handled proposal_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct proposal_state *state = screen_state(s);
	struct fault f = {0};
	size_t row;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_TICK:
		if (list_selection(&state->list, &row)) {
			turn(&state->rows, row);
			list_act(&state->list, OP_DOWN, 0, screen_arena(s));
		}
		return HANDLED;
	case OP_ALL: tick_all(&state->rows); return HANDLED;
	case OP_ADD_TICKED:
		if (!add_ticked(state, t, screen_arena(s), &f))
			tui_say_fault(t, &f);
		return HANDLED;
	default: return NOT_MINE;
	}
}

static bool proposal_takes_text(const struct screen *s)
{
	const struct proposal_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static bool proposal_key_is_live(const struct screen *s, int op)
{
	const struct proposal_state *state = screen_state(s);

	return op < OP_FIRST_OWN || state->rows.proposals.count != 0;
}

ABOUT_CONFERENCE(proposal_state, page.conference)

const struct screen_class invitees_proposal_screen = {
	.name = "proposal",
	.purpose = "Who should be asked to a conference and is not: tick, and add them all in one act.",
	.keys = proposal_keys,
	.state_size = sizeof(struct proposal_state),
	.about = about,
	.list = LIST_OF(struct proposal_state, list),
	.load = proposal_load,
	.title = proposal_title,
	.status = proposal_status,
	.draw = proposal_draw,
	.act = proposal_act,
	.takes_text = proposal_takes_text,
	.key_is_live = proposal_key_is_live,
};

bool invitees_proposal_open(struct tui *t, int64_t conference, struct fault *f)
{
	struct proposal_state start = {.conference = conference};

	if (!casework_may_for(casework_of(t), ACTION_INVITE, conference, f))
		return false;
	return tui_push(t, &invitees_proposal_screen, &start, f);
}
