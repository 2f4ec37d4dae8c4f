#include <habari/core/near_word.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

namespace habari {
namespace {

/// Characters to put in, take out, exchange or swap with their neighbour; more than `most` where it takes more.
/// Source: optimal string alignment, Boytsov, Indexing methods for approximate dictionary searching, 2011.
std::size_t edits(const std::u32string& a, const std::u32string& b, std::size_t most) {
  const std::size_t difference = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
  if (difference > most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
    before.swap(last);
    last.swap(row);
  }
  return last.back();
}

/// A number for each character of valid UTF-8, different for different ones.
std::u32string characters(std::string_view text) {
  std::u32string points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !points.empty()) {
      points.back() = points.back() << 6U | (byte & 0x3FU);
    } else {
      points += byte < 0x80U ? byte : byte & 0x1FU;
    }
  }
  return points;
}

/// Short words have many neighbours by chance.
std::size_t most_edits(std::size_t length) { return length < 4 ? 0 : length < 7 ? 1 : 2; }

}  // namespace

NearWord::NearWord(std::string_view word) : word_(word), characters_(characters(word)) {}

std::optional<std::size_t> NearWord::distance(std::string_view known) const {
  if (known.starts_with(word_)) return known.size() == word_.size() ? 0 : 1;
  const std::size_t most = most_edits(characters_.size());
  if (most == 0 || known.size() > 4 * (characters_.size() + most)) return std::nullopt;
  const std::size_t found = edits(characters_, characters(known), most);
  return found <= most ? std::optional(found) : std::nullopt;
}

}  // namespace habari
