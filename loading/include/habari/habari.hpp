#pragma once

// All that a program needs of Habari. Each of these can be included by itself.
#include <habari/core/article.hpp>
#include <habari/core/article_part.hpp>
#include <habari/core/computed_range.hpp>
#include <habari/core/confidence_cut.hpp>
#include <habari/core/conllu.hpp>
#include <habari/core/date.hpp>
#include <habari/core/document.hpp>
#include <habari/core/error.hpp>
#include <habari/core/graph.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/core/graph_concepts.hpp>
#include <habari/core/graph_records.hpp>
#include <habari/core/graph_views.hpp>
#include <habari/core/identifiers.hpp>
#include <habari/core/identity_report.hpp>
#include <habari/core/ontology.hpp>
#include <habari/core/pattern.hpp>
#include <habari/core/quantity.hpp>
#include <habari/core/query.hpp>
#include <habari/core/scratch_file.hpp>
#include <habari/core/sentence.hpp>
#include <habari/core/string_table.hpp>
#include <habari/core/text.hpp>
#include <habari/core/traversal.hpp>
#include <habari/core/triples.hpp>
#include <habari/core/undirected_view.hpp>
#include <habari/core/whole_file.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graph_formats.hpp>
#include <habari/exporters/graph_view.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_batches.hpp>
#include <habari/exporters/rdf_reader.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/article_reader.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/documents.hpp>
#include <habari/extractors/extractor.hpp>
#include <habari/extractors/gazetteer_import.hpp>
#include <habari/extractors/language_identifier.hpp>
#include <habari/extractors/open_triples.hpp>
#include <habari/extractors/reader_kind.hpp>
#include <habari/extractors/trainer.hpp>
#include <habari/extractors/treebank_scores.hpp>
#include <habari/loading/article_pipeline.hpp>
#include <habari/loading/document_shelf.hpp>
#include <habari/loading/load_events.hpp>
#include <habari/loading/load_graph.hpp>

/// Event knowledge graphs from news: who did what to whom, where, when, by whose word, and how sure.
namespace habari {}
