/* Somebody else of the directory by first letters: who stands in, or who is the same person under another entry. */
#include "directory.h"
#include "screens.h"
#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>

enum { ANSWER_DEPUTY = 8320, ANSWER_DOUBLE };
enum { KIND_SOMEBODY, KIND_NOBODY };
enum { LISTED_MOST = 50 };

const char *contact_listed(const struct contact *contact, struct arena *mem)
{
	return arena_printf(mem, "%s, %s", contact->name, contact->agency);
}

const struct directory_line *directory_line_of(const struct directory_list *list, int64_t contact, struct fault *f)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].contact.id == contact)
			return &list->items[i];
	fault_set(f, FAULT_NOT_FOUND, "This entry was merged into another one meanwhile: choose again.");
	return NULL;
}

static bool add(const struct contact *contact, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct palette_item *item;

	out->total++;
	if (out->count >= LISTED_MOST)
		return true;
	item = ARENA_PUSH(mem, out);
	if (!item)
		return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
	*item = (struct palette_item){.label = contact->name,
				      .detail = arena_printf(mem, "%s%s%s%s%s", contact->role,
							     *contact->role ? " · " : "", contact->agency,
							     *contact->email ? " · " : "", contact->email),
				      .keys = "",
				      .kind = KIND_SOMEBODY,
				      .number = contact->id};
	return true;
}

static bool add_all(const struct contact_list *found, int64_t but, struct arena *mem, struct palette_list *out,
		    struct fault *f)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->items[i].id != but && !add(&found->items[i], mem, out, f))
			return false;
	return true;
}

/* Their own agency's first: a stand-in is most often a colleague. */
static bool find_deputy(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct contact_list found, colleagues = {0}, others = {0};
	const char *agency = "";

	if (!casework_contacts(desk->cw, "", "", mem, &found, f))
		return false;
	for (size_t i = 0; i < found.count; i++)
		if (found.items[i].id == desk->contact)
			agency = found.items[i].agency;
	if (typed[0] && !casework_contacts(desk->cw, typed, "", mem, &found, f))
		return false;
	for (size_t i = 0; i < found.count; i++) {
		bool is_colleague = strcmp(found.items[i].agency, agency) == 0;
		struct contact *item = is_colleague ? ARENA_PUSH(mem, &colleagues) : ARENA_PUSH(mem, &others);

		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is no memory for what was found.");
		*item = found.items[i];
	}
	if (!add_all(&colleagues, desk->contact, mem, out, f) ||
	    (typed[0] && !add_all(&others, desk->contact, mem, out, f)))
		return false;
	if (!typed[0]) {
		struct palette_item *nobody = ARENA_PUSH(mem, out);

		if (nobody)
			*nobody = (struct palette_item){
				.label = "Nobody", .detail = "nobody stands in", .keys = "", .kind = KIND_NOBODY};
	}
	return true;
}

/* Those of the same name or address before anything is typed. */
static bool find_double(void *world, const char *typed, struct arena *mem, struct palette_list *out, struct fault *f)
{
	struct desk *desk = world;
	struct directory_list list;
	struct contact_list found;
	const struct directory_line *line;

	if (!typed[0]) {
		if (!casework_directory(desk->cw, true, false, mem, &list, f))
			return false;
		line = directory_line_of(&list, desk->contact, f);
		return line && casework_contacts_like(desk->cw, &line->contact, mem, &found, f) &&
		       add_all(&found, desk->contact, mem, out, f);
	}
	return casework_contacts(desk->cw, typed, "", mem, &found, f) && add_all(&found, desk->contact, mem, out, f);
}

bool deputy_choose(struct tui *t, const struct contact *contact, struct fault *f)
{
	desk_of(t)->contact = contact->id;
	return palette_open(t, ANSWER_DEPUTY, find_deputy, f);
}

bool double_choose(struct tui *t, const struct contact *contact, struct fault *f)
{
	desk_of(t)->contact = contact->id;
	return palette_open(t, ANSWER_DOUBLE, find_double, f);
}

static bool save_deputy(struct tui *t, const struct directory_list *list, const struct answer *answer, struct fault *f)
{
	const struct directory_line *line = directory_line_of(list, desk_of(t)->contact, f), *deputy;
	struct contact now;

	if (!line)
		return false;
	now = line->contact;
	now.deputy_id = atoi(answer->text) == KIND_NOBODY ? 0 : answer->number;
	if (!casework_contact_save(casework_of(t), &now, false, f))
		return false;
	deputy = now.deputy_id ? directory_line_of(list, now.deputy_id, NULL) : NULL;
	tui_say(t, "Saved: %s stands in for %s.",
		deputy          ? deputy->contact.name
		: now.deputy_id ? "whoever you chose"
				: "nobody",
		now.name);
	return true;
}

bool directory_choice_answered(struct tui *t, const struct directory_list *list, const struct answer *answer)
{
	struct fault f = {0};
	bool done;

	if (answer->code != ANSWER_DEPUTY && answer->code != ANSWER_DOUBLE)
		return false;
	done = answer->code == ANSWER_DEPUTY ? save_deputy(t, list, answer, &f)
					     : contact_merge_open(t, desk_of(t)->contact, answer->number, &f);
	if (!done)
		tui_say_fault(t, &f);
	return true;
}
