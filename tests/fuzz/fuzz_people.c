/* Any bytes as a list of people. */
#include "import_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	fuzz_import(IMPORT_PEOPLE, bytes, size);
	return 0;
}
