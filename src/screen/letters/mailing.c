/* Mailing: who gets which letter about a conference, a complaint, a plan, and how; reading each, leaving some out,
 * sending them in one act.
 */
#include "mailing.h"

#include "about.h"
#include "mailing_rows.h"
#include "mailing_what.h"
#include "outbox.h"
#include "screens.h"
#include "tui/prompt.h"
#include "tui/tabs.h"

#include <stdio.h>
#include <string.h>

enum { OP_TICK = OP_FIRST_OWN, OP_ALL, OP_SEND, OP_NEXT, OP_BEFORE, OP_FIRST_MAILING };
enum { ANSWER_SEND = 7821, ANSWER_SENT };
enum { TEXT_COLUMNS = 80 }; /* of the letter beside the list, from 120 columns */

static const struct binding mailing_keys[] = {
	{TUI_KEY_ENTER, 'o', 0, OP_OPEN, "Read", "Read the letter as it would go."},
	{' ', 't', 0, OP_TICK, "Tick", "Leave this letter out, or take it in again."},
	{'a', 0, 0, OP_ALL, "All or none", "Tick every letter that can go; none when all are ticked."},
	{'s', KEY_CONTROL('S'), TUI_F(2), OP_SEND, "Send ticked", "Send all that are ticked, after one question."},
	{TUI_KEY_TAB, ']', 0, OP_NEXT, "Next",
	 "The next kind of letters: invitations, changes, exclusions, decisions, record; elsewhere as the tabs say."},
	{TUI_KEY_BACK_TAB, '[', 0, OP_BEFORE, NULL, "The one before."},
	{'1', 0, 0, OP_FIRST_MAILING, NULL, "Invitations."},
	{'2', 0, 0, OP_FIRST_MAILING + MAILING_CHANGES, NULL, "Changes: the day moved, was postponed or cancelled."},
	{'3', 0, 0, OP_FIRST_MAILING + MAILING_EXCLUSIONS, NULL, "Exclusions: those who are asked to stay away."},
	{'4', 0, 0, OP_FIRST_MAILING + MAILING_DECISIONS, NULL, "Decisions: what the conference decided."},
	{'5', 0, 0, OP_FIRST_MAILING + MAILING_RECORD, NULL, "Record: the approved record, each reader's own copy."},
	{0},
};

struct mailing_state {
	struct mailing_what what;
	struct mailing_rows rows;
	struct list list;
	char refused[FAULT_MESSAGE_ROOM];
	bool is_open;
};

/* Why there is no letter of one kind is shown in the place of the list: the other kinds are a key away. */
static bool read_letters(struct mailing_state *state, struct casework *cw, struct arena *mem, struct fault *f)
{
	struct fault why = {0};

	state->rows.letters = (struct mailing_item_list){0};
	state->refused[0] = '\0';
	if (mailing_what_preview(&state->what, cw, mem, &state->rows.letters, &why))
		return mailing_rows_order(&state->rows, mem) ||
		       fault_set(f, FAULT_MEMORY, "There is not enough memory to show these letters.");
	if (why.code != FAULT_REFUSED) {
		*f = why;
		return false;
	}
	snprintf(state->refused, sizeof state->refused, "%s", why.message);
	return true;
}

static bool mailing_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct mailing_state *state = screen_state(s);
	struct arena *mem = screen_arena(s);
	struct list_source source;

	if (!mailing_what_count(&state->what, casework_of(t), mem, f) || !read_letters(state, casework_of(t), mem, f))
		return false;
	if (!state->is_open)
		list_open(&state->list, mailing_columns, MAILING_COLUMN_COUNT);
	state->is_open = true;
	source = mailing_source(&state->rows);
	list_fill(&state->list, &source, mem);
	return true;
}

static void mailing_title(const struct screen *s, char *out, size_t room)
{
	const struct mailing_state *state = screen_state(s);

	snprintf(out, room, "Letters to send · %s · %s · %s", state->what.family_words, state->what.reference,
		 state->what.when);
}

