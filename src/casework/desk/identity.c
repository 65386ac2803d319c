/* Who is at work: the Unix account, never an environment variable. */
#include "identity.h"

#include "base/text.h"
#include "store/authority_store.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

/* The first part of the account's full-name field; the rest is office and telephone. */
static const char *name_of(struct arena *mem, const struct passwd *account)
{
	const char *gecos = account->pw_gecos ? account->pw_gecos : "";
	char *name = text_tidy(mem, arena_text_n(mem, gecos, strcspn(gecos, ",")), false);

	return name && *name ? name : arena_text(mem, account->pw_name);
}

bool identity_account(struct arena *mem, const char **login, const char **name, struct fault *f)
{
	const struct passwd *account = getpwuid(getuid());

	if (!account || !*account->pw_name)
		return fault_set(f, FAULT_NOT_ALLOWED,
				 "This machine has no account for user number %ld, so nobody can say who is at work. "
				 "Ask whoever "
				 "looks after the machine.",
				 (long)getuid());
	*login = arena_text(mem, account->pw_name);
	*name = name_of(mem, account);
	return true;
}

static const char *terminal_of(struct arena *mem)
{
	char name[128];

	for (int fd = 0; fd <= 2; fd++)
		if (ttyname_r(fd, name, sizeof name) == 0)
			return arena_text(mem, name);
	return "";
}

/* What the connection claims: it is a word of the environment and proves nothing. */
static const char *address_of(struct arena *mem)
{
	const char *claim = getenv("SSH_CONNECTION");

	return claim ? text_safe(mem, arena_text_n(mem, claim, strcspn(claim, " ")), false) : "";
}

static const char *new_session(struct arena *mem)
{
	uint64_t number = 0;

	if (getrandom(&number, sizeof number, GRND_NONBLOCK) != sizeof number)
		number = (uint64_t)getpid() << 32 ^ (uint64_t)time(NULL);
	return arena_printf(mem, "%016llx", (unsigned long long)number);
}

static const char *roles_words(struct arena *mem, role_set roles)
{
	const char *words = "";

	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles & ROLE_BIT(role))
			words = arena_printf(mem, "%s%s%s", words, *words ? " " : "", role_token((enum role)role));
	return words;
}

/* A file with a day given is for trying things out, and even there only its administrator may play another part: nobody
 * may lend themselves a role on a file of real work. The audit log names the account behind the part. */
static bool may_work_as_another(struct casework *cw, const char *account, struct fault *f)
{
	struct user_row user;

	if (cw->is_demo)
		return true;
	if (cw->today_is_given && user_by_login(cw->store, account, &cw->mem, &user, NULL) && user.is_active &&
	    ((role_set)user.roles & ROLE_BIT(ROLE_ADMINISTRATOR)))
		return true;
	return fault_set(f, FAULT_NOT_ALLOWED,
			 "You can work as another person only in the demonstration file, or as its administrator on a "
			 "file you try "
			 "things out on, with the day given by --today.");
}

static bool find_user(struct casework *cw, const char *login, struct fault *f)
{
	struct user_row user;
	struct fault why = {0};

	if (!user_by_login(cw->store, login, &cw->mem, &user, &why)) {
		if (why.code == FAULT_NOT_FOUND)
			return fault_set(
				f, FAULT_NOT_ALLOWED,
				"%s is not a user of the case file of %s. Ask its administrator to add the account.",
				login, cw->authority);
		if (f)
			*f = why;
		return false;
	}
	if (!user.is_active)
		return fault_set(f, FAULT_NOT_ALLOWED,
				 "The account %s was disabled in the case file of %s. Ask its administrator.", login,
				 cw->authority);
	cw->user_id = user.id;
	cw->user_name = user.name;
	cw->login = user.login;
	cw->roles = (role_set)user.roles;
	return true;
}

bool identity_establish(struct casework *cw, const char *as, struct fault *f)
{
	const char *account = NULL, *name = NULL;
	bool as_another;

	if (!identity_account(&cw->mem, &account, &name, f))
		return false;
	as_another = as && strcmp(as, account) != 0;
	if (as_another && !may_work_as_another(cw, account, f))
		return false;
	if (!find_user(cw, as_another ? as : account, f))
		return false;
	cw->identity = (struct audit_identity){
		.uid = (int64_t)getuid(),
		.login = as_another ? arena_printf(&cw->mem, "%s (account %s)", cw->login, account) : cw->login,
		.roles = roles_words(&cw->mem, cw->roles),
		.terminal = terminal_of(&cw->mem),
		.address = address_of(&cw->mem),
		.session = new_session(&cw->mem),
		.program = "quorate " QUORATE_VERSION,
	};
	return !arena_exhausted(&cw->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to open the case file.");
}
