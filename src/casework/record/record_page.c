/* The record of a conference as its tab shows it: sections, corrections, who gets which copy, and how it stands. */
#include "record_keeping.h"
#include "telling.h"

#include "booking_facts.h"
#include "complaint_keeping.h"
#include "conference_reach.h"
#include "invitee_words.h"
#include "letter/template.h"
#include "own_conference.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/letter_store.h"
#include "store/parent_store.h"

#include <string.h>

/* --- Copies --- */

/* What the states of copies go by. */
struct copies_work {
	struct casework *cw;
	struct letter_listed_list letters; /* newest first */
	int64_t since;                     /* when the newest edition was approved; INT64_MAX: it is not yet */
	struct arena *mem;
};

static bool read_sent(struct copies_work *w, const struct record_page *page, struct fault *f)
{
	struct conference_change_list changes;

	w->since = INT64_MAX;
	if (!letters_of_conference(w->cw->store, page->conference.id, w->mem, &w->letters, f))
		return false;
	if (!record_is_fixed(&page->record))
		return true;
	if (!conference_changes_of(w->cw->store, page->conference.id, w->mem, &changes, f))
		return false;
	for (size_t i = 0; w->since == INT64_MAX && i < changes.count; i++)
		if (strcmp(changes.items[i].step, conference_step_token(STEP_APPROVE_RECORD)) == 0)
			w->since = changes.items[i].at;
	return true;
}

/* The newest letter that brought it to this invitee, of this edition or the one before. */
static const char *copy_state(const struct copies_work *w, int64_t invitee)
{
	for (size_t i = 0; i < w->letters.count; i++) {
		const struct letter_listed *one = &w->letters.items[i];
		const char *edition = one->written_at < w->since ? "edition before: " : "";

		if (one->invitee_id != invitee || strcmp(one->template, letter_template_name(LETTER_RECORD_SENT)) != 0)
			continue;
		if (one->state == DELIVERY_WAITING || one->state == DELIVERY_SENDING)
			return arena_printf(w->mem, "%s%s", edition, delivery_state_label(one->state));
		return arena_printf(w->mem, "%s%s %s", edition, delivery_state_label(one->state),
				    work_moment_words(w->cw, one->settled_at, w->mem));
	}
	return "";
}

static bool read_copies(struct casework *cw, int64_t conference, struct arena *mem, struct record_page *out,
			struct fault *f)
{
	enum letter_copy how;
	bool reads_anothers, reads_of_all;
	struct copies_work w = {.cw = cw, .mem = mem};
	struct invitee_list invitees;

	if (!invitees_of(cw->store, conference, false, mem, &invitees, f) || !read_sent(&w, out, f))
		return false;
	for (size_t i = 0; i < invitees.count; i++) {
		const struct invitee *one = &invitees.items[i];
		struct record_copy *copy = ARENA_PUSH(mem, &out->copies);

		if (!copy)
			break;
		if (!letter_copy_of(cw, &out->conference, one, mem, &how, f) ||
		    !letter_reads_of_all(cw, &out->conference, one, mem, &reads_of_all, f))
			return false;
		reads_anothers = how == LETTER_COPY_FAMILY && one->for_invitee_id;
		*copy = (struct record_copy){
			.invitee_id = one->id,
			.who = invitee_who(one, mem),
			.kind = reads_anothers ? "none: reads the copy of whom they come for"
				: !reads_of_all && how != LETTER_COPY_NONE
					? arena_printf(mem, "%s, of their own children", record_copy_words(how, one))
					: record_copy_words(how, one),
			.state = copy_state(&w, one->id),
			.is_whole = how == LETTER_COPY_WHOLE,
			.is_none = how == LETTER_COPY_NONE || reads_anothers,
			.is_own_part = how == LETTER_COPY_OWN_PART,
		};
	}
	return true;
}

/* --- By when --- */

/* The deadline as it was opened; reckoned from the day of the conference where none was. */
static bool due_of(struct casework *cw, const struct conference *c, enum rule_key rule, struct arena *mem,
		   day_number *out, struct fault *f)
{
	struct deadline_row_list rows;

	*out = deadline_compute(casework_policy(cw), casework_calendar(cw), rule, c->held_on).due;
	if (!deadlines_of_subject(cw->store, SUBJECT_CONFERENCE, c->id, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].rule == rule && rows.items[i].state != STANDING_WITHDRAWN)
			*out = rows.items[i].due_on;
	return true;
}

/* ", 3 working days late" when `on` is after it was due. */
static const char *late_by(const struct casework *cw, day_number due, day_number on, struct arena *mem)
{
	int days = due == DAY_NONE || on <= due ? 0 : working_day_between(due, on, casework_calendar(cw), COUNT_LOCAL);

	return days > 0 ? arena_printf(mem, ", %d working day%s late", days, days == 1 ? "" : "s") : "";
}

static const char *still_due(const struct casework *cw, const char *what, day_number due, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	return due == DAY_NONE ? ""
			       : arena_printf(mem, "; to be %s by %s%s", what, date_short(due, day),
					      late_by(cw, due, casework_today(cw), mem));
}

