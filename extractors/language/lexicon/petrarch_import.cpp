#include <habari/extractors/petrarch_import.hpp>

#include "lexicon/petrarch_lines.hpp"
#include "lexicon/table.hpp"

#include <habari/core/error.hpp>
#include <habari/core/whole_file.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace habari {
namespace {

namespace fs = std::filesystem;

/// PLOVER's types by CAMEO's roots, as data/mappings/cameo.tsv has them the other way round.
/// Source: https://github.com/openeventdata/PLOVER
constexpr std::array<std::string_view, 21> types_by_root = {
    "",        "STATEMENT", "REQUEST",  "AGREE",   "CONSULT", "SUPPORT", "COOPERATE",
    "AID",     "CONCEDE",   "ACCUSE",   "REQUEST", "ACCUSE",  "REJECT",  "THREATEN",
    "PROTEST", "MOBILIZE",  "SANCTION", "COERCE",  "ASSAULT", "ASSAULT", "ASSAULT"};

/// `043` or `04` as a type; empty where it begins with no root.
std::string_view type_of(std::string_view code) {
  if (code.size() < 2 || code[0] < '0' || code[0] > '2' || code[1] < '0' || code[1] > '9') return {};
  const auto root = static_cast<std::size_t>((code[0] - '0') * 10 + (code[1] - '0'));
  return root < types_by_root.size() ? types_by_root[root] : std::string_view();
}

/// Lower-case letters and digits with hyphens between.
std::string slug(std::string_view name) {
  std::string made;
  for (const char c : name) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool is_word = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (is_word) made += small;
    if (!is_word && !made.empty() && made.back() != '-') made += '-';
  }
  if (made.ends_with('-')) made.pop_back();
  return made;
}

class PetrarchImport {
 public:
  PetrarchImport(const DataDirectory& data, fs::path folder)
      : folder_(std::move(folder)), lexicon_(data.language("en") / "lexicon") {
    for (const auto row : Table(lexicon_ / "nouns.tsv", {"lemma"})) known_nouns_.emplace(row["lemma"]);
    for (const char* table : {"countries.tsv", "organizations.tsv", "persons.tsv", "places.tsv"}) {
      const Table rows(data.root() / "gazetteer" / table, {"name", "en"});
      for (const auto row : rows) {
        known_names_.insert(slug(row["name"]));
        for (const std::string_view other : split(row["en"], '|')) known_names_.insert(slug(other));
      }
    }
  }

  void verbs(const fs::path& file) {
    std::string block_code;
    for (const PetrarchLine& line : read_petrarch_lines(file)) {
      if (line.text.empty()) {
        block_code.clear();
      } else if (line.text.starts_with("---")) {
        block_code = line.code;
      } else if (line.text.front() == '-' || line.text.front() == '~') {
        leave_out(line, "a pattern: object_types.tsv and constructions in verbs.tsv are its like");
      } else if (line.text.front() == '&' || line.text.front() == '+') {
        leave_out(line, "a set of synonyms, which only patterns use");
      } else {
        if (block_code.empty()) block_code = line.code;
        verb(line, line.code.empty() ? block_code : line.code);
      }
    }
  }

  void actors(const fs::path& file) {
    std::vector<std::string> names;
    std::set<std::string> codes;
    bool is_dated = false;
    PetrarchLine first;
    const auto finish = [&] {
      if (!names.empty()) actor(first, names, codes, is_dated);
      names.clear();
      codes.clear();
      is_dated = false;
    };
    for (const PetrarchLine& line : read_petrarch_lines(file)) {
      if (line.text == "\t" || (line.text.empty() && !line.code.empty())) {
        // A code with the time it holds for: the text of a date has no column but a person's office.
        codes.insert(line.code.substr(0, line.code.find_first_of("<>0123456789")));
        is_dated = true;
        leave_out(line, "a code with a date");
      } else if (line.text.starts_with("+")) {
        names.push_back(petrarch_name(line.text.substr(1)));
      } else if (!line.text.empty()) {
        finish();
        first = line;
        names.push_back(petrarch_name(line.text));
        if (!line.code.empty()) codes.insert(line.code);
      }
    }
    finish();
  }

  void agents(const fs::path& file) {
    for (const PetrarchLine& line : read_petrarch_lines(file)) {
      if (line.text.empty()) continue;
      if (line.text.find('!') != std::string::npos) {
        leave_out(line, "a set of words to put in");
        continue;
      }
      const std::string lemma = petrarch_lemma(line.text);
      if (line.code.find('~') == std::string::npos) {
        leave_out(line, "no code of an agent");
      } else if (known_nouns_.contains(lemma)) {
        leave_out(line, "nouns.tsv has it already; its code is left out");
      } else {
        nouns_.insert(lemma);
      }
    }
  }

