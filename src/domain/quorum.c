/* Quorum, counted for each child alone, and what may be done without one. */
#include "domain/quorum.h"

#include "word_match.h"
#include "words.h"

#include <string.h>

WORDS_OF(quorum_answer, QUORUM_ANSWERS, QUORUM_ANSWER_COUNT)
WORDS_OF(quorum_exception, QUORUM_EXCEPTIONS, QUORUM_EXCEPTION_COUNT)

bool quorum_answer_asks_reason(enum quorum_answer answer)
{
	static const bool asks[] = {
#define X(id, token, label, asks) asks,
		QUORUM_ANSWERS(X)
#undef X
	};

	return (unsigned)answer < QUORUM_ANSWER_COUNT && asks[answer];
}

static bool has_words(const char *text)
{
	return text && *text;
}

/* An agency that does not know this child brings nothing to the decision about it. */
static bool counts_for(const struct quorum_presence *one, int64_t child)
{
	return !one->is_social_care && has_words(one->agency) && one->direct_contact != ANSWER_NO &&
	       (one->no_contact_with == 0 || one->no_contact_with != child);
}

static bool goes_by_group(const struct policy *policy, const struct quorum_presence *one)
{
	return policy->quorum_distinct == QUORUM_BY_GROUP && has_words(one->group);
}

/* By one key each, so that whoever comes besides can never make two agencies one. */
static bool are_one(const struct policy *policy, const struct quorum_presence *a, const struct quorum_presence *b)
{
	bool by_group = goes_by_group(policy, a);

	if (by_group != goes_by_group(policy, b))
		return false;
	return by_group ? word_match(a->group, b->group) : word_match(a->agency, b->agency);
}

/* Nobody before it stands for the same agency or group. */
static bool is_first(const struct policy *policy, const struct quorum_presence *there, size_t at, int64_t child)
{
	for (size_t i = 0; i < at; i++)
		if (counts_for(&there[i], child) && are_one(policy, &there[i], &there[at]))
			return false;
	return true;
}

/* Does anybody of the same agency or group say that they know the family? */
static bool contact_is_known(const struct policy *policy, const struct quorum_presence *there, size_t count, size_t at,
			     int64_t child)
{
	for (size_t i = 0; i < count; i++)
		if (counts_for(&there[i], child) && there[i].direct_contact == ANSWER_YES &&
		    are_one(policy, &there[i], &there[at]))
			return true;
	return false;
}

static const char *joined(const char *list, const char *separator, const char *more, struct arena *mem)
{
	return *list ? arena_printf(mem, "%s%s%s", list, separator, more) : arena_text(mem, more);
}

static const char *missing_words(const struct quorum *quorum, struct arena *mem)
{
	int others = quorum->others_wanted - quorum->others;
	int social_care = quorum->social_care_wanted - quorum->social_care;
	const char *words = "";

	if (social_care > 0)
		words = social_care == 1 ? "social care"
					 : arena_printf(mem, "%d more people from social care", social_care);
	if (others > 0)
		words = joined(words, " and ",
			       others == 1 ? "one more agency" : arena_printf(mem, "%d more agencies", others), mem);
	return words;
}

void quorum_evaluate(const struct policy *policy, const struct quorum_presence *there, size_t count, int64_t child,
		     struct arena *mem, struct quorum *out)
{
	const char *others = "", *unknown = "";
	const char *who;

	*out = (struct quorum){.others_wanted = policy->quorum_others,
			       .social_care_wanted = policy->quorum_social_care};
	for (size_t i = 0; i < count; i++) {
		if (there[i].is_social_care)
			out->social_care++;
		if (!counts_for(&there[i], child) || !is_first(policy, there, i, child))
			continue;
		out->others++;
		others = joined(others, ", ", there[i].agency, mem);
		if (!contact_is_known(policy, there, count, i, child))
			unknown = joined(unknown, ", ", there[i].agency, mem);
	}
	out->is_quorate = out->social_care >= out->social_care_wanted && out->others >= out->others_wanted;
	who = out->social_care ? "social care" : "";
	who = *others ? joined(who, " + ", others, mem) : who;
	out->words = arena_printf(
		mem, "%s: %s%s%s%s%s", *who ? who : "nobody yet", out->is_quorate ? "quorate" : "needs ",
		out->is_quorate ? "" : missing_words(out, mem),
		*unknown ? " (contact with the family not recorded: " : "", unknown, *unknown ? ")" : "");
}

bool quorum_may_proceed(const struct policy *policy, int earlier, enum conference_type type,
			enum quorum_exception exception, struct fault *f)
{
	bool may_again = type == CONFERENCE_PRE_BIRTH || exception == QUORUM_EXCEPTION_FEW_AGENCIES;

	if (exception == QUORUM_EXCEPTION_NONE)
		return fault_field(f, "quorum_exception",
				   "Without a quorum the conference is held only for a reason: choose one, or make an "
				   "interim plan and book it again.");
	if (earlier >= policy->inquorate_consecutive && !may_again)
		return fault_field(f, "quorum_exception",
				   "%s: make an interim plan and book this one again, or, if too few agencies know the "
				   "child, say so.",
				   earlier == 0 ? "This authority holds no conference without its quorum"
						: "The conference before this one was held without its quorum too");
	return true;
}
