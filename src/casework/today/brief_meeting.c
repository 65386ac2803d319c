/* The brief's meeting: reports, who is coming, the quorum as it looks, and what people need. */
#include "brief_lines.h"

#include "invitee_apart.h"
#include "invitee_words.h"
#include "report_reach.h"

#include <string.h>

/* --- Reports --- */

enum pile { PILE_MISSING, PILE_VERBAL, PILE_UNSHARED, PILE_SHARED, PILE_NOT_INVOLVED, PILE_COUNT, PILE_NONE };

static enum pile pile_of(const struct report_line *line)
{
	if (line->standing == REPORT_NOT_INVOLVED)
		return PILE_NOT_INVOLVED;
	if (line->report.received_on == DAY_NONE)
		return report_is_wanted(&line->report) ? PILE_MISSING : PILE_NONE;
	if (line->standing == REPORT_VERBAL)
		return PILE_VERBAL;
	return line->may_be_shared && strcmp(line->shared, "not yet") == 0 ? PILE_UNSHARED : PILE_SHARED;
}

static const char *report_words_of(const struct report_line *line, enum pile pile, struct arena *mem)
{
	const char *words = report_owed_by(&line->report);
	const char *in = line->in + strspn(line->in, "! "); /* the line carries its own sign */

	if (pile == PILE_MISSING)
		return arena_printf(mem, "%s (%s%s%s)", words, in, *line->chased ? ", " : "", line->chased);
	if (pile == PILE_SHARED)
		words = arena_printf(mem, "%s (%s)", words, line->shared);
	return line->standing == REPORT_LATE ? arena_printf(mem, "%s, %d wd late", words, line->working_days) : words;
}

static void say_pile(struct brief_work *w, const struct report_line *lines, size_t count, enum pile pile)
{
	static const struct {
		const char *lead;
		bool is_worry;
	} leads[PILE_COUNT] = {
		[PILE_MISSING] = {"Not in", true},
		[PILE_VERBAL] = {"Said only, nothing written", true},
		[PILE_UNSHARED] = {"In, not shared with the family yet", true},
		[PILE_SHARED] = {"In", false},
		[PILE_NOT_INVOLVED] = {"Not involved", false},
	};
	const char *words[2] = {"", ""};

	for (size_t i = 0; i < count; i++)
		if (pile_of(&lines[i]) == pile) {
			const char **of = &words[!lines[i].may_be_shared];

			*of = brief_listed(*of, "; ", report_words_of(&lines[i], pile, w->mem), w->mem);
		}
	for (unsigned kept = 0; kept < 2; kept++)
		brief_lead(w, (leads[pile].is_worry ? BRIEF_WORRY : 0u) | (kept ? BRIEF_RESTRICTED : 0u),
			   leads[pile].lead, words[kept]);
}

void brief_reports(struct brief_work *w)
{
	const struct report_list *all = &w->outlook.reports;
	struct report_line *lines = arena_alloc(w->mem, (all->count + 1) * sizeof *lines);

	if (!lines)
		return;
	for (size_t i = 0; i < all->count; i++) {
		lines[i] = (struct report_line){.report = all->items[i]};
		report_line_fill(&lines[i], &w->known, w->mem);
	}
	if (all->count == 0)
		brief_say(w, BRIEF_WORRY, "None is asked for yet.");
	else
		brief_say(w, BRIEF_PLAIN, arena_printf(w->mem, "%s in", outlook_reports(&w->outlook, w->mem)));
	for (int pile = 0; pile < PILE_COUNT; pile++)
		say_pile(w, lines, all->count, (enum pile)pile);
}

/* --- Who is coming --- */

enum answer_kind { SAYS_COMES, SAYS_DEPUTY, SAYS_NOT, SAYS_NOTHING, NOT_INVITED, CHAIR_INVITES, KIND_COUNT, KIND_NONE };

static enum answer_kind kind_of(const struct invitee *one)
{
	if (one->exclusion == EXCLUSION_WHOLE || one->exclusion == EXCLUSION_ASKED)
		return KIND_NONE; /* told of among the risks */
	switch (one->reply) {
	case REPLY_COMING: return SAYS_COMES;
	case REPLY_DEPUTY: return SAYS_DEPUTY;
	case REPLY_DECLINED: return SAYS_NOT;
	default: break;
	}
	if (one->invited_on != DAY_NONE)
		return SAYS_NOTHING;
	if (one->capacity != CAPACITY_CHILD)
		return NOT_INVITED;
	return one->chair_invites == ANSWER_YES  ? NOT_INVITED
	       : one->chair_invites == ANSWER_NO ? SAYS_NOT
						 : CHAIR_INVITES;
}

