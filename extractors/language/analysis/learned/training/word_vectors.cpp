#include "analysis/learned/training/word_vectors.hpp"

#include "analysis/model/word_features.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <charconv>
#include <cmath>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_set>

namespace habari::learned {
namespace {

/// The numbers of a line behind its word. False where one is none.
bool read_numbers(std::string_view text, std::vector<float>& numbers) {
  numbers.clear();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (field.empty()) continue;
    float number = 0;
    const auto [at, failure] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (failure != std::errc{} || at != field.data() + field.size() || !std::isfinite(number)) return false;
    numbers.push_back(number);
  }
  return true;
}

}  // namespace

WordVectors read_word_vectors(const std::filesystem::path& path, std::size_t limit) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path.string() + ": cannot be read");
  WordVectors vectors;
  std::unordered_set<std::uint64_t> seen;
  std::vector<float> numbers;
  std::string line;
  for (std::size_t number = 1; vectors.words.size() < limit && std::getline(in, line); ++number) {
    const std::string where = path.string() + ":" + std::to_string(number) + ": ";
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (find_invalid_utf8(line) != std::string::npos) throw Error(where + "invalid UTF-8");
    const std::size_t space = line.find(' ');
    if (space == 0 || space == std::string::npos || !read_numbers(std::string_view(line).substr(space), numbers)) {
      throw Error(where + "expected a word and its numbers, set apart by spaces");
    }
    if (number == 1 && numbers.size() == 1) continue;
    if (vectors.words.empty()) vectors.values.columns = numbers.size();
    if (numbers.size() != vectors.width()) {
      throw Error(where + std::to_string(numbers.size()) + " numbers, the lines before have " +
                  std::to_string(vectors.width()));
    }
    double square = 0;
    for (const float x : numbers) square += static_cast<double>(x) * x;
    const std::uint64_t word = word_features(std::string_view(line).substr(0, space)).word;
    if (square == 0 || !seen.insert(word).second) continue;
    vectors.words.push_back(word);
    const auto factor = static_cast<float>(1 / std::sqrt(square));
    for (const float x : numbers) vectors.values.values.push_back(x * factor);
    ++vectors.values.rows;
  }
  if (vectors.words.empty()) throw Error(path.string() + ": holds no word vector");
  return vectors;
}

}  // namespace habari::learned
