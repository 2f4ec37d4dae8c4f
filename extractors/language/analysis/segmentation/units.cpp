#include "analysis/segmentation/units.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace habari::segmentation {
namespace {

using Range = Paragraph::Range;

constexpr auto host_or_file_endings =
    std::to_array<std::string_view>({"avi", "biz",  "com",  "csv", "doc",  "docx", "edu",  "exe",  "fm",  "gif", "gov",
                                     "htm", "html", "info", "int", "jpeg", "jpg",  "json", "mil",  "mp3", "mp4", "net",
                                     "org", "pdf",  "php",  "png", "ppt",  "txt",  "xls",  "xlsx", "xml", "zip"});
/// What stands before a country's code.
constexpr auto second_endings = std::to_array<std::string_view>({"ac", "co", "com", "edu", "go", "gov", "or", "org"});

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether a web address may hold the character (RFC 3986, and letters of any script).
bool may_stand_in_address(const Paragraph::Character& c) {
  constexpr std::u32string_view signs = U"-._~:/?#[]@!$&'()*+,;=%";
  return c.is_word() || signs.find(c.value) != std::u32string_view::npos;
}

/// Whether the sentence, not the address, owns the character where it stands at the address' end.
bool ends_sentence_part(char32_t c) {
  return std::u32string_view(U".,;:!?'()[]*").find(c) != std::u32string_view::npos;
}

bool may_stand_in_host(const Paragraph::Character& c) {
  return c.is_word() || c.value == '.' || c.value == '-' || c.value == '+' || c.value == '%';
}

class Scanner {
 public:
  Scanner(Paragraph& paragraph, Range chunk) : paragraph_(paragraph), chunk_(chunk) {}

  void run() {
    for (std::size_t at = chunk_.begin; at < chunk_.end;) {
      if (const std::size_t end = unit_end(at); end > at) {
        paragraph_.mark_unit({at, end});
        at = end;
      } else {
        // No unit begins within a word.
        at = std::max(host_end(at), at + 1);
      }
    }
    for (std::size_t at = chunk_.begin + 1; at + 1 < chunk_.end; ++at) mark_figure(at);
  }

 private:
  bool is_letter(std::size_t at) const { return at < chunk_.end && paragraph_[at].is_letter(); }
  bool is_word(std::size_t at) const { return at < chunk_.end && paragraph_[at].is_word(); }
  bool is_digit(std::size_t at) const { return at < chunk_.end && paragraph_[at].is_digit(); }

  /// Where the unit that begins at `at` ends; `at` where none does.
  std::size_t unit_end(std::size_t at) const {
    const char32_t c = paragraph_[at].value;
    const bool begins = at == chunk_.begin || !paragraph_[at - 1].is_word();
    if ((c == '@' || c == '#') && begins && is_letter(at + 1)) return name_end(at);
    if (!paragraph_[at].is_word()) return at;
    const std::size_t scheme = paragraph_.letters_around(at).end;
    if ((scheme > at + 1 && paragraph_.stands(scheme, U"://")) || paragraph_.stands(at, U"www."))
      return address_end(at);
    const std::size_t host = trimmed(at, host_end(at));
    if (host < chunk_.end && paragraph_[host].value == '@') {
      const std::size_t end = trimmed(host + 1, host_end(host + 1));
      return has_stop({host + 1, end}) ? end : at;
    }
    if (!has_stop({at, host})) return at;
    if (host + 1 < chunk_.end && paragraph_[host].value == '/' && is_word(host + 1) && may_end_host({at, host}))
      return address_end(at);
    return is_host({at, host}) ? host : at;
  }

  std::size_t address_end(std::size_t at) const {
    std::size_t end = at;
    while (end < chunk_.end && may_stand_in_address(paragraph_[end])) ++end;
    while (end > at && ends_sentence_part(paragraph_[end - 1].value)) --end;
    return end;
  }

  /// `@neema_mollel`, `@Global.Voices`, but not the next sentence in `@neema.Kisha`.
  std::size_t name_end(std::size_t at) const {
    std::size_t end = at + 1;
    const bool upper = paragraph_[end].is_upper();
    while (true) {
      while (is_word(end)) ++end;
      const bool dotted = paragraph_[at].value == '@' && end + 1 < chunk_.end && paragraph_[end].value == '.' &&
                          is_word(end + 1) && (upper || !paragraph_[end + 1].is_upper());
      if (!dotted) return end;
      ++end;
    }
  }

  std::size_t host_end(std::size_t at) const {
    while (at < chunk_.end && may_stand_in_host(paragraph_[at])) ++at;
    return at;
  }

  std::size_t trimmed(std::size_t begin, std::size_t end) const {
    while (end > begin && !paragraph_[end - 1].is_word()) --end;
    return end;
  }

  bool has_stop(Range range) const {
    for (std::size_t at = range.begin; at < range.end; ++at) {
      if (paragraph_[at].value == '.') return true;
    }
    return false;
  }

  /// The last two of the labels that stops set apart.
  std::pair<Range, Range> last_labels(Range host) const {
    Range last{host.end, host.end};
    while (last.begin > host.begin && paragraph_[last.begin - 1].value != '.') --last.begin;
    Range before{last.begin, last.begin};
    if (last.begin > host.begin) --before.end;
    before.begin = before.end;
    while (before.begin > host.begin && paragraph_[before.begin - 1].value != '.') --before.begin;
    return {before, last};
  }

  bool is_host(Range host) const {
    const auto [before, last] = last_labels(host);
    if (before.empty() || last.size() > 9) return false;
    const std::string ending = paragraph_.lower(last);
    if (is_one_of(ending, host_or_file_endings)) return true;
    return last.size() == 2 && before.begin > host.begin && before.size() <= 3 &&
           is_one_of(paragraph_.lower(before), second_endings);
  }

  /// Whether a path may follow: `bit.ly/abc`, not `9.5/10` nor `Bi.Zawadi/Bw.Karisa`.
  bool may_end_host(Range host) const {
    const auto [before, last] = last_labels(host);
    if (before.empty() || last.size() < 2 || last.size() > 9) return false;
    for (std::size_t at = last.begin; at < last.end; ++at) {
      if (!paragraph_[at].is_letter() || paragraph_[at].is_upper()) return false;
    }
    return true;
  }

  /// A sign between digits that makes one figure of them.
  void mark_figure(std::size_t at) {
    const char32_t c = paragraph_[at].value;
    if (!is_digit(at - 1) || !is_digit(at + 1)) return;
    if (c == ',' && !(is_digit(at + 2) && is_digit(at + 3) && !is_digit(at + 4))) return;
    if (c != '.' && c != ',' && c != ':' && c != '/') return;
    paragraph_.mark(at, mark_inside);
    paragraph_.mark(at + 1, mark_inside);
  }

  Paragraph& paragraph_;
  Range chunk_;
};

}  // namespace

void mark_units(Paragraph& paragraph) {
  for (const Range chunk : paragraph.chunks()) Scanner(paragraph, chunk).run();
}

}  // namespace habari::segmentation
