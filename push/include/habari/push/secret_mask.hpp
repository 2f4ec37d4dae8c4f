#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// `url` with `***` for a login and for the values of parameters that are secrets by their names (`access_token`,
/// `apiKey`, `password`). Of what is no well-formed URL too much is hidden rather than too little.
std::string mask_url(std::string_view url);

/// The same for all URLs in `text`.
std::string mask_urls(std::string_view text);

/// The values that mask_url hides of the parameters, as they stand there.
std::vector<std::string> secret_values(std::string_view url);

/// `***` for each of `secrets`, however it got into `text`. Those of less than four bytes stay: they are in any text.
std::string mask_words(std::string text, const std::vector<std::string>& secrets);

}  // namespace habari
