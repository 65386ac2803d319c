/* The social worker, the agencies that are always asked, an advocate and interpreters, as a list should hold them. */
#include "base/text.h"
#include "invitee_proposal.h"
#include "invitee_words.h"
#include "report_keeping.h"
#include "standing_agencies.h"

#include <string.h>

/* --- Whom of an agency --- */

static bool came(const struct proposing *p, const struct contact *contact)
{
	for (size_t i = 0; i < p->earlier.count; i++)
		if (p->earlier.items[i].contact_id == contact->id)
			return true;
	return false;
}

static bool has_role(const struct proposing *p, const struct contact *contact, const char *role)
{
	const char *wanted = text_fold(p->mem, role);

	return *wanted && strncmp(text_fold(p->mem, contact->role), wanted, strlen(wanted)) == 0;
}

/* The first of two is rather asked: DAY_NONE is the smallest day. */
static bool is_rather(const struct proposing *p, const struct contact *a, const struct contact *b, const char *role)
{
	if (came(p, a) != came(p, b))
		return came(p, a);
	if (has_role(p, a, role) != has_role(p, b, role))
		return has_role(p, a, role);
	return a->checked_on > b->checked_on;
}

static const struct contact *pick_by(const struct proposing *p, const struct settings_standing *standing, bool by_group,
				     bool *any)
{
	const char *wanted = text_fold(p->mem, standing->agency);
	const struct contact *best = NULL;
	bool one_agency = true;

	for (size_t i = 0; i < p->contacts.count; i++) {
		const struct contact *one = &p->contacts.items[i];

		if (!standing_means(wanted, by_group, p->groups[i], p->agencies[i]))
			continue;
		one_agency = one_agency && (!best || best->agency_id == one->agency_id);
		if (!best || is_rather(p, one, best, standing->role))
			best = one;
	}
	*any = best;
	return best && (one_agency || came(p, best)) ? best : NULL;
}

const struct contact *proposal_pick(const struct proposing *p, const struct settings_standing *standing)
{
	bool any;
	const struct contact *best = pick_by(p, standing, true, &any);

	return any ? best : pick_by(p, standing, false, &any);
}

/* --- The agencies --- */

/* `asked`: the agency's name in the settings. */
static bool is_of_agency(const struct invitee *one, const void *asked, struct arena *mem)
{
	const char *wanted = text_fold(mem, asked), *group = text_fold(mem, one->quorum_group);
	const char *agency = text_fold(mem, one->shown_agency);

	return one->capacity == CAPACITY_PROFESSIONAL &&
	       (standing_means(wanted, true, group, agency) || standing_means(wanted, false, group, agency));
}

/* Is there a child this agency is asked for? */
static bool is_called_for(const struct proposing *p, const struct settings_standing *standing)
{
	for (size_t i = 0; i < p->children->count; i++) {
		const struct person *child = &p->children->items[i];
		int age = 0;

		if (person_is_unborn(child) ? !standing->when_unborn : !standing->when_born)
			continue;
		if (child->born_on != DAY_NONE)
			age = date_age(child->born_on, casework_today(p->cw));
		if (age >= standing->age_from && age <= standing->age_to)
			return true;
	}
	return false;
}

static const char *why_standing(const struct settings_standing *standing, struct arena *mem)
{
	if (standing->is_report_only)
		return arena_printf(mem, "%s: always asked for written information", standing->agency);
	if (!standing->when_born)
		return arena_printf(mem, "%s: unborn child", standing->agency);
	if (standing->age_from > 0)
		return arena_printf(mem, "%s: child of %d or older", standing->agency, standing->age_from);
	if (standing->age_to < 17)
		return arena_printf(mem, "%s: child of %d or younger", standing->agency, standing->age_to);
	return arena_printf(mem, standing->is_wanted ? "%s: asked to every conference" : "%s: where they are involved",
			    standing->agency);
}

/* A social worker is the family's own: nobody is taken from the directory at a venture. */
static bool is_lacking(const struct proposing *p, const struct settings_standing *standing)
{
	return strcmp(standing->report_kind, "social_work") != 0 && is_called_for(p, standing) &&
	       !proposal_has_any(p, is_of_agency, standing->agency);
}

