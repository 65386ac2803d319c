/* Who is asked to each invented conference, what they are told, and what they answer, by the verbs that people use. */
#include "demo_desk.h"

#include "casework/invitees.h"
#include "casework/letters.h"

#include <string.h>

enum { STEP_DAYS = 20, STEP_LIST, STEP_ANSWERS };
enum { INVITED_MOST = 48, WAITS_WD = 8 /* an exclusion asked so lately waits for its chair */ };

static struct demo_random chance_of(const struct demo_world *world, const struct demo_case *one, uint64_t what)
{
	return demo_random_of(world->seed, DEMO_DESK, (what << 32) + (uint64_t)one->family.number);
}

/* Nothing to send, or nobody who can be written to: the officer goes on with the next. */
static bool unless_refused(bool ok, const struct fault *why, struct fault *f)
{
	if (ok || why->code == FAULT_REFUSED)
		return true;
	if (f)
		*f = *why;
	return false;
}

static bool send_mailing(struct casework *cw, int64_t conference, enum mailing mailing, struct fault *f)
{
	struct fault why = {0};
	size_t written;

	return unless_refused(casework_mailing_send(cw, conference, mailing, NULL, 0, &written, &why), &why, f);
}

/* --- When --- */

static bool is_review(const struct demo_case *one)
{
	return one->enquiry == NULL;
}

/* A list is made within two days of booking. Invitations follow; those to a review a month before the day. */
static void arrange(const struct demo_world *world, const struct demo_case *one, day_number *list_on,
		    day_number *letters_on)
{
	struct demo_random random = chance_of(world, one, STEP_DAYS);

	*list_on = working_day_add(one->book_on, demo_between(&random, 0, 2), world->calendar, COUNT_LOCAL);
	*letters_on = working_day_add(*list_on, demo_between(&random, 0, 2), world->calendar, COUNT_LOCAL);
	if (is_review(one)) {
		day_number month = working_day_add(one->booked_for, -demo_between(&random, 20, 23), world->calendar,
						   COUNT_LOCAL);

		*letters_on = month > *letters_on ? month : *letters_on;
	}
}

/* --- The list --- */

static bool is_father(const struct invitee *invitee)
{
	return invitee->capacity == CAPACITY_FAMILY && invitee->relationship == RELATIONSHIP_FATHER;
}

/* Everybody who should come; of those who might, a school, a doctor and now and then somebody else. */
static bool is_taken(const struct invitee_proposal *proposal, struct demo_random *random)
{
	static const struct {
		const char *group;
		int of_a_thousand;
	} others[] = {{"education", 330}, {"gp", 300}, {"housing", 120}, {"voluntary", 160}};

	for (size_t i = 0; !proposal->wanted && i < sizeof others / sizeof *others; i++)
		if (strcmp(proposal->invitee.quorum_group, others[i].group) == 0)
			return demo_chance(random, others[i].of_a_thousand);
	return proposal->wanted;
}

/* What the officer fills in about this one. */
static void describe(const struct demo_case *one, struct demo_random *random, bool has_sittings,
		     struct invitee *invitee)
{
	bool is_family = invitee->capacity == CAPACITY_FAMILY;

	if (invitee->capacity == CAPACITY_CHILD && demo_chance(random, 500)) {
		invitee->understanding = "understands what the meeting is about";
		invitee->advocate_offered_on = one->book_on;
	}
	if (is_family && demo_chance(random, 90))
		invitee->transport = "bus fares";
	if (is_family && demo_chance(random, 70))
		invitee->childcare = "for the youngest, during the meeting";
	if (is_family && has_sittings)
		invitee->sitting = is_father(invitee) ? 2 : 1;
}

static struct invitee somebody(enum capacity capacity, const char *name, const char *agency, const char *email,
			       int64_t for_whom)
{
	struct invitee one = invitee_blank();

	one.capacity = capacity;
	one.name = name;
	one.agency = agency;
	one.email = email;
	one.method = METHOD_EMAIL;
	one.for_invitee_id = for_whom;
	return one;
}

