#include "analysis/learned/lemmatizer.hpp"

#include "analysis/model/word_features.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <tuple>
#include <utility>

namespace habari::learned {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Byte offset behind `count` code points, npos where there are fewer.
std::size_t front_offset(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0; --count) {
    if (at >= text.size()) return std::string_view::npos;
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
  }
  return at;
}

/// Byte offset before the last `count` code points, npos where there are fewer.
std::size_t back_offset(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (; count > 0; --count) {
    if (at == 0) return std::string_view::npos;
    --at;
    while (at > 0 && continues(text[at])) --at;
  }
  return at;
}

std::string capitalize(const std::string& lower) {
  if (lower.empty()) return lower;
  std::size_t at = 0;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(lower.data(), at, c);
  std::string out(4, '\0');
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(out.data(), length, u_toupper(c));
  out.resize(static_cast<std::size_t>(length));
  return out + lower.substr(at);
}

bool parse_number(std::string_view text, std::uint32_t& value) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc{} && end == text.data() + text.size();
}

std::string_view take(std::string_view& from, char separator) {
  const std::size_t end = from.find(separator);
  const std::string_view field = from.substr(0, end);
  from.remove_prefix(end == std::string_view::npos ? from.size() : end + 1);
  return field;
}

}  // namespace

bool LemmaRule::apply(std::string_view form, std::string& lemma) const {
  std::string cased = letter_case == Case::keep ? std::string(form) : lower_case(form);
  if (letter_case == Case::capitalize) cased = capitalize(cased);
  const std::size_t front = front_offset(cased, cut_front);
  const std::size_t back = back_offset(cased, cut_back);
  if (front == std::string::npos || back == std::string::npos || front > back) return false;
  lemma = add_front + cased.substr(front, back - front) + add_back;
  return !lemma.empty();
}

std::uint64_t LemmaKeys::affix(std::string_view lower, bool front, std::size_t n, std::uint64_t tag_class) {
  const std::size_t cut = front ? front_offset(lower, n) : back_offset(lower, n);
  const std::string_view affix =
      cut == std::string_view::npos ? lower : (front ? lower.substr(0, cut) : lower.substr(cut));
  return hash_bytes(affix, tag_class * 16 + n * 2 + (front ? 1 : 0)) | 1U;
}

std::uint64_t LemmaKeys::form(std::string_view form, std::uint64_t tag_class) {
  return hash_bytes(plain_quotes(form), tag_class * 16 + 15) | 1U;
}

std::uint64_t Lemmatizer::fine_class(const Tag& tag) {
  return hash_bytes(std::string(name(tag.upos)) + "\t" + tag.xpos + "\t" + tag.feats);
}

std::uint64_t Lemmatizer::coarse_class(const Tag& tag) {
  return hash_bytes(std::string(name(tag.upos)) + "\t" + (tag.xpos.empty() ? tag.feats : tag.xpos));
}

std::uint32_t Lemmatizer::known_key(std::string_view lemma, Upos upos) {
  return static_cast<std::uint32_t>(hash_bytes(lemma, 32 + static_cast<std::uint64_t>(upos)));
}

void Lemmatizer::read_rules(const ModelFile& file) {
  const auto damaged = [&] { file.fail("model is damaged: its lemma rules"); };
  std::string_view rest = file.section(rules_section);
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    LemmaRule rule;
    std::uint32_t letter_case = 0;
    if (!parse_number(take(line, '\t'), letter_case) || letter_case > 2) damaged();
    rule.letter_case = static_cast<LemmaRule::Case>(letter_case);
    if (!parse_number(take(line, '\t'), rule.cut_front)) damaged();
    rule.add_front = take(line, '\t');
    if (!parse_number(take(line, '\t'), rule.cut_back)) damaged();
    rule.add_back = line;
    rules_.push_back(std::move(rule));
  }
}

Lemmatizer::Lemmatizer(const ModelFile& file, const std::vector<Tag>& tags, IrregularForms irregular)
    : tags_(tags),
      keys_(file.values<std::uint64_t>(keys_section)),
      values_(file.values<std::uint32_t>(values_section, keys_.size())),
      fronts_(file.values<std::uint8_t>(fronts_section, tags.size())),
      often_(file.values<std::uint32_t>(often_section)),
      often_ends_(file.values<std::uint32_t>(often_ends_section, tags.size())),
      known_(file.values<std::uint32_t>(known_section)),
      irregular_(std::move(irregular)) {
  const auto damaged = [&] { file.fail("model is damaged: its lemma rules"); };
  read_rules(file);
  if (keys_.empty() || (keys_.size() & (keys_.size() - 1)) != 0) damaged();
  if (std::find(keys_.begin(), keys_.end(), 0) == keys_.end()) damaged();
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] != 0 && values_[i] >= rules_.size()) damaged();
  }
  for (const std::uint32_t rule : often_) {
    if (rule >= rules_.size()) damaged();
  }
  if (!std::is_sorted(often_ends_.begin(), often_ends_.end())) damaged();
  if (!std::is_sorted(known_.begin(), known_.end())) damaged();
  if (!often_ends_.empty() && often_ends_.back() > often_.size()) damaged();
  for (const Tag& tag : tags) {
    fine_.push_back(fine_class(tag));
    coarse_.push_back(coarse_class(tag));
    upos_.push_back(tag.upos);
  }
}

