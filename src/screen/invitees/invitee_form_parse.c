/* The texts of the form on an invitee: from what was read, and back to an invitee. */
#include "invitee_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILL(member, text) snprintf(values->member, sizeof values->member, "%s", (text))

static const char *tick_of(enum yes_no answer)
{
	return answer == ANSWER_UNKNOWN ? "" : yes_no_token(answer);
}

static const char *who_is(const struct invitees_page *page, int64_t id)
{
	for (size_t i = 0; id && i < page->lines.count; i++)
		if (page->lines.items[i].invitee.id == id)
			return page->lines.items[i].who;
	return "";
}

static bool is_represented(const struct invitees_page *page, int64_t id)
{
	for (size_t i = 0; id && i < page->lines.count; i++) {
		const struct invitee *one = &page->lines.items[i].invitee;

		if (one->capacity == CAPACITY_REPRESENTATIVE && one->for_invitee_id == id)
			return true;
	}
	return false;
}

static void fill_part(struct invitee_values *values, const struct invitee *invitee)
{
	char day[DATE_TEXT_ROOM];

	FILL(involved, tick_of(invitee->involved));
	FILL(direct_contact, tick_of(invitee->direct_contact));
	if (invitee->sitting)
		snprintf(values->sitting, sizeof values->sitting, "%d", invitee->sitting);
	FILL(understanding, invitee->understanding);
	FILL(chair_invites, yes_no_token(invitee->chair_invites));
	FILL(advocate_offered_on,
	     invitee->advocate_offered_on == DAY_NONE ? "" : date_plain(invitee->advocate_offered_on, day));
	FILL(other_way, invitee->other_way);
}

void invitee_values_fill(struct invitee_values *values, const struct invitee_desk *desk)
{
	const struct invitee *invitee = &desk->invitee;

	*values = (struct invitee_values){.is_typed = !invitee->person_id && !invitee->contact_id,
					  .is_person = invitee->person_id != 0,
					  .is_child = invitee->capacity == CAPACITY_CHILD,
					  .has_sittings = desk->page.sittings.count != 0,
					  .has_stand_in = is_represented(&desk->page, invitee->id)};
	FILL(name, invitee->name);
	FILL(capacity, capacity_token(invitee->capacity));
	FILL(agency, invitee->agency);
	FILL(role, invitee->role);
	FILL(comes_for, who_is(&desk->page, invitee->for_invitee_id));
	FILL(represented_why, invitee->represented_why);
	FILL(method, invite_method_token(invitee->method));
	FILL(email, invitee->email);
	FILL(phone, invitee->phone);
	FILL(address, invitee->address);
	FILL(language, invitee->language);
	FILL(signing, invitee->signing);
	FILL(access, invitee->access);
	FILL(childcare, invitee->childcare);
	FILL(transport, invitee->transport);
	fill_part(values, invitee);
}

static enum yes_no answer_of(const char *token)
{
	return token[0] == 'y' ? ANSWER_YES : token[0] == 'n' ? ANSWER_NO : ANSWER_UNKNOWN;
}

static bool parse_comes_for(const struct invitee_desk *desk, const char *typed, int64_t *out, struct fault *f)
{
	*out = 0;
	if (!typed[0])
		return true;
	for (size_t i = 0; i < desk->page.lines.count; i++)
		if (strcmp(desk->page.lines.items[i].who, typed) == 0)
			*out = desk->page.lines.items[i].invitee.id;
	return *out || fault_field(f, "for", "\"%s\" is not on this list: type two letters and choose.", typed);
}

static bool parse_day(const struct invitee_desk *desk, const char *typed, day_number *out, struct fault *f)
{
	struct date_context context = invitee_past_context(desk);
	struct date_entry entry;

	*out = DAY_NONE;
	if (!typed[0])
		return true;
	if (!date_entry_parse(&entry, typed, &context, f)) {
		if (f)
			snprintf(f->field, sizeof f->field, "advocate_offered_on");
		return false;
	}
	*out = entry.day;
	return true;
}

static void parse_needs(const struct invitee_values *values, struct invitee *out)
{
	out->language = values->language;
	out->signing = values->signing;
	out->access = values->access;
	out->childcare = values->childcare;
	out->transport = values->transport;
	out->sitting = atoi(values->sitting);
	out->understanding = values->understanding;
	out->other_way = values->other_way;
	out->direct_contact = answer_of(values->direct_contact);
	out->involved = answer_of(values->involved);
	out->chair_invites = values->chair_invites[0] == 'u' ? ANSWER_UNKNOWN : answer_of(values->chair_invites);
}

bool invitee_values_parse(const struct invitee_desk *desk, const struct invitee_values *values, struct invitee *out,
			  struct fault *f)
{
	*out = desk->invitee;
	if (!values->is_child && !capacity_from_token(values->capacity, &out->capacity))
		return fault_field(f, "capacity", "Choose as what they come: Left and Right show all.");
	if (!invite_method_from_token(values->method, &out->method))
		return fault_field(f, "method", "Choose how they are reached: Left and Right show all.");
	if (values->is_typed) {
		out->name = values->name;
		out->agency = values->agency;
		out->role = values->role;
	}
	out->email = values->email;
	out->phone = values->phone;
	out->address = values->address;
	out->represented_why = values->represented_why;
	parse_needs(values, out);
	return parse_comes_for(desk, values->comes_for, &out->for_invitee_id, f) &&
	       parse_day(desk, values->advocate_offered_on, &out->advocate_offered_on, f);
}

bool invitee_values_stand_in(const struct invitee_desk *desk, const struct invitee_values *values, struct invitee *out)
{
	if (!values->stand_in[0] || values->has_stand_in || values->is_child ||
	    strcmp(values->capacity, capacity_token(CAPACITY_FAMILY)) != 0)
		return false;
	*out = invitee_blank();
	out->conference_id = desk->page.conference.id;
	out->capacity = CAPACITY_REPRESENTATIVE;
	out->name = values->stand_in;
	out->represented_why = values->represented_why;
	out->method = METHOD_TELEPHONE;
	out->for_invitee_id = desk->invitee.id;
	return true;
}
