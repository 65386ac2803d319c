/* A reader of letters who is on no list of invitees. */
#include "report_reader.h"

struct invitee reader_professional(int64_t conference)
{
	struct invitee reader = {.conference_id = conference,
				 .capacity = CAPACITY_PROFESSIONAL,
				 .method = METHOD_EMAIL,
				 .relationship = RELATIONSHIP_OTHER,
				 .told_starts = -1};
	const char **const texts[] = {
		&reader.name,
		&reader.agency,
		&reader.role,
		&reader.email,
		&reader.phone,
		&reader.address,
		&reader.language,
		&reader.signing,
		&reader.access,
		&reader.childcare,
		&reader.transport,
		&reader.represented_why,
		&reader.understanding,
		&reader.other_way,
		&reader.reply_how,
		&reader.reply_note,
		&reader.deputy,
		&reader.exclusion_part,
		&reader.exclusion_words,
		&reader.withdrawn_why,
		&reader.exclusion_asked_by,
		&reader.exclusion_decided_by,
		&reader.shown_name,
		&reader.shown_agency,
		&reader.shown_role,
		&reader.shown_email,
		&reader.shown_phone,
		&reader.quorum_group,
		&reader.deputy_name,
	};
	day_number *const days[] = {
		&reader.advocate_offered_on, &reader.reply_on, &reader.exclusion_asked_on, &reader.exclusion_decided_on,
		&reader.invited_on,          &reader.told_day, &reader.contact_bounced_on, &reader.contact_checked_on,
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = "";
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		*days[i] = DAY_NONE;
	return reader;
}

struct invitee reader_from_contact(const struct contact *contact, int64_t conference)
{
	struct invitee reader = reader_professional(conference);

	reader.contact_id = contact->id;
	reader.method = contact->method;
	reader.shown_name = contact->name;
	reader.shown_agency = contact->agency;
	reader.shown_role = contact->role;
	reader.shown_email = contact->email;
	reader.shown_phone = contact->phone;
	reader.quorum_group = contact->quorum_group;
	return reader;
}

enum invite_method reader_written_method(const struct invitee *reader)
{
	bool by_voice = reader->method == METHOD_TELEPHONE || reader->method == METHOD_IN_PERSON;

	return by_voice && *reader->shown_email ? METHOD_EMAIL : reader->method;
}
