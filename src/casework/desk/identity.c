/* Who is at work: the Unix account, never an environment variable. */
#include "identity.h"

#include "base/text.h"
#include "store/authority_store.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/sysmacros.h>
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

/* Of the kernel's own account of this process: what standard input was led away to says nothing about who types. */
static const char *controlling_terminal(struct arena *mem)
{
	enum { PTS_FIRST = 136, PTS_LAST = 143, TTY = 4, PTS_EACH = 256 };
	FILE *stat = fopen("/proc/self/stat", "re");
	char line[512] = "", *at;
	unsigned kind, which;
	int number = 0;

	if (stat) {
		if (!fgets(line, sizeof line, stat))
			line[0] = '\0';
		fclose(stat);
	}
	/* The name of the program stands in brackets and may hold anything. */
	at = strrchr(line, ')');
	if (!at || sscanf(at + 1, " %*c %*d %*d %*d %d", &number) != 1 || number == 0)
		return "";
	kind = major((dev_t)number);
	which = minor((dev_t)number);
	if (kind >= PTS_FIRST && kind <= PTS_LAST)
		return arena_printf(mem, "/dev/pts/%u", (kind - PTS_FIRST) * PTS_EACH + which);
	return kind == TTY ? arena_printf(mem, "/dev/tty%u", which) : arena_printf(mem, "terminal %u:%u", kind, which);
}

static const char *terminal_of(struct arena *mem)
{
	const char *own = controlling_terminal(mem);
	char name[128];

	if (*own)
		return own;
	for (int fd = 0; fd <= 2; fd++)
		if (ttyname_r(fd, name, sizeof name) == 0)
			return arena_text(mem, name);
	return "";
}

/* What the connection claims, and for whom sudo says it works: words of the environment that prove nothing. */
static const char *address_of(struct arena *mem)
{
	const char *ssh = getenv("SSH_CONNECTION"), *sudo = getenv("SUDO_UID");
	const char *address;

	if (!ssh)
		ssh = getenv("SSH_CLIENT");
	address = ssh ? text_safe(mem, arena_text_n(mem, ssh, strcspn(ssh, " ")), false) : "";
	if (sudo && *sudo)
		address = arena_printf(mem, "%s%ssudo by user number %.10s", address, *address ? ", " : "",
				       text_safe(mem, sudo, false));
	return address;
}

static const char *new_session(struct arena *mem)
{
	uint64_t number = 0;

	if (getrandom(&number, sizeof number, GRND_NONBLOCK) != sizeof number)
		number = (uint64_t)getpid() << 32 ^ (uint64_t)time(NULL);
	return arena_printf(mem, "%016llx.%ld", (unsigned long long)number, (long)getpid());
}

static const char *roles_words(struct arena *mem, role_set roles)
{
	const char *words = "";

	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles & ROLE_BIT(role))
			words = arena_joined(mem, words, " ", role_token((enum role)role));
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
	cw->identity = (struct audit_identity){
		.uid = (int64_t)getuid(),
		.login = account,
		.roles = "",
		.terminal = terminal_of(&cw->mem),
		.address = address_of(&cw->mem),
		.session = new_session(&cw->mem),
		.program = "quorate " QUORATE_VERSION,
	};
	as_another = as && strcmp(as, account) != 0;
	if (as_another && !may_work_as_another(cw, account, f))
		return false;
	if (!find_user(cw, as_another ? as : account, f))
		return false;
	cw->identity.login = as_another ? arena_printf(&cw->mem, "%s (account %s)", cw->login, account) : cw->login;
	cw->identity.roles = roles_words(&cw->mem, cw->roles);
	return !arena_exhausted(&cw->mem) ||
	       fault_set(f, FAULT_MEMORY, "There is not enough memory to open the case file.");
}
