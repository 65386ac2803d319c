/* Correcting a person by hand: details, other names, address and place in a family, as one save with one audit row. */
#include "casework/people.h"

#include "deadline_keeping.h"
#include "people_keeping.h"
#include "person_check.h"

#include "base/text.h"
#include "staff_matching.h"
#include "store/family_store.h"
#include "store/parent_store.h"
#include "store/person_store.h"

#include <string.h>

/* A save while it is being made. */
struct saving {
	struct casework *cw;
	struct arena mem;
	struct person person;
	struct member_list of; /* where the person belongs, the present first */
	const char *said;      /* "name, address"; "" while nothing differs */
};

static void say(struct saving *in, bool differs, const char *part)
{
	if (differs)
		in->said = arena_joined(&in->mem, in->said, ", ", part);
}

static bool differ(const char *a, const char *b)
{
	return strcmp(a, b) != 0;
}

/* Which parts changed, by name of the part: the log needs no second copy of what they say. */
static void say_parts(struct saving *in, const struct person *a)
{
	const struct person *b = &in->person;

	say(in, differ(a->surname, b->surname) || differ(a->given_names, b->given_names), "name");
	say(in, differ(a->known_as, b->known_as), "known as");
	say(in, a->born_on != b->born_on, "birth date");
	say(in, a->expected_on != b->expected_on, "expected date");
	say(in, a->died_on != b->died_on, "date of death");
	say(in, a->sex != b->sex, "sex");
	say(in, differ(a->la_child_id, b->la_child_id), "LA child id");
	say(in, differ(a->upn, b->upn) || differ(a->upn_unknown, b->upn_unknown), "UPN");
	say(in, differ(a->nhs_number, b->nhs_number), "NHS number");
	say(in, differ(a->ethnicity, b->ethnicity), "ethnicity");
	say(in, differ(a->disabilities, b->disabilities), "disability");
	say(in, differ(a->language, b->language) || a->needs_interpreter != b->needs_interpreter, "language");
	say(in, differ(a->signing, b->signing) || differ(a->access, b->access), "signing or access needs");
	say(in, differ(a->phone, b->phone) || differ(a->email, b->email), "telephone or e-mail");
	say(in, a->reached_by != b->reached_by || differ(a->reach_note, b->reach_note), "how to reach");
}

static bool is_child_now(const struct member_list *of)
{
	return of->count > 0 && of->items[0].relationship == RELATIONSHIP_CHILD && of->items[0].ended_on == DAY_NONE;
}

static bool save_details(struct saving *in, struct fault *f)
{
	struct casework *cw = in->cw;
	struct person *p = &in->person, before;

	if (!people_may_see_person(cw, p->id, f) || !person_by_id(cw->store, p->id, &in->mem, &before, f) ||
	    !members_of_person(cw->store, p->id, &in->mem, &in->of, f))
		return false;
	p->reference = before.reference;
	if (!person_tidy(p, &in->mem, f) || !person_check(p, is_child_now(&in->of), cw->today, f) ||
	    !people_la_child_id_is_free(cw, p, &in->mem, f) || !person_save(cw->store, p, f))
		return false;
	say_parts(in, &before);
	return (p->born_on == before.born_on && p->expected_on == before.expected_on) ||
	       deadlines_of_birth(cw, p->id, f);
}

/* "Kwame Mensah, K. Owusu", one row a name. */
static bool save_aliases(struct saving *in, const char *names, struct fault *f)
{
	struct alias alias = {.person_id = in->person.id};
	const char *kept;

	if (!names)
		return true;
	if (!field_tidy(&names, "also called", &in->mem, f) ||
	    !people_aliases(in->cw, in->person.id, &in->mem, &kept, f))
		return false;
	if (strcmp(kept, names) == 0)
		return true;
	say(in, true, "other names");
	if (!aliases_drop(in->cw->store, in->person.id, f))
		return false;
	for (const char *at = names; *(at += strspn(at, ", ")); at += strcspn(at, ",")) {
		alias.name = text_tidy(&in->mem, arena_text_n(&in->mem, at, strcspn(at, ",")), false);
		if (!alias_insert(in->cw->store, &alias, f))
			return false;
	}
	return true;
}

static bool check_since(struct saving *in, const struct address *now, const struct address *kept, struct fault *f)
{
	char day[DATE_TEXT_ROOM];

	if (now->from_on != DAY_NONE && now->from_on > in->cw->today)
		return fault_field(f, "since", "%s is still to come: change the address when the move has happened.",
				   date_plain(now->from_on, day));
	if (kept && kept->from_on != DAY_NONE && now->from_on != DAY_NONE && now->from_on < kept->from_on &&
	    !address_is_same_place(now, kept))
		return fault_field(f, "since", "The address kept is since %s: give a later day for the new one.",
				   date_plain(kept->from_on, day));
	return true;
}

