# Writes OUTPUT, a C file with every data/schema/NNNN-*.sql of FOLDER as text. Run by the build (cmake -P).
file(GLOB files ${FOLDER}/[0-9][0-9][0-9][0-9]-*.sql)
list(SORT files)
set(texts "")
set(rows "")
set(count 0)
foreach(file ${files})
  math(EXPR count "${count} + 1")
  get_filename_component(name ${file} NAME)
  string(REGEX MATCH "^0*([0-9]+)-" matched ${name})
  if(NOT CMAKE_MATCH_1 EQUAL count)
    message(FATAL_ERROR "${name}: the schema files must count from 0001 without a gap")
  endif()
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND texts "/* ${name} */\nstatic const char schema_${count}[] = {${bytes}0};\n\n")
  string(APPEND rows "\t{${count}, schema_${count}},\n")
endforeach()
file(WRITE ${OUTPUT} "/* Made from data/schema by embed_schema.cmake. */
#include \"migrate.h\"

_Static_assert(CASE_FILE_VERSION == ${count}, \"store.h names the newest file of data/schema\");

${texts}const struct migration schema_migrations[] = {\n${rows}\t{0, NULL},\n};\n")
