#include "rdf.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  habari::fuzz::check_rdf(data, size, habari::RdfSyntax::turtle);
  return 0;
}