/* Whoever comes with a parent, or in the place of one. */
static size_t company_of(const struct demo_case *one, struct demo_random *random, const struct invitee *parent,
			 struct arena *mem, struct invitee company[2])
{
	size_t count = 0;

	if (parent->capacity == CAPACITY_FAMILY && parent->relationship == RELATIONSHIP_MOTHER) {
		const char *language = one->family.culture->language;

		if (one->family.needs_interpreter) {
			company[count] = somebody(CAPACITY_INTERPRETER, arena_printf(mem, "%s interpreter", language),
						  "Tideway Language Service", "bookings@example.org", parent->id);
			company[count++].language = language;
		}
		if (demo_chance(random, 120))
			company[count++] = somebody(CAPACITY_SOLICITOR, "Rosalind Whitcombe", "Whitcombe and Lowe",
						    "care.team@example.net", parent->id);
	} else if (is_father(parent) && demo_chance(random, 45)) {
		company[count] = somebody(CAPACITY_REPRESENTATIVE, "Samantha Ridley", "Prison family service",
					  "family.service@example.org", parent->id);
		company[count++].represented_why = "in custody";
	}
	return count;
}

static bool add_company(struct casework *cw, const struct demo_case *one, struct demo_random *random,
			const struct invitee *invitees, size_t count, struct arena *mem, struct fault *f)
{
	struct invitee company[2];

	for (size_t i = 0; i < count; i++) {
		size_t coming = company_of(one, random, &invitees[i], mem, company);

		if (coming && !casework_invitees_add(cw, one->conference, company, coming, f))
			return false;
	}
	return true;
}

/* Where the parents must not meet they come one after the other, and now and then not both. */
static bool keep_apart(struct casework *cw, struct demo_random *random, struct demo_case *one,
		       const struct invitees_page *page, day_number day, struct arena *mem, struct fault *f)
{
	struct sitting_time times[2];
	struct invitees_page now;
	const struct exclusion_request request = {
		.reason = EXCLUSION_REASON_CONFLICT,
		.is_whole = demo_chance(random, 400),
		.part = "the part about where the mother and the children live",
		.asked_by = *page->conference.social_worker ? page->conference.social_worker : "the social worker",
		.asked_on = day};

	if (page->sittings.count == 2) {
		times[0] = page->sittings.items[0];
		times[1] = page->sittings.items[1];
		times[0].who = "mother and whoever comes with her";
		times[1].who = "father";
		if (!casework_sittings_save(cw, one->conference, page->conference.version, times, 2, f))
			return false;
	}
	if (!one->family.is_kept_apart || !demo_chance(random, 600))
		return true;
	if (!casework_invitees(cw, one->conference, mem, &now, f))
		return false;
	for (size_t i = 0; i < now.lines.count; i++)
		if (is_father(&now.lines.items[i].invitee)) {
			one->away = now.lines.items[i].invitee.id;
			one->away_on = day;
			return casework_exclusion_ask(cw, one->away, now.lines.items[i].invitee.version, &request, f);
		}
	return true;
}

static bool make_list(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		      struct arena *mem, struct fault *f)
{
	struct demo_random random = chance_of(world, one, STEP_LIST);
	struct invitee_proposal_list proposals;
	struct invitee invitees[INVITED_MOST];
	struct invitees_page page;
	size_t count = 0;

	if (!casework_invitees(cw, one->conference, mem, &page, f) ||
	    !casework_invitees_propose(cw, one->conference, mem, &proposals, f))
		return false;
	for (size_t i = 0; i < proposals.count && count < INVITED_MOST; i++)
		if (is_taken(&proposals.items[i], &random)) {
			invitees[count] = proposals.items[i].invitee;
			describe(one, &random, page.sittings.count == 2, &invitees[count++]);
		}
	one->is_listed = true;
	return count == 0 || (casework_invitees_add(cw, one->conference, invitees, count, f) &&
			      add_company(cw, one, &random, invitees, count, mem, f) &&
			      keep_apart(cw, &random, one, &page, day, mem, f));
}

/* --- Letters --- */

