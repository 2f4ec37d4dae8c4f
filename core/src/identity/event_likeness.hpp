#pragma once

#include "identity/event_clusters.hpp"
#include "identity/story_words.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace habari {

/// What speaks for or against two accounts being of one event.
enum class Likeness : std::uint8_t {
  any,
  same_label,
  same_sense,
  same_family,
  names,
  glosses,
  content_alike,
  number_alike,
  number_differs,
  same_day,
  sentence_weight,
  sentence_share,
  sentence_rest,
  article_weight,
  article_share,
  rivals,
  out_of_order,
};
inline constexpr std::size_t likeness_count = 17;
/// By Likeness; weights of words in eighths of a bit, shares and places in hundredths.
using Evidence = std::array<int, likeness_count>;
std::string_view name(Likeness likeness);
inline int at(const Evidence& evidence, Likeness likeness) { return evidence[static_cast<std::size_t>(likeness)]; }

/// An event as one article tells it.
struct Account {
  std::uint32_t cluster;                ///< In EventClusters::gather().
  std::vector<std::uint32_t> mentions;  ///< In the article.
};

/// Compares accounts of two articles. Requires: entities were joined, `found` are all clusters.
class EventComparison {
 public:
  EventComparison(const BuilderRows& rows, const EventProfiles& profiles, const StoryWords& words,
                  const std::vector<EventCluster>& found);

  /// Whether nothing tells the two apart: sense, standing, day, who stands where, what is said.
  bool may_be_one(std::uint32_t a, std::uint32_t b) const;
  /// What does not need the rest of the articles.
  Evidence compare(const Account& a, const Account& b) const;
  StoryWord family(std::uint32_t cluster) const { return traits_[cluster].family; }
  const EventProfile& profile(std::uint32_t cluster) const { return found_[cluster].profile; }

  /// Thousandths of what the logarithm of the odds is.
  static int score(const Evidence& evidence);
  /// 0 to 1, of two decimals.
  static float confidence(const Evidence& evidence);

 private:
  /// What an event's mentions say beside its profile; sorted.
  struct Traits {
    std::vector<StringId> numbers;
    std::vector<StoryWord> contents;
    StoryWord family;
  };
  bool names_conflict(const EventProfile& a, const EventProfile& b) const;
  int shared_weight(const EventProfile& a, const EventProfile& b, bool named) const;
  void compare_words(const Account& a, const Account& b, Evidence& evidence) const;

  const BuilderRows& rows_;
  const StoryWords& words_;
  const std::vector<EventCluster>& found_;
  std::vector<Traits> traits_;  ///< By cluster.
};

}  // namespace habari
