/* A restricted family in the real program, for somebody with every role who is not named: its name is in no byte of the
 * terminal, of any verb's answer or message, or of any file that is left behind. The screens are those of the palette's
 * table and the verbs those that `help` lists, so that a new one is tried or fails this test. */
#include "journey.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CANARY "Quillfeather"

/* Every family of the demonstration has the name, and what is written about them holds it. */
static void name_all(const struct journey *j)
{
	journey_sql(j, "DROP TRIGGER letter_is_never_changed;"
		       " UPDATE person SET surname = '" CANARY "', given_names = '" CANARY "', known_as = '" CANARY "';"
		       " UPDATE family SET name = '" CANARY "';"
		       " UPDATE conference SET social_worker = '" CANARY "', place = '" CANARY " Hall',"
		       " reason = '" CANARY " said', interpreter = '" CANARY "';"
		       " UPDATE letter SET recipient = '" CANARY "', subject = '" CANARY "'");
}

/* With a reason each: one that is kept from a relative alone is open to the others. */
static void hide_all(const struct journey *j)
{
	journey_sql(j, "UPDATE family SET is_restricted = 1;"
		       " INSERT OR IGNORE INTO restriction (family_id, reason, review_on, set_on, set_by)"
		       " SELECT id, 'x', '2026-07-01', '2026-04-01', 'root' FROM family");
}

static char *run(const struct journey *j, const char *words, int *status)
{
	char line[500];

	snprintf(line, sizeof line, "--user everybody --file %%F --today %s %s", JOURNEY_TODAY, words);
	return journey_verb(j, line, status);
}

static void let_everybody_in(const struct journey *j)
{
	int status;
	char *said = journey_verb(j,
				  "--file %F user add everybody --name 'Every Body' --roles "
				  "business_support,chair,manager,out_of_hours,auditor,administrator",
				  &status);

	assert_int_equal(status, 0);
	free(said);
}

/* --- The files left behind --- */

static int look_into(const char *path, const struct stat *about, int kind, struct FTW *where)
{
	char *bytes = kind == FTW_F ? malloc((size_t)about->st_size + 1) : NULL;
	FILE *in = bytes ? fopen(path, "rb") : NULL;
	size_t count = in ? fread(bytes, 1, (size_t)about->st_size, in) : 0;

	(void)where;
	if (bytes && memmem(bytes, count, CANARY, strlen(CANARY)))
		fail_msg("%s holds the name", path);
	if (in)
		fclose(in);
	free(bytes);
	return 0;
}

static void no_file_at_home_holds_it(const struct journey *j)
{
	char home[300];

	snprintf(home, sizeof home, "%s/home", j->scratch.folder);
	nftw(home, look_into, 8, FTW_PHYS);
}

/* --- The verbs --- */

/* `tells`: as long as it is not hidden the name is in it, or the row would prove nothing. */
static const struct {
	const char *words;
	bool tells;
} lines[] = {
	{"today", true},
	{"today --json", true},
	{"due", true},
	{"due --json", true},
	{"due --csv --within 30d", true},
	{"show C-0003", true},
	{"show C-0003 --json", true},
	{"show FAM-0003", true},
	{"show FAM-0003 --timeline --json", true},
	{"show FAM-0003 --shared", false},
	{"show N-00003", true},
	{"letter agenda C-0003", false},
	{"export plans", true},
	{"export plans --json", true},
	{"export calendar", false}, /* never with names */
	{"audit verify", false},
	{"retention", false},
	{"retention --json", false},
	{"user list", false},
	{"roles", false},
	{"doctor", false},
	{"doctor --json", false},
	{"when icpc 2026-03-02", false},
	{"send", false},
	{"completion bash", false},
	{"completion zsh", false},
	{"completion fish", false},
	{"help show", false},
	{"check census", false},
	{"demo --families 2 --years 1 --no-open", false},
	{"init /nonexistent/folder/x.db --authority 'A B' --la-code 201 --profile national", false},
	{"import people /dev/null", false},
	{"backup /dev/null", false},
	{"verify /dev/null", false},
	{"restore /dev/null", false},
};
enum { LINE_COUNT = sizeof lines / sizeof *lines };

