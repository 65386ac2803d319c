/* Contacts and agencies corrected by hand, each save with one audit row. */
#include "casework/directory.h"

#include "people_keeping.h"
#include "person_check.h"
#include "work.h"

#include "base/text.h"
#include "domain/invitation.h"
#include "letter/press.h"
#include "store/directory_store.h"

#include <string.h>

/* A save while it is being made. */
struct saving {
	struct casework *cw;
	struct arena mem;
	struct contact now, before; /* before: all nothing for a new one */
	const char *said;           /* "e-mail, telephone"; "" while nothing differs */
};

static void say(struct saving *in, bool differs, const char *part)
{
	if (differs)
		in->said = arena_joined(&in->mem, in->said, ", ", part);
}

static bool differ(const char *a, const char *b)
{
	return strcmp(a, b ? b : "") != 0;
}

static bool contact_tidy(struct contact *c, struct arena *mem, struct fault *f)
{
	const char *lines = text_tidy(mem, c->address ? c->address : "", true);

	if (!lines)
		return fault_field(f, "address",
				   "There are characters in the address that cannot be shown or printed: type it "
				   "again.");
	c->address = lines;
	return field_tidy(&c->agency, "agency", mem, f) && field_tidy(&c->quorum_group, "group", mem, f) &&
	       field_tidy(&c->name, "name", mem, f) && field_tidy(&c->role, "role", mem, f) &&
	       field_tidy(&c->email, "email", mem, f) && field_tidy(&c->phone, "phone", mem, f);
}

static bool contact_check(const struct contact *c, struct fault *f)
{
	if (!*c->agency)
		return fault_field(f, "agency", "A contact belongs to an agency: give its name.");
	if (!*c->name)
		return fault_field(f, "name", "A contact needs a name: a person's, or the name of a team or desk.");
	return !*c->email || mail_address_is_good(c->email) ||
	       fault_field(f, "email",
			   "\"%.80s\" is no e-mail address: it looks like name@example.org; correct it or leave it "
			   "empty.",
			   c->email);
}

static bool read_before(struct saving *in, struct fault *f)
{
	struct fault why = {0};
	bool found;

	if (!in->now.id)
		return true;
	if (!people_found(contact_by_id(in->cw->store, in->now.id, &in->mem, &in->before, &why), &why, &found, f))
		return false;
	if (!found)
		return fault_set(f, FAULT_NOT_FOUND, "This contact is not in the directory any more.");
	return !in->before.merged_into_id ||
	       fault_set(f, FAULT_CONFLICT, "%s was merged into another entry meanwhile: change that one.",
			 in->before.name);
}

static bool find_agency(struct saving *in, struct fault *f)
{
	struct agency kept;
	struct fault why = {0};
	bool found;

	if (!people_found(agency_by_name(in->cw->store, in->now.agency, &in->mem, &kept, &why), &why, &found, f))
		return false;
	if (!found) {
		kept = (struct agency){
			.name = in->now.agency, .quorum_group = in->now.quorum_group, .report_handling = "share"};
		if (!agency_insert(in->cw->store, &kept, f))
			return false;
	}
	in->now.agency_id = kept.id;
	return true;
}

/* A name that was merged away leads to the entry it became. */
static bool name_is_free(struct saving *in, struct fault *f)
{
	struct contact other;
	struct fault why = {0};
	bool found;

	if (!people_found(contact_by_name(in->cw->store, in->now.agency_id, in->now.name, &in->mem, &other, &why), &why,
			  &found, f))
		return false;
	return !found || (other.id == in->now.id && !differ(in->now.name, other.name)) ||
	       fault_field(f, "name", "%s is in the directory of %s already%s: change that entry.", other.name,
			   in->now.agency, other.is_active ? "" : ", as somebody who left");
}

static bool check_deputy(struct saving *in, struct fault *f)
{
	struct contact deputy;
	struct fault why = {0};
	bool found;

	if (!in->now.deputy_id)
		return true;
	if (in->now.deputy_id == in->now.id)
		return fault_field(f, "deputy", "Nobody stands in for themselves: choose somebody else.");
	if (!people_found(contact_by_id(in->cw->store, in->now.deputy_id, &in->mem, &deputy, &why), &why, &found, f))
		return false;
	if (!found || deputy.merged_into_id)
		return fault_field(f, "deputy", "The deputy is not in the directory any more: choose somebody else.");
	/* One who left meanwhile does not stop another change; the list says so. */
	return deputy.is_active || in->now.deputy_id == in->before.deputy_id ||
	       fault_field(f, "deputy", "%s has left: choose somebody who is at work.", deputy.name);
}

/* Mail came back from the address that was kept: it says nothing of another one, nor of one that was checked since. */
static void follow_check(struct saving *in, bool is_checked)
{
	if (is_checked)
		in->now.checked_on = in->cw->today;
	else
		in->now.checked_on = in->now.id ? in->before.checked_on : DAY_NONE;
	in->now.bounced_on = in->now.id ? in->before.bounced_on : DAY_NONE;
	if (is_checked || differ(in->now.email, in->before.email))
		in->now.bounced_on = DAY_NONE;
}

