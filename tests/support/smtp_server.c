/* A mail server small enough to read, in a process of its own. */
#include "smtp_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

struct smtp_shared {
	atomic_int manner, kept, calls;
};

/* One call. */
struct call {
	const struct smtp_server *server;
	FILE *from, *to;
	char envelope[4000];
};

static void give_up(const char *what)
{
	perror(what);
	abort();
}

static void answer(struct call *call, const char *line)
{
	fprintf(call->to, "%s\r\n", line);
	fflush(call->to);
}

static enum smtp_manner manner_of(const struct call *call)
{
	return (enum smtp_manner)atomic_load(&call->server->shared->manner);
}

static FILE *open_kept(const struct smtp_server *server, int number, const char *kind, const char *mode)
{
	char path[300];

	snprintf(path, sizeof path, "%s/%d.%s", server->folder, number, kind);
	return fopen(path, mode);
}

static void keep_envelope(struct call *call, int number)
{
	FILE *file = open_kept(call->server, number, "envelope", "w");

	if (!file)
		give_up("envelope");
	fputs(call->envelope, file);
	fclose(file);
}

/* Lines up to the lone dot; false when the call ended before it, or this server means to end it. */
static bool read_mail(struct call *call, FILE *file)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	bool ended = false;

	for (int lines = 0; !ended && (length = getline(&line, &room, call->from)) > 0; lines++) {
		if (manner_of(call) == SMTP_DROPS && lines == 3)
			break;
		ended = strcmp(line, ".\r\n") == 0;
		if (!ended)
			fwrite(line + (line[0] == '.'), 1, (size_t)length - (line[0] == '.'), file);
	}
	free(line);
	return ended;
}

/* False when the call is over. */
static bool take_mail(struct call *call)
{
	int number = atomic_load(&call->server->shared->kept) + 1;
	FILE *file = open_kept(call->server, number, "mail", "w");
	bool whole;

	if (!file)
		give_up("mail");
	answer(call, "354 go ahead");
	whole = read_mail(call, file);
	fclose(file);
	while (whole && manner_of(call) == SMTP_HANGS)
		pause();
	if (!whole)
		return false;
	if (manner_of(call) == SMTP_REFUSES_MAIL) {
		answer(call, "554 this mail is not wanted");
		return true;
	}
	keep_envelope(call, number);
	atomic_fetch_add(&call->server->shared->kept, 1);
	call->envelope[0] = '\0';
	if (manner_of(call) == SMTP_DROPS_LATE)
		return false;
	answer(call, "250 kept");
	return true;
}

static void take_recipient(struct call *call, const char *line)
{
	if (manner_of(call) == SMTP_TRY_LATER)
		answer(call, "451 this mailbox is busy, try later");
	else if (manner_of(call) == SMTP_REFUSES)
		answer(call, "550 nobody of this name here");
	else {
		strncat(call->envelope, line, sizeof call->envelope - strlen(call->envelope) - 2);
		strcat(call->envelope, "\n");
		answer(call, "250 good");
	}
}

static bool obey(struct call *call, char *line)
{
	line[strcspn(line, "\r\n")] = '\0';
	if (strncasecmp(line, "QUIT", 4) == 0) {
		answer(call, "221 bye");
		return false;
	}
	if (strncasecmp(line, "DATA", 4) == 0)
		return take_mail(call);
	if (strncasecmp(line, "RCPT TO:", 8) == 0) {
		take_recipient(call, line);
		return true;
	}
	if (strncasecmp(line, "MAIL FROM:", 10) == 0)
		snprintf(call->envelope, sizeof call->envelope, "%.*s\n", (int)strcspn(line + 11, " ") + 11, line);
	answer(call, "250 good");
	return true;
}

static void serve_call(const struct smtp_server *server, int connection)
{
	struct call call = {.server = server, .from = fdopen(connection, "r"), .to = fdopen(dup(connection), "w")};
	char line[2000];

	atomic_fetch_add(&server->shared->calls, 1);
	if (!call.from || !call.to)
		give_up("call");
	answer(&call, "220 test.example ready");
	while (fgets(line, sizeof line, call.from) && obey(&call, line))
		;
	fclose(call.to);
	fclose(call.from);
}

/* Each call in a process of its own, so that one that hangs keeps nobody else waiting. */
static void serve(const struct smtp_server *server, int listening)
{
	signal(SIGPIPE, SIG_IGN);
	signal(SIGCHLD, SIG_IGN);
	for (;;) {
		int connection = accept(listening, NULL, NULL);

		if (connection >= 0 && fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			serve_call(server, connection);
			_exit(0);
		}
		if (connection >= 0)
			close(connection);
	}
}

void smtp_server_begin(struct smtp_server *server, const char *folder)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof address;
	int listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	memset(server, 0, sizeof *server);
	snprintf(server->folder, sizeof server->folder, "%s", folder);
	server->shared = mmap(NULL, sizeof *server->shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (listening < 0 || server->shared == MAP_FAILED ||
	    bind(listening, (struct sockaddr *)&address, sizeof address) < 0 || listen(listening, 8) < 0 ||
	    getsockname(listening, (struct sockaddr *)&address, &size) < 0)
		give_up("smtp_server");
	server->port = ntohs(address.sin_port);
	fflush(NULL);
	server->pid = fork();
	if (server->pid < 0)
		give_up("fork");
	if (server->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		serve(server, listening);
	}
	close(listening);
}

void smtp_server_end(struct smtp_server *server)
{
	kill(server->pid, SIGKILL);
	while (waitpid(server->pid, NULL, 0) < 0 && errno == EINTR)
		;
	munmap(server->shared, sizeof *server->shared);
}

void smtp_server_behave(struct smtp_server *server, enum smtp_manner manner)
{
	atomic_store(&server->shared->manner, manner);
}

int smtp_server_kept(const struct smtp_server *server)
{
	return atomic_load(&server->shared->kept);
}

int smtp_server_calls(const struct smtp_server *server)
{
	return atomic_load(&server->shared->calls);
}

static const char *kept_text(const struct smtp_server *server, int number, const char *kind, struct arena *mem)
{
	FILE *file = number <= smtp_server_kept(server) ? open_kept(server, number, kind, "r") : NULL;
	char *text;
	long size;

	if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0)
		return NULL;
	rewind(file);
	text = arena_alloc(mem, (size_t)size + 1);
	if (!text || fread(text, 1, (size_t)size, file) != (size_t)size)
		give_up(kind);
	fclose(file);
	return text;
}

const char *smtp_server_mail(const struct smtp_server *server, int number, struct arena *mem)
{
	return kept_text(server, number, "mail", mem);
}

const char *smtp_server_envelope(const struct smtp_server *server, int number, struct arena *mem)
{
	return kept_text(server, number, "envelope", mem);
}

const char *const *smtp_server_command(const struct smtp_server *server, struct arena *mem)
{
	const char **command = arena_alloc(mem, 8 * sizeof *command);

	command[0] = "msmtp";
	command[1] = "--host=127.0.0.1";
	command[2] = arena_printf(mem, "--port=%d", server->port);
	command[3] = "--from=conferences@newham.example";
	command[4] = "--read-recipients";
	command[5] = NULL;
	return command;
}
