/* One row of the contacts directory into the case file. */
#include "casework/intake.h"

#include "people_keeping.h"
#include "person_check.h"

#include "base/text.h"
#include "domain/invitation.h"
#include "letter/press.h"
#include "store/directory_store.h"

#include <string.h>

static bool tidy_address(struct intake_contact *row, struct arena *mem, struct fault *f)
{
	const char *lines = text_tidy(mem, row->address ? row->address : "", true);

	if (!lines)
		return fault_field(f, "Address",
				   "There are characters in the address that cannot be shown or printed: type it "
				   "again.");
	row->address = lines;
	return true;
}

static bool check_email(const char *email, struct fault *f)
{
	return !*email || mail_address_is_good(email) ||
	       fault_field(f, "Email",
			   "\"%.80s\" is no e-mail address: it looks like name@example.org; correct it or leave it "
			   "empty.",
			   email);
}

static bool check_method(const char *method, struct fault *f)
{
	enum invite_method known;

	return !*method || invite_method_from_token(method, &known) ||
	       fault_field(f, "Method",
			   "\"%.40s\" is no way a letter goes out: type e-mail, post, secure portal, telephone or in "
			   "person, or leave it empty.",
			   method);
}

static bool tidy(struct intake_contact *row, struct arena *mem, struct fault *f)
{
	if (!field_tidy(&row->agency, "Agency", mem, f) || !field_tidy(&row->quorum_group, "Group", mem, f) ||
	    !field_tidy(&row->name, "Name", mem, f) || !field_tidy(&row->role, "Role", mem, f) ||
	    !field_tidy(&row->email, "Email", mem, f) || !field_tidy(&row->phone, "Phone", mem, f) ||
	    !field_tidy(&row->method, "Method", mem, f) || !field_tidy(&row->deputy, "Deputy", mem, f) ||
	    !tidy_address(row, mem, f))
		return false;
	if (!*row->agency)
		return fault_field(f, "Agency", "A contact belongs to an agency: give its name.");
	if (!*row->name)
		return fault_field(f, "Name", "A contact needs a name: a person's, or the name of a team or desk.");
	return check_email(row->email, f) && check_method(row->method, f);
}

static bool check_day(const struct casework *cw, const struct intake_contact *row, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (row->checked_on == DAY_NONE || row->checked_on <= cw->today)
		return true;
	return fault_field(f, "Checked on", "%s is in the future: give the day on which the details were checked.",
			   date_plain(row->checked_on, day));
}

static bool take_agency(struct casework *cw, const struct intake_contact *row, struct arena *mem, int64_t *agency,
			bool *changed, struct fault *f)
{
	struct agency kept;
	struct fault why = {0};
	bool found;

	if (!people_found(agency_by_name(cw->store, row->agency, mem, &kept, &why), &why, &found, f))
		return false;
	if (!found) {
		kept = (struct agency){
			.name = row->agency, .quorum_group = row->quorum_group, .report_handling = "share"};
		*changed = true;
		if (!agency_insert(cw->store, &kept, f))
			return false;
	} else if (!*kept.quorum_group && *row->quorum_group) {
		kept.quorum_group = row->quorum_group;
		*changed = true;
		if (!agency_save(cw->store, &kept, f))
			return false;
	}
	*agency = kept.id;
	return true;
}

/* What was checked later holds; of two rows that were never checked, or on the same day, the file coming in is the
 * newer. */
static bool is_newer(const struct contact *kept, const struct intake_contact *row)
{
	if (kept->checked_on == DAY_NONE)
		return true;
	return row->checked_on != DAY_NONE && row->checked_on >= kept->checked_on;
}

static bool same_details(const struct contact *a, const struct contact *b)
{
	return strcmp(a->role, b->role) == 0 && strcmp(a->email, b->email) == 0 && strcmp(a->phone, b->phone) == 0 &&
	       strcmp(a->address, b->address) == 0 && a->method == b->method && a->deputy_id == b->deputy_id &&
	       a->checked_on == b->checked_on && a->bounced_on == b->bounced_on && a->is_active == b->is_active;
}

/* What the file says goes over what is kept; what it does not speak of stays. Mail that came back came back from the
 * address that was kept: it says nothing of another one, nor of one that was checked since. */
static struct contact with_details(const struct contact *kept, const struct intake_contact *row)
{
	struct contact now = *kept;

	now.role = row->role;
	now.email = row->email;
	now.phone = row->phone;
	now.checked_on = row->checked_on;
	now.is_active = true;
	if (*row->address)
		now.address = row->address;
	if (*row->method)
		invite_method_from_token(row->method, &now.method);
	if (kept->id && kept->bounced_on != DAY_NONE &&
	    (strcmp(kept->email, row->email) != 0 || row->checked_on > kept->bounced_on))
		now.bounced_on = DAY_NONE;
	return now;
}

