/* The outline plan printed for the room, while everybody is still there. */
#include "casework/letters.h"

#include "base/rights.h"
#include "letter/press.h"
#include "letter_day.h"
#include "letter_queue.h"
#include "own_conference.h"
#include "paper_file.h"

/* Logged by whoever calls. Inside a look. */
static bool write_plan(struct casework *cw, int64_t id, struct arena *mem, struct conference *conference,
		       struct document *out, struct fault *f)
{
	struct letter_facts facts;

	if (!conference_reach_for(cw, ACTION_INVITE, id, mem, conference, f) ||
	    !letter_day_facts_of(cw, LETTER_OUTLINE_PLAN, conference, NULL, mem, &facts, f))
		return false;
	if (!facts.top.fields[LETTER_FIELD_PLAN_DAY])
		return fault_set(
			f, FAULT_REFUSED,
			"There is no outline plan of %s to print: no child has a plan after it, none is written "
			"yet, or not everybody who comes may read of every child. Their letters hold it.",
			conference->reference);
	return letter_write(cw, LETTER_OUTLINE_PLAN, &facts, mem, out, f);
}

static bool press(const struct document *document, struct arena *mem, const unsigned char **out, size_t *bytes,
		  struct fault *f)
{
	const struct document *const documents[] = {document};
	struct press_bytes pdf;

	if (!press_pdf(documents, 1, mem, &pdf, NULL, f))
		return false;
	*out = pdf.bytes;
	*bytes = pdf.count;
	return true;
}

bool casework_outline_plan_pdf(struct casework *cw, int64_t conference, struct arena *mem, const unsigned char **out,
			       size_t *bytes, struct fault *f)
{
	struct conference c;
	struct document document;

	*out = NULL;
	*bytes = 0;
	if (!look_begin(cw, ACTION_INVITE, f))
		return false;
	if (!write_plan(cw, conference, mem, &c, &document, f))
		return look_undo(cw);
	if (!look_end(cw, f, "outline_plan.print", SUBJECT_CONFERENCE, c.id, c.family_id, "%s", c.reference))
		return false;
	return press(&document, mem, out, bytes, f);
}

/* A file that nobody logged does not stay outside. */
static bool log_plan(struct casework *cw, const struct conference *c, const char *path, struct fault *f)
{
	bool ok = work_begin(cw, ACTION_INVITE, f) && work_end(cw, f, "outline_plan.take_out", SUBJECT_CONFERENCE,
							       c->id, c->family_id, "%s, to %s", c->reference, path);

	if (!ok)
		rights_own_unlink(path);
	return ok;
}

bool casework_outline_plan_take_out(struct casework *cw, int64_t conference, const char *folder, struct arena *mem,
				    const char **path, struct fault *f)
{
	struct arena own = {0};
	const unsigned char *bytes;
	struct document document;
	struct conference c;
	size_t count;
	bool ok;

	*path = "";
	if (!look_begin(cw, ACTION_INVITE, f))
		return false;
	ok = write_plan(cw, conference, &own, &c, &document, f);
	look_undo(cw); /* what was read is logged once it stands outside */
	ok = ok && paper_folder_check(folder, f) && press(&document, &own, &bytes, &count, f) &&
	     paper_file_write(folder, arena_printf(&own, "%s-outline-plan.pdf", c.reference), bytes, count, mem, path,
			      f) &&
	     log_plan(cw, &c, *path, f);
	if (!ok)
		*path = "";
	arena_finish(&own);
	return ok;
}
