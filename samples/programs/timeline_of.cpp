// What somebody took part in, day by day.
//   timeline_of NAME INPUT...    articles, documents or graph files
#include <habari/habari.hpp>

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: timeline_of NAME INPUT...\n";
    return 2;
  }
  try {
    const habari::Graph graph = habari::load_graph({argv + 2, argv + argc});
    const habari::QueryIndex index(graph);
    const std::vector<habari::Vertex> found = index.named(argv[1]);
    if (found.empty()) {
      std::cerr << "timeline_of: nothing is called " << argv[1] << '\n';
      for (const habari::Vertex near : index.similar(argv[1])) std::cerr << "  there is " << graph.label(near) << '\n';
      return 1;
    }
    for (const habari::Vertex event : timeline(graph, found.front())) {
      const habari::EventView view = graph.event(event);
      std::cout << view.time->iso() << "  " << describe_event(graph, event) << ", " << name(view.factuality);
      for (const habari::RoleView& role : graph.participants(event)) {
        if (role.role == habari::Role::place) std::cout << ", " << graph.label(role.participant);
      }
      std::cout << '\n';
    }
  } catch (const std::exception& failure) {
    std::cerr << "timeline_of: " << failure.what() << '\n';
    return 1;
  }
}
