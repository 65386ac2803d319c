/* Families made at random, with a word of its own in every field that somebody must not read, and who may. */
#ifndef TESTS_RANDOM_FAMILY_H
#define TESTS_RANDOM_FAMILY_H

#include "booking_steps.h"
#include "casework/whose_child.h"
#include "store/conference_store.h"
#include "store/directory_store.h"
#include "store/family_store.h"
#include "store/invitee_store.h"
#include "store/parent_store.h"
#include "store/person_store.h"
#include "store/report_store.h"
#include "work.h"

#include <stdlib.h>

/* Who may read a word. */
enum kept_for {
	FOR_NOBODY,     /* no letter at all */
	FOR_OWN,        /* the invitee it belongs to */
	FOR_COLLEAGUES, /* professionals */
	FOR_OWN_OR_COLLEAGUES,
	FOR_INTERPRETER,    /* the invitee it belongs to, and who interprets for them */
	FOR_THOSE_WHO_MEET, /* a name: who will be there with its bearer */
	FOR_THOSE_WHO_COME, /* the place: everybody who is not kept away */
	FOR_ITS_HOUSEHOLD,  /* a home that is kept from somebody: those who live there */
	FOR_SITTING,        /* a time of one sitting: who comes to it, or to all */
	/* after the conference, of those who were not kept away (random_day.h) */
	FOR_REASONS,     /* colleagues, parents and who comes for a parent */
	FOR_PLAN,        /* those, and others of the family who are in the core group */
	FOR_CORE,        /* colleagues, and of the family who is in the core group */
	FOR_RECORD_PART, /* colleagues and parents, also who was there for a part */
	FOR_RECORD,      /* colleagues, and parents who were there for all of it */
	FOR_RECORD_CORE, /* the same who are in the core group too */
	FOR_RESTRICTED,  /* colleagues alone */
	FOR_NAMING       /* a child's name: who may read of the child, siblings, and who comes for the child */
};

struct canary {
	const char *word, *what;
	enum kept_for kept_for;
	size_t owner; /* index of the invitee; NO_OWNER nobody */
	int sitting;
	bool is_address, is_adult; /* of the family: colleagues know the adults by name */
	int64_t child;             /* besides, who may read of this child; 0 of no one child */
	bool is_of_all;            /* besides, who may read of each child */
};

/* What was said of one adult and one child. */
enum tie { NOT_SAID, NOT_THEIRS, THEIRS, THEIRS_BY_LAW };
#define CANARY     "Zq"
#define NO_OWNER   SIZE_MAX
#define MOST_WORDS 600
#define MOST_COME  24

struct random_family {
	struct casework *cw;
	struct arena *mem;
	uint64_t state;
	struct conference conference;
	struct invitee invitees[MOST_COME];
	size_t invitee_count;
	struct canary words[MOST_WORDS];
	size_t word_count;
	int sittings;
	const char *shared_home; /* NULL: nobody has it yet */
	int64_t household[MOST_COME];
	size_t household_count;
	int64_t core[MOST_COME], sent_away[MOST_COME]; /* invitees in the core group; sent away at the door */
	size_t core_count, sent_away_count;
	bool is_about[MOST_COME]; /* children: of the conference, or decided on with them; by place among the invitees
				   */
	enum tie ties[MOST_COME][MOST_COME]; /* adult, child: their places among the invitees */
};

static inline unsigned drawn(struct random_family *w, unsigned below)
{
	w->state = w->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(w->state >> 33) % below;
}

/* A word that is nowhere else, kept for whom it is kept. */
static inline const char *a_word(struct random_family *w, const char *what, enum kept_for kept_for, size_t owner)
{
	struct canary *canary;
	unsigned number = drawn(w, 0x7fffffff);

	assert_true(w->word_count < MOST_WORDS);
	canary = &w->words[w->word_count];
	*canary = (struct canary){.word = arena_printf(w->mem, CANARY "%zux%xk", w->word_count, number),
				  .what = what,
				  .kept_for = kept_for,
				  .owner = owner};
	w->word_count++;
	return canary->word;
}

static inline const char *maybe_word(struct random_family *w, const char *what, enum kept_for kept_for, size_t owner)
{
	return drawn(w, 3) ? a_word(w, what, kept_for, owner) : "";
}

static inline struct canary *last_word(struct random_family *w)
{
	return &w->words[w->word_count - 1];
}

/* --- People --- */

