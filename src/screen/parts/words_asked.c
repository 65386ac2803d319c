/* Words of a record that are asked for in one line, over a list that others write in too: what stood there when they
 * were asked for is not written over unseen. */
#include "base/text.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum { CELLS_SHOWN = 100, BYTES_SHOWN = 120 }; /* who wrote them and what to do have room beside them */

static void remember(struct tui *t, const char *words)
{
	struct desk *desk = desk_of(t);

	desk->words_heard = casework_heard(desk->cw);
	snprintf(desk->words_before, sizeof desk->words_before, "%s", words);
}

bool words_ask_from(struct tui *t, const struct line_question *question, const char *there, struct fault *f)
{
	remember(t, there);
	return prompt_question(t, question, f);
}

bool words_ask(struct tui *t, int code, const char *label, const char *hint, const char *there, struct fault *f)
{
	const struct line_question question = {.code = code, .label = label, .hint = hint, .start = there};

	return words_ask_from(t, &question, there, f);
}

static size_t shown_bytes(const char *words)
{
	size_t shown;
	int cells = CELLS_SHOWN;

	do
		shown = text_clip(words, cells--);
	while (shown > BYTES_SHOWN);
	return shown;
}

bool words_still(struct tui *t, const char *there, const char *typed, struct fault *f)
{
	const struct desk *desk = desk_of(t);
	const size_t room = sizeof desk->words_before - 1;
	size_t shown;
	struct by_others others;
	const char *who = others.who;

	if (strncmp(desk->words_before, there, room) == 0 || strcmp(there, typed) == 0)
		return true;
	casework_by_others(desk->cw, tui_about(t).whole, desk->words_heard, &others);
	if (!*who)
		who = "Another person";
	remember(t, there);
	shown = shown_bytes(there);
	if (!*there)
		fault_set(f, FAULT_CONFLICT,
			  "%s took out what stood here. Enter writes yours all the same, Esc leaves it empty.", who);
	else
		fault_set(f, FAULT_CONFLICT,
			  "%s wrote here meanwhile: \"%.*s%s\". Enter writes yours in its place, Esc leaves theirs.",
			  who, (int)shown, there, there[shown] ? "…" : "");
	snprintf(f->field, sizeof f->field, "words");
	return false;
}
