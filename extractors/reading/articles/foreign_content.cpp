#include "articles/foreign_content.hpp"

#include "cleaning/text_shape.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace habari {
namespace {

constexpr std::string_view from_pdf = "a PDF, no text; take its text out first: pdftotext FILE - | habari COMMAND -";
constexpr std::string_view from_word =
    "a Word document, no text; take its text out first: pandoc --to plain --wrap none FILE | habari COMMAND -";
constexpr std::string_view from_open_document =
    "an OpenDocument text, no plain text; take it out first: pandoc --to plain --wrap none FILE | habari COMMAND -";
constexpr std::string_view from_book =
    "an e-book (EPUB), no text; take its text out first: pandoc --to plain --wrap none FILE | habari COMMAND -";
constexpr std::string_view from_spreadsheet =
    "a spreadsheet, no article; save it as CSV, and make JSON Lines of that (docs/input.md shows how)";
constexpr std::string_view from_slides = "a presentation, no article; save its text as .txt or .html first";
constexpr std::string_view from_zip =
    "a ZIP archive; unpack it, and give the folder: unzip FILE -d FOLDER && habari COMMAND FOLDER";
constexpr std::string_view from_office =
    "an old Office file, no text; save it as text first: soffice --headless --convert-to txt:Text FILE";
constexpr std::string_view from_picture =
    "a picture, no text; have its letters read first: tesseract FILE - -l swa | habari COMMAND -";
constexpr std::string_view from_archive =
    "an archive; unpack it, and give the folder: tar -xf FILE -C FOLDER && habari COMMAND FOLDER";
constexpr std::string_view from_packed =
    "packed otherwise than by gzip; unpack it first (bzip2 -dc, xz -dc, zstd -dc): xz -dc FILE | habari COMMAND -";
constexpr std::string_view from_sound = "sound or video, no text; have it written down first";
constexpr std::string_view from_database =
    "a database, no text; write its rows as JSON Lines, each an object with \"text\"";
constexpr std::string_view from_columns =
    "a Parquet file, no text; make JSON Lines of it: "
    "python3 -c 'import pandas; print(pandas.read_parquet(\"FILE\").to_json(orient=\"records\", lines=True))'";
constexpr std::string_view from_program = "a program, no text";
constexpr std::string_view from_crawl =
    "a web archive (WARC), no page; take its pages out first, each to a file of its own, and give their folder";

constexpr std::string_view from_mail =
    "a letter or a page saved as one (MIME), no article; save the page as HTML, the letter's text as .txt";
constexpr std::string_view from_postscript =
    "PostScript, no text; take its text out first: ps2ascii FILE | habari COMMAND -";
constexpr std::string_view from_rdf =
    "an RDF graph, no article; query, triples, build and push take graphs by their endings: .ttl .nt .nq .trig .rdf";
constexpr std::string_view from_json_ld =
    "an RDF graph (JSON-LD), no article, and written only; graphs are read back as .ttl .nt .nq .trig .rdf";
constexpr std::string_view from_network =
    "a graph for Gephi and the like, no article, and written only; graphs are read back as .ttl .nt .nq .trig .rdf: "
    "write that, too (habari build … -o graph.nq)";
constexpr std::string_view from_table =
    "a table, no article; make JSON Lines of it, each row an object with \"text\" (docs/input.md shows how)";
constexpr std::string_view from_xml =
    "XML that is no feed (RSS, Atom) and no page; save its text as .txt, or make JSON Lines of it";

struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view told;
};

using namespace std::string_view_literals;

