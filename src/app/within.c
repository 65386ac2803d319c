/* How far ahead a person looks: "10wd", "2w", "30d". */
#include "within.h"

#include <stdlib.h>
#include <string.h>

enum { FARTHEST = 4000 };

static bool read_unit(const char *typed, enum rule_unit *out)
{
	static const struct {
		const char *typed;
		enum rule_unit unit;
	} units[] = {{"", UNIT_WORKING_DAYS}, {"wd", UNIT_WORKING_DAYS}, {"w", UNIT_WEEKS}, {"d", UNIT_DAYS}};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strcmp(units[i].typed, typed) == 0) {
			*out = units[i].unit;
			return true;
		}
	return false;
}

bool within_read(struct within *out, const char *typed, struct fault *f)
{
	char *unit = NULL;
	long n;

	*out = (struct within){.n = -1};
	if (!typed)
		return true;
	n = *typed >= '0' && *typed <= '9' ? strtol(typed, &unit, 10) : -1;
	if (n < 0 || n > FARTHEST || !read_unit(unit, &out->unit))
		return fault_set(f, FAULT_USAGE,
				 "--within takes a distance such as 10wd (working days), 2w (weeks) or 30d (days), not "
				 "\"%.40s\".",
				 typed);
	out->n = (int)n;
	return true;
}

/* No weeks and no days are today, as no working days are. */
void within_ask(const struct within *within, struct due_filter *filter)
{
	filter->within_wd = within->n;
	filter->within_days = 0;
	if (within->n <= 0 || within->unit == UNIT_WORKING_DAYS)
		return;
	filter->within_wd = -1;
	filter->within_days = within->unit == UNIT_WEEKS ? within->n * 7 : within->n;
}
