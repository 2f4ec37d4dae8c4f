# What an outside project finds: `find_package(Habari)` gives Habari::habari, the whole library, and its parts;
# `find_package(Habari COMPONENTS core)` asks for no more than that part needs.
include(CMakePackageConfigHelpers)

set(habari_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Habari)
set(HABARI_DATA_DIR ${CMAKE_INSTALL_DATADIR}/habari)

set(habari_extractors_parts data language entities events reading pipeline)
install(TARGETS habari_core habari_data habari_language habari_entities habari_events habari_reading habari_extractors
    habari_exporters habari_loading EXPORT HabariTargets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS habari RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
list(TRANSFORM habari_extractors_parts PREPEND extractors/)
foreach(module core ${habari_extractors_parts} exporters loading)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${module}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION ${HABARI_DATA_DIR})

install(EXPORT HabariTargets NAMESPACE Habari:: DESTINATION ${habari_package_dir})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/HabariConfig.cmake.in
  ${PROJECT_BINARY_DIR}/HabariConfig.cmake INSTALL_DESTINATION ${habari_package_dir} PATH_VARS HABARI_DATA_DIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/HabariConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/HabariConfig.cmake ${PROJECT_BINARY_DIR}/HabariConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/FindCld2.cmake ${CMAKE_CURRENT_LIST_DIR}/FindGumbo.cmake
  ${CMAKE_CURRENT_LIST_DIR}/FindRaptor2.cmake DESTINATION ${habari_package_dir})