static inline void live_at(struct random_family *w, int64_t person, size_t owner, enum kept_for for_whom,
			   const char *confidential_from, const char *until)
{
	struct address address = {.person_id = person,
				  .lines = a_word(w, "home", for_whom, owner),
				  .from_on = DAY_NONE,
				  .to_on = date_from_iso(until),
				  .confidential_from = confidential_from};

	last_word(w)->is_address = true;
	address.postcode = a_word(w, "postcode", for_whom, owner);
	last_word(w)->is_address = true;
	MUST(address_insert(w->cw->store, &address, f));
}

/* A home two people share, that was marked for one of them only: it stands in no letter but those that go there. */
static inline void live_with_the_first(struct random_family *w, int64_t person)
{
	struct address address = {.person_id = person, .from_on = DAY_NONE, .to_on = DAY_NONE, .confidential_from = ""};

	if (!w->shared_home) {
		w->shared_home = a_word(w, "shared home", FOR_ITS_HOUSEHOLD, NO_OWNER);
		address.confidential_from = "father";
	}
	w->household[w->household_count++] = person;
	address.lines = arena_printf(w->mem, "%s%s Close\nManor Park", *address.confidential_from ? "" : " ",
				     w->shared_home);
	address.postcode = *address.confidential_from ? "ZZ9 9ZZ" : "zz99zz";
	MUST(address_insert(w->cw->store, &address, f));
}

/* Where nobody lives any more stands in no letter, and whoever has moved away from everywhere has no address. */
static inline void live_somewhere(struct random_family *w, int64_t person, size_t owner)
{
	static const char *const kept[] = {"", "", "father", "mother", "father,step-father", "grandmother"};
	const char *confidential_from = kept[drawn(w, sizeof kept / sizeof *kept)];

	if (drawn(w, 3) == 0)
		live_at(w, person, NO_OWNER, FOR_NOBODY, "", "2024-05-05");
	if (drawn(w, 4) == 0)
		live_with_the_first(w, person);
	else if (drawn(w, 5))
		live_at(w, person, owner, *confidential_from ? FOR_OWN : FOR_OWN_OR_COLLEAGUES, confidential_from, "");
}

static inline int64_t a_person(struct random_family *w, bool is_child, size_t owner)
{
	bool unborn = is_child && drawn(w, 6) == 0;
	struct person p = {
		.la_child_id = is_child ? a_word(w, "LA child id", FOR_NOBODY, NO_OWNER) : "",
		.upn = "",
		.upn_unknown = "",
		.nhs_number = "",
		.surname = "Doran",
		.known_as = "",
		.born_on = unborn ? DAY_NONE
				  : date_from_iso(is_child ? "2014-03-03" : "1988-03-03") + (int)drawn(w, 2000),
		.expected_on = unborn ? date_from_iso("2026-07-15") : DAY_NONE,
		.died_on = DAY_NONE,
		.ethnicity = a_word(w, "ethnicity", FOR_NOBODY, NO_OWNER),
		.disabilities = a_word(w, "disabilities", FOR_NOBODY, NO_OWNER),
		.language = a_word(w, "person's language", FOR_NOBODY, NO_OWNER),
		.signing = a_word(w, "person's signing", FOR_NOBODY, NO_OWNER),
		.access = a_word(w, "person's access", FOR_NOBODY, NO_OWNER),
		.reach_note = a_word(w, "reach note", FOR_NOBODY, NO_OWNER),
	};
	struct alias alias;

	p.phone = a_word(w, "telephone", FOR_OWN, owner);
	p.email = arena_printf(w->mem, "%s@example.org", a_word(w, "e-mail", FOR_OWN, owner));
	if (is_child)
		p.given_names = unborn ? "" : a_word(w, "child's name", FOR_NAMING, owner);
	else {
		p.given_names = a_word(w, "adult's name", FOR_THOSE_WHO_MEET, owner);
		last_word(w)->is_adult = true;
	}
	MUST(person_insert(w->cw->store, &p, w->mem, f));
	alias = (struct alias){.person_id = p.id, .name = a_word(w, "other name", FOR_COLLEAGUES, NO_OWNER)};
	if (is_child && drawn(w, 2))
		MUST(alias_insert(w->cw->store, &alias, f));
	live_somewhere(w, p.id, owner);
	return p.id;
}

/* --- Who is invited --- */

static inline bool is_child(const struct invitee *i)
{
	return i->capacity == CAPACITY_CHILD;
}

