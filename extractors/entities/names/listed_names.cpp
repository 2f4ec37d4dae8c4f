#include "names/listed_names.hpp"

#include <algorithm>
#include <array>

namespace habari {
namespace {

/// Longest names that institutions.tsv and the gazetteer file are asked for.
constexpr std::uint32_t most_institution_words = 12;
constexpr std::uint32_t most_filed_words = 8;

bool is_found(const FoundName& name) { return name.entry || name.group || name.kind != EntityKind::other; }

}  // namespace

void ListedNames::add(std::vector<FoundName>& names, std::span<const FoundTime> times) {
  note_owners(names, times);
  std::vector<FoundName> listed;
  for (Index at = 0; at < pieces_.size();) {
    const FoundName name = may_begin(at) ? name_at(at) : FoundName();
    if (is_found(name)) {
      listed.push_back(name);
      at = name.last + 1;
    } else {
      ++at;
    }
  }
  put_in(listed, names);
}

void ListedNames::note_owners(const std::vector<FoundName>& names, std::span<const FoundTime> times) {
  owners_.assign(pieces_.size(), Owner());
  for (const FoundName& name : names) {
    std::fill(owners_.begin() + name.first, owners_.begin() + name.last + 1, Owner{name.first, name.last, true, false});
  }
  for (const FoundTime& time : times) {
    std::fill(owners_.begin() + time.first, owners_.begin() + time.end, Owner{time.first, time.end - 1, false, true});
  }
}

bool ListedNames::may_begin(Index at) const {
  const Owner& owner = owners_[at];
  return pieces_[at].is_word() && !owner.is_time && (!owner.is_name || owner.first == at) && !is_handle(at);
}

/// Whether a name that begins at `at` may go on over piece `i`.
bool ListedNames::may_hold(Index at, Index i) const {
  return i < pieces_.size() && pieces_[i].sentence == pieces_[at].sentence && !owners_[i].is_time;
}

bool ListedNames::may_end(Index end) const {
  const Owner& owner = owners_[end - 1];
  return !owner.is_name || owner.last + 1 == end;
}

bool ListedNames::holds_marked(Index at, Index end) const {
  return std::any_of(owners_.begin() + at, owners_.begin() + end, [](const Owner& owner) { return owner.is_name; });
}

/// `@someone`, `#some`, `http://some`: an account, a tag or an address, whoever or whatever it is.
bool ListedNames::is_handle(Index at) const {
  if (at == 0 || !pieces_[at].tight) return false;
  const char mark = pieces_[at - 1].mark;
  return mark == '@' || mark == '#' || mark == '_' || mark == '/';
}

FoundName ListedNames::name_at(Index at) const {
  FoundName name;
  name.first = name.last = at;
  take_listed(name);
  if (pieces_[at].is_capital()) {
    take_institution(name);
    take_institution_alone(name);
    if (source_ == NameSource::gazetteer && gazetteer_.has_users_file()) take_filed(name);
    take_group(name);
  }
  if (!is_found(name)) return name;
  const Owner& owner = owners_[at];
  if (owner.is_name && owner.last == name.last) return FoundName();  // marked already
  if (name.group) name.kind = EntityKind::group;
  if (name.entry) name.kind = gazetteer_.entry(*name.entry).kind;
  if (name.kind == EntityKind::person) leave_out_titles(name);
  name.span = {pieces_[name.first].span.begin, pieces_[name.last].span.end};
  return name;
}

void ListedNames::take_listed(FoundName& name) const {
  const auto& names = gazetteer_.names();
  auto node = names.root;
  const Index at = name.first;
  for (Index i = at; may_hold(at, i); ++i) {
    if (pieces_[i].mark == '-' && i > at) continue;
    if (pieces_[i].shape == Shape::mark) break;
    node = names.next(node, pieces_[i].word);
    if (node == names.none) break;
    if (!may_end(i + 1)) continue;
    const auto& aliases = names.values(node);
    const auto fits = [&](const Gazetteer::Alias& alias) { return is_name(alias, at, i + 1); };
    if (const auto alias = std::find_if(aliases.begin(), aliases.end(), fits); alias != aliases.end()) {
      name.last = i;
      name.entry = alias->entry;
    }
  }
}

/// `Mahakama Kuu ya Tanzania`, where it is longer than a name of the tables.
void ListedNames::take_institution(FoundName& name) const {
  std::array<WordId, most_institution_words> words{};
  const Index at = name.first;
  Index count = 0;
  while (count < words.size() && may_hold(at, at + count) && pieces_[at + count].shape != Shape::mark) {
    words[count] = pieces_[at + count].word;
    ++count;
  }
  const Gazetteer::InstitutionName found = gazetteer_.institution_at(std::span(words).first(count));
  const auto end = at + static_cast<Index>(found.words);
  if (found.words == 0 || (name.entry && end <= name.last + 1)) return;
  if (!may_end(end) || !is_name({found.entry, Casing::capitals}, at, end)) return;
  name.last = end - 1;
  name.entry = found.entry;
}

/// `Mahakama Kuu`, of whatever country, where it is longer than a listed name.
void ListedNames::take_institution_alone(FoundName& name) const {
  std::vector<WordId> words;
  const Index at = name.first;
  for (Index i = at; may_hold(at, i) && pieces_[i].shape != Shape::mark && words.size() < most_institution_words; ++i) {
    words.push_back(pieces_[i].word);
    const bool is_longer = i > at && (!is_found(name) || i > name.last);
    // The capital of a sentence's first word says nothing.
    const bool is_written = !pieces_[at].starts || writing_of(at, i + 1).capitals > 1;
    if (!is_longer || !is_written || !may_end(i + 1) || !gazetteer_.institution_alone(words)) continue;
    name.last = i;
    name.entry.reset();
    name.kind = EntityKind::organization;
  }
}

/// The longest name of the user's gazetteer file that begins here, where it is longer than one of the tables and clear.
void ListedNames::take_filed(FoundName& name) const {
  NameHash hash;
  Index words = 0;
  const Index at = name.first;
  for (Index i = at; may_hold(at, i) && words < most_filed_words; ++i) {
    if (pieces_[i].mark == '-' && i > at) continue;
    if (pieces_[i].shape == Shape::mark) break;
    hash.add(pieces_[i].key);
    ++words;
    if ((is_found(name) && i <= name.last) || !(pieces_[i].is_capital() || pieces_[i].shape == Shape::number)) continue;
    const std::vector<Gazetteer::Filed> filed = gazetteer_.find_filed(hash.value());
    if (!Gazetteer::is_clear(filed)) continue;
    if (!is_name({filed.front().entry, filed.front().casing}, at, i + 1)) continue;
    name.last = i;
    name.entry = filed.front().entry;
  }
}

/// `Kim Jong` before `Mrusi` is no longer name; `Francis` of `French Francis` is.
void ListedNames::take_group(FoundName& name) const {
  const auto& groups = words_.groups();
  auto node = groups.root;
  const Index at = name.first;
  for (Index i = at; may_hold(at, i) && pieces_[i].shape != Shape::mark; ++i) {
    node = groups.next(node, pieces_[i].word);
    if (node == groups.none) break;
    if (groups.values(node).empty() || (is_found(name) && i < name.last) || !may_end(i + 1) || !is_group(at, i + 1))
      continue;
    name.group = groups.values(node).front();
    name.entry.reset();
    name.last = i;
  }
}

/// A name holds no title: `Papa Francis`.
void ListedNames::leave_out_titles(FoundName& name) const {
  while (name.first < name.last && is_title(name.first)) ++name.first;
}

}  // namespace habari
