/* What every reading does alike: bytes in, problems listed, rows counted, progress told. */
#include "import_run.h"
#include "base/text.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

enum { QUOTED_CELLS = 40, ROWS_BETWEEN_NEWS = 64 };

ptrdiff_t run_bytes(struct import_run *run, void *into, size_t most, struct fault *f)
{
	size_t n = fread(into, 1, most, run->file);

	if (n == 0 && ferror(run->file)) {
		int why = errno;

		if (why == EISDIR)
			fault_set(f, FAULT_REFUSED, "%s is a folder. Name the file inside it.", run->report->file);
		else
			fault_set(f, FAULT_STORAGE,
				  "%s could not be read to its end. Copy it to a disk of this machine and try again.",
				  run->report->file);
		fault_detail(f, "read: %s", strerror(why));
		return -1;
	}
	run->done += (int64_t)n;
	return (ptrdiff_t)n;
}

const char *run_quoted(struct import_run *run, const char *text)
{
	return text_clipped(&run->row, text_safe(&run->row, text, false), QUOTED_CELLS);
}

void run_problem(struct import_run *run, size_t line, const char *subject, const char *field, const char *format, ...)
{
	struct import_problem *problem;
	char message[FAULT_MESSAGE_ROOM * 2];
	va_list args;

	if (run->report->problem_count++ >= IMPORT_PROBLEMS_KEPT)
		return;
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	problem = ARENA_PUSH(run->mem, &run->report->problems);
	if (!problem)
		return;
	*problem = (struct import_problem){line, arena_text(run->mem, subject), arena_text(run->mem, field),
					   text_safe(run->mem, message, false)};
}

void run_note(struct import_run *run, const char *field, const char *format, ...)
{
	struct import_problem *note = ARENA_PUSH(run->mem, &run->report->notes);
	char message[FAULT_MESSAGE_ROOM];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	if (note)
		*note = (struct import_problem){0, "", arena_text(run->mem, field),
						text_safe(run->mem, message, false)};
}

static void tell(struct import_run *run)
{
	int percent = run->size > 0 ? (int)(run->done * 100 / run->size) : -1;

	if (run->watch && run->watch->moved && run->report->read % ROWS_BETWEEN_NEWS == 0)
		run->watch->moved(run->watch->payload, percent < 100 ? percent : 100, run->report->read);
}

void run_refused(struct import_run *run)
{
	run->report->read++;
	run->report->refused++;
	tell(run);
}

/* Does the fault speak of this row, so that the next one may still go well? The right to import was asked for before:
 * what is not allowed here is the record of a restricted family. */
static bool is_about_the_row(enum fault_code code)
{
	return code == FAULT_REFUSED || code == FAULT_NOT_FOUND || code == FAULT_CONFLICT || code == FAULT_NOT_ALLOWED;
}

bool run_counted(struct import_run *run, size_t line, const char *subject, bool done, enum intake_result result,
		 const struct fault *why, struct fault *f)
{
	if (arena_exhausted(&run->row) || arena_exhausted(run->mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to take in this file. Nothing was kept.");
	if (!done && !is_about_the_row(why->code)) {
		if (f)
			*f = *why;
		return false;
	}
	if (!done || (result == INTAKE_REFUSED && why->message[0]))
		run_problem(run, line, subject, why->field, "%s", why->message);
	if (!done || result == INTAKE_REFUSED) {
		run_refused(run);
		return true;
	}
	run->report->added += result == INTAKE_ADDED;
	run->report->changed += result == INTAKE_CHANGED;
	run->report->unchanged += result == INTAKE_UNCHANGED;
	run->report->read++;
	tell(run);
	return true;
}
