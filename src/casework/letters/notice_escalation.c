/* The notice of an escalation: to the manager it is with at this stage. */
#include "escalation_keeping.h"
#include "letter_facts_inside.h"
#include "notice_inside.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/escalation_store.h"

static const struct escalation *escalation_in(const struct notice_case *c)
{
	return c->own;
}

static bool find(struct casework *cw, const char *reference, int64_t *id, struct fault *f)
{
	return escalation_by_reference(cw->store, reference, id, f);
}

static bool read(struct notice_case *c, struct fault *f)
{
	struct escalation *e = arena_alloc(c->mem, sizeof *e);

	if (!e)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	if (!escalation_by_id(c->cw->store, c->id, c->mem, e, f) ||
	    !conference_by_id(c->cw->store, e->conference_id, c->mem, &c->conference, f))
		return false;
	c->own = e;
	c->family_id = e->family_id;
	c->reference = e->reference;
	c->when = escalation_stage_words(e->stage, c->mem);
	return true;
}

static bool is_owed(const struct notice_case *c, struct fault *f)
{
	const struct escalation *e = escalation_in(c);

	if (e->state != ESCALATION_OPEN)
		return fault_set(f, FAULT_REFUSED, "%s is %s: there is nothing to ask any more.", e->reference,
				 escalation_state_label(e->state));
	return e->answered_on == DAY_NONE ||
	       fault_set(f, FAULT_REFUSED, "The %s has answered %s: settle it, or take it to the next stage.",
			 escalation_stage_label(e->stage), e->reference);
}

static bool readers(const struct notice_case *c, struct invitee_list *out, struct fault *f)
{
	const struct escalation *e = escalation_in(c);

	return notice_reader_colleague(c, e->with, escalation_stage_label(e->stage), e->with_to, out, f);
}

/* What each stage before said. */
static bool say_before(const struct notice_case *c, struct facts_work *w)
{
	const struct escalation *e = escalation_in(c);
	struct escalation_note_list notes;
	const char *before = "";
	char day[DATE_TEXT_ROOM];

	if (!escalation_notes_of(c->cw->store, c->id, c->mem, &notes, w->f))
		return false;
	for (size_t i = 0; i < notes.count; i++) {
		const struct escalation_note *note = &notes.items[i];

		if (note->step == ESCALATION_STEP_RAISE || note->stage > e->stage)
			continue;
		before = arena_printf(c->mem, "%s%s%s, %s: %s", before, *before ? "\n" : "",
				      date_medium(note->day, day), escalation_step_label(note->step),
				      facts_words(w, note->words));
	}
	facts_say(w, LETTER_FIELD_ESCALATION_BEFORE, before);
	return true;
}

static bool say_clock(const struct notice_case *c, struct facts_work *w)
{
	enum rule_key rule = escalation_rule(escalation_in(c)->stage);
	struct deadline_row_list rows;

	if (!deadlines_of_subject(c->cw->store, SUBJECT_ESCALATION, c->id, c->mem, &rows, w->f))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].rule == rule)
			facts_say_day(w, LETTER_FIELD_ESCALATION_ANSWER_BY, rows.items[i].due_on);
	return true;
}

static bool say_family(const struct notice_case *c, struct facts_work *w)
{
	struct person_list children;
	struct family family;

	if (!family_by_id(c->cw->store, c->family_id, c->mem, &family, w->f) ||
	    !conference_children(c->cw->store, c->conference.id, c->mem, &children, w->f))
		return false;
	facts_say(w, LETTER_FIELD_FAMILY_NAME, family.name);
	for (size_t i = 0; i < children.count; i++)
		if (!facts_child(w, &children.items[i]))
			return false;
	return true;
}

static bool say(const struct notice_case *c, struct facts_work *w)
{
	const struct escalation *e = escalation_in(c);

	facts_say(w, LETTER_FIELD_ESCALATION_REFERENCE, e->reference);
	facts_say(w, LETTER_FIELD_ESCALATION_CAUSE, escalation_cause_label(e->cause));
	facts_say(w, LETTER_FIELD_ESCALATION_ABOUT, facts_words(w, e->about));
	facts_say(w, LETTER_FIELD_ESCALATION_WORDS, facts_words(w, e->words));
	facts_say(w, LETTER_FIELD_ESCALATION_RAISED_BY, e->raised_by);
	facts_say_day(w, LETTER_FIELD_ESCALATION_RAISED, e->raised_on);
	facts_say(w, LETTER_FIELD_ESCALATION_STAGE, escalation_stage_words(e->stage, c->mem));
	facts_say_yes(w, LETTER_FIELD_IS_DISSENT, e->cause == ESCALATION_CAUSE_DISSENT);
	if (e->stage < ESCALATION_STAGES)
		facts_say(w, LETTER_FIELD_ESCALATION_NEXT, escalation_stage_label(e->stage + 1));
	return say_before(c, w) && say_clock(c, w) && say_family(c, w);
}

const struct notice_kind notice_escalation_raised = {
	.find = find, .read = read, .ready = is_owed, .readers = readers, .say = say};
