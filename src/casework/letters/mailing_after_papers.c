/* What goes with a letter after a conference, and what follows when it was written. */
#include "mailing_inside.h"

#include "deadline_keeping.h"
#include "feedback_kind.h"
#include "letter_day.h"
#include "letter_reader.h"
#include "record_keeping.h"
#include "store/record_store.h"

#include <string.h>

/* --- Which papers --- */

static bool is_said(const struct letter_facts *facts, enum letter_field field)
{
	return facts->top.fields[field] && *facts->top.fields[field];
}

static const char *record_words(const struct letter_facts *facts)
{
	return is_said(facts, LETTER_FIELD_RECORD_WHOLE)      ? "record, whole"
	       : is_said(facts, LETTER_FIELD_RECORD_OWN_PART) ? "record, of what concerns them"
							      : "record without restricted parts";
}

/* A notice stands alone where it is the letter itself. */
static bool has_notice(enum letter_template_key key, const struct letter_facts *facts)
{
	return key == LETTER_DECISION_PROFESSIONAL && facts->lists[LETTER_LIST_NOTICES].count;
}

const char *mailing_after_encloses(enum letter_template_key key, const struct letter_facts *facts, struct arena *mem)
{
	const struct {
		bool is_there;
		const char *words;
	} papers[] = {{is_said(facts, LETTER_FIELD_IS_PLAN_ENCLOSED), "outline plan"},
		      {has_notice(key, facts), "plan notice"},
		      {is_said(facts, LETTER_FIELD_IS_FEEDBACK_ENCLOSED), "feedback form"},
		      {key == LETTER_RECORD_SENT, record_words(facts)}};
	const char *words = "";

	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
		if (papers[i].is_there)
			words = arena_joined(mem, words, ", ", papers[i].words);
	return words;
}

/* --- Enclosed --- */

struct enclosing {
	struct casework *cw;
	const struct letter_facts *facts;
	struct arena *mem;
	struct enclosure_list *out;
	struct fault *f;
};

static bool enclose(const struct enclosing *e, enum letter_template_key key, const char *name)
{
	struct document document;
	struct enclosure *enclosure;

	if (!letter_write(e->cw, key, e->facts, e->mem, &document, e->f))
		return false;
	enclosure = ARENA_PUSH(e->mem, e->out);
	if (!enclosure)
		return fault_set(e->f, FAULT_MEMORY, "There is not enough memory for what is enclosed.");
	enclosure->kind = ENCLOSURE_DOCUMENT;
	enclosure->name = name;
	enclosure->content = document_keep(&document, e->mem);
	return true;
}

static bool enclose_feedback(const struct enclosing *e, const struct mailing_plan *plan, const struct invitee *reader)
{
	static const enum letter_template_key keys[FEEDBACK_KIND_COUNT] = {
		[FEEDBACK_YOUNG] = LETTER_FEEDBACK_YOUNG,
		[FEEDBACK_OLDER] = LETTER_FEEDBACK_OLDER,
		[FEEDBACK_PARENT] = LETTER_FEEDBACK_PARENT,
	};
	enum feedback_kind kind;

	return feedback_kind_for(e->cw, &plan->conference, reader, e->mem, &kind, e->f) &&
	       enclose(e, keys[kind], "Feedback form");
}

bool mailing_after_enclose(struct casework *cw, const struct mailing_plan *plan, const struct mailing_letter *letter,
			   const struct letter_facts *facts, struct arena *mem, struct enclosure_list *out,
			   struct fault *f)
{
	const struct enclosing e = {.cw = cw, .facts = facts, .mem = mem, .out = out, .f = f};

	*out = (struct enclosure_list){0};
	if (letter->key == LETTER_RECORD_SENT)
		return enclose(&e, LETTER_RECORD, "Record");
	if (is_said(facts, LETTER_FIELD_IS_PLAN_ENCLOSED) && !enclose(&e, LETTER_OUTLINE_PLAN, MAILING_OUTLINE_PLAN))
		return false;
	if (has_notice(letter->key, facts) && !enclose(&e, LETTER_PLAN_NOTICE, "Plan notice"))
		return false;
	return !is_said(facts, LETTER_FIELD_IS_FEEDBACK_ENCLOSED) || enclose_feedback(&e, plan, &letter->reader);
}

/* --- What follows --- */

static struct feedback form_sent(const struct feedback_list *all, const struct invitee *reader, enum feedback_kind kind)
{
	struct feedback form = feedback_blank();

	form.invitee_id = reader->id;
	form.kind = kind;
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].invitee_id == reader->id)
			form = all->items[i];
	return form;
}

/* Sent once; one that came back already stays as it is. */
static bool note_feedback(struct casework *cw, const struct conference *conference, const struct invitee *reader,
			  struct arena *mem, struct fault *f)
{
	struct feedback_list all;
	enum feedback_kind kind;
	struct feedback form;

	if (!feedback_kind_for(cw, conference, reader, mem, &kind, f) ||
	    !feedbacks_of(cw->store, conference->id, mem, &all, f))
		return false;
	form = form_sent(&all, reader, kind);
	if (form.sent_on != DAY_NONE || form.returned_on != DAY_NONE)
		return true;
	form.conference_id = conference->id;
	form.sent_on = casework_today(cw);
	return feedback_keep(cw->store, &form, f);
}

bool mailing_after_follow_letter(struct casework *cw, const struct mailing_plan *plan,
				 const struct mailing_letter *letter, const struct letter_facts *facts,
				 struct arena *mem, struct fault *f)
{
	return !is_said(facts, LETTER_FIELD_IS_FEEDBACK_ENCLOSED) ||
	       note_feedback(cw, &plan->conference, &letter->reader, mem, f);
}

/* Whoever cannot be written to is in the list with what stands in the way, and holds up nothing. */
static bool nobody_is_left(struct casework *cw, const struct mailing_plan *plan, struct arena *mem, bool *out,
			   struct fault *f)
{
	struct mailing_plan left;

	*out = true;
	if (!mailing_plan_of(cw, plan->conference.id, plan->mailing, mem, &left, f))
		return false;
	for (size_t i = 0; i < left.letters.count; i++)
		if (!*left.letters.items[i].problem)
			*out = false;
	return true;
}

bool mailing_after_follow(struct casework *cw, const struct mailing_plan *plan, struct arena *mem, struct fault *f)
{
	const int64_t id = plan->conference.id;
	day_number today = casework_today(cw);
	bool all;

	if (!nobody_is_left(cw, plan, mem, &all, f))
		return false;
	if (!all)
		return true;
	if (plan->mailing == MAILING_RECORD)
		return record_distributed(cw, id, mem, f);
	return deadline_met(cw, RULE_DECISION_LETTER, SUBJECT_CONFERENCE, id, today, f) &&
	       deadline_met(cw, RULE_PLAN_ISSUE, SUBJECT_CONFERENCE, id, today, f);
}
