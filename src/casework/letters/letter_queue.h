/* A letter written and queued: its kept text, what it encloses and its waiting delivery, in the caller's transaction.
 */
#ifndef CASEWORK_LETTER_QUEUE_H
#define CASEWORK_LETTER_QUEUE_H

#include "letter/facts.h"
#include "letter/template.h"
#include "store/letter_store.h"
#include "work.h"

/* What is to be written. The recipient's name is that of the facts. */
struct letter_order {
	enum letter_template_key key;
	const struct conference *conference;
	const struct invitee *reader; /* NULL or id 0: nobody of the list, a manager for example */
	const struct letter_facts *facts;
	const struct enclosure *enclosures; /* letter_id and position are given here */
	size_t enclosure_count;
	int64_t replaces_id; /* the letter this one withdraws, 0 none */
	enum invite_method method;
	const char *address; /* e-mail address, postal lines, telephone number: what the method needs */
};

/* Writes letter, enclosures and a waiting delivery; *letter is its id and may be NULL. FAULT_REFUSED when the address
 * is not one the method can use. Inside the caller's verb: an act and its letters are kept together or not at all. */
bool letter_queue(struct casework *cw, const struct letter_order *order, struct arena *mem, int64_t *letter,
		  struct fault *f);

/* The letter as it would be written: the filled template. The same as letter_queue keeps. */
bool letter_write(struct casework *cw, enum letter_template_key key, const struct letter_facts *facts,
		  struct arena *mem, struct document *out, struct fault *f);

/* Why nothing can go to this address by this method, as a few words ("no e-mail address"); "" when it can. */
const char *letter_way_problem(enum invite_method method, const char *address);

#endif
