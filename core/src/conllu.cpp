#include <habari/core/conllu.hpp>
#include <habari/core/error.hpp>

#include "conllu_names.hpp"

#include <array>
#include <charconv>
#include <istream>

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

/// Places surface tokens in the text: found in `# text` where there is one, appended to a text of our own where not.
class TextBuilder {
 public:
  void set_text(std::string_view text) {
    text_ = text;
    given_ = true;
  }

  /// False where the given text does not continue with `form`.
  bool place(std::string_view form, bool space_after, Span& span) {
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

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::size_t at_ = 0;
  bool given_ = false;
  bool space_pending_ = false;
};

}  // namespace

ConlluReader::ConlluReader(std::istream& in, std::string file_name, Options options)
    : in_(in), file_name_(std::move(file_name)), options_(options) {}

void ConlluReader::fail(std::size_t line, const std::string& message) const {
  throw Error(file_name_ + ":" + std::to_string(line) + ": " + message);
}

bool ConlluReader::next(ConlluSentence& out) {
  out = {};
  TextBuilder text;
  std::string failure;
  std::size_t failure_line = 0;
  std::uint32_t range_end = 0;
  Span range_span;
  std::vector<std::size_t> word_lines;
  const auto note = [&](std::string message) {
    if (failure.empty()) {
      failure = std::move(message);
      failure_line = line_;
    }
  };

  std::string line;
  bool any = false;
  while (std::getline(in_, line)) {
    ++line_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      if (any) break;
      continue;
    }
    any = true;
    if (line[0] == '#') {
      if (line.starts_with("# text = ")) text.set_text(std::string_view(line).substr(9));
      if (line.starts_with("# sent_id = ")) out.sentence.id = line.substr(12);
      if (line.starts_with("# newpar")) out.new_paragraph = true;
      if (line.starts_with("# newdoc")) {
        const std::size_t equals = line.find("id = ");
        out.new_document = equals == std::string::npos ? std::string() : line.substr(equals + 5);
      }
      continue;
    }
    if (!failure.empty()) continue;
    if (find_invalid_utf8(line) != std::string_view::npos) {
      note("invalid UTF-8");
      continue;
    }
    std::size_t columns_found = 0;
    const auto columns = split_columns(line, columns_found);
    if (columns_found != column_count) {
      note("expected 10 tab-separated fields, found " + std::to_string(columns_found));
      continue;
    }
    const std::string_view id = columns[0];
    if (id.find('.') != std::string_view::npos) continue;
    const auto next_id = static_cast<std::uint32_t>(out.sentence.tokens.size() + 1);
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      const auto first = number(id.substr(0, dash));
      const auto last = number(id.substr(dash + 1));
      if (!first || !last || *first != next_id || *last < *first) {
        note("ID is " + std::string(id) + ", expected a range from " + std::to_string(next_id));
        continue;
      }
      range_end = *last;
      out.space_after = has_space_after(columns[9]);
      if (!text.place(columns[1], has_space_after(columns[9]), range_span)) note("FORM is not in # text");
      continue;
    }
    if (number(id) != next_id) {
      note("ID is " + std::string(id) + ", expected " + std::to_string(next_id));
      continue;
    }
    Token token;
    if (next_id <= range_end) {
      token.span = range_span;
    } else if (!text.place(columns[1], has_space_after(columns[9]), token.span)) {
      note("FORM is not in # text");
      continue;
    }
    if (next_id > range_end) out.space_after = has_space_after(columns[9]);
    token.form = columns[1];
    token.lemma = columns[2] == "_" && columns[1] != "_" ? std::string() : std::string(columns[2]);
    if (const auto upos = parse_upos(columns[3])) {
      token.upos = *upos;
    } else if (columns[3] != "_") {
      note("UPOS is " + std::string(columns[3]) + ", no universal part of speech");
      continue;
    }
    token.xpos = or_empty(columns[4]);
    token.feats = or_empty(columns[5]);
    if (columns[6] == "_") {
      if (!options_.partial_trees) note("HEAD is _, expected the number of a word");
    } else if (const auto head = number(columns[6])) {
      token.head = *head;
    } else {
      note("HEAD is " + std::string(columns[6]) + ", expected the number of a word");
    }
    if (columns[7] != "_") {
      const std::size_t colon = columns[7].find(':');
      if (const auto deprel = parse_deprel(columns[7].substr(0, colon))) {
        token.deprel = *deprel;
        if (colon != std::string_view::npos) token.subtype = columns[7].substr(colon + 1);
      } else if (!options_.partial_trees) {
        note("DEPREL is " + std::string(columns[7]) + ", no universal relation");
      }
    }
    add_name_tag(out.sentence.names, next_id - 1, columns[9]);
    if (out.line == 0) out.line = line_;
    word_lines.push_back(line_);
    out.sentence.tokens.push_back(std::move(token));
  }

  const auto count = static_cast<std::uint32_t>(out.sentence.tokens.size());
  for (std::uint32_t i = 0; i < count && failure.empty(); ++i) {
    if (out.sentence.tokens[i].head > count || out.sentence.tokens[i].head == i + 1) {
      failure = "HEAD is " + std::to_string(out.sentence.tokens[i].head) + ", the sentence has " +
                std::to_string(count) + " words";
      if (out.sentence.tokens[i].head == i + 1) failure = "HEAD is the word itself";
      failure_line = word_lines[i];
    }
  }
  if (failure.empty()) {
    std::uint32_t roots = 0;
    for (std::uint32_t i = 0; i < count && failure.empty(); ++i) {
      const Token& token = out.sentence.tokens[i];
      const bool counts = !options_.partial_trees || token.deprel == Deprel::root;
      roots += token.head == 0 && counts ? 1 : 0;
      if (roots > 1) {
        failure = "a second root (HEAD 0) in one sentence";
        failure_line = word_lines[i];
      }
      std::uint32_t steps = 0;
      for (std::uint32_t at = i + 1; at != 0 && steps <= count; ++steps) at = out.sentence.tokens[at - 1].head;
      if (steps > count && failure.empty()) {
        failure = "HEAD leads round in a cycle";
        failure_line = word_lines[i];
      }
    }
    if (failure.empty() && !options_.partial_trees && count != 0 && roots == 0) {
      failure = "no word has HEAD 0";
      failure_line = out.line;
    }
  }
  if (!failure.empty()) fail(failure_line, failure);
  out.text = text.take();
  if (count == 0) return any ? next(out) : false;
  out.sentence.span = {out.sentence.tokens.front().span.begin, out.sentence.tokens.back().span.end};
  return true;
}

