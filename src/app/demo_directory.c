/* The invented directory: social workers, chairs and everybody who is asked to a conference. */
#include "demo_directory.h"

#include "base/text.h"
#include "casework/directory.h"
#include "casework/intake.h"
#include "casework/letters.h"

#include <ctype.h>
#include <string.h>

#define FAMILIES_A_WORKER 18

static const struct {
	const char *name, *group, *role;
	int people; /* at the size of a median authority */
} agencies[] = {
	{"Police Public Protection Unit", "police", "detective constable", 5},
	{"Health Visiting", "health", "health visitor", 8},
	{"School Nursing", "health", "school nurse", 6},
	{"Midwifery", "health", "safeguarding midwife", 3},
	{"Community Paediatrics", "health", "paediatrician", 2},
	{"CAMHS", "health", "practitioner", 3},
	{"Adult Mental Health", "health", "care coordinator", 3},
	{"Drug and Alcohol Service", "health", "recovery worker", 3},
	{"Probation", "probation", "probation officer", 3},
	{"Youth Justice", "youth justice", "case manager", 2},
	{"Housing", "housing", "tenancy officer", 3},
	{"Domestic Abuse Service", "voluntary", "adviser", 3},
	{"Advocacy Service", "advocacy", "advocate", 2},
	{"Northgate Infant School", "education", "designated safeguarding lead", 1},
	{"Harbour Primary School", "education", "designated safeguarding lead", 2},
	{"Mill Lane Primary School", "education", "designated safeguarding lead", 2},
	{"Orchard Primary School", "education", "designated safeguarding lead", 2},
	{"St Brannoc's Academy", "education", "designated safeguarding lead", 2},
	{"Beacon Academy", "education", "designated safeguarding lead", 2},
	{"Larch Nursery", "education", "designated safeguarding lead", 1},
	{"Harbour Surgery", "gp", "GP", 2},
	{"Foundry Street Surgery", "gp", "GP", 2},
	{"Priory Surgery", "gp", "GP", 1},
};

/* "Fọlákẹ́ Ọ̀ṣúndé" is folake.osunde@ of a domain kept for examples; what does not fold to plain letters is left out. */
static const char *mailbox(const char *name, struct demo_random *random, struct arena *mem)
{
	char plain[64];
	size_t length = 0;

	for (const char *at = text_fold(mem, name); *at && length + 1 < sizeof plain; at++)
		if (isascii((unsigned char)*at) && (*at != ' ' || length))
			plain[length++] = *at == ' ' ? '.' : *at;
	while (length && plain[length - 1] == '.')
		length--;
	plain[length] = '\0';
	if (length < 3)
		return arena_printf(mem, "desk%d@example.org", demo_between(random, 1, 999));
	return arena_printf(mem, "%s@example.%s", plain, demo_chance(random, 500) ? "org" : "net");
}

static const char *full_name(const struct demo_world *world, struct demo_random *random, struct arena *mem)
{
	const struct demo_culture *culture = demo_culture_drawn(world->names, random);
	enum demo_name_kind kind = demo_chance(random, 700) ? DEMO_WOMEN : DEMO_MEN;

	return arena_printf(mem, "%s %s", demo_word(&culture->words[kind], random),
			    demo_word(&culture->words[DEMO_SURNAMES], random));
}

const char *demo_social_worker(const struct demo_world *world, int number, struct arena *mem)
{
	int workers = 6 + world->families / FAMILIES_A_WORKER;
	struct demo_random random = demo_random_of(world->seed, DEMO_DIRECTORY,
						   1000000u + (uint64_t)(number % workers));

	return full_name(world, &random, mem);
}

