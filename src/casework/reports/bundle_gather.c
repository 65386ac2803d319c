/* Reads what a bundle is made from: reports, who had them, their files, and which of these can be merged. */
#include "booking_facts.h"
#include "bundle.h"
#include "letter_facts.h"
#include "own_conference.h"
#include "paper_file.h"
#include "report_reach.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/report_store.h"

#include <string.h>

struct gathering {
	struct casework *cw;
	struct bundle_set *set;
	struct report_reader_list readers;
	bool with_files;
	struct arena *mem;
	struct fault *f;
};

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to make the bundle.");
}

/* --- For whom --- */

static bool name_member(struct gathering *g)
{
	struct bundle_set *set = g->set;
	struct member_list family;
	char name[NAME_ROOM];

	if (!members_of_family(g->cw->store, set->conference.family_id, g->mem, &family, g->f))
		return false;
	for (size_t i = 0; i < family.count; i++) {
		const struct member *one = &family.items[i];

		if (one->person.id != set->person_id)
			continue;
		set->short_name = relationship_label(one->relationship);
		set->for_whom = arena_printf(g->mem, "%s, %s", person_full_name(&one->person, name), set->short_name);
		return true;
	}
	return fault_set(g->f, FAULT_NOT_FOUND, "Only a member of the family gets a bundle of their own: choose one.");
}

static bool find_reader(struct gathering *g)
{
	struct bundle_set *set = g->set;
	struct invitee_list list;

	if (!set->person_id) {
		set->for_whom = set->short_name = "professionals";
		return true;
	}
	if (!name_member(g) || !invitees_of(g->cw->store, set->conference.id, false, g->mem, &list, g->f))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].person_id == set->person_id) {
			set->reader = list.items[i];
			return true;
		}
	return fault_set(g->f, FAULT_REFUSED,
			 "%s is not on the list of invitees. Put them on it, so that it is known what they may read.",
			 set->for_whom);
}

/* --- The pieces --- */

static struct bundle_piece *push(struct gathering *g, const struct report *report, const struct paper *paper,
				 const char *how)
{
	struct bundle_piece *piece = ARENA_PUSH(g->mem, &g->set->pieces);

	if (!piece) {
		too_much(g->f);
		return NULL;
	}
	*piece = (struct bundle_piece){.report = report,
				       .paper = paper,
				       .part = {.report_id = report->id,
						.paper_id = paper ? paper->id : 0,
						.who = report_who(report, g->mem),
						.name = paper ? paper->name : "",
						.how = how}};
	return piece;
}

static const char *why_not_merged(const struct fault *why)
{
	if (strstr(why->message, "password") || strstr(why->message, "lock"))
		return "put beside: it asks for a password";
	return "put beside: it is damaged";
}

/* A PDF that cannot be read is put beside like any other file; only our own trouble stops the bundle. */
static bool read_pdf(struct gathering *g, struct bundle_piece *piece)
{
	struct fault why = {0};

	if (!paper_read(g->cw->store, piece->paper->id, g->mem, &piece->pdf.bytes, &piece->pdf.count, g->f))
		return false;
	if (press_count_pages(piece->paper->name, &piece->pdf, &piece->part.pages, &why)) {
		piece->part.is_merged = true;
		return true;
	}
	if (why.code != FAULT_REFUSED) {
		if (g->f)
			*g->f = why;
		return false;
	}
	piece->part.is_beside = true;
	piece->part.how = why_not_merged(&why);
	return true;
}

static bool add_file(struct gathering *g, const struct report *report, const struct paper *paper)
{
	struct bundle_piece *piece = push(g, report, paper, "");

	if (!piece)
		return false;
	if (strcmp(paper->media_type, "application/pdf") == 0)
		return !g->with_files || read_pdf(g, piece);
	piece->part.is_beside = true;
	piece->part.how = arena_printf(g->mem, "put beside: %s", paper_kind_words(paper->media_type));
	return true;
}

static bool is_file_of(const struct paper *paper, const struct report *report)
{
	return paper->report_id == report->id && !paper->is_withdrawn;
}

static day_number day_shared(const struct gathering *g, int64_t report)
{
	for (size_t i = 0; i < g->readers.count; i++)
		if (g->readers.items[i].report_id == report && g->readers.items[i].person_id == g->set->person_id)
			return g->readers.items[i].shared_on;
	return DAY_NONE;
}

static bool add_files(struct gathering *g, const struct report *report)
{
	g->set->report_count++;
	for (size_t i = 0; i < g->set->papers.count; i++)
		if (is_file_of(&g->set->papers.items[i], report) && !add_file(g, report, &g->set->papers.items[i]))
			return false;
	return true;
}

static bool add_report(struct gathering *g, const struct report *report)
{
	struct bundle_piece *piece;
	const char *how;
	bool is_of_theirs = true;
	size_t files = 0;
	enum bundle_fate fate;

	for (size_t i = 0; i < g->set->papers.count; i++)
		files += is_file_of(&g->set->papers.items[i], report);
	if (g->set->person_id && !letter_may_have_report(g->cw, &g->set->conference, &g->set->reader, report->id,
							 g->mem, &is_of_theirs, g->f))
		return false;
	fate = g->set->person_id ? bundle_fate_for_member(report, is_of_theirs, day_shared(g, report->id), files, &how)
				 : bundle_fate_for_professionals(report, files, g->mem, &how);
	g->set->fingerprint = arena_printf(g->mem, "%s%lld.%lld.%d ", g->set->fingerprint, (long long)report->id,
					   (long long)report->version, (int)fate);
	if (fate == BUNDLE_PASSES_BY)
		return true;
	if (fate == BUNDLE_HOLDS)
		return add_files(g, report);
	piece = push(g, report, NULL, how);
	if (!piece)
		return false;
	piece->part.is_missing = fate == BUNDLE_MISSES;
	piece->part.is_left_out = fate == BUNDLE_LEAVES_OUT;
	g->set->missing += fate == BUNDLE_MISSES;
	return true;
}

/* Whatever decides what the bundle holds: each report as it is, what becomes of it, and each file. */
static void print_files(struct gathering *g)
{
	for (size_t i = 0; i < g->set->pieces.count; i++)
		if (g->set->pieces.items[i].paper)
			g->set->fingerprint = arena_printf(g->mem, "%s%lld ", g->set->fingerprint,
							   (long long)g->set->pieces.items[i].paper->id);
}

bool bundle_gather(struct casework *cw, enum action action, int64_t conference, int64_t person, bool with_files,
		   struct arena *mem, struct bundle_set *out, struct fault *f)
{
	struct gathering g = {.cw = cw, .set = out, .with_files = with_files, .mem = mem, .f = f};

	*out = (struct bundle_set){.person_id = person, .fingerprint = ""};
	if (!conference_reach_for(cw, action, conference, mem, &out->conference, f) || !find_reader(&g) ||
	    !reports_of(cw->store, conference, mem, &out->reports, f) ||
	    !report_readers_of(cw->store, conference, mem, &g.readers, f) ||
	    !papers_of_conference(cw->store, conference, mem, &out->papers, f))
		return false;
	for (size_t i = 0; i < out->reports.count; i++)
		if (!add_report(&g, &out->reports.items[i]))
			return false;
	print_files(&g);
	return !arena_exhausted(mem) || too_much(f);
}
