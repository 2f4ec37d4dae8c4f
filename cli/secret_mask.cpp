#include "secret_mask.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace habari::cli {
namespace {

constexpr std::string_view mask = "***";
constexpr std::string_view parameter_ends = "?&;#";
constexpr std::size_t shortest_word = 4;

// Parts, endings and wholes of parameter names, in lower case.
constexpr std::array<std::string_view, 10> parts = {"token",     "secret",  "passw", "pwd",    "credential",
                                                    "signature", "session", "jwt",   "bearer", "authorization"};
constexpr std::array<std::string_view, 4> endings = {"key", "auth", "pass", "sig"};
constexpr std::array<std::string_view, 1> wholes = {"pw"};

bool is_hex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

std::string decoded_lower(std::string_view name) {
  std::string decoded;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (c == '%' && i + 2 < name.size() && is_hex(name[i + 1]) && is_hex(name[i + 2])) {
      c = static_cast<char>(std::stoi(std::string(name.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    }
    decoded += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return decoded;
}

bool is_secret(std::string_view name) {
  const std::string plain = decoded_lower(name);
  return std::any_of(parts.begin(), parts.end(), [&](auto part) { return plain.find(part) != std::string::npos; }) ||
         std::any_of(endings.begin(), endings.end(), [&](auto ending) { return plain.ends_with(ending); }) ||
         std::find(wholes.begin(), wholes.end(), plain) != wholes.end();
}

/// Calls `use(text, is_secret)` with pieces that are `url` together.
template <typename Use>
void cut_parameters(std::string_view url, Use use) {
  while (!url.empty()) {
    const std::size_t end = std::min(url.find_first_of(parameter_ends), url.size());
    const std::size_t equals = url.substr(0, end).find('=');
    if (equals != std::string_view::npos) {
      const std::size_t name = url.substr(0, equals).rfind('/') + 1;  // 0 where there is none.
      if (is_secret(url.substr(name, equals - name))) {
        use(url.substr(0, equals + 1), false);
        use(url.substr(equals + 1, end - equals - 1), true);
        url.remove_prefix(end);
        continue;
      }
    }
    const std::size_t next = std::min(end + 1, url.size());
    use(url.substr(0, next), false);
    url.remove_prefix(next);
  }
}

std::string mask_parameters(std::string_view url) {
  std::string masked;
  cut_parameters(url, [&](std::string_view piece, bool hides) { masked += hides && !piece.empty() ? mask : piece; });
  return masked;
}

bool is_scheme_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '.' || c == '-';
}

/// Behind `scheme://`; 0 where `url` does not begin so.
std::size_t authority_of(std::string_view url) {
  const auto colon = std::find_if_not(url.begin(), url.end(), is_scheme_letter) - url.begin();
  const auto at = static_cast<std::size_t>(colon);
  return at != 0 && url.substr(at).starts_with("://") ? at + 3 : 0;
}

/// What belongs to a URL that `text` begins with: not the marks of the sentence that it stands in.
std::string_view url_in(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" \t\r\n\"<>"));
  return word.substr(0, word.find_last_not_of(":,") + 1);
}

/// Where the login ends that is before the host, in a line that begins with an authority; npos where there is none.
/// What is behind the last colon and no port may be the beginning of a password with a slash or a blank in it.
std::size_t login_end(std::string_view line) {
  const std::string_view url = url_in(line);
  const std::string_view authority = url.substr(0, url.find_first_of("/?#"));
  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos) return at;
  const std::string_view port = authority.substr(authority.rfind(':') + 1);
  const bool is_whole = authority.find(':') == std::string_view::npos || authority.ends_with(']') ||
                        port.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_whole) return std::string_view::npos;
  const std::size_t inside = url.rfind('@');
  return inside != std::string_view::npos ? inside : line.find('@');
}

}  // namespace

std::string mask_url(std::string_view url) {
  const std::size_t authority = authority_of(url);
  const std::size_t at = url.rfind('@');
  if (at == std::string_view::npos || at < authority) return mask_parameters(url);
  return std::string(url.substr(0, authority)).append(mask) + mask_parameters(url.substr(at));
}

std::string mask_urls(std::string_view text) {
  std::string masked;
  for (std::size_t colon = text.find("://"); colon != std::string_view::npos; colon = text.find("://")) {
    const std::size_t begin = colon + 3;
    masked += text.substr(0, begin);
    text.remove_prefix(begin);
    if (const std::size_t at = login_end(text.substr(0, text.find('\n'))); at != std::string_view::npos) {
      masked += mask;
      text.remove_prefix(at);
    }
    const std::string_view url = url_in(text);
    masked += mask_parameters(url);
    text.remove_prefix(url.size());
  }
  return masked.append(text);
}

std::vector<std::string> secret_values(std::string_view url) {
  std::vector<std::string> values;
  cut_parameters(url, [&](std::string_view piece, bool hides) {
    if (hides) values.emplace_back(piece);
  });
  return values;
}

std::string mask_words(std::string text, const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) {
    if (secret.size() < shortest_word) continue;
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + mask.size())) {
      text.replace(at, secret.size(), mask);
    }
  }
  return text;
}

}  // namespace habari::cli