static bool enter(struct casework *cw, const struct demo_world *world, const char *agency, const char *group,
		  const char *role, const char *name, uint64_t n, struct arena *mem, struct fault *f)
{
	struct demo_random random = demo_random_of(world->seed, DEMO_DIRECTORY, n);
	enum intake_result result;
	struct intake_contact row = {.agency = agency,
				     .quorum_group = group,
				     .name = name ? name : full_name(world, &random, mem),
				     .role = role,
				     .phone = demo_landline(&random, mem),
				     .checked_on = DAY_NONE};

	row.email = mailbox(row.name, &random, mem);
	if (demo_chance(&random, 800))
		row.checked_on = casework_today(cw) - demo_between(&random, 3, 420);
	return intake_contact(cw, &row, &result, f);
}

/* Six chairs hold a median authority's thirteen conferences a week; a larger one has more of them. */
static int further_chairs(const struct demo_world *world)
{
	int a_week = world->families * 13 / (225 * world->years);

	return a_week > 24 ? (a_week - 20) / 4 : 0;
}

bool demo_enter_directory(struct casework *cw, const struct demo_world *world, struct fault *f)
{
	struct arena mem = {0};
	bool ok = true;
	uint64_t n = 1;

	for (int i = 0; ok && i < 6 + world->families / FAMILIES_A_WORKER; i++)
		ok = enter(cw, world, "Children's Social Care", "social care", "social worker",
			   demo_social_worker(world, i, &mem), n++, &mem, f);
	for (int i = 0; ok && i < 3; i++)
		ok = enter(cw, world, "Children's Social Care", "social care", "team manager", NULL, n++, &mem, f);
	for (size_t i = 0; ok && i < sizeof agencies / sizeof *agencies; i++)
		for (int k = 0; ok && k < agencies[i].people; k++)
			ok = enter(cw, world, agencies[i].name, agencies[i].group, agencies[i].role, NULL, n++, &mem,
				   f);
	for (int i = 0; ok && i < further_chairs(world); i++)
		ok = enter(cw, world, "Conference Unit", "chair", "conference chair", NULL, n++, &mem, f);
	arena_finish(&mem);
	return ok;
}

/* --- Addresses that mail came back from --- */

/* "ruth.abbey@example.net" becomes "ruth.abbey@example.org", and the other way round. */
static const char *other_mailbox(const char *email, struct arena *mem)
{
	const char *dot = strrchr(email, '.');

	return dot ? arena_printf(mem, "%.*s.%s", (int)(dot - email), email, strcmp(dot, ".org") == 0 ? "net" : "org")
		   : email;
}

/* What came back goes again to the address that is right. */
static bool send_again(struct casework *cw, const struct letter_item_list *letters, const char *old, const char *email,
		       struct fault *f)
{
	for (size_t i = 0; i < letters->count; i++) {
		struct fault why = {0};

		if (letters->items[i].state != DELIVERY_BOUNCED || strcmp(letters->items[i].address, old) != 0 ||
		    casework_delivery_again(cw, letters->items[i].delivery_id, METHOD_EMAIL, email, &why) ||
		    why.code == FAULT_REFUSED) /* the conference is over */
			continue;
		if (f)
			*f = why;
		return false;
	}
	return true;
}

bool demo_mend_directory(struct casework *cw, const struct demo_world *world, day_number day, bool *mended,
			 struct fault *f)
{
	struct arena mem = {0};
	struct directory_list list;
	struct letter_item_list letters;
	bool ok = casework_directory(cw, false, true, &mem, &list, f) && casework_outbox(cw, &mem, &letters, f);

	*mended = false;
	for (size_t i = 0; ok && i < list.count; i++) {
		struct contact contact = list.items[i].contact;
		struct demo_random random = demo_random_of(world->seed, DEMO_DIRECTORY,
							   2000000u + (uint64_t)contact.id);

		if (contact.bounced_on == DAY_NONE || day - contact.bounced_on < demo_between(&random, 1, 7))
			continue;
		contact.email = other_mailbox(contact.email, &mem);
		ok = casework_contact_save(cw, &contact, true, f) &&
		     send_again(cw, &letters, list.items[i].contact.email, contact.email, f);
		*mended = true;
	}
	arena_finish(&mem);
	return ok;
}
