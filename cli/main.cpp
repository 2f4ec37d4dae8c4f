#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
  CLI::App app{"Reads news articles and builds an event knowledge graph."};
  app.name("habari");
  app.set_version_flag("--version", std::string("habari ") + HABARI_VERSION);
  app.require_subcommand(0);
  CLI11_PARSE(app, argc, argv);
  return 0;
}
