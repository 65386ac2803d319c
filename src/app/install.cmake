# What `cmake --install` lays down: the program, its data, its manual and the completion scripts it writes itself.
set(completions ${PROJECT_BINARY_DIR}/completions)
foreach(shell bash zsh fish)
  add_custom_command(OUTPUT ${completions}/quorate.${shell}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
    COMMAND quorate --config ${completions} completion ${shell} > ${completions}/quorate.${shell}
    DEPENDS quorate VERBATIM)
  list(APPEND completion_files ${completions}/quorate.${shell})
endforeach()
add_custom_target(completions ALL DEPENDS ${completion_files})

install(TARGETS quorate RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS quorate_press LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/quorate)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/quorate PATTERN schema EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/quorate.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/quorate.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${completions}/quorate.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME quorate)
install(FILES ${completions}/quorate.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _quorate)
install(FILES ${completions}/quorate.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
