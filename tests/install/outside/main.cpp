#include <habari/core/graph_builder.hpp>
#include <habari/core/triples.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/extractors/data_directory.hpp>

#include <boost/graph/breadth_first_search.hpp>

#include <iostream>
#include <sstream>
#include <vector>

int main() {
  habari::Document document;
  document.article.id = "a";
  document.article.language = "en";
  document.article.text = "Ana greeted Ben.";
  habari::Event event;
  event.trigger = {4, 11};
  event.sentence = {0, 16};
  event.lemma = event.label = "greet";
  event.args.push_back({habari::Role::agent, {0, 3}, {0, 3}, "person/ana", {}, std::nullopt});
  event.args.push_back({habari::Role::patient, {12, 15}, {12, 15}, "person/ben", {}, std::nullopt});
  document.events.push_back(event);

  habari::GraphBuilder builder;
  builder.add(document);
  const habari::Graph graph = builder.freeze();
  for (const habari::TripleView& triple : habari::triples(graph)) std::cout << habari::describe(triple) << '\n';

  std::vector<int> distance(num_vertices(graph));
  boost::breadth_first_search(
      graph, graph.entity_count(),
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  std::ostringstream files;
  habari::write_turtle(graph, files);
  habari::write_graphml(graph, files);
  habari::write_gexf(graph, files);
  std::cout << "data: " << habari::DataDirectory::locate().root().string() << '\n';
  return distance[0] == 1 && !files.str().empty() && !habari::DataDirectory(DATA_DIR).languages().empty() ? 0 : 1;
}
