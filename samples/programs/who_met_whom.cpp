// Who met whom, when, and in which articles.
//   who_met_whom INPUT...    articles, documents or graph files
#include <habari/habari.hpp>

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  try {
    const habari::Graph graph = habari::load_graph({argv + 1, argv + argc});
    const habari::QueryIndex index(graph);
    const habari::Pattern meeting{.relation = "meet", .factuality = habari::Factuality::actual};
    for (const habari::TripleView& triple : index.find(meeting)) {
      if (!triple.subject() || !triple.object()) continue;
      std::cout << (triple.time() ? triple.time()->iso() : "no date") << ": " << graph.label(*triple.subject())
                << " met " << graph.label(*triple.object()) << " (";
      const char* comma = "";
      for (const std::uint32_t article : triple.articles()) {
        std::cout << comma << graph.article(article).id;
        comma = ", ";
      }
      std::cout << ")\n";
    }
  } catch (const std::exception& failure) {
    std::cerr << "who_met_whom: " << failure.what() << '\n';
    return 1;
  }
}
