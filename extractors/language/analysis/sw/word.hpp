#pragma once

#include "analysis/sw/reading.hpp"

#include <habari/core/sentence.hpp>

#include <array>
#include <memory>
#include <vector>

namespace habari::swahili {

/// Where a form shows agreement.
enum Slot : std::uint8_t {
  slot_class,     ///< A nominal's class; a verb's subject prefix.
  slot_object,    ///< A verb's object prefix.
  slot_relative,  ///< A verb's relative marker.
  slot_count
};

/// A token of a tree with what its form can be, and the reading chosen.
struct Word {
  const Token* token = nullptr;
  std::shared_ptr<const Readings> readings;
  const Reading* reading = nullptr;               ///< One of `readings`; nothing where none fits the part of speech.
  int head = -1;                                  ///< Index of the governing word, -1 at the root.
  std::array<Agreement, slot_count> agreement{};  ///< Of the reading, narrowed by what it agrees with.
};

/// What the slot of a reading can agree with; 0 where it agrees with nothing.
inline Agreement agreement_of(const Reading& reading, Slot slot) {
  switch (slot) {
    case slot_object:
      return reading.object;
    case slot_relative:
      return reading.relative & ~speech_persons;
    default:
      return reading.invariable ? 0 : reading.classes;
  }
}

}  // namespace habari::swahili
