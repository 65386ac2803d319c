/* Families that move in from another authority while on a plan there: requests typed by hand, for people the file has
 * not seen. */
#include "demo_desk.h"

#include "casework/arrivals.h"
#include "demo_directory.h"

#define FAMILIES_A_NEWCOMER 225
#define LEAST_NEWCOMERS     2

static struct person child_of(const struct demo_world *world, const struct demo_culture *culture, const char *surname,
			      struct demo_random *random)
{
	bool is_girl = demo_chance(random, 500);

	return (struct person){.reference = "",
			       .la_child_id = "",
			       .upn = "",
			       .upn_unknown = "",
			       .nhs_number = "",
			       .surname = surname,
			       .given_names = demo_word(&culture->words[is_girl ? DEMO_GIRLS : DEMO_BOYS], random),
			       .known_as = "",
			       .sex = is_girl ? SEX_FEMALE : SEX_MALE,
			       .born_on = world->today - demo_between(random, 200, 5400),
			       .expected_on = DAY_NONE,
			       .died_on = DAY_NONE,
			       .ethnicity = culture->ethnicity,
			       .disabilities = "NONE",
			       .language = culture->language,
			       .phone = "",
			       .email = ""};
}

static const struct {
	const char *name, *contact;
} authorities[] = {
	{"Ashcombe", "duty chair, 01632 960 511"},
	{"Wexmoor", "conference team, 01632 960 530"},
	{"Harrow Vale", "Marta Nowak, 01632 960 547"},
};
enum { AUTHORITIES = sizeof authorities / sizeof *authorities };

static struct plan plan_there(const struct demo_world *world, struct demo_random *random)
{
	return (struct plan){.started_on = world->today - demo_between(random, 60, 400),
			     .category_latest = (enum category)demo_between(random, 0, CATEGORY_COUNT - 1)};
}

static bool take_newcomer(struct casework *cw, const struct demo_world *world, struct demo_random *random, int number,
			  struct fault *f)
{
	const struct demo_culture *culture = demo_culture_drawn(world->names, random);
	const char *surname = demo_word(&culture->words[DEMO_SURNAMES], random), *reference;
	struct request_child children[2] = {0};
	day_number today = casework_today(cw);
	struct arena mem = {0};
	struct arrival arrival = {
		.move = {.transfer = transfer_blank(), .their_plan = plan_there(world, random), .words = ""}};
	struct request request = {.family_name = surname,
				  .children = children,
				  .child_count = (size_t)demo_between(random, 1, 2),
				  .type = CONFERENCE_TRANSFER_IN,
				  .strategy_on = DAY_NONE,
				  .transfer_notified_on = today,
				  .transfer_referred_on = today,
				  .transfer_accepted_on = DAY_NONE,
				  .transfer_moved_on = today - demo_between(random, 2, 9),
				  .reason = "Moved in from another authority, where the children are on a plan.",
				  .social_worker = demo_social_worker(world, number, &mem),
				  .interpreter = "",
				  .signing = "",
				  .access = "",
				  .sittings = "",
				  .avoid = "",
				  .source = SOURCE_DEMO,
				  .accept_warnings = true};
	int64_t conference;
	bool ok;

	for (size_t i = 0; i < request.child_count; i++)
		children[i].person = child_of(world, culture, surname, random);
	arrival.request = request;
	arrival.move.transfer.authority = authorities[number % AUTHORITIES].name;
	arrival.move.transfer.contact = authorities[number % AUTHORITIES].contact;
	arrival.move.transfer.papers = TRANSFER_PAPER_BIT(TRANSFER_PAPER_PLAN);
	ok = casework_arrival_take(cw, &arrival, &mem, &reference, &conference, f);
	arena_finish(&mem);
	return ok;
}

/* In a small authority too few requests wait by themselves: there more families move in. And everywhere some must wait
 * so that not all that is to be booked soon is late already. */
static int newcomers(const struct demo_desk *desk)
{
	int by_size = desk->world->families / FAMILIES_A_NEWCOMER / desk->world->years;
	int wanted = DEMO_WAITING - desk->waiting;

	if (wanted < LEAST_NEWCOMERS)
		wanted = LEAST_NEWCOMERS;
	return by_size > wanted ? by_size : wanted;
}

bool demo_take_newcomers(struct casework *cw, const struct demo_desk *desk, day_number day, struct fault *f)
{
	const struct demo_world *world = desk->world;

	for (int n = 1; n <= newcomers(desk); n++) {
		struct demo_random random = demo_random_of(world->seed, DEMO_DESK, ((uint64_t)4 << 32) + (uint64_t)n);
		day_number when = working_day_add(world->today, -demo_between(&random, 4, 6), world->calendar,
						  COUNT_LOCAL);

		if (when == day && !take_newcomer(cw, world, &random, n, f))
			return false;
	}
	return true;
}
