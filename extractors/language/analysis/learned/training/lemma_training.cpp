#include "analysis/learned/training/lemma_training.hpp"

#include "analysis/model/word_features.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace habari::learned {
namespace {

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

struct Common {
  std::size_t in_form = 0;
  std::size_t in_lemma = 0;
  std::size_t length = 0;
};

/// The longest common run of characters; of equals the first.
Common longest_common(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  Common best;
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = b.size(); j-- > 0;) {
      row[j + 1] = a[i] == b[j] ? row[j] + 1 : 0;
      if (row[j + 1] > best.length) best = {i + 1 - row[j + 1], j + 1 - row[j + 1], row[j + 1]};
    }
  }
  return best;
}

std::string join(const std::vector<std::string_view>& parts, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += parts[i];
  return out;
}

/// How often each rule was right under one key.
using Votes = std::map<std::uint32_t, std::uint32_t>;

std::uint32_t winner(const Votes& votes) {
  return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

struct Entry {
  std::string form;
  std::string lower;
  std::size_t tag = 0;
  std::uint64_t fine = 0;
  std::uint64_t coarse = 0;
  std::uint32_t rule = 0;
  std::uint32_t count = 0;
};

class LemmaTrainer {
 public:
  LemmaTrainer(const std::vector<ConlluSentence>& treebank, const std::vector<Tag>& tags,
               const std::vector<DictionaryEntry>& dictionary)
      : tags_(tags) {
    std::map<std::tuple<std::string, std::size_t, std::string>, std::uint32_t> counts;
    for (const ConlluSentence& sentence : treebank) {
      for (const Token& token : sentence.sentence.tokens) {
        const Tag tag{token.upos, token.xpos, token.feats};
        const auto at = std::lower_bound(tags.begin(), tags.end(), tag);
        if (token.lemma.empty() || at == tags.end() || *at != tag) continue;
        ++counts[{plain_quotes(token.form), static_cast<std::size_t>(at - tags.begin()), token.lemma}];
        known_.insert(Lemmatizer::known_key(token.lemma, token.upos));
      }
    }
    for (const auto& [key, count] : counts) {
      const auto& [form, tag, lemma] = key;
      entries_.push_back({form, fold(form), tag, Lemmatizer::fine_class(tags[tag]), Lemmatizer::coarse_class(tags[tag]),
                          number_of(derive_lemma_rule(form, lemma)), count});
    }
    settle_letter_cases();
    for (const DictionaryEntry& entry : dictionary) known_.insert(Lemmatizer::known_key(entry.lemma, entry.upos));
  }

  void train() {
    for (const Tag& tag : tags_) {
      const std::uint64_t tag_class = Lemmatizer::coarse_class(tag);
      if (!fronts_.contains(tag_class)) fronts_[tag_class] = prefers_front(tag_class);
    }
    for (std::size_t n = 0; n <= LemmaKeys::longest_affix; ++n) learn_affixes(n);
    collect_often();
    ModelWriter writer("und");
    write(writer);
    const ModelFile file = ModelFile::from_bytes(writer.bytes(), "lemmas in training", "und");
    const Lemmatizer by_affixes(file, tags_);
    learn_forms(true, by_affixes);
    learn_forms(false, by_affixes);
  }

  void write(ModelWriter& out) const {
    std::string rules;
    for (const LemmaRule& rule : rules_) {
      if (!rules.empty()) rules += '\n';
      rules += std::to_string(static_cast<int>(rule.letter_case)) + "\t" + std::to_string(rule.cut_front) + "\t" +
               rule.add_front + "\t" + std::to_string(rule.cut_back) + "\t" + rule.add_back;
    }
    out.add(Lemmatizer::rules_section, rules);
    std::size_t slots = 16;
    while (slots < table_.size() * 3 / 2) slots *= 2;
    std::vector<std::uint64_t> keys(slots, 0);
    std::vector<std::uint32_t> values(slots, 0);
    for (const auto& [key, rule] : table_) {
      std::size_t at = key & (slots - 1);
      while (keys[at] != 0) at = (at + 1) & (slots - 1);
      keys[at] = key;
      values[at] = rule;
    }
    out.add_values(Lemmatizer::keys_section, keys);
    out.add_values(Lemmatizer::values_section, values);
    std::vector<std::uint8_t> fronts;
    for (const Tag& tag : tags_) fronts.push_back(fronts_.at(Lemmatizer::coarse_class(tag)) ? 1 : 0);
    out.add_values(Lemmatizer::fronts_section, fronts);
    std::vector<std::uint32_t> often;
    std::vector<std::uint32_t> ends;
    for (const Tag& tag : tags_) {
      const auto rules_of_tag = often_.find(Lemmatizer::coarse_class(tag));
      if (rules_of_tag != often_.end()) {
        often.insert(often.end(), rules_of_tag->second.begin(), rules_of_tag->second.end());
      }
      ends.push_back(static_cast<std::uint32_t>(often.size()));
    }
    out.add_values(Lemmatizer::often_section, often);
    out.add_values(Lemmatizer::often_ends_section, ends);
    out.add_values(Lemmatizer::known_section, std::vector<std::uint32_t>(known_.begin(), known_.end()));
  }

 private:
  std::uint32_t number_of(const LemmaRule& rule) {
    const auto [at, fresh] = numbers_.emplace(rule, static_cast<std::uint32_t>(rules_.size()));
    if (fresh) rules_.push_back(rule);
    return at->second;
  }

  /// A form without capitals does not show whether its lemma would have kept them: what the class's other forms do
  /// tells.
  void settle_letter_cases() {
    std::map<std::uint64_t, std::int64_t> kept;
    const auto has_capitals = [](const Entry& entry) { return lower_case(entry.form) != entry.form; };
    for (const Entry& entry : entries_) {
      if (!has_capitals(entry)) continue;
      if (rules_[entry.rule].letter_case == LemmaRule::Case::keep) ++kept[entry.coarse];
      if (rules_[entry.rule].letter_case == LemmaRule::Case::lower) --kept[entry.coarse];
    }
    for (Entry& entry : entries_) {
      if (has_capitals(entry) || rules_[entry.rule].letter_case != LemmaRule::Case::lower) continue;
      if (kept[entry.coarse] <= 0) continue;
      LemmaRule rule = rules_[entry.rule];
      rule.letter_case = LemmaRule::Case::keep;
      entry.rule = number_of(rule);
    }
  }

  /// The rules that many different forms of a class have, the most frequent first.
  void collect_often() {
    constexpr std::size_t least = 3;
    constexpr std::size_t once_in = 200;
    constexpr std::size_t most = 12;
    std::map<std::uint64_t, Votes> votes;
    for (const Entry& entry : entries_) ++votes[entry.coarse][entry.rule];
    for (const auto& [tag_class, rules] : votes) {
      std::size_t total = 0;
      for (const auto& [rule, count] : rules) total += count;
      std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;
      for (const auto& [rule, count] : rules) {
        if (count >= least && count * once_in >= total) ranked.emplace_back(count, rule);
      }
      std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
      ranked.resize(std::min(ranked.size(), most));
      for (const auto& [count, rule] : ranked) often_[tag_class].push_back(rule);
    }
  }

  /// Whether beginnings of three characters settle the rule more often than endings, each word judged by the others.
  bool prefers_front(std::uint64_t tag_class) const {
    std::size_t right[2] = {0, 0};
    for (const bool front : {false, true}) {
      std::unordered_map<std::uint64_t, Votes> votes;
      for (const Entry& entry : entries_) {
        if (entry.coarse == tag_class) ++votes[LemmaKeys::affix(entry.lower, front, 3, tag_class)][entry.rule];
      }
      for (const Entry& entry : entries_) {
        if (entry.coarse != tag_class) continue;
        Votes others = votes[LemmaKeys::affix(entry.lower, front, 3, tag_class)];
        if (--others[entry.rule] == 0) others.erase(entry.rule);
        right[front ? 1 : 0] += !others.empty() && winner(others) == entry.rule ? 1 : 0;
      }
    }
    return right[1] > right[0];
  }

  /// What the table says so far of an entry by its affixes shorter than `n`.
  const std::uint32_t* decision(const Entry& entry, std::size_t n) const {
    const auto front = fronts_.find(entry.coarse);
    for (; n-- > 0;) {
      const auto found = table_.find(LemmaKeys::affix(entry.lower, front->second, n, entry.coarse));
      if (found != table_.end()) return &found->second;
    }
    return nullptr;
  }

  /// Keeps an affix where it says something else than the shorter ones do.
  void learn_affixes(std::size_t n) {
    std::map<std::uint64_t, Votes> votes;
    std::map<std::uint64_t, const Entry*> example;
    for (const Entry& entry : entries_) {
      const auto front = fronts_.find(entry.coarse);
      if (front == fronts_.end()) continue;
      const std::uint64_t key = LemmaKeys::affix(entry.lower, front->second, n, entry.coarse);
      ++votes[key][entry.rule];
      example[key] = &entry;
    }
    std::map<std::uint64_t, std::uint32_t> fresh;
    for (const auto& [key, rules] : votes) {
      std::uint32_t total = 0;
      for (const auto& [rule, count] : rules) total += count;
      const std::uint32_t best = winner(rules);
      // A single word proves no ending.
      if (n > 0 && (total < 2 || rules.at(best) * 2 <= total)) continue;
      const std::uint32_t* known = decision(*example[key], n);
      if (known == nullptr || *known != best) fresh[key] = best;
    }
    table_.insert(fresh.begin(), fresh.end());
  }

  /// Keeps a form where the affixes would be wrong.
  void learn_forms(bool coarse, const Lemmatizer& by_affixes) {
    std::map<std::pair<std::string, std::uint64_t>, Votes> votes;
    std::map<std::pair<std::string, std::uint64_t>, const Entry*> example;
    for (const Entry& entry : entries_) {
      const auto key = std::pair(entry.form, coarse ? entry.coarse : entry.fine);
      votes[key][entry.rule] += entry.count;
      example[key] = &entry;
    }
    for (const auto& [key, rules] : votes) {
      const Entry& entry = *example[key];
      const std::uint32_t best = winner(rules);
      const auto found = table_.find(LemmaKeys::form(entry.form, entry.coarse));
      std::string known;
      if (coarse || found == table_.end() || !rules_[found->second].apply(entry.form, known)) {
        known = by_affixes.lemma(entry.form, entry.tag);
      }
      std::string right;
      if (!rules_[best].apply(entry.form, right) || right == known) continue;
      table_[LemmaKeys::form(key.first, key.second)] = best;
    }
  }

  const std::vector<Tag>& tags_;
  std::vector<Entry> entries_;
  std::vector<LemmaRule> rules_;
  std::map<LemmaRule, std::uint32_t> numbers_;
  std::map<std::uint64_t, std::vector<std::uint32_t>> often_;
  std::set<std::uint32_t> known_;
  std::map<std::uint64_t, bool> fronts_;
  std::map<std::uint64_t, std::uint32_t> table_;
};

}  // namespace

