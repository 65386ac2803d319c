/* The command line understood. One table of options and one of verbs drive the reading of it, help, completion and the
 * manual. */
#ifndef APP_ARGUMENTS_H
#define APP_ARGUMENTS_H

#include "base/arena.h"
#include "base/fault.h"

#include <stdbool.h>
#include <stddef.h>

struct app;

/* What a word of the command line may be: checked by its verb, offered by completion. */
enum argument_kind {
	ARGUMENT_NONE,
	ARGUMENT_FREE, /* anything; never completed, so that no name of a person leaks into a shell */
	ARGUMENT_FILE,
	ARGUMENT_FOLDER,
	ARGUMENT_DATE,
	ARGUMENT_NUMBER,
	ARGUMENT_RULE,
	ARGUMENT_PROFILE,
	ARGUMENT_LANE,
	ARGUMENT_COLOUR,
	ARGUMENT_IMPORT_KIND,
	ARGUMENT_EXPORT_KIND,
	ARGUMENT_AUDIT_ACT,
	ARGUMENT_AUDIT_KIND,
	ARGUMENT_USER_ACT,
	ARGUMENT_RETENTION_ACT,
	ARGUMENT_ROLE,
	ARGUMENT_SHELL,
	ARGUMENT_VERB,
	ARGUMENT_LETTER,
	ARGUMENT_KIND_COUNT
};

enum option_scope {
	SCOPE_ALL,      /* with every verb and with none */
	SCOPE_LISTINGS, /* with every verb that writes a listing */
	SCOPE_VERB,     /* only with the verbs that name it */
};

/* id, name, short letter (0: none), its argument ("" for a flag), kind, scope, purpose: a sentence for help and the
 * manual */
#define OPTIONS(X)                                                                                                     \
	X(FILE, "file", 0, "F", FILE, ALL, "The case file to work on.")                                                \
	X(CONFIG, "config", 0, "DIR", FOLDER, ALL, "The folder of the authority's own settings.")                      \
	X(TODAY, "today", 0, "YYYY-MM-DD", DATE, ALL, "Work as if it were this day.")                                  \
	X(USER, "user", 0, "NAME", FREE, ALL, "Work as this user; in demonstration and test files only.")              \
	X(JSON, "json", 0, "", NONE, LISTINGS, "Write the listing as JSON.")                                           \
	X(CSV, "csv", 0, "", NONE, LISTINGS, "Write the listing as CSV.")                                              \
	X(COLOR, "color", 0, "never|auto|always", COLOUR, ALL, "Colours of the full screen.")                          \
	X(ASCII, "ascii", 0, "", NONE, ALL, "Draw the full screen with ASCII characters only.")                        \
	X(HELP, "help", 'h', "", NONE, ALL, "Say how a verb is used, and do nothing else.")                            \
	X(VERSION, "version", 0, "", NONE, ALL, "Say which version this is, and do nothing else.")                     \
	X(AUTHORITY, "authority", 0, "NAME", FREE, VERB, "The authority's name as it stands on its letters.")          \
	X(LA_CODE, "la-code", 0, "NNN", FREE, VERB, "The authority's three-digit code, as in the census.")             \
	X(PROFILE, "profile", 0, "P", PROFILE, VERB, "The policy profile: which council's rules apply.")               \
	X(WITHIN, "within", 0, "10wd", FREE, VERB, "How far ahead to look: 10wd, 2w or 30d.")                          \
	X(CHAIR, "chair", 0, "L", FREE, VERB, "Only conferences of this chair, by account or part of the name.")       \
	X(LANE, "lane", 0, "L", LANE, VERB, "Only one lane of the work.")                                              \
	X(DRY_RUN, "dry-run", 'n', "", NONE, VERB, "Say what would happen and write nothing.")                         \
	X(FAMILIES, "families", 0, "N", NUMBER, VERB, "How many families the demonstration has.")                      \
	X(YEARS, "years", 0, "N", NUMBER, VERB, "How many years of work the demonstration looks back on.")             \
	X(SEED, "seed", 0, "N", NUMBER, VERB, "Another number makes another authority; the same one the same.")        \
	X(OUT, "out", 'o', "FILE", FILE, VERB, "Where to put the demonstration's case file.")                          \
	X(NO_OPEN, "no-open", 0, "", NONE, VERB, "Make the demonstration and do not open it.")                         \
	X(NAME, "name", 0, "NAME", FREE, VERB, "The name of the person whose account it is.")                          \
	X(BORN, "born", 0, "YYYY-MM-DD", FREE, VERB, "The birth date of who works here, to notice their relatives.")   \
	X(POSTCODE, "postcode", 0, "P", FREE, VERB, "The postcode of their home, for the same.")                       \
	X(PHONE, "phone", 0, "N", FREE, VERB, "Their own telephone number, for the same.")                             \
	X(ROLES, "roles", 0, "R,R", ROLE, VERB, "What the person does, as named by quorate roles, parted by commas.")  \
	X(TO, "to", 0, "WHO", FREE, VERB, "To whom: an invitee's name or a part of it, capacity or agency.")           \
	X(PDF, "pdf", 0, "FILE", FILE, VERB, "Write it as a PDF to this new file instead.")                            \
	X(NEW_KEY, "new-key", 0, "PREFIX", FILE, VERB, "Make the keys PREFIX.public and PREFIX.secret instead.")       \
	X(PUBLIC_KEY, "public-key", 0, "FILE", FILE, VERB, "Seal for the key in this file.")                           \
	X(KEY, "key", 0, "FILE", FILE, VERB, "The secret key that opens the back-up.")                                 \
	X(PASSPHRASE_FILE, "passphrase-file", 0, "FILE", FILE, VERB, "The passphrase is the first line of this file.") \
	X(AGAINST, "against", 0, "FILE|HEAD", FILE, VERB, "A back-up, or a head of the log as the machine logged it.") \
	X(TIMELINE, "timeline", 0, "", NONE, VERB, "What happened, one sentence each, the oldest first.")              \
	X(AS_AT, "as-at", 0, "YYYY-MM-DD", DATE, VERB, "The list as it stood on this past day.")                       \
	X(SHARED, "shared", 0, "", NONE, VERB, "What was shared outside about a family.")                              \
	X(WHO, "who", 0, "ACCOUNT", FREE, VERB, "Only what this account did, as the log has it.")                      \
	X(ABOUT, "about", 0, "REF", FREE, VERB, "Only what is about this record, by its reference.")                   \
	X(ACTION, "action", 0, "KIND", AUDIT_KIND, VERB, "Only one kind of act: look, change, refusal, glass ...")     \
	X(FROM, "from", 0, "DATE", DATE, VERB, "From this day on.")                                                    \
	X(UNTIL, "until", 0, "DATE", DATE, VERB, "Up to this day.")                                                    \
	X(MOST, "most", 0, "N", NUMBER, VERB, "At most so many rows; 200 where it is not said.")                       \
	X(MAN, "man", 0, "", NONE, VERB, "Write the tables of the manual page.")

