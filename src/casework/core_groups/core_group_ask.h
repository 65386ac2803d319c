/* Who is told what of a core group's meeting. Inside a look or verb. */
#ifndef CASEWORK_CORE_GROUP_ASK_H
#define CASEWORK_CORE_GROUP_ASK_H

#include "casework/core_groups.h"
#include "work.h"

/* Each member who is still in the group, with what they were told last; of a cancelled meeting those who were asked. */
bool core_group_tellings(struct casework *cw, int64_t family, const struct core_group_meeting *meeting,
			 struct arena *mem, struct core_group_telling_list *out, struct fault *f);
/* That they were told what the line says is to be told. */
bool core_group_told(struct casework *cw, const struct core_group_telling_list *of,
		     const struct core_group_telling_line *line, enum core_group_way how, struct fault *f);

#endif
