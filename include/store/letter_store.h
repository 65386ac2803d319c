/* What was written to whom, and how it went. A letter never changes; its delivery does. */
#ifndef STORE_LETTER_STORE_H
#define STORE_LETTER_STORE_H

#include "domain/invitation.h"
#include "store/store.h"

struct letter {
	int64_t id, family_id, conference_id, invitee_id, replaces_id;
	const char *template, *template_version, *recipient, *subject, *content, *digest, *by_user;
	int64_t written_at;
};
bool letter_insert(struct store *s, struct letter *letter, struct fault *f); /* id is filled in */
bool letter_by_id(struct store *s, int64_t id, struct arena *mem, struct letter *out, struct fault *f);

#define ENCLOSURE_KINDS(X)                                                                                             \
	X(DOCUMENT, "document")                                                                                        \
	X(CALENDAR, "calendar")                                                                                        \
	X(PAPER, "paper")
enum enclosure_kind {
#define X(id, token) ENCLOSURE_##id,
	ENCLOSURE_KINDS(X)
#undef X
		ENCLOSURE_KIND_COUNT
};
struct enclosure {
	int64_t letter_id, paper_id;
	int position;
	enum enclosure_kind kind;
	const char *name, *content;
};
struct enclosure_list {
	struct enclosure *items;
	size_t count, room;
};
bool enclosure_insert(struct store *s, const struct enclosure *enclosure, struct fault *f);
bool enclosures_of(struct store *s, int64_t letter, struct arena *mem, struct enclosure_list *out, struct fault *f);

struct delivery {
	int64_t id, letter_id;
	enum invite_method method;
	enum delivery_state state;
	const char *address, *said, *message_id, *by_user;
	int64_t queued_at, next_at, settled_at; /* settled_at 0: not yet */
	int attempts;
};
bool delivery_insert(struct store *s, struct delivery *delivery, struct fault *f);
/* From the state it was read in, so that two senders can never take the same one: FAULT_CONFLICT when it has another
 * state by now. */
bool delivery_save(struct store *s, const struct delivery *delivery, enum delivery_state was, struct fault *f);
/* How many there are of a letter: the next is one more. */
bool deliveries_of_letter(struct store *s, int64_t letter, int64_t *count, struct fault *f);
bool delivery_by_id(struct store *s, int64_t id, struct arena *mem, struct delivery *out, struct fault *f);

/* A letter with its newest delivery, for lists. */
/* How the words of a delivery begin that the program itself held back, because its reader may no longer know what is in
 * it. */
#define DELIVERY_HELD_SAYS "Not sent: "

struct letter_listed {
	int64_t letter_id, delivery_id, family_id, conference_id, invitee_id, written_at, settled_at, next_at;
	const char *template, *recipient, *subject, *address, *said, *reference, *family; /* of conference and family */
	enum invite_method method;
	enum delivery_state state;
	int attempts, enclosures;
	bool is_held; /* held back, and nothing was written in its place since */
	day_number conference_day;
};
struct letter_listed_list {
	struct letter_listed *items;
	size_t count, room;
};
bool letters_of_conference(struct store *s, int64_t conference, struct arena *mem, struct letter_listed_list *out,
			   struct fault *f); /* newest first */
bool letters_of_invitee(struct store *s, int64_t invitee, struct arena *mem, struct letter_listed_list *out,
			struct fault *f);
/* One letter with its newest delivery. */
bool letter_listed_by_id(struct store *s, int64_t letter, struct arena *mem, struct letter_listed *out,
			 struct fault *f);
/* Everything not settled, what is held back, and what failed, is unsure or came back since `since` (Unix seconds),
 * oldest first; not those of restricted families `user` is not named for (0: all, for the sender itself). */
bool letters_open(struct store *s, int64_t since, int64_t user, struct arena *mem, struct letter_listed_list *out,
		  struct fault *f);
/* Waiting ones of this method that may be tried now, oldest first, at most `most`. */
bool deliveries_due(struct store *s, enum invite_method method, int64_t now, int most, struct arena *mem,
		    struct letter_listed_list *out, struct fault *f);
/* Those a sender that is gone left as SENDING become UNSURE; the caller holds the sending lock. */
bool deliveries_left_behind(struct store *s, int64_t now, int64_t *count, struct fault *f);

#endif
