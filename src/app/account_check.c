/* Asking PAM in a child process: no module of the machine runs with the lent group or beside what is on the screen, and
 * one that hangs can be ended. */
#include "account_check.h"
#include "pam_library.h"

#include "base/rights.h"

#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define SERVICE "quorate"

/* The one secret there is to give. */
struct told {
	const char *password;
	bool is_given;
};

/* Asked for a second secret (a code of a device, a new password), there is none: the machine wants more than a locked
 * screen can ask. */
static int answer_one(const struct pam_message *asked, struct pam_response *out, struct told *told)
{
	switch (asked->msg_style) {
	case PAM_PROMPT_ECHO_OFF:
		if (told->is_given)
			return PAM_CONV_ERR;
		told->is_given = true;
		out->resp = strdup(told->password);
		return out->resp ? PAM_SUCCESS : PAM_BUF_ERR;
	case PAM_ERROR_MSG:
	case PAM_TEXT_INFO: return PAM_SUCCESS; /* there is nowhere to show it */
	default: return PAM_CONV_ERR;
	}
}

static int converse(int count, const struct pam_message **asked, struct pam_response **out, void *payload)
{
	struct pam_response *answers = calloc((size_t)(count > 0 ? count : 1), sizeof *answers);
	int answer = answers ? PAM_SUCCESS : PAM_BUF_ERR;

	for (int i = 0; i < count && answer == PAM_SUCCESS; i++)
		answer = answer_one(asked[i], &answers[i], payload);
	if (answer == PAM_SUCCESS) {
		*out = answers;
		return PAM_SUCCESS;
	}
	for (int i = 0; answers && i < count; i++)
		if (answers[i].resp) {
			explicit_bzero(answers[i].resp, strlen(answers[i].resp));
			free(answers[i].resp);
		}
	free(answers);
	return answer;
}

static enum account_answer meaning_of(int answer)
{
	switch (answer) {
	case PAM_SUCCESS:
	case PAM_NEW_AUTHTOK_REQD: return ACCOUNT_KNOWN; /* it must be changed, and it is the one */
	case PAM_AUTH_ERR:
	case PAM_MAXTRIES: return ACCOUNT_WRONG;
	case PAM_ACCT_EXPIRED:
	case PAM_PERM_DENIED:
	case PAM_CRED_EXPIRED: return ACCOUNT_CLOSED;
	default: return ACCOUNT_CANNOT;
	}
}

static enum account_answer ask(const char *folder, const char *password)
{
	const struct passwd *account = getpwuid(getuid());
	struct told told = {.password = password};
	const struct pam_conv conversation = {.conv = converse, .appdata_ptr = &told};
	pam_handle_t *handle = NULL;
	struct pam_library pam;
	int answer;

	if (!account || !pam_library_load(&pam))
		return ACCOUNT_CANNOT;
	answer = folder ? pam.pam_start_confdir(SERVICE, account->pw_name, &conversation, folder, &handle)
			: pam.pam_start(SERVICE, account->pw_name, &conversation, &handle);
	if (answer != PAM_SUCCESS)
		return ACCOUNT_CANNOT;
	answer = pam.pam_authenticate(handle, PAM_SILENT);
	if (answer == PAM_SUCCESS)
		answer = pam.pam_acct_mgmt(handle, PAM_SILENT);
	pam.pam_end(handle, answer);
	return meaning_of(answer);
}

/* The signals are held back by the screens; a module may need them. */
static void be_the_child(int report, pid_t parent, const char *folder, const char *password)
{
	unsigned char answer = ACCOUNT_CANNOT;
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
	if (rights_give_up() && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent)
		answer = (unsigned char)ask(folder, password);
	_exit(write(report, &answer, 1) == 1 ? 0 : 1);
}

static enum account_answer hear(int report, pid_t child)
{
	struct pollfd answered = {.fd = report, .events = POLLIN};
	unsigned char answer = ACCOUNT_CANNOT;

	if (poll(&answered, 1, ACCOUNT_SECONDS * 1000) != 1 || read(report, &answer, 1) != 1)
		answer = ACCOUNT_CANNOT;
	kill(child, SIGKILL); /* has nothing left to say */
	waitpid(child, NULL, 0);
	return answer <= ACCOUNT_CANNOT ? (enum account_answer)answer : ACCOUNT_CANNOT;
}

enum account_answer account_check(const char *folder, const char *password)
{
	enum account_answer answer;
	const pid_t parent = getpid();
	int report[2];
	pid_t child;

	if (pipe2(report, O_CLOEXEC) != 0)
		return ACCOUNT_CANNOT;
	child = fork();
	if (child == 0) {
		close(report[0]);
		be_the_child(report[1], parent, folder, password);
	}
	close(report[1]);
	answer = child > 0 ? hear(report[0], child) : ACCOUNT_CANNOT;
	close(report[0]);
	return answer;
}
