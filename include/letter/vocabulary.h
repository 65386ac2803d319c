/* What a letter's template may name. One table: the loader refuses any other word with line and column, casework fills
 * fields by the enum, and docs/letters.md is written from the descriptions. A field of a list can be named only inside
 * `{{#each list}}`. */
#ifndef LETTER_VOCABULARY_H
#define LETTER_VOCABULARY_H

#include <stdbool.h>

/* id, name in a template, what one row is */
#define LETTER_LISTS(X)                                                                                                \
	X(CHILDREN, "children", "a child the conference is about")                                                     \
	X(PEOPLE, "people", "someone who is invited, as far as this reader may know")                                  \
	X(ADULTS, "adults", "an adult of the family, for professionals")                                               \
	X(REPORTS, "reports", "a report this reader will get, or that the bundle holds")                               \
	X(MISSING, "missing", "a report that is not in, and why")                                                      \
	X(WAYS, "ways", "a way to give views without coming")                                                          \
	X(NEEDS, "needs", "something that is arranged for this reader")                                                \
	X(PARTS, "parts", "a sitting of a conference held in parts")                                                   \
	X(QUESTIONS, "questions", "a heading of the report form")                                                      \
	X(DECISIONS, "decisions", "what was decided for one child, as far as this reader may know")                    \
	X(RECOMMENDATIONS, "recommendations", "what the conference recommends besides")                                \
	X(ACTIONS, "actions", "what the plan says somebody will do")                                                   \
	X(NETWORK, "network", "somebody of the family's own people who helps")                                         \
	X(CORE_GROUP, "core_group", "somebody who is in the core group")                                               \
	X(NOTICES, "notices", "a child whose plan started, changed or ended, for an agency that must know")            \
	X(AGENDA, "agenda", "a point of the agenda")                                                                   \
	X(STATEMENTS, "statements", "a text that is read out at the start")                                            \
	X(ATTENDEES, "attendees", "somebody who signs the attendance sheet")                                           \
	X(SECTIONS, "sections", "a paragraph of the record, as far as this reader gets it")                            \
	X(FEEDBACK, "feedback", "a question of the feedback form")

