#include "articles.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  habari::fuzz::check_articles(data, size, habari::InputFormat::feed);
  return 0;
}
