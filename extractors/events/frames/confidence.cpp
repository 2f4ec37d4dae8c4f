#include "frames/confidence.hpp"

#include <cmath>
#include <string>

namespace habari {
namespace {

/// `languages/sw/lexicon/verbs.tsv:41`
std::string place(const std::string& language, TableRow row) {
  if (row.table.empty()) return {};
  return "languages/" + language + "/lexicon/" + std::string(row.table) + ':' + std::to_string(row.line);
}

/// What is there, in thousandths.
template <typename Grounds>
void list_evidence(const Grounds& grounds, Trace& trace) {
  for (std::size_t i = 0; i < Grounds::size; ++i) {
    const double value = std::round(1000.0 * static_cast<double>(grounds.values()[i])) / 1000.0;
    if (value != 0) trace.evidence.emplace_back(Grounds::name(i), value);
  }
}

}  // namespace

void set_confidences(const ConfidenceWeights& weights, TreeOrigin origin, const Readings& readings,
                     Document& document) {
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    Event& event = document.events[i];
    double right = weights.confidence(origin, readings.events[i].grounds);
    for (std::size_t a = 0; a < event.args.size(); ++a) {
      event.args[a].confidence = weights.confidence(origin, readings.events[i].arguments[a].grounds);
      right += event.args[a].confidence;
    }
    event.confidence = in_hundredths(right / static_cast<double>(1 + event.args.size()));
  }
}

void add_traces(const Readings& readings, Document& document) {
  const std::string& language = document.article.language;
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    Event& event = document.events[i];
    const EventReading& reading = readings.events[i];
    event.trace = Trace{event.rule, place(language, reading.row), {}};
    list_evidence(reading.grounds, *event.trace);
    for (std::size_t a = 0; a < event.args.size(); ++a) {
      const ArgumentReading& argument = reading.arguments[a];
      event.args[a].trace = Trace{std::string(name(argument.rule)), place(language, argument.row), {}};
      list_evidence(argument.grounds, *event.args[a].trace);
    }
  }
}

}  // namespace habari