static const struct mailing_item *selected(const struct mailing_state *state)
{
	size_t row;

	return list_selection(&state->list, &row) ? &state->rows.letters.items[row] : NULL;
}

static void mailing_status(const struct screen *s, char *out, size_t room)
{
	const struct mailing_item *item = selected(screen_state(s));

	out[0] = '\0';
	if (item && item->problem[0])
		snprintf(out, room, "%s cannot be written to: %s", item->who, item->problem);
	else if (item)
		snprintf(out, room, "%s%s%s%s%.*s%s%s%s%s", item->who, item->of[0] ? " · " : "", item->of,
			 item->address[0] ? " · to " : "", (int)strcspn(item->address, "\n"), item->address,
			 item->encloses[0] ? " · encloses " : "", item->encloses,
			 item->withdraws[0] ? " · withdraws " : "", item->withdraws);
}

static const char *when_empty(const struct mailing_state *state)
{
	return state->refused[0] ? state->refused : mailing_what_empty(&state->what);
}

static void mailing_draw(const struct screen *s, struct canvas *c)
{
	const struct mailing_state *state = screen_state(s);
	const char *labels[MAILING_TABS_MOST];
	const struct mailing_item *item = selected(state);
	int rows = canvas_rows(c), columns = canvas_columns(c), head;
	struct canvas_part part, beside;
	char words[240];

	for (int i = 0; i < state->what.count; i++)
		labels[i] = state->what.tabs[i];
	head = tabs_draw(c, 0, labels, state->what.count, mailing_what_tab(&state->what));
	mailing_count_words(&state->rows, words, sizeof words);
	if (state->rows.letters.count)
		head += canvas_paragraph(c, head, 2, -1, 2, TUI_TEXT, words);
	if (columns >= 120 && item) {
		struct canvas *text = canvas_part(c, &beside, head, columns - TEXT_COLUMNS + 2, rows - head,
						  TEXT_COLUMNS - 2);

		columns -= TEXT_COLUMNS;
		canvas_vertical(c, columns, head, rows - head);
		canvas_paragraph(text, 0, 0, -1, rows - head, TUI_TEXT, item->text);
	}
	list_draw(&state->list, canvas_part(c, &part, head, 0, rows - head, columns), true, when_empty(state));
}

/* --- Sending --- */

/* Sending hands over whatever waits, of other conferences too: whoever is asked is told. */
static size_t others_that_wait(struct tui *t)
{
	struct letter_item_list all = {0};
	struct arena mem = {0};
	size_t count = 0;

	if (casework_outbox(casework_of(t), &mem, &all, NULL))
		for (size_t i = 0; i < all.count; i++)
			count += all.items[i].state == DELIVERY_WAITING &&
				 strcmp(all.items[i].method, invite_method_label(METHOD_EMAIL)) == 0;
	arena_finish(&mem);
	return count;
}

static bool ask_to_send(struct mailing_state *state, struct tui *t, struct fault *f)
{
	size_t count = mailing_ticked(&state->rows), others;
	char question[200], counts[240], consequence[480], with[120] = "";

	if (!state->rows.letters.count)
		return fault_set(f, FAULT_REFUSED, "%s", when_empty(state));
	if (count == 0)
		return fault_set(f, FAULT_REFUSED, "No letter is ticked: Space ticks the row you are on.");
	mailing_count_words(&state->rows, counts, sizeof counts);
	snprintf(question, sizeof question,
		 count == 1 ? "Send %zu letter about %s, %s?" : "Send %zu letters about %s, %s?", count,
		 state->what.reference, state->what.family_words);
	others = others_that_wait(t);
	if (others)
		snprintf(with, sizeof with, " %zu other%s that wait%s in the outbox go%s with them.", others,
			 others == 1 ? "" : "s", others == 1 ? "s" : "", others == 1 ? "es" : "");
	snprintf(consequence, sizeof consequence, "%s.%s What was sent cannot be called back.", counts, with);
	return prompt_yes_no(t, ANSWER_SEND, question, consequence, f);
}

