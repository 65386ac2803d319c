/* The safety network of a plan, to whom its versions were given, how safe the children were said to be between
 * conferences, and what is overdue in all plans. */
#include "keep.h"
#include "live_tokens.h"
#include "may_see.h"
#include "plan_frozen.h"
#include "statement_list.h"
#include "store/plan_version_store.h"

static const struct column network_columns[] = {
	COLUMN(struct plan_network, id, ID),        COLUMN(struct plan_network, plan_version_id, ID),
	COLUMN(struct plan_network, person_id, ID), COLUMN(struct plan_network, position, INT),
	COLUMN(struct plan_network, name, TEXT),    COLUMN(struct plan_network, relation, TEXT),
	COLUMN(struct plan_network, does, TEXT),    COLUMN(struct plan_network, version, INTEGER),
};
static const struct column_list networks = COLUMN_LIST(struct plan_network, network_columns);

static const struct column given_columns[] = {
	COLUMN(struct plan_given, id, ID),        COLUMN(struct plan_given, plan_version_id, ID),
	COLUMN(struct plan_given, who, TEXT),     COLUMN(struct plan_given, how, TEXT),
	COLUMN(struct plan_given, given_on, DAY), COLUMN(struct plan_given, by_user, TEXT),
};
static const struct column_list givens = COLUMN_LIST(struct plan_given, given_columns);

static const struct column scale_columns[] = {
	COLUMN(struct plan_scale_said, id, ID),        COLUMN(struct plan_scale_said, family_id, ID),
	COLUMN(struct plan_scale_said, person_id, ID), COLUMN(struct plan_scale_said, said_on, DAY),
	COLUMN(struct plan_scale_said, who, TEXT),     COLUMN(struct plan_scale_said, scale, INT),
	COLUMN(struct plan_scale_said, why, TEXT),     COLUMN(struct plan_scale_said, by_user, TEXT),
};
static const struct column_list scales = COLUMN_LIST(struct plan_scale_said, scale_columns);

static const struct column overdue_columns[] = {
	COLUMN(struct overdue_action, action_id, ID),
	COLUMN(struct overdue_action, family_id, ID),
	COLUMN(struct overdue_action, reference, TEXT),
	COLUMN(struct overdue_action, name, TEXT),
	COLUMN(struct overdue_action, plans, INTEGER),
	COLUMN(struct overdue_action, what, TEXT),
	COLUMN(struct overdue_action, who, TEXT),
	COLUMN(struct overdue_action, by_on, DAY),
	COLUMN_AS(struct overdue_action, state, plan_action_state_tokens),
};
static const struct column_list overdues = COLUMN_LIST(struct overdue_action, overdue_columns);

static const struct column standing_columns[] = {
	COLUMN(struct action_standing, family_id, ID),   COLUMN(struct action_standing, plans, INTEGER),
	COLUMN(struct action_standing, open, INTEGER),   COLUMN(struct action_standing, overdue, INTEGER),
	COLUMN(struct action_standing, reference, TEXT), COLUMN(struct action_standing, name, TEXT),
	COLUMN(struct action_standing, owing, TEXT),     COLUMN(struct action_standing, first_by, DAY),
};
static const struct column_list standings = COLUMN_LIST(struct action_standing, standing_columns);

static const struct statement network_add = {
	"INSERT INTO plan_network (plan_version_id, person_id, position, name, relation, does) VALUES"
	" (:plan_version_id, :person_id, :position, :name, :relation, :does)",
	true};
static const struct statement network_save = {
	"UPDATE plan_network SET person_id = :person_id, position = :position, name = :name, relation = :relation,"
	" does = :does, version = version + 1 WHERE id = :id AND version = :version",
	true};
static const struct statement network_delete = {"DELETE FROM plan_network WHERE id = :id AND version = :version", true};
static const struct statement network_read = {
	"SELECT id, plan_version_id, person_id, position, name, relation, does, version FROM plan_network"
	" WHERE plan_version_id = :plan ORDER BY position, id",
	true};
static const struct statement given_add = {
	"INSERT INTO plan_given (plan_version_id, who, how, given_on, by_user) VALUES (:plan_version_id, :who, :how,"
	" :given_on, :by_user)",
	true};
static const struct statement given_read = {
	"SELECT id, plan_version_id, who, how, given_on, by_user FROM plan_given WHERE plan_version_id = :plan"
	" ORDER BY given_on, id",
	true};
static const struct statement scale_add = {
	"INSERT INTO plan_scale (family_id, person_id, said_on, who, scale, why, by_user) VALUES (:family_id,"
	" :person_id, :said_on, :who, :scale, :why, :by_user)",
	true};
static const struct statement scales_read = {
	"SELECT id, family_id, person_id, said_on, who, scale, why, by_user FROM plan_scale WHERE family_id = :family"
	" ORDER BY said_on, id",
	true};
/* For all the children, or for one who lives: for a child who was lost nothing is to be done any more. */
#define FOR_THE_LIVING "(a.person_id IS NULL OR (SELECT died_on FROM person WHERE id = a.person_id) IS NULL)"

