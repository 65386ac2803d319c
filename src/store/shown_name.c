/* What an invitee is called, wherever the name is kept. */
#include "shown_name.h"

const char *shown_name(const struct shown *who, struct arena *mem)
{
	char name[NAME_ROOM];

	return *who->person.reference ? arena_text(mem, person_full_name(&who->person, name)) : who->other_name;
}
