/* Answers: listings on standard output in the form asked for, sentences on standard error. */
#include "app.h"

#include "base/text.h"

#include <stdarg.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LINE_CELLS = 78 };

bool app_wants_form(const struct app *app)
{
	return app->arguments.given[OPTION_JSON] || app->arguments.given[OPTION_CSV];
}

/* Only a terminal is narrow; a file or a pipe gets every character. */
static int terminal_width(void)
{
	struct winsize size = {0};

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

static enum listing_form form_of(const struct app *app, enum listing_form otherwise)
{
	if (app->arguments.given[OPTION_JSON])
		return LISTING_JSON;
	return app->arguments.given[OPTION_CSV] ? LISTING_CSV : otherwise;
}

bool app_write(struct app *app, const struct listing *listing, enum listing_form otherwise, struct fault *f)
{
	struct listing_style style = {.form = form_of(app, otherwise), .width = terminal_width()};

	return listing_write(listing, stdout, &style, f);
}

static bool is_empty(const struct listing_cell *cell)
{
	return cell->kind == LISTING_NOTHING || (cell->kind == LISTING_TEXT && !*cell->text) ||
	       (cell->kind == LISTING_TEXTS && cell->texts.count == 0);
}

/* A person reads what there is; a program gets every key. */
static bool write_filled(struct app *app, const struct listing *listing, struct fault *f)
{
	const struct listing_style style = {.form = LISTING_RECORDS, .alone = true};
	struct listing_column *columns = arena_alloc(&app->mem, listing->column_count * sizeof *columns);
	struct listing filled;
	size_t count = 0;

	listing_begin(&filled, columns, 0, &app->mem);
	for (size_t i = 0; columns && i < listing->column_count; i++) {
		struct listing_cell *cell;

		if (is_empty(&listing->cells.items[i]) || !(cell = ARENA_PUSH(&app->mem, &filled.cells)))
			continue;
		columns[count++] = listing->columns[i];
		*cell = listing->cells.items[i];
	}
	filled.column_count = count;
	return listing_write(&filled, stdout, &style, f);
}

bool app_write_one(struct app *app, const struct listing *listing, struct fault *f)
{
	const struct listing_style style = {.form = form_of(app, LISTING_RECORDS), .alone = true};

	return app_wants_form(app) ? listing_write(listing, stdout, &style, f) : write_filled(app, listing, f);
}

void app_put_wrapped(const char *text, int indent, int first)
{
	struct arena mem = {0};
	const char *rest = text_safe(&mem, text, true);
	size_t line, used;

	for (int left = first; (used = text_wrap(rest, LINE_CELLS - indent, &line)) > 0; left = indent) {
		printf("%*s%.*s\n", left, "", (int)line, rest);
		rest += used;
	}
	arena_finish(&mem);
}

void app_say(const char *format, ...)
{
	struct arena mem = {0};
	char words[1000];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(words, sizeof words, format, arguments);
	va_end(arguments);
	fprintf(stderr, "quorate: %s\n", text_safe(&mem, words, true));
	arena_finish(&mem);
}

void app_say_fault(const struct fault *f)
{
	app_say("%s", *f->message ? f->message : "It did not work, and nobody said why. Try \"quorate doctor\".");
}
