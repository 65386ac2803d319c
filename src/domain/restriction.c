/* The words of what a manager is told. */
#include "domain/restriction.h"

static const struct {
	const char *token, *label;
} kinds[] = {
#define X(id, token, label) [ACCESS_##id] = {token, label},
	ACCESS_KINDS(X)
#undef X
};

const char *access_kind_token(enum access_kind kind)
{
	return (unsigned)kind < ACCESS_KIND_COUNT ? kinds[kind].token : "";
}

const char *access_kind_label(enum access_kind kind)
{
	return (unsigned)kind < ACCESS_KIND_COUNT ? kinds[kind].label : "";
}
