# Installs the build, configures and builds the outside project against the installed tree alone, and runs it.
# The tree is moved after it was installed: nothing in it may know the place it was built for.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGV}\nended with ${result}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${HABARI_BUILD} --prefix ${WORK}/first)
file(RENAME ${WORK}/first ${WORK}/moved)

run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/outside -B ${WORK}/outside -G ${GENERATOR}
  -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS} -D CMAKE_BUILD_TYPE=Release
  -D CMAKE_PREFIX_PATH=${WORK}/moved)
run(${CMAKE_COMMAND} --build ${WORK}/outside)
run(${WORK}/outside/outside)
if(NOT output MATCHES "Ana – greet – Ben")
  message(FATAL_ERROR "the outside project printed:\n${output}")
endif()
run(${WORK}/moved/bin/habari --version)

file(GLOB_RECURSE export ${WORK}/moved/HabariTargets.cmake)
file(READ ${export} targets)
string(FIND "${targets}" "${HABARI_BUILD}" leak)
if(NOT leak EQUAL -1)
  message(FATAL_ERROR "HabariTargets.cmake names the build directory")
endif()
