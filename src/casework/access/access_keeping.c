/* What restricting and breaking the glass share: whom to ask, and people by name. */
#include "access_keeping.h"
#include "session_keeping.h"
#include "store/family_store.h"
#include "telling.h"

enum { MOST_MANAGERS = 3 };

bool access_managers(struct casework *cw, struct arena *mem, const char **out, struct fault *f)
{
	struct user_row_list users;
	const char *words = "";
	int count = 0;

	if (!user_all(cw->store, mem, &users, f))
		return false;
	for (size_t i = 0; i < users.count && count < MOST_MANAGERS; i++)
		if (users.items[i].is_active && users.items[i].roles & ROLE_BIT(ROLE_MANAGER))
			words = arena_printf(mem, "%s%s%s", words, count++ ? ", " : "", users.items[i].name);
	*out = count ? words : "the managers";
	return true;
}

bool access_whom_to_ask(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f)
{
	struct restriction restriction;

	if (!restriction_of(cw->store, family, mem, &restriction, f))
		return false;
	if (!restriction.id)
		return access_managers(cw, mem, out, f);
	*out = user_name_of(cw, restriction.set_by, mem);
	return true;
}

bool access_not_found(struct casework *cw, const char *reference, struct arena *mem, struct fault *f)
{
	bool is_relative = false;
	const char *ask;
	int64_t family = 0;

	if (!restricted_family_called(cw->store, reference, &family, f) || !family)
		return false;
	session_refused(cw, "a restricted record, by its reference", SUBJECT_FAMILY, family, family);
	if (casework_policy(cw)->restricted_shown == RESTRICTED_SHOWN_NOTHING ||
	    !access_whom_to_ask(cw, family, mem, &ask, f) ||
	    !family_has_relative(cw->store, family, cw->user_id, &is_relative, f))
		return false;
	if (is_relative)
		return fault_set(f, FAULT_NOT_ALLOWED, "%s is kept from whoever knows the family: ask %s.", reference,
				 ask);
	return fault_set(f, FAULT_NOT_ALLOWED, "%s is restricted: ask %s. If it cannot wait, break the glass.",
			 reference, ask);
}

bool access_family_reference(struct casework *cw, int64_t family, struct arena *mem, const char **out, struct fault *f)
{
	struct arena own = {0};
	struct family about;
	bool ok = family_by_id(cw->store, family, &own, &about, f);

	*out = ok ? arena_text(mem, about.reference) : "";
	arena_finish(&own);
	return ok;
}

const char *access_users_words(const struct user_row_list *users, bool logins, struct arena *mem)
{
	const char *words = "";

	for (size_t i = 0; i < users->count; i++)
		words = arena_printf(mem, "%s%s%s", words, i ? ", " : "",
				     logins ? users->items[i].login : users->items[i].name);
	return words;
}

bool casework_managers(struct casework *cw, struct arena *mem, const char **out, struct fault *f)
{
	bool ok;

	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	ok = access_managers(cw, mem, out, f);
	look_undo(cw); /* no record of anybody's is shown */
	return ok;
}
