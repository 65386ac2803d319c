/* Letters that wait, failed or came back, and what a person does about one of them. */
#ifndef OUTBOX_SCREENS_H
#define OUTBOX_SCREENS_H

#include "casework/letters.h"
#include "tui/list.h"
#include "tui/tui.h"

bool outbox_open(struct tui *t, struct fault *f);

/* Hands what waits to the mail command, one letter after the other, with the count on the screen; Esc stops after the
 * present one. `after` is put after what it says at the end ("2 wait to be posted"), "" nothing. Answer: code, number
 * sent. */
bool outbox_send(struct tui *t, int code, const char *after, struct fault *f);

/* --- The letters of a conference and of the outbox, as rows --- */
struct list_source letters_source(const struct letter_item_list *letters, bool with_family);
extern const struct list_column letters_columns[]; /* of a conference */
extern const struct list_column outbox_columns[];
enum { LETTERS_COLUMN_COUNT = 4, OUTBOX_COLUMN_COUNT = 4 };
/* What stands in the message line about a letter, and which keys help. */
void letters_row_words(const struct letter_item *letter, char *out, size_t room);

/* --- What is done about one letter, on either screen --- */
enum letter_op { OP_LETTER_DONE = 160, OP_LETTER_BACK, OP_LETTER_AGAIN, OP_LETTER_WITHDRAW, OP_LETTER_REPLY };
#define LETTER_KEYS                                                                                                    \
	{'h', 0, 0, OP_LETTER_DONE, "Done", "It is done by hand: posted, laid in the portal, told, handed over."},     \
		{'r', 0, 0, OP_LETTER_AGAIN, "Again", "Send it again, by another way or to another address."},         \
		{'b', 0, 0, OP_LETTER_BACK, "Came back", "It came back: why is kept, and the address is marked."},     \
		{'w',        0,                                                                                        \
		 0,          OP_LETTER_WITHDRAW,                                                                       \
		 "Withdraw", "Not to be sent any more: one that waits or was held back."},                             \
	{                                                                                                              \
		'y', 0, 0, OP_LETTER_REPLY, "Answered", "They answered: coming, not coming, a deputy."                 \
	}
/* Does the operation make sense for this letter now? */
bool letter_op_is_live(const struct letter_item *letter, int op);
bool letter_act(struct tui *t, const struct letter_item *letter, int op, struct fault *f);
bool letter_ask_folder(struct tui *t, const struct letter_item *letter, struct fault *f);
bool letter_read(struct tui *t, const struct letter_item *letter, struct fault *f);
/* True when the answer was to one of the questions of letter_act. */
bool letter_answered(struct tui *t, const struct answer *answer);

#endif
