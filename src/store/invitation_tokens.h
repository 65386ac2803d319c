/* How the words of domain/invitation.h travel: one list of tokens for every table that holds them. Private to
 * src/store. */
#ifndef STORE_INVITATION_TOKENS_H
#define STORE_INVITATION_TOKENS_H

#include "domain/invitation.h"
#include "store/store.h"

/* capacity_tokens, invite_method_tokens, … */
#define X(type) extern const struct token_words type##_tokens;
INVITATION_WORDS(X)
X(yes_no)
X(relationship)
#undef X

#endif
