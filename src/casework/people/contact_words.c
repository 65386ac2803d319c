/* What is wrong with a contact's address, and when it was last known to be right. */
#include "contact_words.h"

#include "letter/press.h"

enum { CHECK_AGAIN_DAYS = 365 };

static const char *missing(const struct contact *contact)
{
	switch (contact->method) {
	case METHOD_EMAIL:
		if (!*contact->email)
			return "no e-mail address";
		return mail_address_is_good(contact->email) ? "" : "e-mail address is not complete";
	case METHOD_POST: return *contact->address ? "" : "no postal address";
	case METHOD_TELEPHONE: return *contact->phone ? "" : "no telephone number";
	default: return ""; /* handed over, or laid in a portal */
	}
}

/* Only e-mail is known to come back. */
static bool came_back(const struct contact *contact)
{
	return contact->method == METHOD_EMAIL && contact->bounced_on != DAY_NONE;
}

bool contact_can_be_reached(const struct contact *contact)
{
	return !*missing(contact) && !came_back(contact);
}

const char *contact_problem(const struct contact *contact, day_number today, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	if (*missing(contact))
		return missing(contact);
	if (came_back(contact))
		return arena_printf(mem, "mail came back %s", date_short(contact->bounced_on, day));
	if (contact->checked_on == DAY_NONE)
		return "never checked";
	return contact->checked_on < today - CHECK_AGAIN_DAYS ? "not checked for a year" : "";
}

const char *contact_checked(const struct contact *contact, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];

	return contact->checked_on == DAY_NONE ? "never checked"
					       : arena_printf(mem, "checked %s", date_plain(contact->checked_on, day));
}