static const struct invitee *invitee_of(const struct invitees_page *page, int64_t id)
{
	for (size_t i = 0; i < page->lines.count; i++)
		if (page->lines.items[i].invitee.id == id)
			return &page->lines.items[i].invitee;
	return NULL;
}

/* The chair decides within some days; what was asked in the last of them is for whoever opens the demonstration. */
static bool decide_away(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
			struct arena *mem, struct fault *f)
{
	struct demo_random random = chance_of(world, one, STEP_ANSWERS);
	struct exclusion_decision decision = {.decision = EXCLUSION_PART,
					      .reason = EXCLUSION_REASON_CONFLICT,
					      .part = "the part about where the mother and the children live",
					      .words = exclusion_words_for(EXCLUSION_REASON_CONFLICT),
					      .other_way = "by telephone with the chair on the day before",
					      .decided_on = day};
	struct invitees_page page;
	const struct invitee *father;

	if (!one->away ||
	    day < working_day_add(one->away_on, demo_between(&random, 1, 2), world->calendar, COUNT_LOCAL) ||
	    one->away_on > working_day_add(world->today, -WAITS_WD, world->calendar, COUNT_LOCAL))
		return true;
	if (!casework_invitees(cw, one->conference, mem, &page, f))
		return false;
	father = invitee_of(&page, one->away);
	one->away = 0;
	if (!father || father->exclusion != EXCLUSION_ASKED)
		return true;
	if (demo_chance(&random, 250))
		decision.decision = EXCLUSION_REFUSED;
	decision.decided_by = *page.conference.chair ? page.conference.chair : "the conference chair";
	return casework_exclusion_decide(cw, father->id, father->version, &decision, f) &&
	       send_mailing(cw, one->conference, MAILING_EXCLUSIONS, f);
}

static bool write_letters(struct casework *cw, struct demo_case *one, struct fault *f)
{
	one->is_invited = true;
	one->told_for = one->booked_for;
	return send_mailing(cw, one->conference, MAILING_INVITATIONS, f);
}

/* Whoever was told of a day that is no more hears of it on the next working day. */
static bool tell_of_changes(struct casework *cw, struct demo_case *one, struct fault *f)
{
	day_number now = one->is_booked ? one->booked_for : DAY_NONE;

	if (one->told_for == now)
		return true;
	one->told_for = now;
	return send_mailing(cw, one->conference, MAILING_CHANGES, f);
}

/* Whoever could not be written to before may have an address by now. */
static bool write_again(struct casework *cw, const struct demo_case *one, struct fault *f)
{
	return send_mailing(cw, one->conference, MAILING_INVITATIONS, f) &&
	       send_mailing(cw, one->conference, MAILING_CHANGES, f);
}

/* --- Answers --- */

static bool answer(struct casework *cw, struct demo_random *random, const struct invitee *invitee, day_number day,
		   struct fault *f)
{
	static const char *const ways[] = {"e-mail", "telephone", "e-mail", "text message"};
	static const int weights[] = {850, 100, 50};
	size_t kind = demo_weighted(random, weights, invitee->capacity == CAPACITY_PROFESSIONAL ? 3 : 2);
	const struct invitee_answer given = {.reply = kind == 0   ? REPLY_COMING
						      : kind == 1 ? REPLY_DECLINED
								  : REPLY_DEPUTY,
					     .on = day,
					     .how = ways[demo_between(random, 0, 3)],
					     .note = kind != 1 ? ""
						     : invitee->capacity == CAPACITY_PROFESSIONAL
							     ? "will send a report"
							     : "will ring the chair before",
					     .deputy = kind == 2 ? "a colleague of the team" : ""};

	return casework_invitee_answer(cw, invitee->id, invitee->version, &given, f);
}