  PetrarchImportCounts write() {
    PetrarchImportCounts counts{codes_.size(), persons_.size(), organizations_.size(), nouns_.size(), left_out_.size()};
    write_verbs();
    write_file("languages/en/lexicon/nouns.tsv", "lemma\tkind", [&](std::ostream& out) {
      for (const std::string& noun : nouns_) out << noun << "\tperson\n";
    });
    const auto write_names = [&](const char* file, const std::map<std::string, std::string>& rows) {
      write_file(file, "id\tname\ten", [&](std::ostream& out) {
        for (const auto& [id, row] : rows) out << id << '\t' << row << '\n';
      });
    };
    write_names("gazetteer/persons.tsv", persons_);
    write_names("gazetteer/organizations.tsv", organizations_);
    write_file("codes.tsv", "what\tterm\tcode", [&](std::ostream& out) {
      for (const auto& [verb, code] : codes_) out << "relation\t" << label_of(verb) << "\tCAMEO:" << code << '\n';
    });
    write_file("not-carried.tsv", "where\tline\treason", [&](std::ostream& out) {
      for (const std::string& line : left_out_) out << line << '\n';
    });
    return counts;
  }

 private:
  void leave_out(const PetrarchLine& line, std::string_view reason) {
    std::string text = line.text == "\t" ? "" : line.text;
    if (!line.code.empty()) text += " [" + line.code + "]";
    std::ranges::replace(text, '\t', ' ');
    left_out_.push_back(line.where + "\t" + text + "\t" + std::string(reason));
  }

  void verb(const PetrarchLine& line, const std::string& code) {
    const std::string lemma = petrarch_lemma(line.text);
    // `[050:050]` codes both sides; the first is the doer's.
    const std::string first = code.substr(0, code.find(':'));
    if (type_of(first).empty()) return leave_out(line, "no CAMEO code");
    codes_.emplace(lemma, first);
  }

  void actor(const PetrarchLine& line, const std::vector<std::string>& names, const std::set<std::string>& codes,
             bool is_dated) {
    if (codes.empty()) return leave_out(line, "no code");
    const std::string& code = *codes.begin();
    const bool is_country = code.size() == 3 && !is_dated;
    if (is_country)
      return leave_out(line, "a country's names and its people's: countries.tsv and groups.tsv have them");
    if (known_names_.contains(slug(names.front()))) return leave_out(line, "the gazetteer has it already");
    const bool is_state_office = std::ranges::any_of(codes, [](const std::string& one) {
      return one.size() > 3 && (one.substr(3, 3) == "GOV" || one.substr(3, 3) == "ELI" || one.substr(3, 3) == "LEG" ||
                                one.substr(3, 3) == "JUD" || one.substr(3, 3) == "OPP");
    });
    const bool is_person = is_dated && is_state_office && names.front().find(' ') != std::string::npos;
    std::string others;
    for (std::size_t i = 1; i < names.size(); ++i) others.append(i == 1 ? "" : "|").append(names[i]);
    auto& rows = is_person ? persons_ : organizations_;
    rows.emplace((is_person ? "person/" : "organization/") + slug(names.front()), names.front() + "\t" + others);
  }

  std::string label_of(const std::string& verb) const {
    const auto known = labels_.find(verb);
    return known == labels_.end() ? verb : known->second;
  }

  /// What the lexicon says of a verb stays beside its new type.
  void write_verbs() {
    constexpr std::array columns = {"lemma", "label", "type", "behaviour", "content", "roles", "example"};
    std::map<std::string, std::string> rows;
    const Table known(lexicon_ / "verbs.tsv", {"lemma", "label", "type"});
    for (const auto row : known) {
      const auto code = codes_.find(std::string(row["lemma"]));
      if (code == codes_.end()) continue;
      labels_.emplace(row["lemma"], row["label"]);
      if (row["type"] != "OTHER") continue;
      std::string line;
      for (const std::string_view column : columns) {
        line.append(line.empty() ? "" : "\t").append(column == "type" ? type_of(code->second) : row[column]);
      }
      rows.emplace(row["lemma"], line);
    }
    for (const auto& [verb, code] : codes_) {
      if (!labels_.contains(verb))
        rows.emplace(verb, verb + "\t" + verb + "\t" + std::string(type_of(code)) + "\t\t\t\t");
    }
    write_file("languages/en/lexicon/verbs.tsv", "lemma\tlabel\ttype\tbehaviour\tcontent\troles\texample",
               [&](std::ostream& out) {
                 for (const auto& [verb, row] : rows) out << row << '\n';
               });
  }

  template <typename Write>
  void write_file(const std::string& name, std::string_view header, Write write) {
    const fs::path path = folder_ / name;
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (failure) throw Error(path.parent_path().string() + ": " + failure.message());
    WholeFile file(path);
    file.stream() << header << '\n';
    write(file.stream());
    file.commit();
  }

  fs::path folder_;
  fs::path lexicon_;
  std::set<std::string, std::less<>> known_nouns_;
  std::set<std::string> known_names_;                 ///< As slugs.
  std::map<std::string, std::string> codes_;          ///< Of verbs.
  std::map<std::string, std::string> labels_;         ///< Of the verbs that the lexicon knows.
  std::map<std::string, std::string> persons_;        ///< By identifier.
  std::map<std::string, std::string> organizations_;  ///< By identifier.
  std::set<std::string> nouns_;
  std::vector<std::string> left_out_;
};

}  // namespace

PetrarchImportCounts import_petrarch(const PetrarchDictionaries& dictionaries, const DataDirectory& data,
                                     const fs::path& folder) {
  PetrarchImport importer(data, folder);
  for (const fs::path& file : dictionaries.verbs) importer.verbs(file);
  for (const fs::path& file : dictionaries.actors) importer.actors(file);
  for (const fs::path& file : dictionaries.agents) importer.agents(file);
  return importer.write();
}

}  // namespace habari
