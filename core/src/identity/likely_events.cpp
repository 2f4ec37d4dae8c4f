#include "identity/likely_events.hpp"

#include "identity/alike_articles.hpp"
#include "rows/sorting.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace habari {
namespace {

constexpr int most_rivals = 4;
// Where less is shared, sentences do not say the same in the same order.
constexpr int least_share_for_order = 25;
constexpr int most_of_article = 96 * 8;

using Accounts = std::vector<Account>;

struct Compared {
  std::uint32_t left;
  std::uint32_t right;
  Evidence evidence;
};

int& of(Evidence& evidence, Likeness likeness) { return evidence[static_cast<std::size_t>(likeness)]; }

/// What two alike articles tell.
class ArticlePair {
 public:
  ArticlePair(const BuilderRows& rows, const StoryWords& words, const EventComparison& comparison, const Accounts& left,
              const Accounts& right)
      : rows_(rows), words_(words), comparison_(comparison), left_(left), right_(right) {}

  /// Accounts of one sense that nothing tells apart. Key: the sense.
  std::vector<Compared> compare(int both) const {
    std::map<StoryWord, std::vector<std::uint32_t>> by_sense;
    for (std::uint32_t i = 0; i < right_.size(); ++i) by_sense[comparison_.family(right_[i].cluster)].push_back(i);
    std::vector<Compared> compared;
    std::vector<int> of_left(left_.size()), of_right(right_.size());
    for (std::uint32_t i = 0; i < left_.size(); ++i) {
      const auto found = by_sense.find(comparison_.family(left_[i].cluster));
      if (found == by_sense.end()) continue;
      for (const std::uint32_t k : found->second) {
        if (left_[i].cluster == right_[k].cluster) continue;
        ++of_left[i];
        ++of_right[k];
        if (!comparison_.may_be_one(left_[i].cluster, right_[k].cluster)) continue;
        compared.push_back({i, k, comparison_.compare(left_[i], right_[k])});
      }
    }
    add_surroundings(both, compared);
    for (Compared& pair : compared) {
      of(pair.evidence, Likeness::rivals) =
          std::min(most_rivals, std::max(of_left[pair.left], of_right[pair.right]) - 1);
    }
    return compared;
  }

 private:
  void add_surroundings(int both, std::vector<Compared>& compared) const {
    if (compared.empty()) return;
    const int share = 100 * both / std::max(1, std::min(weight(left_), weight(right_)));
    const std::vector<int> from = places(left_);
    const std::vector<int> to = places(right_);
    for (Compared& pair : compared) {
      of(pair.evidence, Likeness::article_weight) = std::min(both, most_of_article);
      of(pair.evidence, Likeness::article_share) = share;
      if (at(pair.evidence, Likeness::sentence_share) < least_share_for_order) continue;
      of(pair.evidence, Likeness::out_of_order) = std::abs(from[pair.left] - to[pair.right]);
    }
  }

  int weight(const Accounts& accounts) const {
    return words_.weight(words_.of_article(mention(accounts.front()).article));
  }
  const EventMention& mention(const Account& account) const {
    return rows_.event_mentions[account.mentions.front()].mention;
  }

  /// Where each stands among the events of its sentence, in hundredths.
  std::vector<int> places(const Accounts& accounts) const {
    std::vector<std::tuple<CharSpan, CharSpan, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < accounts.size(); ++i) {
      order.emplace_back(mention(accounts[i]).sentence, mention(accounts[i]).trigger, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<int> places(accounts.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      while (end < order.size() && std::get<0>(order[end]) == std::get<0>(order[begin])) ++end;
      for (std::size_t i = begin; i < end; ++i) {
        places[std::get<2>(order[i])] = static_cast<int>((100 * (i - begin) + 50) / (end - begin));
      }
    }
    return places;
  }

  const BuilderRows& rows_;
  const StoryWords& words_;
  const EventComparison& comparison_;
  const Accounts& left_;
  const Accounts& right_;
};

/// By account of one side: its best counterpart; none where two are equally good.
std::map<std::uint32_t, std::uint32_t> best_of(const std::vector<Compared>& compared, std::uint32_t Compared::*side) {
  std::map<std::uint32_t, std::pair<int, std::uint32_t>> best;
  for (std::uint32_t i = 0; i < compared.size(); ++i) {
    const int score = EventComparison::score(compared[i].evidence);
    const auto [known, added] = best.try_emplace(compared[i].*side, score, i);
    if (added || score < known->second.first) continue;
    known->second = {score, score == known->second.first ? none : i};
  }
  std::map<std::uint32_t, std::uint32_t> found;
  for (const auto& [account, scored] : best) found.emplace(account, scored.second);
  return found;
}

/// Those that each side likes best.
std::vector<const Compared*> counterparts(const std::vector<Compared>& compared) {
  const auto of_left = best_of(compared, &Compared::left);
  const auto of_right = best_of(compared, &Compared::right);
  std::vector<const Compared*> found;
  for (const auto& [account, best] : of_left) {
    if (best != none && of_right.at(compared[best].right) == best) found.push_back(&compared[best]);
  }
  return found;
}

/// Accounts that differ in a number stay side by side.
bool may_be_joined(const Evidence& evidence) {
  return at(evidence, Likeness::number_differs) == 0 && at(evidence, Likeness::same_family) == 0;
}

/// By raw article: what it tells, in the order of the clusters.
std::vector<Accounts> accounts(const BuilderRows& rows, const std::vector<EventCluster>& found) {
  std::vector<Accounts> told(rows.articles.size());
  for (std::uint32_t cluster = 0; cluster < found.size(); ++cluster) {
    for (const std::uint32_t mention : found[cluster].mentions) {
      Accounts& article = told[rows.event_mentions[mention].mention.article];
      if (article.empty() || article.back().cluster != cluster) article.push_back({cluster, {}});
      article.back().mentions.push_back(mention);
    }
  }
  return told;
}

}  // namespace

std::vector<LikelyEvents> likely_events(BuilderRows& rows, const EventProfiles& profiles,
                                        const std::vector<EventCluster>& found, const EvidenceVisitor& visitor) {
  const StoryWords words(rows);
  const EventComparison comparison(rows, profiles, words, found);
  const std::vector<Accounts> told = accounts(rows, found);
  std::map<std::pair<std::uint32_t, std::uint32_t>, LikelyEvents> likely;
  for (const AlikeArticles& pair : alike_articles(rows, words)) {
    const Accounts& left = told[pair.first];
    const Accounts& right = told[pair.second];
    const auto compared = ArticlePair(rows, words, comparison, left, right).compare(pair.shared);
    if (visitor) {
      for (const Compared& one : compared) visitor(left[one.left], right[one.right], one.evidence);
    }
    for (const Compared* best : counterparts(compared)) {
      const auto clusters = std::minmax(left[best->left].cluster, right[best->right].cluster);
      // An article that tells both apart knows better.
      if (share_article(found[clusters.first], found[clusters.second])) continue;
      const float confidence = EventComparison::confidence(best->evidence);
      const LikelyEvents made{clusters.first, clusters.second, confidence, may_be_joined(best->evidence)};
      const auto [known, added] = likely.emplace(clusters, made);
      if (!added && known->second.confidence < confidence) known->second = made;
    }
  }
  std::vector<LikelyEvents> result;
  for (const auto& [clusters, made] : likely) result.push_back(made);
  return result;
}

}  // namespace habari
