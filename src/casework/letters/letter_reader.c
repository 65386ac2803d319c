/* Who a letter goes to, and where each way of telling them leads. */
#include "letter_reader.h"

#include "kept_home.h"

#include <strings.h>

/* Who belongs to the family, or comes for somebody of it, is none whatever they are called on the list. */
bool letter_reader_is_colleague(const struct invitee *reader)
{
	return reader->capacity == CAPACITY_PROFESSIONAL && !reader->person_id && !reader->for_invitee_id;
}

bool letter_reader_is_police(const struct invitee *reader)
{
	return letter_reader_is_colleague(reader) && agency_is_police(reader->quorum_group, reader->shown_agency);
}

/* A person's own address, a contact's of the directory, or the one typed for this conference. */
bool letter_reader_address(struct casework *cw, const struct invitee *reader, enum invite_method method,
			   struct arena *mem, const char **out, struct fault *f)
{
	*out = "";
	switch (method) {
	case METHOD_EMAIL: *out = reader->shown_email; return true;
	case METHOD_TELEPHONE: *out = reader->shown_phone; return true;
	case METHOD_POST: break;
	default: return true;
	}
	if (*reader->address) {
		*out = reader->address;
		return true;
	}
	if (reader->person_id)
		return person_home(cw, reader->person_id, mem, out, f);
	return !reader->contact_id || letter_contact_address(cw, reader->contact_id, mem, out, f);
}
