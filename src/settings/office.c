/* How the conference unit is named in its letters, and the commands that take its mail and print, from authority.yaml.
 */
#include "fields.h"
#include "files.h"

#include <string.h>

enum { NAME_MOST = 80, LINE_MOST = 120, WORDS_MOST = 20, SECONDS_MOST = 600, SECONDS_USUAL = 60 };

/* A list of texts, joined by line breaks: an address as it is written. */
static bool read_lines(const char **out, const struct yaml_node *list, struct arena *mem, struct fault *f)
{
	const char *lines = "";

	for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
		if (item->kind != NODE_TEXT || !*item->text || strchr(item->text, '\n'))
			return yaml_refuse(item, f, "an address wants a list of lines, such as [\"1 High Street\"].");
		lines = arena_printf(mem, "%s%s%s", lines, *lines ? "\n" : "", item->text);
	}
	*out = lines;
	return true;
}

/* Looked up in fixed folders or named whole; never by the path of whoever runs the program. */
static bool is_program(const char *word)
{
	return *word == '/' || (*word && !strchr(word, '/') && *word != '-' && *word != '.');
}

/* A program and its arguments, given as a list so that no shell ever has to take a line apart. */
static bool read_command(const char *const **out, const struct yaml_node *list, struct arena *mem, struct fault *f)
{
	const char **words = arena_alloc(mem, (WORDS_MOST + 1) * sizeof *words);
	size_t count = 0;

	if (!words)
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to read the settings.");
	for (const struct yaml_node *item = list->first; item; item = item->next) {
		if (item->kind != NODE_TEXT || !*item->text || strchr(item->text, '\n'))
			return yaml_refuse(item, f, "a command wants a list of words: [msmtp, \"-t\"].");
		if (count == WORDS_MOST)
			return yaml_refuse(item, f, "a command has at most %d words.", WORDS_MOST);
		words[count++] = arena_text(mem, item->text);
	}
	if (!count)
		return yaml_refuse(list, f, "the command is empty; name a program or leave the key out.");
	if (!is_program(words[0]))
		return yaml_refuse(list->first, f,
				   "\"%.*s\" is not a program: write its name, or its whole path from \"/\".",
				   yaml_quotable(words[0]), words[0]);
	*out = words;
	return true;
}

#define TEXT_FIELD(name, record, member, longest)                                                                      \
	{                                                                                                              \
		.key = (name), .kind = FIELD_TEXT, .offset = offsetof(struct record, member), .most = (longest)        \
	}

bool office_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f)
{
	struct record {
		struct settings_office office;
		const struct yaml_node *address;
	} record = {{.name = "", .address = "", .phone = "", .email = "", .complaints = "", .duty_manager = ""}, NULL};
	static const struct field fields[] = {
		TEXT_FIELD("name", record, office.name, NAME_MOST),
		TEXT_FIELD("phone", record, office.phone, NAME_MOST),
		TEXT_FIELD("email", record, office.email, LINE_MOST),
		TEXT_FIELD("complaints", record, office.complaints, 0),
		TEXT_FIELD("duty_manager", record, office.duty_manager, NAME_MOST),
		{.key = "address", .kind = FIELD_LIST, .offset = offsetof(struct record, address)},
	};

	into->office = record.office;
	if (!map)
		return true;
	if (!fields_read(map, fields, sizeof fields / sizeof *fields, &record, mem, f) ||
	    !read_lines(&record.office.address, record.address, mem, f))
		return false;
	into->office = record.office;
	return true;
}

bool mail_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f)
{
	struct record {
		struct settings_carriers carriers;
		const struct yaml_node *command;
	} record = {.carriers = into->carriers};
	static const struct field fields[] = {
		{.key = "command", .kind = FIELD_LIST, .offset = offsetof(struct record, command), .required = true},
		{.key = "seconds",
		 .kind = FIELD_WHOLE,
		 .offset = offsetof(struct record, carriers.mail_seconds),
		 .least = 1,
		 .most = SECONDS_MOST},
		TEXT_FIELD("from_name", record, carriers.from_name, NAME_MOST),
		{.key = "from_address",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct record, carriers.from_address),
		 .required = true,
		 .most = LINE_MOST},
		TEXT_FIELD("reply_to", record, carriers.reply_to, LINE_MOST),
		TEXT_FIELD("message_domain", record, carriers.message_domain, LINE_MOST),
	};

	record.carriers.mail_command = NULL;
	record.carriers.mail_seconds = SECONDS_USUAL;
	record.carriers.from_name = record.carriers.from_address = record.carriers.reply_to = "";
	record.carriers.message_domain = "";
	into->carriers = record.carriers;
	if (!map)
		return true;
	if (!fields_read(map, fields, sizeof fields / sizeof *fields, &record, mem, f) ||
	    !read_command(&record.carriers.mail_command, record.command, mem, f))
		return false;
	into->carriers = record.carriers;
	return true;
}

bool print_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f)
{
	struct record {
		const struct yaml_node *command;
	} record = {NULL};
	static const struct field fields[] = {
		{.key = "command", .kind = FIELD_LIST, .offset = offsetof(struct record, command), .required = true},
	};

	into->carriers.print_command = NULL;
	return !map || (fields_read(map, fields, sizeof fields / sizeof *fields, &record, mem, f) &&
			read_command(&into->carriers.print_command, record.command, mem, f));
}

bool backup_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f)
{
	enum { KEY_DIGITS = 64 };
	struct record {
		const char *key;
	} record = {""};
	static const struct field fields[] = {
		{.key = "public_key",
		 .kind = FIELD_TEXT,
		 .offset = offsetof(struct record, key),
		 .required = true,
		 .most = KEY_DIGITS},
	};

	into->backup_key = "";
	if (!map)
		return true;
	if (!fields_read(map, fields, sizeof fields / sizeof *fields, &record, mem, f))
		return false;
	if (strlen(record.key) != KEY_DIGITS || strspn(record.key, "0123456789abcdef") != KEY_DIGITS)
		return yaml_refuse(
			map->first ? map->first : map, f,
			"a public key has 64 digits from 0 to f, as \"quorate backup --new-key\" writes it.");
	into->backup_key = record.key;
	return true;
}
