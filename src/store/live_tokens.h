/* How the words of the day of a conference travel: one list of tokens for every table that holds them. Private to
 * src/store. */
#ifndef STORE_LIVE_TOKENS_H
#define STORE_LIVE_TOKENS_H

#include "domain/live.h"
#include "store/store.h"

/* outcome_tokens, participation_tokens, … */
#define X(type) extern const struct token_words type##_tokens;
DECISION_WORDS(X)
X(quorum_answer)
X(quorum_exception)
X(run_step)
X(run_item)
X(plan_action_state)
X(core_group_meeting_state)
X(record_state)
X(feedback_kind)
X(said_category) /* '' is CATEGORY_COUNT: not said */
#undef X

#endif
