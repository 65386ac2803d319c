/* Whom of the directory a notice of a plan goes to, and who of the list gets it with their letter. */
#include "plan_notice.h"

#include "base/text.h"
#include "letter_reader.h"
#include "standing_agencies.h"
#include "store/directory_store.h"

#include <string.h>

static bool means(const struct settings_notice *notice, const char *group, const char *agency, bool by_group,
		  struct arena *mem)
{
	return standing_means(text_fold(mem, notice->agency), by_group, text_fold(mem, group), text_fold(mem, agency));
}

const struct settings_notice *plan_notice_of(struct casework *cw, const struct invitee *reader, struct arena *mem)
{
	const struct settings_notice_list *all = &casework_settings(cw)->notices;
	const struct settings_notice *named = NULL;

	if (!letter_reader_is_colleague(reader))
		return NULL;
	for (size_t i = 0; i < all->count; i++) {
		const struct settings_notice *one = &all->items[i];

		if (means(one, reader->quorum_group, reader->shown_agency, true, mem))
			return one;
		if (means(one, reader->quorum_group, reader->shown_agency, false, mem) &&
		    (!named || strlen(one->agency) > strlen(named->agency)))
			named = one;
	}
	return named;
}

/* --- Those who are on no list --- */

static bool has_role(const struct contact *contact, const char *role, struct arena *mem)
{
	const char *wanted = text_fold(mem, role);

	return *wanted && strncmp(text_fold(mem, contact->role), wanted, strlen(wanted)) == 0;
}

/* The role that is asked for, then the one that was looked at last. */
static bool is_rather(const struct contact *a, const struct contact *b, const char *role, struct arena *mem)
{
	bool a_fits = has_role(a, role, mem), b_fits = has_role(b, role, mem);

	return a_fits != b_fits ? a_fits : a->checked_on > b->checked_on;
}

static const struct contact *pick(const struct contact_list *contacts, const struct settings_notice *notice,
				  struct arena *mem)
{
	const struct contact *best = NULL;

	for (int by_group = 1; !best && by_group >= 0; by_group--)
		for (size_t i = 0; i < contacts->count; i++) {
			const struct contact *one = &contacts->items[i];

			if (means(notice, one->quorum_group, one->agency, by_group, mem) &&
			    (!best || is_rather(one, best, notice->role, mem)))
				best = one;
		}
	return best;
}

static bool is_among(struct casework *cw, const struct invitee_list *invitees, const struct settings_notice *notice,
		     struct arena *mem)
{
	for (size_t i = 0; i < invitees->count; i++)
		if (!invitees->items[i].is_withdrawn && plan_notice_of(cw, &invitees->items[i], mem) == notice)
			return true;
	return false;
}

bool plan_notice_others(struct casework *cw, const struct invitee_list *invitees, struct arena *mem,
			struct invitee_list *out, struct fault *f)
{
	const struct settings_notice_list *all = &casework_settings(cw)->notices;
	struct contact_list contacts;

	*out = (struct invitee_list){0};
	if (!contacts_all(cw->store, "", mem, &contacts, f))
		return false;
	for (size_t i = 0; i < all->count; i++) {
		const struct contact *contact = NULL;
		struct invitee *reader;

		if (all->items[i].is_always && !is_among(cw, invitees, &all->items[i], mem))
			contact = pick(&contacts, &all->items[i], mem);
		if (!contact)
			continue;
		reader = ARENA_PUSH(mem, out);
		if (!reader)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to write these letters.");
		*reader = invitee_of_contact(contact);
	}
	return true;
}

bool plan_notice_contact(struct casework *cw, const char *agency, struct arena *mem, struct invitee *out, bool *found,
			 struct fault *f)
{
	const struct settings_notice wanted = {.agency = agency, .role = ""};
	const struct contact *contact;
	struct contact_list contacts;

	if (!contacts_all(cw->store, "", mem, &contacts, f))
		return false;
	contact = pick(&contacts, &wanted, mem);
	*found = contact != NULL;
	if (contact)
		*out = invitee_of_contact(contact);
	return true;
}
