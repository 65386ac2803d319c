/* The module is found beside the installed program, or in the build folder, and nowhere else. */
#include "letter/press.h"

#include "scratch.h"

#include <fcntl.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum part { PART_PRINTED = 10, PART_MISSING, PART_OTHER_VERSION, PART_NO_FONT, PART_OTHER };

struct scene {
	struct scratch scratch;
	char self[PATH_MAX], installed[PATH_MAX];
};

static void copy(const char *from, const char *to)
{
	char bytes[65536];
	int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0700);
	ssize_t n;

	if (in < 0 || out < 0)
		fail_msg("%s to %s", from, to);
	while ((n = read(in, bytes, sizeof bytes)) > 0)
		assert_int_equal(write(out, bytes, (size_t)n), n);
	close(in);
	close(out);
}

static void make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
}

/* This program, as if it were installed under the scratch folder. */
static int begin(void **state)
{
	static struct scene scene;
	ssize_t length;

	memset(&scene, 0, sizeof scene);
	scratch_begin(&scene.scratch);
	length = readlink("/proc/self/exe", scene.self, sizeof scene.self - 1);
	assert_true(length > 0);
	snprintf(scene.installed, sizeof scene.installed, "%s/bin/quorate", scene.scratch.folder);
	make_folders(scene.installed);
	copy(scene.self, scene.installed);
	*state = &scene;
	return 0;
}

static int finish(void **state)
{
	scratch_end(&((struct scene *)*state)->scratch);
	return 0;
}

static void install_module(struct scene *scene, const char *module)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/" LIBRARY_FOLDER "/quorate/quorate_press.so", scene->scratch.folder);
	make_folders(path);
	copy(module, path);
}

static int run(const char *program)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		execl(program, program, "--print", (char *)NULL);
		_exit(1);
	}
	assert_true(waitpid(child, &status, 0) == child && WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void a_program_of_the_build_folder_finds_it(void **state)
{
	assert_int_equal(run(((struct scene *)*state)->self), PART_PRINTED);
}

static void an_installed_program_looks_beside_itself_only(void **state)
{
	struct scene *scene = *state;

	setenv("LD_LIBRARY_PATH", scene->self, 1);
	assert_int_equal(run(scene->installed), PART_MISSING);
	install_module(scene, PRESS_MODULE);
	assert_int_equal(run(scene->installed), PART_PRINTED);
}

static void another_version_is_not_called(void **state)
{
	struct scene *scene = *state;

	install_module(scene, OTHER_MODULE);
	assert_int_equal(run(scene->installed), PART_OTHER_VERSION);
}

static void a_machine_without_fonts_says_so(void **state)
{
	struct scene *scene = *state;
	FILE *file = fopen(scene->scratch.file, "w");

	assert_non_null(file);
	fputs("<?xml version=\"1.0\"?><fontconfig></fontconfig>\n", file);
	fclose(file);
	setenv("FONTCONFIG_FILE", scene->scratch.file, 1);
	assert_int_equal(run(scene->self), PART_NO_FONT);
	unsetenv("FONTCONFIG_FILE");
}

static int print(void)
{
	struct document document = {.title = "x", .classification = "", .reference = "", .language = "en-GB"};
	const struct document *documents[] = {&document};
	struct arena mem = {0};
	struct press_bytes out;
	struct fault f = {0};
	bool printed = press_pdf(documents, 1, &mem, &out, NULL, &f);

	arena_finish(&mem);
	if (printed)
		return PART_PRINTED;
	if (f.code == FAULT_STORAGE && strstr(f.message, "is not installed"))
		return PART_MISSING;
	if (f.code == FAULT_STORAGE && strstr(f.message, "no font"))
		return PART_NO_FONT;
	return f.code == FAULT_STORAGE && strstr(f.message, "was renewed") ? PART_OTHER_VERSION : PART_OTHER;
}

int main(int count, char **arguments)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_program_of_the_build_folder_finds_it, begin, finish),
		cmocka_unit_test_setup_teardown(an_installed_program_looks_beside_itself_only, begin, finish),
		cmocka_unit_test_setup_teardown(another_version_is_not_called, begin, finish),
		cmocka_unit_test_setup_teardown(a_machine_without_fonts_says_so, begin, finish),
	};

	if (count > 1 && strcmp(arguments[1], "--print") == 0)
		return print();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
