/* Which facts each letter of the day is filled with. */
#include "letter_day.h"

bool letter_is_of_day(enum letter_template_key key)
{
	return key >= LETTER_DECISION_PARENT && key <= LETTER_FEEDBACK_PARENT;
}

bool letter_is_for_room(enum letter_template_key key)
{
	return key == LETTER_AGENDA || key == LETTER_ATTENDANCE_SHEET || key == LETTER_STATEMENTS;
}

static bool is_decision(enum letter_template_key key)
{
	return key == LETTER_DECISION_PARENT || key == LETTER_DECISION_CHILD || key == LETTER_DECISION_PROFESSIONAL ||
	       key == LETTER_DECISION_SUPPORTER;
}

static void say_enclosed(enum letter_template_key key, struct letter_facts *out)
{
	const char **say = out->top.fields;

	if (!is_decision(key))
		return;
	say[LETTER_FIELD_IS_PLAN_ENCLOSED] = say[LETTER_FIELD_PLAN_DAY] ? "yes" : "";
	say[LETTER_FIELD_IS_FEEDBACK_ENCLOSED] = out->lists[LETTER_LIST_FEEDBACK].count ? "yes" : "";
}

bool letter_day_facts_of(struct casework *cw, enum letter_template_key key, const struct conference *conference,
			 const struct invitee *reader, struct arena *mem, struct letter_facts *out, struct fault *f)
{
	if (!reader || letter_is_for_room(key))
		return letter_room_facts_of(cw, conference, mem, out, f);
	if (key == LETTER_RECORD || key == LETTER_RECORD_SENT)
		return letter_record_facts_of(cw, conference, reader, mem, out, f);
	if (!letter_decision_facts_of(cw, conference, reader, mem, out, f))
		return false;
	say_enclosed(key, out);
	return true;
}