static bool end_address(struct saving *in, struct address *kept, day_number on, struct fault *f)
{
	say(in, true, "address");
	kept->to_on = on;
	return address_save(in->cw->store, kept, f);
}

/* Another place since a later day is a move, which ends what is kept; everything else corrects it. */
static bool save_address_over(struct saving *in, struct address *now, struct address *kept, struct fault *f)
{
	bool is_other_place = !address_is_same_place(now, kept);
	bool is_later = now->from_on != DAY_NONE && now->from_on != kept->from_on;

	if (!*now->lines && !*now->postcode)
		return end_address(in, kept, in->cw->today, f);
	if (is_other_place && is_later)
		return end_address(in, kept, now->from_on, f) && address_insert(in->cw->store, now, f);
	if (!is_other_place && !is_later && now->from_on == kept->from_on &&
	    !differ(now->confidential_from, kept->confidential_from))
		return true;
	say(in, is_other_place || now->from_on != kept->from_on, "address");
	say(in, differ(now->confidential_from, kept->confidential_from), "whom the address is kept from");
	now->id = kept->id;
	now->to_on = DAY_NONE;
	return address_save(in->cw->store, now, f);
}

static bool save_address(struct saving *in, const struct address *address, struct fault *f)
{
	struct address now, *kept = NULL;
	struct address_list all;

	if (!address)
		return true;
	now = *address;
	now.person_id = in->person.id;
	now.to_on = DAY_NONE;
	if (!address_tidy(&now, &in->mem, f) || !addresses_of(in->cw->store, in->person.id, &in->mem, &all, f))
		return false;
	if (all.count && all.items[0].to_on == DAY_NONE)
		kept = &all.items[0];
	if (!check_since(in, &now, kept, f))
		return false;
	if (kept)
		return save_address_over(in, &now, kept, f);
	if (!*now.lines && !*now.postcode)
		return true;
	say(in, true, "address");
	return address_insert(in->cw->store, &now, f);
}

static bool save_membership(struct saving *in, const struct person_record *record, struct fault *f)
{
	struct member now = {.family_id = record->family_id,
			     .person_id = in->person.id,
			     .relationship = record->relationship,
			     .parental_responsibility = record->parental_responsibility};

	for (size_t i = 0; record->family_id && i < in->of.count; i++) {
		const struct member *kept = &in->of.items[i];

		if (kept->family_id != now.family_id)
			continue;
		if ((kept->relationship == RELATIONSHIP_CHILD) != (now.relationship == RELATIONSHIP_CHILD))
			return fault_field(f, "relationship",
					   "A child of the family stays its child, and an adult does not become one: "
					   "end this membership and add the person anew.");
		say(in, kept->relationship != now.relationship, "relationship");
		say(in, kept->parental_responsibility != now.parental_responsibility, "parental responsibility");
		/* Said of the adult, it holds for each child that is theirs. */
		return member_save(in->cw->store, &now, f) &&
		       (kept->parental_responsibility == now.parental_responsibility ||
			parent_of_responsibility(in->cw->store, now.family_id, now.person_id,
						 now.parental_responsibility, f));
	}
	return record->family_id == 0 ||
	       fault_field(f, "relationship", "%s does not belong to this family: look at the family again.",
			   in->person.reference);
}

bool casework_person_save(struct casework *cw, const struct person_record *record, struct fault *f)
{
	struct saving in = {.cw = cw, .person = record->person, .said = ""};
	bool ok;

	if (!work_begin(cw, ACTION_RECORD_PEOPLE, f))
		return false;
	ok = save_details(&in, f) && save_aliases(&in, record->aliases, f) && people_index(cw, &in.person, f) &&
	     save_address(&in, record->address, f) && save_membership(&in, record, f) &&
	     staff_match_person(cw, in.person.id, f) &&
	     (!arena_exhausted(&in.mem) ||
	      fault_set(f, FAULT_MEMORY, "There is not enough memory to save these details."));
	ok = ok ? work_end(cw, f, "person.save", SUBJECT_PERSON, in.person.id,
			   in.of.count ? in.of.items[0].family_id : 0, "changed: %s", *in.said ? in.said : "nothing")
		: work_undo(cw);
	arena_finish(&in.mem);
	return ok;
}
