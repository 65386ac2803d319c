/* Changing what is kept of an invitee, taking somebody off the list, and their answer. */
#include "casework/invitees.h"

#include "booking_check.h"
#include "change_notice.h"
#include "invitee_check.h"
#include "invitee_reading.h"
#include "invitee_words.h"
#include "replies_keeping.h"
#include "report_keeping.h"
#include "report_progress.h"
#include "represented.h"
#include "store/invitee_store.h"
#include "store/live_store.h"
#include "store/view_store.h"
#include "words_tidy.h"

/* What this form may change: not the answer, the exclusion, what they were told or who they are. */
static void take_over(struct invitee *kept, const struct invitee *typed)
{
	kept->for_invitee_id = typed->for_invitee_id;
	kept->capacity = typed->capacity;
	kept->name = kept->person_id || kept->contact_id ? kept->name : typed->name;
	kept->agency = typed->agency;
	kept->role = typed->role;
	kept->email = typed->email;
	kept->phone = typed->phone;
	kept->address = typed->address;
	kept->method = typed->method;
	kept->direct_contact = typed->direct_contact;
	kept->involved = typed->involved;
	kept->language = typed->language;
	kept->signing = typed->signing;
	kept->access = typed->access;
	kept->childcare = typed->childcare;
	kept->transport = typed->transport;
	kept->sitting = typed->sitting;
	kept->represented_why = typed->represented_why;
	kept->understanding = typed->understanding;
	kept->chair_invites = typed->chair_invites;
	kept->advocate_offered_on = typed->advocate_offered_on;
	kept->other_way = typed->other_way;
}

static bool check_change(struct casework *cw, const struct conference *conference, const struct invitee *was,
			 const struct invitee *kept, struct arena *mem, struct fault *f)
{
	struct invitee_place place;

	if (!invitee_place_read(cw, conference, mem, &place, f))
		return false;
	if ((was->capacity == CAPACITY_CHILD) != (kept->capacity == CAPACITY_CHILD))
		return fault_field(f, "capacity", "%s is on the list as %s, and stays so.", was->shown_name,
				   capacity_label(was->capacity));
	if (!kept->person_id && !kept->contact_id && !*kept->name)
		return fault_field(f, "name", "Name who is to come.");
	return invitee_check(cw, &place, kept, f);
}

static bool save_in(struct casework *cw, const struct invitee *typed, struct arena *mem, struct invitee *kept,
		    struct conference *conference, struct fault *f)
{
	struct invitee tidy = *typed, was;
	struct report_progress before;

	if (!invitee_tidy(&tidy, mem, f) || !invitee_reach(cw, typed->id, typed->version, mem, &was, conference, f) ||
	    !invitees_may_change(conference, f) || !report_progress_read(cw, conference, mem, &before, f))
		return false;
	*kept = was;
	take_over(kept, &tidy);
	if (was.capacity == CAPACITY_PROFESSIONAL && kept->capacity != CAPACITY_PROFESSIONAL)
		kept->involved = ANSWER_NO; /* who comes as something else owes no report */
	return check_change(cw, conference, &was, kept, mem, f) && invitee_save(cw->store, kept, f) &&
	       represented_keep(cw, kept, mem, f) && invitee_by_id(cw->store, kept->id, mem, kept, f) &&
	       report_owed_keep(cw, conference, kept, mem, f) && report_progress_keep(cw, conference, &before, mem, f);
}

bool casework_invitee_save(struct casework *cw, struct invitee *invitee, struct fault *f)
{
	struct arena mem = {0};
	struct invitee kept;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = save_in(cw, invitee, &mem, &kept, &c, f);
	ok = ok ? work_end(cw, f, "invitee.save", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: %s (invitation %lld), by %s%s", c.reference, invitee_as(&kept), (long long)kept.id,
			   invite_method_label(kept.method),
			   kept.involved == ANSWER_NO ? ", not involved: no report is owed" : "")
		: work_undo(cw);
	if (ok)
		invitee->version = kept.version;
	arena_finish(&mem);
	return ok;
}

/* --- Taken off the list --- */

static bool take_off(struct casework *cw, struct invitee *invitee, const char *why, struct fault *f)
{
	invitee->is_withdrawn = true;
	invitee->withdrawn_why = why;
	return invitee_save(cw->store, invitee, f);
}

static bool says_anything(const struct view *view)
{
	return view->at_risk != OPINION_NONE || view->plan != OPINION_NONE || view->is_dissent || *view->why;
}

/* Whoever came, or whose view was written down, stays: off the list they would be in no record, with all they said. */
static bool check_took_part(struct casework *cw, const struct invitee *invitee, struct arena *mem, struct fault *f)
{
	struct attendance_list attendances;
	struct view_list views;
	bool took_part = false;

	if (!attendances_of(cw->store, invitee->conference_id, mem, &attendances, f) ||
	    !views_of(cw->store, invitee->conference_id, mem, &views, f))
		return false;
	for (size_t i = 0; i < attendances.count; i++)
		took_part |= attendances.items[i].invitee_id == invitee->id &&
			     (attendance_is_present(attendances.items[i].state) ||
			      attendances.items[i].state == ATTENDANCE_DEPUTY);
	for (size_t i = 0; i < views.count; i++)
		took_part |= views.items[i].invitee_id == invitee->id && says_anything(&views.items[i]);
	return !took_part ||
	       fault_set(f, FAULT_REFUSED,
			 "%s took part in this conference and stays on its list: mark when they left, or, "
			 "where it was a slip, clear their attendance and views first.",
			 invitee->shown_name);
}

