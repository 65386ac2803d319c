/* The lists that stand in more than one page of `quorate show`. Each writes one value of the listing. */
#ifndef SHOW_LISTS_H
#define SHOW_LISTS_H

#include "app.h"
#include "casework/pages.h"

struct texts {
	const char **items;
	size_t count, room;
};

/* What is written: for a person, labels and days as people say them; for a program, tokens, references and ISO days. */
struct showing {
	struct app *app;
	struct listing listing, inner[2]; /* inner: members and deadlines, as objects of their own in JSON */
	bool is_for_program, is_json;
};

/* What is written lives as long as the app. */
struct arena *showing_memory(const struct showing *showing);
void showing_add(struct texts *texts, const char *text, struct arena *mem);
void showing_texts(struct showing *showing, const struct texts *texts);

void showing_children(struct showing *showing, const struct person_list *children);
void showing_conferences(struct showing *showing, const struct conference_list *conferences);
void showing_plans(struct showing *showing, const struct plan_list *plans);
/* "Kofi Mensah, father: Ava; not Ben"; what is still to be said of a child stands alone. */
void showing_whose(struct showing *showing, const struct whose_line_list *lines);
/* Objects of their own in JSON: inner[1]. */
void showing_due(struct showing *showing, const struct due_list *due);
/* Objects of their own in JSON: inner[0]. */
void showing_members(struct showing *showing, const struct member_list *members);

#endif
