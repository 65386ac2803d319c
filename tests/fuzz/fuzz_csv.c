/* Any bytes as the two other spreadsheets: headings, separators, quotation marks, line ends. */
#include "import_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	fuzz_import(IMPORT_CONTACTS, bytes, size);
	fuzz_import(IMPORT_REQUESTS, bytes, size);
	return 0;
}
