/* `quorate letter`: what a letter would say to one reader now, as text or as a PDF in a new file. */
#include "app.h"
#include "new_file.h"

#include "base/rights.h"
#include "base/text.h"
#include "casework/letters.h"

#include <stdlib.h>
#include <string.h>

static void put_text(struct app *app, const char *text)
{
	const char *safe = text_safe(&app->mem, text, true);

	fputs(safe, stdout);
	if (*safe && safe[strlen(safe) - 1] != '\n')
		putchar('\n');
}

/* A file that nobody logged does not stay outside. */
static bool write_file(struct app *app, const struct letter_tried *tried, const char *path, struct fault *f)
{
	char *whole;
	bool ok;

	if (!new_file_write(path, "pdf", tried->pdf, tried->pdf_bytes, f))
		return false;
	whole = realpath(path, NULL);
	ok = casework_letter_tried_out(app->cw, tried, whole ? whole : path, f);
	free(whole);
	if (!ok) {
		rights_own_unlink(path);
		return false;
	}
	printf("Wrote %s.\n", text_safe(&app->mem, path, false));
	return true;
}

bool run_letter(struct app *app, struct fault *f)
{
	const struct arguments *typed = &app->arguments;
	const char *path = typed->values[OPTION_PDF], *who = typed->values[OPTION_TO];
	struct letter_tried tried;

	if ((path && !new_file_check(path, "pdf", f)) || !app_open(app, f) ||
	    !casework_letter_try(app->cw, typed->operands[0], typed->operands[1], who ? who : "", path != NULL,
				 &app->mem, &tried, f))
		return false;
	if (path)
		return write_file(app, &tried, path, f);
	put_text(app, tried.text);
	return true;
}
