#include "open_triples/open_triples.hpp"

#include "frames/clauses.hpp"
#include "open_triples/clause_triples.hpp"
#include "open_triples/noun_triples.hpp"

#include <fmt/format.h>

#include <iterator>

namespace habari {
namespace {

/// A cell of a tab-separated line: every run of white space is one blank, none at the ends.
void append_cell(std::string& out, std::string_view text) {
  const std::size_t start = out.size();
  bool blank = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
      blank = out.size() > start;
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
}

}  // namespace

std::vector<OpenTriple> read_open_triples(const Lexicon& lexicon, const UnsaidWords& unsaid, std::string_view text,
                                          std::span<const Mention> mentions, std::span<const Sentence> sentences) {
  std::vector<OpenTriple> triples;
  for (const Sentence& sentence : sentences) {
    if (sentence.tokens.empty()) continue;
    const SentenceContext context(sentence, text, lexicon, mentions);
    const Predicates predicates(context);
    const Clauses clauses(context, predicates);
    const std::size_t first = triples.size();
    for (auto& found : {clause_triples(context, predicates, clauses, unsaid), noun_triples(context, unsaid)}) {
      triples.insert(triples.end(), found.begin(), found.end());
    }
    for (std::size_t i = first; i < triples.size(); ++i) triples[i].sentence = sentence.span;
  }
  return triples;
}

void append_tsv(std::string& out, const OpenTriple& triple, std::string_view sentence) {
  append_cell(out, sentence);
  fmt::format_to(std::back_inserter(out), "\t{:.3f}\t", triple.confidence);
  append_cell(out, triple.relation.text);
  out += '\t';
  append_cell(out, triple.subject.text);
  for (const OpenPhrase& argument : triple.arguments) {
    out += '\t';
    append_cell(out, argument.text);
  }
  out += '\n';
}

}  // namespace habari
