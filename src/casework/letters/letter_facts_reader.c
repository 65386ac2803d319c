/* The reader: name, own address, what was arranged for them, who comes with them, and how else to be heard. */
#include "letter_facts_inside.h"

#include "base/text.h"
#include "letter_reader.h"
#include "store/person_store.h"

#include <string.h>
#include <strings.h>

static bool is_probation(const struct invitee *reader)
{
	return reader->capacity == CAPACITY_PROFESSIONAL &&
	       (strcasecmp(reader->quorum_group, "probation") == 0 ||
		strncasecmp(reader->shown_agency, "probation", strlen("probation")) == 0);
}

static const char *capacity_words(const struct invitee *reader, struct arena *mem)
{
	if (reader->capacity == CAPACITY_FAMILY)
		return relationship_label(reader->relationship);
	if (reader->capacity == CAPACITY_PROFESSIONAL && *reader->shown_role)
		return reader->shown_role;
	return arena_text(mem, capacity_label(reader->capacity));
}

static bool say_name(struct facts_work *w)
{
	const struct invitee *r = w->reader;
	const char *address = "";

	facts_say(w, LETTER_FIELD_RECIPIENT_NAME, r->shown_name);
	facts_say(w, LETTER_FIELD_RECIPIENT_GREETING, r->shown_name);
	facts_say(w, LETTER_FIELD_RECIPIENT_CAPACITY, capacity_words(r, w->mem));
	facts_say(w, LETTER_FIELD_RECIPIENT_AGENCY, r->shown_agency);
	facts_say(w, LETTER_FIELD_RECIPIENT_METHOD, invite_method_label(r->method));
	if (r->method == METHOD_POST && !letter_reader_address(w->cw, r, METHOD_POST, w->mem, &address, w->f))
		return false;
	facts_say(w, LETTER_FIELD_RECIPIENT_ADDRESS, address);
	return true;
}

static void say_what_reader_is(struct facts_work *w)
{
	const struct invitee *r = w->reader;
	bool is_family = w->audience == AUDIENCE_PARENT || w->audience == AUDIENCE_FAMILY;

	facts_say_yes(w, LETTER_FIELD_IS_CHILD, w->audience == AUDIENCE_CHILD);
	facts_say_yes(w, LETTER_FIELD_IS_PARENT, w->audience == AUDIENCE_PARENT);
	facts_say_yes(w, LETTER_FIELD_IS_FAMILY, is_family);
	facts_say_yes(w, LETTER_FIELD_IS_PROFESSIONAL, w->audience == AUDIENCE_PROFESSIONAL);
	facts_say_yes(w, LETTER_FIELD_IS_POLICE, letter_reader_is_police(r));
	facts_say_yes(w, LETTER_FIELD_IS_PROBATION, is_probation(r));
	facts_say_yes(w, LETTER_FIELD_IS_SUPPORTER,
		      r->capacity == CAPACITY_SUPPORTER || r->capacity == CAPACITY_ADVOCATE ||
			      r->capacity == CAPACITY_SOLICITOR);
	facts_say_yes(w, LETTER_FIELD_IS_SOLICITOR, r->capacity == CAPACITY_SOLICITOR);
	facts_say_yes(w, LETTER_FIELD_IS_ADVOCATE, r->capacity == CAPACITY_ADVOCATE);
	facts_say_yes(w, LETTER_FIELD_IS_REPRESENTATIVE, r->capacity == CAPACITY_REPRESENTATIVE);
	facts_say_yes(w, LETTER_FIELD_IS_INTERPRETER, r->capacity == CAPACITY_INTERPRETER);
}

/* Whom the reader comes for. An interpreter needs the language, and nothing else that person needs. */
static void say_principal(struct facts_work *w)
{
	if (!w->principal)
		return;
	facts_say(w, LETTER_FIELD_REPRESENTED_NAME, w->principal->shown_name);
	if (w->reader->capacity == CAPACITY_REPRESENTATIVE)
		facts_say(w, LETTER_FIELD_REPRESENTED_WHY, w->reader->represented_why);
	if (w->reader->capacity == CAPACITY_INTERPRETER) {
		facts_say(w, LETTER_FIELD_INTERPRETER_LANGUAGE, w->principal->language);
		facts_say(w, LETTER_FIELD_SIGNING, w->principal->signing);
	}
}

/* --- Needs --- */

static bool say_need(struct facts_work *w, const char *what, const char *need)
{
	struct letter_row *row = *need ? facts_row(w, LETTER_LIST_NEEDS) : NULL;

	if (row)
		row->fields[LETTER_FIELD_NEED] = arena_printf(w->mem, "%s: %s.", what, need);
	return row || !*need;
}

