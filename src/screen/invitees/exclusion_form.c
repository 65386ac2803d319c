/* Asking that somebody stay away from a conference, and the chair's decision, with the words they may read. */
#include "base/text.h"
#include "date_field.h"
#include "form_screen.h"
#include "invitees.h"
#include "invitees_rows.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct exclusion_values {
	char extent[12], reason[16], part[200], asked_by[160], asked_on[48];
	char words[600], other_way[400], decided_by[160], decided_on[48];
	bool is_deciding; /* not typed: it was asked for */
};

struct exclusion_state {
	struct form_screen frame; /* first: form_screen.c goes by it */
	int64_t conference, invitee;
	struct casework *cw;
	struct arena mem; /* the line as it was read: as long as the form */
	struct invitees_page page;
	const struct invitee_line *line;
	struct exclusion_values values, read;
	enum exclusion_reason reason; /* whose words stand in the form */
};

static const struct field_choice asked_choices[] = {{"whole", "all of it"}, {"part", "a part of it"}, {NULL, NULL}};
static const struct field_choice decided_choices[] = {{"whole", "stays away from all of it"},
						      {"part", "stays away from a part"},
						      {"refused", "refused: may come"},
						      {NULL, NULL}};
static const struct field_choice reason_choices[] = {{"welfare", "it would seriously harm the child's welfare"},
						     {"disruption", "violence, threats or abuse, drink or drugs"},
						     {"child_asks", "the child asks that they are not there"},
						     {"silences", "somebody could not speak freely before them"},
						     {"confidential", "legal advice or a criminal investigation"},
						     {"conflict", "conflict, domestic abuse: separate times"},
						     {NULL, NULL}};

/* --- What is asked, and when --- */

static const struct exclusion_values *of(const void *values)
{
	return values;
}

static bool is_asking(const void *values)
{
	return !of(values)->is_deciding;
}

static bool is_deciding(const void *values)
{
	return of(values)->is_deciding;
}

static bool asks_part(const void *values)
{
	return strcmp(of(values)->extent, exclusion_token(EXCLUSION_PART)) == 0;
}

static bool is_excluded(const void *values)
{
	return of(values)->is_deciding &&
	       (asks_part(values) || strcmp(of(values)->extent, exclusion_token(EXCLUSION_WHOLE)) == 0);
}

static bool asks_reason(const void *values)
{
	return is_asking(values) || is_excluded(values);
}

static struct date_context past(const struct exclusion_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_PAST,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = state->values.is_deciding ? "The day it was decided"
									: "The day it was asked for"};
}

DATE_FIELD_HOOKS(past)

/* Whoever comes as a professional, and the social worker first: it is mostly one of them who asks. */
static bool suggest_asker(void *world, const void *values, const char *typed, struct arena *mem,
			  struct field_suggestion_list *out)
{
	const struct exclusion_state *state = world;
	const char *folded = text_fold(mem, typed);

	(void)values;
	for (size_t i = 0; i < state->page.lines.count; i++) {
		const struct invitee *one = &state->page.lines.items[i].invitee;
		struct field_suggestion *item;

		if (one->capacity != CAPACITY_PROFESSIONAL ||
		    !strstr(text_fold(mem, state->page.lines.items[i].who), folded))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return false;
		*item = (struct field_suggestion){
			.value = one->shown_name, .label = one->shown_name, .detail = one->shown_agency};
	}
	return true;
}

#define VALUE(member)                                                                                                  \
	.offset = offsetof(struct exclusion_values, member), .room = sizeof(((struct exclusion_values *)0)->member)
#define DAY .kind = FIELD_DATE, .required = true, .echo = day_echo, .step = day_step, .check = day_check

static const struct field asking_fields[] = {
	{.name = "reason",
	 .label = "Because",
	 .hint = "w welfare, v violence, t the child, s silences, l legal, c conflict.",
	 .kind = FIELD_CHOICE,
	 VALUE(reason),
	 .required = true,
	 .choices = reason_choices},
	{.name = "extent",
	 .label = "Stays away from",
	 .hint = "Left and Right: all of it, or a part. As short a part as will do.",
	 .kind = FIELD_CHOICE,
	 VALUE(extent),
	 .required = true,
	 .choices = asked_choices},
	{.name = "part",
	 .label = "Which part",
	 .hint = "While the police report is read; while the mother speaks.",
	 .kind = FIELD_TEXT,
	 VALUE(part),
	 .required = true,
	 .shown = asks_part},
	{.name = "asked_by",
	 .label = "Asked for by",
	 .hint = "Any worker may ask: two letters of the name, or type it.",
	 .kind = FIELD_PICK,
	 VALUE(asked_by),
	 .required = true,
	 .suggest = suggest_asker},
	{.name = "asked_on",
	 .label = "On",
	 .hint = "t today, y yesterday, 27 3. A late one is taken, and said to be late.",
	 VALUE(asked_on),
	 DAY},
};

