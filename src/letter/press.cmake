# The module that makes PDF, mail and calendar files. The program does not link its libraries: some twenty-five shared objects that
# most sessions never use. letter/press.c loads it beside the installed program, or in the build folder.
file(GLOB press_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/press_module/*.c)
add_library(quorate_press MODULE ${press_sources} ${CMAKE_CURRENT_LIST_DIR}/mail_address.c)
target_include_directories(quorate_press PRIVATE ${CMAKE_CURRENT_LIST_DIR} ${PROJECT_SOURCE_DIR}/include)
target_link_libraries(quorate_press PRIVATE domain base PkgConfig::PANGO PkgConfig::QPDF PkgConfig::GMIME PkgConfig::ICAL)
# Only its table can be seen from outside.
target_link_options(quorate_press PRIVATE -Wl,--as-needed -Wl,--exclude-libs,ALL)
set_target_properties(quorate_press PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}
  C_VISIBILITY_PRESET hidden)
set_target_properties(domain base PROPERTIES POSITION_INDEPENDENT_CODE ON)

set(press_sanitized OFF)
if(QUORATE_SANITIZE OR QUORATE_FUZZ)
  set(press_sanitized ON)
  # clang's sanitizer looks for the throwing of C++ when the program starts; qpdf would bring it too late.
  if(CMAKE_C_COMPILER_ID STREQUAL "Clang")
    target_link_libraries(letter INTERFACE -Wl,--push-state,--no-as-needed stdc++ -Wl,--pop-state)
  endif()
endif()
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/press.c PROPERTIES COMPILE_DEFINITIONS
  "QUORATE_BUILD_FOLDER=\"${PROJECT_BINARY_DIR}\";QUORATE_LIBRARY_FOLDER=\"${CMAKE_INSTALL_LIBDIR}\";$<$<BOOL:${press_sanitized}>:QUORATE_SANITIZED>")
target_link_libraries(letter PRIVATE ${CMAKE_DL_LIBS})
add_dependencies(letter quorate_press)
