/* What a letter of a mailing says beside the facts of its reader: the change, or the exclusion. */
#include "mailing_inside.h"

#include "letter_day.h"
#include "letter_reader.h"

/* What an officer typed is for colleagues: it may name a person, a place or a fear that this reader must not learn of.
 */
static const char reason_for_family[] = "The social worker can tell you.";

static const char *interim_for_family(const struct mailing_plan *plan, struct arena *mem)
{
	const char *worker = plan->conference.social_worker;

	return arena_printf(mem,
			    "What was agreed to keep every child safe goes on until then. %s will go through it with "
			    "you.",
			    *worker ? worker : "The social worker");
}

static void say_change(const struct mailing_plan *plan, const struct mailing_letter *letter, struct arena *mem,
		       struct letter_facts *out)
{
	const struct invitee *reader = &letter->reader;
	const char **say = out->top.fields;
	bool is_colleague = letter_reader_is_colleague(reader);
	bool is_removed = reader->is_withdrawn && plan->conference.state != STATE_CANCELLED;
	bool is_stranger = reader->capacity == CAPACITY_INTERPRETER || reader->capacity == CAPACITY_OBSERVER;

	say[LETTER_FIELD_IS_REMOVED] = is_removed ? "yes" : "";
	if (is_removed) {
		say[LETTER_FIELD_CHANGE_REASON] = is_colleague ? reader->withdrawn_why : "";
		return;
	}
	say[LETTER_FIELD_CHANGE_REASON] = is_colleague ? plan->change_reason : is_stranger ? "" : reason_for_family;
	if (is_colleague)
		say[LETTER_FIELD_CHANGE_AGREED_BY] = plan->change_agreed_by;
	if (is_stranger || !*plan->conference.interim_plan)
		return;
	say[LETTER_FIELD_INTERIM_PLAN] = is_colleague ? plan->conference.interim_plan : interim_for_family(plan, mem);
}

static void say_exclusion(const struct mailing_letter *letter, struct letter_facts *out)
{
	const struct invitee *reader = &letter->reader;
	const char **say = out->top.fields;
	bool is_whole = reader->exclusion == EXCLUSION_WHOLE;

	say[LETTER_FIELD_EXCLUSION_WHOLE] = is_whole ? "yes" : "";
	say[LETTER_FIELD_EXCLUSION_PART] = is_whole ? "" : reader->exclusion_part;
	say[LETTER_FIELD_EXCLUSION_REASON] = reader->exclusion_words;
	say[LETTER_FIELD_EXCLUSION_OTHER_WAY] = reader->other_way;
	say[LETTER_FIELD_EXCLUSION_RECORD] =
		is_whole ? "You will get the decisions in writing. The chair decides which parts of the record you can "
			   "have."
			 : "You will get the record of the part you were at, and the decisions.";
}

/* Somebody of the directory is kept with the letter by name and agency: two people may share a name. */
static bool say_whose_notice(const struct mailing_letter *letter, struct arena *mem, struct letter_facts *out)
{
	if (!letter->reader.id)
		out->top.fields[LETTER_FIELD_RECIPIENT_NAME] = mailing_notice_name(&letter->reader, mem);
	return true;
}

bool mailing_facts_of(struct casework *cw, const struct mailing_plan *plan, const struct mailing_letter *letter,
		      struct arena *mem, struct letter_facts *out, struct fault *f)
{
	if (letter_is_of_day(letter->key))
		return letter_day_facts_of(cw, letter->key, &plan->conference, &letter->reader, mem, out, f) &&
		       say_whose_notice(letter, mem, out);
	if (!letter_facts_of(cw, &plan->conference, &letter->reader, mem, out, f))
		return false;
	if (letter->key == LETTER_EXCLUSION)
		say_exclusion(letter, out);
	else if (plan->mailing == MAILING_CHANGES)
		say_change(plan, letter, mem, out);
	return true;
}
