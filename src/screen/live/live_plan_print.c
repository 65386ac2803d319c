/* The outline plan printed for the room: a PDF in a folder, while everybody is there and after closing. */
#include "casework/letters.h"
#include "live_plan.h"
#include "reports_place.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdio.h>

enum { ANSWER_FOLDER = 8851 };

static bool take_out(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct arena mem = {0};
	const char *path = "";
	bool ok = casework_outline_plan_take_out(desk->cw, desk->live_conference, place_folder(desk, typed, &mem), &mem,
						 &path, f);

	snprintf(desk->letter_asked.said, sizeof desk->letter_asked.said, "%s", path);
	arena_finish(&mem);
	return ok;
}

bool live_plan_print_ask(struct tui *t, int64_t conference, struct fault *f)
{
	struct line_question question = {
		.code = ANSWER_FOLDER,
		.label = "Outline plan for the room: into which folder?",
		.hint = "As it stands, as a PDF to print. Only you can read the file; it is logged.",
		.check = take_out};

	desk_of(t)->live_conference = conference;
	return place_ask_folder(t, &question, f);
}

bool live_plan_print_answered(struct tui *t, const struct answer *answer)
{
	if (answer->code != ANSWER_FOLDER)
		return false;
	tui_say(t, "The outline plan is in %s: print it from there.", desk_of(t)->letter_asked.said);
	return true;
}
