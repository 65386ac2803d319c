/* Letters by post: one PDF of all that wait, printed, and marked when they are on their way. */
#include "casework/letters.h"

#include "letter/carrier.h"
#include "letter_delivery.h"
#include "letter_hold.h"
#include "letter_look.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_LETTERS = 2000, PRINT_SECONDS = 120 };

struct post {
	struct letter_sheets sheets;
	const char *ids; /* of deliveries, parted by blanks */
	size_t count;
};

/* Those of families that this worker may not see stay for whoever may. */
static bool add_letter(struct casework *cw, const struct letter_listed *one, struct arena *mem, struct post *out,
		       struct fault *f)
{
	struct letter letter;
	const char *hold;
	bool may;

	if (!work_may_see_family(cw, one->family_id, &may, f))
		return false;
	if (!may)
		return true;
	if (!letter_hold_of(cw, one->letter_id, one->address, mem, &hold, f))
		return false;
	if (*hold)
		return true;
	if (!letter_by_id(cw->store, one->letter_id, mem, &letter, f) ||
	    !letter_sheets_add(cw, &letter, one->address, mem, &out->sheets, f))
		return false;
	out->ids = arena_printf(mem, "%s%s%lld", out->ids, *out->ids ? " " : "", (long long)one->delivery_id);
	out->count++;
	return true;
}

static bool gather_post(struct casework *cw, struct arena *mem, struct post *out, struct fault *f)
{
	struct letter_listed_list due;

	*out = (struct post){.ids = ""};
	if (!deliveries_due(cw->store, METHOD_POST, INT64_MAX, MOST_LETTERS, mem, &due, f))
		return false;
	for (size_t i = 0; i < due.count; i++)
		if (!add_letter(cw, &due.items[i], mem, out, f))
			return false;
	return out->count > 0 || fault_set(f, FAULT_REFUSED, "No letter waits to be posted.");
}

bool casework_post_pdf(struct casework *cw, struct arena *mem, const unsigned char **out, size_t *bytes, size_t *count,
		       const char **ids, struct fault *f)
{
	struct press_bytes pdf;
	struct post post;
	size_t held;

	*out = NULL;
	*bytes = *count = 0;
	*ids = "";
	if (casework_may(cw, ACTION_INVITE, NULL) && !cw->is_read_only && !letters_hold_back(cw, METHOD_POST, &held, f))
		return false;
	if (!look_begin(cw, ACTION_INVITE, f))
		return false;
	if (!gather_post(cw, mem, &post, f))
		return look_undo(cw);
	if (!look_end(cw, f, "post.look", SUBJECT_NONE, 0, 0, "%zu letters", post.count) ||
	    !letter_sheets_pdf(&post.sheets, mem, &pdf, f))
		return false;
	*out = pdf.bytes;
	*bytes = pdf.count;
	*count = post.count;
	*ids = post.ids;
	return true;
}

/* --- On their way --- */

static bool mark_posted(struct casework *cw, int64_t id, struct arena *mem, struct fault *f)
{
	struct delivery delivery;
	struct letter letter;

	if (!delivery_by_id(cw->store, id, mem, &delivery, f) || !letter_reach(cw, delivery.letter_id, mem, &letter, f))
		return false;
	if (delivery.method != METHOD_POST)
		return fault_set(f, FAULT_REFUSED, "The letter to %s does not go by post.", letter.recipient);
	delivery.state = DELIVERY_SENT;
	delivery.settled_at = work_now(cw);
	delivery.said = "posted";
	delivery.by_user = casework_user_name(cw);
	return delivery_save(cw->store, &delivery, DELIVERY_WAITING, f);
}

static bool mark_all(struct casework *cw, const char *ids, struct arena *mem, size_t *count, struct fault *f)
{
	*count = 0;
	for (const char *at = ids + strspn(ids, " "); *at; at += strspn(at, " ")) {
		char *end;
		long long id = strtoll(at, &end, 10);

		if (end == at || (*end && *end != ' '))
			return fault_set(f, FAULT_USAGE, "Letters are named by their numbers, parted by blanks.");
		if (!mark_posted(cw, id, mem, f))
			return false;
		++*count;
		at = end;
	}
	return *count > 0 || fault_set(f, FAULT_REFUSED, "No letter was named: there is nothing to mark as posted.");
}

bool casework_posted(struct casework *cw, const char *ids, struct fault *f)
{
	struct arena mem = {0};
	size_t count;
	bool ok;

	if (!work_begin(cw, ACTION_INVITE, f))
		return false;
	ok = mark_all(cw, ids, &mem, &count, f);
	ok = ok ? work_end(cw, f, "post.done", SUBJECT_NONE, 0, 0, "%zu letters, deliveries %s", count, ids)
		: work_undo(cw);
	arena_finish(&mem);
	return ok;
}

/* --- Printed --- */

static bool print(struct casework *cw, const unsigned char *pdf, size_t bytes, struct arena *mem, struct fault *f)
{
	const struct carrier_job job = {.starter = cw->starter,
					.command = casework_settings(cw)->carriers.print_command,
					.input = {pdf, bytes},
					.seconds = PRINT_SECONDS};
	struct carrier_result result;

	if (!carrier_run(&job, mem, &result, f))
		return false;
	if (result.end == CARRIER_DONE)
		return true;
	return fault_set(f, FAULT_STORAGE, "%s%s%s Look at the printer; no letter was marked as posted.",
			 result.end == CARRIER_UNSURE ? "The printer may not have printed all of it"
						      : "The print command did not take the letters",
			 *result.said ? ": " : ".", result.said);
}

bool casework_post_print(struct casework *cw, struct arena *mem, size_t *count, struct fault *f)
{
	const char *const *command = casework_settings(cw)->carriers.print_command;
	const unsigned char *pdf;
	const char *ids;
	size_t bytes;

	*count = 0;
	if (!casework_may(cw, ACTION_INVITE, f))
		return false;
	if (cw->is_read_only)
		return fault_set(
			f, FAULT_REFUSED,
			"This case file can only be looked at here: no letter was printed and nothing was saved.");
	if (!command || !command[0])
		return fault_set(
			f, FAULT_REFUSED,
			"No print command is configured. Write it in authority.yaml of the configuration folder: "
			"print: {command: [lp]}. Or save the PDF and print it yourself.");
	return casework_post_pdf(cw, mem, &pdf, &bytes, count, &ids, f) && print(cw, pdf, bytes, mem, f) &&
	       casework_posted(cw, ids, f);
}
