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
	static const char *const words[] = {
		[TUI_END_QUIT] = "left",
		[TUI_END_IDLE] = "left alone for too long",
		[TUI_END_LEFT_LOCKED] = "left from the locked screen",
		[TUI_END_LOCKED_OUT] = "too many tries to open the lock",
		[TUI_END_HANG_UP] = "the terminal was gone",
	};

	return words[end];
}

static void say_why(const struct app *app, enum tui_end end)
{
	if (end == TUI_END_IDLE)
		app_say("Quorate ended after %d minutes without a key. Anything typed and not saved is kept as a "
			"draft.",
			casework_policy(app->cw)->idle_end_minutes);
	if (end == TUI_END_LOCKED_OUT)
		app_say("Quorate ended: the lock was tried too often. Anything typed and not saved is kept as a "
			"draft.");
}

static enum desk_password ask_for_password(void *attendant, const char *typed)
{
	switch (attendant_password(attendant, typed)) {
	case ACCOUNT_KNOWN: return PASSWORD_RIGHT;
	case ACCOUNT_WRONG: return PASSWORD_WRONG;
	case ACCOUNT_CLOSED: return PASSWORD_CLOSED;
	case ACCOUNT_CANNOT: break;
	}
	return PASSWORD_UNKNOWABLE;
}

static bool run_desk(struct app *app, struct fault *f)
{
	struct desk desk = {.cw = app->cw};
	const struct desk_options options = {.colour = colour_of(app),
					     .ascii = app->arguments.given[OPTION_ASCII] || app->is_ascii,
					     .password = ask_for_password,
					     .asked = &app->attendant};
	struct tui_start start;
	enum tui_end end;

	desk_start(&desk, &options, &start);
	end = tui_run(&start, f);
	desk_finish(&desk);
	if (end == TUI_END_NO_TERMINAL)
		return false;
	casework_session_note(app->cw, SESSION_SIGN_OUT, end_words(end), NULL);
	say_why(app, end);
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
