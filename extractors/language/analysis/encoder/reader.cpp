#include "analysis/encoder/reader.hpp"

#include "analysis/encoder/capitals.hpp"
#include "analysis/encoder/layout.hpp"
#include "analysis/model/labels.hpp"
#include "analysis/parts/reader_kind.hpp"

#include <algorithm>
#include <utility>

namespace habari::encoder {
namespace {

/// Pieces that are read together: enough that the weights are worth fetching, few enough that the rows stay close.
constexpr std::size_t batch_pieces = 64;

/// Whether careful writing has a blank between two tokens that touch: `Bi.Zawadi`, `wake,Bi.`
bool lacks_blank(const Token& before, const Token& token) {
  const char last = before.form.empty() ? ' ' : before.form.back();
  const char first = token.form.empty() ? ' ' : token.form.front();
  const bool letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  return letter && before.span != token.span && (last == '.' || last == ',');
}

/// Whether a word is written together with the one before it.
bool is_glued(const Sentence& sentence, std::size_t word) {
  if (word == 0) return false;
  const Token& before = sentence.tokens[word - 1];
  const Token& token = sentence.tokens[word];
  if (token.span.begin >= token.span.end || lacks_blank(before, token)) return false;
  return token.span == before.span || token.span.begin == before.span.end;
}

}  // namespace

/// Parts of sentences that are read together, and the memory for it. One for each thread, shared by all models.
class EncoderReader::Batch {
 public:
  static Batch& own() {
    thread_local Batch batch;
    return batch;
  }

  void clear() {
    count_ = 0;
    pieces_ = 0;
    parts_.clear();
  }
  bool is_full() const { return pieces_ >= batch_pieces; }

  /// Adds the sentence's words from `begin` on, as many as one part takes; returns where they end.
  std::size_t add(Sentence& sentence, std::size_t begin, bool in_capitals, const EncoderNetwork& network) {
    if (count_ == sequences_.size()) sequences_.emplace_back();
    PieceSequence& sequence = sequences_[count_++];
    sequence.pieces.clear();
    sequence.word_ends.clear();
    std::size_t end = begin;
    for (; end < sentence.tokens.size() && end - begin < longest_part; ++end) {
      const std::string_view form = sentence.tokens[end].form;
      word_.clear();
      network.pieces().cut(in_capitals ? title_case(form) : form, is_glued(sentence, end), cutting_, word_);
      if (sequence.pieces.size() + word_.size() > network.longest_sequence()) break;
      sequence.pieces.insert(sequence.pieces.end(), word_.begin(), word_.end());
      sequence.word_ends.push_back(static_cast<std::uint32_t>(sequence.pieces.size()));
    }
    pieces_ += sequence.pieces.size() + 2;
    parts_.push_back({&sentence, begin, end});
    return end;
  }

  void run(const EncoderReader& reader) {
    if (count_ == 0) return;
    if (readings_.size() < count_) readings_.resize(count_);
    reader.network_.run(std::span(sequences_).first(count_), workspace_, std::span(readings_).first(count_));
    for (std::size_t i = 0; i < count_; ++i) reader.fill(parts_[i], readings_[i]);
    clear();
  }

 private:
  std::size_t count_ = 0;
  std::size_t pieces_ = 0;
  std::vector<SentencePart> parts_;
  std::vector<PieceSequence> sequences_;
  std::vector<Reading> readings_;
  PieceTable::Workspace cutting_;
  std::vector<std::uint32_t> word_;
  EncoderNetwork::Workspace workspace_;
};

EncoderReader::EncoderReader(learned::ModelFile file) : file_(std::move(file)), network_(file_) {
  for (const std::string_view line : learned::split(file_.section(section::languages), '\n')) {
    languages_.emplace_back(line);
  }
}

bool EncoderReader::reads(std::string_view language) const {
  return std::find(languages_.begin(), languages_.end(), language) != languages_.end();
}

std::string EncoderReader::identifier() const { return reader_identifier(ReaderKind::accurate, file_.checksum()); }

void EncoderReader::read(std::span<Sentence> sentences) const {
  Batch& batch = Batch::own();
  batch.clear();
  for (Sentence& sentence : sentences) {
    sentence.names.clear();
    sentence.margins.assign(sentence.tokens.size(), {});
    const bool in_capitals = is_in_capitals(sentence);
    for (std::size_t begin = 0; begin < sentence.tokens.size();) {
      begin = batch.add(sentence, begin, in_capitals, network_);
      if (batch.is_full()) batch.run(*this);
    }
  }
  batch.run(*this);
  for (Sentence& sentence : sentences) tie_parts(sentence);
}

void EncoderReader::fill(const SentencePart& part, const Reading& reading) const {
  const auto first = static_cast<std::uint32_t>(part.begin);
  for (std::size_t i = part.begin; i < part.end; ++i) {
    Token& token = part.sentence->tokens[i];
    const learned::Tag& tag = network_.heads().tags()[reading.tags[i - part.begin]];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    token.feats = tag.feats;
    const std::uint32_t head = reading.heads[i - part.begin];
    token.head = head == 0 ? 0 : head + first;
    const learned::Relation& relation = network_.heads().relations()[reading.relations[i - part.begin]];
    token.deprel = relation.deprel;
    token.subtype = relation.subtype;
    part.sentence->margins[i] = reading.margins[i - part.begin];
  }
  for (const learned::NameRange& name : reading.names) {
    part.sentence->names.push_back({name.first + first, name.end + first, network_.heads().kinds()[name.kind]});
  }
}

std::shared_ptr<const EncoderReader> open_reader(const std::filesystem::path& model) {
  return std::make_shared<EncoderReader>(learned::ModelFile::open(model, section::language));
}

}  // namespace habari::encoder
