/* Which births and losses can be recorded of a child. */
#include "domain/birth.h"
#include "words.h"

WORDS_OF(loss_kind, LOSSES, LOSS_KIND_COUNT)

/* Nobody is born so long before or after the day that a clinic worked out; such a day was typed wrongly. */
#define EARLIEST_BEFORE 140
#define LATEST_AFTER    42

bool birth_check(const struct person *child, day_number born_on, day_number today, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (child->born_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED,
				 "The birth is recorded already, on %s. Correct it with the child's details.",
				 date_medium(child->born_on, day));
	if (child->died_on != DAY_NONE)
		return fault_set(f, FAULT_REFUSED,
				 "A loss is recorded for this child, on %s. Speak with the social worker before "
				 "anything is changed.",
				 date_medium(child->died_on, day));
	if (born_on == DAY_NONE)
		return fault_field(f, "born_on", "Enter the day of the birth.");
	if (born_on > today)
		return fault_field(f, "born_on", "%s is still to come: enter the day of the birth.",
				   date_medium(born_on, day));
	if (child->expected_on != DAY_NONE &&
	    (born_on < child->expected_on - EARLIEST_BEFORE || born_on > child->expected_on + LATEST_AFTER))
		return fault_field(f, "born_on", "The birth was expected on %s: check the day.",
				   date_medium(child->expected_on, day));
	return true;
}

bool loss_check(const struct person *child, enum loss_kind kind, day_number on, day_number today, struct fault *f)
{
	bool was_born = child->born_on != DAY_NONE;
	char day[DATE_TEXT_ROOM];

	if ((unsigned)kind >= LOSS_KIND_COUNT)
		return fault_field(f, "kind", "Choose what is recorded.");
	if (was_born != (kind == LOSS_DEATH))
		return was_born ? fault_field(f, "kind", "This child was born on %s: record a death.",
					      date_medium(child->born_on, day))
				: fault_field(
					  f, "kind",
					  "The birth is not recorded. For a child who was born alive and died, record "
					  "the birth first.");
	if (on == DAY_NONE)
		return fault_field(f, "on", "Enter the day.");
	if (on > today)
		return fault_field(f, "on", "%s is still to come: check the day.", date_medium(on, day));
	if (was_born && on < child->born_on)
		return fault_field(f, "on", "That is before the birth on %s: check the day.",
				   date_medium(child->born_on, day));
	return child->died_on == DAY_NONE || child->died_on == on ||
	       fault_field(f, "on", "The day is kept as %s: correct it with the child's details first.",
			   date_medium(child->died_on, day));
}
