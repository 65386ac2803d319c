/* Every verb and query of casework/restriction.h, each called once about the small world. */
#ifndef TESTS_ACCESS_CALLS_H
#define TESTS_ACCESS_CALLS_H

#include "call_world.h"
#include "casework/restriction.h"

CALL(restriction)
{
	struct restriction_page out;

	return casework_restriction(cw, w->family, mem, &out, f);
}

CALL(restrict_family)
{
	struct restricting r = {.family_id = w->family,
				.reason = "a colleague's neighbour",
				.review_on = date_from_iso("2026-07-01"),
				.named = w->founder};

	(void)mem;
	return casework_restrict(cw, &r, f);
}

CALL(restrict_shuts_out)
{
	const struct restricting r = {.family_id = w->opened, .named = "somebody"};
	const char *out;

	return casework_restrict_shuts_out(cw, &r, mem, &out, f);
}

CALL(restriction_lift)
{
	(void)mem;
	return casework_restriction_lift(cw, w->opened, 1, "the neighbour has moved", f);
}

CALL(restricted_families)
{
	struct restricted_line_list out;

	(void)w;
	return casework_restricted_families(cw, mem, &out, f);
}

CALL(glass_break)
{
	struct glass out;

	return casework_glass_break(cw, w->opened ? "FAM-7001" : "", "the school rings about the child now", mem, &out,
				    f);
}

CALL(glass_words)
{
	const char *out;

	(void)w;
	return casework_glass_words(cw, mem, &out, f);
}

CALL(managers)
{
	const char *out;

	(void)w;
	return casework_managers(cw, mem, &out, f);
}

CALL(relative_declare)
{
	(void)mem;
	return casework_relative_declare(cw, w->family, "my sister's children", f);
}

CALL(access_events_told)
{
	struct access_line_list out;

	(void)w;
	return casework_access_events(cw, false, mem, &out, f);
}

CALL(access_waiting)
{
	size_t out;

	(void)w;
	return casework_access_waiting(cw, mem, &out, f);
}

CALL(access_mistaken)
{
	(void)mem;
	return casework_access_mistaken(cw, w->matched, 1, "another of the same name", f);
}

CALL(access_acknowledge)
{
	(void)mem;
	return casework_access_acknowledge(cw, w->access_event, 1, "spoken with them", f);
}

/* One family that nobody may see; one whose restriction everybody may lift; somebody's glass. */
static inline void make_access(struct casework_fixture *fixture, struct world *w)
{
	int64_t closed = number(fixture, "INSERT INTO family (reference, name, is_restricted) VALUES ('FAM-7001', "
					 "'Nwosu-Hale', 1) RETURNING id");

	w->founder = casework_fixture_text(fixture, "SELECT login FROM user_account ORDER BY id LIMIT 1");
	w->opened = number(fixture,
			   "INSERT INTO family (reference, name) VALUES ('FAM-7002', 'Achterberg') RETURNING id");
	number(fixture,
	       "INSERT INTO restriction (family_id, reason, review_on, set_on, set_by) VALUES (%lld, 'said before', "
	       "'2026-06-01', '2026-03-01', 'somebody')",
	       (long long)w->opened);
	w->matched = number(
		fixture,
		"INSERT INTO access_event (kind, family_id, user_id, words, at) "
		"SELECT 'matched', %lld, max(id), 'the same surname', 1775000000 FROM user_account RETURNING id",
		(long long)w->opened);
	w->access_event = number(fixture,
				 "INSERT INTO access_event (kind, family_id, user_id, words, at, minutes, until_at) "
				 "SELECT 'glass', %lld, max(id), 'the police ask for an address', 1775000000, 60, "
				 "1775003600 FROM user_account RETURNING id",
				 (long long)closed);
}

#endif
