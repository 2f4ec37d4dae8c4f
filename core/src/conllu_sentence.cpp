#include "conllu_sentence.hpp"

#include "conllu_names.hpp"

#include <charconv>

namespace habari {
namespace {

constexpr std::size_t column_count = 10;

std::array<std::string_view, column_count> split_columns(std::string_view line, std::size_t& count) {
  std::array<std::string_view, column_count> columns;
  count = 0;
  std::size_t at = 0;
  while (true) {
    const std::size_t tab = line.find('\t', at);
    if (count < column_count) columns[count] = line.substr(at, tab == std::string_view::npos ? tab : tab - at);
    ++count;
    if (tab == std::string_view::npos) return columns;
    at = tab + 1;
  }
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string or_empty(std::string_view column) { return column == "_" ? std::string() : std::string(column); }

bool has_space_after(std::string_view misc) { return misc.find("SpaceAfter=No") == std::string_view::npos; }

}  // namespace

void ConlluText::set(std::string_view text) {
  if (has_words_) return;
  text_ = text;
  given_ = true;
}

bool ConlluText::place(std::string_view form, bool space_after, Span& span) {
  has_words_ = true;
  if (!given_) {
    if (space_pending_) text_ += ' ';
    span.begin = static_cast<std::uint32_t>(text_.size());
    text_ += form;
    span.end = static_cast<std::uint32_t>(text_.size());
    space_pending_ = space_after;
    return true;
  }
  const std::size_t found = text_.find(form, at_);
  if (found == std::string::npos || text_.find_first_not_of(" \t\xC2\xA0", at_) < found) return false;
  at_ = found + form.size();
  span = {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(at_)};
  return true;
}

std::string ConlluSentenceParser::too_long() {
  return "more than " + std::to_string(max_bytes) + " bytes in one sentence";
}

void ConlluSentenceParser::fail_at(std::size_t line, std::string message) {
  if (!failure_) failure_ = Failure{line, std::move(message)};
}

void ConlluSentenceParser::add(std::string_view line, std::size_t number) {
  line_ = number;
  if (line.front() == '#') return add_comment(line);
  if (failure_) return;
  bytes_ += line.size();
  if (bytes_ > max_bytes) return fail(too_long());
  if (find_invalid_utf8(line) != std::string_view::npos) return fail("invalid UTF-8");
  std::size_t columns_found = 0;
  const Columns columns = split_columns(line, columns_found);
  if (columns_found != column_count) {
    return fail("expected 10 tab-separated fields, found " + std::to_string(columns_found));
  }
  const std::string_view id = columns[0];
  if (id.find('.') != std::string_view::npos) return;
  if (columns[1].empty()) return fail("FORM is empty");
  const std::size_t dash = id.find('-');
  if (dash != std::string_view::npos) return add_range(columns, dash);
  add_word(columns);
}

std::string ConlluSentenceParser::identifier(std::string_view text) {
  if (find_invalid_utf8(text) == std::string_view::npos) return std::string(text);
  fail("invalid UTF-8");
  return {};
}

void ConlluSentenceParser::add_comment(std::string_view line) {
  if (line.starts_with("# text = ")) text_.set(line.substr(9));
  if (line.starts_with("# sent_id = ")) out_.sentence.id = identifier(line.substr(12));
  if (line.starts_with("# newpar")) out_.new_paragraph = true;
  if (line.starts_with("# newdoc")) {
    const std::size_t equals = line.find("id = ");
    out_.new_document = equals == std::string::npos ? std::string() : identifier(line.substr(equals + 5));
  }
}

/// A multiword token: its words follow.
void ConlluSentenceParser::add_range(const Columns& columns, std::size_t dash) {
  const std::string_view id = columns[0];
  const auto next_id = static_cast<std::uint32_t>(out_.sentence.tokens.size() + 1);
  const auto first = number(id.substr(0, dash));
  const auto last = number(id.substr(dash + 1));
  if (!first || !last || *first != next_id || *last < *first) {
    return fail("ID is " + std::string(id) + ", expected a range from " + std::to_string(next_id));
  }
  range_end_ = *last;
  out_.space_after = has_space_after(columns[9]);
  if (!text_.place(columns[1], out_.space_after, range_span_)) fail("FORM is not in # text");
}

void ConlluSentenceParser::add_word(const Columns& columns) {
  const auto next_id = static_cast<std::uint32_t>(out_.sentence.tokens.size() + 1);
  if (number(columns[0]) != next_id) {
    return fail("ID is " + std::string(columns[0]) + ", expected " + std::to_string(next_id));
  }
  Token token;
  if (next_id <= range_end_) {
    token.span = range_span_;
  } else if (text_.place(columns[1], has_space_after(columns[9]), token.span)) {
    out_.space_after = has_space_after(columns[9]);
  } else {
    return fail("FORM is not in # text");
  }
  token.form = columns[1];
  token.lemma = columns[2] == "_" && columns[1] != "_" ? std::string() : std::string(columns[2]);
  if (const auto upos = parse_upos(columns[3])) {
    token.upos = *upos;
  } else if (columns[3] != "_") {
    return fail("UPOS is " + std::string(columns[3]) + ", no universal part of speech");
  }
  token.xpos = or_empty(columns[4]);
  token.feats = or_empty(columns[5]);
  read_head(columns[6], token);
  read_relation(columns[7], token);
  add_name_tag(out_.sentence.names, next_id - 1, columns[9]);
  if (out_.line == 0) out_.line = line_;
  word_lines_.push_back(line_);
  out_.sentence.tokens.push_back(std::move(token));
}

void ConlluSentenceParser::read_head(std::string_view column, Token& token) {
  if (column == "_") {
    if (!options_.partial_trees) fail("HEAD is _, expected the number of a word");
  } else if (const auto head = number(column)) {
    token.head = *head;
  } else {
    fail("HEAD is " + std::string(column) + ", expected the number of a word");
  }
}

void ConlluSentenceParser::read_relation(std::string_view column, Token& token) {
  if (column == "_") return;
  const std::size_t colon = column.find(':');
  if (const auto deprel = parse_deprel(column.substr(0, colon))) {
    token.deprel = *deprel;
    if (colon != std::string_view::npos) token.subtype = column.substr(colon + 1);
  } else if (!options_.partial_trees) {
    fail("DEPREL is " + std::string(column) + ", no universal relation");
  }
}

void ConlluSentenceParser::check_heads() {
  const std::vector<Token>& tokens = out_.sentence.tokens;
  for (std::size_t i = 0; i < tokens.size() && !failure_; ++i) {
    if (tokens[i].head == i + 1) return fail_at(word_lines_[i], "HEAD is the word itself");
    if (tokens[i].head > tokens.size()) {
      fail_at(word_lines_[i], "HEAD is " + std::to_string(tokens[i].head) + ", the sentence has " +
                                  std::to_string(tokens.size()) + " words");
    }
  }
}

/// One root, and every word below it. Each word is walked over once.
void ConlluSentenceParser::check_tree() {
  const std::vector<Token>& tokens = out_.sentence.tokens;
  std::vector<std::uint32_t> walked_from(tokens.size() + 1);  // By word; 0: not yet.
  std::uint32_t roots = 0;
  for (std::uint32_t i = 1; i <= tokens.size(); ++i) {
    const Token& token = tokens[i - 1];
    const bool counts = !options_.partial_trees || token.deprel == Deprel::root;
    roots += token.head == 0 && counts ? 1 : 0;
    if (roots > 1) return fail_at(word_lines_[i - 1], "a second root (HEAD 0) in one sentence");
    std::uint32_t at = i;
    for (; at != 0 && walked_from[at] == 0; at = tokens[at - 1].head) walked_from[at] = i;
    if (at != 0 && walked_from[at] == i) return fail_at(word_lines_[i - 1], "HEAD leads round in a cycle");
  }
  if (!options_.partial_trees && !tokens.empty() && roots == 0) fail_at(out_.line, "no word has HEAD 0");
}

std::optional<ConlluSentenceParser::Failure> ConlluSentenceParser::finish() {
  if (!failure_) check_heads();
  if (!failure_) check_tree();
  if (failure_) return failure_;
  out_.text = text_.take();
  const std::vector<Token>& tokens = out_.sentence.tokens;
  if (!tokens.empty()) out_.sentence.span = {tokens.front().span.begin, tokens.back().span.end};
  return std::nullopt;
}

}  // namespace habari