static const struct field deciding_fields[] = {
	{.name = "extent",
	 .label = "Decision",
	 .hint = "s stays away from all of it, s again from a part, r refused: may come.",
	 .kind = FIELD_CHOICE,
	 VALUE(extent),
	 .required = true,
	 .choices = decided_choices},
	{.name = "part",
	 .label = "Which part",
	 .hint = "As short as will do: while the police report is read.",
	 .kind = FIELD_TEXT,
	 VALUE(part),
	 .required = true,
	 .shown = asks_part},
	{.name = "reason",
	 .label = "Because",
	 .hint = "w welfare, v violence, t the child, s silences, l legal, c conflict.",
	 .kind = FIELD_CHOICE,
	 VALUE(reason),
	 .required = true,
	 .choices = reason_choices,
	 .shown = asks_reason},
	{.name = "words",
	 .label = "Words for them",
	 .hint = "They read this in their letter: plain words, naming nobody who told us.",
	 .kind = FIELD_LINES,
	 VALUE(words),
	 .required = true,
	 .rows = 3,
	 .shown = is_excluded},
	{.name = "other_way",
	 .label = "Other way to be heard",
	 .hint = "A letter read out, seeing the chair before. Tab goes on.",
	 .kind = FIELD_LINES,
	 VALUE(other_way),
	 .required = true,
	 .rows = 2,
	 .shown = is_excluded},
	{.name = "decided_by",
	 .label = "Decided by",
	 .hint = "The chair of the conference: nobody else may exclude.",
	 .kind = FIELD_TEXT,
	 VALUE(decided_by),
	 .required = true},
	{.name = "decided_on",
	 .label = "On",
	 .hint = "The day the chair decided: t today, y yesterday, 27 3.",
	 VALUE(decided_on),
	 DAY,
	 .shown = is_deciding},
};

/* --- Reading --- */

static void fill_values(struct exclusion_state *state, const struct invitee *invitee)
{
	struct exclusion_values *read = &state->read;
	const char *extent = invitee->exclusion == EXCLUSION_WHOLE || invitee->exclusion == EXCLUSION_PART
				     ? exclusion_token(invitee->exclusion)
				     : "";
	char today[DATE_TEXT_ROOM];

	date_plain(casework_today(state->cw), today);
	*read = (struct exclusion_values){.is_deciding = invitee->exclusion != EXCLUSION_NONE &&
							 invitee->exclusion != EXCLUSION_REFUSED};
	snprintf(read->asked_on, sizeof read->asked_on, "%s", today);
	snprintf(read->decided_on, sizeof read->decided_on, "%s", today);
	if (!read->is_deciding)
		return;
	snprintf(read->extent, sizeof read->extent, "%s", extent);
	snprintf(read->reason, sizeof read->reason, "%s", exclusion_reason_token(invitee->exclusion_reason));
	snprintf(read->part, sizeof read->part, "%s", invitee->exclusion_part);
	snprintf(read->words, sizeof read->words, "%s",
		 invitee->exclusion_words[0] ? invitee->exclusion_words
					     : exclusion_words_for(invitee->exclusion_reason));
	snprintf(read->other_way, sizeof read->other_way, "%s", invitee->other_way);
	snprintf(read->decided_by, sizeof read->decided_by, "%s",
		 invitee->exclusion_decided_by[0] ? invitee->exclusion_decided_by : state->page.conference.chair);
}

static void name_frame(struct exclusion_state *state)
{
	struct form_screen *frame = &state->frame;
	const struct invitee *invitee = &state->line->invitee;
	char day[DATE_TEXT_ROOM];

	snprintf(frame->title, sizeof frame->title, "%s · %s · %s",
		 state->read.is_deciding ? "Whether to stay away" : "Ask to stay away", state->line->who,
		 state->page.conference.reference);
	snprintf(frame->draft_form, sizeof frame->draft_form, "exclusion");
	snprintf(frame->draft_for, sizeof frame->draft_for, "%s %lld", state->page.conference.reference,
		 (long long)state->invitee);
	if (state->read.is_deciding)
		snprintf(frame->about, sizeof frame->about, "Asked for by %s on %s, from %s: %s.",
			 invitee->exclusion_asked_by, date_medium(invitee->exclusion_asked_on, day),
			 invitee->exclusion_part[0] ? invitee->exclusion_part : "all of it",
			 exclusion_reason_label(invitee->exclusion_reason));
	else
		snprintf(frame->about, sizeof frame->about,
			 "Any worker may ask; the chair decides. Until then no invitation goes to them.");
}

static bool read_line(struct exclusion_state *state, struct fault *f)
{
	const struct invitee_line *line;

	if (!casework_invitees(state->cw, state->conference, &state->mem, &state->page, f))
		return false;
	line = invitees_line(&state->page, state->invitee, f);
	if (!line)
		return false;
	state->line = line;
	fill_values(state, &line->invitee);
	name_frame(state);
	return true;
}

/* --- Saving --- */

