/* Whom a restriction would shut out of conferences that they are booked for. */
#include "access_keeping.h"
#include "domain/conflict.h"
#include "store/booking_store.h"
#include "store/conference_store.h"

#include <string.h>

static bool is_named(const char *named, const char *login)
{
	static const char between[] = ", ;";

	for (named += strspn(named, between); *named; named += strspn(named, between)) {
		size_t length = strcspn(named, between);

		if (strlen(login) == length && strncmp(named, login, length) == 0)
			return true;
		named += length;
	}
	return false;
}

/* Chair and minute-taker have work with it until its record is out. */
static bool is_not_over(const struct conference *c)
{
	return c->held_on != DAY_NONE && (conference_state_is_to_be_held(c->state) || c->state == STATE_IN_PROGRESS ||
					  c->state == STATE_DECIDED || c->state == STATE_RECORD_DRAFTED);
}

static bool add_person(struct casework *cw, const struct conference *c, int64_t resource, const char *named,
		       struct arena *mem, const char **out, struct fault *f)
{
	char day[DATE_TEXT_ROOM];
	struct resource who = {0};

	if (!resource)
		return true;
	if (!resource_of_id(cw->store, resource, mem, &who, f))
		return false;
	if (who.id && *who.login && !is_named(named, who.login))
		*out = arena_printf(mem, "%s%s%s (%s), %s of %s on %s, is not named.", *out, **out ? "\n" : "",
				    who.name, who.login, conflict_staff(who.kind), c->reference,
				    date_medium(c->held_on, day));
	return true;
}

static bool shut_out(struct casework *cw, const struct restricting *r, struct arena *mem, const char **out,
		     struct fault *f)
{
	struct conference_list all;
	bool may;

	if (!work_may_see_family(cw, r->family_id, &may, f))
		return false;
	if (!may) /* restricted by this person and not to them: they know that it is, and nothing more */
		return true;
	if (!conferences_of_family(cw->store, r->family_id, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct conference *c = &all.items[i];

		if (is_not_over(c) && (!add_person(cw, c, c->chair_id, r->named, mem, out, f) ||
				       !add_person(cw, c, c->minute_taker_id, r->named, mem, out, f)))
			return false;
	}
	return true;
}

bool casework_restrict_shuts_out(struct casework *cw, const struct restricting *restricting, struct arena *mem,
				 const char **out, struct fault *f)
{
	bool ok;

	*out = "";
	if (!look_begin(cw, ACTION_RESTRICT_FAMILIES, f))
		return false;
	ok = shut_out(cw, restricting, mem, out, f);
	look_undo(cw); /* no row of its own: the restriction leaves one */
	return ok;
}
