/* What booking a conference goes by: its limit and where that comes from, its needs, its length, who chaired last. */
#include "booking_facts.h"
#include "conference_reach.h"
#include "conflict_keeping.h"

#include "domain/clock_entry.h"
#include "review_limit.h"
#include "store/conference_store.h"
#include "store/deadline_store.h"
#include "store/family_store.h"

#include <string.h>
#include <strings.h>

const char *family_words(const char *name, const char *reference, size_t children, struct arena *mem)
{
	const char *called = *name ? name : reference;

	return children > 1 ? arena_printf(mem, "%s ×%zu", called, children) : called;
}

int conference_minutes(const struct policy *policy, enum conference_type type, size_t children, bool interpreted,
		       bool separate)
{
	int minutes = type == CONFERENCE_REVIEW ? policy->review_minutes : policy->initial_minutes;

	if (children > 2)
		minutes += policy->sibling_extra_minutes * (int)(children - 2);
	if (interpreted)
		minutes += policy->interpreter_extra_minutes;
	return separate ? minutes * 2 + policy->sitting_gap_minutes : minutes;
}

static int notice_of(const struct policy *policy, enum rule_key key)
{
	const struct rule *rule = &policy->rules[key];

	if (!rule->in_force || !rule->before)
		return 0;
	switch (rule->unit) {
	case UNIT_WORKING_DAYS: return rule->n;
	case UNIT_DAYS: return (rule->n * 5 + 6) / 7;
	case UNIT_WEEKS: return rule->n * 5;
	case UNIT_MONTHS: return rule->n * 22;
	default: return 0;
	}
}

struct booking_notice booking_notice_of(const struct policy *policy, enum conference_type type, bool interpreted)
{
	bool review = type == CONFERENCE_REVIEW;

	return (struct booking_notice){
		.report = notice_of(policy, review ? RULE_REPORT_REVIEW : RULE_REPORT_INITIAL),
		.police = notice_of(policy, RULE_POLICE_NOTICE),
		.invite = notice_of(policy, review ? RULE_INVITE_REVIEW : RULE_INVITE_INITIAL),
		.interpreter = interpreted ? policy->interpreter_notice_wd : 0,
	};
}

static bool says_only_yes(const char *text)
{
	return strcasecmp(text, "yes") == 0 || strcasecmp(text, "y") == 0 || strcmp(text, "1") == 0;
}

/* "domestic abuse", "separate sittings: domestic abuse" and "yes" are all ways people fill that field in. */
static const char *sittings_words(const char *why, struct arena *mem)
{
	static const char said[] = "separate sittings";

	if (!*why)
		return "";
	if (strncasecmp(why, said, sizeof said - 1) == 0)
		why += sizeof said - 1;
	why += strspn(why, " :,-()");
	return !*why || says_only_yes(why) ? said : arena_printf(mem, "%s (%.*s)", said, (int)strcspn(why, ")"), why);
}

/* "Igbo interpreter"; what is no language ("yes", "language not recorded") follows the word. */
static const char *interpreter_words(const char *language, struct arena *mem)
{
	if (!*language || says_only_yes(language))
		return *language ? "interpreter" : "";
	if (strncasecmp(language, "language", 8) == 0)
		return arena_printf(mem, "interpreter (%s)", language);
	return arena_printf(mem, "%s interpreter", language);
}

static const char *needs_words(const struct conference *c, struct arena *mem)
{
	const char *words = interpreter_words(c->interpreter, mem);

	if (*c->signing)
		words = arena_joined(mem, words, " · ",
				     says_only_yes(c->signing) ? "signing"
							       : arena_printf(mem, "%s signing", c->signing));
	words = arena_joined(mem, words, " · ", c->access);
	words = arena_joined(mem, words, " · ", sittings_words(c->sittings, mem));
	return arena_joined(mem, words, " · ", c->avoid);
}

static const char *length_in_words(const struct policy *policy, const struct conference *c, size_t children,
				   struct arena *mem)
{
	char words[LENGTH_WORDS_ROOM];
	bool interpreted = *c->interpreter || *c->signing;
	int one = conference_minutes(policy, c->type, children, interpreted, false);

	length_words(one, words);
	return *c->sittings ? arena_printf(mem, "%s + %s", words, words) : arena_text(mem, words);
}

/* The label of what it counts from, the day, and the sum: "strategy discussion Mon 2 Mar 2026 + 15 working days". A
 * review that was brought forward is not due on the day of the sum. */
