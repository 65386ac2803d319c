/* The texts of the form on a person, parsed into a record. */
#include "person_fields.h"
#include "person_hooks.h"

#include <stdio.h>
#include <string.h>

static bool parse_day(const struct date_context *context, const char *typed, const char *field, day_number *out,
		      struct fault *f)
{
	struct date_entry entry;

	*out = DAY_NONE;
	if (!typed[0])
		return true;
	if (!date_entry_parse(&entry, typed, context, f)) {
		if (f)
			snprintf(f->field, sizeof f->field, "%s", field);
		return false;
	}
	*out = entry.day;
	return true;
}

static enum yes_no answer_of(const char *token)
{
	return token[0] == 'y' ? ANSWER_YES : token[0] == 'n' ? ANSWER_NO : ANSWER_UNKNOWN;
}

static enum sex sex_of(const char *token)
{
	return token[0] == 'F' ? SEX_FEMALE : token[0] == 'M' ? SEX_MALE : SEX_UNKNOWN;
}

static bool parse_dates(const struct person_desk *desk, const struct person_values *v, struct person *p,
			struct address *a, struct fault *f)
{
	struct date_context birth = person_birth_context(desk), expected = person_expected_context(desk),
			    past = person_past_context(desk);

	return parse_day(&birth, v->born, "born", &p->born_on, f) &&
	       parse_day(&expected, v->born[0] ? "" : v->expected, "expected", &p->expected_on, f) &&
	       parse_day(&past, v->died, "died", &p->died_on, f) && parse_day(&past, v->since, "since", &a->from_on, f);
}

bool person_values_parse(const struct person_desk *desk, const struct person_values *values, struct person_record *out,
			 struct address *address, struct fault *f)
{
	struct person *p = &out->person;

	*out = desk->record;
	*address = (struct address){.lines = values->lines,
				    .postcode = values->postcode,
				    .to_on = DAY_NONE,
				    .confidential_from = values->keep_from};
	out->address = address;
	out->aliases = values->aliases;
	p->given_names = values->given_names;
	p->surname = values->surname;
	p->known_as = values->known_as;
	p->sex = sex_of(values->sex);
	p->la_child_id = values->la_child_id;
	p->upn = values->upn;
	p->nhs_number = values->nhs_number;
	p->language = values->language;
	p->needs_interpreter = values->interpreter[0] == 'y';
	p->signing = values->signing;
	p->access = values->access;
	p->phone = values->phone;
	p->email = values->email;
	p->reach_note = values->reach_note;
	if (!contact_way_from_token(values->reached_by, &p->reached_by))
		p->reached_by = CONTACT_BY_ANY;
	if (values->has_family && !values->was_child &&
	    !relationship_from_token(values->relationship, &out->relationship))
		return fault_field(f, "relationship", "Choose the relationship: Left and Right show all.");
	out->parental_responsibility = out->relationship == RELATIONSHIP_CHILD ? ANSWER_UNKNOWN
									       : answer_of(values->responsibility);
	return parse_dates(desk, values, p, address, f);
}

const char *person_field_of(const struct person_values *values, const char *field)
{
	static const char *const names[][2] = {
		{"given names", "given_names"},
		{"known as", "known_as"},
		{"also called", "aliases"},
		{"birth date", "born"},
		{"date of death", "died"},
		{"LA child id", "la_child_id"},
		{"UPN", "upn"},
		{"NHS number", "nhs_number"},
		{"access needs", "access"},
		{"how to reach", "reach_note"},
		{"address", "lines"},
		{"keep address from", "keep_from"},
		{"child", "relationship"},
	};

	if (strcmp(field, "expected date") == 0)
		return values->born[0] ? "born" : "expected";
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i][0], field) == 0)
			return names[i][1];
	return field;
}
