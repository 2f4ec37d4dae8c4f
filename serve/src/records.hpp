#pragma once

#include "json.hpp"

#include <habari/core/text.hpp>
#include <habari/serve/explorer.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace habari::serve {

/// How records name other things.
enum class References : std::uint8_t {
  whole,  ///< With names and kind, so that a record can be shown by itself.
  ids     ///< By identifier: where everything is written once, beside each other.
};

/// Writes entities and events as the page knows them. docs/explore.md lists the members.
class Records {
 public:
  Records(const Explorer& explorer, Json& json, References references = References::whole)
      : explorer_(explorer), graph_(explorer.graph()), json_(json), references_(references) {}

  /// An entity by name, or an event in words, as one of several things that take part.
  void reference(Vertex v) const;
  /// All that the page says of an entity beside its events.
  void entity(Vertex v) const;
  /// A row of the list.
  void event(Vertex event) const;
  /// With roles, and where and in which words it is told.
  void told_event(Vertex event) const;
  /// What is known of an article, its text apart.
  void article(std::uint32_t number) const;

 private:
  void reference_members(Vertex v) const;
  void event_members(Vertex event) const;
  void roles(Vertex event) const;
  void triples(Vertex event) const;
  void mentions(Vertex event) const;
  void mention(const EventView& event, std::uint32_t number) const;
  void article_reference(std::uint32_t number) const;
  void sentence(const EventView& event, std::uint32_t number) const;
  void times_and_quantities(std::uint32_t number) const;
  void matches(Vertex event) const;
  const CodePointIndexView& offsets(std::uint32_t article) const;

  const Explorer& explorer_;
  const Graph& graph_;
  Json& json_;
  References references_;
  mutable std::map<std::uint32_t, CodePointIndexView> offsets_;  ///< Of the articles quoted so far.
};

}  // namespace habari::serve
