/* Plans of the demonstration, as core groups wrote them: texts, actions, who helps, how safe. */
#include "demo_plans.h"

#include "casework/core_groups.h"
#include "casework/family_plan.h"
#include "demo_random.h"

#include <string.h>

enum { OF_A_THOUSAND = 750, DEMO_PLAN_MARK = 77, FAMILIES_WITH_OVERDUE = 7 /* every seventh */ };

/* --- What they say --- */

struct demo_theme {
	const char *harm, *change, *goals_short, *goals_long, *outcomes, *contingency;
	struct {
		const char *what, *who;
	} actions[5];
	const char *helps[2];
};

static const struct demo_theme themes[] = {
	{
		"The children are often hungry, come to school unwashed and miss their health checks. If it goes on "
		"they will fall ill and fall behind.",
		"There is food in the house every day, the children are clean and warm, and they are seen by a doctor "
		"when they need it.",
		"The kitchen works and the beds are made up within two weeks. The missed health checks are booked.",
		"For six months the school and the health visitor have seen the children fed, clean and on time.",
		"The school's register shows at least 95 in 100 sessions. The health visitor finds food at two visits "
		"nobody announced.",
		"If the house is without food or heating again, or a health check is missed without a word, a legal "
		"planning meeting is asked for at once.",
		{{"Book the missed health checks and go there with the children", "the mother"},
		 {"Visit without notice twice a month and look at kitchen and bedrooms", "the social worker"},
		 {"Come to breakfast club every school day", "the school"},
		 {"Apply for the grant for beds and bedding", "the social worker"},
		 {"Go to the parenting course on Tuesdays", "the mother"}},
		{"has the children for tea on Wednesdays and rings the social worker when there is no food",
		 "walks them to school when their mother cannot"},
	},
	{
		"The children have seen and heard violence between the adults at home and are frightened. If it goes "
		"on they may be hurt, and they will go on being afraid.",
		"No adult shouts, threatens or hits at home, and the children say that they feel safe there.",
		"The bail conditions are kept. The children have somebody at school to talk to every week.",
		"For six months there is no police call-out, and both parents have finished their courses.",
		"No call-out in the police log. The children's own words in the sessions at school.",
		"If there is another incident, the children stay with the safety network that night and a strategy "
		"discussion is held the next day.",
		{{"Finish the course on abusive behaviour, every session", "the father"},
		 {"See each child alone every ten working days", "the social worker"},
		 {"Meet the children weekly at school and write down what they say", "the school"},
		 {"Refer to the independent domestic violence adviser", "the health visitor"},
		 {"Share every police log within one working day", "the police"}},
		{"takes the children in at once, at any hour, when there is shouting",
		 "is the one whom the children ring, and tells the social worker the same day"},
	},
	{
		"Alcohol and low mood make it hard for the parents to keep the children safe in the evenings. If it "
		"goes on an accident is likely.",
		"A sober adult is with the children every evening and every night.",
		"The rota of sober adults is on the fridge and kept for four weeks.",
		"Both parents have been in treatment for half a year, and the rota is needed no more.",
		"Clear tests at the treatment service. The network's diary of evenings.",
		"If both parents have been drinking while they have the children, the children go to the network that "
		"evening and legal advice is asked for.",
		{{"Go to the treatment service and keep every appointment", "the mother"},
		 {"Keep the rota of sober adults and send it on", "the mother"},
		 {"Assess the parents' needs with the mental health team", "the social worker"},
		 {"Check smoke alarms and the stair gate", "the health visitor"},
		 {"Tell the core group each month what the tests show", "the treatment service"}},
		{"stays overnight on Fridays and Saturdays",
		 "looks in every evening at seven and writes it in the diary"},
	},
};
enum { THEME_COUNT = sizeof themes / sizeof *themes, THEME_ACTIONS = 5, THEME_HELPS = 2 };

/* --- Writing it --- */

