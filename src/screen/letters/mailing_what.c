/* What the screen of letters to send is about: mailings of a conference, or notices. */
#include "mailing_what.h"

#include <stdio.h>

static void add_tab(struct mailing_what *what, int kind, const char *name, size_t letters)
{
	snprintf(what->tabs[what->count], sizeof what->tabs[0], "%s %zu", name, letters);
	what->kinds[what->count++] = kind;
}

static bool count_mailings(struct mailing_what *what, struct casework *cw, struct arena *mem, struct fault *f)
{
	static const char *const names[MAILING_COUNT] = {"Invitations", "Changes", "Exclusions", "Decisions", "Record"};
	struct mailings_due due;

	if (!casework_mailings_due(cw, what->conference, mem, &due, f))
		return false;
	for (int i = 0; i < MAILING_COUNT; i++)
		add_tab(what, i, names[i], due.letters[i]);
	what->family = due.family_id;
	what->reference = due.reference;
	what->family_words = due.family_words;
	what->when = due.when;
	return true;
}

static bool count_notices(struct mailing_what *what, struct casework *cw, struct arena *mem, struct fault *f)
{
	struct notices_due due;

	if (!casework_notices_due(cw, what->about, what->subject, mem, &due, f))
		return false;
	for (size_t i = 0; i < due.count; i++)
		add_tab(what, (int)due.kinds[i], notice_label(due.kinds[i]), due.letters[i]);
	what->family = due.family_id;
	what->reference = due.reference;
	what->family_words = due.family_words;
	what->when = due.when;
	return true;
}

bool mailing_what_count(struct mailing_what *what, struct casework *cw, struct arena *mem, struct fault *f)
{
	what->count = 0;
	return what->conference ? count_mailings(what, cw, mem, f) : count_notices(what, cw, mem, f);
}

bool mailing_what_preview(const struct mailing_what *what, struct casework *cw, struct arena *mem,
			  struct mailing_item_list *out, struct fault *f)
{
	return what->conference ? casework_mailing_preview(cw, what->conference, (enum mailing)what->kind, mem, out, f)
				: casework_notice_preview(cw, (enum notice)what->kind, what->subject, mem, out, f);
}

bool mailing_what_send(const struct mailing_what *what, struct casework *cw, const int64_t *readers, size_t count,
		       size_t *written, struct fault *f)
{
	return what->conference
		       ? casework_mailing_send(cw, what->conference, (enum mailing)what->kind, readers, count, written,
					       f)
		       : casework_notice_send(cw, (enum notice)what->kind, what->subject, readers, count, written, f);
}

const char *mailing_what_empty(const struct mailing_what *what)
{
	static const char *const words[MAILING_COUNT] = {
		"Nobody on the list waits for an invitation. Who is missing? p on the tab Invitees proposes them.",
		"Nobody knows of another day: there is no change to tell.",
		"No exclusion waits for its letter.",
		"Everybody was told what was decided.",
		"Everybody who gets the record has it.",
	};

	return what->conference ? words[what->kind] : "Everybody whom this letter is for was written to.";
}

const char *mailing_what_mend(const struct mailing_what *what)
{
	return what->conference ? "Correct that on the list of invitees."
				: "Correct that where they are kept: the directory, the person, or what this is about.";
}

int mailing_what_tab(const struct mailing_what *what)
{
	for (int i = 0; i < what->count; i++)
		if (what->kinds[i] == what->kind)
			return i;
	return 0;
}