/* Words that nobody wrote follow the reason. */
static void follow(struct screen *s)
{
	struct exclusion_state *state = screen_state(s);
	enum exclusion_reason now;

	if (!exclusion_reason_from_token(state->values.reason, &now) || now == state->reason)
		return;
	if (state->values.is_deciding &&
	    (!state->values.words[0] || strcmp(state->values.words, exclusion_words_for(state->reason)) == 0))
		form_set(&state->frame.form, "words", exclusion_words_for(now));
	state->reason = now;
}

static bool ask(struct exclusion_state *state, day_number on, struct fault *f)
{
	const struct exclusion_values *v = &state->values;
	const struct exclusion_request request = {.reason = state->reason,
						  .is_whole = !asks_part(v),
						  .part = v->part,
						  .asked_by = v->asked_by,
						  .asked_on = on};

	return casework_exclusion_ask(state->cw, state->invitee, state->line->invitee.version, &request, f);
}

static bool decide(struct exclusion_state *state, day_number on, struct fault *f)
{
	const struct exclusion_values *v = &state->values;
	struct exclusion_decision decision = {.reason = state->reason,
					      .part = v->part,
					      .words = v->words,
					      .other_way = v->other_way,
					      .decided_by = v->decided_by,
					      .decided_on = on};

	return exclusion_from_token(v->extent, &decision.decision) &&
	       casework_exclusion_decide(state->cw, state->invitee, state->line->invitee.version, &decision, f);
}

/* Where another person took the line a step on, this form is no longer the one that is wanted. */
static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct exclusion_state *state = screen_state(s);

	(void)t;
	if (!read_line(state, f))
		return NULL;
	if (state->read.is_deciding == state->values.is_deciding)
		return &state->read;
	fault_set(f, FAULT_CONFLICT, "Another person %s meanwhile. Esc keeps what you typed as a draft; then x again.",
		  state->read.is_deciding ? "asked that they stay away" : "ended it");
	return NULL;
}

static void save(struct screen *s, struct tui *t)
{
	struct exclusion_state *state = screen_state(s);
	const struct exclusion_values *v = &state->values;
	struct date_context context = past(state);
	struct date_entry entry;
	struct fault f = {0};
	bool is_excluding = is_excluded(v);

	follow(s);
	if (!form_check(&state->frame.form, &f) ||
	    !date_entry_parse(&entry, v->is_deciding ? v->decided_on : v->asked_on, &context, &f) ||
	    !(v->is_deciding ? decide(state, entry.day, &f) : ask(state, entry.day, &f))) {
		form_screen_refused(&state->frame, t, &f);
		return;
	}
	if (!v->is_deciding)
		tui_say(t, "Saved: asked that %s stay away. x records what the chair decides.",
			state->line->invitee.shown_name);
	else if (is_excluding)
		tui_say(t, "Saved: %s stays away from %s. A letter is due.", state->line->invitee.shown_name,
			asks_part(v) ? "a part" : "all of it");
	else
		tui_say(t, "Saved: refused, %s may come.", state->line->invitee.shown_name);
	form_screen_saved(s, t);
}

static bool open_form(struct exclusion_state *state, struct tui *t, struct fault *f)
{
	state->cw = casework_of(t);
	if (!read_line(state, f))
		return false;
	state->values = state->read;
	state->reason = state->read.is_deciding ? state->line->invitee.exclusion_reason : EXCLUSION_REASON_NONE;
	state->frame.save = save;
	state->frame.again = again;
	state->frame.typed = follow;
	state->frame.what = "this form";
	return form_screen_begin(&state->frame, t, state->read.is_deciding ? deciding_fields : asking_fields,
				 state->read.is_deciding ? sizeof deciding_fields / sizeof *deciding_fields
							 : sizeof asking_fields / sizeof *asking_fields,
				 &state->values, state, f);
}

static bool exclusion_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct exclusion_state *state = screen_state(s);

	if (state->frame.is_open || open_form(state, t, f))
		return true;
	arena_finish(&state->mem); /* a screen that does not open is put back as it was before it read */
	return false;
}

static void exclusion_dispose(struct screen *s)
{
	struct exclusion_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class exclusion_screen = {
	FORM_SCREEN_ROWS,
	.name = "exclusion",
	.purpose = "Ask that somebody stay away from a conference; the chair's decision and the words they read.",
	.state_size = sizeof(struct exclusion_state),
	.load = exclusion_load,
	.dispose = exclusion_dispose,
};

bool exclusion_form_open(struct tui *t, int64_t conference, int64_t invitee, const char *draft, struct fault *f)
{
	struct exclusion_state start = {.conference = conference, .invitee = invitee};

	if (!casework_may_for(casework_of(t), ACTION_INVITE, conference, f))
		return false;
	snprintf(start.frame.draft, sizeof start.frame.draft, "%s", draft ? draft : "");
	return tui_push(t, &exclusion_screen, &start, f);
}
