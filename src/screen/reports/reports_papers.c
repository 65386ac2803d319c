/* Papers of the case file: put into a folder, or withdrawn with a reason. */
#include "reports_papers.h"
#include "reports_place.h"
#include "screens.h"

#include <stdio.h>

enum { ANSWER_FOLDER = 8341, ANSWER_WHY };

static bool take_out(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;
	struct arena mem = {0};
	const char *path = "";
	bool ok = casework_paper_take_out(desk->cw, desk->report_asked.paper_id, place_folder(desk, typed, &mem), &mem,
					  &path, f);

	snprintf(desk->report_asked.said, sizeof desk->report_asked.said, "%s", path);
	arena_finish(&mem);
	return ok;
}

static bool withdraw(void *world, const char *typed, struct fault *f)
{
	struct desk *desk = world;

	return casework_paper_withdraw(desk->cw, desk->report_asked.paper_id, typed, f);
}

static void ask_about(struct desk *desk, int64_t paper, const char *name)
{
	desk->report_asked.paper_id = paper;
	snprintf(desk->report_asked.said, sizeof desk->report_asked.said, "%s", name);
}

bool paper_ask_folder(struct tui *t, int64_t paper, const char *name, struct fault *f)
{
	struct line_question question = {.code = ANSWER_FOLDER, .label = "Into which folder?", .check = take_out};
	char hint[240];

	if (!casework_may(casework_of(t), ACTION_EXPORT, f))
		return false;
	ask_about(desk_of(t), paper, name);
	snprintf(hint, sizeof hint, "%s. Only you can read the file; that it was taken out is logged.", name);
	question.hint = hint;
	return place_ask_folder(t, &question, f);
}

bool paper_ask_why(struct tui *t, int64_t paper, const char *name, struct fault *f)
{
	struct line_question question = {.code = ANSWER_WHY, .label = "Why is it withdrawn?", .check = withdraw};
	char hint[240];

	ask_about(desk_of(t), paper, name);
	snprintf(hint, sizeof hint, "%s. It is shown no more; the reason stays in the history.", name);
	question.hint = hint;
	return prompt_question(t, &question, f);
}

bool paper_answered(struct tui *t, const struct answer *answer)
{
	if (answer->code == ANSWER_FOLDER)
		tui_say(t, "Saved: %s", desk_of(t)->report_asked.said);
	else if (answer->code == ANSWER_WHY)
		tui_say(t, "Withdrawn: %s.", desk_of(t)->report_asked.said);
	else
		return false;
	return true;
}

const char *paper_size(int64_t bytes, struct arena *mem)
{
	if (bytes < 1000)
		return arena_printf(mem, "%d bytes", (int)bytes);
	if (bytes < 1000 * 1000)
		return arena_printf(mem, "%d KB", (int)((bytes + 999) / 1000));
	return arena_printf(mem, "%.1f MB", (double)bytes / 1e6);
}
