/* The full screen over a case file: what `quorate` alone starts. */
#include "app.h"

#include "casework/session.h"
#include "screen/desk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --color wins over NO_COLOR, because it was typed for this run. */
static enum tui_colour colour_of(const struct app *app)
{
	const char *typed = app->arguments.values[OPTION_COLOR];
	const char *no_colour = getenv("NO_COLOR");

	if (typed && strcmp(typed, "never") == 0)
		return TUI_COLOUR_NEVER;
	if (typed && strcmp(typed, "always") == 0)
		return TUI_COLOUR_ALWAYS;
	return no_colour && *no_colour ? TUI_COLOUR_NEVER : TUI_COLOUR_AUTO;
}

/* How the session ended, for the audit log. */
static const char *end_words(enum tui_end end)
{
	return end == TUI_END_QUIT ? "left" : "the terminal was gone";
}

static bool run_desk(struct app *app, struct fault *f)
{
	struct desk desk = {.cw = app->cw};
	const struct desk_options options = {.colour = colour_of(app),
					     .ascii = app->arguments.given[OPTION_ASCII] || app->is_ascii};
	struct tui_start start;
	enum tui_end end;

	desk_start(&desk, &options, &start);
	end = tui_run(&start, f);
	desk_finish(&desk);
	if (end == TUI_END_NO_TERMINAL)
		return false;
	casework_session_note(app->cw, SESSION_SIGN_OUT, end_words(end), NULL);
	return true;
}

bool run_full_screen(struct app *app, struct fault *f)
{
	if (!app->cw && !app_open(app, f))
		return false;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return fault_set(
			f, FAULT_STORAGE,
			"The full screen needs a terminal. In a pipe or a job use \"quorate due\" or \"quorate "
			"today\".");
	return run_desk(app, f);
}
