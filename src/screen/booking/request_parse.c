/* The request form's texts, parsed into a request. */
#include "request_parse.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

struct date_context request_past_context(const struct request_desk *desk)
{
	return (struct date_context){
		.kind = DATE_FIELD_PAST,
		.today = casework_today(desk->cw),
		.calendar = casework_calendar(desk->cw),
		.label = "The date",
	};
}

struct date_context request_any_context(const struct request_desk *desk)
{
	struct date_context context = request_past_context(desk);

	context.kind = DATE_FIELD_ANY;
	return context;
}

/* "10 8 2026" in the future can only be when a child is due. */
static bool due_without_saying(const struct date_context *birth, const char *typed, struct date_entry *out)
{
	const day_number longest = 45 * 7; /* no pregnancy is due later than that */
	struct date_context context = *birth;

	context.kind = DATE_FIELD_EXPECTED;
	return strpbrk(typed, "0123456789") && date_entry_parse(out, typed, &context, NULL) &&
	       out->day > birth->today && out->day <= birth->today + longest && out->precision == DATE_EXACT;
}

bool request_born_parse(const struct request_desk *desk, const char *typed, struct person *out, struct fault *f)
{
	struct date_context context = request_past_context(desk);
	struct date_entry entry;
	bool is_due = strncasecmp(typed, "due", 3) == 0 || strncasecmp(typed, "edd", 3) == 0;

	context.kind = is_due ? DATE_FIELD_EXPECTED : DATE_FIELD_BIRTH;
	context.label = is_due ? "Expected date of delivery" : "Date of birth";
	out->born_on = out->expected_on = DAY_NONE;
	if (is_due)
		for (typed += 3; *typed == ' ' || *typed == ':'; typed++)
			;
	if (!date_entry_parse(&entry, typed, &context, f)) {
		if (is_due || !due_without_saying(&context, typed, &entry))
			return false;
		is_due = true;
	}
	if (is_due)
		out->expected_on = entry.day;
	else
		out->born_on = entry.day;
	return true;
}

bool request_child_parse(const struct request_desk *desk, const struct request_values *values, int n, struct arena *mem,
			 struct person *out, struct fault *f)
{
	const struct new_child_values *child = &values->fresh[n];

	*out = (struct person){.died_on = DAY_NONE,
			       .sex = child->sex[0] == 'F'   ? SEX_FEMALE
				      : child->sex[0] == 'M' ? SEX_MALE
							     : SEX_UNKNOWN};
	if (!request_born_parse(desk, child->born, out, f)) {
		if (f)
			snprintf(f->field, sizeof f->field, "born_%d", n + 1);
		return false;
	}
	out->given_names = arena_text(mem, child->given);
	out->surname = arena_text(mem, child->surname);
	if (!out->surname[0] && (!out->given_names[0] || desk->family_id == 0))
		out->surname = arena_text(mem, desk->family_id ? "" : values->family);
	if (!out->surname[0] && desk->known.count)
		out->surname = arena_text(mem, desk->known.items[0].person.surname);
	out->reference = out->la_child_id = out->upn = out->upn_unknown = out->nhs_number = "";
	out->known_as = out->ethnicity = out->disabilities = out->language = out->phone = out->email = "";
	return true;
}

static bool parse_children(struct request_desk *desk, const struct request_values *values, struct arena *mem,
			   struct request *out, struct fault *f)
{
	struct request_child *children = arena_alloc(mem, (KNOWN_CHILDREN_MOST + NEW_CHILDREN_MOST) * sizeof *children);
	size_t count = 0;

	if (!children)
		return fault_set(f, FAULT_MEMORY, "There is no memory for the children of this request.");
	for (size_t i = 0; i < desk->known.count && i < KNOWN_CHILDREN_MOST; i++)
		if (values->known[i][0] == 'y')
			children[count++].person_id = desk->known.items[i].person.id;
	for (int n = 0; n < NEW_CHILDREN_MOST; n++) {
		const struct new_child_values *child = &values->fresh[n];

		if (!child->given[0] && !child->surname[0] && !child->born[0])
			continue;
		children[count].is_another = desk->alike[n].is_another;
		if (!request_child_parse(desk, values, n, mem, &children[count++].person, f))
			return false;
	}
	out->children = children;
	out->child_count = count;
	return true;
}

bool request_day_parse(const struct request_desk *desk, const char *typed, const char *field, bool asked,
		       day_number *out, struct fault *f)
{
	const bool may_come = strcmp(field, "moved") == 0 || strcmp(field, "until") == 0;
	struct date_context context = may_come ? request_any_context(desk) : request_past_context(desk);
	struct date_entry entry;

	*out = DAY_NONE;
	if (!asked || !typed[0])
		return true;
	if (!date_entry_parse(&entry, typed, &context, f)) {
		if (f)
			snprintf(f->field, sizeof f->field, "%s", field);
		return false;
	}
	*out = entry.day;
	return true;
}

bool request_worker_named(const struct request_desk *desk, const char *typed, struct arena *mem, int64_t *out,
			  struct fault *f)
{
	struct contact_list contacts = {0};

	*out = 0;
	if (!typed[0])
		return true;
	if (!casework_contacts(desk->cw, typed, "social care", mem, &contacts, f))
		return false;
	for (size_t i = 0; i < contacts.count; i++)
		if (strcmp(contacts.items[i].name, typed) == 0)
			*out = contacts.items[i].id;
	return true;
}

bool request_values_parse(struct request_desk *desk, const struct request_values *values, struct arena *mem,
			  struct request *out, struct fault *f)
{
	bool asks_discussion = !values->is_transfer && !values->is_review;
	bool is_referred = values->is_transfer && !values->is_for_a_time;

	*out = (struct request){
		.family_id = desk->family_id,
		.family_name = values->family,
		.enquiry_id = desk->enquiry_id,
		.reason = values->reason,
		.social_worker = values->social_worker,
		.interpreter = values->interpreter,
		.signing = values->signing,
		.access = values->access,
		.sittings = values->sittings,
		.avoid = values->avoid,
		.source = SOURCE_TYPED,
	};
	if (values->type[0] && !conference_type_from_token(values->type, &out->type))
		return fault_field(f, "type", "Choose the type: i initial, p pre-birth, t transfer in, r review.");
	return parse_children(desk, values, mem, out, f) &&
	       request_day_parse(desk, values->strategy, "strategy", asks_discussion, &out->strategy_on, f) &&
	       request_day_parse(desk, values->notified, "notified", values->is_transfer, &out->transfer_notified_on,
				 f) &&
	       request_day_parse(desk, values->referred, "referred", is_referred, &out->transfer_referred_on, f) &&
	       request_day_parse(desk, values->accepted, "accepted", is_referred, &out->transfer_accepted_on, f) &&
	       request_day_parse(desk, values->moved, "moved", values->is_transfer, &out->transfer_moved_on, f) &&
	       request_worker_named(desk, values->social_worker, mem, &out->social_worker_id, f);
}
