/* Sending: a small window while waiting letters go out by e-mail, one each time no key waits. */
#include "outbox.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { OP_STOP = OP_FIRST_OWN };

struct sending_state {
	int code;
	char after[160];
	size_t of;          /* letters due when it began; 0 not known yet */
	struct sending all; /* first_trouble is in `trouble` */
	char trouble[240];
	bool has_sent_one; /* the last step did something */
};

static const struct binding sending_keys[] = {
	{TUI_KEY_ESCAPE, 'q', 's', OP_STOP, "Stop", "Stop after the present letter; the others wait on."},
	{0},
};

/* One letter a step: between two the screen is painted and keys are heard. */
static bool stop_after_one(void *payload, size_t done, size_t of)
{
	struct sending_state *state = payload;

	(void)done;
	if (!state->of)
		state->of = of;
	state->has_sent_one = true;
	return false;
}

static void add_step(struct sending_state *state, const struct sending *step)
{
	state->all.sent += step->sent;
	state->all.failed += step->failed;
	state->all.later += step->later;
	state->all.unsure += step->unsure;
	state->all.left = step->left;
	if (!state->trouble[0])
		snprintf(state->trouble, sizeof state->trouble, "%s", step->first_trouble);
}

static size_t add_count(char *out, size_t room, size_t used, size_t count, const char *words)
{
	if (!count || used >= room)
		return used;
	return used + (size_t)snprintf(out + used, room - used, "%s%zu %s", used ? ", " : "", count, words);
}

static void say_result(const struct sending_state *state, struct tui *t)
{
	const struct sending *all = &state->all;
	char words[240] = "";
	size_t used = add_count(words, sizeof words, 0, all->sent, "sent");

	used = add_count(words, sizeof words, used, all->later, "to be tried again");
	used = add_count(words, sizeof words, used, all->failed, "not sent");
	used = add_count(words, sizeof words, used, all->unsure, "may have been sent");
	if (all->left > all->later)
		used = add_count(words, sizeof words, used, all->left - all->later, "still waiting");
	if (state->trouble[0])
		tui_say(t, "%s%s%s%s%s", words, used && state->after[0] ? " · " : "", state->after,
			used || state->after[0] ? ". " : "", state->trouble);
	else
		tui_say(t, "%s%s%s.", used ? words : "No letter waits to go by e-mail", state->after[0] ? " · " : "",
			state->after);
}

static void end(struct sending_state *state, struct tui *t)
{
	say_result(state, t);
	tui_close(t, &(struct answer){.code = state->code, .number = (int64_t)state->all.sent, .text = ""});
}

static bool sending_work(struct screen *s, struct tui *t)
{
	struct sending_state *state = screen_state(s);
	const struct sending_watch watch = {.progress = stop_after_one, .payload = state};
	struct arena mem = {0};
	struct sending step;
	struct fault f = {0};
	bool ok;

	state->has_sent_one = false;
	ok = casework_send(casework_of(t), &watch, &mem, &step, &f);
	add_step(state, &step);
	arena_finish(&mem);
	if (ok && state->has_sent_one && state->all.sent + state->all.failed + state->all.later < state->of)
		return true;
	if (!ok)
		snprintf(state->trouble, sizeof state->trouble, "%s", f.message);
	end(state, t);
	return false;
}

static void sending_draw(const struct screen *s, struct canvas *c)
{
	const struct sending_state *state = screen_state(s);
	const struct sending *all = &state->all;
	size_t done = all->sent + all->failed + all->later;
	int row = canvas_rows(c) - 1;

	canvas_fill(c, row, 0, -1, TUI_SELECTED);
	if (state->of)
		canvas_print(c, row, 1, -1, TUI_SELECTED, "Sending: %zu of %zu done. Esc stops after the present one.",
			     done, state->of);
	else
		canvas_text(c, row, 1, -1, TUI_SELECTED, "Sending the first letter. Esc stops after it.");
	canvas_cursor(c, row, 1);
}

static enum handled sending_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	(void)typed;
	if (op != OP_STOP && op != OP_BACK)
		return NOT_MINE;
	end(screen_state(s), t);
	return HANDLED;
}

static const struct screen_class sending_screen = {
	.name = "sending",
	.purpose = "Letters go out by e-mail one after the other.",
	.keys = sending_keys,
	.state_size = sizeof(struct sending_state),
	.draw = sending_draw,
	.act = sending_act,
	.work = sending_work,
	.is_popup = true,
};

bool outbox_send(struct tui *t, int code, const char *after, struct fault *f)
{
	struct sending_state start = {.code = code, .all = {.first_trouble = ""}};

	snprintf(start.after, sizeof start.after, "%s", after);
	return tui_push(t, &sending_screen, &start, f);
}
