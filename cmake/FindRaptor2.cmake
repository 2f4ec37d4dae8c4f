# Raptor RDF syntax library. Gives the target Raptor2::raptor2.
include(FindPackageHandleStandardArgs)
find_path(Raptor2_INCLUDE_DIR raptor2/raptor2.h)
find_library(Raptor2_LIBRARY raptor2)
find_package_handle_standard_args(Raptor2 REQUIRED_VARS Raptor2_LIBRARY Raptor2_INCLUDE_DIR)
if(Raptor2_FOUND AND NOT TARGET Raptor2::raptor2)
  add_library(Raptor2::raptor2 UNKNOWN IMPORTED)
  set_target_properties(Raptor2::raptor2 PROPERTIES
    IMPORTED_LOCATION "${Raptor2_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Raptor2_INCLUDE_DIR}")
endif()
