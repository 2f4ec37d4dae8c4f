// Who stands between the others: betweenness by Boost.Graph, on the graph as it is.
//   central_people INPUT...    articles, documents or graph files
#include <habari/habari.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>

#include <algorithm>
#include <exception>
#include <iostream>
#include <vector>

int main(int argc, char** argv) {
  try {
    const habari::Graph graph = habari::load_graph({argv + 1, argv + argc});
    const habari::UndirectedView ties(graph);
    const auto index = get(boost::vertex_index, ties);

    std::vector<int> component(num_vertices(ties));
    std::cout << boost::connected_components(ties, boost::make_iterator_property_map(component.begin(), index))
              << " groups that nothing ties together\n";

    std::vector<double> between(num_vertices(ties));
    boost::brandes_betweenness_centrality(ties, boost::make_iterator_property_map(between.begin(), index));
    std::vector<habari::EntityView> people;
    for (const habari::EntityView& entity : graph.entities()) {
      if (entity.kind == habari::EntityKind::person) people.push_back(entity);
    }
    std::stable_sort(people.begin(), people.end(),
                     [&](const auto& a, const auto& b) { return between[a.vertex] > between[b.vertex]; });
    people.resize(std::min<std::size_t>(people.size(), 5));
    for (const habari::EntityView& person : people) {
      std::cout << between[person.vertex] << "  " << graph.label(person.vertex) << '\n';
    }
  } catch (const std::exception& failure) {
    std::cerr << "central_people: " << failure.what() << '\n';
    return 1;
  }
}
