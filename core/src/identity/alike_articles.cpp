#include "identity/alike_articles.hpp"

#include "identity/event_time.hpp"
#include "rows/sorting.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace habari {
namespace {

constexpr int most_days_apart = 2;
constexpr std::size_t most_keys = 24;        // of an article
constexpr std::size_t most_neighbours = 48;  // that an article is compared with under a key
constexpr std::size_t most_partners = 12;    // that are kept of an article
constexpr int least_shared = 8 * 8;

struct Row {
  StoryWord word;
  std::int64_t day;
  std::uint32_t beside;  ///< Rank of the rarest other word.
  std::uint32_t rank;    ///< Of the article's identifier.
  auto operator<=>(const Row&) const = default;
};

class AlikeFinder {
 public:
  AlikeFinder(const BuilderRows& rows, const StoryWords& words) : rows_(rows), words_(words) {
    for (std::uint32_t i = 0; i < rows.articles.size(); ++i) {
      const RawArticle& article = rows.articles[i];
      if (article.alive && !article.has_identity && day_number(article.record.date)) order_.push_back(i);
    }
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return rows.strings[rows.articles[a].record.id] < rows.strings[rows.articles[b].record.id];
    });
  }

  std::vector<AlikeArticles> find() {
    add_keys();
    compare_neighbours();
    keep_best();
    std::vector<AlikeArticles> found;
    for (const auto& [first, second, shared] : pairs_) found.push_back({order_[first], order_[second], shared});
    return found;
  }

 private:
  using Pair = std::tuple<std::uint32_t, std::uint32_t, int>;  ///< Ranks and what they share.

  void add_keys() {
    std::vector<std::vector<StoryWord>> rarest(order_.size());
    std::vector<StoryWord> firsts;
    for (std::uint32_t rank = 0; rank < order_.size(); ++rank) {
      std::vector<std::pair<int, StoryWord>> weighed;
      for (const StoryWord word : words_.of_article(order_[rank])) weighed.emplace_back(-words_.weight(word), word);
      std::sort(weighed.begin(), weighed.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return words_.text(a.second) < words_.text(b.second);
      });
      if (weighed.size() > most_keys) weighed.resize(most_keys);
      for (const auto& [weight, word] : weighed) rarest[rank].push_back(word);
      for (std::size_t i = 0; i < std::min<std::size_t>(2, rarest[rank].size()); ++i) firsts.push_back(rarest[rank][i]);
    }
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    std::vector<std::uint32_t> by_text(firsts.size());
    std::iota(by_text.begin(), by_text.end(), 0U);
    std::sort(by_text.begin(), by_text.end(),
              [&](std::uint32_t a, std::uint32_t b) { return words_.text(firsts[a]) < words_.text(firsts[b]); });
    std::vector<std::uint32_t> place(firsts.size());
    for (std::uint32_t i = 0; i < by_text.size(); ++i) place[by_text[i]] = i;
    const auto rank_of = [&](StoryWord word) {
      return place[static_cast<std::size_t>(std::lower_bound(firsts.begin(), firsts.end(), word) - firsts.begin())];
    };
    for (std::uint32_t rank = 0; rank < order_.size(); ++rank) {
      const auto& keys = rarest[rank];
      const std::int64_t day = *day_number(rows_.articles[order_[rank]].record.date);
      for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::size_t other = i == 0 ? 1 : 0;
        keyed_.push_back({keys[i], day, other < keys.size() ? rank_of(keys[other]) : 0, rank});
      }
    }
    std::sort(keyed_.begin(), keyed_.end());
  }

  void compare_neighbours() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (std::size_t i = 0; i < keyed_.size(); ++i) {
      for (std::size_t k = i + 1; k < keyed_.size() && k <= i + most_neighbours; ++k) {
        if (keyed_[k].word != keyed_[i].word || keyed_[k].day > keyed_[i].day + most_days_apart) break;
        found.emplace_back(std::minmax(keyed_[i].rank, keyed_[k].rank));
      }
    }
    sort_unique(found);
    for (const auto& [first, second] : found) {
      const int both = words_.weight(shared(words_.of_article(order_[first]), words_.of_article(order_[second])));
      if (both >= least_shared) pairs_.emplace_back(first, second, both);
    }
  }

  /// A pair stays that is among the best of either of its articles.
  void keep_best() {
    std::vector<std::tuple<std::uint32_t, int, std::uint32_t, std::uint32_t>> rows;  // article, -shared, other, pair
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
      const auto& [first, second, both] = pairs_[i];
      rows.emplace_back(first, -both, second, i);
      rows.emplace_back(second, -both, first, i);
    }
    std::sort(rows.begin(), rows.end());
    std::vector<bool> kept(pairs_.size());
    for (std::size_t i = 0, begin = 0; i < rows.size(); ++i) {
      if (std::get<0>(rows[i]) != std::get<0>(rows[begin])) begin = i;
      if (i - begin < most_partners) kept[std::get<3>(rows[i])] = true;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (kept[i]) pairs_[size++] = pairs_[i];
    }
    pairs_.resize(size);
  }

  const BuilderRows& rows_;
  const StoryWords& words_;
  std::vector<std::uint32_t> order_;  ///< Raw articles by identifier.
  std::vector<Row> keyed_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<AlikeArticles> alike_articles(const BuilderRows& rows, const StoryWords& words) {
  return AlikeFinder(rows, words).find();
}

}  // namespace habari