static inline struct invitee *an_invitee(struct random_family *w, enum capacity capacity)
{
	size_t own = w->invitee_count;
	struct invitee *i = &w->invitees[w->invitee_count++];
	static const enum exclusion exclusions[] = {EXCLUSION_NONE,  EXCLUSION_NONE,   EXCLUSION_NONE,
						    EXCLUSION_NONE,  EXCLUSION_PART,   EXCLUSION_WHOLE,
						    EXCLUSION_ASKED, EXCLUSION_REFUSED};

	assert_true(own < MOST_COME);
	*i = (struct invitee){
		.conference_id = w->conference.id,
		.capacity = capacity,
		.name = "",
		.agency = "",
		.role = "",
		.email = "",
		.phone = "",
		.address = "",
		.method = (enum invite_method)drawn(w, INVITE_METHOD_COUNT),
		.language = maybe_word(w, "language", FOR_INTERPRETER, own),
		.signing = maybe_word(w, "signing", FOR_INTERPRETER, own),
		.access = maybe_word(w, "access", FOR_OWN, own),
		.childcare = maybe_word(w, "childcare", FOR_OWN, own),
		.transport = maybe_word(w, "transport", FOR_OWN, own),
		.sitting = (int)drawn(w, (unsigned)w->sittings + 1),
		.represented_why = "",
		.understanding = a_word(w, "understanding", FOR_NOBODY, own),
		.chair_invites = (enum yes_no)drawn(w, 3),
		.advocate_offered_on = DAY_NONE,
		.other_way = maybe_word(w, "other way", FOR_OWN, own),
		.reply_on = DAY_NONE,
		.reply_how = a_word(w, "how answered", FOR_NOBODY, own),
		.reply_note = a_word(w, "answer's note", FOR_NOBODY, own),
		.deputy = a_word(w, "deputy", FOR_NOBODY, own),
		.exclusion = exclusions[drawn(w, sizeof exclusions / sizeof *exclusions)],
		.exclusion_reason = EXCLUSION_REASON_CONFLICT,
		.exclusion_part = a_word(w, "excluded part", FOR_OWN, own),
		.exclusion_words = a_word(w, "exclusion words", FOR_OWN, own),
		.exclusion_asked_by = a_word(w, "who asked for the exclusion", FOR_NOBODY, own),
		.exclusion_decided_by = a_word(w, "who decided it", FOR_NOBODY, own),
		.exclusion_asked_on = date_from_iso("2026-03-30"),
		.exclusion_decided_on = date_from_iso(FIXTURE_TODAY),
		.invited_on = DAY_NONE,
		.told_day = DAY_NONE,
		.told_starts = -1,
		.withdrawn_why = "",
	};
	return i;
}

static inline void keep_invitee(struct random_family *w, struct invitee *i)
{
	MUST(invitee_insert(w->cw->store, i, f));
	MUST(invitee_by_id(w->cw->store, i->id, w->mem, i, f));
}

static inline void add_member(struct random_family *w, bool is_child)
{
	static const enum relationship adults[] = {RELATIONSHIP_MOTHER,      RELATIONSHIP_FATHER,
						   RELATIONSHIP_STEP_FATHER, RELATIONSHIP_GRANDMOTHER,
						   RELATIONSHIP_AUNT,        RELATIONSHIP_PARTNER};
	size_t own = w->invitee_count;
	struct member member = {.family_id = w->conference.family_id,
				.relationship = is_child ? RELATIONSHIP_CHILD : adults[drawn(w, 6)],
				.parental_responsibility = (enum yes_no)drawn(w, 3)};
	struct invitee *i = an_invitee(w, is_child ? CAPACITY_CHILD : CAPACITY_FAMILY);

	member.person_id = i->person_id = a_person(w, is_child, own);
	MUST(member_insert(w->cw->store, &member, f));
	w->is_about[own] = is_child && (own == 0 || drawn(w, 5)); /* others are of the household alone */
	if (w->is_about[own])
		MUST(conference_child_insert(w->cw->store, w->conference.id, member.person_id, f));
	keep_invitee(w, i);
}

