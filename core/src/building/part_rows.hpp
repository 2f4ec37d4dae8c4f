#pragma once

#include "rows/builder_rows.hpp"

#include <habari/core/article_part.hpp>

#include <vector>

namespace habari {

/// Fails where an index lies outside the part, or an entity that takes part in something has no mention.
void check_part(const ArticlePart& part);

/// Of all that the part says.
Uuid fingerprint(const ArticlePart& part);

/// An article part's rows. `mention` and `content` of roles and times count from `first_mention`.
class PartRows {
 public:
  PartRows(const ArticlePart& part, std::uint32_t article, Interner& strings)
      : part_(part), article_(article), strings_(strings) {}

  std::vector<RawEntityMention> entity_mentions() const;
  std::vector<RawEventMention> event_mentions() const;
  std::vector<RawRole> roles(std::uint32_t first_mention) const;
  std::vector<TimeMention> times(std::uint32_t first_mention) const;
  std::vector<QuantityMention> quantities(std::uint32_t first_mention) const;
  std::vector<RawRelation> relations() const;
  std::vector<RawLink> links() const;
  std::vector<RawKnownMatch> known_matches() const;

 private:
  const ArticlePart& part_;
  std::uint32_t article_;
  Interner& strings_;
};

}  // namespace habari
