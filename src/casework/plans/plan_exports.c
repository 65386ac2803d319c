/* What goes out of the program as a list: children on plans, actions that are overdue. */
#include "casework/family_plan.h"
#include "casework/plan_list.h"
#include "own_conference.h"

/* The look inside leaves no row of its own: the outermost says what was shown, and that it went out. */
bool casework_export_plans(struct casework *cw, day_number day, struct arena *mem, struct plan_list_line_list *out,
			   struct fault *f)
{
	char words[DATE_TEXT_ROOM];

	*out = (struct plan_list_line_list){0};
	if (!conference_right_for_all(cw, ACTION_EXPORT, f) || !look_begin(cw, ACTION_EXPORT, f))
		return false;
	if (!casework_plan_list_as_at(cw, day, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "export.plans", SUBJECT_NONE, 0, 0, "%zu on a plan on %s", out->count,
			date_plain(day == DAY_NONE ? cw->today : day, words));
}

bool casework_export_actions(struct casework *cw, struct arena *mem, struct overdue_lines *out, struct fault *f)
{
	*out = (struct overdue_lines){0};
	if (!conference_right_for_all(cw, ACTION_EXPORT, f) || !look_begin(cw, ACTION_EXPORT, f))
		return false;
	if (!casework_overdue_actions(cw, 0, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "export.actions", SUBJECT_NONE, 0, 0, "%zu overdue", out->count);
}
