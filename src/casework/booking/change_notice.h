/* Whoever was told of a conference's day is told again when it moves, is off, or they are taken off the list. Inside a
 * verb. */
#ifndef CASEWORK_CHANGE_NOTICE_H
#define CASEWORK_CHANGE_NOTICE_H

#include "store/conference_store.h"
#include "work.h"

/* The day or the list has just changed: the task to tell of it is there from today while somebody is behind, and gone
 * when nobody is (it was moved back before anybody was told). */
bool change_notice_open(struct casework *cw, const struct conference *conference, struct fault *f);

/* Notices have been written: the task is met today when nobody is behind any more. */
bool change_notice_keep(struct casework *cw, const struct conference *conference, struct fault *f);

#endif
