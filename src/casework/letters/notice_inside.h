/* A notice while it is put together, and what each kind of notice brings. Private to src/casework/letters/notice*.c. */
#ifndef CASEWORK_NOTICE_INSIDE_H
#define CASEWORK_NOTICE_INSIDE_H

#include "casework/notices.h"
#include "diary_file.h"
#include "letter/facts.h"
#include "letter/template.h"
#include "store/notice_store.h"
#include "work.h"

/* What a notice is about, as it stands now. A kind's `read` fills in all but cw, notice, id, mem. */
struct notice_case {
	struct casework *cw;
	enum notice notice;
	int64_t id;
	int64_t family_id;
	/* The conference it belongs to; id 0 none. A right that ends at one's own conferences is judged by it, the
	 * letter stands among its letters, and its reference, type, day and chair may be named. */
	struct conference conference;
	const char *reference; /* K-0001 */
	const char *when;      /* of the screen's title: "received Wed 1 Apr", "" nothing */
	const void *own;       /* the kind's own: the complaint, the meeting */
	struct arena *mem;
};

/* One letter that is to be written. */
struct notice_letter {
	struct invitee reader;
	const char *address, *problem;
	int64_t replaces_id;   /* what it overtakes, 0 none */
	const char *withdraws; /* the same in words */
	int earlier;           /* letters of this kind to this reader about this before */
};
struct notice_letter_list {
	struct notice_letter *items;
	size_t count, room;
};

/* Facts of one reader while they are gathered: struct facts_work of letter_facts_inside.h. */
struct facts_work;

/* One kind. Every function runs inside a look or verb; none checks permission, none asks whether the family is
 * restricted. */
struct notice_kind {
	/* *id of a reference typed on the command line, 0 there is none. */
	bool (*find)(struct casework *cw, const char *reference, int64_t *id, struct fault *f);
	/* What c->id is. FAULT_NOT_FOUND with a sentence. */
	bool (*read)(struct notice_case *c, struct fault *f);
	/* Whether there is anything to write now. FAULT_REFUSED with the sentence the screen shows. */
	bool (*ready)(const struct notice_case *c, struct fault *f);
	/* Who may be written to, in the order of the list; made by the functions below. */
	bool (*readers)(const struct notice_case *c, struct invitee_list *out, struct fault *f);
	/* What stands in it beside the office, the reader and the conference's reference, type, day and chair. `w->out`
	 * has no more of the family than it says here: facts_child() for a child whom this reader may know of,
	 * facts_words() for whatever was typed. It must not depend on the day it is read, nor on anything that
	 * `follow` changes: a letter whose facts change while it waits is held back. */
	bool (*say)(const struct notice_case *c, struct facts_work *w);
	/* What the diary of a reader by e-mail is told of it, beside the reader and where they are written to: entry,
	 * uid, sequence, summary, place, day and hours, as the letter says them. NULL nothing. */
	void (*diary)(const struct notice_case *c, const struct notice_letter *letter, const struct letter_facts *facts,
		      struct diary_file *out);
	/* What follows from its being queued for this reader; NULL nothing. Called for each letter, so it must not mind
	 * that it was done already. */
	bool (*follow)(const struct notice_case *c, const struct invitee *reader, struct fault *f);
	/* Taken back when it did not go; NULL nothing. Nothing that is evidence is changed. */
	bool (*undo)(const struct notice_case *c, const struct invitee *reader, struct fault *f);
};

/* One for each kind. */
#define X(id, token, subject, template, to_child, action, repeat, label) extern const struct notice_kind notice_##token;
NOTICES(X)
#undef X

const struct notice_kind *notice_kind_of(enum notice notice);
enum action notice_action(enum notice notice);
/* By the reader: a child gets the child's. */
enum letter_template_key notice_template(enum notice notice, const struct invitee *reader);
enum subject_kind notice_logged(enum notice_subject about);
/* "a complaint's, such as K-0012": what is typed on the command line to find what it is about. */
const char *notice_reference_taken(enum notice notice);
enum notice_repeat notice_repeat_of(enum notice notice);
bool notice_from_token(const char *token, enum notice *out);
/* Which notice is written from this template, if any. */
bool notice_from_template(enum letter_template_key key, enum notice *out);

/* --- Readers (notice_readers.c) --- */
/* Each is an invitee with id 0, who stands on no list. False: memory. */
bool notice_reader_contact(const struct notice_case *c, int64_t contact, struct invitee_list *out, struct fault *f);
/* Of the family; a child of it as a child. */
bool notice_reader_person(const struct notice_case *c, int64_t person, struct invitee_list *out, struct fault *f);
/* A typed name in this capacity: the same person where the list of that conference (0 none) or the family has one of
 * that name, else nobody we know. `write_to`: an e-mail or postal address that goes before what is known of them, ""
 * none. */
bool notice_reader_named(const struct notice_case *c, int64_t conference, const char *name, enum capacity capacity,
			 const char *write_to, struct invitee_list *out, struct fault *f);
/* A typed name of a colleague: the contact of the directory who bears it, else nobody we know, of this role. */
bool notice_reader_colleague(const struct notice_case *c, const char *name, const char *role, const char *write_to,
			     struct invitee_list *out, struct fault *f);
/* By which a reader is known again: "person 12", "contact 3", "amelia okonkwo"; and the same as a number for lists. */
const char *notice_reader_key(const struct invitee *reader, struct arena *mem);
int64_t notice_reader_id(const struct invitee *reader, struct arena *mem);

/* --- A notice (notice_case.c) --- */
/* Reads the subject. `check`: as this worker may see and act on it; else for the sender, who acts for the program. */
bool notice_read(struct casework *cw, enum notice notice, int64_t id, bool check, struct arena *mem,
		 struct notice_case *out, struct fault *f);

/* Those still to be written. FAULT_REFUSED when there is nothing to write yet. */
bool notice_letters(const struct notice_case *c, struct notice_letter_list *out, struct fault *f);

/* What this reader's says; `digest` (may be NULL) is of all of it but for the day, the sender and the office. */
bool notice_facts(const struct notice_case *c, const struct invitee *reader, struct letter_facts *out,
		  const char **digest, struct fault *f);

#endif
