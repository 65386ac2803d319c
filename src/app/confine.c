/* What the process may never do from here on, whoever should take it over: the kernel keeps to it. */
#include "confine.h"
#include "loaded_library.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* --- Landlock --- */

/* A rule set forbids links from folder to folder unless it allows them, and a new file gets its name by one. */
static bool allow_links(int rules)
{
	struct landlock_path_beneath_attr all = {.allowed_access = LANDLOCK_ACCESS_FS_REFER};
	bool ok;

	all.parent_fd = rights_own_open("/", O_PATH | O_CLOEXEC, 0);
	ok = all.parent_fd >= 0 && syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &all, 0) == 0;
	if (all.parent_fd >= 0)
		close(all.parent_fd);
	return ok;
}

/* No file anywhere is one that may be started. A kernel that cannot allow links again (5.13 to 5.18) is left alone. */
static bool forbid_programs(void)
{
	const struct landlock_ruleset_attr about = {.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE |
									 LANDLOCK_ACCESS_FS_REFER};
	int rules;
	bool ok;

	if (syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) < 2)
		return false;
	rules = (int)syscall(SYS_landlock_create_ruleset, &about, sizeof about, 0);
	if (rules < 0)
		return false;
	ok = allow_links(rules) && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return ok;
}

/* --- seccomp --- */

#define SECCOMP_FUNCTIONS(X) X(seccomp_init) X(seccomp_rule_add_array) X(seccomp_load) X(seccomp_release)

struct seccomp_library {
#define X(name) typeof(name) *name;
	SECCOMP_FUNCTIONS(X)
#undef X
};

static bool seccomp_library_load(struct seccomp_library *out)
{
	void *library = library_load("libseccomp.so.2");
	bool all = library != NULL;

#define X(name) all = all && library_function(library, #name, &out->name, sizeof out->name);
	SECCOMP_FUNCTIONS(X)
#undef X
	return all;
}

/* Starting programs, looking into other processes, and parts of the kernel that no case file needs. */
static const int forbidden[] = {
	SCMP_SYS(execve),      SCMP_SYS(execveat),        SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
	SCMP_SYS(bpf),         SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),      SCMP_SYS(io_uring_setup),
	SCMP_SYS(add_key),     SCMP_SYS(keyctl),          SCMP_SYS(request_key),      SCMP_SYS(mount),
	SCMP_SYS(umount2),     SCMP_SYS(pivot_root),      SCMP_SYS(unshare),          SCMP_SYS(setns),
	SCMP_SYS(init_module), SCMP_SYS(finit_module),    SCMP_SYS(kexec_load),       SCMP_SYS(open_by_handle_at),
#ifdef NDEBUG
	SCMP_SYS(ptrace), /* tools that find faults need it */
#endif
};

/* Names of accounts and the machine's log are asked over sockets of this machine; there are no others. */
static bool add_rules(const struct seccomp_library *library, scmp_filter_ctx filter)
{
	const struct scmp_arg_cmp others = {.arg = 0, .op = SCMP_CMP_NE, .datum_a = AF_UNIX};
	bool ok = library->seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, &others) == 0;

	for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
		ok = ok && library->seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), forbidden[i], 0, NULL) == 0;
	return ok;
}

static bool forbid_calls(void)
{
	struct seccomp_library library;
	scmp_filter_ctx filter;
	bool ok;

	if (!seccomp_library_load(&library))
		return false;
	filter = library.seccomp_init(SCMP_ACT_ALLOW);
	ok = filter && add_rules(&library, filter) && library.seccomp_load(filter) == 0;
	if (filter)
		library.seccomp_release(filter);
	return ok;
}

struct confinement process_confine(void)
{
	struct confinement held = {0};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return held;
	held.by_landlock = forbid_programs();
	held.by_seccomp = forbid_calls();
	return held;
}
