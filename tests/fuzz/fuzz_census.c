/* Any bytes as a census return. */
#include "import_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	fuzz_import(IMPORT_CENSUS, bytes, size);
	return 0;
}
