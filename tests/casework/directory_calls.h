/* Every verb and query of casework/directory.h, each called once about the small world. */
#ifndef TESTS_DIRECTORY_CALLS_H
#define TESTS_DIRECTORY_CALLS_H

#include "call_world.h"
#include "casework/directory.h"

CALL(directory)
{
	struct directory_list out;

	UNUSED;
	return casework_directory(cw, true, false, mem, &out, f);
}

CALL(agencies)
{
	struct agency_list out;

	UNUSED;
	return casework_agencies(cw, mem, &out, f);
}

CALL(contacts_like)
{
	struct contact_list out;

	(void)w;
	return casework_contacts_like(cw, &(struct contact){.name = "Ruth Abbey", .email = ""}, mem, &out, f);
}

static struct contact contact_of(const struct world *w)
{
	return (struct contact){.id = w->contact,
				.version = 1,
				.agency = w->contact ? "Elmgrove Primary" : "",
				.quorum_group = "education",
				.name = "Jas Kaur",
				.role = "head teacher",
				.email = "",
				.phone = "",
				.address = "",
				.is_active = true};
}

CALL(contact_save)
{
	struct contact one = contact_of(w);

	(void)mem;
	return casework_contact_save(cw, &one, true, f);
}

CALL(contact_uncheck)
{
	const struct contact one = contact_of(w);

	(void)mem;
	return casework_contact_uncheck(cw, &one, one.version, f);
}

CALL(agency_save)
{
	struct agency one = {
		.name = w->contact ? "Health Visiting" : "", .quorum_group = "", .report_handling = "share"};

	(void)mem;
	return casework_agency_save(cw, &one, f);
}

CALL(contacts_merge)
{
	(void)mem;
	return casework_contacts_merge(cw, w->twin, 1, w->contact, 1, f);
}

static inline void make_directory(struct casework_fixture *fixture, struct world *w)
{
	struct contact twin;

	w->contact = w->twin = 1; /* so that the name and agency are filled in */
	twin = contact_of(w);
	twin.id = 0;
	MUST(casework_contact_save(fixture->cw, &twin, true, f)); /* checked today */
	w->contact = twin.id;
	twin.id = 0;
	twin.name = "J. Kaur";
	MUST(casework_contact_save(fixture->cw, &twin, false, f));
	w->twin = twin.id;
}

#endif