/* Of each family with an open plan of ours the version that was given out last. */
static const struct statement overdue_read = {
	"WITH open_plan AS MATERIALIZED (SELECT family_id, count(*) AS plans FROM plan WHERE ended_on IS NULL"
	" AND is_other_authority = 0"
	" GROUP BY family_id) SELECT a.id AS action_id, f.id AS family_id, f.reference, f.name, o.plans, a.what, a.who,"
	" a.by_on, a.state FROM open_plan AS o CROSS JOIN family AS f ON f.id = o.family_id CROSS JOIN plan_action AS a"
	" ON a.plan_version_id = (SELECT v.id FROM plan_version AS v WHERE v.family_id = o.family_id AND"
	" v.issued_on IS NOT NULL ORDER BY v.number DESC LIMIT 1) WHERE a.state IN ('open', 'partly')"
	" AND a.by_on < :today AND " FOR_THE_LIVING " AND " MAY_SEE " ORDER BY a.who, a.by_on, f.name, a.id",
	false}; /* every open plan is looked at, nothing that ended */

static const struct statement standing_read = {
	"WITH open_plan AS MATERIALIZED (SELECT family_id, count(*) AS plans FROM plan WHERE ended_on IS NULL"
	" AND is_other_authority = 0"
	" AND :family IN (0, family_id) GROUP BY family_id), undone AS (SELECT o.family_id, o.plans, a.by_on,"
	" iif(a.who = '', 'nobody named', a.who) AS who FROM open_plan AS o CROSS JOIN plan_action AS a"
	" ON a.plan_version_id = (SELECT v.id FROM plan_version AS v WHERE v.family_id = o.family_id AND"
	" v.issued_on IS NOT NULL ORDER BY v.number DESC LIMIT 1) WHERE a.state IN ('open', 'partly')"
	" AND a.by_on IS NOT NULL AND " FOR_THE_LIVING ") SELECT f.id AS family_id, u.plans, count(*) AS open,"
	" sum(u.by_on < :today) AS overdue, f.reference, f.name,"
	" coalesce(replace(replace(group_concat(DISTINCT iif(u.by_on < :today, replace(u.who, ',', char(31)), NULL)), "
	"',', "
	"'; '), char(31), ','), '')" /* a name may hold a comma: "Amelia Okonkwo, mother" */
	" AS owing, min(u.by_on) AS first_by FROM undone AS u"
	" JOIN family AS f ON f.id = u.family_id WHERE " MAY_SEE " GROUP BY f.id",
	false}; /* every open plan is looked at, nothing that ended */

const struct statement *const plan_network_statements[] = {
	&network_add, &network_save, &network_delete, &network_read,  &given_add, &given_read,
	&scale_add,   &scales_read,  &overdue_read,   &standing_read, NULL};

bool plan_network_keep(struct store *s, struct plan_network *one, struct fault *f)
{
	static const struct keeping how = {&network_add, &network_save, "this helper"};

	return keep_row_by_id(s, &how, &networks, one, &one->id, &one->version, f) || plan_frozen(s, f);
}

bool plan_network_drop(struct store *s, int64_t id, int64_t version, struct fault *f)
{
	return keep_drop(s, &network_delete, "this helper", id, version, f) || plan_frozen(s, f);
}

bool plan_network_of(struct store *s, int64_t plan, struct arena *mem, struct plan_network_list *out, struct fault *f)
{
	return store_select(s, &network_read, PARAMETERS(PARAMETER_ID("plan", plan)), &networks, mem, out, f);
}

bool plan_given_insert(struct store *s, struct plan_given *given, struct fault *f)
{
	if (!store_change(s, &given_add, &givens, given, NULL, NULL, f))
		return false;
	given->id = store_last_id(s);
	return true;
}

bool plan_given_of(struct store *s, int64_t plan, struct arena *mem, struct plan_given_list *out, struct fault *f)
{
	return store_select(s, &given_read, PARAMETERS(PARAMETER_ID("plan", plan)), &givens, mem, out, f);
}

bool plan_scale_insert(struct store *s, struct plan_scale_said *said, struct fault *f)
{
	if (!store_change(s, &scale_add, &scales, said, NULL, NULL, f))
		return false;
	said->id = store_last_id(s);
	return true;
}

bool plan_scales_of_family(struct store *s, int64_t family, struct arena *mem, struct plan_scale_said_list *out,
			   struct fault *f)
{
	return store_select(s, &scales_read, PARAMETERS(PARAMETER_ID("family", family)), &scales, mem, out, f);
}

bool plan_actions_overdue(struct store *s, int64_t user, day_number today, struct arena *mem,
			  struct overdue_action_list *out, struct fault *f)
{
	return store_select(s, &overdue_read, PARAMETERS(PARAMETER_ID("user", user), PARAMETER_DAY("today", today)),
			    &overdues, mem, out, f);
}

bool plan_actions_standing(struct store *s, int64_t user, int64_t family, day_number today, struct arena *mem,
			   struct action_standing_list *out, struct fault *f)
{
	*out = (struct action_standing_list){0};
	return store_select(s, &standing_read,
			    PARAMETERS(PARAMETER_ID("user", user), PARAMETER_INTEGER("family", family),
				       PARAMETER_DAY("today", today)),
			    &standings, mem, out, f);
}
