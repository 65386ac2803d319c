/* The four writers of a listing, and what they share. */
#ifndef EXCHANGE_LISTING_H
#define EXCHANGE_LISTING_H

#include "exchange/output.h"

/* A cell as people read it: Tue 14 Jul 2026, yes, "a, b", "-" where there is nothing. Lives in `mem`. */
const char *listing_words(const struct listing_cell *cell, bool lines, struct arena *mem);

struct json_library;

/* Each false only for want of memory; whether the bytes went out is asked of the file at the end. */
bool listing_write_table(const struct listing *listing, FILE *to, int width, struct arena *mem);
bool listing_write_json(const struct listing *listing, FILE *to, bool alone, const struct json_library *json);
bool listing_write_csv(const struct listing *listing, FILE *to, bool raw, struct arena *mem);
bool listing_write_records(const struct listing *listing, FILE *to, struct arena *mem);

#endif
