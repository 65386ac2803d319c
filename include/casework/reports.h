/* Reports: what each agency owes, what is in, who read it, who is chased, and the bundle made of them. */
#ifndef CASEWORK_REPORTS_H
#define CASEWORK_REPORTS_H

#include "casework/casework.h"
#include "domain/invitation.h"

/* --- The matrix --- */
struct report_line {
	struct report report;
	enum report_standing standing;
	int working_days;   /* late by, or left until due */
	const char *who;    /* "School · K. Evans (DSL)" */
	const char *in;     /* "ok Wed 25 Mar", "2 wd late, Mon 30 Mar", "! 4 wd late", "verbal only Tue 31 Mar" */
	const char *shared; /* "mother, father Fri 27 Mar", "not yet", "never (police)", "not shared: third party" */
	const char *chased; /* "chased 27, 30 Mar", "" not */
	const char *detail; /* signed, legible, copies 4 of 10, seen by mother ... for the line below the list */
	const char *reference, *family_words; /* of its conference: for the week's matrix */
	day_number conference_day;
	int conference_starts;
	bool may_be_shared;
};
struct report_line_list {
	struct report_line *items;
	size_t count, room;
};
struct reports_page {
	struct conference conference; /* id 0 in the matrix of several */
	const char *family_words, *when;
	struct report_line_list lines;
	struct member_list family;         /* whom a report can be shared with; empty in the matrix of several */
	struct report_reader_list readers; /* who had or read which of them, and when */
	size_t wanted, in, on_time, late, missing, verbal, not_involved;
	const char *summary; /* "6 of 8 reports in · on time 5 · late 1 · missing 2 · not involved 1 (CAMHS)" */
};
bool casework_reports(struct casework *cw, int64_t conference, struct arena *mem, struct reports_page *out,
		      struct fault *f);
/* Of all conferences from one day to another, by day and time. */
bool casework_reports_between(struct casework *cw, day_number from, day_number to, struct arena *mem,
			      struct reports_page *out, struct fault *f);

/* One state of one report on a day: one key of the matrix. The same again on the same day takes it back. */
#define REPORT_MARKS(X)                                                                                                \
	X(REQUESTED, "requested")                                                                                      \
	X(RECEIVED, "received")                                                                                        \
	X(VERBAL, "verbal only")                                                                                       \
	X(SIGNED, "signed")                                                                                            \
	X(LEGIBLE, "legible")                                                                                          \
	X(SHARED, "shared with the family") /* every member it may go to, or the one in `person` */                    \
	X(SEEN, "seen by")                  /* needs `person` */                                                       \
	X(TO_CHAIR, "given to the chair")                                                                              \
	X(TO_MANAGER, "given to the team manager")                                                                     \
	X(NOT_INVOLVED, "not involved")
enum report_mark {
#define X(id, label) MARK_##id,
	REPORT_MARKS(X)
#undef X
		REPORT_MARK_COUNT
};
const char *report_mark_label(enum report_mark mark);
struct report_marking {
	int64_t report_id, version;
	enum report_mark mark;
	day_number on; /* not in the future */
	int64_t person_id;
};
/* When the last report that is required is in, the deadline of the reports is met; taken back, it is open again. Marks
 * of the social worker's report meet its own deadlines. *taken_back says which way it went. */
bool casework_report_mark(struct casework *cw, const struct report_marking *marking, bool *taken_back, struct fault *f);
/* Handling, copies, reason for not sharing, note, required, of which children it speaks (NULL: as it is). The police's
 * handling may not become "shared". */
bool casework_report_save(struct casework *cw, struct report *report, struct fault *f);

/* --- Papers --- */
struct paper_item {
	int64_t id;
	const char *name, *media_type, *digest, *when, *by;
	int64_t bytes;
};
struct paper_item_list {
	struct paper_item *items;
	size_t count, room;
};
/* Reads a file from disk into the case file: a regular file of at most 25 MB. Attaching a written report that was not
 * in marks it received today. FAULT_REFUSED says what is wrong with the file. */
bool casework_report_attach(struct casework *cw, int64_t report, const char *path, struct arena *mem, struct fault *f);
bool casework_papers(struct casework *cw, int64_t conference, int64_t report, struct arena *mem,
		     struct paper_item_list *out, struct fault *f); /* report 0: all of the conference */
/* Writes it to a new file of mode 0600 in `folder` under its own safe name; *path is where. Logged. */
bool casework_paper_take_out(struct casework *cw, int64_t paper, const char *folder, struct arena *mem,
			     const char **path, struct fault *f);
bool casework_paper_withdraw(struct casework *cw, int64_t paper, const char *why, struct fault *f);

/* --- Chasers --- */
struct chase_line {
	struct report report;
	const char *who, *phone, *email, *family_words, *reference, *when; /* conference: "Thu 2 Apr 10:00" */
	const char *late;                                                  /* "4 working days late", "due today" */
	const char *earlier;                                               /* "chased 27, 30 Mar" */
	bool goes_to_manager; /* asked as often as the policy says: the next one goes to the manager */
	const char *manager;  /* whom it goes to, "" nobody is known */
	int64_t conference_id;
	int working_days; /* negative: late */
};
struct chase_line_list {
	struct chase_line *items;
	size_t count, room;
};
/* Required reports that are not in and due today or before, or on the next working day; latest first. */
bool casework_chase_list(struct casework *cw, struct arena *mem, struct chase_line_list *out, struct fault *f);
/* By letter, one act for all of them (ids parted by blanks); those that go to the manager go there too. *written. */
bool casework_chase_by_letter(struct casework *cw, const char *report_ids, size_t *written, struct fault *f);
/* "Telephoned, spoke to". */
bool casework_chase_by_telephone(struct casework *cw, int64_t report, const char *spoke_to, const char *note,
				 bool to_manager, struct fault *f);

/* --- The bundle --- */
struct bundle_part {
	int64_t report_id, paper_id;
	const char *who, *name; /* the file's */
	const char *how; /* "merged, pages 3 to 9", "put beside: a picture", "chair only: left out", "missing: chased
			    twice" */
	int pages;
	bool is_merged, is_beside, is_left_out, is_missing;
};
struct bundle_part_list {
	struct bundle_part *items;
	size_t count, room;
};
struct bundle_plan {
	struct bundle_part_list parts;
	const char *for_whom; /* "professionals", "Amelia Loveridge, mother" */
	const char *due;      /* "by 10:00 today" */
	int pages;
};
/* What a bundle would hold. person 0: for professionals; else for that member of the family, only what they may see. */
bool casework_bundle_plan(struct casework *cw, int64_t conference, int64_t person, struct arena *mem,
			  struct bundle_plan *out, struct fault *f);
/* Makes it, keeps it in the case file, writes it (and what goes beside it) to new files in `folder`; for professionals
 * the bundle's deadline is met. *path is the PDF. */
bool casework_bundle_make(struct casework *cw, int64_t conference, int64_t person, const char *folder,
			  struct arena *mem, const char **path, struct fault *f);
/* Mails the newest bundle to every professional who comes or owes a report, by their own method; queued. */
bool casework_bundle_send(struct casework *cw, int64_t conference, size_t *written, struct fault *f);
struct bundle_item {
	int64_t id, paper_id, person_id;
	const char *for_whom, *when, *by;
	int pages, reports, missing;
};
struct bundle_item_list {
	struct bundle_item *items;
	size_t count, room;
};
bool casework_bundles(struct casework *cw, int64_t conference, struct arena *mem, struct bundle_item_list *out,
		      struct fault *f);

#endif
