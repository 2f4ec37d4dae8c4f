#include "languages/known_share.hpp"

#include "analysis/model/word_features.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace habari {
namespace {

/// Of names, and of what stands in quotation marks.
constexpr double doubtful_weight = 0.25;
/// Of a sentence's first word that no language knows: a name as likely as not.
constexpr double unknown_weight = 0.5;
/// Longer words are hardly another language's by chance.
constexpr std::size_t longest_counted = 8;
/// What is read beyond so many letters only costs time.
constexpr double enough_letters = 1200.0;

bool joins_letters(UChar32 c) { return c == '\'' || learned::is_apostrophe(static_cast<char32_t>(c)); }

/// One pass over a text's words.
class Counter {
 public:
  Counter(std::string_view text, const std::vector<std::shared_ptr<const KnownWords>>& languages)
      : text_(text), languages_(languages), shares_(languages.size()) {}

  std::vector<KnownShare> run() {
    while (at_ < text_.size() && letters_ < enough_letters) {
      if (u_isalpha(peek()) != 0) {
        read_word();
      } else {
        read_sign(next());
      }
    }
    return std::move(shares_);
  }

 private:
  UChar32 next() {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), at_, c);
    return c;
  }

  UChar32 peek() const {
    if (at_ >= text_.size()) return 0;
    std::size_t at = at_;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text_.data(), at, c);
    return c;
  }

  void read_sign(UChar32 c) {
    if (c == '\n') {
      opens_ = true;
      quoted_ = false;
    }
    if (c == '.' || c == '!' || c == '?' || c == ':') opens_ = true;
    if (c == '"') quoted_ = !quoted_;
    if (c == 0x201C || c == 0xAB) quoted_ = true;
    if (c == 0x201D || c == 0xBB) quoted_ = false;
    // @names, #names and paths tell nothing, nor do figures with what is glued to them.
    if (c == '@' || c == '#' || c == '/' || u_isdigit(c) != 0) skip_chunk();
  }

  void skip_chunk() {
    while (at_ < text_.size() && u_isUWhiteSpace(peek()) == 0) next();
  }

  /// Whether the word read belongs to an address: `http:/`, `maji.go`, `neema@`.
  bool in_address() const {
    const std::string_view rest = text_.substr(at_, 2);
    if (rest.size() < 2) return false;
    const bool small = (rest[1] >= 'a' && rest[1] <= 'z') || (rest[1] >= '0' && rest[1] <= '9');
    return rest[0] == '@' || (rest[0] == ':' && rest[1] == '/') || (rest[0] == '.' && small);
  }

  void read_word() {
    const std::size_t begin = at_;
    const bool upper = u_isupper(peek()) != 0;
    bool small = false;
    std::size_t end = at_;
    while (at_ < text_.size()) {
      const UChar32 c = peek();
      const bool letter = u_isalpha(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
      if (!letter && !joins_letters(c)) break;
      small = small || u_islower(c) != 0;
      next();
      if (letter) end = at_;
    }
    at_ = end;
    if (in_address()) return skip_chunk();
    // A line in capitals has no names to tell from words.
    const bool name = upper && small && !opens_;
    opens_ = false;
    const auto letters = static_cast<double>(std::min(end - begin, longest_counted));
    count(learned::fold(text_.substr(begin, end - begin)), letters, upper, name || quoted_);
  }

  void count(const std::string& word, double letters, bool upper, bool doubtful) {
    knows_.clear();
    for (const auto& language : languages_) knows_.push_back(language->knows(word));
    const bool known = std::find(knows_.begin(), knows_.end(), true) != knows_.end();
    const double weight = letters * (doubtful ? doubtful_weight : (upper && !known ? unknown_weight : 1.0));
    letters_ += weight;
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      if (knows_[i]) shares_[i].known += weight;
      if (knows_[i] || !known || !(upper || quoted_)) shares_[i].told += weight;
    }
  }

  std::string_view text_;
  const std::vector<std::shared_ptr<const KnownWords>>& languages_;
  std::size_t at_ = 0;
  bool opens_ = true;    ///< The next word begins a sentence.
  bool quoted_ = false;  ///< It stands in quotation marks.
  double letters_ = 0.0;
  std::vector<bool> knows_;
  std::vector<KnownShare> shares_;
};

}  // namespace

std::vector<KnownShare> known_shares(std::string_view text,
                                     const std::vector<std::shared_ptr<const KnownWords>>& languages) {
  return Counter(text, languages).run();
}

}  // namespace habari