static bool write_texts(struct casework *cw, int64_t family, const struct demo_theme *theme, bool is_outline,
			struct fault *f)
{
	struct family_plan page;
	struct arena mem = {0};
	struct plan_version plan = plan_version_blank();
	bool ok = casework_family_plan_again(cw, family, 0, &mem, &page, f) &&
		  (!page.draft || casework_family_plan_again(cw, family, page.draft, &mem, &page, f));

	if (ok) {
		if (page.plan.id && page.plan.id == page.draft)
			plan = page.plan;
		plan.harm = theme->harm;
		plan.change = theme->change;
		plan.contingency = theme->contingency;
		plan.visits = is_outline ? "The social worker sees the children every ten working days."
					 : "The social worker sees the children every ten working days, alone and at "
					   "home, one visit in two without notice.";
		plan.goals_short = is_outline ? "" : theme->goals_short;
		plan.goals_long = theme->goals_long;
		plan.outcomes = is_outline ? "" : theme->outcomes;
		plan.child_wishes = "They want to stay at home, and that it is calm there.";
		plan.parents_views = is_outline ? "" : "They find the plan long, and agree with most of it.";
		ok = casework_plan_texts(cw, family, &plan, f);
	}
	arena_finish(&mem);
	return ok;
}

/* Most families' workers keep to it, and what was agreed again has a new day; in some it is overdue. */
static day_number by_when(const struct demo_world *world, int64_t family, day_number day, int days)
{
	day_number by = date_add_days(day, days);

	if (by < world->today && family % FAMILIES_WITH_OVERDUE != 0)
		by = date_add_days(world->today, 1 + days % 45);
	return working_day_on_or_before(by, world->calendar, COUNT_LOCAL);
}

static bool write_actions(struct casework *cw, const struct demo_world *world, int64_t family,
			  const struct demo_theme *theme, size_t from, size_t to, day_number day,
			  struct demo_random *random, struct fault *f)
{
	for (size_t i = from; i < to; i++) {
		struct plan_action one = plan_action_blank();

		one.what = theme->actions[i].what;
		one.who = theme->actions[i].who;
		one.by_on = by_when(world, family, day, demo_between(random, 7, 60));
		if (!casework_plan_action(cw, family, &one, f))
			return false;
	}
	return true;
}

/* Relatives of the family where there are any; a neighbour else. */
static bool write_network(struct casework *cw, const struct family_plan *page, const struct demo_theme *theme,
			  struct fault *f)
{
	size_t helped = 0;

	for (size_t i = page->people.count; i-- > 0 && helped < THEME_HELPS;) {
		const struct plan_person *who = &page->people.items[i];
		struct plan_network one = plan_network_blank();

		if (!who->person_id || strcmp(who->words, relationship_label(RELATIONSHIP_CHILD)) == 0 ||
		    strcmp(who->words, relationship_label(RELATIONSHIP_MOTHER)) == 0)
			continue;
		one.person_id = who->person_id;
		one.name = who->name;
		one.relation = who->words;
		one.does = theme->helps[helped++];
		if (!casework_plan_network(cw, page->family_id, &one, f))
			return false;
	}
	if (!helped) {
		struct plan_network one = plan_network_blank();

		one.name = "Mrs Achebe-Long";
		one.relation = "neighbour";
		one.does = theme->helps[1];
		return casework_plan_network(cw, page->family_id, &one, f);
	}
	return true;
}

static bool give_out(struct casework *cw, int64_t family, day_number on, const char *why, struct fault *f)
{
	struct family_plan page;
	struct arena mem = {0};
	bool ok = casework_family_plan_again(cw, family, 0, &mem, &page, f) &&
		  casework_family_plan_again(cw, family, page.draft, &mem, &page, f);

	if (ok) {
		struct plan_giving giving = {.id = page.plan.id,
					     .version = page.plan.version,
					     .on = on,
					     .who = "The parents\nThe social worker\nThe school\nThe health visitor",
					     .how = "secure e-mail; the parents by hand",
					     .why = why};

		ok = casework_plan_give_out(cw, family, &giving, f);
	}
	arena_finish(&mem);
	return ok;
}

