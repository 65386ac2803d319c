/* `quorate send`: what waits in the outbox goes out by e-mail; for a person and for a timer. */
#include "app.h"

#include "casework/letters.h"

#include <stdlib.h>
#include <string.h>

static const struct listing_column columns[] = {
	{"letter", "Letter"},   {"reference", "Reference"}, {"template", "Template"},   {"recipient", "Recipient"},
	{"address", "Address"}, {"state", "State"},         {"words", "How it stands"}, {"attempts", "Attempts"},
};

static bool goes_by_mail(const struct letter_item *item)
{
	enum invite_method method;

	return invite_method_from_token(item->method, &method) && method == METHOD_EMAIL &&
	       (item->state == DELIVERY_WAITING || item->state == DELIVERY_SENDING);
}

static void add_row(struct listing *listing, const struct letter_item *item)
{
	listing_number(listing, item->letter_id);
	listing_text(listing, item->reference);
	listing_text(listing, item->template);
	listing_text(listing, item->who);
	listing_text(listing, item->address);
	listing_text(listing, delivery_state_token(item->state));
	listing_text(listing, item->state_words);
	listing_number(listing, item->attempts);
}

static const struct letter_item *by_delivery(const struct letter_item_list *list, int64_t delivery)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].delivery_id == delivery)
			return &list->items[i];
	return NULL;
}

/* How those that waited stand now; one conference is read once. */
static bool add_rows(struct app *app, const struct letter_item_list *before, struct listing *listing, struct fault *f)
{
	struct letter_item_list now = {0};
	int64_t conference = -1;

	for (size_t i = 0; i < before->count; i++) {
		const struct letter_item *was = &before->items[i], *is;

		if (!goes_by_mail(was))
			continue;
		if (was->conference_id && was->conference_id != conference &&
		    !casework_letters(app->cw, was->conference_id, &app->mem, &now, f))
			return false;
		conference = was->conference_id;
		is = conference ? by_delivery(&now, was->delivery_id) : NULL;
		add_row(listing, is ? is : was);
	}
	return true;
}

static int by_conference(const void *a, const void *b)
{
	const struct letter_item *x = a, *y = b;

	if (x->conference_id != y->conference_id)
		return x->conference_id < y->conference_id ? -1 : 1;
	return (x->delivery_id > y->delivery_id) - (x->delivery_id < y->delivery_id);
}

static bool write_listing(struct app *app, const struct letter_item_list *before, struct fault *f)
{
	struct listing listing;

	if (before->count)
		qsort(before->items, before->count, sizeof *before->items, by_conference);
	listing_begin(&listing, columns, sizeof columns / sizeof *columns, &app->mem);
	return add_rows(app, before, &listing, f) && app_write(app, &listing, LISTING_TABLE, f);
}

static const char *add_count(const char *words, size_t count, const char *what, struct arena *mem)
{
	return count ? arena_printf(mem, "%s%s%zu %s", words, *words ? ", " : "", count, what) : words;
}

/* Nothing at all when nothing was to be done. */
static void say_counts(struct app *app, const struct sending *sending)
{
	const char *words = "";

	words = add_count(words, sending->sent, "sent", &app->mem);
	words = add_count(words, sending->later, "to be tried again later", &app->mem);
	words = add_count(words, sending->failed, "not sent", &app->mem);
	words = add_count(words, sending->unsure, "may have been sent", &app->mem);
	if (*words)
		printf("Letters: %s.\n", words);
}

static bool say_trouble(const struct sending *sending, struct fault *f)
{
	size_t count = sending->later + sending->failed + sending->unsure;
	const char *why = sending->first_trouble;
	size_t bytes = strlen(why);
	bool is_sentence = bytes && why[bytes - 1] == '.'; /* the mail command's own words are none */

	return fault_set(f, FAULT_STORAGE, "%zu %s not go%s%s%s The outbox (O) shows %s.", count,
			 count == 1 ? "letter did" : "letters did", bytes ? ": " : "", why, is_sentence ? "" : ".",
			 count == 1 ? "it" : "them");
}

bool run_send(struct app *app, struct fault *f)
{
	struct letter_item_list before = {0};
	struct sending sending;
	bool lists = app_wants_form(app);

	if (!app_open(app, f) || (lists && !casework_outbox(app->cw, &app->mem, &before, f)) ||
	    !casework_send(app->cw, NULL, &app->mem, &sending, f) || (lists && !write_listing(app, &before, f)))
		return false;
	if (!lists)
		say_counts(app, &sending);
	return sending.later + sending.failed + sending.unsure == 0 || say_trouble(&sending, f);
}
