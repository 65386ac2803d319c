/* Any bytes as a kept letter: refused with its line, or read, and then kept and read again alike. */
#include "base/text.h"
#include "letter/document.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_text(const char *text)
{
	uint32_t code;

	for (size_t n; (n = text_decode(text, &code)) > 0; text += n)
		require(text_is_safe(code) || code == '\n');
}

static void check_read(const struct document *document, int columns, struct arena *mem)
{
	struct document again;
	struct fault f = {0};
	const char *kept = document_keep(document, mem);

	require(document_read(kept, mem, &again, &f));
	require(strcmp(document_keep(&again, mem), kept) == 0);
	check_text(document_text(document, columns, mem));
}

/* The first byte chooses how wide it is set. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena mem = {0};
	struct fault f = {0};
	struct document document;
	char *kept;

	if (size < 1 || size > 16384)
		return 0;
	kept = strndup((const char *)bytes + 1, size - 1);
	require(kept != NULL);
	if (document_read(kept, &mem, &document, &f))
		check_read(&document, bytes[0], &mem);
	else
		require(f.code == FAULT_CORRUPT && f.message[0]);
	free(kept);
	arena_finish(&mem);
	return 0;
}
