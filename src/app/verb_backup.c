/* `quorate backup`, `verify` and `restore`: one sealed file with everything in it, and the way back. */
#include "secret.h"

#include "base/text.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

static const struct listing_column columns[] = {
	{"file", "File"},   {"authority", "Authority"}, {"made", "Made"}, {"program", "Program"}, {"form", "Form"},
	{"bytes", "Bytes"}, {"tables", "Tables"},       {"rows", "Rows"}, {"head", "Head"},       {"kept", "Kept"},
};

static bool write_facts(struct app *app, const char *path, const struct backup_facts *facts, const char *kept,
			struct fault *f)
{
	struct listing listing;

	listing_begin(&listing, columns, sizeof columns / sizeof *columns, &app->mem);
	listing_text(&listing, path);
	listing_text(&listing, facts->authority);
	listing_text(&listing, facts->made_iso);
	listing_text(&listing, facts->program);
	listing_number(&listing, facts->form);
	listing_number(&listing, facts->bytes);
	listing_number(&listing, facts->tables);
	listing_number(&listing, facts->rows);
	listing_text(&listing, facts->head);
	if (*kept)
		listing_text(&listing, kept);
	else
		listing_nothing(&listing);
	return app_write_one(app, &listing, f);
}

static void say(struct app *app, const char *sentence)
{
	app_put_wrapped(text_safe(&app->mem, sentence, false), 0, 0);
}

/* --- backup --- */

static bool make_keys(struct app *app, struct fault *f)
{
	const char *prefix = app->arguments.values[OPTION_NEW_KEY];

	if (app->arguments.operand_count > 0)
		return fault_set(f, FAULT_USAGE,
				 "--new-key makes keys and no back-up. Leave out the name of the back-up.");
	if (app->arguments.given[OPTION_PUBLIC_KEY] || app->arguments.given[OPTION_PASSPHRASE_FILE] ||
	    app_wants_form(app))
		return fault_set(f, FAULT_USAGE, "--new-key makes keys and no back-up. Leave out the other options.");
	if (!*prefix)
		return fault_set(f, FAULT_USAGE, "--new-key needs the beginning of the names of the two files.");
	if (!backup_keys_make(prefix, &app->mem, f))
		return false;
	say(app,
	    arena_printf(&app->mem,
			 "Made %s.public, for --public-key or the settings of this machine, and %s.secret, which alone "
			 "opens what is sealed for it.",
			 prefix, prefix));
	say(app,
	    "Take the secret one off this machine now, keep it in two places, one of them on paper, and try it with "
	    "\"quorate verify\". Without it every back-up is lost.");
	return true;
}

/* In a folder a back-up is called after its day, so that a timer needs no shell to name it. */
static const char *place_of(struct app *app, const char *typed)
{
	const size_t length = strlen(typed);
	char day[DATE_TEXT_ROOM];
	struct stat about;

	if (!length || stat(typed, &about) != 0 || !S_ISDIR(about.st_mode))
		return typed;
	return arena_printf(&app->mem, "%s%squorate-%s.sealed", typed, typed[length - 1] == '/' ? "" : "/",
			    date_to_iso(casework_day_of_now(), day));
}

bool run_backup(struct app *app, struct fault *f)
{
	const char *path = app->arguments.operands[0];
	struct backup_opener opener;
	struct backup_facts facts;
	bool ok;

	if (app->arguments.given[OPTION_NEW_KEY])
		return make_keys(app, f);
	if (app->arguments.operand_count == 0 || !*path)
		return fault_set(f, FAULT_USAGE,
				 "backup needs the name of the new file. \"quorate help backup\" says more.");
	path = place_of(app, path);
	/* Nobody types a passphrase to be told afterwards that they may not. */
	if (!app_open(app, f) || !casework_may(app->cw, ACTION_BACK_UP, f) || !secret_to_seal(app, &opener, f))
		return false;
	ok = casework_backup(app->cw, path, &opener, &app->mem, &facts, f);
	if (opener.passphrase)
		secret_forget(&opener);
	if (!ok || app_wants_form(app))
		return ok && write_facts(app, path, &facts, "", f);
	say(app, arena_printf(&app->mem,
			      "Backed up the case file of %s to %s: %" PRId64 " rows of %" PRId64 " tables, %.1f MB.",
			      facts.authority, path, facts.rows, facts.tables, (double)facts.bytes / 1e6));
	return true;
}

