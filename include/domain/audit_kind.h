/* What kind of act a row of the audit log is about, told by the name of the act alone, so that nothing can be written
 * down as another kind than it is. */
#ifndef DOMAIN_AUDIT_KIND_H
#define DOMAIN_AUDIT_KIND_H

#include <stdbool.h>

/* id, token, label */
#define AUDIT_KINDS(X)                                                                                                 \
	X(CHANGE, "change", "Changed")                                                                                 \
	X(LOOK, "look", "Looked")                                                                                      \
	X(SEARCH, "search", "Searched")                                                                                \
	X(LETTER, "letter", "Letter")                                                                                  \
	X(EXPORT, "export", "Taken out")                                                                               \
	X(SESSION, "session", "Session")                                                                               \
	X(REFUSAL, "refusal", "Refused")                                                                               \
	X(GLASS, "glass", "Broke glass")                                                                               \
	X(BACKUP, "backup", "Back-up")                                                                                 \
	X(UPKEEP, "upkeep", "Upkeep")                                                                                  \
	X(CLOCK, "clock", "Clock jump")

enum audit_kind {
#define X(id, token, label) AUDIT_KIND_##id,
	AUDIT_KINDS(X)
#undef X
		AUDIT_KIND_COUNT
};
const char *audit_kind_token(enum audit_kind kind);
const char *audit_kind_label(enum audit_kind kind);
bool audit_kind_from_token(const char *text, enum audit_kind *out);

/* "conference.book" changes, "today.look" looks: what no rule knows is a change. */
enum audit_kind audit_kind_of(const char *act);
/* May what others have on their screens be behind after this act? Of a look, a session or a refusal it never is. */
bool audit_act_changes(const char *act);

/* Tells that the clock of the machine was set: `wall` is the time of day (Unix seconds), `steady` a clock that nobody
 * sets. The seconds it jumped between two moments, forward above zero; 0 when they agree within CLOCK_JUMP_LEAST. */
enum { CLOCK_JUMP_LEAST = 60 };
struct clock_moment {
	long long wall, steady;
};
long long clock_jump(struct clock_moment before, struct clock_moment now);

#endif
