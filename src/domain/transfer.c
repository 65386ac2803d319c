/* The words of moves between authorities, and which step may be taken when. */
#include "domain/transfer.h"
#include "words.h"

WORDS_OF(transfer_direction, TRANSFER_DIRECTIONS, TRANSFER_DIRECTION_COUNT)
WORDS_OF(transfer_stay, TRANSFER_STAYS, TRANSFER_STAY_COUNT)
WORDS_OF(transfer_paper, TRANSFER_PAPERS, TRANSFER_PAPER_COUNT)
WORDS_OF(transfer_state, TRANSFER_STATES, TRANSFER_STATE_COUNT)
WORDS_OF(transfer_step, TRANSFER_STEPS, TRANSFER_STEP_COUNT)

struct transfer transfer_blank(void)
{
	return (struct transfer){.reference = "",
				 .authority = "",
				 .contact = "",
				 .address = "",
				 .kept_from = "",
				 .notified_on = DAY_NONE,
				 .moved_on = DAY_NONE,
				 .until_on = DAY_NONE,
				 .home_on = DAY_NONE,
				 .accepted_on = DAY_NONE,
				 .held_on = DAY_NONE};
}

bool transfer_is_short(const struct transfer *t, day_number today)
{
	day_number end = t->until_on == DAY_NONE ? today : t->until_on;

	return t->stay == TRANSFER_STAY_FOR_A_TIME && t->moved_on != DAY_NONE &&
	       end - t->moved_on < TRANSFER_SHORT_STAY;
}

const char *transfer_papers_missing(unsigned papers, struct arena *mem)
{
	const char *words = "";

	for (int i = 0; i < TRANSFER_PAPER_COUNT; i++)
		if (!(papers & TRANSFER_PAPER_BIT(i)))
			words = arena_joined(mem, words, "; ", transfer_paper_label((enum transfer_paper)i));
	return words;
}

/* Who moves here lives here, for however long. */
bool transfer_has_moved(const struct transfer *t, day_number today)
{
	return t->direction == TRANSFER_IN
		       ? t->moved_on == DAY_NONE || t->moved_on <= today
		       : t->stay == TRANSFER_STAY_FOR_GOOD && t->moved_on != DAY_NONE && t->moved_on <= today;
}

static bool waits_for_home(const struct transfer *t)
{
	return t->state == TRANSFER_OPEN && t->home_on == DAY_NONE &&
	       (t->direction == TRANSFER_OUT ? t->stay == TRANSFER_STAY_FOR_GOOD : *t->address != '\0');
}

char *transfer_home_words(const struct transfer *t, day_number today, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (!waits_for_home(t))
		return arena_text(mem, "");
	if (transfer_has_moved(t, today))
		return arena_printf(
			mem,
			"They moved on %s, and the new home is not on file: their letters go to the old one "
			"until you keep it (E, then s: They moved).",
			date_medium(t->moved_on, day));
	return arena_printf(mem, "%s%s. Their letters go to the old home until you keep that they moved (E, then s).",
			    t->moved_on == DAY_NONE ? "The day of the move is not known" : "They are to move on ",
			    t->moved_on == DAY_NONE ? "" : date_medium(t->moved_on, day));
}

char *transfer_waits_for(const struct transfer *t, day_number today, struct arena *mem)
{
	int missing = 0;

	if (waits_for_home(t) && transfer_has_moved(t, today))
		return arena_text(mem, "new home not on file");
	for (int i = 0; i < TRANSFER_PAPER_COUNT; i++)
		missing += !(t->papers & TRANSFER_PAPER_BIT(i));
	if (missing)
		return arena_printf(mem, "%d paper%s not sent", missing, missing == 1 ? "" : "s");
	return arena_text(mem, t->accepted_on == DAY_NONE ? "not accepted" : "not held");
}

/* --- Steps --- */

enum { OF_OUT = 1, OF_IN = 2, OF_BOTH = 3 };

static const struct {
	int of;
	bool needs_words;
} steps[TRANSFER_STEP_COUNT] = {
	[TRANSFER_STEP_PAPERS] = {OF_BOTH, false}, [TRANSFER_STEP_ACCEPT] = {OF_BOTH, false},
	[TRANSFER_STEP_DECLINE] = {OF_BOTH, true}, [TRANSFER_STEP_MOVED] = {OF_BOTH, false},
	[TRANSFER_STEP_STAYS] = {OF_BOTH, false},  [TRANSFER_STEP_HELD] = {OF_OUT, false},
	[TRANSFER_STEP_STOP] = {OF_BOTH, true},
};

bool transfer_step_check(const struct transfer *t, enum transfer_step step, const char *words, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if ((unsigned)step >= TRANSFER_STEP_COUNT || step == TRANSFER_STEP_REGISTER)
		return fault_field(f, "step", "Choose what was done.");
	if (t->state != TRANSFER_OPEN)
		return fault_field(f, "step", "%s is over: %s.", t->reference, transfer_state_label(t->state));
	if (!(steps[step].of & (t->direction == TRANSFER_OUT ? OF_OUT : OF_IN)))
		return fault_field(f, "step",
				   "The conference of a child who moves here is ours: it is held as %s, not recorded "
				   "here.",
				   conference_type_label(CONFERENCE_TRANSFER_IN));
	if (step == TRANSFER_STEP_ACCEPT && t->accepted_on != DAY_NONE)
		return fault_field(f, "step", "That was accepted on %s already.", date_medium(t->accepted_on, day));
	if (step == TRANSFER_STEP_MOVED && t->direction == TRANSFER_OUT && t->stay == TRANSFER_STAY_FOR_A_TIME)
		return fault_field(f, "step",
				   "They are there for a time only, and their home stays: say first that they stay for "
				   "good.");
	if (step == TRANSFER_STEP_STAYS && t->stay == TRANSFER_STAY_FOR_GOOD)
		return fault_field(f, "step", "They are there for good already.");
	if (step == TRANSFER_STEP_HELD && t->stay == TRANSFER_STAY_FOR_A_TIME)
		return fault_field(f, "step",
				   "They are there for a time only, and our plan goes on: say first that they stay for "
				   "good.");
	return !steps[step].needs_words || words[0] || fault_field(f, "words", "Enter why, in a sentence.");
}

bool transfer_check(const struct transfer *t, day_number today, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (!t->authority[0])
		return fault_field(f, "authority", "Enter the other authority, such as Newham.");
	if (t->notified_on == DAY_NONE)
		return fault_field(f, "notified_on", "Enter the day of the written notice.");
	if (t->notified_on > today)
		return fault_field(f, "notified_on", "%s is still to come: enter the day the notice was written.",
				   date_medium(t->notified_on, day));
	if (t->stay == TRANSFER_STAY_FOR_GOOD || t->until_on == DAY_NONE)
		return true;
	return (t->moved_on != DAY_NONE && t->until_on > t->moved_on) ||
	       fault_field(f, "until_on", "The stay ends before it begins: check both days.");
}

char *transfer_whose(const struct transfer *t, struct arena *mem)
{
	if (t->state != TRANSFER_OPEN)
		return arena_text(mem, "");
	if (t->direction == TRANSFER_IN)
		return arena_printf(mem, "%s keeps its plan until our conference.", t->authority);
	if (t->stay == TRANSFER_STAY_FOR_A_TIME)
		return arena_printf(mem, "In %s for a time: we keep our plan.", t->authority);
	return arena_printf(mem, "We keep our plan until %s has held its conference.", t->authority);
}
