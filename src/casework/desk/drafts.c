/* What a person typed and has not saved. Keeping a draft is not a change of any record and leaves no audit row. */
#include "casework/drafts.h"

#include "work.h"

#include "store/draft_store.h"
#include "store/family_store.h"

#include <string.h>

static bool framed(struct casework *cw, struct fault *f)
{
	return casework_may(cw, ACTION_ANYTHING_OWN, f) && store_begin(cw->store, f);
}

static bool finished(struct casework *cw, bool ok, struct fault *f)
{
	if (ok)
		return store_commit(cw->store, f);
	store_rollback(cw->store);
	return false;
}

/* A form may stay open while two people let its family's record go: what it holds does not come back. */
static bool is_about_somebody(struct casework *cw, struct fault *f)
{
	struct arena mem = {0};
	struct family family;
	bool ok = !cw->here.family_id || family_by_id(cw->store, cw->here.family_id, &mem, &family, f);

	arena_finish(&mem);
	return ok;
}

bool casework_draft_keep(struct casework *cw, const char *form, const char *subject, const char *summary,
			 const char *fields, struct fault *f)
{
	struct draft_row row = {.login = cw->login,
				.form = form,
				.subject = subject,
				.summary = summary,
				.session = cw->identity.session,
				.saved_at = work_now(cw),
				.fields = fields,
				.family_id = cw->here.family_id,
				.conference_id = cw->here.conference_id};

	return framed(cw, f) && finished(cw, is_about_somebody(cw, f) && draft_keep(cw->store, &row, f), f);
}

bool casework_draft_drop(struct casework *cw, const char *form, const char *subject, struct fault *f)
{
	return framed(cw, f) &&
	       finished(cw, draft_drop(cw->store, cw->login, form, subject, cw->identity.session, f), f);
}

/* Only one's own: an id from elsewhere finds nothing. */
static bool own_draft(struct casework *cw, int64_t id, struct arena *mem, struct draft_row *out, struct fault *f)
{
	struct draft_row_list own;

	if (!drafts_of(cw->store, cw->login, cw->user_id, mem, &own, f))
		return false;
	for (size_t i = 0; i < own.count; i++)
		if (own.items[i].id == id) {
			*out = own.items[i];
			return true;
		}
	return fault_set(f, FAULT_NOT_FOUND, "This draft is not there any more.");
}

bool casework_draft_drop_id(struct casework *cw, int64_t id, struct fault *f)
{
	struct arena mem = {0};
	struct draft_row draft;
	bool ok;

	if (!framed(cw, f))
		return false;
	ok = own_draft(cw, id, &mem, &draft, f) && draft_drop_id(cw->store, id, f);
	arena_finish(&mem);
	return finished(cw, ok, f);
}

bool casework_draft_take_over(struct casework *cw, int64_t id, struct fault *f)
{
	struct arena mem = {0};
	struct draft_row draft;
	bool ok;

	if (!framed(cw, f))
		return false;
	ok = own_draft(cw, id, &mem, &draft, f);
	if (ok && strcmp(draft.session, cw->identity.session) != 0) {
		draft.session = cw->identity.session;
		ok = draft_drop_id(cw->store, id, f) && draft_keep(cw->store, &draft, f);
	}
	arena_finish(&mem);
	return finished(cw, ok, f);
}

bool casework_drafts(struct casework *cw, struct arena *mem, struct draft_list *out, struct fault *f)
{
	struct draft_row_list rows;

	*out = (struct draft_list){0};
	if (!casework_may(cw, ACTION_ANYTHING_OWN, f) || !drafts_of(cw->store, cw->login, cw->user_id, mem, &rows, f))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct draft_row *row = &rows.items[i];
		struct draft *item = ARENA_PUSH(mem, out);

		if (!item)
			return fault_set(f, FAULT_MEMORY, "There is not enough memory to show your drafts.");
		*item = (struct draft){.id = row->id,
				       .form = row->form,
				       .subject = row->subject,
				       .summary = row->summary,
				       .fields = row->fields,
				       .saved_at = row->saved_at,
				       .family_id = row->family_id,
				       .conference_id = row->conference_id,
				       .when = work_moment_words(cw, row->saved_at, mem),
				       .is_of_other_session = strcmp(row->session, cw->identity.session) != 0};
	}
	return true;
}
