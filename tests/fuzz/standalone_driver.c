/* Replays files through a fuzz target without libFuzzer, so that every input ever found is a test for any compiler.
 * Arguments are files and folders. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define INPUT_MOST (1 << 20)

/* The input lies in memory of exactly its own size, so that the sanitizer sees one byte too many. */
static int replay_file(const char *path)
{
	static uint8_t room[INPUT_MOST];
	FILE *file = fopen(path, "rb");
	uint8_t *bytes;
	size_t size;

	if (!file) {
		fprintf(stderr, "%s cannot be read\n", path);
		return -1;
	}
	size = fread(room, 1, sizeof room, file);
	fclose(file);
	bytes = malloc(size ? size : 1);
	if (!bytes)
		return -1;
	memcpy(bytes, room, size);
	LLVMFuzzerTestOneInput(bytes, size);
	free(bytes);
	return 1;
}

static int replay(const char *path)
{
	DIR *folder = opendir(path);
	int count = 0;

	if (!folder)
		return replay_file(path);
	for (struct dirent *entry; count >= 0 && (entry = readdir(folder));) {
		char inside[4096];
		int replayed;

		if (entry->d_name[0] == '.')
			continue;
		if (snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name) >= (int)sizeof inside)
			continue;
		replayed = replay_file(inside);
		count = replayed < 0 ? -1 : count + replayed;
	}
	closedir(folder);
	return count;
}

int main(int argc, char **argv)
{
	int total = 0;

	for (int i = 1; i < argc; i++) {
		int count = replay(argv[i]);

		if (count < 0)
			return 1;
		total += count;
	}
	printf("%d inputs replayed\n", total);
	return total ? 0 : 1; /* an empty corpus tests nothing */
}