/* Half answer within days; before the day nearly everybody has been asked again. */
static bool take_answers(struct casework *cw, const struct demo_world *world, const struct demo_case *one,
			 day_number day, int of_a_thousand, struct arena *mem, struct fault *f)
{
	struct demo_random random = chance_of(world, one, STEP_ANSWERS + 1 + (uint64_t)(one->booked_for - day));
	struct invitees_page page;

	if (!casework_invitees(cw, one->conference, mem, &page, f))
		return false;
	for (size_t i = 0; i < page.lines.count; i++) {
		const struct invitee *invitee = &page.lines.items[i].invitee;

		if (invitee->invited_on == DAY_NONE || invitee->reply != REPLY_NONE ||
		    invitee->exclusion == EXCLUSION_WHOLE || !demo_chance(&random, of_a_thousand))
			continue;
		if (!answer(cw, &random, invitee, day, f))
			return false;
	}
	return true;
}

static bool hear(struct casework *cw, const struct demo_world *world, const struct demo_case *one,
		 day_number letters_on, day_number day, struct arena *mem, struct fault *f)
{
	const struct working_calendar *calendar = world->calendar;
	int answers = day == working_day_add(letters_on, 3, calendar, COUNT_LOCAL)         ? 500
		      : day == working_day_add(one->booked_for, -6, calendar, COUNT_LOCAL) ? 700
		      : day == working_day_add(one->booked_for, -3, calendar, COUNT_LOCAL) ? 975
											   : 0;

	return answers == 0 || take_answers(cw, world, one, day, answers, mem, f);
}

bool demo_invite_case(struct casework *cw, const struct demo_world *world, struct demo_case *one, day_number day,
		      bool is_mended, struct fault *f)
{
	struct arena mem = {0};
	day_number list_on, letters_on;
	bool ok = true;

	if (one->is_invited && !one->is_booked)
		return tell_of_changes(cw, one, f);
	if (!one->is_booked || one->booked_for <= day || one->book_on == day)
		return true;
	arrange(world, one, &list_on, &letters_on);
	if (!one->is_listed && day >= list_on)
		ok = make_list(cw, world, one, day, &mem, f);
	ok = ok && decide_away(cw, world, one, day, &mem, f);
	if (ok && one->is_listed && !one->is_invited && day >= letters_on)
		ok = write_letters(cw, one, f);
	else if (ok && one->is_invited)
		ok = tell_of_changes(cw, one, f) && (!is_mended || write_again(cw, one, f)) &&
		     hear(cw, world, one, letters_on, day, &mem, f);
	arena_finish(&mem);
	return ok;
}

/* --- Left for whoever opens the demonstration --- */

static bool ask_today(struct casework *cw, struct demo_case *one, day_number day, bool *asked, struct fault *f)
{
	const struct exclusion_request request = {.reason = one->family.is_kept_apart ? EXCLUSION_REASON_CONFLICT
										      : EXCLUSION_REASON_DISRUPTION,
						  .is_whole = true,
						  .part = "",
						  .asked_by = "the social worker",
						  .asked_on = day};
	struct arena mem = {0};
	struct invitees_page page;
	bool ok = casework_invitees(cw, one->conference, &mem, &page, f);

	for (size_t i = 0; ok && !*asked && i < page.lines.count; i++) {
		const struct invitee *invitee = &page.lines.items[i].invitee;

		if (!is_father(invitee) || invitee->exclusion != EXCLUSION_NONE)
			continue;
		ok = casework_exclusion_ask(cw, invitee->id, invitee->version, &request, f);
		*asked = ok;
	}
	arena_finish(&mem);
	return ok;
}

bool demo_leave_exclusion(struct casework *cw, struct demo_desk *desk, day_number day, struct fault *f)
{
	day_number in_time = working_day_add(day, 5, desk->world->calendar, COUNT_LOCAL);
	bool asked = false;

	/* Of parents who must not meet, if there are any. */
	for (int kept_apart = 1; kept_apart >= 0 && !asked; kept_apart--)
		for (size_t i = 0; i < desk->count && !asked; i++) {
			struct demo_case *one = &desk->cases[i];

			if (one->is_listed && one->is_booked && one->booked_for > in_time &&
			    one->family.is_kept_apart == (kept_apart == 1) && !ask_today(cw, one, day, &asked, f))
				return false;
		}
	return true;
}
