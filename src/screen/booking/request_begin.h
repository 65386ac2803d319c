/* The request form's state: what it begins with (request_begin.c), and what its keys do (request_form.c). */
#ifndef REQUEST_BEGIN_H
#define REQUEST_BEGIN_H

#include "request_alike.h"

struct request_state {
	struct request_desk desk;
	struct request_values values;
	struct form form;
	char family_seen[NAME_ROOM];   /* the family text the table was built for */
	char draft[8192], subject[64]; /* subject: what the draft is kept under */
	char completeness[200];        /* what is missing for a booking, in words */
	struct form_memory *memory;
	bool is_open, is_taken;
};

/* Fills the fields for what the state was opened for. Once; desk.cw and memory are set. */
bool request_begin(struct request_state *state, struct fault *f);
/* What the name of a draft says the form was opened for. */
void request_draft_unname(struct request_state *state);

/* Reads the family that the text names, and its children. */
bool request_follow_family(struct request_state *state, struct fault *f);
/* The table of fields anew: another family has other children to tick. `focus` names a field, NULL: the first. */
bool request_lay_fields(struct request_state *state, const char *focus, struct fault *f);
/* Which fields are asked, and what is missing, follow from what was typed. */
void request_settle(struct request_state *state);

#endif
