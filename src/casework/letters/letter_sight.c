/* Whom a letter is for, and what each of them may read. */
#include "letter_sight.h"

#include "letter_reader.h"

/* Nobody's address stands in a letter to the family, and what a colleague typed stays among colleagues. */
static const struct sight sights[AUDIENCE_COUNT] = {
	[AUDIENCE_PROFESSIONAL] = {.case_details = true,
				   .births = true,
				   .who_is_who = true,
				   .own_child = true,
				   .all_children = true,
				   .people = true,
				   .for_whom = true,
				   .decisions = true,
				   .category = true,
				   .reasons = true,
				   .plan = true,
				   .record = true,
				   .restricted = true},
	[AUDIENCE_PARENT] = {.own_child = true,
			     .all_children = true,
			     .people = true,
			     .reports = true,
			     .meets_chair = true,
			     .decisions = true,
			     .category = true,
			     .reasons = true,
			     .plan = true,
			     .record = true},
	[AUDIENCE_FAMILY] =
		{.own_child = true, .all_children = true, .people = true, .meets_chair = true, .decisions = true},
	[AUDIENCE_CHILD] = {.own_child = true, .people = true, .meets_chair = true, .decisions = true},
	[AUDIENCE_COMPANION] = {.own_child = true, .all_children = true, .meets_chair = true},
	[AUDIENCE_GUEST] = {.own_child = false},
};

/* A form goes out to a colleague and comes back as a report, which the family reads: also who was not told when and
 * where. */
static const struct sight form = {
	.case_details = true, .births = true, .own_child = true, .all_children = true, .day_only = true};

/* Printed for everybody who is there, and taken home by them: nobody's birth date or address. */
static const struct sight room = {
	.own_child = true, .all_children = true, .decisions = true, .category = true, .reasons = true, .plan = true};

static bool is_parent(const struct invitee *reader)
{
	return reader->relationship == RELATIONSHIP_MOTHER || reader->relationship == RELATIONSHIP_FATHER ||
	       reader->parental_responsibility == ANSWER_YES;
}

enum audience letter_audience(const struct invitee *reader)
{
	if (letter_reader_is_colleague(reader))
		return AUDIENCE_PROFESSIONAL;
	switch (reader->capacity) {
	case CAPACITY_PROFESSIONAL: return reader->person_id ? AUDIENCE_FAMILY : AUDIENCE_COMPANION;
	case CAPACITY_CHILD: return AUDIENCE_CHILD;
	case CAPACITY_FAMILY: return is_parent(reader) ? AUDIENCE_PARENT : AUDIENCE_FAMILY;
	case CAPACITY_SUPPORTER:
	case CAPACITY_ADVOCATE:
	case CAPACITY_SOLICITOR:
	case CAPACITY_REPRESENTATIVE: return AUDIENCE_COMPANION;
	default: return AUDIENCE_GUEST;
	}
}

const struct sight *letter_sight(enum audience audience)
{
	return &sights[audience];
}

const struct sight *letter_form_sight(void)
{
	return &form;
}

const struct sight *letter_room_sight(void)
{
	return &room;
}