bool Lemmatizer::is_known(std::string_view lemma, Upos upos) const {
  return std::binary_search(known_.begin(), known_.end(), known_key(lemma, upos));
}

const LemmaRule* Lemmatizer::find(std::uint64_t key) const {
  const std::size_t mask = keys_.size() - 1;
  for (std::size_t at = key & mask; keys_[at] != 0; at = (at + 1) & mask) {
    if (keys_[at] == key) return &rules_[values_[at]];
  }
  return nullptr;
}

void Lemmatizer::fill(std::span<Sentence> sentences) const {
  for (Sentence& sentence : sentences) {
    for (Token& token : sentence.tokens) {
      if (token.lemma.empty()) token.lemma = lemma(token.form, nearest_tag(token));
    }
  }
}

std::size_t Lemmatizer::nearest_tag(const Token& token) const {
  const auto is_before = [&](const Tag& tag, const Token& wanted) {
    return std::tie(tag.upos, tag.xpos, tag.feats) < std::tie(wanted.upos, wanted.xpos, wanted.feats);
  };
  const auto after = std::lower_bound(tags_.begin(), tags_.end(), token, is_before);
  const auto likeness = [&](const Tag& tag) {
    const auto shared = std::mismatch(tag.feats.begin(), tag.feats.end(), token.feats.begin(), token.feats.end());
    return std::tuple(tag.upos == token.upos, tag.xpos == token.xpos, shared.first - tag.feats.begin());
  };
  auto best = after == tags_.end() ? std::prev(after) : after;
  if (after != tags_.begin() && likeness(*std::prev(after)) > likeness(*best)) best = std::prev(after);
  return static_cast<std::size_t>(best - tags_.begin());
}

/// Whether words with this tag mostly are their own lemmas.
bool Lemmatizer::is_base(std::size_t tag) const {
  const std::size_t first = tag == 0 ? 0 : often_ends_[tag - 1];
  if (first == often_ends_[tag]) return false;
  const LemmaRule& rule = rules_[often_[first]];
  return rule.cut_front + rule.cut_back == 0 && rule.add_front.empty() && rule.add_back.empty();
}

const std::string* Lemmatizer::irregular(std::string_view lower, std::size_t tag) const {
  const std::string* lemma = irregular_.find(lower, upos_[tag]);
  // `found` is of `find`, but to found is a verb too.
  const bool is_its_own = lemma != nullptr && is_base(tag) && is_known(lower, upos_[tag]);
  return is_its_own ? nullptr : lemma;
}

/// For a word that has no lemma under its tag, because that is wrong (`lent` as an adjective).
const std::string* Lemmatizer::irregular_of_another_upos(std::string_view lower, std::size_t tag) const {
  constexpr std::array inflected = {Upos::verb, Upos::noun, Upos::adj, Upos::adv};
  if (std::find(inflected.begin(), inflected.end(), upos_[tag]) == inflected.end()) return nullptr;
  for (const Upos upos : inflected) {
    if (const std::string* lemma = irregular_.find(lower, upos)) return lemma;
  }
  return nullptr;
}

std::string Lemmatizer::regular(std::string_view form, std::string_view lower, std::size_t tag) const {
  std::string first;
  std::string doubtful;  // A known one whose forms with this ending are others.
  std::string lemma;
  const auto settles = [&](const LemmaRule& rule) {
    if (!rule.apply(form, lemma)) return false;
    if (first.empty()) first = lemma;
    if (!is_known(lemma, upos_[tag])) return false;
    const std::string_view ending = lower.substr(back_offset(lower, rule.cut_back));
    if (ending.empty() || !irregular_.has_form_with_ending(lemma, upos_[tag], ending)) return true;
    if (doubtful.empty()) doubtful = lemma;
    return false;
  };
  for (std::size_t n = LemmaKeys::longest_affix + 1; n-- > 0;) {
    const LemmaRule* rule = find(LemmaKeys::affix(lower, fronts_[tag] != 0, n, coarse_[tag]));
    if (rule != nullptr && settles(*rule)) return lemma;
  }
  for (std::size_t i = tag == 0 ? 0 : often_ends_[tag - 1]; i < often_ends_[tag]; ++i) {
    if (settles(rules_[often_[i]])) return lemma;
  }
  if (!doubtful.empty()) return doubtful;
  // The tag may be wrong, and its endings with it.
  if (is_known(lower, upos_[tag])) return std::string(lower);
  if (const std::string* other = irregular_of_another_upos(lower, tag)) return *other;
  return first.empty() ? std::string(form) : first;
}

std::string Lemmatizer::lemma(std::string_view form, std::size_t tag) const {
  const std::string lower = fold(form);
  if (const std::string* lemma = irregular(lower, tag)) return *lemma;
  std::string lemma;
  for (const std::uint64_t tag_class : {fine_[tag], coarse_[tag]}) {
    const LemmaRule* rule = find(LemmaKeys::form(form, tag_class));
    if (rule != nullptr && rule->apply(form, lemma)) return lemma;
  }
  return regular(form, lower, tag);
}

}  // namespace habari::learned