/* Which parts changed: the log needs no second copy of what they say. */
static void say_parts(struct saving *in, bool is_checked)
{
	const struct contact *now = &in->now, *before = &in->before;

	say(in, now->agency_id != before->agency_id, "agency");
	say(in, differ(now->name, before->name), "name");
	say(in, differ(now->role, before->role), "role");
	say(in, now->method != before->method, "how they are reached");
	say(in, differ(now->email, before->email), "e-mail");
	say(in, differ(now->phone, before->phone), "telephone");
	say(in, differ(now->address, before->address), "address");
	say(in, now->deputy_id != before->deputy_id, "deputy");
	say(in, now->is_active != before->is_active, now->is_active ? "at work again" : "has left");
	say(in, is_checked, "checked");
}

static bool save_contact(struct saving *in, bool is_checked, struct fault *f)
{
	if (!contact_tidy(&in->now, &in->mem, f) || !contact_check(&in->now, f) || !read_before(in, f) ||
	    !find_agency(in, f) || !name_is_free(in, f) || !check_deputy(in, f))
		return false;
	follow_check(in, is_checked);
	if (!in->now.id)
		return contact_insert(in->cw->store, &in->now, f);
	say_parts(in, is_checked);
	return contact_save(in->cw->store, &in->now, f);
}

bool casework_contact_save(struct casework *cw, struct contact *contact, bool is_checked, struct fault *f)
{
	struct saving in = {.cw = cw, .now = *contact, .said = ""};
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_DIRECTORY, f))
		return false;
	ok = save_contact(&in, is_checked, f) &&
	     (!arena_exhausted(&in.mem) ||
	      fault_set(f, FAULT_MEMORY, "There is not enough memory to save this contact."));
	if (!ok)
		work_undo(cw);
	else if (contact->id)
		ok = work_end(cw, f, "contact.save", SUBJECT_NONE, contact->id, 0, "%s, %s: changed: %s", in.now.name,
			      in.now.agency, *in.said ? in.said : "nothing");
	else
		ok = work_end(cw, f, "contact.add", SUBJECT_NONE, in.now.id, 0, "%s, %s", in.now.name, in.now.agency);
	if (ok) {
		contact->id = in.now.id;
		contact->agency_id = in.now.agency_id;
		contact->version = in.now.version;
		contact->checked_on = in.now.checked_on;
		contact->bounced_on = in.now.bounced_on;
	}
	arena_finish(&in.mem);
	return ok;
}

static bool uncheck(struct saving *in, const struct contact *was, int64_t version, struct fault *f)
{
	if (!read_before(in, f))
		return false;
	in->now = in->before;
	in->now.version = version; /* whoever saved since has the last word */
	in->now.checked_on = was->checked_on;
	in->now.bounced_on = was->bounced_on;
	if (in->before.checked_on != in->cw->today)
		return fault_set(f, FAULT_REFUSED, "The details of %s were not checked today.", in->before.name);
	return contact_save(in->cw->store, &in->now, f);
}

bool casework_contact_uncheck(struct casework *cw, const struct contact *before, int64_t version, struct fault *f)
{
	struct saving in = {.cw = cw, .now = *before, .said = ""};
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_DIRECTORY, f))
		return false;
	ok = uncheck(&in, before, version, f) ? work_end(cw, f, "contact.uncheck", SUBJECT_NONE, before->id, 0,
							 "%s, %s: not checked after all", in.now.name, in.now.agency)
					      : work_undo(cw);
	arena_finish(&in.mem);
	return ok;
}

/* --- Agencies --- */

static bool save_agency(struct casework *cw, struct agency *now, struct arena *mem, struct fault *f)
{
	struct agency kept;
	enum report_handling handling;
	struct fault why = {0};
	bool found;

	if (!field_tidy(&now->name, "name", mem, f) || !field_tidy(&now->quorum_group, "group", mem, f))
		return false;
	if (!*now->name)
		return fault_field(f, "name", "An agency needs a name.");
	if (!report_handling_from_token(now->report_handling ? now->report_handling : "", &handling))
		return fault_field(
			f, "handling", "Say how this agency's reports are handled: %s, %s, %s or %s.",
			report_handling_label((enum report_handling)0), report_handling_label((enum report_handling)1),
			report_handling_label((enum report_handling)2), report_handling_label((enum report_handling)3));
	now->report_handling = report_handling_token(handling);
	if (!people_found(agency_by_name(cw->store, now->name, mem, &kept, &why), &why, &found, f))
		return false;
	if (found && kept.id != now->id)
		return fault_field(f, "name", "There is an agency %s already: change that one.", kept.name);
	return now->id ? agency_save(cw->store, now, f) : agency_insert(cw->store, now, f);
}

bool casework_agency_save(struct casework *cw, struct agency *agency, struct fault *f)
{
	struct agency now = *agency;
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_DIRECTORY, f))
		return false;
	ok = save_agency(cw, &now, &mem, f);
	ok = ok ? work_end(cw, f, agency->id ? "agency.save" : "agency.add", SUBJECT_NONE, now.id, 0,
			   "%s, group %s, reports: %s", now.name, *now.quorum_group ? now.quorum_group : "none",
			   now.report_handling)
		: work_undo(cw);
	if (ok) {
		agency->id = now.id;
		agency->version = now.version;
		agency->report_handling = now.report_handling;
	}
	arena_finish(&mem);
	return ok;
}
