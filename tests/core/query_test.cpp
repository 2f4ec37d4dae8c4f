#include "graph_documents.hpp"
#include "random_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/query.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <string>
#include <vector>

namespace habari {
namespace {

static_assert(std::ranges::input_range<TripleMatchRange> && std::ranges::input_range<MatchRange>);

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

std::vector<std::string> lines(const QueryIndex& index, const Pattern& pattern) {
  std::vector<std::string> found;
  for (const TripleView& triple : index.find(pattern)) found.push_back(describe(triple, "en"));
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> ids(const Graph& graph, const std::vector<Vertex>& vertices) {
  std::vector<std::string> found;
  for (const Vertex v : vertices) found.push_back(graph.id(v));
  return found;
}

class Meeting : public testing::Test {
 protected:
  Graph graph = graph_of({test::swahili_meeting(), test::english_meeting(), test::english_protest()});
  QueryIndex index{graph};
  std::string meeting =
      "Vladimir Putin – meet – Kim Jong Un [place Vostochny Cosmodrome; time 2023-09-13; actual; source Kremlin; "
      "2 mentions in 2 articles]";
};

using Query = Meeting;

TEST_F(Query, FindsByEachThingThatIsKnown) {
  using L = std::vector<std::string>;
  EXPECT_EQ(lines(index, {.subject = "Vladimir Putin", .relation = "meet"}), L{meeting});
  EXPECT_EQ(lines(index, {.object = "person/kim-jong-un"}), L{meeting});
  EXPECT_EQ(lines(index, {.relation = "kutana"}), L{meeting});
  EXPECT_EQ(lines(index, {.relation = "CONSULT"}), L{meeting});
  EXPECT_EQ(lines(index, {.type = EventType::consult}), L{meeting});
  EXPECT_EQ(lines(index, {.place = "vostochny"}), L{meeting});
  EXPECT_EQ(lines(index, {.since = Date(2023, 9), .until = Date(2023, 9)}), L{meeting});
  EXPECT_EQ(lines(index, {.relation = "meet", .source = "Kremlin", .language = "en", .article = "en-1"}), L{meeting});
  EXPECT_EQ(lines(index, {.relation = "meet", .source = "Kremlin", .language = "sw"}), L{});
  EXPECT_EQ(lines(index, {.factuality = Factuality::planned}).size(), 1u);
  EXPECT_EQ(lines(index, {.relation = "president"}).size(), 1u);
  EXPECT_EQ(lines(index, {.article = "en-2"}).size(), 2u);
  EXPECT_EQ(lines(index, {.subject = "nobody"}), L{});
  EXPECT_EQ(lines(index, {.article = "nothing"}), L{});
  EXPECT_EQ(lines(index, {.since = Date(2023, 9, 14)}), L{});
  EXPECT_EQ(lines(index, {.subject = no_vertex}), L{});
}

TEST_F(Query, OfNothingIsEverything) {
  std::vector<std::string> all;
  for (const TripleView& triple : triples(graph)) all.push_back(describe(triple, "en"));
  std::sort(all.begin(), all.end());
  EXPECT_EQ(lines(index, {}), all);
}

TEST_F(Query, NamesAreIdentifiersThenWholeNamesThenWordsInNames) {
  EXPECT_EQ(ids(graph, index.named("person/kim-jong-un")), std::vector<std::string>{"person/kim-jong-un"});
  EXPECT_EQ(ids(graph, index.named(" kim  jong-UN ")), std::vector<std::string>{"person/kim-jong-un"});
  EXPECT_EQ(ids(graph, index.named("Jong Un")), std::vector<std::string>{"person/kim-jong-un"});
  EXPECT_TRUE(index.named("Jong").size() == 1 && index.named("ong").empty());
  EXPECT_TRUE(index.named("").empty());
  EXPECT_EQ(index.named(graph.id(graph.entity_count())), std::vector<Vertex>{graph.entity_count()});
}

TEST_F(Query, FollowsVariablesFromStepToStep) {
  // Who met someone, and of which country is he president?
  const MatchRange range = index.find({{.subject = Variable{"who"}, .relation = "president", .object = Variable{"of"}},
                                       {.subject = Variable{"who"}, .relation = "meet", .object = Variable{"whom"}}});
  EXPECT_EQ(range.variables(), (std::vector<std::string>{"who", "of", "whom"}));
  std::vector<Match> matches;
  for (const Match& match : range) matches.push_back(match);
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(ids(graph, matches[0].values), (std::vector<std::string>{test::putin, test::russia, test::kim}));
  EXPECT_EQ(matches[0].triples[0].relation(), "president");
  EXPECT_EQ(matches[0].triples[1].relation(), "meet");
}

TEST_F(Query, WithoutStepsHasNoAnswer) {
  EXPECT_TRUE(index.find(std::vector<Pattern>()).begin() == std::default_sentinel);
}

TEST(QueryIndex, FindsMutualEventsFromEitherSide) {
  const Graph graph = graph_of({test::DocumentMaker("a", "en", "2024-01-01", "Ana and Ben met.")
                                    .event("met", "meet", "meet", EventType::consult)
                                    .with(Role::agent, "Ana", "person/ana")
                                    .with(Role::agent, "Ben", "person/ben")
                                    .make()});
  const QueryIndex index(graph);
  const auto first = [&](const Pattern& pattern) { return describe(*index.find(pattern).begin()); };
  EXPECT_EQ(first({}), "Ana – meet – Ben [actual]");
  EXPECT_EQ(first({.subject = "Ben"}), "Ben – meet – Ana [actual]");
  EXPECT_EQ(first({.object = "Ana"}), "Ben – meet – Ana [actual]");
  EXPECT_EQ(lines(index, {.relation = "meet"}).size(), 1u);
}

TEST(QueryIndex, TakesHostileNamesAsText) {
  for (const char* name : {"\"; DROP TABLE news; --", "<script>alert('x')</script>", "]]>", "  ", "%s%n",
                           "\xE2\x80\x8F", "../../etc/passwd", "a\nb"}) {
    const Graph graph = graph_of({test::DocumentMaker("a", "en", "", std::string(name) + " came.")
                                      .entity(name, EntityKind::person, std::string("person/") + name, name)
                                      .event("came", "come", "come", EventType::move)
                                      .with(Role::agent, name, std::string("person/") + name)
                                      .make()});
    const QueryIndex index(graph);
    EXPECT_EQ(index.named(name), std::vector<Vertex>{0}) << name;
    EXPECT_EQ(lines(index, {.subject = name}).size(), 1u) << name;
    EXPECT_TRUE(lines(index, {.object = name}).empty()) << name;
  }
}

// Plain scans: what a pattern means, said once more without an index.

using Bound = std::map<std::string, Vertex>;

bool fits(const PatternTerm& term, const QueryIndex& index, const std::vector<Vertex>& there, const Bound& bound) {
  const auto has = [&](Vertex v) { return std::find(there.begin(), there.end(), v) != there.end(); };
  if (term.is_any()) return true;
  if (term.vertex()) return has(*term.vertex());
  if (term.variable()) return has(bound.at(term.variable()->name));
  const std::vector<Vertex> named = index.named(*term.name());
  return std::any_of(named.begin(), named.end(), has);
}

bool in_range(const Pattern& pattern, const std::optional<TimeValue>& time) {
  if (!pattern.since && !pattern.until) return true;
  if (!time) return false;
  // Day by day through the three years that random documents tell of.
  for (int year = 2020; year < 2023; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      for (unsigned day = 1; day <= 28; ++day) {
        const auto from = [&](const Date& date) {
          return Date(year, month, day) >= Date(date.year(), std::max(date.month(), 1u), std::max(date.day(), 1u));
        };
        const auto to = [&](const Date& date) {
          return Date(year, month, day) <=
                 Date(date.year(), date.has_month() ? date.month() : 12, date.has_day() ? date.day() : 28);
        };
        if (from(time->begin) && to(time->end) && (!pattern.since || from(*pattern.since)) &&
            (!pattern.until || to(*pattern.until))) {
          return true;
        }
      }
    }
  }
  return false;
}

bool fits(const QueryIndex& index, const Pattern& pattern, const TripleView& triple, const Bound& bound) {
  const Graph& graph = index.graph();
  const auto list = [](std::optional<Vertex> v) { return v ? std::vector<Vertex>{*v} : std::vector<Vertex>(); };
  if (!fits(pattern.subject, index, list(triple.subject()), bound)) return false;
  if (!fits(pattern.object, index, list(triple.object()), bound)) return false;
  std::vector<Vertex> places;
  std::vector<Vertex> participants;
  bool relation = pattern.relation.empty() || pattern.relation == triple.relation() ||
                  (triple.type() && pattern.relation == name(*triple.type()));
  bool mention_fits = false;
  const auto article_fits = [&](std::uint32_t article) {
    return (pattern.article.empty() || pattern.article == graph.article(article).id) &&
           (pattern.language.empty() || pattern.language == graph.article(article).language);
  };
  if (const auto event = triple.event()) {
    for (auto [edge, end] = out_edges(*event, graph); edge != end; ++edge) {
      participants.push_back(target(*edge, graph));
      if (graph.role(*edge).role == Role::place) places.push_back(target(*edge, graph));
    }
    for (const EventMention& mention : graph.event(*event).mentions) {
      relation = relation || pattern.relation == graph.text(mention.lemma);
      const auto source = list(mention.source == no_vertex ? std::nullopt : std::optional(mention.source));
      mention_fits = mention_fits || (article_fits(mention.article) && fits(pattern.source, index, source, bound));
    }
  } else {
    participants = {*triple.subject(), *triple.object()};
    for (const RelationMention& mention : graph.relation(*triple.standing_relation()).mentions) {
      mention_fits = mention_fits || (article_fits(mention.article) && fits(pattern.source, index, {}, bound));
    }
  }
  return relation && mention_fits && fits(pattern.place, index, places, bound) &&
         fits(pattern.participant, index, participants, bound) && in_range(pattern, triple.time()) &&
         (!pattern.type || pattern.type == triple.type()) &&
         (!pattern.factuality || pattern.factuality == triple.factuality());
}

using Row = std::pair<std::string, std::string>;  ///< Description, identifier of event or relation.

Row row(const TripleView& triple) {
  const Graph& graph = triple.graph();
  return {describe(triple),
          triple.event() ? graph.id(*triple.event()) : std::to_string(triple.standing_relation()->idx)};
}

std::vector<Row> scan(const QueryIndex& index, const Pattern& pattern) {
  std::vector<Row> found;
  for (const TripleView& triple : triples(index.graph())) {
    const auto mirrored = triple.mirrored();
    if (fits(index, pattern, triple, {})) {
      found.push_back(row(triple));
    } else if (mirrored && fits(index, pattern, *mirrored, {})) {
      found.push_back(row(*mirrored));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

class RandomPatterns {
 public:
  RandomPatterns(const Graph& graph, std::uint64_t seed) : graph_(graph), random_(seed) {}

  Pattern next() {
    static const char* const relations[] = {"meet", "help", "kutana", "say", "CONSULT", "president", "nothing"};
    static const char* const languages[] = {"sw", "en"};
    Pattern made;
    if (one_in(3)) made.subject = term();
    if (one_in(3)) made.object = term();
    if (one_in(3)) made.relation = relations[random_.below(7)];
    if (one_in(8)) made.place = term();
    if (one_in(5)) made.participant = term();
    if (one_in(6)) made.source = term();
    if (one_in(6)) made.since = date();
    if (one_in(6)) made.until = date();
    if (one_in(8)) made.type = EventType::consult;
    if (one_in(6)) made.factuality = factualities()[random_.below(4)].value;
    if (one_in(6)) made.language = languages[random_.below(2)];
    if (one_in(8)) made.article = "article-" + std::to_string(random_.below(14));
    return made;
  }
  bool one_in(std::uint32_t count) { return random_.below(count) == 0; }

  PatternTerm term() {
    static const char* const names[] = {"asha", "Jina dodoma", "mkuu", "Jina", "Asha", "watu 9"};
    if (one_in(2)) return names[random_.below(6)];
    return random_.below(graph_.vertex_count());
  }

 private:
  Date date() {
    const int year = 2020 + static_cast<int>(random_.below(3));
    if (one_in(3)) return Date(year);
    return one_in(2) ? Date(year, 1 + random_.below(12)) : Date(year, 1 + random_.below(12), 1 + random_.below(28));
  }

  const Graph& graph_;
  test::RandomDocuments random_;
};

TEST(QueryProperty, AnswersAreThoseOfAPlainScan) {
  std::size_t answers = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Graph graph = graph_of(test::RandomDocuments(seed).make(12));
    if (graph.vertex_count() == 0) continue;
    const QueryIndex index(graph);
    RandomPatterns patterns(graph, seed + 1000);
    for (int i = 0; i < 60; ++i) {
      const Pattern pattern = patterns.next();
      std::vector<Row> found;
      for (const TripleView& triple : index.find(pattern)) found.push_back(row(triple));
      std::sort(found.begin(), found.end());
      ASSERT_EQ(found, scan(index, pattern)) << "seed " << seed << ", pattern " << i;
      answers += found.size();
    }
  }
  EXPECT_GT(answers, 1000u);
}

/// All ways to give the variables vertices, then all triples for each step: slow and plain.
std::vector<std::pair<std::vector<Vertex>, std::vector<Row>>> scan(const QueryIndex& index, const Pattern& first,
                                                                   const Pattern& second,
                                                                   const std::vector<std::string>& variables) {
  const Graph& graph = index.graph();
  std::vector<TripleView> both_sides;
  for (const TripleView& triple : triples(graph)) {
    both_sides.push_back(triple);
    if (const auto mirrored = triple.mirrored()) both_sides.push_back(*mirrored);
  }
  std::vector<std::pair<std::vector<Vertex>, std::vector<Row>>> found;
  std::vector<Vertex> values(variables.size(), 0);
  const auto count = graph.vertex_count();
  for (bool more = true; more;) {
    Bound bound;
    for (std::size_t i = 0; i < variables.size(); ++i) bound[variables[i]] = values[i];
    std::vector<Row> left;
    std::vector<Row> right;
    for (const TripleView& triple : both_sides) {
      if (fits(index, first, triple, bound)) left.push_back(row(triple));
      if (fits(index, second, triple, bound)) right.push_back(row(triple));
    }
    for (const Row& a : left) {
      for (const Row& b : right) found.push_back({values, {a, b}});
    }
    more = false;
    for (Vertex& value : values) {
      if (++value < count) {
        more = true;
        break;
      }
      value = 0;
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST(QueryProperty, StepsJoinAsNestedScansDo) {
  std::size_t answers = 0;
  for (std::uint64_t seed = 100; seed < 180; ++seed) {
    const Graph graph = graph_of(test::RandomDocuments(seed).make(3));
    if (graph.vertex_count() == 0) continue;
    const QueryIndex index(graph);
    RandomPatterns patterns(graph, seed);
    for (int i = 0; i < 6; ++i) {
      Pattern first = patterns.next();
      Pattern second = patterns.next();
      // Both ends of both steps are variables or vertices: no reading fits from both sides by chance.
      first.subject = Variable{"a"};
      first.object = Variable{"b"};
      second.subject = patterns.one_in(2) ? Variable{"b"} : Variable{"a"};
      second.object = patterns.one_in(2) ? PatternTerm(Variable{"a"}) : PatternTerm(Vertex{0});
      if (i == 0) second.source = Variable{"a"};
      if (i == 1) second.participant = Variable{"b"};
      const MatchRange range = index.find({first, second});
      std::vector<std::pair<std::vector<Vertex>, std::vector<Row>>> found;
      for (const Match& match : range) found.push_back({match.values, {row(match.triples[0]), row(match.triples[1])}});
      std::sort(found.begin(), found.end());
      ASSERT_EQ(found, scan(index, first, second, range.variables())) << "seed " << seed << ", question " << i;
      answers += found.size();
    }
  }
  EXPECT_GT(answers, 20u);
}

TEST_F(Query, CompletesNamesThatAreBeingTyped) {
  using L = std::vector<std::string>;
  EXPECT_EQ(ids(graph, index.completions("vladimir pu")), L{test::putin});
  EXPECT_EQ(ids(graph, index.completions("PUT")), L{test::putin});
  EXPECT_EQ(ids(graph, index.completions(test::kim)), L{test::kim});
  EXPECT_EQ(index.completions("").size(), 0U);
  EXPECT_EQ(index.completions("nobody").size(), 0U);
  const std::vector<Vertex> many = index.completions("k", 100);
  EXPECT_GT(many.size(), 1U);
  EXPECT_EQ(index.completions("k", 1), std::vector<Vertex>{many.front()});
  for (std::size_t i = 1; i < many.size(); ++i) {
    EXPECT_GE(graph.entity(many[i - 1]).mentions.size(), graph.entity(many[i]).mentions.size());
  }
}

}  // namespace
}  // namespace habari
