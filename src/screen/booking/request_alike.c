/* A new child in the request form who looks like somebody on file. */
#include "request_alike.h"
#include "base/text.h"
#include "request_parse.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

enum {
	OFFERED_MOST = 8,
	ANSWERS_OF_ONE = 100, /* an answer's number is the new child's place, times this, and the place in the list */
	ANOTHER_CHILD = ANSWERS_OF_ONE - 1,
};

static bool is_begun(const struct new_child_values *child)
{
	return child->given[0] || child->surname[0] || child->born[0];
}

/* All that the comparison rests on: while it stands, the last answer does. */
static void words_of(const struct request_desk *desk, const struct request_values *values, int n, char *out,
		     size_t room)
{
	const struct new_child_values *child = &values->fresh[n];

	snprintf(out, room, "%s\n%s\n%s\n%lld %s", child->given, child->surname, child->born,
		 (long long)desk->family_id, desk->family_id ? "" : values->family);
}

static const struct request_alike *alike_of(const struct request_desk *desk, const struct request_values *values, int n)
{
	const struct request_alike *alike = &desk->alike[n];
	char words[sizeof alike->words];

	if (!alike->found.count || !is_begun(&values->fresh[n]))
		return NULL;
	words_of(desk, values, n, words, sizeof words);
	return strcmp(words, alike->words) == 0 ? alike : NULL;
}

static bool look_for(struct request_desk *desk, const struct request_values *values, int n, char name[NAME_ROOM],
		     struct fault *f)
{
	struct request_alike *alike = &desk->alike[n];
	char words[sizeof alike->words];
	struct person person;

	words_of(desk, values, n, words, sizeof words);
	if (strcmp(words, alike->words) == 0)
		return true;
	arena_reset(&alike->mem);
	alike->found = (struct look_alike_list){0};
	alike->is_another = false;
	memcpy(alike->words, words, sizeof words);
	if (!is_begun(&values->fresh[n]) || !request_child_parse(desk, values, n, &alike->mem, &person, NULL))
		return true;
	if (!casework_people_like(desk->cw, &person, &alike->mem, &alike->found, f)) {
		alike->words[0] = '\0'; /* to be asked again */
		return false;
	}
	if (alike->found.count)
		person_full_name(&person, name);
	return true;
}

bool request_alike_look(struct request_desk *desk, const struct request_values *values, char name[NAME_ROOM],
			struct fault *f)
{
	name[0] = '\0';
	for (int n = 0; n < NEW_CHILDREN_MOST; n++)
		if (!look_for(desk, values, n, name, f))
			return false;
	return true;
}

int request_alike_open(const struct request_desk *desk, const struct request_values *values, int from)
{
	int n = from;

	while (n < NEW_CHILDREN_MOST) {
		const struct request_alike *alike = alike_of(desk, values, n);

		if (alike && !alike->is_another)
			break;
		n++;
	}
	return n;
}

void request_alike_words(const struct request_desk *desk, const struct request_values *values, int n, char *out,
			 size_t room)
{
	const struct request_alike *alike = alike_of(desk, values, n);
	char name[NAME_ROOM], more[32] = "";

	out[0] = '\0';
	if (!alike)
		return;
	person_full_name(&alike->found.items[0].member.person, name);
	if (alike->is_another) {
		snprintf(out, room, "Not %s, who is on file.", name);
		return;
	}
	if (alike->found.count > 1)
		snprintf(more, sizeof more, " and %zu more", alike->found.count - 1);
	snprintf(out, room, "On file: %s, %s%s. The same child? Ctrl-O", name, alike->found.items[0].words, more);
}

static bool is_child(const struct member *member)
{
	return member->relationship == RELATIONSHIP_CHILD && member->ended_on == DAY_NONE;
}

/* Why the child on file cannot be taken into this request as it stands; NULL: they can. */
static const char *why_not(const struct request_desk *desk, const struct look_alike *kept)
{
	if (!is_child(&kept->member))
		return "not a child of that family";
	if (desk->enquiry_id && desk->family_id != kept->member.family_id)
		return "this enquiry is about another family";
	return NULL;
}

bool request_alike_ask(const struct request_desk *desk, const struct request_values *values, int n, struct tui *t,
		       int code, struct fault *f)
{
	const struct request_alike *alike = alike_of(desk, values, n);
	struct menu_item items[OFFERED_MOST + 1];
	char title[NAME_ROOM + 80], names[OFFERED_MOST][NAME_ROOM];
	const struct new_child_values *child = &values->fresh[n];
	size_t count = 0;

	if (!alike)
		return true;
	for (; count < alike->found.count && count < OFFERED_MOST; count++)
		items[count] = (struct menu_item){
			(tui_key)('1' + count),
			person_full_name(&alike->found.items[count].member.person, names[count]),
			alike->found.items[count].words,
			why_not(desk, &alike->found.items[count]),
			(int64_t)n * ANSWERS_OF_ONE + (int64_t)count,
		};
	items[count++] = (struct menu_item){'d', "A different child", "a new record is made", NULL,
					    (int64_t)n * ANSWERS_OF_ONE + ANOTHER_CHILD};
	snprintf(title, sizeof title, "%s, %s: already on file?", child->given[0] ? child->given : "New child",
		 child->born);
	tui_forget_typed_ahead(t);
	return prompt_menu(t, code, title, items, count, f);
}

/* The request is for the family of the child who was taken; brothers and sisters there are asked about on saving. */
static bool take_family(struct request_desk *desk, struct request_values *values, const struct look_alike *kept,
			struct fault *f)
{
	if (kept->member.family_id == desk->family_id)
		return true;
	snprintf(values->family, sizeof values->family, "%s %s", kept->family_reference, kept->family_name);
	if (!request_family_follow(desk, values, f))
		return false;
	for (size_t i = 0; i < desk->known.count && i < KNOWN_CHILDREN_MOST; i++)
		snprintf(values->known[i], sizeof values->known[i], "no");
	return true;
}

bool request_alike_answer(struct request_desk *desk, struct request_values *values, int64_t number,
			  const struct look_alike **taken, struct fault *f)
{
	int n = (int)(number / ANSWERS_OF_ONE);
	size_t which = (size_t)(number % ANSWERS_OF_ONE);
	struct request_alike *alike = &desk->alike[n];

	*taken = NULL;
	if (which == ANOTHER_CHILD) {
		alike->is_another = true;
		return true;
	}
	if (which >= alike->found.count)
		return true;
	if (!take_family(desk, values, &alike->found.items[which], f))
		return false;
	*taken = &alike->found.items[which];
	for (size_t i = 0; i < desk->known.count && i < KNOWN_CHILDREN_MOST; i++)
		if (desk->known.items[i].person_id == (*taken)->member.person_id)
			snprintf(values->known[i], sizeof values->known[i], "yes");
	values->fresh[n] = (struct new_child_values){.given = ""};
	return true;
}
