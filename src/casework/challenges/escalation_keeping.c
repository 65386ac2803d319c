/* Reaching an escalation, and the clocks of its stages. */
#include "escalation_keeping.h"

#include "own_conference.h"
#include "store/escalation_store.h"

bool escalation_reach(struct casework *cw, enum action action, int64_t id, struct arena *mem, struct escalation *out,
		      struct conference *conference, struct fault *f)
{
	bool may = false;

	if (!escalation_by_id(cw->store, id, mem, out, f) || !work_may_see_family(cw, out->family_id, &may, f))
		return false;
	if (!may)
		return fault_set(
			f, FAULT_NOT_FOUND,
			"This escalation is not in the case file any more. Open the list of escalations again.");
	return conference_reach_for(cw, action, out->conference_id, mem, conference, f);
}

enum rule_key escalation_rule(int stage)
{
	static const enum rule_key rules[ESCALATION_STAGES] = {RULE_ESCALATION_1, RULE_ESCALATION_2, RULE_ESCALATION_3};

	return rules[stage < 1 ? 0 : stage > ESCALATION_STAGES ? ESCALATION_STAGES - 1 : stage - 1];
}

const char *escalation_stage_words(int stage, struct arena *mem)
{
	return arena_printf(mem, "stage %d of %d, %s", stage, ESCALATION_STAGES, escalation_stage_label(stage));
}
