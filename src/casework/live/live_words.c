/* The words of the screen of a conference that is being held. */
#include "live_words.h"

#include "base/series.h"
#include "invitee_words.h"
#include "london.h"

#include <string.h>

enum { LATELY = 15 * 60 };

/* --- One person --- */

static const char *times_words(const struct attendance *one, struct arena *mem)
{
	char came[8], left[8];

	if (one->came_at >= 0)
		date_clock(one->came_at, came);
	if (one->left_at >= 0)
		date_clock(one->left_at, left);
	if (one->came_at >= 0 && one->left_at >= 0)
		return arena_printf(mem, "%s-%s", came, left);
	if (one->came_at >= 0)
		return arena_printf(mem, "from %s", came);
	return one->left_at >= 0 ? arena_printf(mem, "until %s", left) : "";
}

static const char *exclusion_said(const struct invitee *invitee, struct arena *mem)
{
	switch (invitee->exclusion) {
	case EXCLUSION_WHOLE: return "excluded: whole";
	case EXCLUSION_PART: return arena_printf(mem, "excluded: %s", invitee->exclusion_part);
	case EXCLUSION_ASKED: return "exclusion to decide";
	default: return "";
	}
}

const char *live_person_note(const struct invitee *invitee, const struct attendance *attendance,
			     enum participation participation, struct arena *mem)
{
	const char *words = exclusion_said(invitee, mem);

	if (*invitee->other_way && !attendance_is_present(attendance->state))
		words = words_joined(words, arena_printf(mem, "views: %s", invitee->other_way), mem);
	if (*attendance->deputy)
		words = words_joined(words, arena_printf(mem, "deputy %s", attendance->deputy), mem);
	words = words_joined(words, times_words(attendance, mem), mem);
	return words_joined(words, participation_token(participation), mem);
}

/* --- Quorum --- */

bool live_is_quorate(const struct live_child_list *children)
{
	for (size_t i = 0; i < children->count; i++)
		if (children->items[i].is_of_conference && !children->items[i].quorum.is_quorate)
			return false;
	return children->count > 0;
}

static const char *missing_words(const struct quorum *quorum, struct arena *mem)
{
	int social_care = quorum->social_care_wanted - quorum->social_care;
	int others = quorum->others_wanted - quorum->others;
	const char *words = "", *more = "";

	if (social_care > 0)
		words = social_care == 1 ? "social care" : arena_printf(mem, "%d from social care", social_care);
	if (others > 0)
		more = others == 1 ? "one more agency" : arena_printf(mem, "%d more agencies", others);
	return *words && *more ? arena_printf(mem, "%s and %s", words, more) : *words ? words : more;
}

static const char *all_words(size_t children, const char *only, struct arena *mem)
{
	if (children == 1)
		return only;
	return children == 2 ? "both children" : arena_printf(mem, "all %zu children", children);
}

const char *live_quorum_words(const struct live_child_list *children, struct arena *mem)
{
	const char *words = "", *first = NULL, *only = "";
	size_t of_conference = 0;
	bool is_same = true;

	for (size_t i = 0; i < children->count; i++) {
		const struct live_child *child = &children->items[i];
		const char *missing;

		if (!child->is_of_conference)
			continue;
		of_conference++;
		only = child->name;
		missing = missing_words(&child->quorum, mem);
		is_same = is_same && (!first || strcmp(first, missing) == 0);
		first = first ? first : missing;
		if (*missing)
			words = words_joined(words, arena_printf(mem, "%s: %s", child->name, missing), mem);
	}
	if (!of_conference)
		return "";
	if (!*words)
		return arena_printf(mem, "quorate for %s", all_words(of_conference, only, mem));
	return is_same ? arena_printf(mem, "%s: %s", all_words(of_conference, only, mem), first) : words;
}

const char *live_quorum_line(const struct live_child_list *children, struct arena *mem)
{
	const char *first = NULL, *only = "";
	size_t of_conference = 0;
	bool is_same = true;

	for (size_t i = 0; i < children->count; i++) {
		if (!children->items[i].is_of_conference)
			continue;
		of_conference++;
		only = children->items[i].name;
		first = first ? first : children->items[i].quorum.words;
		is_same = is_same && strcmp(first, children->items[i].quorum.words) == 0;
	}
	if (!of_conference)
		return "";
	return is_same ? arena_printf(mem, "Quorum for %s: %s", all_words(of_conference, only, mem), first)
		       : arena_printf(mem, "Quorum: %s", live_quorum_words(children, mem));
}

/* --- The children --- */

static const char *called(const struct person *child, struct arena *mem)
{
	char words[NAME_ROOM];

	if (*child->known_as)
		return child->known_as;
	return *child->given_names ? child->given_names : arena_text(mem, person_full_name(child, words));
}

const char *live_children_words(const struct person_list *children, struct arena *mem)
{
	struct series names = {0};

	for (size_t i = 0; i < children->count; i++)
		series_add(&names, called(&children->items[i], mem), mem);
	return series_words(&names, mem);
}

/* --- Who else is in it --- */

struct latest {
	const char *who, *but; /* but: whose do not count; NULL everybody's do */
	int64_t at;
};

static void look_at(struct latest *latest, const char *who, int64_t at)
{
	if (at > latest->at && !(latest->but && strcmp(who, latest->but) == 0))
		*latest = (struct latest){.who = who, .but = latest->but, .at = at};
}

/* The newest thing written that is newer than latest->at. */
static void look_through(const struct live *live, struct latest *latest)
{
	for (size_t i = 0; i < live->marks.count; i++)
		look_at(latest, live->marks.items[i].by_user, live->marks.items[i].at);
	for (size_t i = 0; i < live->attendances.count; i++)
		look_at(latest, live->attendances.items[i].by_user, live->attendances.items[i].at);
	for (size_t i = 0; i < live->notes.count; i++)
		look_at(latest, live->notes.items[i].by_user, live->notes.items[i].at);
	for (size_t i = 0; i < live->views.count; i++)
		look_at(latest, live->views.items[i].by_user, live->views.items[i].at);
	for (size_t i = 0; i < live->decisions.count; i++)
		look_at(latest, live->decisions.items[i].decided_by, live->decisions.items[i].decided_at);
}

const char *live_saved_words(const struct live *live, struct arena *mem)
{
	struct latest latest = {.who = ""};
	int second;

	look_through(live, &latest);
	if (!latest.at)
		return "";
	second = london_second(latest.at);
	return arena_printf(mem, "saved %02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
}

const char *live_also_here(const struct live *live, const struct conference *conference, const char *me, int64_t now,
			   struct arena *mem)
{
	struct latest latest = {.but = me, .who = "", .at = now - LATELY};
	const char *as = "";

	look_through(live, &latest);
	if (!*latest.who)
		return "";
	if (strcmp(latest.who, conference->minute_taker) == 0)
		as = ", minute-taker";
	else if (strcmp(latest.who, conference->chair) == 0)
		as = ", chair";
	return arena_printf(mem, "%s%s", latest.who, as);
}

const char *live_marker(bool is_restricted_family)
{
	return is_restricted_family ? "restricted family · professionals + family" : "professionals + family";
}
