#pragma once

#include "frames/arguments.hpp"
#include "frames/predicates.hpp"

#include <habari/core/document.hpp>

#include <optional>
#include <span>
#include <vector>

namespace habari {

/// How many or how much of it a noun phrase gives: `at least 34 people`, `watu wapatao 40`, `$20 million`, `tani 40 za
/// mchele`. Nothing for times and names.
std::optional<Quantity> quantity_of(const SentenceContext& context, const Participant& participant);
/// Takes out what is only a part of another participant's number: `hamsini` of `wanafunzi mia mbili na hamsini`.
void drop_parts_of_numbers(std::vector<Argument>& args);

/// By how much an event is said to be, where none of its participants is that: `rose by 12.5 percent`.
std::optional<Quantity> quantity_of_event(const SentenceContext& context, const Predicates& predicates,
                                          std::uint32_t event, std::span<const RoleFiller> fillers);

}  // namespace habari
