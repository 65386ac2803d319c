/* A library of the machine, brought in by its name. */
#include "base/loaded_library.h"

#include <dlfcn.h>
#include <string.h>

void *library_load(const char *name)
{
	return dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
}

void *library_borrow(const char *name)
{
	return dlopen(name, RTLD_NOW | RTLD_LOCAL);
}

void library_give_back(void *library)
{
	if (library)
		dlclose(library);
}

/* A pointer to a function cannot be cast from one to data; its bytes can be copied. */
bool library_function(void *library, const char *name, void *function, size_t size)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, size);
	return found != NULL;
}
