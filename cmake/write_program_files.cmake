# Runs when the program is installed. Files come from the program itself, so that they say what --help says.
#   habari_program  the program
#   habari_share    the folder for shared files
function(habari_writes file)
  execute_process(COMMAND ${habari_program} ${ARGN} OUTPUT_VARIABLE text RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "habari ${ARGN} ended with ${result}")
  endif()
  message(STATUS "Installing: ${habari_share}/${file}")
  file(WRITE "${habari_share}/${file}" "${text}")
endfunction()

habari_writes(bash-completion/completions/habari completion bash)
habari_writes(zsh/vendor-completions/_habari completion zsh)
habari_writes(man/man1/habari.1 manual)
execute_process(COMMAND ${habari_program} manual --list OUTPUT_VARIABLE habari_commands)
string(REGEX REPLACE "\n$" "" habari_commands "${habari_commands}")
string(REPLACE "\n" ";" habari_commands "${habari_commands}")
foreach(command ${habari_commands})
  string(REPLACE " " "-" page "${command}")
  separate_arguments(words UNIX_COMMAND "${command}")
  habari_writes(man/man1/habari-${page}.1 manual ${words})
endforeach()
