/* `quorate letter`: what a letter would say to one reader now, as text or as a PDF in a new file. */
#include "app.h"

#include "base/rights.h"
#include "base/text.h"
#include "casework/letters.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse_taken(const char *path, struct fault *f)
{
	return fault_field(f, "pdf", "%s is there already and is not written over: give --pdf a new name.", path);
}

static bool not_written(const char *path, struct fault *f)
{
	int why = errno;

	fault_set(f, FAULT_STORAGE, "%s could not be written; nothing was left there. Choose another place.", path);
	fault_detail(f, "%s", strerror(why));
	return false;
}

static bool write_whole(int file, const unsigned char *bytes, size_t count)
{
	while (count) {
		ssize_t done = write(file, bytes, count);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		count -= (size_t)done;
	}
	return fsync(file) == 0;
}

/* Whole or not at all, for nobody but its owner. */
static bool write_new(const char *path, const unsigned char *bytes, size_t count, struct fault *f)
{
	int file = rights_own_open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600), why;
	bool ok;

	if (file < 0)
		return errno == EEXIST || errno == ELOOP ? refuse_taken(path, f) : not_written(path, f);
	ok = write_whole(file, bytes, count);
	why = errno;
	if (close(file) != 0 && ok) {
		ok = false;
		why = errno;
	}
	if (ok)
		return true;
	unlink(path);
	errno = why;
	return not_written(path, f);
}

/* Before anything is read and logged. */
static bool is_new(const char *path, struct fault *f)
{
	struct stat there;

	return !path || lstat(path, &there) != 0 || refuse_taken(path, f);
}

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

	if (!is_new(path, f) || !app_open(app, f) ||
	    !casework_letter_try(app->cw, typed->operands[0], typed->operands[1], who ? who : "", &app->mem, &text,
				 path ? &pdf : NULL, path ? &bytes : NULL, f))
		return false;
	if (!path) {
		put_text(app, text);
		return true;
	}
	if (!write_new(path, pdf, bytes, f))
		return false;
	printf("Wrote %s.\n", text_safe(&app->mem, path, false));
	return true;
}
