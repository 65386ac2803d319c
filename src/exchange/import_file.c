/* A file taken in as one batch: everything that can be understood of it, or, when it breaks, nothing. */
#include "exchange/import.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

static bool take_contact(void *cw, const struct intake_contact *row, enum intake_result *out, struct fault *f)
{
	return intake_contact(cw, row, out, f);
}

static bool take_person(void *cw, const struct intake_person *row, enum intake_result *out, struct fault *f)
{
	return intake_person(cw, row, out, f);
}

static bool take_request(void *cw, const struct intake_request *row, enum intake_result *out, struct fault *f)
{
	return intake_request(cw, row, out, f);
}

static bool take_child(void *cw, const struct intake_child *child, struct arena *mem,
		       struct intake_complaint_list *complaints, enum intake_result *out, struct fault *f)
{
	return intake_child(cw, child, mem, complaints, out, f);
}

static FILE *opened(const char *path, struct fault *f)
{
	int named = rights_own_open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);
	FILE *file = named >= 0 ? fdopen(named, "r") : NULL;

	if (!file) {
		int why = errno;

		fault_set(f, why == ENOENT ? FAULT_NOT_FOUND : FAULT_STORAGE,
			  why == ENOENT ? "There is no file %.200s. Check its name and folder."
					: "%.200s could not be opened. Check that you may read it.",
			  path);
		fault_detail(f, "open: %s", strerror(why));
	}
	return file;
}

bool import_file(struct casework *cw, enum import_kind kind, const char *path, bool dry_run,
		 const struct import_watch *watch, struct arena *mem, struct import_report *out, struct fault *f)
{
	const struct import_sink sink = {cw, take_contact, take_person, take_request, take_child, casework_la_code(cw)};
	const char *slash = strrchr(path, '/');
	FILE *file;
	bool ok = false;

	*out = (struct import_report){.file = slash ? slash + 1 : path, .of = ""};
	if (!casework_may(cw, ACTION_IMPORT, f))
		return false;
	file = opened(path, f);
	if (!file)
		return false;
	if (casework_batch_begin(cw, f)) {
		ok = import_read(kind, file, out->file, &sink, watch, mem, out, f);
		if (!casework_batch_end(cw, ok && !dry_run, ok ? f : NULL))
			ok = false;
		out->kept = ok && !dry_run;
	}
	fclose(file);
	return ok;
}
