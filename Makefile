# Set-up, build and test by short names. `make test` needs a Swift 6 toolchain; what Debian packages
# are missing is installed first (with sudo where the user is not root).
DEBIAN_PACKAGES = libpcre2-dev libsqlite3-dev graphviz
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: build test format lint bundle system-packages

build: system-packages
	swift build -c release

test: system-packages
	swift test

format:
	swift format --in-place --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

# After a file of Grammar/Packs or Queries was added or taken away.
bundle:
	Grammar/bundle.sh

# Installs only on Debian and only what is missing, so that a second run does nothing.
system-packages:
	@if command -v dpkg-query >/dev/null; then \
	  missing=$$(for p in $(DEBIAN_PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	  if [ -n "$$missing" ]; then \
	    $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq $$missing; fi; \
	fi
