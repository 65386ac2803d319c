/* The words of a policy's choices. */
#include "domain/policy.h"

#include "words.h"

WORDS_OF(note_format, NOTE_FORMATS, NOTE_FORMAT_COUNT)
