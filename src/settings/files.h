/* The kinds of settings file, each taken over into one struct settings. */
#ifndef SETTINGS_FILES_H
#define SETTINGS_FILES_H

#include "settings/settings.h"
#include "yaml_map.h"

bool profile_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f);
bool holidays_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f);
bool authority_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f);

/* The choices of a profile; NULL when it makes none. `is_national`: every one must be there. */
bool profile_read_choices(struct settings *into, const struct yaml_node *map, bool is_national, struct arena *mem,
			  struct fault *f);

/* How long records are kept. */
bool profile_read_retention(struct settings *into, const struct yaml_node *map, bool is_national, struct arena *mem,
			    struct fault *f);

bool format_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f);

bool agencies_read(struct settings *into, const struct yaml_node *root, struct arena *mem, struct fault *f);

/* Parts of authority.yaml; NULL when the file has none of it. */
bool office_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f);
bool mail_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f);
bool print_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f);
bool backup_read(struct settings *into, const struct yaml_node *map, struct arena *mem, struct fault *f);

/* Sorted by day. Refuses a day that is there twice. */
bool holiday_list_sort(struct holiday *items, size_t count, const struct yaml_node *at, struct fault *f);

#endif
