/* The people of one invented family: children, the adults around them, and where they live. */
#include "demo_family.h"

#include <string.h>

#define DAYS_A_YEAR     365
#define QUIET_DAYS      75  /* no birth falls so near today that the file would have to tell of it */
#define PREGNANCY_KNOWN 120 /* an unborn child joins a family with an enquiry within so many days */
#define SIXTEEN_DAYS    5844

/* One person's names of a culture; a few have one only. */
static void name_person(const struct demo_culture *culture, struct demo_random *random, enum demo_name_kind kind,
			const char *surname, struct person *out)
{
	out->given_names = demo_word(&culture->words[kind], random);
	out->surname = demo_between(random, 1, 100) <= culture->single ? "" : surname;
}

static struct person nobody(void)
{
	return (struct person){.reference = "",
			       .la_child_id = "",
			       .upn = "",
			       .upn_unknown = "",
			       .nhs_number = "",
			       .surname = "",
			       .given_names = "",
			       .known_as = "",
			       .sex = SEX_UNKNOWN,
			       .born_on = DAY_NONE,
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE,
			       .ethnicity = "",
			       .disabilities = "",
			       .language = "",
			       .phone = "",
			       .email = ""};
}

/* Brothers and sisters: two in the middle, eight at the most. */
static size_t sibling_count(struct demo_random *random)
{
	static const int weights[] = {390, 285, 175, 90, 34, 15, 6, 5};

	return 1 + demo_weighted(random, weights, sizeof weights / sizeof *weights);
}

/* Days of life of the youngest at the first enquiry; negative before birth. */
static int youngest_age(struct demo_random *random, size_t siblings)
{
	static const int weights[] = {6, 14, 30, 30, 20};
	static const int from[] = {-100, 0, 365, 5 * 365, 10 * 365}, to[] = {-20, 364, 1824, 3649, 5600};
	size_t band = demo_weighted(random, weights, siblings > 4 ? 3 : 5);

	return demo_between(random, from[band], to[band]);
}

static day_number settled_birth(const struct demo_world *world, day_number birth)
{
	return birth > world->today - QUIET_DAYS && birth <= world->today ? birth - QUIET_DAYS : birth;
}

/* Youngest first; twins share their day. A brother or sister who has grown up is not listed. */
static void births(const struct demo_world *world, struct demo_random *random, struct demo_family *family)
{
	day_number anchor = family->enquiries[0].strategy_on;
	size_t wanted = sibling_count(random);
	day_number birth = anchor - youngest_age(random, wanted);

	for (size_t i = 0; i < wanted; i++) {
		if (i > 0 && !demo_chance(random, 35))
			birth -= demo_between(random, 340, wanted > 4 ? 700 : 1500);
		if (i > 0 && anchor - birth > SIXTEEN_DAYS)
			break;
		family->children[family->child_count++].birth = settled_birth(world, birth);
	}
}

/* Where there has been an enquiry lately, somebody may be expecting; twins, now and then. */
static void expect_a_child(const struct demo_world *world, struct demo_random *random, struct demo_family *family)
{
	day_number last = family->enquiries[family->enquiry_count - 1].strategy_on;
	int many = demo_chance(random, 60) ? 2 : 1;
	day_number due = world->today + demo_between(random, 8, 100);

	if (world->today - last > PREGNANCY_KNOWN || !demo_chance(random, 200))
		return;
	for (int i = 0; i < many && family->child_count < DEMO_CHILDREN; i++)
		family->children[family->child_count++].birth = due;
}

static const char *disability(struct demo_random *random)
{
	static const int weights[] = {860, 40, 30, 25, 20, 15, 10};
	static const char *const codes[] = {"NONE", "LD", "AUT", "BEH", "COMM", "CON AUT", "MOB"};

	return codes[demo_weighted(random, weights, sizeof weights / sizeof *weights)];
}

/* No pupil number is made up: a real school's could be hit. The census has codes for why there is none. */
static const char *without_upn(const struct demo_world *world, day_number birth)
{
	return world->today - birth < 5 * DAYS_A_YEAR ? "UN1" : "UN4";
}

static void fill_child(const struct demo_world *world, struct demo_random *random, struct arena *mem,
		       struct demo_family *family, size_t i)
{
	struct demo_child *child = &family->children[i];
	struct person *p = &child->person;
	bool is_girl = demo_chance(random, 488), is_half = demo_chance(random, 90);
	const struct demo_culture *culture = family->culture;
	const char *surname = is_half ? demo_word(&culture->words[DEMO_SURNAMES], random) : family->surname;

	*p = nobody();
	p->la_child_id = arena_printf(mem, "N%06d", family->number * DEMO_CHILDREN + (int)i);
	p->ethnicity = demo_chance(random, 60) ? "MOTH" : culture->ethnicity;
	p->language = culture->language;
	p->disabilities = disability(random);
	name_person(culture, random, is_girl ? DEMO_GIRLS : DEMO_BOYS, surname, p);
	if (child->birth > world->today) {
		p->expected_on = child->birth;
		p->given_names = "Unborn";
		p->surname = family->surname;
		p->disabilities = "";
		p->upn_unknown = "UN1";
		return;
	}
	p->sex = is_girl ? SEX_FEMALE : SEX_MALE;
	p->born_on = child->birth;
	p->upn_unknown = without_upn(world, child->birth);
	if (*p->surname && demo_chance(random, 50))
		p->known_as = arena_text_n(mem, p->given_names, strcspn(p->given_names, " -"));
}

