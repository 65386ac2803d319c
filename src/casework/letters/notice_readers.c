/* Who a notice goes to: somebody of the directory, of the family, or a typed name. */
#include "notice_inside.h"

#include "base/text.h"
#include "invitee_proposal.h"
#include "letter/press.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"

#include <string.h>

static struct invitee nobody_yet(enum capacity capacity)
{
	struct invitee one = invitee_blank();

	one.capacity = capacity;
	one.method = METHOD_IN_PERSON;
	return one;
}

static bool add(const struct notice_case *c, const struct invitee *one, struct invitee_list *out, struct fault *f)
{
	struct invitee *reader = ARENA_PUSH(c->mem, out);

	if (!reader)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
	*reader = *one;
	reader->id = 0; /* no letter of a list: what is known of them there is only borrowed */
	return true;
}

bool notice_reader_contact(const struct notice_case *c, int64_t contact, struct invitee_list *out, struct fault *f)
{
	struct contact found;
	struct invitee one;

	if (!contact_by_id(c->cw->store, contact, c->mem, &found, f))
		return false;
	one = invitee_of_contact(&found);
	return add(c, &one, out, f);
}

static struct invitee member_reader(const struct notice_case *c, const struct member *member)
{
	const struct proposing p = {.cw = c->cw, .conference = &c->conference, .mem = c->mem};
	bool is_child = member->relationship == RELATIONSHIP_CHILD;
	struct invitee one = proposal_of_person(&p, is_child ? CAPACITY_CHILD : CAPACITY_FAMILY, member);

	one.contact_bounced_on = member->mail_bounced_on;
	return one;
}

bool notice_reader_person(const struct notice_case *c, int64_t person, struct invitee_list *out, struct fault *f)
{
	struct member_list members;

	if (!members_of_family(c->cw->store, c->family_id, c->mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++)
		if (members.items[i].person_id == person) {
			struct invitee one = member_reader(c, &members.items[i]);

			return add(c, &one, out, f);
		}
	return true;
}

/* --- Typed names --- */

static bool is_called(const struct notice_case *c, const char *name, const char *folded)
{
	return strcmp(text_fold(c->mem, name), folded) == 0;
}

static bool find_invitee(const struct notice_case *c, int64_t conference, const char *folded, struct invitee *out,
			 bool *found, struct fault *f)
{
	struct invitee_list list = {0};

	if (conference && !invitees_of(c->cw->store, conference, false, c->mem, &list, f))
		return false;
	for (size_t i = 0; !*found && i < list.count; i++)
		if (is_called(c, list.items[i].shown_name, folded)) {
			*out = list.items[i];
			*found = true;
		}
	return true;
}

static bool find_member(const struct notice_case *c, const char *folded, struct invitee *out, bool *found,
			struct fault *f)
{
	struct member_list members;
	char name[NAME_ROOM];

	if (!members_of_family(c->cw->store, c->family_id, c->mem, &members, f))
		return false;
	for (size_t i = 0; !*found && i < members.count; i++)
		if (is_called(c, person_full_name(&members.items[i].person, name), folded)) {
			*out = member_reader(c, &members.items[i]);
			*found = true;
		}
	return true;
}

/* What was asked for goes before what is known. */
static void direct(struct invitee *one, const char *write_to)
{
	if (!*write_to)
		return;
	one->method = mail_address_is_good(write_to) ? METHOD_EMAIL : METHOD_POST;
	if (one->method == METHOD_EMAIL)
		one->email = one->shown_email = write_to;
	else
		one->address = write_to;
}

bool notice_reader_named(const struct notice_case *c, int64_t conference, const char *name, enum capacity capacity,
			 const char *write_to, struct invitee_list *out, struct fault *f)
{
	struct invitee one = nobody_yet(capacity);
	const char *folded = text_fold(c->mem, name);
	bool found = false;

	one.name = one.shown_name = name;
	if (!find_invitee(c, conference, folded, &one, &found, f) ||
	    (!found && !find_member(c, folded, &one, &found, f)))
		return false;
	direct(&one, write_to);
	return add(c, &one, out, f);
}

bool notice_reader_colleague(const struct notice_case *c, const char *name, const char *role, const char *write_to,
			     struct invitee_list *out, struct fault *f)
{
	struct invitee one = nobody_yet(CAPACITY_PROFESSIONAL);
	const char *folded = text_fold(c->mem, name);
	struct contact_list contacts;

	one.name = one.shown_name = name;
	one.role = one.shown_role = role;
	if (!contacts_all(c->cw->store, "", c->mem, &contacts, f))
		return false;
	for (size_t i = 0; i < contacts.count; i++)
		if (is_called(c, contacts.items[i].name, folded)) {
			one = invitee_of_contact(&contacts.items[i]);
			break;
		}
	direct(&one, write_to);
	return add(c, &one, out, f);
}

/* --- Known again --- */

const char *notice_reader_key(const struct invitee *reader, struct arena *mem)
{
	if (reader->person_id)
		return arena_printf(mem, "person %lld", (long long)reader->person_id);
	if (reader->contact_id)
		return arena_printf(mem, "contact %lld", (long long)reader->contact_id);
	return text_fold(mem, reader->shown_name);
}

/* FNV-1a; the two lowest bits keep the three sorts apart. */
int64_t notice_reader_id(const struct invitee *reader, struct arena *mem)
{
	const char *name = notice_reader_key(reader, mem);
	uint64_t hash = 14695981039346656037u;

	if (reader->person_id || reader->contact_id)
		return reader->person_id ? reader->person_id * 4 + 1 : reader->contact_id * 4 + 2;
	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * 1099511628211u;
	return (int64_t)(hash >> 8) * 4 + 3;
}
