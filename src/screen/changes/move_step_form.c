/* One step of a move, or of the end of a plan that has to be decided: the day, and what that step asks. */
#include "about.h"
#include "casework/pages.h"
#include "casework/plan_ends.h"
#include "casework/transfers.h"
#include "date_field.h"
#include "form_screen.h"
#include "keep_from.h"
#include "mailing.h"
#include "plan_end.h"
#include "screens.h"

#include <stdio.h>
#include <string.h>

struct move_step_values {
	char on[48], object_by[48], agency[160], address[300], kept_from[200], words[1200];
	char papers[TRANSFER_PAPER_COUNT][4];
	bool is_move;
	int step;
};

enum { ANSWER_WRITE = 8650 };

struct move_step_state {
	struct form_screen form; /* first: form_screen.c goes by it */
	struct move_step_values values;
	int64_t id, version;
	int64_t family;
	bool moves_away;              /* a move from here */
	struct notices_offer letters; /* that follow, once it is saved */
	struct casework *cw;
	struct arena mem; /* as long as the form */
	struct member_list members;
};

static struct date_context nearest(const struct move_step_state *state)
{
	return (struct date_context){.kind = DATE_FIELD_ANY,
				     .today = casework_today(state->cw),
				     .calendar = casework_calendar(state->cw),
				     .label = "Day"};
}

DATE_FIELD_HOOKS(nearest)

static bool is_step(const void *values, bool is_move, int step)
{
	const struct move_step_values *v = values;

	return v->is_move == is_move && v->step == step;
}

static bool is_papers(const void *values)
{
	return is_step(values, true, TRANSFER_STEP_PAPERS);
}

static bool is_telling(const void *values)
{
	return is_step(values, false, PLAN_ENDING_STEP_TELL);
}

static bool is_answer(const void *values)
{
	return is_step(values, false, PLAN_ENDING_STEP_AGREE) || is_step(values, false, PLAN_ENDING_STEP_OBJECT);
}

/* Where the letters go from now on. */
static bool is_home(const void *values)
{
	return is_step(values, true, TRANSFER_STEP_MOVED) || is_step(values, true, TRANSFER_STEP_STAYS);
}

static bool suggest_keep_from(void *world, const void *values, const char *typed, struct arena *mem,
			      struct field_suggestion_list *out)
{
	(void)values;
	return keep_from_suggest(&((const struct move_step_state *)world)->members, 0, typed, mem, out);
}

