# The schema travels inside the program: data/schema/*.sql become one C file in the build folder.
file(GLOB schema_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/schema/*.sql)
set(schema_source ${CMAKE_CURRENT_BINARY_DIR}/schema_files.c)
add_custom_command(
  OUTPUT ${schema_source}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${PROJECT_SOURCE_DIR}/data/schema -DOUTPUT=${schema_source}
          -P ${CMAKE_CURRENT_LIST_DIR}/embed_schema.cmake
  DEPENDS ${schema_files} ${CMAKE_CURRENT_LIST_DIR}/embed_schema.cmake
  VERBATIM)
target_sources(store PRIVATE ${schema_source})
