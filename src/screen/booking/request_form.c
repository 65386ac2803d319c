/* Take a request for a conference: family, children, the clock, reason, needs; then straight on to booking. */
#include "casework/drafts.h"
#include "request_begin.h"
#include "request_move.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_WARNED = 7401, ANSWER_LEAVE, ANSWER_DAY, ANSWER_ALIKE, ANSWER_ALIKE_SAVING };
enum { OP_ALIKE = OP_FIRST_OWN };

static bool request_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct request_state *state = screen_state(s);

	state->desk.cw = casework_of(t);
	state->memory = &desk_of(t)->memory;
	return state->is_open || request_begin(state, f);
}

static void request_title(const struct screen *s, char *out, size_t room)
{
	const struct request_state *state = screen_state(s);

	snprintf(out, room, "%s%s%s", state->values.is_transfer ? "A family moves here" : "Take a request",
		 state->values.family[0] ? " · " : "", state->values.family);
}

static void request_status(const struct screen *s, char *out, size_t room)
{
	const struct request_state *state = screen_state(s);

	snprintf(out, room, "%s", state->completeness);
}

static void request_draw(const struct screen *s, struct canvas *c)
{
	const struct request_state *state = screen_state(s);

	form_draw(&state->form, c);
}

static void request_keep(struct screen *s, struct tui *t)
{
	struct request_state *state = screen_state(s);
	char summary[300];
	size_t of, filled = form_filled(&state->form, &of);

	if (!state->form.changed || state->is_taken)
		return;
	snprintf(summary, sizeof summary, "Request, %s, %zu field%s",
		 state->values.family[0] ? state->values.family : "no family yet", filled, filled == 1 ? "" : "s");
	keep_typed(t, "request", state->subject, summary, form_to_draft(&state->form, screen_arena(s)));
}

static void ask_alike(struct request_state *state, struct tui *t, int n, int code)
{
	struct fault f = {0};

	if (!request_alike_ask(&state->desk, &state->values, n, t, code, &f))
		tui_say_fault(t, &f);
}

/* What is said of the children stands at the one it names, else where a new one is typed. */
static const char *child_field(const struct request_state *state, const char *sentence)
{
	for (size_t i = 0; i < state->form.count; i++) {
		const struct field *field = &state->form.fields[i];
		const char *age = field->kind == FIELD_TICK ? strchr(field->label, ',') : NULL;

		if (age && strncmp(field->label, sentence, (size_t)(age - field->label)) == 0)
			return field->name;
	}
	return "given_1";
}

/* Casework speaks of the record, the form has its own names. */
static const char *field_of(const struct request_state *state, const struct fault *f)
{
	static const char *const names[][2] = {
		{"strategy_on", "strategy"},
		{"transfer_notified_on", "notified"},
		{"transfer_referred_on", "referred"},
		{"transfer_accepted_on", "accepted"},
		{"transfer_moved_on", "moved"},
		{"notified_on", "notified"},
		{"moved_on", "moved"},
		{"until_on", "until"},
		{"started_on", "theirs"},
		{"address", "home"},
		{"kept_from", "home_kept"},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i][0], f->field) == 0)
			return names[i][1];
	return strcmp(f->field, "children") == 0 ? child_field(state, f->message) : f->field;
}

static void say_at_field(struct request_state *state, struct tui *t, const struct fault *f)
{
	struct fault at = *f;

	snprintf(at.field, sizeof at.field, "%s", field_of(state, f));
	form_show_fault(&state->form, &at);
	tui_say_fault(t, f);
}

static void take(struct screen *s, struct tui *t, bool accept_warnings)
{
	struct request_state *state = screen_state(s);
	struct casework *cw = casework_of(t);
	struct arena mem = {0};
	struct request_typed typed;
	struct fault f = {0};
	const char *done = "";
	int64_t conference = 0;
	bool ok = request_typed_parse(&state->desk, &state->values, &mem, &typed, &f);

	typed.arrival.request.accept_warnings = accept_warnings;
	if (!ok || !request_typed_take(cw, &typed, &mem, &done, &conference, &f)) {
		say_at_field(state, t, &f);
		arena_finish(&mem);
		return;
	}
	casework_draft_drop(cw, "request", state->subject, NULL);
	state->is_taken = true;
	form_mark_saved(&state->form);
	tui_close(t, NULL);
	if (!conference)
		tui_say(t, "Saved: %s. Its letters: E, then l.", done);
	else if (booking_form_open(t, conference, NULL, &f))
		tui_say(t, "Saved: %s. Choose a slot, or Esc to book later.", done);
	else
		tui_say_fault(t, &f);
	arena_finish(&mem);
}

