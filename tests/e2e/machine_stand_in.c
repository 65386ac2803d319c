/* Stands before a program under test in the place of two things of its machine: the clock that goes on while the
 * machine sleeps, moved on by as many seconds as a shared file says, and PAM, to which one password is right. It is
 * loaded under the name of libpam, so that the program finds it when it asks for that. */
#include <dlfcn.h>
#include <fcntl.h>
#include <security/pam_appl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *seconds; /* mapped once: later the program may open nothing more */

__attribute__((constructor)) static void begin(void)
{
	const char *path = getenv("STAND_IN_CLOCK");
	int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	void *mapped = file >= 0 ? mmap(NULL, sizeof *seconds, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;

	if (mapped != MAP_FAILED)
		seconds = mapped;
	if (file >= 0)
		close(file);
}

int clock_gettime(clockid_t clock, struct timespec *out)
{
	int answer = (int)syscall(SYS_clock_gettime, clock, out);

	if (answer == 0 && clock == CLOCK_BOOTTIME && seconds)
		out->tv_sec += *seconds;
	return answer;
}

struct pam_handle {
	const struct pam_conv *conversation;
};

int pam_start(const char *service, const char *user, const struct pam_conv *conversation, pam_handle_t **out)
{
	(void)service, (void)user;
	*out = calloc(1, sizeof **out);
	if (!*out)
		return PAM_BUF_ERR;
	(*out)->conversation = conversation;
	return PAM_SUCCESS;
}

int pam_start_confdir(const char *service, const char *user, const struct pam_conv *conversation, const char *folder,
		      pam_handle_t **out)
{
	(void)folder;
	return pam_start(service, user, conversation, out);
}

int pam_authenticate(pam_handle_t *handle, int flags)
{
	const struct pam_message ask = {.msg_style = PAM_PROMPT_ECHO_OFF, .msg = "Password: "}, *asked = &ask;
	struct pam_response *typed = NULL;
	int answer = PAM_AUTH_ERR;

	(void)flags;
	if (handle->conversation->conv(1, &asked, &typed, handle->conversation->appdata_ptr) == PAM_SUCCESS && typed) {
		answer = typed->resp && strcmp(typed->resp, "correct horse") == 0 ? PAM_SUCCESS : PAM_AUTH_ERR;
		free(typed->resp);
		free(typed);
	}
	return answer;
}

int pam_acct_mgmt(pam_handle_t *handle, int flags)
{
	(void)handle, (void)flags;
	return PAM_SUCCESS;
}

int pam_end(pam_handle_t *handle, int status)
{
	(void)status;
	free(handle);
	return PAM_SUCCESS;
}
