/* Files of reports for the tests of bundles: a PDF of the program's own making, put beside its report. */
#ifndef TESTS_BUNDLE_STEPS_H
#define TESTS_BUNDLE_STEPS_H

#include "bundle.h"
#include "report_steps.h"

#include <unistd.h>

/* A PDF of so many pages, of the program's own making. */
static inline struct press_bytes a_pdf(struct casework_fixture *fixture, int pages)
{
	struct document document = {.title = "Report", .classification = "", .reference = "", .language = "en-GB"};
	const struct document *const one[] = {&document};
	struct press_bytes out;

	for (int i = 0; i < pages; i++) {
		struct block *text = ARENA_PUSH(&fixture->mem, &document.blocks);

		*text = (struct block){BLOCK_PARAGRAPH, "Kai comes to school every day.", ""};
		if (i + 1 < pages) {
			text = ARENA_PUSH(&fixture->mem, &document.blocks);
			*text = (struct block){BLOCK_PAGE, "", ""};
		}
	}
	MUST(press_pdf(one, 1, &fixture->mem, &out, NULL, f));
	return out;
}

static inline void attach(struct casework_fixture *fixture, int64_t report, const char *name, const void *bytes,
			  size_t count)
{
	const char *path = arena_printf(&fixture->mem, "%s/%s", fixture->folder, name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, count, file), count);
	fclose(file);
	MUST(casework_report_attach(fixture->cw, report, path, &fixture->mem, f));
	unlink(path);
}

static inline void attach_pdf(struct casework_fixture *fixture, int64_t report, const char *name, int pages)
{
	struct press_bytes pdf = a_pdf(fixture, pages);

	attach(fixture, report, name, pdf.bytes, pdf.count);
}

#endif
