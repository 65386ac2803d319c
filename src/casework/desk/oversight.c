/* For the administrator and the auditor: who may work in the file, and whether the audit log is as it was written. */
#include "casework/oversight.h"

#include "anchor.h"
#include "base/text.h"
#include "identity.h"
#include "staff_matching.h"
#include "store/authority_store.h"
#include "words_tidy.h"

#include <pwd.h>
#include <string.h>

/* --- Users --- */

static bool read_users(struct casework *cw, struct arena *mem, struct user_list *out, struct fault *f)
{
	struct user_row_list rows = {0};

	*out = (struct user_list){0};
	if (!user_all(cw->store, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		struct user *user = ARENA_PUSH(mem, out);

		if (!user)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to list the users.");
		*user = (struct user){.login = rows.items[i].login,
				      .name = rows.items[i].name,
				      .roles = (role_set)rows.items[i].roles,
				      .is_active = rows.items[i].is_active};
	}
	return true;
}

bool casework_users(struct casework *cw, struct arena *mem, struct user_list *out, struct fault *f)
{
	if (!look_begin(cw, ACTION_KEEP_USERS, f))
		return false;
	if (!read_users(cw, mem, out, f))
		return look_undo(cw);
	return look_end(cw, f, "users.look", SUBJECT_NONE, 0, 0, "%zu users", out->count);
}

/* Without an administrator nobody could ever let anybody in again. */
static bool keeps_an_administrator(struct casework *cw, const struct user_row *changed, struct arena *mem,
				   struct fault *f)
{
	struct user_list users;
	bool is_there = changed->is_active && (changed->roles & ROLE_BIT(ROLE_ADMINISTRATOR));

	if (!read_users(cw, mem, &users, f))
		return false;
	for (size_t i = 0; i < users.count && !is_there; i++)
		is_there = strcmp(users.items[i].login, changed->login) != 0 && users.items[i].is_active &&
			   (users.items[i].roles & ROLE_BIT(ROLE_ADMINISTRATOR));
	return is_there ||
	       fault_field(f, "roles",
			   "%s is the last administrator of this case file. Make another user administrator "
			   "first.",
			   changed->login);
}

/* The account's own name, where this machine knows it; people of a demonstration need no account. */
static bool name_account(const struct casework *cw, const char *login, const char **name, struct arena *mem,
			 struct fault *f)
{
	const struct passwd *account = getpwnam(login);
	const char *gecos = account && account->pw_gecos ? account->pw_gecos : "";
	char *own = text_tidy(mem, arena_text_n(mem, gecos, strcspn(gecos, ",")), false);

	if (!account && !cw->is_demo)
		return fault_field(
			f, "account",
			"This machine has no account \"%.60s\". Ask whoever looks after it to make one first.", login);
	if (!*name || !**name)
		*name = own && *own ? own : login;
	*name = text_tidy(mem, *name, false);
	return *name || fault_field(f, "name", "The name holds characters that cannot be kept. Type it again.");
}

static bool put_user(struct casework *cw, const char *login, const char *name, role_set roles, struct arena *mem,
		     struct fault *f)
{
	struct user_row user;
	struct fault why = {0};

	if (user_by_login(cw->store, login, mem, &user, &why)) {
		user.roles = roles;
		user.is_active = true;
		user.name = name && *name ? text_tidy(mem, name, false) : user.name;
		if (!user.name)
			return fault_field(f, "name", "The name holds characters that cannot be kept. Type it again.");
		return keeps_an_administrator(cw, &user, mem, f) && user_update(cw->store, &user, f);
	}
	if (why.code != FAULT_NOT_FOUND) {
		if (f)
			*f = why;
		return false;
	}
	if (!name_account(cw, login, &name, mem, f))
		return false;
	user = (struct user_row){.login = login, .name = name, .roles = roles, .is_active = true};
	return user_insert(cw->store, &user, f);
}

static const char *roles_words(role_set roles, struct arena *mem)
{
	const char *words = "";

	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles & ROLE_BIT(role))
			words = arena_joined(mem, words, ", ", role_label((enum role)role));
	return words;
}

/* Plain characters only: people of a demonstration need no account, so nothing else would look at the name. */
static bool is_account_name(const char *login)
{
	for (const char *at = login; *at; at++)
		if (*at <= ' ' || *at >= 0x7f || strchr(":/,", *at))
			return false;
	return *login != '\0';
}

bool casework_user_add(struct casework *cw, const char *login, const char *name, role_set roles, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	if (!is_account_name(login))
		return fault_field(f, "account", "The name of an account has letters, digits and dashes. Check it.");
	if (roles == 0)
		return fault_field(f, "roles", "A user needs a role. \"quorate roles\" lists them.");
	if (!work_begin(cw, ACTION_KEEP_USERS, f))
		return false;
	ok = put_user(cw, login, name, roles, &mem, f);
	if (ok)
		ok = work_end(cw, f, "user.add", SUBJECT_NONE, 0, 0, "%s as %s", login, roles_words(roles, &mem));
	else
		work_undo(cw);
	arena_finish(&mem);
	return ok;
}

static bool shut_out(struct casework *cw, const char *login, struct arena *mem, struct fault *f)
{
	struct user_row user;
	struct fault why = {0};

	if (user_by_login(cw->store, login, mem, &user, &why)) {
		user.is_active = false;
		return keeps_an_administrator(cw, &user, mem, f) && user_update(cw->store, &user, f);
	}
	if (why.code == FAULT_NOT_FOUND)
		return fault_set(f, FAULT_NOT_FOUND, "\"%.60s\" is not a user. \"quorate user list\" lists them.",
				 login);
	if (f)
		*f = why;
	return false;
}

