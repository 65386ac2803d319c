/* How a conference that has not begun looks, from the answers and reports so far. */
#include "outlook.h"

#include "change_last.h"
#include "domain/live.h"
#include "invitee_words.h"
#include "report_words.h"
#include "store/conference_store.h"
#include "store/invitee_store.h"
#include "store/report_store.h"

#include <string.h>

static bool too_much(struct fault *f)
{
	return fault_set(f, FAULT_MEMORY, "There is not enough memory to see what is missing.");
}

/* Whoever said they come counts as if they sat there: the same count as on the day. */
static bool expect(const struct invitee_list *invitees, struct arena *mem, struct attendance_list *out, struct fault *f)
{
	*out = (struct attendance_list){0};
	for (size_t i = 0; i < invitees->count; i++) {
		const struct invitee *one = &invitees->items[i];
		struct attendance *attendance;

		if ((one->reply != REPLY_COMING && one->reply != REPLY_DEPUTY) || one->exclusion == EXCLUSION_WHOLE)
			continue;
		attendance = ARENA_PUSH(mem, out);
		if (!attendance)
			return too_much(f);
		*attendance = attendance_blank();
		attendance->invitee_id = one->id;
		attendance->state = one->reply == REPLY_DEPUTY ? ATTENDANCE_DEPUTY : ATTENDANCE_ROOM;
	}
	return true;
}

static bool count_quorum(struct casework *cw, struct arena *mem, struct outlook *out, struct fault *f)
{
	struct attendance_list expected;
	struct quorum_presence_list there;

	out->quorum_count = out->children.count ? out->children.count : 1;
	out->quorum = arena_alloc(mem, out->quorum_count * sizeof *out->quorum);
	if (!out->quorum || !expect(&out->invitees, mem, &expected, f))
		return too_much(f);
	quorum_presences(&out->invitees, &expected, -1, mem, &there);
	if (arena_exhausted(mem))
		return too_much(f);
	out->is_quorate = true;
	for (size_t i = 0; i < out->quorum_count; i++) {
		int64_t child = out->children.count ? out->children.items[i].id : 0;

		quorum_evaluate(casework_policy(cw), there.items, there.count, child, mem, &out->quorum[i]);
		out->is_quorate &= out->quorum[i].is_quorate;
	}
	return true;
}

static bool can_be_told(const struct invitee *one)
{
	return one->exclusion != EXCLUSION_ASKED && one->exclusion != EXCLUSION_WHOLE &&
	       !(one->capacity == CAPACITY_CHILD && one->chair_invites != ANSWER_YES);
}

/* An interpreter who said neither language nor signing may be there for either. */
static void count_interpreter(const struct invitee *one, struct outlook *out)
{
	bool comes = one->reply == REPLY_COMING || one->reply == REPLY_DEPUTY;

	if (one->capacity != CAPACITY_INTERPRETER || !comes)
		return;
	out->has_interpreter |= *one->language || !*one->signing;
	out->has_signing |= *one->signing || !*one->language;
}

static void count_needs(const struct invitee *one, struct outlook *out)
{
	if (one->capacity == CAPACITY_INTERPRETER || one->reply == REPLY_DECLINED || one->exclusion == EXCLUSION_WHOLE)
		return;
	out->needs_interpreter |= *one->language != '\0';
	out->needs_signing |= *one->signing != '\0';
}

static void count_invitees(struct outlook *out)
{
	out->needs_interpreter = *out->conference->interpreter;
	out->needs_signing = *out->conference->signing;
	for (size_t i = 0; i < out->invitees.count; i++) {
		const struct invitee *one = &out->invitees.items[i];

		out->told += one->told_day != DAY_NONE;
		out->untold += one->invited_on == DAY_NONE && can_be_told(one);
		out->behind += invitee_is_behind(out->conference, one);
		out->answered += one->reply != REPLY_NONE;
		out->to_decide += one->exclusion == EXCLUSION_ASKED;
		count_interpreter(one, out);
		count_needs(one, out);
	}
}

