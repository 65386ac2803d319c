/* A library of the machine that is brought in when it is needed: most sessions never need it, or only as they begin. */
#ifndef BASE_LOADED_LIBRARY_H
#define BASE_LOADED_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

void *library_load(const char *name); /* NULL: the machine has none. It stays until the process ends. */

/* Until it was given back as often as it was borrowed. */
void *library_borrow(const char *name);
void library_give_back(void *library); /* NULL is nothing */

/* Puts the address of a function into the pointer at `function`, of `size` bytes. False: it has none of this name. */
bool library_function(void *library, const char *name, void *function, size_t size);

#endif
