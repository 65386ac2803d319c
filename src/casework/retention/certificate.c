/* What is left of a record that went: a certificate that names nobody. */
#include "retention_keeping.h"
#include "telling.h"

#include "access_keeping.h"
#include "base/text.h"
#include "kept_copies.h"
#include "paper_file.h"

#include <string.h>

enum { LABEL_CELLS = 18, LINE_CELLS = 76 };

/* `text` in lines of at most LINE_CELLS, those after the first set in by `indent`. */
static const char *wrapped(struct arena *mem, const char *text, int indent)
{
	const char *out = "";
	size_t bytes, used;

	for (const char *at = text; *at; at += used) {
		used = text_wrap(at, LINE_CELLS - indent, &bytes);
		if (!used)
			break;
		out = arena_printf(mem, "%s%*s%.*s\n", out, at == text ? 0 : indent, "", (int)bytes, at);
	}
	return *out ? out : "\n";
}

static const char *add(struct arena *mem, const char *text, const char *label, const char *value)
{
	return arena_printf(mem, "%s%-*s%s", text, LABEL_CELLS, label, wrapped(mem, value, LABEL_CELLS));
}

static const char *counts_words(const struct disposal *d, const struct disposal_count_list *counts, struct arena *mem)
{
	const char *text = "";

	for (size_t i = 0; i < counts->count; i++)
		text = arena_printf(mem, "%s  %6lld  %s\n", text, (long long)counts->items[i].total,
				    counts->items[i].what);
	return arena_printf(mem, "%s  %6lld  people, children among them: %lld; of another family too, staying: %lld\n",
			    text, (long long)d->people_gone, (long long)d->children, (long long)d->people_kept);
}

static const char *what_it_was(const struct disposal *d, struct arena *mem)
{
	const struct retention_rule rule = {d->years, d->from, d->basis};
	char from[DATE_TEXT_ROOM], due[DATE_TEXT_ROOM], first[DATE_TEXT_ROOM], last[DATE_TEXT_ROOM];
	const char *text = add(mem, "", "Record of", d->family);

	text = add(mem, text, "Spanned",
		   arena_printf(mem, "%s to %s", date_plain(d->first_on, first), date_plain(d->last_on, last)));
	text = add(mem, text, "Rule",
		   arena_printf(mem, "%s: %s", retention_rule_key_label(d->rule), retention_rule_words(&rule, mem)));
	text = add(mem, text, "Counted",
		   arena_printf(mem, "from %s, over on %s", date_plain(d->from_on, from), date_plain(d->due_on, due)));
	return text;
}

static const char *who_did_it(struct casework *cw, const struct disposal *d, struct arena *mem)
{
	char day[DATE_TEXT_ROOM];
	const char *text = add(
		mem, "", "Proposed by",
		arena_printf(mem, "%s, %s", user_name_of(cw, d->proposed_by, mem), date_medium(d->proposed_on, day)));

	text = add(mem, text, "Because", d->reason);
	text = add(mem, text, "Approved by",
		   arena_printf(mem, "%s, %s", user_name_of(cw, d->ended_by, mem),
				work_moment_words(cw, d->approved_at, mem)));
	return *d->ended_words ? add(mem, text, "Said", d->ended_words) : text;
}

/* The program's own copies beside the case file, which nothing seals: "" none is there. */
static const char *in_clear(const struct casework *cw, const struct disposal *d, struct arena *mem)
{
	const char *names = kept_copies_now(cw, d->approved_at, mem), *text;

	if (!names)
		return arena_printf(mem, "\n%s",
				    wrapped(mem,
					    "Whether files kept from before an upgrade or a restore lie beside the "
					    "case file could not be told: its folder may not be looked at.",
					    0));
	if (!*names)
		return "";
	text = arena_printf(mem, "\n%s",
			    wrapped(mem,
				    "These files beside the case file, kept from before an upgrade or a restore, hold "
				    "the record in clear until they are removed. Have that done:",
				    0));
	for (; *names; names += *names == '\n') {
		size_t length = strcspn(names, "\n");

		text = arena_printf(mem, "%s  %.*s\n", text, (int)length, names);
		names += length;
	}
	return text;
}

/* Older back-ups hold the record until the oldest of them is gone. */
static const char *where_it_still_is(struct casework *cw, const struct disposal *d, struct arena *mem)
{
	int months = casework_policy(cw)->backup_kept_months;
	char day[DATE_TEXT_ROOM];
	const char *packed =
		d->wiped_at ? arena_printf(mem, "The case file was packed on %s: no trace is left in it.",
					   work_moment_words(cw, d->wiped_at, mem))
			    : "The case file is still to be packed: traces may be left in free room of its pages.";
	const char *older = arena_printf(
		mem,
		"Back-ups made before this hold the record until they age out, by %s (%d months, backup.kept of the "
		"profile); no later back-up holds it. Returns and figures of the years it spanned cannot be made anew "
		"with it: the copies that were sent stand.",
		date_plain(date_add_months(d->ended_on, months), day), months);

	return arena_printf(mem, "%s\n%s%s", wrapped(mem, packed, 0), wrapped(mem, older, 0), in_clear(cw, d, mem));
}

const char *certificate_text(struct casework *cw, const struct disposal *d, const struct disposal_count_list *counts,
			     struct arena *mem)
{
	return arena_printf(
		mem,
		"%s\nCertificate of disposal %s\n\n%s\n%s\nErased\n%s  %6lld  rows of the audit log lost "
		"their words; who did what and when stays\n\nDigest of what was erased (BLAKE2b)\n  %s\n\n%s",
		cw->authority, d->reference, add(mem, what_it_was(d, mem), "Basis", d->basis), who_did_it(cw, d, mem),
		counts_words(d, counts, mem), (long long)d->log_rows, d->digest, where_it_still_is(cw, d, mem));
}

static bool read(struct casework *cw, const char *reference, struct arena *mem, struct disposal *d, const char **out,
		 struct fault *f)
{
	struct disposal_count_list counts = {0};

	if (!disposal_by_reference(cw->store, reference, mem, d, f))
		return false;
	if (d->state != DISPOSAL_DONE)
		return fault_set(f, FAULT_REFUSED, "%s is not done, so there is no certificate of it.", reference);
	if (!disposal_counts(cw->store, d->id, mem, &counts, f))
		return false;
	*out = certificate_text(cw, d, &counts, mem);
	return *out || fault_set(f, FAULT_MEMORY, "There is not enough memory to write the certificate.");
}

bool casework_certificate(struct casework *cw, const char *reference, struct arena *mem, const char **out,
			  struct fault *f)
{
	struct disposal d;

	*out = "";
	if (!look_begin(cw, ACTION_REVIEW_RETENTION, f))
		return false;
	if (!read(cw, reference, mem, &d, out, f))
		return look_undo(cw);
	return look_end(cw, f, "disposal.look", SUBJECT_DISPOSAL, d.id, 0, "%s", d.reference);
}

bool casework_certificate_write(struct casework *cw, const char *reference, const char *folder, struct arena *mem,
				const char **path, struct fault *f)
{
	struct arena own = {0};
	const char *text;
	bool ok;

	*path = "";
	ok = casework_may(cw, ACTION_REVIEW_RETENTION, f) && paper_folder_check(folder, f) &&
	     casework_certificate(cw, reference, &own, &text, f) &&
	     paper_file_write(folder, arena_printf(&own, "%s-certificate.txt", reference), text, strlen(text), mem,
			      path, f);
	arena_finish(&own);
	return ok;
}
