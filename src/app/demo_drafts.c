/* Forms that somebody began and was called away from: the newest enquiry's request, and one for a family that is new.
 */
#include "demo_desk.h"

#include "casework/drafts.h"

#define CALLED_AWAY_DAYS 6

/* A strategy discussion of the last days that nobody has asked a conference for yet. */
static const struct demo_case *newest_unasked(const struct demo_desk *desk)
{
	const struct demo_case *newest = NULL;
	day_number best = desk->world->today - CALLED_AWAY_DAYS;

	for (size_t i = 0; i < desk->count; i++) {
		const struct demo_family *family = &desk->cases[i].family;
		day_number day = family->enquiry_count > 0 ? family->enquiries[family->enquiry_count - 1].strategy_on
							   : DAY_NONE;

		if (!desk->cases[i].conference && day > best && day <= desk->world->today) {
			newest = &desk->cases[i];
			best = day;
		}
	}
	return newest;
}

bool demo_leave_drafts(struct casework *cw, const struct demo_desk *desk, struct fault *f)
{
	const struct demo_case *one = newest_unasked(desk);
	struct arena mem = {0};
	bool ok = true;

	if (one) {
		const char *family = arena_printf(&mem, "%s %s", one->family.reference, one->family.surname);
		const char *fields = arena_printf(
			&mem, "family %s\ntype initial\nreason Told by the school nurse this morning: \n", family);

		ok = casework_draft_keep(cw, "request", "new 1", arena_printf(&mem, "Request, %s, 3 fields", family),
					 fields, f);
	}
	ok = ok && casework_draft_keep(cw, "request", "new 2", "Request, Ọ̀ṣúndé-Łoś, 4 fields",
				       "family Ọ̀ṣúndé-Łoś\ntype initial\nreason Seen at the emergency department "
				       "last night.\nsocial_worker Kwame Boateng\n",
				       f);
	arena_finish(&mem);
	return ok;
}