bool propose_unnamed(struct proposing *p, struct fault *f)
{
	const struct settings_standing *standing;

	for (size_t i = 0; (standing = standing_agency(p->cw, i)); i++)
		if (standing->is_wanted && is_lacking(p, standing))
			p->out->unnamed = arena_joined(p->mem, p->out->unnamed, ", ", standing->agency);
	return !arena_exhausted(p->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to say whom to invite.");
}

/* Several of it are known, none of them came last time, and the officer decides whether one is asked. */
static bool is_to_be_chosen(const struct proposing *p, const struct settings_standing *standing)
{
	bool any;

	for (size_t i = 0; i < p->earlier.count; i++)
		if (is_of_agency(&p->earlier.items[i], standing->agency, p->mem))
			return false;
	pick_by(p, standing, true, &any);
	if (!any)
		pick_by(p, standing, false, &any);
	return any && !standing->is_wanted;
}

bool propose_standing(struct proposing *p, struct fault *f)
{
	const struct settings_standing *standing;

	for (size_t i = 0; (standing = standing_agency(p->cw, i)); i++) {
		const struct invitee *earlier;
		const struct contact *contact;
		struct invitee one;

		if (!is_lacking(p, standing))
			continue;
		contact = proposal_pick(p, standing);
		if (!contact && is_to_be_chosen(p, standing))
			p->out->unchosen = arena_joined(p->mem, p->out->unchosen, ", ", standing->agency);
		if (!contact)
			continue;
		one = proposal_of_contact(p, contact);
		if (proposal_has(p, &one))
			continue;
		if (standing->is_report_only)
			one.other_way = "written information";
		earlier = proposal_earlier(p, &one); /* the child's school is chosen once */
		if (!proposal_add(p, &one, why_standing(standing, p->mem),
				  standing->is_wanted || (earlier && proposal_is_asked_again(p, earlier)), f))
			return false;
	}
	return true;
}

/* --- The social worker and their manager --- */

static bool propose_manager(struct proposing *p, const struct contact *social_worker, struct fault *f)
{
	const struct contact *manager = NULL;
	struct invitee one;

	for (size_t i = 0; i < p->contacts.count; i++) {
		const struct contact *contact = &p->contacts.items[i];

		if (contact->agency_id != social_worker->agency_id ||
		    !strstr(text_fold(p->mem, contact->role), "manager"))
			continue;
		if (manager)
			return true; /* nothing tells whose */
		manager = contact;
	}
	if (!manager)
		return true;
	one = proposal_of_contact(p, manager);
	if (proposal_has(p, &one))
		return true;
	one.involved = ANSWER_NO; /* the report is the social worker's */
	return proposal_add(p, &one, "manager of the social worker's team", false, f);
}

bool propose_social_work(struct proposing *p, struct fault *f)
{
	const struct conference *c = p->conference;
	const struct contact *contact = proposal_contact(p, c->social_worker_id);
	struct invitee one;

	if (!*c->social_worker && !contact)
		return true;
	if (!proposal_has_social_worker(p)) {
		one = contact ? proposal_of_contact(p, contact) : proposal_blank(p, CAPACITY_PROFESSIONAL);
		if (!contact) {
			one.name = one.shown_name = c->social_worker;
			one.role = one.shown_role = "social worker";
			one.agency = one.shown_agency = "Children's social care";
		}
		one.involved = one.direct_contact = ANSWER_YES;
		if (!proposal_add(p, &one, "the children's social worker", true, f))
			return false;
	}
	return !contact || propose_manager(p, contact, f);
}

/* --- An advocate --- */

static bool comes_as(const struct invitee *one, const void *asked, struct arena *mem)
{
	(void)mem;
	return one->capacity == *(const enum capacity *)asked;
}

/* The eldest who is old enough; NULL when nobody is. */
static const struct person *child_for_advocate(const struct proposing *p)
{
	const struct person *eldest = NULL;

	for (size_t i = 0; i < p->children->count; i++) {
		const struct person *child = &p->children->items[i];

		if (child->born_on == DAY_NONE || child->died_on != DAY_NONE ||
		    date_age(child->born_on, casework_today(p->cw)) < casework_policy(p->cw)->advocate_offer_age)
			continue;
		if (!eldest || child->born_on < eldest->born_on)
			eldest = child;
	}
	return eldest;
}

static int64_t on_list_of_person(const struct proposing *p, int64_t person)
{
	for (size_t i = 0; i < p->on_list->count; i++)
		if (p->on_list->items[i].person_id == person)
			return p->on_list->items[i].id;
	return 0;
}

bool propose_advocate(struct proposing *p, struct fault *f)
{
	static const struct settings_standing service = {.agency = "advocacy", .role = "advocate"};
	static const enum capacity advocate = CAPACITY_ADVOCATE;
	const struct person *child = child_for_advocate(p);
	const struct contact *contact = child ? proposal_pick(p, &service) : NULL;
	struct invitee one;

	if (!contact || proposal_has_any(p, comes_as, &advocate))
		return true;
	one = proposal_of_contact(p, contact);
	if (proposal_has(p, &one))
		return true;
	one.capacity = CAPACITY_ADVOCATE;
	one.for_invitee_id = on_list_of_person(p, child->id);
	one.for_person_id = child->id;
	return proposal_add(
		p, &one,
		arena_printf(p->mem, "an advocate is offered from %d", casework_policy(p->cw)->advocate_offer_age),
		true, f);
}

/* --- Interpreters --- */

static bool interprets(const struct invitee *one, const void *asked, struct arena *mem)
{
	const char *wanted = text_fold(mem, asked), *language = text_fold(mem, one->language);

	return one->capacity == CAPACITY_INTERPRETER && (!*wanted || !*language || strcmp(language, wanted) == 0);
}

static bool propose_interpreter(struct proposing *p, const char *language, const struct invitee *needs_one,
				const char *why, struct fault *f)
{
	static const struct settings_standing service = {.agency = "interpret", .role = "interpreter"};
	const struct contact *contact = proposal_pick(p, &service);
	struct invitee one = contact ? proposal_of_contact(p, contact) : proposal_blank(p, CAPACITY_INTERPRETER);

	if (proposal_has_any(p, interprets, language))
		return true;
	if (!contact || proposal_has(p, &one)) {
		one = proposal_blank(p, CAPACITY_INTERPRETER);
		one.name = *language ? arena_printf(p->mem, "%s interpreter", language) : "interpreter";
		one.shown_name = one.name;
		one.method = METHOD_TELEPHONE;
	}
	one.capacity = CAPACITY_INTERPRETER;
	one.language = language;
	one.for_invitee_id = needs_one ? needs_one->id : 0;
	one.for_person_id = needs_one ? needs_one->person_id : 0;
	return proposal_add(p, &one, why, true, f);
}

/* "yes" and "language not recorded" name no language. */
static const char *language_named(const char *words)
{
	return strcmp(words, "yes") == 0 || strncmp(words, "language", 8) == 0 ? "" : words;
}

bool propose_interpreters(struct proposing *p, struct fault *f)
{
	size_t proposed = p->out->count;

	for (size_t i = 0; i < p->on_list->count; i++) {
		const struct invitee *one = &p->on_list->items[i];

		if (*one->language && one->capacity != CAPACITY_INTERPRETER &&
		    !propose_interpreter(p, language_named(one->language), one,
					 arena_printf(p->mem, "%s needs one", one->shown_name), f))
			return false;
	}
	for (size_t i = 0; i < proposed; i++) {
		const struct invitee one = p->out->items[i].invitee; /* a copy: the list grows */

		if (*one.language && one.capacity != CAPACITY_INTERPRETER &&
		    !propose_interpreter(p, language_named(one.language), &one,
					 arena_printf(p->mem, "%s needs one", one.shown_name), f))
			return false;
	}
	return !*p->conference->interpreter || propose_interpreter(p, language_named(p->conference->interpreter), NULL,
								   "asked for with the conference", f);
}
