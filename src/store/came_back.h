/* Whether mail to a person comes back: told from their letters, so that a corrected address is good again by itself. */
#ifndef STORE_CAME_BACK_H
#define STORE_CAME_BACK_H

/* The last day on which e-mail to the present address of `person`, an alias of the table, came back; NULL when none
 * did, or when the same letter went to the same address since and stayed there. */
#define MAIL_CAME_BACK(person)                                                                                         \
	"(SELECT max(date(b.settled_at, 'unixepoch')) FROM (SELECT w.id FROM invitee AS v JOIN letter AS w"            \
	" ON w.invitee_id = v.id WHERE v.person_id = " person ".id UNION ALL SELECT t.letter_id FROM notice AS t"      \
	" WHERE t.person_id = " person ".id) AS o JOIN delivery AS b ON b.letter_id = o.id WHERE b.method = 'email'"   \
	" AND b.state = 'bounced' AND b.address = " person ".email AND " person ".email <> ''"                         \
	" AND NOT EXISTS (SELECT 1 FROM delivery AS n WHERE n.letter_id = b.letter_id AND n.id > b.id"                 \
	" AND n.state = 'sent' AND n.address = b.address))"

#endif