/* Who a child is comes first: what is refused may be because the child is not new. What else the officer should know is
 * asked once; then the request is taken. */
static void check_and_take(struct screen *s, struct tui *t)
{
	struct request_state *state = screen_state(s);
	struct arena mem = {0};
	struct request_typed typed;
	struct fault f = {0};
	const char *warnings = "";
	char name[NAME_ROOM];
	int alike;

	if (!form_check(&state->form, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	if (!request_alike_look(&state->desk, &state->values, name, &f) ||
	    !request_typed_parse(&state->desk, &state->values, &mem, &typed, &f))
		say_at_field(state, t, &f);
	else if ((alike = request_alike_open(&state->desk, &state->values, 0)) < NEW_CHILDREN_MOST)
		ask_alike(state, t, alike, ANSWER_ALIKE_SAVING);
	else if (!request_typed_warnings(casework_of(t), &typed, &mem, &warnings, &f))
		say_at_field(state, t, &f);
	else if (!warnings[0])
		take(s, t, false);
	else if (!prompt_yes_no(t, ANSWER_WARNED, "Take the request all the same?", warnings, &f))
		tui_say_fault(t, &f);
	arena_finish(&mem);
}

/* Another family has other children to tick: the table is built anew. */
static void family_left(struct request_state *state, struct tui *t)
{
	const char *focus = state->form.focus < state->form.count ? state->form.fields[state->form.focus].name : NULL;
	struct fault f = {0};

	if (strcmp(state->family_seen, state->values.family) == 0)
		return;
	if (!request_follow_family(state, &f))
		tui_say_fault(t, &f);
	request_lay_fields(state, state->desk.known.count ? NULL : focus, NULL);
	if (state->desk.known.count && state->desk.field_count > 1)
		form_focus(&state->form, state->desk.fields[1].name);
}

static void field_left(struct screen *s, struct tui *t)
{
	struct request_state *state = screen_state(s);
	struct fault f = {0};
	char name[NAME_ROOM];

	family_left(state, t);
	if (!request_alike_look(&state->desk, &state->values, name, &f))
		tui_say_fault(t, &f);
	else if (name[0])
		tui_say(t, "%s looks like somebody on file. Ctrl-O shows who; or go on, and it is asked on saving.",
			name);
	request_keep(s, t);
}

/* About the new child whose fields have the focus, else about the first. */
static void answer_alike(struct request_state *state, struct tui *t)
{
	const char *name = state->form.focus < state->form.count ? state->form.fields[state->form.focus].name : "";
	const char *place = strrchr(name, '_');
	int here = place && place[1] >= '1' && place[1] <= '0' + NEW_CHILDREN_MOST && !place[2] ? place[1] - '1' : 0;
	struct fault f = {0};
	char found[NAME_ROOM];
	int n;

	if (!request_alike_look(&state->desk, &state->values, found, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	n = request_alike_open(&state->desk, &state->values, here);
	if (n == NEW_CHILDREN_MOST)
		n = request_alike_open(&state->desk, &state->values, 0);
	if (n < NEW_CHILDREN_MOST)
		ask_alike(state, t, n, ANSWER_ALIKE);
	else
		tui_say(t, "No new child here looks like somebody on file.");
}

static enum handled request_act(struct screen *s, struct tui *t, int op, tui_key typed)
{
	struct request_state *state = screen_state(s);
	struct fault f = {0};

	if (op == OP_ALIKE) {
		answer_alike(state, t);
		return HANDLED;
	}
	if (form_act(&state->form, op, typed) == HANDLED) {
		if (form_take_left(&state->form))
			field_left(s, t);
		request_settle(state);
		return HANDLED;
	}
	switch (form_take_request(&state->form)) {
	case OP_FORM_SAVE: check_and_take(s, t); return HANDLED;
	case OP_FORM_CALENDAR:
		if (!calendar_open(t, ANSWER_DAY, casework_today(state->desk.cw), &f))
			tui_say_fault(t, &f);
		return HANDLED;
	case OP_FORM_HELP: tui_say(t, "%s", form_help(&state->form)); return HANDLED;
	default: return NOT_MINE;
	}
}

static bool request_takes_text(const struct screen *s)
{
	(void)s;
	return true;
}

static bool request_may_close(struct screen *s, struct tui *t)
{
	struct request_state *state = screen_state(s);

	return !state->form.changed || !prompt_leave(t, ANSWER_LEAVE, "this request", NULL);
}

static void leave(struct screen *s, struct tui *t, int64_t choice)
{
	struct request_state *state = screen_state(s);

	if (choice == 1) {
		check_and_take(s, t);
		return;
	}
	if (choice == 2)
		request_keep(s, t);
	else
		casework_draft_drop(casework_of(t), "request", state->subject, NULL);
	state->form.changed = false;
	tui_close(t, NULL);
}

/* A child who was taken may have brought another family: the officer looks at it before it is saved. */
static void alike_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct request_state *state = screen_state(s);
	const struct look_alike *taken;
	char name[NAME_ROOM];
	struct fault f = {0};

	if (!request_alike_answer(&state->desk, &state->values, answer->number, &taken, &f)) {
		tui_say_fault(t, &f);
		return;
	}
	state->form.changed = true;
	if (taken) {
		snprintf(state->family_seen, sizeof state->family_seen, "%s", state->values.family);
		request_lay_fields(state, NULL, NULL);
		form_focus(&state->form, state->values.type[0] ? "family" : "type");
		tui_say(t, "%s is taken from the file and ticked; the request is for %s. Ctrl-S saves.",
			person_full_name(&taken->member.person, name), state->values.family);
		request_keep(s, t);
	} else if (answer->code == ANSWER_ALIKE_SAVING) {
		check_and_take(s, t);
	}
	request_settle(state);
}

static void request_answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct request_state *state = screen_state(s);
	char text[DATE_TEXT_ROOM];

	if (answer->code == ANSWER_WARNED && answer->number == 1)
		take(s, t, true);
	else if (answer->code == ANSWER_ALIKE || answer->code == ANSWER_ALIKE_SAVING)
		alike_answered(s, t, answer);
	else if (answer->code == ANSWER_LEAVE)
		leave(s, t, answer->number);
	else if (answer->code == ANSWER_DAY && state->form.focus < state->form.count)
		form_set(&state->form, state->form.fields[state->form.focus].name,
			 date_plain((day_number)answer->number, text));
}

static void request_dispose(struct screen *s)
{
	struct request_state *state = screen_state(s);

	form_close(&state->form);
	for (int n = 0; n < NEW_CHILDREN_MOST; n++)
		arena_finish(&state->desk.alike[n].mem);
	arena_finish(&state->desk.mem);
}

static const struct binding request_keys[] = {
	{KEY_CONTROL('O'), TUI_F(6), 0, OP_ALIKE, "On file",
	 "Shows who on file a new child looks like: take the child on file, or say that it is a different one."},
	{0},
};

static bool request_key_is_live(const struct screen *s, int op)
{
	const struct request_state *state = screen_state(s);

	return op != OP_ALIKE || request_alike_open(&state->desk, &state->values, 0) < NEW_CHILDREN_MOST;
}

const struct screen_class request_screen = {
	.name = "request",
	.purpose = "Take a request for a conference; what is missing for a booking is said below.",
	.keys = request_keys,
	.widget_keys = form_keys,
	.state_size = sizeof(struct request_state),
	.load = request_load,
	.title = request_title,
	.status = request_status,
	.draw = request_draw,
	.act = request_act,
	.takes_text = request_takes_text,
	.answered = request_answered,
	.keep = request_keep,
	.may_close = request_may_close,
	.key_is_live = request_key_is_live,
	.dispose = request_dispose,
};

bool request_form_open(struct tui *t, const struct request_start *start, struct fault *f)
{
	struct request_state *state = calloc(1, sizeof *state);
	bool opened;

	if (!state)
		return fault_set(f, FAULT_MEMORY, "There is no memory to open the form.");
	state->desk.family_id = start->family_id;
	state->desk.enquiry_id = start->enquiry_id;
	state->desk.is_arrival = start->is_arrival;
	snprintf(state->values.stay, sizeof state->values.stay, "for_good");
	snprintf(state->values.category, sizeof state->values.category, "NEG");
	snprintf(state->draft, sizeof state->draft, "%s", start->draft ? start->draft : "");
	snprintf(state->subject, sizeof state->subject, "%s", start->draft_subject ? start->draft_subject : "");
	if (state->subject[0])
		request_draft_unname(state);
	opened = casework_may(casework_of(t), ACTION_TAKE_REQUESTS, f) && tui_push(t, &request_screen, state, f);
	free(state);
	return opened;
}
