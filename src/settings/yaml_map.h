/* A YAML file as a small tree of keys, lists and texts, each with its place in the file. Only the plain part of YAML is
 * understood: what a reader of the file cannot see at a glance (anchors, aliases, tags, merge keys) is refused. */
#ifndef SETTINGS_YAML_MAP_H
#define SETTINGS_YAML_MAP_H

#include "base/arena.h"
#include "base/fault.h"

#define YAML_DEPTH_MOST 8

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct yaml_node {
	enum node_kind kind;
	const char *file;
	int line, column; /* from 1 */
	const char *key;  /* its key, when it stands in a map; else NULL */
	int key_line, key_column;
	const char *text;        /* of NODE_TEXT, UTF-8 without control characters except line breaks */
	bool plain;              /* of NODE_TEXT: written without quotes */
	struct yaml_node *first; /* of a list or map, in the order of the file */
	struct yaml_node *next;
};

struct yaml_limits {
	size_t bytes;
	int nodes;
};

/* `name` stands in messages: "policy/newham.yaml:12:5: ...". The tree lives in `mem`. */
bool yaml_read(struct yaml_node **out, const char *name, const char *text, size_t bytes, struct yaml_limits limits,
	       struct arena *mem, struct fault *f);

/* Bytes of a text that may stand in a sentence: at most 40 cells and 80 bytes, whole characters. For "%.*s". */
int yaml_quotable(const char *text);

/* NULL when the map has no such key. */
const struct yaml_node *yaml_find(const struct yaml_node *map, const char *key);

/* Refuses with the place of the node, or of its key, before the sentence. Always false. */
__attribute__((format(printf, 3, 4))) bool yaml_refuse(const struct yaml_node *at, struct fault *f, const char *format,
						       ...);
__attribute__((format(printf, 3, 4))) bool yaml_refuse_key(const struct yaml_node *at, struct fault *f,
							   const char *format, ...);

#endif
