/* How the words of the day of a conference travel: one list of tokens for every table that holds them. */
#include "live_tokens.h"

#define TOKENS(type, many)                                                                                             \
	static const char *type##_word(int value)                                                                      \
	{                                                                                                              \
		return type##_token((enum type)value);                                                                 \
	}                                                                                                              \
	const struct token_words type##_tokens = {type##_word, (many)};

TOKENS(outcome, OUTCOME_COUNT)
TOKENS(plan_end_reason, PLAN_END_COUNT)
TOKENS(participation, PARTICIPATION_COUNT)
TOKENS(opinion, OPINION_COUNT)
TOKENS(recommendation_kind, RECOMMENDATION_COUNT)
TOKENS(attendance_state, ATTENDANCE_COUNT)
TOKENS(quorum_answer, QUORUM_ANSWER_COUNT)
TOKENS(quorum_exception, QUORUM_EXCEPTION_COUNT)
TOKENS(run_step, RUN_STEP_COUNT)
TOKENS(run_item, RUN_ITEM_COUNT)
TOKENS(plan_action_state, PLAN_ACTION_STATE_COUNT)
TOKENS(core_group_meeting_state, CORE_GROUP_MEETING_STATE_COUNT)
TOKENS(record_state, RECORD_STATE_COUNT)
TOKENS(feedback_kind, FEEDBACK_KIND_COUNT)

static const char *said_category_word(int value)
{
	return category_token((enum category)value);
}
const struct token_words said_category_tokens = {said_category_word, CATEGORY_COUNT + 1};
