/* A bundle made: one PDF, kept in the case file, then written to a folder with what goes beside it. */
#include "base/rights.h"
#include "bundle.h"
#include "deadline_keeping.h"
#include "own_conference.h"
#include "paper_file.h"
#include "report_reach.h"
#include "slot_keeping.h"
#include "store/conference_store.h"

#include <string.h>

/* A bundle on its way. */
struct making {
	struct casework *cw;
	struct bundle_set set;
	struct press_bytes pdf;
	struct paper paper;
	struct bundle bundle;
	struct arena *mem;
	struct fault *f;
};

/* --- The PDF --- */

static bool merge(struct making *m, struct fault *f)
{
	struct press_part *parts = arena_alloc(m->mem, (m->set.pieces.count + 1) * sizeof *parts);
	size_t count = 0;

	if (!parts)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the bundle.");
	parts[count++] = (struct press_part){"Contents", m->set.contents};
	for (size_t i = 0; i < m->set.pieces.count; i++) {
		const struct bundle_piece *piece = &m->set.pieces.items[i];

		if (piece->part.is_merged)
			parts[count++] = (struct press_part){piece->part.who, piece->pdf};
	}
	return press_merge(arena_printf(m->mem, "Reports for %s", m->set.conference.reference), parts, count, m->mem,
			   &m->pdf, f);
}

/* What can be opened and still not be taken over is put beside: one file never holds up the others. */
static bool put_beside_what_fails(struct making *m)
{
	bool found = false;

	for (size_t i = 0; i < m->set.pieces.count; i++) {
		struct bundle_piece *piece = &m->set.pieces.items[i];
		const struct press_part alone = {piece->part.who, piece->pdf};
		struct press_bytes unused;

		if (!piece->part.is_merged || press_merge("", &alone, 1, m->mem, &unused, NULL))
			continue;
		piece->part.is_merged = false;
		piece->part.is_beside = true;
		piece->part.pages = 0;
		piece->part.how = "put beside: it is damaged";
		found = true;
	}
	return found;
}

static bool make_pdf(struct making *m)
{
	struct fault why = {0};

	if (!bundle_lay(m->cw, &m->set, m->mem, m->f))
		return false;
	if (merge(m, &why))
		return true;
	if (why.code == FAULT_REFUSED && put_beside_what_fails(m)) {
		m->set.contents_pages = 0;
		return bundle_lay(m->cw, &m->set, m->mem, m->f) && merge(m, m->f);
	}
	if (m->f)
		*m->f = why;
	return false;
}

/* --- Gathered in one look --- */

static bool must_hold_something(const struct making *m)
{
	for (size_t i = 0; i < m->set.pieces.count; i++)
		if (m->set.pieces.items[i].part.is_merged || m->set.pieces.items[i].part.is_beside)
			return true;
	if (m->set.person_id)
		return fault_set(m->f, FAULT_REFUSED,
				 "No report with a file was shared with %s yet: there is nothing to put in.",
				 m->set.for_whom);
	return fault_set(m->f, FAULT_REFUSED,
			 "No report is in that has a file attached: there is nothing to put in a bundle.");
}

/* Merging takes seconds; nobody else waits for it, because the file is only looked at. */
static bool gather(struct making *m, int64_t conference, int64_t person)
{
	bool ok;

	if (!look_begin(m->cw, ACTION_RECORD_REPORTS, m->f))
		return false;
	ok = bundle_gather(m->cw, ACTION_RECORD_REPORTS, conference, person, true, m->mem, &m->set, m->f) &&
	     must_hold_something(m) && make_pdf(m);
	look_undo(m->cw); /* the row that says it was made says it was read */
	return ok;
}

/* --- Kept in one transaction --- */

static bool must_be_the_same(struct making *m)
{
	struct bundle_set now;

	if (!bundle_gather(m->cw, ACTION_RECORD_REPORTS, m->set.conference.id, m->set.person_id, false, m->mem, &now,
			   m->f))
		return false;
	return strcmp(now.fingerprint, m->set.fingerprint) == 0 ||
	       fault_set(m->f, FAULT_CONFLICT,
			 "A report changed while the bundle was being made. Look at the list again, then make it.");
}

static const char *ids_of(const struct making *m, bool merged)
{
	const char *ids = "";

	for (size_t i = 0; i < m->set.pieces.count; i++) {
		const struct bundle_part *part = &m->set.pieces.items[i].part;

		if (merged ? part->is_merged : part->is_beside)
			ids = arena_printf(m->mem, "%s%s%lld", ids, *ids ? " " : "", (long long)part->paper_id);
	}
	return ids;
}

