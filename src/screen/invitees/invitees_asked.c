/* What is asked of an invitee in one line or by a menu: taken off the list, may come after all, decide again. */
#include "invitees.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_REMOVED = 8101, ANSWER_ENDED, ANSWER_EXCLUSION };
enum { EXCLUSION_DECIDE = 1, EXCLUSION_END };

/* The prompt closes when it is done: what only the casework can refuse is mended where it was typed. */
static bool remove_why(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_invitee_remove(desk->cw, desk->invitee, desk->invitee_version, typed, f);
}

static bool end_why(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_exclusion_end(desk->cw, desk->invitee, desk->invitee_version, typed, f);
}

static bool ask(struct tui *t, const struct invitee_line *line, struct line_question *question, struct fault *f)
{
	struct desk *desk = desk_of(t);

	if (!casework_may_for(desk->cw, ACTION_INVITE, line->invitee.conference_id, f))
		return false;
	desk->invitee = line->invitee.id;
	desk->invitee_version = line->invitee.version;
	return prompt_question(t, question, f);
}

bool invitee_ask_removal(struct tui *t, const struct invitee_line *line, struct fault *f)
{
	char hint[300];
	struct line_question question = {
		.code = ANSWER_REMOVED, .label = "Why taken off the list?", .hint = hint, .check = remove_why};

	snprintf(hint, sizeof hint, "%s. %s", line->who,
		 line->invitee.invited_on == DAY_NONE ? "Kept in the history. Esc leaves the list as it is."
						      : "They were invited: they are told that they need not come.");
	return ask(t, line, &question, f);
}

bool invitee_ask_end(struct tui *t, const struct invitee_line *line, struct fault *f)
{
	char hint[300];
	struct line_question question = {
		.code = ANSWER_ENDED, .label = "Why may they come after all?", .hint = hint, .check = end_why};

	snprintf(hint, sizeof hint, "%s. Kept in the history. Esc leaves the exclusion as it is.", line->who);
	return ask(t, line, &question, f);
}

bool invitee_exclude(struct tui *t, int64_t conference, const struct invitee_line *line, struct fault *f)
{
	bool is_asked = line->invitee.exclusion == EXCLUSION_ASKED;
	const struct menu_item items[] = {
		{.key = 'd',
		 .label = is_asked ? "Decide it" : "Decide it anew",
		 .detail = is_asked ? "the chair's decision, with the words they may read"
				    : "another part, other words, or refused",
		 .number = EXCLUSION_DECIDE},
		{.key = 'e',
		 .label = is_asked ? "No longer asked for" : "End it: they may come after all",
		 .detail = "why is asked",
		 .number = EXCLUSION_END},
	};

	if (line->invitee.exclusion == EXCLUSION_NONE || line->invitee.exclusion == EXCLUSION_REFUSED)
		return exclusion_form_open(t, conference, line->invitee.id, NULL, f);
	return prompt_menu(t, ANSWER_EXCLUSION, line->who, items, sizeof items / sizeof *items, f);
}

bool invitee_asked_answered(struct tui *t, int64_t conference, const struct invitee_line *line,
			    const struct answer *answer)
{
	struct fault f = {0};
	bool done = true;

	switch (answer->code) {
	case ANSWER_REMOVED: tui_say(t, "Saved: taken off the list. The history keeps why."); return true;
	case ANSWER_ENDED: tui_say(t, "Saved: may come after all. The history keeps why."); return true;
	case ANSWER_EXCLUSION: break;
	default: return false;
	}
	if (line)
		done = answer->number == EXCLUSION_END ? invitee_ask_end(t, line, &f)
						       : exclusion_form_open(t, conference, line->invitee.id, NULL, &f);
	if (!done)
		tui_say_fault(t, &f);
	return true;
}
