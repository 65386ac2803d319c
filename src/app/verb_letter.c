/* `quorate letter`: what a letter would say to one reader now, as text or as a PDF in a new file. */
#include "app.h"
#include "new_file.h"

#include "base/text.h"
#include "casework/letters.h"

#include <string.h>

static void put_text(struct app *app, const char *text)
{
	const char *safe = text_safe(&app->mem, text, true);

	fputs(safe, stdout);
	if (*safe && safe[strlen(safe) - 1] != '\n')
		putchar('\n');
}

bool run_letter(struct app *app, struct fault *f)
{
	const struct arguments *typed = &app->arguments;
	const char *path = typed->values[OPTION_PDF], *who = typed->values[OPTION_TO];
	const unsigned char *pdf = NULL;
	const char *text;
	size_t bytes = 0;

	if ((path && !new_file_check(path, "pdf", f)) || !app_open(app, f) ||
	    !casework_letter_try(app->cw, typed->operands[0], typed->operands[1], who ? who : "", &app->mem, &text,
				 path ? &pdf : NULL, path ? &bytes : NULL, f))
		return false;
	if (!path) {
		put_text(app, text);
		return true;
	}
	if (!new_file_write(path, "pdf", pdf, bytes, f))
		return false;
	printf("Wrote %s.\n", text_safe(&app->mem, path, false));
	return true;
}
