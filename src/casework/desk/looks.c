/* What this session has looked at: the same look again, because others changed something, leaves no second row. */
#include "looks.h"

static int64_t digest_of(const char *action, enum subject_kind kind, int64_t subject, int64_t family)
{
	const int64_t parts[] = {(int64_t)kind, subject, family};
	uint64_t digest = 0xcbf29ce484222325u;

	for (; *action; action++)
		digest = (digest ^ (unsigned char)*action) * 0x100000001b3u;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		digest = (digest ^ (uint64_t)parts[i]) * 0x9e3779b97f4a7c15u;
	return (int64_t)(digest | 1); /* 0 is no member of a set */
}

bool look_is_again(struct casework *cw, const char *action, enum subject_kind kind, int64_t subject, int64_t family)
{
	int64_t digest = digest_of(action, kind, subject, family);

	if (cw->is_reading_again && seen_has(&cw->looks, digest))
		return true;
	seen_add(&cw->looks, digest); /* without memory the row is written twice */
	return false;
}
