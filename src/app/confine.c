/* What the process may never do from here on, whoever should take it over: the kernel keeps to it. */
#include "confine.h"

#include "base/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
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

/* The numbers of calls are those of one kind of machine; a program of another kind is let nothing. */
#if defined(__x86_64__) && !defined(__ILP32__)
#define OWN_MACHINE AUDIT_ARCH_X86_64
#define CALLS_MOST  0x40000000u /* from here on the same calls by other numbers (x32) */
#elif defined(__AARCH64EL__)
#define OWN_MACHINE AUDIT_ARCH_AARCH64
#define CALLS_MOST  0xffffffffu
#endif

#ifdef OWN_MACHINE

/* Starting programs, looking into other processes, and parts of the kernel that no case file needs. */
#define FORBIDDEN(X)                                                                                                   \
	X(execve)                                                                                                      \
	X(execveat)                                                                                                    \
	X(process_vm_readv)                                                                                            \
	X(process_vm_writev)                                                                                           \
	X(pidfd_getfd)                                                                                                 \
	X(bpf)                                                                                                         \
	X(perf_event_open)                                                                                             \
	X(userfaultfd)                                                                                                 \
	X(io_uring_setup)                                                                                              \
	X(add_key)                                                                                                     \
	X(keyctl)                                                                                                      \
	X(request_key)                                                                                                 \
	X(mount)                                                                                                       \
	X(umount2)                                                                                                     \
	X(move_mount)                                                                                                  \
	X(open_tree)                                                                                                   \
	X(fsopen)                                                                                                      \
	X(pivot_root)                                                                                                  \
	X(chroot)                                                                                                      \
	X(unshare)                                                                                                     \
	X(setns)                                                                                                       \
	X(init_module)                                                                                                 \
	X(finit_module)                                                                                                \
	X(kexec_load)                                                                                                  \
	X(open_by_handle_at)

#define TAKE(member)            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define IS(value, yes, no)      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define IS_FROM(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, (value), (yes), (no))
#define ALLOW                   BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define DENY                    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define DENY_CALL(name)         IS(SYS_##name, 0, 1), DENY,

/* Names of accounts and the machine's log are asked over sockets of this machine; there are no others. Nothing is
 * typed into the terminal in its person's name: the shell they come back to would do it. */
static const struct sock_filter filter[] = {
	TAKE(arch),
	IS(OWN_MACHINE, 1, 0),
	DENY,
	TAKE(nr),
	IS_FROM(CALLS_MOST, 0, 1),
	DENY,
	FORBIDDEN(DENY_CALL)
#ifdef NDEBUG
		DENY_CALL(ptrace) /* tools that find faults need it */
#endif
	IS(SYS_socket, 0, 4),
	TAKE(args[0]),
	IS(AF_UNIX, 0, 1),
	ALLOW,
	DENY,
	IS(SYS_ioctl, 0, 4),
	TAKE(args[1]),
	IS(TIOCSTI, 1, 0),
	IS(TIOCLINUX, 0, 1),
	DENY,
	ALLOW,
};

static bool forbid_calls(void)
{
	const struct sock_fprog program = {.len = sizeof filter / sizeof *filter,
					   .filter = (struct sock_filter *)(uintptr_t)filter};

	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

#else

static bool forbid_calls(void)
{
	return false;
}

#endif

struct confinement process_confine(void)
{
	struct confinement held = {0};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return held;
	held.by_landlock = forbid_programs();
	held.by_seccomp = forbid_calls();
	return held;
}
