/* Saving a form about a core group: each by the verb it stands for. */
#include "core_group_fields.h"

#include "domain/clock_entry.h"

#include <string.h>

bool group_meeting(const struct group_form *form, struct core_group_meeting *out, struct fault *f)
{
	const struct group_values *v = &form->values;

	*out = form->meeting;
	out->starts = out->minutes = -1;
	if (!group_day(form, &out->day, f) ||
	    (*v->starts && !clock_entry_parse(&out->starts, v->starts, "Starts", f)) ||
	    (*v->length && !length_entry_parse(&out->minutes, v->length, "Length", f)))
		return false;
	out->place = v->place;
	out->late_reason = v->late_reason;
	out->moved_why = v->why;
	return true;
}

static bool save_held(struct group_form *form, struct fault *f)
{
	struct core_group_presence there[GROUP_MEMBERS_MOST];
	struct core_group_meeting one = form->meeting;

	if (!group_day(form, &one.day, f))
		return false;
	one.is_without_social_worker = strcmp(form->values.without_social_worker, "yes") == 0;
	one.is_inquorate = strcmp(form->values.inquorate, "yes") == 0;
	for (size_t i = 0; i < form->member_count; i++) {
		there[i] = (struct core_group_presence){.member_id = form->members[i], .note = ""};
		if (*form->values.there[i])
			attendance_state_from_token(form->values.there[i], &there[i].state);
	}
	return casework_core_group_held(form->cw, form->family, &one, there, form->member_count, f);
}

static bool save_of_meeting(struct group_form *form, struct fault *f)
{
	const struct group_values *v = &form->values;
	struct core_group_meeting one = form->meeting;
	struct core_group_meeting again;
	struct core_group_sent sent = {.meeting_id = one.id, .who = v->who, .how = v->how};

	switch (form->kind) {
	case GROUP_FORM_MISSED:
		return casework_core_group_missed(form->cw, form->family, one.id, one.version, v->why, f);
	case GROUP_FORM_CANCEL:
		return casework_core_group_cancel(form->cw, form->family, one.id, one.version, v->who, v->why, f);
	case GROUP_FORM_NOTES: one.notes = v->notes; return casework_core_group_notes(form->cw, form->family, &one, f);
	case GROUP_FORM_SENT:
		return group_day(form, &sent.sent_on, f) && casework_core_group_sent(form->cw, form->family, &sent, f);
	case GROUP_FORM_UNDO:
		return casework_core_group_undo(form->cw, form->family, one.id, one.version, v->why, &again, f);
	case GROUP_FORM_HELD: return save_held(form, f);
	default: return group_meeting(form, &one, f) && casework_core_group_book(form->cw, form->family, &one, f);
	}
}

static bool save_other(struct group_form *form, struct fault *f)
{
	const struct group_values *v = &form->values;
	struct core_group_member member = core_group_member_blank();
	struct plan_action action = form->action;
	day_number on;

	if (form->kind == GROUP_FORM_LEAVE)
		return group_day(form, &on, f) && casework_core_group_leave(form->cw, form->family, form->member.id,
									    form->member.version, on, v->why, f);
	if (form->kind == GROUP_FORM_JOIN) {
		member.name = v->who;
		member.role = v->how;
		return casework_core_group_join(form->cw, form->family, &member, f);
	}
	plan_action_state_from_token(v->state, &action.state);
	action.evidence = v->evidence;
	action.difference = v->difference;
	return casework_core_group_action(form->cw, form->family, form->said_at, &action, f);
}

bool group_save(struct group_form *form, struct fault *f)
{
	return form->kind < GROUP_FORM_JOIN ? save_of_meeting(form, f) : save_other(form, f);
}
