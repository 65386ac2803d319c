/* A plan on paper between conferences, as one reader may have it: a member of the family, or colleagues. */
#include "casework/family_plan.h"

#include "base/rights.h"
#include "invitee_proposal.h"
#include "letter/press.h"
#include "letter_facts_inside.h"
#include "letter_queue.h"
#include "paper_file.h"
#include "plan_reach.h"
#include "store/core_group_store.h"
#include "store/plan_version_store.h"

#define PAPER_COLUMNS 78

struct plan_paper {
	struct casework *cw;
	struct plan_reached reached;
	struct plan_version plan;
	struct conference conference; /* that named the group: its list says who is kept away; id 0 none */
	struct invitee reader;
	struct arena *mem;
};

/* --- Which plan, for whom --- */

static bool choose_version(struct plan_paper *p, int64_t version, struct fault *f)
{
	p->plan = p->reached.newest.id ? p->reached.newest : p->reached.draft;
	for (size_t i = 0; version && i < p->reached.versions.count; i++)
		if (p->reached.versions.items[i].id == version)
			p->plan = p->reached.versions.items[i];
	if (!p->plan.id)
		return fault_set(f, FAULT_REFUSED, "No plan of %s was written here yet: there is none to print.",
				 p->reached.family.reference);
	return !version || p->plan.id == version ||
	       fault_set(f, FAULT_NOT_FOUND, "This version of the plan is no longer in the case file.");
}

static bool find_conference(struct plan_paper *p, int64_t family, struct fault *f)
{
	struct core_group_list groups;

	if (!core_groups_of_family(p->cw->store, family, p->mem, &groups, f))
		return false;
	if (groups.count && groups.items[0].conference_id &&
	    !conference_by_id(p->cw->store, groups.items[0].conference_id, p->mem, &p->conference, f))
		return false;
	p->conference.family_id = family;
	return true;
}

/* As they stand on the conference's list, which says whether they are kept away; else as they are known. */
static bool find_member(struct plan_paper *p, int64_t family, int64_t person, struct fault *f)
{
	const struct proposing proposing = {.cw = p->cw, .conference = &p->conference, .mem = p->mem};
	struct invitee_list asked = {0};
	struct member_list members;

	if (p->conference.id && !invitees_of(p->cw->store, p->conference.id, false, p->mem, &asked, f))
		return false;
	for (size_t i = 0; i < asked.count; i++)
		if (asked.items[i].person_id == person) {
			p->reader = asked.items[i];
			return true;
		}
	if (!members_of_family(p->cw->store, family, p->mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].person_id == person) {
			p->reader = proposal_of_person(
				&proposing,
				members.items[i].relationship == RELATIONSHIP_CHILD ? CAPACITY_CHILD : CAPACITY_FAMILY,
				&members.items[i]);
			return true;
		}
	return fault_set(f, FAULT_NOT_FOUND, "They do not belong to this family any more. Look at the plan again.");
}

static bool find_reader(struct plan_paper *p, int64_t family, int64_t person, struct fault *f)
{
	if (person)
		return find_member(p, family, person, f);
	p->reader = invitee_blank();
	p->reader.capacity = CAPACITY_PROFESSIONAL;
	p->reader.name = p->reader.shown_name = "Colleagues";
	return true;
}

/* --- What stands in it --- */

static bool say_children(struct facts_work *w, int64_t plan)
{
	struct person_list children;

	if (!plan_version_children(w->cw->store, plan, w->mem, &children, w->f))
		return false;
	for (size_t i = 0; i < children.count; i++)
		if (!facts_child(w, &children.items[i]))
			return false;
	return true;
}

