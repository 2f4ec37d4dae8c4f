#include "frames/sentence_context.hpp"

#include "frames/datelines.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>

namespace habari {
namespace {

void collect_fixed(const TreeView& tree, Word word, std::vector<Word>& words) {
  words.push_back(word);
  for (const Word child : tree.dependents(word)) {
    const Deprel relation = tree[child].deprel;
    if (relation == Deprel::fixed || relation == Deprel::case_) collect_fixed(tree, child, words);
  }
}

}  // namespace

std::string fold_case(std::string_view form) {
  std::string folded;
  folded.reserve(form.size());
  if (std::all_of(form.begin(), form.end(), [](char c) { return static_cast<signed char>(c) >= 0; })) {
    for (const char c : form) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
  }
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(form.data(), static_cast<std::int32_t>(form.size())), sink, nullptr,
                            status);
  return folded;
}

SentenceContext::SentenceContext(const Sentence& sentence, std::string_view text, const Lexicon& lexicon,
                                 std::span<const Mention> article_mentions, const FrameRules& without)
    : tree_(sentence), text_(text), lexicon_(lexicon), mentions_(article_mentions), without_(without) {
  mention_of_.assign(sentence.tokens.size(), -1);
  auto at = std::lower_bound(mentions_.begin(), mentions_.end(), sentence.span.begin,
                             [](const Mention& mention, std::uint32_t begin) { return mention.span.end <= begin; });
  for (Word word = 0; word < sentence.tokens.size() && at != mentions_.end(); ++word) {
    while (at != mentions_.end() && at->span.end <= sentence.tokens[word].span.begin) ++at;
    if (at != mentions_.end() && at->span.overlaps(sentence.tokens[word].span)) {
      mention_of_[word] = static_cast<std::int32_t>(at - mentions_.begin());
    }
  }
  dateline_end_ = find_dateline_end(*this);
}

const NounEntry* SentenceContext::noun(Word word) const {
  const Token& token = tree_[word];
  if (const NounEntry* entry = lexicon_.noun(token.lemma)) return entry;
  return lexicon_.noun(fold_case(token.lemma.empty() ? token.form : token.lemma));
}

const NounEntry* SentenceContext::noun_phrase(Word noun) const {
  constexpr Word longest = 6;
  const auto belongs = [&](Word word) {
    return word == noun || (mention(word) == nullptr && tree_[word].upos != Upos::punct);
  };
  Word first = noun;
  while (first > 0 && noun - first + 1 < longest && belongs(first - 1)) --first;
  Word end = noun + 1;
  while (end < tree_.size() && end - noun < longest && belongs(end)) ++end;
  for (Word length = std::min(longest, end - first); length > 1; --length) {
    for (Word begin = first; begin <= noun && begin + length <= end; ++begin) {
      if (begin + length <= noun) continue;
      std::string words;
      for (Word word = begin; word < begin + length; ++word) {
        if (!words.empty()) words += ' ';
        words += fold_case(word == noun && !tree_[word].lemma.empty() ? tree_[word].lemma : tree_[word].form);
      }
      if (const NounEntry* entry = lexicon_.noun(words)) return entry;
    }
  }
  return this->noun(noun);
}

const VerbEntry* SentenceContext::verb(Word word) const { return lexicon_.verb(tree_[word].lemma); }

std::optional<EntityKind> SentenceContext::kind(Word word) const {
  if (const Mention* found = mention(word)) return found->kind;
  if (tree_[word].feature("Case") == "Loc") return EntityKind::place;
  if (const NounEntry* entry = noun(word)) return entry->names_event() ? EntityKind::event : entry->kind;
  if (tree_[word].upos == Upos::num) return EntityKind::quantity;
  return std::nullopt;
}

std::string SentenceContext::marker(Word head, Deprel relation) const {
  std::vector<Word> words;
  for (const Word child : tree_.dependents(head)) {
    if (tree_[child].deprel == relation) collect_fixed(tree_, child, words);
  }
  std::sort(words.begin(), words.end());
  std::string marker;
  for (const Word word : words) {
    if (!marker.empty()) marker += ' ';
    marker += fold_case(tree_[word].form);
  }
  return marker;
}

const MarkerEntry* SentenceContext::marker_entry(std::string_view marker, MarkerEntry::Use use,
                                                 std::optional<EntityKind> kind) const {
  const std::vector<std::string_view> words = [&] {
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at < marker.size();) {
      const std::size_t end = std::min(marker.find(' ', at), marker.size());
      pieces.push_back(marker.substr(at, end - at));
      at = end + 1;
    }
    return pieces;
  }();
  for (std::size_t length = words.size(); length > 0; --length) {
    for (std::size_t first = 0; first + length <= words.size(); ++first) {
      const char* begin = words[first].data();
      const std::string_view last = words[first + length - 1];
      const std::string_view run(begin, static_cast<std::size_t>(last.data() + last.size() - begin));
      if (const MarkerEntry* entry = lexicon_.marker(run, use, kind)) return entry;
    }
  }
  return nullptr;
}

}  // namespace habari
