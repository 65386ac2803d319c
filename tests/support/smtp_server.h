/* A mail server of its own on this machine's loopback, as kind or unkind as a test needs it. */
#ifndef SUPPORT_SMTP_SERVER_H
#define SUPPORT_SMTP_SERVER_H

#include "base/arena.h"

#include <stdbool.h>
#include <sys/types.h>

enum smtp_manner {
	SMTP_ACCEPTS,
	SMTP_TRY_LATER,    /* 451 to every recipient */
	SMTP_REFUSES,      /* 550 to every recipient */
	SMTP_REFUSES_MAIL, /* 554 once it has read it */
	SMTP_DROPS,        /* hangs up in the middle of the mail */
	SMTP_DROPS_LATE,   /* keeps the mail, and hangs up without saying so */
	SMTP_HANGS         /* reads everything and never answers again */
};

struct smtp_shared;
struct smtp_server {
	pid_t pid;
	int port;
	char folder[200];
	struct smtp_shared *shared;
};

/* Serves until smtp_server_end or the end of this process. Kept mails go into files of `folder`. Aborts the test when
 * it cannot. */
void smtp_server_begin(struct smtp_server *server, const char *folder);
void smtp_server_end(struct smtp_server *server);

/* From the next command it is given. SMTP_ACCEPTS at first. */
void smtp_server_behave(struct smtp_server *server, enum smtp_manner manner);

/* Mails kept so far, those of SMTP_DROPS_LATE included; people who called. */
int smtp_server_kept(const struct smtp_server *server);
int smtp_server_calls(const struct smtp_server *server);

/* The kept mail with this number, from 1, as it was before dots were doubled for the way; NULL when there is none. */
const char *smtp_server_mail(const struct smtp_server *server, int number, struct arena *mem);
/* "MAIL FROM:<a@b.example>\nRCPT TO:<c@d.example>\n" of the same. */
const char *smtp_server_envelope(const struct smtp_server *server, int number, struct arena *mem);

/* msmtp's command line for this server, ended by NULL: recipients are read from the head of the mail. */
const char *const *smtp_server_command(const struct smtp_server *server, struct arena *mem);

#endif
