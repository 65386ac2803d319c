/* The brief's children, adults and risks: who lives with whom without an address, who may not meet, what is kept back.
 */
#include "brief_lines.h"

#include "base/text.h"
#include "domain/decision.h"
#include "invitee_words.h"
#include "store/person_store.h"

#include <string.h>

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to show who lives where.");
}

/* --- Homes --- */

static const char *kept_from_words(const struct address *address, struct arena *mem)
{
	const char *at = address->confidential_from, *words = "";
	enum relationship who;
	bool known;

	while (kept_from_next(&at, &who, &known))
		if (known)
			words = brief_listed(words, ", ", relationship_label(who), mem);
	return *words || !*address->confidential_from ? words : "somebody";
}

/* A home that one of those who live there keeps from somebody is kept for all of them, from everybody it is kept from.
 */
static bool keep_for_all(struct brief_work *w)
{
	const char **all = arena_alloc(w->mem, (w->members.count + 1) * sizeof *all);

	if (!all)
		return false;
	for (size_t i = 0; i < w->members.count; i++) {
		all[i] = w->homes[i].kept_from;
		for (size_t j = 0; *w->homes[i].folded && j < w->members.count; j++)
			if (strcmp(w->homes[i].folded, w->homes[j].folded) == 0 &&
			    !strstr(all[i], w->homes[j].kept_from))
				all[i] = brief_listed(all[i], ", ", w->homes[j].kept_from, w->mem);
	}
	for (size_t i = 0; i < w->members.count; i++)
		w->homes[i].kept_from = all[i];
	return true;
}

bool brief_homes_read(struct casework *cw, struct brief_work *w, struct fault *f)
{
	w->homes = arena_alloc(w->mem, (w->members.count + 1) * sizeof *w->homes);
	if (!w->homes)
		return too_much(f);
	for (size_t i = 0; i < w->members.count; i++) {
		struct address_list all;

		w->homes[i] = (struct brief_home){"", ""};
		if (!addresses_of(cw->store, w->members.items[i].person_id, w->mem, &all, f))
			return false;
		if (all.count == 0 || all.items[0].to_on != DAY_NONE)
			continue;
		w->homes[i].folded = text_fold(
			w->mem, arena_printf(w->mem, "%s %s", all.items[0].lines, all.items[0].postcode));
		w->homes[i].kept_from = kept_from_words(&all.items[0], w->mem);
	}
	return keep_for_all(w) || too_much(f);
}

static bool is_child(const struct member *member)
{
	return member->relationship == RELATIONSHIP_CHILD;
}

static bool share_home(const struct brief_work *w, size_t a, size_t b)
{
	return *w->homes[a].folded && strcmp(w->homes[a].folded, w->homes[b].folded) == 0;
}

static bool has_died(const struct member *member)
{
	return member->person.died_on != DAY_NONE;
}

/* "lives with mother, step-father" of a child, "lives with Kai, Zoë" of an adult. */
static const char *lives_with(const struct brief_work *w, size_t at)
{
	bool of_child = is_child(&w->members.items[at]), any_home = false;
	const char *words = "";

	for (size_t i = 0; i < w->members.count; i++) {
		const struct member *other = &w->members.items[i];

		if (is_child(other) == of_child || has_died(other))
			continue;
		any_home |= *w->homes[i].folded != '\0';
		if (share_home(w, at, i))
			words = brief_listed(words, ", ",
					     of_child ? relationship_label(other->relationship)
						      : outlook_child(&other->person, w->mem),
					     w->mem);
	}
	if (*words)
		return arena_printf(w->mem, "lives with %s", words);
	if (!*w->homes[at].folded || !any_home)
		return of_child ? "where they live is not recorded" : "";
	return of_child ? "lives with none of the adults below" : "lives elsewhere";
}

/* --- Children --- */

static bool is_at_conference(const struct brief_work *w, int64_t person)
{
	for (size_t i = 0; i < w->outlook.children.count; i++)
		if (w->outlook.children.items[i].id == person)
			return true;
	return false;
}

