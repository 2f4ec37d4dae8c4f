#pragma once

#include <habari/core/graph.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// What may stand as the object of a triple.
enum class Objects : std::uint8_t {
  all,      ///< What is said, too: an event.
  entities  ///< Entities only, as a picture of entities and plain RDF statements need it.
};

/// An event or a standing relation read as subject – relation – object with qualifiers. docs/graph.md has the table of
/// how an event with many participants is read. Refers to its graph.
class TripleView {
 public:
  /// Neither end is there where the text names none (`? – kill – 21 people`, `21 people – die`).
  std::optional<Vertex> subject() const { return present(subject_); }
  /// As subject().
  std::optional<Vertex> object() const { return present(object_); }
  std::string_view relation() const;  ///< Label of the event or the standing relation.

  /// What it was read from: one of the two.
  std::optional<Vertex> event() const { return present(event_); }
  std::optional<Graph::Edge> standing_relation() const;  ///< As event().

  /// Role of the object in the event; Role::agent where agents act on each other.
  std::optional<Role> object_role() const { return object_role_; }
  /// The event's other participants: neither agents nor in the object's role.
  std::vector<RoleView> qualifiers() const;
  std::optional<TimeValue> time() const;  ///< Of the event, where it is known.
  std::optional<EventType> type() const;  ///< None for standing relations.
  Factuality factuality() const;          ///< Standing relations are actual.
  std::vector<Vertex> sources() const;    ///< Whose word the mentions give, each once; none of standing relations.
  float confidence() const;  ///< Of what is least sure of the event, subject and object, by its surest mention: 0 to 1.
  std::size_t mention_count() const;            ///< At least 1.
  std::vector<std::uint32_t> articles() const;  ///< Each once, in ascending order.
  /// What it refers to.
  const Graph& graph() const { return *graph_; }

  /// The same reading from the other side where agents act on each other (`Putin – meet – Kim` for `Kim – meet –
  /// Putin`); nothing elsewhere.
  std::optional<TripleView> mirrored() const;

  friend bool operator==(const TripleView&, const TripleView&) = default;

 private:
  friend std::vector<TripleView> triples_of(const Graph& graph, Vertex event, Objects objects);
  friend TripleView triple_of(const Graph& graph, Graph::Edge relation);
  static std::optional<Vertex> present(Vertex v) { return v == no_vertex ? std::nullopt : std::optional(v); }

  const Graph* graph_ = nullptr;
  Vertex subject_ = no_vertex;
  Vertex object_ = no_vertex;
  Vertex event_ = no_vertex;
  std::uint32_t relation_edge_ = 0;
  std::optional<Role> object_role_;
};

/// The readings of one event: at least one, in order of subject and object.
/// Throws std::invalid_argument where the vertex is no event.
std::vector<TripleView> triples_of(const Graph& graph, Vertex event, Objects objects = Objects::all);
/// Throws std::invalid_argument where the edge is no standing relation.
TripleView triple_of(const Graph& graph, Graph::Edge relation);

/// All readings of a graph, one at a time: those of the events, then the standing relations, each in graph order.
class TripleRange {
 public:
  class Iterator {
   public:
    using value_type = TripleView;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;
    using reference = const TripleView&;
    using pointer = const TripleView*;

    Iterator() = default;
    const TripleView& operator*() const { return current_[at_]; }
    const TripleView* operator->() const { return &current_[at_]; }
    Iterator& operator++();
    Iterator operator++(int);
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.owner_ == b.owner_ && a.at_ == b.at_; }

   private:
    friend class TripleRange;
    Iterator(const Graph& graph, Objects objects, std::uint32_t owner);
    void load();

    const Graph* graph_ = nullptr;
    Objects objects_ = Objects::all;
    std::uint32_t owner_ = 0;  ///< Events, then standing relations.
    std::size_t at_ = 0;
    std::vector<TripleView> current_;
  };

  /// Made by triples().
  TripleRange(const Graph& graph, Objects objects) : graph_(&graph), objects_(objects) {}
  /// The first triple.
  Iterator begin() const { return {*graph_, objects_, 0}; }
  /// After the last.
  Iterator end() const { return {*graph_, objects_, graph_->event_count() + graph_->relation_count()}; }

 private:
  const Graph* graph_;
  Objects objects_;
};

/// The graph must outlive the range.
inline TripleRange triples(const Graph& graph, Objects objects = Objects::all) { return {graph, objects}; }
TripleRange triples(Graph&&, Objects = Objects::all) = delete;

/// All readings in the order of their first mentions: article by article, as the text tells them.
std::vector<TripleView> triples_in_reading_order(const Graph& graph);

/// By the events' times, undated ones last; then as the articles tell them.
void sort_by_time(std::vector<TripleView>& triples);

/// One line: `Vladimir Putin – meet – Kim Jong Un [place Vostochny; time 2023-09-13; actual; 3 mentions in 2
/// articles]`. Names are given in `language` where they have one there; control characters in them become spaces.
std::string describe(const TripleView& triple, std::string_view language = {});
/// An event in brackets, as it stands as an object: `(Russia – help – North Korea)`.
std::string describe_event(const Graph& graph, Vertex event, std::string_view language = {});

}  // namespace habari
