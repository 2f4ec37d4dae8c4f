// Prints every question of reference that articles put, with the candidates for its answer and what speaks for each:
// one line of JSON an article. scripts/fit_references.py fits the weights on it. usage: reference_questions DATA
// ARTICLES.jsonl An article may have "references": [[begin, end, function, begin and end of an earlier mention, …]];
// the answers are then those, whatever the present weights say. Several mentions are the members of a group. Offsets
// are bytes.

#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/data_directory.hpp>

#include "frames/frame_extractor.hpp"
#include "recognition/entity_recognizer.hpp"
#include "references/reference_resolver.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace habari {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::array<std::string_view, 4> form_names{"pronoun", "verb", "somebody", "noun"};
constexpr std::array<std::string_view, 4> function_names{"subject", "object", "oblique", "possessor"};

/// Where something is spoken of; a verb can speak of two.
using Place = std::tuple<std::uint32_t, std::uint32_t, std::string_view>;

Place place_of(const ReferenceQuestion& question) {
  return {question.at.begin, question.at.end, function_names[static_cast<std::size_t>(question.function)]};
}

class Questions final : public ReferenceTeacher {
 public:
  explicit Questions(const rapidjson::Value* answers) : taught_(answers != nullptr) {
    if (answers == nullptr) return;
    for (const auto& row : answers->GetArray()) {
      const auto function = std::find(function_names.begin(), function_names.end(), row[2].GetString());
      std::vector<Span>& members = answers_[{row[0].GetUint(), row[1].GetUint(), *function}];
      for (rapidjson::SizeType i = 3; i + 1 < row.Size(); i += 2)
        members.push_back({row[i].GetUint(), row[i + 1].GetUint()});
    }
  }

  std::optional<std::uint32_t> teach(const Discourse& discourse, const ReferenceQuestion& question,
                                     const std::vector<ReferenceCandidate>& candidates,
                                     std::optional<std::uint32_t> chosen) override {
    const auto answer = taught_ ? right_answer(discourse, question, candidates) : chosen;
    write(discourse, question, candidates, chosen, answer);
    if (answer) meant_.try_emplace(std::pair(question.at.begin, question.at.end), *answer);
    return answer;
  }

  void start(const Document& document) {
    json_.StartObject();
    json_.Key("id");
    json_.String(document.article.id.c_str());
    json_.Key("questions");
    json_.StartArray();
  }

  std::string end(const Document& document) {
    json_.EndArray();
    json_.Key("names");
    json_.StartArray();
    for (const Mention& mention : document.entities) {
      if (mention.entity.empty()) continue;
      write(mention.span);
    }
    json_.EndArray();
    json_.EndObject();
    return buffer_.GetString();
  }

 private:
  std::optional<std::uint32_t> referent_at(const Discourse& discourse, Span span) const {
    const auto found = meant_.find(std::pair(span.begin, span.end));
    return found != meant_.end() ? std::optional(found->second) : discourse.at(span);
  }

  std::optional<std::uint32_t> right_answer(const Discourse& discourse, const ReferenceQuestion& question,
                                            const std::vector<ReferenceCandidate>& candidates) const {
    const auto found = answers_.find(place_of(question));
    if (found == answers_.end()) return std::nullopt;
    std::vector<std::uint32_t> members;
    for (const Span span : found->second) {
      if (const auto one = referent_at(discourse, span)) members.push_back(*one);
    }
    if (members.size() != found->second.size()) return std::nullopt;
    if (members.size() == 1) return members.front();
    std::sort(members.begin(), members.end());
    for (const ReferenceCandidate& candidate : candidates) {
      if (!candidate.referent) continue;
      std::vector<std::uint32_t> joined = discourse.referents()[*candidate.referent].members;
      std::sort(joined.begin(), joined.end());
      if (joined == members) return candidate.referent;
    }
    return std::nullopt;
  }

  void write(Span span) {
    json_.StartArray();
    json_.Uint(span.begin);
    json_.Uint(span.end);
    json_.EndArray();
  }

  void write(const Discourse& discourse, const ReferenceQuestion& question,
             const std::vector<ReferenceCandidate>& candidates, std::optional<std::uint32_t> chosen,
             std::optional<std::uint32_t> answer) {
    json_.StartObject();
    json_.Key("form");
    json_.String(form_names[static_cast<std::size_t>(question.form)].data());
    json_.Key("at");
    write(question.at);
    json_.Key("function");
    json_.String(function_names[static_cast<std::size_t>(question.function)].data());
    const auto number_of = [&](std::optional<std::uint32_t> who) {
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].referent == who) return static_cast<int>(i);
      }
      return -1;
    };
    json_.Key("chosen");
    json_.Int(number_of(chosen));
    json_.Key("answer");
    json_.Int(number_of(answer));
    json_.Key("candidates");
    json_.StartArray();
    for (const ReferenceCandidate& candidate : candidates) write(discourse, candidate);
    json_.EndArray();
    json_.EndObject();
  }

  void write(const Discourse& discourse, const ReferenceCandidate& candidate) {
    json_.StartObject();
    if (candidate.referent) {
      json_.Key("last");
      write(discourse.referents()[*candidate.referent].appearances.back().span);
    }
    json_.Key("clues");
    json_.StartObject();
    for (std::size_t clue = 0; clue < candidate.clues.size(); ++clue) {
      if (candidate.clues[clue] == 0) continue;
      json_.Key(name(static_cast<Clue>(clue)).data());
      json_.Double(candidate.clues[clue]);
    }
    json_.EndObject();
    json_.EndObject();
  }

  bool taught_;
  std::map<Place, std::vector<Span>> answers_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> meant_;
  rapidjson::StringBuffer buffer_;
  Json json_{buffer_};
};

/// What reads one language.
struct Language {
  Language(const std::string& code, const DataDirectory& data)
      : lexicon(data.language(code) / "lexicon"),
        recognizer(code, data, lexicon),
        analyzer(make_analyzer(code, data, ReaderKind::accurate)) {}

  Lexicon lexicon;
  EntityRecognizer recognizer;
  std::unique_ptr<const Analyzer> analyzer;
};

int run(const std::string& folder, const std::string& file) {
  const DataDirectory data(folder);
  const ReferenceTables tables(data.root());
  std::map<std::string, Language> languages;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    rapidjson::Document article;
    article.Parse(line.c_str());
    Document document;
    document.article.id = article["id"].GetString();
    document.article.language = article["language"].GetString();
    document.article.text = article["text"].GetString();
    const std::string& code = document.article.language;
    const Language& language = languages.try_emplace(code, code, data).first->second;
    const std::vector<Sentence> sentences = language.analyzer->analyze(document.article.text);
    const NameSource source = language.analyzer->finds_names() ? NameSource::reader : NameSource::gazetteer;
    document.entities = language.recognizer.recognize(document.article, sentences, source);
    Frames frames = extract_frames(language.lexicon, sentences, document);
    Questions questions(article.HasMember("references") ? &article["references"] : nullptr);
    questions.start(document);
    resolve_references(language.lexicon, tables, sentences, frames, document, &questions);
    std::cout << questions.end(document) << '\n';
  }
  return 0;
}

}  // namespace
}  // namespace habari

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: reference_questions DATA ARTICLES.jsonl\n";
    return 2;
  }
  return habari::run(arguments[1], arguments[2]);
}