/* Why a brother or sister is not of it: " · plan ended 15 Apr 2026: left the United Kingdom for good". */
static const char *plan_end_words(const struct brief_work *w, int64_t person)
{
	const struct plan *last = NULL;
	char day[DATE_TEXT_ROOM];
	enum plan_end_reason why;

	for (size_t i = 0; i < w->plans.count; i++)
		if (w->plans.items[i].person_id == person &&
		    (!last || last->ended_on == DAY_NONE || w->plans.items[i].ended_on > last->ended_on))
			last = &w->plans.items[i];
	if (!last || last->ended_on == DAY_NONE)
		return "";
	return arena_printf(w->mem, "plan ended %s%s%s", date_plain(last->ended_on, day),
			    plan_end_reason_from_token(last->end_reason, &why) ? ": " : "",
			    plan_end_reason_from_token(last->end_reason, &why) ? plan_end_reason_label(why) : "");
}

static const char *child_words(const struct brief_work *w, size_t at)
{
	const struct person *p = &w->members.items[at].person;
	char name[NAME_ROOM], age[NAME_ROOM], born[DATE_TEXT_ROOM];
	const char *words;

	person_full_name(p, name);
	person_age_text(p, w->known.today, age);
	words = brief_listed(arena_text(w->mem, name), ", ", arena_text(w->mem, age), w->mem);
	if (*p->known_as && strcmp(p->known_as, p->given_names) != 0)
		words = arena_printf(w->mem, "%s · known as %s", words, p->known_as);
	if (p->born_on != DAY_NONE)
		words = arena_printf(w->mem, "%s · born %s", words, date_plain(p->born_on, born));
	if (p->died_on != DAY_NONE)
		return arena_printf(w->mem, "%s · died %s", words, date_plain(p->died_on, born));
	return *w->homes[at].kept_from || person_is_unborn(p) ? words
							      : brief_listed(words, " · ", lives_with(w, at), w->mem);
}

static const char *other_child_words(const struct brief_work *w, size_t at)
{
	const struct member *member = &w->members.items[at];

	return has_died(member) ? child_words(w, at)
				: brief_listed(child_words(w, at), " · ", plan_end_words(w, member->person_id), w->mem);
}

void brief_children(struct brief_work *w)
{
	const char *others = "";

	for (size_t i = 0; i < w->members.count; i++) {
		const struct member *member = &w->members.items[i];

		if (!is_child(member))
			continue;
		if (is_at_conference(w, member->person_id))
			brief_say(w, BRIEF_PLAIN, child_words(w, i));
		else
			others = brief_listed(others, "; ", other_child_words(w, i), w->mem);
	}
	brief_lead(w, BRIEF_WORRY, "Of the family and not of this conference", others);
	if (w->outlook.children.count == 0)
		brief_say(w, BRIEF_WORRY, "No child is named for this conference yet.");
}

/* --- Adults --- */

static const char *responsibility(const struct member *member)
{
	bool is_parent = member->relationship == RELATIONSHIP_MOTHER || member->relationship == RELATIONSHIP_FATHER;

	switch (member->parental_responsibility) {
	case ANSWER_YES: return "parental responsibility";
	case ANSWER_NO: return is_parent ? "no parental responsibility" : "";
	default: return is_parent ? "parental responsibility not recorded" : "";
	}
}

static const char *adult_words(const struct brief_work *w, size_t at)
{
	const struct member *member = &w->members.items[at];
	char name[NAME_ROOM], day[DATE_TEXT_ROOM];
	const char *words = arena_printf(w->mem, "%s, %s", person_full_name(&member->person, name),
					 relationship_label(member->relationship));

	if (has_died(member))
		return arena_printf(w->mem, "%s · died %s", words, date_plain(member->person.died_on, day));
	words = brief_listed(words, " · ", responsibility(member), w->mem);
	return *w->homes[at].kept_from ? words : brief_listed(words, " · ", lives_with(w, at), w->mem);
}