static bool gather(struct plan_paper *p, struct letter_facts *out, struct fault *f)
{
	enum audience audience = letter_audience(&p->reader);
	struct facts_work w = {.cw = p->cw,
			       .conference = &p->conference,
			       .reader = &p->reader,
			       .audience = audience,
			       .sight = letter_sight(audience),
			       .mem = p->mem,
			       .out = out,
			       .f = f};

	*out = (struct letter_facts){0};
	if ((p->conference.id && !invitees_of(p->cw->store, p->conference.id, false, p->mem, &w.invitees, f)) ||
	    !kept_homes_of_family(p->cw, p->conference.family_id, p->mem, &w.kept_homes, f) ||
	    !facts_of_whose(&w, p->conference.family_id))
		return false;
	facts_of_office(&w);
	return facts_of_reader(&w) && facts_of_told(&w) && facts_of_plan_version(&w, &p->plan) &&
	       (!out->top.fields[LETTER_FIELD_PLAN_DAY] || say_children(&w, p->plan.id));
}

/* Inside a look. */
static bool write_paper(struct plan_paper *p, int64_t family, int64_t version, int64_t person, struct document *out,
			struct fault *f)
{
	struct letter_facts *facts = arena_alloc(p->mem, sizeof *facts); /* too great for the stack */

	if (!facts)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write this plan.");
	if (!plan_reach(p->cw, family, p->mem, &p->reached, f) || !choose_version(p, version, f) ||
	    !find_conference(p, family, f) || !find_reader(p, family, person, f) || !gather(p, facts, f))
		return false;
	if (!facts->top.fields[LETTER_FIELD_PLAN_DAY])
		return fault_set(f, FAULT_REFUSED,
				 "%s may not have this plan: they are not a parent or in the core group, were kept "
				 "away, or may not read of every child it speaks of.",
				 p->reader.shown_name);
	return letter_write(p->cw, LETTER_CHILD_PLAN, facts, p->mem, out, f);
}

bool casework_plan_text(struct casework *cw, int64_t family, int64_t version, int64_t person, struct arena *mem,
			const char **text, struct fault *f)
{
	struct plan_paper p = {.cw = cw, .mem = mem};
	struct document document;

	*text = "";
	if (!look_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	if (!write_paper(&p, family, version, person, &document, f))
		return look_undo(cw);
	*text = document_text(&document, PAPER_COLUMNS, mem);
	return look_end(cw, f, "plan.print", SUBJECT_FAMILY, family, family, "%s: plan %d for %s",
			p.reached.family.reference, p.plan.number, p.reader.shown_name);
}

/* A file that nobody logged does not stay outside. */
static bool log_paper(const struct plan_paper *p, const char *path, struct fault *f)
{
	int64_t family = p->reached.family.id;
	bool ok = work_begin(p->cw, ACTION_WRITE_PLAN, f) &&
		  work_end(p->cw, f, "plan.take_out", SUBJECT_FAMILY, family, family, "%s: plan %d for %s, to %s",
			   p->reached.family.reference, p->plan.number, p->reader.shown_name, path);

	if (!ok)
		rights_own_unlink(path);
	return ok;
}

bool casework_plan_take_out(struct casework *cw, int64_t family, int64_t version, int64_t person, const char *folder,
			    struct arena *mem, const char **path, struct fault *f)
{
	struct arena own = {0};
	struct plan_paper p = {.cw = cw, .mem = &own};
	struct document document;
	const struct document *const documents[] = {&document};
	struct press_bytes pdf;
	bool ok;

	*path = "";
	if (!look_begin(cw, ACTION_WRITE_PLAN, f))
		return false;
	ok = write_paper(&p, family, version, person, &document, f);
	look_undo(cw); /* what was read is logged once it stands outside */
	ok = ok && paper_folder_check(folder, f) && press_pdf(documents, 1, &own, &pdf, NULL, f) &&
	     paper_file_write(folder, arena_printf(&own, "%s-plan-%d.pdf", p.reached.family.reference, p.plan.number),
			      pdf.bytes, pdf.count, mem, path, f) &&
	     log_paper(&p, *path, f);
	if (!ok)
		*path = "";
	arena_finish(&own);
	return ok;
}
