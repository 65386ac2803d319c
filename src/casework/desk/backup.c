/* Making a back-up of the case file that is open, and looking through one that is not. */
#include "anchor.h"
#include "backup_facts.h"
#include "london.h"

#include "base/rights.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* --- Words --- */

struct backup_key backup_key_of(const struct backup_opener *with)
{
	return (struct backup_key){.passphrase = with->passphrase,
				   .public_key = with->public_key,
				   .secret_key = with->secret_key,
				   .is_quick = with->is_quick};
}

const char *backup_file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static const char *moment_iso(int64_t at, struct arena *mem)
{
	time_t when = (time_t)at;
	struct tm utc;
	char text[32];

	if (!gmtime_r(&when, &utc) || strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
		return "";
	return arena_text(mem, text);
}

void backup_facts_of(const struct backup_manifest *manifest, struct arena *mem, struct backup_facts *out)
{
	char *head = arena_alloc(mem, AUDIT_ANCHOR_ROOM);
	struct audit_anchor anchor = manifest->anchor;

	*out = (struct backup_facts){
		.authority = manifest->authority,
		.program = manifest->program,
		.made = work_moment_words(NULL, manifest->made_at, mem),
		.made_iso = moment_iso(manifest->made_at, mem),
		.made_at = manifest->made_at,
		.bytes = manifest->bytes,
		.form = manifest->form,
		.tables = (int64_t)manifest->counts.count,
		.audit_rows = manifest->anchor.row,
		.head = "",
	};
	for (size_t i = 0; i < manifest->counts.count; i++)
		out->rows += manifest->counts.items[i].rows;
	if (!head)
		return;
	anchor.at = manifest->made_at;
	audit_anchor_write(&anchor, head);
	out->head = head;
}

/* --- Making --- */

static bool is_good_opener(const struct backup_opener *with, struct fault *f)
{
	if (with->public_key)
		return backup_public_key_check(with->public_key, f);
	if (with->passphrase && text_is_utf8(with->passphrase, strlen(with->passphrase)) &&
	    text_width(with->passphrase) >= PASSPHRASE_LEAST)
		return true;
	return fault_field(
		f, "passphrase",
		"The passphrase is too short: it needs at least %d characters. Four or more words that nobody "
		"would guess are best.",
		PASSPHRASE_LEAST);
}

struct announcing {
	struct casework *cw;
	const char *name;
	bool by_key;
};

/* Evidence first: the row is saved when the file is whole and has no name yet. */
static bool announce(void *payload, const struct backup_manifest *manifest, struct fault *f)
{
	const struct announcing *a = payload;
	struct casework *cw = a->cw;
	char detail[400];
	struct audit_entry entry = {
		.at = work_now(cw), .action = "backup.make", .subject_kind = BACKUP_SUBJECT, .detail = detail};

	snprintf(detail, sizeof detail, "to %.200s, %s, up to row %lld of the log", a->name,
		 a->by_key ? "for a public key" : "under a passphrase", (long long)manifest->anchor.row);
	if (!work_open(cw, f))
		return false;
	return audit_append(cw->store, &cw->identity, &entry, f) ? work_keep(cw, f) : work_undo(cw);
}

bool casework_backup(struct casework *cw, const char *path, const struct backup_opener *with, struct arena *mem,
		     struct backup_facts *out, struct fault *f)
{
	struct backup_key key = backup_key_of(with);
	struct announcing a = {cw, text_safe(mem, backup_file_name(path), false), with->public_key != NULL};
	struct backup_order order = {
		.path = path, .key = &key, .program = cw->identity.program, .announce = announce, .payload = &a};
	struct backup_manifest manifest;

	if (!casework_may(cw, ACTION_BACK_UP, f) || !is_good_opener(with, f))
		return false;
	if (cw->is_read_only)
		return fault_set(
			f, FAULT_REFUSED,
			"The case file was opened to look only, so the back-up could not be logged: none was made. "
			"Ask for the right to write to it.");
	if (cw->depth > 0 || cw->look_depth > 0)
		return fault_set(f, FAULT_BUSY, "A back-up is not made in the middle of a save. Finish it first.");
	if (!backup_make(cw->store, &order, mem, &manifest, f))
		return false;
	anchor_log(cw);
	backup_facts_of(&manifest, mem, out);
	return true;
}

/* --- Keys --- */

static bool write_key(const char *path, const char *text, struct fault *f)
{
	int fd = rights_own_open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	ssize_t bytes = (ssize_t)strlen(text);

	if (fd >= 0) {
		bool ok = write(fd, text, (size_t)bytes) == bytes && fsync(fd) == 0;

		if (close(fd) == 0 && ok)
			return true;
		rights_own_unlink(path);
	}
	fault_set(f, errno == EEXIST ? FAULT_REFUSED : FAULT_STORAGE,
		  errno == EEXIST
			  ? "There is already a key of that name, and it was left as it is. Give another name."
			  : "The key could not be written. Check that the folder is there, that you may write to "
			    "it, and that the disk is not full.");
	fault_detail(f, "%s", strerror(errno));
	return false;
}

bool backup_keys_make(const char *prefix, struct arena *mem, struct fault *f)
{
	char public_key[BACKUP_KEY_ROOM], secret_key[BACKUP_KEY_ROOM];
	const char *public_path = arena_printf(mem, "%s.public", prefix);
	const char *secret_path = arena_printf(mem, "%s.secret", prefix);
	bool ok = backup_new_keys(public_key, secret_key, f) && write_key(public_path, public_key, f);

	if (ok && !write_key(secret_path, secret_key, f)) {
		rights_own_unlink(public_path); /* one without the other is a trap */
		ok = false;
	}
	explicit_bzero(secret_key, sizeof secret_key);
	return ok;
}

/* --- Looking through --- */

bool backup_opens_by_passphrase(const char *path, bool *yes, struct fault *f)
{
	enum backup_lock lock;

	if (!backup_lock_of(path, &lock, f))
		return false;
	*yes = lock == BACKUP_BY_PASSPHRASE;
	return true;
}

bool backup_look_through(const char *path, const struct backup_opener *with, struct arena *mem,
			 struct backup_facts *out, struct fault *f)
{
	struct backup_key key = backup_key_of(with);
	struct backup_manifest manifest;

	if (!backup_verify(path, &key, mem, &manifest, f))
		return false;
	backup_facts_of(&manifest, mem, out);
	return true;
}

bool backup_facts_read(const char *path, const struct backup_opener *with, struct arena *mem, struct backup_facts *out,
		       struct fault *f)
{
	struct backup_key key = backup_key_of(with);
	struct backup_manifest manifest;

	if (!backup_manifest_read(path, &key, mem, &manifest, f))
		return false;
	backup_facts_of(&manifest, mem, out);
	return true;
}
