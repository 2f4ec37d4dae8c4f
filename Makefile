# Each of these does all its own set-up on Debian 12 or Ubuntu 22.04 and later.
#   make demo      read samples/articles/, print what is found, write out/graph.ttl, .graphml and .gexf
#   make test      build everything and run every test
#   make build     the program only: build/cli/habari
#   make install   the program with data, manual pages and completion, below PREFIX (/usr/local)
#   make deb       a Debian package of the same: dist/habari_….deb
#   make wheel     the Python package: dist/habari-….whl, for the Python that `python3` is
#   make test-python  the tests of the Python package alone
#   make quality   run every scorer on every development set that lies beside the repository, write docs/quality.md
#   make docs      documentation of every public member: build/docs/html/index.html
#   make sanitized the tests of what reads input, under AddressSanitizer and UndefinedBehaviorSanitizer (clang)
#   make fuzz      each reader on made-up input, FUZZ_SECONDS (60) a target
#   make tidy      clang-tidy over the libraries and the program
#   make nightly   all tests under the sanitizers, tidy, fuzz
#   make format    put all C++ files into the house format; `make check-format` says which are not

.DEFAULT_GOAL := build
.PHONY: dependencies configure build install deb test wheel test-python demo quality docs configure-sanitized sanitized fuzz tidy nightly \
  format check-format clean

ifneq ($(shell command -v ccache 2>/dev/null),)
export CMAKE_CXX_COMPILER_LAUNCHER ?= ccache
endif
CMAKE_OPTIONS ?=
HABARI := build/cli/habari
FUZZ_SECONDS ?= 60
PREFIX ?= /usr/local
# Of one version everywhere: each formats in its own way.
CLANG_FORMAT ?= clang-format-14
JOBS := $(shell nproc)

dependencies:
	@scripts/install-dependencies

configure: dependencies
	@cmake --preset release $(CMAKE_OPTIONS)

build: configure
	cmake --build --preset release --target habari

test: configure
	@scripts/install-dependencies test
	@scripts/install-test-tools build/test-tools
	cmake --build --preset release
	ctest --preset release -j "$(JOBS)"

install: build
	cmake --install build --prefix "$(PREFIX)" --component program

deb: build
	@scripts/build-deb build dist

wheel: configure
	cmake --build --preset release --target habari_python
	@scripts/build-wheel build dist

test-python: configure
	@scripts/install-test-tools build/test-tools python
	cmake --build --preset release --target habari_python
	ctest --preset release -R '^python'

demo: build
	@scripts/demo $(HABARI) samples/articles out

quality: build
	@scripts/measure_quality.py --program $(HABARI)

docs:
	@scripts/install-dependencies docs
	@mkdir -p build/docs
	doxygen Doxyfile

configure-sanitized: dependencies
	@scripts/install-dependencies clang
	@cmake --preset sanitized $(CMAKE_OPTIONS)

sanitized: configure-sanitized
	cmake --build --preset sanitized --target library_tests
	ctest --preset sanitized -j "$(JOBS)" -L library

fuzz: configure-sanitized
	cmake --build --preset sanitized --target fuzzers
	@scripts/fuzz build-sanitized/fuzz fuzz/corpus "$(FUZZ_SECONDS)"

tidy: dependencies
	@scripts/install-dependencies clang
	@cmake --preset tidy
	run-clang-tidy -p build-tidy -quiet '/(core|extractors|exporters|loading|cli)/'

nightly: configure-sanitized
	cmake --build --preset sanitized
	ctest --preset sanitized -j "$(JOBS)"
	$(MAKE) tidy
	$(MAKE) fuzz

format:
	@scripts/install-dependencies format
	git ls-files '*.cpp' '*.hpp' | xargs $(CLANG_FORMAT) -i

check-format:
	@scripts/install-dependencies format
	git ls-files '*.cpp' '*.hpp' | xargs $(CLANG_FORMAT) --dry-run -Werror

clean:
	rm -rf build build-sanitized build-tidy out dist
