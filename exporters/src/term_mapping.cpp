#include <habari/exporters/term_mapping.hpp>

#include <habari/core/error.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/writable_iri.hpp>

#include <algorithm>
#include <array>

namespace habari {
namespace {

constexpr std::array columns = {"what", "term", "code"};

std::vector<std::string> cells_of(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    cells.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return cells;
}

template <typename Map, typename Key>
std::span<const TermMapping::Code> find(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::span<const TermMapping::Code>() : std::span(found->second);
}

void insert(std::vector<TermMapping::Code>& codes, TermMapping::Code code) {
  const auto at = std::lower_bound(codes.begin(), codes.end(), code);
  if (at == codes.end() || *at != code) codes.insert(at, std::move(code));
}

}  // namespace

void TermMapping::add(std::istream& in, const std::string& name) {
  std::array<std::size_t, columns.size()> place{};
  bool has_header = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto fail = [&](const std::string& message) {
      throw Error(name + ":" + std::to_string(number) + ": " + message);
    };
    const std::vector<std::string> cells = cells_of(line);
    if (!has_header) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto found = std::ranges::find(cells, columns[i]);
        if (found == cells.end()) fail(std::string("no column ") + columns[i] + ", expected what, term and code");
        place[i] = static_cast<std::size_t>(found - cells.begin());
      }
      has_header = true;
      continue;
    }
    const auto cell = [&](std::size_t i) { return place[i] < cells.size() ? cells[place[i]] : std::string(); };
    const std::string what = cell(0), term = cell(1), code = cell(2);
    if (code.empty()) continue;
    const bool is_iri = code.starts_with("http://") || code.starts_with("https://");
    if (is_iri && !is_writable_iri(code)) fail("<" + code + "> is no IRI");
    if (what == "relation" && !term.empty()) {
      insert(relations_[term], {code, is_iri});
    } else if (what == "type" && parse_event_type(term)) {
      insert(types_[*parse_event_type(term)], {code, is_iri});
    } else if (what == "role" && parse_role(term)) {
      insert(roles_[*parse_role(term)], {code, is_iri});
    } else {
      fail("\"" + what + "\" \"" + term +
           "\", expected relation and a label, type and an event type, or role and a role");
    }
  }
  if (in.bad()) throw Error(name + ": cannot be read");
}

void TermMapping::add_file(const std::filesystem::path& file) {
  InputFile in(file);
  add(in.stream(), in.name());
}

std::span<const TermMapping::Code> TermMapping::of_relation(std::string_view label) const {
  return find(relations_, label);
}
std::span<const TermMapping::Code> TermMapping::of_type(EventType type) const { return find(types_, type); }
std::span<const TermMapping::Code> TermMapping::of_role(Role role) const { return find(roles_, role); }

std::span<const TermMapping::Code> TermMapping::of_event(std::string_view label, EventType type) const {
  const auto codes = of_relation(label);
  return codes.empty() ? of_type(type) : codes;
}

}  // namespace habari