static bool send_ticked(struct mailing_state *state, struct tui *t, struct arena *mem, struct fault *f)
{
	int64_t *ids = arena_alloc(mem, (state->rows.letters.count + 1) * sizeof *ids);
	size_t count = 0, written, by_mail, by_hand;
	char after[120] = "";

	if (!ids)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to send these letters.");
	for (size_t i = 0; i < state->rows.letters.count; i++)
		if (mailing_is_ticked(&state->rows, i))
			ids[count++] = state->rows.letters.items[i].invitee_id;
	mailing_count(&state->rows, &by_mail, &by_hand);
	if (!mailing_what_send(&state->what, casework_of(t), ids, count, &written, f))
		return false;
	if (by_hand)
		snprintf(after, sizeof after, "%zu %s in the outbox (O) to be posted or done by hand", by_hand,
			 by_hand == 1 ? "waits" : "wait");
	if (by_mail && !casework_may(casework_of(t), ACTION_INVITE, NULL))
		tui_say(t, "Saved: the office sends it from the outbox (O).");
	else if (by_mail)
		return outbox_send(t, ANSWER_SENT, after, f);
	else
		tui_say(t, "Saved: %s.", after);
	return true;
}

static void mailing_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct mailing_state *state = screen_state(s);
	struct fault f = {0};

	if (answer->code == ANSWER_SEND && answer->number == 1 && !send_ticked(state, t, screen_arena(s), &f))
		tui_say_fault(t, &f);
}

/* --- Keys --- */

static void choose_tab(struct mailing_state *state, struct tui *t, int tab)
{
	if (state->what.count)
		state->what.kind = state->what.kinds[(tab + state->what.count) % state->what.count];
	tui_refresh(t);
}

static bool tick(struct mailing_state *state, struct arena *mem, struct fault *f)
{
	const struct mailing_item *item = selected(state);
	size_t row;

	if (!item || !list_selection(&state->list, &row))
		return fault_set(f, FAULT_REFUSED, "There is no letter to tick.");
	if (!mailing_turn(&state->rows, row))
		return fault_set(f, FAULT_REFUSED, "%s cannot be written to: %s. %s", item->who, item->problem,
				 mailing_what_mend(&state->what));
	list_act(&state->list, OP_DOWN, 0, mem);
	return true;
}

static bool read_selected(struct mailing_state *state, struct tui *t, struct fault *f)
{
	const struct mailing_item *item = selected(state);

	return item ? pager_open(t, item->who, item->text, f)
		    : fault_set(f, FAULT_REFUSED, "There is no letter to read.");
}

static enum handled mailing_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct mailing_state *state = screen_state(s);
	struct fault f = {0};
	bool done = true;

	if (list_act(&state->list, op, typed, screen_arena(s)) == HANDLED)
		return HANDLED;
	switch (op) {
	case OP_OPEN: done = read_selected(state, t, &f); break;
	case OP_TICK: done = tick(state, screen_arena(s), &f); break;
	case OP_ALL: mailing_turn_all(&state->rows); break;
	case OP_SEND: done = ask_to_send(state, t, &f); break;
	case OP_NEXT: choose_tab(state, t, mailing_what_tab(&state->what) + 1); break;
	case OP_BEFORE: choose_tab(state, t, mailing_what_tab(&state->what) - 1); break;
	default:
		if (op < OP_FIRST_MAILING || op >= OP_FIRST_MAILING + state->what.count)
			return NOT_MINE;
		choose_tab(state, t, op - OP_FIRST_MAILING);
	}
	if (!done)
		tui_say_fault(t, &f);
	return HANDLED;
}

static bool mailing_takes_text(const struct screen *s)
{
	const struct mailing_state *state = screen_state(s);

	return list_takes_text(&state->list);
}

static bool mailing_key_is_live(const struct screen *s, int op)
{
	const struct mailing_state *state = screen_state(s);

	switch (op) {
	case OP_OPEN:
	case OP_TICK:
	case OP_ALL:
	case OP_SEND: return state->rows.letters.count != 0;
	default: return true;
	}
}