static inline void add_companion(struct random_family *w)
{
	static const enum capacity kinds[] = {CAPACITY_SUPPORTER,      CAPACITY_ADVOCATE,    CAPACITY_SOLICITOR,
					      CAPACITY_REPRESENTATIVE, CAPACITY_INTERPRETER, CAPACITY_OBSERVER};
	size_t principal = drawn(w, (unsigned)w->invitee_count), own = w->invitee_count;
	struct invitee *i = an_invitee(w, kinds[drawn(w, 6)]);

	/* Of some it was not said whom they come for. */
	i->for_invitee_id = i->capacity == CAPACITY_OBSERVER || drawn(w, 4) == 0 ? 0 : w->invitees[principal].id;
	i->name = a_word(w, "companion's name", FOR_THOSE_WHO_MEET, own);
	i->email = arena_printf(w->mem, "%s@example.org", a_word(w, "companion's e-mail", FOR_OWN, own));
	i->address = a_word(w, "companion's address", FOR_OWN, own);
	i->phone = a_word(w, "companion's telephone", FOR_OWN, own);
	if (i->capacity == CAPACITY_REPRESENTATIVE)
		i->represented_why = a_word(w, "why represented", FOR_OWN, own);
	keep_invitee(w, i);
}

static inline void add_report(struct random_family *w, int64_t invitee, bool is_police)
{
	struct report report = {.conference_id = w->conference.id,
				.invitee_id = invitee,
				.kind = is_police && drawn(w, 2) ? REPORT_POLICE : REPORT_AGENCY,
				.handling = (enum report_handling)drawn(w, REPORT_HANDLING_COUNT),
				.is_required = true,
				.due_on = date_from_iso("2026-04-09"),
				.requested_on = DAY_NONE,
				.received_on = DAY_NONE,
				.to_chair_on = DAY_NONE,
				.to_manager_on = DAY_NONE,
				.not_shared_why = maybe_word(w, "why not shared", FOR_NOBODY, NO_OWNER),
				.note = a_word(w, "report's note", FOR_NOBODY, NO_OWNER)};
	int64_t children[MOST_COME];
	size_t count = 0;

	MUST(report_insert(w->cw->store, &report, f));
	for (size_t k = 0; k < w->invitee_count; k++) /* of some children, or of all */
		if (is_child(&w->invitees[k]) && drawn(w, 2))
			children[count++] = w->invitees[k].person_id;
	if (drawn(w, 2))
		MUST(report_children_keep(w->cw->store, report.id, children, count, f));
}

static inline void add_colleague(struct random_family *w)
{
	static const char *const groups[] = {"police", "health", "education", "probation", "gp"};
	static const char *const police[] = {"police", "Northgate Constabulary", "British Transport Police"};
	const char *group = groups[drawn(w, 5)], *called = group;
	size_t own = w->invitee_count;
	struct invitee *i = an_invitee(w, CAPACITY_PROFESSIONAL);
	struct agency agency = {.quorum_group = group, .report_handling = "share"};
	struct contact contact = {.role = "worker", .checked_on = DAY_NONE, .bounced_on = DAY_NONE, .is_active = true};

	if (strcmp(group, "police") == 0) {
		called = police[drawn(w, 3)];
		agency.quorum_group = drawn(w, 2) ? group : "";
	}
	agency.name = arena_printf(w->mem, "%s %u", called, drawn(w, 0x7fffffff));
	MUST(agency_insert(w->cw->store, &agency, f));
	contact.agency_id = agency.id;
	contact.name = a_word(w, "colleague's name", FOR_THOSE_WHO_MEET, own);
	contact.email = arena_printf(w->mem, "%s@example.org", a_word(w, "colleague's e-mail", FOR_OWN, own));
	contact.phone = a_word(w, "colleague's telephone", FOR_OWN, own);
	contact.address = a_word(w, "colleague's address", FOR_OWN, own);
	MUST(contact_insert(w->cw->store, &contact, f));
	i->contact_id = contact.id;
	i->exclusion = EXCLUSION_NONE;
	keep_invitee(w, i);
	if (drawn(w, 4))
		add_report(w, i->id, strcmp(group, "police") == 0);
}

/* --- The conference --- */

/* Two sittings with times that stand nowhere else. */
static inline void add_sittings(struct random_family *w)
{
	static const int starts[] = {9 * 60 + 41, 14 * 60 + 23};
	static const char *const clocks[] = {"09:41", "14:23"};

	for (int i = 0; i < w->sittings; i++) {
		struct sitting sitting = {.conference_id = w->conference.id,
					  .position = i + 1,
					  .starts = starts[i],
					  .minutes = 60,
					  .who = a_word(w, "who comes to a sitting", FOR_SITTING, NO_OWNER)};

		/* Who comes when is for colleagues who come to all of it. */
		last_word(w)->sitting = 99;
		MUST(sitting_insert(w->cw->store, &sitting, f));
		w->words[w->word_count++] = (struct canary){.word = clocks[i],
							    .what = "time of a sitting",
							    .kept_for = FOR_SITTING,
							    .owner = NO_OWNER,
							    .sitting = i + 1};
	}
}

