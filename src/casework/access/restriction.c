/* Restricting a family to named staff, changing who is named, and lifting it. */
#include "access_keeping.h"
#include "people_keeping.h"
#include "store/family_store.h"
#include "telling.h"
#include "words_tidy.h"

#include <string.h>

/* Whoever restricted a family knows that it is restricted, named or not; nobody else learns of it here. */
static bool reach(struct casework *cw, int64_t family, struct arena *mem, struct restriction *out, struct fault *f)
{
	if (!restriction_of(cw->store, family, mem, out, f))
		return false;
	return (out->id && strcmp(out->set_by, cw->login) == 0) || people_may_see_family(cw, family, f);
}

/* --- Looking --- */

static bool read_page(struct casework *cw, int64_t family, struct arena *mem, struct restriction_page *out,
		      struct fault *f)
{
	struct user_row_list named;
	struct family about;

	if (!reach(cw, family, mem, &out->restriction, f) || !family_by_id(cw->store, family, mem, &about, f) ||
	    !family_named(cw->store, family, mem, &named, f))
		return false;
	out->reference = about.reference;
	out->set_by = user_name_of(cw, out->restriction.set_by, mem);
	out->logins = access_users_words(&named, true, mem);
	out->named = access_users_words(&named, false, mem);
	out->may_change = casework_may(cw, ACTION_RESTRICT_FAMILIES, NULL);
	return true;
}

bool casework_restriction(struct casework *cw, int64_t family, struct arena *mem, struct restriction_page *out,
			  struct fault *f)
{
	*out = (struct restriction_page){0};
	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!read_page(cw, family, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "restriction.look", SUBJECT_FAMILY, family, family, "%s", out->reference);
}

static bool add_line(struct casework *cw, const struct restriction *one, struct arena *mem,
		     struct restricted_line_list *out, struct fault *f)
{
	struct restricted_line *line = ARENA_PUSH(mem, out);
	struct user_row_list named;
	const char *reference;
	bool may = false;

	if (!line)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to list what is restricted.");
	if (!access_family_reference(cw, one->family_id, mem, &reference, f) ||
	    !family_named(cw->store, one->family_id, mem, &named, f) ||
	    !work_may_see_family(cw, one->family_id, &may, f))
		return false;
	*line = (struct restricted_line){.family_id = one->family_id,
					 .reference = reference,
					 .named = access_users_words(&named, false, mem),
					 .set_by = user_name_of(cw, one->set_by, mem),
					 .review_on = one->review_on,
					 .may_see = may};
	return true;
}

bool casework_restricted_families(struct casework *cw, struct arena *mem, struct restricted_line_list *out,
				  struct fault *f)
{
	struct restriction_list all;

	*out = (struct restricted_line_list){0};
	if (!look_begin(cw, ACTION_RESTRICT_FAMILIES, f))
		return false;
	if (!restrictions_in_force(cw->store, mem, &all, f))
		return look_undo(cw);
	for (size_t i = 0; i < all.count; i++)
		if (!add_line(cw, &all.items[i], mem, out, f))
			return look_undo(cw);
	return look_end(cw, f, "restricted.look", SUBJECT_NONE, 0, 0, "%zu restricted", out->count);
}

/* --- Restricting --- */

static bool name_one(struct casework *cw, int64_t family, const char *login, struct arena *mem, struct fault *f)
{
	struct user_row user;
	struct fault why = {0};
	bool is_relative = false;

	if (!user_by_login(cw->store, login, mem, &user, &why)) {
		if (why.code == FAULT_NOT_FOUND)
			return fault_field(f, "named", "Nobody works here as \"%.60s\": type the account's name.",
					   login);
		if (f)
			*f = why;
		return false;
	}
	if (!user.is_active || roles_permission((role_set)user.roles, ACTION_SEE_CASES) == NOT_ALLOWED)
		return fault_field(f, "named", "%s may not see cases: name somebody who may.", user.name);
	if (!family_has_relative(cw->store, family, user.id, &is_relative, f))
		return false;
	if (is_relative)
		return fault_field(f, "named", "%s knows this family and cannot be named.", user.name);
	return family_named_add(cw->store, family, user.id, f);
}

