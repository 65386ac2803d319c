/* jansson, brought in when something is written as JSON: the full screen never does. */
#ifndef EXCHANGE_JSON_LIBRARY_H
#define EXCHANGE_JSON_LIBRARY_H

#include "base/fault.h"

#include <jansson.h>

#define JSON_FUNCTIONS(X)                                                                                              \
	X(json_array)                                                                                                  \
	X(json_array_append_new)                                                                                       \
	X(json_delete)                                                                                                 \
	X(json_dumps)                                                                                                  \
	X(json_false)                                                                                                  \
	X(json_integer)                                                                                                \
	X(json_null)                                                                                                   \
	X(json_object)                                                                                                 \
	X(json_object_set_new)                                                                                         \
	X(json_string)                                                                                                 \
	X(json_true)

/* The functions of the library by their own names and types: json->json_string(text). What the header itself defines,
 * such as json_decref, would bring the library in at once. */
struct json_library {
#define X(name) __typeof__(&name) name;
	JSON_FUNCTIONS(X)
#undef X
};

/* Stays loaded until the program ends. FAULT_STORAGE with a sentence when the library is not on the machine. */
bool json_library_load(struct json_library *out, struct fault *f);

#endif