#define VALUE(member) FIELD_OF(struct move_step_values, member)
#define DAY           .echo = day_echo, .step = day_step, .check = day_check
#define PAPER(id, token, label)                                                                                        \
	{token,                                                                                                        \
	 label,                                                                                                        \
	 "Space ticks what was sent or received now.",                                                                 \
	 NULL,                                                                                                         \
	 FIELD_TICK,                                                                                                   \
	 VALUE(papers[TRANSFER_PAPER_##id]),                                                                           \
	 .shown = is_papers},

static const struct field fields[] = {
	{"on", "On", "The day it was done: today, yesterday, 9 apr.", NULL, FIELD_DATE, VALUE(on), .required = true,
	 DAY},
	{"object_by", "Object until", "The agencies may object until this day: +5wd, 9 apr.", NULL, FIELD_DATE,
	 VALUE(object_by), .required = true, DAY, .shown = is_telling},
	{"agency", "Agency", "Which agency, and who there.", NULL, FIELD_TEXT, VALUE(agency), .required = true,
	 .shown = is_answer},
	{"address", "Where they live", "The children's new address: their letters go there.", NULL, FIELD_LINES,
	 VALUE(address), .rows = 3, .shown = is_home},
	{"kept_from", "Keep it from", "Who must never read it: father, or father, step-father. Empty for nobody.", NULL,
	 FIELD_PICK, VALUE(kept_from), .shown = is_home, .suggest = suggest_keep_from},
	TRANSFER_PAPERS(PAPER){"words", "Note", "What else is to be kept: why, how it was answered. Ctrl-S saves.",
			       NULL, FIELD_LINES, VALUE(words), .rows = 4},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static bool day_of(const struct move_step_state *state, const char *typed, bool is_asked, day_number *out,
		   struct fault *f)
{
	struct date_context context = nearest(state);
	struct date_entry entry;

	*out = DAY_NONE;
	if (!is_asked)
		return true;
	if (!date_entry_parse(&entry, typed, &context, f))
		return false;
	*out = entry.day;
	return true;
}

static bool keep_move(struct move_step_state *state, struct fault *f)
{
	struct transfer_act act = {.transfer_id = state->id,
				   .version = state->version,
				   .step = (enum transfer_step)state->values.step,
				   .address = state->values.address,
				   .kept_from = state->values.kept_from,
				   .words = state->values.words};

	for (int i = 0; i < TRANSFER_PAPER_COUNT; i++)
		if (strcmp(state->values.papers[i], "yes") == 0)
			act.papers |= TRANSFER_PAPER_BIT(i);
	return day_of(state, state->values.on, true, &act.on, f) && casework_transfer_act(state->cw, &act, f);
}

static bool keep_ending(struct move_step_state *state, struct fault *f)
{
	struct plan_ending_act act = {.ending_id = state->id,
				      .version = state->version,
				      .step = (enum plan_ending_step)state->values.step,
				      .agency = is_answer(&state->values) ? state->values.agency : "",
				      .words = state->values.words};

	return day_of(state, state->values.on, true, &act.on, f) &&
	       day_of(state, state->values.object_by, is_telling(&state->values), &act.object_by, f) &&
	       casework_plan_ending_act(state->cw, &act, f);
}

/* Their conference ended our plans: the letters are those of that end. */
static bool end_of_move(const struct move_step_state *state, struct arena *mem, int64_t *out)
{
	struct plan_ending_line_list all = {0};

	*out = 0;
	if (!casework_plan_endings(state->cw, state->family, false, mem, &all, NULL))
		return false;
	for (size_t i = 0; i < all.count && !*out; i++)
		if (all.items[i].ending.transfer_id == state->id)
			*out = all.items[i].ending.id;
	return *out != 0;
}

/* Nobody is asked after every paper: only where there is something new to write. That they accept is not ours to say.
 */
static bool leads_to_letters(struct move_step_state *state, struct arena *mem)
{
	const struct move_step_values *v = &state->values;

	state->letters = (struct notices_offer){.about = v->is_move ? NOTICE_ABOUT_TRANSFER : NOTICE_ABOUT_PLAN_ENDING,
						.id = state->id};
	if (!v->is_move)
		return v->step == PLAN_ENDING_STEP_TELL || v->step == PLAN_ENDING_STEP_END;
	if (v->step != TRANSFER_STEP_HELD)
		return v->step == TRANSFER_STEP_STAYS || (v->step == TRANSFER_STEP_ACCEPT && !state->moves_away);
	state->letters.about = NOTICE_ABOUT_PLAN_ENDING;
	return end_of_move(state, mem, &state->letters.id);
}

static void save(struct screen *s, struct tui *t)
{
	struct move_step_state *state = screen_state(s);
	const char *step;
	struct fault f = {0};

	if (!form_check(&state->form.form, &f) ||
	    !(state->values.is_move ? keep_move(state, &f) : keep_ending(state, &f))) {
		form_screen_refused(&state->form, t, &f);
		return;
	}
	form_mark_saved(&state->form.form);
	step = state->values.is_move ? transfer_step_label((enum transfer_step)state->values.step)
				     : plan_ending_step_label((enum plan_ending_step)state->values.step);
	if (leads_to_letters(state, screen_arena(s)) && notices_offer(t, ANSWER_WRITE, &state->letters, step, NULL))
		return;
	tui_say(t, "Kept: %s.", step);
	form_screen_saved(s, t);
}

static void answered(struct screen *s, struct tui *t, const struct answer *answer)
{
	struct move_step_state *state = screen_state(s);
	const struct notices_offer letters = state->letters;
	struct fault f = {0};

	if (!letters.id) {
		form_screen_answered(s, t, answer);
		return;
	}
	form_screen_saved(s, t);
	if (answer->number == 1 && !notices_open(t, letters.first, letters.id, &f))
		tui_say_fault(t, &f);
}

static bool describe(struct move_step_state *state, struct arena *mem, struct fault *f)
{
	struct transfer_page move;
	struct plan_ending_page ending;

	if (state->values.is_move) {
		if (!casework_transfer(state->cw, state->id, mem, &move, f))
			return false;
		state->version = move.line.transfer.version;
		state->family = move.line.transfer.family_id;
		state->moves_away = move.line.transfer.direction == TRANSFER_OUT;
		snprintf(state->form.title, sizeof state->form.title, "%s · %s · %s",
			 transfer_step_label((enum transfer_step)state->values.step), move.line.transfer.reference,
			 move.line.family);
		snprintf(state->form.about, sizeof state->form.about, "%s. %s", move.line.children, move.line.whose);
		return true;
	}
	if (!casework_plan_ending(state->cw, state->id, mem, &ending, f))
		return false;
	state->version = ending.line.ending.version;
	state->family = ending.line.ending.family_id;
	snprintf(state->form.title, sizeof state->form.title, "%s · %s · %s",
		 plan_ending_step_label((enum plan_ending_step)state->values.step), ending.line.ending.reference,
		 ending.line.family);
	snprintf(state->form.about, sizeof state->form.about, "%s: %s; %s.", ending.line.children,
		 plan_end_reason_label(ending.line.ending.reason), ending.line.stands);
	return true;
}

/* As the move has it; whoever it may be kept from is offered by name. */
static bool fill_home(struct move_step_state *state, struct fault *f)
{
	struct transfer_page move;
	struct family_page page;
	const struct transfer *m = &move.line.transfer;

	if (!is_home(&state->values))
		return true;
	if (!casework_transfer(state->cw, state->id, &state->mem, &move, f) ||
	    !casework_family_page(state->cw, state->family, &state->mem, &page, f)) {
		arena_finish(&state->mem); /* a load that fails leaves nothing behind for dispose to find */
		return false;
	}
	state->members = page.members;
	snprintf(state->values.address, sizeof state->values.address, "%s", m->address);
	snprintf(state->values.kept_from, sizeof state->values.kept_from, "%s", m->kept_from);
	return true;
}

static const void *again(struct screen *s, struct tui *t, struct fault *f)
{
	struct move_step_state *state = screen_state(s);

	(void)t;
	return describe(state, screen_arena(s), f) ? &state->values : NULL;
}

static bool step_load(struct screen *s, struct tui *t, struct fault *f)
{
	struct move_step_state *state = screen_state(s);
	char day[DATE_TEXT_ROOM];

	if (state->form.is_open)
		return true;
	state->cw = casework_of(t);
	if (!describe(state, screen_arena(s), f) || !fill_home(state, f))
		return false;
	snprintf(state->form.draft_for, sizeof state->form.draft_for, "%c %lld %d", state->values.is_move ? 'm' : 'x',
		 (long long)state->id, state->values.step);
	snprintf(state->form.draft_form, sizeof state->form.draft_form, "move step");
	snprintf(state->values.on, sizeof state->values.on, "%s", date_plain(casework_today(state->cw), day));
	state->form.save = save;
	state->form.again = again;
	state->form.is_act = true;
	state->form.what = "this step";
	return form_screen_begin(&state->form, t, fields, FIELD_COUNT, &state->values, state, f);
}

ABOUT_FAMILY(move_step_state, family)

static void step_dispose(struct screen *s)
{
	struct move_step_state *state = screen_state(s);

	form_screen_dispose(s);
	arena_finish(&state->mem);
}

const struct screen_class move_step_screen = {
	.name = "move step",
	.purpose = "One step of a move between authorities, or of the end of a plan that has to be decided.",
	FORM_SCREEN_ROWS_BUT_ANSWERED,
	.answered = answered,
	.about = about,
	.state_size = sizeof(struct move_step_state),
	.load = step_load,
	.dispose = step_dispose,
};

bool move_step_open(struct tui *t, bool is_move, int64_t id, int step, const char *draft, struct fault *f)
{
	struct move_step_state *state;

	if (!casework_may(casework_of(t), ACTION_END_PLANS, f))
		return false;
	state = form_screen_blank(&move_step_screen, draft, f);
	if (!state)
		return false;
	state->id = id;
	state->values.is_move = is_move;
	state->values.step = step;
	return form_screen_push(t, &move_step_screen, state, f);
}
