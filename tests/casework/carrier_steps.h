/* An authority whose mail and print commands are whatever a test needs. */
#ifndef TESTS_CARRIER_STEPS_H
#define TESTS_CARRIER_STEPS_H

#include "booking_steps.h"
#include "casework/letters.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static inline void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* The demonstration's settings with commands of its own ("" none), read from now on. Words are YAML: "/bin/false". */
static inline void configured(struct casework_fixture *fixture, const char *mail_command, const char *print_command)
{
	struct arena mem = {0};
	char path[200], folder[120];
	const char *text =
		"hours: {start: \"09:00\", end: \"17:00\"}\nslot_step: 30\nchairs: [{name: Sian Pritchard, login: "
		"spritchard}]\n"
		"rooms: [{name: Room 1}]\nminute_takers: [{name: Aoife Brennan}]\n"
		"office: {name: Conference Unit, address: [\"1 High Street\"], email: unit@northgate.example.net}\n";

	snprintf(folder, sizeof folder, "%s/config", fixture->folder);
	mkdir(folder, 0700);
	snprintf(path, sizeof path, "%s/authority.yaml", folder);
	if (*mail_command)
		text = arena_printf(&mem,
				    "%smail: {command: [%s], seconds: 1, from_name: Conference Unit, from_address:"
				    " unit@northgate.example.net}\n",
				    text, mail_command);
	if (*print_command)
		text = arena_printf(&mem, "%sprint: {command: [%s]}\n", text, print_command);
	write_file(path, text);
	snprintf(fixture->config, sizeof fixture->config, "%s", folder);
	casework_fixture_reopen(fixture, FIXTURE_TODAY);
	arena_finish(&mem);
}

static inline struct sending sent(struct casework_fixture *fixture)
{
	struct sending out;

	MUST(casework_send(fixture->cw, NULL, &fixture->mem, &out, f));
	return out;
}

#endif
