#include "conllu_sentence.hpp"

#include <habari/core/conllu.hpp>
#include <habari/core/error.hpp>

#include <array>
#include <istream>
#include <utility>

namespace habari {
namespace {

enum class Line : std::uint8_t { whole, too_long, end };

/// One line without its line end. Of one that is longer than any may be, nothing is kept.
Line read_line(std::istream& in, std::string& line) {
  constexpr std::size_t piece_size = std::size_t{1} << 12U;
  std::array<char, piece_size> piece;
  line.clear();
  bool any = false;
  bool too_long = false;
  while (true) {
    in.getline(piece.data(), piece.size());
    const auto count = static_cast<std::size_t>(in.gcount());
    if (count == 0) {
      if (!any) return Line::end;
      break;
    }
    any = true;
    const bool is_part = in.fail();  // Full, and no line feed yet.
    const bool has_feed = !is_part && !in.eof();
    const std::size_t size = count - (has_feed ? 1 : 0);
    too_long = too_long || line.size() + size > ConlluSentenceParser::max_bytes;
    if (too_long) {
      line = std::string();
    } else {
      line.append(piece.data(), size);
    }
    if (!is_part) break;
    in.clear(in.rdstate() & ~std::ios::failbit);
  }
  if (line.ends_with('\r')) line.pop_back();
  return too_long ? Line::too_long : Line::whole;
}

}  // namespace

ConlluReader::ConlluReader(std::istream& in, std::string file_name, Options options)
    : in_(in), file_name_(std::move(file_name)), options_(options) {}

bool ConlluReader::next(ConlluSentence& out) {
  std::string line;
  bool at_end = false;
  out = {};
  while (!at_end) {
    // Comments without words: what they begin, the next sentence begins.
    ConlluSentence empty;
    empty.new_document = std::move(out.new_document);
    empty.new_paragraph = out.new_paragraph;
    out = std::move(empty);
    ConlluSentenceParser parser(out, options_);
    bool any = false;
    while (!at_end) {
      const Line read = read_line(in_, line);
      at_end = read == Line::end;
      if (at_end) break;
      ++line_;
      if (read == Line::whole && line.empty()) {
        if (any) break;
        continue;
      }
      any = true;
      read == Line::too_long ? parser.add_too_long(line_) : parser.add(line, line_);
    }
    if (const auto failure = parser.finish()) {
      throw Error(file_name_ + ":" + std::to_string(failure->line) + ": " + failure->message);
    }
    if (!out.sentence.tokens.empty()) return true;
  }
  return false;
}

}  // namespace habari