/* id, list or NONE, name in a template, description */
#define LETTER_FIELDS(X)                                                                                               \
	X(RECIPIENT_NAME, NONE, "recipient.name", "name of the person written to")                                     \
	X(RECIPIENT_ADDRESS, NONE, "recipient.address", "postal address, one line each; empty when not by post")       \
	X(RECIPIENT_GREETING, NONE, "recipient.greeting", "the name after \"Dear\"")                                   \
	X(RECIPIENT_CAPACITY, NONE, "recipient.capacity", "mother, school, solicitor ...")                             \
	X(RECIPIENT_AGENCY, NONE, "recipient.agency", "agency of a professional")                                      \
	X(RECIPIENT_METHOD, NONE, "recipient.method", "how the letter goes: e-mail, post ...")                         \
	X(IS_CHILD, NONE, "is.child", "yes when the reader is a child of the conference")                              \
	X(IS_YOUNG, NONE, "is.young",                                                                                  \
	  "yes when that child is younger than the age from which children are encouraged")                            \
	X(IS_FROM_CHAIR, NONE, "is.from_chair", "yes when the chair invites the children here")                        \
	X(IS_PARENT, NONE, "is.parent", "yes when the reader has parental responsibility or is a parent")              \
	X(IS_FAMILY, NONE, "is.family", "yes for every family member")                                                 \
	X(IS_PROFESSIONAL, NONE, "is.professional", "yes for an agency's contact")                                     \
	X(IS_POLICE, NONE, "is.police", "yes for the police")                                                          \
	X(IS_PROBATION, NONE, "is.probation", "yes for probation, which is always asked for written information")      \
	X(IS_SUPPORTER, NONE, "is.supporter", "yes for a supporter, advocate or solicitor of a family member")         \
	X(IS_SOLICITOR, NONE, "is.solicitor", "yes for the solicitor of a family member")                              \
	X(IS_ADVOCATE, NONE, "is.advocate", "yes for an advocate")                                                     \
	X(IS_REPRESENTATIVE, NONE, "is.representative", "yes for someone who comes in place of another")               \
	X(IS_INTERPRETER, NONE, "is.interpreter", "yes for an interpreter")                                            \
	X(REPRESENTED_NAME, NONE, "represented.name",                                                                  \
	  "whom a supporter, solicitor, advocate or representative comes for")                                         \
	X(REPRESENTED_WHY, NONE, "represented.why", "in hospital, in custody ...")                                     \
	X(AUTHORITY_NAME, NONE, "authority.name", "name of the council")                                               \
	X(AUTHORITY_ADDRESS, NONE, "authority.address", "postal address of the conference unit, one line each")        \
	X(AUTHORITY_PHONE, NONE, "authority.phone", "telephone of the conference unit")                                \
	X(AUTHORITY_EMAIL, NONE, "authority.email", "secure address of the conference unit")                           \
	X(AUTHORITY_COMPLAINTS, NONE, "authority.complaints", "where to complain, as a sentence")                      \
	X(SENDER_NAME, NONE, "sender.name", "the officer who sends it")                                                \
	X(DATE, NONE, "date", "day of the letter: Thursday 12 March 2026")                                             \
	X(CONFERENCE_REFERENCE, NONE, "conference.reference", "C-0421")                                                \
	X(CONFERENCE_TYPE, NONE, "conference.type", "initial, review ... in words inside a sentence")                  \
	X(CONFERENCE_DAY, NONE, "conference.day", "Thursday 2 April 2026")                                             \
	X(CONFERENCE_TIME, NONE, "conference.time", "10:00: of this reader's own sitting where there are several")     \
	X(CONFERENCE_ENDS, NONE, "conference.ends", "11:30")                                                           \
	X(CONFERENCE_ARRIVE, NONE, "conference.arrive", "09:30: when family members meet the chair")                   \
	X(CONFERENCE_ARRIVE_EARLY, NONE, "conference.arrive_early", "30: minutes")                                     \
	X(CONFERENCE_PLACE, NONE, "conference.place", "room and venue")                                                \
	X(CONFERENCE_LINK, NONE, "conference.link", "how to join by video; empty when in person")                      \
	X(CONFERENCE_REASON, NONE, "conference.reason", "why it is held, in sentences, for professionals")             \
	X(CONFERENCE_CHAIR, NONE, "conference.chair", "name of the chair")                                             \
	X(CONFERENCE_CHAIR_TITLE, NONE, "conference.chair_title", "what this council calls its chairs")                \
	X(CONFERENCE_SOCIAL_WORKER, NONE, "conference.social_worker", "name of the social worker")                     \
	X(IS_INITIAL, NONE, "is.initial", "yes for an initial, pre-birth or transfer-in conference")                   \
	X(IS_REVIEW, NONE, "is.review", "yes for a review, and for another conference about children with a plan")     \
	X(IS_SECOND, NONE, "is.second", "yes for a second conference after a complaint")                               \
	X(CONFERENCE_BEFORE, NONE, "conference.before", "the day of the conference that a second one looks at again")  \
	X(IS_PRE_BIRTH, NONE, "is.pre_birth", "yes for a pre-birth conference")                                        \
	X(IS_EARLIER, NONE, "is.earlier", "yes for a review that is held sooner than was planned")                     \
	X(REVIEW_WHY_EARLIER, NONE, "review.why_earlier",                                                              \
	  "why it is sooner, as was said for letters and this reader may know")                                        \
	X(LOOKED_AFTER_TIME, NONE, "looked_after.time",                                                                \
	  "11:30: when the looked-after review begins that follows in the same room")                                  \
	X(FAMILY_NAME, NONE, "family.name", "name the family is listed under")                                         \
	X(FAMILY_REFERENCE, NONE, "family.reference", "FAM-0421")                                                      \
	X(STRATEGY_DAY, NONE, "strategy.day", "day of the strategy discussion, for professionals")                     \
	X(INTERPRETER_LANGUAGE, NONE, "interpreter.language",                                                          \
	  "language in which an interpreter comes for this reader")                                                    \
	X(SIGNING, NONE, "signing", "sign language arranged for this reader")                                          \
	X(ACCESS, NONE, "access", "what this reader needs of the room")                                                \
	X(CHILDCARE, NONE, "childcare", "help with childcare that was asked for")                                      \
	X(TRANSPORT, NONE, "transport", "help with the journey that was asked for")                                    \
	X(SUPPORTER_NAME, NONE, "supporter.name", "the supporter this reader named")                                   \
	X(SOLICITOR_NAME, NONE, "solicitor.name", "this reader's solicitor")                                           \
	X(REPRESENTATIVE_NAME, NONE, "representative.name", "who is invited to come in this reader's place")           \
	X(ADVOCATE_NAME, NONE, "advocate.name", "this child's advocate")                                               \
	X(ADVOCATE_OFFERED, NONE, "advocate.offered", "yes when an advocate is offered")                               \
	X(ENCOURAGE_AGE, NONE, "encourage.age", "age from which children are encouraged to come")                      \
	X(REPLY_BY, NONE, "reply.by", "day by which to answer")                                                        \
	X(REPORT_TITLE, NONE, "report.title", "which report is asked for")                                             \
	X(REPORT_DUE, NONE, "report.due", "Thursday 26 March 2026")                                                    \
	X(REPORT_DAYS, NONE, "report.days", "2 working days before the conference")                                    \
	X(REPORT_COPIES, NONE, "report.copies", "paper copies to bring; empty when none")                              \
	X(REPORT_SHARE_BY, NONE, "report.share_by", "day by which the family must have read it")                       \
	X(REPORT_NOT_SHARED, NONE, "report.not_shared", "yes when this report never goes to the family")               \
	X(REPORT_OWED_BY, NONE, "report.owed_by", "the person and the agency whose report is not in")                  \
	X(CHASER_NUMBER, NONE, "chaser.number", "first, second, third")                                                \
	X(CHASER_LATE, NONE, "chaser.late", "2 working days late; empty while not late")                               \
	X(CHASER_EARLIER, NONE, "chaser.earlier", "days on which it was asked for before")                             \
	X(MANAGER_NAME, NONE, "manager.name", "manager who is told of a report that is not in")                        \
	X(MANAGER_TOLD, NONE, "manager.told", "yes when the manager is written to with this reminder")                 \
	X(EXCLUSION_WHOLE, NONE, "exclusion.whole", "yes when the reader is asked not to come at all")                 \
	X(EXCLUSION_PART, NONE, "exclusion.part", "for which part: from 10:00 to 10:45")                               \
	X(EXCLUSION_REASON, NONE, "exclusion.reason", "why, in sentences for this reader")                             \
	X(EXCLUSION_OTHER_WAY, NONE, "exclusion.other_way", "how the reader can give views instead, as a sentence")    \
	X(EXCLUSION_RECORD, NONE, "exclusion.record", "what record the reader will get, as a sentence")                \
	X(IS_REMOVED, NONE, "is.removed",                                                                              \
	  "yes when the conference is held, and the reader is no longer asked to come")                                \
	X(WAS_DAY, NONE, "was.day", "day the conference was to be")                                                    \
	X(WAS_TIME, NONE, "was.time", "its time")                                                                      \
	X(CHANGE_REASON, NONE, "change.reason", "why it moved or was called off, as this reader may know")             \
	X(CHANGE_AGREED_BY, NONE, "change.agreed_by", "who agreed to it")                                              \
	X(INTERIM_PLAN, NONE, "interim.plan", "what keeps the children safe until then, in sentences")                 \
	X(BUNDLE_MADE, NONE, "bundle.made", "when the bundle was made")                                                \
	X(CHILD_NAME, CHILDREN, "child.name", "full name")                                                             \
	X(CHILD_GIVEN, CHILDREN, "child.given", "given name, or \"your unborn baby\"")                                 \
	X(CHILD_BORN, CHILDREN, "child.born", "3 March 2014, or \"expected 15 May 2026\"")                             \
	X(CHILD_ADDRESS, CHILDREN, "child.address", "where the child lives, only where this reader may know")          \
	X(CHILD_ALSO_KNOWN, CHILDREN, "child.also_known", "other names")                                               \
	X(PERSON_NAME, PEOPLE, "person.name", "name")                                                                  \
	X(PERSON_CAPACITY, PEOPLE, "person.capacity", "mother, school, police ...")                                    \
	X(PERSON_AGENCY, PEOPLE, "person.agency", "agency")                                                            \
	X(ADULT_NAME, ADULTS, "adult.name", "full name")                                                               \
	X(ADULT_RELATIONSHIP, ADULTS, "adult.relationship", "mother, father ...")                                      \
	X(ADULT_BORN, ADULTS, "adult.born", "birth date")                                                              \
	X(ADULT_ADDRESS, ADULTS, "adult.address", "address, only where this reader may know")                          \
	X(ADULT_RESPONSIBILITY, ADULTS, "adult.responsibility", "parental responsibility, in words")                   \
	X(REPORT_AGENCY, REPORTS, "report.agency", "whose report")                                                     \
	X(REPORT_FROM, REPORTS, "report.from", "who wrote it")                                                         \
	X(REPORT_BY, REPORTS, "report.by", "day by which this reader gets it; empty when it is with the letter")       \
	X(REPORT_RECEIVED, REPORTS, "report.received", "when it came in")                                              \
	X(REPORT_PAGE, REPORTS, "report.page", "first page in the bundle")                                             \
	X(REPORT_NOTE, REPORTS, "report.note", "for the chair only, put beside the bundle ...")                        \
	X(MISSING_AGENCY, MISSING, "missing.agency", "whose report")                                                   \
	X(MISSING_WHY, MISSING, "missing.why", "not received, chased twice ...")                                       \
	X(WAY, WAYS, "way", "one way, as the end of \"You can\"")                                                      \
	X(NEED, NEEDS, "need", "one thing, as a sentence")                                                             \
	X(PART_TIME, PARTS, "part.time", "10:00 to 11:30")                                                             \
	X(PART_WHO, PARTS, "part.who", "who comes to it")                                                              \
	X(QUESTION, QUESTIONS, "question", "heading on the report form")                                               \
	X(QUESTION_LINES, QUESTIONS, "question.lines", "how many lines to leave")                                      \
	X(IS_KEPT_AWAY, NONE, "is.kept_away", "yes when the reader was kept out of all of the conference")             \
	X(WAS_THERE, NONE, "was.there", "yes when the reader was at the conference")                                   \
	X(IS_PLAN, NONE, "is.plan", "yes when a child the reader may know of has a plan after the conference")         \
	X(IS_PLAN_ENCLOSED, NONE, "is.plan_enclosed", "yes when the outline plan comes with the letter")               \
	X(IS_FEEDBACK_ENCLOSED, NONE, "is.feedback_enclosed",                                                          \
	  "yes when a form comes with it that asks how the conference was")                                            \
	X(CONFERENCE_LIMIT, NONE, "conference.limit", "that a conference cannot take a child away, as a sentence")     \
	X(COMPLAINT_BY, NONE, "complaint.by", "last day to complain of the conference")                                \
	X(COMPLAINT_REFERENCE, NONE, "complaint.reference", "K-0001")                                                  \
	X(COMPLAINT_RECEIVED, NONE, "complaint.received", "day it came in")                                            \
	X(COMPLAINT_ABOUT, NONE, "complaint.about", "what it is about: the process: not heard")                        \
	X(COMPLAINT_WHOSE, NONE, "complaint.whose", "who complains, where the reader is somebody who supports them")   \
	X(COMPLAINT_SPEAK_BY, NONE, "complaint.speak_by",                                                              \
	  "day by which the chair speaks to them; empty when done, or not owed")                                       \
	X(COMPLAINT_ANSWER_BY, NONE, "complaint.answer_by", "day by which they are answered")                          \
	X(COMPLAINT_ANSWER, NONE, "complaint.answer", "the answer, as it was typed")                                   \
	X(COMPLAINT_AGENCY, NONE, "complaint.agency", "the agency it is about; empty when about the conference")       \
	X(COMPLAINT_PASSED_TO, NONE, "complaint.passed_to", "to whom at the agency it was passed")                     \
	X(COMPLAINT_UPHELD, NONE, "complaint.upheld", "yes when the decision stays as it was")                         \
	X(COMPLAINT_REVIEW_BY, NONE, "complaint.review_by", "day to which the review was brought forward")             \
	X(COMPLAINT_SECOND, NONE, "complaint.second", "yes when there will be a second conference with another chair") \
	X(COMPLAINT_NEXT_STAGE, NONE, "complaint.next_stage",                                                          \
	  "where they can take it next: a formal investigation; empty after the last")                                 \
	X(ESCALATION_REFERENCE, NONE, "escalation.reference", "A-0001")                                                \
	X(ESCALATION_CAUSE, NONE, "escalation.cause", "why it is raised: the plan drifts ...")                         \
	X(ESCALATION_ABOUT, NONE, "escalation.about", "whose practice")                                                \
	X(ESCALATION_WORDS, NONE, "escalation.words", "what is wrong and what is asked for, as it was typed")          \
	X(ESCALATION_RAISED_BY, NONE, "escalation.raised_by", "who raised it")                                         \
	X(ESCALATION_RAISED, NONE, "escalation.raised", "the day it was raised")                                       \
	X(ESCALATION_STAGE, NONE, "escalation.stage", "stage 2 of 3, service manager")                                 \
	X(ESCALATION_ANSWER_BY, NONE, "escalation.answer_by", "day by which this stage answers")                       \
	X(ESCALATION_NEXT, NONE, "escalation.next", "who it goes to next; empty at the last stage")                    \
	X(ESCALATION_BEFORE, NONE, "escalation.before", "what was said at the stages before, one line each")           \
	X(IS_DISSENT, NONE, "is.dissent", "yes where it takes a formal dissent further")                               \
	X(PLAN_END_DAY, NONE, "plan_end.day", "day the plan ended")                                                    \
	X(PLAN_END_BECAUSE, NONE, "plan_end.because", "by which event, as a sentence for the family")                  \
	X(PLAN_END_REASON, NONE, "plan_end.reason", "by which event, in the words of the list of plans")               \
	X(PLAN_END_ASKED, NONE, "plan_end.asked", "day its end was asked for")                                         \
	X(PLAN_END_WORDS, NONE, "plan_end.words", "why it is asked for, as it was typed")                              \
	X(PLAN_END_OBJECT_BY, NONE, "plan_end.object_by", "last day for an agency to object")                          \
	X(PLAN_END_SEVERAL, NONE, "plan_end.several", "yes when it is about more than one child this reader reads of") \
	X(MOVE_REFERENCE, NONE, "move.reference", "M-0001")                                                            \
	X(MOVE_AUTHORITY, NONE, "move.authority", "the other authority")                                               \
	X(MOVE_NOTICE, NONE, "move.notice", "day of the written notice")                                               \
	X(MOVE_DAY, NONE, "move.day", "day of the move; empty when it is not known")                                   \
	X(MOVE_UNTIL, NONE, "move.until", "last day of a stay for a time, as far as it is known")                      \
	X(MOVE_ADDRESS, NONE, "move.address", "where they live now, unless that is confidential")                      \
	X(MOVE_ACCEPTED, NONE, "move.accepted", "day it was accepted")                                                 \
	X(MOVE_FOR_A_TIME, NONE, "move.for_a_time", "yes when they stay for a time only")                              \
	X(MOVE_IS_SHORT, NONE, "move.is_short", "yes when that is too short for a conference")                         \
	X(PLAN_DRAFT, NONE, "plan.draft", "yes when this version is being written and was given to nobody yet")        \
	X(PLAN_NUMBER, NONE, "plan.number", "1 is the outline plan, each later version counts on")                     \
	X(PLAN_DAY, NONE, "plan.day", "the day it was given out, or else written")                                     \
	X(PLAN_WORKER, NONE, "plan.worker", "the social worker who leads it")                                          \
	X(PLAN_HARM, NONE, "plan.harm", "what causes harm")                                                            \
	X(PLAN_CHANGE, NONE, "plan.change", "what must change")                                                        \
	X(PLAN_GOALS_SHORT, NONE, "plan.goals_short", "what is safer within the next weeks")                           \
	X(PLAN_GOALS_LONG, NONE, "plan.goals_long", "how safe it must be for the plan to end")                         \
	X(PLAN_OUTCOMES, NONE, "plan.outcomes", "how everyone will know that it is better")                            \
	X(PLAN_CHILD_WISHES, NONE, "plan.child_wishes", "what the children want")                                      \
	X(PLAN_PARENTS_VIEWS, NONE, "plan.parents_views", "what the parents think")                                    \
	X(PLAN_VISITS, NONE, "plan.visits", "how often the children are seen, and by whom")                            \
	X(PLAN_CONTINGENCY, NONE, "plan.contingency", "what happens when it does not get better")                      \
	X(PLAN_ASSESSMENTS, NONE, "plan.assessments", "what still has to be found out")                                \
	X(PLAN_CONTACT_LIMITS, NONE, "plan.contact_limits", "limits of contact")                                       \
	X(PLAN_FORMAT, NONE, "plan.format", "language or format the parents need")                                     \
	X(CORE_GROUP_DAY, NONE, "core_group.day", "day of the next core group, for those who may be there")            \
	X(CORE_GROUP_TOLD_BEFORE, NONE, "core_group.told_before", "the other day this reader was told before")         \
	X(CORE_GROUP_TIME, NONE, "core_group.time", "its time")                                                        \
	X(CORE_GROUP_PLACE, NONE, "core_group.place", "its place")                                                     \
	X(CORE_GROUP_LEAD, NONE, "core_group.lead", "who leads it")                                                    \
	X(CORE_GROUP_CANCELLED, NONE, "core_group.cancelled", "yes when this meeting is cancelled")                    \
	X(CORE_GROUP_NOTES, NONE, "core_group.notes",                                                                  \
	  "what was written down of a meeting, as far as this reader may know")                                        \
	X(CORE_GROUP_RAN, NONE, "core_group.ran", "without the social worker, or not quorate")                         \
	X(CORE_GROUP_NEXT, NONE, "core_group.next", "day of the meeting after it, for those who may be there")         \
	X(CORE_GROUP_ONLY_OF, NONE, "core_group.only_of",                                                              \
	  "the reader's own children, where the family has others of whom they may not read; empty for everybody "     \
	  "else")                                                                                                      \
	X(CORE_GROUP_APART, NONE, "core_group.apart",                                                                  \
	  "yes for somebody from whom a home is kept: asked on their own, without time and place")                     \
	X(REVIEW_DAY, NONE, "review.day", "day of the next review; empty when none is booked")                         \
	X(REVIEW_TIME, NONE, "review.time", "its time")                                                                \
	X(REVIEW_BY, NONE, "review.by", "last day for it, while none is booked")                                       \
	X(RECORD_BY, NONE, "record.by", "day by which the record comes")                                               \
	X(RECORD_APPROVED, NONE, "record.approved", "day on which the chair approved it")                              \
	X(RECORD_EDITION, NONE, "record.edition", "2, 3 ... when it was mended after it went out")                     \
	X(RECORD_WHOLE, NONE, "record.whole", "yes when the reader gets all of it")                                    \
	X(RECORD_OWN_PART, NONE, "record.own_part",                                                                    \
	  "yes when it leaves out what was said while the reader was not there")                                       \
	X(DECISION_CHILD, DECISIONS, "decision.child", "full name")                                                    \
	X(DECISION_GIVEN, DECISIONS, "decision.given", "given name, or \"the unborn baby\"")                           \
	X(DECISION_OWN, DECISIONS, "decision.own", "yes when the child reads it")                                      \
	X(DECISION_STARTS, DECISIONS, "decision.starts", "yes when a plan starts")                                     \
	X(DECISION_CONTINUES, DECISIONS, "decision.continues", "yes when it goes on")                                  \
	X(DECISION_ENDS, DECISIONS, "decision.ends", "yes when it ends")                                               \
	X(DECISION_NO_PLAN, DECISIONS, "decision.no_plan", "yes when there will be none")                              \
	X(DECISION_ADJOURNED, DECISIONS, "decision.adjourned", "yes when the conference did not finish")               \
	X(DECISION_OPEN, DECISIONS, "decision.open", "yes when nothing was decided for a child of the household")      \
	X(DECISION_WORDS, DECISIONS, "decision.words", "plan made, plan continues ... for professionals")              \
	X(DECISION_CATEGORY, DECISIONS, "decision.category", "neglect, physical abuse ...")                            \
	X(DECISION_CATEGORY_WAS, DECISIONS, "decision.category_was",                                                   \
	  "the category before, where a plan goes on under another")                                                   \
	X(DECISION_REASONS, DECISIONS, "decision.reasons", "why, as this reader may know")                             \
	X(DECISION_END_REASON, DECISIONS, "decision.end_reason", "why the plan ends")                                  \
	X(DECISION_NEXT, DECISIONS, "decision.next", "the help that follows when there is no plan")                    \
	X(RECOMMENDATION_WHAT, RECOMMENDATIONS, "recommendation.what", "what is recommended, and for whom")            \
	X(RECOMMENDATION_BY, RECOMMENDATIONS, "recommendation.by", "by when")                                          \
	X(ACTION_WHAT, ACTIONS, "action.what", "what will be done")                                                    \
	X(ACTION_WHO, ACTIONS, "action.who", "who does it")                                                            \
	X(ACTION_BY, ACTIONS, "action.by", "by when")                                                                  \
	X(ACTION_CHILD, ACTIONS, "action.child", "for which child, where it is not for all")                           \
	X(ACTION_STATE, ACTIONS, "action.state", "to do, done, partly done")                                           \
	X(ACTION_EVIDENCE, ACTIONS, "action.evidence", "how that is known")                                            \
	X(ACTION_DIFFERENCE, ACTIONS, "action.difference", "what it changed for the child")                            \
	X(HELPER_NAME, NETWORK, "helper.name", "who of the family's own people helps, as far as this reader may know") \
	X(HELPER_RELATION, NETWORK, "helper.relation", "grandmother, neighbour ...")                                   \
	X(HELPER_DOES, NETWORK, "helper.does", "what they do to keep the children safe")                               \
	X(MEMBER_NAME, CORE_GROUP, "member.name", "name")                                                              \
	X(MEMBER_AGENCY, CORE_GROUP, "member.agency", "agency, or how they belong to the family")                      \
	X(MEMBER_THERE, CORE_GROUP, "member.there", "in the room, by video, apologies: of a meeting that was held")    \
	X(NOTICE_CHILD, NOTICES, "notice.child", "full name")                                                          \
	X(NOTICE_BORN, NOTICES, "notice.born", "birth date, or the day expected")                                      \
	X(NOTICE_ADDRESS, NOTICES, "notice.address", "where the child lives, unless that is confidential")             \
	X(NOTICE_NHS_NUMBER, NOTICES, "notice.nhs_number", "NHS number, for health alone")                             \
	X(NOTICE_CHANGE, NOTICES, "notice.change", "plan started, category changed, plan ended")                       \
	X(NOTICE_CATEGORY, NOTICES, "notice.category", "category of the plan")                                         \
	X(NOTICE_DAY, NOTICES, "notice.day", "the day it holds from")                                                  \
	X(AGENDA_POINT, AGENDA, "agenda.point", "what is spoken of")                                                   \
	X(STATEMENT_TITLE, STATEMENTS, "statement.title", "confidentiality, equality ...")                             \
	X(STATEMENT_WORDS, STATEMENTS, "statement.words", "the text")                                                  \
	X(ATTENDEE_NAME, ATTENDEES, "attendee.name", "name")                                                           \
	X(ATTENDEE_CAPACITY, ATTENDEES, "attendee.capacity", "mother, school nurse ...")                               \
	X(ATTENDEE_AGENCY, ATTENDEES, "attendee.agency", "agency")                                                     \
	X(ATTENDEE_PART, ATTENDEES, "attendee.part", "of the first who comes to a sitting: its time")                  \
	X(ATTENDEE_NEW_SHEET, ATTENDEES, "attendee.new_sheet",                                                         \
	  "yes where a new sheet begins, which others do not see")                                                     \
	X(SECTION_HEADING, SECTIONS, "section.heading", "of the first paragraph of a section")                         \
	X(SECTION_WORDS, SECTIONS, "section.words", "the paragraph")                                                   \
	X(SECTION_ITEM, SECTIONS, "section.item", "the same where it is an item of a list")                            \
	X(FEEDBACK_QUESTION, FEEDBACK, "feedback.question", "what is asked")                                           \
	X(FEEDBACK_FROM, FEEDBACK, "feedback.from", "what 1 means")                                                    \
	X(FEEDBACK_TO, FEEDBACK, "feedback.to", "what 5 means")

enum letter_list {
	LETTER_LIST_NONE = -1,
#define X(id, name, description) LETTER_LIST_##id,
	LETTER_LISTS(X)
#undef X
		LETTER_LIST_COUNT
};

enum letter_field {
#define X(id, list, name, description) LETTER_FIELD_##id,
	LETTER_FIELDS(X)
#undef X
		LETTER_FIELD_COUNT
};

const char *letter_list_name(enum letter_list list);
const char *letter_list_description(enum letter_list list);
const char *letter_field_name(enum letter_field field);
const char *letter_field_description(enum letter_field field);
enum letter_list letter_field_list(enum letter_field field);

/* False when the vocabulary has no such word. */
bool letter_field_from_name(const char *name, enum letter_field *out);
bool letter_list_from_name(const char *name, enum letter_list *out);

#endif