enum option {
#define X(id, name, letter, argument, kind, scope, purpose) OPTION_##id,
	OPTIONS(X)
#undef X
		OPTION_COUNT
};

#define OPTION_BIT(id) (1ull << OPTION_##id)

struct option_row {
	const char *name;
	char letter;
	const char *argument; /* "" for a flag */
	enum argument_kind kind;
	enum option_scope scope;
	const char *purpose;
};
const struct option_row *option_row(enum option option);

enum { OPERANDS_MOST = 3 };

struct operand {
	const char *word; /* "RULE"; NULL after the last */
	enum argument_kind kind;
	bool may_be_left_out;
};

/* Where the first word of a verb decides: options that only one of its words takes. */
struct verb_act {
	const char *word;         /* "" for the verb alone; NULL after the last */
	unsigned long long takes; /* of those the verb takes; what no act names, all of them take */
};

enum { ACTS_MOST = 3 };

struct verb {
	const char *name;
	struct operand operands[OPERANDS_MOST + 1];
	struct verb_act acts[ACTS_MOST + 1];
	unsigned long long takes, needs; /* OPTION_BITs of scope VERB; what it needs it also takes */
	bool has_listing;                /* takes --json and --csv */
	bool has_attendant;              /* it may start the mail or print command, or ask for a password */
	const char *purpose;             /* one short line for help */
	const char *manual;              /* a paragraph for `help VERB` and the manual */
	/* NULL: designed, but not in this version. */
	bool (*run)(struct app *app, struct fault *f);
};

const struct verb *verb_table(size_t *count);
const struct verb *verb_find(const char *name); /* NULL when there is none */
bool verb_takes(const struct verb *verb, enum option option);

/* What was typed. Texts are the process's own arguments. */
struct arguments {
	const struct verb *verb; /* NULL: the full screen */
	bool given[OPTION_COUNT];
	const char *values[OPTION_COUNT]; /* NULL for flags and what was not given */
	const char *operands[OPERANDS_MOST];
	size_t operand_count;
};

/* argv[0] is the program. False with FAULT_USAGE and one sentence. With --help or --version anywhere nothing more is
 * asked for. */
bool arguments_read(struct arguments *out, int argc, char *const *argv, struct fault *f);

/* A whole number within bounds; `otherwise` when the option was not given. */
bool arguments_number(const struct arguments *arguments, enum option option, long long least, long long most,
		      long long otherwise, long long *out, struct fault *f);

/* "quorate when RULE DATE|- [--profile P]" */
const char *verb_usage(const struct verb *verb, struct arena *mem);

/* The words that may stand for a kind, ended by NULL; an empty list for what cannot be listed. `config_folder` is for
 * profiles. */
const char **argument_words(enum argument_kind kind, const char *config_folder, struct arena *mem);

#endif
