# Installs the build, configures and builds the outside project against the installed tree alone, and runs it.
# The tree is moved after it was installed: nothing in it may know the place it was built for.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGV}\nended with ${result}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(MOVED "${WORK}/moved away")  # With a blank: it has to survive quoting.
file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${HABARI_BUILD} --prefix ${WORK}/first)
file(RENAME ${WORK}/first "${MOVED}")

run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/outside -B ${WORK}/outside -G ${GENERATOR}
  -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS} -D CMAKE_BUILD_TYPE=Release
  -D "CMAKE_PREFIX_PATH=${MOVED}")
run(${CMAKE_COMMAND} --build ${WORK}/outside)
run(${CMAKE_COMMAND} -E env --unset=HABARI_DATA ${WORK}/outside/outside)
if(NOT output MATCHES "Ana – greet – Ben" OR NOT output MATCHES "data: ${MOVED}/share/habari\n")
  message(FATAL_ERROR "the outside project printed:\n${output}")
endif()
run("${MOVED}/bin/habari" --version)

# Who wants the graph alone needs nobody's parser of pages, detector of languages or store of triples: neither to find
# the package, nor in the program.
set(foreign Gumbo Cld2 Raptor2 TBB)
list(TRANSFORM foreign REPLACE "(.+)" "-DCMAKE_DISABLE_FIND_PACKAGE_\\1=ON" OUTPUT_VARIABLE without)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/graph_alone -B ${WORK}/graph_alone -G ${GENERATOR} ${without}
  -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS} -D CMAKE_BUILD_TYPE=Release
  -D "CMAKE_PREFIX_PATH=${MOVED}")
run(${CMAKE_COMMAND} --build ${WORK}/graph_alone)
run(${WORK}/graph_alone/graph_alone)
run(ldd ${WORK}/graph_alone/graph_alone)
if(output MATCHES "gumbo|cld2|raptor|rasqal|tbb")
  message(FATAL_ERROR "a program that uses the graph alone is linked with:\n${output}")
endif()

# The moved program reads with the moved data: nobody else has this language.
file(COPY "${MOVED}/share/habari/languages/sw/" DESTINATION "${MOVED}/share/habari/languages/qaa")
file(WRITE ${WORK}/article.conllu
"1\tHamisi\t_\tPROPN\t_\t_\t3\tnsubj\t_\tNER=B-person
2\tKibwana\t_\tPROPN\t_\t_\t1\tflat\t_\tNER=I-person
3\talikutana\t_\tVERB\t_\t_\t0\troot\t_\t_
4\tna\t_\tADP\t_\t_\t5\tcase\t_\t_
5\tAlfred\t_\tPROPN\t_\t_\t3\tobl\t_\tNER=B-person
6\tMutua\t_\tPROPN\t_\t_\t5\tflat\t_\tNER=I-person

")
run(${CMAKE_COMMAND} -E env --unset=HABARI_DATA
  "${MOVED}/bin/habari" triples --language qaa --date 2024-05-14 ${WORK}/article.conllu)
if(NOT output MATCHES "Hamisi Kibwana – meet – Alfred Mutua")
  message(FATAL_ERROR "the moved program printed:\n${output}")
endif()

# The sample programs against the package, and what they print of the sample articles.
run(${CMAKE_COMMAND} -S ${SAMPLES}/programs -B ${WORK}/programs -G ${GENERATOR}
  -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS} -D CMAKE_BUILD_TYPE=Release
  -D "CMAKE_PREFIX_PATH=${MOVED}")
run(${CMAKE_COMMAND} --build ${WORK}/programs)
function(expect text)
  run(${CMAKE_COMMAND} -E env --unset=HABARI_DATA ${ARGN})
  if(NOT output MATCHES "${text}")
    message(FATAL_ERROR "${ARGN} printed:\n${output}instead of: ${text}")
  endif()
endfunction()
run("${MOVED}/bin/habari" build ${SAMPLES}/articles -o ${WORK}/graph.nq)
foreach(input ${SAMPLES}/articles ${WORK}/graph.nq)
  expect("2024-05-13: Grace Mutua met Hamisi Kibwana \\(.+, .+\\)\n" ${WORK}/programs/who_met_whom ${input})
  expect("2024-05-13  .*meet – Hamisi Kibwana.*, actual, Arusha\n" ${WORK}/programs/timeline_of "hamisi kib" ${input})
  expect("groups that nothing ties together\n[0-9.]+  [A-Z]" ${WORK}/programs/central_people ${input})
endforeach()

file(GLOB_RECURSE export "${MOVED}/HabariTargets.cmake")
file(READ "${export}" targets)
string(FIND "${targets}" "${HABARI_BUILD}" leak)
if(NOT leak EQUAL -1)
  message(FATAL_ERROR "HabariTargets.cmake names the build directory")
endif()
