#include "gazetteer/gazetteer_file.hpp"
#include "gazetteer/gazetteer_layout.hpp"
#include "words/pieces.hpp"

#include <habari/core/error.hpp>
#include <habari/core/links.hpp>
#include <habari/core/scratch_file.hpp>
#include <habari/core/whole_file.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <queue>
#include <tuple>

namespace habari {
namespace {

namespace layout = gazetteer_layout;

constexpr std::size_t most_words = 8;  // A longer name stands in no sentence as it stands in a list.
constexpr std::size_t longest_text = 0xFFFF;
constexpr std::size_t most_links = 0xFF;
constexpr std::uint32_t key_row = 2;

/// One name of one entity.
struct Row {
  std::uint64_t hash;
  std::uint32_t rank;
  std::uint32_t sort;  ///< 0: a name; 1: one all in capitals; 2: an identifier or a link.
  std::uint64_t record;
};

bool operator<(const Row& a, const Row& b) {
  return std::tuple(a.hash, b.rank, a.record, a.sort) < std::tuple(b.hash, a.rank, b.record, b.sort);
}

void append_text(std::string& bytes, std::string_view text) {
  char size[2];
  layout::store(size, static_cast<std::uint16_t>(text.size()));
  bytes.append(size, 2);
  bytes.append(text);
}

template <typename Number>
void append_number(std::string& bytes, Number number) {
  char digits[sizeof(Number)];
  layout::store(digits, number);
  bytes.append(digits, sizeof digits);
}

}  // namespace

class GazetteerWriter::Implementation {
 public:
  Implementation(std::filesystem::path file, std::size_t memory)
      : file_(std::move(file)), most_rows_(std::max<std::size_t>(memory / sizeof(Row), 16)), records_(file_.place()) {
    rows_.reserve(std::min<std::size_t>(most_rows_, 1U << 16U));
  }

  void add(const GazetteerRecord& record) {
    check(record);
    const std::uint64_t at = records_size_;
    write_record(record);
    std::vector<std::uint64_t> hashes;
    for (const auto& [language, name] : record.names) {
      const auto words = cut_name(name);
      if (words.empty() || words.size() > most_words) continue;
      const bool says_something =
          std::any_of(words.begin(), words.end(), [](const NameWord& word) { return word.shape != Shape::number; });
      if (!says_something || (words.size() == 1 && words[0].length < 2)) continue;
      NameHash hash;
      bool all_upper = true;
      for (const NameWord& word : words) {
        hash.add(word.hash);
        all_upper = all_upper && (word.shape == Shape::upper || word.shape == Shape::number);
      }
      if (std::find(hashes.begin(), hashes.end(), hash.value()) != hashes.end()) continue;
      hashes.push_back(hash.value());
      rows_.push_back({hash.value(), record.rank, all_upper ? 1U : 0U, at});
    }
    rows_.push_back({key_hash(record.id), 0, key_row, at});
    for (const std::string& link : record.links) {
      if (link_kind(link) != LinkKind::position) rows_.push_back({key_hash(link), 0, key_row, at});
    }
    ++header_.entry_count;
    if (rows_.size() >= most_rows_) spill();
  }

  void finish() {
    ScratchFile names(file_.place());
    ScratchFile index(file_.place());
    ScratchFile lines(file_.place());
    merge(names, index);
    write_lines(index, lines);
    header_.file_size = header_.records_begin() + records_size_;
    file_.stream() << header_bytes();
    for (ScratchFile* section : {&lines, &names, &records_}) copy(*section, file_.stream());
    file_.commit();
  }

