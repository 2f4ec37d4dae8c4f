#include "analysis/learned/training/voting.hpp"

#include <algorithm>

namespace habari::learned {
namespace {

/// The value that more than half of the readings have at word `i`, or `none`.
template <typename Value>
std::uint32_t majority(const std::vector<NetworkSentence>& readings, Value value) {
  for (const NetworkSentence& candidate : readings) {
    const std::uint32_t wanted = value(candidate);
    const auto agreed = std::count_if(readings.begin(), readings.end(),
                                      [&](const NetworkSentence& reading) { return value(reading) == wanted; });
    if (static_cast<std::size_t>(agreed) * 2 > readings.size()) return wanted;
  }
  return NetworkSentence::none;
}

}  // namespace

NetworkSentence vote(const std::vector<NetworkSentence>& readings) {
  NetworkSentence out = readings.front();
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    NetworkSentence::Word& word = out.words[i];
    word.tag = majority(readings, [&](const NetworkSentence& reading) { return reading.words[i].tag; });
    word.head = majority(readings, [&](const NetworkSentence& reading) { return reading.words[i].head; });
    // A relation is one to this head: readings with another have no voice.
    word.relation = majority(readings, [&](const NetworkSentence& reading) {
      return reading.words[i].head == word.head ? reading.words[i].relation : NetworkSentence::none;
    });
  }
  return out;
}

}  // namespace habari::learned
