/* Does somebody know the password of the account that runs this program? Asked of the machine's own way of checking
 * accounts (PAM), in a process of its own that has no right but the person's. */
#ifndef APP_ACCOUNT_CHECK_H
#define APP_ACCOUNT_CHECK_H

enum account_answer {
	ACCOUNT_KNOWN,
	ACCOUNT_WRONG,
	ACCOUNT_CLOSED, /* right, and the account may not be used any more */
	ACCOUNT_CANNOT, /* this machine cannot say */
};

/* `folder` of PAM services, NULL: the machine's. Takes as long as the machine takes, at most ACCOUNT_SECONDS. */
enum { ACCOUNT_SECONDS = 30 };
enum account_answer account_check(const char *folder, const char *password);

#endif
