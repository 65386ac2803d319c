/* What a person typed, made fit to keep. */
#include "words_tidy.h"

#include "base/text.h"

bool words_tidy(const char **text, const char *field, bool lines, struct arena *mem, struct fault *f)
{
	const char *tidy = text_tidy(mem, *text ? *text : "", lines);

	if (!tidy)
		return fault_field(f, field, "This holds control characters that cannot be kept: type it again.");
	*text = tidy;
	return true;
}