static const char *limit_words(struct casework *cw, const struct deadline_row *row, struct arena *mem)
{
	const struct policy *policy = casework_policy(cw);
	struct deadline_dates sums = deadline_compute(policy, casework_calendar(cw), row->rule, row->trigger_on);
	bool is_forward = rule_lane(row->rule) == LANE_REVIEWS && sums.due != DAY_NONE && row->due_on < sums.due;
	char words[RULE_WORDS_ROOM], day[DATE_TEXT_ROOM];
	const char *label = trigger_label(rule_trigger(row->rule));
	const char *sum = rule_words(row->rule, &policy->rules[row->rule], words);

	if (strncmp(sum, label, strlen(label)) == 0)
		sum += strlen(label);
	return arena_printf(mem, "%s %s%s%s", label, date_medium(row->trigger_on, day), sum,
			    is_forward ? ", brought forward" : "");
}

/* `held`: the conference it follows and that is still being held; the limits that are open count to that one. */
static bool read_limit(struct casework *cw, const struct conference *held, const struct person_list *children,
		       struct arena *mem, struct booking_facts *out, struct fault *f)
{
	struct deadline_row_list rows;
	const struct deadline_row *nearest;

	out->trigger_on = out->due = out->limit = out->last = DAY_NONE;
	out->rule_words = "";
	if (!(held->id ? review_limits_from(cw, held, children, mem, &rows, f)
		       : deadlines_limiting(cw->store, out->conference.id, mem, &rows, f)))
		return false;
	nearest = review_limit_nearest(&rows);
	if (!nearest)
		return true;
	out->trigger_on = nearest->trigger_on;
	out->due = nearest->due_on;
	out->limit = nearest->limit_on;
	out->last = deadline_last_day(out->due, out->limit);
	out->rule_words = limit_words(cw, nearest, mem);
	return true;
}

bool booking_facts_read(struct casework *cw, const struct conference *conference, struct arena *mem,
			struct booking_facts *out, struct fault *f)
{
	const struct policy *policy = casework_policy(cw);
	struct person_list children;
	struct conference last, held;
	struct family family;

	memset(out, 0, sizeof *out);
	out->conference = *conference;
	if (!conference_children(cw->store, conference->id, mem, &children, f) ||
	    !family_by_id(cw->store, conference->family_id, mem, &family, f) ||
	    !conference_last_held(cw->store, conference->family_id, casework_today(cw), mem, &last, f) ||
	    !review_decided_at(cw, conference, mem, &held, f) ||
	    !conflicts_of_family(cw->store, conference->family_id, mem, &out->conflicts, f) ||
	    !read_limit(cw, &held, &children, mem, out, f))
		return false;
	if (conference->type == CONFERENCE_SECOND && conference->earlier_id &&
	    !conference_by_id(cw->store, conference->earlier_id, mem, &held, f))
		return false;
	if (held.id)
		last = held;
	out->family_words = family_words(family.name, family.reference, children.count, mem);
	out->needs = needs_words(conference, mem);
	out->minutes = conference_minutes(policy, conference->type, children.count,
					  *conference->interpreter || *conference->signing, *conference->sittings);
	out->length_words = length_in_words(policy, conference, children.count, mem);
	out->last_chair_day = last.id ? last.held_on : DAY_NONE;
	out->last_chair_id = last.id ? last.chair_id : 0;
	return true;
}

bool casework_booking_facts(struct casework *cw, int64_t conference, struct arena *mem, struct booking_facts *out,
			    struct fault *f)
{
	struct conference found;

	if (!look_begin(cw, ACTION_SEE_CASES, f))
		return false;
	if (!conference_reach(cw, conference, mem, &found, f) || !booking_facts_read(cw, &found, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "booking.look", SUBJECT_CONFERENCE, conference, found.family_id, "%s", found.reference);
}

struct slot_needs slot_needs_of(const struct booking_facts *facts, struct arena *mem)
{
	const struct conference *c = &facts->conference;
	bool second = c->type == CONFERENCE_SECOND;

	return (struct slot_needs){
		.conference_id = c->id,
		.minutes = facts->minutes,
		.access = c->access,
		.avoid = avoidance_read(c->avoid, mem),
		.no_video = avoidance_bars_video(c->avoid),
		.wanted_chair = c->type == CONFERENCE_INITIAL || second ? 0 : facts->last_chair_id,
		.barred_chair = second ? facts->last_chair_id : 0,
		.conflicts = facts->conflicts,
	};
}

const char *slot_words(const struct conference *c, struct arena *mem)
{
	char day[DATE_TEXT_ROOM], clock[8];
	const char *place = *c->place ? c->place : c->room;

	if (c->held_on == DAY_NONE)
		return "";
	return arena_printf(mem, "%s%s%s%s%s%s%s", date_to_iso(c->held_on, day), c->starts < 0 ? "" : " ",
			    date_clock(c->starts, clock), *c->chair ? ", " : "", c->chair, *place ? ", " : "", place);
}
