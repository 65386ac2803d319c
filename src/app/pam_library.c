/* libpam, brought in when a password is asked for. */
#include "pam_library.h"

#include <dlfcn.h>
#include <string.h>

/* A pointer to a function cannot be cast from one to data; its bytes can be copied. */
static bool find(void *library, const char *name, void *function, size_t size)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, size);
	return found != NULL;
}

bool pam_library_load(struct pam_library *out)
{
	void *library = dlopen("libpam.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	bool all = library != NULL;

#define X(name) all = all && find(library, #name, &out->name, sizeof out->name);
	PAM_FUNCTIONS(X)
#undef X
	return all;
}