/* --- verify --- */

bool run_verify(struct app *app, struct fault *f)
{
	const char *path = app->arguments.operands[0];
	struct backup_opener opener;
	struct backup_facts facts;
	bool ok = secret_to_open(app, path, &opener, f);

	if (!ok)
		return false;
	ok = backup_look_through(path, &opener, &app->mem, &facts, f);
	secret_forget(&opener);
	if (!ok || app_wants_form(app))
		return ok && write_facts(app, path, &facts, "", f);
	say(app, arena_printf(&app->mem, "A sound back-up of the case file of %s, made on %s by %s.", facts.authority,
			      facts.made, facts.program));
	say(app,
	    arena_printf(
		    &app->mem,
		    "Its seal holds to the last byte; its pages and what rows point at fit together; its audit log is "
		    "unbroken over %" PRId64 " rows; its %" PRId64 " tables have the %" PRId64 " rows it says.",
		    facts.audit_rows, facts.tables, facts.rows));
	/* On one line whatever its length: a part of it would be taken for a shorter head. */
	printf("Head of its audit log: %s\n", text_safe(&app->mem, facts.head, false));
	return true;
}

/* --- restore --- */

/* By a back-up that is older than a disposal what was erased is there again. In a form it goes beside the listing. */
static void say_returned(struct app *app, const struct restored *done, void (*tell)(struct app *, const char *))
{
	char day[DATE_TEXT_ROOM];

	for (size_t i = 0; i < done->back.count; i++) {
		const struct record_back *one = &done->back.items[i];

		tell(app, arena_printf(&app->mem,
				       "%s, %s, was erased on %s, after this back-up: it is back. Let it go again.",
				       one->disposal, one->family, date_medium(one->on, day)));
	}
	if (!done->knows_let_go)
		tell(app, "Whether records were let go after this back-up cannot be told without the file that was "
			  "there. Look at the certificates that were kept, and let those records go again.");
}

static void say_beside(struct app *app, const char *sentence)
{
	app_say("%s", text_safe(&app->mem, sentence, false));
}

static void say_restored(struct app *app, const struct restored *done, const char *path)
{
	int64_t since = done->audit_rows_old - done->facts.audit_rows;

	say(app, arena_printf(&app->mem, "Restored the case file of %s from %s, made on %s.", done->facts.authority,
			      path, done->facts.made));
	if (!*done->kept)
		return;
	say(app, arena_printf(&app->mem, "The file that was there is kept as %s.", app_tilde(app, done->kept)));
	if (done->audit_rows_old < 0)
		say(app, "It could not be opened, so nobody can say what was saved in it after the back-up.");
	else if (since > 0)
		say(app, arena_printf(&app->mem,
				      "What was done after the back-up, %" PRId64
				      " row%s of its audit log, is in that file only.",
				      since, since == 1 ? "" : "s"));
}

bool run_restore(struct app *app, struct fault *f)
{
	const char *path = app->arguments.operands[0], *file = app_case_file(app);
	struct backup_opener opener;
	struct restored done;
	struct restoring_order order = {.path = path, .with = &opener};
	bool ok;

	if (!file)
		return fault_set(f, FAULT_USAGE, "This account has no home folder. Name the case file with --file.");
	if (!app_make_own_folder(app, file, f) || !secret_to_open(app, path, &opener, f))
		return false;
	order.opening = app_opening(app, file);
	ok = casework_restore(&order, &app->mem, &done, f);
	secret_forget(&opener);
	if (!ok)
		return false;
	if (app_wants_form(app)) {
		say_returned(app, &done, say_beside);
		return write_facts(app, path, &done.facts, done.kept, f);
	}
	say_restored(app, &done, path);
	say_returned(app, &done, say);
	return true;
}
