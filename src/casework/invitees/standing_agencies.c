/* The agencies that are asked to every conference, or to every one of a kind. */
#include "standing_agencies.h"

#include "base/text.h"

#include <string.h>

/* docs/practice.md: probation is always asked for written information; before a birth midwifery and neonatal care
 * come. Settings that name them have the last word on how. */
static const struct settings_standing always[] = {
	{.agency = "probation",
	 .role = "",
	 .when_unborn = true,
	 .when_born = true,
	 .age_to = 17,
	 .is_report_only = true,
	 .is_wanted = true,
	 .report_kind = "written_information"},
	{.agency = "midwifery", .role = "", .when_unborn = true, .age_to = 17, .is_wanted = true, .report_kind = ""},
	{.agency = "neonatal", .role = "", .when_unborn = true, .age_to = 17, .is_wanted = true, .report_kind = ""},
};
enum { ALWAYS_COUNT = sizeof always / sizeof *always };

static bool settings_name(const struct casework *cw, const char *agency)
{
	for (size_t i = 0; i < cw->settings->standing.count; i++)
		if (strcmp(cw->settings->standing.items[i].agency, agency) == 0)
			return true;
	return false;
}

const struct settings_standing *standing_agency(const struct casework *cw, size_t at)
{
	const struct settings_standing_list *named = &cw->settings->standing;

	if (at < named->count)
		return &named->items[at];
	at -= named->count;
	for (size_t i = 0; i < ALWAYS_COUNT; i++) {
		if (settings_name(cw, always[i].agency))
			continue;
		if (at-- == 0)
			return &always[i];
	}
	return NULL;
}

bool standing_means(const char *wanted, bool by_group, const char *group, const char *agency)
{
	if (!*wanted)
		return false;
	return by_group ? strcmp(group, wanted) == 0 : strncmp(agency, wanted, strlen(wanted)) == 0;
}

const struct settings_standing *standing_of(const struct casework *cw, const char *quorum_group, const char *agency,
					    struct arena *mem)
{
	const char *group = text_fold(mem, quorum_group), *name = text_fold(mem, agency);
	const struct settings_standing *named = NULL, *one;

	for (size_t i = 0; (one = standing_agency(cw, i)); i++) {
		const char *wanted = text_fold(mem, one->agency);

		if (standing_means(wanted, true, group, name))
			return one;
		if (standing_means(wanted, false, group, name) &&
		    (!named || strlen(one->agency) > strlen(named->agency)))
			named = one;
	}
	return named;
}
