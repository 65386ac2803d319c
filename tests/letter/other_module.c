/* A module as another version of the program would bring it, for test_press. */
#include "press_module.h"

extern const struct press_module quorate_press_table;
const struct press_module quorate_press_table = {.version = PRESS_MODULE_VERSION + 1};