/* The only one of this name in another agency; *out 0 when there is none or several. */
static bool find_elsewhere(struct casework *cw, const char *name, struct arena *mem, int64_t *out, struct fault *f)
{
	struct contact_list all;
	size_t found = 0;

	if (!contacts_every(cw->store, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (strcmp(all.items[i].name, name) == 0) {
			*out = all.items[i].id;
			found++;
		}
	if (found != 1)
		*out = 0;
	return true;
}

static bool take_deputy(struct casework *cw, const struct intake_contact *row, struct contact *now, struct arena *mem,
			bool *changed, struct fault *f)
{
	struct contact kept, deputy = {.agency_id = now->agency_id, .name = row->deputy, .is_active = true};
	struct fault why = {0};
	int64_t id = 0;
	bool found;

	if (!*row->deputy)
		return true;
	if (!people_found(contact_by_name(cw->store, now->agency_id, row->deputy, mem, &kept, &why), &why, &found, f) ||
	    (!found && !find_elsewhere(cw, row->deputy, mem, &id, f)))
		return false;
	if (found)
		id = kept.id;
	if (now->id && id == now->id)
		return fault_field(f, "Deputy", "%s cannot stand in for themselves: name somebody else.", now->name);
	if (!id) {
		deputy.checked_on = deputy.bounced_on = DAY_NONE;
		*changed = true;
		if (!contact_insert(cw->store, &deputy, f))
			return false;
		id = deputy.id;
	}
	now->deputy_id = id;
	return true;
}

static bool take_contact(struct casework *cw, const struct intake_contact *row, int64_t agency, struct arena *mem,
			 int64_t *id, enum intake_result *out, bool *changed, struct fault *f)
{
	struct contact kept, now;
	struct fault why = {0};
	bool found;

	if (!people_found(contact_by_name(cw->store, agency, row->name, mem, &kept, &why), &why, &found, f))
		return false;
	if (!found && strcmp(row->deputy, row->name) == 0)
		return fault_field(f, "Deputy", "%s cannot stand in for themselves: name somebody else.", row->name);
	now = with_details(found ? &kept : &(struct contact){.agency_id = agency, .name = row->name}, row);
	if (!found) {
		*out = INTAKE_ADDED;
		if (!take_deputy(cw, row, &now, mem, changed, f) || !contact_insert(cw->store, &now, f))
			return false;
		*id = now.id;
		return true;
	}
	*id = kept.id;
	if (!is_newer(&kept, row))
		return true;
	if (!take_deputy(cw, row, &now, mem, changed, f))
		return false;
	if (same_details(&kept, &now))
		return true;
	*out = INTAKE_CHANGED;
	return contact_save(cw->store, &now, f);
}

/* A contact of group "chair" can be booked. One named in the settings keeps what the settings say of it. */
static bool take_chair(struct casework *cw, const struct intake_contact *row, int64_t contact, struct arena *mem,
		       bool *changed, struct fault *f)
{
	struct resource kept, chair = {.kind = RESOURCE_CHAIR,
				       .name = row->name,
				       .login = "",
				       .access = "",
				       .contact_id = contact,
				       .is_active = true,
				       .weekdays = 31};
	struct fault why = {0};
	bool found;

	if (strcmp(text_fold(mem, row->quorum_group), "chair") != 0)
		return true;
	if (!people_found(resource_by_name(cw->store, RESOURCE_CHAIR, row->name, mem, &kept, &why), &why, &found, f))
		return false;
	if (found && kept.is_active && kept.contact_id)
		return true;
	*changed = true;
	if (!found)
		return resource_insert(cw->store, &chair, f);
	kept.contact_id = contact;
	kept.is_active = true;
	return resource_save(cw->store, &kept, f);
}

static bool take_in(struct casework *cw, struct intake_contact *row, struct arena *mem, enum intake_result *out,
		    struct fault *f)
{
	int64_t agency = 0, contact = 0;
	bool changed = false;

	*out = INTAKE_UNCHANGED;
	if (!tidy(row, mem, f) || !check_day(cw, row, f) || !take_agency(cw, row, mem, &agency, &changed, f) ||
	    !take_contact(cw, row, agency, mem, &contact, out, &changed, f) ||
	    !take_chair(cw, row, contact, mem, &changed, f))
		return false;
	if (changed && *out == INTAKE_UNCHANGED)
		*out = INTAKE_CHANGED;
	return true;
}

bool intake_contact(struct casework *cw, const struct intake_contact *from, enum intake_result *out, struct fault *f)
{
	struct intake_contact row = *from;
	struct arena mem = {0};
	bool ok;

	*out = INTAKE_REFUSED;
	if (!work_begin(cw, ACTION_IMPORT, f))
		return false;
	ok = take_in(cw, &row, &mem, out, f);
	if (!ok)
		*out = INTAKE_REFUSED;
	if (!ok || *out == INTAKE_UNCHANGED)
		work_undo(cw); /* nothing was written */
	else
		ok = work_end(cw, f, "intake.contact", SUBJECT_NONE, 0, 0, "%s, %s: %s", row.name, row.agency,
			      *out == INTAKE_ADDED ? "added" : "changed");
	arena_finish(&mem);
	return ok;
}