static bool keep_paper(struct making *m)
{
	m->paper = (struct paper){
		.family_id = m->set.conference.family_id,
		.conference_id = m->set.conference.id,
		.name = arena_printf(m->mem, "%s reports, %s.pdf", m->set.conference.reference, m->set.short_name),
		.media_type = "application/pdf",
		.by_user = casework_user_name(m->cw),
		.bytes = (int64_t)m->pdf.count,
		.kept_at = work_now(m->cw)};
	if (!paper_insert(m->cw->store, &m->paper, m->pdf.bytes, m->mem, m->f))
		return false;
	m->bundle = (struct bundle){.conference_id = m->set.conference.id,
				    .person_id = m->set.person_id,
				    .paper_id = m->paper.id,
				    .pages = m->set.pages,
				    .reports = (int)m->set.report_count,
				    .missing = (int)m->set.missing,
				    .merged = ids_of(m, true),
				    .beside = ids_of(m, false),
				    .made_at = m->paper.kept_at,
				    .by_user = m->paper.by_user};
	return bundle_insert(m->cw->store, &m->bundle, m->f);
}

/* The professionals' bundle is what an invited conference waits for to be ready. */
static bool make_ready(struct making *m)
{
	struct conference *c = &m->set.conference;
	const struct transition *step;
	struct change_words words = {.step = conference_step_token(STEP_MAKE_READY), .from_slot = "", .to_slot = ""};

	if (m->set.person_id)
		return true;
	if (!deadline_met(m->cw, RULE_BUNDLE, SUBJECT_CONFERENCE, c->id, casework_today(m->cw), m->f) ||
	    !conference_by_id(m->cw->store, c->id, m->mem, c, m->f))
		return false;
	step = transition_find(c->state, STEP_MAKE_READY);
	if (!step)
		return true;
	words.from = c->state;
	c->state = step->to;
	return conference_save(m->cw->store, c, m->f) && conference_note_change(m->cw, c, &words, m->f);
}

static bool keep(struct making *m)
{
	if (!work_begin(m->cw, ACTION_RECORD_REPORTS, m->f))
		return false;
	if (!must_be_the_same(m) || !keep_paper(m) || !make_ready(m))
		return work_undo(m->cw);
	return work_end(m->cw, m->f, "bundle.make", SUBJECT_CONFERENCE, m->set.conference.id,
			m->set.conference.family_id, "for %s: %d reports, %d missing, %d pages, digest %s",
			m->set.for_whom, m->bundle.reports, m->bundle.missing, m->bundle.pages, m->paper.digest);
}

/* --- Written outside once it is safe --- */

static bool is_kept_though(struct fault *f)
{
	char why[FAULT_MESSAGE_ROOM];

	if (!f)
		return false;
	for (size_t i = 0; i < sizeof why; i++)
		why[i] = f->message[i];
	return fault_set(f, FAULT_STORAGE, "The bundle is kept in the case file. %.*s", (int)(sizeof why - 60), why);
}

/* A file that nobody logged does not stay outside. */
static bool log_out(struct making *m, const char *path)
{
	bool ok = work_begin(m->cw, ACTION_RECORD_REPORTS, m->f) &&
		  work_end(m->cw, m->f, "bundle.take_out", SUBJECT_CONFERENCE, m->set.conference.id,
			   m->set.conference.family_id, "for %s, to %s", m->set.for_whom, path);

	if (!ok)
		rights_own_unlink(path);
	return ok;
}

static bool write_out(struct making *m, const char *folder, struct arena *mem, const char **path)
{
	const char *beside;

	if (!paper_file_write(folder, m->paper.name, m->pdf.bytes, m->pdf.count, mem, path, m->f) || !log_out(m, *path))
		return is_kept_though(m->f);
	for (size_t i = 0; i < m->set.pieces.count; i++) {
		const struct bundle_piece *piece = &m->set.pieces.items[i];
		const unsigned char *bytes;
		size_t count;

		if (!piece->part.is_beside)
			continue;
		if (!paper_read(m->cw->store, piece->paper->id, m->mem, &bytes, &count, m->f) ||
		    !paper_file_write(folder,
				      arena_printf(m->mem, "%s %s, %s", m->set.conference.reference,
						   report_owed_by(piece->report), piece->paper->name),
				      bytes, count, m->mem, &beside, m->f) ||
		    !log_out(m, beside))
			return is_kept_though(m->f);
	}
	return true;
}

bool casework_bundle_make(struct casework *cw, int64_t conference, int64_t person, const char *folder,
			  struct arena *mem, const char **path, struct fault *f)
{
	struct arena own = {0};
	struct making m = {.cw = cw, .mem = &own, .f = f};
	bool ok;

	*path = "";
	ok = casework_may(cw, ACTION_RECORD_REPORTS, f) && paper_folder_check(folder, f) &&
	     gather(&m, conference, person) && keep(&m) && write_out(&m, folder, mem, path);
	arena_finish(&own);
	return ok;
}