void brief_adults(struct brief_work *w)
{
	bool any = false;

	for (size_t i = 0; i < w->members.count; i++)
		if (!is_child(&w->members.items[i])) {
			brief_say(w, BRIEF_PLAIN, adult_words(w, i));
			any = true;
		}
	if (!any)
		brief_say(w, BRIEF_WORRY, "No parent or carer is on file.");
	brief_lead(w, BRIEF_PLAIN, "Social worker", w->conference->social_worker);
}

/* --- Risks --- */

static void say_exclusion(struct brief_work *w, const struct invitee *one)
{
	const char *who = invitee_who(one, w->mem);
	const char *why = exclusion_reason_label(one->exclusion_reason);

	switch (one->exclusion) {
	case EXCLUSION_ASKED:
		brief_say(w, BRIEF_RESTRICTED | BRIEF_WORRY,
			  arena_printf(w->mem, "To decide: is %s excluded? %s; asked by %s", who, why,
				       *one->exclusion_asked_by ? one->exclusion_asked_by : "nobody named"));
		break;
	case EXCLUSION_WHOLE:
	case EXCLUSION_PART:
		brief_say(w, BRIEF_RESTRICTED | BRIEF_WORRY,
			  arena_printf(w->mem, "%s is excluded from %s: %s%s%s", who,
				       one->exclusion == EXCLUSION_WHOLE ? "all of it"
				       : *one->exclusion_part            ? one->exclusion_part
									 : "a part",
				       why, *one->other_way ? "; gives views: " : "", one->other_way));
		break;
	default: break;
	}
}

static void say_sittings(struct brief_work *w)
{
	const char *why = brief_in_one_line(w->mem, w->conference->sittings);
	char from[8], to[8], before[8];
	int premeet = casework_policy(w->cw)->family_premeet_minutes;

	if (w->sittings.count || *why)
		brief_say(w, BRIEF_RESTRICTED | BRIEF_WORRY,
			  brief_listed("They come at separate times", ": ", why, w->mem));
	for (size_t i = 0; i < w->sittings.count; i++) {
		const struct sitting *one = &w->sittings.items[i];

		brief_say(w, BRIEF_RESTRICTED,
			  arena_printf(w->mem, "%s-%s %s%s%s", date_clock(one->starts, from),
				       date_clock(one->starts + one->minutes, to),
				       *one->who ? one->who : "nobody named yet",
				       premeet > 0 && one->starts >= premeet ? ", meet them at " : "",
				       premeet > 0 && one->starts >= premeet ? date_clock(one->starts - premeet, before)
									     : ""));
	}
}

/* One sentence for all who live at the same kept home. */
static void say_kept_homes(struct brief_work *w)
{
	for (size_t i = 0; i < w->members.count; i++) {
		const char *names = "";
		bool told = false;

		if (!*w->homes[i].kept_from)
			continue;
		for (size_t j = 0; j < w->members.count; j++) {
			if (j != i && !share_home(w, i, j))
				continue;
			told |= j < i;
			names = brief_listed(names, ", ", outlook_child(&w->members.items[j].person, w->mem), w->mem);
		}
		if (!told)
			brief_say(w, BRIEF_RESTRICTED | BRIEF_WORRY,
				  arena_printf(w->mem, "Where %s live%s is kept from %s", names,
					       strchr(names, ',') ? "" : "s", w->homes[i].kept_from));
	}
}

void brief_risks(struct brief_work *w)
{
	size_t before = w->out->count;

	for (size_t i = 0; i < w->outlook.invitees.count; i++)
		say_exclusion(w, &w->outlook.invitees.items[i]);
	say_sittings(w);
	say_kept_homes(w);
	if (w->family.is_restricted)
		brief_say(w, BRIEF_RESTRICTED | BRIEF_WORRY,
			  "The record is restricted: whoever is not named for it may not know of it.");
	if (w->out->count == before) /* restricted too: whoever may not see risks may not learn that there are none */
		brief_say(w, BRIEF_RESTRICTED, "None recorded: no exclusion, no separate times, no address kept back.");
}
