/* A reader of letters who is on no list of invitees: a manager, or professionals as such. */
#ifndef CASEWORK_REPORT_READER_H
#define CASEWORK_REPORT_READER_H

#include "domain/invitation.h"

/* Sees what a professional sees; every text empty, id 0. */
struct invitee reader_professional(int64_t conference);
/* A contact of the directory. */
struct invitee reader_from_contact(const struct contact *contact, int64_t conference);
/* What can be written is written: whoever is told by telephone or in person, and has an e-mail address, is mailed. */
enum invite_method reader_written_method(const struct invitee *reader);

#endif