void append_conllu(std::string& out, const Sentence& sentence, std::string_view article_text) {
  const auto column = [&](std::string_view value) {
    out += '\t';
    if (value.empty()) value = "_";
    for (const char c : value) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  };
  if (!sentence.id.empty()) out.append("# sent_id = ").append(sentence.id).append("\n");
  out += "# text = ";
  for (const char c : slice(article_text, sentence.span)) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  out += '\n';
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    const bool opens_range = i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].span == token.span &&
                             (i == 0 || sentence.tokens[i - 1].span != token.span);
    std::size_t last = i;
    while (last + 1 < sentence.tokens.size() && sentence.tokens[last + 1].span == token.span) ++last;
    const bool space_after =
        last + 1 >= sentence.tokens.size() || sentence.tokens[last + 1].span.begin > token.span.end;
    if (opens_range) {
      out += std::to_string(i + 1) + "-" + std::to_string(last + 1);
      column(slice(article_text, token.span));
      out += "\t_\t_\t_\t_\t_\t_\t_";
      out += space_after ? "\t_\n" : "\tSpaceAfter=No\n";
    }
    const bool in_range = opens_range || (i > 0 && sentence.tokens[i - 1].span == token.span);
    const std::string_view surface = slice(article_text, token.span);
    const bool repaired = !in_range && surface != token.form;
    out += std::to_string(i + 1);
    column(repaired ? surface : token.form);
    column(token.lemma);
    column(name(token.upos));
    column(token.xpos);
    column(token.feats);
    column(std::to_string(token.head));
    column(token.subtype.empty() ? std::string(name(token.deprel))
                                 : std::string(name(token.deprel)) + ":" + token.subtype);
    column("_");
    std::string misc = repaired ? "CorrectForm=" + token.form : "";
    const std::string name = name_tag(sentence.names, static_cast<std::uint32_t>(i));
    if (!name.empty()) misc += misc.empty() ? name : "|" + name;
    if (!in_range && !space_after) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    column(misc);
    out += '\n';
  }
  out += '\n';
}

}  // namespace habari