static const char *person_words(const struct brief_work *w, const struct invitee *one, enum answer_kind kind)
{
	const char *words = invitee_who(one, w->mem);

	if (kind == SAYS_DEPUTY && *one->deputy)
		words = arena_printf(w->mem, "%s sends %s", words, one->deputy);
	if (*one->other_way && kind != SAYS_COMES)
		words = arena_printf(w->mem, "%s (views: %s)", words, one->other_way);
	return words;
}

static void say_kind(struct brief_work *w, enum answer_kind kind)
{
	static const struct {
		const char *lead;
		bool is_worry;
	} leads[KIND_COUNT] = {
		[SAYS_COMES] = {"Coming", false},      [SAYS_DEPUTY] = {"Deputy", false},
		[SAYS_NOT] = {"Not coming", false},    [SAYS_NOTHING] = {"No answer", true},
		[NOT_INVITED] = {"Not invited", true}, [CHAIR_INVITES] = {"To decide whether to invite", true},
	};
	const struct invitee_list *all = &w->outlook.invitees;
	const char *words[2] = {"", ""};

	for (size_t i = 0; i < all->count; i++)
		if (kind_of(&all->items[i]) == kind) {
			const char **of = &words[invitee_is_apart(all, &all->items[i])];

			*of = brief_listed(*of, "; ", person_words(w, &all->items[i], kind), w->mem);
		}
	for (unsigned apart = 0; apart < 2; apart++)
		brief_lead(w, (leads[kind].is_worry ? BRIEF_WORRY : 0u) | (apart ? BRIEF_RESTRICTED : 0u),
			   apart ? arena_printf(w->mem, "%s, apart", leads[kind].lead) : leads[kind].lead,
			   words[apart]);
}

void brief_coming(struct brief_work *w)
{
	if (w->outlook.invitees.count == 0)
		brief_say(w, BRIEF_WORRY, "Nobody is on the list yet.");
	for (int kind = 0; kind < KIND_COUNT; kind++)
		say_kind(w, (enum answer_kind)kind);
	if (w->outlook.behind)
		brief_say(w, BRIEF_WORRY,
			  arena_printf(w->mem, "%zu not told of the change of day or time", w->outlook.behind));
}

void brief_quorum(struct brief_work *w)
{
	const struct outlook *o = &w->outlook;

	if (outlook_quorum_is_one(o)) {
		brief_say(w, o->is_quorate ? BRIEF_PLAIN : BRIEF_WORRY, o->quorum[0].words);
		return;
	}
	for (size_t i = 0; i < o->quorum_count; i++)
		brief_lead(w, o->quorum[i].is_quorate ? BRIEF_PLAIN : BRIEF_WORRY,
			   outlook_child(&o->children.items[i], w->mem), o->quorum[i].words);
}

/* --- Needs --- */

static void say_language(struct brief_work *w, const char *what, const char *which, bool is_needed, bool is_confirmed)
{
	if (is_needed)
		brief_say(w, is_confirmed ? BRIEF_PLAIN : BRIEF_WORRY,
			  arena_printf(w->mem, "%s%s%s: %s", what, *which ? ", " : "", which,
				       is_confirmed ? "confirmed" : "not confirmed"));
}

void brief_needs(struct brief_work *w)
{
	const struct outlook *o = &w->outlook;
	const struct conference *c = w->conference;
	const struct invitee_context context = {.conference = c, .all = &o->invitees, .ask_exclusion_by = DAY_NONE};
	size_t before = w->out->count;

	say_language(w, "Interpreter", c->interpreter, o->needs_interpreter, o->has_interpreter);
	say_language(w, "Signing", c->signing, o->needs_signing, o->has_signing);
	brief_lead(w, BRIEF_PLAIN, "Access", c->access);
	for (size_t i = 0; i < o->invitees.count; i++) {
		struct invitee_line line = {.invitee = o->invitees.items[i]};

		invitee_line_words(&context, "", w->mem, &line);
		brief_lead(w, invitee_is_apart(&o->invitees, &o->invitees.items[i]) ? BRIEF_RESTRICTED : BRIEF_PLAIN,
			   line.who, line.needs);
	}
	if (w->out->count == before)
		brief_say(w, BRIEF_PLAIN, "None recorded.");
}
