/* The case file: opening it safely, transactions, and moving plain structs in and out by tables.
 * sqlite3.h is included in this layer only; everything above sees these functions. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/arena.h"
#include "base/fault.h"
#include "domain/date.h"

struct store;

#define CASE_FILE_APPLICATION_ID 0x51554f52 /* "QUOR" */
#define CASE_FILE_VERSION        7          /* number of the newest migration in data/schema */

struct store_opening {
	const char *path;
	bool read_only;   /* look only: every write is refused with a sentence */
	int busy_seconds; /* how long to wait for another person's save; 0 means 10 */
	/* Called once after 300 ms of waiting for another person's save, or NULL. */
	void (*waiting)(void *payload);
	void *payload;
};

/* Opens an existing case file with every guard of docs/reliability.md: no symbolic or hard link, no network file
 * system, no folder others may write to, our application_id, not newer than this program, foreign keys on, DEFENSIVE,
 * authorizer, journal mode by the linked library's version. FAULT_NOT_FOUND when there is no file, FAULT_CORRUPT when
 * it is not a case file or is damaged, FAULT_REFUSED when newer than this program or in an unsafe place. A file of an
 * older version is brought up to date first (a copy is kept beside it) unless read_only. */
bool store_open(struct store **out, const struct store_opening *how, struct fault *f);

/* Who may read what is made beside a case file: its owner, or all of the group that shares its folder (mode 2770). */
unsigned store_file_mode(const char *path);

/* Makes a new, empty case file (of that mode) with the newest schema; refuses to touch an existing file. */
bool store_create(const char *path, struct fault *f);
/* Takes away a case file that was made a moment ago and is of no use, with its journal. */
void store_discard(const char *path);

void store_close(struct store *s); /* NULL is a no-op */

/* True when another connection has committed since the last call: what is on the screen may be old. */
bool store_changed_elsewhere(struct store *s);

/* The file was replaced or removed under us: stop and open it again. */
bool store_still_ours(struct store *s, struct fault *f);

bool store_is_read_only(const struct store *s);

/* --- Transactions
 * --------------------------------------------------------------------------------------------------------- store_begin
 * takes the write lock at once (BEGIN IMMEDIATE), waiting for others; FAULT_BUSY when they do not finish. Transactions
 * nest by count: only the outermost commit writes. A rollback at any depth dooms the whole. store_look_begin starts a
 * reading transaction, so that several queries see one moment. Never held across a key. */
bool store_begin(struct store *s, struct fault *f);
/* The same for the row that says who looked at what: whoever looks is not told that something was not saved. */
bool store_begin_noting(struct store *s, struct fault *f);
bool store_commit(struct store *s, struct fault *f);
void store_rollback(struct store *s);
bool store_in_transaction(const struct store *s);
bool store_look_begin(struct store *s, struct fault *f);
void store_look_end(struct store *s);

/* A point inside a transaction to go back to (SAVEPOINT): what came after it is undone, what came before stays. Nest in
 * order. */
bool store_mark(struct store *s, struct fault *f);
bool store_mark_keep(struct store *s, struct fault *f);
void store_mark_undo(struct store *s);

/* --- Statements
 * ----------------------------------------------------------------------------------------------------------- Every SQL
 * text is a constant `struct statement` in a file of src/store, listed in that file's exported array and in
 * statement_list.c, so that a test can prepare each one and refuse a SCAN where it is marked hot. */
struct statement {
	const char *sql;
	bool hot; /* must never scan a whole table */
};

/* How a member of a row struct travels. INT is int, INTEGER int64_t, DAY day_number as ISO text (DAY_NONE is NULL),
 * TEXT const char * (NULL binds as ''; read into the arena), OPTIONAL_TEXT binds '' as NULL, ID int64_t where 0 is
 * NULL, OPTIONAL_INT int where -1 is NULL, TOKEN an enum bound and read through its token functions, BLOB a struct blob
 * (bound as it lies, read into the arena). */
enum column_kind {
	COLUMN_INT,
	COLUMN_INTEGER,
	COLUMN_BOOL,
	COLUMN_TEXT,
	COLUMN_OPTIONAL_TEXT,
	COLUMN_DAY,
	COLUMN_ID,
	COLUMN_OPTIONAL_INT,
	COLUMN_TOKEN,
	COLUMN_BLOB,
};

struct blob {
	const unsigned char *bytes;
	size_t count;
};

struct token_words {
	const char *(*token)(int value);
	int count; /* values are 0..count-1 */
};

struct column {
	const char *name; /* the result column and, with a colon before it, the parameter */
	enum column_kind kind;
	size_t offset;                   /* of the member in the row struct */
	const struct token_words *words; /* for COLUMN_TOKEN */
};

struct column_list {
	const struct column *items;
	size_t count;
	size_t row_size;
};

/* COLUMN(struct plan_row, started_on, DAY) */
#define COLUMN(type, member, kind)                                                                                     \
	{                                                                                                              \
#member, COLUMN_##kind, offsetof(type, member), NULL                                                   \
	}
#define COLUMN_AS(type, member, words)                                                                                 \
	{                                                                                                              \
#member, COLUMN_TOKEN, offsetof(type, member), &(words)                                                \
	}
#define COLUMN_LIST(type, table)                                                                                       \
	{                                                                                                              \
		(table), sizeof(table) / sizeof *(table), sizeof(type)                                                 \
	}

