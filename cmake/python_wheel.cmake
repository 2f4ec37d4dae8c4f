# What a wheel holds beside the package's own files: the module and the data, as places inside the package.
if(TARGET habari_python AND NOT HABARI_PYTHON_MODULE)
  install(TARGETS habari_python LIBRARY DESTINATION . COMPONENT python)
else()
  install(FILES ${HABARI_PYTHON_MODULE} DESTINATION . COMPONENT python)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION data COMPONENT python)
