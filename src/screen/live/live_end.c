/* The question how a conference that is being held ends before its end, or goes on under another chair. */
#include "live_end.h"
#include "live_decide.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_WHICH = 8771, NO_QUORUM = LIVE_END_COUNT };

/* What only the chair of it may do, while it goes on. */
static const char *chair_why_not(const struct live_page *page, char *words, size_t room)
{
	if (page->conference.state != STATE_IN_PROGRESS)
		snprintf(words, room, "it is not going on");
	else if (!page->is_mine)
		snprintf(words, room, "for its chair, %s", page->conference.chair);
	else
		return NULL;
	return words;
}

bool live_end_ask(struct tui *t, const struct live_screen *live, struct fault *f)
{
	const struct live_page *page = &live->page;
	char words[120];
	const char *why_not = chair_why_not(page, words, sizeof words);
	const char *quorum = why_not ? why_not : page->is_quorate ? "there is one" : NULL;
	const char *over = page->conference.state != STATE_IN_PROGRESS && page->state.version ? "it is over" : NULL;
	const struct menu_item items[] = {
		{'q', "No quorum", "an interim plan and another day, or a reason", quorum, NO_QUORUM},
		{'a', "Adjourn", "it goes on another day", why_not, LIVE_END_ADJOURN},
		{'e', "Ended early", "every child is decided for", why_not, LIVE_END_EARLY},
		{'c', "Another chair", "takes over from here", over, LIVE_END_TAKE_OVER},
	};

	return prompt_menu(t, ANSWER_WHICH, page->conference.reference, items, sizeof items / sizeof *items, f);
}

bool live_end_answered(struct tui *t, int64_t conference, const struct answer *answer)
{
	struct fault f = {0};

	if (answer->code != ANSWER_WHICH)
		return false;
	if (answer->number == NO_QUORUM ? !live_quorum_form_open(t, conference, NULL, &f)
					: !live_end_form_open(t, conference, (enum live_end)answer->number, NULL, &f))
		tui_say_fault(t, &f);
	return true;
}