/* Two of one name in a family are told apart by nobody: the second gets another. */
static void name_apart(struct demo_random *random, struct demo_family *family, size_t i)
{
	struct person *p = &family->children[i].person;
	enum demo_name_kind kind = p->sex == SEX_FEMALE ? DEMO_GIRLS : DEMO_BOYS;

	for (size_t k = 0; k < i && p->sex != SEX_UNKNOWN; k++)
		for (int tries = 0; tries < 8 && strcmp(p->given_names, family->children[k].person.given_names) == 0;
		     tries++)
			p->given_names = demo_word(&family->culture->words[kind], random);
}

static struct demo_adult *add_adult(struct demo_random *random, struct arena *mem, struct demo_family *family,
				    enum relationship relationship, enum yes_no responsibility, bool is_woman)
{
	struct demo_adult *adult = &family->adults[family->adult_count++];
	struct person *p = &adult->person;

	*p = nobody();
	p->sex = is_woman ? SEX_FEMALE : SEX_MALE;
	p->language = family->culture->language;
	p->needs_interpreter = family->needs_interpreter;
	p->phone = demo_chance(random, 850) ? demo_mobile(random, mem) : "";
	if (demo_chance(random, 400))
		p->email = arena_printf(mem, "%s%d@%s", is_woman ? "mum" : "family", family->number,
					demo_chance(random, 500) ? "example.org" : "example.net");
	adult->relationship = relationship;
	adult->parental_responsibility = responsibility;
	adult->address = family->home;
	adult->address.confidential_from = "";
	return adult;
}

static void live_elsewhere(const struct demo_world *world, struct demo_random *random, struct arena *mem,
			   struct demo_adult *adult)
{
	adult->address.lines = demo_street(world->names, random, mem);
	adult->address.postcode = demo_postcode(random, mem);
}

static void add_parents(const struct demo_world *world, struct demo_random *random, struct arena *mem,
			struct demo_family *family)
{
	const struct demo_culture *culture = family->culture;
	struct demo_adult *adult;
	int father = demo_between(random, 1, 100);

	if (demo_chance(random, 960)) {
		adult = add_adult(random, mem, family, RELATIONSHIP_MOTHER, ANSWER_YES, true);
		name_person(culture, random, DEMO_WOMEN,
			    demo_chance(random, 650) ? family->surname
						     : demo_word(&culture->words[DEMO_SURNAMES], random),
			    &adult->person);
		adult->address.confidential_from = family->is_kept_apart ? "father" : "";
	}
	if (father > 82 && !family->is_kept_apart)
		return;
	adult = add_adult(random, mem, family, RELATIONSHIP_FATHER,
			  demo_chance(random, 800) ? ANSWER_YES : ANSWER_UNKNOWN, false);
	name_person(culture, random, DEMO_MEN,
		    demo_chance(random, 700) ? family->surname : demo_word(&culture->words[DEMO_SURNAMES], random),
		    &adult->person);
	if (father > 45 || family->is_kept_apart) {
		live_elsewhere(world, random, mem, adult);
		adult->address.confidential_from = demo_chance(random, 250) ? "mother" : "";
	}
}

static void add_others(const struct demo_world *world, struct demo_random *random, struct arena *mem,
		       struct demo_family *family)
{
	const struct demo_culture *culture = family->culture;
	struct demo_adult *adult;

	if (demo_chance(random, 190)) {
		enum relationship as = demo_chance(random, 550) ? RELATIONSHIP_STEP_FATHER : RELATIONSHIP_PARTNER;

		adult = add_adult(random, mem, family, as, ANSWER_NO, false);
		name_person(culture, random, DEMO_MEN, demo_word(&culture->words[DEMO_SURNAMES], random),
			    &adult->person);
	}
	if (demo_chance(random, 130)) {
		adult = add_adult(random, mem, family, RELATIONSHIP_GRANDMOTHER, ANSWER_NO, true);
		name_person(culture, random, DEMO_WOMEN, family->surname, &adult->person);
		live_elsewhere(world, random, mem, adult);
	}
	if (demo_chance(random, 40)) {
		adult = add_adult(random, mem, family, RELATIONSHIP_UNCLE, ANSWER_NO, false);
		name_person(culture, random, DEMO_MEN, family->surname, &adult->person);
		live_elsewhere(world, random, mem, adult);
	}
}

void demo_people_make(const struct demo_world *world, struct demo_random *random, struct arena *mem,
		      struct demo_family *family)
{
	family->culture = demo_culture_drawn(world->names, random);
	family->surname = demo_word(&family->culture->words[DEMO_SURNAMES], random);
	family->needs_interpreter = strcmp(family->culture->language, "English") != 0 && demo_chance(random, 350);
	family->is_kept_apart = demo_chance(random, 110);
	family->home = (struct address){.lines = demo_street(world->names, random, mem),
					.postcode = demo_postcode(random, mem),
					.from_on = DAY_NONE,
					.to_on = DAY_NONE,
					.confidential_from = family->is_kept_apart ? "father" : ""};
	births(world, random, family);
	expect_a_child(world, random, family);
	for (size_t i = 0; i < family->child_count; i++) {
		fill_child(world, random, mem, family, i);
		name_apart(random, family, i);
	}
	add_parents(world, random, mem, family);
	add_others(world, random, mem, family);
}