/* A single parameter: PARAMETER_TEXT("reference", reference). An array of them ends with PARAMETER_END. */
struct parameter {
	const char *name;
	enum column_kind kind;
	int64_t integer;
	const char *text;
};
#define PARAMETER_INTEGER(name, value)                                                                                 \
	{                                                                                                              \
		(name), COLUMN_INTEGER, (value), NULL                                                                  \
	}
#define PARAMETER_ID(name, value)                                                                                      \
	{                                                                                                              \
		(name), COLUMN_ID, (value), NULL                                                                       \
	}
#define PARAMETER_TEXT(name, value)                                                                                    \
	{                                                                                                              \
		(name), COLUMN_TEXT, 0, (value)                                                                        \
	}
#define PARAMETER_DAY(name, value)                                                                                     \
	{                                                                                                              \
		(name), COLUMN_DAY, (value), NULL                                                                      \
	}
/* `bytes` outlive the call. */
#define PARAMETER_BLOB(name, bytes, count)                                                                             \
	{                                                                                                              \
		(name), COLUMN_BLOB, (count), (bytes)                                                                  \
	}
#define PARAMETER_END                                                                                                  \
	{                                                                                                              \
		NULL, COLUMN_INT, 0, NULL                                                                              \
	}
#define PARAMETERS(...) ((const struct parameter[]){__VA_ARGS__, PARAMETER_END})

/* A growing array of row structs in an arena. Every list type begins with these three members in this order. */
struct row_list {
	void *items;
	size_t count, room;
};

/* Reads every row into `list` (a struct whose members are items, count, room), to the end, and gives the statement
 * back: no SELECT is ever left unfinished. `parameters` may be NULL. Result columns are matched to `columns` by name; a
 * result column without a member, or a member without a column, is a programming fault caught by the statement test. */
bool store_select(struct store *s, const struct statement *q, const struct parameter *parameters,
		  const struct column_list *columns, struct arena *mem, void *list, struct fault *f);

/* The first row into *row. FAULT_NOT_FOUND (no message) when there is none: the caller says what was not found. */
bool store_select_one(struct store *s, const struct statement *q, const struct parameter *parameters,
		      const struct column_list *columns, struct arena *mem, void *row, struct fault *f);

/* The first column of the first row as a number; `otherwise` when there is no row or it is NULL. */
bool store_select_number(struct store *s, const struct statement *q, const struct parameter *parameters,
			 int64_t otherwise, int64_t *out, struct fault *f);

/* Runs an INSERT, UPDATE or DELETE. Parameters come from `row` through `columns` (those the SQL names) and from
 * `parameters`; either may be NULL. *changed, when not NULL, gets the number of rows. Only inside store_begin. */
bool store_change(struct store *s, const struct statement *q, const struct column_list *columns, const void *row,
		  const struct parameter *parameters, int64_t *changed, struct fault *f);

int64_t store_last_id(struct store *s); /* of the last INSERT */

/* After a failed store_change: was it this constraint or trigger? Lets the caller say "Room 2 is taken" in its own
 * words. Matches SQLite's message, e.g. "double booking", "one_open_plan", "person.la_child_id". */
bool store_refused_by(struct store *s, const char *constraint);

/* The next reference of a kind: store_next_reference(s, "C", 4, ...) gives "C-0001". Inside a transaction. */
bool store_next_reference(struct store *s, const char *prefix, int digits, struct arena *mem, const char **out,
			  struct fault *f);

/* No statement is left unfinished: asserted before every wait for a key, and a test. */
bool store_is_at_rest(const struct store *s);

/* Gives back the pages that were read; what is asked next reads them again. Forty sessions are open on one machine, and
 * most of them wait. */
void store_rest(struct store *s);

/* --- For doctor
 * ----------------------------------------------------------------------------------------------------------- */
struct store_health {
	const char *library;      /* "3.40.1" */
	const char *journal_mode; /* mode in force */
	const char *why_mode;     /* one sentence */
	const char *file_system;  /* "ext4" or a number */
	int64_t bytes, page_count, free_pages;
	int64_t sync_microseconds; /* one measured sync in the file's folder */
	int64_t disk_free_bytes;
	int schema_version;
	bool is_encrypted, is_in_clear; /* the disk under it, by this machine; neither: it cannot be told */
	bool is_swap_in_clear;
	unsigned mode, folder_mode; /* who may read and write: 0600, 0700 */
	unsigned folder_group;      /* its number */
	const char *integrity;      /* "ok" or the first complaint */
	const char *shape;          /* of store_shape */
	const char *foreign_keys;   /* "ok" or the first complaint */
};
/* Other files in the folder: those the program kept of this case file (before an upgrade, before a restore; damaged
 * ones and their journals too) by name, and `others`, case files that somebody copied or made there. */
struct store_kept {
	const char *name;
	int64_t saved_at; /* what is in it is not from later (Unix seconds) */
};
struct store_kept_list {
	struct store_kept *items;
	size_t count, room;
};
struct store_beside {
	struct store_kept_list kept;
	int others;
};
bool store_look_beside(struct store *s, struct arena *mem, struct store_beside *out, struct fault *f);
/* "ok", or the first table, index or trigger that is not as this program makes it: "the trigger "x" was put in". */
bool store_shape(struct store *s, struct arena *mem, const char **out, struct fault *f);
bool store_examine(struct store *s, struct arena *mem, struct store_health *out, struct fault *f);

/* WAL is used only where the linked library has the WAL-reset fix (3.51.3 on, 3.50.7-3.50.x, 3.44.6-3.44.x). */
bool store_wal_is_safe(int version_number);

#endif