/* The reader's own, and nobody else's. A colleague's letter has them as a list. */
static bool say_needs(struct facts_work *w)
{
	const struct invitee *r = w->reader;

	if (w->audience == AUDIENCE_PROFESSIONAL)
		return say_need(w, "Signing", r->signing) && say_need(w, "What you need of the room", r->access) &&
		       say_need(w, "Your journey", r->transport);
	facts_say(w, LETTER_FIELD_ACCESS, r->access);
	facts_say(w, LETTER_FIELD_TRANSPORT, r->transport);
	facts_say(w, LETTER_FIELD_CHILDCARE, r->childcare);
	if (w->reader->capacity == CAPACITY_INTERPRETER && w->principal)
		return true;
	facts_say(w, LETTER_FIELD_INTERPRETER_LANGUAGE, r->language);
	facts_say(w, LETTER_FIELD_SIGNING, r->signing);
	return true;
}

/* --- Who comes with them --- */

static void say_companions(struct facts_work *w)
{
	static const struct {
		enum capacity capacity;
		enum letter_field field;
	} shown[] = {{CAPACITY_SUPPORTER, LETTER_FIELD_SUPPORTER_NAME},
		     {CAPACITY_SOLICITOR, LETTER_FIELD_SOLICITOR_NAME},
		     {CAPACITY_REPRESENTATIVE, LETTER_FIELD_REPRESENTATIVE_NAME},
		     {CAPACITY_ADVOCATE, LETTER_FIELD_ADVOCATE_NAME}};

	for (size_t i = 0; w->reader->id && i < w->invitees.count; i++) {
		const struct invitee *other = &w->invitees.items[i];

		for (size_t k = 0; other->for_invitee_id == w->reader->id && k < sizeof shown / sizeof *shown; k++)
			if (other->capacity == shown[k].capacity)
				facts_say(w, shown[k].field, other->shown_name);
	}
}

/* --- A child --- */

static bool say_child(struct facts_work *w)
{
	const struct policy *policy = casework_policy(w->cw);
	struct person child;
	int age;

	if (w->audience != AUDIENCE_CHILD || !w->reader->person_id)
		return true;
	if (!person_by_id(w->cw->store, w->reader->person_id, w->mem, &child, w->f))
		return false;
	age = child.born_on == DAY_NONE ? -1 : date_age(child.born_on, casework_today(w->cw));
	facts_say(w, LETTER_FIELD_RECIPIENT_GREETING,
		  *child.known_as      ? child.known_as
		  : *child.given_names ? child.given_names
				       : w->reader->shown_name);
	facts_say_yes(w, LETTER_FIELD_IS_YOUNG, age < policy->child_encourage_age);
	facts_say_yes(w, LETTER_FIELD_IS_FROM_CHAIR, w->reader->chair_invites == ANSWER_YES);
	facts_say_yes(w, LETTER_FIELD_ADVOCATE_OFFERED,
		      !w->out->top.fields[LETTER_FIELD_ADVOCATE_NAME] &&
			      (age >= policy->advocate_offer_age || w->reader->advocate_offered_on != DAY_NONE));
	return true;
}

/* --- How else to be heard --- */

static bool say_way(struct facts_work *w, const char *way)
{
	struct letter_row *row = facts_row(w, LETTER_LIST_WAYS);

	if (row)
		row->fields[LETTER_FIELD_WAY] = way;
	return row != NULL;
}

/* What was agreed with this reader first; the template has its own where nothing was. To somebody who is kept away the
 * letter about that says it, in the words it was typed in. */
static bool say_ways(struct facts_work *w)
{
	static const char *const also[] = {"tell your social worker what you want to say, and they will pass it on",
					   "write to us, or ask someone to write down your words"};

	if (w->audience == AUDIENCE_PROFESSIONAL || w->audience == AUDIENCE_GUEST || !*w->reader->other_way)
		return true;
	if (w->reader->exclusion != EXCLUSION_WHOLE && w->reader->exclusion != EXCLUSION_PART &&
	    !say_way(w, w->reader->other_way))
		return false;
	return say_way(w, also[0]) && say_way(w, also[1]);
}

bool facts_of_reader(struct facts_work *w)
{
	int age = casework_policy(w->cw)->child_encourage_age;

	say_what_reader_is(w);
	say_principal(w);
	say_companions(w);
	if (age > 0)
		facts_say(w, LETTER_FIELD_ENCOURAGE_AGE, arena_printf(w->mem, "%d", age));
	return say_name(w) && say_needs(w) && say_child(w) && say_ways(w);
}