 private:
  static void check(const GazetteerRecord& record) {
    const auto is_long = [](const std::string& text) { return text.size() > longest_text; };
    bool bad = is_long(record.id) || is_long(record.country) || record.id.empty();
    for (const auto& [language, name] : record.names) bad = bad || is_long(language) || is_long(name);
    if (bad || record.names.size() > longest_text) {
      throw Error("an entity needs an identifier and names of 65,535 bytes at most: " + record.id.substr(0, 100));
    }
    const bool are_public = std::all_of(record.links.begin(), record.links.end(), is_public_link);
    if (!are_public || record.links.size() > most_links) {
      throw Error(record.id + ": a link is none of wikidata:Q…, geonames:… and geo:…");
    }
  }

  static void append_link(std::string& body, const std::string& link) {
    const auto append = [&](layout::LinkForm form, std::uint32_t number) {
      body.push_back(static_cast<char>(form));
      append_number(body, number);
    };
    const auto parts = [](double degrees) {
      return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(degrees * layout::degree_parts)));
    };
    if (const auto point = GeoPoint::of_link(link)) {
      append(layout::LinkForm::position, parts(point->latitude));
      append_number(body, parts(point->longitude));
      return;
    }
    const bool is_item = link_kind(link) == LinkKind::wikidata;
    const std::string_view digits = link_value(link).substr(is_item ? 1 : 0);
    std::uint32_t number = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (end.ec != std::errc() || (digits.size() > 1 && digits.front() == '0'))
      throw Error(link + ": no number that a catalogue has");
    append(is_item ? layout::LinkForm::wikidata : layout::LinkForm::geonames, number);
  }

  void write_record(const GazetteerRecord& record) {
    std::string body;
    body.push_back(static_cast<char>(record.kind));
    append_number(body, record.rank);
    for (const std::string* text : {&record.id, &record.country}) append_text(body, *text);
    body.push_back(static_cast<char>(record.links.size()));
    for (const std::string& link : record.links) append_link(body, link);
    append_number(body, static_cast<std::uint16_t>(record.names.size()));
    for (const auto& [language, name] : record.names) {
      append_text(body, language);
      append_text(body, name);
    }
    std::string bytes;
    append_number(bytes, static_cast<std::uint32_t>(body.size()));
    bytes += body;
    write_checked(records_, bytes, records_size_);
  }

  /// `bytes` behind their checksum, which knows the place `at` in the section.
  static void write_checked(ScratchFile& file, std::string_view bytes, std::uint64_t& at) {
    std::string whole;
    append_number(whole, static_cast<std::uint32_t>(layout::checksum(bytes, at)));
    whole += bytes;
    file.write(whole);
    at += whole.size();
  }

  void spill() {
    std::sort(rows_.begin(), rows_.end());
    runs_.push_back(std::make_unique<ScratchFile>(file_.place()));
    runs_.back()->write({reinterpret_cast<const char*>(rows_.data()), rows_.size() * sizeof(Row)});
    runs_.back()->rewind();
    rows_.clear();
  }

  template <typename Use>
  void for_each_row(Use use) {
    if (runs_.empty()) {
      std::sort(rows_.begin(), rows_.end());
      for (const Row& row : rows_) use(row);
      return;
    }
    if (!rows_.empty()) spill();
    const auto greater = [](const auto& a, const auto& b) {
      return b.first < a.first || (!(a.first < b.first) && b.second < a.second);
    };
    std::priority_queue<std::pair<Row, std::size_t>, std::vector<std::pair<Row, std::size_t>>, decltype(greater)> next(
        greater);
    const auto read = [&](std::size_t run) {
      Row row;
      if (runs_[run]->stream().read(reinterpret_cast<char*>(&row), sizeof row)) next.emplace(row, run);
    };
    for (std::size_t run = 0; run < runs_.size(); ++run) read(run);
    while (!next.empty()) {
      const auto [row, run] = next.top();
      next.pop();
      use(row);
      read(run);
    }
  }

  static void write_index(ScratchFile& index, std::uint64_t hash, std::uint64_t place) {
    std::string entry;
    append_number(entry, hash);
    append_number(entry, place);
    index.write(entry);
  }

  /// Rows by hash to name records, and the records' places to the index.
  void merge(ScratchFile& names, ScratchFile& index) {
    std::vector<Row> same;
    const auto write_name = [&] {
      if (same.empty()) return;
      const bool is_acronym = std::all_of(same.begin(), same.end(), [](const Row& row) { return row.sort == 1; });
      const std::size_t count = std::min<std::size_t>(same.size(), layout::most_candidates);
      std::string bytes;
      append_number(bytes, static_cast<std::uint16_t>(count));
      append_number(bytes, static_cast<std::uint16_t>(is_acronym ? 1 : 0));
      append_number(bytes, same.front().hash);
      for (std::size_t i = 0; i < count; ++i) {
        append_number(bytes, same[i].record);
        append_number(bytes, same[i].rank);
      }
      write_index(index, same.front().hash, header_.names_size);
      write_checked(names, bytes, header_.names_size);
      ++header_.name_count;
      same.clear();
    };
    for_each_row([&](const Row& row) {
      if (!same.empty() && same.front().hash != row.hash) write_name();
      if (row.sort == key_row) {
        write_index(index, row.hash, row.record | layout::key_bit);
        ++keys_;
      } else {
        same.push_back(row);
      }
    });
    write_name();
    names.rewind();
    index.rewind();
    records_.rewind();
  }

  void write_lines(ScratchFile& index, ScratchFile& lines) {
    const std::uint64_t slot_count = header_.name_count + keys_;
    header_.home_lines = (slot_count + layout::mean_slots_in_line - 1) / layout::mean_slots_in_line;
    std::vector<std::uint64_t> slots;
    const auto write_line = [&] {
      slots.resize(layout::slots_in_line);
      std::string bytes;
      for (const std::uint64_t slot : slots) append_number(bytes, slot);
      append_number(bytes, layout::checksum(bytes, header_.lines));
      lines.write(bytes);
      ++header_.lines;
      slots.clear();
    };
    char entry[16];
    while (index.stream().read(entry, sizeof entry)) {
      const auto hash = layout::load<std::uint64_t>(entry);
      const auto offset = layout::load<std::uint64_t>(entry + 8);
      const std::uint64_t home = layout::home_line(hash, header_.home_lines);
      while (header_.lines < home || slots.size() == layout::slots_in_line) write_line();
      slots.push_back((hash & 0xFFFFFFU) << layout::offset_bits | (offset + 1));
    }
    // A line with room ends every search.
    if (slots.size() == layout::slots_in_line) write_line();
    write_line();
    while (header_.lines < header_.home_lines) write_line();
    lines.rewind();
  }

  std::string header_bytes() const {
    std::string bytes(layout::magic);
    bytes.push_back(layout::version);
    for (const std::uint64_t number : {header_.file_size, header_.home_lines, header_.lines, header_.names_size,
                                       header_.entry_count, header_.name_count}) {
      append_number(bytes, number);
    }
    append_number(bytes, layout::checksum(bytes, 0));
    return bytes;
  }

  static void copy(ScratchFile& from, std::ostream& out) {
    if (from.stream().peek() != std::char_traits<char>::eof()) out << from.stream().rdbuf();
  }

  WholeFile file_;
  std::size_t most_rows_;
  ScratchFile records_;
  std::uint64_t records_size_ = 0;
  std::uint64_t keys_ = 0;
  std::vector<Row> rows_;
  std::vector<std::unique_ptr<ScratchFile>> runs_;
  layout::Header header_;
};

GazetteerWriter::GazetteerWriter(std::filesystem::path file, std::size_t memory)
    : implementation_(std::make_unique<Implementation>(std::move(file), memory)) {}
GazetteerWriter::~GazetteerWriter() = default;
void GazetteerWriter::add(const GazetteerRecord& record) { implementation_->add(record); }
void GazetteerWriter::finish() { implementation_->finish(); }

}  // namespace habari
