/* Every file of src/store that holds SQL has one line here, so that one test can look at each statement. */
#ifndef STORE_STATEMENT_LIST_H
#define STORE_STATEMENT_LIST_H

#include "store/store.h"

/* FILE_OF_STATEMENTS(plan) stands for `plan_statements`, an array of pointers that ends with NULL. In alphabetical
 * order. */
#define EVERY_FILE_OF_STATEMENTS                                                                                       \
	FILE_OF_STATEMENTS(audit)                                                                                      \
	FILE_OF_STATEMENTS(audit_erase)                                                                                \
	FILE_OF_STATEMENTS(audit_trail)                                                                                \
	FILE_OF_STATEMENTS(audit_verify)                                                                               \
	FILE_OF_STATEMENTS(authority)                                                                                  \
	FILE_OF_STATEMENTS(booking)                                                                                    \
	FILE_OF_STATEMENTS(bundle)                                                                                     \
	FILE_OF_STATEMENTS(check)                                                                                      \
	FILE_OF_STATEMENTS(child_decision)                                                                             \
	FILE_OF_STATEMENTS(child_events)                                                                               \
	FILE_OF_STATEMENTS(complaint)                                                                                  \
	FILE_OF_STATEMENTS(conference)                                                                                 \
	FILE_OF_STATEMENTS(conflict)                                                                                   \
	FILE_OF_STATEMENTS(contact)                                                                                    \
	FILE_OF_STATEMENTS(core_group_board)                                                                           \
	FILE_OF_STATEMENTS(core_group)                                                                                 \
	FILE_OF_STATEMENTS(core_group_busy)                                                                            \
	FILE_OF_STATEMENTS(core_group_said)                                                                            \
	FILE_OF_STATEMENTS(deadline)                                                                                   \
	FILE_OF_STATEMENTS(delivery)                                                                                   \
	FILE_OF_STATEMENTS(directory)                                                                                  \
	FILE_OF_STATEMENTS(disclosure)                                                                                 \
	FILE_OF_STATEMENTS(draft)                                                                                      \
	FILE_OF_STATEMENTS(enquiry)                                                                                    \
	FILE_OF_STATEMENTS(episode)                                                                                    \
	FILE_OF_STATEMENTS(escalation)                                                                                 \
	FILE_OF_STATEMENTS(family)                                                                                     \
	FILE_OF_STATEMENTS(feedback)                                                                                   \
	FILE_OF_STATEMENTS(find)                                                                                       \
	FILE_OF_STATEMENTS(gather)                                                                                     \
	FILE_OF_STATEMENTS(health)                                                                                     \
	FILE_OF_STATEMENTS(invitee)                                                                                    \
	FILE_OF_STATEMENTS(letter)                                                                                     \
	FILE_OF_STATEMENTS(letter_list)                                                                                \
	FILE_OF_STATEMENTS(list_enquiry)                                                                               \
	FILE_OF_STATEMENTS(live)                                                                                       \
	FILE_OF_STATEMENTS(merge)                                                                                      \
	FILE_OF_STATEMENTS(merge_record)                                                                               \
	FILE_OF_STATEMENTS(matrix)                                                                                     \
	FILE_OF_STATEMENTS(meeting)                                                                                    \
	FILE_OF_STATEMENTS(notice)                                                                                     \
	FILE_OF_STATEMENTS(paper)                                                                                      \
	FILE_OF_STATEMENTS(parent)                                                                                     \
	FILE_OF_STATEMENTS(person)                                                                                     \
	FILE_OF_STATEMENTS(plan)                                                                                       \
	FILE_OF_STATEMENTS(plan_action)                                                                                \
	FILE_OF_STATEMENTS(plan_ending)                                                                                \
	FILE_OF_STATEMENTS(plan_list)                                                                                  \
	FILE_OF_STATEMENTS(plan_network)                                                                               \
	FILE_OF_STATEMENTS(plan_version)                                                                               \
	FILE_OF_STATEMENTS(record)                                                                                     \
	FILE_OF_STATEMENTS(reference)                                                                                  \
	FILE_OF_STATEMENTS(report)                                                                                     \
	FILE_OF_STATEMENTS(restriction)                                                                                \
	FILE_OF_STATEMENTS(erase)                                                                                      \
	FILE_OF_STATEMENTS(erase_people)                                                                               \
	FILE_OF_STATEMENTS(erase_words)                                                                                \
	FILE_OF_STATEMENTS(retention)                                                                                  \
	FILE_OF_STATEMENTS(retention_facts)                                                                            \
	FILE_OF_STATEMENTS(review)                                                                                     \
	FILE_OF_STATEMENTS(review_horizon)                                                                             \
	FILE_OF_STATEMENTS(search)                                                                                     \
	FILE_OF_STATEMENTS(settle)                                                                                     \
	FILE_OF_STATEMENTS(timeline)                                                                                   \
	FILE_OF_STATEMENTS(staff)                                                                                      \
	FILE_OF_STATEMENTS(transfer)                                                                                   \
	FILE_OF_STATEMENTS(view)                                                                                       \
	FILE_OF_STATEMENTS(visit)                                                                                      \
	FILE_OF_STATEMENTS(watch)                                                                                      \
	FILE_OF_STATEMENTS(worklist)

#define FILE_OF_STATEMENTS(name) extern const struct statement *const name##_statements[];
EVERY_FILE_OF_STATEMENTS
#undef FILE_OF_STATEMENTS

/* Ends with NULL. */
extern const struct statement *const *const statement_files[];

#endif
