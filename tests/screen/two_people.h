/* Two people at one case file: what each types in a form is a short script, and the other is a child process with a
 * session of its own. */
#ifndef TESTS_TWO_PEOPLE_H
#define TESTS_TWO_PEOPLE_H

#include "form_desk.h"
#include "overlap.h"

#include <string.h>
#include <sys/wait.h>

/* --- Writing in a form --- */

static inline const char *line_at_cursor(struct form_desk *h)
{
	static char line[400];
	int row = row_of_cursor(h);
	const char *at = desk_screen(&h->desk);

	while (row-- > 0)
		at += strcspn(at, "\n") + 1;
	snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at);
	return line;
}

static inline bool is_label(const char *line, const char *label)
{
	size_t blanks = strspn(label, " ");

	line += strspn(line, " ");
	return strncmp(line, label + blanks, strlen(label) - blanks) == 0;
}

static inline void go_to_field(struct form_desk *h, const char *label)
{
	for (int turn = 0; turn < FORM_FIELDS_MOST; turn++, desk_keys(&h->desk, "Tab"))
		if (is_label(line_at_cursor(h), label))
			return;
	fprintf(stderr, "%s", desk_screen(&h->desk));
	fail_msg("there is no field \"%s\"", label);
}

/* "[Label] {text} Key": by Tab to a field, text as it stands, or a key. */
static inline void write_script(struct form_desk *h, const char *script)
{
	char word[120];

	while (*script) {
		char end = *script == '[' ? ']' : *script == '{' ? '}' : ' ';
		size_t bytes;

		script += end != ' ';
		bytes = strcspn(script, (char[]){end, '\0'});
		snprintf(word, sizeof word, "%.*s", (int)bytes, script);
		script += bytes + (script[bytes] != '\0');
		script += strspn(script, " ");
		if (end == ']')
			go_to_field(h, word);
		else if (end == '}')
			desk_type(&h->desk, word);
		else
			desk_keys(&h->desk, word);
	}
}

static inline void open_and_write(struct form_desk *h, form_opener *open, const char *script)
{
	struct fault f = {0};

	if (!open(h->desk.tui, &h->world, &f))
		fail_msg("%s [%s]:\n%s", f.message, f.detail, script);
	tui_headless_resize(h->desk.tui, ROWS, COLUMNS);
	write_script(h, script);
}

/* The form, or a question about it. */
static inline bool is_form_open(struct form_desk *h)
{
	return tui_top_class(h->desk.tui)->widget_keys == form_keys || tui_top_class(h->desk.tui) == &overlap_screen;
}

/* --- The other of the two --- */

typedef bool other_act(struct form_desk *h, const void *what);

/* Does it as another session, of `login`; false when it could not be done. */
static inline bool other_does(struct form_desk *h, const char *login, other_act *act, const void *what)
{
	pid_t other = fork();
	int status;

	assert_true(other >= 0);
	if (other == 0) {
		bool done;

		h->desk.tui = NULL; /* the other's screens and file are none of these */
		h->desk.desk = (struct desk){0};
		h->desk.file->cw = NULL;
		casework_fixture_open_as(h->desk.file, login, (1u << ROLE_COUNT) - 1);
		done = act(h, what);
		casework_close(h->desk.file->cw);
		_exit(done ? 0 : 1);
	}
	return waitpid(other, &status, 0) == other && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

#endif
