/* Who may do what: the one table, row by action and column by role. */
#include "domain/role.h"
#include "word_match.h"

static const struct {
	const char *token, *label, *brief;
} role_rows[] = {
#define X(id, token, label, brief) [ROLE_##id] = {token, label, brief},
	ROLES(X)
#undef X
};

static const struct {
	const char *token, *words;
} action_rows[] = {
#define X(id, token, words) [ACTION_##id] = {token, words},
	ACTIONS(X)
#undef X
};

/* Reads like the page a practice lead signs. A blank cell would be easy to overlook, so every cell is written. */
enum { NO = NOT_ALLOWED, OWN = ALLOWED_OWN, YES = ALLOWED };
#define ROW(action, officer, chair, manager, out_of_hours, auditor, administrator)                                     \
	[ACTION_##action] = {[ROLE_BUSINESS_SUPPORT] = (officer), [ROLE_CHAIR] = (chair),                              \
			     [ROLE_MANAGER] = (manager),          [ROLE_OUT_OF_HOURS] = (out_of_hours),                \
			     [ROLE_AUDITOR] = (auditor),          [ROLE_ADMINISTRATOR] = (administrator)}

static const unsigned char permissions[ACTION_COUNT][ROLE_COUNT] = {
	/* clang-format off */
	/*                     officer chair manager night auditor admin */
	ROW(SEE_CASES,         YES,    YES,  YES,    NO,   NO,     NO),
	ROW(LOOK_UP_PLANS,     YES,    YES,  YES,    YES,  NO,     NO),
	ROW(RECORD_PEOPLE,     YES,    YES,  YES,    NO,   NO,     NO),
	ROW(TAKE_REQUESTS,     YES,    YES,  YES,    NO,   NO,     NO),
	ROW(BOOK,              YES,    YES,  YES,    NO,   NO,     NO),
	ROW(INVITE,            YES,    OWN,  YES,    NO,   NO,     NO),
	ROW(RECORD_REPORTS,    YES,    OWN,  YES,    NO,   NO,     NO),
	ROW(CHAIR_CONFERENCE,  NO,     OWN,  NO,     NO,   NO,     NO),
	ROW(DECIDE,            NO,     OWN,  NO,     NO,   NO,     NO),
	ROW(WRITE_RECORD,      YES,    OWN,  NO,     NO,   NO,     NO),
	ROW(APPROVE_RECORD,    NO,     OWN,  NO,     NO,   NO,     NO),
	ROW(DISTRIBUTE_RECORD, YES,    OWN,  NO,     NO,   NO,     NO),
	ROW(KEEP_CORE_GROUPS,  YES,    NO,   YES,    NO,   NO,     NO), /* the chair reads: the worker runs them */
	ROW(WRITE_PLAN,        YES,    YES,  YES,    NO,   NO,     NO),
	ROW(KEEP_DEADLINES,    YES,    YES,  YES,    NO,   NO,     NO),
	ROW(WAIVE_DEADLINES,   NO,     NO,   YES,    NO,   NO,     NO),
	ROW(IMPORT,            YES,    NO,   NO,     NO,   NO,     NO),
	ROW(EXPORT,            YES,    OWN,  YES,    NO,   NO,     NO),
	ROW(KEEP_DIRECTORY,    YES,    YES,  YES,    NO,   NO,     NO),
	ROW(RECORD_VISITS,     YES,    YES,  YES,    NO,   NO,     NO),
	ROW(RECORD_DISCLOSURES, YES,   YES,  YES,    NO,   NO,     NO),
	ROW(HANDLE_COMPLAINTS, YES,    OWN,  YES,    NO,   NO,     NO),
	ROW(END_PLANS,         YES,    YES,  YES,    NO,   NO,     NO),
	ROW(DECIDE_ENDINGS,    NO,     NO,   YES,    NO,   NO,     NO),
	ROW(RESTRICT_FAMILIES, NO,     NO,   YES,    NO,   NO,     NO),
	ROW(REVIEW_RETENTION,  YES,    NO,   YES,    NO,   NO,     NO), /* proposes; what goes is approved by another */
	ROW(HOLD_RECORDS,      NO,     NO,   YES,    NO,   NO,     NO),
	ROW(DISPOSE,           NO,     NO,   YES,    NO,   NO,     NO),
	ROW(READ_AUDIT,        NO,     NO,   NO,     NO,   YES,    NO),
	ROW(KEEP_USERS,        NO,     NO,   NO,     NO,   NO,     YES),
	ROW(BACK_UP,           NO,     NO,   NO,     NO,   NO,     YES),
	ROW(RESTORE,           NO,     NO,   NO,     NO,   NO,     YES),
	ROW(ANYTHING_OWN,      YES,    YES,  YES,    YES,  YES,    YES),
	/* clang-format on */
};

/* A value from outside the tables (a damaged file, a newer program) has no right and no name. */
static bool is_role(enum role role)
{
	return (unsigned)role < ROLE_COUNT;
}

static bool is_action(enum action action)
{
	return (unsigned)action < ACTION_COUNT;
}

enum permission role_permission(enum role role, enum action action)
{
	return is_role(role) && is_action(action) ? (enum permission)permissions[action][role] : NOT_ALLOWED;
}

enum permission roles_permission(role_set roles, enum action action)
{
	enum permission widest = NOT_ALLOWED;

	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles & ROLE_BIT(role) && role_permission((enum role)role, action) > widest)
			widest = role_permission((enum role)role, action);
	return widest;
}

const char *role_token(enum role role)
{
	return is_role(role) ? role_rows[role].token : "";
}

const char *role_label(enum role role)
{
	return is_role(role) ? role_rows[role].label : "";
}

const char *role_brief(enum role role)
{
	return is_role(role) ? role_rows[role].brief : "";
}

bool role_from_token(const char *token, enum role *out)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (word_match(token, role_rows[role].token) || word_match(token, role_rows[role].brief)) {
			*out = (enum role)role;
			return true;
		}
	return false;
}

const char *action_token(enum action action)
{
	return is_action(action) ? action_rows[action].token : "";
}

const char *action_words(enum action action)
{
	return is_action(action) ? action_rows[action].words : "";
}
