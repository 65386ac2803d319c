/* A letter written and queued in the caller's transaction: its kept text, what it encloses, its waiting delivery. */
#include "letter_queue.h"

#include "letter/press.h"
#include "letter_delivery.h"
#include "letter_reader.h"
#include "store/directory_store.h"
#include "store/paper_store.h"

#include <string.h>

bool letter_contact_address(struct casework *cw, int64_t contact, struct arena *mem, const char **out, struct fault *f)
{
	struct contact found;

	if (!contact_by_id(cw->store, contact, mem, &found, f))
		return f && !*f->message
			       ? fault_set(f, FAULT_NOT_FOUND, "This contact is not in the directory any more.")
			       : false;
	*out = found.address;
	return true;
}

const char *letter_way_problem(enum invite_method method, const char *address)
{
	switch (method) {
	case METHOD_EMAIL:
		if (!*address)
			return "no e-mail address";
		return mail_address_is_good(address) ? "" : "the e-mail address cannot be written to";
	case METHOD_POST: return *address ? "" : "no postal address";
	case METHOD_TELEPHONE: return *address ? "" : "no telephone number";
	default: return "";
	}
}

static bool load_template(struct casework *cw, enum letter_template_key key, struct arena *mem,
			  struct letter_template **out, struct fault *f)
{
	return letter_template_load(key, cw->config_folder, settings_data_folder(), mem, out, f);
}

bool letter_write(struct casework *cw, enum letter_template_key key, const struct letter_facts *facts,
		  struct arena *mem, struct document *out, struct fault *f)
{
	struct letter_template *template;

	return load_template(cw, key, mem, &template, f) && letter_template_fill(template, facts, mem, out, f);
}

/* --- The delivery --- */

/* What stands after the @ of a message's name: of the sender's own domain, and never one of somebody else's. */
static const char *message_domain(struct casework *cw)
{
	const struct settings_carriers *carriers = &casework_settings(cw)->carriers;
	const char *at = carriers->from_address ? strrchr(carriers->from_address, '@') : NULL;

	if (carriers->message_domain && *carriers->message_domain)
		return carriers->message_domain;
	return at && at[1] ? at + 1 : "quorate.example";
}

bool delivery_queue(struct casework *cw, int64_t letter, int number, enum invite_method method, const char *address,
		    struct arena *mem, struct fault *f)
{
	const char *problem = letter_way_problem(method, address);
	struct delivery delivery = {.letter_id = letter,
				    .method = method,
				    .state = DELIVERY_WAITING,
				    .address = address,
				    .queued_at = work_now(cw),
				    .said = "",
				    .by_user = casework_user_name(cw)};

	if (*problem)
		return fault_field(f, "address",
				   "This letter cannot go by %s: %s. Correct that, or choose another way.",
				   invite_method_label(method), problem);
	delivery.next_at = delivery.queued_at;
	/* The file's own age keeps the names of two files apart that one office mails from. */
	delivery.message_id = arena_printf(mem, "letter-%lld.%d.%llx@%s", (long long)letter, number,
					   (unsigned long long)cw->created_at, message_domain(cw));
	return delivery_insert(cw->store, &delivery, f);
}

/* --- The letter --- */

static bool enclose(struct casework *cw, const struct letter_order *order, int64_t letter, struct fault *f)
{
	for (size_t i = 0; i < order->enclosure_count; i++) {
		struct enclosure enclosure = order->enclosures[i];

		enclosure.letter_id = letter;
		enclosure.position = (int)i + 1;
		if (!enclosure.content)
			enclosure.content = "";
		if (!enclosure_insert(cw->store, &enclosure, f))
			return false;
	}
	return true;
}

static bool keep_letter(struct casework *cw, const struct letter_order *order, const struct document *document,
			const char *version, struct arena *mem, int64_t *id, struct fault *f)
{
	const char *recipient = order->facts->top.fields[LETTER_FIELD_RECIPIENT_NAME];
	struct letter letter = {.template = letter_template_name(order->key),
				.template_version = version,
				.family_id = order->conference->family_id,
				.conference_id = order->conference->id,
				.invitee_id = order->reader ? order->reader->id : 0,
				.replaces_id = order->replaces_id,
				.recipient = recipient ? recipient : "",
				.subject = document->title,
				.content = document_keep(document, mem),
				.written_at = work_now(cw),
				.by_user = casework_user_name(cw)};

	letter.digest = store_digest(mem, letter.content, strlen(letter.content));
	if (!letter_insert(cw->store, &letter, f))
		return false;
	*id = letter.id;
	return true;
}

bool letter_queue(struct casework *cw, const struct letter_order *order, struct arena *mem, int64_t *letter,
		  struct fault *f)
{
	struct letter_template *template;
	struct document document;
	int64_t id = 0;

	if (!load_template(cw, order->key, mem, &template, f) ||
	    !letter_template_fill(template, order->facts, mem, &document, f) ||
	    !keep_letter(cw, order, &document, letter_template_version(template), mem, &id, f) ||
	    !enclose(cw, order, id, f) || !delivery_queue(cw, id, 1, order->method, order->address, mem, f))
		return false;
	if (letter)
		*letter = id;
	return true;
}