/* Whoever comes for this person alone has nobody to come for any more. */
static bool take_off_company(struct casework *cw, const struct invitee *invitee, const char *why, struct arena *mem,
			     size_t *company, struct fault *f)
{
	struct invitee_list all;

	*company = 0;
	if (!invitees_of(cw->store, invitee->conference_id, false, mem, &all, f))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		if (all.items[i].for_invitee_id != invitee->id)
			continue;
		if (!check_took_part(cw, &all.items[i], mem, f) || !take_off(cw, &all.items[i], why, f))
			return false;
		(*company)++;
	}
	return true;
}

static bool remove_in(struct casework *cw, int64_t id, int64_t version, const char **why, struct arena *mem,
		      struct invitee *invitee, struct conference *conference, size_t *company, struct fault *f)
{
	struct report_progress before;
	bool were_in;

	if (!words_tidy(why, "why", true, mem, f) || !invitee_reach(cw, id, version, mem, invitee, conference, f) ||
	    !invitees_may_change(conference, f) || !check_took_part(cw, invitee, mem, f))
		return false;
	if (!text_is_given(*why))
		return fault_field(f, "why", "Say why %s is taken off the list: it is kept in the history.",
				   invitee->shown_name);
	if (!report_progress_read(cw, conference, mem, &before, f) ||
	    !replies_are_in(cw, conference->id, mem, &were_in, f))
		return false;
	return take_off(cw, invitee, *why, f) && represented_keep(cw, invitee, mem, f) &&
	       take_off_company(cw, invitee, *why, mem, company, f) &&
	       report_progress_keep(cw, conference, &before, mem, f) && replies_keep(cw, conference, were_in, mem, f) &&
	       change_notice_open(cw, conference, f);
}

bool casework_invitee_remove(struct casework *cw, int64_t id, int64_t version, const char *why, struct fault *f)
{
	struct arena mem = {0};
	struct invitee invitee;
	struct conference c;
	size_t company = 0;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = remove_in(cw, id, version, &why, &mem, &invitee, &c, &company, f);
	ok = ok ? work_end(cw, f, "invitee.remove", SUBJECT_CONFERENCE, c.id, c.family_id, "%s: invitation %lld%s: %s",
			   c.reference, (long long)id, company ? " and whoever comes for them" : "", why)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- The answer --- */

static bool tidy_answer(struct invitee_answer *answer, struct arena *mem, struct fault *f)
{
	return words_tidy(&answer->how, "how", false, mem, f) && words_tidy(&answer->note, "note", true, mem, f) &&
	       words_tidy(&answer->deputy, "deputy", false, mem, f);
}

static bool check_answer(const struct casework *cw, const struct invitee *invitee, const struct invitee_answer *answer,
			 struct fault *f)
{
	if (answer->reply == REPLY_NONE)
		return true;
	if (answer->on == DAY_NONE)
		return fault_field(f, "on", "Enter the day of the answer.");
	if (answer->on > casework_today(cw))
		return fault_field(f, "on", "The day of the answer is in the future.");
	if (answer->reply == REPLY_DEPUTY && !*answer->deputy)
		return fault_field(f, "deputy", "Name who comes in place of %s.", invitee->shown_name);
	if (answer->reply == REPLY_COMING && invitee->exclusion == EXCLUSION_WHOLE)
		return fault_field(f, "reply", "%s is excluded from all of it: end the exclusion first.",
				   invitee->shown_name);
	return true;
}

static void take_answer(struct invitee *invitee, const struct invitee_answer *answer)
{
	bool given = answer->reply != REPLY_NONE;

	invitee->reply = answer->reply;
	invitee->reply_on = given ? answer->on : DAY_NONE;
	invitee->reply_how = given ? answer->how : "";
	invitee->reply_note = given ? answer->note : "";
	invitee->deputy = answer->reply == REPLY_DEPUTY ? answer->deputy : "";
}

static bool answer_in(struct casework *cw, int64_t id, int64_t version, const struct invitee_answer *answer,
		      struct arena *mem, struct invitee *invitee, struct conference *conference, struct fault *f)
{
	struct invitee_answer tidy = *answer;
	bool were_in;

	if (!tidy_answer(&tidy, mem, f) || !invitee_reach(cw, id, version, mem, invitee, conference, f) ||
	    !check_answer(cw, invitee, &tidy, f) || !replies_are_in(cw, conference->id, mem, &were_in, f))
		return false;
	take_answer(invitee, &tidy);
	return invitee_save(cw->store, invitee, f) && replies_keep(cw, conference, were_in, mem, f);
}

bool casework_invitee_answer(struct casework *cw, int64_t id, int64_t version, const struct invitee_answer *answer,
			     struct fault *f)
{
	struct arena mem = {0};
	struct invitee invitee;
	struct conference c;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = answer_in(cw, id, version, answer, &mem, &invitee, &c, f);
	ok = ok ? work_end(cw, f, "invitee.answer", SUBJECT_CONFERENCE, c.id, c.family_id,
			   "%s: %s (invitation %lld): %s", c.reference, invitee_as(&invitee), (long long)id,
			   reply_label(answer->reply))
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}