static bool put_details(struct casework *cw, const char *login, const struct user_details *details, struct arena *mem,
			struct fault *f)
{
	struct staff_detail kept = {
		.born_on = details->born_on, .postcode = details->postcode, .phone = details->phone, .name = ""};
	struct user_row user;
	struct fault why = {0};

	if (!user_by_login(cw->store, login, mem, &user, &why))
		return fault_field(f, "account", "\"%.60s\" is not a user of this case file.", login);
	if (!words_tidy(&kept.postcode, "postcode", false, mem, f) || !words_tidy(&kept.phone, "phone", false, mem, f))
		return false;
	kept.user_id = user.id;
	return staff_put(cw->store, &kept, f) && staff_match_user(cw, user.id, f);
}

bool casework_user_details(struct casework *cw, const char *login, const struct user_details *details, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_USERS, f))
		return false;
	ok = put_details(cw, login, details, &mem, f);
	ok = ok ? work_end(cw, f, "user.details", SUBJECT_NONE, 0, 0, "%s", login) : work_undo(cw);
	arena_finish(&mem);
	return ok;
}

bool casework_user_disable(struct casework *cw, const char *login, struct fault *f)
{
	struct arena mem = {0};
	bool ok;

	if (!work_begin(cw, ACTION_KEEP_USERS, f))
		return false;
	ok = shut_out(cw, login, &mem, f);
	arena_finish(&mem);
	if (!ok)
		return work_undo(cw);
	return work_end(cw, f, "user.disable", SUBJECT_NONE, 0, 0, "%s", login);
}

/* --- The audit log --- */

_Static_assert((int)LOG_REWRITTEN == (int)AUDIT_REWRITTEN && (int)LOG_END_REPLACED == (int)AUDIT_END_REPLACED &&
		       (int)LOG_END_CUT == (int)AUDIT_END_CUT && (int)LOG_ROW_MISSING == (int)AUDIT_ROW_MISSING,
	       "what the store finds, by the same numbers");

static enum action right_to_check(struct casework *cw)
{
	static const enum action any_of[] = {ACTION_READ_AUDIT, ACTION_KEEP_USERS, ACTION_BACK_UP};

	for (size_t i = 0; i < sizeof any_of / sizeof *any_of; i++)
		if (casework_may(cw, any_of[i], NULL))
			return any_of[i];
	return ACTION_READ_AUDIT;
}

const char *audit_finding_words(enum audit_finding finding)
{
	static const char *const words[] = {
		[LOG_SOUND] = "",
		[LOG_ROW_CHANGED] = "was changed after it was written",
		[LOG_ROW_MISSING] = "was taken out",
		[LOG_END_CUT] = "and all after it were cut off",
		[LOG_REWRITTEN] = "is another than it was: the log was made anew, there or before",
		[LOG_END_REPLACED] =
			"and all after it stand in the place of others: the end was cut off, and the log went on",
	};

	return words[finding];
}

static void say_head(struct casework *cw, struct audit_check *out, struct fault *f)
{
	struct audit_anchor newest;
	char *text = arena_alloc(&cw->mem, AUDIT_ANCHOR_ROOM);

	if (!text || !audit_newest(cw->store, &newest, f))
		return;
	audit_anchor_write(&newest, text);
	out->head = text;
}

/* That it was checked is a row as well; a log found broken stays as it is, and the log of the machine is told. */
static bool leave_check(struct casework *cw, enum audit_verdict verdict, const struct audit_check *check,
			struct fault *f)
{
	if (verdict != AUDIT_SOUND) {
		anchor_alarm(cw, check->bad_row, audit_finding_words((enum audit_finding)verdict));
		return true;
	}
	return cw->is_read_only ||
	       (work_open_noting(cw, f) &&
		work_end(cw, f, "audit.verify", SUBJECT_NONE, 0, 0, "unbroken up to row %lld", (long long)check->rows));
}

/* The triggers that guard the log, and all others, are part of what is checked. */
static bool check_shape(struct casework *cw, struct fault *f)
{
	struct arena mem = {0};
	const char *shape;
	bool ok = store_shape(cw->store, &mem, &shape, f) &&
		  (strcmp(shape, "ok") == 0 ||
		   fault_set(f, FAULT_CORRUPT,
			     "The rows of the audit log fit together, but the case file was changed by another "
			     "program: %s. "
			     "Keep the file as it is and tell whoever looks after information security.",
			     shape));

	arena_finish(&mem);
	return ok;
}

bool casework_audit_check(struct casework *cw, const char *against, struct audit_check *out, struct fault *f)
{
	enum audit_verdict verdict = AUDIT_SOUND;
	struct audit_anchor anchor;

	*out = (struct audit_check){.head = ""};
	if (!casework_may(cw, right_to_check(cw), f) || (against && !audit_anchor_read(against, &anchor, f)) ||
	    !audit_verify(cw->store, against ? &anchor : NULL, &verdict, &out->bad_row, &out->rows, f) ||
	    (verdict == AUDIT_SOUND && !check_shape(cw, f)) || !leave_check(cw, verdict, out, f))
		return false;
	out->finding = (enum audit_finding)verdict;
	out->is_sound = verdict == AUDIT_SOUND;
	out->is_missing = verdict == AUDIT_ROW_MISSING || verdict == AUDIT_END_CUT;
	if (out->is_sound)
		say_head(cw, out, f);
	return true;
}
