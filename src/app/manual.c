/* The tables of the manual pages, as mdoc, from the tables the program itself goes by. */
#include "manual.h"

#include "arguments.h"

#include "domain/policy.h"
#include "exchange/import.h"
#include "screen/desk.h"

#include <stdio.h>
#include <string.h>

/* What a formatter would take for its own is escaped: a backslash anywhere, a dot or quote that begins a line. The
 * dashes of an option are minus signs, so that it can be copied from the page. */
static void put_text(const char *text, size_t bytes)
{
	bool is_option = false;

	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (size_t i = 0; i < bytes; i++) {
		if (i == 0 || text[i - 1] == ' ')
			is_option = text[i] == '-';
		if (text[i] == '\\')
			fputs("\\e", stdout);
		else if (text[i] == '-' && is_option)
			fputs("\\-", stdout);
		else
			putchar(text[i]);
	}
	putchar('\n');
}

/* Sentences each on a line of their own, as manual pages are written. */
static void put_sentences(const char *text)
{
	const char *end;

	while ((end = strstr(text, ". "))) {
		put_text(text, (size_t)(end - text) + 1);
		text = end + 2;
	}
	put_text(text, strlen(text));
}

static void put_option(const char *macro, enum option option)
{
	const struct option_row *row = option_row(option);

	printf("%sFl Fl %s%s%s\n", macro, row->name, *row->argument ? " Ar " : "", row->argument);
}

static void put_usage(const struct verb *verb)
{
	printf(".Nm\n.Cm %s\n", verb->name);
	for (const struct operand *operand = verb->operands; operand->word; operand++)
		printf(".%sAr %s\n", operand->may_be_left_out ? "Op " : "", operand->word);
	for (int i = 0; i < OPTION_COUNT; i++)
		if ((verb->needs | verb->takes) & 1ull << i)
			put_option(verb->needs & 1ull << i ? "." : ".Op ", (enum option)i);
}

static void write_synopsis(void)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	for (size_t i = 0; i < count; i++)
		if (verbs[i].run)
			put_usage(&verbs[i]);
}

static void write_verbs(void)
{
	size_t count;
	const struct verb *verbs = verb_table(&count);

	printf(".Bl -tag -width Ds\n");
	for (size_t i = 0; i < count; i++)
		if (verbs[i].run) {
			printf(".It Cm %s\n", verbs[i].name);
			put_sentences(verbs[i].manual);
		}
	printf(".El\n");
}

static void write_options(void)
{
	printf(".Bl -tag -width Ds\n");
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = option_row((enum option)i);

		if (row->letter)
			printf(".It Fl %c , Fl Fl %s%s%s\n", row->letter, row->name, *row->argument ? " Ar " : "",
			       row->argument);
		else
			put_option(".It ", (enum option)i);
		put_sentences(row->purpose);
	}
	printf(".El\n");
}

static void write_rules(void)
{
	printf(".Bl -tag -width complaint.chair_contact -compact\n");
	for (int i = 0; i < RULE_COUNT; i++)
		printf(".It Cm %s\n%s, counted from: %s\n", rule_token((enum rule_key)i), rule_label((enum rule_key)i),
		       trigger_label(rule_trigger((enum rule_key)i)));
	printf(".El\n");
}

static void write_lanes(void)
{
	printf(".Bl -tag -width core_groups -compact\n");
	for (int i = 0; i < LANE_COUNT; i++)
		printf(".It Cm %s\n%s\n", lane_token((enum lane)i), lane_label((enum lane)i));
	printf(".El\n");
}

static void put_columns(enum import_kind kind, struct arena *mem)
{
	const struct import_column *column = import_column(kind, 0);

	if (!column)
		return;
	printf(".Ss A %s\n.Bl -tag -width Ds -compact\n", import_kind_label(kind));
	for (size_t i = 0; (column = import_column(kind, i)); i++) {
		printf(".It Sy %s%s\n", column->name, column->is_needed ? " *" : "");
		put_sentences(import_column_words(column, mem));
	}
	printf(".El\n");
}

static void write_columns(void)
{
	struct arena mem = {0};

	for (int kind = 0; kind < IMPORT_KIND_COUNT; kind++)
		put_columns((enum import_kind)kind, &mem);
	arena_finish(&mem);
}

static void write_figures(void)
{
	static const struct {
		const char *key, *unit;
		int least, most;
	} figures[] = {
#define X(member, key, least, most, unit) {key, unit, least, most},
		POLICY_FIGURES(X)
#undef X
	};

	printf(".Bl -tag -width inquorate.max_consecutive -compact\n");
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
		printf(".It Cm %s\n%d to %d %s\n", figures[i].key, figures[i].least, figures[i].most, figures[i].unit);
	printf(".El\n");
}

static void put_binding(const struct binding *b)
{
	const tui_key keys[] = {b->key, b->twin, b->third};
	char name[16];

	fputs(".It Ic ", stdout);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i])
			printf("%s\\&%s", i ? " , " : "", tui_key_name(keys[i], name));
	putchar('\n');
	put_sentences(b->help);
}

static void put_bindings(const struct binding *table)
{
	printf(".Bl -tag -width Shift-Tab -compact\n");
	for (; table && (table->key || table->op); table++)
		if (table->key)
			put_binding(table);
	printf(".El\n");
}

static void write_keys(void)
{
	const struct binding *form = NULL;

	for (const struct screen_class *const *screen = desk_screens(); *screen; screen++) {
		form = (*screen)->widget_keys ? (*screen)->widget_keys : form;
		if (!(*screen)->keys[0].key)
			continue;
		printf(".Ss %c%s\n", (*screen)->name[0] - 'a' + 'A', (*screen)->name + 1);
		put_sentences((*screen)->purpose);
		put_bindings((*screen)->keys);
	}
	printf(".Ss Forms\nIn a field letters are text; these keys work in every form.\n");
	put_bindings(form);
	printf(".Ss Everywhere\nThese keys work wherever letters are not text.\n");
	put_bindings(desk_everywhere_keys());
	put_bindings(tui_common_keys());
}

bool manual_write(const char *section, struct fault *f)
{
	static const struct {
		const char *name;
		void (*write)(void);
	} sections[] = {{"synopsis", write_synopsis}, {"verbs", write_verbs}, {"options", write_options},
			{"rules", write_rules},       {"lanes", write_lanes}, {"figures", write_figures},
			{"columns", write_columns},   {"keys", write_keys}};

	for (size_t i = 0; section && i < sizeof sections / sizeof *sections; i++)
		if (strcmp(sections[i].name, section) == 0) {
			sections[i].write();
			return true;
		}
	return fault_set(f, FAULT_USAGE,
			 "Name a table: synopsis, verbs, options, rules, lanes, columns, figures or keys.");
}
