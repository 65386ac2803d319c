/* Whom to add to the list, by first letters: the family, the directory, or somebody typed. */
#include "base/text.h"
#include "casework/people.h"
#include "invitees.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>

enum { ANSWER_ADD = 8201 };
enum { ADD_PERSON, ADD_CONTACT, ADD_TYPED };
enum { LISTED_MOST = 50 };

static bool is_on_list(const struct invitees_page *page, int64_t person, int64_t contact)
{
	for (size_t i = 0; i < page->lines.count; i++) {
		const struct invitee *one = &page->lines.items[i].invitee;

		if ((person && one->person_id == person) || (contact && one->contact_id == contact))
			return true;
	}
	return false;
}

static bool push(struct palette_list *out, struct arena *mem, const struct palette_item *found)
{
	struct palette_item *item;

	out->total++;
	if (out->count >= LISTED_MOST)
		return true;
	item = ARENA_PUSH(mem, out);
	if (item)
		*item = *found;
	return item != NULL;
}

static bool add_family(struct casework *cw, const struct invitees_page *page, const char *typed, struct arena *mem,
		       struct palette_list *out, struct fault *f)
{
	struct member_list members = {0};

	if (!casework_members(cw, page->conference.family_id, mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		const struct member *member = &members.items[i];
		char name[NAME_ROOM];
		struct palette_item item = {.detail = relationship_label(member->relationship),
					    .keys = "",
					    .kind = ADD_PERSON,
					    .number = member->person_id};

		person_full_name(&member->person, name);
		if (!text_begins_words(mem, arena_printf(mem, "%s %s", name, item.detail), typed))
			continue;
		item.label = arena_text(mem, name);
		if (is_on_list(page, member->person_id, 0))
			item.why_not = "on the list already";
		if (!(item.why_not && !typed[0]) && !push(out, mem, &item))
			return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	}
	return true;
}

static bool add_contacts(struct casework *cw, const struct invitees_page *page, const char *typed, struct arena *mem,
			 struct palette_list *out, struct fault *f)
{
	struct contact_list contacts = {0};

	if (strlen(typed) < 2)
		return true;
	if (!casework_contacts(cw, typed, "", mem, &contacts, f))
		return false;
	for (size_t i = 0; i < contacts.count; i++) {
		const struct contact *contact = &contacts.items[i];
		struct palette_item item = {.label = contact->name,
					    .detail = arena_joined(mem, contact->role, " · ", contact->agency),
					    .keys = "",
					    .kind = ADD_CONTACT,
					    .number = contact->id};

		if (is_on_list(page, 0, contact->id))
			item.why_not = "on the list already";
		if (!push(out, mem, &item))
			return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	}
	return true;
}

static bool find(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct invitees_page page;
	struct palette_item typed_in = {.label = typed[0] ? arena_printf(mem, "Somebody else: %s", typed)
							  : "Somebody else",
					.detail = "supporter, solicitor, interpreter; not on file",
					.keys = "",
					.kind = ADD_TYPED};

	if (!casework_invitees(desk->cw, desk->inviting, mem, &page, f) ||
	    !add_family(desk->cw, &page, typed, mem, out, f) || !add_contacts(desk->cw, &page, typed, mem, out, f))
		return false;
	if (out->count >= LISTED_MOST)
		out->count = LISTED_MOST - 1;
	return push(out, mem, &typed_in) || fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
}

bool invitee_add_open(struct tui *t, int64_t conference, struct fault *f)
{
	if (!casework_may_for(casework_of(t), ACTION_INVITE, conference, f))
		return false;
	desk_of(t)->inviting = conference;
	return palette_choose(t, ANSWER_ADD, "Add: letters of a name, a role or an agency",
			      "Type two letters of a name, a role or an agency; or the whole name of somebody new.",
			      find, f);
}

bool invitee_add_answered(struct tui *t, int64_t conference, const struct answer *answer)
{
	struct newcomer who = {.name = ""};
	struct fault f = {0};
	const char *typed;

	if (answer->code != ANSWER_ADD)
		return false;
	typed = strchr(answer->text, ' ');
	switch (atoi(answer->text)) {
	case ADD_PERSON: who.person = answer->number; break;
	case ADD_CONTACT: who.contact = answer->number; break;
	default: who.name = typed ? typed + 1 : ""; break;
	}
	if (!newcomer_form_open(t, conference, &who, NULL, &f))
		tui_refuse_answer(t, &f);
	return true;
}
