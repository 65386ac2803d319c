/* The office that writes, and the conference itself but for when and where. */
#include "domain/plan_list.h"
#include "letter_facts_inside.h"
#include "store/conference_store.h"
#include "store/plan_store.h"

#include <string.h>

/* The unit's own name first; the council's, which stands above in every letter, is not said twice. */
static const char *office_address(const struct facts_work *w)
{
	const struct settings_office *office = &casework_settings(w->cw)->office;
	const char *lines = office->address ? office->address : "", *council = casework_authority(w->cw);
	size_t bytes = strcspn(lines, "\n");

	if (bytes == strlen(council) && strncmp(lines, council, bytes) == 0)
		lines += bytes + (lines[bytes] == '\n');
	if (!office->name || !*office->name || !*lines)
		return lines;
	return arena_printf(w->mem, "%s\n%s", office->name, lines);
}

void facts_of_office(struct facts_work *w)
{
	const struct settings_office *office = &casework_settings(w->cw)->office;
	const char *council = casework_authority(w->cw);

	facts_say(w, LETTER_FIELD_AUTHORITY_NAME, council);
	facts_say(w, LETTER_FIELD_AUTHORITY_ADDRESS, office_address(w));
	facts_say(w, LETTER_FIELD_AUTHORITY_PHONE, office->phone);
	facts_say(w, LETTER_FIELD_AUTHORITY_EMAIL, office->email);
	facts_say(w, LETTER_FIELD_AUTHORITY_COMPLAINTS, office->complaints);
	facts_say(w, LETTER_FIELD_SENDER_NAME, casework_user_name(w->cw));
	facts_say_day(w, LETTER_FIELD_DATE, casework_today(w->cw));
}

static bool say_strategy_day(struct facts_work *w)
{
	struct enquiry enquiry;

	if (!w->conference->enquiry_id)
		return true;
	if (!enquiry_by_id(w->cw->store, w->conference->enquiry_id, w->mem, &enquiry, w->f))
		return false;
	facts_say_day(w, LETTER_FIELD_STRATEGY_DAY, enquiry.strategy_on);
	return true;
}

static bool say_case_details(struct facts_work *w)
{
	struct family family;

	if (!w->sight->case_details)
		return true;
	if (!family_by_id(w->cw->store, w->conference->family_id, w->mem, &family, w->f))
		return false;
	facts_say(w, LETTER_FIELD_FAMILY_NAME, family.name);
	facts_say(w, LETTER_FIELD_CONFERENCE_REASON, w->conference->reason);
	return say_strategy_day(w);
}

/* That a baby is expected is told to nobody who may not read of the baby. */
enum conference_type facts_type_told(const struct facts_work *w)
{
	return w->conference->type == CONFERENCE_PRE_BIRTH && !w->knows_all_children ? CONFERENCE_INITIAL
										     : w->conference->type;
}

/* One that is held again is a review where a plan stands by then. */
static bool say_what_goes_before(struct facts_work *w)
{
	const struct conference *c = w->conference;
	struct conference before;
	struct plan_list plans = {0};
	bool is_again = c->type == CONFERENCE_SECOND || c->type == CONFERENCE_RECONVENED;
	bool is_review = c->type == CONFERENCE_REVIEW;

	if (is_again && !plans_of_family(w->cw->store, c->family_id, w->mem, &plans, w->f))
		return false;
	for (size_t i = 0; i < plans.count; i++)
		is_review = is_review || plan_is_ours(&plans.items[i]);
	facts_say_yes(w, LETTER_FIELD_IS_REVIEW, is_review);
	if (c->type != CONFERENCE_SECOND || !c->earlier_id)
		return true;
	if (!conference_by_id(w->cw->store, c->earlier_id, w->mem, &before, w->f))
		return false;
	facts_say_yes(w, LETTER_FIELD_IS_SECOND, true);
	facts_say_day(w, LETTER_FIELD_CONFERENCE_BEFORE, before.held_on);
	return true;
}

bool facts_of_conference(struct facts_work *w)
{
	const struct conference *c = w->conference;
	enum conference_type type = facts_type_told(w);

	facts_say(w, LETTER_FIELD_CONFERENCE_REFERENCE, c->reference);
	facts_say(w, LETTER_FIELD_CONFERENCE_TYPE, conference_type_brief(type));
	facts_say(w, LETTER_FIELD_CONFERENCE_CHAIR, c->chair);
	facts_say(w, LETTER_FIELD_CONFERENCE_CHAIR_TITLE, casework_policy(w->cw)->chair_title);
	facts_say(w, LETTER_FIELD_CONFERENCE_SOCIAL_WORKER, c->social_worker);
	facts_say_yes(w, LETTER_FIELD_IS_INITIAL, conference_type_is_initial(c->type));
	facts_say_yes(w, LETTER_FIELD_IS_PRE_BIRTH, type == CONFERENCE_PRE_BIRTH);
	return say_what_goes_before(w) && say_case_details(w);
}
