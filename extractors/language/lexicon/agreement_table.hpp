#pragma once

#include <habari/core/ontology.hpp>
#include <habari/core/sentence.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// What a verb's relative marker refers to.
enum class RelativeUse : std::uint8_t {
  participant,  ///< Somebody or something that takes part: the subject or the object.
  place,        ///< Where or when it happens.
  manner        ///< How it is done.
};

/// What features say of agreement: classes that count as one, and markers that refer to no participant.
/// Format of the table: docs/lexicon.md.
class AgreementTable {
 public:
  /// A language without the table: classes agree with themselves only.
  /// Errors: Error names the table's file and line.
  explicit AgreementTable(const std::filesystem::path& lexicon_folder);

  /// Whether a verb can have this word as its subject, by class and person. What is not known agrees with everything.
  bool agree(const Token& verb, const Token& noun) const;
  /// Whether the object prefix of a verb can mean this word; names have no class, and are taken for somebody.
  bool agree_with_object(const Token& verb, const Token& noun) const;
  /// Whether a verb or pronoun of class `wanted` can mean somebody or something whose noun has the class `found`: empty
  /// of a name, for which its kind and number decide.
  bool can_mean(std::string_view wanted, std::string_view found, std::optional<EntityKind> kind, bool plural) const;
  struct Possessor {
    std::uint8_t person = 3;
    bool plural = false;
  };
  /// Whose something is, by the lemma of a possessive; nothing where the table does not list it.
  std::optional<Possessor> possessor(const Token& possessive) const;
  /// Whether what agrees with this class is a place, and nobody who takes part.
  bool is_of_place(std::string_view noun_class) const;
  /// What the relative marker of this verb refers to; `participant` where it has none.
  RelativeUse relative_use(const Token& verb) const;

 private:
  bool is_same(std::string_view one, std::string_view other) const;

  struct SameClass {
    std::string one;
    std::string other;
  };
  struct Marker {
    std::string value;
    RelativeUse use;
  };
  /// A class that names and living beings take whatever class their noun has.
  struct NaturalClass {
    std::string value;
    bool of_people;
    bool plural;
  };
  bool has_natural(std::string_view value, bool of_people, bool plural) const;

  std::vector<SameClass> same_;
  std::vector<std::pair<std::string, Possessor>> possessors_;
  std::vector<NaturalClass> natural_;
  std::vector<Marker> markers_;
};

}  // namespace habari
