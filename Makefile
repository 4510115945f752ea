# Set-up, build and test by short names. `make test` needs a Swift 6 toolchain; what Debian packages
# are missing is installed first (with sudo where the user is not root).
DEBIAN_PACKAGES = libpcre2-dev libsqlite3-dev libgumbo-dev graphviz
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: demo install build test format lint bundle railroad system-packages

PREFIX = /usr/local
PROGRAM = .build/release/legation
SAMPLES := $(wildcard docs/samples/*.txt)

# All that there is to see, in one go: reads the sample articles into demo/demo.legation, asks it
# three saved queries and draws it. A second run makes anew only what is older than what it is made of.
demo: system-packages demo/demo.svg
	@echo; echo "== Who funds whom"
	@$(PROGRAM) run demo/demo.legation who-funds-whom
	@echo; echo "== Refused, failed and denied meetings"
	@$(PROGRAM) run demo/demo.legation refused-meetings
	@echo; echo "== Who speaks for Ukraine"
	@$(PROGRAM) run demo/demo.legation who-speaks-for-whom --param actor=Ukraine
	@echo; echo "The graph:   demo/demo.legation   (ask it: $(PROGRAM) demo/demo.legation)"
	@echo "The drawing: $(CURDIR)/demo/demo.svg"

demo/demo.svg: demo/demo.legation
	$(PROGRAM) export $< --format dot --limit 60 > demo/demo.dot
	dot -Tsvg demo/demo.dot -o $@

demo/demo.legation: $(PROGRAM) $(SAMPLES)
	@mkdir -p demo
	@rm -f $@ $@-index $@-wal $@-shm
	$(PROGRAM) ingest $@ $(SAMPLES)

# SwiftPM leaves a program that would be the same as it was: the time must tell that it was looked at.
$(PROGRAM): Package.swift $(shell find Sources Grammar Queries -type f) | system-packages
	swift build -c release --product legation
	@touch $@

# The picture of the README.
docs/picture.svg: $(PROGRAM)
	@rm -f demo/picture.legation*; mkdir -p demo
	$(PROGRAM) ingest demo/picture.legation docs/samples/02*.txt docs/samples/15*.txt
	$(PROGRAM) export demo/picture.legation --format dot | dot -Tsvg -o $@

install: $(PROGRAM)
	install -D -m 755 $(PROGRAM) $(PREFIX)/bin/legation

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

# After a change of Grammar/Cypher.ebnf: docs/grammar.md and the pictures that it shows.
railroad:
	RECORD=1 swift test --filter RailroadTests

# Installs only on Debian and only what is missing, so that a second run does nothing.
system-packages:
	@if command -v dpkg-query >/dev/null; then \
	  missing=$$(for p in $(DEBIAN_PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	  if [ -n "$$missing" ]; then \
	    $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq $$missing; fi; \
	fi