static void every_verb_is_among_them(const struct journey *j)
{
	int status;
	char *help = journey_verb(j, "help", &status), *end = strstr(help, "Options"), *rest = NULL;

	assert_non_null(end);
	*end = '\0';
	for (char *line = strtok_r(help, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		size_t length = strcspn(line + 2, " ");
		bool is_tried = false;

		if (strncmp(line, "  ", 2) != 0 || !islower(line[2]) || strncmp(line + 2, "quorate", length) == 0)
			continue;
		for (size_t i = 0; i < LINE_COUNT; i++)
			is_tried = is_tried || (strncmp(lines[i].words, line + 2, length) == 0 &&
						strcspn(lines[i].words, " ") == length);
		if (!is_tried)
			fail_msg("the verb \"%.*s\" is not tried", (int)length, line + 2);
	}
	free(help);
}

static void no_verb_tells_of_it(void **state)
{
	struct journey *j = *state;

	let_everybody_in(j);
	name_all(j);
	every_verb_is_among_them(j);
	for (int hidden = 0; hidden < 2; hidden++) {
		for (size_t i = 0; i < LINE_COUNT; i++) {
			int status;
			char *said;

			if (!hidden && !lines[i].tells)
				continue;
			said = run(j, lines[i].words, &status);
			if ((strstr(said, CANARY) != NULL) == hidden)
				fail_msg("%s, %s: %.900s", lines[i].words, hidden ? "hidden" : "not hidden", said);
			if (status == 99)
				fail_msg("%s: %.900s", lines[i].words, said);
			free(said);
		}
		hide_all(j);
	}
	no_file_at_home_holds_it(j);
}

/* --- The screens --- */

static void assert_not_shown(struct journey *j, const char *where)
{
	char *text = terminal_text(j->t);

	if (strstr(text, CANARY)) {
		fprintf(stderr, "%s\n", text);
		fail_msg("%s shows the name", where);
	}
	free(text);
}

static char *first_line(struct journey *j)
{
	char *text = terminal_text(j->t);

	text[strcspn(text, "\n")] = '\0';
	return text;
}

/* Each key of the keyboard, and back out of what it opened. Q leaves and X locks: they are left out. */
static void press_each_key(struct journey *j, const char *where)
{
	static const char keys[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPRSTUVWYZ123456789/";

	for (const char *key = keys; *key; key++) {
		char *before = first_line(j), *after;

		journey_do(j, (char[]){*key, '\0'});
		assert_not_shown(j, where);
		after = first_line(j);
		if (strcmp(before, after) != 0 || *key == '/')
			journey_do(j, "Esc");
		free(before);
		free(after);
	}
	journey_do(j, "Esc Esc n");
}

/* The words of the palette's own table. */
static size_t read_places(char (*out)[40], size_t room)
{
	char line[300];
	FILE *in = fopen(SOURCE_FOLDER "/src/screen/today/go_to.c", "r");
	size_t count = 0;

	assert_non_null(in);
	while (fgets(line, sizeof line, in) && count < room)
		if (strncmp(line, "\t{GO_", 5) == 0 && !strstr(line, "GO_QUIT") && !strstr(line, "GO_BLANK") &&
		    !strstr(line, "GO_LOCK"))
			count += sscanf(line, "%*[^\"]\"%39[^\"]", out[count]) == 1;
	fclose(in);
	assert_true(count > 15 && count < room);
	return count;
}

static void no_screen_tells_of_it(void **state)
{
	static const char *const typed[] = {"quil", "QUILLFEA", "C-0003", "FAM-0003", "N-00003", "plan of quil", "K-0"};
	struct journey *j = *state;
	char places[64][40], script[120], *stream = NULL;
	size_t count = read_places(places, 64), size = 0;
	FILE *record = open_memstream(&stream, &size);

	let_everybody_in(j);
	name_all(j);
	hide_all(j);
	j->user = "everybody";
	j->t = journey_start(j, NULL);
	terminal_record(j->t, record);
	assert_true(terminal_wait(j->t));
	for (size_t i = 0; i < count; i++) {
		snprintf(script, sizeof script, ": {%s} Enter", places[i]);
		journey_do(j, script);
		assert_not_shown(j, places[i]);
		press_each_key(j, places[i]);
	}
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		snprintf(script, sizeof script, ": {%s} Enter", typed[i]);
		journey_do(j, script);
		assert_not_shown(j, typed[i]);
		journey_do(j, "Esc Esc");
	}
	fclose(record);
	assert_true(size > 10000);
	assert_null(memmem(stream, size, CANARY, strlen(CANARY)));
	free(stream);
	no_file_at_home_holds_it(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(no_verb_tells_of_it),
		JOURNEY(no_screen_tells_of_it),
	};
	return cmocka_run_group_tests(tests, journey_begin_all, journey_end_all);
}
