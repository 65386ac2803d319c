/* Drafting a record: assembled from what was entered, and drafted again without a word of anybody's lost. */
#include "record_writing.h"

#include "own_conference.h"
#include "record_keeping.h"
#include "slot_keeping.h"

#include <string.h>

static void write_all(struct record_writing *w)
{
	record_about(w);
	record_people(w);
	record_reports(w);
	record_said(w);
	record_children_said(w);
	record_family_said(w);
	record_agencies_said(w);
	record_decided(w);
	record_plan(w);
	record_afterwards(w);
	record_restricted(w);
}

/* --- What is there already --- */

/* Nobody has written in it since it was assembled. */
static bool is_untouched(const struct record_section *section)
{
	return !*section->by_user;
}

static struct record_section *find_section(const struct record_section_list *all, const char *key)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->items[i].key, key) == 0)
			return &all->items[i];
	return NULL;
}

static bool says_the_same(const struct record_section *a, const struct record_section *b)
{
	return a->position == b->position && a->person_id == b->person_id && a->is_of_no_child == b->is_of_no_child &&
	       a->is_restricted == b->is_restricted && strcmp(a->heading, b->heading) == 0 &&
	       strcmp(a->text, b->text) == 0;
}

static bool keep_section(struct casework *cw, int64_t record, struct record_section *made,
			 const struct record_section *there, struct fault *f)
{
	if (there && (!is_untouched(there) || says_the_same(there, made)))
		return true;
	made->record_id = record;
	made->id = there ? there->id : 0;
	made->version = there ? there->version : 0;
	made->at = work_now(cw);
	return record_section_keep(cw->store, made, f);
}

/* What was assembled once and has nothing to say any more goes; what a person wrote stays. */
static bool merge(struct casework *cw, int64_t record, struct record_section_list *made, struct arena *mem,
		  struct fault *f)
{
	struct record_section_list there;

	if (!record_sections_of(cw->store, record, mem, &there, f))
		return false;
	for (size_t i = 0; i < made->count; i++)
		if (!keep_section(cw, record, &made->items[i], find_section(&there, made->items[i].key), f))
			return false;
	for (size_t i = 0; i < there.count; i++)
		if (is_untouched(&there.items[i]) && !find_section(made, there.items[i].key) &&
		    !record_section_drop(cw->store, there.items[i].id, there.items[i].version, f))
			return false;
	return true;
}

/* --- The verb --- */

/* Whoever drafts it is its writer, but never its chair, who is to approve it. An approved one stays beside the edition
 * that begins with its words. */
static bool open_record(struct casework *cw, const struct conference *c, struct arena *mem,
			struct conference_record *out, struct fault *f)
{
	struct conference_record before;

	if (!conference_record_of(cw->store, c->id, mem, &before, f))
		return false;
	if (before.state == RECORD_WITH_CHAIR)
		return fault_set(f, FAULT_REFUSED,
				 "The record of %s is with the chair: it is drafted again when the chair gave it back.",
				 c->reference);
	*out = before;
	if (!before.id || record_is_fixed(&before)) {
		*out = conference_record_blank();
		out->conference_id = c->id;
	}
	if (out->state != RECORD_CORRECTIONS)
		out->state = RECORD_DRAFTING;
	if (!record_is_the_chairs(cw, c, mem))
		out->writer = cw->login;
	out->drafted_on = casework_today(cw);
	if (!conference_record_keep(cw->store, out, f))
		return false;
	return !before.id || out->id == before.id ||
	       (record_sections_carry_over(cw->store, before.id, out->id, f) && record_is_owed_again(cw, c->id, f));
}

static bool conference_is_drafted(struct casework *cw, struct conference *c, const struct transition *step,
				  struct fault *f)
{
	struct change_words words = {.step = conference_step_token(STEP_DRAFT_RECORD), .from = c->state};

	if (c->state == step->to)
		return true;
	c->state = step->to;
	return conference_save(cw->store, c, f) && conference_note_change(cw, c, &words, f);
}

static bool assemble(struct casework *cw, const struct conference *c, struct arena *mem,
		     struct record_section_list *out, struct fault *f)
{
	struct record_facts facts;
	struct record_writing w = {.cw = cw, .mem = mem, .facts = &facts, .f = f};

	if (!record_facts_read(cw, c, mem, &facts, f))
		return false;
	write_all(&w);
	*out = w.sections;
	if (w.has_failed)
		return false;
	return !arena_exhausted(mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to write this record: nothing was saved.");
}

static bool draft_in(struct casework *cw, int64_t conference, struct arena *mem, struct conference *c,
		     struct conference_record *record, struct fault *f)
{
	struct record_section_list made;
	const struct transition *step;

	return conference_reach_for(cw, ACTION_WRITE_RECORD, conference, mem, c, f) &&
	       transition_check(c->state, STEP_DRAFT_RECORD, &step, f) && open_record(cw, c, mem, record, f) &&
	       assemble(cw, c, mem, &made, f) && merge(cw, record->id, &made, mem, f) &&
	       conference_is_drafted(cw, c, step, f);
}

bool casework_record_draft(struct casework *cw, int64_t conference, struct fault *f)
{
	struct arena mem = {0};
	struct conference c;
	struct conference_record record;
	bool ok;

	if (!work_begin(cw, ACTION_WRITE_RECORD, f))
		return false;
	ok = draft_in(cw, conference, &mem, &c, &record, f);
	ok = ok ? work_end(cw, f, "record.draft", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: edition %d", c.reference,
			   record.edition)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