ABOUT_FAMILY(mailing_state, what.family)

const struct screen_class mailing_screen = {
	.name = "mailing",
	.purpose = "Who gets which letter about a conference, a complaint, a plan or a meeting, and sending them in "
		   "one act.",
	.keys = mailing_keys,
	.state_size = sizeof(struct mailing_state),
	.list = LIST_OF(struct mailing_state, list),
	.load = mailing_load,
	.title = mailing_title,
	.about = about,
	.status = mailing_status,
	.draw = mailing_draw,
	.act = mailing_act,
	.takes_text = mailing_takes_text,
	.answered = mailing_answered,
	.key_is_live = mailing_key_is_live,
};

bool mailing_open(struct tui *t, int64_t conference, enum mailing mailing, struct fault *f)
{
	struct mailing_state start = {.what = {.conference = conference, .kind = (int)mailing}};

	if (!casework_may_for(casework_of(t), ACTION_INVITE, conference, f))
		return false;
	return tui_push(t, &mailing_screen, &start, f);
}

bool notices_open(struct tui *t, enum notice notice, int64_t id, struct fault *f)
{
	struct mailing_state start = {.what = {.about = notice_about(notice), .subject = id, .kind = (int)notice}};

	return tui_push(t, &mailing_screen, &start, f);
}

bool mailing_open_due(struct tui *t, int64_t conference, struct fault *f)
{
	struct arena mem = {0};
	struct mailings_due due;
	bool ok = casework_mailings_due(casework_of(t), conference, &mem, &due, f);
	enum mailing first = due.first;

	arena_finish(&mem);
	return ok && mailing_open(t, conference, first, f);
}

bool mailing_offer(struct tui *t, int code, int64_t conference, const char *done, struct fault *f)
{
	struct arena mem = {0};
	struct mailings_due due;
	char question[400];
	size_t count;
	bool asked = false;

	if (casework_mailings_due(casework_of(t), conference, &mem, &due, f) && due.letters[MAILING_CHANGES]) {
		count = due.letters[MAILING_CHANGES];
		snprintf(question, sizeof question, "Saved: %s. %zu %s of %s; tell %s now?", done, count,
			 count == 1 ? "person knows" : "people know", due.known[0] ? due.known : "the day before",
			 count == 1 ? "them" : "them all");
		asked = prompt_yes_no(t, code, question,
				      "Yes shows each letter before it goes. No leaves it among what is due today.", f);
	}
	arena_finish(&mem);
	return asked;
}

bool notices_open_due(struct tui *t, enum notice_subject about, int64_t id, struct fault *f)
{
	struct arena mem = {0};
	struct notices_due due;
	bool ok = casework_notices_due(casework_of(t), about, id, &mem, &due, f);
	enum notice first = due.first;

	arena_finish(&mem);
	return ok && notices_open(t, first, id, f);
}

bool notices_offer(struct tui *t, int code, struct notices_offer *offer, const char *done, struct fault *f)
{
	struct arena mem = {0};
	struct notices_due due;
	size_t letters = 0;
	char question[300], count[40] = "the letter";
	bool is_challenge = offer->about == NOTICE_ABOUT_COMPLAINT || offer->about == NOTICE_ABOUT_ESCALATION;
	bool asked = false;

	if (casework_notices_due(casework_of(t), offer->about, offer->id, &mem, &due, NULL))
		for (size_t i = 0; i < due.count; i++)
			letters += due.letters[i];
	if (letters > 1)
		snprintf(count, sizeof count, "the %zu letters", letters);
	if (letters) {
		offer->first = due.first;
		snprintf(question, sizeof question, "Saved: %s. Write %s now?", done, count);
		asked = prompt_yes_no(t, code, question,
				      is_challenge ? "Yes shows each before it goes. No: later, by l on its page (K)."
						   : "Yes shows each before it goes. No: later, by l under Moves and "
						     "endings (E).",
				      f);
	}
	arena_finish(&mem);
	return asked;
}
