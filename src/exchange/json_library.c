/* jansson, brought in when something is written as JSON. */
#include "json_library.h"

#include "base/loaded_library.h"

bool json_library_load(struct json_library *out, struct fault *f)
{
	void *library = library_load("libjansson.so.4");
	bool all = library != NULL;

#define X(name) all = all && library_function(library, #name, &out->name, sizeof out->name);
	JSON_FUNCTIONS(X)
#undef X
	return all || fault_set(f, FAULT_STORAGE,
				"Nothing can be written as JSON on this machine: the library jansson is missing. Ask "
				"whoever looks after the machine to install it.");
}
