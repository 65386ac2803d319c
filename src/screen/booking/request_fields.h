/* The fields of the request form, as texts, and what they come to. */
#ifndef REQUEST_FIELDS_H
#define REQUEST_FIELDS_H

#include "casework/pages.h"
#include "casework/people.h"
#include "casework/request.h"
#include "domain/date_entry.h"
#include "tui/form.h"

enum { KNOWN_CHILDREN_MOST = 64, NEW_CHILDREN_MOST = 8 };

struct new_child_values {
	char given[160], surname[160], born[48], sex[4];
};

struct request_values {
	char family[NAME_ROOM]; /* "FAM-0123 Okonkwo" when known, else the name of a new one */
	char known[KNOWN_CHILDREN_MOST][4];
	struct new_child_values fresh[NEW_CHILDREN_MOST];
	char type[16], strategy[48], notified[48], referred[48], accepted[48], moved[48];
	char authority[160], contact[160], stay[16], until[48], theirs[48], category[8]; /* of a move here */
	char home[300], home_kept[200];
	char reason[1200], social_worker[NAME_ROOM];
	char interpreter[80], signing[80], access[160], sittings[200], avoid[200];
	/* Not typed: what the answers so far imply. */
	int fresh_shown;
	bool is_transfer, is_review, is_for_a_time;
};

/* Who on file a new child looks like. */
struct request_alike {
	char words[700]; /* what it was looked up by */
	struct look_alike_list found;
	struct arena mem;
	bool is_another; /* the officer has said so, for these words */
};

/* What the fields need to know; lives in the screen's state. */
struct request_desk {
	struct casework *cw;
	struct arena mem; /* known children and the table: as long as the form */
	int64_t family_id, enquiry_id;
	bool is_arrival;   /* opened for a family that moves here: whose plan it is must be said */
	bool offers_needs; /* what the family's people need is filled in when the family is chosen */
	char offered_interpreter[80], offered_signing[80]; /* what was; typed words are never replaced */
	struct member_list known;                          /* children of the known family */
	struct request_alike alike[NEW_CHILDREN_MOST];
	struct field fields[FORM_FIELDS_MOST];
	size_t field_count;
};

/* Builds the table for the family as it stands: a tick for each known child, room for new ones. */
void request_fields_build(struct request_desk *desk);
/* Reason, social worker, needs and what to avoid: the part of the table that can be changed afterwards. */
const struct field *request_reason_and_needs(size_t *count);
/* The family a text means: its id, or 0 for a new one. */
bool request_family_of(struct request_desk *desk, const char *text, int64_t *out, struct fault *f);
/* Reads the known children of the family that values->family means, ticks them, and fills in what the family needs. */
bool request_family_follow(struct request_desk *desk, struct request_values *values, struct fault *f);
/* Which fields are asked follows from type and new children typed. */
void request_values_settle(struct request_values *values);
/* Texts to a request, in `mem`. False with a fault at a field by name. */
bool request_values_parse(struct request_desk *desk, const struct request_values *values, struct arena *mem,
			  struct request *out, struct fault *f);

#endif
