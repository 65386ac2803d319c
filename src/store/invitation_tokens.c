/* How the words of domain/invitation.h travel: one list of tokens for every table that holds them. */
#include "invitation_tokens.h"

#define TOKENS(type, many)                                                                                             \
	static const char *type##_word(int value)                                                                      \
	{                                                                                                              \
		return type##_token((enum type)value);                                                                 \
	}                                                                                                              \
	const struct token_words type##_tokens = {type##_word, (many)};

TOKENS(capacity, CAPACITY_COUNT)
TOKENS(invite_method, INVITE_METHOD_COUNT)
TOKENS(reply, REPLY_COUNT)
TOKENS(exclusion, EXCLUSION_COUNT)
TOKENS(exclusion_reason, EXCLUSION_REASON_COUNT)
TOKENS(report_handling, REPORT_HANDLING_COUNT)
TOKENS(report_kind, REPORT_KIND_COUNT)
TOKENS(delivery_state, DELIVERY_STATE_COUNT)
TOKENS(yes_no, ANSWER_NO + 1)
TOKENS(relationship, RELATIONSHIP_COUNT)