/* --- How it went --- */

static bool mark_some(struct casework *cw, int64_t family, struct demo_random *random, struct fault *f)
{
	struct family_plan page;
	struct arena mem = {0};
	bool ok = casework_family_plan_again(cw, family, 0, &mem, &page, f);

	for (size_t i = 0; ok && i < page.actions.count; i++) {
		struct plan_action one = page.actions.items[i];

		if (!demo_chance(random, 500))
			continue;
		one.state = demo_chance(random, 600) ? PLAN_ACTION_DONE : PLAN_ACTION_PARTLY;
		one.evidence = "Said at the core group and seen by the social worker.";
		one.difference = one.state == PLAN_ACTION_DONE ? "The children say that it is better." : "";
		ok = casework_core_group_action(cw, family, 0, &one, f);
	}
	arena_finish(&mem);
	return ok;
}

static bool say_scale(struct casework *cw, const struct family_plan *page, day_number on, int scale, const char *why,
		      struct fault *f)
{
	for (size_t i = 0; i < page->children.count; i++) {
		struct plan_scale_said said = {.person_id = page->children.items[i].person_id,
					       .said_on = on,
					       .who = "core group",
					       .why = why,
					       .scale = scale};

		if (page->children.items[i].is_on_plan && page->children.items[i].since <= on &&
		    !casework_plan_scale(cw, page->family_id, &said, f))
			return false;
	}
	return true;
}

static bool say_scales(struct casework *cw, const struct family_plan *page, day_number from, day_number day,
		       struct demo_random *random, struct fault *f)
{
	int scale = demo_between(random, 2, 4);

	if (day - from > 20 && !say_scale(cw, page, date_add_days(from, 10), scale, "", f))
		return false;
	if (day - from > 60 &&
	    !say_scale(cw, page, date_add_days(from, (int)(day - from) / 2), scale + 1, "the rota is kept", f))
		return false;
	return say_scale(cw, page, day, scale + demo_between(random, 0, 3), "seen by the school too", f);
}

static bool write_both(struct casework *cw, const struct demo_world *world, const struct family_plan *page,
		       day_number from, day_number day, struct demo_random *random, struct fault *f)
{
	const struct demo_theme *theme = &themes[demo_between(random, 0, THEME_COUNT - 1)];
	int64_t family = page->family_id;

	return write_texts(cw, family, theme, true, f) &&
	       write_actions(cw, world, family, theme, 0, 3, day, random, f) &&
	       give_out(cw, family, from, "the outline plan, typed in from paper", f) &&
	       mark_some(cw, family, random, f) && write_texts(cw, family, theme, false, f) &&
	       write_actions(cw, world, family, theme, 3, THEME_ACTIONS, day, random, f) &&
	       write_network(cw, page, theme, f) &&
	       give_out(cw, family, day, "the detailed plan of the core group", f) &&
	       say_scales(cw, page, from, day, random, f);
}

bool demo_write_plan(struct casework *cw, const struct demo_world *world, int64_t family, day_number day,
		     struct fault *f)
{
	struct demo_random random = demo_random_of(world->seed, DEMO_DESK, (uint64_t)family * 1000 + DEMO_PLAN_MARK);
	struct core_group_page group;
	struct family_plan page;
	struct arena mem = {0};
	bool ok = true;

	if (!demo_chance(&random, OF_A_THOUSAND))
		return true;
	ok = casework_family_plan_again(cw, family, 0, &mem, &page, f) &&
	     casework_core_group_again(cw, family, &mem, &group, f);
	if (ok && !page.newest && !page.draft)
		ok = write_both(cw, world, &page, group.line.started_on, day, &random, f);
	arena_finish(&mem);
	return ok;
}
