/* A new child in the request form who looks like somebody on file: said beside the birth date, asked about by a key and
 * before saving. */
#ifndef REQUEST_ALIKE_H
#define REQUEST_ALIKE_H

#include "request_fields.h"
#include "tui/screen.h"

/* Looks again for each new child whose words or family changed since; *name is a child for whom somebody was found just
 * now, "" when there is none. */
bool request_alike_look(struct request_desk *desk, const struct request_values *values, char name[NAME_ROOM],
			struct fault *f);
/* The first new child at or after `from` about whom the officer has not answered yet; NEW_CHILDREN_MOST: none. */
int request_alike_open(const struct request_desk *desk, const struct request_values *values, int from);
/* What is said beside the birth date of a new child: "On file: Chidi Okonkwo, born ...". "" when there is nothing. */
void request_alike_words(const struct request_desk *desk, const struct request_values *values, int n, char *out,
			 size_t room);

/* Asks whether new child `n` is one of them, or another child. The answer's number goes to request_alike_answer. */
bool request_alike_ask(const struct request_desk *desk, const struct request_values *values, int n, struct tui *t,
		       int code, struct fault *f);
/* Takes the child on file in place of the new one: the family becomes theirs and they are ticked; or notes that it is
 * another child. *taken is who was taken, NULL for another child; the table is to be built anew then. */
bool request_alike_answer(struct request_desk *desk, struct request_values *values, int64_t number,
			  const struct look_alike **taken, struct fault *f);

#endif
