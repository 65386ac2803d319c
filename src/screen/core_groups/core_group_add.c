/* Who joins a core group, by first letters: the family, the directory, whoever is spelt alike, or somebody typed. */
#include "base/nearest.h"
#include "base/text.h"
#include "casework/people.h"
#include "core_groups.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>

enum { ANSWER_JOIN = 8873 };
enum { ADD_PERSON, ADD_CONTACT, ADD_TYPED };
enum { LISTED_MOST = 50, ALIKE_FROM = 4 };

/* What the search goes by. */
struct joining {
	struct casework *cw;
	struct core_group_page page;
	struct arena *mem;
	struct palette_list *out;
	const char *typed;
};

static const char *why_not(const struct joining *j, int64_t person, int64_t contact)
{
	for (size_t i = 0; i < j->page.members.count; i++) {
		const struct core_group_member *one = &j->page.members.items[i];

		if (one->until == DAY_NONE &&
		    ((person && one->person_id == person) || (contact && one->contact_id == contact)))
			return "in it already";
	}
	return NULL;
}

static bool push(struct joining *j, const struct palette_item *found, struct fault *f)
{
	struct palette_item *item;

	j->out->total++;
	if (j->out->count >= LISTED_MOST)
		return true;
	item = ARENA_PUSH(j->mem, j->out);
	if (!item)
		return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	*item = *found;
	return true;
}

static bool add_family(struct joining *j, struct fault *f)
{
	struct member_list members;

	if (!casework_members(j->cw, j->page.line.family_id, j->mem, &members, f))
		return false;
	for (size_t i = 0; i < members.count; i++) {
		const struct member *member = &members.items[i];
		char name[NAME_ROOM];
		struct palette_item item = {.label = arena_text(j->mem, person_full_name(&member->person, name)),
					    .detail = relationship_label(member->relationship),
					    .keys = "",
					    .why_not = why_not(j, member->person_id, 0),
					    .kind = ADD_PERSON,
					    .number = member->person_id};

		if (member->person.died_on == DAY_NONE &&
		    text_begins_words(j->mem, arena_printf(j->mem, "%s %s", item.label, item.detail), j->typed) &&
		    !push(j, &item, f))
			return false;
	}
	return true;
}

static bool push_contact(struct joining *j, const struct contact *contact, const char *before, struct fault *f)
{
	const struct palette_item item = {.label = contact->name,
					  .detail = arena_printf(j->mem, "%s%s%s%s", before, contact->role,
								 *contact->role ? " · " : "", contact->agency),
					  .keys = "",
					  .why_not = why_not(j, 0, contact->id),
					  .kind = ADD_CONTACT,
					  .number = contact->id};

	return push(j, &item, f);
}

/* Nobody is called so: whoever is nearly called so is meant, or somebody would be in the file twice. */
static bool add_alike(struct joining *j, struct fault *f)
{
	struct contact_list all;
	const char **names, *meant;

	if (strlen(j->typed) < ALIKE_FROM || !casework_contacts(j->cw, "", "", j->mem, &all, f))
		return strlen(j->typed) < ALIKE_FROM;
	names = arena_alloc(j->mem, (all.count + 1) * sizeof *names);
	if (!names)
		return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	for (size_t i = 0; i < all.count; i++)
		names[i] = all.items[i].name;
	meant = nearest_word(j->typed, names, all.count);
	for (size_t i = 0; meant && i < all.count; i++)
		if (strcmp(all.items[i].name, meant) == 0 && !push_contact(j, &all.items[i], "spelt alike · ", f))
			return false;
	return true;
}

static bool add_contacts(struct joining *j, struct fault *f)
{
	struct contact_list found;

	if (strlen(j->typed) < 2)
		return true;
	if (!casework_contacts(j->cw, j->typed, "", j->mem, &found, f))
		return false;
	for (size_t i = 0; i < found.count; i++)
		if (!push_contact(j, &found.items[i], "", f))
			return false;
	return j->out->count > 0 || add_alike(j, f);
}

static bool find(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct joining j = {.cw = desk->cw, .mem = mem, .out = out, .typed = typed};
	struct palette_item somebody = {.label = *typed ? arena_printf(mem, "Somebody else: %s", typed)
							: "Somebody else",
					.detail = "friend, neighbour, supporter; not on file",
					.keys = "",
					.kind = ADD_TYPED};

	if (!casework_core_group_again(desk->cw, desk->core_group_family, mem, &j.page, f) || !add_family(&j, f) ||
	    !add_contacts(&j, f))
		return false;
	if (out->count >= LISTED_MOST)
		out->count = LISTED_MOST - 1;
	return push(&j, &somebody, f);
}

bool core_group_add_open(struct tui *t, int64_t family, struct fault *f)
{
	if (!casework_may(casework_of(t), ACTION_KEEP_CORE_GROUPS, f))
		return false;
	desk_of(t)->core_group_family = family;
	return palette_choose(t, ANSWER_JOIN, "Joins: letters of a name, a role or an agency",
			      "Type two letters of a name, a role or an agency; or the whole name of somebody new.",
			      find, f);
}

bool core_group_add_answered(struct tui *t, int64_t family, const struct answer *answer)
{
	struct core_group_member one = core_group_member_blank();
	const char *typed = strchr(answer->text, ' ');
	struct fault f = {0};
	bool ok;

	if (answer->code != ANSWER_JOIN)
		return false;
	switch (atoi(answer->text)) {
	case ADD_PERSON: one.person_id = answer->number; break;
	case ADD_CONTACT: one.contact_id = answer->number; break;
	default: one.name = typed ? typed + 1 : ""; break;
	}
	if (!one.person_id && !one.contact_id)
		ok = core_group_join_form_open(t, family, one.name, &f);
	else if ((ok = casework_core_group_join(casework_of(t), family, &one, &f)))
		tui_say(t, "Joined the core group, from today.");
	if (!ok)
		tui_refuse_answer(t, &f);
	return true;
}
