/* What kind of act a row of the audit log is about, whether it changed what others see, and whether the clock was set
 * between two of them. */
#include "domain/audit_kind.h"

#include "words.h"

#include <string.h>

WORDS_OF(audit_kind, AUDIT_KINDS, AUDIT_KIND_COUNT)

/* Whole names come first, then how a name begins or ends ("*"); the first that fits counts. */
static const struct {
	const char *act;
	enum audit_kind kind;
} rules[] = {
	{"find", AUDIT_KIND_SEARCH},
	{"list.search", AUDIT_KIND_SEARCH},
	{"person.alike", AUDIT_KIND_SEARCH},
	{"refused", AUDIT_KIND_REFUSAL},
	{"*.refused", AUDIT_KIND_REFUSAL},
	{"glass.break", AUDIT_KIND_GLASS},
	{"sign-in", AUDIT_KIND_SESSION},
	{"sign-out", AUDIT_KIND_SESSION},
	{"session.*", AUDIT_KIND_SESSION},
	{"clock.jump", AUDIT_KIND_CLOCK},
	{"backup.*", AUDIT_KIND_BACKUP},
	{"user.*", AUDIT_KIND_UPKEEP},
	{"file.found", AUDIT_KIND_UPKEEP},
	{"resources.sync", AUDIT_KIND_UPKEEP},
	{"audit.verify", AUDIT_KIND_UPKEEP},
	{"export.*", AUDIT_KIND_EXPORT},
	{"*.take_out", AUDIT_KIND_EXPORT},
	{"*.print", AUDIT_KIND_EXPORT},
	{"look.*", AUDIT_KIND_LOOK},
	{"*.look", AUDIT_KIND_LOOK},
	{"*_look", AUDIT_KIND_LOOK},
	{"*.preview", AUDIT_KIND_LOOK},
	{"*.read", AUDIT_KIND_LOOK},
	{"*.compare", AUDIT_KIND_LOOK},
	{"*.try", AUDIT_KIND_LOOK},
	{"list.entry", AUDIT_KIND_LOOK},
	{"list.enquiries", AUDIT_KIND_LOOK},
	{"family.members", AUDIT_KIND_LOOK},
	{"person.addresses", AUDIT_KIND_LOOK},
	{"booking.slots", AUDIT_KIND_LOOK},
	{"invitees.propose", AUDIT_KIND_LOOK},
	{"live.core_group_propose", AUDIT_KIND_LOOK},
	{"letter.*", AUDIT_KIND_LETTER},
	{"letters.*", AUDIT_KIND_LETTER},
	{"delivery.*", AUDIT_KIND_LETTER},
	{"post.*", AUDIT_KIND_LETTER},
	{"*.send", AUDIT_KIND_LETTER},
	{"*.chase", AUDIT_KIND_LETTER},
};

static bool fits(const char *act, const char *rule)
{
	size_t bytes = strlen(act), wanted = strlen(rule) - 1;

	if (*rule == '*')
		return bytes > wanted && strcmp(act + bytes - wanted, rule + 1) == 0;
	if (rule[wanted] == '*')
		return strncmp(act, rule, wanted) == 0;
	return strcmp(act, rule) == 0;
}

enum audit_kind audit_kind_of(const char *act)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (fits(act, rules[i].act))
			return rules[i].kind;
	return AUDIT_KIND_CHANGE;
}

bool audit_act_changes(const char *act)
{
	switch (audit_kind_of(act)) {
	case AUDIT_KIND_CHANGE:
	case AUDIT_KIND_LETTER:
	case AUDIT_KIND_GLASS: return true;
	case AUDIT_KIND_UPKEEP: return !fits(act, "audit.verify");
	case AUDIT_KIND_EXPORT: return fits(act, "*.take_out"); /* that it went is written down */
	default: return false;
	}
}

long long clock_jump(struct clock_moment before, struct clock_moment now)
{
	long long jump = (now.wall - before.wall) - (now.steady - before.steady);

	return jump >= CLOCK_JUMP_LEAST || jump <= -CLOCK_JUMP_LEAST ? jump : 0;
}
