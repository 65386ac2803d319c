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
add_custom_target(installed DEPENDS completions quorate quorate_press) # all that `cmake --install` takes

install(TARGETS quorate RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS quorate_press LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/quorate)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/quorate PATTERN schema EXCLUDE
  PATTERN install EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/quorate.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/quorate.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
# The pages that what the program says names, as "docs/settings.md": those for who keeps it, not for who builds it.
foreach(page changes dates install letters practice reliability settings)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/${page}.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
endforeach()
install(FILES ${completions}/quorate.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME quorate)
install(FILES ${completions}/quorate.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _quorate)
install(FILES ${completions}/quorate.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# For a council's host (docs/install.md): the nightly runs, the group, the folder, an example for the SSH server.
set(units quorate-send.service quorate-send.timer quorate-backup.service quorate-backup.timer)
foreach(unit ${units} sshd.conf)
  configure_file(${PROJECT_SOURCE_DIR}/data/install/${unit} ${PROJECT_BINARY_DIR}/install/${unit} @ONLY)
endforeach()
list(TRANSFORM units PREPEND ${PROJECT_BINARY_DIR}/install/ OUTPUT_VARIABLE unit_files)
install(FILES ${unit_files} DESTINATION lib/systemd/system)
install(FILES ${PROJECT_SOURCE_DIR}/data/install/sysusers.conf DESTINATION lib/sysusers.d RENAME quorate.conf)
install(FILES ${PROJECT_SOURCE_DIR}/data/install/tmpfiles.conf DESTINATION lib/tmpfiles.d RENAME quorate.conf)
install(FILES ${PROJECT_SOURCE_DIR}/data/install/pam DESTINATION lib/pam.d RENAME quorate)
install(FILES ${PROJECT_BINARY_DIR}/install/sshd.conf DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)

# `cpack -G DEB` in the build folder of a release that was configured with the prefix /usr.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_VENDOR "Quorate")
set(CPACK_PACKAGE_CONTACT "the council's own administrator")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, libcsv3, libjansson4, libpam0g, libxml2, libyaml-0-2, fonts-dejavu-core, fonts-droid-fallback, fonts-freefont-ttf")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openssh-server, default-mta | mail-transport-agent")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/data/install/postinst ${PROJECT_SOURCE_DIR}/data/install/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
