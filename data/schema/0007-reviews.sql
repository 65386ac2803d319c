-- Reviews before they are held: the update asked of the social worker, why one is earlier, looked-after children.

-- Why a review is wanted earlier, and by when. Said once and kept: nothing moves it later again. `after_on` is the
-- conference that the review follows.
CREATE TABLE review_early (
	id INTEGER PRIMARY KEY,
	plan_id INTEGER NOT NULL REFERENCES plan,
	family_id INTEGER NOT NULL REFERENCES family,
	asked_at INTEGER NOT NULL,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	asked_on TEXT NOT NULL,
	review_by TEXT NOT NULL,
	after_on TEXT NOT NULL,
	"trigger" TEXT NOT NULL CHECK ("trigger" IN ('plan_to_end', 'further_harm', 'plan_fails', 'risky_person', 'change',
		'safer_place', 'complaint', 'other')),
	why TEXT NOT NULL CHECK (why <> ''),
	told TEXT NOT NULL DEFAULT '',
	CHECK (review_by >= asked_on)
) STRICT;
CREATE INDEX review_early_of ON review_early (plan_id);
CREATE INDEX review_early_family ON review_early (family_id);

-- Evidence. Only whose family it is may still turn out otherwise, when one was entered twice.
CREATE TRIGGER review_early_is_never_changed BEFORE UPDATE OF id, plan_id, asked_at, by_user, asked_on, review_by, after_on,
	"trigger", why, told ON review_early
BEGIN
	SELECT RAISE(ABORT, 'why a review was brought forward is never changed');
END;
CREATE TRIGGER review_early_is_never_deleted BEFORE DELETE ON review_early
BEGIN
	SELECT RAISE(ABORT, 'why a review was brought forward is never changed');
END;

-- The social worker was asked who is to come and what has changed, and answered. One row each time somebody asked.
CREATE TABLE review_update (
	id INTEGER PRIMARY KEY,
	family_id INTEGER NOT NULL REFERENCES family,
	by_user TEXT NOT NULL CHECK (by_user <> ''),
	asked_of TEXT NOT NULL CHECK (asked_of <> ''),
	asked_on TEXT NOT NULL,
	way TEXT NOT NULL CHECK (way IN ('email', 'telephone', 'in_person', 'manager')),
	answered_on TEXT,
	answer TEXT NOT NULL DEFAULT '',
	version INTEGER NOT NULL DEFAULT 1,
	CHECK ((answered_on IS NULL) = (answer = '')),
	CHECK (answered_on IS NULL OR answered_on >= asked_on)
) STRICT;
CREATE INDEX review_update_family ON review_update (family_id);
CREATE TABLE review_update_plan (
	plan_id INTEGER NOT NULL REFERENCES plan,
	update_id INTEGER NOT NULL REFERENCES review_update,
	PRIMARY KEY (plan_id, update_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_update_plans ON review_update_plan (update_id);

CREATE TRIGGER review_update_is_never_deleted BEFORE DELETE ON review_update
BEGIN
	SELECT RAISE(ABORT, 'that an update was asked for is never deleted');
END;

-- Since when a child is looked after, and under what. Dual status where it is on a plan too.
CREATE TABLE looked_after (
	id INTEGER PRIMARY KEY,
	person_id INTEGER NOT NULL REFERENCES person,
	since TEXT NOT NULL,
	ended_on TEXT,
	status TEXT NOT NULL CHECK (status IN ('accommodated', 'interim_care_order', 'care_order', 'placement_order',
		'emergency_protection', 'police_protection', 'remand', 'not_said')),
	next_review_on TEXT,
	version INTEGER NOT NULL DEFAULT 1,
	CHECK (ended_on IS NULL OR ended_on >= since)
) STRICT;
CREATE UNIQUE INDEX looked_after_now ON looked_after (person_id) WHERE ended_on IS NULL;
CREATE INDEX looked_after_of ON looked_after (person_id);

-- The looked-after review is held after the conference, in one meeting: when it begins.
CREATE TABLE combined_review (
	conference_id INTEGER PRIMARY KEY REFERENCES conference,
	starts INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
	version INTEGER NOT NULL DEFAULT 1
) STRICT;
