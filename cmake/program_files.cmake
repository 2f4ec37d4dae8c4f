# Installs what the program writes of itself, completion for shells and manual pages, and makes the Debian package of it all.
install(CODE "
  set(habari_program \"$<TARGET_FILE:habari>\")
  set(habari_share \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}\")" COMPONENT program)
install(SCRIPT ${CMAKE_CURRENT_LIST_DIR}/write_program_files.cmake COMPONENT program)

set(CPACK_PACKAGE_NAME habari)
set(CPACK_PACKAGE_CONTACT "Habari maintainers <maintainers@habari.example>")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME habari)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "event knowledge graphs from Swahili and English news
Reads news articles and builds an event knowledge graph: who did what to whom,
where, when, by whose word, and how sure; offline, as RDF, GraphML or GEXF.")
include(CPack)
