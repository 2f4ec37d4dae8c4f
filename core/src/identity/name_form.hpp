#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A name cut into words for comparison: lower case in ASCII, cut at everything but letters and digits, apostrophes and
/// periods taken out (`Ng'ombe` is one word, `U.N.` is `un`).
struct NameForm {
  std::vector<std::u32string> words;

  bool empty() const { return words.empty(); }
  /// The words without what divides them: `kimjongun`.
  std::u32string letters() const;
  friend bool operator==(const NameForm&, const NameForm&) = default;
};

NameForm name_form(std::string_view written);

/// Whether it is made of letters, digits, spaces, hyphens, apostrophes, periods and `&` only. What else stands between
/// letters makes another name of it: commas, quotes, controls.
bool is_plain_name(std::string_view written);

/// The slug of an identifier `kind/slug` as a name, a catalogue number at its end (`-q7747`) left out; empty where the
/// identifier is of another form.
NameForm name_form_of_id(std::string_view id);

/// A word without what transcriptions vary in: doubled letters made single, `tch` as `ch`, a final `i`, `ij`, `iy`,
/// `yy` as `y`: `zelenskyy` is `zelensky`, `mohammed` is `mohamed`.
std::u32string transcription_key(std::u32string_view word);

/// Whether one letter makes the difference, and one that transcriptions vary in: a vowel, `c h j w y` put in or left
/// out, a vowel or one of `ck iy jy kq sz vw` exchanged. `Mwangi` and `Mwanzi` are two names.
bool is_one_edit_apart(std::u32string_view a, std::u32string_view b);

/// Two to eight letters or digits, all capitals, at least two of them letters: `UN`, `M23`.
bool is_acronym(std::string_view written);

/// Initials of the words as written, in lower case: those of all words and those of capitalised words only
/// (`Chama cha Mapinduzi`: `ccm`, `cm`). Each once; only those of two letters and more.
std::vector<std::u32string> initials(std::string_view written);

}  // namespace habari