static inline void add_conference(struct random_family *w)
{
	static const enum conference_type types[] = {CONFERENCE_INITIAL, CONFERENCE_REVIEW, CONFERENCE_PRE_BIRTH};
	struct family family = {.reference = "", .name = a_word(w, "family's name", FOR_COLLEAGUES, NO_OWNER)};

	MUST(family_insert(w->cw->store, &family, f));
	w->conference = (struct conference){
		.family_id = family.id,
		.type = types[drawn(w, 3)],
		.state = STATE_SCHEDULED,
		.policy = "",
		.requested_on = date_from_iso("2026-03-20"),
		.transfer_notified_on = DAY_NONE,
		.transfer_referred_on = DAY_NONE,
		.transfer_accepted_on = DAY_NONE,
		.transfer_moved_on = DAY_NONE,
		.reason = a_word(w, "reason of the conference", FOR_COLLEAGUES, NO_OWNER),
		.social_worker = "Emma Evans",
		.interpreter = a_word(w, "need of an interpreter", FOR_NOBODY, NO_OWNER),
		.signing = a_word(w, "need of signing", FOR_NOBODY, NO_OWNER),
		.access = a_word(w, "need of access", FOR_NOBODY, NO_OWNER),
		.sittings = a_word(w, "why separate sittings", FOR_NOBODY, NO_OWNER),
		.avoid = a_word(w, "what to avoid", FOR_NOBODY, NO_OWNER),
		.held_on = date_from_iso("2026-04-13"),
		.starts = 9 * 60 + 41,
		.minutes = 342,
		.place = a_word(w, "place", FOR_THOSE_WHO_COME, NO_OWNER),
		.late_reason = a_word(w, "why late", FOR_NOBODY, NO_OWNER),
		.late_agreed_by = a_word(w, "who agreed that it is late", FOR_NOBODY, NO_OWNER),
		.interim_plan = a_word(w, "interim plan", FOR_COLLEAGUES, NO_OWNER),
	};
	MUST(conference_insert(w->cw->store, &w->conference, f));
	MUST(conference_by_id(w->cw->store, w->conference.id, w->mem, &w->conference, f));
	w->sittings = drawn(w, 2) ? 2 : 0;
	add_sittings(w);
}

/* --- Whose child is whose --- */

static inline bool is_adult_of_family(const struct invitee *i)
{
	return i->capacity == CAPACITY_FAMILY;
}

static inline void say_of(struct random_family *w, size_t adult, size_t child, struct parent_of_list *said)
{
	enum tie tie = (enum tie)drawn(w, 4);
	struct parent_of *one = tie == NOT_SAID ? NULL : ARENA_PUSH(w->mem, said);

	w->ties[adult][child] = tie;
	if (one)
		*one = (struct parent_of){.adult_id = w->invitees[adult].person_id,
					  .child_id = w->invitees[child].person_id,
					  .is_theirs = tie != NOT_THEIRS,
					  .parental_responsibility = tie == THEIRS_BY_LAW ? ANSWER_YES : ANSWER_NO};
}

/* Of half of the adults in three families of four. */
static inline void say_whose_child(struct random_family *w)
{
	struct parent_of_list said = {0};
	int64_t version;

	if (drawn(w, 4) == 0)
		return;
	for (size_t i = 0; i < w->invitee_count; i++)
		for (size_t k = 0; is_adult_of_family(&w->invitees[i]) && k < w->invitee_count; k++)
			if (is_child(&w->invitees[k]) && (i % 2 || drawn(w, 2)))
				say_of(w, i, k, &said);
	MUST(casework_whose_child_save(w->cw, w->conference.family_id, 1, &said, &version, f));
	for (size_t i = 0; i < w->invitee_count; i++) /* parental responsibility followed */
		MUST(invitee_by_id(w->cw->store, w->invitees[i].id, w->mem, &w->invitees[i], f));
}

static inline void make_random_family(struct random_family *w, struct casework *cw, struct arena *mem, uint64_t seed)
{
	*w = (struct random_family){.cw = cw, .mem = mem, .state = seed * 2654435761u + 1};
	add_conference(w);
	for (unsigned i = 1 + drawn(w, 3); i; i--)
		add_member(w, true);
	for (unsigned i = 1 + drawn(w, 4); i; i--)
		add_member(w, false);
	say_whose_child(w);
	for (unsigned i = 1 + drawn(w, 4); i; i--)
		add_colleague(w);
	for (unsigned i = drawn(w, 4); i; i--)
		add_companion(w);
}

#endif
