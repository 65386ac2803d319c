/* YAML files into one checked struct. libyaml is used by events; anchors, aliases, tags, duplicate or unknown keys,
 * depth over 8, more than 64 KiB and second documents are refused with file, line, column and a suggestion. */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include "base/arena.h"
#include "base/fault.h"
#include "domain/policy.h"
#include "domain/working_day.h"

/* A chair, a room or a minute-taker as the authority names it. */
struct settings_resource {
	const char *name;    /* "Siân Pritchard", "Room 2", "Video" */
	const char *login;   /* Unix account of a chair or minute-taker, or "" */
	bool is_video;       /* a room that any number of conferences can use at once */
	unsigned weekdays;   /* bit per weekday it can be used, Monday = bit 0 */
	const char *access;  /* "step-free, hearing loop"; "" when not said */
	const char *address; /* of a room elsewhere, in one line; "" when it is at the office */
};

struct settings_resource_list {
	struct settings_resource *items;
	size_t count, room;
};

/* The conference unit as its letters name it. */
struct settings_office {
	const char *name, *address, *phone, *email; /* address: lines parted by '\n' */
	const char *complaints;                     /* where to complain, as a sentence */
	const char *duty_manager;                   /* who answers out of hours, and the number; "" not said */
};

/* Commands that take mail (RFC 5322 on standard input, recipients read from it) and print (PDF on standard input):
 * program and arguments, ending with NULL; NULL when none is configured. Never a shell. */
struct settings_carriers {
	const char *const *mail_command, *const *print_command;
	int mail_seconds; /* how long one mail may take */
	const char *from_name, *from_address, *reply_to, *message_domain;
};

/* An agency that is asked to every conference of a kind. `agency` is matched against an agency's quorum group first,
 * then against the beginning of its name, folded. */
struct settings_standing {
	const char *agency, *role; /* role: the beginning of a contact's role that is preferred, "" any */
	bool when_unborn, when_born;
	int age_from, age_to;    /* of the youngest and oldest child: years, both included; 0 and 17 for all */
	bool is_report_only;     /* asked for written information, whether or not anybody comes: probation */
	bool is_wanted;          /* on the list at first; false: proposed without a tick */
	const char *report_kind; /* "agency", "social_work", "police", "written_information", "" none */
	const char *source;
};
struct settings_standing_list {
	struct settings_standing *items;
	size_t count, room;
};

/* An agency that is told when a plan starts, changes or ends. Matched as a standing one. */
struct settings_notice {
	const char *agency, *role;
	bool is_always;      /* also where nobody of it is on the list */
	bool has_nhs_number; /* the notice gives the child's NHS number: health, for the national register */
	const char *source;
};
struct settings_notice_list {
	struct settings_notice *items;
	size_t count, room;
};

/* One heading of a way to note a conference. */
struct settings_heading {
	const char *key, *heading; /* key: "danger_statement", kept with each note */
	bool is_of_child;          /* one text for each child; else one for the family */
	const char *hints;         /* what to ask, lines parted by '\n', "" none */
};
struct settings_heading_list {
	struct settings_heading *items;
	size_t count, room;
};

struct settings_format {
	enum note_format format;
	const char *label, *source;
	struct settings_heading_list headings; /* in the order they are noted */
};
struct settings_format_list {
	struct settings_format *items;
	size_t count, room;
};

/* What a council says of its own practice that is not a rule or a figure. */
struct settings_note {
	const char *text, *source;
};

struct settings_note_list {
	struct settings_note *items;
	size_t count, room;
};

/* Where each practice figure comes from, by the same names as in struct policy. */
struct settings_figure_sources {
#define X(member, key, least, most, unit) const char *member;
	POLICY_FIGURES(X)
#undef X
};

struct settings {
	struct policy policy;
	struct settings_figure_sources figure_sources;
	const char *quorum_distinct_source, *transfer_start_source, *chair_title_source;
	const char *multiple_source, *note_format_source, *restricted_shown_source;
	struct settings_note_list notes; /* of the profile that was asked for */
	struct working_calendar calendar;
	struct settings_resource_list chairs, rooms, minute_takers;
	struct settings_office office;
	struct settings_carriers carriers;
	struct settings_standing_list standing;
	struct settings_notice_list notices;
	struct settings_format_list formats; /* all of NOTE_FORMATS, whichever the profile chooses */
	int day_starts, day_ends;            /* minutes since midnight between which conferences start and end */
	int slot_step;                       /* minutes between proposed starts */
	const char *backup_key;              /* the public key that back-ups are sealed for, "" none */
	const char *sources;                 /* which files were read, one a line, for doctor */
};

/* Where shipped data lies: beside an installed program, else the source tree it was built from. */
const char *settings_data_folder(void);

/* Reads policy/<profile>.yaml, holidays/england-and-wales.yaml, authority.yaml, agencies.yaml and the formats: each
 * from `config_folder` when it is there (NULL or missing folder: none), else from the shipped data. `*out` lives in
 * `mem`. A sentence with "file:line:column" on anything not understood. */
bool settings_load(struct settings **out, const char *config_folder, const char *profile, struct arena *mem,
		   struct fault *f);

/* The commands of authority.yaml alone, as in struct settings_carriers. */
struct settings_commands {
	const char *const *mail, *const *print;
};
bool settings_commands_load(struct settings_commands *out, const char *config_folder, struct arena *mem,
			    struct fault *f);

enum settings_file {
	SETTINGS_PROFILE,
	SETTINGS_HOLIDAYS,
	SETTINGS_AUTHORITY,
	SETTINGS_AGENCIES,
	SETTINGS_FORMAT,
	SETTINGS_FILE_COUNT
};

/* Checks the text of one file and takes it over `into`, as settings_load does file by file; a profile that extends
 * `national` needs `national` taken over before it. `name` stands in messages. After a refusal `into` is part old,
 * part new: throw it away. */
bool settings_read_text(struct settings *into, enum settings_file which, const char *name, const char *text,
			size_t bytes, struct arena *mem, struct fault *f);

/* A way to note conferences, by its token as a conference keeps it; NULL when there is none of that name. */
const struct settings_format *settings_format_find(const struct settings *settings, const char *token);
/* NULL when the format has no such heading. */
const struct settings_heading *settings_heading_find(const struct settings_format *format, const char *key);

/* Where var and etc of an installed program lie: "" for /usr/bin/quorate, "/usr/local" for /usr/local/bin/quorate. */
const char *settings_installed_root(struct arena *mem);

/* Names of the shipped and configured profiles, sorted; ends with NULL. */
const char **settings_profiles(const char *config_folder, struct arena *mem);

/* $XDG_CONFIG_HOME/quorate or ~/.config/quorate; "" when there is neither. */
const char *settings_default_folder(struct arena *mem);

#endif
