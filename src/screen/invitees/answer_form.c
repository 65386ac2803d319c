/* What somebody answered to their invitation: coming or not, a deputy, on which day and how they said it. */
#include "date_field.h"
#include "form_screen.h"
#include "invitees.h"
#include "invitees_rows.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct answer_values {
	char reply[12], deputy[160], on[48], how[80], note[400];
};

struct answer_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference, invitee;
	struct casework *cw;
	struct arena mem; /* the line as it was read: as long as the form */
	const struct invitee_line *line;
	struct answer_values values, read;
};

/* In the order they are given most. */
static const struct field_choice reply_choices[] = {{"coming", "coming"},
						    {"declined", "not coming"},
						    {"deputy", "sends a deputy"},
						    {"none", "no answer yet"},
						    {NULL, NULL}};

static struct date_context past(const struct answer_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day of the answer"};
}

DATE_FIELD_HOOKS(past)

static bool asks_deputy(const void *values)
{
	return strcmp(((const struct answer_values *)values)->reply, reply_token(REPLY_DEPUTY)) == 0;
}

static bool asks_when(const void *values)
{
	const struct answer_values *v = values;

	return v->reply[0] && strcmp(v->reply, reply_token(REPLY_NONE)) != 0;
}

static bool suggest_how(void *world, const void *values, const char *typed, struct arena *mem,
			struct field_suggestion_list *out)
{
	static const char *const ways[] = {"telephone", "e-mail", "letter", "in person", "through the social worker"};

	(void)world;
	(void)values;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct field_suggestion *item;

		if (strncmp(ways[i], typed, strlen(typed)) != 0)
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct field_suggestion){.value = ways[i], .label = ways[i], .detail = ""};
	}
	return true;
}

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct answer_values, member), .room = sizeof(((struct answer_values *)0)->member)

static const struct field answer_fields[] = {
	{.name = "reply",
	 .label = "Answer",
	 .hint = "c coming, n not coming, s sends a deputy; n again: no answer yet.",
	 .kind = FIELD_CHOICE,
	 VALUE(reply),
	 .required = true,
	 .choices = reply_choices},
	{.name = "deputy",
	 .label = "Deputy",
	 .hint = "Who comes in their place: the name, as it is to be written.",
	 .kind = FIELD_TEXT,
	 VALUE(deputy),
	 .required = true,
	 .shown = asks_deputy},
	{.name = "on",
	 .label = "On",
	 .hint = "The day they said it: t today, y yesterday, mon, 27 3.",
	 .kind = FIELD_DATE,
	 VALUE(on),
	 .required = true,
	 .echo = day_echo,
	 .step = day_step,
	 .check = day_check,
	 .shown = asks_when},
	{.name = "how",
	 .label = "How",
	 .hint = "te telephone, e- e-mail, le letter, in in person; or anything else.",
	 .kind = FIELD_PICK,
	 VALUE(how),
	 .suggest = suggest_how,
	 .shown = asks_when},
	{.name = "note",
	 .label = "What they said",
	 .hint = "By video; comes at 11; needs a taxi.",
	 .kind = FIELD_TEXT,
	 VALUE(note),
	 .shown = asks_when},
};
enum { ANSWER_FIELD_COUNT = sizeof answer_fields / sizeof *answer_fields };

static bool read_line(struct answer_state *state, struct fault *f)
{
	const struct invitee_line *line;
	const struct invitee *invitee;
	struct invitees_page page;
	struct answer_values *read = &state->read;
	char day[DATE_TEXT_ROOM];
	bool given;

	if (!casework_invitees(state->cw, state->conference, &state->mem, &page, f))
		return false;
	line = invitees_line(&page, state->invitee, f);
	if (!line)
		return false;
	state->line = line;
	invitee = &line->invitee;
	given = invitee->reply != REPLY_NONE;
	*read = (struct answer_values){.reply = ""};
	snprintf(read->reply, sizeof read->reply, "%s", given ? reply_token(invitee->reply) : "");
	snprintf(read->deputy, sizeof read->deputy, "%s", given ? invitee->deputy : "");
	snprintf(read->on, sizeof read->on, "%s",
		 date_plain(given ? invitee->reply_on : casework_today(state->cw), day));
	snprintf(read->how, sizeof read->how, "%s", invitee->reply_how);
	snprintf(read->note, sizeof read->note, "%s", invitee->reply_note);
	snprintf(state->frame.title, sizeof state->frame.title, "Answer · %s · %s", state->line->who,
		 page.conference.reference);
	snprintf(state->frame.about, sizeof state->frame.about, "%s%s%s", state->line->standing,
		 invitee->deputy_name[0] ? " · deputy in the directory: " : "", invitee->deputy_name);
	snprintf(state->frame.draft_for, sizeof state->frame.draft_for, "%s %lld", page.conference.reference,
		 (long long)state->invitee);
	return true;
}

/* The deputy that the directory knows is offered once one is to come. */
static void follow(struct screen *s)
{
	struct answer_state *state = screen_state(s);

	if (asks_deputy(&state->values) && !state->values.deputy[0] && state->frame.form.focus == 0)
		form_set(&state->frame.form, "deputy", state->line->invitee.deputy_name);
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct answer_state *state = screen_state(s);

	(void)t;
	return read_line(state, f) ? &state->read : NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct answer_state *state = screen_state(s);
	const struct answer_values *v = &state->values;
	struct invitee_answer answer = {.on = DAY_NONE, .how = v->how, .note = v->note, .deputy = v->deputy};
	struct date_context context = past(state);
	struct date_entry entry = {.day = DAY_NONE};
	struct fault f = {0};

	if (!form_check(&state->frame.form, &f) || !reply_from_token(v->reply, &answer.reply) ||
	    (answer.reply != REPLY_NONE && !date_entry_parse(&entry, v->on, &context, &f))) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	answer.on = entry.day;
	if (!casework_invitee_answer(state->cw, state->invitee, state->line->invitee.version, &answer, &f)) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	tui_say(t, "Saved: %s: %s%s%s.", state->line->invitee.shown_name, reply_label(answer.reply),
		answer.reply == REPLY_DEPUTY ? ", " : "", answer.reply == REPLY_DEPUTY ? v->deputy : "");
	form_screen_saved(s, t);
}

static bool open_form(struct answer_state *state, struct tui *t, struct fault *f)
{
	state->cw = casework_of(t);
	if (!read_line(state, f))
		return false;
	state->values = state->read;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.is_new = state->line->invitee.reply == REPLY_NONE;
	state->frame.typed = follow;
	state->frame.what = "this answer";
	snprintf(state->frame.draft_form, sizeof state->frame.draft_form, "answer");
	return form_screen_begin(&state->frame, t, answer_fields, ANSWER_FIELD_COUNT, &state->values, state, f);
}

static bool answer_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct answer_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void answer_dispose(struct screen *s)
{
	struct answer_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class answer_screen = {
	FORM_SCREEN_ROWS,
	.name = "answer",
	.purpose = "What somebody answered to their invitation, when and how; who comes as their deputy.",
	.state_size = sizeof(struct answer_state),
	.load = answer_load,
	.dispose = answer_dispose,
};

bool answer_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f)
{
	struct answer_state start = {.conference = conference, .invitee = invitee};

	if (!casework_may_for(casework_of(t), ACTION_INVITE, conference, f))
		return false;
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &answer_screen, &start, f);
}
