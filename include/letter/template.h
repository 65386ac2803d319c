/* A letter's template: text with named fields, sections that appear when something is true, and lists.
 *
 *	title: Invitation to a {{conference.type}} conference
 *	classification: OFFICIAL-SENSITIVE
 *	---
 *	@ {{recipient.address}}             an address: its lines are kept
 *	# Heading                           a heading
 *	Words of a paragraph, which may     a paragraph goes on to the next empty line
 *	go on.
 *	- a list item                       an item goes on while its next lines are indented
 *	| Day | {{conference.day}} |        a label and its value; not shown when the value is empty
 *	_ 4                                 four lines to write on; a field may give the number
 *	---                                 a rule
 *	====                                a new page
 *	{{#if is.parent}} ... {{#else}} ... {{/if}}   also {{#unless x}}; x is a field, or a list that has rows
 *	{{#each children}} ... {{/each}}    once for each row
 *
 * A line that holds nothing but a section's mark leaves no empty line. A section that begins inside a line ends in the
 * same block, and a list stands in no other list. What is left blank goes with the commas around it, and a heading with
 * all that stood under it. Everything is checked when the template is
 * loaded: an unknown field, a field outside its list, a section not closed or closed by another's name, depth over 8,
 * more than 64 KiB, bytes that are not UTF-8: FAULT_REFUSED with "file:line:column: what and the nearest known word".
 */
#ifndef LETTER_TEMPLATE_H
#define LETTER_TEMPLATE_H

#include "letter/document.h"
#include "letter/facts.h"

struct letter_template;

/* id, file in data/letters and name on the command line, what it is, whether it is written by the conference's slot.
 * One row for each letter the program sends. */
#define LETTER_TEMPLATES(X)                                                                                            \
	X(INVITATION_PARENT, "invitation-parent", "Invitation to a parent or other family member")                     \
	X(INVITATION_CHILD, "invitation-child", "Invitation to a child")                                               \
	X(INVITATION_PROFESSIONAL, "invitation-professional",                                                          \
	  "Invitation to a professional, with the report asked for")                                                   \
	X(INVITATION_SUPPORTER, "invitation-supporter",                                                                \
	  "Invitation to a supporter, advocate, solicitor or representative")                                          \
	X(POLICE_NOTICE, "police-notice", "Notice to the police")                                                      \
	X(REPORT_FORM, "report-form", "The form an agency writes its report on")                                       \
	X(REPORT_CHASER, "report-chaser", "A report is not in")                                                        \
	X(REPORT_NOT_RECEIVED, "report-not-received", "To the manager: a report is still not in")                      \
	X(EXCLUSION, "exclusion", "Asked not to come to all or part, and why")                                         \
	X(MOVED, "moved", "The conference has another day or time")                                                    \
	X(POSTPONED, "postponed", "The conference waits for a new day")                                                \
	X(CANCELLED, "cancelled", "The conference will not be held")                                                   \
	X(BUNDLE_CONTENTS, "bundle-contents", "First page of the reports for professionals")                           \
	X(BUNDLE_FAMILY, "bundle-family", "First page of the reports for one member of the family")                    \
	X(BUNDLE_SENT, "bundle-sent", "The mail that brings the reports")                                              \
	X(DECISION_PARENT, "decision-parent", "What was decided, to a parent or other family member")                  \
	X(DECISION_CHILD, "decision-child", "What was decided, to a child")                                            \
	X(DECISION_PROFESSIONAL, "decision-professional", "What was decided, to a professional")                       \
	X(DECISION_SUPPORTER, "decision-supporter", "What was decided, to who comes for somebody of the family")       \
	X(OUTLINE_PLAN, "outline-plan", "The outline plan, for one reader or for the room")                            \
	X(AGENDA, "agenda", "The agenda, for the room")                                                                \
	X(ATTENDANCE_SHEET, "attendance-sheet", "The sheet everybody signs, for the room")                             \
	X(STATEMENTS, "statements", "What is read out at the start")                                                   \
	X(PLAN_NOTICE, "plan-notice", "To an agency: a plan started, changed or ended")                                \
	X(RECORD_SENT, "record-sent", "The letter that brings the record")                                             \
	X(RECORD, "record", "The record, whole or without its restricted parts")                                       \
	X(FEEDBACK_YOUNG, "feedback-young", "How was it? To a child under 12")                                         \
	X(FEEDBACK_OLDER, "feedback-older", "How was it? To a child of 12 and over")                                   \
	X(FEEDBACK_PARENT, "feedback-parent", "How was it? To a parent or carer")                                      \
	X(COMPLAINT_ACKNOWLEDGED, "complaint-acknowledged", "A complaint has come in, and what happens with it")       \
	X(COMPLAINT_ACKNOWLEDGED_CHILD, "complaint-acknowledged-child", "The same to a child")                         \
	X(COMPLAINT_ANSWERED, "complaint-answered", "How a complaint was settled, or to whom it was passed")           \
	X(COMPLAINT_ANSWERED_CHILD, "complaint-answered-child", "The same to a child")                                 \
	X(CORE_GROUP_ASKED, "core-group", "Asked to a core group, or told that it was moved or is cancelled")          \
	X(CORE_GROUP_ASKED_CHILD, "core-group-child", "The same to a child")                                           \
	X(CORE_GROUP_RECORD, "core-group-record", "The record of a core group, to who is in it")                       \
	X(CORE_GROUP_RECORD_CHILD, "core-group-record-child", "The same to a child")                                   \
	X(CHILD_PLAN, "plan", "The plan as it is between conferences, for one reader or the office")                   \
	X(ESCALATION, "escalation", "To a manager: a chair's concern about practice, or a formal dissent")             \
	X(PLAN_END_ASKED, "plan-end-asked", "To an agency: the end of a plan is asked for, and it may object")         \
	X(PLAN_ENDED, "plan-ended", "To a parent: a plan has ended outside a review")                                  \
	X(PLAN_ENDED_CHILD, "plan-ended-child", "The same to a child")                                                 \
	X(PLAN_ENDED_AGENCY, "plan-ended-agency", "To an agency: a plan has ended outside a review")                   \
	X(TRANSFER_TOLD, "transfer-told", "To another authority: children with a plan of ours live there now")         \
	X(TRANSFER_ACCEPTED, "transfer-accepted", "To another authority: we take over from its plan")                  \
	X(TEMPORARY_RESIDENT, "temporary-resident", "To health and education: children with a plan of elsewhere")

enum letter_template_key {
#define X(id, name, description) LETTER_##id,
	LETTER_TEMPLATES(X)
#undef X
		LETTER_TEMPLATE_COUNT
};
const char *letter_template_name(enum letter_template_key key);
const char *letter_template_description(enum letter_template_key key);
bool letter_template_from_name(const char *name, enum letter_template_key *out);

/* Checks `text`; `name` stands in messages. The template lives in `mem`. */
bool letter_template_parse(const char *name, const char *text, size_t bytes, struct arena *mem,
			   struct letter_template **out, struct fault *f);

/* Fills it. Blank fields leave nothing behind: no empty row, item, paragraph or double blank. */
bool letter_template_fill(const struct letter_template *template, const struct letter_facts *facts, struct arena *mem,
			  struct document *out, struct fault *f);

/* Reads data/letters/<name>: from `config_folder`/letters when it is there, else from `data_folder`/letters. *version
 * is the file's own "version:" line of the head, "1" when it has none. */
bool letter_template_load(enum letter_template_key key, const char *config_folder, const char *data_folder,
			  struct arena *mem, struct letter_template **out, struct fault *f);
const char *letter_template_version(const struct letter_template *template);

#endif
