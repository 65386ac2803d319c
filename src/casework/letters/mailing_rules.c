/* What holds of every mailing: who may send it, which letters tell of a day, whom and by which way a letter reaches. */
#include "mailing_inside.h"

#include "store/person_store.h"

#include <string.h>

/* Below this age a child is counted as one who is spoken for (participation code PN0 of the national data set). */
#define YOUNGEST_READER 4

enum action mailing_action(enum mailing mailing)
{
	return mailing == MAILING_RECORD ? ACTION_DISTRIBUTE_RECORD : ACTION_INVITE;
}

int64_t mailing_letter_id(const struct mailing_letter *letter)
{
	return letter->reader.id ? letter->reader.id : -letter->reader.contact_id;
}

bool letter_tells_a_day(const char *template)
{
	static const enum letter_template_key telling[] = {LETTER_INVITATION_PARENT,       LETTER_INVITATION_CHILD,
							   LETTER_INVITATION_PROFESSIONAL, LETTER_INVITATION_SUPPORTER,
							   LETTER_POLICE_NOTICE,           LETTER_MOVED};

	for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
		if (strcmp(letter_template_name(telling[i]), template) == 0)
			return true;
	return false;
}

bool mailing_is_too_young(struct casework *cw, const struct invitee *reader, struct arena *mem, bool *out,
			  struct fault *f)
{
	struct person child;

	*out = false;
	if (reader->capacity != CAPACITY_CHILD || reader->chair_invites == ANSWER_YES || !reader->person_id)
		return true;
	if (!person_by_id(cw->store, reader->person_id, mem, &child, f))
		return false;
	*out = child.born_on == DAY_NONE || date_age(child.born_on, casework_today(cw)) < YOUNGEST_READER;
	return true;
}

const char *mailing_way_problem(const struct invitee *reader, const char *address, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (reader->method == METHOD_EMAIL && reader->contact_bounced_on != DAY_NONE && !*reader->email && *address)
		return arena_printf(mem, "e-mail came back %s", date_short(reader->contact_bounced_on, day));
	return letter_way_problem(reader->method, address);
}
