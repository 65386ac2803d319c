/* Who a letter goes to: what is true of a reader, and where each way of telling them leads. */
#ifndef CASEWORK_LETTER_READER_H
#define CASEWORK_LETTER_READER_H

#include "domain/invitation.h"
#include "work.h"

/* A professional who comes for an agency. Only they read what is for colleagues. */
bool letter_reader_is_colleague(const struct invitee *reader);
bool letter_reader_is_police(const struct invitee *reader);

/* The e-mail address, postal lines or telephone number this way needs; "" when none is known or the way needs none. */
bool letter_reader_address(struct casework *cw, const struct invitee *reader, enum invite_method method,
			   struct arena *mem, const char **out, struct fault *f);
/* The postal address of a contact of the directory. */
bool letter_contact_address(struct casework *cw, int64_t contact, struct arena *mem, const char **out, struct fault *f);

#endif
