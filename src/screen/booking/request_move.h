/* The part of the request form about a family that moves here: the authority whose plan it is, and for how long. */
#ifndef REQUEST_MOVE_H
#define REQUEST_MOVE_H

#include "casework/arrivals.h"
#include "request_fields.h"

/* Adds the fields that are asked of a transfer-in alone: from where and for how long, before its days; their plan and
 * the home here, after them. */
void request_move_whence(struct request_desk *desk);
void request_move_their_plan(struct request_desk *desk);
/* Hides a field about the conference where there will be none: a stay for a time. */
bool request_has_conference(const void *values);

/* What was typed, as it is kept: with the move when an authority is named, else the request alone. */
struct request_typed {
	struct arrival arrival;
	bool has_move;
};
bool request_typed_parse(struct request_desk *desk, const struct request_values *values, struct arena *mem,
			 struct request_typed *out, struct fault *f);
bool request_typed_warnings(struct casework *cw, struct request_typed *typed, struct arena *mem, const char **out,
			    struct fault *f);
/* *conference 0: none was asked for. *done: "the request is C-0412", "the move is M-0003", or both. */
bool request_typed_take(struct casework *cw, struct request_typed *typed, struct arena *mem, const char **done,
			int64_t *conference, struct fault *f);

#endif
