/* Papers of the case file: listed, attached to a report, taken out to the disk, withdrawn. */
#include "base/rights.h"
#include "booking_check.h"
#include "casework/reports.h"
#include "conference_reach.h"
#include "paper_file.h"
#include "paper_reach.h"
#include "report_marks.h"
#include "report_reach.h"
#include "words_tidy.h"

#include <string.h>

/* --- Listed --- */

static bool list_papers(struct casework *cw, int64_t conference, int64_t report, struct arena *mem,
			struct paper_item_list *out, struct fault *f)
{
	struct paper_list all;

	if (!papers_of_conference(cw->store, conference, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct paper *paper = &all.items[i];
		struct paper_item *item;

		if (paper->is_withdrawn || (report && paper->report_id != report))
			continue;
		item = ARENA_PUSH(mem, out);
		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list the papers.");
		*item = (struct paper_item){.id = paper->id,
					    .name = paper->name,
					    .media_type = paper->media_type,
					    .digest = paper->digest,
					    .when = work_moment_words(cw, paper->kept_at, mem),
					    .by = paper->by_user,
					    .bytes = paper->bytes};
	}
	return true;
}

bool casework_papers(struct casework *cw, int64_t conference, int64_t report, struct arena *mem,
		     struct paper_item_list *out, struct fault *f)
{
	struct conference found;

	*out = (struct paper_item_list){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!conference_reach(cw, conference, mem, &found, f) || !list_papers(cw, conference, report, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "papers.look", SUBJECT_CONFERENCE, conference, found.family_id, "%s: %zu papers",
			found.reference, out->count);
}

/* --- Attached --- */

static bool must_be_new(struct casework *cw, const struct paper_file *file, int64_t report, struct arena *mem,
			struct fault *f)
{
	const char *digest = store_digest(mem, file->bytes, file->count);
	struct paper_list kept;

	if (!papers_of_report(cw->store, report, mem, &kept, f))
		return false;
	for (size_t i = 0; i < kept.count; i++)
		if (!kept.items[i].is_withdrawn && strcmp(kept.items[i].digest, digest) == 0)
			return fault_field(f, "path", "This very file is attached already, as %s.", kept.items[i].name);
	return true;
}

/* What a verb about a paper found. */
struct paper_work {
	struct report report;
	struct conference conference;
	struct paper paper;
};

static bool attach_in(struct casework *cw, int64_t report, const struct paper_file *file, struct arena *mem,
		      struct paper_work *work, struct fault *f)
{
	if (!report_reach(cw, ACTION_RECORD_REPORTS, report, mem, &work->report, &work->conference, f) ||
	    !must_be_new(cw, file, report, mem, f))
		return false;
	work->paper = (struct paper){.family_id = work->conference.family_id,
				     .conference_id = work->conference.id,
				     .report_id = report,
				     .name = file->name,
				     .media_type = file->media_type,
				     .by_user = casework_user_name(cw),
				     .bytes = (int64_t)file->count,
				     .kept_at = work_now(cw)};
	return paper_insert(cw->store, &work->paper, file->bytes, mem, f) &&
	       report_came_in(cw, &work->report, &work->conference, mem, f);
}

bool casework_report_attach(struct casework *cw, int64_t report, const char *path, struct arena *mem, struct fault *f)
{
	struct arena own = {0}; /* 25 MB need not stay with the screen */
	struct paper_file file;
	struct paper_work work;
	bool ok = casework_may(cw, ACTION_RECORD_REPORTS, f) && paper_file_read(path, &own, &file, f) &&
		  work_begin(cw, ACTION_RECORD_REPORTS, f);

	(void)mem;
	if (ok)
		ok = attach_in(cw, report, &file, &own, &work, f)
			     ? work_end(cw, f, "paper.attach", SUBJECT_CONFERENCE, work.conference.id,
					work.conference.family_id, "%s: %s, %lld bytes, digest %s",
					report_owed_by(&work.report), work.paper.name, (long long)work.paper.bytes,
					work.paper.digest)
			     : work_undo(cw);
	arena_finish(&own);
	return ok;
}

/* --- Found again --- */

static bool is_gone(struct fault *f)
{
	return fault_set(f, FAULT_NOT_FOUND, "This paper is not in the case file any more. Open the conference again.");
}

bool paper_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct paper *out,
		 struct fault *f)
{
	struct conference conference;
	struct fault why = {0};

	if (!paper_by_id(cw->store, id, mem, out, f))
		return false;
	if (out->is_withdrawn)
		return is_gone(f);
	if (conference_reach_for(cw, action, out->conference_id, mem, &conference, &why))
		return true;
	if (why.code == FAULT_NOT_FOUND)
		return is_gone(f);
	if (f)
		*f = why;
	return false;
}

/* --- Taken out --- */

static bool read_out(struct casework *cw, int64_t id, struct arena *mem, struct paper *paper,
		     const unsigned char **bytes, size_t *count, struct fault *f)
{
	if (!look_begin(cw, ACTION_EXPORT, f))
		return false;
	if (paper_reach(cw, ACTION_EXPORT, id, mem, paper, f) && paper_read(cw->store, id, mem, bytes, count, f)) {
		look_undo(cw); /* what was read is logged once it stands outside */
		return true;
	}
	return look_undo(cw);
}

/* A file nobody logged does not stay outside. */
static bool log_taken(struct casework *cw, const struct paper *paper, const char *path, struct fault *f)
{
	bool ok = work_begin(cw, ACTION_EXPORT, f) &&
		  work_end(cw, f, "paper.take_out", SUBJECT_CONFERENCE, paper->conference_id, paper->family_id,
			   "%s, digest %s, to %s", paper->name, paper->digest, path);

	if (!ok)
		rights_own_unlink(path);
	return ok;
}

bool casework_paper_take_out(struct casework *cw, int64_t id, const char *folder, struct arena *mem, const char **path,
			     struct fault *f)
{
	struct arena own = {0};
	struct paper paper;
	const unsigned char *bytes;
	size_t count;
	bool ok;

	*path = "";
	ok = read_out(cw, id, &own, &paper, &bytes, &count, f) &&
	     paper_file_write(folder, paper.name, bytes, count, mem, path, f) && log_taken(cw, &paper, *path, f);
	if (!ok)
		*path = "";
	arena_finish(&own);
	return ok;
}

/* --- Withdrawn --- */

static bool withdraw_in(struct casework *cw, int64_t id, const char **why, struct arena *mem, struct paper *paper,
			struct fault *f)
{
	if (!words_tidy(why, "why", true, mem, f) || !paper_reach(cw, ACTION_RECORD_REPORTS, id, mem, paper, f))
		return false;
	if (!text_is_given(*why))
		return fault_field(f, "why", "Say why it is withdrawn: the paper is kept, and the reason with it.");
	return paper_withdraw(cw->store, id, f);
}

bool casework_paper_withdraw(struct casework *cw, int64_t id, const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct paper paper;
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_REPORTS, f))
		return false;
	ok = withdraw_in(cw, id, &why, &mem, &paper, f)
		     ? work_end(cw, f, "paper.withdraw", SUBJECT_CONFERENCE, paper.conference_id, paper.family_id,
				"%s: %s", paper.name, why)
		     : work_undo(cw);
	arena_finish(&mem);
	return ok;
}