/// Source: each format's own specification.
constexpr std::array signatures{
    Signature{0, "%PDF-", from_pdf},
    Signature{0, "{\\rtf", from_word},
    Signature{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", from_office},
    Signature{0, "\x89PNG\r\n", from_picture},
    Signature{0, "\xFF\xD8\xFF", from_picture},
    Signature{0, "GIF87a", from_picture},
    Signature{0, "GIF89a", from_picture},
    Signature{0, "II*\0"sv, from_picture},
    Signature{0, "MM\0*"sv, from_picture},
    Signature{8, "WEBPVP8", from_picture},
    Signature{4, "ftypavif", from_picture},
    Signature{4, "ftypheic", from_picture},
    Signature{257, "ustar", from_archive},
    Signature{0, "7z\xBC\xAF\x27\x1C", from_archive},
    Signature{0, "Rar!\x1A\x07", from_archive},
    Signature{4, "1AY&SY", from_packed},
    Signature{0,
              "\xFD"
              "7zXZ\0"sv,
              from_packed},
    Signature{0, "\x28\xB5\x2F\xFD", from_packed},
    Signature{0, "ID3\x03", from_sound},
    Signature{0, "ID3\x04", from_sound},
    Signature{0, "\xFF\xFB", from_sound},
    Signature{0, "OggS\0"sv, from_sound},
    Signature{0, "fLaC\0"sv, from_sound},
    Signature{8, "WAVEfmt ", from_sound},
    Signature{4, "ftyp", from_sound},
    Signature{0, "\x1A\x45\xDF\xA3", from_sound},
    Signature{0, "SQLite format 3\0"sv, from_database},
    Signature{0, "PAR1", from_columns},
    Signature{0,
              "\x7F"
              "ELF",
              from_program},
    Signature{0, "WARC/1.", from_crawl},
};

/// What lies in a ZIP archive says what it is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> zip_parts{
    {{"mimetypeapplication/epub+zip", from_book},
     {"mimetypeapplication/vnd.oasis.opendocument.text", from_open_document},
     {"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", from_spreadsheet},
     {"word/document.xml", from_word},
     {"xl/workbook.xml", from_spreadsheet},
     {"ppt/presentation.xml", from_slides}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> endings{{{".csv", from_table},
                                                                                 {".tsv", from_table},
                                                                                 {".gexf", from_network},
                                                                                 {".graphml", from_network},
                                                                                 {".jsonld", from_json_ld},
                                                                                 {".nq", from_rdf},
                                                                                 {".nt", from_rdf},
                                                                                 {".owl", from_rdf},
                                                                                 {".rdf", from_rdf},
                                                                                 {".trig", from_rdf},
                                                                                 {".ttl", from_rdf}}};

/// Lower case; what a text of this kind begins with.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> beginnings{{{"%!ps", from_postscript},
                                                                                    {"@prefix ", from_rdf},
                                                                                    {"@base ", from_rdf},
                                                                                    {"_:", from_rdf},
                                                                                    {"<http://", from_rdf},
                                                                                    {"<https://", from_rdf},
                                                                                    {"<urn:", from_rdf},
                                                                                    {"received: from ", from_mail},
                                                                                    {"return-path: <", from_mail},
                                                                                    {"delivered-to: ", from_mail},
                                                                                    {"mime-version: 1", from_mail},
                                                                                    {"message-id: <", from_mail}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> elements{
    {{"rdf:rdf", from_rdf}, {"gexf", from_network}, {"graphml", from_network}, {"", from_xml}}};

/// The name of the first element of `xml`, which has no capitals.
std::string_view first_element(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
    if (at + 1 >= xml.size() || std::isalpha(static_cast<unsigned char>(xml[at + 1])) == 0) continue;
    return xml.substr(at + 1, xml.find_first_of(" \t\r\n/>", at) - at - 1);
  }
  return {};
}

/// How many times `mark` parts the cells of each whole record; a record goes on over line ends inside quotes.
std::vector<std::size_t> marks_in_records(std::string_view text, char mark) {
  constexpr std::size_t most_records = 6;
  std::vector<std::size_t> counts{0};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == mark) ++counts.back();
    if (c != '\n') continue;
    if (counts.size() == most_records) return counts;
    counts.push_back(0);
  }
  if (text.ends_with('\n')) counts.pop_back();
  return counts;
}

/// `1,000`
bool has_grouped_digits(std::string_view line) {
  for (std::size_t at = line.find(','); at != line.npos; at = line.find(',', at + 1)) {
    const auto is_digit = [&](std::size_t i) {
      return i < line.size() && std::isdigit(static_cast<unsigned char>(line[i]));
    };
    if (at > 0 && is_digit(at - 1) && is_digit(at + 1)) return true;
  }
  return false;
}

/// Two records or more, all with as many cells. Prose has a blank behind a comma but in numbers, and no tab.
bool is_table(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  if (ends_as_sentence(first) || has_grouped_digits(first) || first.find(", ") != first.npos ||
      first.find("; ") != first.npos)
    return false;
  for (const auto& [mark, least] : {std::pair{'\t', 1U}, std::pair{',', 2U}, std::pair{';', 2U}}) {
    const std::vector<std::size_t> counts = marks_in_records(text, mark);
    if (counts.size() < 2 || counts.front() < least) continue;
    if (std::all_of(counts.begin(), counts.end(), [&](std::size_t count) { return count == counts.front(); })) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::string> foreign_bytes(std::string_view first_bytes) {
  if (first_bytes.starts_with("PK\x03\x04")) {
    for (const auto& [part, told] : zip_parts) {
      if (first_bytes.find(part) != first_bytes.npos) return std::string(told);
    }
    return std::string(from_zip);
  }
  for (const Signature& signature : signatures) {
    if (first_bytes.size() < signature.at) continue;
    if (first_bytes.substr(signature.at).starts_with(signature.bytes)) return std::string(signature.told);
  }
  return std::nullopt;
}

std::optional<std::string> foreign_name(std::string_view name) {
  const std::string lower_name = ascii_lower(name);
  std::string_view stem = lower_name;
  if (stem.ends_with(".gz")) stem.remove_suffix(3);
  for (const auto& [ending, told] : endings) {
    if (stem.ends_with(ending)) return std::string(told);
  }
  return std::nullopt;
}

std::optional<std::string> foreign_text(std::string_view first_bytes) {
  if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
  const std::string_view text =
      first_bytes.substr(std::min(first_bytes.find_first_not_of(" \t\r\n"), first_bytes.size()));
  const std::string start = ascii_lower(text.substr(0, 4096));
  for (const auto& [beginning, told] : beginnings) {
    if (start.starts_with(beginning)) return std::string(told);
  }
  if (start.starts_with("<?xml") || start.starts_with("<rdf:") || start.starts_with("<gexf") ||
      start.starts_with("<graphml")) {
    const std::string_view root = first_element(start);
    for (const auto& [element, told] : elements) {
      if (element.empty() || root == element) return std::string(told);
    }
  }
  if (is_table(text)) return std::string(from_table);
  return std::nullopt;
}

}  // namespace habari
