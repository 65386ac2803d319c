/* Letters taken out of the case file: a PDF in a folder, with a row in the log that says so. */
#include "casework/letters.h"

#include "base/rights.h"
#include "conference_reach.h"
#include "letter_delivery.h"
#include "letter_hold.h"
#include "letter_look.h"
#include "paper_file.h"

/* A file that nobody logged does not stay outside. */
static bool log_letter(struct casework *cw, const struct letter *letter, const char *path, struct fault *f)
{
	bool ok = work_begin(cw, ACTION_EXPORT, f) &&
		  work_end(cw, f, "letter.take_out", SUBJECT_CONFERENCE, letter->conference_id, letter->family_id,
			   "%s to %s, to %s", letter->template, letter->recipient, path);

	if (!ok)
		rights_own_unlink(path);
	return ok;
}

/* Of the conference and the letter's number: a name of a file is seen by more people than the file. */
static bool letter_name(struct casework *cw, int64_t id, struct arena *mem, struct letter *letter, const char **out,
			struct fault *f)
{
	struct conference conference = {.reference = "letter"};

	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!letter_reach(cw, id, mem, letter, f) || !letter_may_leave(cw, letter, mem, f) ||
	    (letter->conference_id && !conference_reach(cw, letter->conference_id, mem, &conference, f)))
		return look_undo(cw);
	look_undo(cw); /* what was read is logged once it stands outside */
	*out = arena_printf(mem, "%s-%s-%lld.pdf", conference.reference, letter->template, (long long)id);
	return true;
}

bool casework_letter_take_out(struct casework *cw, int64_t letter, const char *folder, struct arena *mem,
			      const char **path, struct fault *f)
{
	struct arena own = {0};
	const unsigned char *bytes;
	const char *name = "";
	struct letter kept = {0};
	size_t count;
	bool ok;

	*path = "";
	ok = casework_may(cw, ACTION_EXPORT, f) && paper_folder_check(folder, f) &&
	     letter_name(cw, letter, &own, &kept, &name, f) &&
	     casework_letter_pdf(cw, letter, &own, &bytes, &count, f) &&
	     paper_file_write(folder, name, bytes, count, mem, path, f) && log_letter(cw, &kept, *path, f);
	if (!ok)
		*path = "";
	arena_finish(&own);
	return ok;
}

static bool log_post(struct casework *cw, size_t count, const char *path, struct fault *f)
{
	bool ok = work_begin(cw, ACTION_INVITE, f) &&
		  work_end(cw, f, "post.take_out", SUBJECT_NONE, 0, 0, "%zu letters, to %s", count, path);

	if (!ok)
		rights_own_unlink(path);
	return ok;
}

bool casework_post_take_out(struct casework *cw, const char *folder, struct arena *mem, const char **path,
			    size_t *count, const char **ids, struct fault *f)
{
	char day[DATE_TEXT_ROOM];
	struct arena own = {0};
	const unsigned char *bytes;
	const char *name, *named;
	size_t size;
	bool ok;

	*path = *ids = "";
	*count = 0;
	name = arena_printf(&own, "letters-to-post-%s.pdf", date_to_iso(casework_today(cw), day));
	ok = paper_folder_check(folder, f) && casework_post_pdf(cw, &own, &bytes, &size, count, &named, f) &&
	     paper_file_write(folder, name, bytes, size, mem, path, f) && log_post(cw, *count, *path, f);
	if (ok)
		*ids = arena_text(mem, named);
	else
		*path = "";
	arena_finish(&own);
	return ok;
}
