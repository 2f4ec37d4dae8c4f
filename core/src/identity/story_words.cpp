#include "identity/story_words.hpp"

#include "identity/local_entities.hpp"
#include "rows/sorting.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace habari {
namespace {

// Few articles say little of what is rare: as if so many more had been read, in which a word stood so often.
constexpr double articles_before = 1000;
constexpr double names_before = 1;
constexpr double countries_before = 20;
constexpr double senses_before = 20;
constexpr double glosses_before = 8;
constexpr double numbers_before = 8;
constexpr double weight_steps = 8;

bool tells_apart(EntityKind kind) { return kind != EntityKind::time && kind != EntityKind::quantity; }

}  // namespace

std::string_view sense_family(std::string_view sense) { return sense.substr(0, sense.find('.')); }

StoryWords::StoryWords(BuilderRows& rows) : rows_(rows) {
  family_.reserve(rows.event_mentions.size());
  for (const RawEventMention& row : rows.event_mentions) {
    family_.push_back(rows_.strings(sense_family(rows_.strings[row.event.sense])));
  }
  cut_sentences();
  add_events();
  add_names();
  for (auto& words : sentences_) sort_unique(words);
  of_article_.resize(rows.articles.size());
  for (std::uint32_t article = 0; article < rows.articles.size(); ++article) {
    for (std::uint32_t i = first_of_[article]; i < first_of_[article + 1]; ++i) {
      of_article_[article].insert(of_article_[article].end(), sentences_[i].begin(), sentences_[i].end());
    }
    sort_unique(of_article_[article]);
  }
  count();
}

/// Key: article and place of the sentence.
void StoryWords::cut_sentences() {
  std::vector<std::tuple<std::uint32_t, CharSpan, std::uint32_t>> keyed;
  for (std::uint32_t i = 0; i < rows_.event_mentions.size(); ++i) {
    const EventMention& mention = rows_.event_mentions[i].mention;
    keyed.emplace_back(mention.article, mention.sentence, i);
  }
  std::sort(keyed.begin(), keyed.end());
  sentence_of_.resize(keyed.size());
  first_of_.assign(rows_.articles.size() + 1, 0);
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    const auto& [article, span, mention] = keyed[i];
    const bool is_new = i == 0 || std::get<0>(keyed[i - 1]) != article || std::get<1>(keyed[i - 1]) != span;
    if (is_new) {
      spans_.push_back(span);
      ++first_of_[article + 1];
    }
    sentence_of_[mention] = static_cast<std::uint32_t>(spans_.size() - 1);
  }
  for (std::size_t i = 1; i < first_of_.size(); ++i) first_of_[i] += first_of_[i - 1];
  sentences_.resize(spans_.size());
}

void StoryWords::add_events() {
  for (std::uint32_t i = 0; i < rows_.event_mentions.size(); ++i) sentences_[sentence_of_[i]].push_back(sense(i));
  for (const RawRole& role : rows_.roles) {
    if (role.content != none || rows_.strings[role.gloss].empty()) continue;
    sentences_[sentence_of_[role.mention]].push_back(gloss(role.gloss));
  }
  for (const QuantityMention& quantity : rows_.quantities) {
    sentences_[sentence_of_[quantity.event_mention]].push_back(number(quantity.value));
  }
}

void StoryWords::add_names() {
  for (const RawEntityMention& row : rows_.entity_mentions) {
    const std::string_view id = rows_.strings[row.entity];
    if (!tells_apart(row.kind) || (is_local_entity_id(id) && !is_own_name(id))) continue;
    const auto begin = spans_.begin() + first_of_[row.article];
    const auto end = spans_.begin() + first_of_[row.article + 1];
    const auto behind = std::upper_bound(begin, end, row.span.begin,
                                         [](std::uint32_t place, const CharSpan& span) { return place < span.begin; });
    if (behind == begin || (behind - 1)->end < row.span.end) continue;
    sentences_[static_cast<std::size_t>(behind - 1 - spans_.begin())].push_back(name(row.entity));
  }
}

/// Key: word.
void StoryWords::count() {
  double articles = articles_before;
  std::vector<StoryWord> all;
  for (std::uint32_t article = 0; article < of_article_.size(); ++article) {
    if (!rows_.articles[article].alive) continue;
    ++articles;
    all.insert(all.end(), of_article_[article].begin(), of_article_[article].end());
  }
  std::sort(all.begin(), all.end());
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end] == all[begin]) ++end;
    const auto sort = static_cast<Sort>(all[begin] >> 32U);
    double before = names_before;
    if (sort == Sort::sense) before = senses_before;
    if (sort == Sort::gloss) before = glosses_before;
    if (sort == Sort::number) before = numbers_before;
    if (sort == Sort::name && text(all[begin]).second.starts_with("country/")) before = countries_before;
    const double rarity = std::log2(articles / (static_cast<double>(end - begin) + before));
    weights_.emplace_back(all[begin], static_cast<int>(std::lround(weight_steps * rarity)));
  }
}

int StoryWords::weight(StoryWord word) const {
  const auto found = std::lower_bound(weights_.begin(), weights_.end(), std::pair(word, 0),
                                      [](const auto& a, const auto& b) { return a.first < b.first; });
  return found == weights_.end() || found->first != word ? 0 : found->second;
}

int StoryWords::weight(const std::vector<StoryWord>& words) const {
  int sum = 0;
  for (const StoryWord word : words) sum += weight(word);
  return sum;
}

std::pair<std::uint32_t, std::string_view> StoryWords::text(StoryWord word) const {
  return {static_cast<std::uint32_t>(word >> 32U), rows_.strings[StringId(static_cast<std::uint32_t>(word))]};
}

}  // namespace habari
