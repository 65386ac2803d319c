/* A child with a plan who moves between authorities: what is sent or received, what is answered, and until when the
 * plan is whose. The authority a child leaves keeps its plan until the other has held its conference. Sources:
 * docs/practice.md. */
#ifndef DOMAIN_TRANSFER_H
#define DOMAIN_TRANSFER_H

#include "base/arena.h"
#include "domain/record.h"

#define TRANSFER_DIRECTIONS(X)                                                                                         \
	X(OUT, "out", "moves away")                                                                                    \
	X(IN, "in", "moves here")

enum transfer_direction {
#define X(id, token, label) TRANSFER_##id,
	TRANSFER_DIRECTIONS(X)
#undef X
		TRANSFER_DIRECTION_COUNT
};

#define TRANSFER_STAYS(X)                                                                                              \
	X(FOR_GOOD, "for_good", "for good")                                                                            \
	X(FOR_A_TIME, "for_a_time", "for a time")

enum transfer_stay {
#define X(id, token, label) TRANSFER_STAY_##id,
	TRANSFER_STAYS(X)
#undef X
		TRANSFER_STAY_COUNT
};

/* What the authority a child leaves sends to the other. */
#define TRANSFER_PAPERS(X)                                                                                             \
	X(PLAN, "plan", "current plan")                                                                                \
	X(REPORTS, "reports", "earlier reports")                                                                       \
	X(ASSESSMENTS, "assessments", "assessments and risks")                                                         \
	X(CHRONOLOGY, "chronology", "chronology")                                                                      \
	X(HOUSING, "housing", "why they live there")                                                                   \
	X(IMPLICATIONS, "implications", "effects of the move")                                                         \
	X(NEEDS, "needs", "special needs")

enum transfer_paper {
#define X(id, token, label) TRANSFER_PAPER_##id,
	TRANSFER_PAPERS(X)
#undef X
		TRANSFER_PAPER_COUNT
};
#define TRANSFER_PAPER_BIT(paper) (1u << (paper))
#define TRANSFER_PAPERS_ALL       (TRANSFER_PAPER_BIT(TRANSFER_PAPER_COUNT) - 1)

#define TRANSFER_STATES(X)                                                                                             \
	X(OPEN, "open", "under way")                                                                                   \
	X(HELD, "held", "their conference was held")                                                                   \
	X(STOPPED, "stopped", "stopped")

enum transfer_state {
#define X(id, token, label) TRANSFER_##id,
	TRANSFER_STATES(X)
#undef X
		TRANSFER_STATE_COUNT
};

#define TRANSFER_STEPS(X)                                                                                              \
	X(REGISTER, "register", "Registered")                                                                          \
	X(PAPERS, "papers", "Papers")                                                                                  \
	X(ACCEPT, "accept", "Accepted")                                                                                \
	X(DECLINE, "decline", "Not accepted")                                                                          \
	X(MOVED, "moved", "They moved")                                                                                \
	X(STAYS, "stays", "Stays for good")                                                                            \
	X(HELD, "held", "Conference held there")                                                                       \
	X(STOP, "stop", "Stopped")

enum transfer_step {
#define X(id, token, label) TRANSFER_STEP_##id,
	TRANSFER_STEPS(X)
#undef X
		TRANSFER_STEP_COUNT
};

#define TRANSFER_WORDS(X)                                                                                              \
	X(transfer_direction)                                                                                          \
	X(transfer_stay)                                                                                               \
	X(transfer_paper)                                                                                              \
	X(transfer_state)                                                                                              \
	X(transfer_step)
#define X(type)                                                                                                        \
	const char *type##_token(enum type value);                                                                     \
	const char *type##_label(enum type value);                                                                     \
	bool type##_from_token(const char *text, enum type *out);
TRANSFER_WORDS(X)
#undef X

struct transfer {
	int64_t id, family_id, conference_id; /* conference_id: ours, of one who moves here; 0 none */
	const char *reference;                /* M-0001 */
	enum transfer_direction direction;
	enum transfer_stay stay;
	enum transfer_state state;
	const char *authority, *contact,
		*address;      /* the other authority; who there; where the child lives from then on */
	const char *kept_from; /* that address; as of struct address */
	day_number notified_on, moved_on, until_on; /* until_on: of a stay for a time, as far as it is known */
	day_number home_on; /* the children's home on file is the new one since; DAY_NONE: not yet */
	unsigned papers;    /* TRANSFER_PAPER_BIT of each that was sent or received */
	day_number accepted_on, held_on;
	int64_t version;
};
struct transfer_list {
	struct transfer *items;
	size_t count, room;
};
struct transfer transfer_blank(void);

/* Fewer days than this: the authority is told of the stay, and no conference is asked for. */
#define TRANSFER_SHORT_STAY 15
/* A stay for a time that is, or is meant to be, shorter than that; one without a day of its end counts from today. */
bool transfer_is_short(const struct transfer *transfer, day_number today);

/* What the papers still missing are called: "chronology, special needs"; "" none. */
const char *transfer_papers_missing(unsigned papers, struct arena *mem);
/* Is this the day, or past it, from which letters go to the new home? Of who moves away, only when it is for good. */
bool transfer_has_moved(const struct transfer *transfer, day_number today);
/* Why letters still go to the home they leave, in a sentence; "" they do not. */
char *transfer_home_words(const struct transfer *transfer, day_number today, struct arena *mem);
/* What one who moves away waits for next: "new home not on file", "2 papers not sent", "not accepted", "not held". */
char *transfer_waits_for(const struct transfer *transfer, day_number today, struct arena *mem);

/* May this step be taken now? One sentence why not (field: "step", "on", "words"). */
bool transfer_step_check(const struct transfer *transfer, enum transfer_step step, const char *words, struct fault *f);
/* Dates and names of a new one (field: "authority", "notified_on", "moved_on", "until_on"). */
bool transfer_check(const struct transfer *transfer, day_number today, struct fault *f);
/* Whose plan it is, in a sentence: "We keep the plan until Newham has held its conference."; "" when it is over. */
char *transfer_whose(const struct transfer *transfer, struct arena *mem);

/* What was done, as evidence: never changed once kept. */
struct transfer_note {
	int64_t id, transfer_id, at; /* Unix seconds */
	const char *by_user;
	enum transfer_step step;
	day_number day;
	const char *words;
};
struct transfer_note_list {
	struct transfer_note *items;
	size_t count, room;
};

#endif
