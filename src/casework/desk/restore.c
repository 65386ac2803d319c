/* Bringing a back-up back: who may, and the row in the restored file that says so from its first moment. */
#include "backup_facts.h"
#include "identity.h"
#include "returned.h"

#include "base/rights.h"
#include "base/text.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

struct admission {
	const struct restoring_order *how;
	struct arena *mem;
	bool is_admitted;                    /* by the file that is there */
	struct audit_identity who;           /* as that file knows them */
	struct audit_anchor old_log;         /* where its log ended; row 0: it could not be opened */
	bool knows_let_go;                   /* the file that is there could be asked what was let go in it */
	struct record_back_list back, there; /* there: in that file */
};

/* --- Who may --- */

/* The casework is closed again before anything is restored. */
static void remember_who(struct admission *a, const struct casework *cw)
{
	const struct audit_identity *who = &cw->identity;

	a->who = (struct audit_identity){
		.uid = who->uid,
		.login = arena_text(a->mem, who->login),
		.roles = arena_text(a->mem, who->roles),
		.terminal = arena_text(a->mem, who->terminal),
		.address = arena_text(a->mem, who->address),
		.session = arena_text(a->mem, who->session),
		.program = arena_text(a->mem, who->program),
	};
}

/* A file that is gone or damaged can admit nobody: then the back-up is asked. Every other refusal stands. */
static bool ask_the_file_there(struct admission *a, struct fault *f)
{
	struct casework *cw = NULL;
	struct fault why = {0};
	bool ok;

	if (!casework_open(&cw, &a->how->opening, &why)) {
		if (why.code == FAULT_CORRUPT || why.code == FAULT_NOT_FOUND || why.code == FAULT_STORAGE)
			return true;
		*f = why;
		return false;
	}
	ok = casework_may(cw, ACTION_RESTORE, f);
	if (ok) {
		a->is_admitted = true;
		remember_who(a, cw);
		if (!audit_newest(cw->store, &a->old_log, NULL))
			a->old_log = (struct audit_anchor){0};
		a->knows_let_go = returned_gather(cw->store, a->mem, &a->back, &a->there, NULL);
	}
	casework_close(cw);
	return ok;
}

/* Anybody can make a back-up in which they are administrator: in a place that is not theirs it admits nobody. */
static bool ask_the_back_up(struct admission *a, struct store *copy, const struct backup_manifest *manifest,
			    struct fault *f)
{
	struct casework asker = {.store = copy, .authority = manifest->authority};
	bool ok;

	if (rights_are_lent() && getuid() != 0)
		return fault_set(f, FAULT_NOT_ALLOWED,
				 "The council's case file is gone or damaged and cannot say who may restore it. Have "
				 "root of this machine restore it.");
	ok = identity_establish(&asker, NULL, f) && casework_may(&asker, ACTION_RESTORE, f);
	if (ok)
		remember_who(a, &asker);
	arena_finish(&asker.mem);
	return ok;
}

/* --- The row --- */

static const char *row_words(const struct admission *a, const struct backup_manifest *manifest, const char *kept_name)
{
	struct backup_facts facts;
	const char *words;
	char old[AUDIT_ANCHOR_ROOM];

	backup_facts_of(manifest, a->mem, &facts);
	words = arena_printf(a->mem, "from %s, a back-up of %s",
			     text_safe(a->mem, backup_file_name(a->how->path), false), facts.made);
	if (*kept_name)
		words = arena_printf(a->mem, "%s; " RETURNED_KEPT_AS "%s%s", words, kept_name,
				     returned_words_of_kept(&a->there, &a->back));
	if (a->old_log.row == 0)
		return words;
	audit_anchor_write(&a->old_log, old);
	return arena_printf(a->mem, "%s, whose log ended at %s", words, old);
}

static bool leave_row(const struct admission *a, struct store *copy, const char *words, struct fault *f)
{
	const struct audit_entry entry = {.at = (int64_t)time(NULL),
					  .action = "backup.restore",
					  .subject_kind = RESTORE_SUBJECT,
					  .detail = words};

	if (arena_exhausted(a->mem))
		return fault_set(f, FAULT_MEMORY, "There is not enough memory to restore the back-up.");
	return audit_append(copy, &a->who, &entry, f);
}

/* More rows than one where more came back than one can name. */
static bool leave_rows(const struct admission *a, struct store *copy, const char *words, struct fault *f)
{
	if (!a->knows_let_go)
		words = arena_printf(a->mem, "%s; whether records were let go since cannot be told", words);
	else if (a->back.count)
		words = arena_printf(a->mem, "%s; %s", words, returned_words(&a->back, 0, a->mem));
	if (!leave_row(a, copy, words, f))
		return false;
	for (size_t i = RETURNED_A_ROW; i < a->back.count; i += RETURNED_A_ROW)
		if (!leave_row(a, copy, returned_words(&a->back, i, a->mem), f))
			return false;
	return true;
}

static bool admit(void *payload, struct store *copy, const struct backup_manifest *manifest, const char *kept_name,
		  struct fault *f)
{
	struct admission *a = payload;

	if (!a->is_admitted && !ask_the_back_up(a, copy, manifest, f))
		return false;
	returned_keep(copy, a->mem, &a->back);
	if (!store_begin(copy, f))
		return false;
	if (leave_rows(a, copy, row_words(a, manifest, kept_name), f))
		return store_commit(copy, f);
	store_rollback(copy);
	return false;
}

bool casework_restore(const struct restoring_order *how, struct arena *mem, struct restored *out, struct fault *f)
{
	struct admission a = {.how = how, .mem = mem};
	struct backup_key key = backup_key_of(how->with);
	struct restore_order order = {
		.path = how->path, .case_file = how->opening.path, .key = &key, .admit = admit, .payload = &a};
	struct backup_manifest manifest;

	*out = (struct restored){.kept = "", .audit_rows_old = -1};
	if (!ask_the_file_there(&a, f) || !backup_restore(&order, mem, &manifest, &out->kept, f))
		return false;
	backup_facts_of(&manifest, mem, &out->facts);
	if (a.is_admitted)
		out->audit_rows_old = a.old_log.row;
	out->knows_let_go = a.knows_let_go;
	out->back = a.back;
	return true;
}
