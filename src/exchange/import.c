/* The reading of a file of any kind, the names of the kinds, and a problem as it is shown. */
#include "exchange/import.h"
#include "base/text.h"
#include "import_run.h"

#include <strings.h>
#include <sys/stat.h>

static const struct {
	const char *token, *label;
} kinds[] = {
#define X(id, token, label) [IMPORT_##id] = {token, label},
	IMPORT_KINDS(X)
#undef X
};

const char *import_kind_token(enum import_kind kind)
{
	return kinds[kind].token;
}

const char *import_kind_label(enum import_kind kind)
{
	return kinds[kind].label;
}

bool import_kind_from_token(const char *token, enum import_kind *out)
{
	for (int i = 0; i < IMPORT_KIND_COUNT; i++)
		if (strcasecmp(token, kinds[i].token) == 0) {
			*out = (enum import_kind)i;
			return true;
		}
	return false;
}

const char *import_problem_text(const struct import_report *report, const struct import_problem *problem,
				struct arena *mem)
{
	const char *line = problem->line ? arena_printf(mem, ", line %zu", problem->line) : "";

	return arena_printf(mem, "%s%s%s%s%s%s: %s", text_safe(mem, report->file, false), line,
			    problem->subject[0] ? ", " : "", text_safe(mem, problem->subject, false),
			    problem->field[0] ? ", " : "", text_safe(mem, problem->field, false), problem->message);
}

static int64_t size_of(FILE *file)
{
	struct stat about;
	int number = fileno(file);

	return number >= 0 && fstat(number, &about) == 0 && S_ISREG(about.st_mode) ? about.st_size : 0;
}

bool import_read(enum import_kind kind, FILE *file, const char *name, const struct import_sink *sink,
		 const struct import_watch *watch, struct arena *mem, struct import_report *out, struct fault *f)
{
	struct import_run run = {
		.sink = sink, .watch = watch, .mem = mem, .report = out, .file = file, .size = size_of(file)};
	bool ok;

	*out = (struct import_report){.file = arena_text(mem, name), .of = ""};
	ok = kind == IMPORT_CENSUS ? run_census(&run, f) : run_sheet(&run, kind, f);
	arena_finish(&run.row);
	if (ok && arena_exhausted(mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what was found in %s.", name);
	return ok;
}