static const char *approved_words(struct casework *cw, const struct record_page *page, struct arena *mem)
{
	const struct conference_record *r = &page->record;
	char day[DATE_TEXT_ROOM];

	return arena_printf(mem, "approved by %s on %s%s", user_name_of(cw, r->approver, mem),
			    date_short(r->approved_on, day), late_by(cw, page->approve_due, r->approved_on, mem));
}

static const char *standing_words(struct casework *cw, const struct record_page *page, struct arena *mem)
{
	const struct conference_record *r = &page->record;
	const char *approve = still_due(cw, "approved", page->approve_due, mem);
	char day[DATE_TEXT_ROOM];

	if (!r->id)
		return arena_printf(mem, "not drafted yet%s", approve);
	switch (r->state) {
	case RECORD_DRAFTING:
		return arena_printf(mem, "being written%s%s%s", *r->writer ? " by " : ", by nobody yet",
				    *r->writer ? user_name_of(cw, r->writer, mem) : "", approve);
	case RECORD_WITH_CHAIR:
		return arena_printf(mem, "with the chair%s%s%s", *page->conference.chair ? ", " : "",
				    page->conference.chair, approve);
	case RECORD_CORRECTIONS:
		return arena_printf(mem, "given back to %s to be mended%s", user_name_of(cw, r->writer, mem), approve);
	case RECORD_APPROVED:
		return arena_printf(mem, "%s%s", approved_words(cw, page, mem),
				    still_due(cw, "distributed", page->distribute_due, mem));
	default:
		return arena_printf(mem, "%s; distributed on %s%s", approved_words(cw, page, mem),
				    date_short(r->distributed_on, day),
				    late_by(cw, page->distribute_due, r->distributed_on, mem));
	}
}

static const char *open_corrections(const struct record_page *page, struct arena *mem)
{
	return !page->unanswered ? ""
				 : arena_printf(mem, "; %zu correction%s not answered", page->unanswered,
						page->unanswered == 1 ? "" : "s");
}

/* --- The page --- */

static void say_what_may_be_done(struct casework *cw, struct arena *mem, struct record_page *out)
{
	struct conference own;

	out->may_write = conference_reach_for(cw, ACTION_WRITE_RECORD, out->conference.id, mem, &own, NULL) &&
			 (out->record.id ? record_may_be_written(cw, &out->conference, &out->record, mem, NULL)
					 : transition_find(out->conference.state, STEP_DRAFT_RECORD) != NULL);
	out->may_approve = out->record.state == RECORD_WITH_CHAIR && strcmp(out->record.writer, cw->login) != 0 &&
			   conference_reach_for(cw, ACTION_APPROVE_RECORD, out->conference.id, mem, &own, NULL);
}

static bool read_page(struct casework *cw, int64_t id, struct arena *mem, struct record_page *out, struct fault *f)
{
	struct conference *c = &out->conference;
	struct parent_of_list said;
	struct family family;

	if (!conference_reach(cw, id, mem, c, f) || !family_by_id(cw->store, c->family_id, mem, &family, f) ||
	    !conference_children(cw->store, id, mem, &out->children, f) ||
	    !parents_of_family(cw->store, c->family_id, mem, &said, f) ||
	    !conference_record_of(cw->store, id, mem, &out->record, f) ||
	    (out->record.id && !record_sections_of(cw->store, out->record.id, mem, &out->sections, f)) ||
	    !record_corrections_of_conference(cw->store, id, mem, &out->corrections, f) ||
	    !feedbacks_of(cw->store, id, mem, &out->feedback, f) || !read_copies(cw, id, mem, out, f) ||
	    !complaint_stands(cw, id, mem, &out->stands, f) ||
	    !due_of(cw, c, RULE_RECORD_APPROVE, mem, &out->approve_due, f) ||
	    !due_of(cw, c, RULE_RECORD_DISTRIBUTE, mem, &out->distribute_due, f))
		return false;
	out->family_words = family_words(family.name, family.reference, out->children.count, mem);
	out->is_divided = said.count > 0;
	out->when = conference_when(c, mem);
	for (size_t i = 0; i < out->corrections.count; i++)
		out->unanswered += out->corrections.items[i].answered_on == DAY_NONE;
	out->standing = arena_printf(mem, "%s%s", standing_words(cw, out, mem), open_corrections(out, mem));
	say_what_may_be_done(cw, mem, out);
	return !arena_exhausted(mem) || fault_set(f, FAULT_MEMORY, "There is not enough memory to show this record.");
}

bool casework_record(struct casework *cw, int64_t conference, struct arena *mem, struct record_page *out,
		     struct fault *f)
{
	*out = (struct record_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, conference, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "record.look", SUBJECT_CONFERENCE, conference, out->conference.family_id, "%s",
			out->conference.reference);
}

bool casework_record_again(struct casework *cw, int64_t conference, struct arena *mem, struct record_page *out,
			   struct fault *f)
{
	bool ok;

	*out = (struct record_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = read_page(cw, conference, mem, out, f);
	look_undo(cw); /* the first look at this screen is logged */
	return ok;
}
