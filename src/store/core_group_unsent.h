/* The day of the core group that a family held last, while its record went to nobody: NULL when it did, or none was
 * held. Letters that wait are on their way. */
#ifndef STORE_CORE_GROUP_UNSENT_H
#define STORE_CORE_GROUP_UNSENT_H

#define CORE_GROUP_UNSENT(family)                                                                                      \
	"(SELECT um.day FROM core_group_meeting AS um WHERE um.id = (SELECT uh.id FROM core_group AS ug CROSS JOIN"    \
	" core_group_meeting AS uh ON uh.core_group_id = ug.id WHERE ug.family_id = " family                           \
	" AND uh.state = 'held' ORDER BY uh.day DESC, uh.id DESC LIMIT 1)"                                             \
	" AND NOT EXISTS (SELECT 1 FROM core_group_sent AS us WHERE us.meeting_id = um.id)"                            \
	" AND NOT EXISTS (SELECT 1 FROM notice AS un JOIN delivery AS ud ON ud.letter_id = un.letter_id"               \
	" WHERE un.subject_id = um.id AND un.kind = 'core_group_record'"                                               \
	" AND ud.state IN ('waiting', 'sending', 'sent', 'unsure')))"

#endif
