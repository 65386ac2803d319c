/* Golden texts: what a screen or a listing looked like when a person last read it. */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

/* Fails with both texts when `text` differs from tests/golden/<name>. With UPDATE_GOLDEN=1 in the environment the file
 * is written instead; a reviewer sees the change in the diff. */
void golden_matches(const char *name, const char *text);

#endif