static void count_reports(struct outlook *out)
{
	for (size_t i = 0; i < out->reports.count; i++) {
		const struct report *one = &out->reports.items[i];
		bool is_in = one->received_on != DAY_NONE;

		out->wanted += report_is_wanted(one) || is_in;
		out->in += is_in;
	}
}

bool outlook_read(struct casework *cw, const struct conference *conference, struct arena *mem, struct outlook *out,
		  struct fault *f)
{
	*out = (struct outlook){.conference = conference};
	if (!conference_children(cw->store, conference->id, mem, &out->children, f) ||
	    !invitees_of(cw->store, conference->id, false, mem, &out->invitees, f) ||
	    !reports_of(cw->store, conference->id, mem, &out->reports, f) || !count_quorum(cw, mem, out, f))
		return false;
	count_invitees(out);
	count_reports(out);
	return true;
}

static const char *counted(size_t count, const char *one, const char *more, struct arena *mem)
{
	return count == 0 ? "" : arena_printf(mem, "%zu %s", count, count == 1 ? one : more);
}

/* What stands in the way of all that follows is said instead of it: without an invitation there is no answer, and
 * without an answer no quorum. */
static const char *people_missing(const struct outlook *o, struct arena *mem)
{
	const char *words = "";

	if (o->invitees.count == 0)
		return "nobody is on the list";
	if (o->told == 0)
		return "invitations not sent";
	if (o->answered == 0)
		words = "nobody has answered";
	else if (!o->is_quorate)
		words = "quorum at risk";
	words = words_joined(words, counted(o->untold, "not invited", "not invited", mem), mem);
	return words_joined(words, counted(o->behind, "not told of the change", "not told of the change", mem), mem);
}

const char *outlook_missing(const struct outlook *o, struct arena *mem)
{
	const char *words = counted(o->to_decide, "exclusion to decide", "exclusions to decide", mem);

	words = words_joined(words, people_missing(o, mem), mem);
	if (o->needs_interpreter && !o->has_interpreter)
		words = words_joined(words, "interpreter not confirmed", mem);
	if (o->needs_signing && !o->has_signing)
		words = words_joined(words, "signing not confirmed", mem);
	return words_joined(words, counted(o->wanted - o->in, "report not in", "reports not in", mem), mem);
}

bool outlook_quorum_is_one(const struct outlook *o)
{
	for (size_t i = 1; i < o->quorum_count; i++)
		if (strcmp(o->quorum[i].words, o->quorum[0].words) != 0)
			return false;
	return true;
}

const char *outlook_child(const struct person *child, struct arena *mem)
{
	char name[NAME_ROOM];

	if (*child->given_names || *child->known_as)
		return *child->given_names ? child->given_names : child->known_as;
	return arena_text(mem, person_full_name(child, name));
}

/* Who makes it up is worth the room only while it is not there. */
static const char *short_words(const struct quorum *quorum, struct arena *mem)
{
	const char *care = quorum->social_care ? "social care + " : "";

	return quorum->is_quorate ? arena_printf(mem, "quorate: %s%d other agenc%s", care, quorum->others,
						 quorum->others == 1 ? "y" : "ies")
				  : quorum->words;
}

const char *outlook_quorum(const struct outlook *o, struct arena *mem)
{
	const char *words = "quorum:";

	if (outlook_quorum_is_one(o))
		return arena_printf(mem, "%s%s", o->is_quorate ? "" : "quorum: ", short_words(&o->quorum[0], mem));
	for (size_t i = 0; i < o->quorum_count; i++)
		words = arena_printf(mem, "%s%s %s: %s", words, i ? ";" : "", outlook_child(&o->children.items[i], mem),
				     short_words(&o->quorum[i], mem));
	return words;
}

const char *outlook_reports(const struct outlook *o, struct arena *mem)
{
	return o->wanted == 0 ? "" : arena_printf(mem, "%zu of %zu", o->in, o->wanted);
}