LemmaRule derive_lemma_rule(std::string_view form, std::string_view lemma) {
  const std::string lower_form = lower_case(form);
  const std::string lower_lemma = lower_case(lemma);
  LemmaRule rule;
  const auto form_characters = characters(lower_form);
  const auto lemma_characters = characters(lower_lemma);
  const Common common = longest_common(form_characters, lemma_characters);
  const auto exact_lemma = characters(lemma);
  rule.cut_front = static_cast<std::uint32_t>(common.in_form);
  rule.add_front = join(exact_lemma, 0, common.in_lemma);
  rule.cut_back = static_cast<std::uint32_t>(form_characters.size() - common.in_form - common.length);
  rule.add_back = join(exact_lemma, common.in_lemma + common.length, exact_lemma.size());
  for (const auto letter_case : {LemmaRule::Case::lower, LemmaRule::Case::keep, LemmaRule::Case::capitalize}) {
    rule.letter_case = letter_case;
    std::string made;
    if (rule.apply(form, made) && made == lemma) return rule;
  }
  // No case fits: the whole lemma is put in the form's place.
  return {LemmaRule::Case::keep, static_cast<std::uint32_t>(form_characters.size()), std::string(lemma), 0, ""};
}

void train_lemmatizer(const std::vector<ConlluSentence>& treebank, const std::vector<Tag>& tags,
                      const std::vector<DictionaryEntry>& dictionary, ModelWriter& out) {
  LemmaTrainer trainer(treebank, tags, dictionary);
  trainer.train();
  trainer.write(out);
}

}  // namespace habari::learned
