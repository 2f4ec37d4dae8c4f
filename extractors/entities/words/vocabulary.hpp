#pragma once

#include "lexicon/lexicon.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace habari {

/// Number of a word form in a Vocabulary. 0: a word that no table knows.
using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

/// Numbers for all word forms (as word_key gives them) that a language's tables mention, so that a text's words are
/// hashed once and compared as numbers from then on.
class Vocabulary {
 public:
  WordId intern(std::string_view key) {
    const auto [at, added] = ids_.try_emplace(std::string(key), static_cast<WordId>(ids_.size() + 1));
    return at->second;
  }
  WordId find(std::string_view key) const {
    const auto at = ids_.find(key);
    return at == ids_.end() ? unknown_word : at->second;
  }
  /// One more than the largest number given.
  std::size_t size() const { return ids_.size() + 1; }

 private:
  StringMap<WordId> ids_;
};

/// Sequences of words, each with one or more values, for left-to-right longest match.
template <typename Value>
class PhraseTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  static constexpr Node none = ~Node{0};

  void add(std::span<const WordId> phrase, Value value) {
    Node node = root;
    for (const WordId word : phrase) {
      const auto [at, added] = edges_.try_emplace(edge(node, word), static_cast<Node>(values_.size()));
      if (added) values_.emplace_back();
      node = at->second;
    }
    if (!phrase.empty()) values_[node].push_back(std::move(value));
    if (!phrase.empty()) starts(phrase.front());
  }

  Node next(Node node, WordId word) const {
    if (word == unknown_word || (node == root && (word >= starts_.size() || !starts_[word]))) return none;
    const auto at = edges_.find(edge(node, word));
    return at == edges_.end() ? none : at->second;
  }
  /// The values of exactly this phrase.
  std::span<const Value> find(std::span<const WordId> phrase) const {
    Node node = root;
    for (const WordId word : phrase) {
      node = next(node, word);
      if (node == none) return {};
    }
    return values_[node];
  }
  /// In the order in which they were added.
  const std::vector<Value>& values(Node node) const { return values_[node]; }

 private:
  static std::uint64_t edge(Node node, WordId word) { return std::uint64_t{node} << 32U | word; }
  void starts(WordId word) {
    if (word >= starts_.size()) starts_.resize(word + 1, false);
    starts_[word] = true;
  }

  std::unordered_map<std::uint64_t, Node> edges_;
  std::vector<std::vector<Value>> values_{1};
  std::vector<bool> starts_;  // most words of a text begin no phrase: they cost one look here
};

}  // namespace habari
