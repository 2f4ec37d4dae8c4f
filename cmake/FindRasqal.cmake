# Rasqal RDF query library. Gives the target Rasqal::rasqal.
include(FindPackageHandleStandardArgs)
find_package(Raptor2)
find_path(Rasqal_INCLUDE_DIR rasqal.h PATH_SUFFIXES rasqal)
find_library(Rasqal_LIBRARY rasqal)
find_package_handle_standard_args(Rasqal REQUIRED_VARS Rasqal_LIBRARY Rasqal_INCLUDE_DIR Raptor2_FOUND)
if(Rasqal_FOUND AND NOT TARGET Rasqal::rasqal)
  add_library(Rasqal::rasqal UNKNOWN IMPORTED)
  # rasqal.h includes raptor2.h without its folder.
  set_target_properties(Rasqal::rasqal PROPERTIES
    IMPORTED_LOCATION "${Rasqal_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Rasqal_INCLUDE_DIR};${Raptor2_INCLUDE_DIR}/raptor2"
    INTERFACE_LINK_LIBRARIES Raptor2::raptor2)
endif()
