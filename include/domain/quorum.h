/* Quorum: social care and enough other agencies with direct contact, counted for each child alone. Pure. Source: the
 * policy's figures (docs/practice.md). */
#ifndef DOMAIN_QUORUM_H
#define DOMAIN_QUORUM_H

#include "base/arena.h"
#include "domain/policy.h"
#include "domain/record.h"

/* One agency's person who is there, or whose deputy is. */
struct quorum_presence {
	const char *agency, *group; /* group: "health", "education", ... as the directory has it; "" none */
	bool is_social_care;
	enum yes_no direct_contact; /* with the family */
	int64_t no_contact_with;    /* a child it has no contact with, 0: applies to all */
};
struct quorum_presence_list {
	struct quorum_presence *items;
	size_t count, room;
};

struct quorum {
	bool is_quorate;
	int social_care, others; /* counted */
	int others_wanted, social_care_wanted;
	const char *words; /* "social care + Ashfield School, police: quorate"; "social care: needs 2 more agencies" */
};
/* For one child. Social care counts by people. Others count by agency or by group as the policy says; police, school,
 * health visitor each count unless by group. Presence with direct_contact unknown counts and is said; without an agency
 * it does not count. */
void quorum_evaluate(const struct policy *policy, const struct quorum_presence *there, size_t count, int64_t child,
		     struct arena *mem, struct quorum *out);

/* What may be done when it fails. id, token, label, whether a reason is asked */
#define QUORUM_ANSWERS(X)                                                                                              \
	X(NONE, "", "not answered", false)                                                                             \
	X(QUORATE, "quorate", "quorate", false)                                                                        \
	X(INTERIM_PLAN, "interim_plan", "not held: interim plan, rebooked within the limit", true)                     \
	X(PROCEEDED, "proceeded", "held all the same, with a reason", true)
enum quorum_answer {
#define X(id, token, label, asks) QUORUM_ANSWER_##id,
	QUORUM_ANSWERS(X)
#undef X
		QUORUM_ANSWER_COUNT
};
bool quorum_answer_asks_reason(enum quorum_answer answer);
const char *quorum_answer_token(enum quorum_answer answer);
const char *quorum_answer_label(enum quorum_answer answer);
bool quorum_answer_from_token(const char *text, enum quorum_answer *out);

/* Why a conference without quorum may be held all the same; the reason is kept in words beside it. */
#define QUORUM_EXCEPTIONS(X)                                                                                           \
	X(NONE, "", "no exception")                                                                                    \
	X(FEW_AGENCIES, "few_agencies", "fewer agencies than that know the child, as before a birth")                  \
	X(ENOUGH_KNOWN, "enough_known", "there is enough information and delay would harm the child")                  \
	X(LOOKED_AFTER, "looked_after", "the child became looked after")
enum quorum_exception {
#define X(id, token, label) QUORUM_EXCEPTION_##id,
	QUORUM_EXCEPTIONS(X)
#undef X
		QUORUM_EXCEPTION_COUNT
};
const char *quorum_exception_token(enum quorum_exception exception);
const char *quorum_exception_label(enum quorum_exception exception);
bool quorum_exception_from_token(const char *text, enum quorum_exception *out);

/* Not twice running: `earlier` is how many conferences just before this were held without quorum. A pre-birth one, or
 * one with too few agencies, may. One sentence when it may not. */
bool quorum_may_proceed(const struct policy *policy, int earlier, enum conference_type type,
			enum quorum_exception exception, struct fault *f);

#endif