static bool name_all(struct casework *cw, int64_t family, const char *named, struct arena *mem, struct fault *f)
{
	static const char between[] = ", ;";
	int count = 0;

	if (!family_named_clear(cw->store, family, f))
		return false;
	for (named += strspn(named, between); *named; named += strspn(named, between)) {
		size_t length = strcspn(named, between);

		if (!name_one(cw, family, arena_text_n(mem, named, length), mem, f))
			return false;
		named += length;
		count++;
	}
	return count > 0 || fault_field(f, "named", "Name at least one person who may see this family.");
}

static bool check(struct casework *cw, struct restricting *r, struct arena *mem, struct fault *f)
{
	if (!words_tidy(&r->reason, "reason", true, mem, f) || !words_tidy(&r->named, "named", false, mem, f))
		return false;
	if (!*r->reason)
		return fault_field(f, "reason", "Say why this record is for named staff only.");
	return (r->review_on != DAY_NONE && r->review_on > cw->today) ||
	       fault_field(f, "review_on", "Enter a day to come on which the restriction is looked at again.");
}

static bool keep(struct casework *cw, struct restricting *r, struct arena *mem, struct restriction *now,
		 struct fault *f)
{
	bool is_new;

	if (!reach(cw, r->family_id, mem, now, f) || !check(cw, r, mem, f))
		return false;
	is_new = now->id == 0;
	if (now->version * (now->id != 0) != r->version)
		return fault_set(f, FAULT_CONFLICT,
				 "Another person changed this restriction since you read it: look at it again.");
	now->family_id = r->family_id;
	now->reason = r->reason;
	now->review_on = r->review_on;
	if (is_new) {
		now->set_on = cw->today;
		now->set_by = cw->login;
		now->lifted_on = DAY_NONE;
	}
	return (is_new ? restriction_insert(cw->store, now, f) : restriction_save(cw->store, now, f)) &&
	       name_all(cw, r->family_id, r->named, mem, f) && family_restrict(cw->store, r->family_id, true, f);
}

bool casework_restrict(struct casework *cw, const struct restricting *restricting, struct fault *f)
{
	struct restricting r = *restricting;
	struct restriction now;
	struct arena mem = {0};
	char day[DATE_TEXT_ROOM];
	bool ok;

	if (!work_begin(cw, ACTION_RESTRICT_FAMILIES, f))
		return false;
	ok = keep(cw, &r, &mem, &now, f);
	ok = ok ? work_end(cw, f, r.version ? "restriction.change" : "restriction.set", SUBJECT_FAMILY, r.family_id,
			   r.family_id, "named: %s; review by %s; %s", r.named, date_to_iso(r.review_on, day), r.reason)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

static bool lift(struct casework *cw, int64_t family, int64_t version, const char *words, struct arena *mem,
		 struct fault *f)
{
	struct restriction now;
	bool has_relatives = false;

	if (!reach(cw, family, mem, &now, f))
		return false;
	if (!now.id)
		return fault_set(f, FAULT_REFUSED, "This family is not restricted.");
	if (!*words)
		return fault_field(f, "words", "Say why everybody may see this family again.");
	now.version = version;
	now.lifted_on = cw->today;
	now.lifted_by = cw->login;
	now.lifted_because = words;
	return restriction_save(cw->store, &now, f) && family_named_clear(cw->store, family, f) &&
	       family_has_relatives(cw->store, family, &has_relatives, f) &&
	       family_restrict(cw->store, family, has_relatives, f);
}

bool casework_restriction_lift(struct casework *cw, int64_t family, int64_t version, const char *words, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_RESTRICT_FAMILIES, f))
		return false;
	ok = words_tidy(&words, "words", true, &mem, f) && lift(cw, family, version, words, &mem, f);
	ok = ok ? work_end(cw, f, "restriction.lift", SUBJECT_FAMILY, family, family, "%s", words) : work_undo(cw);
	arena_finish(&mem);
	return ok;
}
