/* Who may see what: the words every reading of many families carries, so that nothing of a hidden one is even read.
 * Each statement that uses them has the parameter :user. */
#ifndef STORE_MAY_SEE_H
#define STORE_MAY_SEE_H

/* Of a row of `family` that stands in the statement as `f`; as another name; by a family's id alone. */
#define MAY_SEE_AS(f)                                                                                                  \
	"(" f ".is_restricted = 0 OR EXISTS (SELECT 1 FROM family_access AS fa WHERE fa.family_id = " f                \
	".id AND fa.user_id = :user))"
#define MAY_SEE        MAY_SEE_AS("f")
#define MAY_SEE_ID(id) "EXISTS (SELECT 1 FROM family AS fs WHERE fs.id = " id " AND " MAY_SEE_AS("fs") ")"

#endif
